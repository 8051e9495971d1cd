"""What all tests share: the profiles of hypothesis, and the pages that stay outside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

_CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
_FACTS = _CORPUS.with_name("facts")

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Give the folder of listing pages beside the checkout, or skip the test where it is not there."""
    if not _CORPUS.is_dir():
        pytest.skip(f"the pages of real statements stay outside the repository, and {_CORPUS} is not there")
    return _CORPUS


@pytest.fixture(scope="session")
def facts() -> Path:
    """Give the folder of facts beside the checkout, or skip the test where it is not there."""
    if not _FACTS.is_dir():
        pytest.skip(f"the files of facts stay outside the repository, and {_FACTS} is not there")
    return _FACTS
