"""Reading files: every way to give one, every encoding, the text and the text unaltered."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import codecs
import io
import os
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr

TEXT = "May 4, 2016\n\nThe café of Velmora was closed.\n\n“It rained for nine days,” said Ada Moru.\n"
UNCLOSED = "May 4, 2016\n\nAda Moru said: “It rained for nine days.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a saved page."""
    file = tmp_path / "zanara.txt"
    file.write_bytes(TEXT.encode())
    return file


def _read(raw: bytes) -> mr.Page:
    """Read bytes as if they were a file."""
    return mr.read(io.BytesIO(raw))


def _codes(page: mr.Page) -> list[str]:
    return [warning.code for warning in page.warnings]


def test_reads_a_path_in_every_form(path: Path) -> None:
    page = mr.parse(TEXT)
    assert mr.read(path) == page
    assert mr.read(str(path)) == page


def test_reads_a_path_of_another_library(path: Path) -> None:
    class Elsewhere(os.PathLike[str]):
        def __fspath__(self) -> str:
            return str(path)

    assert mr.read(Elsewhere()) == mr.parse(TEXT)


def test_reads_open_files(path: Path) -> None:
    page = mr.parse(TEXT)
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        assert mr.read(binary) == page
        assert mr.read(text) == page
    assert mr.read(io.BytesIO(TEXT.encode())) == page
    assert mr.read(io.StringIO(TEXT)) == page


def test_leaves_an_open_file_open(path: Path) -> None:
    with path.open("rb") as binary:
        mr.read(binary)
        assert not binary.closed


def test_keeps_who_published_it_and_where(path: Path) -> None:
    page = mr.read(path, publisher="Zanara Rights Watch", url="https://zanara.invalid/news")
    assert (page.publisher, page.url) == ("Zanara Rights Watch", "https://zanara.invalid/news")
    assert (page.statements[0].publisher, page.statements[0].url) == (page.publisher, page.url)


def test_plain_utf_8_is_no_news() -> None:
    page = _read(TEXT.encode())
    assert page.text == TEXT
    assert page.warnings == ()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8 with a byte order mark"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("windows-1252"), "windows-1252.*byte 20 "),
    ],
)
def test_other_encodings_are_read_and_said(raw: bytes, says: str) -> None:
    page = _read(raw)
    assert page.text == TEXT
    assert page.statements == mr.parse(TEXT).statements
    (warning,) = page.warnings
    assert (warning.code, warning.span) == ("encoding", None)
    assert re.search(says, warning.message)


def test_a_byte_order_mark_in_a_text_file_hides_no_entry(tmp_path: Path) -> None:
    path = tmp_path / "zanara.txt"
    path.write_bytes(codecs.BOM_UTF8 + TEXT.encode())
    with path.open(encoding="utf-8") as text:
        page = mr.read(text)
    assert [statement.date for statement in page.statements] == [mr.parse(TEXT).statements[0].date]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_spaces_are_kept_as_they_are(end: str, tmp_path: Path) -> None:
    text = ("  May 4, 2016\xa0\n\nThe\xa0court  sat.\t\n\n\n“It rained for nine days,” said Ada Moru.").replace("\n", end)
    path = tmp_path / "zanara.txt"
    path.write_bytes(text.encode())
    page = mr.read(path)
    assert page.text == text
    (statement,) = page.statements
    assert statement.span.of(text) == statement.text
    assert statement.id == mr.parse(text.replace(end, "\n")).statements[0].id
    (quote,) = statement.quotes
    assert text[statement.span.start :][quote.span.start : quote.span.end] == "It rained for nine days,"


@pytest.mark.parametrize(
    ("raw", "offset", "encodings"),
    [
        (b"May 4, 2016\n\n\xff\x81", 13, ("utf-8", "windows-1252")),
        (b"May 4, 2016\n\n\x8d", 13, ("utf-8", "windows-1252")),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 8, ("utf-8", "windows-1252")),
        (TEXT.encode("utf-16-le"), 1, ("utf-8", "windows-1252")),
        (codecs.BOM_UTF16_LE + "May".encode("utf-16-le") + b"\x00", 8, ("utf-16-le",)),
        (codecs.BOM_UTF16_BE + "May".encode("utf-16-be") + b"\xd8\x00", 8, ("utf-16-be",)),
    ],
)
def test_bytes_that_are_no_text_are_refused(raw: bytes, offset: int, encodings: tuple[str, ...]) -> None:
    with pytest.raises(mr.DecodeError, match=str(offset)) as caught:
        _read(raw)
    assert (caught.value.offset, caught.value.encodings) == (offset, encodings)
    assert isinstance(caught.value, ValueError)
    assert pickle.loads(pickle.dumps(caught.value)).offset == offset  # noqa: S301 - our own bytes


def test_a_utf_8_page_with_one_broken_byte_is_shown_that_byte() -> None:
    raw = TEXT.encode() + b"\xff"  # the curly marks before it are fine in UTF-8, and no Windows-1252
    with pytest.raises(mr.DecodeError, match=rf"\b{len(raw) - 1}\b"):
        _read(raw)


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "absent.txt"
    with pytest.raises(mr.ReadError, match=r"absent\.txt") as caught:
        mr.read(path)
    assert caught.value.path == str(path)
    assert isinstance(caught.value, OSError)


def test_a_directory_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(mr.ReadError, match=r"directory.*read_all"):
        mr.read(tmp_path)


@pytest.mark.parametrize("raw", [b"", b"\n \n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"Nobody knows when it rained."])
def test_a_page_without_an_entry_is_refused(raw: bytes) -> None:
    with pytest.raises(mr.NoStatementsError, match="December 11, 2018"):
        _read(raw)


@pytest.mark.parametrize("source", [None, 3, TEXT.encode(), ["zanara.txt"], object()])
def test_what_is_no_file_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match=r"a path or an open file.*parse\(text\)"):
        mr.read(source)


def test_an_open_file_gives_text_or_bytes() -> None:
    class Odd:
        def read(self) -> list[str]:
            return ["May 4, 2016"]

    with pytest.raises(mr.InvalidTypeError, match="list"):
        mr.read(Odd())  # type: ignore[arg-type]


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(mr.ReadError):
        mr.read("May 4, 2016\0")


def test_strict_raises_what_would_be_said() -> None:
    with pytest.raises(mr.StrictError, match="encoding") as caught:
        mr.read(io.BytesIO(TEXT.encode("windows-1252")), strict=True)
    assert [getattr(warning, "code", None) for warning in caught.value.warnings] == ["encoding"]
    assert mr.read(io.BytesIO(TEXT.encode()), strict=True) == mr.parse(TEXT)


def test_strict_raises_all_at_once() -> None:
    raw = (UNCLOSED + "\nThe café was closed.").encode("windows-1252")
    assert _codes(_read(raw)) == ["encoding", "unclosed-quote"]
    with pytest.raises(mr.StrictError, match=r"encoding.*unclosed-quote"):
        mr.read(io.BytesIO(raw), strict=True)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_as_ours(raw: bytes) -> None:
    try:
        page = _read(b"May 4, 2016\n\n" + raw)
    except mr.MalirightsError:
        return
    assert page.text.startswith("May 4, 2016\n\n")


def test_the_sample_says_that_it_is_invented() -> None:
    first = mr.sample().splitlines()[0]
    assert "invented" in first.casefold()
    assert len(mr.parse(mr.sample()).statements) >= 12
