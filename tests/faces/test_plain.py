"""Plain data: the way there and back, through JSON, and what is said of data that is none of ours."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import (
    Actor,
    Correction,
    Count,
    Event,
    Page,
    PageWarning,
    Part,
    Place,
    Quote,
    Role,
    Span,
    Speaker,
    Statement,
    Voice,
    When,
)
from malirights.model import Trait

WORDS = st.text(min_size=1, max_size=12)
NAMES = WORDS.filter(lambda name: bool(name.strip()))
MAYBE = st.none() | WORDS
SPANS = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda pair: Span(min(pair), max(pair)))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
EDTF = st.dates().map(dt.date.isoformat) | st.sampled_from(
    ["2012", "2012-05", "201X", "2012~", "2012-05/..", "../2012", "2012/2013"]
)
WHENS = st.builds(
    lambda text, words, span: attrs.evolve(When.from_edtf(text), expression=words, span=span),
    EDTF,
    WORDS,
    st.none() | SPANS,
)
TRAITS: list[Trait] = ["child", "hospital", "human_rights_defender", "journalist", "killed", "school", "trade_unionist"]
ACTORS = st.builds(
    Actor, name=NAMES, mention=NAMES, span=SPANS, type=MAYBE, traits=st.lists(st.sampled_from(TRAITS), max_size=2).map(tuple)
)
PLACES = st.builds(
    Place,
    name=NAMES,
    mention=NAMES,
    span=SPANS,
    region=MAYBE,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    known=st.booleans(),
)
COUNTS = st.builds(
    lambda low, more, about, span: Count(low=low, high=None if more is None else low + more, approximate=about, span=span),
    st.integers(0, 10**12),
    st.none() | st.integers(0, 99),
    st.booleans(),
    st.none() | SPANS,
)
CODES = st.sampled_from([code for kind in mr.kinds() for code in kind.codes("HURIDOCS", unverified=True)])
SPEAKERS = st.builds(
    Speaker,
    name=NAMES,
    mention=NAMES,
    kind=st.sampled_from(["person", "organisation", "office", "unnamed"]),
    role=MAYBE,
    organisation=MAYBE,
    name_span=st.none() | SPANS,
    role_span=st.none() | SPANS,
)
WARNINGS = st.builds(PageWarning, WORDS, WORDS, st.none() | SPANS)
KINDS = ["date", "release", "label", "headline", "byline", "caption", "dateline", "field", "contact", "index", "action", "body"]
PARTS = st.builds(Part, st.sampled_from(KINDS), SPANS)


@st.composite
def _events(draw: st.DrawFn) -> Event:
    start, end = sorted(draw(st.tuples(st.integers(0, 99), st.integers(0, 99))))
    at = draw(st.integers(start, end))
    return Event(
        kind=draw(st.sampled_from(mr.kinds())),
        trigger=Span(at, draw(st.integers(at, end))),
        sentence=Span(start, end),
        when=draw(st.none() | WHENS),
        where=draw(st.none() | PLACES),
        perpetrators=tuple(draw(st.lists(ACTORS, max_size=2))),
        victims=tuple(draw(st.lists(ACTORS, max_size=2))),
        count=draw(st.none() | COUNTS),
        status=draw(st.sampled_from(["reported", "alleged", "planned", "denied"])),
        statement_id=draw(MAYBE),
        date=draw(st.none() | st.dates()),
    )


def _quote_of(draw: st.DrawFn, text: str) -> Quote:
    """Draw a quote of some words of a text."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    speaker = draw(st.none() | SPEAKERS)
    return Quote(
        text=text[start:end],
        span=Span(start, end),
        speaker=speaker,
        attribution=draw(st.none() | SPANS) if speaker else None,
        cue=draw(MAYBE),
        cue_span=draw(st.none() | SPANS),
        partial=draw(st.booleans()),
        closed=draw(st.booleans()),
        rule=draw(MAYBE),
        statement_id=draw(MAYBE),
        date=draw(st.none() | st.dates()),
    )


@st.composite
def _quotes(draw: st.DrawFn) -> Quote:
    return _quote_of(draw, draw(WORDS))


@st.composite
def _statements(draw: st.DrawFn, text: str | None = None, start: int | None = None) -> Statement:
    text = draw(WORDS) if text is None else text
    start = draw(st.integers(0, 99)) if start is None else start
    return Statement(
        id=draw(WORDS),
        date=draw(st.dates()),
        text=text,
        span=Span(start, start + len(text)),
        paragraphs=tuple(draw(st.lists(SPANS, max_size=2))),
        parts=tuple(Part(draw(st.sampled_from(KINDS)), Span(0, at)) for at in range(min(3, len(text)))),
        released=draw(st.none() | st.datetimes(timezones=ZONES)),
        quotes=tuple(_quote_of(draw, text) for _ in range(draw(st.integers(0, 2)))),
        events=tuple(draw(st.lists(_events(), max_size=1))),
        language=draw(MAYBE),
        publisher=draw(MAYBE),
        url=draw(MAYBE),
        warnings=tuple(draw(st.lists(WARNINGS, max_size=2))),
    )


