"""Plots: what the artists of matplotlib hold, on axes of their own and on axes that are given."""

# What matplotlib gives has whatever attributes it has.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import malirights as mr

matplotlib = pytest.importorskip("matplotlib", reason="the plots need matplotlib: pip install 'malirights[plot]'")
matplotlib.use("Agg")

plt = pytest.importorskip("matplotlib.pyplot")
num2date = pytest.importorskip("matplotlib.dates").num2date
Figure = pytest.importorskip("matplotlib.figure").Figure

TEXT = """December 4, 2013

Soldiers detained four weavers in Karvane on 3 December 2013. Armed men abducted 21 bakers in Orvel in May 2012.

June 14, 2012

Soldiers allegedly tortured three shepherds in Ostrel in 2011. The court of Velmora sentenced Paul Moru.
"""
PLOTS: list[Callable[..., Any]] = [mr.plot_events, mr.plot_counts, mr.plot_actors, mr.plot_statements]
plot_events, plot_counts, plot_actors, plot_statements = PLOTS
TIMES = ["2012-05-03", "2012-05", "2012~", "2012-05-03?", "../2012-03", "2012-03/..", "201X", "2012-12-28/2013-01-03"]
EVENTS = st.lists(
    st.tuples(st.sampled_from(list(mr.EventKind)), st.one_of(st.none(), st.sampled_from([*TIMES, "../..", "0001-01", "9999"]))),
    max_size=8,
)
SLOW = settings(max_examples=20)


def on() -> Any:
    """Give axes that pyplot does not know."""
    return Figure().subplots()


def drawn(ax: Any) -> bytes:
    """Draw the whole picture, so that what cannot be drawn fails, and give it."""
    picture = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "malirights"}):
        ax.get_figure(root=True).savefig(picture, format="svg", metadata={"Date": None})
    return picture.getvalue()


def told(*times: str | None, kind: str = "killing", names: tuple[str, ...] = ()) -> list[mr.Event]:
    """Make an event for each of some times in EDTF."""
    actors = tuple(mr.Actor(name=name, mention=name, span=mr.Span(0, 1)) for name in names)
    return [
        mr.Event(
            kind=kind,
            trigger=mr.Span(number, number + 1),
            sentence=mr.Span(number, number + 1),
            when=mr.When.from_edtf(time) if time else None,
            perpetrators=actors,
            statement_id="2016-05-04-x",
            date=dt.date(2016, 5, 4),
        )
        for number, time in enumerate(times)
    ]


def bars(ax: Any) -> list[tuple[str, str, float]]:
    """Give the first and the last day of each bar, and its opacity or 1."""
    return [(*_days(bar.get_x(), bar.get_x() + bar.get_width()), bar.get_alpha() or 1.0) for bar in ax.patches]


def _days(start: float, end: float) -> tuple[str, str]:
    """Read the days between two places of the axis of time."""
    return num2date(start).date().isoformat(), num2date(end - 1).date().isoformat()


def marks(ax: Any) -> list[tuple[str, str]]:
    """Give the sign and the day of each mark that is no bar."""
    return [(str(mark.get_marker()), num2date(mark.get_xdata()[0]).date().isoformat()) for mark in ax.lines]


def bar_rows(ax: Any) -> list[float]:
    """Give the rows that bars stand in."""
    return [round(bar.get_y() + bar.get_height() / 2) for bar in ax.patches]


def labels(found: Iterable[Any]) -> list[str]:
    """Read the words of labels."""
    return [label.get_text() for label in found]


def notes(ax: Any) -> str:
    """Read what is written onto the picture."""
    return " | ".join(text.get_text() for text in ax.texts)


def key(ax: Any) -> list[str]:
    """Read the key of the picture."""
    legend = ax.get_legend()
    return labels(legend.get_texts()) if legend else []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def page() -> mr.Page:
    return mr.parse(TEXT)


def test_events_stand_in_the_order_of_time_with_all_their_days(page: mr.Page) -> None:
    ax = plot_events(page, ax=on())
    assert labels(ax.get_yticklabels()) == [
        "Torture, Ostrel: three shepherds (alleged)",
        "Abduction, Orvel: 21 bakers",
        "Detention, Karvane: four weavers",
    ]
    assert bars(ax) == [("2011-01-01", "2011-12-31", 1.0), ("2012-05-01", "2012-05-31", 1.0)]
    assert marks(ax) == [("o", "2013-12-03")]
    assert notes(ax) == "1 event without a stated time not drawn"
    assert ax.get_ylim() == (2.5, -0.5)
    assert key(ax) == ["violation", "on this day", "on any of these days"]


