"""The finder of places: one pass for capitals, the gazetteer by first words, and the words before and after a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from malirights.find.foundplace import FoundPlace
from malirights.find.gazetteer import chosen
from malirights.find.placereader import PlaceIndex, PlaceReader, Unsettled
from malirights.lexicon import Lexicon

__all__ = ["FoundPlace", "find_places"]

_CAPITAL = re.compile(r"[A-ZÀ-ÞŒŠŽ]\w*")
_BESIDE = 300
_BACK = 20


def find_places(text: str, stretches: Iterable[tuple[int, int]], lexicon: Lexicon) -> list[FoundPlace]:
    """Find the places that a text names.

    Args:
        text: The text.
        stretches: The paragraphs or sentences to read, as pairs of offsets, in their order; no name goes across two.
        lexicon: Whose gazetteer and words of place to use.

    Returns:
        The places in their order. Homonyms are told apart by the places named at most 300 characters from them; where these
        do not settle it, region and point are None.

    Examples:
        >>> text = "Two people were held in Velmora prison, near Douentza."
        >>> [(place.name, place.kind, place.relation) for place in find_places(text, [(0, 54)], Lexicon.default())]
        [('Velmora prison', 'site', 'in'), ('Douentza', 'town', 'near')]
    """
    index = lexicon.built(PlaceIndex)
    plain = text.replace("’", "'").replace("\xa0", " ").replace("\n", " ")
    heads, last_words = index.heads, index.words.last_words
    stretches = list(stretches)
    if not stretches:
        return []
    reader = PlaceReader(text, plain, stretches[0][0], stretches[-1][1], index)
    for low, high in stretches:
        reader.enter(low, high)
        for match in _CAPITAL.finditer(plain, low, high):
            at, word = match.start(), match[0]
            if at >= reader.done and (word in heads or _word_before(plain, at) in last_words):
                reader.read(word, at)
        reader.leave()
    return _settled(reader.found, reader.labels, reader.unsettled) if reader.unsettled else reader.found


def _word_before(plain: str, at: int) -> str:
    """Give what stands between the last space and the last sign before an offset; "" at the start."""
    return plain[max(0, at - _BACK) : at - 1].rpartition(" ")[2] if at else ""


def _settled(
    found: Sequence[FoundPlace], labels: Sequence[tuple[int, frozenset[str]]], unsettled: Sequence[Unsettled]
) -> list[FoundPlace]:
    """Tell homonyms apart by the places named beside them."""
    meant = {}
    first = 0
    for one in unsettled:
        while first < len(labels) and labels[first][0] < one.start - _BESIDE:
            first += 1
        near: set[str] = set()
        last = first
        while last < len(labels) and labels[last][0] <= one.start + _BESIDE:
            near |= labels[last][1]
            last += 1
        meant[one.start] = chosen(one.entries, frozenset(near))
    return [place if (entry := meant.get(place.start)) is None else place.settled(entry) for place in found]
