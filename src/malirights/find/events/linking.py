"""Acts of one sentence that share their parties: in a list, one in the other, one after the other."""

from __future__ import annotations

from malirights.find.events.readings import ABOUT, ACCUSING, WRONGS, Reading
from malirights.find.events.sentence import Phrase, Sentence

__all__ = ["is_joined", "is_listed", "is_subject", "is_within", "linked", "reach", "shares_setting", "trails"]

_NEAR = 3
_PARTING = frozenset({";"})
_SHORT = 6
_BETWEEN = 4
_HELD = frozenset({"arrest", "detention", "trial"})
_MEANS = frozenset({"airstrike", "explosion", "armed_attack", "clash"})
_NAMING = frozenset({"suffered", "done"})
_SHARING = frozenset({"act", "suffered", "done", "undergoes"})


def linked(sentence: Sentence, found: list[Reading]) -> list[Reading]:
    """Give acts that are told together the parties that one of them names: "murdered, tortured and raped by soldiers"."""
    result = [_behind(reading, found) for reading in found]
    for number in range(len(result) - 1, 0, -1):
        result[number - 1] = _given(sentence, result[number - 1], result[number], result[number - 1], result[number])
    for number in range(1, len(result)):
        if _is_chained(sentence, result[number - 1], result[number]):
            result[number] = result[number]._replace(doer=result[number - 1].doer)
        if trails(sentence, result[number]):
            _give_main(sentence, result, number)
            continue
        left, right = _joined(sentence, result[number - 1], result[number])
        result[number - 1], result[number] = left, _answered_for(sentence, left, right)
    for number in range(1, len(result)):
        result[number] = _given(sentence, result[number - 1], result[number], result[number], result[number - 1])
    for number in range(len(result) - 1, 0, -1):
        left, right = result[number - 1], result[number]
        if left.doer is None and left.sufferer and right.sufferer and _is_coordinated(sentence, left, right):
            result[number - 1] = left._replace(doer=right.doer)
    return result


def _behind(reading: Reading, found: list[Reading]) -> Reading:
    """Give a verb whose subject is an act the one who does that act: "the army’s attack killed nine people"."""
    if not reading.sense.is_verb or reading.doer is None:
        return reading
    first, after = reading.doer
    act = next((one for one in found if not one.sense.is_verb and first <= one.trigger.first < after), None)
    return reading._replace(doer=act.doer) if act else reading


def _given(sentence: Sentence, left: Reading, right: Reading, taker: Reading, giver: Reading) -> Reading:
    """Give one of two acts of a list the parties of the other that it lacks."""
    if left.sense.is_verb != right.sense.is_verb or not is_listed(sentence, left.trigger.end, right.trigger.first):
        return taker
    sufferer = taker.sufferer or (giver.sufferer if _shares(sentence, left, right) else None)
    lacks = sufferer != taker.sufferer or (giver.doer and not taker.doer)
    return taker._replace(doer=taker.doer or giver.doer, sufferer=sufferer) if lacks else taker


def trails(sentence: Sentence, reading: Reading) -> bool:
    """Say whether a verb in "-ing" tells what the acts before its comma led to: "…, killing nine bakers"."""
    if reading.sense.frame == "sufferers" and sentence.lows[reading.group - 1] in sentence.words.causatives:
        return sentence.lows[reading.group - 2] == ","  # "…, faisant neuf morts"
    return reading.sense.is_verb and "ing" in reading.sense.forms and sentence.lows[reading.group - 1] == ","


def is_joined(sentence: Sentence, before: Reading, reading: Reading) -> bool:
    """Say whether "and" joins a verb to the one before it: "were held in Orvel and beaten"."""
    verbs = before.sense.is_verb and reading.sense.is_verb
    return verbs and sentence.lows[reading.group - 1] in sentence.words.grammar.coordinators


def reach(sentence: Sentence, reading: Reading, following: Reading | None) -> int:
    """Give the token before which the time and the place of an act stand after it: not in the next act, nor in what is said."""
    if sentence.lows[reading.trigger.last] in sentence.words.complementizers:
        return reading.trigger.last  # "established that nine men had fled from Orvel in May"
    limit = min(following.group, following.trigger.first) if following else len(sentence.tokens)
    return _parting(sentence, reading.trigger.last, limit)


