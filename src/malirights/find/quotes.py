"""Quotes and their speakers in a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from malirights.errors import InvalidTypeError
from malirights.find.attribution import Attribution, attribute_after, attribute_before
from malirights.find.grammar import Grammar, grammars
from malirights.find.language import find_language
from malirights.find.marks import Quotation, find_quotations
from malirights.find.mentions import Mention
from malirights.find.people import folded, fullest_name, organisation_in, person_before, spelled_out
from malirights.lexicon import Lexicon
from malirights.model import Quote, Span, Speaker
from malirights.segment import lines, paragraphs, sentence_breaks

__all__ = ["annotate_quotes", "find_quotes"]

_Stretch = tuple[int, int]
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_TERMINAL = ".!?…"
_SENTENCE = 4
_WOVEN = 2
_TITLE = 12
_LEAD_IN = re.compile(r":\s*\Z")
_DETERMINER = re.compile(r"(?:(?:an?|the|one|another|some|un|une|le|la|les|des)\s+|l[’'])", re.IGNORECASE)


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
    language = find_language(text.split(), words)
    return annotate_quotes(text, paragraphs(text, lines(text)), words, language)


def annotate_quotes(
    text: str,
    stretches: Sequence[_Stretch],
    lexicon: Lexicon,
    language: str | None,
    statement_id: str | None = None,
    date: dt.date | None = None,
) -> tuple[Quote, ...]:
    """Find the quotes of a text whose paragraphs and language are known.

    Args:
        text: The text.
        stretches: Start and end of its paragraphs, in order.
        lexicon: Whose words to use.
        language: Its language, as an ISO 639-1 code, or None.
        statement_id: What the quotes say of the statement that they are from.
        date: What they say of its date.
    """
    quotations = find_quotations(text, stretches)
    if not quotations:
        return ()
    words = lexicon.built(grammars)
    return _Annotator(text, stretches, words.get(language) or words[None]).quotes(quotations, statement_id, date)


class _Said(NamedTuple):
    """A quotation that is kept, and how it is attributed."""

    quotation: Quotation
    attribution: Attribution | None
    partial: bool


class _Annotator:
    """Attributes the quotations of one text."""

    def __init__(self, text: str, stretches: Sequence[_Stretch], grammar: Grammar) -> None:
        self._text, self._stretches, self._grammar = text, stretches, grammar
        self._plain = folded(text)
        self._speakers: dict[tuple[str, int | None], Speaker] = {}

    def quotes(self, quotations: Sequence[Quotation], statement_id: str | None, date: dt.date | None) -> tuple[Quote, ...]:
        """Attribute each quotation, drop those that are no quotes, and carry speakers on."""
        result: list[Quote] = []
        said = [self._attributed(quotations, number) for number in range(len(quotations))]
        before: tuple[_Said, Quote] | None = None
        for one in said:
            if one is None:
                continue
            quote = self._quote(one, before, statement_id, date)
            result.append(quote)
            before = (one, quote)
        return tuple(result)

    def _attributed(self, quotations: Sequence[Quotation], number: int) -> _Said | None:
        """Attribute one quotation by the words around it; None where it is no quote."""
        text, quotation = self._text, quotations[number]
        count = len(_WORD.findall(text, quotation.start, quotation.end))
        if not count:
            return None
        start, end = self._stretches[quotation.paragraph]
        previous = quotations[number - 1] if number and quotations[number - 1].paragraph == quotation.paragraph else None
        following = quotations[number + 1] if number + 1 < len(quotations) else None
        left = previous.after if previous else start
        breaks = sentence_breaks(text, left, quotation.outer, self._grammar.abbreviations)
        fresh = not previous or bool(breaks) or self._ends_sentence(previous, quotation.outer)
        clause = breaks[-1] if breaks else left
        right = following.outer if following and following.outer < self._end_of(quotation) else self._end_of(quotation)
        own = fresh and not text[clause : quotation.outer].strip(" \t\xa0\n\r–—-•*([")
        after = self._after(quotation, right)
        found = after or self._before(quotation, clause, previous if not fresh else None)
        lead = self._lead_in(quotation.paragraph) if own and quotation.outer <= start + 2 and not after else None
        found = found or lead
        partial = not own and not (found and found.rule in ("before", "transcript", "carried-on") and _is_sentence(text, quotation, count))
        if not self._is_quote(quotation, count, found, own=own, clause=clause):
            return None
        return _Said(quotation, found, partial)

    def _end_of(self, quotation: Quotation) -> int:
        """Give the end of the paragraph that a quotation ends in."""
        return next((end for _, end in self._stretches[quotation.paragraph :] if end >= quotation.after), quotation.after)

    def _ends_sentence(self, quotation: Quotation, before: int) -> bool:
        """Say whether a quotation ended its sentence: a full stop inside it, and a capital or the next mark after it."""
        text = self._text
        between = text[quotation.after : before].strip()
        if not quotation.closed:
            return True
        return text[quotation.end - 1] in _TERMINAL and (not between or between[0].isupper())

    def _after(self, quotation: Quotation, right: int) -> Attribution | None:
        """Attribute a quotation by the words after it."""
        text = self._text
        if not quotation.closed or quotation.after >= right:
            return None
        breaks = sentence_breaks(text, quotation.after, right, self._grammar.abbreviations)
        # A stop right after the mark ends the quote's own sentence: what follows is another one.
        if text[quotation.after] in ".;" or (breaks and not text[quotation.after : breaks[0]].strip(" .!?…\n\r\t\xa0")):
            return None
        end = breaks[0] if breaks else right
        stopped = text[quotation.end - 1] == "." or (text[quotation.end - 1] in "!?…" and False)
        following = text[quotation.after : end].lstrip()
        sentence = stopped and not (following[:1].islower() or following[:1] in "–—-―,")
        paragraph_end = self._end_of(quotation)
        signature = end == paragraph_end and text[paragraph_end - 1] not in ".!?:”»\""
        return attribute_after(text, quotation.after, end, self._grammar, sentence=sentence, signature=signature)

    def _before(self, quotation: Quotation, clause: int, joined: Quotation | None) -> Attribution | None:
        """Attribute a quotation by the words before it in its sentence."""
        if not self._text[clause : quotation.outer].strip():
            return None
        found = attribute_before(self._text, clause, quotation.outer, self._grammar, lead_in=False)
        return found

    def _lead_in(self, paragraph: int) -> Attribution | None:
        """Attribute a quotation that opens its paragraph by the paragraph above, where that ends with a colon."""
        if not paragraph:
            return None
        start, end = self._stretches[paragraph - 1]
        if not _LEAD_IN.search(self._text, max(start, end - 3), end):
            return None
        breaks = sentence_breaks(self._text, start, end, self._grammar.abbreviations)
        return attribute_before(self._text, breaks[-1] if breaks else start, end, self._grammar, lead_in=True)

    def _is_quote(self, quotation: Quotation, count: int, found: Attribution | None, *, own: bool, clause: int) -> bool:
        """Say whether words between marks are speech, not the name of a thing or words held at arm's length."""
        text = self._text
        inside = text[quotation.start : quotation.end]
        direct = found is not None and found.rule in ("after", "before", "source", "lead-in", "transcript", "signature", "carried-on")
        if not direct and self._names_a_thing(quotation, inside, count, clause):
            return False
        if found and (direct or count >= _WOVEN):
            return not (found.rule == "woven" and self._names_a_thing(quotation, inside, count, clause))
        return own and inside[0].isupper() and (count >= _SENTENCE or not quotation.closed) and _is_sentence(text, quotation, count)

    def _names_a_thing(self, quotation: Quotation, inside: str, count: int, clause: int) -> bool:
        """Say whether marks hold a law, a title or a nickname: the word before says so, or every long word has a capital."""
        before = [word.casefold() for word in _WORD.findall(self._text[max(clause, quotation.outer - 40) : quotation.outer])]
        if before and before[-1] in self._grammar.no_quote and self._text[quotation.outer - 2 : quotation.outer - 1] not in ":,":
            return True
        longer = [word for word in _WORD.findall(inside) if len(word) > 3]  # noqa: PLR2004 - longer than most function words
        return count <= _TITLE and bool(longer) and all(word[0].isupper() for word in longer) and inside[-1] not in ".!?,"

    def _quote(self, one: _Said, before: tuple[_Said, Quote] | None, statement_id: str | None, date: dt.date | None) -> Quote:
        """Make the quote, with its own speaker or that of the quote before."""
        quotation, found = one.quotation, one.attribution
        last = before[1].speaker if before else None
        speaker = attribution = cue = rule = None
        if found and found.mention:
            speaker = self._speaker(found.mention, last)
            attribution = Span(found.mention.start, found.mention.end)
            cue, rule = found.cue, found.rule
        elif before and last and (found or self._carries_on(before[0].quotation, quotation, one.partial)):
            speaker, rule = last, "carried-on"
            cue = found.cue if found else None
        return Quote(
            text=self._text[quotation.start : quotation.end],
            span=Span(quotation.start, quotation.end),
            speaker=speaker,
            attribution=attribution,
            cue=self._text[cue[0] : cue[1]] if cue else None,
            cue_span=Span(*cue) if cue else None,
            partial=one.partial,
            closed=quotation.closed,
            rule=rule,
            statement_id=statement_id,
            date=date,
        )

    def _carries_on(self, before: Quotation, quotation: Quotation, partial: bool) -> bool:  # noqa: FBT001
        """Say whether a quote without an attribution goes on with the speech before it."""
        if before.paragraph == quotation.paragraph:
            return True
        return not partial

    def _speaker(self, mention: Mention, last: Speaker | None) -> Speaker:
        """Make the speaker that a mention names."""
        text, grammar = self._text, self._grammar
        words = text[mention.start : mention.end]
        role = mention.role
        fields = {
            "role": text[role[0] : role[1]] if role else None,
            "role_span": Span(*role) if role else None,
            "organisation": organisation_in(text, role, grammar) if role else None,
        }
        if mention.kind is None:
            if last and last.kind == "person":
                return Speaker(**{**_fields(last), "mention": words})
            person = person_before(text, self._plain, mention.start, grammar)
            if person:
                return Speaker(name=text[person[0] : person[1]], mention=words, kind="person", name_span=Span(*person))
            return Speaker(name=words, mention=words, kind="unnamed", name_span=Span(mention.start, mention.end))
        name = (mention.start, mention.end)
        if mention.kind == "person":
            name = fullest_name(text, self._plain, name, grammar)
        elif mention.kind == "organisation":
            name = spelled_out(text, name)
        return Speaker(name=text[name[0] : name[1]], mention=words, kind=mention.kind, name_span=Span(*name), **fields)  # type: ignore[arg-type]


def _fields(speaker: Speaker) -> dict[str, object]:
    """Give the fields of a speaker."""
    return {name: getattr(speaker, name) for name in ("name", "mention", "kind", "role", "organisation", "name_span", "role_span")}


def _is_sentence(text: str, quotation: Quotation, count: int) -> bool:
    """Say whether a quotation is a sentence of its own: it ends like one, is long, or was never closed."""
    return not quotation.closed or text[quotation.end - 1] in ".!?…," or count >= 2 * _SENTENCE or text[quotation.after : quotation.after + 1] in ".,"
