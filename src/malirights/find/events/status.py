"""Whether an act is told as a fact, as an allegation, as planned or as denied; or not told to have happened at all."""

from __future__ import annotations

from malirights.find.events.readings import Reading
from malirights.find.events.sentence import Sentence
from malirights.model import EventStatus

__all__ = ["status_of"]

_BEFORE = 12
_NEAR = 4


def status_of(sentence: Sentence, reading: Reading) -> tuple[EventStatus, tuple[int, int] | None] | None:
    """Give the status of an act and the tokens that show it; None where it is no event."""
    return _verb_status(sentence, reading) if reading.verb else _noun_status(sentence, reading)


def _verb_status(sentence: Sentence, reading: Reading) -> tuple[EventStatus, tuple[int, int] | None] | None:
    """Read the verb group, and what governs it."""
    words, group, verb = sentence.words, reading.group, reading.trigger.first
    clause = sentence.clause_start(group)
    inside = [sentence.low(number) for number in range(group, verb)]
    if any(low in words.conditionals for low in (sentence.low(clause - 1), sentence.low(clause))):
        return None
    if any(sentence.at(number, words.negations) for number in range(group, verb)) or _nobody(sentence, reading):
        return None
    perfect = not words.have.isdisjoint(inside)
    infinitive = not words.grammar.infinitives.isdisjoint(inside)
    modal = next((number for number in range(group, verb) if sentence.low(number) in words.modals), None)
    if modal is not None and not perfect:
        return None
    if modal is not None:
        return "alleged", (modal, verb)
    planned = next((number for number in range(group, verb) if sentence.at(number, words.planned)), None)
    if planned is not None:
        return "planned", (planned, verb)
    forms = reading.sense.forms
    if (
        infinitive
        and (sentence.low(verb - 1) in words.grammar.infinitives or sentence.low(verb - 1) in words.be)
        and not _is_real_infinitive(sentence, group, verb)
    ):
        return None
    if "base" in forms and forms.isdisjoint(("past", "participle", "finite")) and not inside and verb == clause:
        return None  # an imperative
    if _under_appeal(sentence, clause, group) and (infinitive or "ing" in forms):
        return None
    alleged = _find(sentence, group, verb, words.alleged)
    if alleged is None and ("ing" in forms or infinitive):
        alleged = _find(sentence, max(clause, group - _NEAR), group, words.alleged)
    if alleged is None and sentence.low(clause - 1) in words.complementizers:
        alleged = _find(sentence, max(0, clause - 1 - _NEAR), clause, words.alleged)
    return ("alleged", (alleged, alleged + 1)) if alleged is not None else ("reported", None)


def _is_real_infinitive(sentence: Sentence, group: int, verb: int) -> bool:
    """Say whether an infinitive is told to happen: "continued to harass", "was used to silence", "is to be tried"."""
    words = sentence.words
    to = max(number for number in range(group, verb) if sentence.low(number) in words.grammar.infinitives)
    before = range(max(0, to - _BEFORE), to)
    if any(sentence.low(n) in words.continuing for n in before):
        return True
    return sentence.at(to - 1, words.alleged) > 0 or sentence.at(to - 1, words.planned) > 0


def _nobody(sentence: Sentence, reading: Reading) -> bool:
    """Say whether it is done to nobody, or by nobody."""
    return any(
        phrase is not None and sentence.low(phrase[0]) in sentence.words.nothing for phrase in (reading.doer, reading.sufferer)
    )


def _noun_status(sentence: Sentence, reading: Reading) -> tuple[EventStatus, tuple[int, int] | None] | None:
    """Read what stands before a noun in its clause."""
    words, group, first = sentence.words, reading.group, reading.trigger.first
    clause = sentence.clause_start(group)
    if any(low in words.conditionals for low in (sentence.low(clause - 1), sentence.low(clause))):
        return None
    before = range(max(clause, group - _BEFORE), first)
    definite = (
        sentence.low(group) in words.definite
        and (reading.doer is not None or reading.sufferer is not None)
        and not sentence.has(max(clause, group - _NEAR), group, words.wishes)
    )
    told = definite or _is_told(sentence, reading)
    if any(sentence.at(number, words.negations) for number in range(max(clause, group - _NEAR), first)):
        return None
    fixed = reading.trigger.first
    if not told and any(sentence.low(number) in words.modals for number in before if number < group):
        return None
    if not told and any(sentence.at(number, words.appeals) for number in range(max(clause, group - _BEFORE), group)):
        return None
    if _is_generic(sentence, reading, clause):
        return None
    if sentence.low(group) in words.nothing:
        return None
    planned = _find(sentence, before.start, fixed, words.planned)
    alleged = _find(sentence, before.start, fixed, words.alleged)
    if alleged is not None:
        return "alleged", (alleged, alleged + 1)
    if planned is None:
        end = min(len(sentence.tokens), reading.trigger.last + _BEFORE)
        planned = _find(sentence, reading.trigger.last, end, words.planned)
    if planned is not None:
        return "planned", (planned, planned + 1)
    return "reported", None


def _is_told(sentence: Sentence, reading: Reading) -> bool:
    """Say whether the words after a noun tell that it happened: "murder … that has been committed", "carried out by"."""
    words = sentence.words
    after = range(reading.trigger.last, min(len(sentence.tokens), reading.trigger.last + _BEFORE + _NEAR))
    for number in after:
        if sentence.tokens[number].text in ".;:":
            return False
        if (
            sentence.at(number, words.light_doers)
            and sentence.low(number - 1) not in words.grammar.infinitives | words.grammar.coordinators
        ):
            return sentence.low(number - 1) in words.grammar.auxiliaries or not sentence.is_stop(number - 1)
    return False


def _is_generic(sentence: Sentence, reading: Reading, clause: int) -> bool:
    """Say whether a noun without a determiner is what its sentence says something of in general: "attacks on schools are crimes"."""
    if reading.group != clause or reading.doer or sentence.low(reading.group) in sentence.words.grammar.determiners:
        return False
    if clause and sentence.tokens[clause - 1].text not in '“":.':
        return False
    for number in range(reading.trigger.last, min(len(sentence.tokens), reading.trigger.last + _BEFORE)):
        low = sentence.low(number)
        if low in sentence.words.generic_verbs:
            return True
        if low in sentence.words.grammar.auxiliaries or number in sentence.times or low in (",", "."):
            return False
    return False


def _under_appeal(sentence: Sentence, first: int, after: int) -> bool:
    """Say whether a word of demand stands between two tokens."""
    return sentence.has(first, after, sentence.words.appeals)


def _find(sentence: Sentence, first: int, after: int, index: object) -> int | None:
    """Give the last token between two at which a phrase of an index starts."""
    return next((number for number in range(after - 1, first - 1, -1) if sentence.at(number, index)), None)  # type: ignore[arg-type]
