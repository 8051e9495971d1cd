"""The words of one language that attribution and names need, compiled from the lexicon."""

from __future__ import annotations

from collections.abc import Mapping

from malirights.find.tokens import tokens
from malirights.lexicon import Lexicon

__all__ = ["Grammar", "grammars"]

_SPELLED_OUT = 6


class Grammar:
    """The word sets of one language, folded for look-up.

    Attributes:
        said: Verbs that take a quotation as their object.
        woven: Verbs that describe in quoted words, at any distance.
        judging: Verbs whose object quoted words are, right after them.
        accusations: Words that make quoted words an offence.
        phrases: Phrases that name a source, as tuples of words, by their first word.
        no_name: Words that are no plain part of a person's name.
        organisation_names: Known names of organisations as they are written, longer ones first.
        organisations: Known names of organisations, as tuples of words, by their first word.
    """

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        """Collect the words of a language, with those of no language."""

        def words(subject: str, entry_class: str) -> frozenset[str]:
            return frozenset(_low(word) for word in lexicon.words(language, subject, entry_class))

        self.language = language
        self.said = words("quotes", "said")
        self.woven = words("quotes", "woven")
        self.judging = words("quotes", "judging")
        self.accusations = words("quotes", "accusations")
        self.accusing = words("quotes", "accusing")
        self.between = words("quotes", "between")
        self.auxiliaries = words("quotes", "auxiliaries")
        self.pronouns = words("quotes", "pronouns")
        self.masculine = words("quotes", "masculine")
        self.feminine = words("quotes", "feminine")
        self.impersonal = words("quotes", "impersonal")
        self.determiners = words("quotes", "determiners")
        self.breaks = words("quotes", "breaks")
        self.documents = words("quotes", "documents")
        self.authored = _by_first_word(lexicon.words(language, "quotes", "authored"))
        self.no_quote = words("quotes", "no_quote")
        self.roles = words("names", "roles")
        self.titles = words("names", "titles")
        self.particles = frozenset(_low(word) for word in lexicon.everywhere("names", "particles"))
        self.organisation_nouns = frozenset(_low(word) for word in lexicon.everywhere("names", "organisation_nouns"))
        self.regions = frozenset(_low(word) for word in lexicon.everywhere("names", "regions"))
        self.no_name = (
            self.roles | self.titles | self.organisation_nouns | self.regions | self.between | self.determiners | self.documents
            | frozenset(_low(name.split()[0]) for name in lexicon.everywhere("names", "organisations"))
        )
        self.abbreviations = frozenset(
            _low(word) for name in ("abbreviations", "titles") for word in lexicon.everywhere("names", name) if len(word) < _SPELLED_OUT
        )
        self.asides = _by_first_word(lexicon.words(language, "quotes", "asides"))
        self.phrases = _by_first_word(lexicon.words(language, "quotes", "phrases"))
        self.organisation_names = sorted(lexicon.everywhere("names", "organisations"), key=len, reverse=True)
        self.organisations = _by_first_word(lexicon.everywhere("names", "organisations"))


def grammars(lexicon: Lexicon) -> Mapping[str | None, Grammar]:
    """Compile every language; build it with `lexicon.built(grammars)`. A text of no known language is read as the first."""
    made: dict[str | None, Grammar] = {language: Grammar(lexicon, language) for language in lexicon.languages}
    made[None] = made.get("en") or Grammar(lexicon, "en")
    return made


def _low(word: str) -> str:
    """Fold a word as tokens are folded."""
    return word.lower().replace("’", "'")


def _by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Index phrases by their first word, longer ones first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(token.low for token in tokens(phrase, 0, len(phrase)))
        index.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in index.items()}
