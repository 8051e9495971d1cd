"""Extras: what is not installed is asked for by the line to type, and every extra named exists."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import malirights as mr
from malirights.faces.extras import EXTRAS, need

_PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def test_a_missing_module_is_asked_for_by_name() -> None:
    with pytest.raises(mr.MissingExtraError, match=r"pip install 'malirights\[frame\]'") as caught:
        need("no_such_module.part", extra="frame")
    assert (caught.value.extra, caught.value.module) == ("frame", "no_such_module.part")


def test_every_extra_is_declared_and_part_of_all() -> None:
    declared = tomllib.loads(_PYPROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    assert set(EXTRAS) <= set(declared)
    assert declared["all"] == [f"malirights[{','.join(EXTRAS)}]"]
