"""Words and marks of a short stretch of text, with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Token", "tokens"]

_PARTICLE = 3

# French elisions ("l’", "qu’") and the English possessive stand apart; initials such as "J." keep their stop.
_TOKEN = re.compile(
    r"(?:[CcDdJjLlMmNnSsTt]|[QqJj]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)[’'](?=[^\W\d_]{2})"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_a-z]\.(?=\s?[^\W\d_])"
    r"|\d+(?:[.,]\d+)*(?![^\W_]|-[^\W\d_])"
    r"|[^\W_]+(?:[-‑][^\W_]+)*(?:[’'](?!s\b)[^\W_]+(?:-[^\W_]+)*)*"
    r"|[’']s\b|''|[^\w\s]"
)


class Token(NamedTuple):
    """A word or a mark.

    Attributes:
        text: As it stands.
        low: The same, casefolded, with a straight apostrophe.
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
    return [
        Token(word, word.casefold().replace("’", "'"), match.start(), match.end())
        for match in _TOKEN.finditer(text, start, end)
        for word in (match[0],)
    ]
