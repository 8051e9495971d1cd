"""Tables in memory: pandas frames and Arrow tables."""

from __future__ import annotations

from typing import Any

from malirights.ask.criteria import Source
from malirights.faces.extras import need
from malirights.faces.out.columns import Column
from malirights.faces.out.records import Of, Only
from malirights.faces.out.schemas import TABLES, rows

__all__ = ["to_arrow", "to_frame"]

_DTYPES = {
    "text": "string",
    "texts": "object",
    "day": "datetime64[s]",
    "utc": "datetime64[us]",
    "local": "datetime64[us]",
    "whole": "Int64",
    "wholes": "object",
    "number": "float64",
    "truth": "boolean",
}


def to_frame(source: Source, *, of: Of = "events", only: Only | None = None) -> Any:  # noqa: ANN401 - pandas is an extra
    r"""Make a pandas data frame, a row for each event, statement, quote or incident; it needs the extra `frame`.

    The columns, their types and what they mean are on the page "Tables" of the documentation. They are the same whatever the
    source holds, also where it holds nothing.

    Args:
        source: A page, a statement, or several of either.
        of: What the rows are: "events", "statements", "quotes" or "incidents".
        only: The rows to keep, as the verbs give them: `to_frame(page, only=mr.events(page, kind="arrest"))`; None for all.

    Returns:
        A `pandas.DataFrame`. Days are of the type `datetime64[s]`, at midnight; several texts in one cell are a tuple.

    Raises:
        InvalidTypeError: The source is none, or `only` holds something else than the rows.
        InvalidValueError: There is no such table; or a span does not lie in the text of its statement.
        MissingExtraError: pandas is not installed.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016.")
        >>> frame = mr.to_frame(page)  # with malirights[frame]
        >>> frame[["kind", "place", "victims", "count_low"]].to_dict("records")
        [{'kind': 'arrest', 'place': 'Orvel', 'victims': ('Six bakers',), 'count_low': 6}]
    """
    pandas = need("pandas", extra="frame")
    found = _values(source, of, only)
    return pandas.DataFrame({column.name: _series(pandas, column, found[column.name]) for column in TABLES[of]})


def to_arrow(source: Source, *, of: Of = "events", only: Only | None = None) -> Any:  # noqa: ANN401 - pyarrow is an extra
    r"""Make an Arrow table, a row for each event, statement, quote or incident; it needs the extra `arrow`.

    It has the columns of `to_frame`. The metadata of each field says under "meaning" what its values mean, and stays with them
    in a Parquet file.

    Args:
        source: A page, a statement, or several of either.
        of: What the rows are: "events", "statements", "quotes" or "incidents".
        only: The rows to keep, as the verbs give them; None for all.

    Returns:
        A `pyarrow.Table`. Categories are dictionaries, several texts in one cell a list.

    Raises:
        InvalidTypeError: The source is none, or `only` holds something else than the rows.
        InvalidValueError: There is no such table; or a span does not lie in the text of its statement.
        MissingExtraError: pyarrow is not installed.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\n“It rained for nine days,” said Ada Moru.")
        >>> table = mr.to_arrow(page, of="quotes")  # with malirights[arrow]
        >>> table.select(["speaker", "start", "direct"]).to_pylist()
        [{'speaker': 'Ada Moru', 'start': 14, 'direct': True}]
    """
    pyarrow = need("pyarrow", extra="arrow")
    found = _values(source, of, only)
    types = _arrow_types(pyarrow)
    schema = pyarrow.schema(
        [pyarrow.field(column.name, types[column.type], metadata={"meaning": column.meaning}) for column in TABLES[of]]
    )
    arrays = [pyarrow.array(found[field.name], type=field.type) for field in schema]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _values(source: Source, of: Of, only: Only | None) -> dict[str, list[Any]]:
    """Give the values of a table by its columns."""
    laid_out = list(rows(source, of, only))
    return {column.name: [row[number] for row in laid_out] for number, column in enumerate(TABLES[of])}


def _series(pandas: Any, column: Column, values: list[Any]) -> Any:  # noqa: ANN401 - a module, and a column of it
    """Make a column of pandas; a category whose values are not known beforehand has those that are there."""
    if column.type == "category":
        known = column.among or sorted({value for value in values if value is not None})
        return pandas.Series(values, dtype=pandas.CategoricalDtype(known))
    dtype = _DTYPES[column.type]
    if dtype.startswith("datetime64"):  # pandas 2 itself takes only the years from 1678 to 2261
        plain = [value.replace(tzinfo=None) if column.type == "utc" and value else value for value in values]
        moments = pandas.Series(need("numpy", extra="frame").array(plain, dtype=dtype))
        return moments.dt.tz_localize("UTC") if column.type == "utc" else moments
    return pandas.Series(values, dtype=dtype)


def _arrow_types(pyarrow: Any) -> dict[str, Any]:  # noqa: ANN401 - a module, and types of it
    """Give the type of each type of column in Arrow."""
    return {
        "text": pyarrow.string(),
        "category": pyarrow.dictionary(pyarrow.int32(), pyarrow.string()),
        "texts": pyarrow.list_(pyarrow.string()),
        "day": pyarrow.date32(),
        "utc": pyarrow.timestamp("us", "UTC"),
        "local": pyarrow.timestamp("us"),
        "whole": pyarrow.int64(),
        "wholes": pyarrow.list_(pyarrow.int64()),
        "number": pyarrow.float64(),
        "truth": pyarrow.bool_(),
    }
