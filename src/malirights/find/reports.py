"""The words of one language that report a clause as somebody's, and where such a clause begins and ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from malirights.find.grammar import Grammar, by_first_word, grammars, lowered
from malirights.find.mentions import is_participle
from malirights.find.nouns import Tokens, phrase_at
from malirights.find.subjects import is_noun
from malirights.find.tokens import Token
from malirights.lexicon import Lexicon

__all__ = ["QUOTED", "Opening", "Reports", "reports"]

QUOTED = "“"
"""The text of the token that stands for a whole quotation."""

_GAP = 18
_ASIDE = 12
_SEEN = 30
_FEWEST = 2


class Opening(NamedTuple):
    """Where a content clause begins.

    Attributes:
        at: The number of its first token.
        marked: Whether a conjunction opens it: "that".
    """

    at: int
    marked: bool


class Reports:
    """What verbs of one language say of the clause beside them; each word set is an entry class of the lexicon."""

    def __init__(self, lexicon: Lexicon, language: str, grammar: Grammar) -> None:
        """Collect the words of the language."""

        def words(entry_class: str) -> frozenset[str]:
            return frozenset(map(lowered, lexicon.words(language, "indirect", entry_class)))

        self.grammar = grammar
        self.saying, self.bare, self.telling = words("saying"), words("bare"), words("telling")
        self.objects, self.nouns, self.contrasts = words("objects"), words("nouns"), words("contrasts")
        self.evidence, self.no_source = words("evidence"), words("no_source")
        self.unreal, self.hypothetical = words("unreal"), words("hypothetical")
        self.complementizers, self.passive = words("complementizers"), words("passive_auxiliaries")
        self.finite, self.contractions = grammar.finite, tuple(words("contractions"))
        self._after_plural, self._after_singular = words("finite_after_plural"), words("finite_after_singular")
        self.subjects, self.existential = words("subjects"), words("existential")
        self.humans, self.facts = words("humans"), words("facts")
        self.breaks, self._contents = words("breaks"), words("contents")
        self._times, self._time_leads = words("times"), words("time_leads")
        self._phrases = by_first_word(lexicon.words(language, "indirect", "saying_phrases"))
        self._interjected = by_first_word(lexicon.words(language, "indirect", "interjected"))
        self._sources = by_first_word(lexicon.words(language, "indirect", "sources"))

    def cue(self, words: Tokens, at: int) -> int:
        """Give how many tokens from one on are a verb of speech that takes a content clause; 0 where none is."""
        word = words[at]
        if word.is_capital and at and words[at - 1].text not in (":", QUOTED):
            return 0
        length = phrase_at(words, at, self._phrases)
        if length or word.low not in self.saying:
            return length
        return 0 if is_noun(words, at, self.grammar) else 1

    def source(self, words: Tokens, at: int) -> int:
        """Give how many tokens from one on are a phrase such as "according to"; 0 where none is."""
        return phrase_at(words, at, self._sources)

    def is_asserted(self, words: Tokens, at: int) -> bool:
        """Say whether the verb at a token was said: no negation, no modal, no infinitive, no passive before it."""
        number = at - 1
        while number >= 0 and at - number <= _ASIDE:
            low = words[number].low
            if low in self.unreal:
                return False
            if low in self.passive and not is_participle(words[at], self.grammar):
                return False
            if not self._in_verb_group(words, number):
                break
            number -= 1
        return True

    def _in_verb_group(self, words: Tokens, at: int) -> bool:
        """Say whether a token may stand between the parts of a verb."""
        low = words[at].low
        return low in self.grammar.auxiliaries or low in self.grammar.between or low.endswith(self.grammar.adverb_endings)

    def opening(self, words: Tokens, cue: int, length: int) -> Opening | None:
        """Find the clause that a verb takes, past hearers, adverbs, times and places.

        Args:
            words: The tokens of the sentence.
            cue: The number of the verb.
            length: How many tokens it has.
        """
        first = cue + length
        at = self.after_circumstances(words, first)
        told = words[cue].low in self.telling
        marked = self._complementizer(words, first if told or at > first else at, cue + _GAP if told or at > first else at + 1)
        if marked is None and at < len(words) and words[at].text == ",":  # "said, in a letter, that"
            marked = self._after_aside(words, at)
        if marked is not None:
            return Opening(marked + 1, marked=True) if self._has_words(words, marked + 1) else None
        if length > 1 or words[cue].low not in self.bare:
            return None
        if told:
            at = self.after_circumstances(words, self.after_noun_phrase(words, at))
        if at - cue > _GAP or not self._opens_subject(words, at, noun=words[cue].low not in self.objects):
            return None
        return Opening(at, marked=False) if self._is_bare_clause(words, at) else None

    def _complementizer(self, words: Tokens, at: int, stop: int) -> int | None:
        """Give the number of the conjunction that opens a content clause, between two tokens; None before a verb or a mark."""
        for number in range(at, min(stop, len(words))):
            if self._is_complementizer(words, number):
                return None if number > at and words[number - 1].low in self._contents else number
            if number > at and (not (words[number].is_word or words[number].low == "'s") or self.is_finite(words, number)):
                return None
        return None

    def _after_aside(self, words: Tokens, comma: int) -> int | None:
        """Give the number of the conjunction after a comma, or after what stands between two."""
        close = next(
            (number for number in range(comma + 1, min(comma + _ASIDE, len(words))) if words[number].text == ","), comma
        )
        return next((at for at in (close + 1, comma + 1) if self._is_complementizer(words, at)), None)

    def _is_complementizer(self, words: Tokens, at: int) -> bool:
        """Say whether a token is the conjunction that opens a content clause, not a relative or demonstrative before a verb."""
        if at >= len(words) or words[at].low not in self.complementizers:
            return False
        following = words[at + 1].low if at + 1 < len(words) else ""
        return following not in self.finite and following != "'s"

    def after_circumstances(self, words: Tokens, at: int) -> int:
        """Give the number of the token after adverbs, times, and places or hearers with their preposition."""
        grammar = self.grammar
        while at < len(words):
            low, following = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
            if low in self._time_leads and following in self._times:
                at += 2
            elif low in grammar.between or (low.endswith(grammar.adverb_endings) and not words[at].is_capital):
                at += 1
            elif aside := phrase_at(words, at, grammar.asides) or self._interjection(words, at):
                at += aside
            elif low in grammar.infinitives and low in grammar.addressing and not self._is_hearer(words, at + 1):
                return at  # "claims to know"
            elif low in grammar.prepositions or low in grammar.addressing:
                after = self.after_noun_phrase(words, at + 1)
                if after == at + 1:
                    return at
                at = after
            else:
                return at
        return at

    def _is_hearer(self, words: Tokens, at: int) -> bool:
        """Say whether the word after "to" opens a noun phrase, not an infinitive."""
        if at >= len(words):
            return False
        word, grammar = words[at], self.grammar
        known = grammar.determiners | grammar.pronouns | grammar.first_person
        return word.is_capital or word.low in known or word.low.endswith("s")

    def _interjection(self, words: Tokens, at: int) -> int:
        """Give how many tokens from one on are an adverb such as "however", before "that" or another adverb; else 0."""
        length = phrase_at(words, at, self._interjected)
        if not length or at + length >= len(words):
            return 0
        following = words[at + length].low
        return length if following in self.complementizers or following.endswith(self.grammar.adverb_endings) else 0

    def after_noun_phrase(self, words: Tokens, at: int) -> int:
        """Give the number of the token after a short noun phrase: up to the next determiner, pronoun, preposition or mark."""
        grammar, first = self.grammar, at
        while at < len(words) and words[at].low in grammar.determiners and not self._is_complementizer(words, at):
            at += 1
        if at < len(words) and at == first and words[at].low in grammar.pronouns:
            return at + 1
        opened = at
        while at < len(words):
            word = words[at]
            if word.low == "'s" or (word.low == "of" and at > opened):
                at += 1
                while at < len(words) and words[at].low in grammar.determiners:
                    at += 1
                continue
            if (
                not word.is_word
                or word.low in grammar.function_words
                or word.low in grammar.pronouns
                or word.low in self.finite
            ):
                break
            if self._is_complementizer(words, at) or word.low in grammar.between or word.low in self._time_leads:
                break
            if at > opened and not words[at - 1].is_capital and words[at - 1].low not in ("'s", "of") and word.is_capital:
                break  # "told reporters Ada Moru had left"
            at += 1
        return at

    def opens_clause(self, words: Tokens, at: int) -> bool:
        """Say whether a clause of its own, with a subject, stands at a token."""
        return self._opens_subject(words, at, noun=not self.finite) and self.is_clause(words, at)

    def _opens_subject(self, words: Tokens, at: int, *, noun: bool) -> bool:
        """Say whether a token can open the subject of a clause that has no conjunction; with `noun`, a noun alone can."""
        if at >= len(words):
            return False
        word, grammar = words[at], self.grammar
        if word.text == QUOTED or not word.is_word:
            return False
        if word.low in self.subjects or word.low in self.existential or word.low in grammar.determiners or word.is_capital:
            return True
        verb = word.low in grammar.auxiliaries or word.low in self.saying or word.low in self.finite
        return noun and not verb and word.low not in grammar.function_words

    def _has_words(self, words: Tokens, at: int) -> bool:
        """Say whether enough words follow for a clause."""
        return sum(word.is_word or word.text == QUOTED for word in words[at : at + _SEEN]) >= _FEWEST

    def is_clause(self, words: Tokens, at: int) -> bool:
        """Say whether the words from a token on hold a finite verb; in a language whose verbs are not listed, enough words."""
        if not self.finite:
            return self._has_words(words, at)
        return any(self.is_finite(words, number) for number in range(at + 1, min(len(words), at + 2 * _SEEN)))

    def _is_bare_clause(self, words: Tokens, at: int) -> bool:
        """Say whether a subject and its finite verb stand at a token: "the mill behind the court had burned"."""
        grammar, number, relative = self.grammar, at + 1, False
        while number < min(len(words), at + _SEEN):
            word = words[number]
            if self.is_finite(words, number):
                if not relative:
                    return words[number - 1].low not in grammar.coordinators
                relative = False
            elif word.low in grammar.relatives or word.low in self.complementizers:
                relative = True
            elif word.text == QUOTED and number - at >= _FEWEST and number + 1 == len(words):
                return True  # "said his dog “was wet”": the verb is quoted
            elif word.text == ",":
                window = range(number + 1, min(number + _SEEN, len(words)))
                close = next((comma for comma in window if words[comma].text == ","), 0)
                if not close or words[number + 1].low in self.subjects or self.is_finite(words, number + 1):
                    return False
                number, relative = close, False
            elif word.text in ";:":
                return False
            number += 1
        return False

    def is_finite(self, words: Tokens, at: int) -> bool:
        """Say whether a token is a finite verb: a known form, one joined to its pronoun, a past, or what follows a pronoun."""
        word, before, grammar = words[at], words[at - 1], self.grammar
        if word.text == QUOTED or word.is_capital:
            return False
        if word.low in self.finite:
            return before.low not in grammar.determiners and before.low not in grammar.infinitives
        if word.low in self._after_plural:
            return before.low in self.subjects or before.low in grammar.relatives or self._is_several(before)
        if word.low in self._after_singular:
            return before.low in self.subjects or before.low in grammar.relatives or before.is_capital
        if word.low == "'s":
            return before.low in self.subjects or before.low in self.existential
        if before.low.endswith(self.contractions) and before.low not in self.contractions:
            return True
        function = word.low in grammar.function_words or word.low in grammar.between or not word.is_word
        if before.low in self.subjects and not function:
            return True
        if not word.low.endswith(grammar.past_endings) or before.low in grammar.determiners:
            return False
        following = words[at + 1] if at + 1 < len(words) else None
        if following and following.low in grammar.agents:
            return False  # "the report published by"
        return (
            following is None
            or not following.is_word
            or following.is_capital
            or following.low in grammar.function_words
            or following.low in grammar.between
            or following.low in grammar.pronouns
            or following.low in grammar.prepositions
        )

    def _is_several(self, word: Token) -> bool:
        """Say whether a word is a plural noun, or one of people."""
        return word.low in self.humans or (word.low.endswith("s") and word.low not in self.grammar.function_words)


def reports(lexicon: Lexicon) -> Mapping[str | None, Reports]:
    """Compile every language; build it with `lexicon.built(reports)`. A text of no known language is read as English."""
    words = lexicon.built(grammars)
    made: dict[str | None, Reports] = {language: Reports(lexicon, language, words[language]) for language in lexicon.languages}
    made[None] = made["en"]
    return made
