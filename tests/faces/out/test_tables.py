"""Tables: one schema each, the same for whatever a source holds, in pandas, Arrow, Parquet, polars and DuckDB."""

# Tables of other libraries, and values of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import importlib
import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import malirights as mr
from malirights.faces.out.columns import ColumnType
from malirights.faces.out.records import Of
from malirights.faces.out.schemas import TABLES, rows
from strategies import statements

ROOT = Path(__file__).resolve().parents[3]
GUIDE = ROOT / "docs" / "howto" / "polars-and-duckdb.md"
OF: tuple[Of, ...] = get_args(Of)
PAGE = mr.parse(
    "May 9, 2016\n\nPosted at 0001 BST 9 May 2016\n\nSix bakers were arrested in Orvel in early May 2016.\n\n"
    "“It rained for nine days,” said Ada Moru, a lawyer at Zanara Rights Watch.\n\n"
    "May 4, 2016\n\nSoldiers allegedly arrested six bakers in Orvel on 3 May 2016. "
    "At least five millers were arrested in Velmora in 2014."
)


def _row(of: Of, number: int = 0) -> dict[str, Any]:
    """Give a row of the page by its columns."""
    return dict(zip([column.name for column in TABLES[of]], list(rows(PAGE, of, None))[number], strict=True))


@pytest.mark.parametrize("of", OF)
def test_every_column_has_one_name_a_known_type_and_a_meaning(of: Of) -> None:
    columns = TABLES[of]
    assert len({column.name for column in columns}) == len(columns)
    assert {column.type for column in columns} <= set(get_args(ColumnType))
    assert all(column.meaning for column in columns)
    assert columns[0].name == "statement_id"


def test_an_event_shows_its_evidence() -> None:
    told = _row("events", 1)
    text = PAGE.statements[1].text
    assert (told["kind"], told["group"], told["status"]) == ("arrest", "accountability", "alleged")
    assert (told["earliest"], told["latest"], told["edtf"]) == (dt.date(2016, 5, 3), dt.date(2016, 5, 3), "2016-05-03")
    assert (told["perpetrators_words"], told["victims"], told["count_low"]) == (("Soldiers",), ("six bakers",), 6)
    for name in ("trigger", "sentence", "when", "place", "status", "count"):
        words = told[name if name in {"trigger", "sentence"} else f"{name}_words"]
        assert text[told[f"{name}_start"] : told[f"{name}_end"]] == words
    (start,), (end,) = told["victims_starts"], told["victims_ends"]
    assert text[start:end] == "six bakers"


def test_a_quote_shows_its_evidence() -> None:
    said = _row("quotes")
    text = PAGE.statements[0].text
    for name in ("cue", "role", "attribution", "speaker"):
        assert text[said[f"{name}_start"] : said[f"{name}_end"]] == said[name]
    assert text[said["start"] : said["end"]] == said["text"]


def test_an_open_end_is_missing_and_an_open_time_differs_from_none() -> None:
    statement = PAGE.statements[0]
    open_end, untold = mr.When.from_edtf("2014/.."), None
    for when, expected in ((open_end, (dt.date(2014, 1, 1), None, "2014-01-01/..")), (untold, (None, None, None))):
        event = attrs.evolve(statement.events[0], when=when)
        (row,) = rows(attrs.evolve(statement, events=(event,)), "events", None)
        told = dict(zip([column.name for column in TABLES["events"]], row, strict=True))
        assert (told["earliest"], told["latest"], told["edtf"]) == expected


def test_a_release_keeps_its_offset() -> None:
    told = _row("statements")
    assert told["released"] == PAGE.statements[0].released
    assert told["released_local"] - told["released"].replace(tzinfo=None) == dt.timedelta(hours=1)


def test_a_release_before_all_years_is_told() -> None:
    early = dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))
    with pytest.raises(mr.InvalidValueError, match="no year from 1 to 9999"):
        list(rows(attrs.evolve(PAGE.statements[0], released=early), "statements", None))


