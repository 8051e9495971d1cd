"""What the verbs answer with: tuples that a notebook shows as a table, with the words that prove each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self, TypeVar

from malirights.ask.entries import shortened, title
from malirights.model import Actor, Event, Quote, Statement
from malirights.model.evidence import evidence_of
from malirights.model.markup import marked, safe, table
from malirights.model.voice import Voice

__all__ = ["Shown"]

_Item = TypeVar("_Item")
_WHOLE = 12
_LONGEST = 300


class Shown(tuple[_Item, ...]):  # noqa: SLOT001 - a tuple of any length can have none
    """A tuple in every respect, which a notebook shows as a table.

    Examples:
        >>> answer = Shown([1, 2])
        >>> answer, answer == (1, 2), hash(answer) == hash((1, 2))
        ((1, 2), True, True)
    """

    _statements: tuple[Statement, ...]

    @classmethod
    def of(cls, items: Iterable[_Item], statements: Iterable[Statement]) -> Self:
        """Make an answer that knows the statements of its items, to show their words.

        Args:
            items: What was found.
            statements: For each item, where; they are shown only, and neither compared nor pickled.
        """
        made = cls(items)
        made._statements = tuple(statements)
        return made

    def __reduce__(self) -> tuple[type[Shown[_Item]], tuple[tuple[_Item, ...]]]:
        """Pickle the items alone."""
        return type(self), (tuple(self),)

    def _repr_html_(self) -> str:
        """Draw the items as a table, or one after the other where each is a drawing of its own; all text is escaped."""
        if self and all(isinstance(item, Statement) for item in self):
            return _statements(self)
        if self and all(isinstance(item, Quote) for item in self):
            return _quotes(self)
        if self and all(isinstance(item, Event) for item in self):
            return _events(self, getattr(self, "_statements", None) or [None] * len(self))
        if self and all(isinstance(item, Voice) for item in self):
            return _voices(self)
        drawings = [item._repr_html_() for item in self[:_WHOLE] if hasattr(item, "_repr_html_")]
        rest = f"<p>and {len(self) - len(drawings):,} more</p>" if drawings and len(self) > len(drawings) else ""
        return "".join(drawings) + rest if drawings else f"<pre>{safe(repr(self))}</pre>"


def _statements(found: Iterable[Any]) -> str:
    """Give a row for each statement."""
    rows = [(f"{one.date}", safe(title(one)), str(len(one.quotes)), str(len(one.events)), safe(one.id)) for one in found]
    return table(f"{len(rows):,} statements", ("date", "title", "quotes", "events", "id"), rows)


def _quotes(found: Iterable[Any]) -> str:
    """Give a row for each quote."""
    rows = [
        (
            f"{one.date or ''}",
            safe(one.speaker.name if one.speaker else "not stated"),
            safe((one.speaker.role if one.speaker else None) or ""),
            safe(shortened(one.text, _LONGEST)),
        )
        for one in found
    ]
    return table(f"{len(rows):,} quotes", ("date", "speaker", "role", "words"), rows)


def _events(found: Iterable[Any], statements: Sequence[Statement | None]) -> str:
    """Give a row for each event, with its sentence and the evidence in it where its statement is known."""
    rows = []
    for event, statement in zip(found, statements, strict=True):
        rows.append(
            (
                safe(event.when.edtf) if event.when else "",
                safe(event.kind.value) + ("" if event.status == "reported" else f" ({event.status})"),
                safe(event.where.name) if event.where else "",
                _names(event.perpetrators),
                _names(event.victims),
                safe(str(event.count)) if event.count else "",
                marked(statement.text, event.sentence, evidence_of(event, "")) if statement else "",
            )
        )
    return table(f"{len(rows):,} events", ("when", "kind", "where", "by", "to", "number", "told"), rows)


def _voices(found: Iterable[Any]) -> str:
    """Give a row for each speaker."""
    rows = [
        (
            safe(one.name),
            safe("; ".join(role.text for role in one.roles)),
            safe("; ".join(one.organisations)),
            str(len(one.quotes)),
            f"{one.dates[0]} to {one.dates[-1]}",
        )
        for one in found
    ]
    return table(f"{len(rows):,} speakers", ("name", "roles", "organisations", "quotes", "quoted"), rows)


def _names(actors: Iterable[Actor]) -> str:
    """List parties."""
    return safe("; ".join(actor.name for actor in actors))
