"""The words of the lexicon, folded and parted as those of a text are."""

from __future__ import annotations

from collections.abc import Iterable

from malirights.find.grammar import Phrases
from malirights.find.tokens import tokens

__all__ = ["folded", "indexed", "phrases_of", "split"]


def phrases_of(phrases: Iterable[str]) -> Phrases:
    """Index phrases by their first word, longer ones first."""
    return indexed(map(split, phrases))


def indexed(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    """Index phrases that are parted into words."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for words in phrases:
        index.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in index.items()}


def split(phrase: str) -> tuple[str, ...]:
    """Part a phrase as tokens are parted; an elision at its end ("plus d'") is one."""
    words = folded(phrase).split()
    if all(map(str.isalnum, words)):
        return tuple(words)  # as mostly: this is but faster than what follows
    return tuple(low for word in words for low in ((word,) if word.endswith("'") else _parted(word)))


def _parted(word: str) -> Iterable[str]:
    """Part a word as tokens are parted."""
    return (token.low for token in tokens(word, 0, len(word)))


def folded(word: str) -> str:
    """Fold a word as tokens are folded."""
    return word.lower().replace("’", "'")
