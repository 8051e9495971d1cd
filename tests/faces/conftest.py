"""Pages in files, for the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import TOLD, TWO_QUOTES


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Give a good page."""
    path = tmp_path / "zanara.txt"
    path.write_text(TWO_QUOTES, encoding="utf-8")
    return path


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Give a page that tells of events."""
    path = tmp_path / "told.txt"
    path.write_text(TOLD, encoding="utf-8")
    return path
