"""The words around the names of places, compiled from the lexicon for all languages at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from malirights.find.alternatives import alternatives
from malirights.lexicon import Lexicon

__all__ = ["RELATIONS", "PlaceWords", "Relation"]

Relation = Literal["in", "near", "to"]
RELATIONS: tuple[Relation, ...] = ("in", "near", "to")
_CLASSES: tuple[tuple[str, Relation], ...] = (("inside", "in"), ("near", "near"), ("motion", "to"))

_Phrase = tuple[tuple[str, ...], Relation | None]
_PARTY_CLASSES = ("state_force", "government", "state_body", "court", "prosecutor")


class PlaceWords:
    """The words of place of a lexicon; build it with `lexicon.built(PlaceWords)`.

    Attributes:
        cues: By last word, the prepositions that lead to a place, longest first, each with the relation that it tells.
        kinds: By a noun such as "village", what sort of place it names.
        anaphors: By noun ("country", "capital", "north"), what it stands for.
        heads: Capitalised words that begin the name of a site, or end it.
        last_words: What stands between the last space and the last sign before a name that a word of place leads to.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Collect the words of every language."""
        self._lexicon = lexicon
        self._collect_nouns()
        self._collect_organisations()
        self._collect_cues()
        self._collect_anaphors()
        del self._lexicon

    def _words(self, name: str, subject: str = "places") -> frozenset[str]:
        """Give the words of a class in every language."""
        return frozenset(map(_low, self._lexicon.everywhere(subject, name)))

    def _collect_nouns(self) -> None:
        """Collect the nouns of places, and what stands between them and a name."""
        words = self._words
        self.of, self.belonging = words("of"), words("belonging")
        self.articles, self.directions = words("articles"), words("directions")
        self.before_name = self.articles | self.directions
        self.parts, self.contracted, self.determiners = words("parts"), words("contracted"), words("determiners")
        self.own_land, self.state_titles, self.missions = words("own_land"), words("state_titles"), words("missions")
        self.no_place_after, self.particles, self.same_capital = (
            words("no_place_after"),
            words("particles"),
            words("same_capital"),
        )
        self.words_too = frozenset(self._lexicon.everywhere("places", "words_too"))
        self.sites, self.site_heads = words("sites"), words("site_heads")
        self.site_words = words("site_words") | {site.split()[0] for site in self.sites if " " in site}
        self.kinds = {
            noun: name.removesuffix("s") for name in ("towns", "villages", "cercles", "regions") for noun in words(name)
        }
        self.noun_after_name = self.sites | self.site_words | self.kinds.keys()
        self.organised_sites = self.sites & words("organisation_nouns", "names")
        self.site_ends = self.sites - self.organised_sites
        self.site_phrases = _by_last_word(dict.fromkeys(self.site_ends | words("seated")))
        self.heads = frozenset(word.split()[0].capitalize() for word in self.site_heads | self.site_ends)

    def _collect_organisations(self) -> None:
        """Collect the words of names that are no places, and of those that hold the name of one."""
        words = self._words
        organisations = words("organisation_nouns", "names")
        organisations = (organisations | {f"{noun}s" for noun in organisations}) - self.sites
        roles = words("roles", "names")
        self.roles = roles | {f"{role}s" for role in roles} | words("titles", "names")
        parties = frozenset(word for name in _PARTY_CLASSES for word in words(name, "parties") if " " not in word)
        self.offices = (organisations | self.roles | words("modified") | parties) - self.sites
        self.calendar = _calendar(self._lexicon)
        self.no_place = words("no_place") | organisations | self.roles | self.calendar

    def _collect_cues(self) -> None:
        """Collect the prepositions, and the words that decide about a name at a glance."""
        words = self._words
        relations = {word: relation for name, relation in _CLASSES for word in words(name)}
        self.cues = _by_last_word(relations)
        self.joints = words("coordinators", "clauses") | {",", ", and", "/"}
        self.addressing, self.attachments = words("addressing", "clauses"), words("attachments", "clauses")
        self.employers = words("employers")
        self.said = words("said", "quotes")
        self.unsaid = words("unsaid")
        self.verbs = self.said | words("auxiliaries", "clauses")
        function_words = words("function_words", "language")
        self.function_words = function_words
        self.clause_words = function_words | self.verbs
        self.little_words = {word: word for word in function_words - self.offices - self.noun_after_name}
        unclear = self.addressing | self.attachments | self.of | self.before_name
        self.plain_cues = {
            form: relation
            for word, relation in relations.items()
            if word not in unclear and all(other == relation for _, other in self.cues.get(word, ((word, None),)))
            for form in (word, word.capitalize())
        }
        self.cue_words = _cased((self.cues.keys() | self.same_capital) - self.of)
        self.of_words = _cased(self.of)
        self.last_words = self.cue_words | self.of_words | _cased(self.before_name)
        self.telling = self.last_words | self.roles | self.belonging
        self.lead_or_more = self.cues.keys() | self.of | self.before_name
        phrased = {phrase[-2] for found in self.cues.values() for phrase, _ in found if len(phrase) > 1}
        self.noun_before_name = phrased | self.kinds.keys() | self.parts | self.site_phrases.keys() | self.site_words

    def _collect_anaphors(self) -> None:
        """Collect the nouns by which a text speaks of the country, its capital and its parts."""
        country = self._words("same_country")
        self.anaphors = dict.fromkeys(self.parts, "part") | dict.fromkeys(country, "country")
        self.anaphors |= dict.fromkeys(self.same_capital, "capital")
        article = rf"(?:(?:{alternatives(self.determiners)}) ?)?"
        self.of_country = re.compile(rf" (?:{alternatives(self.of)}) ?{article}(?:{alternatives(country)})(?![\w-])")
        capital = alternatives(self.same_capital)
        self.of_capital = re.compile(rf"(?:'s {capital}\b)?,?(?: ?{article}{capital}\b,?)?")
        self.anaphor = _anaphor(self.determiners, self.anaphors)


def _low(word: str) -> str:
    """Fold a word as tokens are folded."""
    return word.lower().replace("’", "'")


def _cased(words: Iterable[str]) -> frozenset[str]:
    """Give words as they stand inside a sentence, at its start and in brackets; of an elision, the letter."""
    words = [word.removesuffix("'") for word in words]
    return frozenset(form for word in words for form in (word, word.capitalize(), f"({word}"))


def _by_last_word(relations: Mapping[str, Relation | None]) -> dict[str, tuple[_Phrase, ...]]:
    """Index phrases by their last word, longer ones first."""
    index: dict[str, list[_Phrase]] = {}
    for phrase, relation in relations.items():
        words = tuple(phrase.replace("'", "' ").split())
        index.setdefault(words[-1], []).append((words, relation))
    return {last: tuple(sorted(found, key=lambda one: len(one[0]), reverse=True)) for last, found in index.items()}


def _calendar(lexicon: Lexicon) -> frozenset[str]:
    """Collect the names of months and days."""
    found: set[str] = set()
    for language in lexicon.languages:
        dates = lexicon.tables[language].get("dates", {})
        for name in ("months", "weekdays"):
            found.update(_low(form) for forms in dates.get(name, {}).get("forms", ()) for form in forms)
    return frozenset(found)


def _anaphor(determiners: Iterable[str], nouns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Write one expression for each determiner, whose beginning is fixed and so found fast."""
    noun = alternatives(nouns)
    return tuple(
        re.compile(rf"{re.escape(word)}{'' if word.endswith(chr(39)) else ' '}({noun})(?![\w-])")
        for word in sorted(determiners)
    )
