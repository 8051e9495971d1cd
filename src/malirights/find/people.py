"""One person under one name: the fullest form in a text, the person behind a pronoun, the organisation in a role."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from malirights.find.grammar import Grammar
from malirights.find.tokens import Token, tokens

__all__ = ["folded", "fullest_name", "organisation_in", "person_before", "spelled_out"]

_Stretch = tuple[int, int]
_ACROSS = 12
_LONGEST = 5
_BACK = 700


def _letters() -> dict[int, str]:
    """Map every accented Latin letter to its plain one; lengths stay, so that offsets do."""
    plain = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            plain[code] = base
    return plain | {ord("’"): "'", ord("‑"): "-", ord("‐"): "-", ord("\xa0"): " "}


_PLAIN = _letters()


def folded(text: str) -> str:
    """Take the accents off, offset by offset.

    Examples:
        >>> folded("Gaĕtan’s naïve café")
        "Gaetan's naive cafe"
    """
    return text.translate(_PLAIN)


def fullest_name(text: str, plain: str, name: _Stretch, grammar: Grammar) -> _Stretch:
    """Find the fullest form of a person's name in a text.

    A longer form has the same last word, or starts with the same single word, and all the words of the shorter one.

    Args:
        text: The text.
        plain: The same text, folded.
        name: Where the name stands that is to be completed.
        grammar: The words of the language.
    """
    words = re.findall(r"\w+", plain[name[0] : name[1]].casefold())
    if not words:
        return name
    best, most = name, len(words)
    for anchor in {words[-1], words[0]} if len(words) == 1 else {words[-1]}:
        for match in re.finditer(rf"(?<!\w){re.escape(anchor)}(?!\w)", plain, re.IGNORECASE):
            if not text[match.start()].isupper():
                continue
            for candidate in _expansions(text, plain, match.span(), grammar):
                found = re.findall(r"\w+", plain[candidate[0] : candidate[1]].casefold())
                if most < len(found) <= _LONGEST and set(words) <= set(found) and words[-1] in (found[-1], found[0]):
                    best, most = candidate, len(found)
    return best


def _expansions(text: str, plain: str, word: _Stretch, grammar: Grammar) -> Iterable[_Stretch]:
    """Give the longer names that a word of a name stands at the end, or at the start, of."""
    before = tokens(text, max(0, word[0] - 60), word[0])
    start = len(before)
    while start and text[before[start - 1].end : before[start].start if start < len(before) else word[0]].strip() == "" and _in_name(plain, before[start - 1], grammar):
        start -= 1
    while start < len(before) and not before[start].is_capital:
        start += 1
    if start < len(before):
        yield before[start].start, word[1]
    after = tokens(text, word[1], min(len(text), word[1] + 60))
    stop = 0
    while stop < len(after) and _in_name(plain, after[stop], grammar):
        stop += 1
    while stop and not after[stop - 1].is_capital:
        stop -= 1
    if stop:
        yield word[0], after[stop - 1].end


def _in_name(plain: str, word: Token, grammar: Grammar) -> bool:
    """Say whether a word can be part of a name: a capital that is no title, role, organisation or common word; a particle."""
    if not word.is_capital:
        return word.low in grammar.particles
    if word.low in grammar.titles or word.low in grammar.roles or word.low in grammar.organisation_nouns or word.low in grammar.breaks:
        return False
    if word.low in grammar.between or word.low in grammar.determiners or word.low in grammar.regions:
        return False
    common = word.low if word.text[1:].islower() else ""
    return not (common and re.search(rf"(?<!\w){re.escape(folded(common))}(?!\w)", plain))


def person_before(text: str, plain: str, end: int, grammar: Grammar) -> _Stretch | None:
    """Find the person's name of two words or more that stands nearest before an offset."""
    words = tokens(text, max(0, end - _BACK), end)
    stop = len(words)
    while stop > 0:
        if not words[stop - 1].is_capital or not _in_name(plain, words[stop - 1], grammar):
            stop -= 1
            continue
        start = stop - 1
        while start > 0 and text[words[start - 1].end : words[start].start].strip() == "" and _in_name(plain, words[start - 1], grammar):
            start -= 1
        while not words[start].is_capital:
            start += 1
        if stop - start >= 2 and not any(word.text.isupper() and len(word.text) > 1 for word in words[start:stop]):  # noqa: PLR2004
            return words[start].start, words[stop - 1].end
        stop = start
    return None


def spelled_out(text: str, acronym: _Stretch) -> _Stretch:
    """Find where an acronym is spelled out, as in "Zanara Rights Watch (ZRW)"; else give the acronym itself."""
    letters = text[acronym[0] : acronym[1]]
    if not (letters.isupper() and letters.isalpha()):
        return acronym
    at = text.find(f"({letters})")
    if at < 0:
        return acronym
    before = tokens(text, max(0, at - 160), at)[-_ACROSS:]
    for number, word in enumerate(before):
        if word.is_capital and word.text[0] == letters[0] and _spells([other.text for other in before[number:]], letters):
            return word.start, at + len(letters) + 2
    return acronym


def _spells(words: Iterable[str], letters: str) -> bool:
    """Say whether the first letters of some words hold the letters of an acronym in order."""
    initials = iter(folded(word)[0].upper() for word in words)
    return all(any(initial == letter for initial in initials) for letter in letters)


def organisation_in(text: str, role: _Stretch, grammar: Grammar) -> str | None:
    """Find the organisation that a role names: a known one, a possessive, or what "at" or "of" is followed by."""
    words = tokens(text, *role)
    for number, word in enumerate(words):
        for phrase in grammar.organisations.get(word.low, ()):
            if word.is_capital and [other.low for other in words[number : number + len(phrase)]] == list(phrase):
                return text[word.start : words[number + len(phrase) - 1].end]
    best: str | None = None
    start = 0
    while start < len(words):
        if not words[start].is_capital or words[start].low in grammar.roles:
            start += 1
            continue
        stop = start + 1
        while stop < len(words) and (
            words[stop].is_capital or (words[stop].low in ("of", "for", "de", "des", "du", "la", "les", "to", "without", "sans", "the", "and", "d'", "l'") and any(word.is_capital for word in words[stop + 1 : stop + 3]))
        ) and words[stop].low not in grammar.roles:
            stop += 1
        run = words[start:stop]
        nouns = any(word.low in grammar.organisation_nouns for word in run)
        acronym = len(run) == 1 and run[0].text.isupper() and len(run[0].text) > 1
        if (nouns or acronym) and (best is None or nouns):
            return text[run[0].start : run[-1].end]
        start = stop
    return best
