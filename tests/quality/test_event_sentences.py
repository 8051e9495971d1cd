"""Sentences with the events that they tell, in the files beside this one, and what they show of every kind.

Under "# kind" stand sentences that tell such an event, and others that have its words and tell none; under a sentence, a line
for each of its events: the kind, the trigger, and what there is of "by" the perpetrators, "to" the victims, "n" for how many
("6+" at least, "0-9" at most), "when" in EDTF, "in" a place, and a status other than reported. "+" joins several, and "?" is
a slot that the coding rules leave open; one that is not given must be empty. "!" says why a sentence is not read yet.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import pytest

import malirights as mr
from malirights import Event, When

DATES = {"en": "2016-05-04", "fr": "2019-06-11"}
SLOTS = ("by", "to", "n", "when", "in")


class Row(NamedTuple):
    """A sentence, the kind that it is about, its events as they are written, and why it is not read yet."""

    language: str
    about: str
    text: str
    told: list[str]
    fails: list[str]


def _rows(language: str) -> list[Row]:
    """Read the table of a language."""
    rows: list[Row] = []
    about = ""
    for line in Path(__file__).with_name(f"event_sentences_{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            about = line.removeprefix("# ")
        elif line.startswith("    ! "):
            rows[-1].fails.append(line.removeprefix("    ! "))
        elif line.startswith("    "):
            rows[-1].told.append(line.strip())
        elif line and not line.startswith(";"):
            rows.append(Row(language, about, line, [], []))
    return rows


ROWS = [row for language in DATES for row in _rows(language)]


def _wanted(line: str) -> dict[str, str]:
    """Take a line apart into the kind, the trigger, the slots and the status."""
    kind, _, rest = line.partition(": ")
    trigger, *parts = rest.split("; ")
    slots = dict.fromkeys(SLOTS, "") | {"status": "reported"}
    for part in parts:
        key, _, value = part.partition(" ")
        if value:
            assert key in SLOTS, line
            slots[key] = value
        else:
            slots["status"] = key
    return {"kind": kind, "trigger": trigger} | slots


def _found(text: str, event: Event) -> dict[str, str]:
    """Write an event as the tables do."""
    number = ""
    if event.count:
        low, high = event.count.low, event.count.high
        number = f"{low}+" if high is None else f"{low}" if low == high else f"{low}-{high}"
    return {
        "kind": event.kind.value,
        "trigger": " ".join(mention.of(text) for mention in event.mentions),
        "by": " + ".join(actor.name for actor in event.perpetrators),
        "to": " + ".join(actor.name for actor in event.victims),
        "n": number,
        "when": event.when.edtf if event.when else "",
        "in": event.where.name if event.where else "",
        "status": event.status,
    }


def _agreed(wanted: dict[str, str], found: dict[str, str]) -> dict[str, str]:
    """Give what is wanted, with what was found in the slots that are left open, or written otherwise."""
    return {slot: found[slot] if _agrees(slot, value, found[slot]) else value for slot, value in wanted.items()}


def _agrees(slot: str, wanted: str, found: str) -> bool:
    """Say whether a value agrees: a time in its days, a trigger or other mention in a word, a place with all of its words."""
    if slot == "when" and wanted and found and wanted != "?":
        one, other = When.from_edtf(wanted), When.from_edtf(found)
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    if slot == "trigger":
        return not set(wanted.split()).isdisjoint(found.split())
    if slot == "in" and wanted:
        return wanted == "?" or set(re.findall(r"\w+", wanted)) <= set(re.findall(r"\w+", found))
    return wanted in ("?", found)


def _marked(row: Row) -> object:
    marks = [pytest.mark.xfail(reason=reason, strict=True) for reason in row.fails]
    return pytest.param(row, marks=marks, id=f"{row.language}: {row.text}")


@pytest.mark.parametrize("row", [_marked(row) for row in ROWS])
def test_tells_these_events(row: Row) -> None:
    wanted = [_wanted(line) for line in row.told]
    events = mr.find_events(row.text, date=DATES[row.language], language=row.language)
    found = [_found(row.text, event) for event in sorted(events, key=lambda event: event.trigger)]
    wanted.sort(key=lambda event: row.text.find(event["trigger"]))
    assert found == [_agreed(*pair) for pair in zip(wanted, found, strict=False)] + wanted[len(found) :]


@pytest.mark.parametrize("kind", [kind.value for kind in mr.kinds()])
def test_every_kind_is_shown(kind: str) -> None:
    told = [line for row in ROWS for line in row.told if line.startswith(f"{kind}: ")]
    untold = [row for row in ROWS if row.about == kind and not any(line.startswith(f"{kind}: ") for line in row.told)]
    assert len(told) >= 4
    assert len(untold) >= 2
    for language in DATES:
        assert any(row.language == language and row in untold for row in ROWS)


def test_the_tables_are_about_kinds_and_tell_of_kinds() -> None:
    kinds = {kind.value for kind in mr.kinds()}
    assert {row.about for row in ROWS} == kinds
    assert {line.partition(": ")[0] for row in ROWS for line in row.told} <= kinds
    assert all(_wanted(line)["trigger"] in row.text for row in ROWS for line in row.told)


def test_the_tables_are_large_and_few_of_their_sentences_fail() -> None:
    by_language = {language: list(rows) for language, rows in itertools.groupby(ROWS, key=lambda row: row.language)}
    assert len(by_language["en"]) >= 300
    assert len(by_language["fr"]) >= 160
    assert len({row.text for row in ROWS}) == len(ROWS)
    assert sum(bool(row.fails) for row in ROWS) <= 0.08 * len(ROWS)


def test_the_codebook_tells_every_kind_and_its_examples_are_read() -> None:
    entries = tomllib.loads(resources.files("malirights.model").joinpath("kinds.toml").read_text("utf-8"))
    assert list(entries) == [kind.value for kind in mr.kinds()]
    assert all((kind.definition, kind.group) == (entries[kind]["definition"], entries[kind]["group"]) for kind in mr.kinds())
    examples = {entry["example"]: kind for kind, entry in entries.items()}
    others = {entry["counter_example"]["text"]: entry["counter_example"]["instead"] for entry in entries.values()}
    for texts, floor in ((examples, 39), (others, 35)):
        told = {text: {event.kind.value for event in mr.find_events(text, date=DATES["en"])} for text in texts}
        assert sum(kind in told[text] for text, kind in texts.items()) >= floor
