"""Who is quoted: which names are one, which stay apart, and what is said of each entry."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Quote, Role, Span, Speaker, Statement, Voice

DAY = dt.date(2013, 6, 14)


def _person(name: str, **fields: Any) -> Speaker:
    return Speaker(**{"name": name, "mention": name, "kind": "person", **fields})


def _organisation(name: str, **fields: Any) -> Speaker:
    return _person(name, kind="organisation", **fields)


def _statement(number: int, *speakers: Speaker | None, words: str = "") -> Statement:
    """Make a statement of the day of that number, in which each speaker says one word."""
    text = " ".join("“word”" for _ in speakers) + f" {words or 'nobody else'}"
    day = DAY + dt.timedelta(days=number)
    quotes = tuple(
        Quote(text="word", span=Span(at + 1, at + 5), speaker=speaker, statement_id=f"s{number}", date=day)
        for at, speaker in zip(range(0, len(text), 7), speakers, strict=False)
    )
    return Statement(id=f"s{number}", date=day, text=text, span=Span(0, len(text)), quotes=quotes)


def _each(*speakers: Speaker | None) -> list[Statement]:
    """Make a statement for each speaker, a day apart."""
    return [_statement(number, speaker) for number, speaker in enumerate(speakers)]


def _groups(voices: Iterable[Voice]) -> set[frozenset[str]]:
    """Give the names that the texts have for each entry."""
    return {frozenset(quote.speaker.name for quote in voice.quotes if quote.speaker) for voice in voices}


def _people(*names: str) -> tuple[Voice, ...]:
    return mr.speakers(_each(*map(_person, names)))


SAME = [
    ("Zoé Moru", "Zoe Moru"),
    ("Zoé Moru", "Zoĕ Moru"),
    ("Zoé Moru", "Zoe\u0301 Moru"),
    ("Ada Moru", "ADA MORU"),
    ("Ada Moru", "Ada MORU"),
    ("Ada Moru", "Ada\xa0Moru"),
    ("Ada Moru", "Ada\nMoru"),
    ("Ada Moru-Ondal", "Ada Moru Ondal"),
    ("Ada Moru-Ondal", "Ada Moru‑Ondal"),
    ("Jean-Paul Moru", "Jean Paul Moru"),
    ("Ada N’Doru", "Ada N'Doru"),
    ("Ada N’Doru", "Ada Ndoru"),
    ("Ada Moru", "Dr. Ada Moru"),
    ("Ada Moru", "Mme Ada Moru"),
    ("Ada Moru", "General Ada Moru"),
    ("Ada Moru", "Moru"),
    ("Ada Moru", "Dr Moru"),
    ("Ada Moru-Ondal", "Moru-Ondal"),
    ("Ada Moru", "A. Moru"),
    ("Jean-Paul Moru", "J.-P. Moru"),
    ("Jean-Paul Moru", "J. Moru"),
    ("Ada Bel Moru", "Ada Moru"),
    ("Ada Bel Moru", "Ada B. Moru", "Ada Moru", "A. Moru", "A. B. Moru", "Moru"),
    ("Ada B. Moru", "Ada Moru"),
    ("Paul de Winter", "de Winter"),
    ("Paul de Winter", "De Winter"),
    ("Paul de Winter", "Winter"),
    ("Paul de Winter", "PAUL DE WINTER"),
    ("Paul de Winter", "Paul Winter"),
    ("Paul van der Ondal", "P. van der Ondal"),
    ("Ada al-Arvel", "Al-Arvel"),
    ("Ada al-Arvel", "Arvel"),
    ("Ada d’Arvel", "Ada D'Arvel"),
    ("Ben Moru", "Moru"),
    ("Ada Moru Jr.", "Ada Moru, Jr"),
]


@pytest.mark.parametrize("names", SAME)
def test_one_person_is_one_entry(names: tuple[str, ...]) -> None:
    (voice,) = _people(*names)
    assert len(voice.quotes) == len(names)
    assert voice.may_be == ()


APART = [
    ("Ada Moru", "Paul Moru"),
    ("Ada Moru", "Ada Winter"),
    ("Ada Moru", "Ada"),
    ("Ada Moru", "P. Moru"),
    ("Ada Moru", "Ada Morua"),
    ("Ada Bel Moru", "Ada Cor Moru"),
    ("Ada Bel Moru", "Ada C. Moru"),
    ("Ada Moru", "A. B. Moru"),
    ("Jean-Paul Moru", "Jean Moru"),
    ("Marie-Ada Moru", "Ada Moru"),
    ("Ada Moru-Ondal", "Ada Moru"),
    ("Ada Moru-Ondal", "Ada Ondal"),
    ("Ada Moru", "Ada Moru Jr."),
    ("Ada Moru Sr", "Ada Moru Jr"),
    ("Paul Bel Moru", "Bel Moru"),
    ("Paul de Winter", "Paul van Winter"),
    ("Ben Moru", "Ada Moru"),
    ("Mohamed Moru", "Muhammad Moru"),
    ("Prince Moru", "Ada Moru"),
    ("—", "..."),
]


@pytest.mark.parametrize("names", APART)
def test_near_homonyms_stay_apart(names: tuple[str, ...]) -> None:
    voices = _people(*names)
    assert _groups(voices) == {frozenset({name}) for name in names}
    assert [voice.may_be for voice in voices] == [()] * len(names)


UNSURE = [
    (("Ada Moru", "Paul Moru"), "Moru"),
    (("Ada Moru", "Anna Moru"), "A. Moru"),
    (("Ada Bel Moru", "Ada Cor Moru"), "Ada Moru"),
    (("Ada Bel Moru", "Ada Bor Moru"), "Ada B. Moru"),
    (("Paul de Winter", "Paul van Winter"), "Paul Winter"),
    (("Ada Moru Jr", "Ada Moru Sr"), "Moru"),
    (("Ada Moru", "Ada Moru Jr"), "Moru"),
]


@pytest.mark.parametrize(("full", "short"), UNSURE)
def test_a_name_that_fits_two_stays_alone_and_says_whom_it_may_mean(full: tuple[str, str], short: str) -> None:
    voices = _people(short, *full, short)
    assert _groups(voices) == {frozenset({name}) for name in (short, *full)}
    (unsure,) = [voice for voice in voices if voice.may_be]
    assert (unsure.name, unsure.may_be, len(unsure.quotes)) == (short, tuple(sorted(full)), 2)


def test_a_hyphen_in_one_spelling_puts_the_shorter_name_in_doubt() -> None:
    voices = _people("Jean Paul Moru", "Jean-Paul Moru", "Jean Moru")
    assert {voice.name: voice.may_be for voice in voices} == {"Jean Paul Moru": (), "Jean Moru": ("Jean Paul Moru",)}


def test_a_doubtful_name_is_itself_one_that_a_shorter_one_may_mean() -> None:
    voices = _people("Ada Bel Moru", "Ada Cor Moru", "Ada Moru", "Moru")
    assert {voice.name: voice.may_be for voice in voices} == {
        "Ada Bel Moru": (),
        "Ada Cor Moru": (),
        "Ada Moru": ("Ada Bel Moru", "Ada Cor Moru"),
        "Moru": ("Ada Bel Moru", "Ada Cor Moru", "Ada Moru"),
    }


def test_a_shorter_name_of_another_organisation_is_not_joined() -> None:
    full = _person("Ada Moru", role="head of Velmora Aid", organisation="Velmora Aid")
    short = _person("Moru", role="head of Orvel Relief", organisation="Orvel Relief")
    voices = mr.speakers(_each(full, short))
    assert {voice.name: voice.may_be for voice in voices} == {"Ada Moru": (), "Moru": ("Ada Moru",)}
    same = attrs.evolve(short, role="chair, VELMORA AID", organisation="VELMORA AID")
    assert len(mr.speakers(_each(full, same))) == 1


def test_a_whole_name_is_one_person_in_every_organisation() -> None:
    one = _person("Ada Moru", role="head of Velmora Aid", organisation="Velmora Aid")
    two = _person("Ada Moru", role="head of Orvel Relief", organisation="Orvel Relief")
    (voice,) = mr.speakers(_each(one, two))
    assert voice.organisations == ("Velmora Aid", "Orvel Relief")


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Moru left.", True),
        ("Ada Moru left.", True),
        ("Mr Moru left, and Moru’s car too.", True),
        ("Bel Moru left.", False),
        ("Paul “Bel” Moru left.", False),
        ("Ada Moru and Bel Moru left.", False),
        ("Bel\nMoru left.", False),
        ("A ferry to Orvel\n\nMoru left.", True),
        ("It was a nice Bel. Moru left.", True),
        ("Said Moru left.", True),
        ("On Monday Moru left, and in June Moru came back.", True),
        ("The bel rang. Bel Moru left.", True),
    ],
)
def test_a_surname_with_another_given_name_in_its_text_is_not_joined(words: str, joined: bool) -> None:  # noqa: FBT001 - an answer
    voices = mr.speakers([_statement(0, _person("Ada Moru")), _statement(1, _person("Moru"), words=words)])
    assert (len(voices) == 1) is joined
    assert [voice.may_be for voice in voices if voice.may_be] == ([] if joined else [("Ada Moru",)])


def test_the_fullest_spelling_is_the_name() -> None:
    mentioned = _person("Zoé Moru", mention="Moru")
    (voice,) = mr.speakers(_each(_person("ZOÉ MORU"), _person("Zoe Moru"), mentioned, _person("Z. Moru")))
    assert voice.name == "Zoé Moru"
    assert voice.spellings == ("Zoé Moru", "Zoe Moru", "ZOÉ MORU", "Z. Moru", "Moru")


@pytest.mark.parametrize("mention", ["she", "elle", "the lawyer", "la directrice", "…"])
def test_pronouns_and_descriptions_are_no_spellings(mention: str) -> None:
    (voice,) = mr.speakers(_each(_person("Ada Moru", mention=mention)))
    assert voice.spellings == ("Ada Moru",)


ORGANISATIONS_SAME = [
    ("Zanara Rights Watch", "ZANARA RIGHTS WATCH"),
    ("Ligue des droits de Zanara", "Ligue des Droits de Zanara"),
    ("Fédération de Velmora", "Federation de Velmora"),
    ("Zanara Rights Watch (ZRW)", "ZRW"),
    ("Zanara Rights Watch (ZRW)", "Zanara Rights Watch"),
    ("Ligue zanaraise de l’Homme (LZDH)", "LZDH", "Ligue zanaraise de l'homme"),
    ("Z.R.W.", "ZRW"),
    ("ONU", "ONU"),
]


@pytest.mark.parametrize("names", ORGANISATIONS_SAME)
def test_one_organisation_is_one_entry(names: tuple[str, ...]) -> None:
    (voice,) = mr.speakers(_each(*map(_organisation, names)))
    assert (voice.kind, len(voice.quotes), voice.may_be) == ("organisation", len(names), ())


ORGANISATIONS_APART = [
    ("Zanara Rights Watch", "Orvel Rights Watch"),
    ("Zanara Rights Watch", "Rights Watch"),
    ("Zanara Rights Watch", "ZRW"),
    ("Ministry of Rain (Velmora)", "Velmora"),
    ("Ministry of Rain (ZRW)", "ZRW"),
]


@pytest.mark.parametrize("names", ORGANISATIONS_APART)
def test_organisations_of_other_names_stay_apart(names: tuple[str, ...]) -> None:
    assert _groups(mr.speakers(_each(*map(_organisation, names)))) == {frozenset({name}) for name in names}


def test_an_acronym_of_two_organisations_stays_alone() -> None:
    names = ["Zanara Rights Watch (ZRW)", "Zanara Rain Works (ZRW)", "ZRW"]
    voices = mr.speakers(_each(*map(_organisation, names)))
    assert [voice.may_be for voice in voices] == [(), (), tuple(sorted(names[:2]))]


def test_a_role_spells_an_acronym_out() -> None:
    role = "director of Zanara Rights Watch (ZRW)"
    head = _person("Ada Moru", role=role, organisation="Zanara Rights Watch")
    member = _person("Paul Winter", role="member of ZRW", organisation="ZRW")
    people = mr.speakers(_each(head, member, _organisation("ZRW")))
    assert {voice.name: voice.organisations for voice in people} == {
        "Ada Moru": ("Zanara Rights Watch",),
        "Paul Winter": ("Zanara Rights Watch",),
        "Zanara Rights Watch": (),
    }
    assert people[-1].spellings == ("Zanara Rights Watch", "ZRW")


@pytest.mark.parametrize("name", ["government", "Government", "police"])
def test_an_organisation_that_is_only_described_is_another_in_each_statement(name: str) -> None:
    voices = mr.speakers([_statement(0, _organisation(name), _organisation(name)), _statement(1, _organisation(name))])
    assert [len(voice.quotes) for voice in voices] == [2, 1]


def test_a_full_name_is_a_person_also_where_it_was_read_as_an_organisation() -> None:
    (voice,) = mr.speakers(_each(_organisation("Ada MORU"), _person("Ada Moru")))
    assert (voice.name, voice.kind) == ("Ada Moru", "person")
    assert len(mr.speakers(_each(_organisation("Moru"), _person("Moru")))) == 2


def test_an_office_is_one_inside_a_statement_and_another_in_the_next() -> None:
    minister = Speaker(name="minister of rain", mention="the minister", kind="office")
    voices = mr.speakers([_statement(0, minister, minister), _statement(1, minister)])
    assert [(voice.kind, voice.name, len(voice.quotes)) for voice in voices] == [
        ("office", "minister of rain", 2),
        ("office", "minister of rain", 1),
    ]


def test_someone_unnamed_is_another_at_each_place() -> None:
    one, two = (Speaker(name="resident", mention="resident", kind="unnamed", name_span=Span(at, at + 8)) for at in (3, 40))
    again = attrs.evolve(one, mention="she")
    voices = mr.speakers([_statement(0, one, two, again), _statement(1, one)])
    assert [len(voice.quotes) for voice in voices] == [2, 1, 1]


def test_roles_come_with_the_dates_that_say_so() -> None:
    lawyer, head = (
        _person("Ada Moru", role=role, organisation=organisation)
        for role, organisation in (("Lawyer", None), ("head of Velmora Aid", "Velmora Aid"))
    )
    written = attrs.evolve(lawyer, role="lawyer")
    (voice,) = mr.speakers(_each(written, _person("Ada Moru"), lawyer, head))
    assert voice.roles == (
        Role(text="lawyer", dates=(DAY, DAY + dt.timedelta(days=2))),
        Role(text="head of Velmora Aid", dates=(DAY + dt.timedelta(days=3),), organisation="Velmora Aid"),
    )
    assert (voice.roles[0].first, voice.roles[0].last) == (DAY, DAY + dt.timedelta(days=2))
    assert (voice.first, voice.last, len(voice.dates)) == (DAY, DAY + dt.timedelta(days=3), 4)


def test_most_quotes_come_first_then_the_earliest_then_the_name() -> None:
    a, b, c, d = map(_person, ["Ada Moru", "Bel Winter", "Cor Arvel", "Dan Ondal"])
    voices = mr.speakers([_statement(2, c), _statement(1, b, a), _statement(0, d), _statement(3, c)])
    assert [voice.name for voice in voices] == ["Cor Arvel", "Dan Ondal", "Ada Moru", "Bel Winter"]


def test_quotes_are_evidence() -> None:
    page = mr.parse(
        "May 4, 2016\n\n“It rained for nine days,” said Ada Moru.\n\nMay 2, 2016\n\n“It began on a Sunday,” said Moru."
    )
    (voice,) = mr.speakers(page)
    texts = {statement.id: statement.text for statement in page.statements}
    assert [quote.span.of(texts[quote.statement_id or ""]) for quote in voice.quotes] == [
        "It began on a Sunday,",
        "It rained for nine days,",
    ]
    assert repr(voice) == "Voice('Ada Moru', 2 quotes, 2016-05-02 to 2016-05-04)"


def test_a_statement_on_two_pages_counts_once() -> None:
    text = "May 4, 2016\n\n“It rained for nine days,” said Ada Moru. “It rained.”"
    one, two = mr.parse(text), mr.parse("Zanara\n\n" + text.replace("\n", "\r\n").replace("May 4, 2016", "4 May 2016"))
    assert one.statements[0].id == two.statements[0].id
    assert mr.speakers([one, two]) == mr.speakers([two, one])
    assert [len(voice.quotes) for voice in mr.speakers([one, two, one])] == [len(one.statements[0].quotes)]


def test_a_quote_without_a_speaker_is_nobodys() -> None:
    assert mr.speakers(_each(None)) == mr.speakers([]) == ()


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("person", ["Ada Moru"]),
        ("organisation", ["Velmora Aid"]),
        (["person", "organisation"], ["Ada Moru", "Velmora Aid"]),
        ("unnamed", []),
        (None, ["Ada Moru", "Velmora Aid"]),
    ],
)
def test_kinds_select(kind: Any, names: list[str]) -> None:
    assert [voice.name for voice in mr.speakers(_each(_person("Ada Moru"), _organisation("Velmora Aid")), kind=kind)] == names


@pytest.mark.parametrize("kind", ["people", "", [], 3, ["person", "x"], [3]])
def test_an_unknown_kind_says_which_there_are(kind: Any) -> None:
    with pytest.raises(mr.CriterionError, match="kind=") as caught:
        mr.speakers([], kind=kind)
    assert (caught.value.criterion, caught.value.value) == ("kind", kind)


@pytest.mark.parametrize("source", [None, 3, "zanara.txt", [None], [Quote(text="rain", span=Span(0, 4))]])
def test_what_is_no_source_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError):
        mr.speakers(source)


def test_an_alias_joins_and_names() -> None:
    names = ["Ada Winter", "Ada WINTER", "A. Moru", "Ada Moru"]
    (voice,) = mr.speakers(_each(*map(_person, names)), aliases={"same": [["Ada Bel Moru", "Ada Winter", "Ada Moru"]]})
    assert (voice.name, len(voice.quotes)) == ("Ada Bel Moru", 4)
    assert "Ada Bel Moru" not in voice.spellings


def test_an_alias_ends_a_doubt() -> None:
    statements = _each(*map(_person, ["Ada Moru", "Paul Moru", "Moru"]))
    assert _groups(mr.speakers(statements, aliases={"same": [["Ada Moru", "Moru"]]})) == {
        frozenset({"Ada Moru", "Moru"}),
        frozenset({"Paul Moru"}),
    }
    (voice,) = mr.speakers(statements, aliases={"same": [["Ada Moru", "Paul Moru"]]})
    assert voice.may_be == ()


def test_aliases_that_share_an_entry_are_one() -> None:
    names = ["Ada Moru", "A. Moru", "Bel Winter", "Cor Arvel"]
    aliases = {"same": [["Bel Winter", "A. Moru"], ["Ada Moru", "Cor Arvel"]]}
    (voice,) = mr.speakers(_each(*map(_person, names)), aliases=aliases)
    assert voice.name == "Bel Winter"


def test_an_alias_joins_across_kinds() -> None:
    office = Speaker(name="minister of rain", mention="the minister", kind="office")
    aliases = {"same": [["Ada Moru", "Minister of Rain", "MORU"]]}
    (voice,) = mr.speakers(_each(office, _person("Ada Moru"), office, _organisation("MORU")), aliases=aliases)
    assert (voice.kind, len(voice.quotes)) == ("person", 4)


def test_an_alias_joins_organisations() -> None:
    aliases = {"same": [["Zanara Rights Watch", "ZRW"]]}
    head = _person("Ada Moru", role="head of ZRW", organisation="ZRW")
    voices = mr.speakers(_each(_organisation("ZRW"), _organisation("Zanara Rights Watch"), head), aliases=aliases)
    assert [(voice.name, voice.organisations) for voice in voices] == [
        ("Zanara Rights Watch", ()),
        ("Ada Moru", ("Zanara Rights Watch",)),
    ]


@pytest.mark.parametrize(
    ("where", "days"),
    [
        ({}, [0, 1, 2]),
        ({"on": "2013-06-15"}, [1]),
        ({"on": DAY}, [0]),
        ({"on": ["2013-06-14", DAY + dt.timedelta(days=2)]}, [0, 2]),
        ({"on": "2013-06"}, [0, 1, 2]),
        ({"on": "2014"}, []),
        ({"statements": "s1"}, [1]),
        ({"statements": ["s1", "s2"]}, [1, 2]),
        ({"statements": ["s1", "s2"], "on": "2013-06-15/.."}, [1, 2]),
        ({"statements": ["s0"], "on": "2013-06-15/.."}, []),
    ],
)
def test_an_alias_splits(where: dict[str, object], days: list[int]) -> None:
    statements = _each(*[_person("Ada Moru")] * 3)
    split = {"name": "ADA MORU", "into": "Ada Moru (judge)", **where}
    voices = mr.speakers(statements, aliases={"split": [split]})
    assert {voice.name: [(day - DAY).days for day in voice.dates] for voice in voices} == {
        name: numbers
        for name, numbers in (("Ada Moru", [day for day in range(3) if day not in days]), ("Ada Moru (judge)", days))
        if numbers
    }
    for voice in voices:
        assert mr.quotes(statements, speaker=voice) == voice.quotes


def test_a_name_split_off_may_be_meant_by_the_surname() -> None:
    aliases = {"split": [{"name": "Ada Moru", "into": "Ada Moru (judge)", "on": "2013-06-14"}]}
    voices = mr.speakers(_each(*map(_person, ["Ada Moru", "Ada Moru", "Moru"])), aliases=aliases)
    assert voices[-1].may_be == ("Ada Moru", "Ada Moru (judge)")


def test_a_split_name_joins_the_name_that_it_is_given() -> None:
    aliases = {"split": [{"name": "resident", "into": "Ada Moru", "statements": "s1"}]}
    resident = Speaker(name="resident", mention="resident", kind="unnamed")
    voices = mr.speakers(_each(_person("Ada Moru"), resident, resident), aliases=aliases)
    assert [(voice.name, voice.kind, len(voice.quotes)) for voice in voices] == [
        ("Ada Moru", "person", 2),
        ("resident", "unnamed", 1),
    ]


def test_aliases_of_nobody_change_nothing() -> None:
    statements = _each(_person("Ada Moru"))
    aliases = {"same": [["Bel Winter", "Cor Arvel"]], "split": [{"name": "Bel Winter", "into": "Dan Ondal"}]}
    assert mr.speakers(statements, aliases=aliases) == mr.speakers(statements, aliases=mr.Aliases()) == mr.speakers(statements)


# A voice in a question.


def test_a_voice_asks_for_its_own_quotes_under_every_spelling() -> None:
    statements = _each(*map(_person, ["Ada Moru", "A. Moru", "Paul Winter"]), None)
    ada = mr.speakers(statements)[0]
    assert mr.quotes(statements, speaker=ada) == ada.quotes
    assert mr.quotes(statements, speaker=ada, on="2013-06-15") == ada.quotes[1:]
    assert mr.statements(statements, speaker=ada) == tuple(statements[:2])


def test_a_voice_does_not_ask_for_a_namesake() -> None:
    statements = _each(*map(_person, ["Ada Moru", "Paul Moru", "Moru"]))
    for voice in mr.speakers(statements):
        assert mr.quotes(statements, speaker=voice) == voice.quotes
    assert len(mr.quotes(statements, speaker="Moru")) == 3


def test_voices_and_names_are_asked_for_together() -> None:
    statements = _each(*map(_person, ["Ada Moru", "Paul Winter", "Cor Arvel"]))
    ada, paul, _ = mr.speakers(statements)
    assert len(mr.quotes(statements, speaker=[ada, "arvel"])) == 2
    assert len(mr.quotes(statements, speaker=iter((ada, paul)))) == 2
    with pytest.raises(mr.CriterionError, match="speaker"):
        mr.quotes(statements, speaker=[ada, ""])


# Laws, over names that fit each other in every way.

NAMES = st.sampled_from(
    [
        *("Ada Moru", "Ada MORU", "A. Moru", "Ada Bel Moru", "Ada B. Moru", "Paul Moru", "Moru", "Dr Moru", "Ada de Moru"),
        *("Jean-Paul Winter", "Jean Paul Winter", "Jean Winter", "J.-P. Winter", "Winter", "de Winter", "Paul van Winter"),
        *(
            "Zanara Rights Watch (ZRW)",
            "Zanara Rights Watch",
            "ZRW",
            "government",
            "resident",
            "Ada Moru Jr.",
            "—",
            "ʼ",
            "(",
            "()",
        ),
    ]
) | st.text(min_size=1, max_size=8).filter(lambda name: bool(name.strip()))
ORGANISATIONS = st.sampled_from([None, None, "Zanara Rights Watch", "ZRW", "Velmora Aid", "army"])
SPEAKERS = st.builds(
    lambda name, kind, organisation, mention, at: Speaker(
        name=name,
        mention=mention or name,
        kind=kind,
        role=organisation and f"head of {organisation}",
        organisation=organisation,
        name_span=at,
    ),
    NAMES,
    st.sampled_from(["person", "person", "person", "organisation", "office", "unnamed"]),
    ORGANISATIONS,
    st.sampled_from([None, "she", "Moru"]),
    st.sampled_from([None, Span(1, 2), Span(3, 4)]),
)
SPOKEN = st.lists(st.none() | SPEAKERS, max_size=3)
TEXTS = st.sampled_from(["Ada Moru came.", "Bel Moru came.", "Nobody came."])
STATEMENTS = st.lists(st.tuples(SPOKEN, TEXTS), max_size=8).map(
    lambda spoken: [_statement(number, *speakers, words=words) for number, (speakers, words) in enumerate(spoken)]
)
ALIASES = st.builds(
    lambda same, name, into: {"same": same, "split": [{"name": name, "into": into, "on": "2013-06-14/2013-06-16"}]},
    st.lists(st.lists(NAMES, min_size=2, max_size=3), max_size=2),
    NAMES,
    NAMES,
)


def _said(statements: Iterable[Statement]) -> Counter[Quote]:
    return Counter(quote for statement in statements for quote in statement.quotes if quote.speaker)


@given(STATEMENTS, st.none() | ALIASES)
def test_every_quote_with_a_speaker_counts_once(statements: list[Statement], aliases: Any) -> None:
    voices = mr.speakers(statements, aliases=aliases)
    assert Counter(quote for voice in voices for quote in voice.quotes) == _said(statements)
    for voice in voices:
        assert set(voice.dates) == {quote.date for quote in voice.quotes}
        assert {day for role in voice.roles for day in role.dates} <= set(voice.dates)


@given(STATEMENTS, st.none() | ALIASES, st.randoms())
def test_the_order_of_the_statements_makes_no_difference(statements: list[Statement], aliases: Any, chance: Any) -> None:
    shuffled = [*statements]
    chance.shuffle(shuffled)
    assert mr.speakers(shuffled, aliases=aliases) == mr.speakers(statements, aliases=aliases)


@given(STATEMENTS)
def test_statements_given_twice_make_no_difference(statements: list[Statement]) -> None:
    assert mr.speakers([*statements, *statements]) == mr.speakers(statements)


@given(STATEMENTS, st.integers(0, 8))
def test_more_statements_remove_no_quote_and_part_no_name(statements: list[Statement], count: int) -> None:
    fewer, more = mr.speakers(statements[:count]), mr.speakers(statements)
    entry = {quote: voice for voice in more for quote in voice.quotes}
    for voice in fewer:
        parts: dict[str, set[Voice]] = {}
        for quote in voice.quotes:
            assert quote.speaker
            parts.setdefault(quote.speaker.name, set()).add(entry[quote])
        assert all(len(voices) == 1 for voices in parts.values())
        left = {voices.pop() for voices in parts.values()}
        assert len(left) == 1 or sum(not part.may_be for part in left) <= len(left) - 1


@given(STATEMENTS)
def test_a_voice_in_a_question_gives_its_quotes(statements: list[Statement]) -> None:
    for voice in mr.speakers(statements):
        assert set(mr.quotes(statements, speaker=voice)) == set(voice.quotes)


@given(STATEMENTS)
def test_the_order_is_total(statements: list[Statement]) -> None:
    keys = [(-len(voice.quotes), voice.first, voice.name) for voice in mr.speakers(statements)]
    assert keys == sorted(keys)


@given(
    st.recursive(
        st.none() | st.integers() | st.text() | st.dates(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["same", "split", "name", "into", "on", "statements"]) | st.text(), inner)
        ),
    )
)
def test_any_aliases_are_read_or_refused_as_ours(aliases: Any) -> None:
    try:
        mr.speakers([], aliases=aliases)
    except mr.MalirightsError:
        return
    assert aliases is None or set(aliases) <= {"same", "split"}
