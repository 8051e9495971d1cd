"""Brat: what its readers see, and what its annotators change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import malirights as mr

TEXT = """May 4, 2016

At least 30 bakers were arrested by soldiers in Orvel on 3 May 2012.

“It rained for nine days, 𝄞 and nobody opened the gate,” said Dr. Ada Moru, lawyer at Zanara Rights Watch.
"""
PAGE = mr.parse(TEXT)
ANN = mr.to_brat(PAGE).ann

PIECES = st.sampled_from(
    [
        "“It rained 𝄞𝄞 for nine days,” said Ada Moru, a\tlawyer. ",
        "Six bakers were allegedly abducted\r\nby soldiers in Orvel. ",
        "“Nobody\ncame,” she\r said. ",
        "Paul Brevik was killed.\u2028",
        "\r\n\r\n",
    ]
)
PAGES = st.lists(PIECES, max_size=5).map(lambda pieces: mr.parse("May 4, 2016\r\n\r\nIt rained.\r\n" + "".join(pieces)))


def _changed(*changes: tuple[str, str]) -> mr.Page:
    ann = ANN
    for old, new in changes:
        assert old in ann
        ann = ann.replace(old, new)
    return mr.corrected(PAGE, ann)


def _origins(page: mr.Page) -> list[tuple[str, object, str]]:
    return [(one.field, one.value, one.origin) for one in mr.origins(page, origin=["corrected", "added", "rejected"])]


@settings(max_examples=40)
@given(PAGES)
def test_an_independent_reader_finds_the_same_words(page: mr.Page) -> None:
    brat = pytest.importorskip("bioc.brat", reason="bioc reads files of brat")
    files = mr.to_brat(page)
    document = brat.loads(files.text, files.ann)
    assert len(document.entities) == sum(line.startswith("T") for line in files.ann.split("\n"))
    for entity in document.entities:
        pieces = [files.text[piece.begin : piece.end] for piece in sorted(entity.locations, key=lambda piece: piece.begin)]
        assert " ".join(pieces) == entity.text
        assert "\n" not in entity.text
    words = {entity.id: entity for entity in document.entities}
    for event in document.events:
        assert words[event.trigger_id].type == event.type
        assert set(event.arguments.values()) <= set(words)
    assert len(document.events) == sum(len(one.quotes) + len(one.events) for one in page.statements)
    assert len(files.text) == len(page.text)


def test_the_files_are_those_that_brat_opens(tmp_path: Path) -> None:
    files = mr.to_brat(mr.parse(TEXT.replace("\n", "\r\n")))
    files.save(tmp_path / "mali")
    assert (tmp_path / "mali.txt").read_bytes().decode() == files.text
    assert (tmp_path / "mali.ann").read_bytes().decode() == files.ann
    conf = (tmp_path / "annotation.conf").read_text("utf-8")
    assert [line for line in conf.split("\n") if line.startswith("[")] == [
        "[entities]",
        "[events]",
        "[relations]",
        "[attributes]",
    ]
    assert "arrest\tPerpetrator*:Party, Victim*:Party, Place?:Place" in conf
    assert {kind.value for kind in mr.kinds()} <= set(re.findall(r"^\w+", conf, re.MULTILINE))
    assert mr.corrected(mr.parse(TEXT.replace("\n", "\r\n")), tmp_path / "mali.ann") == mr.parse(TEXT.replace("\n", "\r\n"))


def test_a_kind_a_party_and_a_speaker_are_corrected() -> None:
    page = _changed(("\tarrest ", "\tabduction "), ("\tarrest:", "\tabduction:"))
    assert _origins(page) == [("kind", mr.EventKind.ABDUCTION, "corrected")]
    page = _changed(("name=Ada Moru" if "name=Ada Moru" in ANN else "kind=person", "name=Ada Brevik | kind=person"))
    (quote,) = page.statements[0].quotes
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.mention, quote.speaker.name_span, quote.rule) == (
        "Ada Brevik",
        "Ada Moru",
        None,
        None,
    )
    assert quote.speaker.role == "lawyer at Zanara Rights Watch"
    assert [field for field, _, _ in _origins(page)] == ["speaker"]


def test_an_argument_is_taken_away() -> None:
    (victim,) = re.findall(r" Victim:T\d+", ANN)
    page = _changed((victim, ""))
    assert _origins(page) == [("victims", (), "corrected")]


def test_a_new_event_with_its_parties_is_added() -> None:
    start, end = TEXT.index("opened"), TEXT.index("opened") + 6
    new = f"T90\trelease {start} {end}\topened\nE90\trelease:T90\nA90\tstatus E90 planned\n"
    page = mr.corrected(PAGE, ANN + new, by="Neva Orlin", strict=True)
    (event,) = [one for one in page.statements[0].events if str(one.kind) == "release"]
    assert (event.status, event.statement_id, event.date) == ("planned", PAGE.statements[0].id, PAGE.statements[0].date)
    assert event.trigger.of(page.statements[0].text) == "opened"
    assert event.sentence.contains(event.trigger)
    assert {(one.origin, one.by) for one in mr.origins(page, origin="added")} == {("added", "Neva Orlin")}


def test_a_quote_is_widened_and_a_new_time_added() -> None:
    (line,) = [line for line in ANN.split("\n") if "\tQuote " in line and line.startswith("T")]
    name, place, _ = line.split("\t")
    start, end = map(int, place.split(" ")[1:])
    page = _changed((line, f"{name}\tQuote {start} {end - 1}\t{TEXT[start : end - 1]}"))
    assert _origins(page) == [("text", TEXT[start : end - 1], "corrected")]
    at = TEXT.index("nine days")
    page = mr.corrected(PAGE, ANN + f"T90\tDate {at} {at + 9}\tnine days\n#90\tAnnotatorNotes T90\tedtf=2012-05\n")
    assert [when.edtf for when in page.statements[0].dates][-1] == "2012-05"
    assert _origins(page) == [("edtf", "2012-05", "added")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("T90\tarrest 0 3\tJune", "the page 'May'"),
        ("T90\tarrest 9999 99999\tJune", "is not on the page"),
        ("T90\tarrest 999999999999 9999999999999\tJune", "is not on the page"),
        ("T90\tpoem 0 3\tMay", "unknown type 'poem'"),
        ("T90\tDate 0 3\tMay", "lacks a value: write edtf="),
        ("T90\tDate 0 3\tMay\n#90\tAnnotatorNotes T90\tedtf=soon", "soon"),
        ("T90\tDate 0 3\tMay\n#90\tAnnotatorNotes T90\tedtf=2012 | colour=red", "has no 'colour'"),
        ("T90\tarrest 0 3\tMay\nE90\tarrest:T90 Victim:T99", "T99 is no Party"),
        ("T90\tarrest 0 3\tMay\nA90\tstatus T90 dreamt", "unknown status 'dreamt'"),
        ("#90\tAnnotatorNotes T1\twho is this?", "no value but a remark"),
        ("#90\tAnnotatorNotes T99\tname=Ada", "T99, which is not there"),
        ("E90\tarrest:T99", "no trigger 'T99'"),
        ("R1\tSame Arg1:T1 Arg2:T2", "no line of brat that malirights reads"),
        ("nonsense", "no line of brat"),
    ],
)
def test_what_cannot_be_read_is_reported_and_the_rest_taken(line: str, said: str) -> None:
    page = mr.corrected(PAGE, ANN.replace("reported", "denied") + line + "\n")
    assert any(said in warning.message for warning in page.warnings)
    assert {warning.code for warning in page.warnings} == {"correction-unread"}
    assert ("status", "denied", "corrected") in _origins(page)


def test_only_a_page_is_written() -> None:
    with pytest.raises(mr.InvalidTypeError, match="takes a Page"):
        mr.to_brat("text")  # type: ignore[arg-type]
