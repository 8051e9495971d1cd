"""Chosen people under pseudonyms, the same in text, values and exports, and the key apart."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Literal

import attrs

from malirights.ask.criteria import Words, any_of
from malirights.ask.parties import People as Parties
from malirights.ask.speakers import speakers as voices_of
from malirights.errors import CriterionError, InvalidTypeError, InvalidValueError
from malirights.faces.redacting.people import Found, People, Person, words_of
from malirights.faces.redacting.rebuilt import Edit, rebuilt
from malirights.faces.target import as_ours
from malirights.model import Page, Statement
from malirights.model.checks import tuple_of

__all__ = ["Redaction", "redact"]

Chosen = Words | Literal[True] | None
_PSEUDONYM = "Person"


@attrs.frozen(kw_only=True)
class Redaction:
    """Pages with replaced names, and the key.

    Attributes:
        pages: The pages, in the order of the source.
        key: The name of each pseudonym. Whoever has it undoes the redaction: keep it elsewhere, and never with the pages.

    Examples:
        >>> Redaction(key={"Person 1": "Ada Moru"})
        Redaction(0 pages, 1 pseudonym)
    """

    pages: tuple[Page, ...] = attrs.field(default=(), validator=tuple_of("Redaction.pages", Page))
    key: Mapping[str, str] = attrs.field(factory=dict, hash=False)

    @property
    def page(self) -> Page:
        """The page, where there is just one.

        Raises:
            InvalidValueError: There are several, or none.
        """
        if len(self.pages) != 1:
            message = f"there are {len(self.pages)} pages; use .pages"
            raise InvalidValueError(message)
        return self.pages[0]

    def save_key(self, path: str | os.PathLike[str]) -> None:
        """Write the key as JSON, into a new file that only you may read.

        Raises:
            WriteError: The file is there, for an old key is not written over; or it cannot be written.
        """
        import json  # noqa: PLC0415 - only who saves pays for it

        with (
            as_ours(os.fspath(path)),
            os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file,
        ):
            json.dump(dict(self.key), file, indent=1)

    def __repr__(self) -> str:
        """Count the pages and the pseudonyms; no name is shown."""
        plural = ["" if len(things) == 1 else "s" for things in (self.pages, self.key)]
        return f"Redaction({len(self.pages)} page{plural[0]}, {len(self.key)} pseudonym{plural[1]})"


def redact(
    source: Page | Iterable[Page],
    *,
    speakers: Chosen = None,
    victims: Chosen = None,
    names: Words | None = None,
    keep: Words | None = None,
    replace: Mapping[str, str] | None = None,
) -> Redaction:
    r"""Replace the names of chosen people, in the texts of pages and in all their values.

    A person has one pseudonym under all spellings and on all pages: with other accents, in capitals, by the surname or the
    given name alone, by initials, in the possessive, joined to other words in a hashtag or an address. Whoever shares a surname
    with somebody chosen is replaced too, by another pseudonym, for the surname would tell. Where a surname alone may mean two
    of them, both pseudonyms are written. The pages are not read again: every value stays what it was, and its spans point into
    the new text.

    Replaced names do not make a text anonymous: places, days, offices and the words themselves may tell who is meant, and a
    public statement can be found by any sentence of it. Nicknames, and names in another script or with other letters, are not
    known here: give them in `replace`. See the explanation of data protection.

    Args:
        source: A page, or several.
        speakers: The quoted people: those of these names, or True for all who are named.
        victims: The victims of events: those of these names, or True for all who are named in full.
        names: These people, wherever they are named.
        keep: The people whose names stay, though they were chosen by True.
        replace: Your own pseudonyms, by name: `{"Ada Moru": "Witness A", "Zoe Moru": "Witness A"}`.

    Returns:
        The pages, without URLs, which lead to the names, and without what people corrected; and the key. Statements have new
        ids, made of their new words, so that no id confirms a guess of what was replaced.

    Raises:
        CriterionError: Nothing is chosen, or a speaker or a victim is not there.
        InvalidTypeError: The source is none.
        InvalidValueError: A pseudonym holds a name that is to be replaced.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\n“It rained,” said Ada Moru, a lawyer. MORU’s roof leaked.")
        >>> redaction = mr.redact(page, speakers=True)
        >>> print(redaction.page.statements[0].text[13:])
        “It rained,” said Person 1, a lawyer. Person 1’s roof leaked.
        >>> redaction.page.statements[0].quotes[0].speaker, redaction.key
        (Speaker('Person 1', role='a lawyer'), {'Person 1': 'Ada Moru'})
    """
    pages = _pages(source)
    if speakers is None and victims is None and names is None and not replace:
        message = "nobody is chosen: give speakers=True, victims=True, names, or replace"
        raise CriterionError(message, criterion="names", value=names)
    own = _own(replace)
    groups = _grouped(
        [*_speakers(pages, speakers), *_victims(pages, victims), *_named("names", names), *([name] for name in own)]
    )
    kept = _grouped(_named("keep", keep))
    left = {frozenset(words_of(spellings[0])) for spellings in kept}
    chosen = [spellings for spellings in groups if not any(words <= set(words_of(spellings[0])) for words in left)]
    people = People(
        [*(Person.named(spellings) for spellings in chosen), *(Person.named(spellings, kept=True) for spellings in kept)],
        [page.text for page in pages],
    )
    return _Redacting(people, pages, own).done()


class _Redacting:
    """The places of all names in some pages, and the pseudonyms that they get in the order of the text."""

    def __init__(self, people: People, pages: tuple[Page, ...], own: Mapping[str, str]) -> None:
        self._people, self._pages = people, pages
        self._sure: dict[Statement, frozenset[int]] = {}
        self._places = [list(self._found(page)) for page in pages]
        self._pseudonyms: dict[int, str] = {}
        self._own = {frozenset(words_of(name)): given for name, given in own.items()}
        for places in self._places:
            for place in places:
                for number in place.who:
                    self._name(number)
        self._refuse_telling()

    def done(self) -> Redaction:
        """Build the pages anew."""
        pages = tuple(
            rebuilt(page, [Edit(one.start, one.end, self._label(one)) for one in places if self._is_replaced(one)], self._value)
            for page, places in zip(self._pages, self._places, strict=True)
        )
        key: dict[str, str] = {}
        for number, pseudonym in self._pseudonyms.items():
            key.setdefault(pseudonym, self._people.people[number].name)
        return Redaction(pages=pages, key=key)

    def _found(self, page: Page) -> Iterable[Found]:
        """Find the names of a page, statement by statement, and between the statements."""
        position = 0
        cuts = [span.start for span in page.furniture]
        for statement in sorted(page.statements, key=lambda one: one.span):
            yield from self._between(page, position, statement.span.start, cuts)
            yield from _shifted(self._told(statement), statement.span.start)
            position = max(position, statement.span.end)
        yield from self._between(page, position, len(page.text), cuts)

    def _told(self, statement: Statement) -> list[Found]:
        """Find the names of a statement, and keep who is named there for sure."""
        heads = [(part.span.start, part.span.end) for part in statement.parts if part.kind == "date"]
        times = [(when.span.start, when.span.end) for when in statement.dates if when.span]
        cuts = [part.span.start for part in statement.parts] + [span.start for span in statement.paragraphs]
        found = self._people.find(statement.text, dates=[*heads, *times], cuts=cuts)
        self._sure[statement] = frozenset(number for one in found for number in one.who if len(one.who) == 1)
        return found

    def _between(self, page: Page, start: int, end: int, cuts: Iterable[int]) -> Iterable[Found]:
        """Find the names of the furniture between two statements."""
        inside = [cut - start for cut in cuts if start <= cut < end]
        return _shifted(self._people.find(page.text[start:end], cuts=inside), start)

    def _value(self, value: str, statement: Statement | None) -> str:
        """Replace the names in a value that stands nowhere in the text."""
        pieces, position = [], 0
        for one in self._people.find(value, near=self._sure[statement] if statement else ()):
            if self._is_replaced(one):
                pieces += [value[position : one.start], self._label(one)]
                position = one.end
        return "".join([*pieces, value[position:]])

    def _is_replaced(self, found: Found) -> bool:
        """Say whether a place names someone who is not kept."""
        return any(not self._people.people[number].kept for number in found.who)

    def _label(self, found: Found) -> str:
        """Write the pseudonym, or those of all who may be meant."""
        return " or ".join(dict.fromkeys(self._name(number) for number in found.who))

    def _name(self, number: int) -> str:
        """Give someone a pseudonym: the one that was given, else the next number that no text uses."""
        if number in self._pseudonyms or self._people.people[number].kept:
            return self._pseudonyms.get(number, "")
        words = frozenset(words_of(self._people.people[number].name))
        given = next((given for name, given in self._own.items() if name == words), None)
        if given is None:
            taken = set(self._pseudonyms.values()) | set(self._own.values())
            free = (f"{_PSEUDONYM} {count}" for count in range(1, 10**9))
            given = next(one for one in free if one not in taken and not any(one in page.text for page in self._pages))
        self._pseudonyms[number] = given
        return given

    def _refuse_telling(self) -> None:
        """Refuse pseudonyms that hold what they replace."""
        for given in {*self._pseudonyms.values(), *self._own.values()}:
            if any(self._is_replaced(one) for one in self._people.find(given)):
                message = f"the pseudonym {given!r} holds a name that is to be replaced; choose another"
                raise InvalidValueError(message, value=given)


def _shifted(found: Iterable[Found], by: int) -> Iterable[Found]:
    """Count places from the start of the page."""
    return (attrs.evolve(one, start=one.start + by, end=one.end + by) for one in found)


def _pages(source: object) -> tuple[Page, ...]:
    """Read the source."""
    pages = (source,) if isinstance(source, Page) else tuple(source) if isinstance(source, Iterable) else (None,)
    if not pages or not all(isinstance(page, Page) for page in pages):
        other = next((page for page in pages if not isinstance(page, Page)), None)
        message = f"redact takes a Page or several, got {type(source if other is None else other).__name__}"
        raise InvalidTypeError(message)
    return pages


def _own(replace: object) -> Mapping[str, str]:
    """Read the pseudonyms that are given."""
    own = {} if replace is None else replace
    if not isinstance(own, Mapping) or not all(
        isinstance(text, str) and words_of(text) for pair in own.items() for text in pair
    ):
        message = f"replace takes pseudonyms by name, such as {{'Ada Moru': 'Witness A'}}; got {replace!r}"
        raise CriterionError(message, criterion="replace", value=replace)
    return own


def _named(criterion: str, value: Words | None) -> list[list[str]]:
    """Read a criterion of names."""
    names = [] if value is None else any_of(criterion, value)
    if any(not words_of(name) for name in names):
        message = f"{criterion} takes names, such as {criterion}='Moru'; got {value!r}, which has no words"
        raise CriterionError(message, criterion=criterion, value=value)
    return [[name] for name in names]


def _speakers(pages: Iterable[Page], chosen: Chosen) -> list[list[str]]:
    """Give the spellings of the chosen speakers."""
    if chosen is None:
        return []
    voices = [list(voice.spellings) for voice in voices_of(pages, kind="person")]
    return _choose("speakers", chosen, voices)


def _victims(pages: Iterable[Page], chosen: Chosen) -> list[list[str]]:
    """Give the names of the chosen victims."""
    if chosen is None:
        return []
    statements = [statement for page in pages for statement in page.statements]
    if chosen is not True:
        everyone = [[actor.name] for statement in statements for event in statement.events for actor in event.victims]
        return _choose("victims", chosen, everyone)
    parties = Parties(statements)
    people = [
        [actor.name]
        for statement in statements
        for event, (_, victims) in zip(statement.events, parties.of(statement), strict=True)
        for actor in event.victims
        for person in victims.persons
        if {*words_of(person.first), *words_of(person.last)} <= set(words_of(actor.name))
    ]
    return _choose("victims", chosen, people)


def _choose(criterion: str, chosen: Words | Literal[True], everyone: list[list[str]]) -> list[list[str]]:
    """Choose among people by their names; a name that fits nobody is an error, for it would stay unreplaced."""
    if chosen is True:
        return everyone
    found: list[list[str]] = []
    for (name,) in _named(criterion, chosen):
        fits = [names for names in everyone if set(words_of(name)) <= {word for one in names for word in words_of(one)}]
        if not fits:
            message = f"none of the {criterion} is called {name!r}; to replace a name wherever it stands, use names={name!r}"
            raise CriterionError(message, criterion=criterion, value=name)
        found += fits
    return found


def _grouped(spellings: Iterable[list[str]]) -> list[list[str]]:
    """Put the spellings of one person together: all words of the shorter name are words of one longer name alone."""
    groups: list[list[str]] = []
    for names in sorted(spellings, key=lambda names: -max(len(set(words_of(name))) for name in names)):
        words = {word for name in names for word in words_of(name)}
        fits = [group for group in groups if words <= {word for name in group for word in words_of(name)}]
        if len(fits) == 1:
            fits[0].extend(name for name in names if name not in fits[0])
        elif not fits:
            groups.append(list(names))
    return [sorted(group, key=_fullness) for group in groups]


def _fullness(name: str) -> tuple[int, int, int]:
    """Give what names are sorted by, the fullest first: most words and letters, the title left out, and fewest capitals."""
    words = words_of(name)
    return -len(words), -sum(map(len, words)), sum(sign.isupper() for sign in name)
