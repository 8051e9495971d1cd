"""Corrections kept apart from the page, and put on it, also when it was read again."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

import attrs

from malirights.ask.criteria import Source, statements_of
from malirights.ask.origins import key_of
from malirights.errors import DecodeError, InvalidTypeError, InvalidValueError, ReadError
from malirights.faces.files import decode
from malirights.faces.plain import from_dict, to_dict
from malirights.faces.target import put
from malirights.model import Correction, Event, Page, PageWarning, Quote, Span, Statement, When
from malirights.model.checks import tuple_of
from malirights.model.correction import Item, anchor

__all__ = ["Corrections", "file_text", "overlaid", "plain_of", "put_on"]

_T = TypeVar("_T")
_LISTS = {Quote: "quotes", Event: "events", When: "dates"}
_CLASS = "Corrections"


@attrs.frozen(kw_only=True)
class Corrections:
    r"""Corrections of some statements, apart from their pages: to save, and to put on the same pages read again.

    A statement is found by its `id`, which other spacing and better rules leave as it is, and a quote, an event or a time in it
    by its place among the words. So each statement is kept here with its text: the file is as sensitive as the page.

    Attributes:
        statements: The corrected statements: their text and their corrections, and nothing else.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe bakers were arrested in Orvel.")
        >>> ann = mr.to_brat(page).ann.replace("status E1 reported", "status E1 alleged")
        >>> better = mr.corrected(page, ann, by="Neva Orlin")
        >>> overlay = mr.Corrections.of(better)
        >>> overlay
        Corrections(1 correction of 1 statement)
        >>> again = mr.parse("Main menu\n\nMay 4, 2016\n\n\n  The bakers were  arrested in Orvel.")
        >>> mr.corrected(again, overlay).statements[0].events[0].status
        'alleged'
    """

    statements: tuple[Statement, ...] = attrs.field(default=(), validator=tuple_of("Corrections.statements", Statement))

    @classmethod
    def of(cls, source: Source) -> Corrections:
        """Take the corrections off some corrected pages or statements.

        Raises:
            InvalidTypeError: The source is none.
        """
        kept = (one for one in statements_of(source) if one.corrections)
        return cls(
            statements=tuple(
                Statement(id=one.id, date=one.date, text=one.text, span=one.span, corrections=one.corrections) for one in kept
            )
        )

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Corrections:
        """Read the corrections that `save` wrote.

        Raises:
            InvalidTypeError: The path is none.
            InvalidValueError: The file holds something else.
            ReadError: The file cannot be opened.
        """
        if not isinstance(path, str | os.PathLike):
            message = f"Corrections.load takes a path, got {type(path).__name__}"
            raise InvalidTypeError(message)
        return cls.from_plain(plain_of(file_text(path)))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the corrections as JSON.

        Raises:
            WriteError: The file cannot be written.
        """
        import json  # noqa: PLC0415 - only who saves pays for it

        put([json.dumps(self.to_plain(), indent=1) + "\n"], path)

    def to_plain(self) -> dict[str, Any]:
        """Give the corrections as plain data, such as JSON holds."""
        return {"class": _CLASS, "statements": [to_dict(statement) for statement in self.statements]}

    @classmethod
    def from_plain(cls, plain: object) -> Corrections:
        """Make corrections of what `to_plain` gave.

        Raises:
            InvalidValueError: The data is something else; the message names the path of each fault.
        """
        statements = plain.get("statements") if isinstance(plain, dict) and plain.get("class") == _CLASS else None
        if not isinstance(statements, list):
            message = "these are no corrections: give what Corrections.save wrote, {'class': 'Corrections', 'statements': […]}"
            raise InvalidValueError(message)
        return cls(statements=tuple(from_dict(statement) for statement in statements))

    def __repr__(self) -> str:
        """Count the corrections and the statements."""
        count = sum(len(statement.corrections) for statement in self.statements)
        one = "s" if count != 1 else "", "s" if len(self.statements) != 1 else ""
        return f"Corrections({count} correction{one[0]} of {len(self.statements)} statement{one[1]})"


def file_text(path: str | os.PathLike[str]) -> str:
    """Read a file of annotations.

    Raises:
        DecodeError: It is no text.
        ReadError: It cannot be opened.
    """
    try:
        return decode(Path(path).read_bytes())[0]
    except (OSError, ValueError) as error:
        if isinstance(error, DecodeError):
            raise
        message = f"cannot read the annotations {os.fspath(path)!r}: {getattr(error, 'strerror', None) or error}"
        raise ReadError(message, path=os.fspath(path)) from error


