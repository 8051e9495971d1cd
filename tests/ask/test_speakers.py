"""Who is quoted: which names are one, which stay apart, and what is said of each entry."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

import malirights as mr
from malirights import Quote, Role, Span, Speaker
from voices import DAY, each, groups, organisation, people, person, statement

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
    (voice,) = people(*names)
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
    voices = people(*names)
    assert groups(voices) == {frozenset({name}) for name in names}
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
    voices = people(short, *full, short)
    assert groups(voices) == {frozenset({name}) for name in (short, *full)}
    (unsure,) = [voice for voice in voices if voice.may_be]
    assert (unsure.name, unsure.may_be, len(unsure.quotes)) == (short, tuple(sorted(full)), 2)


def test_a_hyphen_in_one_spelling_puts_the_shorter_name_in_doubt() -> None:
    voices = people("Jean Paul Moru", "Jean-Paul Moru", "Jean Moru")
    assert {voice.name: voice.may_be for voice in voices} == {"Jean Paul Moru": (), "Jean Moru": ("Jean Paul Moru",)}


def test_a_doubtful_name_is_itself_one_that_a_shorter_one_may_mean() -> None:
    voices = people("Ada Bel Moru", "Ada Cor Moru", "Ada Moru", "Moru")
    assert {voice.name: voice.may_be for voice in voices} == {
        "Ada Bel Moru": (),
        "Ada Cor Moru": (),
        "Ada Moru": ("Ada Bel Moru", "Ada Cor Moru"),
        "Moru": ("Ada Bel Moru", "Ada Cor Moru", "Ada Moru"),
    }


def test_a_shorter_name_of_another_organisation_is_not_joined() -> None:
    full = person("Ada Moru", role="head of Velmora Aid", organisation="Velmora Aid")
    short = person("Moru", role="head of Orvel Relief", organisation="Orvel Relief")
    voices = mr.speakers(each(full, short))
    assert {voice.name: voice.may_be for voice in voices} == {"Ada Moru": (), "Moru": ("Ada Moru",)}
    same = attrs.evolve(short, role="chair, VELMORA AID", organisation="VELMORA AID")
    assert len(mr.speakers(each(full, same))) == 1


def test_a_whole_name_is_one_person_in_every_organisation() -> None:
    one = person("Ada Moru", role="head of Velmora Aid", organisation="Velmora Aid")
    two = person("Ada Moru", role="head of Orvel Relief", organisation="Orvel Relief")
    (voice,) = mr.speakers(each(one, two))
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
    voices = mr.speakers([statement(0, person("Ada Moru")), statement(1, person("Moru"), words=words)])
    assert (len(voices) == 1) is joined
    assert [voice.may_be for voice in voices if voice.may_be] == ([] if joined else [("Ada Moru",)])


def test_the_fullest_spelling_is_the_name() -> None:
    mentioned = person("Zoé Moru", mention="Moru")
    (voice,) = mr.speakers(each(person("ZOÉ MORU"), person("Zoe Moru"), mentioned, person("Z. Moru")))
    assert voice.name == "Zoé Moru"
    assert voice.spellings == ("Zoé Moru", "Zoe Moru", "ZOÉ MORU", "Z. Moru", "Moru")


@pytest.mark.parametrize("mention", ["she", "elle", "the lawyer", "la directrice", "…"])
def test_pronouns_and_descriptions_are_no_spellings(mention: str) -> None:
    (voice,) = mr.speakers(each(person("Ada Moru", mention=mention)))
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
    (voice,) = mr.speakers(each(*map(organisation, names)))
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
    assert groups(mr.speakers(each(*map(organisation, names)))) == {frozenset({name}) for name in names}


def test_an_acronym_of_two_organisations_stays_alone() -> None:
    names = ["Zanara Rights Watch (ZRW)", "Zanara Rain Works (ZRW)", "ZRW"]
    voices = mr.speakers(each(*map(organisation, names)))
    assert [voice.may_be for voice in voices] == [(), (), tuple(sorted(names[:2]))]


def test_a_role_spells_an_acronym_out() -> None:
    role = "director of Zanara Rights Watch (ZRW)"
    head = person("Ada Moru", role=role, organisation="Zanara Rights Watch")
    member = person("Paul Winter", role="member of ZRW", organisation="ZRW")
    people = mr.speakers(each(head, member, organisation("ZRW")))
    assert {voice.name: voice.organisations for voice in people} == {
        "Ada Moru": ("Zanara Rights Watch",),
        "Paul Winter": ("Zanara Rights Watch",),
        "Zanara Rights Watch": (),
    }
    assert people[-1].spellings == ("Zanara Rights Watch", "ZRW")


@pytest.mark.parametrize("name", ["government", "Government", "police"])
def test_an_organisation_that_is_only_described_is_another_in_each_statement(name: str) -> None:
    voices = mr.speakers([statement(0, organisation(name), organisation(name)), statement(1, organisation(name))])
    assert [len(voice.quotes) for voice in voices] == [2, 1]


def test_a_full_name_is_a_person_also_where_it_was_read_as_an_organisation() -> None:
    (voice,) = mr.speakers(each(organisation("Ada MORU"), person("Ada Moru")))
    assert (voice.name, voice.kind) == ("Ada Moru", "person")
    assert len(mr.speakers(each(organisation("Moru"), person("Moru")))) == 2


def test_an_office_is_one_inside_a_statement_and_another_in_the_next() -> None:
    minister = Speaker(name="minister of rain", mention="the minister", kind="office")
    voices = mr.speakers([statement(0, minister, minister), statement(1, minister)])
    assert [(voice.kind, voice.name, len(voice.quotes)) for voice in voices] == [
        ("office", "minister of rain", 2),
        ("office", "minister of rain", 1),
    ]


def test_someone_unnamed_is_another_at_each_place() -> None:
    one, two = (Speaker(name="resident", mention="resident", kind="unnamed", name_span=Span(at, at + 8)) for at in (3, 40))
    again = attrs.evolve(one, mention="she")
    voices = mr.speakers([statement(0, one, two, again), statement(1, one)])
    assert [len(voice.quotes) for voice in voices] == [2, 1, 1]


def test_roles_come_with_the_dates_that_say_so() -> None:
    lawyer, head = (
        person("Ada Moru", role=role, organisation=organisation)
        for role, organisation in (("Lawyer", None), ("head of Velmora Aid", "Velmora Aid"))
    )
    written = attrs.evolve(lawyer, role="lawyer")
    (voice,) = mr.speakers(each(written, person("Ada Moru"), lawyer, head))
    assert voice.roles == (
        Role(text="lawyer", dates=(DAY, DAY + dt.timedelta(days=2))),
        Role(text="head of Velmora Aid", dates=(DAY + dt.timedelta(days=3),), organisation="Velmora Aid"),
    )
    assert (voice.roles[0].first, voice.roles[0].last) == (DAY, DAY + dt.timedelta(days=2))
    assert (voice.first, voice.last, len(voice.dates)) == (DAY, DAY + dt.timedelta(days=3), 4)


def test_most_quotes_come_first_then_the_earliest_then_the_name() -> None:
    a, b, c, d = map(person, ["Ada Moru", "Bel Winter", "Cor Arvel", "Dan Ondal"])
    voices = mr.speakers([statement(2, c), statement(1, b, a), statement(0, d), statement(3, c)])
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
    assert mr.speakers(each(None)) == mr.speakers([]) == ()


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
    assert [voice.name for voice in mr.speakers(each(person("Ada Moru"), organisation("Velmora Aid")), kind=kind)] == names


@pytest.mark.parametrize("kind", ["people", "", [], 3, ["person", "x"], [3]])
def test_an_unknown_kind_says_which_there_are(kind: Any) -> None:
    with pytest.raises(mr.CriterionError, match="kind=") as caught:
        mr.speakers([], kind=kind)
    assert (caught.value.criterion, caught.value.value) == ("kind", kind)


@pytest.mark.parametrize("source", [None, 3, "zanara.txt", [None], [Quote(text="rain", span=Span(0, 4))]])
def test_what_is_no_source_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError):
        mr.speakers(source)
