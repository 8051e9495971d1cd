"""Places: which are one, and which lie in which."""

from __future__ import annotations

import pytest

from malirights import Lexicon, Place, Span
from malirights.ask.geography import Geography, Where


def _where(name: str) -> Where:
    """Look up a place, with its region behind a bar."""
    name, _, region = name.partition("|")
    place = Place(name=name, mention=name, span=Span(0, 3), region=region or None, known=True)
    return Lexicon.default().built(Geography).where(place)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Orvel", "ORVEL", True),
        ("Ségou", "Segou", True),
        ("Timbuktu", "Tombouctou", True),
        ("Douentza|Douentza", "Mali", True),
        ("Mopti", "Mali", True),
        ("Bankass|Bandiagara", "Mopti", True),  # its region before the last reform
        ("northern Mali", "Mali", True),
        ("N’Djamena", "Chad", True),
        ("Orvel", "Velmora", False),
        ("Orvel", "Intouké|Kidal", False),
        ("Douentza|Douentza", "Chad", False),
        ("Mopti", "Gao", False),
        ("Mali", "Chad", False),
        ("Koro|Bandiagara", "Koro|Ségou", False),
        ("Orvel", "Mali", None),
        ("Orvel", "Mopti", None),
    ],
)
def test_says_whether_places_go_together(one: str, other: str, together: bool | None) -> None:  # noqa: FBT001 - a table
    assert _where(one).together(_where(other)) is together
    assert _where(other).together(_where(one)) is together


@pytest.mark.parametrize(
    ("name", "breadth"), [("Orvel", 0), ("Intouké|Kidal", 0), ("Kidal", 1), ("northern Mali", 1), ("Mali", 2), ("Darfur", 1)]
)
def test_says_how_wide_a_place_is(name: str, breadth: int) -> None:
    assert _where(name).breadth == breadth
