"""Chronologies: what statements tell in the order in which it happened, with what is not known said."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import functools
import pickle
from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Chronology, Entry, Event, Page, Span, Statement, When

TEXT = """\
December 30, 2014

Mill found open

The court of Velmora sat on the fire of 3 May 2012. The barn had burned three days earlier.

June 14, 2013

Posted at 0001 GMT 15 June 2013

“The mill burned last night,” said Ada Moru. Nobody had repaired it since March 2013.

June 14, 2013

The court slept.
"""
FLOOD = "The mill of Orvel burned and nobody came."


@functools.cache
def _page() -> Page:
    """Give the page without its events, which finders may find or not."""
    page = mr.parse(TEXT)
    return attrs.evolve(page, statements=tuple(attrs.evolve(one, events=()) for one in page.statements))


def _statement(*whens: When | None, day: str = "2013-06-14") -> Statement:
    date = dt.date.fromisoformat(day)
    events = tuple(Event(kind="property_destruction", trigger=Span(18, 24), sentence=Span(0, 41), when=when) for when in whens)
    return Statement(id=f"{day}-0", date=date, text=FLOOD, span=Span(0, len(FLOOD)), events=events)


def _whens(chronology: Chronology) -> list[str]:
    return [entry.days.edtf for entry in chronology if entry.days]


EVENTS = [
    ("2012", ["2012"]),
    ("2012-05-03 2012-05-01", ["2012-05-01", "2012-05-03"]),
    ("2012-05 2012-05-01 2012", ["2012", "2012-05-01", "2012-05"]),
    ("2012-05-01/.. 2012-05-02", ["2012-05-01/..", "2012-05-02"]),
    ("../2012-05-01 2011", ["2011", "../2012-05-01"]),
    ("201X 2015 2009", ["2009", "201X", "2015"]),
]


@pytest.mark.parametrize(("given_whens", "ordered"), EVENTS)
def test_orders_by_what_happened(given_whens: str, ordered: list[str]) -> None:
    statement = _statement(*map(When.from_edtf, given_whens.split()))
    assert _whens(mr.chronology(statement, of="event")) == ordered


def test_lays_out_what_the_text_speaks_of_and_the_statements() -> None:
    assert [(entry.kind, entry.when and entry.when.edtf) for entry in mr.chronology(_page())] == [
        ("date", "2012-04-30"),
        ("date", "2012-05-03"),
        ("date", "2013-03"),
        ("date", "2013-06-13"),
        ("statement", "2013-06-14"),
        ("statement", "2013-06-15"),
        ("statement", "2014-12-30"),
    ]


@pytest.mark.parametrize(
    ("of", "kinds"),
    [
        ("date", {"date": 4}),
        ("statement", {"statement": 3}),
        (("statement", "quote"), {"statement": 3, "quote": 1}),
        ({"event"}, {}),
        (["date", "date"], {"date": 4}),
    ],
)
def test_lays_out_what_is_asked_for(of: Any, kinds: dict[str, int]) -> None:
    assert Counter(entry.kind for entry in mr.chronology(_page(), of=of)) == kinds


def test_an_entry_shows_its_evidence() -> None:
    entry = next(entry for entry in mr.chronology(_page()) if entry.when and entry.when.expression == "March 2013")
    assert entry.text == "Nobody had repaired it since March 2013." == entry.span.of(entry.statement.text)
    assert entry.thing is entry.when
    assert entry.days
    assert entry.days.edtf == "2013-03-01/2013-06-14"
    (quote,) = mr.chronology(_page(), of="quote")
    assert quote.thing == mr.quotes(_page())[0]
    assert quote.text == "The mill burned last night,"


def _told(text: str, **facts: Any) -> Statement:
    """Make a statement with an event whose words are "burned", in the first sentence."""
    told = mr.parse_statement(text, date="2014-03-03")
    start, end = told.text.index("burned"), told.text.index(".") + 1
    event = Event(kind="property_destruction", trigger=Span(start, start + 6), sentence=Span(0, end), **facts)
    return attrs.evolve(told, events=(event,))


@pytest.mark.parametrize(
    ("text", "number", "entries"),
    [
        ("The mill burned on 3 May 2012.", 0, ["event 2012-05-03"]),
        ("The mill burned on 3 May 2012.", None, ["date 2012-05-03"]),
        ("The mill burned on 3 May 2012, Karn said on 3 May 2012.", 0, ["event 2012-05-03"]),
        ("The mill, built in 2009, burned on 3 May 2012.", 1, ["date 2009", "event 2012-05-03"]),
        ("The mill burned on 3 May 2012. It rained on 3 May 2012.", 0, ["event 2012-05-03", "date 2012-05-03"]),
        ("The mill has burned since May 2012.", 0, ["event 2012-05-01/2014-03-03"]),
    ],
)
def test_a_date_that_an_event_tells_is_not_laid_out_beside_it(text: str, number: int | None, entries: list[str]) -> None:
    told = _told(text)
    if number is not None:
        told = _told(text, when=told.dates[number])
    laid_out = mr.chronology(told)
    assert [f"{one.kind} {one.days.edtf}" for one in laid_out if one.days and one.kind != "statement"] == entries
    assert len(mr.chronology(told, of="date")) == len(told.dates)


def test_an_event_is_shown_by_its_act() -> None:
    long = "Of all that the guild of Velmora had in its keeping since the flood of March 2012, the mill burned to the ground."
    laid_out = mr.chronology(_told(long, status="alleged"), of="event")
    assert "property_destruction (alleged): … " in str(laid_out)
    assert "the mill burned" in str(laid_out)
    assert "property_destruction (alleged): Of all" in laid_out._repr_html_()
    assert "<mark>burned</mark>" in laid_out._repr_html_()


def test_the_moment_of_release_takes_part() -> None:
    embargoed, slept = _page().statements[1:]
    later = mr.parse_statement("Released 7:00 am GMT 15 June 2013\n\nIt rained.", date="2013-06-14")
    laid_out = mr.chronology([later, embargoed, slept], of="statement")
    assert [entry.thing for entry in laid_out] == [slept, embargoed, later]
    assert [entry.moment for entry in laid_out] == [None, embargoed.released, later.released]


def test_entries_of_one_day_stand_in_the_order_of_the_source() -> None:
    first, second = mr.parse("June 14, 2013\n\nIt rained.\n\nJune 14, 2013\n\nIt snowed.").statements
    assert [entry.statement for entry in mr.chronology([second, first])] == [second, first]
    assert [entry.statement for entry in mr.chronology([first, second])] == [first, second]


def test_the_order_of_the_reports() -> None:
    statement = _statement(When.from_edtf("2012"), None)
    earlier = _statement(When.from_edtf("2013"), day="2012-12-31")
    laid_out = mr.chronology([statement, earlier], of="event", order="reported", by="year")
    assert _whens(laid_out) == ["2013", "2012"]
    assert [period.when.edtf for period in laid_out.periods] == ["2012", "2013"]


def test_what_has_no_time_is_kept_apart_and_shown() -> None:
    both_open = When(earliest=dt.date.min, latest=dt.date.max, precision="range")
    laid_out = mr.chronology(_statement(None, When.from_edtf("2012"), both_open), of="event")
    assert len(laid_out) == 1
    assert [entry.when for entry in laid_out.undated] == [None, both_open]
    assert "undated" in str(laid_out)
    assert str(laid_out).count(FLOOD) == laid_out._repr_html_().count("nobody came") == 3


@pytest.mark.parametrize(
    ("by", "shape"),
    [
        ("day", {"2012-04-30": 1, "2012-05-03": 1, "2013-03-01": 1, "2013-06-13": 1, "2013-06-14": 1, "2013-06-15": 1}),
        ("month", {"2012-04": 1, "2012-05": 1, "2013-03": 1, "2013-06": 3}),
        ("year", {"2012": 2, "2013": 4}),
        ("decade", {"201X": 7}),
    ],
)
def test_groups_by_the_length_of_a_period(by: Any, shape: dict[str, int]) -> None:
    periods = mr.chronology(_page(), by=by).periods
    assert {period.when.edtf: len(period.entries) for period in periods if period.when.earliest.year < 2014} == shape


@pytest.mark.parametrize(
    ("edtf", "by", "spans"),
    [
        ("2012-05", "month", False),
        ("2012-05", "day", True),
        ("2012-12-31/2013-01-01", "year", True),
        ("2012-12-31/2013-01-01", "decade", False),
        ("2019-12-31/2020-01-01", "decade", True),
        ("2012-05/..", "decade", True),
        ("../2012-05", "decade", True),
    ],
)
def test_an_entry_that_spans_two_periods_is_said_to(edtf: str, by: Any, spans: bool) -> None:  # noqa: FBT001 - a table
    (period,) = mr.chronology(_statement(When.from_edtf(edtf)), of="event", by=by).periods
    assert period.spanning == (period.entries if spans else ())


def test_the_first_decade_has_nine_years() -> None:
    (period,) = mr.chronology(_statement(When.from_edtf("0005")), of="event", by="decade").periods
    assert period.when.earliest.year == 1
    assert period.when.latest.year == 9


def test_without_periods_there_are_none() -> None:
    assert mr.chronology(_page()).periods == ()


@pytest.mark.parametrize(
    ("edtfs", "longer_than", "gaps"),
    [
        ("2012-05-01 2012-05-12", 9, ["2012-05-02/2012-05-11"]),
        ("2012-05-01 2012-05-12", 10, []),
        ("2012-05-01 2012-05-12", dt.timedelta(days=9), ["2012-05-02/2012-05-11"]),
        ("2012-05 2013-01-01", 100, ["2012-06-01/2012-12-31"]),
        ("2012 2012-05-01 2012-12-31", 0, []),
        ("2012/2014 2012-05-01 2015-03-01", 0, ["2015-01-01/2015-02-28"]),
        ("2012-05-10~ 2012-05-20", 0, ["2012-05-12/2012-05-19"]),
        ("../2012-05-01 2012-05-12/..", 9, ["2012-05-02/2012-05-11"]),
        ("2012", 0, []),
    ],
)
def test_gaps_are_where_no_entry_can_be(edtfs: str, longer_than: Any, gaps: list[str]) -> None:
    laid_out = mr.chronology(_statement(*map(When.from_edtf, edtfs.split())), of="event")
    assert [gap.edtf for gap in laid_out.gaps(longer_than)] == gaps


def test_draws_each_entry_with_the_months_it_can_have_been_in() -> None:
    edtfs = "2012-01-31 2012-02 2012-03~ 2012-04-30/2012-05-01 2012-11/2013-02 2012-12-31/.. 2012-12-31?"
    statement = _statement(*map(When.from_edtf, edtfs.split()), When.from_edtf("../2012-06-30"))
    laid_out = mr.chronology(statement, of="event", by="year")
    assert [line.rstrip() for line in str(laid_out).replace(f"event      property_destruction: {FLOOD}", "").split("\n")] == [
        "2012                     JFMAMJJASOND",
        "  2012-01-31             ●···········",
        "  2012-02                ·█··········",
        "  2012-03~               ··▒·········",
        "  2012-04-30/2012-05-01  ···██·······",
        "  ../2012-06-30         ←██████······",
        "  2012-11-01/2013-02-28  ··········██→",
        "  2012-12-31?            ···········▒",
        "  2012-12-31/..          ···········█→",
    ]


def test_draws_the_gaps_that_are_asked_for() -> None:
    shown = str(mr.chronology(_page(), silence=400)).split("\n")
    assert shown[0].strip() == "JFMAMJJASOND"
    assert shown[-2] == "  … nothing for 562 days, 2013-06-16 to 2014-12-29"
    assert "nothing for" not in str(mr.chronology(_page()))
    assert "nothing for 562 days" in mr.chronology(_page(), silence=dt.timedelta(400))._repr_html_()


def test_the_words_of_a_time_are_among_those_that_are_shown() -> None:
    long = "The court of Velmora heard for nine days what the millers of Orvel had to say of the flood of March 2012, and rose."
    shown = str(mr.chronology(mr.parse_statement(long, date="2013-06-14"), of="date"))
    assert "March 2012" in shown
    assert "The court of Velmora" not in shown
    assert max(map(len, shown.split("\n"))) <= 110


def test_html_marks_the_evidence_and_escapes_everything() -> None:
    text = "<script>alert(1)</script> & “It \u202erained <b>since</b> March 2012 & on,” said Ada Moru."
    shown = mr.chronology(mr.parse_statement(text, date="2013-06-14"))._repr_html_()
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "&lt;b&gt;since&lt;/b&gt; <mark>March 2012</mark> &amp; on" in shown
    assert shown.count("<tr>") == shown.count("</tr>")


def test_html_has_a_bar_on_one_scale() -> None:
    shown = mr.chronology(_statement(When.from_edtf("2012-05"), When.from_edtf("2012-06~")), of="event")._repr_html_()
    assert "2012-05 to 2012-06" in shown
    assert '<i style="left:0.00%;width:50.82%"' in shown
    assert '<i class="about" style="left:50.82%;width:49.18%"' in shown


def test_is_a_sequence() -> None:
    laid_out = mr.chronology(_page())
    assert len(laid_out) == 7
    assert list(laid_out) == [laid_out[number] for number in range(7)] == list(laid_out.entries)
    with pytest.raises(IndexError):
        laid_out[7]


def test_shows_itself_shortly() -> None:
    laid_out = mr.chronology(_page(), by="year")
    assert repr(laid_out) == "Chronology(7 entries, 0 undated)"
    assert repr(laid_out.periods[0]) == "Period('2012', 2 entries)"
    assert repr(laid_out[1]) == "Entry('date', '2012-05-03', 'The court of Velmora sat on the fire of 3 May 2…')"


def test_is_hashable_and_picklable() -> None:
    laid_out = mr.chronology(_page(), by="month")
    assert hash(laid_out) == hash(mr.chronology(_page(), by="month"))
    assert pickle.loads(pickle.dumps(laid_out)) == laid_out  # noqa: S301 - our own bytes


def test_of_nothing_there_is_none() -> None:
    laid_out = mr.chronology([])
    assert len(laid_out) == 0
    assert str(laid_out) == ""
    assert laid_out.gaps(0) == ()
    assert "<table" in laid_out._repr_html_()


REFUSED: dict[tuple[str, str], list[Any]] = {
    ("by", "day, month, year, decade"): ["week", "", "Year", 3, ["year"]],
    ("of", "event, date, quote, statement"): ["events", (), None, 3, ["date", "dates"], [[]]],
    ("order", "happened, reported"): ["", None, "told"],
    ("silence", "number of days"): [-1, "90", 1.5, True, dt.timedelta(-1)],
}


@pytest.mark.parametrize(
    ("choice", "value", "allowed"),
    [(choice, value, allowed) for (choice, allowed), values in REFUSED.items() for value in values],
)
def test_another_choice_is_refused(choice: str, value: Any, allowed: str) -> None:
    with pytest.raises(mr.CriterionError, match=allowed) as caught:
        mr.chronology(_page(), **{choice: value})
    assert (caught.value.criterion, caught.value.value) == (choice, value)


@pytest.mark.parametrize("source", [None, "zanara.txt", 3, ["zanara.txt"]])
def test_what_is_no_source_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError):
        mr.chronology(source)


DAYS = st.dates(dt.date(2009, 1, 1), dt.date(2021, 12, 31)) | st.sampled_from([dt.date.min, dt.date.max])
WHENS = st.builds(lambda days: When(earliest=min(days), latest=max(days), precision="range"), st.tuples(DAYS, DAYS)) | st.none()
STATEMENTS = st.lists(
    st.builds(
        lambda whens, day: _statement(*whens, day=day.isoformat()),
        st.lists(WHENS, max_size=5),
        st.dates(dt.date(2012, 1, 1), dt.date(2014, 12, 31)),
    ),
    max_size=4,
)


@given(STATEMENTS, st.sampled_from(["happened", "reported"]))
def test_holds_every_entry_once(statements: list[Statement], order: Any) -> None:
    laid_out = mr.chronology(iter(statements), of=("event", "statement"), order=order)
    assert len(laid_out) + len(laid_out.undated) == sum(len(statement.events) + 1 for statement in statements)
    told = Counter(id(entry.thing) for entry in (*laid_out, *laid_out.undated))
    assert told == Counter(id(thing) for one in statements for thing in (one, *one.events))


@given(STATEMENTS)
def test_what_was_surely_before_comes_before(statements: list[Statement]) -> None:
    entries = list(mr.chronology(statements, of=("event", "statement")))
    for number, later in enumerate(entries):
        assert not any(later.days and one.days and later.days.before(one.days) for one in entries[:number])


@given(STATEMENTS, st.sampled_from(["day", "month", "year", "decade"]), st.sampled_from(["happened", "reported"]))
def test_periods_part_the_entries_in_order(statements: list[Statement], by: Any, order: Any) -> None:
    laid_out = mr.chronology(statements, of=("event", "statement"), by=by, order=order)
    assert tuple(entry for period in laid_out.periods for entry in period.entries) == laid_out.entries
    for period in laid_out.periods:
        assert period.entries
        assert all(period.when.earliest <= laid_out.placed(entry) <= period.when.latest for entry in period.entries)
    firsts = [period.when.earliest for period in laid_out.periods]
    assert firsts == sorted(set(firsts))


@given(STATEMENTS, st.integers(0, 400))
def test_no_entry_can_be_in_a_gap(statements: list[Statement], longer_than: int) -> None:
    laid_out = mr.chronology(statements, of=("event", "statement"))
    for gap in laid_out.gaps(longer_than):
        assert (gap.latest - gap.earliest).days + 1 > longer_than
        closed = [
            e.days for e in laid_out if e.days and {e.days.earliest, e.days.latest}.isdisjoint({dt.date.min, dt.date.max})
        ]
        assert all(days.overlaps(gap) is False for days in closed)


@given(STATEMENTS, st.sampled_from([None, "day", "month", "year", "decade"]), st.none() | st.integers(0, 400))
def test_every_entry_is_drawn(statements: list[Statement], by: Any, silence: int | None) -> None:
    laid_out = mr.chronology(statements, of="event", by=by, silence=silence)
    count = len(laid_out) + len(laid_out.undated)
    assert str(laid_out).count("event") == count
    assert laid_out._repr_html_().count("<td>event</td>") == count


def test_entries_are_exported() -> None:
    assert isinstance(mr.chronology(_page())[0], Entry)
