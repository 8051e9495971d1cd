"""Who is quoted: names that a user joins or parts, and questions by an entry."""

# What is given here is of the wrong type on purpose, or of many types.

from __future__ import annotations

import datetime as dt

import pytest

import malirights as mr
from malirights import Speaker
from voices import DAY, each, groups, organisation, person


def test_an_alias_joins_and_names() -> None:
    names = ["Ada Winter", "Ada WINTER", "A. Moru", "Ada Moru"]
    (voice,) = mr.speakers(each(*map(person, names)), aliases={"same": [["Ada Bel Moru", "Ada Winter", "Ada Moru"]]})
    assert (voice.name, len(voice.quotes)) == ("Ada Bel Moru", 4)
    assert "Ada Bel Moru" not in voice.spellings


def test_an_alias_ends_a_doubt() -> None:
    statements = each(*map(person, ["Ada Moru", "Paul Moru", "Moru"]))
    assert groups(mr.speakers(statements, aliases={"same": [["Ada Moru", "Moru"]]})) == {
        frozenset({"Ada Moru", "Moru"}),
        frozenset({"Paul Moru"}),
    }
    (voice,) = mr.speakers(statements, aliases={"same": [["Ada Moru", "Paul Moru"]]})
    assert voice.may_be == ()


def test_aliases_that_share_an_entry_are_one() -> None:
    names = ["Ada Moru", "A. Moru", "Bel Winter", "Cor Arvel"]
    aliases = {"same": [["Bel Winter", "A. Moru"], ["Ada Moru", "Cor Arvel"]]}
    (voice,) = mr.speakers(each(*map(person, names)), aliases=aliases)
    assert voice.name == "Bel Winter"


def test_an_alias_joins_across_kinds() -> None:
    office = Speaker(name="minister of rain", mention="the minister", kind="office")
    aliases = {"same": [["Ada Moru", "Minister of Rain", "MORU"]]}
    (voice,) = mr.speakers(each(office, person("Ada Moru"), office, organisation("MORU")), aliases=aliases)
    assert (voice.kind, len(voice.quotes)) == ("person", 4)


def test_an_alias_joins_organisations() -> None:
    aliases = {"same": [["Zanara Rights Watch", "ZRW"]]}
    head = person("Ada Moru", role="head of ZRW", organisation="ZRW")
    voices = mr.speakers(each(organisation("ZRW"), organisation("Zanara Rights Watch"), head), aliases=aliases)
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
    statements = each(*[person("Ada Moru")] * 3)
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
    voices = mr.speakers(each(*map(person, ["Ada Moru", "Ada Moru", "Moru"])), aliases=aliases)
    assert voices[-1].may_be == ("Ada Moru", "Ada Moru (judge)")


def test_a_split_name_joins_the_name_that_it_is_given() -> None:
    aliases = {"split": [{"name": "resident", "into": "Ada Moru", "statements": "s1"}]}
    resident = Speaker(name="resident", mention="resident", kind="unnamed")
    voices = mr.speakers(each(person("Ada Moru"), resident, resident), aliases=aliases)
    assert [(voice.name, voice.kind, len(voice.quotes)) for voice in voices] == [
        ("Ada Moru", "person", 2),
        ("resident", "unnamed", 1),
    ]


def test_aliases_of_nobody_change_nothing() -> None:
    statements = each(person("Ada Moru"))
    aliases = {"same": [["Bel Winter", "Cor Arvel"]], "split": [{"name": "Bel Winter", "into": "Dan Ondal"}]}
    assert mr.speakers(statements, aliases=aliases) == mr.speakers(statements, aliases=mr.Aliases()) == mr.speakers(statements)


# A voice in a question.


def test_a_voice_asks_for_its_own_quotes_under_every_spelling() -> None:
    statements = each(*map(person, ["Ada Moru", "A. Moru", "Paul Winter"]), None)
    ada = mr.speakers(statements)[0]
    assert mr.quotes(statements, speaker=ada) == ada.quotes
    assert mr.quotes(statements, speaker=ada, on="2013-06-15") == ada.quotes[1:]
    assert mr.statements(statements, speaker=ada) == tuple(statements[:2])


def test_a_voice_does_not_ask_for_a_namesake() -> None:
    statements = each(*map(person, ["Ada Moru", "Paul Moru", "Moru"]))
    for voice in mr.speakers(statements):
        assert mr.quotes(statements, speaker=voice) == voice.quotes
    assert len(mr.quotes(statements, speaker="Moru")) == 3


def test_voices_and_names_are_asked_for_together() -> None:
    statements = each(*map(person, ["Ada Moru", "Paul Winter", "Cor Arvel"]))
    ada, paul, _ = mr.speakers(statements)
    assert len(mr.quotes(statements, speaker=[ada, "arvel"])) == 2
    assert len(mr.quotes(statements, speaker=iter((ada, paul)))) == 2
    with pytest.raises(mr.CriterionError, match="speaker"):
        mr.quotes(statements, speaker=[ada, ""])
