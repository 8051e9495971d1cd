"""Words and marks of a short stretch of text, with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Token", "is_capital", "tokens", "tokens_outside_brackets", "words_and_marks"]

_PARTICLE = 3
_ASIDE = 9
_new = tuple.__new__  # what a NamedTuple does, without its frame

# The English possessive stands apart; initials such as "J." keep their stop.
_TOKEN = re.compile(r"(?:[A-ZÀ-Þ]\.)+|[\w\u0300-\u036f]+(?:[-‑'](?!s\b)[\w\u0300-\u036f]+|[.,]\d+)*|'s\b|''|[^\w\s]")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w\w|[aày]\b)")


class Token(NamedTuple):
    """A word or a mark.

    Attributes:
        text: As it stands, with a straight apostrophe.
        low: The same in lower case.
        start: Its offset.
        end: The offset after it.
    """

    text: str
    low: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital, after a particle joined to it ("al-Nasser")."""
        return is_capital(self.text)

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.text[0].isalnum()


def is_capital(word: str) -> bool:
    """Say whether a word begins with a capital, after a particle joined to it ("al-Nasser").

    Examples:
        >>> is_capital("al-Nasser"), is_capital("non-Nasser"), is_capital("nine")
        (True, True, False)
    """
    if word[0].isupper():
        return True
    particle, joined, name = word.partition("-")
    return bool(joined) and len(particle) <= _PARTICLE and name[:1].isupper()


def words_and_marks(text: str) -> list[str]:
    """Give the words and marks of a text that has straight apostrophes, as `tokens` does, but not where they stand.

    Examples:
        >>> words_and_marks("Dr. Moru's aide")
        ['Dr', '.', 'Moru', "'s", 'aide']
    """
    found: list[str] = _TOKEN.findall(text)
    if "'" in text:
        return [piece for word in found for piece in (_parted(word) if "'" in word else (word,))]
    return found


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Give the words and marks between two offsets.

    Examples:
        >>> [token.text for token in tokens("Dr. Moru's aide", 0, 15)]
        ['Dr', '.', 'Moru', "'s", 'aide']
    """
    shown = text[start:end].replace("’", "'")
    found: list[Token] = []
    at = 0
    for word in words_and_marks(shown):
        at = shown.find(word, at)
        after = at + len(word)
        found.append(_new(Token, (word, word.lower(), at + start, after + start)))
        at = after
    return found


def tokens_outside_brackets(text: str, start: int, end: int) -> list[Token]:
    """Give the words and marks between two offsets, short asides in brackets left out; an acronym alone in brackets stays.

    Examples:
        >>> [token.text for token in tokens_outside_brackets("Ada Moru (D-Orvel) of Rain Watch (RW)", 0, 37)]
        ['Ada', 'Moru', 'of', 'Rain', 'Watch', '(', 'RW', ')']
    """
    words = tokens(text, start, end)
    if "(" not in text[start:end]:
        return words
    kept: list[Token] = []
    at = 0
    while at < len(words):
        if words[at].text == "(" and any(word.is_word for word in kept):  # one that opens the words may sign a quote
            close = next((number for number in range(at + 1, min(at + _ASIDE, len(words))) if words[number].text == ")"), at)
            acronym = close == at + 2 and words[at + 1].text.isalpha() and words[at + 1].text.isupper()
            if close > at and not acronym:
                at = close + 1
                continue
        kept.append(words[at])
        at += 1
    return kept


def _parted(word: str) -> tuple[str, ...]:
    """Part a French elision ("l’", "qu’") from the word after it."""
    elision = _ELISION.match(word.lower())
    return (word[: elision.end()], word[elision.end() :]) if elision else (word,)
