"""The words of one language that attribution and names need, compiled from the lexicon."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from malirights.find.alternatives import alternatives
from malirights.find.tokens import tokens
from malirights.lexicon import Lexicon

__all__ = ["Grammar", "Phrases", "by_first_word", "grammars", "lowered"]

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]

_SPELLED_OUT = 6
_ELIDED = "an"
_NEVER = "\n"  # no word ends with it
_PLAIN_ROLE = r"[^.;:!?–—()“”\"«»\n]{2,160}"
_PLAIN_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,2}"


class Grammar:
    """The word sets of one language, folded as tokens are; each is an entry class of the lexicon, which says what it is for.

    Phrases are indexed by their first word, longer ones first.
    """

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        """Collect the words of a language, and the names of every language."""
        self._lexicon, self._language = lexicon, language
        self._read_quotes()
        self._read_clauses()
        self._read_names()

    @cached_property
    def plain_attribution(self) -> re.Pattern[str]:
        """What most quotes of press statements have behind them: a verb, a name and a role; compiled once it is asked for."""
        return re.compile(
            rf"[\s,.]*\s({alternatives(self.said)})\s({_PLAIN_NAME})(?:,\s({_PLAIN_ROLE}))?(?<![A-Z])\s*\.?\s*(?:\Z|(?<=\.\s)(?=[^\W\d_a-z]))"
        )

    def _words(self, subject: str, entry_class: str) -> frozenset[str]:
        """Give the folded words of an entry class of the language."""
        return frozenset(map(lowered, self._lexicon.words(self._language, subject, entry_class)))

    def _everywhere(self, entry_class: str) -> frozenset[str]:
        """Give the folded names of an entry class in every language."""
        return frozenset(map(lowered, self._lexicon.everywhere("names", entry_class)))

    def _phrases(self, entry_class: str) -> Phrases:
        """Index the phrases of an entry class about quotes."""
        return by_first_word(self._lexicon.words(self._language, "quotes", entry_class))

    def _read_quotes(self) -> None:
        """Collect the words that attribute quotes, and those that name something else between marks."""
        words = self._words
        self.said = words("quotes", "said")
        self.woven = words("quotes", "woven")
        self.judging = words("quotes", "judging")
        self.cues = self.said | self.woven | self.judging
        self.accusations = words("quotes", "accusations")
        self.accusing = words("quotes", "accusing")
        self.documents = words("quotes", "documents")
        self.works = words("quotes", "works")
        self.no_quote = words("quotes", "no_quote") | self.works
        self.weak_sources = words("quotes", "weak_sources")
        self.definite = words("quotes", "definite")
        self.quoting = words("quotes", "quoting")
        self.incises = words("quotes", "incises")
        self.of_persons = words("quotes", "of_persons") | (self.cues - self.said)
        self.recordings = words("quotes", "recordings")
        self.said_nouns = words("quotes", "said_nouns")
        self.content_openers = words("quotes", "content_openers")
        self.clefts = self._phrases("clefts")
        self.phrases = self._phrases("phrases")
        self.said_phrases = self._phrases("said_phrases")
        self.asides = self._phrases("asides")
        self.authored = self._phrases("authored")

    def _read_clauses(self) -> None:
        """Collect the words of grammar."""
        words = self._words
        self.times = words("clauses", "times")
        self.between = words("clauses", "between") | self.times
        self.auxiliaries = words("clauses", "auxiliaries")
        self.inverting = words("clauses", "inverting")
        self.inverted_cues = self.cues if self.inverting else self.said
        self.clitics = words("clauses", "clitics")
        self.pronouns = words("clauses", "pronouns")
        self.first_person = words("clauses", "first_person")
        self.nobody = words("clauses", "nobody")
        self.impersonal = words("clauses", "impersonal")
        self.indefinite = words("clauses", "indefinite")
        self.determiners = words("clauses", "determiners")
        self.breaks = words("clauses", "breaks")
        self.relatives = words("clauses", "relatives")
        self.addressing = words("clauses", "addressing")
        self.settings = self.addressing | words("clauses", "settings")
        self.clause_openers = words("clauses", "clause_openers")
        self.coordinators = words("clauses", "coordinators")
        self.connectives = words("clauses", "connectives")
        self.attachments = words("clauses", "attachments")
        self.complements = words("clauses", "complements")
        self.prepositions = words("clauses", "prepositions")
        self.role_stops = words("clauses", "role_stops")
        self.no_openers = self.coordinators | self.settings
        self.function_words = self.breaks | self.connectives | self.prepositions | self.determiners | self.coordinators
        self.small_words = self.function_words - self.auxiliaries  # "We Are the Rain": titles have a capital on verbs
        self.role_breaks = self.role_stops | self.coordinators
        self.absolutes = words("clauses", "absolutes")
        self.agents = words("clauses", "agents")
        self.passives = words("clauses", "passives")
        self.verbs_only = words("clauses", "verbs_only")
        self.infinitives = words("clauses", "infinitives")
        self.gerunds = words("clauses", "gerunds")
        self.quoting_as = words("clauses", "quoting_as")
        self.subordinators = words("clauses", "subordinators")
        self.opening_words = self.subordinators | self.between
        self.openers = words("clauses", "openers")
        self.finite = words("indirect", "finite")
        self.participle_endings = tuple(words("clauses", "participle_endings")) or (_NEVER,)
        self.past_endings = tuple(words("clauses", "past_endings")) or (_NEVER,)
        self.adverb_endings = tuple(words("clauses", "adverb_endings"))

    def _read_names(self) -> None:
        """Collect the words inside and beside names."""
        words, everywhere = self._words, self._everywhere
        self.roles = words("names", "roles")
        self.roles_and_plurals = self.roles | {f"{role}s" for role in self.roles}
        self.titles = words("names", "titles")
        self.people = self.roles_and_plurals | self.titles
        self.nameless = self.determiners | words("clauses", "numbers")
        self.offices = words("names", "offices")
        self.particles = everywhere("particles")
        self.organisation_nouns = everywhere("organisation_nouns")
        self.regions = everywhere("regions")
        short = {title for title in self.titles - self.roles if len(title) < _SPELLED_OUT}
        self.inside = words("places", "inside") - self.addressing
        self.nouns = self.roles_and_plurals | self.documents | self.organisation_nouns
        self.abbreviations = words("names", "abbreviations") | short
        organisations = self._lexicon.everywhere("names", "organisations")
        self.organisations = by_first_word(organisations)
        self.known_organisation = re.compile(rf"(?<!\w)(?:{alternatives(organisations)})(?!\w)")
        self.no_name = frozenset().union(
            self.roles, self.titles, self.organisation_nouns, self.regions, self.between, self.determiners, self.documents,
            self.organisations,
        )  # fmt: skip

    def widened(self, classes: Mapping[str, Iterable[str]]) -> Grammar:
        """Give the same with more words in some classes, for a finder that needs more of the language than attribution does."""
        wider = copy.copy(self)
        for name, words in classes.items():
            setattr(wider, name, getattr(self, name).union(words))
        return wider


def grammars(lexicon: Lexicon) -> Mapping[str | None, Grammar]:
    """Compile every language; build it with `lexicon.built(grammars)`. A text of no known language is read as English."""
    made: dict[str | None, Grammar] = {language: Grammar(lexicon, language) for language in lexicon.languages}
    made[None] = made["en"]
    return made


def lowered(word: str) -> str:
    """Fold a word as tokens are folded."""
    return word.lower().replace("’", "'")


def by_first_word(phrases: Iterable[str]) -> Phrases:
    """Index phrases by their first word, longer ones first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        elided = f"{phrase}{_ELIDED}" if phrase[-1] in "’'" else ""  # "aux yeux d’" is a token short of its noun
        words = tuple(token.low for token in tokens(elided or phrase, 0, len(elided or phrase)))
        words = words[:-1] if elided else words
        index.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in index.items()}