@pytest.mark.parametrize(
    ("time", "bar", "sign"),
    [
        ("2012-05-03", None, ("o", "2012-05-03")),
        ("2012-05", ("2012-05-01", "2012-05-31", 1.0), None),
        ("2012-05~", ("2012-05-01", "2012-05-31", 0.4), None),
        ("../2012-03-10", ("2012-02-24", "2012-03-10", 1.0), ("<", "2012-02-24")),
        ("2012-03-10/..", ("2012-03-10", "2012-03-25", 1.0), (">", "2012-03-26")),
    ],
)
def test_the_shape_says_how_exactly_a_time_is_known(
    time: str, bar: tuple[str, str, float] | None, sign: tuple[str, str] | None
) -> None:
    ax = plot_events(told(time), ax=on())
    assert bars(ax) == ([bar] if bar else [])
    assert marks(ax) == ([sign] if sign else [])
    low, high = ax.get_xlim()
    assert all(low < place < high for mark in ax.lines for place in mark.get_xdata())


def test_what_is_told_twice_has_one_row_as_an_incident() -> None:
    page = mr.parse(
        "May 9, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016.\n\n"
        "May 4, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016, she said."
    )
    assert len(plot_events(page, ax=on()).lines) == 2
    assert len(plot_events(mr.incidents(page), ax=on()).lines) == 1


def test_very_many_rows_have_no_labels() -> None:
    assert labels(plot_events(told(*["2012"] * 81), ax=on()).get_yticklabels()) == []
    assert len(plot_events(told(*["2012"] * 80), ax=on()).get_yticklabels()) == 80


def test_a_count_that_may_belong_elsewhere_is_hatched(page: mr.Page) -> None:
    by_year, by_month = (plot_counts(page, by=by, ax=on()) for by in ("year", "month"))
    assert [bar.get_hatch() for bar in by_year.patches] == [None, None, None]
    assert sorted((num2date(bar.get_x()).date().isoformat()[:7], bool(bar.get_hatch())) for bar in by_month.patches) == [
        ("2011-01", True),
        ("2012-05", False),
        ("2013-12", False),
    ]
    assert key(by_month) == ["abduction", "torture", "detention", "or in another month"]
    assert notes(by_month) == "1 event without a stated time not counted"


@pytest.mark.parametrize(
    ("time", "year", "is_sure"),
    [
        ("2012", "2012", True),
        ("2012-12-28/2013-01-03", "2012", False),
        ("../2012-03", "2012", False),
        ("2012-03/..", "2012", False),
        ("2012~", "2012", False),
        ("2012-06~", "2012", True),
    ],
)
def test_an_event_counts_once_where_it_can_first_have_been(time: str, year: str, is_sure: bool) -> None:  # noqa: FBT001
    (bar,) = plot_counts(told(time), ax=on()).patches
    assert (str(num2date(bar.get_x()).year), bar.get_hatch() is None) == (year, is_sure)


def test_bars_stack_by_kind_and_the_rare_kinds_share_a_colour() -> None:
    many = [event for kind in list(mr.EventKind)[:11] for event in told("2012-05-03", kind=kind)]
    ax = plot_counts([*many, *told("2012-05-03", "2012-05-04", kind="arrest")], ax=on())
    assert [(bar.get_y(), bar.get_height()) for bar in ax.patches][:3] == [(0, 2), (2, 1), (3, 1)]
    assert key(ax)[0] == "arrest"
    assert key(ax)[-1] == "3 other kinds"
    assert len({bar.get_facecolor() for bar in ax.patches}) == 10


def test_statements_are_counted_each_once(page: mr.Page) -> None:
    ax = plot_statements([page, page], by="month", ax=on())
    counts = [(num2date(bar.get_x()).date().isoformat()[:7], bar.get_height()) for bar in ax.patches]
    assert counts == [("2012-06", 1), ("2013-12", 1)]
    assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_title(loc="left")) == ("month", "statements", "Statements by month")


def test_the_matrix_has_a_number_for_each_party_and_kind(page: mr.Page) -> None:
    ax = plot_actors(page, ax=on())
    rows, columns = labels(ax.get_yticklabels()), labels(ax.get_xticklabels())
    assert rows == ["Soldiers", "Armed men", "court of Velmora"]
    assert columns == ["abduction", "torture", "detention", "sentence"]
    assert ax.images[0].get_array().tolist() == [[0, 1, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1]]
    assert notes(ax) == "1 | 1 | 1 | 1"
    assert "Paul Moru" in labels(plot_actors(page, by="victims", ax=on()).get_yticklabels())


