"""The report as a file: whole, escaped, always the same, with evidence that overlaps cut at every border."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import malirights as mr
from malirights.faces.report.facets import facets_of
from malirights.faces.report.scale import Scale
from malirights.model.evidence import Evidence, Shows, pieces_of

jinja2 = pytest.importorskip("jinja2", reason="the report needs jinja2: pip install 'malirights[report]'")

JUSTICE = """September 28, 2016

Paul Moru was convicted by the court of Velmora on 27 September 2016.

December 4, 2013

The remains of 21 bakers were found near Orvel on 3 December 2013. The 21 bakers were abducted in May 2012 by Paul Moru.

June 14, 2012

Armed men abducted 21 bakers in Orvel on 12 May 2012. At least six millers were killed in Karvane on 3 June 2012.
"""
HOSTILE = """May 4, 2016

Soldiers arrested six <img src=x onerror=alert(1)> bakers in Orvel on 3 May 2016. </script><script>alert(2)</script>

“{{ 7 * 7 }} {% raw %} \u202etxet\u2066 \x00\x08\ufeff <b>&amp;</b> </style>” said Ada "><svg onload=alert(3)> Moru.

The \u202esoldiers killed ]]> --> <!-- two bakers in Orvel' onfocus='alert(4) on 2 May 2016.
"""
TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=60)
SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: mr.Span(min(ends), max(ends)))
SHOWS: tuple[Shows, ...] = ("act", "doer", "target", "time")


class _Reader(HTMLParser):
    """Collects the elements of a page and the words that a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


@given(TEXT, st.lists(st.tuples(SPANS, st.sampled_from(SHOWS), st.sampled_from(["e1", "e2"])), max_size=8))
def test_pieces_are_exactly_the_text_and_each_has_what_covers_it(
    text: str, given_spans: list[tuple[mr.Span, Shows, str]]
) -> None:
    evidence = [Evidence(span, shows, owner) for span, shows, owner in given_spans]
    start = 0
    for piece in next(pieces_of(text, [mr.Span(0, len(text))], evidence)):
        own = mr.Span(start, start + len(piece.text))
        covering = [one for one in evidence if one.span.overlaps(own)]
        assert sorted(map(repr, piece.evidence)) == sorted(map(repr, covering))
        assert all(one.span.contains(own) for one in covering)
        start = own.end
    assert start == len(text)


def test_evidence_that_reaches_out_of_a_stretch_is_cut_and_goes_on_in_the_next() -> None:
    whole = [Evidence(mr.Span(2, 8), "act", "e1")]
    cut = list(pieces_of("0123456789", [mr.Span(0, 4), mr.Span(6, 10)], whole))
    assert [[(piece.text, piece.shows) for piece in pieces] for pieces in cut] == [
        [("01", ()), ("23", ("act",))],
        [("67", ("act",)), ("89", ())],
    ]


