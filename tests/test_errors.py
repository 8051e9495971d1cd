"""Errors: each is one of ours and a builtin one, says what to type, and reaches another process whole."""

from __future__ import annotations

import builtins
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import malirights as mr
from malirights import errors

KINDS = [getattr(errors, name) for name in errors.__all__ if name != "MalirightsError"]
FACTS: dict[type[mr.MalirightsError], dict[str, object]] = {
    mr.CriterionError: {"criterion": "since", "value": "June"},
    mr.NoStatementsError: {"length": 12},
    mr.DecodeError: {"offset": 4, "encodings": ("utf-8", "windows-1252")},
    mr.ReadError: {"path": "zanara.txt"},
    mr.WriteError: {"path": "report.html"},
    mr.ArchiveError: {"path": "zanara.db"},
    mr.WriteError: {"path": "out.csv"},
    mr.AliasesError: {"path": "aliases.toml"},
    mr.LexiconError: {"path": "my.toml"},
    mr.MissingExtraError: {"extra": "frame", "module": "pandas"},
    mr.StrictError: {"warnings": (mr.PageWarning("unclosed-quote", "no mark closes it", mr.Span(3, 9)),)},
}


@pytest.mark.parametrize("kind", KINDS)
def test_is_ours_and_a_builtin_one(kind: type[BaseException]) -> None:
    assert issubclass(kind, mr.MalirightsError)
    builtin = [base for base in kind.__mro__ if base.__module__ == "builtins" and base.__name__ in vars(builtins)]
    assert set(builtin) - {Exception, BaseException, object}


@pytest.mark.parametrize("kind", KINDS)
def test_is_on_the_front(kind: type[BaseException]) -> None:
    assert kind.__name__ in mr.__all__
    assert getattr(mr, kind.__name__) is kind


@pytest.mark.parametrize("kind", [mr.MalirightsError, *KINDS])
def test_pickles_with_its_attributes(kind: type[mr.MalirightsError]) -> None:
    facts = FACTS.get(kind, {"text": "June"})
    again = pickle.loads(pickle.dumps(kind("what was wrong; write this", **facts)))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert str(again) == "what was wrong; write this"
    assert {name: getattr(again, name) for name in facts} == facts


RAISED: list[tuple[Callable[[], object], type[Exception], str, dict[str, Any]]] = [
    (lambda: mr.parse("It rained."), mr.NoStatementsError, r"'December 11, 2018'.*parse_statement\(", {"length": 10}),
    (
        lambda: mr.parse_statement("It rained.", date="June 2019"),
        mr.InvalidValueError,
        r"'June 2019'.*'2019-06-11'",
        {},
    ),
    (lambda: mr.parse_statement(" \n", date="2019-06-11"), mr.NoStatementsError, "no words", {"length": 2}),
    (
        lambda: mr.statements([], since="June"),
        mr.CriterionError,
        "since='June'.*'2013-06'",
        {"criterion": "since", "value": "June"},
    ),
    (
        lambda: mr.quotes([], contains=""),
        mr.CriterionError,
        "contains='grave'",
        {"criterion": "contains", "value": ""},
    ),
    (
        lambda: mr.chronology([], by="week"),  # type: ignore[arg-type]
        mr.CriterionError,
        "by='week'.*day, month, year",
        {"criterion": "by", "value": "week"},
    ),
    (lambda: mr.read("absent.txt"), mr.ReadError, r"'absent\.txt'", {"path": "absent.txt"}),
    (
        lambda: mr.read(Path(__file__).parent),
        mr.ReadError,
        "directory.*read_all",
        {"path": str(Path(__file__).parent)},
    ),
    (lambda: mr.Archive("absent.db", read_only=True), mr.ArchiveError, "'absent.db'.*no such file", {"path": "absent.db"}),
    (lambda: mr.Lexicon.load("absent.toml"), mr.LexiconError, r"'absent\.toml'", {"path": "absent.toml"}),
    (lambda: mr.from_dict({"class": "Poem"}), mr.InvalidValueError, "'Poem'.*Quote, Road, Role, Span", {}),
    (lambda: mr.from_dict({"class": ["Span"]}), mr.InvalidValueError, "Quote, Road, Role, Span", {}),
]


@pytest.mark.parametrize(("run", "kind", "says", "facts"), RAISED)
def test_says_what_to_type(run: Callable[[], object], kind: type[Exception], says: str, facts: dict[str, Any]) -> None:
    with pytest.raises(kind, match=says) as caught:
        run()
    error = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert str(error) == str(caught.value)
    assert str(error)[0].islower() or str(error)[0] in "'\""
    for one in (caught.value, error):
        assert {name: getattr(one, name) for name in facts} == facts


def test_strict_names_every_warning() -> None:
    text = "May 4, 2016\n\nAda Moru said: “It rained for nine days.\n\nPosted at 0001 on Monday\n\nThe court sat."
    page = mr.parse(text)
    assert page.warnings
    with pytest.raises(mr.StrictError) as caught:
        mr.parse(text, strict=True)
    assert caught.value.warnings == page.warnings
    for warning in page.warnings:
        assert warning.code in str(caught.value)
