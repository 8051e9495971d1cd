"""Parties to events: what sort of party a noun phrase names, and under which name it is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from malirights.errors import LexiconError
from malirights.find.gazetteer import Gazetteer
from malirights.find.tokens import Token, tokens
from malirights.lexicon import Lexicon

__all__ = ["Party", "party_of", "traits_of"]

_TYPES = (
    "state_force", "ranks", "government", "state_body", "court", "prosecutor", "armed_group", "self_defence_militia",
    "criminal_group", "peacekeeping", "igo", "ngo", "civilians",
)  # fmt: skip
_TRAITS = ("child", "trade_unionist", "journalist", "human_rights_defender")
_NAMED = ("igo", "ngo", "peacekeeping", "armed_group")
_OWN_NOUN = frozenset({"peacekeeping", "prosecutor", "civilians", "court"})
_INSIDE = frozenset({"'s", "'", "-", "‘", "“", "”", "«", "»", '"'})
_FORCES = ("state_force", "foreign_force")
_ADULT = 18
_REMEMBERED = 4096  # phrases: statements name the same parties again and again
_LONGEST_ADJECTIVE = 3
_Words = tuple[str, ...]
_Entry = TypeVar("_Entry", "_Name", "_Noun")


class Party(NamedTuple):
    """A party to an event.

    Attributes:
        name: The canonical name ("JNIM"); of a party that has none, its noun with the adjective of a country ("Chadian army").
        type: "state_force", "foreign_force", "government", "state_body", "court", "prosecutor", "armed_group",
            "self_defence_militia", "criminal_group", "peacekeeping", "igo", "ngo" or "civilians".
        country: The country that its adjective speaks of, or None.
        traits: What the words show of the people: "child", "trade_unionist", "journalist", "human_rights_defender".
        known: Whether it is known by name.
    """

    name: str
    type: str
    country: str | None = None
    traits: frozenset[str] = frozenset()
    known: bool = False


class _Phrase(NamedTuple):
    """A noun phrase, its words and marks, and these in lower case."""

    text: str
    tokens: Sequence[Token]
    lows: Sequence[str]


class _Name(NamedTuple):
    """A name of a party."""

    words: _Words
    text: str
    name: str
    type: str
    home: str
    only_in: str
    never_with: frozenset[str]


class _Owner(NamedTuple):
    """The country that a phrase speaks of, and its adjective as it is written."""

    country: str | None
    adjective: str


class _Noun(NamedTuple):
    """A common noun for a party."""

    words: _Words
    type: str
    language: str


class PartyWords:
    """The names and nouns of parties of a lexicon, by first word, longest first; build it with `lexicon.built(PartyWords)`."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Collect the parties of the lexicon."""
        self.names = _index(_names(lexicon))
        self.nouns = _index(_nouns(lexicon))
        gazetteer = lexicon.built(Gazetteer)
        self.adjectives = gazetteer.adjectives
        self.countries = gazetteer.countries
        self.collectives = _folded(lexicon.everywhere("parties", "collectives"))
        self.stops = _folded(lexicon.everywhere("parties", "stops"))
        self.of = _folded(lexicon.everywhere("places", "of"))
        self.determiners = _folded(lexicon.everywhere("clauses", "determiners"))
        self.elsewhere = _folded(
            word for name in ("sites", "towns", "villages", "regions") for word in lexicon.everywhere("places", name)
        )
        self.remembered: Callable[[str, str | None], Party | None] = lru_cache(_REMEMBERED)(
            lambda words, country: _read(words, country, self)
        )
        self.traits_remembered: Callable[[str], frozenset[str]] = lru_cache(_REMEMBERED)(lambda words: _traits(words, self))
        self.owning = frozenset(words.split(" ")[0] for words in (*self.adjectives, *self.countries))
        self.traits = _index(noun for name in _TRAITS for noun in _trait(lexicon, name))
        self.ages = tuple(
            _compiled(language, pattern)
            for language in lexicon.languages
            for pattern in lexicon.patterns(language, "parties", "child")
        )


def party_of(words: str, lexicon: Lexicon, *, country: str | None = None) -> Party | None:
    """Say which party a noun phrase names.

    Args:
        words: The text of one noun phrase, without those that "and" joins to it.
        lexicon: Whose names and nouns to use.
        country: The canonical name of the country that the text is about: forces of another one are foreign forces, and
            some names mean a party only there. None where it is not known.

    Returns:
        The party, or None where the phrase names none that the lexicon has a word for, such as a person by name.

    Examples:
        >>> lexicon = Lexicon.default()
        >>> party_of("the armed group GSIM", lexicon)
        Party(name='JNIM', type='armed_group', country=None, traits=frozenset(), known=True)
        >>> party_of("several members of the Chadian army", lexicon, country="Mali")
        Party(name='Chadian army', type='foreign_force', country='Chad', traits=frozenset(), known=False)
    """
    return lexicon.built(PartyWords).remembered(words, country)