def test_a_number_beyond_64_bits_becomes_an_interval_that_holds_it() -> None:
    event = attrs.evolve(PAGE.statements[0].events[0], count=mr.Count(low=10**30, high=10**31))
    (row,) = rows(attrs.evolve(PAGE.statements[0], events=(event,)), "events", None)
    told = dict(zip([column.name for column in TABLES["events"]], row, strict=True))
    assert (told["count_low"], told["count_high"]) == (2**63 - 1, None)


def test_half_a_surrogate_pair_leaves_all_offsets_right() -> None:
    page = mr.parse("May 4, 2016\n\nThe \ud800 court sat.")
    (row,) = rows(page, "statements", None)
    told = dict(zip([column.name for column in TABLES["statements"]], row, strict=True))
    assert told["text"] == page.text.replace("\ud800", "\ufffd")


def test_only_keeps_what_a_verb_selects() -> None:
    chosen = mr.events(PAGE, where="Velmora")
    found = list(rows(PAGE, "events", chosen))
    assert [row[0] for row in found] == [event.statement_id for event in chosen] == [PAGE.statements[1].id]
    assert list(rows(PAGE, "events", ())) == []
    assert len(list(rows([PAGE, PAGE], "events", mr.events([PAGE, PAGE])))) == 2 * len(mr.events(PAGE))
    assert [row[0] for row in rows(PAGE, "statements", PAGE.statements[:1])] == [PAGE.statements[0].id]
    assert len(list(rows(PAGE, "incidents", mr.incidents(PAGE)[:1]))) == 1


def test_only_takes_indirect_speech() -> None:
    page = mr.parse("May 4, 2016\n\nZoé Moru said that it had rained.")
    chosen = mr.quotes(page, indirect=True)
    assert [row[5] for row in rows(page, "quotes", chosen)] == ["it had rained"]


@pytest.mark.parametrize(("of", "only"), [("events", [None]), ("quotes", mr.events(PAGE)), ("incidents", 3)])
def test_only_refuses_anything_else(of: Of, only: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match=rf"only holds what mr\.{of} gives"):
        list(rows(PAGE, of, only))


def test_an_unknown_table_is_told_from_the_known_ones() -> None:
    with pytest.raises(mr.InvalidValueError, match="events, statements, quotes, incidents"):
        list(rows(PAGE, "poems", None))  # type: ignore[arg-type]


def _there(pandas: Any, value: Any) -> Any:
    """Give a value of pandas as Python has it, None where it is missing."""
    if isinstance(value, tuple):
        return value
    if pandas.isna(value):
        return None
    return value.to_pydatetime() if isinstance(value, pandas.Timestamp) else value


@settings(max_examples=50)
@given(st.lists(statements(), max_size=3), st.sampled_from(OF))
def test_values_survive_in_a_frame(told: list[mr.Statement], of: Of) -> None:
    pandas = pytest.importorskip("pandas", reason="frames need pandas")
    frame = mr.to_frame(told, of=of)
    expected = list(rows(told, of, None))
    assert len(frame) == len(expected)
    for number, column in enumerate(TABLES[of]):
        got = [_there(pandas, value) for value in frame[column.name].astype(object)]
        got = [day and day.date() for day in got] if column.type == "day" else got
        assert got == [row[number] for row in expected]


@settings(max_examples=50)
@given(st.lists(statements(), max_size=3), st.sampled_from(OF))
def test_values_survive_in_arrow_and_parquet(told: list[mr.Statement], of: Of) -> None:
    pytest.importorskip("pyarrow", reason="Arrow tables need pyarrow")
    parquet = importlib.import_module("pyarrow.parquet")
    table = mr.to_arrow(told, of=of)
    file = io.BytesIO()
    parquet.write_table(table, file)
    names = [column.name for column in TABLES[of]]
    expected = [dict(zip(names, _lists(row), strict=True)) for row in rows(told, of, None)]
    assert table.to_pylist() == expected
    again = parquet.read_table(file)
    assert again.to_pylist() == expected
    assert again.schema.equals(table.schema)
    assert again.schema.field("statement_id").metadata[b"meaning"] == table.schema.field("statement_id").metadata[b"meaning"]