def _parting(sentence: Sentence, first: int, after: int) -> int:
    """Give the semicolon between two tokens behind which a clause with a verb of its own follows, or the latter of the two."""
    at = sentence.first_word(first, after, _PARTING)
    return at if at is not None and sentence.has_verb(at + 1, len(sentence.tokens)) else after


def _give_main(sentence: Sentence, result: list[Reading], number: int) -> None:
    """Give a trailing verb the doer of the last act of the main clause: not of "villagers who had gathered", if it can be."""
    verbs = [at for at in range(number) if result[at].sense.is_verb]
    main = [at for at in verbs if sentence.lows[sentence.clause_start(result[at].group) - 1] not in sentence.words.relative]
    before = next(iter([*main[-1:], *verbs[-1:]]), None)
    if before is None:
        return
    right = result[number]
    result[number] = right._replace(doer=result[before].doer or right.doer)
    if result[before].sense.kind == "explosion":
        result[before] = result[before]._replace(sufferer=result[before].sufferer or right.sufferer)


def _joined(sentence: Sentence, left: Reading, right: Reading) -> tuple[Reading, Reading]:
    """Give two acts that follow each other what the words between them let them share."""
    words = sentence.words
    lows = sentence.lows[left.trigger.end : right.group]
    last = lows[-1] if lows else ""
    if right.sense.is_verb and right.sufferer and _is_clitic(sentence, right.sufferer):
        right = right._replace(sufferer=left.sufferer or right.sufferer)  # "ont arrêté Ada Moru et l'ont battue"
    if not left.sense.is_verb:
        return left, right
    if (
        right.sense.is_verb
        and left.doer is None
        and left.sufferer
        and left.sense.kind in WRONGS
        and right.sense.kind in _MEANS
        and not words.whens.isdisjoint(lows)
    ):
        left = left._replace(doer=right.doer)  # "were killed when soldiers opened fire"
    if right.sense.is_verb and right.sufferer is None and (right.doer is None or right.sense.receives):
        if last in words.grammar.coordinators:
            return left, right._replace(sufferer=left.sufferer, doer=right.doer or left.doer)
        return left, right._replace(sufferer=left.sufferer) if last in words.gerund_openers else right
    if _is_inside(sentence, left, right):
        left = left._replace(doer=left.doer or right.doer)  # "were killed in a raid by soldiers"
        if right.sense.kind in _MEANS or right.sense.kind in _HELD:
            right = right._replace(sufferer=right.sufferer or left.sufferer)
    return left, right


