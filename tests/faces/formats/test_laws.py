"""Laws of the formats: for every statement, hostile ones too, well-formed, the same in any order, and never too exact."""

from __future__ import annotations

import calendar
import datetime as dt
import json
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Actor, Event, Place, Span, Statement, When
from malirights.faces.formats.sources import happenings
from malirights.faces.formats.times import bounds, time_words

WORDS = st.text(st.characters(exclude_categories=()), min_size=3, max_size=30) | st.sampled_from(
    ["<script>alert(1)</script>", "]]>&amp;", "\x00\x1f\ufffe\ud800", "\u202eabc\u2066", "a\r\nb;c,d\\", 'x" onclick="y']
)
NAMES = WORDS.filter(lambda name: bool(name.strip()))
EDTF = [
    "2012-05-03",
    "2012-05",
    "2012",
    "201X",
    "2012-21",
    "2012~",
    "2012-05?",
    "2012-05-03/2012-06-09",
    "2012-05/..",
    "../2012",
]
UNITS = [
    When(earliest=dt.date(2012, 4, 1), latest=dt.date(2012, 6, 30), precision="quarter"),
    When(earliest=dt.date(2012, 4, 2), latest=dt.date(2012, 4, 8), precision="week"),
    When(earliest=dt.date(2005, 1, 1), latest=dt.date(2014, 12, 31), precision="decade"),
    When(earliest=dt.date(9999, 1, 1), latest=dt.date.max, precision="year"),
    When(earliest=dt.date.min, latest=dt.date.max, precision="range"),
    When(earliest=dt.date(2012, 3, 1), latest=dt.date(2012, 3, 31), precision="month", part="start"),
]
WHENS = st.sampled_from([*map(When.from_edtf, EDTF), *UNITS]) | st.dates().map(When.day)
DEGREES = st.none() | st.integers(-80, 80).map(float)
ACTORS = st.lists(st.builds(lambda name: Actor(name=name, mention=name, span=Span(0, 1)), NAMES), max_size=2).map(tuple)
PLACES = st.builds(
    lambda name, one, other: Place(name=name, mention=name, span=Span(0, 1), latitude=one, longitude=other),
    NAMES,
    DEGREES,
    DEGREES,
)
EVENTS = st.builds(
    Event,
    kind=st.sampled_from(["arrest", "killing", "trial"]),
    trigger=st.just(Span(1, 2)),
    sentence=st.just(Span(0, 3)),
    when=st.none() | WHENS,
    where=st.none() | PLACES,
    perpetrators=ACTORS,
    victims=ACTORS,
    status=st.sampled_from(["reported", "planned"]),
)
STATEMENTS = st.builds(
    lambda number, date, text, events, url, publisher: Statement(
        id=f"{date}-{number}",
        date=date,
        text=text,
        span=Span(0, len(text)),
        paragraphs=(Span(0, len(text)),),
        events=tuple(events),
        url=url,
        publisher=publisher,
    ),
    st.integers(0, 3),
    st.dates(),
    WORDS,
    st.lists(EVENTS, max_size=3),
    st.none() | WORDS | WORDS.map("https://zanara.example/{}".format) | WORDS.map("http://{}".format),
    st.none() | WORDS,
)
SOURCES = st.lists(STATEMENTS, min_size=1, max_size=3)


def _all(source: list[Statement]) -> list[Any]:
    """Write a source in every format."""
    forms = (mr.to_csl, mr.to_ftm, mr.to_geojson, mr.to_icalendar, mr.to_timelinejs)
    return [*(form(source) for form in forms), mr.to_atom(source, title="News")]


def _interval(first: list[int], last: list[int]) -> tuple[dt.date, dt.date]:
    """Give the days from the first of a year, month or day to the last of another."""
    year, month, *day = [*last, 12][:2] if len(last) == 1 else last
    end = day[0] if day else calendar.monthrange(year, month)[1]
    return dt.date(*[*first, 1, 1][:3]), dt.date(year, month, end)


