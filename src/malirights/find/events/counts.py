"""How many: the number in a noun phrase, as the interval that its words allow."""

from __future__ import annotations

import re

import attrs

from malirights.find.events.sentence import Phrase, Sentence
from malirights.find.grammar import Phrases
from malirights.model import Count, Span

__all__ = ["count_of"]

_GROUP, _HUNDRED, _THOUSAND = 3, 100, 1000
_BEFORE = 4
_DECIMAL = re.compile(r"\d{1,6}[.,]\d{1,2}")
_DIGITS = re.compile(r"\d{1,3}(?:[,.  ]\d{3})+|\d+")


def count_of(sentence: Sentence, phrase: Phrase) -> Count | None:
    """Give the number of a noun phrase; None where it has none.

    A person who is named, or a noun of one person, counts as one.
    """
    words = sentence.words
    for number in range(phrase[0], phrase[1]):
        if not sentence.tokens[number].may_count or number in sentence.times or _is_age(sentence, number):
            continue
        length = sentence.at(number, words.quantity_index)
        if length:
            value = words.quantities[tuple(sentence.lows[number : number + length])]
            return Count(low=value, high=None, span=Span(*sentence.offsets((number, number + length))))
        if length := sentence.at(number, words.round_index):
            value = words.round_numbers[tuple(sentence.lows[number : number + length])]
            return attrs.evolve(_bounded(sentence, number, number + length, value), approximate=True)
        value_at = _number_at(sentence, number, phrase[1])
        if value_at:
            value, after = value_at
            return _bounded(sentence, number, after, value)
    return None


def _is_age(sentence: Sentence, number: int) -> bool:
    """Say whether a number is an age: "aged 13", "13 years", "13 to 17 years", "a baker of 58"."""
    words = sentence.words
    of_one = sentence.lows[number - 1] in words.owners and sentence.lows[number - 2] in words.persons
    if of_one and (number + 1 >= len(sentence.tokens) or sentence.stops[number + 1]):
        return True
    if sentence.lows[number - 1] in words.ages or sentence.lows[number + 1] in words.ages:
        return True
    after = sentence.lows[number + 1]
    ranged = (after in words.grammar.coordinators or after in words.receivers) and sentence.lows[number + 3] in words.ages
    return ranged and sentence.is_number(number) and sentence.is_number(number + 2)


def _continues_number(sentence: Sentence, number: int) -> bool:
    """Say whether three digits go on with the number before them after one space, as where it groups thousands: "1 200"."""
    before, token = sentence.tokens[number - 1], sentence.tokens[number]
    grouped = token.text.isdigit() and before.text.isdigit() and len(before.text) <= _GROUP == len(token.text)
    if not (sentence.words.adjectives_follow and grouped):
        return False
    return sentence.offsets((number, number + 1))[0] == sentence.offsets((number - 1, number))[1] + 1


def _number_at(sentence: Sentence, number: int, limit: int) -> tuple[int, int] | None:
    """Read a cardinal in digits or words; give it and the token after it."""
    text = sentence.tokens[number].text
    if _DECIMAL.fullmatch(text) and _unit(sentence, number + 1) > 1:
        return round(float(text.replace(",", ".")) * _unit(sentence, number + 1)), number + 2
    if _DIGITS.fullmatch(text):
        after = number + 1
        while after < limit and _continues_number(sentence, after):
            text, after = text + sentence.tokens[after].text, after + 1
        unit = _unit(sentence, after)
        return int(re.sub(r"\D", "", text)) * unit, after + (unit > 1)
    return _number_in_words(sentence, number, limit)


def _unit(sentence: Sentence, number: int) -> int:
    """Give the thousands or millions that a token counts; 1 where it does not."""
    value = sentence.words.numbers.get(sentence.lows[number], 0)
    return value if value >= _THOUSAND else 1


def _number_in_words(sentence: Sentence, number: int, limit: int) -> tuple[int, int] | None:
    """Read a cardinal in words; give it and the token after it."""
    total = group = 0
    at = number
    while at < limit:
        if group and group % _HUNDRED == 0 and sentence.lows[at] in sentence.words.grammar.coordinators:
            at += 1  # "two hundred and nine"
            continue
        if at == number and (value := sentence.joined_number(at)):
            return value, at + 3  # "vingt et un"
        low = sentence.lows[at]
        pieces = [low] if low in sentence.words.numbers else low.split("-")
        if not all(piece in sentence.words.numbers for piece in pieces):
            break
        for piece in pieces:
            value = sentence.words.numbers[piece]
            if value >= _THOUSAND:
                total, group = total + max(group, 1) * value, 0
            elif value == _HUNDRED:
                group = max(group, 1) * 100
            else:
                group += value
        at += 1
    while at > number and sentence.lows[at - 1] in sentence.words.grammar.coordinators:
        at -= 1
    return (total + group, at) if at > number else None


def _bounded(sentence: Sentence, first: int, after: int, value: int) -> Count:
    """Give the interval of a number with the words before it, and with the one that "between … and" joins to it."""
    words = sentence.words
    if sentence.lows[first - 1] in words.between and sentence.lows[after] in words.grammar.coordinators:
        other = _number_at(sentence, after + 1, min(after + 1 + _BEFORE, len(sentence.tokens)))
        if other and other[0] >= value:
            return Count(low=value, high=other[0], span=Span(*sentence.offsets((first - 1, other[1]))))
    at_least, at_most, about = (_start(sentence, first, index) for index in (words.at_least, words.at_most, words.about))
    if at_least is not None and at_most is not None:  # "no more than" is not "more than"
        at_least, at_most = (at_least, None) if at_least < at_most else (None, at_most)
    start = min(place for place in (at_least, at_most, about, first) if place is not None)
    return Count(
        low=0 if at_most is not None else value,
        high=None if at_least is not None else value,
        approximate=about is not None,
        span=Span(*sentence.offsets((start, after))),
    )


def _start(sentence: Sentence, number: int, index: Phrases) -> int | None:
    """Give where a phrase of an index starts that ends right before a token; None where none does."""
    places = range(max(0, number - _BEFORE), number)
    if not sentence.has_word(places.start, number, index.keys()):
        return None
    return next((place for place in places if place + sentence.at(place, index) == number), None)
