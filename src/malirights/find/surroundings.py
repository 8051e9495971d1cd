"""Where quotations stand: the clause, the sentence and the paragraph around each, and where the next one opens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from malirights.find.grammar import Grammar
from malirights.find.marks import Quotation
from malirights.find.scare import Context, last_sign
from malirights.segment import sentence_breaks

__all__ = ["Surroundings"]

_Stretch = tuple[int, int]
_new = tuple.__new__  # what a NamedTuple does, without its frame
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_OPENING = " \t\xa0\n\r–—-•*(["
_NAME = 3
_NAME_LONGEST = 40
_OTHERS = 6
_TAIL = 720


class Surroundings:
    """Looks around the quotations of one text, in order."""

    def __init__(self, text: str, stretches: Sequence[_Stretch], quotations: Sequence[Quotation], grammar: Grammar) -> None:
        """Keep the text, its paragraphs and its quotations."""
        self._text, self._stretches, self._quotations, self._grammar = text, stretches, quotations, grammar
        self._first = self._start = 0

    def context(self, number: int, *, kept: bool) -> Context:
        """Find the clause that a quotation stands in; it is asked for each, in order.

        Args:
            number: The number of the quotation.
            kept: Whether the quotation before it is a quote, not the name of a thing.
        """
        text, quotation = self._text, self._quotations[number]
        start = self._stretches[quotation.paragraph][0]
        previous = self._quotations[number - 1] if number else None
        if previous and previous.after <= start:
            previous = None
        left = previous.after if previous else start
        breaks = sentence_breaks(text, left, quotation.outer, self._grammar.abbreviations) if left < quotation.outer else []
        clause = breaks[-1] if breaks else left
        fresh = not previous or bool(breaks) or self.ends_sentence(previous, quotation.outer)
        named = previous and not kept
        own_words = self._start if named else left
        told = breaks[-2] if len(breaks) > 1 else own_words if breaks and (named or not previous) else None
        if fresh:
            self._first, self._start = number, clause
        own = fresh and (clause == quotation.outer or not text[clause : quotation.outer].strip(_OPENING))
        return _new(Context, (clause, fresh, own, self._first, self._start, told))

    def ends_sentence(self, quotation: Quotation, before: int) -> bool:
        """Say whether a quotation ended its sentence: a full stop inside it, and a capital or the next mark after it."""
        between = self._text[quotation.after : before].strip()
        if not quotation.closed:
            return True
        return last_sign(self._text[quotation.start : quotation.end]) in ".!?…" and (not between or between[0].isupper())

    def sentence(self, number: int, context: Context) -> tuple[int, list[_Stretch]]:
        """Give where the sentence of a quotation starts, and where the other quotations before it there stand, the last few."""
        if context.first == number:
            return context.sentence, []
        others = self._quotations[max(context.first, number - _OTHERS) : number]
        start = others[0].outer if len(others) == _OTHERS else context.sentence
        return start, [(other.outer, other.after) for other in others]

    def last_of_sentence(self, number: int) -> int:
        """Give the number of the last quotation, of the next few, that stands in the sentence of one."""
        last = number
        for following in range(number + 1, min(len(self._quotations), number + 1 + _NAME)):
            one, other = self._quotations[last], self._quotations[following]
            if other.paragraph != one.paragraph or self.ends_sentence(one, other.outer):
                break
            if sentence_breaks(self._text, one.after, other.outer, self._grammar.abbreviations):
                break
            last = following
        return last

    def next_mark(self, number: int, end: int) -> int:
        """Give where the next quotation opens, names in marks passed over; the end of the paragraph where there is none."""
        for following in self._quotations[number + 1 : number + 1 + _NAME]:
            if following.outer >= end:
                break
            if following.end - following.start > _NAME_LONGEST:
                return following.outer
            words = _WORD.findall(self._text, following.start, following.end)
            if len(words) > _NAME or not all(word[0].isupper() for word in words):
                return following.outer
        beyond = number + 1 + _NAME  # no further: a paragraph may hold any number of names in marks
        return min(end, self._quotations[beyond].outer) if beyond < len(self._quotations) else end

    def end_of(self, quotation: Quotation) -> int:
        """Give the end of the paragraph that a quotation ends in."""
        end = self._stretches[quotation.paragraph][1]
        if quotation.after <= end:
            return end
        return next(
            (end for _, end in self._stretches[quotation.paragraph :] if end >= quotation.after),
            quotation.after,
        )

    def sentence_end(self, after: int, end: int) -> int:
        """Give where the first sentence ends after an offset, not far behind it."""
        end = min(end, after + _TAIL)
        breaks = sentence_breaks(self._text, after, end, self._grammar.abbreviations)
        return breaks[0] if breaks else end
