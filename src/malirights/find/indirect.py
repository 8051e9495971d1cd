"""Indirect speech: the clauses that a text reports as somebody's words, and whose words they are."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from malirights.find.clauses import Clause, ClauseReader
from malirights.find.gender import genders
from malirights.find.marks import Quotation, find_quotations
from malirights.find.reports import QUOTED, Reports, reports
from malirights.find.speakers import SpeakerReader, one_name_each
from malirights.find.tokens import Token, tokens_outside_brackets
from malirights.lexicon import Lexicon
from malirights.model import Quote, Span, Speaker
from malirights.segment import sentence_breaks

__all__ = ["annotate_indirect", "in_order"]

_Stretch = tuple[int, int]
_LONGEST = 4_000


class _Sentence(NamedTuple):
    """A sentence outside quotations, and the quotations in it."""

    start: int
    end: int
    paragraph: int
    quotations: Sequence[Quotation]


def annotate_indirect(
    text: str,
    stretches: Sequence[_Stretch],
    direct: Sequence[Quote],
    lexicon: Lexicon,
    language: str | None,
    *,
    statement_id: str | None = None,
    date: dt.date | None = None,
) -> tuple[Quote, ...]:
    """Find the indirect speech of a text whose paragraphs, language and direct quotes are known.

    Args:
        text: The text.
        stretches: Start and end of the paragraphs to look at, in order.
        direct: Its direct quotes, in order.
        lexicon: Whose words to use.
        language: Its language, as an ISO 639-1 code, or None.
        statement_id: What the quotes say of the statement that they are from.
        date: What they say of its date.

    Returns:
        The indirect quotes alone, in the order of the text.
    """
    known = lexicon.built(reports)
    words = known.get(language) or known[None]
    quotations = find_quotations(text, stretches)
    gendered = lexicon.built(genders)
    marks = [(one.outer, one.after) for one in quotations]
    speakers = SpeakerReader(text, stretches, marks, words.grammar, gendered.get(language) or gendered[None])
    finder = _Finder(text, stretches, direct, words, quotations=quotations, speakers=speakers)
    found = finder.found()
    named = one_name_each([*(quote.speaker for quote in direct), *(speaker for _, speaker in found)])[len(direct) :]
    return tuple(finder.quote(clause, speaker, statement_id, date) for (clause, _), speaker in zip(found, named, strict=True))


def in_order(direct: Sequence[Quote], indirect: Sequence[Quote]) -> tuple[Quote, ...]:
    """Give direct and indirect quotes together, in the order of the text."""
    return tuple(sorted((*direct, *indirect), key=lambda quote: (quote.span, quote.direct)))


class _Finder:
    """Goes through the sentences of one text once, in order."""

    def __init__(
        self,
        text: str,
        stretches: Sequence[_Stretch],
        direct: Sequence[Quote],
        words: Reports,
        *,
        quotations: Sequence[Quotation],
        speakers: SpeakerReader,
    ) -> None:
        self._text, self._stretches, self._quotations, self._words = text, stretches, quotations, words
        self._direct, self._starts = direct, [quote.span.start for quote in direct]
        self._speakers = speakers
        self._cues = {(quote.cue_span.start, quote.cue_span.end): quote.span.start for quote in direct if quote.cue_span}

    def found(self) -> list[tuple[Clause, Speaker]]:
        """Give every content clause with its speaker."""
        found: list[tuple[Clause, Speaker]] = []
        for sentence in self._sentences():
            if sentence.end - sentence.start > _LONGEST:
                continue
            words = self._tokens(sentence)
            for clause in ClauseReader(words, self._words, self._cues).clauses():
                before = found[-1] if found else None
                found.append((clause, self._speaker(clause, sentence, before)))
        return found

    def quote(self, clause: Clause, speaker: Speaker | None, statement_id: str | None, date: dt.date | None) -> Quote:
        """Make the quote of a clause."""
        return Quote(
            text=self._text[clause.start : clause.end],
            span=Span(clause.start, clause.end),
            speaker=speaker,
            attribution=Span(clause.mention.start, clause.mention.end),
            cue=self._text[clause.cue[0] : clause.cue[1]],
            cue_span=Span(*clause.cue),
            partial=True,
            direct=False,
            rule=clause.rule,
            statement_id=statement_id,
            date=date,
        )

    def _speaker(self, clause: Clause, sentence: _Sentence, before: tuple[Clause, Speaker] | None) -> Speaker:
        """Give the speaker of a clause; a pronoun may mean the speaker of the last quote before, direct or indirect."""
        at = bisect_left(self._starts, min(clause.start, clause.mention.start)) - 1
        last = self._direct[at] if at >= 0 else None
        speaker, end = (last.speaker, last.span.end) if last else (None, -1)
        if before and before[0].end > end:
            speaker, end = before[1], before[0].end
        since = self._stretches[sentence.paragraph][0]
        limit = min(clause.mention.start, sentence.start) if clause.mention.start < clause.start else sentence.start
        if since < end <= limit:
            since = end
        return self._speakers.speaker(clause.mention, limit, sentence.paragraph, speaker, min(since, limit))

    def _sentences(self) -> Iterator[_Sentence]:
        """Go through the sentences, those inside quotations left out."""
        number = 0
        for paragraph, (start, end) in enumerate(self._stretches):
            while number < len(self._quotations) and self._quotations[number].after <= start:
                number += 1
            inside = number
            while inside < len(self._quotations) and self._quotations[inside].outer < end:
                inside += 1
            quotations = self._quotations[number:inside]
            breaks = self._breaks(start, end, quotations)
            low = 0
            for first, after in zip([start, *breaks], [*breaks, end], strict=True):
                while low < len(quotations) and quotations[low].after <= first:
                    low += 1
                high = low
                while high < len(quotations) and quotations[high].outer < after:
                    high += 1
                yield _Sentence(first, after, paragraph, quotations[low:high])

    def _breaks(self, start: int, end: int, quotations: Sequence[Quotation]) -> list[int]:
        """Give the breaks between the sentences of a paragraph that lie outside its quotations."""
        breaks = sentence_breaks(self._text, start, end, self._words.grammar.abbreviations)
        opens = [one.outer for one in quotations]
        kept = []
        for at in breaks:
            number = bisect_left(opens, at) - 1
            if number < 0 or at >= quotations[number].after:
                kept.append(at)
        return kept

    def _tokens(self, sentence: _Sentence) -> list[Token]:
        """Give the words of a sentence; a quotation in it is one token."""
        words: list[Token] = []
        at = sentence.start
        for one in sentence.quotations:
            if at < one.outer:
                words += tokens_outside_brackets(self._text, at, one.outer)
            first, after = max(one.outer, sentence.start), min(one.after, sentence.end)
            if first < after:
                words.append(Token(QUOTED, QUOTED, first, after))
            at = max(at, after)
        if at < sentence.end:
            words += tokens_outside_brackets(self._text, at, sentence.end)
        return words
