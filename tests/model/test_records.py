"""The records: what cannot be is refused, and what can be is short to read, hashable and picklable."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import malirights as mr
from malirights import (
    Actor,
    Code,
    Count,
    Event,
    Page,
    PageWarning,
    Part,
    Place,
    Quote,
    Span,
    Speaker,
    Statement,
    When,
)

DAY = dt.date(2013, 6, 14)
ADA = Speaker(name="Ada Moru", mention="Moru", kind="person", role="lawyer")
QUOTE = Quote(text="It rained", span=Span(1, 10), speaker=ADA, attribution=Span(17, 21))
TEXT = "“It rained”, said Moru."
STATEMENT = Statement(id="2013-06-14-00000000", date=DAY, text=TEXT, span=Span(0, len(TEXT)), quotes=(QUOTE,))
PAGE = Page(text=TEXT + "\nMenu", statements=(STATEMENT,), furniture=(Span(24, 28),), topic="Zanara")

RECORDS: list[tuple[Any, str]] = [
    (ADA, "Speaker('Ada Moru', role='lawyer')"),
    (Speaker(name="Ada Moru", mention="she", kind="person"), "Speaker('Ada Moru')"),
    (Actor(name="gendarmerie", mention="the gendarmes", span=Span(0, 13)), "Actor('gendarmerie')"),
    (Place(name="Velmora", mention="Velmora", span=Span(3, 10), region="Zanara"), "Place('Velmora', region='Zanara')"),
    (Code(scheme="ICCS", code="0301", fit="exact"), "Code('ICCS', '0301', 'exact')"),
    (
        Code(scheme="ROME", code="7(1)(d)", fit="close", conditions=("judgement",), verified=False),
        "Code('ROME', '7(1)(d)', 'close', conditional, unverified)",
    ),
    (Count(low=5, high=None), "Count(5, None)"),
    (Count(low=5, high=7, approximate=True, span=Span(0, 4)), "Count(5, 7, approximate)"),
    (QUOTE, "Quote('It rained', Ada Moru)"),
    (Quote(text="It rained", span=Span(1, 10)), "Quote('It rained')"),
    (Part("byline", Span(20, 41)), "Part('byline', Span(20, 41))"),
    (PageWarning("encoding", "read as windows-1252", None), "PageWarning('encoding', 'read as windows-1252', None)"),
    (
        Event(
            kind="arrest",
            trigger=Span(9, 17),
            sentence=Span(0, 40),
            when=When.day(DAY),
            where=Place(name="Velmora", mention="Velmora", span=Span(3, 10)),
        ),
        "Event('arrest', when='2013-06-14', where='Velmora')",
    ),
    (STATEMENT, "Statement('2013-06-14-00000000', 23 characters, 1 quotes)"),
    (PAGE, "Page('Zanara', 1 statement, 2013-06-14 to 2013-06-14)"),
]


@pytest.mark.parametrize(("record", "shown"), RECORDS)
def test_shows_itself_shortly(record: object, shown: str) -> None:
    assert repr(record) == shown


@pytest.mark.parametrize("record", [record for record, _ in RECORDS])
def test_is_hashable_and_picklable(record: object) -> None:
    again = pickle.loads(pickle.dumps(record))  # noqa: S301 - our own bytes
    assert again == record
    assert hash(again) == hash(record)


@pytest.mark.parametrize("record", [record for record, _ in RECORDS])
def test_is_frozen(record: Any) -> None:
    for field in attrs.fields(type(record)):
        with pytest.raises(AttributeError):
            setattr(record, field.name, None)


def test_the_words_of_a_long_quote_are_cut_in_its_repr() -> None:
    words = "It rained and rained. " * 50
    shown = repr(Quote(text=words, span=Span(0, len(words))))
    assert shown.startswith("Quote('It rained and rained. ")
    assert shown.endswith("…')")
    assert len(shown) < 70


def _speaker(**changes: Any) -> Speaker:
    fields: dict[str, Any] = {"name": "Ada Moru", "mention": "Moru", "kind": "person"}
    return Speaker(**(fields | changes))


def _place(**changes: Any) -> Place:
    fields: dict[str, Any] = {"name": "Velmora", "mention": "Velmora", "span": Span(0, 7)}
    return Place(**(fields | changes))


def _event(**changes: Any) -> Event:
    fields: dict[str, Any] = {"kind": "arrest", "trigger": Span(9, 17), "sentence": Span(0, 40)}
    return Event(**(fields | changes))


def _code(**changes: Any) -> Code:
    fields: dict[str, Any] = {"scheme": "ICCS", "code": "0301", "fit": "exact"}
    return Code(**(fields | changes))


def _quote(**changes: Any) -> Quote:
    fields: dict[str, Any] = {"text": "It rained", "span": Span(1, 10)}
    return Quote(**(fields | changes))


def _statement(**changes: Any) -> Statement:
    fields: dict[str, Any] = {"id": "x", "date": DAY, "text": TEXT, "span": Span(5, 5 + len(TEXT))}
    return Statement(**(fields | changes))


def _page(**changes: Any) -> Page:
    fields: dict[str, Any] = {"text": TEXT, "statements": (STATEMENT,)}
    return Page(**(fields | changes))


@pytest.mark.parametrize(
    ("make", "changes", "says"),
    [
        (_speaker, {"name": ""}, "name"),
        (_speaker, {"name": " \xa0"}, "name"),
        (_speaker, {"name": None}, "name"),
        (_speaker, {"mention": ""}, "mention"),
        (_speaker, {"kind": "ghost"}, "'ghost'.*person"),
        (Actor, {"name": "", "mention": "they", "span": Span(0, 4)}, "name"),
        (Actor, {"name": "army", "mention": " ", "span": Span(0, 4)}, "mention"),
        (_place, {"name": ""}, "name"),
        (_place, {"latitude": 90.5}, "latitude.*-90 to 90.*90.5"),
        (_place, {"latitude": float("nan")}, "latitude"),
        (_place, {"longitude": -181.0}, "longitude.*-180 to 180.*-181"),
        (Count, {"low": -1, "high": None}, "-1"),
        (Count, {"low": 7, "high": 5}, "7 to 5"),
        (Actor, {"name": "army", "mention": "army", "span": Span(0, 4), "traits": ("old",)}, "'old'.*child"),
        (_event, {"kind": ""}, "one of .*arrest"),
        (_event, {"kind": "arest"}, "'arest'; did you mean 'arrest'"),
        (_code, {"scheme": "iccs"}, "'iccs'.*ICCS"),
        (_code, {"fit": "none"}, "'none'.*exact"),
        (_code, {"code": " "}, "vocabulary writes"),
        (_code, {"conditions": ("rain",)}, "'rain'.*child"),
        (_event, {"status": "rumoured"}, "'rumoured'.*alleged"),
        (_event, {"trigger": Span(39, 41)}, "sentence"),
        (_quote, {"text": ""}, "span covers exactly its words"),
        (_quote, {"span": Span(1, 9)}, "span covers exactly its words"),
        (_quote, {"attribution": Span(12, 16)}, "give the speaker"),
        (Part, {"kind": "poem", "span": Span(0, 4)}, "'poem'.*byline"),
        (_statement, {"span": Span(0, 5)}, "covers exactly its text"),
        (_statement, {"quotes": (_quote(span=Span(2, 11)),)}, "not those of the quote"),
        (_statement, {"quotes": (_quote(span=Span(90, 99)),)}, r"statement\.text"),
        (_page, {"text": TEXT.replace("rained", "snowed")}, "not those of the statement"),
        (_page, {"text": TEXT[:-1]}, "reaches beyond"),
    ],
)
def test_refuses_values_that_cannot_be(make: Callable[..., object], changes: dict[str, Any], says: str) -> None:
    with pytest.raises(mr.InvalidValueError, match=says) as caught:
        make(**changes)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        (_speaker, {"kind": ["person"]}),
        (_place, {"latitude": "north"}),
        (Count, {"low": None, "high": None}),
        (Count, {"low": 1.5, "high": 2}),
        (Actor, {"name": "army", "mention": "army", "span": Span(0, 4), "traits": ["child"]}),
        (Actor, {"name": "army", "mention": "army", "span": Span(0, 4), "traits": (["child"],)}),
        (_event, {"kind": None}),
        (_event, {"kind": ["arrest"]}),
        (_event, {"trigger": None}),
        (_code, {"scheme": ["ICCS"]}),
        (_code, {"fit": None}),
        (_code, {"code": 301}),
        (_code, {"conditions": ["child"]}),
        (_quote, {"text": None}),
        (_quote, {"span": None}),
        (Part, {"kind": "byline", "span": (0, 4)}),
        (_statement, {"date": "2013-06-14"}),
        (_statement, {"date": dt.datetime(2013, 6, 14, tzinfo=dt.UTC)}),
        (_statement, {"released": dt.datetime(2013, 6, 14)}),  # noqa: DTZ001 - the naive time is the fault
        (_statement, {"text": None}),
        (_page, {"text": None}),
        (_page, {"statements": (None,)}),
    ],
)
def test_refuses_values_of_the_wrong_type(make: Callable[..., object], changes: dict[str, Any]) -> None:
    with pytest.raises(mr.MalirightsError) as caught:
        make(**changes)
    assert isinstance(caught.value, TypeError | ValueError)


@pytest.mark.parametrize(
    ("make", "field", "items"),
    [
        (_statement, "quotes", [QUOTE]),
        (_statement, "paragraphs", [Span(0, 4)]),
        (_page, "statements", [STATEMENT]),
        (_page, "furniture", [Span(0, 4)]),
        (_event, "victims", [Actor(name="army", mention="army", span=Span(0, 4))]),
    ],
)
def test_a_list_becomes_a_tuple_or_is_refused(make: Callable[..., object], field: str, items: list[object]) -> None:
    try:
        record = make(**{field: items})
    except mr.MalirightsError as error:
        assert field in str(error)  # noqa: PT017 - the other branch is as good
    else:
        assert getattr(record, field) == tuple(items)
        assert hash(record) == hash(make(**{field: tuple(items)}))


def test_fields_are_named() -> None:
    with pytest.raises(TypeError):
        Count(5, 7)  # type: ignore[call-arg]


def test_a_statement_shows_what_its_parts_are() -> None:
    text = "May 4, 2016\nTwo held\nOne freed\nBy Ada Moru\nContact: Ada\nring 55"
    kinds: list[Any] = ["date", "headline", "headline", "byline", "contact", "contact"]
    parts, at = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=True):
        parts.append(Part(kind, Span(at, at + len(line))))
        at += len(line) + 1
    statement = Statement(id="x", date=DAY, text=text, span=Span(0, len(text)), parts=tuple(parts))
    assert statement.headline == ("Two held", "One freed")
    assert statement.byline == "By Ada Moru"
    assert statement.contact == "Contact: Ada\nring 55"


def test_a_statement_without_parts_has_no_headline_byline_or_contact() -> None:
    assert STATEMENT.headline == ()
    assert STATEMENT.byline is None
    assert STATEMENT.contact is None


@pytest.mark.parametrize(
    ("low", "high", "approximate", "said"),
    [
        (6, 6, False, "6"),
        (30, None, False, "at least 30"),
        (13, 17, True, "about 13 to 17"),
        (1200, None, True, "about 1,200 or more"),
    ],
)
def test_a_count_says_itself_in_words(low: int, high: int | None, approximate: bool, said: str) -> None:  # noqa: FBT001
    assert str(mr.Count(low=low, high=high, approximate=approximate)) == said
