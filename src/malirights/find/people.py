"""One person under one name: the fullest form in a text, the person behind a pronoun, the organisation in a role."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from malirights.find.grammar import Grammar
from malirights.find.nouns import is_title
from malirights.find.tokens import Token, tokens

__all__ = ["folded", "fullest_name", "organisation_in", "people_before", "spelled_out"]

_Stretch = tuple[int, int]
_ACROSS = 12
_LONGEST = 5
_BACK = 700
_NAME_WINDOW = 60
_WINDOW = 10_000
_LINE = 200
_HEADLINE = 5
_SHORT = 4


def _letters() -> dict[int, str]:
    """Map every accented Latin letter to its plain one; lengths stay, so that offsets do."""
    plain = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            plain[code] = base
    return plain


_PLAIN = _letters()
_SIGNS = {"’": "'", "‑": "-", "‐": "-", "\xa0": " "}
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")


def folded(text: str) -> str:
    """Take the accents off, offset by offset.

    Examples:
        >>> folded("Zoë’s naïve café")
        "Zoe's naive cafe"
    """
    if text.isascii():
        return text
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    return text.translate(_PLAIN) if _ACCENTED.search(text) else text


def fullest_name(text: str, name: _Stretch, grammar: Grammar, plain: Callable[[], str]) -> _Stretch:
    """Find the fullest form of a person's name in a text.

    A longer form ends with the shorter one, or starts with it where that is a single word. Where none has the same letters, one
    with other accents is looked for.

    Args:
        text: The text.
        name: Where the name stands that is to be completed.
        grammar: The words of the language.
        plain: Gives the text without accents and hyphens, where that is needed.
    """
    low, high = max(0, name[0] - _WINDOW), name[1] + _WINDOW
    words = text[name[0] : name[1]]
    last = words[max(words.rfind(" "), words.rfind("-"), words.rfind("\xa0")) + 1 :]
    if last != words and text.count(last, low, high) == 1 and not _may_precede(text, name[0], grammar):
        return name  # named once, as it stands
    best = _longer(text, name, _places(text, words, low, high), grammar)
    first = words.split(maxsplit=1)[0].lower()
    if best == name and first in grammar.particles:  # "Van Ressen" at the start of a sentence
        best = _longer(text, name, _places(text, first + words[len(first) :], low, high), grammar)
    if best == name and (words == last or text.count(last, low, high) > text.count(words, low, high)):
        best = _longer(text, name, _places(plain(), folded(words).replace("-", " "), low, high), grammar)
    return best


def _places(text: str, words: str, low: int, high: int) -> list[int]:
    """Find where some words stand."""
    places, at = [], text.find(words, low, high)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + len(words), high)
    return places


def _longer(text: str, name: _Stretch, places: Iterable[int], grammar: Grammar) -> _Stretch:
    """Find the longest name around the places where a name stands."""
    best, most = name, (False, False, name[1] - name[0])
    single = " " not in text[name[0] : name[1]]
    for at in places:
        if at == name[0] and not single:
            continue  # as it stands there, it was taken apart by its sentence
        stop = at + name[1] - name[0]
        if not (single or _may_precede(text, at, grammar)) or text[at - 1 : at].isalnum() or text[stop : stop + 1].isalnum():
            continue
        for first, after in _expansions(text, at, stop, grammar, both=single):
            plain = not _in_headline(text, at)
            if not plain:  # "Orlan Calls Paul Moru": one word before a surname at most is of the name
                if not single:
                    continue
                first, after = max(first, text.rfind(" ", first, at - 1) + 1), stop  # noqa: PLW2901
            rank = plain, first < at, after - first  # a first name says more than a word after it
            if after - first > name[1] - name[0] and rank > most and text.count(" ", first, after) < _LONGEST:
                best, most = (first, after), rank
    return best


def _in_headline(text: str, at: int) -> bool:
    """Say whether a line has a capital on every word but the short ones, so that names cannot be told from verbs."""
    start, end = text.rfind("\n", max(0, at - _LINE), at) + 1, text.find("\n", at, at + _LINE)
    words = text[start : end if end >= 0 else at + _LINE].split() if start or at < _LINE else []
    return len(words) >= _HEADLINE and all(word[:1].isupper() or len(word) <= _SHORT or not word[0].isalpha() for word in words)


def _expansions(text: str, start: int, end: int, grammar: Grammar, *, both: bool) -> Iterator[_Stretch]:
    """Give the longer names that a word of a name stands at the end of, or at the start of."""
    if _may_precede(text, start, grammar):
        low = max(0, start - _NAME_WINDOW)
        before = tokens(text, max(low, text.rfind("\n\n", low, start)), start)
        first, capitals = len(before), text[start:end].isupper()
        while first and _in_name(text, before[first - 1], grammar) and (capitals or not _is_acronym(before[first - 1])):
            first -= 1
        while first < len(before) and not before[first].is_capital:
            first += 1
        if first < len(before):
            yield before[first].start, end
    if both and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():
        after = tokens(text, end, min(len(text), end + _NAME_WINDOW))
        last = 0
        while last < len(after) and _in_name(text, after[last], grammar):
            last += 1
        while last and not after[last - 1].is_capital:
            last -= 1
        if last:
            yield start, after[last - 1].end


def _may_precede(text: str, start: int, grammar: Grammar) -> bool:
    """Say whether the word before an offset may belong to a name: a capital, or a particle."""
    if not text[start - 1 : start].isspace():
        return text[start - 1 : start] in ("-", "’", "'")
    low = max(0, start - _NAME_WINDOW)
    word = text[max(text.rfind(" ", low, start - 1), text.rfind("\n", low, start - 1)) + 1 : start - 1]
    return word[:1].isupper() or word in grammar.particles


def _in_name(text: str, word: Token, grammar: Grammar) -> bool:
    """Say whether a word can be part of a name: a capital that is no title, role, organisation or common word; a particle."""
    if not word.is_capital:
        return word.low in grammar.particles and word.low not in grammar.breaks  # "Moru at Velmora"
    if (
        is_title(word, grammar)
        or word.low in grammar.roles
        or word.low in grammar.organisation_nouns
        or word.low in grammar.breaks
        or word.low in grammar.said  # "Added Moru"
    ):
        return False
    if word.low in grammar.between or word.low in grammar.determiners or word.low in grammar.regions:
        return False
    if (word.low,) in grammar.phrases.get(word.low, ()):
        return False  # "Pour Ada Moru"
    common = word.low if word.text[1:].islower() else ""
    around = max(0, word.start - _WINDOW), word.end + _WINDOW
    return not (common and text.find(f" {common} ", *around) >= 0)


def _is_acronym(word: Token) -> bool:
    """Tell "RFI" from a name and from initials."""
    return word.text.isupper() and len(word.text) > 2  # noqa: PLR2004 - "JJ" are initials


def people_before(text: str, end: int, grammar: Grammar) -> Iterator[_Stretch]:
    """Go back through the people's names of two words or more that stand before an offset, the nearest first.

    A name behind a word such as "in" is a place.
    """
    words = tokens(text, max(0, end - _BACK), end)
    stop = len(words)
    while stop > 0:
        if not words[stop - 1].is_capital or not _in_name(text, words[stop - 1], grammar):
            stop -= 1
            continue
        start = stop - 1
        while (
            start > 0
            and text[words[start - 1].end : words[start].start].strip() == ""
            and _in_name(text, words[start - 1], grammar)
        ):
            start -= 1
        while not words[start].is_capital:
            start += 1
        place = start > 0 and words[start - 1].low in grammar.inside
        acronym = any(word.text.isupper() and len(word.text) > 1 for word in words[start:stop])
        if stop - start >= 2 and not place and not acronym:  # noqa: PLR2004 - a lone name may be any word
            yield words[start].start, words[stop - 1].end
        stop = start


def spelled_out(text: str, acronym: _Stretch) -> _Stretch:
    """Find where an acronym is spelled out, as in "Zanara Rights Watch (ZRW)"; else give the acronym itself."""
    letters = text[acronym[0] : acronym[1]]
    if not (letters.isupper() and letters.isalpha()):
        return acronym
    at = text.find(f"({letters})", max(0, acronym[0] - _WINDOW), acronym[1] + _WINDOW)
    if at < 0:
        return acronym
    before = tokens(text, max(0, at - 160), at)[-_ACROSS:]
    for number, word in reversed(list(enumerate(before))):
        if word.is_capital and word.text[0] == letters[0] and _spells([other.text for other in before[number:]], letters):
            return word.start, at + len(letters) + 2
    return acronym


def _spells(words: Iterable[str], letters: str) -> bool:
    """Say whether the first letters of some words hold the letters of an acronym in order."""
    initials = iter(folded(word)[0].upper() for word in words)
    return all(any(initial == letter for initial in initials) for letter in letters)


def organisation_in(text: str, role: _Stretch, grammar: Grammar) -> str | None:
    """Find the organisation that a role names: a known one, a possessive, or what "at" or "of" is followed by."""
    shown = text[role[0] : role[1]]
    known = grammar.known_organisation.search(shown)
    if known:
        return known[0]
    words = tokens(text, *role)
    start = 0
    while start < len(words):
        stop = _run_end(words, start, grammar)
        run = words[start:stop]
        acronym = len(run) == 1 and run[0].text.isupper() and len(run[0].text) > 1
        if acronym or any(word.low in grammar.organisation_nouns for word in run):
            return text[run[0].start : run[-1].end]
        start = max(stop, start + 1)
    return None


def _run_end(words: Sequence[Token], start: int, grammar: Grammar) -> int:
    """Give the number of the token after a capitalised run that may name an organisation; roles belong to none."""
    stop = start
    while stop < len(words) and words[stop].low not in grammar.roles:
        word = words[stop]
        if not word.is_capital:
            joins = word.low in grammar.connectives and any(other.is_capital for other in words[stop + 1 : stop + 3])
            named = word.low not in grammar.attachments or any(
                other.low in grammar.organisation_nouns for other in words[start:stop]
            )
            if stop == start or not (joins and named):
                break
        stop += 1
    return stop
