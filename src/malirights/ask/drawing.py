"""Chronologies as text and as HTML: each entry with a bar of the days that it can have been on."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from malirights.ask.entries import Entry, around, shortened
from malirights.model import Event, Span
from malirights.model.markup import MOST, STYLE, more, safe

if TYPE_CHECKING:
    from malirights.ask.chronology import Chronology
    from malirights.model import When

__all__ = ["as_html", "as_text"]

_MONTHS = "JFMAMJJASOND"
_SHOWN = 60
_NONE, _DAY, _WHOLE, _ABOUT, _SINCE, _BEYOND = "·●█▒←→"
_CSS = (
    "<style>"
    ".malirights .bar{position:relative;width:16em;height:.7em;margin-top:.3em;border-bottom:1px solid;opacity:.75}"
    ".malirights .bar i{position:absolute;top:0;bottom:0;min-width:3px;background:currentColor}"
    ".malirights .bar i.about{opacity:.4}"
    "</style>"
)


def as_text(chronology: Chronology) -> str:
    """Draw a chronology as lines of text.

    The bar of an entry has a cell for each month of the year that it is placed in: a dot where it cannot have been, a disc
    where it was on one day, a block where it was on any of several, a shaded block where these are approximate; and an arrow
    at either end where its days go on outside that year.
    """
    if not chronology.entries and not chronology.undated:
        return ""
    width = max((len(_edtf(entry.days)) for entry in chronology), default=0)
    heads = {period.entries[0]: period.when.edtf for period in chronology.periods}
    lines = [] if heads else [f"{'':{width}}    {_MONTHS}"]
    for item in _with_gaps(chronology):
        if not isinstance(item, Entry):
            lines.append(f"  {item[0]}")
            continue
        if item in heads:
            lines.append(f"{heads[item]:{width}}    {_MONTHS}")
        lines.append(f"  {_edtf(item.days):{width}} {_bar(item, chronology.placed(item).year)} {_told(item)}")
    if chronology.undated:
        lines += ["undated", *(f"  {_told(entry)}" for entry in chronology.undated)]
    return "\n".join(line.rstrip() for line in lines)


def as_html(chronology: Chronology) -> str:
    """Draw the first entries as a table with bars on one scale of months, that of all; all text is escaped."""
    first, last = _scale(chronology)
    heads = {period.entries[0]: period for period in chronology.periods}
    rows: list[str] = []
    dated, undated = chronology.entries[:MOST], chronology.undated[: max(0, MOST - len(chronology))]
    for item in _with_gaps(attrs.evolve(chronology, entries=dated)):
        if not isinstance(item, Entry):
            rows.append(f'<tr class="gap"><td colspan="5">{safe(item[0])}</td></tr>')
            continue
        if item in heads:
            rows.append(f'<tr><th colspan="5">{safe(heads[item].when.edtf)}</th></tr>')
        rows.append(_row(item, first, last))
    if undated:
        rows += ['<tr><th colspan="5">undated</th></tr>', *(_row(entry, first, last) for entry in undated)]
    rows.append(more(len(chronology) + len(chronology.undated) - len(dated) - len(undated), columns=5))
    head = "".join(f"<th>{name}</th>" for name in ("when", f"{first:%Y-%m} to {last:%Y-%m}", "kind", "told", "reported"))
    return f'{STYLE}{_CSS}<table class="malirights"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _with_gaps(chronology: Chronology) -> Iterator[Entry | tuple[str]]:
    """Go through the entries, with the words for each gap before the first entry after it."""
    gaps = list(chronology.gaps(chronology.silence)) if chronology.silence is not None else []
    happened = chronology.order == "happened"
    for entry in chronology:
        while happened and gaps and gaps[0].latest < entry.placed:
            gap = gaps.pop(0)
            days = (gap.latest - gap.earliest).days + 1
            yield (f"… nothing for {days} days, {gap.earliest} to {gap.latest}",)
        yield entry


def _edtf(days: When | None) -> str:
    """Write the days of an entry."""
    return days.edtf if days else ""


def _told(entry: Entry) -> str:
    """Give the kind and the words of an entry, cut so that those of its act or its time are among them."""
    own = _own(entry)
    words = around(entry.text, own.shifted(-entry.span.start), _SHOWN) if own else shortened(entry.text, _SHOWN)
    return f"{entry.kind:9}  {_act(entry)}{words}"


def _act(entry: Entry) -> str:
    """Name the act of an event, and the status of what is not simply reported."""
    if not isinstance(entry.thing, Event):
        return ""
    status = "" if entry.thing.status == "reported" else f" ({entry.thing.status})"
    return f"{entry.thing.kind}{status}: "


def _own(entry: Entry) -> Span | None:
    """Give the words for the act of an event, or for the time of a date, where they stand among its own."""
    own = (
        entry.thing.trigger
        if isinstance(entry.thing, Event)
        else entry.when.span
        if entry.when and entry.kind == "date"
        else None
    )
    return own if own and entry.span.contains(own) else None


def _bar(entry: Entry, year: int) -> str:
    """Draw the days of an entry within a year."""
    days = entry.days
    if days is None:
        return f" {_NONE * len(_MONTHS)} "
    before = _SINCE if days.earliest.year < year else " "
    after = _BEYOND if days.latest.year > year else " "
    return before + "".join(_cell(days, year, month) for month in range(1, len(_MONTHS) + 1)) + after


def _cell(days: When, year: int, month: int) -> str:
    """Draw one month."""
    if days.latest < dt.date(year, month, 1) or days.earliest > dt.date(year, month, calendar.monthrange(year, month)[1]):
        return _NONE
    if days.approximate or days.uncertain:
        return _ABOUT
    return _DAY if days.earliest == days.latest else _WHOLE


def _scale(chronology: Chronology) -> tuple[dt.date, dt.date]:
    """Give the first day of the first month, and the last of the last, that an entry is known to reach."""
    ends = [
        day
        for entry in chronology
        for day in ((entry.days.earliest, entry.days.latest) if entry.days else ())
        if day not in {dt.date.min, dt.date.max}
    ]
    first, last = min(ends, default=dt.date.min), max(ends, default=dt.date.min)
    return first.replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _row(entry: Entry, first: dt.date, last: dt.date) -> str:
    """Draw an entry as a row of a table."""
    cells = (
        safe(_edtf(entry.days)),
        _html_bar(entry.days, first, last) if entry.days else "",
        entry.kind,
        _marked(entry),
        safe(entry.statement.date.isoformat()),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _html_bar(days: When, first: dt.date, last: dt.date) -> str:
    """Draw days as a bar on the scale of the whole chronology."""
    whole = (last - first).days + 1
    start, end = max(days.earliest, first), min(days.latest, last)
    left, width = 100 * (start - first).days / whole, 100 * ((end - start).days + 1) / whole
    about = ' class="about"' if days.approximate or days.uncertain else ""
    return f'<div class="bar"><i{about} style="left:{left:.2f}%;width:{width:.2f}%" title="{safe(days.edtf)}"></i></div>'


def _marked(entry: Entry) -> str:
    """Give the words of an entry, with those of its act or its time marked where they stand among them."""
    own = _own(entry)
    if own is None:
        return safe(" ".join(entry.text.split()))
    text = entry.statement.text
    pieces: Iterable[str] = (text[entry.span.start : own.start], own.of(text), text[own.end : entry.span.end])
    before, inside, after = (safe(piece) for piece in pieces)
    return f"{safe(_act(entry))}{before}<mark>{inside}</mark>{after}"
