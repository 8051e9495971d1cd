"""How incidents and roads grow with the number of statements: `python benchmarks/incidents.py`.

The statements are invented; half of them tell again what another one tells. In one measure more statements are of more years,
as on the pages of one organisation; in another all are of one place and one year; and in the last all tell one happening.
"""

from __future__ import annotations

import datetime as dt
import gc
import math
import random
import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

import attrs
from measure import Row, best_seconds, report

import malirights as mr
from malirights import Actor, Count, Event, Place, Span, Statement, When

_SIZES = (1_250, 2_500, 5_000, 10_000)
_REPEATS = 5
_TEXT = "Six bakers were taken away, and nobody has been charged with it, the guild of Orvel said when it met."
_SENTENCE = Span(0, len(_TEXT))
_FIRST = dt.date(2012, 1, 1)
_KINDS = ("killing", "abduction", "arrest", "armed_attack", "charge", "trial", "remains_found")
_GIVEN = ("Ada", "Paul", "Zoé", "Ilan", "Mira", "Oto")
_PEOPLE = ("bakers", "millers", "soldiers", "civilians", "students", "ferry workers")
_YEAR = 365
_YEARS = 20 * _YEAR
_CLOCK = 1.15
"""What the clock of a busy machine may add."""


def main() -> int:
    """Measure, print a table, and give the exit code."""
    gc.disable()  # as timeit does: the collector looks at all that is held, whatever is measured
    found: list[Row] = []
    sources = {
        "years": _statements(_YEARS, places=400),
        "one place, one year": _statements(_YEAR, places=1),
        "one happening": _again(_SIZES[-1]),
    }
    for name, told in sources.items():
        for verb in (mr.incidents, mr.accountability):
            found += rows(f"{verb.__name__}, {name}", verb, told)
    return report(found)


def rows(name: str, verb: Callable[[Sequence[Statement]], object], told: Sequence[Statement]) -> list[Row]:
    """Time a verb over more and more statements, and compare each time with that of half as many."""
    tasks = {str(size): partial(verb, told[:size]) for size in _SIZES}
    seconds = best_seconds(tasks, _REPEATS)
    made = []
    for half, size in pairwise(_SIZES):
        ratio = seconds[str(size)] / seconds[str(half)]
        limit = 2 * math.log(size) / math.log(half) * _CLOCK
        made.append(Row(f"{name}: {size:,} statements / {half:,}", ratio, limit, f"{seconds[str(size)]:.2f} s"))
    return made


def _statements(days: int, *, places: int) -> list[Statement]:
    """Invent statements with three events each, by date; every second one tells again what an earlier one tells."""
    chance = random.Random(places)  # noqa: S311 - the same invention on every run
    told: list[Statement] = []
    for number in range(_SIZES[-1]):
        date = _FIRST + dt.timedelta(days=number * days // _SIZES[-1] if days > _YEAR else chance.randrange(days))
        again = told[-chance.randrange(1, 1 + min(len(told), 20))].events if told and number % 2 else None
        events = again or tuple(_event(chance, date, places) for _ in range(3))
        span = Span(0, len(_TEXT))
        told.append(Statement(id=f"{date}-{number:08}", date=date, text=_TEXT, span=span, events=events))
    return told


def _again(count: int) -> list[Statement]:
    """Invent statements that all tell one happening."""
    event = _event(random.Random(0), _FIRST, places=1)  # noqa: S311 - as above
    event = attrs.evolve(event, when=When.day(_FIRST), where=_place("Orvel"))
    span = Span(0, len(_TEXT))
    return [Statement(id=f"0-{number:08}", date=_FIRST, text=_TEXT, span=span, events=(event,)) for number in range(count)]


def _place(name: str) -> Place:
    """Invent a place."""
    return Place(name=name, mention=name, span=Span(0, 3))


def _event(chance: random.Random, date: dt.date, places: int) -> Event:
    """Invent an event."""
    place, low = _place(f"Orvel-{chance.randrange(places)}"), chance.randrange(1, 30)
    person = f"{chance.choice(_GIVEN)} Moru{chance.randrange(300)}"
    start = chance.randrange(len(_TEXT) - 10)
    return Event(
        kind=chance.choice(_KINDS),
        trigger=Span(start, start + 5),
        sentence=_SENTENCE,
        when=When.day(date - dt.timedelta(days=chance.randrange(20))) if chance.random() < 2 / 3 else None,
        where=place if chance.random() < 2 / 3 else None,
        perpetrators=(_actor(person),) if chance.random() < 1 / 3 else (),
        victims=(_actor(person if low == 1 else f"{low} {chance.choice(_PEOPLE)}"),),
        count=Count(low=low, high=low),
    )


def _actor(name: str) -> Actor:
    """Invent a party."""
    return Actor(name=name, mention=name, span=Span(0, 3))


if __name__ == "__main__":
    sys.exit(main())
