"""The package as a whole: its front, its docstrings, what an import costs, and what nothing may raise."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import inspect
import io
import subprocess
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import malirights as mr

CALLABLES = [name for name in mr.__all__ if callable(getattr(mr, name))]
NOT_ERRORS = [
    name for name in CALLABLES if not (isinstance(getattr(mr, name), type) and issubclass(getattr(mr, name), BaseException))
]

WATCHED_IMPORT = """
import sys
opened = []
sys.addaudithook(lambda event, facts: opened.append(str(facts[0])) if event == "open" else None)
import malirights
from malirights.faces.extras import EXTRAS
extras = {module for modules in EXTRAS.values() for module in modules}
heavy = sorted({"cattrs", "sqlite3", "hypothesis", "pytest", "concurrent.futures.process", *extras} & set(sys.modules))
data = sorted(name for name in opened if name.endswith((".toml", ".csv", ".txt")))
print(heavy, data)
"""


def test_all_is_sorted_and_importable() -> None:
    assert list(mr.__all__) == sorted(set(mr.__all__))
    assert [name for name in mr.__all__ if not hasattr(mr, name)] == []


def test_nothing_else_is_on_the_front() -> None:
    public = {name for name, thing in vars(mr).items() if not name.startswith("_") and not inspect.ismodule(thing)}
    assert public == set(mr.__all__)


@pytest.mark.parametrize(
    "name",
    [
        "parse",
        "parse_html",
        "parse_statement",
        "read",
        "read_all",
        "read_feed",
        "statements",
        "quotes",
        "speakers",
        "events",
        "incidents",
        "accountability",
        "totals",
        "chronology",
        "kinds",
        "find_quotes",
        "to_dict",
        "to_atom",
        "to_csl",
        "to_ftm",
        "to_geojson",
        "to_icalendar",
        "to_timelinejs",
        "from_dict",
        "plot_actors",
        "plot_counts",
        "plot_events",
        "plot_statements",
        "report",
        "to_frame",
        "to_arrow",
        "write",
        "read_jsonl",
        "json_schema",
        "to_brat",
        "to_web_annotations",
        "corrected",
        "origins",
        "redact",
    ],
)
def test_the_verbs_are_functions_that_no_module_hides(name: str) -> None:
    assert inspect.isfunction(getattr(mr, name))


@pytest.mark.parametrize("name", mr.__all__)
def test_everything_has_a_docstring_of_its_own(name: str) -> None:
    thing = getattr(mr, name)
    own = vars(thing).get("__doc__") if isinstance(thing, type) else thing.__doc__
    assert own
    assert own.strip()


@pytest.mark.parametrize("name", NOT_ERRORS)
def test_what_can_be_called_shows_an_example(name: str) -> None:
    doc = getattr(mr, name).__doc__ or ""
    assert "Examples:" in doc
    assert ">>>" in doc


@pytest.mark.parametrize("name", NOT_ERRORS)
def test_every_public_method_has_a_docstring(name: str) -> None:
    thing = getattr(mr, name)
    members = vars(thing).items() if isinstance(thing, type) else ()
    own = [
        member
        for member, value in members
        if not member.startswith("_") and (callable(value) or isinstance(value, property | classmethod))
    ]
    assert [member for member in own if not inspect.getdoc(getattr(thing, member))] == []


def test_importing_is_light() -> None:
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "error", "-c", WATCHED_IMPORT], capture_output=True, text=True, check=False
    )
    assert (ran.stderr, ran.stdout.strip()) == ("", "[] []")


def test_the_package_says_that_it_is_typed() -> None:
    assert resources.files("malirights").joinpath("py.typed").is_file()


def test_the_front_is_short() -> None:
    assert len(Path(inspect.getfile(mr)).read_text("utf-8").splitlines()) <= 100


def _with_archive(use: Callable[[mr.Archive], object]) -> object:
    """Use an archive that is closed whatever happens."""
    with mr.Archive(":memory:") as archive:
        return use(archive)


CALLS: list[Callable[[Any], object]] = [
    mr.parse,
    lambda thing: mr.parse_statement(thing, date="2016-05-04"),
    lambda thing: mr.parse_statement("It rained.", date=thing),
    mr.parse_html,
    mr.read,
    mr.read_feed,
    lambda thing: list(mr.read_all(thing)),
    lambda thing: list(mr.read_all([thing])),
    mr.find_quotes,
    mr.statements,
    mr.quotes,
    mr.speakers,
    mr.Aliases.of,
    mr.Aliases.load,
    mr.events,
    lambda thing: mr.events([], kind=[thing]),
    lambda thing: mr.events([], status=[thing]),
    mr.incidents,
    mr.accountability,
    mr.totals,
    mr.chronology,
    lambda thing: mr.chronology([], of=thing),
    mr.EventKind,
    mr.EventKind.KILLING.codes,
    lambda thing: mr.kinds(group=[thing]),
    lambda thing: mr.kinds(code=("ICCS", thing)),
    mr.plot_actors,
    mr.plot_counts,
    mr.plot_events,
    mr.plot_statements,
    mr.report,
    mr.to_dict,
    lambda thing: mr.to_atom(thing, title="News"),
    lambda thing: mr.to_atom([], title=thing),
    mr.to_csl,
    mr.to_ftm,
    mr.to_geojson,
    mr.to_icalendar,
    mr.to_timelinejs,
    mr.from_dict,
    mr.Archive,
    lambda thing: _with_archive(lambda archive: archive.add(thing)),
    lambda thing: _with_archive(lambda archive: archive.search(thing)),
    lambda thing: mr.write(thing, io.StringIO(), to="csv"),
    lambda thing: mr.write([], thing),
    lambda thing: mr.write([], io.StringIO(), to=thing),
    lambda thing: mr.write([], io.StringIO(), to="jsonl", of=thing),
    lambda thing: list(mr.read_jsonl(thing)),
    mr.to_brat,
    mr.to_web_annotations,
    lambda thing: mr.corrected(mr.parse("May 4, 2016\n\nIt rained."), thing),
    mr.Corrections.of,
    mr.Corrections.load,
    mr.origins,
    lambda thing: mr.origins([], origin=[thing]),
    lambda thing: mr.redact(thing, names="Moru"),
    lambda thing: mr.redact(mr.parse("May 4, 2016\n\nIt rained."), names=[thing]),
    mr.Lexicon.load,
    mr.When.from_edtf,
    mr.When.day,
]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("thing", [None, 3, 2.5, object()])
def test_wrong_things_are_refused_as_ours(call: Callable[[Any], object], thing: Any) -> None:
    with pytest.raises(mr.MalirightsError) as caught:
        call(thing)
    assert isinstance(caught.value, TypeError | ValueError)
