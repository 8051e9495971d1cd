"""Words and marks of a short stretch of text, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Token", "tokens"]

_PARTICLE = 3
_new = tuple.__new__  # what a NamedTuple does, without its frame
_span = re.Match.span

# The English possessive stands apart; initials such as "J." keep their stop.
_TOKEN = re.compile(r"(?:[A-ZÀ-Þ]\.)+(?=\s?\w)|\w+(?:[-‑’'](?!s\b)\w+|[.,]\d+)*|[’']s\b|''|[^\w\s]")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w\w)")


class Token(NamedTuple):
    """A word or a mark.

    Attributes:
        text: As it stands.
        low: The same in lower case, with a straight apostrophe.
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
        if self.text[0].isupper():
            return True
        particle, joined, name = self.text.partition("-")
        return bool(joined) and len(particle) <= _PARTICLE and name[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.text[0].isalnum()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Give the words and marks between two offsets.

    Examples:
        >>> [token.text for token in tokens("Dr. Moru's aide", 0, 15)]
        ['Dr', '.', 'Moru', "'s", 'aide']
    """
    shown = text[start:end]
    low = shown.lower()
    if len(low) != len(shown):  # a letter whose lower case is two, such as the Turkish dotted I
        low = "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in shown)
    low = low.replace("’", "'")
    found = [
        _new(Token, (shown[first:after], low[first:after], first + start, after + start))
        for first, after in map(_span, _TOKEN.finditer(shown))
    ]
    if "'" in low:
        return [piece for token in found for piece in (_parted(token) if "'" in token.low else (token,))]
    return found


def _parted(token: Token) -> Iterator[Token]:
    """Part a French elision ("l’", "qu’") from the word after it."""
    elision = _ELISION.match(token.low)
    if elision:
        at = elision.end()
        yield Token(token.text[:at], token.low[:at], token.start, token.start + at)
        token = Token(token.text[at:], token.low[at:], token.start + at, token.end)
    yield token