@given(SOURCES, st.randoms())
def test_every_format_is_plain_data_and_the_same_in_any_order(source: list[Statement], chance: Any) -> None:  # noqa: ANN401
    written = _all(source)
    json.dumps(written, allow_nan=False, ensure_ascii=False).encode()
    chance.shuffle(source)
    assert _all(source) == written


@given(SOURCES)
def test_nothing_written_steers_or_reverses(source: list[Statement]) -> None:
    signs = set(json.dumps(_all(source), ensure_ascii=False))
    assert signs.isdisjoint("\x00\x07\x0b\x1b\x7f\x85\u2028\u202a\u202e\u2066\u2069\ud800\ufffe\uffff")


@given(SOURCES)
def test_ids_are_unique(source: list[Statement]) -> None:
    calendar_lines = mr.to_icalendar(source).split("\r\n")
    feed = ET.fromstring(mr.to_atom(source, title="News"))  # noqa: S314 - our own text
    for ids in (
        [item["id"] for item in mr.to_csl(source)],
        [entity["id"] for entity in mr.to_ftm(source)],
        [feature["id"] for feature in mr.to_geojson(source)["features"]],
        [slide["unique_id"] for slide in mr.to_timelinejs(source)["events"]],
        [row for row in calendar_lines if row.startswith("UID:")],
        [name.text for name in feed.iterfind(".//{http://www.w3.org/2005/Atom}id")],
    ):
        assert len(ids) == len(set(ids))


@given(SOURCES)
def test_lines_of_a_calendar_are_short_and_whole(source: list[Statement]) -> None:
    *rows, end = mr.to_icalendar(source).encode().split(b"\r\n")
    assert end == b""
    assert all(len(row) <= 75 and row.decode() and b"\n" not in row and b"\r" not in row for row in rows)


@given(SOURCES)
def test_nothing_is_left_out(source: list[Statement]) -> None:
    told, timeline = happenings(source), mr.to_timelinejs(source)
    assert len(mr.to_geojson(source)["features"]) == len(told)
    listed = timeline["title"]["text"]["text"].count("<li>") if "title" in timeline else 0
    assert len(timeline["events"]) + listed == len(told)


@given(WHENS)
def test_bounds_are_the_interval_exactly(when: When) -> None:
    first, last = bounds(when)
    assert time_words(when)
    if first and last:
        assert _interval([*first], [*last]) == (when.earliest, when.latest)
    assert (first is None) == (when.earliest == dt.date.min and when.precision == "range")
    assert (last is None) == (when.latest == dt.date.max and when.precision == "range")


@given(WHENS)
def test_every_date_lies_in_the_interval_of_its_event(when: When) -> None:
    event = Event(kind="trial", trigger=Span(1, 2), sentence=Span(0, 3), when=when, status="planned")
    statement = Statement(id="a", date=dt.date(2016, 5, 4), text="abc", span=Span(0, 3), events=(event,))
    found = [[row] for row in mr.to_icalendar(statement).split("\r\n") if row.startswith(("DTSTART", "DTEND"))]
    days = [dt.date.fromisoformat(row.partition(":")[2]) for (row,) in found]
    if days:
        assert (days[0], days[1] - dt.timedelta(days=1)) == (when.earliest, when.latest)
    for slide in mr.to_timelinejs(statement)["events"]:
        start = list(slide["start_date"].values())
        first, last = _interval(start, list(slide.get("end_date", slide["start_date"]).values()))
        assert when.earliest <= first <= last <= when.latest
    (entity,) = [entity for entity in mr.to_ftm(statement) if entity["schema"] == "Event"]
    for key in ("date", "startDate", "endDate"):
        for text in entity["properties"].get(key, []):
            parts = [int(part) for part in text.split("-")]
            first, last = _interval(parts, parts)
            assert when.earliest <= first <= last <= when.latest
