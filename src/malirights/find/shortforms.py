"""Whom "the minister" or "the group" means: those with that office, or of that kind, who are named before in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from malirights.find.gender import Genders
from malirights.find.grammar import Grammar
from malirights.find.nouns import Mention, Tokens, analysed, is_plain_name, is_role, is_title, phrase_end
from malirights.find.tokens import Token, tokens
from malirights.model import Speaker

__all__ = ["ShortForms"]

_Stretch = tuple[int, int]
_BEFORE = 120
_AFTER = 160
_NEAR = 8
_MOST = 100
_DETERMINER = 16
_ELIDED = 2
_FULL_NAME = 2


class _Bearer(NamedTuple):
    """Someone who is named with an office or a kind in the text.

    Attributes:
        at: The offset of the noun of the office or kind.
        name: Where the name stands.
        words: The words of the office, or of the name of an organisation, in lower case.
    """

    at: int
    name: _Stretch
    words: frozenset[str]


class ShortForms:
    """Resolves the short forms of one text."""

    def __init__(self, text: str, grammar: Grammar, genders: Genders) -> None:
        """Keep the text and the words of its language."""
        self._text, self._grammar, self._genders = text, grammar, genders
        self._bearers: dict[tuple[str, bool], list[_Bearer]] = {}
        self._organisations: dict[str, _Stretch] = {}

    def heard(self, speaker: Speaker, organisation: _Stretch | None) -> None:
        """Remember the organisation that a speaker is or speaks for: it may be "the group" later on."""
        if speaker.kind == "organisation" and speaker.name_span and speaker.name[0].isupper():
            organisation = speaker.name_span.start, speaker.name_span.end
        if organisation and len(self._organisations) < _MOST:
            self._organisations.setdefault(self._text[organisation[0] : organisation[1]], organisation)

    def meant(self, mention: Mention) -> tuple[list[_Stretch], bool]:
        """Give where those are named whom a mention can mean, each once, and whether they are people."""
        words = tokens(self._text, mention.start, mention.end)
        if not words or not self._is_definite(mention.start) or any(word.low == "'s" for word in words):
            return [], False
        sought = frozenset(word.low for word in words if word.is_word and word.low not in self._grammar.connectives)
        head = _head(words, self._grammar)
        if head.low in self._grammar.roles:
            return self._distinct(self._before(self._people(head.low), mention.start, sought)), True
        if (head.is_capital and not head.text.isupper()) or len(words) > 1:
            return [], False
        if head.low in self._genders.any_group:
            return self._distinct(self._organisations.values()), False
        if head.low in self._grammar.organisation_nouns:
            return self._distinct(self._before(self._bodies(head.low), mention.start, sought)), False
        return [], False

    def _is_definite(self, start: int) -> bool:
        """Say whether the word before an offset is the article of somebody who was named before."""
        words = tokens(self._text, max(0, start - _DETERMINER), start + _ELIDED)
        before = [word for word in words if word.end <= start]
        return bool(before) and before[-1].low in self._genders.definite

    def _before(self, bearers: Iterable[_Bearer], end: int, sought: frozenset[str]) -> Iterator[_Stretch]:
        """Give the names of those before an offset whose office has all the words that are sought."""
        return (bearer.name for bearer in bearers if bearer.at < end and sought <= bearer.words)

    def _distinct(self, names: Iterable[_Stretch]) -> list[_Stretch]:
        """Leave out the shorter of two names of which one has all the words of the other."""
        kept: list[tuple[frozenset[str], _Stretch]] = []
        for name in names:
            words = frozenset(self._text[name[0] : name[1]].lower().split())
            if any(words <= other for other, _ in kept):
                continue
            kept = [(other, place) for other, place in kept if not other <= words]
            kept.append((words, name))
        return [name for _, name in kept]

    def _people(self, noun: str) -> list[_Bearer]:
        """Find the people who are named beside a noun of their office, once for the whole text."""
        return self._found(noun, people=True)

    def _bodies(self, noun: str) -> list[_Bearer]:
        """Find the organisations whose name has a noun, once for the whole text."""
        return self._found(noun, people=False)

    def _found(self, noun: str, *, people: bool) -> list[_Bearer]:
        """Look at every place where a noun stands; one that stands everywhere tells nobody apart."""
        known = self._bearers.get((noun, people))
        if known is not None:
            return known
        found: list[_Bearer] = []
        places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(noun)}(?!\w)", self._text, re.IGNORECASE)]
        for start, end in places if len(places) <= _MOST else ():
            words, at = self._around(start, end)
            bearer = self._person_at(words, at) if people else self._body_at(words, at)
            if bearer:
                found.append(bearer)
        self._bearers[noun, people] = found
        return found

    def _around(self, start: int, end: int) -> tuple[list[Token], int]:
        """Give the words of the line around a noun, and its number among them."""
        low = max(0, start - _BEFORE)
        first = max(self._text.rfind("\n", low, start) + 1, low)
        stop = self._text.find("\n", end, end + _AFTER)
        words = tokens(self._text, first, stop if stop >= 0 else min(len(self._text), end + _AFTER))
        return words, next((number for number, word in enumerate(words) if word.end > start), len(words) - 1)

    def _person_at(self, words: Tokens, at: int) -> _Bearer | None:
        """Read the name beside an office: "Rain Minister Ada Moru", "Ada Moru, the rain minister"."""
        grammar, first = self._grammar, at
        while first > 0 and at - first < _NEAR and words[first - 1].is_word and words[first - 1].low not in grammar.breaks:
            if words[first - 1].low in grammar.determiners or words[first - 1].low in grammar.said:
                break
            first -= 1
        found = analysed(words, first, phrase_end(words, first, grammar), grammar)
        if found and found.kind == "person" and found.start > words[at].start:
            return self._bearer(words, at, (found.start, found.end), first, at + 1)
        comma = next((number for number in range(at, max(-1, at - _NEAR), -1) if words[number].text == ","), None)
        name = self._name_before(words, comma) if comma else None
        if name is None or comma is None:
            return None
        stop = next((number for number in range(at, len(words)) if words[number].text in ',.;:”»"'), len(words))
        return self._bearer(words, at, name, comma + 1, stop)

    def _name_before(self, words: Tokens, comma: int) -> _Stretch | None:
        """Give where the full name of a person stands that ends at a comma."""
        for first in range(max(0, comma - _NEAR), comma - 1):
            if words[first].is_capital and is_plain_name(words, first, comma, self._grammar):
                found = analysed(words, first, comma, self._grammar)
                return (found.start, found.end) if found and found.kind == "person" else None
        return None

    def _body_at(self, words: Tokens, at: int) -> _Bearer | None:
        """Read the name of an organisation around its noun: "the Supreme Court of Zanara"."""
        if not words[at].is_capital:
            return None
        grammar, first, stop = self._grammar, at, at + 1
        while first and words[first - 1].is_capital and words[first - 1].low not in grammar.function_words:
            first -= 1
        if first > 1 and words[first - 1].text == "." and is_title(words[first - 2], grammar):
            first -= 2  # "St. Ada City Council"
        links = grammar.connectives - grammar.attachments - grammar.coordinators
        while stop < len(words) and (words[stop].is_capital or (words[stop].low in links and stop + 1 < len(words))):
            stop += 1
        while words[stop - 1].low in links:
            stop -= 1
        if stop - first < _FULL_NAME:
            return None
        return self._bearer(words, at, (words[first].start, words[stop - 1].end), first, stop)

    def _bearer(self, words: Tokens, at: int, name: _Stretch, first: int, stop: int) -> _Bearer:
        """Make the one who bears a noun."""
        return _Bearer(words[at].start, name, frozenset(word.low for word in words[first:stop]))


def _head(words: Sequence[Token], grammar: Grammar) -> Token:
    """Give the noun of a phrase: the last role before what belongs to it, else the last word there."""
    stop = next((number for number, word in enumerate(words) if number and word.low in grammar.connectives), len(words))
    roles = [word for word in words[:stop] if is_role(word, grammar)]
    return roles[-1] if roles else words[stop - 1]
