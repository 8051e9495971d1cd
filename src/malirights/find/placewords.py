"""The words around the names of places, compiled from the lexicon for all languages at once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from malirights.find.alternatives import alternatives
from malirights.lexicon import Lexicon

__all__ = ["RELATIONS", "PlaceWords"]

RELATIONS = _INSIDE, _NEAR, _MOTION = "in", "near", "to"
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

        def words(name: str) -> frozenset[str]:
            return frozenset(map(_low, lexicon.everywhere("places", name)))

        def names(name: str) -> frozenset[str]:
            return frozenset(map(_low, lexicon.everywhere("names", name)))

        relations = {_low(word): _INSIDE for word in lexicon.everywhere("places", "inside")}
        relations |= dict.fromkeys(words("near"), _NEAR) | dict.fromkeys(words("motion"), _MOTION)
        self.cues = _by_last_word(relations)
        self.of = words("of")
        self.joints = frozenset(map(_low, lexicon.everywhere("clauses", "coordinators"))) | {",", ", and", "/"}
        self.missions = words("missions")
        self.belonging = words("belonging")
        self.articles = words("articles")
        self.directions = words("directions")
        self.before_name = self.articles | self.directions
        self.parts = words("parts")
        self.contracted = words("contracted")
        self.determiners = words("determiners")
        self.state_titles = words("state_titles")
        self.own_land = words("own_land")
        self.no_place_after = words("no_place_after")
        self.words_too = frozenset(lexicon.everywhere("places", "words_too"))
        self.sites = words("sites")
        self.site_phrases = _by_last_word(dict.fromkeys(self.sites, ""))
        self.site_words = words("site_words") | {site.split()[0] for site in self.sites if " " in site}
        self.kinds = {
            noun: name.removesuffix("s") for name in ("towns", "villages", "cercles", "regions") for noun in words(name)
        }
        noun = f"(?:{alternatives(words('same_country'))})"
        self.same_capital = words("same_capital")
        self.anaphors = dict.fromkeys(self.parts, "part") | dict.fromkeys(words("same_country"), "country")
        self.anaphors |= dict.fromkeys(self.same_capital, "capital")

        organisations = names("organisation_nouns")
        organisations = (organisations | {f"{noun}s" for noun in organisations}) - self.sites
        roles = names("roles")
        self.roles = roles | {f"{role}s" for role in roles} | names("titles")
        parties = (word for name in _PARTY_CLASSES for word in lexicon.everywhere("parties", name))
        self.offices = (
            organisations | self.roles | words("modified") | frozenset(word for word in map(_low, parties) if " " not in word)
        ) - self.sites
        self.organisations = organisations
        self.calendar = _calendar(lexicon)
        self.no_place = words("no_place") | organisations | self.roles | self.calendar
        self.addressing = frozenset(map(_low, lexicon.everywhere("clauses", "addressing")))
        self.attachments = frozenset(map(_low, lexicon.everywhere("clauses", "attachments")))
        self.said = frozenset(map(_low, lexicon.everywhere("quotes", "said")))
        self.function_words = frozenset(lexicon.everywhere("language", "function_words"))
        self.little_words = {
            word: word for word in self.function_words - self.offices - self.sites - self.site_words - self.kinds.keys()
        }
        self.plain_cues = {
            form: relation
            for word, relation in relations.items()
            if all(other == relation for _, other in self.cues.get(word, ((word, ""),)))
            and word not in self.addressing | self.attachments | self.of | self.before_name
            for form in (word, word.capitalize())
        }
        self.verbs = self.said | frozenset(map(_low, lexicon.everywhere("clauses", "auxiliaries")))
        self.clause_words = self.function_words | self.verbs
        self.particles = words("particles")
        self.site_heads = words("site_heads")
        self.site_ends = self.sites - names("organisation_nouns")
        self.heads = frozenset(word.split()[0].capitalize() for word in self.site_heads | self.site_ends)
        self.of_country = re.compile(
            rf" (?:{alternatives(self.of)}) ?(?:(?:{alternatives(self.determiners)}) ?)?{noun}(?![\w-])"
        )
        self.cue_words = _cased((self.cues.keys() | self.same_capital) - self.of)
        self.of_words = _cased(self.of)
        self.last_words = self.cue_words | self.of_words | _cased(self.before_name)
        self.telling = self.last_words | self.roles | self.belonging
        self.lead_or_more = self.cues.keys() | self.of | self.before_name
        self.noun_after_name = self.sites | self.site_words | self.kinds.keys()
        phrased = {phrase[-2] for found in self.cues.values() for phrase, _ in found if len(phrase) > 1}
        self.noun_before_name = (
            frozenset(phrased) | frozenset(self.kinds) | self.parts | self.site_phrases.keys() | self.site_words
        )
        self.anaphor = _anaphor(self.determiners, self.anaphors)


def _low(word: str) -> str:
    """Fold a word as tokens are folded."""
    return word.lower().replace("’", "'")


def _cased(words: Iterable[str]) -> frozenset[str]:
    """Give words as they stand inside a sentence, at its start and in brackets; of an elision, the letter."""
    words = [word.removesuffix("'") for word in words]
    return frozenset(form for word in words for form in (word, word.capitalize(), f"({word}"))


def _by_last_word(relations: dict[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Index phrases by their last word, longer ones first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
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