def _is_chained(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether a passive goes on right after the one by whom the one before it was done: "seized by guards, beaten"."""
    verbs = left.sense.is_verb and right.sense.is_verb and right.doer is None
    if not verbs or left.doer is None or left.sufferer != right.sufferer or left.doer[0] < left.trigger.first:
        return False
    lows = sentence.lows[left.doer[1] : right.trigger.first]
    return lows[:1] == [","] and sentence.words.signs.lists.issuperset(lows)


def _answered_for(sentence: Sentence, left: Reading, right: Reading) -> Reading:
    """Give a verb that tells of an offence the accused for its doer: "found six soldiers guilty of raping a nurse"."""
    offence = right.sense.is_verb and right.sense.kind in WRONGS
    if not offence or left.sufferer is None or left.sense.kind not in ACCUSING:
        return right
    told = sentence.has(left.trigger.last, right.group, sentence.words.offences)
    told = told and sentence.lows[sentence.clause_start(right.group) - 1] not in sentence.words.relative
    return right._replace(doer=left.sufferer) if told else right


def shares_setting(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether an act has the time and the place of the next: in a list, or as in "killed and dozens hurt in Orvel"."""
    listed = is_listed(sentence, left.trigger.end, right.trigger.first) or _is_coordinated(sentence, left, right)
    return listed or _is_counted_next(sentence, left, right)


def _is_counted_next(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether two acts are items of a toll, each with its number: "onze personnes tuées, quarante-sept blessées"."""
    if not (left.sufferer and right.sufferer and sentence.counts(left.sufferer[0]) and sentence.counts(right.sufferer[0])):
        return False
    between = sentence.lows[max(left.trigger.end, left.sufferer[1]) : right.sufferer[0]]
    return len(between) == 1 and between[0] in sentence.words.signs.lists and not sentence.has_verb(*right.sufferer)


def _is_coordinated(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether two short clauses with a verb of the same form stand side by side: "nine were killed and dozens injured"."""
    first = max(left.trigger.end, left.sufferer[1] if left.sufferer else 0)
    between = sentence.lows[first : right.trigger.first]
    if not 0 < len(between) <= _SHORT or not (between[0] in sentence.words.grammar.coordinators or between == [","]):
        return False
    if between == [","] and right.sufferer and right.sufferer[1] == first:
        return False  # "l'appel d'Ada Moru, condamnée en mars"
    alike = left.sense.is_verb and right.sense.is_verb and not left.sense.forms.isdisjoint(right.sense.forms)
    return alike and sentence.times.isdisjoint(range(first, right.trigger.first))


def _is_clitic(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase is a pronoun before its verb."""
    return phrase[1] - phrase[0] == 1 and sentence.lows[phrase[0]] in sentence.words.object_clitics


def is_within(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether an act happened in another, whose time and place it has: "killed in a raid", "broke up a protest"."""
    if left.sense.is_verb and left.sufferer and right.trigger.last == _after_head(sentence, left.sufferer):
        return True
    if left.sense.is_verb and not right.sense.is_verb and right.group == left.trigger.end:
        return True  # "fled fighting"
    end = max(left.trigger.end, *(phrase[1] for phrase in (left.doer, left.sufferer) if phrase and phrase[1] <= right.group), 0)
    if left.sense.kind in ABOUT and right.sense.kind in WRONGS and sentence.at(end, sentence.words.targets):
        return False  # "a verdict on the murder of nine bakers in May"
    accused = left.sense.kind in ACCUSING and sentence.lows[end] in sentence.words.offence_openers
    if (
        not right.sense.is_verb
        and not accused
        and sentence.lows[end] in sentence.words.inside
        and 0 <= right.trigger.first - end <= _NEAR
    ):
        return True  # "killed nine bakers in a raid", "the death of nine bakers in custody"
    if sentence.has_word(left.trigger.end, right.trigger.first, sentence.words.tolls):
        return True  # "nine dead: that is the toll of the raid"
    when = sentence.has_word(left.trigger.end, right.group, sentence.words.whens)
    return when or _is_inside(sentence, left, right) or is_subject(sentence, left, right) or _tells_how(sentence, left, right)


def _tells_how(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether what follows tells how the one behind "by" did it: "were shot by men who stormed a mill in Orvel"."""
    agent = left.doer
    if agent is None or right.doer != agent or agent[0] < left.trigger.end or not right.sense.is_verb:
        return False
    related = sentence.lows[agent[1]] in sentence.words.subject_relatives and right.group == agent[1] + 1
    return related and not sentence.is_perfect(right.group, right.trigger.first)


def is_subject(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether a noun is the subject of the verb after it: "the attack killed nine bakers"."""
    if left.sense.frame not in _NAMING or not (right.sense.is_verb or (right.sense.frame == "sufferers" and right.group)):
        return False
    subject = sentence.subject(right.trigger.first if right.sense.is_verb else right.group - 1)
    return subject is not None and subject[0] <= left.trigger.first < subject[1]


def _after_head(sentence: Sentence, phrase: Phrase) -> int:
    """Give the token after the noun that a phrase is about: after "march" in "the march of nine bakers"."""
    return next((at for at in range(phrase[0] + 1, phrase[1]) if sentence.lows[at] in sentence.words.owners), phrase[1])


def _is_inside(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether a noun names what a verb right before it happened in: "killed in a raid"."""
    first = left.trigger.end - (right.group == left.trigger.end and left.trigger.end > left.trigger.last)  # "fire on | a march"
    near = 0 < right.group - first <= _NEAR
    if left.sense.kind in ACCUSING and sentence.lows[first] in sentence.words.offence_openers:
        return False  # "charged with kidnapping"
    return left.sense.is_verb and not right.sense.is_verb and near and sentence.lows[first] in sentence.words.inside


def _shares(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether two acts of a list can be done to the same one: the second has no determiner of its own."""
    determined = sentence.has_word(left.trigger.end, right.trigger.first, sentence.words.grammar.determiners)
    return left.sense.frame in _SHARING and not determined


def is_listed(sentence: Sentence, after: int, first: int) -> bool:
    """Say whether nothing but a comma, "and" and the like stand between two acts."""
    lows, signs = sentence.lows[after:first], sentence.words.signs
    return 0 < len(lows) <= _BETWEEN and not signs.lists.isdisjoint(lows) and signs.between_listed.issuperset(lows)
