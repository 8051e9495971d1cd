"""Corrections: out to tools for annotation, back in, kept apart, and put on again."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
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


def _deep(page: mr.Page) -> dict[str, Any]:
    return mr.to_dict(page)


@settings(max_examples=30)
@given(PAGES)
def test_out_and_back_unchanged_is_an_equal_page(page: mr.Page) -> None:
    for given_back in (mr.to_brat(page), mr.to_brat(page).ann, _web(page), json.dumps(_web(page))):
        again = mr.corrected(page, given_back, strict=True)
        assert again == page
        assert _deep(again) == _deep(page)
        assert {one.origin for one in mr.origins(again)} <= {"extracted"}


@settings(max_examples=30)
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


@settings(max_examples=30)
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


@settings(max_examples=30)
@given(PAGES, st.sampled_from(["\n\n", "\r\n", " \n \n"]))
def test_corrections_survive_other_spacing(page: mr.Page, gap: str) -> None:
    ann = re.sub(r"(A\d+\tstatus E\d+) \w+", r"\1 denied", mr.to_brat(page).ann)
    overlay = mr.Corrections.of(mr.corrected(page, ann))
    again = mr.parse("Main menu\n\n" + page.text.replace("\n", gap))
    assume([one.id for one in again.statements] == [one.id for one in page.statements])
    assume([len(one.events) for one in again.statements] == [len(one.events) for one in page.statements])
    moved = mr.corrected(again, overlay, strict=True)
    assert {event.status for one in moved.statements for event in one.events} <= {"denied"}
    for statement in moved.statements:
        for correction in statement.corrections:
            assert isinstance(correction.after, mr.Event)
            assert correction.after.trigger in [event.trigger for event in statement.events]


def test_the_same_page_read_again_takes_the_saved_corrections(tmp_path: Path) -> None:
    ann = mr.to_brat(PAGE).ann.replace("edtf=2012-05-03", "edtf=2012-05-04").replace("role=lawyer", "role=head lawyer")
    better = mr.corrected(PAGE, ann, by="Neva Orlin", strict=True)
    mr.Corrections.of(better).save(tmp_path / "mali.json")
    overlay = mr.Corrections.load(tmp_path / "mali.json")
    assert overlay == mr.Corrections.of(better)
    assert mr.corrected(mr.parse(TEXT), overlay, strict=True) == better
    assert mr.corrected(mr.parse(TEXT), tmp_path / "mali.json") == better
    assert mr.corrected(better, overlay) == better  # twice is once
    spaced = "Menu\n" + TEXT.replace("\n", "\r\n").replace("30 bakers", "30  bakers")
    statement = mr.corrected(mr.parse(spaced), overlay, strict=True).statements[0]
    (event,) = [one for one in statement.events if str(one.kind) == "arrest"]
    assert event.when
    assert event.when.edtf == "2012-05-04"
    assert event.when.span
    assert event.when.span.of(statement.text) == event.when.expression == "3 May 2012"


def test_what_no_longer_fits_is_reported_and_not_dropped() -> None:
    ann = mr.to_brat(PAGE).ann.replace("reported", "planned")
    overlay = mr.Corrections.of(mr.corrected(PAGE, ann, strict=True))
    count = sum(len(statement.corrections) for statement in overlay.statements)
    other = mr.parse(TEXT.replace("Orvel", "Karvane"))
    changed = mr.corrected(other, overlay)
    assert {warning.code for warning in changed.warnings} == {"correction-lost"}
    assert len(changed.warnings) == count
    assert "is not on the page" in changed.warnings[0].message
    unfound = mr.corrected(mr.parse(TEXT, find=["quotes"]), overlay)
    assert [warning.code for warning in unfound.warnings] == ["correction-lost"] * count
    assert unfound.warnings[0].span
    assert unfound.warnings[0].span.of(TEXT) == "arrested"
    with pytest.raises(mr.StrictError, match="not taken over") as caught:
        mr.corrected(other, overlay, strict=True)
    assert caught.value.warnings == changed.warnings


def test_corrections_of_several_people_keep_who_made_which() -> None:
    first = mr.corrected(PAGE, mr.to_brat(PAGE).ann.replace("status E3 reported", "status E3 alleged"), by="Neva Orlin")
    ann = mr.to_brat(first).ann.replace("edtf=2012-05-03", "edtf=2012-05")
    second = mr.corrected(first, ann, by="Pell Havrin", strict=True)
    made = {(one.field, one.by) for one in mr.origins(second, origin="corrected")}
    assert made == {("status", "Neva Orlin"), ("when", "Pell Havrin"), ("edtf", "Pell Havrin")}
    assert mr.corrected(mr.parse(TEXT), mr.Corrections.of(second), strict=True) == second


def test_annotations_of_another_reading_are_refused() -> None:
    ann = mr.to_brat(PAGE).ann
    for other in (mr.parse(TEXT, find=["quotes"]), mr.parse("May 1, 2016\n\nIt rained.\n\n" + TEXT)):
        with pytest.raises(mr.InvalidValueError, match="another reading of the page"):
            mr.corrected(other, ann)


@pytest.mark.parametrize("thing", [None, 3, 2.5, object()])
def test_wrong_things_are_refused(thing: object) -> None:
    with pytest.raises(mr.InvalidTypeError):
        mr.corrected(PAGE, thing)  # type: ignore[arg-type]
    with pytest.raises(mr.InvalidTypeError):
        mr.corrected(thing, "")  # type: ignore[arg-type]


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    with pytest.raises(mr.ReadError, match="cannot read the annotations"):
        mr.corrected(PAGE, tmp_path / "absent.ann")
    (tmp_path / "other.json").write_text('{"class": "Corrections"}')
    with pytest.raises(mr.InvalidValueError, match="these are no corrections"):
        mr.Corrections.load(tmp_path / "other.json")
    (tmp_path / "other.json").write_text("{")
    with pytest.raises(mr.InvalidValueError, match="no JSON"):
        mr.Corrections.load(tmp_path / "other.json")
