"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from malirights.find.dates.grammar import BREAK, Grammar

if TYPE_CHECKING:
    from malirights.find.dates.found import State

__all__ = ["has_verb", "sentence_start", "tense"]

_BEFORE = 120
_AFTER = 120
_STOPS = ("? ", "! ")
_FINAL = ".?!"
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


def tense(state: State, start: int, end: int) -> int:
    """Say whether the words around a time are of the past (-1), of the future (1), or do not tell (0).

    The nearest known verb before the time in its sentence decides, and failing that the nearest one after it. A
    preposition of deadlines just before the time takes nothing for past, because deadlines pass too.
    """
    text, grammar = state.text, state.grammar
    begin = max(0, start - _BEFORE)
    begin = max(begin, text.rfind(BREAK, begin, start) + 1)
    before, shown = text[begin:start].split(), state.raw[begin:start]
    telling, finals, speaks = grammar.telling, grammar.finals, 0
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word.isalpha() and word[-1] not in finals and word not in telling:
            continue
        if word[-1] in _FINAL and _is_end(grammar, word):
            break
        if speaks := _speaks(grammar, before, place, shown if place else ""):
            break
    return _deadline(state, start, speaks or _speaks_after(state, end))


def has_verb(state: State, start: int, end: int) -> bool:
    """Say whether a stretch of a text has a word that tells a tense, as a clause has and a noun phrase has not."""
    grammar, words = state.grammar, state.text[start:end].split()
    for place, word in enumerate(words):
        if word.isalpha() and word[-1] not in grammar.finals and word not in grammar.telling:
            continue
        if _speaks(grammar, words, place, state.raw[start:end]):
            return True
    return False


def _speaks_after(state: State, end: int) -> int:
    """Give what the words after a time in its sentence tell of the tense."""
    grammar = state.grammar
    after, shown = state.text[end : end + _AFTER].partition(BREAK)[0].split(), state.raw[end : end + _AFTER]
    for place, word in enumerate(after):
        if word.isalpha() and word[-1] not in grammar.finals and word not in grammar.telling:
            continue
        if speaks := _speaks(grammar, after, place, shown):
            return speaks
        if word[-1] in _FINAL and _is_end(grammar, word):
            break
    return 0


def _is_end(grammar: Grammar, word: str) -> bool:
    """Say whether a word with a final mark ends a sentence: it is no initial and no abbreviation."""
    bare = word.strip(_MARKS)
    return len(bare) != 1 and bare not in grammar.abbreviations


def _deadline(state: State, start: int, speaks: int) -> int:
    """Take nothing for past after a preposition of deadlines."""
    return 0 if speaks < 0 and "until" in state.leads(start) else speaks


def _speaks(grammar: Grammar, words: list[str], place: int, shown: str) -> int:
    """Say what a word, with the one before it, tells of the tense; the ending of a name tells nothing.

    Args:
        grammar: The grammar in use.
        words: The words of a stretch of text.
        place: The word that is asked about.
        shown: The stretch of text as it stands; empty where the word may be the end of a longer one.
    """
    word = words[place]
    if word not in grammar.telling and not word.endswith(grammar.endings[0]):
        if word.isalpha():
            return 0
        word = word.strip(_MARKS)
        if word not in grammar.verbs and not word.endswith(grammar.endings[0]):
            return 0
    before = words[place - 1] if place else ""
    speaks = grammar.verb_pairs.get(word, {}).get(before) or grammar.verbs.get(word, 0)
    if not speaks and word.isalpha() and not (shown and shown.split()[place][0].isupper()):
        speaks = 1 if word.endswith(grammar.endings[1]) else -1 if word.endswith(grammar.endings[-1]) else 0
    return 1 if speaks < 0 and before in grammar.auxiliaries else speaks
