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
from malirights.find.grammar import Grammar, grammars
from malirights.find.language import find_language
from malirights.find.marks import Quotation, find_quotations
from malirights.find.speakers import SpeakerReader, one_name_each
from malirights.lexicon import Lexicon
from malirights.model import Quote, Span, Speaker
from malirights.segment import lines, paragraphs, sentence_breaks

__all__ = ["annotate_quotes", "find_quotes"]

_Stretch = tuple[int, int]
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_OPENING = " \t\xa0\n\r–—-•*(["
_DIRECT = frozenset({"after", "before", "source", "lead-in", "transcript", "signature", "carried-on"})
_ENOUGH = 8_000
_SENTENCE = 4
_WOVEN = 3
_TITLE = 12
_NAME = 3
_NAME_LONGEST = 40
_NEAR = 4
_SIGNATURE = 120


def find_quotes(text: str, *, lexicon: Lexicon | None = None) -> tuple[Quote, ...]:
    """Find the quotes of a text, and who says them.

    Args:
        text: Any text; each line, or each block of lines wrapped at a margin, is a paragraph.
        lexicon: Your own words beside the package's, from `Lexicon.load`.

    Returns:
        The quotes in the order of the text; their spans are offsets into it.

    Raises:
        InvalidTypeError: The text is no `str`.

    Examples:
        >>> quote, = find_quotes('“It rained for nine days,” said Ada Moru, a lawyer in Velmora.')
        >>> quote.text, quote.speaker.name, quote.speaker.role
        ('It rained for nine days,', 'Ada Moru', 'a lawyer in Velmora')
    """
    if not isinstance(text, str):
        message = f"find_quotes takes a text as a str, got {type(text).__name__}"
        raise InvalidTypeError(message)
    words = lexicon or Lexicon.default()
    language = find_language(text[:_ENOUGH], words, fewest=1)
    return annotate_quotes(text, paragraphs(text, lines(text)), words, language)


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
    quotations = find_quotations(text, stretches)
    if not quotations:
        return ()
    words = lexicon.built(grammars)
    annotator = _Annotator(text, stretches, quotations, words.get(language) or words[None])
    kept = annotator.said()
    speakers = one_name_each([said.speaker for said in kept])
    return tuple(annotator.quote(said, speaker, statement_id, date) for said, speaker in zip(kept, speakers, strict=True))


class _Said(NamedTuple):
    """A quotation that is kept, who says it and how that is known."""

    quotation: Quotation
    speaker: Speaker | None
    attribution: Attribution | None
    partial: bool


class _Context(NamedTuple):
    """Where a quotation stands.

    The start of its clause, whether it opens it, or goes on with an earlier quotation's, the first quotation of its sentence,
    and the start of the sentence of the writer's own before its clause, in the same paragraph, or None.
    """

    clause: int
    fresh: bool
    own: bool
    first: int
    told: int | None


