"""People whose names are to be replaced, and where a text names them, in whatever spelling."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import permutations

import attrs

from malirights.ask.criteria import fold
from malirights.ask.naming import given_before
from malirights.lexicon import Lexicon

__all__ = ["Found", "People", "Person", "words_of"]

# What nobody sees (soft hyphens, zero width signs) and combining marks belong to the word that they stand in.
_UNSEEN = "\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_UNSEEN}{_MARKS}])*")
_TO_DROP = re.compile(f"[{_UNSEEN}]")
_HUMP = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])|[^A-Z]+")
_GAP = re.compile(rf"[\s\-‐‑'’‘ʼ`´_+@{_UNSEEN}]{{1,4}}|\.")
_AFTER_INITIAL = re.compile(r"\.[\s\-]{0,3}")
_PLURALS = ("s", "es")
_INSIDE_NAMES = frozenset({" ", "\xa0", "-"})
_LONGEST = 12  # words of a name; what is longer is replaced piece by piece
_INITIAL = 2  # letters of the longest: "Ch. Moru"
_BETWEEN = 2  # unknown words that may stand between given name and surname: "Ada Bel Moru"


@attrs.frozen
class _Word:
    """A word of a text: where it stands, as it is written, and folded."""

    start: int
    end: int
    raw: str
    plain: str


def _words(text: str) -> list[_Word]:
    """Give the words of a text."""
    return [_Word(match.start(), match.end(), match[0], _plain(match[0])) for match in _WORD.finditer(text)]


def _plain(word: str) -> str:
    """Fold a word: case, accents, and signs that nobody sees."""
    return fold(_TO_DROP.sub("", word))


def words_of(name: str) -> tuple[str, ...]:
    """Give the folded words of a name, titles left out.

    Examples:
        >>> words_of("Dr. Zoë N’Moru-ONDAL")
        ('zoe', 'n', 'moru', 'ondal')
    """
    words = [word.plain for word in _words(name)]
    titles = Lexicon.default().built(_titles)
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    return tuple(words)


def _titles(lexicon: Lexicon) -> frozenset[str]:
    """Collect the titles of all languages, folded."""
    return frozenset(word.plain for title in lexicon.everywhere("names", "titles") for word in _words(title))


def _particles(lexicon: Lexicon) -> frozenset[str]:
    """Collect the particles of names of all languages, folded."""
    return frozenset(word.plain for particle in lexicon.everywhere("names", "particles") for word in _words(particle))


@attrs.frozen
class Person:
    """Someone whose names are known.

    Attributes:
        name: The name in full, as it is written.
        last: The folded words of the surname: any of them alone may name the person.
        first: Those of the given names.
        small: Those that only go with others: particles and initials.
        kept: Whether the names stay as they are.
    """

    name: str
    last: frozenset[str]
    first: frozenset[str]
    small: frozenset[str]
    kept: bool = False

    @classmethod
    def named(cls, spellings: Sequence[str], *, kept: bool = False) -> Person:
        """Make a person of the spellings of the name, the fullest first."""
        particles = Lexicon.default().built(_particles)
        last: set[str] = set()
        first: set[str] = set()
        for spelling in spellings:
            words = [word for word in words_of(spelling) if len(word) > 1 and word not in particles] or list(words_of(spelling))
            end = words_of(spelling.split()[-1])
            surname = [word for word in words if word in end] or words[-1:]
            last.update(surname)
            first.update(word for word in words if word not in surname)
        own = {word for spelling in spellings for word in words_of(spelling)} - last - first
        small = own | {word[0] for word in first}
        return cls(spellings[0], frozenset(last), frozenset(first - last), frozenset(small), kept)

    @property
    def words(self) -> frozenset[str]:
        """The words that any of the names has."""
        return self.last | self.first

    def joined(self, word: str) -> bool:
        """Say whether a word is made of others, the surname or the whole name among them: "FreeAdaMoru"."""
        pairs = permutations(self.words, 2)  # a surname may stand first: "Moru Ada"
        return any(one + two in word for one, two in pairs if one in self.last or two in self.last)


@attrs.frozen
class Found:
    """A place that names someone: where it is, and the numbers of those whom it may name."""

    start: int
    end: int
    who: tuple[int, ...]


class People:
    """The people to be replaced and those to be kept, and with them whoever shares a surname with one to be replaced."""

    def __init__(self, people: Iterable[Person], texts: Sequence[str]) -> None:
        """Find the relatives in the texts, so that they hide the surname too."""
        known = list(people)
        surnames = {word for person in known if not person.kept for word in person.last}
        given: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for surname, names in given_before(text, surnames).items():
                given[surname] |= names
        self._given = given
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self.people: list[Person] = []
        for person in known:
            self._add(self._with_given(person))
        self._relatives: dict[tuple[str, str], int] = {}
        self._joined: dict[str, tuple[int, ...]] = {}  # by words of the texts, each looked at once

    def _with_given(self, person: Person) -> Person:
        """Take the given name of someone who is known by the surname alone, where the texts show only one."""
        names = {name for word in person.last for name in self._given.get(word, ())}
        if person.first or len(names) != 1:
            return person
        return attrs.evolve(person, first=frozenset(names), small=person.small | {name[0] for name in names})

    def _add(self, person: Person) -> int:
        """Add someone, to be found by the words of the names, and give the number."""
        number = len(self.people)
        self.people.append(person)
        for word in {*person.words, *person.small, *(last + plural for last in person.last for plural in _PLURALS)}:
            self._by_word[word].append(number)
        return number

    def find(
        self, text: str, *, dates: Collection[tuple[int, int]] = (), cuts: Collection[int] = (), near: Collection[int] = ()
    ) -> list[Found]:
        """Find where a text names someone.

        Args:
            text: The text, such as that of one statement.
            dates: Where it speaks of times: a word there that is also a name, such as "May", is none.
            cuts: Where a part of the text begins, so that no name runs into it from the part before.
            near: The numbers of those whom the text around it names for sure, so that a surname alone means one of them.

        Returns:
            The places, in order; of those to be kept too.
        """
        words = [word for word in _words(text) if not any(start <= word.start < end for start, end in dates)]
        starts = [word.start for word in words]
        heads = frozenset(bisect_left(starts, cut) for cut in cuts)
        found = list(self._runs(text, words, heads))
        sure = {one.who[0] for one in found if len(one.who) == 1} | set(near)
        return [attrs.evolve(one, who=self._meant(one.who, sure)) for one in found]

    def _meant(self, who: tuple[int, ...], sure: Collection[int]) -> tuple[int, ...]:
        """Choose among several people: the only one whom the text names in full; else nobody who is kept."""
        named = tuple(number for number in who if number in sure)
        if len(who) == 1 or len(named) == 1:
            return named if len(who) > 1 else who
        return tuple(number for number in who if not self.people[number].kept) or who[:1]

    def _runs(self, text: str, words: Sequence[_Word], heads: Collection[int]) -> Iterator[Found]:
        """Find runs of words that belong to the names of one person, the longest first."""
        at = 0
        while at < len(words):
            who, length = self._named_at(text, words, at, heads)
            start = words[at].start
            if not who and (who := self._hidden(words[at])):
                length = 1
            elif who and at and at not in heads:
                relative = self._relative(text, words[at - 1], words[at : at + length], who)
                start, who = (start, who) if relative is None else (words[at - 1].start, (relative,))
            if who:
                yield Found(start, words[at + length - 1].end, who)
            at += max(length, 1)

    def _named_at(self, text: str, words: Sequence[_Word], at: int, heads: Collection[int]) -> tuple[tuple[int, ...], int]:
        """Give those of whom most words from one on are the name, and how many words these are."""
        known = self._by_word.get(words[at].plain, ())
        lengths = {number: self._length(text, words, at, heads, person=self.people[number]) for number in known}
        length = max(lengths.values(), default=0)
        return tuple(number for number in lengths if length and lengths[number] == length), length

    def _length(self, text: str, words: Sequence[_Word], at: int, heads: Collection[int], *, person: Person) -> int:
        """Count the words from one on that name a person; 0 where they do not."""
        length = between = 0
        by_surname = False
        for number in range(at, min(at + _LONGEST, len(words))):
            word = words[number]
            if number > at and (number in heads or not _goes_on(text, words[number - 1], word)):
                break
            if _is_last(word.plain, person):
                by_surname, length = True, number - at + 1
            elif word.plain in person.first:
                length = number - at + 1
            elif not _is_small(text, word, person):
                between += 1
                if not length or by_surname or between > _BETWEEN or not word.raw[0].isupper():
                    break
        return length if by_surname or (length and _by_given(text, words[at : at + length + 1], length)) else 0

    def _hidden(self, word: _Word) -> tuple[int, ...]:
        """Give those whose name is joined to other words, as in a hashtag or an address."""
        if word.raw not in self._joined:
            humps = {_plain(hump) for hump in _HUMP.findall(word.raw)}
            self._joined[word.raw] = tuple(
                number
                for number, person in enumerate(self.people)
                if not person.kept and (humps & person.last or person.joined(word.plain))
            )
        return self._joined[word.raw]

    def _relative(self, text: str, before: _Word, run: Sequence[_Word], who: Sequence[int]) -> int | None:
        """Give the number of someone else whose given name stands before the surname of one to be replaced."""
        surname = run[0].plain
        if len(run) != 1 or before.plain not in self._given.get(surname, ()) or not before.raw[0].isupper():
            return None
        if not _goes_on(text, before, run[0]):
            return None
        if any(before.plain in self.people[number].words or self.people[number].kept for number in who):
            return None
        key = before.plain, surname
        if key not in self._relatives:
            self._relatives[key] = self._add(Person.named([f"{before.raw} {run[0].raw}"]))
        return self._relatives[key]


def _goes_on(text: str, before: _Word, word: _Word) -> bool:
    """Say whether two words may be of one name: no more than a space or a hyphen is between, or the full stop of an initial."""
    if _GAP.fullmatch(text, before.end, word.start):
        return True
    return len(before.plain) <= _INITIAL and _AFTER_INITIAL.fullmatch(text, before.end, word.start) is not None


def _is_small(text: str, word: _Word, person: Person) -> bool:
    """Say whether a word is a particle or an initial of a name."""
    is_initial = word.raw.isupper() or text[word.end : word.end + 1] == "."
    return word.plain in person.small and (len(word.plain) > 1 or is_initial)


def _by_given(text: str, words: Sequence[_Word], length: int) -> bool:
    """Say whether given names alone, with the word behind them, name the person: in capitals, and no part of another's name."""
    if not all(word.raw[0].isupper() for word in words[:length]):
        return False
    after = words[length:]
    return not (after and after[0].raw[0].isupper() and text[words[length - 1].end : after[0].start] in _INSIDE_NAMES)


def _is_last(word: str, person: Person) -> bool:
    """Say whether a word is a surname, or that of a family: "the Morus"."""
    return word in person.last or any(word == last + plural for last in person.last for plural in _PLURALS)
