"""The report in a real browser: choosing, opening, marking, the keyboard, paper, and hostile statements; no request at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import malirights as mr

pytest.importorskip("jinja2", reason="the report needs jinja2: pip install 'malirights[report]'")
sync_api = pytest.importorskip("playwright.sync_api", reason="the browser is driven by playwright, which is not installed")
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    Show = Callable[..., Page]

_CHROMIUM = Path("/usr/bin/chromium")
_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
_HOSTILE = """May 4, 2016

Soldiers arrested six <img src=x onerror=alert(1)> bakers in Orvel on 3 May 2016. </script><script>alert(2)</script>

“{{ 7 * 7 }} ${alert(6)} \u202etxet\u2066 \x00 <b>&amp;</b> </style><style>*{display:none}</style>” said Ada.

“No,” said Ada "><svg onload=alert(3)> Moru.

The \u202esoldiers killed ]]> --> <!-- two bakers in Orvel' onfocus='alert(4) on 2 May 2016.
"""
_SEEN = "li.row:not([hidden])"
_ALL = len(mr.events(mr.parse(mr.sample())))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser, or skip the tests where there is none."""
    if not _CHROMIUM.exists():
        pytest.skip(f"these tests need Chromium at {_CHROMIUM}, which is the Debian package chromium")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(_CHROMIUM), args=list(_FLAGS))
        yield started
        started.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Give a function that shows a report; fail where the page then asked for anything, or had an error."""
    told: list[str] = []
    contexts = []

    def shown(source: Any, fragment: str = "", **settings: Any) -> Page:  # noqa: ANN401 - whatever the report or the browser take
        path = tmp_path / "report.html"
        mr.report(source, path)
        contexts.append(browser.new_context(**settings))
        page: Page = contexts[-1].new_page()
        page.on("console", lambda message: told.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: told.append(request.url))
        page.goto(path.as_uri() + fragment)
        return page

    yield shown
    for context in contexts:
        context.close()
    assert [one for one in told if one.partition("#")[0] != (tmp_path / "report.html").as_uri()] == []


def test_facets_combine_count_and_are_kept_in_the_address(show: Show) -> None:
    source = mr.parse(mr.sample())
    page = show(source)
    assert page.locator(_SEEN).count() == len(mr.events(source))
    page.get_by_label("trial").check()
    assert page.locator(_SEEN).count() == len(mr.events(source, kind="trial"))
    target = page.locator("[name=target]").locator("..").filter(has_text="nineteen ferry workers")
    assert target.locator(".count").text_content() == "1"
    target.locator("input").check()
    assert page.locator(_SEEN).count() == 1
    assert page.get_by_role("status").text_content() == f"1 of {_ALL} events: trial, nineteen ferry workers"
    again = show(source, page.evaluate("location.hash"))
    assert again.get_by_role("status").text_content() == f"1 of {_ALL} events: trial, nineteen ferry workers"
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function(f"document.getElementById('shown').textContent.startsWith('{_ALL} events')")
    assert page.locator(_SEEN).count() == _ALL


def test_days_choose_what_may_have_been_on_them(show: Show) -> None:
    source = mr.parse(mr.sample())
    page = show(source)
    page.get_by_label("from").fill("2012-05-15")
    page.get_by_label("to", exact=True).fill("2012-05-20")
    shown = page.locator(f"{_SEEN} .when").all_text_contents()
    assert shown == ["2012", "May 2012"]
    assert page.locator("section.group:not([hidden]) h3").all_text_contents() == ["2012"]


def test_an_event_opens_its_statement_with_its_own_evidence_in_sight(show: Show) -> None:
    statement = mr.parse_statement("It rained.\n\n" * 80 + "Six bakers were arrested in Orvel. Nine left.", date="2016-05-04")
    page = show(statement)
    page.locator(".row summary").first.click()
    reading = page.get_by_role("region", name="Statement 1 of 4 May 2016, evidence marked")
    assert reading.locator("mark.act").all_text_contents() == ["arrested"]
    assert "".join(reading.locator("mark.target").all_text_contents()) == "Six bakers"
    assert reading.locator("mark.number").all_text_contents() == ["Six"]
    inside, mark = reading.bounding_box(), reading.locator("mark.act").bounding_box()
    assert inside
    assert mark
    assert inside["y"] < mark["y"] < inside["y"] + inside["height"]
    assert reading.evaluate("box => box.scrollTop") > 1000
    page.locator(".row summary").first.click()
    reading.wait_for(state="detached")
    assert page.locator(".item[open]").count() == 0


def test_two_events_of_one_statement_mark_each_its_own(show: Show) -> None:
    page = show(mr.parse(mr.sample()))
    both = ("e2", "e3")  # the verdict on an abduction, and the abduction, in one sentence
    marked = [_opened(page, key).locator("mark.act").all_text_contents() for key in both]
    assert marked == [["abduction"], ["taken"]]


def test_a_quote_opens_its_statement(show: Show) -> None:
    page = show(mr.parse(mr.sample()))
    reading = _opened(page, "q1")
    assert reading.locator("mark.speaker").all_text_contents() == ["Senna Quarrow"]
    assert (reading.locator("mark.quote").first.text_content() or "").startswith("The authorities must say")


def test_the_keyboard_alone_goes_everywhere(show: Show) -> None:
    page = show(mr.parse(mr.sample()))
    focused = "document.activeElement.closest('li')?.id ?? document.activeElement.textContent"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "Skip to the chronology"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "e1"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "e3"
    page.keyboard.press("Enter")
    page.locator("#e3 details[open] .reading").wait_for()
    reached = []
    for _ in range(4):  # past the links of the event
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.className"))
        if reached[-1] == "reading":
            break
    assert reached[-1] == "reading"
    page.keyboard.press("Escape")
    assert page.locator("details.item[open]").count() == 0
    assert page.evaluate(focused) == "e3"
    page.keyboard.press("End")
    assert page.evaluate(focused) == f"e{_ALL}"
    page.keyboard.press("Home")
    assert page.evaluate(focused) == "e1"
    for box in ("kind", "status"):
        page.locator(f"[name={box}]").first.focus()
        page.keyboard.press("Space")
    assert page.locator(_SEEN).count() < 15


def test_a_link_opens_a_row_that_the_choice_has_hidden(show: Show) -> None:
    page = show(mr.parse(mr.sample()))
    page.get_by_role("checkbox", name="report 3").check()
    page.locator("table.steps td a").first.click()
    page.wait_for_function("document.querySelectorAll('.row[hidden]').length === 0")
    assert page.locator("details.item[open]").count() == 1


def test_what_a_screen_reader_is_told(show: Show) -> None:
    page = show(mr.parse(mr.sample()))
    landmarks = (
        page.get_by_role("form", name="Choose events"),
        page.get_by_role("navigation", name="Parts of the report"),
        page.get_by_role("region", name="Chronology"),
        page.get_by_role("group", name="Kind"),
    )
    assert [landmark.first.is_visible() for landmark in landmarks] == [True] * 4
    unnamed = "nodes => nodes.filter(node => !node.labels?.length && !node.textContent.trim()).length"
    assert page.locator("input, button").evaluate_all(unnamed) == 0
    assert page.locator("svg").evaluate_all("nodes => nodes.filter(node => !node.closest('[aria-hidden=true]')).length") == 0
    assert _opened(page, "e4").get_attribute("role") == "region"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(show: Show, scheme: str) -> None:
    page = show(mr.parse(mr.sample()), color_scheme=scheme)
    style = "(name) => getComputedStyle(document.documentElement).getPropertyValue(name)"
    colours = {
        name: page.evaluate(style, f"--{name}") for name in ("paper", "ink", "soft", "link", "shade", "act", "time", "place")
    }
    for ground in ("paper", "shade", "act", "time", "place"):
        assert _contrast(colours["ink"], colours[ground]) >= 4.5, ground
    for text in ("soft", "link"):
        assert _contrast(colours[text], colours["paper"]) >= 4.5, text


def test_on_paper_only_what_was_chosen_is_printed_and_no_controls(show: Show) -> None:
    page = show(mr.parse(mr.sample()))
    page.get_by_label("trial").check()
    page.emulate_media(media="print")
    assert not page.locator("#choose").is_visible()
    assert not page.locator("nav").is_visible()
    assert page.locator(".row:visible").count() == 3
    assert page.get_by_role("status").text_content() == f"3 of {_ALL} events: trial"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_without_javascript_all_is_shown(show: Show) -> None:
    page = show(mr.parse(mr.sample()), java_script_enabled=False)
    assert page.locator(".row:visible").count() == _ALL
    assert not page.locator("#choose").is_visible()
    page.locator("#e4 summary").click()
    assert page.locator("#e4 dl").is_visible()
    assert page.locator("#s1 mark.act").all_text_contents() == ["taken"]
    assert page.locator("#s1").is_visible()


def test_hostile_statements_are_shown_as_text(show: Show) -> None:
    page = show(mr.parse_statement(_HOSTILE, date="2016-05-04"))
    for key in ("e1", "e2", "q1", "q2"):
        _opened(page, key)
    text = page.locator("#s1 .text").inner_text()
    for words in (
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(2)</script>",
        "{{ 7 * 7 }} ${alert(6)}",
        "⟨U+202E⟩txet⟨U+2066⟩ ⟨U+0000⟩",
    ):
        assert words in text
    assert page.locator("img, main svg[onload], main style, main script").count() == 0
    assert page.locator(".reading:visible").count() == 4


def test_the_policy_stops_what_would_ask_for_something(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    html = mr.report(mr.parse(mr.sample()))
    path.write_text(
        html.replace("</main>", "<img src='http://127.0.0.1:9/x.png'><script>document.title='run'</script></main>"), "utf-8"
    )
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(path.as_uri())
    assert page.title() != "run"
    assert sum("Content Security Policy" in message for message in refused) == 2
    page.close()


def test_a_thousand_events_stay_usable(show: Show) -> None:
    told = "\n\n".join(
        f"May {day}, {year + 11}\n\nSoldiers arrested {day + 2} bakers in Orvel in June {year}. "
        f"Armed men killed {day + 3} millers in Karvane on {day} March {year}."
        for year in range(1990, 2008)
        for day in range(1, 29)
    )
    source = mr.parse(told)
    page = show(source)
    assert page.locator(_SEEN).count() == len(mr.events(source)) >= 900
    page.get_by_label("killing").check()
    assert page.locator(_SEEN).count() == len(mr.events(source, kind="killing"))
    page.locator(f"{_SEEN} summary").last.click()
    assert page.locator(".reading mark.act").text_content() == "killed"


def _opened(page: Page, key: str) -> Locator:
    """Open an event or a quote, and give its statement."""
    page.locator(f"#{key} summary").click()
    reading = page.locator(f"#{key} .reading")
    reading.wait_for()
    return reading


def _contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, by the formula of the Web Content Accessibility Guidelines 2.2, "contrast ratio"."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Give the relative luminance of a colour such as "#fff" or "#1b1c1e"."""
    digits = colour.strip().removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
