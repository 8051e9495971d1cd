"""The language of a text, by its function words."""

from __future__ import annotations

from malirights.lexicon import Lexicon

__all__ = ["find_language", "function_words_in"]


def find_language(text: str, lexicon: Lexicon, *, fewest: int = 3) -> str | None:
    """Tell the language whose function words are the most frequent in a text.

    Each different word counts once, so that a refrain does not decide.

    Args:
        text: The text, or enough of its start.
        lexicon: Whose languages to tell apart.
        fewest: How many different function words it takes.

    Returns:
        An ISO 639-1 code; None where no language has enough function words there, or two have as many.

    Examples:
        >>> find_language("What the court said to the families", Lexicon.default())
        'en'
    """
    language, most, tied = None, fewest - 1, False
    for code, count in function_words_in(text.lower(), lexicon).items():
        if count > most:
            language, most, tied = code, count, False
        elif count == most:
            tied = True
    return None if tied else language


def function_words_in(text: str, lexicon: Lexicon) -> dict[str, int]:
    """Count the different function words of each language in a text that is in lower case.

    Examples:
        >>> function_words_in("what the court said to the families", Lexicon.default())["fr"]
        0
    """
    every, known = lexicon.built(_function_words)
    seen = every.intersection(text.split())
    return {code: len(words & seen) for code, words in known.items()}


def _function_words(lexicon: Lexicon) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Collect the function words of all languages, and of each."""
    known = {code: frozenset(lexicon.words(code, "language", "function_words")) for code in lexicon.languages}
    return frozenset().union(*known.values()), known
