"""Names across statements: which two are written alike, which may be short for another, which is the fullest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

import attrs

from malirights.ask.criteria import fold
from malirights.lexicon import Lexicon

__all__ = [
    "NameWords",
    "acronym_after",
    "fullest",
    "given_before",
    "is_described",
    "organisation_words",
    "person_words",
    "short_for_person",
    "shown_acronym",
]

NameWords = tuple[str, ...]

_WORD = re.compile(r"\w+")
_NAME_IN_TEXT = re.compile(r"\w+(?:['’](?!s\b)\w+)*")
_BETWEEN_NAMES = ' \xa0\t\r\n"“”'
_GAP = 3
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻ`´")
_GIVEN = 4  # given names beyond these are left to whole spellings


@attrs.frozen
class _SmallWords:
    """The small words of names, of all languages: what is no part of a name, and what holds its parts together."""

    titles: frozenset[str]
    abbreviations: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    organisations: frozenset[str]
    common: frozenset[str]


def _collect(lexicon: Lexicon) -> _SmallWords:
    """Collect the words that names need, folded."""
    titles, short, particles, suffixes, organisations = (
        frozenset(fold(word).rstrip("'") for word in lexicon.everywhere("names", name))
        for name in ("titles", "abbreviations", "particles", "suffixes", "organisation_nouns")
    )
    common = frozenset(
        fold(word)
        for _, subject, name, entry in lexicon.classes()
        if subject != "page" and name != "particles"
        for word in (*entry.get("words", ()), *(form for forms in entry.get("forms", ()) for form in forms))
    )
    initials = frozenset(word for word in titles & short if len(word) > 1)
    return _SmallWords(titles, initials, particles, suffixes, organisations, common)


@attrs.frozen
class _Person:
    """A person's name, taken apart.

    Attributes:
        units: Its words, folded; those that hyphens and particles join are one unit.
        label: What tells two people of one name apart: "jr", or words in brackets.
    """

    units: tuple[NameWords, ...]
    label: NameWords

    @property
    def words(self) -> NameWords:
        """All its words."""
        return (*(word for unit in self.units for word in unit), *self.label)


def person_words(name: str) -> NameWords:
    """Give the words of a person's name: without titles, and all that is only spelling folded.

    Examples:
        >>> person_words("Dr. Zoë N’Moru-ONDAL")
        ('zoe', 'nmoru', 'ondal')
    """
    return _taken_apart(name).words


def organisation_words(name: str) -> NameWords:
    """Give the words of an organisation's name, without the acronym in brackets behind it.

    Examples:
        >>> organisation_words("Zanara Rights Watch (ZRW)"), organisation_words("Z.R.W.")
        (('zanara', 'rights', 'watch'), ('zrw',))
    """
    plain, bracket, _ = name.rpartition("(")
    words = _words(plain if bracket and shown_acronym(name) else name)
    return ("".join(words),) if all(len(word) == 1 for word in words) else words


def is_described(organisation: str) -> bool:
    """Say whether an organisation is described rather than named, so that another text may mean another by it.

    Examples:
        >>> is_described("government"), is_described("Police"), is_described("Police of Velmora")
        (True, True, False)
    """
    nouns = Lexicon.default().built(_collect).organisations
    return organisation.islower() or (nouns.issuperset(_words(organisation)) and not organisation.isupper())


def shown_acronym(name: str) -> NameWords | None:
    """Give the acronym that stands in brackets behind an organisation's name and abbreviates it, or None.

    Examples:
        >>> shown_acronym("Ligue des droits de Zanara (LDZ)"), shown_acronym("Ministry of Justice (Velmora)")
        (('ldz',), None)
    """
    plain, _, rest = name.rstrip().rpartition("(")
    letters = rest[:-1]
    if not (plain.strip() and rest.endswith(")") and len(letters) > 1 and letters.isalpha() and letters.isupper()):
        return None
    spelled, short = "".join(_words(plain)), fold(letters)
    rest_of_it = iter(spelled)
    return (short,) if spelled[0] == short[0] and all(letter in rest_of_it for letter in short) else None


def acronym_after(name: str, text: str) -> NameWords | None:
    """Give the acronym that a text shows in brackets right behind an organisation's name, or None."""
    _, found, rest = text.partition(name)
    bracket = rest.lstrip()[:1] == "(" and rest.partition(")")[0].lstrip()
    return shown_acronym(f"{name} {bracket})") if found and bracket else None