@st.composite
def _pages(draw: st.DrawFn) -> Page:
    texts = draw(st.lists(WORDS, max_size=3))
    starts = [sum(map(len, texts[:number])) for number in range(len(texts))]
    return Page(
        text="".join(texts),
        statements=tuple(draw(_statements(text, start)) for text, start in zip(texts, starts, strict=True)),
        furniture=tuple(draw(st.lists(SPANS, max_size=2))),
        topic=draw(MAYBE),
        publisher=draw(MAYBE),
        url=draw(MAYBE),
        warnings=tuple(draw(st.lists(WARNINGS, max_size=2))),
    )


CORRECTIONS = st.one_of(
    st.builds(Correction, before=_events(), by=MAYBE),
    st.builds(Correction, after=_quotes(), by=MAYBE),
    st.builds(lambda when: Correction(before=when), WHENS.filter(lambda when: when.span is not None)),
)
DAYS = st.sets(st.dates(), min_size=1, max_size=3).map(lambda days: tuple(sorted(days)))
ROLES = st.builds(Role, text=NAMES, dates=DAYS, organisation=MAYBE)
VOICES = st.builds(
    Voice,
    name=NAMES,
    kind=st.sampled_from(["person", "organisation", "office", "unnamed"]),
    spellings=st.lists(WORDS, max_size=2).map(tuple),
    roles=st.lists(ROLES, max_size=2).map(tuple),
    organisations=st.lists(WORDS, max_size=2).map(tuple),
    quotes=st.lists(_quotes(), max_size=2).map(tuple),
    dates=DAYS,
    may_be=st.lists(WORDS, max_size=2).map(tuple),
)

THINGS: Any = st.one_of(
    *(SPANS, WHENS, ACTORS, PLACES, CODES, COUNTS, SPEAKERS, WARNINGS, PARTS, ROLES, VOICES, CORRECTIONS),
    *(_events(), _quotes(), _statements(), _pages()),
)

LINES = st.sampled_from(
    [
        "May 4, 2016",
        "11 juin 2019, 16:20 UTC",
        "Three freed in Velmora",
        "Posted at 0001 BST 21 August 2014",
        "Posted on Monday",
        "The court of Velmora sat.",
        "“It rained for nine days,” said Ada Moru, a lawyer at Zanara Rights Watch.",
        "« Il a plu neuf jours », a déclaré Ada Moru.",
        "“It rained,” she added. “It never stopped.”",
        "Ada Moru said: “It rained for nine days.",
        "By Ada Moru, lawyer",
        "For more information please contact Ada Moru",
        "Subscribe to Zanara",
        "",
    ]
)


def _round_trip(thing: Any) -> None:
    """Show that an object survives the way to JSON and back, every field of it."""
    plain = mr.to_dict(thing)
    again = mr.from_dict(json.loads(json.dumps(plain, allow_nan=False)))
    assert type(again) is type(thing)
    assert again == thing
    assert hash(again) == hash(thing)
    assert mr.to_dict(again) == plain  # also what does not count for equality


@given(THINGS)
def test_every_object_goes_to_json_and_back(thing: Any) -> None:
    _round_trip(thing)


@given(st.lists(LINES, max_size=12))
def test_every_page_goes_to_json_and_back(lines: list[str]) -> None:
    page = mr.parse("\n".join(["June 4, 2016", "", "It rained.", *lines]))
    _round_trip(page)
    for statement in page.statements:
        _round_trip(statement)
        for quote in statement.quotes:
            _round_trip(quote)


@given(THINGS)
def test_the_data_names_its_class_and_every_field(thing: Any) -> None:
    plain = mr.to_dict(thing)
    assert plain["class"] == type(thing).__name__
    if not isinstance(thing, Span):
        assert set(plain) >= {field.name for field in attrs.fields(type(thing))}


def test_a_statement_reads_well() -> None:
    text = "May 4, 2016\n\nThree freed\n\nPosted at 0001 GMT 5 May 2016\n\n“It rained for nine days,” said Ada Moru, a lawyer."
    plain = mr.to_dict(mr.parse(text).statements[0])
    assert plain["date"] == "2016-05-04"
    assert plain["released"] == "2016-05-05T00:01:00+00:00"
    assert plain["headline"] == ["Three freed"]
    assert plain["span"] == [0, len(text)]
    (quote,) = plain["quotes"]
    assert quote["speaker"]["name"] == "Ada Moru"
    assert quote["partial"] is False


def test_what_a_statement_shows_beside_its_fields_is_not_read() -> None:
    plain = mr.to_dict(mr.parse("May 4, 2016\n\nThe court sat.").statements[0])
    changed = plain | {"headline": ["It rained"], "byline": "By nobody", "contact": "none"}
    assert mr.from_dict(changed) == mr.from_dict(plain)


def test_fields_with_a_default_may_be_left_out() -> None:
    assert mr.from_dict({"class": "Quote", "text": "It rained", "span": [1, 10]}) == Quote(text="It rained", span=Span(1, 10))