class _Annotator:
    """Attributes the quotations of one text."""

    def __init__(self, text: str, stretches: Sequence[_Stretch], quotations: Sequence[Quotation], grammar: Grammar) -> None:
        self._text, self._stretches, self._quotations, self._grammar = text, stretches, quotations, grammar
        self._first = 0
        self._speakers = SpeakerReader(text, stretches, [(one.outer, one.after) for one in quotations], grammar)

    def said(self) -> list[_Said]:
        """Attribute each quotation, leave out those that are no quotes, and carry speakers on."""
        kept: list[_Said] = []
        for number, quotation in enumerate(self._quotations):
            count = self._count(quotation)
            context = self._context(number)
            if not count or self._is_title(quotation, count, context):
                continue
            before = kept[-1] if kept else None
            joined = before if before and self._goes_on(before, quotation, context) else None
            found = self._attribution(number, context) or (None if joined else self._by_sentence(number, context))
            if found is None and joined and count >= _WOVEN and not self._names_a_thing(quotation, context.clause):
                kept.append(_Said(quotation, joined.speaker, None, partial=True))
            elif self._is_quote(quotation, count, found, context, before):
                partial = not context.own and not (found and found.rule in _DIRECT and self._is_sentence(quotation, count))
                kept.append(
                    _Said(
                        quotation,
                        self._speaker(quotation, found, context, before, partial=partial),
                        found,
                        partial,
                    )
                )
        return kept

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

    def _context(self, number: int) -> _Context:
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
        self._first = number if fresh else self._first
        told = breaks[-2] if len(breaks) > 1 else left if breaks and not previous else None
        return _Context(clause, fresh, fresh and not text[clause : quotation.outer].strip(_OPENING), self._first, told)

    def _ends_sentence(self, quotation: Quotation, before: int) -> bool:
        """Say whether a quotation ended its sentence: a full stop inside it, and a capital or the next mark after it."""
        between = self._text[quotation.after : before].strip()
        if not quotation.closed:
            return True
        return _last_sign(self._text[quotation.start : quotation.end]) in ".!?…" and (not between or between[0].isupper())

    def _goes_on(self, before: _Said, quotation: Quotation, context: _Context) -> bool:
        """Say whether a quotation stands in the same sentence as the quote before it."""
        return not context.fresh and before.quotation.paragraph == quotation.paragraph and before.speaker is not None

    def _attribution(self, number: int, context: _Context) -> Attribution | None:
        """Attribute a quotation by the words after it, before it, or in the paragraph above."""
        quotation = self._quotations[number]
        found = self._after(number, own=context.own) or self._before(number, quotation, context)
        if found is None and context.own and quotation.outer <= self._stretches[quotation.paragraph][0] + 2:
            found = self._lead_in(quotation.paragraph) or self._signed_below(quotation)
        return found

    def _signed_below(self, quotation: Quotation) -> Attribution | None:
        """Attribute a quotation that is a whole paragraph by the next one, where that is a dash and a name."""
        following = quotation.paragraph + 1
        if following >= len(self._stretches) or quotation.after != self._stretches[quotation.paragraph][1]:
            return None
        start, end = self._stretches[following]
        if self._text[start] not in "–—―-" or end - start > _SIGNATURE:
            return None
        return attribute_after(self._text, start, end, self._grammar, sentence=True, paused=False, signature=True)

    def _by_sentence(self, number: int, context: _Context) -> Attribution | None:
        """Attribute a quotation woven into a sentence by the words of the whole sentence, past other quotations."""
        if context.own:
            return self._late(number)
        text, quotation = self._text, self._quotations[number]
        others = self._quotations[context.first : number]
        start = self._sentence_start(context.first)
        gaps = [(other.outer, other.after) for other in others]
        found = attribute_before(text, start, quotation.outer, self._grammar, lead_in=False, gaps=gaps) if others else None
        if found or text[context.clause : quotation.outer].rstrip().endswith(":"):
            return found
        return self._late(number) or attribute_by_subject(text, start, quotation.outer, self._grammar, gaps)

    def _sentence_start(self, number: int) -> int:
        """Give where the sentence starts in which a quotation is the first."""
        quotation = self._quotations[number]
        start = self._stretches[quotation.paragraph][0]
        if number and self._quotations[number - 1].after > start:
            start = self._quotations[number - 1].after
        breaks = sentence_breaks(self._text, start, quotation.outer, self._grammar.abbreviations)
        return breaks[-1] if breaks else start

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
        end = self._end_of(quotation)
        if last == number or not quotation.closed or _last_sign(text[quotation.start : quotation.end]) in ".!?":
            return None
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
        stopped = text[quotation.end - 1] == "." and text[quotation.end - 3 : quotation.end - 1].strip() not in (".", "..")
        return attribute_after(
            text,
            quotation.after,
            end,
            self._grammar,
            sentence=stopped and not (following[:1].islower() or following[:1] in "–—-―,"),
            paused=own or _last_sign(text[quotation.start : quotation.end]) in ",!?…–—-." or following[:1] in (*",–—",),
            signature=end == paragraph_end and text[paragraph_end - 1] not in '!?:”»"',
        )

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
        return end

    def _end_of(self, quotation: Quotation) -> int:
        """Give the end of the paragraph that a quotation ends in."""
        end = self._stretches[quotation.paragraph][1]
        if quotation.after <= end:
            return end
        return next(
            (end for _, end in self._stretches[quotation.paragraph :] if end >= quotation.after),
            quotation.after,
        )

    def _before(self, number: int, quotation: Quotation, context: _Context) -> Attribution | None:
        """Attribute a quotation by the words before it in its clause."""
        if not self._text[context.clause : quotation.outer].strip():
            return None
        start, gaps = context.clause, ()
        if context.first < number and not context.fresh:
            start = self._sentence_start(context.first)
            gaps = tuple((other.outer, other.after) for other in self._quotations[context.first : number])
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

    def _is_quote(
        self,
        quotation: Quotation,
        count: int,
        found: Attribution | None,
        context: _Context,
        before: _Said | None,
    ) -> bool:
        """Say whether words between marks are speech, not the name of a thing or words held at arm's length."""
        inside = self._text[quotation.start : quotation.end]
        if found is None:
            announced = self._text[context.clause : quotation.outer].rstrip().endswith(":")
            if not (context.own or announced) or not inside.lstrip("[(…. ")[:1].isupper():
                return False
            if self._is_single(quotation) and not (before and self._is_single(before.quotation)):
                return False  # a heading
            if not quotation.closed:
                return count > 1 or before is not None
            return (count >= _SENTENCE or (_last_sign(inside) in ".!?" and count >= 2)) and self._is_sentence(quotation, count)  # noqa: PLR2004
        if found.rule in ("lead-in", "transcript", "signature", "carried-on"):
            return True
        if found.rule == "subject":
            named = self._names_a_thing(quotation, context.clause, apposed=True) or self._is_offence(quotation, context.clause)
            return count >= _WOVEN and not named and self._word_before(quotation, context) not in self._grammar.definite
        if found.rule == "after":
            return context.own or not self._is_offence(quotation, context.clause)
        named = self._names_a_thing(quotation, context.clause, said=True) or self._is_offence(quotation, context.clause)
        if found.rule in ("before", "source"):
            return not named or self._is_sentence(quotation, count)
        if found.cue and found.rule == "woven" and self._text[found.cue[1] : quotation.outer].isspace():
            return count >= (2 if found.mention is not None and found.mention.kind in (None, "person") else _WOVEN)
        near = found.cue is not None and len(_WORD.findall(self._text, found.cue[1], quotation.outer)) <= _NEAR
        return not named and count >= (2 if near else _WOVEN)

    def _is_title(self, quotation: Quotation, count: int, context: _Context) -> bool:
        """Say whether every word has a capital but those of grammar, as in the name of a law, a report or a programme."""
        if not 1 < count <= _TITLE:
            return False
        inside, grammar = self._text[quotation.start : quotation.end], self._grammar
        words = _WORD.findall(inside)
        capitals = sum(word[0].isupper() for word in words)
        if capitals < 2 or not words[0][0].isupper():  # noqa: PLR2004 - one capital begins a sentence
            return False
        if not all(word[0].isupper() or word in grammar.function_words for word in words):
            return False
        # American typesetting puts the comma of the sentence inside the marks.
        return inside[-1] not in ".!?," or (inside[-1] in ".," and self._is_woven(quotation, context))

    def _is_single(self, quotation: Quotation) -> bool:
        """Say whether a quotation stands between single marks."""
        return quotation.start == quotation.outer + 1 and self._text[quotation.outer] in "‘'"

    def _is_woven(self, quotation: Quotation, context: _Context) -> bool:
        """Say whether a quotation stands inside a noun phrase: after a preposition, a determiner or a possessive."""
        last, grammar = self._word_before(quotation, context), self._grammar
        return last.endswith(("'s", "'")) or any(
            last in words for words in (grammar.no_quote, grammar.prepositions, grammar.determiners, grammar.passives)
        )

    def _word_before(self, quotation: Quotation, context: _Context) -> str:
        """Give the word before the opening mark, folded; "" where a pause or nothing stands there."""
        outer = quotation.outer
        if not self._text[outer - 1 : outer].isspace() or self._text[outer - 2 : outer - 1] in ":,":
            return ""
        before = _WORD.findall(self._text, max(context.clause, outer - _NAME_LONGEST), outer)
        return (before[-1] + self._text[outer - 2].strip(before[-1][-1])).casefold().replace("’", "'") if before else ""

    def _names_a_thing(self, quotation: Quotation, clause: int, *, apposed: bool = False, said: bool = False) -> bool:
        """Say whether the word before the marks announces a law, a title or a nickname."""
        outer = quotation.outer
        if self._text[quotation.after : quotation.after + 2] == " (":
            return True
        before = _WORD.findall(self._text, max(clause, outer - 40), outer)
        last = before[-1].casefold() if before else ""
        if last not in self._grammar.no_quote or (not apposed and self._text[outer - 2 : outer - 1] in ":,"):
            return False
        return not (said and last in self._grammar.works and self._text[quotation.start].islower())

    def _is_offence(self, quotation: Quotation, clause: int) -> bool:
        """Say whether quoted words are what someone is accused of."""
        before = [word.casefold() for word in _WORD.findall(self._text[max(clause, quotation.outer - 200) : quotation.outer])]
        if not before or before[-1] not in self._grammar.accusing:
            return False
        return any(word in self._grammar.accusations for word in before)

    def _is_sentence(self, quotation: Quotation, count: int) -> bool:
        """Say whether a quotation is a sentence of its own: it ends like one, is long, or was never closed."""
        text = self._text
        if not quotation.closed or _last_sign(text[quotation.start : quotation.end]) in ".!?…,":
            return True
        return count >= 2 * _SENTENCE or text[quotation.after : quotation.after + 1] in (".", ",")

    def _speaker(
        self,
        quotation: Quotation,
        found: Attribution | None,
        context: _Context,
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


def _last_sign(words: str) -> str:
    """Give the last sign of some quoted words, before the marks of a quotation inside them that ends with them."""
    return words.rstrip("’'”\"»\xa0 ")[-1:] or words[-1]
