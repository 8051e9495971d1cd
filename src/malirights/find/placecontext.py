"""What the words before and after a name tell of it: the relation, the sort of place, and whose name it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from malirights.find.placewords import RELATIONS, PlaceWords, Relation

__all__ = ["After", "Before", "after_name", "before_name"]

_BACK = 48
_AHEAD = 16
_FAR = 4
_MOST_ADJECTIVES = 3
_NEXT = re.compile(r" ([\w'-]+)(?: ([\w'-]+))?(?: ([\w'-]+))?")
_OPENING = '(«“"‘['
_OPENINGS = frozenset(_OPENING)
_CLOSING = (".", ":", "!", "?", ";", ",", ")", "”", "»")


class Before(NamedTuple):
    """What stands before a name.

    Attributes:
        relation: "in", "near", "to", or None.
        kind: The sort of place by its noun ("the town of …"); "site", "part" or "side" where the name begins with the noun
            ("the prison of …", "northern …", "the north of …"); or None.
        start: Where the name starts with that noun, None where that is no part of it.
        belongs: Whether the name belongs to that of an organisation, an office or a person.
        has_article: Whether an article stands before it.
        employs: Whether it may be an employer's: "a lawyer at …".
    """

    relation: Relation | None = None
    kind: str | None = None
    start: int | None = None
    belongs: bool = False
    has_article: bool = False
    employs: bool = False


class After(NamedTuple):
    """What stands after a name.

    Attributes:
        site_end: Where the name of a site ends that it begins ("Orvel prison"), None where it begins none.
        kind: The sort of place by its noun ("… district"), or None.
        kind_end: Where that noun ends, where it has a capital and so belongs to the name; else None.
        belongs: Whether the name belongs to that of an organisation, an office or a person.
        office: Whether the noun of an organisation or office follows, which is one with the name unless a preposition stands
            before: "Zanara soldiers", but "in Zanara soldiers …".
        possessive: Whether it is a possessive.
        word: The word after it in lower case, or "".
    """

    site_end: int | None = None
    kind: str | None = None
    kind_end: int | None = None
    belongs: bool = False
    office: bool = False
    possessive: bool = False
    word: str = ""


_NOTHING_BEFORE = Before()
_NOTHING_AFTER = After()
_LED = {relation: Before(relation) for relation in RELATIONS}


def before_name(text: str, low: int, at: int, words: PlaceWords) -> Before:
    """Read what stands before a name, back to an offset.

    Args:
        text: The text with straight apostrophes and plain spaces.
        low: Where the sentence or the paragraph starts.
        at: Where the name starts.
        words: The words of place.
    """
    seen = _at_a_glance(text, low, at, words)
    if seen is not None:
        return seen
    piece = text[max(low, at - _BACK) : at].replace("'", "' ")
    raw, lows = piece.split(), piece.lower().split()
    if not raw:
        return _NOTHING_BEFORE
    if not _OPENINGS.isdisjoint(piece):
        lows = [word.lstrip(_OPENING) for word in lows]
    last = here = len(raw) - 1
    while here >= 0 and last - here < _MOST_ADJECTIVES and lows[here] in words.before_name:
        here -= 1
    article = here < last and not words.articles.isdisjoint(lows[here + 1 :])
    direction = here < last and lows[last] in words.directions
    found = _led(raw, lows, here, words) if here >= 0 else _NOTHING_BEFORE
    if here == last and not found.relation and not found.kind and _joins(raw, lows, words):
        return found._replace(belongs=True)
    if isinstance(found.start, int):
        found = found._replace(start=_offset(text, at, raw, found.start))
    elif direction and found.kind is None:
        found = found._replace(kind="part", start=_offset(text, at, raw, last))
    return found._replace(has_article=True) if article else found


def _at_a_glance(text: str, low: int, at: int, words: PlaceWords) -> Before | None:
    """Read the last word alone, where that is enough; most names need no more."""
    sign = text[at - 1 : at] if at > low else ""
    if sign != " ":
        return None if sign == "'" else _NOTHING_BEFORE
    begin = max(low, text.rfind(" ", low, at - 1) + 1)
    word = text[begin : at - 1]
    relation = words.plain_cues.get(word)
    if relation is None:
        return _NOTHING_BEFORE if word[:1].islower() and word not in words.telling else None
    return None if text[text.rfind(" ", low, max(low, begin - 1)) + 1].isupper() else _LED[relation]


def _led(raw: Sequence[str], lows: Sequence[str], here: int, words: PlaceWords) -> Before:
    """Read the preposition of a name; the `start` given is the number of a word."""
    if lows[here] in words.of and here:
        found = _owned(lows, here, words)
        if found:
            return found
    if lows[here] in words.same_capital:
        return Before(_relation_back(lows, here - 1, words), kind="capital")
    relation = _relation(lows, here, words)
    said = here > 0 and lows[here - 1] in words.said and not (here > 1 and lows[here - 2] in words.unsaid)
    if said and lows[here] in words.addressing:
        return _NOTHING_BEFORE  # "a dit à"
    if relation is None:
        return Before(belongs=lows[here] in words.belonging and _is_owned(raw, lows, here, words))
    named = here > 1 and raw[here - 1][0].isupper() and lows[here - 1] in words.missions
    employs = here > 0 and lows[here] in words.employers and lows[here - 1] in words.roles
    return Before(relation, belongs=named and relation == "in", employs=employs)


def _owned(lows: Sequence[str], of: int, words: PlaceWords) -> Before | None:
    """Read "the town of", "the north of", "the prison of" before a name; None where it is another noun."""
    noun = lows[of - 1]
    if noun in words.kinds:
        return Before(_relation_back(lows, of - 2, words), kind=words.kinds[noun])
    if noun in words.parts and of > 1 and lows[of - 2] in words.determiners:
        relation: Relation | None = "in"
        if lows[of - 2] not in words.contracted:
            relation = _relation(lows, of - 3, words) if of > 2 else None  # noqa: PLR2004 - three words before
        return Before(relation, kind="side", start=of - 1)
    at = of - 1
    while at > 0 and of - at < _MOST_ADJECTIVES and lows[at] in words.site_words and lows[at] not in words.site_phrases:
        at -= 1
    for phrase, _ in words.site_phrases.get(lows[at], ()):
        first = at - len(phrase) + 1
        if first >= 0 and tuple(lows[first : at + 1]) == phrase:
            return Before(_relation_back(lows, first - 1, words), kind="site", start=first)
    return None


def _relation(lows: Sequence[str], at: int, words: PlaceWords) -> Relation | None:
    """Give the relation of the preposition that ends with a word."""
    for phrase, relation in words.cues.get(lows[at], ()):
        first = at - len(phrase) + 1
        if len(phrase) == 1 or (first >= 0 and tuple(lows[first : at + 1]) == phrase):
            return relation
    return None


def _relation_back(lows: Sequence[str], at: int, words: PlaceWords) -> Relation | None:
    """Give the relation of the nearest preposition before a noun, over its adjectives."""
    for here in range(at, max(-1, at - _FAR), -1):
        if relation := _relation(lows, here, words):
            return relation
        if lows[here].endswith(_CLOSING):
            return None
    return None


def _is_owned(raw: Sequence[str], lows: Sequence[str], of: int, words: PlaceWords) -> bool:
    """Say whether the nouns before "of" are those of an organisation or office: "the union of workers of"."""
    at = of - 1
    for _ in range(_MOST_ADJECTIVES):
        if at < 0:
            return False
        if _is_office(raw, lows, at, words):
            return True
        before = at - 1
        while before >= 0 and lows[before] in words.articles:
            before -= 1
        if before < 1 or lows[before] not in words.of:
            return False
        at = before - 1
    return False


def _is_office(raw: Sequence[str], lows: Sequence[str], at: int, words: PlaceWords) -> bool:
    """Say whether a word is the noun of an organisation or office, or ends the name of one."""
    if lows[at] in words.offices:
        return True
    opens = at == 0 or raw[at - 1].endswith(_CLOSING)
    return raw[at][0].isupper() and not opens and lows[at] not in words.state_titles and lows[at] not in words.kinds


def _joins(raw: Sequence[str], lows: Sequence[str], words: PlaceWords) -> bool:
    """Say whether the word directly before a name is one with it: "Amnesty Zanara", "President Chad Moru"."""
    word = lows[-1]
    if word.endswith(_CLOSING) or raw[-1] == "s" or word.endswith("'") or word in words.function_words:
        return False
    if not raw[-1][0].isupper():
        return word in words.roles  # "le responsable Afrique"
    return word in words.offices or (len(raw) > 1 and not raw[-2].endswith(_CLOSING) and word not in words.state_titles)


def _offset(text: str, at: int, raw: Sequence[str], number: int) -> int:
    """Give the offset of one of the words before a name."""
    place = at
    for word in reversed(raw[number:]):
        place = text.rindex(word, 0, place)
    return place + len(raw[number]) - len(raw[number].lstrip(_OPENING))


def after_name(text: str, end: int, high: int, words: PlaceWords) -> After:
    """Read what stands after a name, up to an offset.

    Args:
        text: The text with straight apostrophes and plain spaces.
        end: Where the name ends.
        high: Where the sentence or the paragraph ends.
        words: The words of place.
    """
    sign = text[end : end + 1] if end < high else ""
    if sign == " " and (after := words.little_words.get(text[end + 1 : min(high, end + _AHEAD)].partition(" ")[0])):
        return After(word=after)
    if sign == "-":
        return After(belongs=text[end + 1 : end + 2].isalpha())
    possessive = sign == "'" and text.startswith("'s", end)
    if sign != " " and not possessive:
        return _NOTHING_AFTER
    match = _NEXT.match(text, end + 2 if possessive else end, high)
    if match is None:
        return After(possessive=possessive)
    following = [word.lower() for word in match.groups() if word]
    if possessive:
        owned = following[0] in words.offices or (
            len(following) > 1 and following[0] not in words.function_words and following[1] in words.offices
        )
        return After(possessive=True, belongs=owned, word=following[0])
    return _compound(match, following, words)


def _compound(match: re.Match[str], following: Sequence[str], words: PlaceWords) -> After:
    """Read the nouns that make one with the name before them."""
    word = following[0]
    if count := _site(following, words):
        return After(site_end=match.end(count), word=word)
    capital = match[1][0].isupper()
    if word in words.kinds:
        return After(kind=words.kinds[word], kind_end=match.end(1) if capital else None, word=word)
    return After(belongs=capital and word not in words.function_words, office=word in words.offices, word=word)


def _site(following: Sequence[str], words: PlaceWords) -> int:
    """Give how many of some words end the name of a site: "prison", "military camp"; 0 where they do not."""
    count = 0
    for number, word in enumerate(following, start=1):
        if word in words.sites or " ".join(following[number - 2 : number]) in words.sites:
            count = number
        elif word not in words.site_words:
            break
    return count
