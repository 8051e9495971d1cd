"""The places of a sentence, by its tokens."""

from __future__ import annotations

from typing import NamedTuple

from malirights.find.events.sentence import Sentence

__all__ = ["Placed", "places_in"]

_LOCATIVE = frozenset(
    {"in", "near", "at", "outside", "across", "from", "to", "throughout", "around", "inside", "into", "over", "of"}
)


class Placed(NamedTuple):
    """A place of a sentence.

    Attributes:
        first: The number of its first token.
        start: Where its words stand.
        end: The offset after them.
        name: Its name.
        known: Whether the gazetteer has it.
    """

    first: int
    start: int
    end: int
    name: str
    known: bool


def places_in(sentence: Sentence, country: str | None) -> list[Placed]:
    """Give the places of a sentence, in order."""
    found: list[Placed] = []
    number, size = 0, len(sentence.tokens)
    while number < size:
        length = sentence.at(number, sentence.words.here)
        if length and country:
            start, end = sentence.offsets((number, number + length))
            found.append(Placed(number, start, end, country, True))
            number += length
            continue
        low = sentence.low(number)
        if low in _LOCATIVE and low != "of":
            at = number + 1
            while sentence.low(at) in sentence.words.grammar.determiners or (
                at < size
                and not sentence.tokens[at].is_capital
                and sentence.low(at)
                in (
                    "northern",
                    "southern",
                    "eastern",
                    "western",
                    "central",
                    "town",
                    "village",
                    "city",
                    "region",
                    "capital",
                    "of",
                    "province",
                    "district",
                    "state",
                    "area",
                )
            ):
                at += 1
            end = at
            while (
                end < size
                and (
                    sentence.tokens[end].is_capital
                    or (sentence.low(end) in ("de", "du", "la", "-", "'s", "prison", "camp", "el", "al") and end > at)
                )
                and end not in sentence.times
            ):
                end += 1
            if end > at and not (sentence.low(at) in ("monday",)):
                start, stop = sentence.offsets((at, end))
                found.append(Placed(at, start, stop, sentence.text[start:stop], False))
                number = end
                continue
        number += 1
    return found
