"""From the words that name a speaker to the speaker: full names, pronouns, roles and organisations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from malirights.find.grammar import Grammar
from malirights.find.mentions import subject_of
from malirights.find.nouns import Mention, is_role
from malirights.find.people import fullest_name, organisation_in, person_before, spelled_out
from malirights.find.tokens import tokens
from malirights.model import Span, Speaker
from malirights.segment import sentence_breaks

__all__ = ["SpeakerReader"]

_Stretch = tuple[int, int]
_SENTENCES_BACK = 6
_BACK = 2_000


class SpeakerReader:
    """Makes the speakers of one text."""

    def __init__(self, text: str, stretches: Sequence[_Stretch], quoted: Sequence[_Stretch], grammar: Grammar) -> None:
        """Keep the text, its paragraphs and where the marks of its quotations stand."""
        self._text, self._stretches, self._quoted, self._grammar = text, stretches, quoted, grammar

    def speaker(self, mention: Mention, before: int, paragraph: int, last: Speaker | None) -> Speaker:
        """Make the speaker that a mention names.

        Args:
            mention: The words that name the speaker.
            before: The offset before which a pronoun's person is looked for.
            paragraph: The number of the paragraph.
            last: The speaker of the quote before.
        """
        words = self._text[mention.start : mention.end]
        if mention.kind is None:
            return self._meant(mention, words, before, paragraph, last)
        return self._named(mention, words)

    def _named(self, mention: Mention, words: str) -> Speaker:
        """Make a speaker from a name or a noun phrase."""
        text, grammar, role = self._text, self._grammar, mention.role
        name = (mention.start, mention.end)
        if mention.kind == "person":
            name = fullest_name(text, name, grammar)
        elif mention.kind == "organisation":
            name = spelled_out(text, name)
        return Speaker(
            name=text[name[0] : name[1]],
            mention=words,
            kind=mention.kind or "unnamed",
            role=text[role[0] : role[1]] if role else None,
            organisation=organisation_in(text, role, grammar) if role else None,
            name_span=Span(*name),
            role_span=Span(*role) if role else None,
        )

    def _meant(self, mention: Mention, words: str, before: int, paragraph: int, last: Speaker | None) -> Speaker:
        """Make the speaker that a pronoun means: the subject before it, the last speaker, or the last person named.

        Where none of them is there, the pronoun itself stands for the speaker.
        """
        thing = words.casefold() in self._grammar.impersonal
        subject = self._subject_before(self._stretches[paragraph][0], before, thing=thing)
        if words.lower() in self._grammar.first_person:
            return Speaker(name=words, mention=words, kind="unnamed", name_span=Span(mention.start, mention.end))
        if subject is None and last and self._may_be(last, thing=thing):
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
