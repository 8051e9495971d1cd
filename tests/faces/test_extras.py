"""Extras: what is not installed is asked for by the line to type, and every extra named exists."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import malirights as mr
from malirights.faces.extras import EXTRAS, need

_PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def test_a_missing_module_is_asked_for_by_name() -> None:
    with pytest.raises(mr.MissingExtraError, match=r"pip install 'malirights\[frame\]'") as caught:
        need("no_such_module.part", extra="frame")
    assert (caught.value.extra, caught.value.module) == ("frame", "no_such_module.part")


FEED = '<rss version="2.0"><channel><item><title>It rained.</title></item></channel></rss>'


@pytest.mark.parametrize(
    ("call", "module", "extra"),
    [
        (lambda: mr.parse_html("<p>It rained."), "selectolax.lexbor", "html"),
        (lambda: mr.read_feed(FEED), "feedparser", "feeds"),
    ],
)
def test_what_needs_an_extra_says_what_to_type(
    call: Callable[[], object], module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(mr.MissingExtraError, match=rf"pip install 'malirights\[{extra}\]'"):
        call()


def test_every_extra_is_declared_and_part_of_all() -> None:
    declared = tomllib.loads(_PYPROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    assert set(EXTRAS) <= set(declared)
    assert declared["all"] == [f"malirights[{','.join(EXTRAS)}]"]