def _read(words: str, country: str | None, index: PartyWords) -> Party | None:
    """Read a noun phrase."""
    parts = tokens(words, 0, len(words))
    lows = [token.low for token in parts]
    phrase = _Phrase(words, parts, lows)
    owner = _owner(phrase, index)
    traits = index.traits_remembered(words)
    about = owner.country or country
    brackets = [at + 1 for at, low in enumerate(lows) if low == "("]
    if acronym := next(filter(None, (_first_name(phrase, (at, at + 1), index, about) for at in brackets)), None):
        return _known(acronym, country, traits)
    start = next((at for at, token in enumerate(parts) if not _opens(token, index)), len(parts))
    while start < len(parts):
        stop = next((at for at in range(start, len(parts)) if _stops(lows, at, index)), len(parts))
        named = _first_name(phrase, (start, stop), index, about)
        noun = _head(lows, start, stop, index)
        if named and not (noun and noun[1].type in _OWN_NOUN and noun[1].type != named.type and noun[0] > start):
            return _known(named, country, traits)
        if noun:
            return _common(noun, owner, country, traits)
        if not _is_collective(lows, start, stop, index):
            return None
        start = stop + 1
    return None


def traits_of(words: str, lexicon: Lexicon) -> frozenset[str]:
    """Say what a noun phrase shows of the people that it names.

    Args:
        words: The text of the noun phrase, with its appositions.
        lexicon: Whose nouns to use.

    Examples:
        >>> sorted(traits_of("a 15-year-old shepherd", Lexicon.default()))
        ['child']
    """
    return lexicon.built(PartyWords).traits_remembered(words)


def _traits(words: str, index: PartyWords) -> frozenset[str]:
    """Say what a noun phrase shows of people, by its nouns and ages."""
    lows = _low(words)
    found = {
        noun.type
        for at, low in enumerate(lows)
        for noun in index.traits.get(low, ())
        if len(noun.words) == 1 or lows[at : at + len(noun.words)] == noun.words
    }
    if any(_is_child(match) for pattern in index.ages for match in pattern.finditer(words)):
        found.add("child")
    return frozenset(found)


def _is_child(match: re.Match[str]) -> bool:
    """Say whether all the ages of an expression are under 18; "under 18" is written with that number."""
    ages = [int(age) for age in match.groups() if age and age.isdecimal()]
    return bool(ages) and (max(ages) < _ADULT or match[0].startswith(("under", "moins")))


def _opens(token: Token, index: PartyWords) -> bool:
    """Say whether a word only opens a noun phrase: "the", "des", but not "UN"."""
    return (token.low in index.of or token.low in index.determiners) and (len(token.text) == 1 or not token.text.isupper())


def _stops(lows: Sequence[str], at: int, index: PartyWords) -> bool:
    """Say whether the head of a noun phrase is over at a word."""
    return lows[at] in index.stops or not (lows[at][0].isalnum() or lows[at] in _INSIDE)


def _is_collective(lows: Sequence[str], start: int, stop: int, index: PartyWords) -> bool:
    """Say whether words only count those that follow after "of": "dozens of", "five members of"."""
    return stop > start and stop < len(lows) and lows[stop] in index.of and lows[stop - 1] in index.collectives


def _head(lows: Sequence[str], start: int, stop: int, index: PartyWords) -> tuple[int, _Noun] | None:
    """Give the noun that a phrase is about, and where it starts: the last one in English, the first one in French."""
    found: list[tuple[int, _Noun]] = []
    at = start
    while at < stop:
        noun = _at(lows, at, index.nouns)
        if noun is None:
            at += 1
            continue
        found.append((at, noun))
        at += len(noun.words)
    if not found:
        return None
    first, last = found[0], found[-1]
    if last[1].type == "ranks" and last[0] > start and lows[last[0] - 1] not in index.determiners:
        found.pop()  # "the Secretary General"
    if not found:
        return None
    place, noun = first if first[1].language != "en" else found[-1]
    after = place + len(noun.words)
    if noun.language == "en" and after < stop and lows[after] in index.elsewhere:
        return None  # "the army base"
    if lows[stop : stop + 1] and lows[stop] in index.of and noun.words[-1] in index.collectives and stop == after:
        return None  # "agents of the police"
    return place, noun


def _at(lows: Sequence[str], at: int, index: Mapping[str, tuple[_Noun, ...]]) -> _Noun | None:
    """Give the longest noun that starts at a word."""
    for noun in index.get(lows[at], ()):
        if len(noun.words) == 1 or tuple(lows[at : at + len(noun.words)]) == noun.words:
            return noun
    return None


def _first_name(phrase: _Phrase, stretch: tuple[int, int], index: PartyWords, country: str | None) -> _Name | None:
    """Give the party whose name starts first in a stretch of a phrase."""
    lows = phrase.lows
    for at in range(stretch[0], min(stretch[1], len(lows))):
        for name in index.names.get(lows[at], ()):
            end = at + len(name.words)
            if tuple(lows[at:end]) != name.words or not _is_written_so(phrase, at, end, name):
                continue
            if name.only_in in ("", country) and name.never_with.isdisjoint(lows):
                return name
    return None


