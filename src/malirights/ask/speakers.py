"""Who is quoted: people and organisations, each once, over all statements."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import get_args

import attrs

from malirights.ask.criteria import Source, Words, fold, name_words, statements_of
from malirights.ask.joining import ORGANISATION, Key, Name, join
from malirights.ask.naming import (
    acronym_after,
    fullest,
    given_before,
    is_described,
    organisation_words,
    person_words,
    short_for_person,
    shown_acronym,
)
from malirights.ask.shown import Shown
from malirights.errors import CriterionError
from malirights.lexicon.aliases import Aliases, Split
from malirights.model import Quote, Speaker, SpeakerKind, Statement
from malirights.model.voice import Role, Voice

__all__ = ["speakers"]

_SURNAME_ALONE = 2  # words of a key, behind the kind
_Sought = tuple[bool, tuple[str, ...]]
_KINDS: tuple[SpeakerKind, ...] = get_args(SpeakerKind)


def speakers(
    source: Source, *, kind: Words | None = None, aliases: Aliases | Mapping[str, object] | None = None
) -> tuple[Voice, ...]:
    r"""List who is quoted, each person and organisation once, with all spellings, roles, dates and quotes.

    Names are one where only spelling tells them apart: case, accents, hyphens, apostrophes, titles. A shorter form (a surname
    alone, initials, a name without the middle names or the particle) joins the longer one that it fits, where it fits one
    alone and does not speak for another organisation; else it stays a voice of its own, and `may_be` says whom it may mean. An
    acronym joins the organisation behind whose name it stands in brackets. An office is one inside a statement, and someone
    unnamed each time anew. A statement that stands on several pages counts once.

    Args:
        source: A page, a statement, or several of either.
        kind: Of this kind: "person", "organisation", "office" or "unnamed".
        aliases: What you know and the texts do not say, as `Aliases.load` reads it from a file, or as a mapping.

    Returns:
        Those with most quotes first, of equals the earliest, then by name. The order of the source makes no difference.

    Raises:
        CriterionError: The kind is another.
        AliasesError: The aliases are not what is expected.
        InvalidTypeError: The source or the aliases are none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse(
        ...     "May 4, 2016\n\n“It rained for nine days,” said Zoé Moru, a lawyer.\n\n"
        ...     "May 2, 2015\n\n“It never stopped,” said Zoe MORU. “Nobody came,” said a resident."
        ... )
        >>> mr.speakers(page)
        (Voice('Zoé Moru', 2 quotes, 2015-05-02 to 2016-05-04), Voice('resident', 1 quote, 2015-05-02))
        >>> voice = mr.speakers(page, kind="person")[0]
        >>> voice.spellings, voice.roles
        (('Zoé Moru', 'Zoe MORU'), (Role('a lawyer', 2016-05-04),))
    """
    kinds = _kinds(kind)
    known = _Known(aliases if isinstance(aliases, Aliases) else Aliases.of({} if aliases is None else aliases))
    said = sorted(_one_kind_each(list(_said(source, known))), key=lambda one: one.place)
    voices = _Registry(said, known).voices()
    return Shown(voice for voice in voices if voice.kind in kinds)


def _kinds(kind: Words | None) -> tuple[object, ...]:
    """Read the criterion of kinds."""
    if kind is None:
        return _KINDS
    kinds = tuple(kind) if isinstance(kind, Iterable) and not isinstance(kind, str) else (kind,)
    if not kinds or any(one not in _KINDS for one in kinds):
        message = f"cannot list speakers of kind={kind!r}; it is one of {', '.join(_KINDS)}, or several of them"
        raise CriterionError(message, criterion="kind", value=kind)
    return kinds


@attrs.frozen(eq=False)
class _Said:
    """A quote, and under which name it counts.

    Attributes:
        key: The words of the name behind the kind; those of an office and of someone unnamed with what keeps them apart.
        given: The name that an alias gives, or "".
        before: Of a surname alone, the given names that the text of the statement puts before it somewhere.
    """

    quote: Quote
    speaker: Speaker
    date: dt.date
    place: tuple[dt.date, str, int, int]
    key: Key
    given: str
    before: Collection[str]

    @property
    def written(self) -> tuple[str, ...]:
        """The name as the statement writes it: in full, and in the mention, where that has no other words."""
        name, mention = self.speaker.name, self.speaker.mention
        words = name_words(mention)
        return (name, mention) if words and words <= name_words(name) and mention != name else (name,)


def _words(kind: str, name: str) -> tuple[str, ...]:
    """Give the words of a name."""
    return organisation_words(name) if kind == ORGANISATION else person_words(name)


def _sought(kind: str, name: str) -> _Sought:
    """Give what aliases find a name by: its words, and whether they are those of an organisation."""
    return kind == ORGANISATION, _words(kind, name)


def _organisation(name: str) -> Key:
    """Give the key of an organisation."""
    return (ORGANISATION, *organisation_words(name))


class _Known:
    """Aliases, found by the words of the names."""

    def __init__(self, aliases: Aliases) -> None:
        """Index the names, as those of people and as those of organisations."""
        self._same = aliases.same
        self._splits: dict[_Sought, list[Split]] = defaultdict(list)
        for split in aliases.split:
            for kind in ("person", ORGANISATION):
                self._splits[_sought(kind, split.name)].append(split)

    def given(self, statement: Statement, speaker: Speaker) -> str:
        """Give the name under which a speaker is to be listed, where it is another, or ""."""
        if not self._splits:
            return ""
        splits = self._splits.get(_sought(speaker.kind, speaker.name), ())
        return next((split.into for split in splits if split.holds(statement.id, statement.date)), "")

    def listed(self, names: Mapping[Key, Name]) -> list[tuple[str, Collection[Key]]]:
        """Give for each list of names that are one the name to show, and the keys of those that stand in the texts."""
        if not self._same:
            return []
        found: dict[_Sought, set[Key]] = defaultdict(set)
        for key, name in names.items():
            for form in name.forms:
                found[_sought(key[0], form)].add(key)
        sought = ((same[0], [_sought(kind, form) for form in same for kind in ("person", ORGANISATION)]) for same in self._same)
        return [(shown, {key for one in every for key in found.get(one, ())}) for shown, every in sought]


def _said(source: Source, known: _Known) -> Iterable[_Said]:
    """Give every quote that has a speaker, once."""
    for statement in _distinct(source):
        spoken = [(quote, quote.speaker, known.given(statement, quote.speaker)) for quote in statement.quotes if quote.speaker]
        keys = [_key(statement, speaker, given) for _, speaker, given in spoken]
        surnames = {key[1] for key in keys if key[0] == "person" and len(key) == _SURNAME_ALONE}
        before = given_before(statement.text, surnames) if surnames else {}
        for (quote, speaker, given), key in zip(spoken, keys, strict=True):
            yield _Said(
                quote=quote,
                speaker=speaker,
                date=statement.date,
                place=(statement.date, statement.id, quote.span.start, quote.span.end),
                key=key,
                given=given,
                before=before.get(key[1], ()) if len(key) == _SURNAME_ALONE else (),
            )


def _one_kind_each(said: Sequence[_Said]) -> Iterable[_Said]:
    """Count an organisation as a person where one has the same full name: "Ada MORU", which looks like an acronym."""
    people = {one.key for one in said if one.key[0] == "person" and len(one.key) > _SURNAME_ALONE}
    for one in said:
        key = ("person", *person_words(one.given or one.speaker.name)) if one.key[0] == ORGANISATION else one.key
        yield attrs.evolve(one, key=key) if key in people and key != one.key else one


def _key(statement: Statement, speaker: Speaker, given: str) -> Key:
    """Give the key under which a speaker is the same."""
    kind: SpeakerKind = speaker.kind if speaker.kind == ORGANISATION or not given else "person"
    key = (kind, *_words(kind, given or speaker.name))
    if given or kind == "person" or (kind == ORGANISATION and not is_described(speaker.name)):
        return key
    where = f"{speaker.name_span.start}" if kind == "unnamed" and speaker.name_span else ""
    return (*key, statement.date.isoformat(), statement.id, where)


def _distinct(source: Source) -> Iterable[Statement]:
    """Give each statement once, also where several pages have it with other spacing."""
    found: dict[tuple[object, ...], Statement] = {}
    for statement in statements_of(source):
        quoted = tuple(
            (" ".join(quote.text.split()), quote.speaker and (quote.speaker.kind, quote.speaker.name))
            for quote in statement.quotes
        )
        same = (statement.id, statement.date, quoted)
        if same not in found or _all_of(statement) < _all_of(found[same]):
            found[same] = statement
    return found.values()


def _all_of(statement: Statement) -> str:
    """Write all that is known of a statement's quotes, to choose between two copies of it whatever their order."""
    return repr([attrs.astuple(quote) for quote in statement.quotes])


