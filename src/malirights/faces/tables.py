"""Tables for a person at a terminal, and tab-separated lines where the output is piped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from malirights.ask.entries import title
from malirights.model import Actor, Event, Quote, Statement

__all__ = ["escaped", "event_rows", "overview", "printable", "quote_rows", "statement_rows", "table"]

_GAP = "  "
_LEAST = 6
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def statement_rows(statements: Iterable[Statement]) -> list[tuple[str, ...]]:
    """Give a header and a row for each statement."""
    rows: list[tuple[str, ...]] = [("date", "released", "quotes", "headline or first words")]
    for statement in statements:
        released = statement.released.isoformat(timespec="minutes") if statement.released else ""
        rows.append((statement.date.isoformat(), released, str(len(statement.quotes)), title(statement)))
    return rows


def quote_rows(quotes: Iterable[Quote]) -> list[tuple[str, ...]]:
    """Give a header and a row for each quote of a statement."""
    rows: list[tuple[str, ...]] = [("date", "speaker", "role", "quote")]
    for quote in quotes:
        speaker = quote.speaker
        name = speaker.name if speaker else "not stated"
        date = quote.date.isoformat() if quote.date else ""
        rows.append((date, name, (speaker.role if speaker else None) or "", quote.text))
    return rows


def event_rows(statements: Iterable[Statement], events: Iterable[Event]) -> list[tuple[str, ...]]:
    """Give a header and a row for each event, with the sentence that tells it.

    Args:
        statements: The statements that the events are of.
        events: The events to show.
    """
    texts = {statement.id: statement.text for statement in statements}
    header = ("when", "kind", "status", "where", "by", "to", "count", "told")
    return [header, *(_event_row(event, texts[event.statement_id or ""]) for event in events)]


def _event_row(event: Event, text: str) -> tuple[str, ...]:
    """Give the row of an event of a statement with this text."""
    return (
        event.when.edtf if event.when else "",
        event.kind.value,
        event.status,
        event.where.name if event.where else "",
        _names(event.perpetrators),
        _names(event.victims),
        str(event.count) if event.count else "",
        event.sentence.of(text),
    )


def _names(actors: Iterable[Actor]) -> str:
    """List parties."""
    return "; ".join(actor.name for actor in actors)


def table(rows: Sequence[Sequence[str]], width: int | None, *, header: bool = True) -> str:
    """Lay rows out.

    Args:
        rows: A header, and the rows under it.
        width: How many columns the terminal has; None for tab-separated lines with whole cells.
        header: Whether to show the header.

    Examples:
        >>> print(table([("date", "quote"), ("2016-05-04", "It rained for nine days")], None))
        date	quote
        2016-05-04	It rained for nine days
    """
    cells = [[printable(cell) for cell in row] for row in rows]
    if width is None:
        return "\n".join("\t".join(row) for row in cells[not header :])
    widths = _fitted([max(map(len, column)) for column in zip(*cells, strict=True)], width)
    lines = [_GAP.join(_cut(cell, size).ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([f"{_BOLD}{lines[0]}{_PLAIN}", *lines[1:]] if header else lines[1:])


def overview(statements: Iterable[Statement], width: int | None) -> str:
    """Lay statements out with their quotes and who says them."""
    if width is None:
        return "\n".join(_plain_overview(statements))
    lines = []
    for statement in statements:
        lines.append(f"{_BOLD}{statement.date}{_PLAIN}{_GAP}{_cut(printable(title(statement)), width - 12)}")
        for quote in statement.quotes:
            lines.append(f"{' ' * 12}{_cut(f'“{printable(quote.text)}”', width - 12)}")
            lines.append(f"{' ' * 14}{_DIM}{_cut(printable(f'— {_who(quote)}'), width - 14)}{_PLAIN}")
    return "\n".join(lines)


def _plain_overview(statements: Iterable[Statement]) -> Iterable[str]:
    """Give the lines of the overview without a terminal's codes, uncut."""
    for statement in statements:
        yield f"{statement.date}{_GAP}{printable(title(statement))}"
        for quote in statement.quotes:
            yield f"{' ' * 12}“{printable(quote.text)}” — {printable(_who(quote))}"


def _who(quote: Quote) -> str:
    """Name the speaker with the role."""
    if quote.speaker is None:
        return "speaker not stated"
    return f"{quote.speaker.name}, {quote.speaker.role}" if quote.speaker.role else quote.speaker.name


def printable(cell: str) -> str:
    """Put a text on one line, and show what could steer a terminal as a replacement character."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in " ".join(cell.split()))


def escaped(json_text: str) -> str:
    r"""Write what could steer a terminal as JSON's own escapes, which mean the same.

    Examples:
        >>> print(escaped('"\x9b31m"'))
        "\u009b31m"
    """
    return "".join(
        sign if sign.isprintable() or sign == "\n" else json.dumps(sign, ensure_ascii=True)[1:-1].replace("\x7f", "\\u007f")
        for sign in json_text
    )


def _cut(cell: str, width: int) -> str:
    """Cut a cell to a width."""
    return cell if len(cell) <= width else cell[: max(width - 1, 0)] + "…"


def _fitted(widths: list[int], width: int) -> list[int]:
    """Narrow the widest columns until a row fits."""
    while sum(widths) + len(_GAP) * (len(widths) - 1) > width and max(widths) > _LEAST:
        widest = widths.index(max(widths))
        rest = sorted(widths)[-2] if len(widths) > 1 else 0
        over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
        widths[widest] = max(_LEAST, widths[widest] - max(1, min(over, widths[widest] - max(rest, _LEAST))))
    return widths
