"""What the command shows of pages: one view at a time, of what the criteria select."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from malirights.ask.accountability import Road, accountability
from malirights.ask.chronology import Chronology, chronology
from malirights.ask.events import events
from malirights.ask.selecting import quotes, statements
from malirights.faces.tables import event_rows, overview, printable, quote_rows, statement_rows, table
from malirights.model import Page, Statement

__all__ = ["across", "in_lines", "narrowed", "of_page"]

Criteria = Mapping[str, Any]


def of_page(page: Page, view: str | None, chosen: Criteria, *, path: str | None, width: int | None, header: bool) -> str:
    """Lay out what one page holds: a line for each statement, quote or event, or the overview.

    Args:
        page: The page.
        view: "statements", "quotes", "events", or None for the overview.
        chosen: The criteria, by their names.
        path: The page's path, as the first cell of each line; None where there is one page only.
        width: How many columns the terminal has; None where the output is piped.
        header: Whether to show the header.
    """
    if view is None:
        return (f"{printable(path)}\n" if path else "") + overview(statements(page, **chosen), width)
    if view == "statements":
        rows = statement_rows(statements(page, **chosen))
    elif view == "quotes":
        rows = quote_rows(quotes(page, **chosen))
    else:
        rows = event_rows(page.statements, events(page, **chosen))
    if path:
        rows = [("page" if not number else path, *row) for number, row in enumerate(rows)]
    return table(rows, width, header=header)


def across(pages: Sequence[Page], view: str, chosen: Criteria) -> str:
    """Lay out what all pages tell together: the chronology, or the roads from violation to justice."""
    if view == "chronology":
        return in_lines(str(_chronology(pages, chosen)))
    return "\n\n".join(in_lines(str(road)) for road in _roads(pages, chosen))


def narrowed(pages: Sequence[Page], view: str | None, chosen: Criteria) -> tuple[Statement, ...]:
    """Give the statements with nothing but what the criteria select, of the quotes or the events where the view is of those."""
    whole = statements(pages)
    if view == "quotes":
        said = frozenset(quotes(pages, **chosen))
        parted = [attrs.evolve(one, quotes=tuple(quote for quote in one.quotes if quote in said)) for one in whole]
        return tuple(one for one in parted if one.quotes)
    if view in ("events", "chronology", "accountability") and chosen:
        wanted = frozenset(events(pages, **chosen))
        parted = [
            attrs.evolve(one, events=tuple(event for event in one.events if event in wanted)) for one in statements(pages)
        ]
        return tuple(one for one in parted if one.events)
    return statements(pages, **chosen)


def _chronology(pages: Sequence[Page], chosen: Criteria) -> Chronology:
    """Lay out all that pages tell; where criteria select events, those alone."""
    if not chosen:
        return chronology(pages)
    wanted = frozenset(events(pages, **chosen))
    whole = chronology(pages, of="event")
    return attrs.evolve(
        whole,
        entries=tuple(entry for entry in whole.entries if entry.thing in wanted),
        undated=tuple(entry for entry in whole.undated if entry.thing in wanted),
    )


def _roads(pages: Sequence[Page], chosen: Criteria) -> tuple[Road, ...]:
    """Give the roads from the violations that criteria select, or from all."""
    roads = accountability(pages)
    if not chosen:
        return roads
    wanted = frozenset(events(pages, **chosen))
    return tuple(road for road in roads if any(not wanted.isdisjoint(incident.events) for incident in road.incidents))


def in_lines(text: str) -> str:
    """Show what could steer a terminal as a replacement character, and keep the lines and their columns."""
    return "\n".join(
        "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line) for line in text.split("\n")
    )
