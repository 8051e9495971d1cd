"""What a reader can choose events by: for each facet its values, and how many events have each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import attrs

from malirights.faces.report.wording import named
from malirights.model import Actor, Event, EventKind

__all__ = ["Facet", "Option", "facets_of"]

_NONE = ""
_Values = Sequence[str]


@attrs.frozen
class Option:
    """One value of a facet.

    Attributes:
        label: What the reader sees.
        count: How many events have it.
    """

    label: str
    count: int


@attrs.frozen(kw_only=True)
class Facet:
    """One way to choose events.

    Attributes:
        name: Its name in the page.
        label: What the reader sees.
        options: Its values.
        chosen: For each event, the numbers of its values, from 0.
    """

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: tuple[tuple[int, ...], ...]


def facets_of(events: Sequence[Event], years: Sequence[_Values]) -> tuple[Facet, ...]:
    """Make the facets of some events.

    Args:
        events: The events, in the order of the report.
        years: For each, the years that it can lie in; none where no date is told.

    Examples:
        >>> from malirights.model import Span
        >>> event = Event(kind="arrest", trigger=Span(9, 17), sentence=Span(0, 40))
        >>> [(facet.name, *facet.options) for facet in facets_of([event], [["2012"]])][:2]
        [('kind', Option(label='arrest', count=1)), ('doer', Option(label='not stated', count=1))]
    """
    order = {named(kind): number for number, kind in enumerate(EventKind)}
    return (
        _facet("kind", "Kind", [[named(event.kind)] for event in events], key=order.__getitem__),
        _facet("doer", "Done by", [_names(event.perpetrators) for event in events]),
        _facet("target", "Done to", [_names(event.victims) for event in events]),
        _facet("place", "Place", [[event.where.name] if event.where else [] for event in events]),
        _facet("status", "Told as", [[event.status] for event in events]),
        _facet("year", "Year in which it may have been", years, key=str, none="no date told"),
    )


def _names(actors: Sequence[Actor]) -> list[str]:
    """Give the names of parties as the lexicon has them, else as the text has them."""
    return [actor.known_as or actor.name for actor in actors]


def _facet(
    name: str,
    label: str,
    values: Sequence[_Values],
    *,
    key: Callable[[str], int | str] | None = None,
    none: str = "not stated",
) -> Facet:
    """Make a facet of the values of each event; values that only capitals tell apart are one, by its commonest spelling."""
    spellings: dict[str, Counter[str]] = {}
    for own in values:
        for value in own:
            spellings.setdefault(value.casefold(), Counter())[value] += 1
    folded = [tuple(dict.fromkeys(value.casefold() for value in own)) or (_NONE,) for own in values]
    counts = Counter(value for own in folded for value in own)
    shown = {value: _commonest(spellings[value]) if value else none for value in counts}
    ordered = sorted(counts, key=lambda value: _place(value, shown, counts, key))
    numbers = {value: number for number, value in enumerate(ordered)}
    return Facet(
        name=name,
        label=label,
        options=tuple(Option(shown[value], counts[value]) for value in ordered),
        chosen=tuple(tuple(numbers[value] for value in own) for own in folded),
    )


def _place(
    value: str, shown: Mapping[str, str], counts: Mapping[str, int], key: Callable[[str], int | str] | None
) -> tuple[bool, int | str, str]:
    """Order values by their key, else by how many events have them; what is not stated stands last."""
    own = shown[value]
    return value == _NONE, key(own) if key and value else -counts[value], own


def _commonest(spellings: Counter[str]) -> str:
    """Give the commonest spelling; of several, the last in the order of characters, where small letters follow capitals."""
    return max(spellings, key=lambda spelling: (spellings[spelling], spelling))