def test_the_page_asks_for_nothing_and_its_policy_names_its_own_style_and_script() -> None:
    html = mr.report(mr.parse(mr.sample()))
    reader = _read(html)
    policy = next(its["content"] for tag, its in reader.tags if tag == "meta" and its.get("http-equiv"))
    hashes = {
        name: base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
        for name in ("style", "script")
        if (found := re.search(f"<{name}>(.*?)</{name}>", html, re.DOTALL))
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert [its for _, its in reader.tags if {"src", "style", "srcset", "action"} & set(its)] == []
    assert {its["href"][:1] for _, its in reader.tags if (its.get("href") or "")} == {"#"}  # type: ignore[index]
    assert "http" not in html.replace("http-equiv", "")


def test_links_lead_somewhere_and_ids_are_met_once() -> None:
    reader = _read(mr.report([mr.parse(mr.sample()), mr.parse(JUSTICE), mr.parse(JUSTICE)]))
    ids = [its["id"] for _, its in reader.tags if "id" in its]
    assert len(ids) == len(set(ids))
    targets = {its["href"] for tag, its in reader.tags if tag in {"a", "use"}}
    assert targets <= {f"#{name}" for name in ids}


def test_hostile_statements_are_text() -> None:
    reader = _read(mr.report(mr.parse_statement(HOSTILE, date="2016-05-04"), title="</title><script>alert(5)</script>"))
    assert [tag for tag, _ in reader.tags if tag in {"img", "iframe", "object"}] == []
    assert [tag for tag, _ in reader.tags].count("script") == 1
    assert [name for _, its in reader.tags for name in its if name.startswith("on")] == []
    words = "".join(reader.words)
    shown = (
        "</script><script>alert(2)",
        "{{ 7 * 7 }} {% raw %}",
        "⟨U+202E⟩txet⟨U+2066⟩",
        "⟨U+0000⟩⟨U+0008⟩⟨U+FEFF⟩",
        "alert(5)",
    )
    assert [text for text in shown if text not in words] == []
    assert "\u202e" not in words


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_makes_a_page_that_can_be_written(text: str) -> None:
    statement = mr.parse_statement(
        f"Soldiers arrested six bakers in Orvel on 3 May 2016. {text} “{text}x” said Ada.", date="2016-05-04"
    )
    reader = _read(mr.report(statement).encode().decode())
    assert [tag for tag, _ in reader.tags].count("article") == 1
    assert [tag for tag, _ in reader.tags].count("html") == 1


def test_the_same_source_gives_the_same_page_and_every_event_and_quote_is_in_it() -> None:
    page = mr.parse(mr.sample())
    html = mr.report(page)
    assert html == mr.report(mr.parse(mr.sample()))
    ids = {its["id"] for _, its in _read(html).tags if "id" in its}
    assert {f"e{number}" for number in range(1, len(mr.events(page)) + 1)} <= ids
    assert {f"q{number}" for number in range(1, len(mr.quotes(page)) + 1)} <= ids
    assert {f"s{number}" for number in range(1, len(page.statements) + 1)} <= ids


def test_each_statement_is_there_word_for_word() -> None:
    page = mr.parse(mr.sample())
    html = mr.report(page)
    articles = re.findall(r'<div class="text">(.*?)</div>', html, re.DOTALL)
    shown = ["".join("".join(_read(article).words).split()) for article in articles]
    assert shown == ["".join(one.text.split()) for one in sorted(page.statements, key=lambda one: one.date)]


def test_accountability_shows_steps_told_and_not_told() -> None:
    html = mr.report(mr.parse(JUSTICE))
    table = re.search(r"<table.*?</table>", html, re.DOTALL)
    assert table
    rows = [re.sub(r"<.*?>", "", row).split() for row in table[0].split("<tr>")[2:]]
    assert any({"27", "September", "not", "told"} <= set(row) for row in rows)
    assert "violation after which no step is told" in html


def test_an_incident_told_twice_is_joined_with_its_reasons() -> None:
    page = mr.parse(
        "May 9, 2016\n\nSoldiers arrested six bakers in Orvel on 3 May 2016.\n\n"
        "May 4, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016."
    )
    html = mr.report(page)
    assert "the same days, the same place, the same victims, the same number" in html
    assert html.count("<dt>Told also</dt>") == 2


def test_values_that_only_capitals_tell_apart_are_one_and_what_is_not_stated_is_last() -> None:
    place = mr.Span(0, 3)
    armies = [mr.Actor(name=name, mention=name, span=place) for name in ("Army", "army", "army", "Bank")]
    arrest = mr.Event(kind="arrest", trigger=mr.Span(9, 17), sentence=mr.Span(0, 40))
    events = [*(attrs.evolve(arrest, perpetrators=(army,)) for army in armies), arrest]
    doers = facets_of(events, [()] * 5)[1]
    assert [(option.label, option.count) for option in doers.options] == [("army", 3), ("Bank", 1), ("not stated", 1)]
    assert doers.chosen == ((0,), (0,), (0,), (1,), (2,))


@pytest.mark.parametrize(
    ("edtf", "exact", "opens", "closes", "about"),
    [
        ("2012-05-14", True, True, True, False),
        ("2012-05", False, True, True, False),
        ("2012-05~", False, True, True, True),
        ("2012-05-14?", False, True, True, True),
        ("2012-05-14/..", False, True, False, False),
        ("../2012-05-14", False, False, True, False),
    ],
)
def test_bars_show_what_is_known(edtf: str, exact: bool, opens: bool, closes: bool, about: bool) -> None:  # noqa: FBT001 - a table
    when = mr.When.from_edtf(edtf)
    bar = Scale.of([when]).bar(when)
    assert (bar.exact, bar.opens, bar.closes, bar.about) == (exact, opens, closes, about)
    assert 0 <= float(bar.start) <= float(bar.end) <= 100


def test_many_years_are_grouped() -> None:
    far = Scale.of([mr.When.from_edtf("0900"), mr.When.from_edtf("2016")])
    assert far.periods(mr.When.from_edtf("2016")) == ("2000–2099",)
    assert Scale.of([mr.When.from_edtf("1950/2016")]).periods(mr.When.from_edtf("1999/2001")) == ("1990s", "2000s")


def test_nothing_makes_an_empty_report() -> None:
    html = mr.report([])
    assert "0 statements" in html
    assert "Nobody is quoted." in html


def test_it_writes_to_a_path_and_to_open_files(tmp_path: Path) -> None:
    page = mr.parse(JUSTICE)
    html = mr.report(page, title="Orvel")
    text, raw = io.StringIO(), io.BytesIO()
    for target in (tmp_path / "a.html", str(tmp_path / "b.html"), text, raw):
        mr.report(page, target, title="Orvel")
    written = [(tmp_path / name).read_bytes().decode() for name in ("a.html", "b.html")]
    assert {*written, text.getvalue(), raw.getvalue().decode()} == {html}


def test_what_cannot_be_written_or_is_none_is_refused(tmp_path: Path) -> None:
    page = mr.parse(JUSTICE)
    with pytest.raises(mr.WriteError, match=r"cannot write '.*a\.html': No such file") as caught:
        mr.report(page, tmp_path / "absent" / "a.html")
    assert caught.value.path == str(tmp_path / "absent" / "a.html")
    with pytest.raises(mr.InvalidTypeError, match="open file, got int"):
        mr.report(page, 3)  # type: ignore[call-overload]
    with pytest.raises(mr.InvalidTypeError, match="title is a str"):
        mr.report(page, title=3)  # type: ignore[call-overload]
    with pytest.raises(mr.InvalidTypeError, match="a source is"):
        mr.report(3)  # type: ignore[call-overload]