def test_one_party_has_one_row_in_any_spelling_and_nobody_has_the_last() -> None:
    parties = ["Zoé Moru", "ZOE MORU"]
    source = [*told(None, names=(parties[0],)), *told(None, kind="arrest", names=tuple(parties)), *told(None, kind="trial")]
    ax = plot_actors(source, ax=on())
    assert labels(ax.get_yticklabels())[0].casefold().startswith("zo")
    assert labels(ax.get_yticklabels())[1:] == ["(not stated)"]
    assert ax.images[0].get_array().sum() == 3


def test_parties_beyond_the_twentieth_are_said() -> None:
    ax = plot_actors(told("2012", names=tuple(f"Group {number}" for number in range(23))), ax=on())
    assert len(ax.get_yticklabels()) == 20
    assert notes(ax).endswith("3 other parties with fewer events not shown")


@pytest.mark.parametrize("plot", PLOTS)
def test_axes_that_are_given_come_back_and_pyplot_stays_untouched(plot: Callable[..., Any], page: mr.Page) -> None:
    before = plt.get_fignums()
    ax = on()
    assert plot(page, ax=ax) is ax
    assert plt.get_fignums() == before
    assert ax.get_title(loc="left")
    assert ax.get_xlabel()
    assert ax.get_ylabel()


@pytest.mark.parametrize("plot", PLOTS)
def test_without_axes_a_figure_of_pyplot_is_made(plot: Callable[..., Any], page: mr.Page) -> None:
    assert plot(page) is plt.gca()
    assert len(plt.get_fignums()) == 1


@pytest.mark.parametrize("plot", PLOTS)
def test_nothing_gives_a_plot_that_says_so(plot: Callable[..., Any]) -> None:
    ax = plot([], ax=on())
    assert notes(ax) == "nothing to show"
    assert not ax.patches
    assert drawn(ax)


@pytest.mark.parametrize("plot", PLOTS)
def test_the_same_source_gives_the_same_picture(plot: Callable[..., Any]) -> None:
    page = mr.parse(mr.sample())
    one, two = (drawn(plot(source)) for source in (page, [*reversed(page.statements), *page.statements]))
    assert one == two


@pytest.mark.parametrize("plot", PLOTS)
def test_what_is_wrong_is_refused(plot: Callable[..., Any], page: mr.Page) -> None:
    with pytest.raises(mr.InvalidTypeError, match="ax takes the axes"):
        plot(page, ax=plt)
    with pytest.raises(mr.InvalidTypeError, match="source"):
        plot(TEXT)


@pytest.mark.parametrize("plot", PLOTS[1:])
def test_an_unknown_choice_names_those_that_there_are(plot: Callable[..., Any], page: mr.Page) -> None:
    with pytest.raises(mr.CriterionError, match=r"by is one of '(year|perpetrators)', '(month|victims)'; got 'week'"):
        plot(page, by="week")


@pytest.mark.parametrize("plot", PLOTS)
def test_hostile_words_are_drawn_as_words(plot: Callable[..., Any]) -> None:
    page = mr.parse("May 4, 2016\n\nThe $\\frac{ army$ ^_ \u202eforce killed two $\\badmacro bakers$ in Orvel on 3 May 2016.")
    ax = plot(page, ax=on())
    assert drawn(ax).startswith(b"<?xml")
    assert "\u202e" not in "".join(labels([*ax.get_yticklabels(), *ax.texts]))


@SLOW
@given(EVENTS)
def test_no_event_is_lost_or_counted_twice(made: list[tuple[str, str | None]]) -> None:
    source = [
        attrs.evolve(told(time, kind=kind)[0], trigger=mr.Span(0, number), sentence=mr.Span(0, number))
        for number, (kind, time) in enumerate(made)
    ]
    dated = [time for _, time in made if time not in {None, "../.."}]
    rows = plot_events(source, ax=on())
    assert len({*bar_rows(rows)} | {mark.get_ydata()[0] for mark in rows.lines}) == len(dated)
    assert sum(bar.get_height() for bar in plot_counts(source, by="month", ax=on()).patches) == len(dated)
    matrix = plot_actors(source, ax=on())
    numbers = [int(number) for number in labels(matrix.texts) if number.isdigit()]
    assert Counter(dict(zip(labels(matrix.get_xticklabels()), numbers, strict=False))) == Counter(
        kind.replace("_", " ") for kind, _ in made
    )


@SLOW
@given(EVENTS)
def test_any_times_can_be_drawn(made: list[tuple[str, str | None]]) -> None:
    source = told(*(time for _, time in made))
    for plot in (plot_events, plot_counts):
        ax = plot(source, ax=on())
        ax.xaxis.get_major_formatter().format_ticks(ax.get_xticks())  # what drawing does that can fail
        assert ax.get_xlim()[0] < ax.get_xlim()[1]
