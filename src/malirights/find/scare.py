"""What between marks is a quote, and what a title, the name of a thing, a charge or words held at arm's length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from malirights.find.grammar import Grammar
from malirights.find.marks import Quotation
from malirights.find.subjects import Attribution

__all__ = ["WOVEN", "Context", "QuoteJudge", "last_sign", "names_charge"]

WOVEN = 3
"""How many words a quote woven into a sentence has at least."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_SENTENCE = 4
_TITLE = 12
_NEAR = 4
_NEAR_BY = 40


class Context(NamedTuple):
    """Where a quotation stands.

    Attributes:
        clause: The start of its clause.
        fresh: Whether it does not go on with the sentence of an earlier quotation.
        own: Whether it opens its clause.
        first: The number of the first quotation of its sentence.
        sentence: The start of its sentence.
        told: The start of the writer's own sentence before the clause, in the same paragraph, or None.
    """

    clause: int
    fresh: bool
    own: bool
    first: int
    sentence: int
    told: int | None


class QuoteJudge:
    """Tells quotes from other words between marks, in one text."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        """Keep the text, and the words of its language."""
        self._text, self._grammar = text, grammar

    def is_quote(
        self,
        quotation: Quotation,
        count: int,
        found: Attribution | None,
        context: Context,
        before: Quotation | None,
    ) -> bool:
        """Say whether words between marks are speech, not the name of a thing or words held at arm's length."""
        if found is None:
            return self._stands_alone(quotation, count, context, before)
        if found.rule in ("lead-in", "transcript", "signature", "carried-on"):
            named = found.cue is not None or found.mention is not None
            return named or (count >= WOVEN and self.is_sentence(quotation, count))
        if found.rule in ("subject", "late") and self._qualifies(quotation, context):
            return False
        if found.rule == "subject":
            named = self.names_a_thing(quotation, context.clause, apposed=True) or self._is_offence(quotation, context.clause)
            return count >= WOVEN and not named and self._word_before(quotation, context) not in self._grammar.definite
        if found.rule == "after":
            if self._text[context.clause : quotation.outer].strip().casefold() in self._grammar.no_quote:
                return False  # "Entitled “…”, the report says"
            return context.own or not self._is_offence(quotation, context.clause)
        named = self.names_a_thing(quotation, context.clause, said=True) or self._is_offence(quotation, context.clause)
        if found.rule in ("before", "source"):
            return not named or self.is_sentence(quotation, count)
        if found.cue and found.rule == "woven" and self._text[found.cue[1] : quotation.outer].isspace():
            return count >= (2 if found.mention is not None and found.mention.kind in (None, "person") else WOVEN)
        near = found.cue is not None and len(_WORD.findall(self._text, found.cue[1], quotation.outer)) <= _NEAR
        return not named and count >= (2 if near else WOVEN)

    def _stands_alone(self, quotation: Quotation, count: int, context: Context, before: Quotation | None) -> bool:
        """Say whether words between marks are a sentence, though nobody is said to have spoken it."""
        inside = self._text[quotation.start : quotation.end]
        announced = self._text[context.clause : quotation.outer].rstrip().endswith(":")
        begins = inside.lstrip("[(…. ")[:1]
        if not (context.own or announced) or not (begins.isupper() or begins.isdigit() or inside[0].isupper()):
            return False
        if self._is_single(quotation) and not (before and self._is_single(before)):
            return False  # a heading
        if not quotation.closed:
            return count > 1 or before is not None
        return (count >= _SENTENCE or (last_sign(inside) in ".!?" and count >= 2)) and self.is_sentence(quotation, count)  # noqa: PLR2004

    def is_title(self, quotation: Quotation, count: int, context: Context) -> bool:
        """Say whether every word has a capital but those of grammar, as in the name of a law, a report or a programme."""
        if not 1 < count <= _TITLE:
            return False
        inside, grammar = self._text[quotation.start : quotation.end], self._grammar
        words = _WORD.findall(inside)
        capitals = sum(word[0].isupper() for word in words)
        if capitals < 2 or not words[0][0].isupper():  # noqa: PLR2004 - one capital begins a sentence
            return False
        if not all(word[0].isupper() or word in grammar.small_words for word in words):
            return False
        # American typesetting puts the comma of the sentence inside the marks.
        if inside[-1] not in ".!?,":
            return True
        apposed = self.names_a_thing(quotation, context.clause, apposed=True)  # "in his book, “…,” he"
        return inside[-1] in ".," and (apposed or self._is_woven(quotation, context))

    def _is_single(self, quotation: Quotation) -> bool:
        """Say whether a quotation stands between single marks."""
        return self._text[quotation.outer] in "‘'" and quotation.start == quotation.outer + 1

    def _is_woven(self, quotation: Quotation, context: Context) -> bool:
        """Say whether a quotation stands inside a noun phrase: after a preposition, a determiner or a possessive."""
        last, grammar = self._word_before(quotation, context), self._grammar
        return last.endswith(("'s", "'")) or any(
            last in words for words in (grammar.no_quote, grammar.prepositions, grammar.determiners, grammar.passives)
        )

    def _word_before(self, quotation: Quotation, context: Context) -> str:
        """Give the word before the opening mark, folded; "" where a pause or nothing stands there."""
        outer = quotation.outer
        if not self._text[outer - 1 : outer].isspace() or self._text[outer - 2 : outer - 1] in ":,":
            return ""
        before = _WORD.findall(self._text, max(context.clause, outer - _NEAR_BY), outer)
        possessive = "'" if self._text[outer - 2] in "’'" else ""  # "the lawyers’ …"
        return before[-1].casefold().replace("’", "'") + possessive if before else ""

    def names_a_thing(self, quotation: Quotation, clause: int, *, apposed: bool = False, said: bool = False) -> bool:
        """Say whether the word before the marks announces a law, a title or a nickname."""
        outer = quotation.outer
        if self._text[quotation.after : quotation.after + 2] == " (" and self._text[quotation.end - 1] not in ".!?":
            return True
        before = _WORD.findall(self._text, max(clause, outer - 40), outer)
        if len(before) > 1 and _bare(before[-1]) in self._grammar.complements:
            before.pop()  # "auteur de"
        last = _bare(before[-1]) if before else ""
        if last not in self._grammar.no_quote or (not apposed and self._text[outer - 2 : outer - 1] in ":,"):
            return False
        return not (said and last in self._grammar.works and self._text[quotation.start].islower())

    def _qualifies(self, quotation: Quotation, context: Context) -> bool:
        """Say whether quoted words stand between a determiner and its noun: "his “no more rain” song"."""
        last, grammar = self._word_before(quotation, context), self._grammar
        if not (last in grammar.determiners or last.endswith("'s")) or self._text[quotation.end - 1] in ",.;!?":
            return False
        following = (
            _WORD.match(self._text, quotation.after + 1) if self._text[quotation.after : quotation.after + 1] == " " else None
        )
        if following is None:
            return False
        low = following[0].lower()
        return not (low in grammar.function_words or low in grammar.auxiliaries or low in grammar.between) and not (
            low in grammar.finite or low.endswith(grammar.past_endings)
        )

    def _is_offence(self, quotation: Quotation, clause: int) -> bool:
        """Say whether quoted words are what someone is accused of."""
        before = _WORD.findall(self._text[max(clause, quotation.outer - 200) : quotation.outer])
        return bool(before) and _bare(before[-1]) in self._grammar.accusing and names_charge(before, self._grammar)

    def is_sentence(self, quotation: Quotation, count: int) -> bool:
        """Say whether a quotation is a sentence of its own: it ends like one, is long, or was never closed."""
        text = self._text
        if not quotation.closed or last_sign(text[quotation.start : quotation.end]) in ".!?…,":
            return True
        return count >= 2 * _SENTENCE or text[quotation.after : quotation.after + 1] in (".", ",")


def _bare(word: str) -> str:
    """Fold a word, without an elided one before it ("l’émission")."""
    return word.casefold().replace("’", "'").rpartition("'")[2]


def names_charge(words: Sequence[str], grammar: Grammar) -> bool:
    """Say whether words put what follows into a charge or a verdict: "accused of"; but "X accused the army of" speaks for X."""
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if _bare(word) in grammar.accusations:
            active = _bare(word) in grammar.woven and (following[:1].isupper() or following.lower() in grammar.determiners)
            if not active:
                return True
    return False


def last_sign(words: str) -> str:
    """Give the last sign of some quoted words, before the marks of a quotation inside them that ends with them."""
    return words.rstrip("’'”\"»\xa0 ")[-1:] or words[-1]