def short_for_person(name: str) -> frozenset[NameWords]:
    """Give the shorter names that a person of this name may be called by.

    They are the surname, with or without its particle, alone or behind the first given names, whole or as initials. A part of
    a hyphenated name is no name.

    Examples:
        >>> sorted(short_for_person("Ada Bel Moru"))
        [('a', 'b', 'moru'), ('a', 'moru'), ('ada', 'b', 'moru'), ('ada', 'moru'), ('moru',)]
        >>> ("jean", "winter") in short_for_person("Jean-Paul de Winter")
        False
    """
    person = _taken_apart(name)
    *given, surname = person.units
    surnames = {surname, _without_particles(surname)}
    short = {surname_alone + label for surname_alone in surnames for label in ((), person.label)}
    short |= {head + last + person.label for head in _heads(given) for last in surnames}
    return frozenset(short - {person.words})


def given_before(text: str, surnames: Collection[str]) -> dict[str, set[str]]:
    """Find what a text shows as given names of some surnames: capitalised words before them that are no common words.

    Examples:
        >>> given_before("Mr Moru left. Nobody but Ada Moru saw Moru.", {"moru"})
        {'moru': {'ada'}}
    """
    common = Lexicon.default().built(_collect).common
    given: dict[str, set[str]] = defaultdict(set)
    words = list(_NAME_IN_TEXT.finditer(text))
    small = {word[0] for word in words if word[0].islower()}
    for before, word in pairwise(words):
        if not (before[0][0].isupper() and word[0][0].isupper()) or before[0].lower() in small or len(before[0]) == 1:
            continue
        gap = text[before.end() : word.start()]
        if len(gap) <= _GAP and "\n\n" not in gap and not gap.strip(_BETWEEN_NAMES):
            surname, name = ("".join(_words(part[0])) for part in (word, before))
            if surname in surnames and name not in common:
                given[surname].add(name)
    return dict(given)


def _heads(given: Iterable[NameWords]) -> set[NameWords]:
    """Give the given names that may stand before a surname: the first ones, whole or as initials."""
    heads: set[NameWords] = set()
    whole: NameWords = ()
    first: NameWords = ()
    for unit in given:
        if len(whole) + len(unit) > _GIVEN:
            break
        initials = tuple(word[0] for word in (*whole, *unit))
        heads |= {initials[:count] for count in range(len(whole) + 1, len(initials) + 1)}
        whole += unit
        first = first or unit
        heads |= {whole, first + initials[len(first) :]}
    return heads


def _taken_apart(name: str) -> _Person:
    """Take a person's name apart."""
    known = Lexicon.default().built(_collect)
    plain, _, label = name.partition("(")
    units = _units(plain, known)
    if not units:
        return _Person((_words(name),), ())
    first = 0
    while first < len(units) - 2 and units[first][0] in known.titles:
        first += 1
    if first == len(units) - 2 and units[first][0] in known.abbreviations:  # "Dr Moru"; but "Prince Moru" may be his name
        first += 1
    units = units[first:]
    labels = _words(label) if _WORD.search(label) else ()
    if len(units) > 1 and len(units[-1]) == 1 and units[-1][0] in known.suffixes:
        units, labels = units[:-1], units[-1] + labels
    return _Person(tuple(units), labels)


def _units(name: str, known: _SmallWords) -> list[NameWords]:
    """Part a name at its spaces, and join a particle to what it stands before.

    A capitalised first word is a given name, also where it looks like a particle: "Ben Moru".
    """
    units: list[NameWords] = []
    joined: list[str] = []
    pieces = [(piece, words) for piece in name.split() if (words := _WORD.findall(fold(piece.translate(_APOSTROPHES))))]
    for number, (piece, words) in enumerate(pieces):
        inside = piece[:1].islower() or (number > 0 and len(words[0]) > 1)
        if len(words) == 1 and words[0] in known.particles and inside and number < len(pieces) - 1:
            joined += words
        else:
            units.append((*joined, *words))
            joined = []
    return units


def _without_particles(surname: NameWords) -> NameWords:
    """Take the particles off the front of a surname."""
    particles = Lexicon.default().built(_collect).particles
    first = next((number for number, word in enumerate(surname) if word not in particles), 0)
    return surname[first:]


def _words(text: str) -> NameWords:
    """Give the folded words of a text; a text without any is a word itself."""
    return tuple(_WORD.findall(fold(text.translate(_APOSTROPHES)))) or (text,)


def fullest(spellings: Mapping[str, int]) -> list[str]:
    """Order the spellings of a name, each with how often it was written: the fullest first.

    More words and more letters come before fewer, small letters before capitals, accents before none, and frequent spellings
    before rare ones.

    Examples:
        >>> fullest({"Moru": 3, "Zoe Moru": 1, "Zoë MORU": 2, "Zoë Moru": 1})
        ['Zoë Moru', 'Zoe Moru', 'Zoë MORU', 'Moru']
    """

    def rank(spelling: str) -> tuple[object, ...]:
        words = _words(spelling)
        capitals = sum(letter.isupper() for letter in spelling)
        return -len(words), -sum(map(len, words)), capitals, spelling.isascii(), -spellings[spelling], spelling

    return sorted(spellings, key=rank)
