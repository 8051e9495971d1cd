"""Mentions of one happening inside a statement, joined into one event."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from malirights.find.events.drafts import Draft
from malirights.find.events.parties import Party

__all__ = ["merged"]

_SHORTEST = 3


def merged(drafts: Sequence[Draft], generic: Collection[str], country: str | None) -> list[Draft]:
    """Join mentions of one happening: the same kind, nothing that speaks against it, and something that speaks for it.

    Args:
        drafts: The mentions, in the order of the text.
        generic: Nouns that any people can be called.
        country: The country that the text is about, in which its other places lie.
    """
    kept: list[Draft] = []
    for draft in drafts:
        for place in range(len(kept) - 1, -1, -1):
            if _same(kept[place], draft, generic, country):
                kept[place] = _joined(kept[place], draft)
                break
        else:
            kept.append(draft)
    return kept


def _same(one: Draft, other: Draft, generic: Collection[str], country: str | None) -> bool:
    """Say whether two mentions are of one happening."""
    if one.kind != other.kind:
        return False
    victims, others = _names(one.victims, generic), _names(other.victims, generic)
    doers = set() if one.assumed else _names(one.perpetrators, generic)
    theirs = set() if other.assumed else _names(other.perpetrators, generic)
    if (victims and others and not victims & others) or (doers and theirs and not doers & theirs):
        return False
    bare = not others and not theirs
    back = bare and other.definite
    if not back and _conflict_when(one, other):
        return False
    if not back and _conflict_where(one, other, country):
        return False
    if victims & others and one.number is None and other.number and not other.definite and not one.headline:
        return False
    low, high = one.number and one.number.low, other.number and other.number.low
    if low is not None and high is not None and low != high and not victims & others:
        return False
    if bool(victims & others) or bool(doers & theirs and not (victims or others)):
        return True
    if low is not None and low == high and low > 1:
        return True
    if not (victims or others or doers or theirs or (low and high)):
        return True
    if one.sentence == other.sentence and (bare or not (victims or doers)):
        return True
    return (bare and (other.definite or (not other.when and not other.where))) or (not victims and not doers and one.headline)


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
    """Say whether two places cannot be one: neither is the whole country."""
    if one.where is None or other.where is None or one.where.name == other.where.name:
        return False
    return country not in (one.where.name, other.where.name)


def _names(found: Sequence[Party], generic: Collection[str]) -> set[str]:
    """Give the words by which parties are known again."""
    return {
        word.removesuffix("s")
        for party in found
        for word in party.name.casefold().replace("’", " ").split()
        if len(word) > _SHORTEST and word not in generic and word.removesuffix("s") not in generic
    }


def _joined(one: Draft, other: Draft) -> Draft:
    """Join two mentions: what tells more stands, in the body rather than in the headline."""
    first, second = (other, one) if (other.rank > one.rank) else (one, other)
    return attrs.evolve(
        first,
        when=first.when or second.when,
        where=first.where if first.where and (first.where.known is False or not second.where) else second.where or first.where,
        perpetrators=first.perpetrators or second.perpetrators,
        victims=first.victims or second.victims,
        number=first.number or (None if first.victims else second.number),
        mentions=(*one.mentions, *other.mentions),
        status=first.status,
    )
