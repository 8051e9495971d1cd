"""From the words that name a speaker to the speaker: full names, pronouns, roles and organisations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

import attrs

from malirights.find.gender import Gender, Genders
from malirights.find.grammar import Grammar
from malirights.find.nouns import Mention, Tokens, is_role
from malirights.find.people import folded, fullest_name, organisation_in, people_before, spelled_out
from malirights.find.shortforms import ShortForms
from malirights.find.subjects import subject_of
from malirights.find.tokens import tokens
from malirights.model import Span, Speaker, SpeakerKind
from malirights.segment import sentence_breaks

__all__ = ["SpeakerReader", "one_name_each"]

_Stretch = tuple[int, int]
_SENTENCES_BACK = 6
_BACK = 2_000
_WINDOW = 10_000


class _Wanted(NamedTuple):
    """What a pronoun shows of the one it means.

    Attributes:
        thing: Whether it is that of organisations and texts.
        plural: Whether it is that of several.
        gender: Which gender it has, if any.
    """

    thing: bool
    plural: bool
    gender: Gender | None


class SpeakerReader:
    """Makes the speakers of one text."""

    def __init__(
        self, text: str, stretches: Sequence[_Stretch], quoted: Sequence[_Stretch], grammar: Grammar, genders: Genders
    ) -> None:
        """Keep the text, its paragraphs and where the marks of its quotations stand."""
        self._text, self._stretches, self._quoted, self._grammar = text, stretches, quoted, grammar
        self._genders, self._short = genders, ShortForms(text, grammar, genders)
        self._plain: str | None = None
        self._full: dict[str, _Stretch] = {}
        self._titled: Mapping[str, Gender | None] | None = None

    def speaker(
        self, mention: Mention, before: int, paragraph: int, last: Speaker | None, since: int, *, apart: bool = False
    ) -> Speaker:
        """Make the speaker that a mention names.

        Args:
            mention: The words that name the speaker.
            before: The offset before which a pronoun's person is looked for.
            paragraph: The number of the paragraph.
            last: The speaker of the quote before.
            since: The offset after that quote, where it stands in the same paragraph; else the start of the paragraph.
            apart: Whether a whole paragraph of the writer's own stands between that quote and this one.
        """
        words = self._text[mention.start : mention.end]
        if mention.kind is None:
            return self._meant(mention, before, paragraph, last=last, since=since, apart=apart)
        found = self._named(mention, words)
        return found if found.kind == "person" else self._in_full(mention, found)

    def subject_between(self, start: int, end: int) -> Speaker | None:
        """Make the speaker whom the last sentence between two offsets has for its subject, where that is a person."""
        anybody = _Wanted(thing=False, plural=False, gender=None)
        found = self._subject_before(start, end, anybody)
        return self._named(found, self._text[found.start : found.end]) if found and found.kind == "person" else None

    def _named(self, mention: Mention, words: str) -> Speaker:
        """Make a speaker from a name or a noun phrase."""
        text, grammar, role = self._text, self._grammar, mention.role
        name = (mention.start, mention.end)
        if mention.kind in ("person", "organisation"):
            written = text[name[0] : name[1]]
            name = self._full.get(written) or self._full.setdefault(written, self._fullest(name, mention.kind))
        speaker = Speaker(
            name=text[name[0] : name[1]],
            mention=words,
            kind=mention.kind or "unnamed",
            role=text[role[0] : role[1]] if role else None,
            organisation=organisation_in(text, role, grammar) if role else None,
            name_span=Span(*name),
            role_span=Span(*role) if role else None,
        )
        self._short.heard(speaker)
        return speaker

    def _in_full(self, mention: Mention, short: Speaker) -> Speaker:
        """Give the one whom "the minister" or "the group" means, where one alone fits; where several do, say which."""
        places, people = self._short.meant(mention)
        places = [place for place in places if place != (mention.start, mention.end)]
        if not places:
            return short
        names = [self._text[start:end] for start, end in places]
        if len(names) > 1:
            return attrs.evolve(short, may_be=tuple(dict.fromkeys(names)))
        name, span = names[0], Span(*places[0])
        if not people:
            return attrs.evolve(short, name=name, name_span=span, kind="organisation")
        role = Span(mention.start, mention.end)
        return attrs.evolve(short, name=name, name_span=span, kind="person", role=short.mention, role_span=role)

    def _fullest(self, name: _Stretch, kind: SpeakerKind) -> _Stretch:
        """Find the fullest form of a name."""
        if kind == "organisation":
            return spelled_out(self._text, name)
        written = self._text[name[0] : name[1]]
        if written.isupper() and (at := self._text.find(written.title(), max(0, name[0] - _WINDOW), name[1] + _WINDOW)) >= 0:
            name = at, at + len(written)  # "MORU" in a transcript
        return fullest_name(self._text, name, self._grammar, self._without_accents)

    def _without_accents(self) -> str:
        """Give the text without accents and hyphens, folded once."""
        if self._plain is None:
            self._plain = folded(self._text).replace("-", " ")
        return self._plain

    def _meant(
        self, mention: Mention, before: int, paragraph: int, *, last: Speaker | None, since: int, apart: bool
    ) -> Speaker:
        """Make the speaker that a pronoun means: the subject before it, the last speaker, or the last person named.

        Whoever has another gender or number is passed over. Where none is left, or where the last sentence that names anybody
        names several and has none of them for its subject, the pronoun itself stands for the speaker.
        """
        words = self._text[mention.start : mention.end]
        itself = Speaker(name=words, mention=words, kind="unnamed", name_span=Span(mention.start, mention.end))
        wanted = _Wanted(
            thing=words.casefold() in self._grammar.impersonal,
            plural=words.lower() in self._genders.plural,
            gender=self._genders.of_pronoun(words),
        )
        if words.lower() in self._grammar.first_person:
            return itself
        subject = self._subject_before(since, mention.start, wanted)
        if subject is None and apart:
            subject = self._subject_above(paragraph, wanted)
        if subject is None and last and (self._may_be(last, wanted) or last.name.lower() == words.lower()):
            return attrs.evolve(last, mention=words)
        subject = subject or self._subject_above(paragraph, wanted)
        if subject:
            return attrs.evolve(self._named(subject, words), mention=words)
        people = [] if wanted.thing or wanted.plural else self._people_before(before, wanted)
        if not people:
            return itself
        names = tuple(self._text[start:end] for start, end in people)
        if len(names) > 1:
            return attrs.evolve(itself, may_be=names)
        return Speaker(name=names[0], mention=words, kind="person", name_span=Span(*people[0]))

    def _people_before(self, before: int, wanted: _Wanted) -> list[_Stretch]:
        """Find the people named in the nearest sentence before an offset that names any whom a pronoun can mean."""
        found: dict[str, _Stretch] = {}
        for start, end in people_before(self._text, before, self._grammar):
            if found and sentence_breaks(self._text, end, max(found.values())[0], self._grammar.abbreviations):
                break
            name = self._text[start:end]
            if self._agrees("person", name, None, wanted):
                found.setdefault(name, (start, end))
        return sorted(found.values())

    def _subject_before(self, start: int, end: int, wanted: _Wanted) -> Mention | None:
        """Find the nearest sentence before an offset, outside quotations, whose subject a pronoun can mean."""
        text = self._text
        for first, after in reversed(self._sentences(max(start, end - _BACK), end)[-_SENTENCES_BACK:]):
            words = tokens(text, first, after)
            found = subject_of(words, 0, self._verb_of_name(words), self._grammar) if words else None
            if found is None or found.kind is None or self._is_common(found.start, found.end):
                continue
            if not any(word.is_word for word in words if word.start >= found.end):
                continue  # a name alone tells of nobody
            if wanted.thing and found.kind == "organisation":
                return found
            human = found.kind == "person" or (found.kind == "unnamed" and self._is_human(found.start, found.end))
            role = text[found.role[0] : found.role[1]] if found.role else None
            if not wanted.thing and human and self._agrees(found.kind, text[found.start : found.end], role, wanted):
                return found
        return None

    def _is_common(self, start: int, end: int) -> bool:
        """Say whether what looks like a name is a common word that opens a sentence: "Ultimately", "You", "Nobody"."""
        word = self._text[start:end]
        if word.lower() in self._grammar.indefinite:
            return True
        low, high = max(0, start - _WINDOW), end + _WINDOW
        return word.istitle() and " " not in word and self._text.find(f" {word.lower()} ", low, high) >= 0

    def _subject_above(self, paragraph: int, wanted: _Wanted) -> Mention | None:
        """Find the subject that a pronoun can mean in the paragraph above, the last one there."""
        return self._subject_before(*self._stretches[paragraph - 1], wanted) if paragraph else None

    def _verb_of_name(self, words: Tokens) -> int:
        """Give the number of the first verb after a name, where the subject ends; without one, how many words there are."""
        finite, common = self._grammar.finite, self._grammar.determiners
        for at in range(1, len(words)):
            if words[at].low in finite and words[at - 1].is_capital and words[at - 1].low not in common:
                return at
        return len(words)

    def _may_be(self, speaker: Speaker, wanted: _Wanted) -> bool:
        """Say whether a pronoun of a person, or of a thing, can mean the last speaker."""
        if speaker.kind == "unnamed" and speaker.name_span:
            human = self._is_human(speaker.name_span.start, speaker.name_span.end)
            return human != wanted.thing and (wanted.thing or self._agrees(speaker.kind, speaker.name, None, wanted))
        if speaker.kind == "organisation":
            return wanted.thing or wanted.plural
        return not wanted.thing and self._agrees(speaker.kind, speaker.name, speaker.role, wanted)

    def _agrees(self, kind: SpeakerKind, name: str, role: str | None, wanted: _Wanted) -> bool:
        """Say whether nothing in the text tells that somebody has another gender or number than a pronoun."""
        if not wanted.plural and wanted.gender is None:
            return True
        words = tokens(name, 0, len(name))
        if kind == "person" and wanted.plural != any(word.low in self._grammar.coordinators for word in words):
            return False
        if wanted.plural:
            return True
        last = words[-1].low
        if kind == "unnamed" and last not in self._grammar.roles and last in self._grammar.roles_and_plurals:
            return False  # "villagers" is not "he"
        known = self._gender(kind, name, role)
        return known is None or known == wanted.gender

    def _gender(self, kind: SpeakerKind, name: str, role: str | None) -> Gender | None:
        """Give the gender that the text shows of somebody: a form of address, the noun of a role, a given name."""
        if kind != "person":
            return self._genders.of_noun(self._head(name))
        if self._titled is None:
            self._titled = self._genders.titled(self._text)
        surname = folded(name).casefold().split()[-1]
        start, end = self._full.get(name, (0, 0))
        return (
            self._titled.get(surname)
            or (self._genders.of_noun(self._head(role)) if role else None)
            or self._genders.of_name(self._text[start:end] or name)
        )

    def _head(self, phrase: str) -> str:
        """Give the words of a noun phrase up to what belongs to its noun, without possessors: "lawyer" of his wife."""
        words, grammar = tokens(phrase, 0, len(phrase)), self._grammar
        kept: list[str] = []
        for word, following in zip_longest(words, words[1:]):
            if kept and (word.low in grammar.connectives or word.low in grammar.prepositions):
                break
            if word.low not in grammar.determiners and not (following and following.low == "'s"):
                kept.append(word.low)
        return " ".join(kept)

    def _is_human(self, start: int, end: int) -> bool:
        """Say whether a noun phrase names a human being."""
        return any(is_role(word, self._grammar) for word in tokens(self._text, start, end))

    def _sentences(self, start: int, end: int) -> list[_Stretch]:
        """Give the sentences between two offsets that stand outside quotations."""
        result: list[_Stretch] = []
        position = start
        quoted = self._quoted[bisect_left(self._quoted, (start, start)) : bisect_left(self._quoted, (end, end))]
        for first, after in [*quoted, (end, end)]:
            if position < first:
                breaks = sentence_breaks(self._text, position, first, self._grammar.abbreviations)
                result += list(zip([position, *breaks], [*breaks, first], strict=True))
            position = after
        return result


def one_name_each(speakers: Sequence[Speaker | None]) -> list[Speaker | None]:
    """Give the same person the same name in all quotes of a text, whatever the accents, the hyphens and the first names.

    Of several spellings the longest stands, of equals the one with more accents, of equals the first.
    """
    people = [speaker for speaker in speakers if speaker and speaker.kind == "person"]
    named = {speaker.name: speaker for speaker in reversed(people)}
    if len(named) < 2:  # noqa: PLR2004 - one name agrees with itself
        return list(speakers)
    words_of = {name: _name_words(name) for name in named}
    ranked = sorted(
        named.values(),
        key=lambda speaker: (-len(words_of[speaker.name]), sum(map(str.isascii, speaker.name)) - len(speaker.name)),
    )
    fullest: dict[tuple[str, ...], Speaker] = {}
    shared: set[tuple[str, ...]] = set()
    for speaker in ranked:
        words = words_of[speaker.name]
        if words in fullest:
            continue  # the end of a longer name
        for first in range(len(words)):
            shared |= {words[first:]} & fullest.keys()
            fullest.setdefault(words[first:], speaker)
    return [
        _renamed(speaker, words_of[speaker.name], fullest, shared) if speaker and speaker.kind == "person" else speaker
        for speaker in speakers
    ]


def _renamed(
    speaker: Speaker, words: tuple[str, ...], fullest: Mapping[tuple[str, ...], Speaker], shared: Container[tuple[str, ...]]
) -> Speaker:
    """Give a person the fullest name, unless two people share the shorter one."""
    best = fullest.get(words)
    if best is None or best.name == speaker.name or words in shared:
        return speaker
    return attrs.evolve(speaker, name=best.name, name_span=best.name_span)


def _name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name, folded: without accents, hyphens and capitals."""
    return tuple(folded(name).casefold().replace("-", " ").replace("'", " ").replace(".", " ").split())