@pytest.mark.parametrize("thing", [None, "text", 3, {"class": "Span"}, [Span(0, 1)], Span])
def test_what_is_no_object_of_the_model_is_refused(thing: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match="Page or a Quote"):
        mr.to_dict(thing)


def test_a_class_of_the_same_name_is_not_ours() -> None:
    class Quote:
        """Words of someone else."""

    with pytest.raises(mr.InvalidTypeError, match="Quote"):
        mr.to_dict(Quote())  # type: ignore[arg-type]


@pytest.mark.parametrize("plain", [None, "{}", [], Span(0, 1)])
def test_what_is_no_dictionary_is_refused(plain: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match="a dictionary as to_dict gives it"):
        mr.from_dict(plain)


@pytest.mark.parametrize("name", ["Poem", "", None, "span", 3, ["Span"], {}])
def test_an_unknown_class_is_told_from_the_known_ones(name: Any) -> None:
    with pytest.raises(mr.InvalidValueError, match=r"Actor, Code, Correction, Count, Event, Page, .*Quote, Role, Span"):
        mr.from_dict({"class": name})


def test_data_without_a_class_is_refused() -> None:
    with pytest.raises(mr.InvalidValueError, match="class"):
        mr.from_dict({"span": [0, 1]})


STATEMENT: dict[str, Any] = {"class": "Statement", "id": "x", "date": "2016-05-04", "text": "It rained", "span": [0, 9]}
QUOTE: dict[str, Any] = {"text": "rained", "span": [3, 9]}


@pytest.mark.parametrize(
    ("plain", "faults"),
    [
        ({"class": "Part", "kind": "byline", "span": [9, 3]}, ["got 9 to 3 @ $.span"]),
        ({"class": "Part", "span": [0, 3]}, ["'kind' is missing"]),
        ({"class": "Part", "kind": "poem", "span": [3]}, ["poem", "@ $.kind", "@ $.span"]),
        ({"class": "Event", "kind": "fire", "trigger": [0, 3], "sentence": [0, 9]}, ["'fire'; it is one of", "@ $.kind"]),
        ({"class": "Event", "kind": 3, "trigger": [0, 3], "sentence": [0, 9]}, ["3 is no str @ $.kind"]),
        (STATEMENT | {"date": "2016-13-04"}, ["@ $.date"]),
        (STATEMENT | {"date": "2016-13-04", "released": "noon"}, ["@ $.date", "@ $.released"]),
        (STATEMENT | {"quotes": [QUOTE, QUOTE | {"span": [3, 8]}]}, ["covers exactly its words", "@ $.quotes[1]"]),
        (STATEMENT | {"quotes": [{"span": [3, 9]}, {"text": "rained"}]}, ["$.quotes[0].text", "$.quotes[1].span"]),
        (
            STATEMENT | {"quotes": [QUOTE | {"speaker": {"name": "", "mention": "she", "kind": "ghost"}}]},
            ["@ $.quotes[0].speaker"],
        ),
        (STATEMENT | {"span": [0, 4]}, ["a statement's span covers exactly its text"]),
        (
            {"class": "Page", "text": "It rained", "statements": [STATEMENT, {}]},
            ["$.statements[1].date", "$.statements[1].span"],
        ),
    ],
)
def test_every_fault_is_named_with_its_path(plain: dict[str, Any], faults: list[str]) -> None:
    with pytest.raises(mr.InvalidValueError, match=f"this is no {plain['class']}") as caught:
        mr.from_dict(plain)
    for fault in faults:
        assert fault in str(caught.value)


@pytest.mark.parametrize("pair", [None, [], [1], [1, 2, 3], "12", ["1", "2"], [1.0, 2.0], [2, 1], {"start": 1}])
def test_a_span_is_a_pair_of_numbers(pair: Any) -> None:
    with pytest.raises(mr.InvalidValueError, match="this is no Span"):
        mr.from_dict({"class": "Span", "span": pair})


@pytest.mark.parametrize(
    "plain",
    [
        {"class": "Quote", "text": None, "span": [0, 4]},
        {"class": "Quote", "text": 1234, "span": [0, 4]},
        {"class": "Quote", "text": "rain", "span": [0, 4], "partial": "false"},
        {"class": "Speaker", "name": ["Ada"], "mention": "Ada", "kind": "person"},
        {"class": "Speaker", "name": None, "mention": "Ada", "kind": "person"},
        {"class": "Count", "low": "5", "high": None},
        {"class": "Count", "low": 5.7, "high": None},
        {"class": "Count", "low": True, "high": None},
        {"class": "Place", "name": "Velmora", "mention": "Velmora", "span": [0, 7], "latitude": "5"},
        STATEMENT | {"quotes": None},
        STATEMENT | {"quotes": "rained"},
        STATEMENT | {"quotes": {}},
        STATEMENT | {"date": 20160504},
        STATEMENT | {"released": "2016-05-04"},
    ],
)
def test_values_of_another_kind_are_refused_and_not_bent(plain: dict[str, Any]) -> None:
    with pytest.raises(mr.InvalidValueError, match=f"this is no {plain['class']}"):
        mr.from_dict(plain)
