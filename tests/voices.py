"""Statements made of speakers alone, for the tests of who is quoted."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import malirights as mr
from malirights import Quote, Span, Speaker, Statement, Voice

DAY = dt.date(2013, 6, 14)


def person(name: str, **fields: Any) -> Speaker:
    return Speaker(**{"name": name, "mention": name, "kind": "person", **fields})


def organisation(name: str, **fields: Any) -> Speaker:
    return person(name, kind="organisation", **fields)


def statement(number: int, *speakers: Speaker | None, words: str = "") -> Statement:
    """Make a statement of the day of that number, in which each speaker says one word."""
    text = " ".join("“word”" for _ in speakers) + f" {words or 'nobody else'}"
    day = DAY + dt.timedelta(days=number)
    quotes = tuple(
        Quote(text="word", span=Span(at + 1, at + 5), speaker=speaker, statement_id=f"s{number}", date=day)
        for at, speaker in zip(range(0, len(text), 7), speakers, strict=False)
    )
    return Statement(id=f"s{number}", date=day, text=text, span=Span(0, len(text)), quotes=quotes)


def each(*speakers: Speaker | None) -> list[Statement]:
    """Make a statement for each speaker, a day apart."""
    return [statement(number, speaker) for number, speaker in enumerate(speakers)]


def groups(voices: Iterable[Voice]) -> set[frozenset[str]]:
    """Give the names that the texts have for each entry."""
    return {frozenset(quote.speaker.name for quote in voice.quotes if quote.speaker) for voice in voices}


def people(*names: str) -> tuple[Voice, ...]:
    return mr.speakers(each(*map(person, names)))
