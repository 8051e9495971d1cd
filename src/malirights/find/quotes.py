"""Quotes and their speakers in a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from malirights.errors import InvalidTypeError
from malirights.find.attribution import (
    Attribution,
    attribute_after,
    attribute_before,
    attribute_by_subject,
    attribute_late,
    plain_attribution,
)
from malirights.find.gender import Genders, genders
from malirights.find.grammar import Grammar, grammars
from malirights.find.incises import part_at_incises
from malirights.find.indirect import annotate_indirect, in_order
from malirights.find.language import find_language
from malirights.find.marks import Quotation, find_quotations
from malirights.find.scare import WOVEN, Context, QuoteJudge, last_sign
from malirights.find.speakers import SpeakerReader, one_name_each
from malirights.lexicon import Lexicon
from malirights.model import Quote, Span, Speaker
from malirights.segment import lines, paragraphs, sentence_breaks

__all__ = ["annotate_quotes", "find_quotes"]

_Stretch = tuple[int, int]
_new = tuple.__new__  # what a NamedTuple does, without its frame
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_OPENING = " \t\xa0\n\r–—-•*(["
_DIRECT = frozenset({"after", "before", "source", "lead-in", "transcript", "signature", "carried-on"})
_ENOUGH = 8_000
_NAME = 3
_NAME_LONGEST = 40
_SIGNATURE = 120
_OTHERS = 6
_TAIL = 720


def find_quotes(text: str, *, lexicon: Lexicon | None = None, indirect: bool = False) -> tuple[Quote, ...]:
    """Find the quotes of a text, and who says them.

    Args:
        text: Any text; each line, or each block of lines wrapped at a margin, is a paragraph.
        lexicon: Your own words beside the package's, from `Lexicon.load`.
        indirect: Whether to give reported clauses too ("she said that it had rained"), as quotes with `direct=False`.

    Returns:
        The quotes in the order of the text; their spans are offsets into it.

    Raises:
        InvalidTypeError: The text is no `str`.

    Examples:
        >>> quote, = find_quotes('“It rained for nine days,” said Ada Moru, a lawyer in Velmora.')
        >>> quote.text, quote.speaker.name, quote.speaker.role
        ('It rained for nine days,', 'Ada Moru', 'a lawyer in Velmora')
        >>> find_quotes("Ada Moru said that it had rained.", indirect=True)
        (Quote('it had rained', Ada Moru),)
    """
    if not isinstance(text, str):
        message = f"find_quotes takes a text as a str, got {type(text).__name__}"
        raise InvalidTypeError(message)
    words = lexicon or Lexicon.default()
    language = find_language(text[:_ENOUGH], words, fewest=1)
    stretches = paragraphs(text, lines(text))
    quotes = annotate_quotes(text, stretches, words, language)
    return in_order(quotes, annotate_indirect(text, stretches, quotes, words, language)) if indirect else quotes


def annotate_quotes(
    text: str,
    stretches: Sequence[_Stretch],
    lexicon: Lexicon,
    language: str | None,
    *,
    statement_id: str | None = None,
    date: dt.date | None = None,
) -> tuple[Quote, ...]:
    """Find the quotes of a text whose paragraphs and language are known.

    Args:
        text: The text.
        stretches: Start and end of the paragraphs to look at, in order.
        lexicon: Whose words to use.
        language: Its language, as an ISO 639-1 code, or None.
        statement_id: What the quotes say of the statement that they are from.
        date: What they say of its date.
    """
    words = lexicon.built(grammars)
    grammar = words.get(language) or words[None]
    quotations = part_at_incises(text, stretches, find_quotations(text, stretches), grammar)
    if not quotations:
        return ()
    gendered = lexicon.built(genders)
    annotator = _Annotator(text, stretches, quotations, grammar, gendered.get(language) or gendered[None])
    kept = annotator.said()
    speakers = one_name_each([said.speaker for said in kept])
    return tuple(annotator.quote(said, speaker, statement_id, date) for said, speaker in zip(kept, speakers, strict=True))


class _Said(NamedTuple):
    """A quotation that is kept, who says it and how that is known."""

    quotation: Quotation
    speaker: Speaker | None
    attribution: Attribution | None
    partial: bool


class _Annotator:
    """Attributes the quotations of one text."""

    def __init__(
        self,
        text: str,
        stretches: Sequence[_Stretch],
        quotations: Sequence[Quotation],
        grammar: Grammar,
        gendered: Genders,
    ) -> None:
        self._text, self._stretches, self._quotations, self._grammar = text, stretches, quotations, grammar
        self._first = self._start = 0
        self._judge = QuoteJudge(text, grammar)
        self._speakers = SpeakerReader(text, stretches, [(one.outer, one.after) for one in quotations], grammar, gendered)

    def said(self) -> list[_Said]:
        """Attribute each quotation, leave out those that are no quotes, and carry speakers on."""
        kept: list[_Said] = []
        for number, quotation in enumerate(self._quotations):
            count = self._count(quotation)
            context = self._context(number)
            before = kept[-1] if kept else None
            if before and self._follows_incise(number) and before.quotation is self._quotations[number - 1]:
                kept.append(_Said(quotation, before.speaker, None, partial=not context.own))
                continue
            parted = self._follows_incise(number + 1)
            if not count or (not parted and self._judge.is_title(quotation, count, context)):
                continue
            joined = before if before and self._goes_on(before, quotation, context) else None
            found = self._attribution(number, context)
            if (
                found is None
                and joined is None
                and not (context.own and quotation.after == self._stretches[quotation.paragraph][1])
            ):
                found = self._by_sentence(number, context)
            if found is None and joined and count >= WOVEN and not self._judge.names_a_thing(quotation, context.clause):
                kept.append(_Said(quotation, joined.speaker, None, partial=True))
            elif parted or self._judge.is_quote(quotation, count, found, context, before.quotation if before else None):
                partial = not context.own and not self._is_direct(quotation, count, found)
                speaker = self._speaker(quotation, found, context, before, partial=partial)
                kept.append(_Said(quotation, speaker, found, partial))
        return kept

    def _follows_incise(self, number: int) -> bool:
        """Say whether a quotation goes on with the one before it, past an incise inside its marks."""
        return number < len(self._quotations) and self._quotations[number].outer == self._quotations[number].start

    def _is_direct(self, quotation: Quotation, count: int, found: Attribution | None) -> bool:
        """Say whether a quotation that does not open its clause is a sentence of its own all the same."""
        return found is not None and found.rule in _DIRECT and self._judge.is_sentence(quotation, count)

    def quote(self, said: _Said, speaker: Speaker | None, statement_id: str | None, date: dt.date | None) -> Quote:
        """Make the quote of a quotation that is kept."""
        quotation, found = said.quotation, said.attribution
        mention = found.mention if found else None
        cue = found.cue if found else None
        return Quote(
            text=self._text[quotation.start : quotation.end],
            span=Span(quotation.start, quotation.end),
            speaker=speaker,
            attribution=Span(mention.start, mention.end) if mention else None,
            cue=self._text[cue[0] : cue[1]] if cue else None,
            cue_span=Span(*cue) if cue else None,
            partial=said.partial,
            closed=quotation.closed,
            rule=found.rule if found and mention else "carried-on" if speaker else None,
            statement_id=statement_id,
            date=date,
        )

    def _count(self, quotation: Quotation) -> int:
        """Count the words of a quotation, as they stand between spaces; 0 where it has none."""
        count = self._text.count(" ", quotation.start, quotation.end) + 1
        if count == 1 and not any(map(str.isalnum, self._text[quotation.start : quotation.end])):
            return 0
        return count

    def _context(self, number: int) -> Context:
        """Find the clause that a quotation stands in."""
        text, quotation = self._text, self._quotations[number]
        start = self._stretches[quotation.paragraph][0]
        previous = self._quotations[number - 1] if number else None
        if previous and previous.after <= start:
            previous = None
        left = previous.after if previous else start
        breaks = sentence_breaks(text, left, quotation.outer, self._grammar.abbreviations) if left < quotation.outer else []
        clause = breaks[-1] if breaks else left
        fresh = not previous or bool(breaks) or self._ends_sentence(previous, quotation.outer)
        if fresh:
            self._first, self._start = number, clause
        told = breaks[-2] if len(breaks) > 1 else left if breaks and not previous else None
        own = fresh and (clause == quotation.outer or not text[clause : quotation.outer].strip(_OPENING))
        return _new(Context, (clause, fresh, own, self._first, self._start, told))

    def _ends_sentence(self, quotation: Quotation, before: int) -> bool:
        """Say whether a quotation ended its sentence: a full stop inside it, and a capital or the next mark after it."""
        between = self._text[quotation.after : before].strip()
        if not quotation.closed:
            return True
        return last_sign(self._text[quotation.start : quotation.end]) in ".!?…" and (not between or between[0].isupper())

    def _goes_on(self, before: _Said, quotation: Quotation, context: Context) -> bool:
        """Say whether a quotation stands in the same sentence as the quote before it."""
        return not context.fresh and before.quotation.paragraph == quotation.paragraph and before.speaker is not None

    def _attribution(self, number: int, context: Context) -> Attribution | None:
        """Attribute a quotation by the words after it, before it, or in the paragraph above."""
        quotation = self._quotations[number]
        found = self._after(number, own=context.own) or self._before(number, quotation, context)
        if found is None and context.own and quotation.outer <= self._stretches[quotation.paragraph][0] + 2:
            found = self._lead_in(quotation.paragraph)
            if found is None and quotation.paragraph + 1 < len(self._stretches):
                start, end = self._stretches[quotation.paragraph + 1]
                if self._text[start] in "–—―-" and end - start <= _SIGNATURE:
                    found = self._signed_below(quotation, start, end)
        return found

    def _signed_below(self, quotation: Quotation, start: int, end: int) -> Attribution | None:
        """Attribute a quotation that is a whole paragraph by the next one, where that is a dash and a name."""
        if quotation.after != self._stretches[quotation.paragraph][1]:
            return None
        return attribute_after(self._text, start, end, self._grammar, sentence=True, paused=False, signed=True)

    def _by_sentence(self, number: int, context: Context) -> Attribution | None:
        """Attribute a quotation woven into a sentence by the words of the whole sentence, past other quotations."""
        quotation = self._quotations[number]
        if context.own:
            return self._late(number)
        if self._text[context.clause : quotation.outer].rstrip().endswith(":"):
            return None
        start, gaps = self._sentence(number, context)
        return self._late(number) or attribute_by_subject(self._text, start, quotation.outer, self._grammar, gaps)

    def _sentence(self, number: int, context: Context) -> tuple[int, list[_Stretch]]:
        """Give where the sentence of a quotation starts, and where the other quotations before it there stand, the last few."""
        if context.first == number:
            return context.sentence, []
        others = self._quotations[max(context.first, number - _OTHERS) : number]
        start = others[0].outer if len(others) == _OTHERS else context.sentence
        return start, [(other.outer, other.after) for other in others]

    def _late(self, number: int) -> Attribution | None:
        """Attribute a quotation by the end of its sentence, where other quotations stand before it."""
        text, last = self._text, number
        for following in range(number + 1, min(len(self._quotations), number + 1 + _NAME)):
            one, other = self._quotations[last], self._quotations[following]
            if other.paragraph != one.paragraph or self._ends_sentence(one, other.outer):
                break
            if sentence_breaks(text, one.after, other.outer, self._grammar.abbreviations):
                break
            last = following
        quotation = self._quotations[last]
        if last == number or not quotation.closed or last_sign(text[quotation.start : quotation.end]) in ".!?":
            return None
        end = self._next_mark(last, min(self._end_of(quotation), quotation.after + _TAIL))
        breaks = sentence_breaks(text, quotation.after, end, self._grammar.abbreviations)
        return attribute_late(text, quotation.after, breaks[0] if breaks else end, self._grammar)

    def _after(self, number: int, *, own: bool) -> Attribution | None:
        """Attribute a quotation by the words after it."""
        text, quotation = self._text, self._quotations[number]
        paragraph_end = self._end_of(quotation)
        right = self._next_mark(number, paragraph_end)
        if not quotation.closed or quotation.after >= right:
            return None
        plain = plain_attribution(text, quotation.after, right, self._grammar)
        if plain:
            return plain
        breaks = sentence_breaks(text, quotation.after, right, self._grammar.abbreviations)
        # A stop right after the mark ends the quote's own sentence: what follows is another one.
        if text[quotation.after] in ".;" or (breaks and not text[quotation.after : breaks[0]].strip(" .!?…\n\r\t\xa0")):
            return None
        end = breaks[0] if breaks else right
        following = text[quotation.after : end].lstrip()
        goes_on = following[:1].islower() or following[:1] in "–—-―,"
        dots = text[quotation.end - 3 : quotation.end - 1].strip()
        stopped = text[quotation.end - 1] == "." and dots not in (".", "..") and not goes_on
        return attribute_after(
            text,
            quotation.after,
            end,
            self._grammar,
            sentence=stopped or (not own and self._opens_with_pronoun(quotation, following)),
            paused=own or last_sign(text[quotation.start : quotation.end]) in ",!?…–—-." or following[:1] in (*",–—",),
            signed=end == paragraph_end and text[paragraph_end - 1] not in '!?:”»"',
        )

    def _opens_with_pronoun(self, quotation: Quotation, following: str) -> bool:
        """Say whether a pronoun with a capital begins another sentence after a cry or a question: "asked, “Why?” She left"."""
        word = following.split(maxsplit=1)[0] if following else ""
        asked = self._text[quotation.end - 1] in "!?"
        return asked and len(word) > 1 and word[0].isupper() and word.lower() in self._grammar.pronouns

    def _next_mark(self, number: int, end: int) -> int:
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

    def _end_of(self, quotation: Quotation) -> int:
        """Give the end of the paragraph that a quotation ends in."""
        end = self._stretches[quotation.paragraph][1]
        if quotation.after <= end:
            return end
        return next(
            (end for _, end in self._stretches[quotation.paragraph :] if end >= quotation.after),
            quotation.after,
        )

    def _before(self, number: int, quotation: Quotation, context: Context) -> Attribution | None:
        """Attribute a quotation by the words before it in its clause."""
        if not self._text[context.clause : quotation.outer].strip():
            return None
        start, gaps = self._sentence(number, context)
        return attribute_before(self._text, start, quotation.outer, self._grammar, lead_in=False, gaps=gaps)

    def _lead_in(self, paragraph: int) -> Attribution | None:
        """Attribute a quotation that opens its paragraph by the paragraph above, where that ends with a colon."""
        if not paragraph:
            return None
        start, end = self._stretches[paragraph - 1]
        if self._text[end - 1] not in ":,":
            return None
        breaks = sentence_breaks(self._text, start, end, self._grammar.abbreviations)
        return attribute_before(self._text, breaks[-1] if breaks else start, end, self._grammar, lead_in=True)

    def _speaker(
        self,
        quotation: Quotation,
        found: Attribution | None,
        context: Context,
        before: _Said | None,
        *,
        partial: bool,
    ) -> Speaker | None:
        """Give the speaker of a quote: the one that is named for it, or the one that it carries on."""
        last = before.speaker if before else None
        if found and found.mention:
            limit = min(quotation.outer, context.clause if found.mention.start < quotation.outer else quotation.outer)
            since = self._stretches[quotation.paragraph][0]
            if before and before.quotation.paragraph == quotation.paragraph:
                since = min(before.quotation.after, limit)
            return self._speakers.speaker(found.mention, limit, quotation.paragraph, last, since)
        if partial and found is None:
            return None
        told = None
        if found is None and context.own and context.told is not None:
            told = self._speakers.subject_between(context.told, context.clause)
        if told or before is None or last is None:
            return told
        # Another witness may speak in another paragraph; a name would be given again.
        apart = before.quotation.paragraph != quotation.paragraph and before.quotation.closed
        return None if apart and last.kind == "unnamed" and found is None else last