def plain_of(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Read a JSON text.

    Raises:
        InvalidValueError: It is none.
    """
    import json  # noqa: PLC0415 - only who loads pays for it

    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        message = f"the annotations are no JSON: {error}"
        raise InvalidValueError(message) from error


def overlaid(page: Page, overlay: Corrections) -> Page:
    """Put corrections on a page; what does not fit it any more is a warning of the page."""
    lost: list[PageWarning] = []
    found: dict[str, list[int]] = {}
    for number, statement in enumerate(page.statements):
        found.setdefault(statement.id, []).append(number)
    statements = list(page.statements)
    for kept in overlay.statements:
        for number in found.get(kept.id, ()):
            statements[number], unfit = put_on(statements[number], _moved(kept, statements[number]))
            lost += [_lost(statements[number], one) for one in unfit]
        if kept.id not in found:
            lost += [_lost(None, one, f"the statement {kept.id} is not on the page") for one in kept.corrections]
    return attrs.evolve(page, statements=tuple(statements), warnings=(*page.warnings, *lost))


def put_on(statement: Statement, corrections: Sequence[Correction]) -> tuple[Statement, list[Correction]]:
    """Put corrections on a statement, one after the other, in spans of its own text.

    Returns:
        The statement, and the corrections that found nothing to correct.
    """
    lists: dict[type, list[Item]] = {cls: list(getattr(statement, name)) for cls, name in _LISTS.items()}
    fit: list[Correction] = []
    unfit: list[Correction] = []
    for correction in corrections:
        if correction in statement.corrections:
            continue
        items = lists[type(correction.before or correction.after)]
        (fit if _put(items, correction) else unfit).append(correction)
    if not fit:
        return statement, unfit
    changed: dict[str, Any] = {name: tuple(sorted(lists[cls], key=_place)) for cls, name in _LISTS.items()}
    return attrs.evolve(statement, **changed, corrections=(*statement.corrections, *fit)), unfit


def _put(items: list[Item], correction: Correction) -> bool:
    """Correct, add or remove one of some items; False where there is none to correct."""
    before, after = correction.before, correction.after
    place = _find(items, before or after)
    if after is None:
        if place is not None:
            del items[place]
        return True  # what the rules no longer find needs no rejecting
    if before is None:
        items[:] = [*(item for item in items if key_of(item) != key_of(after)), after]
        return True
    if place is None:
        return False
    changed = {name: getattr(after, name) for name in correction.fields}
    items[place] = attrs.evolve(items[place], **changed)
    return True


def _find(items: Sequence[Item], sought: Item | None) -> int | None:
    """Find an item among others: the very same, else the one of its kind at its place, else the only one there."""
    if sought is None:
        return None
    if sought in items:
        return items.index(sought)
    same = [number for number, item in enumerate(items) if key_of(item) == key_of(sought)]
    there = [number for number, item in enumerate(items) if anchor(item) == anchor(sought)]
    return same[0] if same else there[0] if len(there) == 1 else None


def _place(item: Item) -> Span:
    """Give what items are sorted by."""
    return anchor(item) or Span(0, 0)


def _lost(statement: Statement | None, correction: Correction, why: str = "") -> PageWarning:
    """Report a correction that does not fit any more."""
    item = correction.before or correction.after
    place = item and anchor(item)
    span = place.shifted(statement.span.start) if statement and place else None
    why = why or "nothing is extracted any more at the place that it corrects"
    return PageWarning("correction-lost", f"{correction!r} is not put on: {why}", span)


def _moved(kept: Statement, statement: Statement) -> list[Correction]:
    """Move the corrections of a statement to the same words with other white space."""
    if kept.text == statement.text:
        return list(kept.corrections)
    offsets = _offsets(kept.text, statement.text)
    return [_respanned(correction, lambda span: _move(span, offsets), statement.text) for correction in kept.corrections]


def _offsets(old: str, new: str) -> list[int]:
    """Give for every offset of a text that of the same character in another; counted from the end, as date lines may differ."""
    places = [place for place, sign in enumerate(new) if not sign.isspace()]
    left = list(accumulate((not sign.isspace() for sign in reversed(old)), initial=0))
    return [places[-count] if 0 < count <= len(places) else 0 if count else len(new) for count in reversed(left)]


def _move(span: Span, offsets: Sequence[int]) -> Span:
    """Move a span from its first character to its last one."""
    if span.start == span.end:
        return Span(offsets[span.start], offsets[span.start])
    start, last = offsets[span.start], offsets[span.end - 1]
    return Span(start, max(start, last + 1))


def _respanned(thing: _T, move: Callable[[Span], Span], text: str) -> _T:
    """Move all spans in a thing, and take the words of quotes and times from the text."""
    if isinstance(thing, Span):
        return move(thing)  # type: ignore[return-value]
    if isinstance(thing, tuple):
        return tuple(_respanned(item, move, text) for item in thing)  # type: ignore[return-value]
    if not attrs.has(type(thing)):
        return thing
    changed = {
        field.name: _respanned(getattr(thing, field.name), move, text)
        for field in attrs.fields(type(thing))  # type: ignore[arg-type]
    }
    if isinstance(thing, Quote):
        changed["text"] = changed["span"].of(text)
    if isinstance(thing, When) and changed["span"]:
        changed["expression"] = changed["span"].of(text)
    return attrs.evolve(thing, **changed)  # type: ignore[misc]
