"""Corrections: out to tools for annotation, back in, kept apart, and put on again."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import malirights as mr

TEXT = """May 4, 2016

At least 30 bakers were arrested by soldiers in Orvel on 3 May 2012; the army denies that it holds them.

“It rained for nine days, 𝄞 and nobody opened the gate,” said Dr. Ada Moru, lawyer at Zanara Rights Watch.
“Nobody told us,” Moru added.

May 2, 2016

Paul Brevik was allegedly killed in Velmora in May 2015.
"""
PAGE = mr.parse(TEXT)

LINES = st.sampled_from(
    [
        "May 2, 2016",
        "Six bakers were allegedly abducted by soldiers in Orvel in May 2015.",
        "Paul Brevik was killed, and his sons were arrested, on 3 May 2012. 𝄞",
        "“It rained for nine days,” said Ada Moru, a lawyer at Zanara Rights Watch.",
        "“We want answers. 𝄞𝄞 They were arrested.” she added.",
        "« Il a plu neuf jours », a déclaré Ada Moru.",
        "Deux boulangers ont été arrêtés à Velmora en mai 2013.",
        "“It rained",
        "and never stopped,” said Moru.",
        "Subscribe to Zanara",
        "",
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", " \n\t\n"])
PAGES = st.lists(st.tuples(LINES, BREAKS), min_size=1, max_size=8).map(
    lambda lines: mr.parse("May 4, 2016\n\nIt rained in Orvel.\n" + "".join(line + gap for line, gap in lines))
)


def _web(page: mr.Page) -> dict[str, Any]:
    annotations: dict[str, Any] = json.loads(json.dumps(mr.to_web_annotations(page)))
    return annotations


def _body(annotations: dict[str, Any], exact: str, label: str) -> dict[str, Any]:
    """Find what is said of some words."""
    return next(
        body
        for item in annotations["items"]
        if item["target"]["selector"][1]["exact"] == exact
        for body in item["body"]
        if body.get("label") == label
    )


def _deep(page: mr.Page) -> dict[str, Any]:
    return mr.to_dict(page)


@given(PAGES)
def test_out_and_back_unchanged_is_an_equal_page(page: mr.Page) -> None:
    for annotations in (mr.to_brat(page), mr.to_brat(page).ann, _web(page), json.dumps(_web(page))):
        again = mr.corrected(page, annotations)
        assert again == page
        assert _deep(again) == _deep(page)
        assert {one.origin for one in mr.origins(again)} <= {"extracted"}


@given(PAGES, st.data())
def test_one_changed_value_is_one_corrected_value(page: mr.Page, data: st.DataObject) -> None:
    lines = mr.to_brat(page).ann.split("\n")
    statuses = [number for number, line in enumerate(lines) if line.startswith("A")]
    assume(statuses)
    number = data.draw(st.sampled_from(statuses))
    head, _, was = lines[number].rpartition(" ")
    status = data.draw(st.sampled_from(sorted({"reported", "alleged", "planned", "denied"} - {was})))
    lines[number] = f"{head} {status}"
    better = mr.corrected(page, "\n".join(lines), by="Neva Orlin", strict=True)
    (one,) = mr.origins(better, origin=["corrected", "added", "rejected"])
    assert (one.field, one.value, one.origin, one.by, one.was) == ("status", status, "corrected", "Neva Orlin", was)
    assert mr.from_dict(json.loads(json.dumps(mr.to_dict(better)))) == better
    assert pickle.loads(pickle.dumps(better)) == better  # noqa: S301 - pickled one line before


@given(PAGES, st.data())
def test_what_is_deleted_is_rejected(page: mr.Page, data: st.DataObject) -> None:
    annotations = _web(page)
    items = [item for item in annotations["items"] if item["body"][0]["value"] == "Quote"]
    assume(items)
    gone = data.draw(st.sampled_from(items))
    annotations["items"].remove(gone)
    better = mr.corrected(page, annotations, strict=True)
    assert sum(len(one.quotes) for one in page.statements) == sum(len(one.quotes) for one in better.statements) + 1
    rejected = mr.origins(better, origin="rejected")
    assert {one.of for one in rejected} == {"Quote"}
    assert rejected[0].value == gone["target"]["selector"][1]["exact"]


@given(PAGES, st.sampled_from(["\n\n", "\r\n", " \n \n"]))
def test_corrections_survive_other_spacing(page: mr.Page, gap: str) -> None:
    ann = re.sub(r"(A\d+\tstatus E\d+) \w+", r"\1 denied", mr.to_brat(page).ann)
    better = mr.corrected(page, ann)
    again = mr.parse("Main menu\n\n" + page.text.replace("\n", gap))
    assume([one.id for one in again.statements] == [one.id for one in page.statements])
    again = mr.corrected(again, mr.Corrections.of(better))
    told = [(str(event.kind), event.status) for one in again.statements for event in one.events]
    lost = [warning for warning in again.warnings if warning.code == "correction-lost"]
    assert len([status for _, status in told if status != "denied"]) <= len(lost)
    for statement in again.statements:
        for correction in statement.corrections:
            assert isinstance(correction.after, mr.Event)
            assert correction.after in statement.events or correction.after.trigger in [e.trigger for e in statement.events]


def test_the_same_page_read_again_takes_the_saved_corrections(tmp_path: Path) -> None:
    ann = mr.to_brat(PAGE).ann.replace("edtf=2012-05-03", "edtf=2012-05-04").replace("role=lawyer", "role=head lawyer")
    better = mr.corrected(PAGE, ann, by="Neva Orlin", strict=True)
    mr.Corrections.of(better).save(tmp_path / "mali.json")
    overlay = mr.Corrections.load(tmp_path / "mali.json")
    assert overlay == mr.Corrections.of(better)
    assert mr.corrected(mr.parse(TEXT), overlay, strict=True) == better
    assert mr.corrected(mr.parse(TEXT), tmp_path / "mali.json") == better
    assert mr.corrected(better, overlay) == better  # twice is once
    moved = mr.corrected(mr.parse("Menu\n" + TEXT.replace("\n", "\r\n").replace("30 bakers", "30  bakers")), overlay, strict=True)
    (event,) = [one for one in moved.statements[0].events if str(one.kind) == "arrest"]
    assert event.when
    assert event.when.edtf == "2012-05-04"
    assert event.when.span
    assert event.when.span.of(moved.statements[0].text) == event.when.expression == "3 May 2012"
