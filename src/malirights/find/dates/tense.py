"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from malirights.find.dates.grammar import BREAK, Grammar

if TYPE_CHECKING:
    from malirights.find.dates.found import State

__all__ = ["sentence_start", "tense"]

_BEFORE = 120
_AFTER = 120
_STOPS = ("? ", "! ")
_MARKS = ".,;:!?\"'()[]“”«»_-"


def sentence_start(state: State, offset: int, reach: int = _BEFORE) -> int:
    """Give where the sentence of the offset begins, looking back so far at most.

    The stop after a single letter or an abbreviation of the lexicon ends no sentence.
    """
    text = state.text
    floor = max(0, offset - reach)
    floor = max(floor, text.rfind(BREAK, floor, offset) + 1)
    for stop in _STOPS:
        floor = max(floor, text.rfind(stop, floor, offset) + 1)
    place = offset
    while (place := text.rfind(". ", floor, place)) >= 0:
        if _ends(state.grammar, text, place):
            return place + 2
    return floor


def _ends(grammar: Grammar, text: str, stop: int) -> bool:
    """Say whether the full stop ends a sentence."""
    word = text[max(0, stop - 8) : stop].rpartition(" ")[2].rpartition(".")[2]
    return len(word) > 1 and word not in grammar.abbreviations


def _sentence_end(state: State, offset: int) -> int:
    """Give where the sentence of the offset ends, looking on so far at most."""
    text = state.text
    ceiling = min(len(text), offset + _AFTER)
    for stop in (BREAK, *_STOPS):
        place = text.find(stop, offset, ceiling)
        ceiling = place if place >= 0 else ceiling
    place = offset - 1
    while (place := text.find(". ", place + 1, ceiling)) >= 0:
        if _ends(state.grammar, text, place):
            return place
    return ceiling


def tense(state: State, start: int, end: int) -> int:
    """Say whether the words around a time are of the past (-1), of the future (1), or do not tell (0).

    The nearest verb before the time in its sentence decides, and failing that the nearest one after it. A
    preposition of deadlines just before the time takes nothing for past, because deadlines pass too.
    """
    grammar = state.grammar
    words = state.text[sentence_start(state, start) : start].split()
    speaks = _first_told(grammar, words, range(len(words) - 1, -1, -1))
    if not speaks:
        words = state.text[end : _sentence_end(state, end)].split()
        speaks = _first_told(grammar, words, range(len(words)))
    return max(speaks, 0) if speaks < 0 and "until" in state.leads(start) else speaks


def _first_told(grammar: Grammar, words: list[str], places: range) -> int:
    """Give what the first of the words that tells a tense tells."""
    verbs, pairs, endings = grammar.verbs, grammar.verb_pairs, grammar.endings[0]
    for place in places:
        word = words[place]
        if word not in verbs and word not in pairs and not word.endswith(endings):
            word = word.strip(_MARKS)
            if word not in verbs and not word.endswith(endings):
                continue
        if speaks := _speaks(grammar, word, words[place - 1] if place else ""):
            return speaks
    return 0


def _speaks(grammar: Grammar, word: str, before: str) -> int:
    """Say what two words, or else the second, or else its ending, tell of the tense."""
    speaks = grammar.verb_pairs.get(word, {}).get(before) or grammar.verbs.get(word, 0)
    if not speaks and word.isalpha():
        speaks = 1 if word.endswith(grammar.endings[1]) else -1 if word.endswith(grammar.endings[-1]) else 0
    return 1 if speaks < 0 and before in grammar.auxiliaries else speaks
