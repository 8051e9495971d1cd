"""The kinds of events, and their counterparts in other vocabularies."""

from __future__ import annotations

import difflib
import enum
import functools
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Literal, get_args

from malirights.errors import CriterionError, InvalidTypeError, InvalidValueError
from malirights.model.codes import Code, codes_of, kinds_of

__all__ = ["EventKind", "Group", "kinds"]

Group = Literal["violation", "context", "accountability", "reporting"]

_GROUPS: tuple[Group, ...] = get_args(Group)
_LONGEST = 60  # no misspelt name is longer


class EventKind(enum.StrEnum):
    """A kind of event; it is also the plain text of its name, so `event.kind == "killing"`.

    The codebook in the documentation shows every kind with an example, a counter-example and its codes.

    Raises:
        InvalidTypeError: What is given is no `str`.
        InvalidValueError: There is no such kind; the message names those that there are.

    Examples:
        >>> kind = EventKind("sentence")
        >>> kind == "sentence", kind.group
        (True, 'accountability')
        >>> print(kind.definition.partition(";")[0])
        A court lays a penalty on somebody, raises it, lowers it or lifts it, be it prison, a fine or death
        >>> EventKind("abduction").codes("ACLED")
        (Code('ACLED', 'Violence against civilians/Abduction/forced disappearance', 'exact'),)
    """

    KILLING = "killing"
    EXTRAJUDICIAL_EXECUTION = "extrajudicial_execution"
    ENFORCED_DISAPPEARANCE = "enforced_disappearance"
    ABDUCTION = "abduction"
    TORTURE = "torture"
    SEXUAL_VIOLENCE = "sexual_violence"
    DETENTION = "detention"
    CHILD_RECRUITMENT = "child_recruitment"
    ARMED_ATTACK = "armed_attack"
    EXPLOSION = "explosion"
    AIRSTRIKE = "airstrike"
    HERITAGE_DESTRUCTION = "heritage_destruction"
    CORPORAL_PUNISHMENT = "corporal_punishment"
    DISPLACEMENT = "displacement"
    FORCED_EVICTION = "forced_eviction"
    REPRESSION = "repression"
    COUP = "coup"
    MUTINY = "mutiny"
    CLASH = "clash"
    TERRITORY_CAPTURE = "territory_capture"
    MILITARY_INTERVENTION = "military_intervention"
    PEACEKEEPING = "peacekeeping"
    PROTEST = "protest"
    ELECTION = "election"
    LEGISLATION = "legislation"
    SERVICE_DISRUPTION = "service_disruption"
    REMAINS_FOUND = "remains_found"
    INVESTIGATION = "investigation"
    CHARGE = "charge"
    ARREST = "arrest"
    TRIAL = "trial"
    CONVICTION = "conviction"
    RELEASE = "release"
    AMNESTY = "amnesty"
    REPORT = "report"
    MISSION = "mission"
    INJURY = "injury"
    PROPERTY_DESTRUCTION = "property_destruction"
    AID_OBSTRUCTION = "aid_obstruction"
    AGREEMENT = "agreement"
    SENTENCE = "sentence"

    @property
    def group(self) -> Group:
        """Its group: "violation", "context", "accountability" or "reporting"."""
        group: Group = _entries()[self]["group"]
        return group

    @property
    def definition(self) -> str:
        """What counts as this kind, and where the neighbouring kinds begin, in one sentence."""
        definition: str = _entries()[self]["definition"]
        return definition

    def codes(self, scheme: str, *, unverified: bool = False) -> tuple[Code, ...]:
        """Give what follows in another vocabulary from the kind alone.

        Codes that depend on who was hit, who did it or how come only from `Event.codes`, where the event shows it.

        Args:
            scheme: PLOVER, CAMEO, ACLED, HURIDOCS, ICCS, ROME, CAAC6 or SDG, in any case.
            unverified: Whether to give also codes that nobody has seen at their source; they are marked.

        Returns:
            The codes, each with how well it fits; empty where the vocabulary has none for the kind, or none that follows from
            the kind alone.

        Raises:
            InvalidTypeError: The scheme is no `str`.
            InvalidValueError: There is no such scheme.

        Examples:
            >>> EventKind("enforced_disappearance").codes("rome")
            (Code('ROME', '7(1)(i)', 'exact'),)
            >>> EventKind("trial").codes("ACLED"), EventKind("sexual_violence").codes("CAAC6")
            ((), ())
        """
        return codes_of(self, scheme, unverified=unverified)

    @classmethod
    def _missing_(cls, value: object) -> EventKind:
        """Refuse an unknown name, and say which it may have been meant for."""
        if not isinstance(value, str):
            message = f"a kind of event is a str such as 'arrest', got {value!r}"
            raise InvalidTypeError(message)
        plain = value.casefold().replace(" ", "_").replace("-", "_")
        near = difflib.get_close_matches(plain, [*cls], n=1) if len(value) <= _LONGEST else []
        meant = f"did you mean '{near[0]}'? " if near else ""
        message = f"unknown kind of event {value!r}; {meant}it is one of {', '.join(cls)}"
        raise InvalidValueError(message, value=value)


def kinds(
    *,
    group: str | Iterable[str] | None = None,
    code: tuple[str, str] | None = None,
    unverified: bool = False,
) -> tuple[EventKind, ...]:
    """Give the kinds of events; every criterion that is given must hold.

    Args:
        group: In this group, or in one of these: "violation", "context", "accountability", "reporting".
        code: With this code of another vocabulary, alone or under conditions: a pair of the scheme, in any case, and the code.
        unverified: Whether codes count that nobody has seen at their source.

    Returns:
        The kinds, always in the same order.

    Raises:
        CriterionError: There is no such group, or no kind with such a code.

    Examples:
        >>> [str(kind) for kind in kinds(group="reporting")]
        ['report', 'mission']
        >>> [str(kind) for kind in kinds(code=("CAMEO", "173"))]
        ['detention', 'charge', 'arrest']
    """
    groups = _groups(group)
    names = None if code is None else _with_code(code, unverified=unverified)
    return tuple(kind for kind in EventKind if kind.group in groups and (names is None or kind in names))


def _groups(group: str | Iterable[str] | None) -> frozenset[str]:
    """Read the criterion of groups."""
    if group is None:
        return frozenset(_GROUPS)
    groups = (group,) if isinstance(group, str) else tuple(group) if isinstance(group, Iterable) else (group,)
    wrong = [name for name in groups if name not in _GROUPS]
    if wrong or not groups:
        message = f"unknown group of kinds {wrong[0] if wrong else group!r}; it is one of {', '.join(_GROUPS)}"
        raise CriterionError(message, criterion="group", value=group)
    return frozenset(groups)


def _with_code(code: tuple[str, str], *, unverified: bool) -> frozenset[str]:
    """Read the criterion of a code."""
    if not isinstance(code, tuple) or [type(part) for part in code] != [str, str]:
        message = f"code is a pair of a scheme and a code, such as ('CAMEO', '173'); got {code!r}"
        raise CriterionError(message, criterion="code", value=code)
    try:
        names = kinds_of(*code, unverified=unverified)
    except InvalidValueError as error:
        raise CriterionError(str(error), criterion="code", value=code) from error
    if not names:
        message = (
            f"no kind of event has the code {code[1]!r} of {code[0]}; codes are written as kind.codes({code[0]!r}) gives them"
        )
        raise CriterionError(message, criterion="code", value=code)
    return names


@functools.cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    """Read what the package says of each kind."""
    return tomllib.loads(resources.files(__package__).joinpath("kinds.toml").read_text("utf-8"))
