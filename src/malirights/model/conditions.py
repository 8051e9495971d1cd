"""What an event must show for a code that does not follow from its kind alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from malirights.model.actors import Actor, Trait

__all__ = ["CONDITIONS", "conditions_shown"]

_Actors = tuple[Actor, ...]
_Test = Callable[[_Actors, _Actors], bool]

_NON_STATE = frozenset({"armed_group", "self_defence_militia"})
_ARMED = _NON_STATE | {"foreign_force", "peacekeeping", "state_force"}


def _are(actors: _Actors, types: frozenset[str], *traits: Trait) -> bool:
    """Say whether one of some actors is of one of the types and has all the traits."""
    return any(actor.type in types and set(traits) <= set(actor.traits) for actor in actors)


def _have(actors: _Actors, *traits: Trait) -> bool:
    """Say whether one of some actors has one of the traits."""
    return any(not set(traits).isdisjoint(actor.traits) for actor in actors)


_CIVILIANS = frozenset({"civilians"})
_STATE = frozenset({"state_force"})

# The name of each condition, how it is said, and its test on perpetrators and victims.
_TABLE: dict[str, tuple[str, _Test]] = {
    "armed_conflict": (
        "a perpetrator or a victim is a party that fights in armed conflicts",
        lambda perpetrators, victims: _are((*perpetrators, *victims), _ARMED),
    ),
    "armed_victims": ("victims are armed forces or an armed group", lambda _, victims: _are(victims, _ARMED)),
    "child": ("a victim is a child", lambda _, victims: _have(victims, "child")),
    "civilian_deaths": ("civilians are killed", lambda _, victims: _are(victims, _CIVILIANS, "killed")),
    "civilian_victims": ("victims are civilians", lambda _, victims: _are(victims, _CIVILIANS)),
    "combatant_deaths": ("members of armed forces or groups are killed", lambda _, victims: _are(victims, _ARMED, "killed")),
    "deaths": ("somebody is killed", lambda _, victims: _have(victims, "killed")),
    "judgement": ("a person judges so: no field of an event shows it", lambda *_: False),
    "non_state_perpetrators": (
        "all perpetrators are armed groups or militias",
        lambda perpetrators, _: bool(perpetrators) and all(actor.type in _NON_STATE for actor in perpetrators),
    ),
    "school_or_hospital": ("a victim is a school or a hospital", lambda _, victims: _have(victims, "school", "hospital")),
    "state_perpetrators": (
        "a perpetrator is a force of the state, and none an armed group or militia",
        lambda perpetrators, _: _are(perpetrators, _STATE) and not _are(perpetrators, _NON_STATE),
    ),
    "voice": (
        "a victim is a journalist, a trade unionist or a human-rights defender",
        lambda _, victims: _have(victims, "journalist", "trade_unionist", "human_rights_defender"),
    ),
}

CONDITIONS: Mapping[str, str] = MappingProxyType({name: words for name, (words, _) in _TABLE.items()})


def conditions_shown(perpetrators: _Actors, victims: _Actors) -> frozenset[str]:
    """Name the conditions that the parties to an event show.

    Examples:
        >>> from malirights.model import Span
        >>> girl = Actor(name="girl", mention="a girl of nine", span=Span(0, 14), traits=("child",))
        >>> conditions_shown((), (girl,))
        frozenset({'child'})
    """
    return frozenset(name for name, (_, test) in _TABLE.items() if test(perpetrators, victims))