def _lists(row: list[Any]) -> list[Any]:
    """Give a row with lists in place of tuples, as Arrow has them."""
    return [list(value) if isinstance(value, tuple) else value for value in row]


@pytest.mark.parametrize("of", OF)
def test_an_empty_source_gives_the_same_schema(of: Of) -> None:
    pytest.importorskip("pandas", reason="frames need pandas")
    pytest.importorskip("pyarrow", reason="Arrow tables need pyarrow")
    assert mr.to_arrow([], of=of).schema.equals(mr.to_arrow(PAGE, of=of).schema, check_metadata=True)
    empty, full = mr.to_frame([], of=of), mr.to_frame(PAGE, of=of)
    assert len(empty) == 0
    assert list(map(str, empty.dtypes)) == list(map(str, full.dtypes))


def test_a_frame_counts_by_category_and_month() -> None:
    pytest.importorskip("pandas", reason="frames need pandas")
    frame = mr.to_frame(PAGE)
    assert list(frame["kind"].cat.categories) == list(mr.EventKind)
    assert frame["earliest"].dt.year.dropna().astype(int).to_list()[:2] == [2016, 2016]
    assert frame.explode("victims")["victims"].dropna().str.contains("bakers").any()


@pytest.mark.parametrize("thing", [None, 3, object()])
def test_what_is_no_source_is_refused(thing: Any) -> None:
    pytest.importorskip("pandas", reason="frames need pandas")
    pytest.importorskip("pyarrow", reason="Arrow tables need pyarrow")
    for make in (mr.to_frame, mr.to_arrow):
        with pytest.raises(mr.InvalidTypeError):
            make(thing)


@pytest.mark.parametrize(("make", "module", "extra"), [(mr.to_frame, "pandas", "frame"), (mr.to_arrow, "pyarrow", "arrow")])
def test_a_missing_extra_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[mr.Page], object], module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(mr.MissingExtraError, match=rf"pip install 'malirights\[{extra}\]'"):
        make(PAGE)


def test_polars_and_duckdb_read_the_tables() -> None:
    pytest.importorskip("pyarrow", reason="Arrow tables need pyarrow")
    polars = pytest.importorskip("polars", reason="polars, a client of the tables, is not installed")
    duckdb = pytest.importorskip("duckdb", reason="duckdb, a client of the tables, is not installed")
    for of in OF:
        told = mr.to_arrow(PAGE, of=of)
        frame = polars.from_arrow(told)
        assert frame.columns == [column.name for column in TABLES[of]]
        assert [row["statement_id"] for row in frame.to_dicts()] == told["statement_id"].to_pylist()
        counted = duckdb.from_arrow(told).aggregate("count(*), count(distinct statement_id)").fetchall()[0]
        assert counted == (told.num_rows, len(set(told["statement_id"].to_pylist())))
    alleged = duckdb.from_arrow(mr.to_arrow(PAGE)).filter("status = 'alleged' and place = 'Orvel'")
    when = alleged.project("earliest, victims").fetchall()[0]
    assert when == (dt.date(2016, 5, 3), ["six bakers"])


def test_the_page_on_polars_and_duckdb_runs_as_printed() -> None:
    pytest.importorskip("pyarrow", reason="Arrow tables need pyarrow")
    pytest.importorskip("polars", reason="polars, a client of the tables, is not installed")
    pytest.importorskip("duckdb", reason="duckdb, a client of the tables, is not installed")
    polars_code, duckdb_code = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {"events": mr.to_arrow(PAGE)}
    exec(polars_code, names)  # noqa: S102 - our own page
    assert [row["victims"] for row in names["answer"].to_dicts()] == ["Six bakers", "six bakers"]
    exec(duckdb_code, names)  # noqa: S102 - our own page
    assert names["answer"] == [("arrest", 3, 17)]


def test_the_page_on_tables_is_what_its_script_makes() -> None:
    made = subprocess.run([sys.executable, "tools/tables.py"], check=True, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert (ROOT / "docs" / "tables.md").read_text("utf-8") == made.stdout
