"""Writing files: the format by the suffix, whole files or none, and lines that come back as the objects they were."""

# What is given here is of the wrong type on purpose.
# ruff: noqa: ANN401

from __future__ import annotations

import io
import json
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import malirights as mr
from malirights.faces.out.jsonlines import jsonl_pieces
from malirights.faces.out.records import Of, things
from malirights.faces.out.spreadsheet import csv_pieces
from malirights.faces.out.writing import FORMATS
from strategies import statements

OF: tuple[Of, ...] = get_args(Of)
PAGE = mr.parse("May 4, 2016\n\n“It rained,” said Ada Moru.\n\nSix bakers were arrested in Orvel on 3 May 2016.")


@pytest.fixture
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _of_lines(text: str) -> list[Any]:
    """Read JSON Lines from a text."""
    return list(mr.read_jsonl(io.StringIO(text)))


@settings(max_examples=50)
@given(st.lists(statements(), max_size=3), st.sampled_from(OF))
def test_every_object_comes_back_from_json_lines(told: list[mr.Statement], of: Of) -> None:
    text = "".join(jsonl_pieces(told, of=of))
    expected = list(things(told, of, None))
    assert _of_lines(text) == expected
    assert [mr.from_dict(json.loads(line)) for line in text.split("\n")[:-1]] == expected


def test_half_a_surrogate_pair_comes_back_from_json_lines() -> None:
    file, page = io.BytesIO(), mr.parse("May 4, 2016\n\nThe \ud800 court sat.")
    mr.write(page, file, to="jsonl", of="statements")
    assert list(mr.read_jsonl(io.BytesIO(file.getvalue()))) == list(page.statements)


def test_statements_that_were_read_back_are_a_source(tmp_path: Path) -> None:
    path = tmp_path / "statements.jsonl"
    mr.write(PAGE, path, of="statements")
    assert mr.events(mr.read_jsonl(path)) == mr.events(PAGE)


@pytest.mark.parametrize(("name", "to"), [("a.csv", "csv"), ("A.CSV", "csv"), ("a.jsonl", "jsonl"), ("a.ndjson", "jsonl")])
def test_the_suffix_says_the_format(tmp_path: Path, name: str, to: str) -> None:
    mr.write(PAGE, tmp_path / name)
    pieces = {"csv": csv_pieces, "jsonl": jsonl_pieces}[to](PAGE)
    assert (tmp_path / name).read_bytes() == "".join(pieces).encode()


def test_the_format_may_be_said(tmp_path: Path) -> None:
    mr.write(PAGE, tmp_path / "events.txt", to="csv", of="quotes", only=mr.quotes(PAGE), signature=True, separator=";")
    assert (tmp_path / "events.txt").read_text("utf-8-sig").startswith("statement_id;date;")


@pytest.mark.parametrize("to", FORMATS)
def test_open_files_take_text_and_bytes_alike(to: str) -> None:
    if to == "report":
        pytest.importorskip("jinja2", reason="the report needs jinja2")
    text, raw = io.StringIO(newline=""), io.BytesIO()
    mr.write(PAGE, text, to=to)
    mr.write(PAGE, raw, to=to)
    assert text.getvalue().encode() == raw.getvalue()


@pytest.mark.parametrize(("to", "suffix"), [(to, suffix) for to, form in FORMATS.items() for suffix in form.suffixes])
def test_the_name_of_an_open_file_says_the_format(tmp_path: Path, to: str, suffix: str) -> None:
    if to == "report":
        pytest.importorskip("jinja2", reason="the report needs jinja2")
    raw = io.BytesIO()
    mr.write(PAGE, raw, to=to)
    with (tmp_path / f"named{suffix}").open("w", encoding="utf-8", newline="") as file:
        mr.write(PAGE, file)
    assert (tmp_path / f"named{suffix}").read_bytes() == raw.getvalue()


