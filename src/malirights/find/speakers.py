"""From the words that name a speaker to the speaker: full names, pronouns, roles and organisations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence

import attrs

from malirights.find.grammar import Grammar
from malirights.find.nouns import Mention, is_role
from malirights.find.people import folded, fullest_name, organisation_in, person_before, spelled_out
from malirights.find.subjects import subject_of
from malirights.find.tokens import tokens
from malirights.model import Span, Speaker, SpeakerKind
from malirights.segment import sentence_breaks

__all__ = ["SpeakerReader", "one_name_each"]

_Stretch = tuple[int, int]
_SENTENCES_BACK = 6
_BACK = 2_000


class SpeakerReader:
    """Makes the speakers of one text."""

    def __init__(self, text: str, stretches: Sequence[_Stretch], quoted: Sequence[_Stretch], grammar: Grammar) -> None:
        """Keep the text, its paragraphs and where the marks of its quotations stand."""
        self._text, self._stretches, self._quoted, self._grammar = text, stretches, quoted, grammar
        self._plain: str | None = None
        self._full: dict[str, _Stretch] = {}

    def speaker(self, mention: Mention, before: int, paragraph: int, last: Speaker | None, since: int) -> Speaker:
        """Make the speaker that a mention names.

        Args:
            mention: The words that name the speaker.
            before: The offset before which a pronoun's person is looked for.
            paragraph: The number of the paragraph.
            last: The speaker of the quote before.
            since: The offset after that quote, where it stands in the same paragraph; else the start of the paragraph.
        """
        words = self._text[mention.start : mention.end]
        if mention.kind is None:
            return self._meant(mention, before, paragraph, last=last, since=since)
        return self._named(mention, words)

    def subject_between(self, start: int, end: int) -> Speaker | None:
        """Make the speaker whom the last sentence between two offsets has for its subject, where that is a person."""
        found = self._subject_before(start, end, thing=False)
        return self._named(found, self._text[found.start : found.end]) if found and found.kind == "person" else None

    def _named(self, mention: Mention, words: str) -> Speaker:
        """Make a speaker from a name or a noun phrase."""
        text, grammar, role = self._text, self._grammar, mention.role
        name = (mention.start, mention.end)
        if mention.kind in ("person", "organisation"):
            name = self._full.get(words) or self._full.setdefault(words, self._fullest(name, mention.kind))
        return Speaker(
            name=text[name[0] : name[1]],
            mention=words,
            kind=mention.kind or "unnamed",
            role=text[role[0] : role[1]] if role else None,
            organisation=organisation_in(text, role, grammar) if role else None,
            name_span=Span(*name),
            role_span=Span(*role) if role else None,
        )

    def _fullest(self, name: _Stretch, kind: SpeakerKind) -> _Stretch:
        """Find the fullest form of a name."""
        if kind == "organisation":
            return spelled_out(self._text, name)
        return fullest_name(self._text, name, self._grammar, self._without_accents)

    def _without_accents(self) -> str:
        """Give the text without accents and hyphens, folded once."""
        if self._plain is None:
            self._plain = folded(self._text).replace("-", " ")
        return self._plain

    def _meant(self, mention: Mention, before: int, paragraph: int, *, last: Speaker | None, since: int) -> Speaker:
        """Make the speaker that a pronoun means: the subject before it, the last speaker, or the last person named.

        Where none of them is there, the pronoun itself stands for the speaker.
        """
        words = self._text[mention.start : mention.end]
        thing = words.casefold() in self._grammar.impersonal
        subject = self._subject_before(since, mention.start, thing=thing)
        if words.lower() in self._grammar.first_person:
            return Speaker(name=words, mention=words, kind="unnamed", name_span=Span(mention.start, mention.end))
        if subject is None and last and (self._may_be(last, thing=thing) or last.name.lower() == words.lower()):
            return attrs.evolve(last, mention=words)
        if subject is None and paragraph:
            start, end = self._stretches[paragraph - 1]
            subject = self._subject_before(start, end, thing=thing)
        if subject:
            return attrs.evolve(self._named(subject, words), mention=words)
        person = None if thing else person_before(self._text, before, self._grammar)
        if person:
            return Speaker(name=self._text[person[0] : person[1]], mention=words, kind="person", name_span=Span(*person))
        return Speaker(name=words, mention=words, kind="unnamed", name_span=Span(mention.start, mention.end))

    def _subject_before(self, start: int, end: int, *, thing: bool) -> Mention | None:
        """Find the nearest sentence before an offset, outside quotations, whose subject a pronoun can mean."""
        for first, after in reversed(self._sentences(max(start, end - _BACK), end)[-_SENTENCES_BACK:]):
            words = tokens(self._text, first, after)
            found = subject_of(words, 0, len(words), self._grammar) if words else None
            if found is None or found.kind is None:
                continue
            if thing and found.kind == "organisation":
                return found
            if not thing and (found.kind == "person" or (found.kind == "unnamed" and self._is_human(found.start, found.end))):
                return found
        return None

    def _may_be(self, speaker: Speaker, *, thing: bool) -> bool:
        """Say whether a pronoun of a person, or of a thing, can mean the last speaker."""
        if speaker.kind == "unnamed" and speaker.name_span:
            return thing != self._is_human(speaker.name_span.start, speaker.name_span.end)
        return thing == (speaker.kind == "organisation")

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
    if len({speaker.name for speaker in people}) < 2:  # noqa: PLR2004 - one name agrees with itself
        return list(speakers)
    ranked = sorted(
        {speaker.name: speaker for speaker in reversed(people)}.values(),
        key=lambda speaker: (-len(_name_words(speaker.name)), sum(map(str.isascii, speaker.name)) - len(speaker.name)),
    )
    fullest: dict[tuple[str, ...], Speaker] = {}
    shared: set[tuple[str, ...]] = set()
    for speaker in ranked:
        words = _name_words(speaker.name)
        if words in fullest:
            continue  # the end of a longer name
        for first in range(len(words)):
            shared |= {words[first:]} & fullest.keys()
            fullest.setdefault(words[first:], speaker)
    return [_renamed(speaker, fullest, shared) for speaker in speakers]


def _renamed(
    speaker: Speaker | None, fullest: Mapping[tuple[str, ...], Speaker], shared: Container[tuple[str, ...]]
) -> Speaker | None:
    """Give a speaker the fullest name, unless two people share the shorter one."""
    words = _name_words(speaker.name) if speaker and speaker.kind == "person" else ()
    best = fullest.get(words)
    if speaker is None or best is None or best.name == speaker.name or words in shared:
        return speaker
    return attrs.evolve(speaker, name=best.name, name_span=best.name_span)


def _name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name, folded: without accents, hyphens and capitals."""
    return tuple(folded(name).casefold().replace("-", " ").replace("'", " ").replace(".", " ").split())
