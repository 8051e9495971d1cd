"""How many: the number in a noun phrase, as the interval that its words allow."""

from __future__ import annotations

import re

from malirights.find.events.sentence import Phrase, Sentence
from malirights.model import Count, Span

__all__ = ["count_of"]

_THOUSAND = 1000
_DIGITS = re.compile(r"\d{1,3}(?:[,.  ]\d{3})+|\d+")


def count_of(sentence: Sentence, phrase: Phrase) -> Count | None:
    """Give the number of a noun phrase; None where it has none.

    A person who is named, or a noun of one person, counts as one.
    """
    words = sentence.words
    for number in range(phrase[0], phrase[1]):
        if sentence.low(number - 1) in words.ages or sentence.low(number + 1) in words.ages:
            continue
        for quantity, value in words.quantities.items():
            if all(sentence.low(number + place) == word for place, word in enumerate(quantity)):
                return Count(low=value, high=None, span=Span(*sentence.offsets((number, number + len(quantity)))))
        value_at = _number_at(sentence, number, phrase[1])
        if value_at:
            value, after = value_at
            return _bounded(sentence, phrase, number, after, value)
    return None


def _number_at(sentence: Sentence, number: int, limit: int) -> tuple[int, int] | None:
    """Read a cardinal in digits or words; give it and the token after it."""
    token = sentence.tokens[number]
    if _DIGITS.fullmatch(token.text):
        value, after = int(re.sub(r"\D", "", token.text)), number + 1
        if sentence.words.numbers.get(sentence.low(after), 0) >= _THOUSAND:
            return value * sentence.words.numbers[sentence.low(after)], after + 1
        return value, after
    total = group = 0
    at = number
    while at < limit:
        pieces = sentence.low(at).split("-")
        if not all(piece in sentence.words.numbers for piece in pieces):
            break
        for piece in pieces:
            value = sentence.words.numbers[piece]
            if value >= _THOUSAND:
                total, group = total + max(group, 1) * value, 0
            elif value == 100:
                group = max(group, 1) * 100
            else:
                group += value
        at += 1
    return (total + group, at) if at > number else None


def _bounded(sentence: Sentence, phrase: Phrase, first: int, after: int, value: int) -> Count:
    """Give the interval of a number with the words before it."""
    words = sentence.words
    start = first
    low, high, approximate = value, value, False
    for back in range(max(0, first - 4), first):
        for index, change in ((words.at_least, "low"), (words.at_most, "high"), (words.about, "about")):
            length = sentence.at(back, index)
            if length and back + length == first:
                start = min(start, back)
                if change == "low":
                    low, high = value, None
                elif change == "high":
                    low, high = 0, value
                else:
                    approximate = True
    return Count(low=low, high=high, approximate=approximate, span=Span(*sentence.offsets((start, after))))
