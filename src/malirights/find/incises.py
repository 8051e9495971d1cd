"""Incises: "…, déclare Ada Moru. …" inside one pair of marks, or behind a dash of dialogue. The writer's words are cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from malirights.find.attribution import attribute_after, inverted, inverted_pronoun
from malirights.find.grammar import Grammar
from malirights.find.marks import Quotation
from malirights.find.nouns import Tokens, is_role
from malirights.find.subjects import Attribution
from malirights.find.tokens import Token, tokens

__all__ = ["part_at_incises"]

_Stretch = tuple[int, int]
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:[-'’]\w+)*")
_DASH = re.compile(r"[–—―]\s*|-\s+")
_ENDS = frozenset(",.;:")
_STOPS = _ENDS | frozenset("!?…")
_OPENING = frozenset('«“"')
_LONGEST = 240
_TAIL = 12
_TRIES = 24
_AFTER = 300


def part_at_incises(
    text: str, stretches: Sequence[_Stretch], quotations: Sequence[Quotation], grammar: Grammar
) -> Sequence[Quotation]:
    """Part the quotations with an incise inside, so that each part holds the speaker's words alone.

    A paragraph that opens with a dash is speech where an incise says so, and is parted likewise. Of the parts of a quotation,
    all but the first have no opening mark: their `outer` is their `start`. A language without incises has its quotations
    unchanged.

    Args:
        text: The text.
        stretches: Start and end of its paragraphs.
        quotations: What stands between marks, in order.
        grammar: The words of the language.
    """
    if not grammar.incises:
        return quotations
    sign = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(grammar.incises)))}|\.\.\.),?\s+(?=[^\W\d_A-ZÀ-Þ])")
    found: list[Quotation] = []
    for quotation in quotations:
        gaps = list(_incises(text, quotation.start, quotation.end, sign, grammar))
        parted = bool(gaps) and not _is_told(text, quotation, stretches, grammar)
        found += _parts(text, quotation, gaps) if parted else [quotation]
    held = {quotation.paragraph for quotation in quotations}
    for number, (start, end) in enumerate(stretches):
        dash = None if number in held else _DASH.match(text, start, end)
        if dash and (gaps := list(_incises(text, dash.end(), end, sign, grammar))):
            speech = Quotation(start=dash.end(), end=end, outer=start, after=end, closed=True, paragraph=number)
            found += _parts(text, speech, gaps)
    return sorted(found)


def _incises(text: str, start: int, end: int, sign: re.Pattern[str], grammar: Grammar) -> Iterator[_Stretch]:
    """Give where the incises between two offsets stand, with the signs that part them from the speech."""
    tries, at = 0, start
    while tries < _TRIES and (match := sign.search(text, at, end)):
        at = match.end()
        if not _may_open(text, at, grammar):
            continue
        tries += 1
        words = tokens(text, at, min(end, at + _LONGEST))
        found = inverted_pronoun(words, 0, grammar) or inverted(words, 0, grammar)
        pause = text[match.start()] == ","
        close = _close(words, found, grammar) if found and not (pause and _is_object(words, found, grammar)) else None
        if close:
            first = match.start() if pause else match.start() + len(match[0].rstrip().rstrip(","))
            at = close.end if close.text in _ENDS else end
            yield first, at


def _may_open(text: str, at: int, grammar: Grammar) -> bool:
    """Say whether the word at an offset can open an incise: a verb, an auxiliary, a pronoun before it, "dit-elle"."""
    word = _FIRST_WORD.match(text, at)
    if word is None:
        return False
    low = word[0].lower().replace("’", "'")
    if "-" in low or "'" in low:
        return True
    return any(low in words for words in (grammar.inverted_cues, grammar.auxiliaries, grammar.clitics, grammar.said_phrases))


def _is_object(words: Tokens, found: Attribution, grammar: Grammar) -> bool:
    """Say whether the noun behind a verb is its object, not its subject: "le maire arrive, critique la presse, et repart"."""
    mention, cue = found.mention, found.cue
    if mention is None or cue is None or mention.kind is None or words[0].low in grammar.clitics:
        return False
    if not any(word.start == cue[0] and word.low in grammar.of_persons for word in words):
        return False
    comma = next((at for at, word in enumerate(words) if word.start >= mention.end and word.text == ","), len(words))
    listed = comma + 1 < len(words) and words[comma + 1].low in grammar.coordinators
    return listed or mention.kind != "person"


def _close(words: Tokens, found: Attribution, grammar: Grammar) -> Token | None:
    """Give the sign that closes an incise, or its last word where the speech ends with it; None where it is none."""
    mention, cue = found.mention, found.cue
    if mention is None or cue is None:
        return None
    inside = [word for word in words if mention.start < word.end and word.start < mention.end]
    if mention.kind is None and inside[-1].low.rpartition("-")[2] in grammar.nobody:
        return None  # "dit-on" is an aside of the speaker
    if mention.kind == "unnamed" and not any(is_role(word, grammar) for word in inside):
        return None
    last = max(mention.end, cue[1], mention.role[1] if mention.role else 0)
    rest = [word for word in words if word.start >= last]
    for number, word in enumerate(rest[:_TAIL]):
        following = rest[number + 1].low if number + 1 < len(rest) else ""
        if word.text in _STOPS and not (word.text == "," and (following in grammar.relatives or following in grammar.times)):
            return word if word.text in _ENDS else None
    return words[-1] if len(rest) < _TAIL else None


def _is_told(text: str, quotation: Quotation, stretches: Sequence[_Stretch], grammar: Grammar) -> bool:
    """Say whether the words behind the closing mark attribute a quotation: what looks like an incise is then part of it."""
    end = min(max(stretches[quotation.paragraph][1], quotation.after), quotation.after + _AFTER)
    following = text[quotation.after : end].lstrip()
    if not quotation.closed or not (following[:1].islower() or following[:1] == ","):
        return False
    stop = next((word.start for word in tokens(text, quotation.after, end) if word.text in _OPENING), end)
    return bool(attribute_after(text, quotation.after, stop, grammar, sentence=False, paused=True, signed=False))


def _parts(text: str, quotation: Quotation, gaps: Sequence[_Stretch]) -> list[Quotation]:
    """Part a quotation at its incises."""
    starts = [quotation.start, *(after for _, after in gaps)]
    ends = [*(first for first, _ in gaps), quotation.end]
    found: list[Quotation] = []
    for start, end in zip(starts, ends, strict=True):
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        last = end - len(text[start:end]) + len(text[start:end].rstrip())
        if first < last and any(map(str.isalnum, text[first:last])):
            opens, closes = start == quotation.start, end == quotation.end
            found.append(
                Quotation(
                    start=first,
                    end=last,
                    outer=quotation.outer if opens else first,
                    after=quotation.after if closes else last,
                    closed=quotation.closed or not closes,
                    paragraph=quotation.paragraph,
                )
            )
    return found
