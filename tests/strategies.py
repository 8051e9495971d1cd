"""Strategies for every object of the model: any values that the constructors take, and statements whose spans all hold."""

# What is drawn is of many types.

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
from hypothesis import strategies as st

import malirights as mr
from malirights import (
    Actor,
    Correction,
    Count,
    Event,
    Incident,
    Link,
    Page,
    PageWarning,
    Part,
    Place,
    Quote,
    Road,
    Role,
    Span,
    Speaker,
    Statement,
    Step,
    Total,
    Voice,
    When,
)
from malirights.model import Trait
from malirights.model.incident import Reason

WORDS = st.text(min_size=1, max_size=12)
NAMES = WORDS.filter(lambda name: bool(name.strip()))
MAYBE = st.none() | WORDS
SPANS = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda pair: Span(min(pair), max(pair)))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
# Within the years that UTC has too.
RELEASES = st.datetimes(dt.datetime(1, 1, 3), dt.datetime(9999, 12, 29), timezones=ZONES)  # noqa: DTZ001 - the zone is drawn
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


def _spans_in(length: int) -> st.SearchStrategy[Span]:
    """Draw spans of a text of some length."""
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda pair: Span(min(pair), max(pair)))


@st.composite
def events(draw: st.DrawFn, length: int = 99) -> Event:
    """Draw an event whose trigger, sentence, status and number stand in a text of some length."""
    spans = _spans_in(length)
    sentence = draw(spans)
    at = draw(st.integers(sentence.start, sentence.end))
    count = draw(st.none() | COUNTS)
    return Event(
        kind=draw(st.sampled_from(mr.kinds())),
        trigger=Span(at, draw(st.integers(at, sentence.end))),
        sentence=sentence,
        when=draw(st.none() | WHENS),
        where=draw(st.none() | PLACES),
        perpetrators=tuple(draw(st.lists(ACTORS, max_size=2))),
        victims=tuple(draw(st.lists(ACTORS, max_size=2))),
        count=count and attrs.evolve(count, span=draw(st.none() | spans)),
        status=draw(st.sampled_from(["reported", "alleged", "planned", "denied"])),
        status_span=draw(st.none() | spans),
        statement_id=draw(MAYBE),
        date=draw(st.none() | st.dates()),
    )


def _quote_of(draw: st.DrawFn, text: str) -> Quote:
    """Draw a quote of some words of a text."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    speaker, spans = draw(st.none() | SPEAKERS), st.none() | _spans_in(len(text))
    return Quote(
        text=text[start:end],
        span=Span(start, end),
        speaker=speaker,
        attribution=draw(spans) if speaker else None,
        cue=draw(MAYBE),
        cue_span=draw(spans),
        partial=draw(st.booleans()),
        closed=draw(st.booleans()),
        rule=draw(MAYBE),
        statement_id=draw(MAYBE),
        date=draw(st.none() | st.dates()),
    )


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    """Draw a quote."""
    return _quote_of(draw, draw(WORDS))


@st.composite
def statements(draw: st.DrawFn, text: str | None = None, start: int | None = None) -> Statement:
    """Draw a statement whose quotes and events stand in its text."""
    text = draw(WORDS) if text is None else text
    start = draw(st.integers(0, 99)) if start is None else start
    return Statement(
        id=draw(WORDS),
        date=draw(st.dates()),
        text=text,
        span=Span(start, start + len(text)),
        paragraphs=tuple(draw(st.lists(SPANS, max_size=2))),
        parts=tuple(Part(draw(st.sampled_from(KINDS)), Span(0, at)) for at in range(min(3, len(text)))),
        released=draw(st.none() | RELEASES),
        quotes=tuple(_quote_of(draw, text) for _ in range(draw(st.integers(0, 2)))),
        events=tuple(draw(st.lists(events(len(text)), max_size=1))),
        language=draw(MAYBE),
        publisher=draw(MAYBE),
        url=draw(MAYBE),
        warnings=tuple(draw(st.lists(WARNINGS, max_size=2))),
    )


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Draw a page."""
    texts = draw(st.lists(WORDS, max_size=3))
    starts = [sum(map(len, texts[:number])) for number in range(len(texts))]
    return Page(
        text="".join(texts),
        statements=tuple(draw(statements(text, start)) for text, start in zip(texts, starts, strict=True)),
        furniture=tuple(draw(st.lists(SPANS, max_size=2))),
        topic=draw(MAYBE),
        publisher=draw(MAYBE),
        url=draw(MAYBE),
        warnings=tuple(draw(st.lists(WARNINGS, max_size=2))),
    )


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    """Draw an incident of one telling or two, whose events stand in their statements."""
    told = draw(st.lists(statements(), min_size=1, max_size=2))
    kind = draw(st.sampled_from(mr.kinds()))
    own = tuple(attrs.evolve(draw(events(len(statement.text))), kind=kind) for statement in told)
    return Incident(events=own, statements=tuple(told), links=tuple(draw(st.lists(LINKS, max_size=len(own) - 1))))


DAYS = st.sets(st.dates(), min_size=1, max_size=3).map(lambda days: tuple(sorted(days)))
ROLES = st.builds(Role, text=NAMES, dates=DAYS, organisation=MAYBE)
VOICES = st.builds(
    Voice,
    name=NAMES,
    kind=st.sampled_from(["person", "organisation", "office", "unnamed"]),
    spellings=st.lists(WORDS, max_size=2).map(tuple),
    roles=st.lists(ROLES, max_size=2).map(tuple),
    organisations=st.lists(WORDS, max_size=2).map(tuple),
    quotes=st.lists(quotes(), max_size=2).map(tuple),
    dates=DAYS,
    may_be=st.lists(WORDS, max_size=2).map(tuple),
)

REASONS: list[Reason] = ["copy", "time", "place", "victims", "perpetrators", "count", "accused", "act"]
LINKS = st.builds(
    Link, first=events(), second=events(), reasons=st.lists(st.sampled_from(REASONS), min_size=1, max_size=3).map(tuple)
)
TOTALS = st.builds(
    Total, kind=st.sampled_from(mr.kinds()), count=COUNTS, incidents=st.integers(0, 99), uncounted=st.integers(0, 99)
)
STEPS = st.builds(Step, incident=incidents(), links=st.lists(LINKS, max_size=1).map(tuple))
ROADS = st.builds(
    Road,
    incidents=st.lists(incidents(), min_size=1, max_size=2).map(tuple),
    steps=st.lists(STEPS, max_size=2).map(tuple),
)

CORRECTIONS = st.one_of(
    st.builds(Correction, before=events(), by=MAYBE),
    st.builds(Correction, after=quotes(), by=MAYBE),
    st.builds(lambda when: Correction(before=when), WHENS.filter(lambda when: when.span is not None)),
)

THINGS: Any = st.one_of(
    *(SPANS, WHENS, ACTORS, PLACES, CODES, COUNTS, SPEAKERS, WARNINGS, PARTS, ROLES, VOICES, CORRECTIONS),
    *(events(), quotes(), statements(), pages(), incidents()),
    *(LINKS, TOTALS, STEPS, ROADS),
)