def _is_written_so(phrase: _Phrase, start: int, end: int, name: _Name) -> bool:
    """Say whether a name of one word has the capitals that it needs; longer ones are known by their words."""
    if len(name.words) > 1 or name.text.islower():
        return True
    written = phrase.text[phrase.tokens[start].start : phrase.tokens[end - 1].end].replace("’", "'")
    return written == name.text or (not name.text.isupper() and written[0].isupper())


def _owner(phrase: _Phrase, index: PartyWords) -> _Owner:
    """Give the country that a phrase speaks of by an adjective, "of" or a possessive; none where there are several."""
    found: dict[str, str] = {}
    lows = phrase.lows
    at = 0
    while at < len(lows):
        if lows[at] not in index.owning and phrase.tokens[at].text not in index.owning:
            at += 1
            continue
        for count in range(min(_LONGEST_ADJECTIVE, len(lows) - at), 0, -1):
            words = " ".join(lows[at : at + count])
            countries = index.adjectives.get(words) or (index.adjectives.get(phrase.tokens[at].text, ()) if count == 1 else ())
            if len(countries) == 1:
                found[countries[0]] = " ".join(token.text for token in phrase.tokens[at : at + count])
            elif words in index.countries and _owns(lows, at, at + count, index):
                found[index.countries[words]] = ""
            else:
                continue
            at += count - 1
            break
        at += 1
    return _Owner(*next(iter(found.items()))) if len(found) == 1 else _Owner(None, "")


def _owns(lows: Sequence[str], start: int, end: int, index: PartyWords) -> bool:
    """Say whether the name of a country stands in the possessive or after "of"."""
    before = start - 1
    while before > 0 and lows[before] in index.determiners:
        before -= 1
    return (end < len(lows) and lows[end] == "'s") or (before >= 0 and lows[before] in index.of)


def _common(found: tuple[int, _Noun], owner: _Owner, country: str | None, traits: frozenset[str]) -> Party:
    """Describe a party that has no name of its own."""
    noun = found[1]
    kind = "state_force" if noun.type == "ranks" else noun.type
    if kind == "state_force" and owner.country and country and owner.country != country:
        kind = "foreign_force"
    name = " ".join(noun.words).replace("' ", "'")
    parts = (owner.adjective, name) if noun.language == "en" else (name, owner.adjective)
    return Party(" ".join(filter(None, parts)), kind, owner.country, traits)


def _known(name: _Name, country: str | None, traits: frozenset[str]) -> Party:
    """Describe a party that has a name."""
    kind = name.type
    if name.home and kind in _FORCES:
        kind = "foreign_force" if country and country != name.home else "state_force"
    return Party(name.name, kind, name.home or None, traits, known=True)


def _compiled(language: str, pattern: str) -> re.Pattern[str]:
    """Compile an expression for ages."""
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        message = f"the lexicon at {language}.parties.child: the pattern {pattern!r} is no regular expression: {error}"
        raise LexiconError(message) from error


def _folded(words: Iterable[str]) -> frozenset[str]:
    """Fold words as tokens are folded."""
    return frozenset(word.lower().replace("’", "'") for word in words)


def _low(words: str) -> _Words:
    """Give the tokens of a name or noun in lower case."""
    return tuple(token.low for token in tokens(words, 0, len(words)))


def _names(lexicon: Lexicon) -> Iterator[_Name]:
    """Go through the names of parties."""
    for row in lexicon.rows("common", "parties"):
        never = frozenset(filter(None, row.get("never_with", "").split("|")))
        for text in filter(None, (row["name"], *row.get("spellings", "").split("|"))):
            yield _Name(
                _low(text),
                text.replace("’", "'"),
                row["name"],
                row.get("type", ""),
                row.get("home", ""),
                row.get("only_in", ""),
                never,
            )
    for kind in _NAMED:
        for text in lexicon.words("common", "parties", kind):
            yield _Name(_low(text), text.replace("’", "'"), text, kind, "", "", frozenset())


def _nouns(lexicon: Lexicon) -> Iterator[_Noun]:
    """Go through the nouns of parties; people with a trait are civilians."""
    for language in lexicon.languages:
        for kind in (*_TYPES, *_TRAITS):
            for words in lexicon.words(language, "parties", kind):
                yield _Noun(_low(words), "civilians" if kind in _TRAITS else kind, language)


def _trait(lexicon: Lexicon, name: str) -> Iterator[_Noun]:
    """Go through the nouns of people with a trait."""
    for language in lexicon.languages:
        for words in lexicon.words(language, "parties", name):
            yield _Noun(_low(words), name, language)


def _index(entries: Iterable[_Entry]) -> dict[str, tuple[_Entry, ...]]:
    """Index names or nouns by their first word, longer ones first."""
    index: dict[str, list[_Entry]] = {}
    for entry in entries:
        if not entry.words:
            continue
        index.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(sorted(found, key=lambda one: len(one.words), reverse=True)) for first, found in index.items()}
