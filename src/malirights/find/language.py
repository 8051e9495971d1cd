"""The language of a text, by its function words."""

from __future__ import annotations

from collections.abc import Iterable

from malirights.lexicon import Lexicon

__all__ = ["find_language"]

_FEWEST = 3


def find_language(words: Iterable[str], lexicon: Lexicon) -> str | None:
    """Tell the language whose function words are the most frequent among some words.

    Each different word counts once, so that a refrain does not decide.

    Args:
        words: The words of the text, as they stand between white space.
        lexicon: Whose languages to tell apart.

    Returns:
        An ISO 639-1 code; None where no language has three function words there, or two have as many.

    Examples:
        >>> find_language("What the court said to the families".split(), Lexicon.default())
        'en'
    """
    different = set(words)
    language, most, tied = None, _FEWEST - 1, False
    for code, known in lexicon.built(_function_words):
        count = len(known & different)
        if count > most:
            language, most, tied = code, count, False
        elif count == most:
            tied = True
    return None if tied else language


def _function_words(lexicon: Lexicon) -> tuple[tuple[str, frozenset[str]], ...]:
    """Collect the function words of every language."""
    return tuple((code, frozenset(lexicon.words(code, "language", "function_words"))) for code in lexicon.languages)