@pytest.mark.parametrize(
    ("target", "options", "kind", "says"),
    [
        ("events.xls", {}, mr.InvalidValueError, r"'\.xls'.*\.csv, \.jsonl"),
        ("events", {}, mr.InvalidValueError, r"''.*\.csv, \.jsonl"),
        ("events.csv", {"to": "xls"}, mr.InvalidValueError, "'xls'; it is one of csv, jsonl"),
        ("events.csv", {"to": ["csv"]}, mr.InvalidValueError, "it is one of csv, jsonl"),
        (io.StringIO(), {}, mr.InvalidValueError, "to='csv'"),
        ("events.csv", {"colour": "red"}, mr.InvalidTypeError, "no option 'colour'; it has of, only, signature, separator"),
        ("events.jsonl", {"signature": True}, mr.InvalidTypeError, "jsonl has no option 'signature'; it has of, only"),
        ("events.csv", {"of": "poems"}, mr.InvalidValueError, "events, statements, quotes, incidents"),
        ("no-such-folder/events.csv", {}, mr.WriteError, "cannot write 'no-such-folder/events.csv': No such file"),
        ("events\0.csv", {}, mr.WriteError, "cannot write"),
        (3, {}, mr.InvalidTypeError, "a path or an open file, got int"),
    ],
)
def test_what_cannot_be_written_is_told(
    in_a_folder: Path, target: Any, options: dict[str, Any], kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind, match=says):
        mr.write(PAGE, target, **options)
    assert list(in_a_folder.iterdir()) == []


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    tmp_path.joinpath("events.csv").mkdir()
    with pytest.raises(mr.WriteError, match="directory"):
        mr.write(PAGE, tmp_path / "events.csv")


def test_a_file_that_takes_no_such_letters_is_told() -> None:
    file = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    with pytest.raises(mr.WriteError, match="ascii"):
        mr.write(PAGE, file, to="csv", of="statements")


def _failing() -> Iterator[mr.Page]:
    """Give a page, then fail as a source that is read on the way can."""
    yield PAGE
    message = "the disk is gone"
    raise mr.ReadError(message, path="zanara.txt")


def test_what_fails_half_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("old", "utf-8")
    with pytest.raises(mr.ReadError, match="the disk is gone"):
        mr.write(_failing(), path)
    assert (path.read_text("utf-8"), list(tmp_path.iterdir())) == ("old", [path])


def test_rows_are_written_as_they_come() -> None:
    file = io.StringIO()
    with pytest.raises(mr.ReadError):
        mr.write(_failing(), file, to="jsonl")
    assert _of_lines(file.getvalue()) == list(mr.events(PAGE))


def test_a_leftover_of_a_killed_process_is_in_nobody_s_way(tmp_path: Path) -> None:
    leftover = tmp_path / ".malirights-0.part"
    leftover.write_text("half", "utf-8")
    mr.write(PAGE, tmp_path / "events.csv")
    assert (leftover.read_text("utf-8"), sorted(path.name for path in tmp_path.iterdir())) == (
        "half",
        [leftover.name, "events.csv"],
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither these rights nor such pipes")
def test_rights_links_and_pipes_are_kept(tmp_path: Path) -> None:
    path, link, pipe = tmp_path / "events.csv", tmp_path / "link.csv", tmp_path / "pipe.csv"
    path.write_text("old", "utf-8")
    path.chmod(0o600)
    link.symlink_to(path)
    mr.write(PAGE, link)
    assert link.is_symlink()
    assert path.read_text("utf-8").startswith("statement_id,")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes().decode()))
    reader.start()
    mr.write(PAGE, pipe)
    reader.join(timeout=30)
    assert got == [path.read_bytes().decode()]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("line", ["{", "[]", '{"class": "Poem"}', '{"class": "Span", "span": [9, 3]}', "[" * 100_000])
def test_a_line_that_is_no_object_is_told_by_its_number(line: str) -> None:
    with pytest.raises(mr.InvalidValueError, match="line 3: ") as caught:
        _of_lines('{"class": "Span", "span": [3, 9]}\n\n' + line)
    assert caught.value.line == 3  # type: ignore[attr-defined]


def test_bytes_that_are_no_text_are_told() -> None:
    with pytest.raises(mr.InvalidValueError, match=r"line 1: .*utf-8"):
        list(mr.read_jsonl(io.BytesIO(b"\xff\n")))


def test_a_signature_is_read_over() -> None:
    assert list(mr.read_jsonl(io.BytesIO(b'\xef\xbb\xbf{"class": "Span", "span": [3, 9]}\n'))) == [mr.Span(3, 9)]


@pytest.mark.parametrize("path", ["absent.jsonl", "nul\0.jsonl", "."])
def test_a_file_that_cannot_be_read_is_told(path: str) -> None:
    with pytest.raises(mr.ReadError, match="cannot read"):
        list(mr.read_jsonl(path))
