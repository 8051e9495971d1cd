"""Attributions without a verb of speech: signatures, transcripts, and sentences that end with a colon."""

from __future__ import annotations

import re

from malirights.find.grammar import Grammar
from malirights.find.mentions import mention_after
from malirights.find.nouns import Mention, Tokens, analysed, is_full_name_at, is_role
from malirights.find.subjects import Attribution, subject_of

__all__ = ["announced", "labelled", "signature"]

_LATE = 30
_DASHES = "–—―-"
_TRANSCRIPT = 10_000
_LABEL = re.compile(r"([A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ.’'-]+){0,3}):\s")


def announced(words: Tokens, stop: int, rule: str, grammar: Grammar) -> Attribution | None:
    """Attribute what a colon announces without a verb of speech: a name alone, or a sentence whose subject can speak.

    Args:
        words: The words up to the colon.
        stop: The number of the colon.
        rule: What the rule is called where the words are more than a name.
        grammar: The words of the language.
    """
    found = _transcript(words, stop, grammar)
    if found is None and (subject := subject_of(words, 0, stop, grammar)) and _speaks(words, subject, grammar):
        impersonal = any(word.start == subject.start and word.low in grammar.impersonal for word in words)
        found = None if impersonal else Attribution(subject, None, rule)
    return found or _only_person(words, stop, rule, grammar)


def _speaks(words: Tokens, subject: Mention, grammar: Grammar) -> bool:
    """Say whether the subject of a sentence that ends with a colon can speak: a person, a pronoun, a named body or a text."""
    if subject.kind in (None, "person"):
        return True
    head = next((word for word in reversed(words) if word.end <= subject.end), words[0])
    return head.low in grammar.documents


def _only_person(words: Tokens, stop: int, rule: str, grammar: Grammar) -> Attribution | None:
    """Read a sentence that ends with a colon, and in which one person is named: "At the gate Ada Moru called out: …"."""
    found: list[Mention] = []
    at = 0
    while at < stop:
        read = mention_after(words[:stop], at, grammar) if is_full_name_at(words, at, grammar) else None
        if read and read[0].kind == "person":
            found.append(read[0])
        at = max(at + 1, read[1]) if read else at + 1
    return Attribution(found[0], None, rule) if len(found) == 1 else None


def signature(words: Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read a name or a noun and its role that sign a quote, without a verb: "– Ada Moru, lawyer"."""
    read = mention_after(words, at, grammar)
    if not read or read[0].kind not in ("person", "unnamed", "office"):
        return None
    if any(word.low in grammar.auxiliaries or word.low in grammar.verbs_only for word in words[at:]):
        return None
    whole = read[1] >= len(words) - 1
    dashed = at > 0 and words[at - 1].text in _DASHES and is_full_name_at(words, at, grammar)
    if words[-1].text == "." and not (whole and (read[0].role or dashed)):
        return None
    cue = next(((word.start, word.end) for word in words[read[1] :] if word.low in grammar.said), None)
    if is_role(words[at], grammar) and at + 1 < len(words) and words[at + 1].text == ",":
        found = analysed(words, at, at + 1, grammar)  # "priest, Velmora": the place follows, not the name
        return Attribution(found, cue, "signature") if found else None
    return Attribution(read[0], cue, "signature")


def _transcript(words: Tokens, stop: int, grammar: Grammar) -> Attribution | None:
    """Read "X: “…”", a name before a colon and nothing else."""
    read = mention_after(words[:stop], 0, grammar)
    if not read or read[0].kind not in ("person", "office"):
        return None
    rest = words[read[1] : stop]
    bracketed = bool(rest) and rest[0].text == "(" and len(rest) <= _LATE // 2
    return Attribution(read[0], None, "transcript") if not rest or bracketed else None


def labelled(text: str, start: int, end: int) -> Attribution | None:
    """Read the name in capitals that opens a line of a transcript between its marks: "MORU: It rained".

    Others than speakers are written so too ("BREAKING: …"). A speaker has a second line, or is named elsewhere.
    """
    label = _LABEL.match(text, start, end)
    if label is None:
        return None
    low, high = max(0, start - _TRANSCRIPT), end + _TRANSCRIPT
    if text.find(label[1].title(), low, high) < 0 and text.count(f"{label[1]}:", low, high) < 2:  # noqa: PLR2004 - itself
        return None
    return Attribution(Mention(*label.span(1), "person"), None, "transcript")
