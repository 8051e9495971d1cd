"""The criteria of the verbs, and how the tables leave out at once what cannot meet them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict, cast

from malirights.ask.criteria import Day, Said, Words, any_of, fold, names_of, window
from malirights.faces.archive.rows import plain, spaced
from malirights.lexicon import Lexicon
from malirights.model.kinds import kinds

__all__ = [
    "Condition",
    "EventCriteria",
    "QuoteCriteria",
    "StatementCriteria",
    "about",
    "joined",
    "of_events",
    "of_statements",
    "spoken_by",
]

Condition = tuple[str, list[object]]
"""A condition of SQL on the table `statements`, and its values."""


class StatementCriteria(TypedDict, total=False):
    """The criteria of `statements`."""

    since: Day | None
    until: Day | None
    on: Day | None
    contains: Words | None
    speaker: Said | None
    publisher: Words | None
    language: Words | None


class QuoteCriteria(StatementCriteria, total=False):
    """The criteria of `quotes`."""

    role: Words | None
    cue: Words | None
    indirect: bool
    lexicon: Lexicon | None


class EventCriteria(TypedDict, total=False):
    """The criteria of `events`."""

    kind: Words | None
    group: Words | None
    where: Words | None
    within: Words | None
    perpetrator: Words | None
    victim: Words | None
    status: Words | None
    since: Day | None
    until: Day | None
    on: Day | None
    min_count: int | None
    certain: bool


def joined(conditions: Iterable[Condition]) -> Condition:
    """Join conditions that must all hold."""
    found = list(conditions)
    values = [value for _, several in found for value in several]
    return " AND ".join(sql for sql, _ in found) or "1", values


def about(criteria: Mapping[str, Any]) -> list[Condition]:
    """Say what some criteria ask of a statement by itself: its day, its publisher and its language."""
    found: list[Condition] = []
    if days := window(criteria.get("since"), criteria.get("until"), criteria.get("on")):
        found.append(("s.date BETWEEN ? AND ?", [day.isoformat() for day in days]))
    if (publisher := criteria.get("publisher")) is not None:
        found.append(_one_of("s.publisher_folded", (fold(word) for word in any_of("publisher", publisher))))
    if (language := criteria.get("language")) is not None:
        found.append(_one_of("s.language", (word.casefold() for word in any_of("language", language))))
    return found


def of_statements(criteria: Mapping[str, Any]) -> list[Condition]:
    """Say what the criteria of statements or of quotes ask of a statement, and of those who are quoted in it."""
    speaker = criteria.get("speaker")
    found = about(criteria)
    if speaker is None or criteria.get("indirect") or not _are_words(speaker):
        return found
    sql, values = spoken_by("q", cast("Words", speaker))
    return [*found, (f"EXISTS (SELECT 1 FROM quotes AS q WHERE q.statement = s.number AND {sql})", values)]  # noqa: S608


def spoken_by(table: str, speaker: Words) -> Condition:
    """Say that the speaker of a quote has one of some names, in any spelling."""
    names = [sorted(name) for name in names_of("speaker", speaker)]
    every = " OR ".join(" AND ".join([f"instr({table}.speaker_words, ?)"] * len(name)) for name in names)
    return f"({every})", [spaced(frozenset({word})) for name in names for word in name]


def of_events(criteria: Mapping[str, Any]) -> list[Condition]:
    """Say what criteria ask of the statement of an event: that it tells one of these kinds under this status."""
    found: list[Condition] = []
    if (kind := criteria.get("kind")) is not None:
        found.append(_one_of("kind", any_of("kind", kind)))
    if (group := criteria.get("group")) is not None:
        found.append(_one_of("kind", (kind.value for kind in kinds(group=group))))
    if (status := criteria.get("status")) is not None:
        found.append(_one_of("status", any_of("status", status)))
    sql, values = joined(found)
    return [(f"s.number IN (SELECT statement FROM events WHERE {sql})", values)]  # noqa: S608 - no word of a user in it


def _one_of(column: str, words: Iterable[str]) -> Condition:
    """Say that a column holds one of some words."""
    values: list[object] = [plain(str(word)) for word in words]
    return f"{column} IN ({', '.join('?' * len(values))})", values


def _are_words(value: object) -> bool:
    """Say whether a criterion is a word, or several; and not voices."""
    return isinstance(value, str) or (isinstance(value, Iterable) and all(isinstance(item, str) for item in value))
