"""Alias files: what they may say, and what is said of one that says something else."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import malirights as mr
from malirights import Aliases, When

WHOLE = """
same = [
    ["Ada Moru", "Ada Winter"],
    ["Zanara Rights Watch", "ZRW", "Rights Watch"],
]

[[split]]
name = "Paul Arvel"
into = "Paul Arvel (judge)"
on = [2013-06-14, "2014"]

[[split]]
name = "Paul Arvel"
into = "Paul Arvel (poet)"
statements = ["2013-06-15-3f9a1c02"]
"""


def _file(folder: Path, content: str) -> Path:
    path = folder / "aliases.toml"
    path.write_text(content, "utf-8")
    return path


def test_a_file_is_read(tmp_path: Path) -> None:
    aliases = Aliases.load(_file(tmp_path, WHOLE))
    assert aliases.same == (("Ada Moru", "Ada Winter"), ("Zanara Rights Watch", "ZRW", "Rights Watch"))
    judge, poet = aliases.split
    assert (judge.name, judge.into, judge.on) == (
        "Paul Arvel",
        "Paul Arvel (judge)",
        (When.day(dt.date(2013, 6, 14)), When.from_edtf("2014")),
    )
    assert poet.statements == {"2013-06-15-3f9a1c02"}


def test_a_file_and_a_mapping_say_the_same(tmp_path: Path) -> None:
    mapping = {
        "same": [("Ada Moru", "Ada Winter"), ["Zanara Rights Watch", "ZRW", "Rights Watch"]],
        "split": (
            {"name": "Paul Arvel", "into": "Paul Arvel (judge)", "on": (dt.date(2013, 6, 14), When.from_edtf("2014"))},
            {"name": "Paul Arvel", "into": "Paul Arvel (poet)", "statements": "2013-06-15-3f9a1c02"},
        ),
    }
    assert Aliases.of(mapping) == Aliases.load(str(_file(tmp_path, WHOLE)))


def test_several_files_add_up(tmp_path: Path) -> None:
    path = _file(tmp_path, WHOLE)
    twice = Aliases.load(path, path)
    assert (len(twice.same), len(twice.split)) == (4, 4)
    assert Aliases.load() == Aliases.of({}) == Aliases()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("same = [", "no TOML in UTF-8"),
        ("sam = []", r"at sam: no such key; there are same, .*and split"),
        ('same = "Ada Moru"', r'at same: a list of lists of names, such as same = \[\["Ada Moru", "Ada Winter"\]\]'),
        ('same = ["Ada Moru", "Ada Winter"]', r"at same\[0\]: two names or more .*got 'Ada Moru'"),
        ('same = [["Ada Moru", "A"], ["Ada Moru"]]', r"at same\[1\]: two names or more"),
        ('same = [["Ada Moru", ""]]', r"at same\[0\]: two names or more"),
        ('same = [["Ada Moru", 3]]', r"at same\[0\]: two names or more"),
        ('split = "Ada Moru"', r"at split: .*\[\[split\]\]"),
        ('[split]\nname = "Ada Moru"', r"at split: .*\[\[split\]\]"),
        ('split = ["Ada Moru"]', r"at split\[0\]: a table such as name = "),
        ('[[split]]\nname = "Ada Moru"', r"at split\[0\]\.into: a name, as in .*got None"),
        ('[[split]]\ninto = "Ada Moru"\nname = 3', r"at split\[0\]\.name: a name, as in .*got 3"),
        ('[[split]]\nname = "Ada"\ninto = "Bel"\nwhen = "2013"', r"at split\[0\]\.when: no such key; there are name, into, on"),
        ('[[split]]\nname = "Ada"\ninto = "Bel"\non = "June"', r"at split\[0\]\.on: a time such as '2013', .*got 'June'"),
        ('[[split]]\nname = "Ada"\ninto = "Bel"\non = 2013', r"at split\[0\]\.on: a time such as '2013', .*got 2013"),
        ('[[split]]\nname = "Ada"\ninto = "Bel"\non = 2013-06-14T08:00:00', r"at split\[0\]\.on: a time"),
        (
            '[[split]]\nname = "Ada"\ninto = "Bel"\nstatements = [3]',
            r"at split\[0\]\.statements: ids of statements, .*got \[3\]",
        ),
    ],
)
def test_a_faulty_file_says_where_and_what_to_write(tmp_path: Path, content: str, says: str) -> None:
    path = _file(tmp_path, content)
    with pytest.raises(mr.AliasesError, match=says) as caught:
        Aliases.load(path)
    assert caught.value.path == str(path)
    assert str(path) in str(caught.value)


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(mr.AliasesError, match="cannot read the aliases") as caught:
        Aliases.load(tmp_path / "none.toml")
    assert caught.value.path == str(tmp_path / "none.toml")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    path.write_bytes(b"same = '\xff'")
    with pytest.raises(mr.AliasesError, match="UTF-8"):
        Aliases.load(path)


def test_a_faulty_mapping_has_no_path() -> None:
    with pytest.raises(mr.AliasesError, match=r"^the aliases at sam: ") as caught:
        Aliases.of({"sam": []})
    assert caught.value.path == ""


@pytest.mark.parametrize("aliases", ["aliases.toml", Path("aliases.toml"), ["Ada"], 3])
def test_what_are_no_aliases_says_how_to_read_a_file(aliases: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match=r"Aliases\.load\('aliases\.toml'\)"):
        mr.speakers([], aliases=aliases)
