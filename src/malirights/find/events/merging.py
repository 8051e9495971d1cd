"""Mentions of one happening inside a statement, joined into one event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from malirights.find.events.drafts import Draft
from malirights.find.events.memory import Party

__all__ = ["merged"]

_SHORTEST = 3
_LOOK_BACK = 40
_REMEMBERED = 4096
_MANY_ACTS = frozenset({"repression"})  # a curfew is no ban
_DIED_OF = {"injury": "killing"}
_ALSO_CALLED = {"armed_attack": ("airstrike", "explosion")}


def merged(drafts: Sequence[Draft], generic: frozenset[str], country: str | None) -> list[Draft]:
    """Join mentions of one happening: the same kind, nothing that speaks against it, and something that speaks for it.

    Args:
        drafts: The mentions, in the order of the text.
        generic: Nouns that any people can be called.
        country: The country that the text is about, in which its other places lie.
    """
    kept: list[Draft] = []
    traits: list[_Traits] = []
    mentions: list[list[tuple[int, int]]] = []
    of_kind: dict[str, list[int]] = {}
    for draft in drafts:
        own = _Traits(draft, generic)
        places = of_kind.setdefault(draft.kind, [])
        same = (place for place in reversed(places[-_LOOK_BACK:]) if _same(kept[place], draft, traits[place], own, country))
        place = next(same, None)
        if place is None and draft.definite and own.bare:
            place = _called_otherwise(kept, of_kind, draft, country)
        if place is None and (worse := of_kind.get(_DIED_OF.get(draft.kind, ""))):
            place = next(
                (place for place in reversed(worse[-_LOOK_BACK:]) if _is_of_dead(kept[place], draft, traits[place], own)), None
            )
        if place is not None:
            kept[place] = _joined(kept[place], draft)
            traits[place] = _Traits(kept[place], generic)
            mentions[place] += draft.mentions
        elif draft.anchored:
            places.append(len(kept))
            kept.append(draft)
            traits.append(own)
            mentions.append(list(draft.mentions))
    return [draft._replace(mentions=tuple(told)) for draft, told in zip(kept, mentions, strict=True)]


class _Traits:
    """By what two mentions are known as one or told apart."""

    def __init__(self, draft: Draft, generic: frozenset[str]) -> None:
        self.victims = _names(draft.victims, generic)
        self.doers = set() if draft.assumed else _names(draft.perpetrators, generic)
        self.low = draft.number.low if draft.number else None
        self.bare = not self.victims and not self.doers


def _same(one: Draft, other: Draft, first: _Traits, second: _Traits, country: str | None) -> bool:
    """Say whether two mentions of one kind are of one happening."""
    apart = one.sentence != other.sentence and one.word.rstrip("s") != other.word.rstrip("s")
    if apart and one.kind in _MANY_ACTS and (first.bare or second.bare):
        return False
    if apart and one.status != other.status and "planned" in (one.status, other.status) and one.when and other.when:
        return False  # "the truce was broken in May; talks are to resume in June"
    return not _apart(one, other, first, second, country) and _together(one, other, first, second)


def _apart(one: Draft, other: Draft, first: _Traits, second: _Traits, country: str | None) -> bool:
    """Say whether something speaks against one happening: other people, another time or place, another number."""
    shared = first.victims & second.victims
    if first.victims and second.victims and not shared and not _is_named_later(one, other):
        return True
    if first.doers and second.doers and not first.doers & second.doers:
        return True
    back = second.bare and other.definite  # "the attack" may be told again with a time of its own
    if not back and (_conflict_when(one, other) or _conflict_where(one, other, country)):
        return True
    if shared and one.number is None and other.number and not other.definite and not one.headline:
        return True  # "nine children" after "children": others, or some of them
    return not shared and None not in (first.low, second.low) and first.low != second.low


def _together(one: Draft, other: Draft, first: _Traits, second: _Traits) -> bool:
    """Say whether something speaks for one happening."""
    if (
        _is_named_later(one, other)
        or first.victims & second.victims
        or (first.doers & second.doers and not (first.victims or second.victims))
    ):
        return True
    if first.low is not None and first.low == second.low and first.low > 1:
        return True
    if (first.bare and (second.bare or one.headline)) or (second.bare and one.headline):
        return True
    if one.sentence == other.sentence and (first.bare or second.bare):
        return True
    if one.sentence == other.sentence and not (first.victims and second.victims):
        shared = first.doers & second.doers or not (first.doers and second.doers)
        return bool(shared)  # "used tear gas to disperse the march", "adjourned the trial of nine bakers"
    return second.bare and (other.definite or not (other.when or other.where))


def _called_otherwise(
    kept: Sequence[Draft], of_kind: Mapping[str, Sequence[int]], draft: Draft, country: str | None
) -> int | None:
    """Give the act of a narrower kind told before that a word such as "the raids" takes up, after a bombing."""
    places = [place for kind in _ALSO_CALLED.get(draft.kind, ()) for place in of_kind.get(kind, ())[-1:]]
    last = max(places, default=None)
    if last is None or _conflict_when(kept[last], draft) or _conflict_where(kept[last], draft, country):
        return None
    return last


def _is_of_dead(killing: Draft, injury: Draft, first: _Traits, second: _Traits) -> bool:
    """Say whether those who were shot are those who were killed: "the murder of Ada Moru … the shots at Ada Moru"."""
    return bool(first.victims & second.victims) and not _apart(killing, injury, first, second, None)


def _is_named_later(one: Draft, other: Draft) -> bool:
    """Say whether a headline counts those whom the body names: "Two students freed", "Ada Moru and Ivo Tarn were freed"."""
    if not one.headline or other.headline or one.number is None or one.number.high is None or one.number != other.number:
        return False
    return not any(party.named for party in one.victims) and all(party.named for party in other.victims)


def _conflict_when(one: Draft, other: Draft) -> bool:
    """Say whether two times cannot be one."""
    return (
        one.when is not None
        and other.when is not None
        and one.when != other.when
        and (
            one.when.overlaps(other.when) is False
            or (one.when.during(other.when) is None and other.when.during(one.when) is None)
        )
    )


def _conflict_where(one: Draft, other: Draft, country: str | None) -> bool:
    """Say whether two places cannot be one: neither is the whole country, or a country that the other can lie in."""
    if one.where is None or other.where is None or one.where.name == other.where.name:
        return False
    if "country" in (one.where.kind, other.where.kind) and (
        one.where.country == other.where.country or None in (one.where.country, other.where.country)
    ):
        return False
    return country not in (one.where.name, other.where.name)


def _names(found: Sequence[Party], generic: frozenset[str]) -> set[str]:
    """Give the words by which parties are known again."""
    return {word for party in found for word in _words(party.name, generic)}


@lru_cache(_REMEMBERED)
def _words(name: str, generic: frozenset[str]) -> frozenset[str]:
    """Give the words by which a party is known again; a text names the same parties again and again."""
    words = name.casefold().replace("’", " ").replace("'", " ").split()
    short = (word.removesuffix("s") for word in words if len(word) > _SHORTEST and word not in generic)
    return frozenset(word for word in short if word not in generic)


def _joined(one: Draft, other: Draft) -> Draft:
    """Join two mentions: what tells more stands, in the body rather than in the headline; of two kinds, the one told first."""
    first, second = (other, one) if one.kind == other.kind and other.rank > one.rank else (one, other)
    return first._replace(
        when=first.when or second.when,
        where=first.where if first.where and (first.where.known is False or not second.where) else second.where or first.where,
        perpetrators=first.perpetrators or (second.perpetrators if second.status == first.status else ()),
        victims=first.victims or second.victims,
        number=first.number or (None if first.victims else second.number),
        status=first.status,
    )