class _Registry:
    """The quotes of all statements under the entries that their speakers have."""

    def __init__(self, said: Sequence[_Said], known: _Known) -> None:
        """Join the names, and choose what each entry is called."""
        names = _collected(said)
        listed = known.listed(names)
        self._said = said
        self._joined = join(names, [keys for _, keys in listed])
        self._spellings: dict[int, Counter[str]] = defaultdict(Counter)
        for key, name in names.items():
            self._spellings[self._joined.entries[key]].update(name.spellings)
        self._names = self._named(listed)

    def _named(self, listed: Iterable[tuple[str, Collection[Key]]]) -> Mapping[int, str]:
        """Choose what each entry is called: as an alias says, else the fullest spelling."""
        names: dict[int, str] = {}
        for name, keys in listed:
            for key in keys:
                names.setdefault(self._joined.entries[key], name)
        for one in self._said:
            if one.given:
                names.setdefault(self._joined.entries[one.key], one.given)
        return {entry: fullest(written)[0] for entry, written in self._spellings.items()} | names

    def voices(self) -> list[Voice]:
        """Make the voices, in their order."""
        said: dict[int, list[_Said]] = defaultdict(list)
        for one in self._said:
            said[self._joined.entries[one.key]].append(one)
        ordered = sorted(
            said.items(), key=lambda item: (-len(item[1]), item[1][0].date, self._names[item[0]], item[1][0].place)
        )
        return [self._voice(entry, quoted) for entry, quoted in ordered]

    def _voice(self, entry: int, said: Sequence[_Said]) -> Voice:
        """Make the voice of an entry."""
        roles, kinds = self._roles(said), {one.key[0] for one in said}
        return Voice(
            name=self._names[entry],
            kind=next(kind for kind in _KINDS if kind in kinds),
            spellings=tuple(fullest(self._spellings[entry])),
            roles=roles,
            organisations=tuple(dict.fromkeys(role.organisation for role in roles if role.organisation)),
            quotes=tuple(one.quote for one in said),
            dates=tuple(sorted({one.date for one in said})),
            may_be=tuple(sorted(self._names[other] for other in self._joined.doubts.get(entry, ()))),
        )

    def _roles(self, said: Iterable[_Said]) -> tuple[Role, ...]:
        """Collect what a voice is said to be, and when."""
        dates: dict[tuple[str, str | None], set[dt.date]] = defaultdict(set)
        texts: dict[tuple[str, str | None], str] = {}
        for one in said:
            if (role := one.speaker.role) and role.strip():
                named = one.speaker.organisation
                same = fold(role), self._names[self._joined.entries[_organisation(named)]] if named else None
                texts.setdefault(same, role)
                dates[same].add(one.date)
        return tuple(Role(text=texts[same], dates=tuple(sorted(days)), organisation=same[1]) for same, days in dates.items())


def _collected(said: Iterable[_Said]) -> dict[Key, Name]:
    """Collect what the quotes show of each name, also of the organisations that only roles name."""
    names: dict[Key, Name] = defaultdict(Name)
    for one in said:
        name = names[one.key]
        name.forms.add(one.given or one.speaker.name)
        name.spellings.update(one.written)
        name.given.update(one.before)
        if organisation := one.speaker.organisation:
            key = _organisation(organisation)
            if one.key[0] != ORGANISATION and not is_described(organisation):
                name.speaks_for.add(key)
            names[key].forms.add(organisation)
            names[key].spellings[organisation] += 1
            if acronym := acronym_after(organisation, one.speaker.role or ""):
                names[key].short.add((ORGANISATION, *acronym))
    for key, name in names.items():
        if key[0] == "person":
            shorter = [short_for_person(form) for form in name.forms]
            name.short = {("person", *words) for words in frozenset.union(*shorter)}
            name.unsure = name.short - {("person", *words) for words in frozenset.intersection(*shorter)}
        elif key[0] == ORGANISATION:
            name.short |= {(ORGANISATION, *acronym) for form in name.forms if (acronym := shown_acronym(form))}
    return names
