"""CSV: read back whole by csv and pandas, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from typing import get_args

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import malirights as mr
from malirights.faces.out.records import Of
from malirights.faces.out.schemas import TABLES, rows
from malirights.faces.out.spreadsheet import AND, csv_pieces
from strategies import statements

OF: tuple[Of, ...] = get_args(Of)
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
ATTACKS = st.builds(
    "".join,
    st.lists(st.sampled_from([*STARTS, " ", "'", '"', "“", ",", ";", "\u00a0", "\ufeff", "\u200b", "1", "cmd|' /C calc'!A0"])),
).filter(bool)
PAGE = mr.parse("May 4, 2016\n\n“It rained,” said Ada Moru.\n\nSix bakers were arrested in Orvel on 3 May 2016.")


def _said(words: str) -> mr.Quote:
    """Make a quote of any words."""
    return mr.Quote(text=words, span=mr.Span(0, len(words)))


def _statement(words: str) -> mr.Statement:
    """Make a statement that is its own quote."""
    span = mr.Span(0, len(words))
    return mr.Statement(id="x", date=PAGE.statements[0].date, text=words, span=span, quotes=(_said(words),))


def _cells(text: str, separator: str = ",") -> list[list[str]]:
    """Read CSV as the standard library does."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def _words(cell: str) -> str:
    """Take the escape away by the rule that the documentation states."""
    return cell.removeprefix("'")


@given(ATTACKS)
@example("=1+1")
@example("'=1+1")
@example("''=1+1")
@example(' "=1+1')
@example('x"\r\n=1+1')
def test_no_cell_of_words_is_a_formula_and_every_one_comes_back(words: str) -> None:
    _, row = _cells("".join(csv_pieces(_statement(words), of="quotes")))
    cell = row[5]
    assert not cell.lstrip(" \u00a0\ufeff\u200b\"“'").startswith(STARTS) or cell.startswith("'")
    assert _words(cell) == words


@given(ATTACKS)
def test_openpyxl_takes_no_cell_for_a_formula(words: str) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, a client of the cells, is not installed")
    sheet = openpyxl.Workbook().active
    for row in _cells("".join(csv_pieces(_statement(words), of="quotes"))):
        for number, value in enumerate(row, 1):
            assert sheet.cell(row=1, column=number, value=value).data_type != "f"


@settings(max_examples=50)
@given(st.lists(statements(), max_size=3), st.sampled_from(OF), st.sampled_from([",", ";", "\t"]))
def test_every_cell_comes_back(told: list[mr.Statement], of: Of, separator: str) -> None:
    text = "".join(csv_pieces(told, of=of, separator=separator))  # type: ignore[arg-type]
    header, *cells = _cells(text, separator)
    assert header == [column.name for column in TABLES[of]]
    for got, values in zip(cells, rows(told, of, None), strict=True):
        for column, cell, value in zip(TABLES[of], got, values, strict=True):
            if column.type in {"text", "category"}:
                assert _words(cell) == (value or "")
            elif column.type == "texts":
                assert _words(cell) == AND.join(value)
            elif column.type == "wholes":
                assert cell == AND.join(map(str, value))
            elif column.type == "number":
                assert (float(cell) if cell else None) == value
            elif column.type == "truth":
                assert cell == {True: "true", False: "false", None: ""}[value]
            else:
                assert cell == ("" if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value))


def test_negative_numbers_stay_numbers() -> None:
    place = mr.Place(name="Orvel", mention="Orvel", span=mr.Span(0, 5), latitude=-3.5, longitude=-0.25, known=True)
    statement = PAGE.statements[0]
    moved = attrs.evolve(statement, events=(attrs.evolve(statement.events[0], where=place),))
    header, row = _cells("".join(csv_pieces(moved)))
    assert (row[header.index("latitude")], row[header.index("longitude")]) == ("-3.5", "-0.25")


def test_the_signature_stands_first_and_only_where_it_is_asked_for() -> None:
    assert "".join(csv_pieces(PAGE, signature=True)) == "\ufeff" + "".join(csv_pieces(PAGE))


def test_an_empty_source_has_the_header() -> None:
    assert _cells("".join(csv_pieces([], of="quotes"))) == [[column.name for column in TABLES["quotes"]]]


def test_an_unknown_separator_is_refused() -> None:
    with pytest.raises(mr.InvalidValueError, match="one of ',', ';'"):
        list(csv_pieces(PAGE, separator="|"))  # type: ignore[arg-type]


def test_pandas_reads_it_back_as_the_frame() -> None:
    pandas = pytest.importorskip("pandas", reason="frames need pandas")
    text = "".join(csv_pieces(PAGE, signature=True))
    read = pandas.read_csv(
        io.BytesIO(text.encode()), encoding="utf-8-sig", keep_default_na=False, na_values=[""], parse_dates=["earliest"]
    )
    frame = mr.to_frame(PAGE)
    assert read["earliest"].to_list() == frame["earliest"].to_list()
    assert read["sentence"].to_list() == frame["sentence"].to_list()
    assert read["count_low"].to_list() == frame["count_low"].to_list()


def test_line_ends_inside_a_cell_survive_pandas() -> None:
    pandas = pytest.importorskip("pandas", reason="frames need pandas")
    text = "".join(csv_pieces(_statement('one\ntwo\r\nthree "four"'), of="quotes"))
    assert pandas.read_csv(io.BytesIO(text.encode()))["text"].to_list() == ['one\ntwo\r\nthree "four"']
