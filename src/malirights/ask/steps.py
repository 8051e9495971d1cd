"""Which step towards justice answers for which violation, and what shows it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

import attrs

from malirights.ask.parties import Name, Parties
from malirights.ask.profiles import is_telling
from malirights.ask.tellings import Telling
from malirights.model import EventKind, Span
from malirights.model.incident import Link, Reason

__all__ = ["STEPS", "Answers", "with_accused"]

STEPS: tuple[EventKind, ...] = (
    EventKind.REMAINS_FOUND,
    EventKind.INVESTIGATION,
    EventKind.CHARGE,
    EventKind.ARREST,
    EventKind.TRIAL,
    EventKind.CONVICTION,
    EventKind.SENTENCE,
    EventKind.RELEASE,
    EventKind.AMNESTY,
)
_PERSONAL = frozenset(STEPS[2:])
"""Steps that act on somebody who is accused."""
_LOOSE = frozenset({EventKind.ARREST, EventKind.RELEASE})
"""Steps that also befall people without any violation: that one sentence tells both is not enough."""
_OF_VICTIMS = frozenset({EventKind.REMAINS_FOUND, EventKind.INVESTIGATION, EventKind.RELEASE})
"""Steps that may be about the victims."""
_LEAVES_REMAINS = frozenset(
    {
        EventKind.KILLING,
        EventKind.EXTRAJUDICIAL_EXECUTION,
        EventKind.ENFORCED_DISAPPEARANCE,
        EventKind.ABDUCTION,
    }
)
_ENDS_IN_RELEASE = frozenset({EventKind.ABDUCTION, EventKind.ENFORCED_DISAPPEARANCE, EventKind.DETENTION})

_NAMES_THE_ACT = _PERSONAL - _LOOSE
"""Steps that one sentence often tells together with the act that somebody is accused of."""

_LIST = 64
"""A sentence that tells of more acts is a list, in which nothing tells which of them a step is for."""

Answer = tuple[int, Link]


@attrs.frozen(eq=False)
class _Act:
    """A violation as one statement tells it, and the number of its case."""

    telling: Telling
    case: int


class Answers:
    """Finds the cases that a step answers for.

    Each act is looked up by its sentence, its perpetrators and its victims; no step is compared with all acts.
    """

    def __init__(self, acts: Iterable[tuple[Telling, int]]) -> None:
        """Index the violations.

        Args:
            acts: Each telling of a violation, with the number of its case.
        """
        self._by_sentence: dict[Hashable, list[_Act]] = defaultdict(list)
        self._mentions: dict[int, list[tuple[int, int, _Act]]] = defaultdict(list)
        self._by_doer: dict[Name, dict[int, _Act]] = defaultdict(dict)
        self._by_doer_here: dict[tuple[int, Name], dict[int, _Act]] = defaultdict(dict)
        self._by_victim: dict[Hashable, dict[tuple[int, EventKind], _Act]] = defaultdict(dict)
        for number, (telling, case) in enumerate(acts):
            self._enter(number, _Act(telling, case))
        for mentions in self._mentions.values():
            mentions.sort(key=lambda item: item[:2])

    def _enter(self, number: int, act: _Act) -> None:
        """Enter one act under all that it can be found by."""
        event, profile = act.telling.event, act.telling.profile
        (statement,) = profile.statements
        self._by_sentence[statement, event.sentence].append(act)
        self._mentions[statement] += ((mention.start, number, act) for mention in event.mentions)
        for name in profile.doers.names:
            self._by_doer[name].setdefault(act.case, act)
            self._by_doer_here[statement, name].setdefault(act.case, act)
        for key in _victim_keys(act.telling):
            self._by_victim[key].setdefault((act.case, event.kind), act)

    def of(self, step: Telling) -> Iterator[Answer]:
        """Give the cases that a step answers for, each with a link that says why."""
        found: dict[_Act, list[Reason]] = {}
        for act, reason in (*self._by_act(step), *self._by_accused(step), *self._by_victims(step)):
            reasons = found.setdefault(act, [])
            if _is_after(step, act.telling) and reason not in reasons:
                reasons.append(reason)
        for act, reasons in found.items():
            if reasons and ("accused" in reasons or not _is_one_day(step, act.telling)):
                yield act.case, Link(first=act.telling.event, second=step.event, reasons=tuple(reasons))

    def _by_act(self, step: Telling) -> Iterator[tuple[_Act, Reason]]:
        """Give the acts that the sentence of a step tells, where those who are acted on may have done them."""
        (statement,) = step.profile.statements
        sentence = step.event.sentence
        told = chain(self._by_sentence.get((statement, sentence), ()), self._mentioned(statement, sentence))
        inside = list(islice(told, _LIST + 1))
        kind, accused = step.event.kind, step.profile.victims
        if len(inside) > _LIST:
            return
        for act in inside:
            profile = act.telling.profile
            if kind == EventKind.REMAINS_FOUND and not _may_be_those(step, act):
                continue
            known = bool(profile.doers.shared(accused)) or profile.doers.alike(accused)
            if not known and (kind in _LOOSE or (kind in _PERSONAL and _befalls(act.telling, accused))):
                continue
            if kind in _PERSONAL and profile.doers.names and accused.names and profile.doers.apart(accused):
                continue
            yield act, "act"
            if kind in _PERSONAL and known:
                yield act, "accused"

    def _mentioned(self, statement: int, sentence: Span) -> Iterator[_Act]:
        """Give the acts that a sentence mentions again."""
        mentions = self._mentions.get(statement, [])
        for number in range(bisect_left(mentions, sentence.start, key=lambda item: item[0]), len(mentions)):
            start, _, act = mentions[number]
            if start >= sentence.end:
                return
            yield act

    def _by_accused(self, step: Telling) -> Iterator[tuple[_Act, Reason]]:
        """Give the acts of those who are accused: those in one statement with the step, else where there is one case alone."""
        if step.event.kind not in _PERSONAL:
            return
        (statement,) = step.profile.statements
        for name in sorted(step.profile.victims.names):
            here, everywhere = self._by_doer_here.get((statement, name), {}), self._by_doer.get(name, {})
            yield from ((act, "accused") for act in _alone(here, step) or _alone(everywhere, step))

    def _by_victims(self, step: Telling) -> Iterator[tuple[_Act, Reason]]:
        """Give the acts whose victims a step is about: named, or of a telling number in one statement."""
        if step.event.kind not in _OF_VICTIMS:
            return
        for key in _victim_keys(step):
            acts: dict[int, _Act] = {}
            for (case, _), act in self._by_victim.get(key, {}).items():
                if _fits(step, act.telling):
                    acts.setdefault(case, act)
            reason: Reason = "victims" if isinstance(key, Name) else "count"
            yield from ((act, reason) for act in _alone(acts, step))


def with_accused(tellings: Sequence[Telling]) -> list[Telling]:
    """Give tellings in which those who stand accused of a violation did it, where their sentence names nobody else for it.

    In "the court convicted Paul Moru of the killing of six bakers", Paul Moru did it as far as courts say, and not the court.
    """
    accused: dict[Hashable, Telling] = {}
    for telling in tellings:
        if telling.event.kind in _NAMES_THE_ACT and telling.profile.victims.names:
            accused.setdefault((telling.profile.statements, telling.event.sentence), telling)
    found = []
    for telling in tellings:
        step = accused.get((telling.profile.statements, telling.event.sentence))
        if step and _is_open(telling, step) and _is_after(step, telling) and not _is_one_day(step, telling):
            profile = attrs.evolve(telling.profile, doers=step.profile.victims)
            found.append(attrs.evolve(telling, profile=profile))
        else:
            found.append(telling)
    return found


def _is_open(act: Telling, step: Telling) -> bool:
    """Say whether nobody did a violation as far as its sentence tells, those left out who hold somebody to account for it."""
    here, there = ({(actor.name, actor.span) for actor in one.event.perpetrators} for one in (act, step))
    return act.event.kind.group == "violation" and here <= there and not _befalls(act, step.profile.victims)


def _befalls(act: Telling, accused: Parties) -> bool:
    """Say whether an act is done to those who are accused, and no act of theirs: they are held, or sentenced to be."""
    return act.event.kind == EventKind.DETENTION or bool(act.profile.victims.shared(accused))


def _alone(acts: Mapping[int, _Act], step: Telling) -> Sequence[_Act]:
    """Give the act of the one case that a step may answer for; none where there are several, for nothing tells which."""
    if len(acts) == 1:
        return list(acts.values())
    before = [act for act in acts.values() if _is_after(step, act.telling)]
    return before if len(before) == 1 else []


def _victim_keys(telling: Telling) -> Iterator[Hashable]:
    """Give what victims are known by: a person's name, and a telling number in one statement."""
    profile = telling.profile
    yield from sorted(profile.victims.persons)
    if profile.number and is_telling(profile.number):
        (statement,) = profile.statements
        yield statement, profile.number


def _fits(step: Telling, act: Telling) -> bool:
    """Say whether a step about victims can be about those of an act."""
    if step.event.kind == EventKind.REMAINS_FOUND:
        return act.event.kind in _LEAVES_REMAINS
    return step.event.kind != EventKind.RELEASE or act.event.kind in _ENDS_IN_RELEASE


def _may_be_those(step: Telling, act: _Act) -> bool:
    """Say whether remains may be those of the people of an act: those who are described need the same description."""
    dead, victims = step.profile.victims, act.telling.profile.victims
    if act.telling.event.kind not in _LEAVES_REMAINS:
        return False
    return not (dead.described or dead.names) or dead.alike(victims) or bool(dead.shared(victims))


def _is_after(step: Telling, act: Telling) -> bool:
    """Say whether a step may have come after an act."""
    return act.profile.first <= step.profile.last


def _is_one_day(step: Telling, act: Telling) -> bool:
    """Say whether a step against somebody can only have been on the day of the act, which is too soon for a court."""
    return step.event.kind in _PERSONAL and act.profile.first == step.profile.last
