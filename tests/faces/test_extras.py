"""Extras: what is not installed is asked for by the line to type, and every extra named exists."""

from __future__ import annotations

import subprocess
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


WITHOUT = """
import io, sys, warnings
from malirights.faces.extras import EXTRAS
for modules in EXTRAS.values():
    sys.modules.update(dict.fromkeys(modules))  # as if none were installed
import malirights as mr
page = mr.parse(mr.sample())
mr.chronology(page), mr.accountability(page), mr.speakers(page), mr.totals(mr.incidents(page))
for to in ("csv", "jsonl", "timelinejs", "geojson", "atom", "icalendar", "ftm", "csl"):
    mr.write(page, io.StringIO(), to=to)
assert mr.from_dict(mr.to_dict(page)) == page
with mr.Archive(sys.argv[1]) as archive:
    archive.add(page)
calls = {
    "html": lambda: mr.parse_html("<p>May 4, 2016</p><p>It rained.</p>"),
    "feeds": lambda: mr.read_feed("<rss/>"),
    "frame": lambda: mr.to_frame(page),
    "arrow": lambda: mr.to_arrow(page),
    "plot": lambda: mr.plot_events(page),
    "report": lambda: mr.report(page),
    "progress": lambda: mr.read_all([], progress=True),
}
for extra, call in calls.items():
    try:
        call()
    except mr.MissingExtraError as error:
        assert f"pip install 'malirights[{extra}]'" in str(error), error
        print(extra)
assert set(calls) == set(EXTRAS)
"""


def test_without_any_extra_the_core_works_and_the_rest_says_what_to_type(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "error", "-c", WITHOUT, str(tmp_path / "kept.db")], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert set(done.stdout.split()) == set(EXTRAS)
