"""TimelineJS: its data, and the timeline that the real program draws of it in a real browser."""

# What the browser gives is of its own types.
# ruff: noqa: ANN401

from __future__ import annotations

import functools
import json
import os
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import malirights as mr

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = Path(os.environ.get("TIMELINEJS", ROOT / "node_modules/@knight-lab/timelinejs"))
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync"]
SHELL = """<!doctype html><meta charset="utf-8"><title>Timeline</title>
<link rel="stylesheet" href="dist/css/timeline.css"><script src="dist/js/timeline.js"></script>
<div id="timeline" style="width: 1000px; height: 700px"></div>"""
DRAW = """data => new Promise(done => {
  const timeline = new TL.Timeline("timeline", data, {hash_bookmark: false, font: null, ga_measurement_id: ""});
  timeline.on("loaded", () => done(timeline.config.getErrors()));
})"""


def test_a_date_has_only_what_is_known(page: mr.Page) -> None:
    timeline = mr.to_timelinejs(page)
    assert [(slide["start_date"], slide.get("end_date"), slide["display_date"]) for slide in timeline["events"]] == [
        ({"year": 2012, "month": 3}, None, "some time in March 2012"),
        (
            {"year": 2012, "month": 5, "day": 3},
            {"year": 2012, "month": 5, "day": 5},
            "some time between 3 May 2012 and 5 May 2012",
        ),
        ({"year": 2017, "month": 6}, None, "some time in June 2017"),
    ]
    assert timeline["title"]["text"]["headline"] == "1 event without a stated time"
    assert "Killing, Ostrel: Three shepherds (alleged)" in timeline["title"]["text"]["text"]


def test_a_slide_shows_the_words_and_where_they_stand(page: mr.Page) -> None:
    text = mr.to_timelinejs(page)["events"][1]["text"]["text"]
    assert "<blockquote>Six bakers were <b>arrested</b> by soldiers in Orvel between 3 and 5 May 2012.</blockquote>" in text
    assert f'<a href="https://zanara.example/news?a=1&amp;b=2">Statement {page.statements[0].id} of 9 May 2016, Zanara' in text


def test_without_events_there_is_nothing_to_draw() -> None:
    assert mr.to_timelinejs([]) == {"events": []}


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Open a tab of a real browser on a page with the real program, served from this machine alone."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright, which drives the browser, is not installed")
    if not CHROMIUM.is_file():
        pytest.skip(f"there is no browser at {CHROMIUM}; install chromium, or set CHROMIUM to its path")
    if not (PACKAGE / "dist/js/timeline.js").is_file():
        pytest.skip(f"there is no TimelineJS at {PACKAGE}; npm install --no-save @knight-lab/timelinejs, or set TIMELINEJS")
    folder = tmp_path_factory.mktemp("timeline")
    (folder / "index.html").write_text(SHELL, "utf-8")
    (folder / "dist").symlink_to(PACKAGE / "dist")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            with sync_api.sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
                tab = browser.new_page(viewport={"width": 1000, "height": 700})
                tab.goto(f"http://127.0.0.1:{server.server_port}/index.html")
                yield tab
                browser.close()
        finally:
            server.shutdown()
            thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    """A server that writes no log."""

    def log_message(self, *_: object) -> None:
        """Write nothing."""


def _draw(tab: Any, source: Any) -> tuple[list[str], list[str]]:
    """Draw the timeline of a source; give the errors and the addresses that were asked for."""
    asked: list[str] = []
    tab.reload()
    tab.on("request", lambda request: asked.append(request.url))
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    errors += tab.evaluate(DRAW, json.loads(json.dumps(mr.to_timelinejs(source))))
    tab.wait_for_selector(".tl-timemarker", state="attached")
    return errors, asked


def test_the_real_program_draws_it(tab: Any, page: mr.Page) -> None:
    errors, asked = _draw(tab, page)
    assert errors == []
    assert [address for address in asked if not address.startswith("http://127.0.0.1:")] == []
    assert tab.locator(".tl-timemarker").count() == 3
    assert tab.locator(".tl-timegroup-message").all_inner_texts() == ["context", "accountability"]
    dates = tab.locator(".tl-slide .tl-headline-date").all_text_contents()
    assert [date.strip() for date in dates if date.strip()] == [
        "some time in March 2012",
        "some time between 3 May 2012 and 5 May 2012",
        "some time in June 2017",
    ]
    assert "Six bakers were arrested by soldiers in Orvel between 3 and 5 May 2012." in tab.locator("#timeline").inner_text()


def test_hostile_words_show_as_text(tab: Any, hostile: mr.Page) -> None:
    errors, asked = _draw(tab, hostile)
    assert errors == []
    assert [address for address in asked if not address.startswith("http://127.0.0.1:")] == []
    assert tab.evaluate("window.stolen") is None
    assert tab.locator("#timeline img, #timeline script, #timeline [onclick], #timeline [onerror]").count() == 0
    shown = tab.locator("#timeline").inner_text()
    assert '<img src=x onerror="window.stolen=1">' in shown
    assert "\u202e" not in shown
