"""The laws of When: intervals that hold together, comparison that never guesses, and EDTF out and back."""

from __future__ import annotations

import calendar
import datetime as dt
import pickle
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.model import When

if TYPE_CHECKING:
    from malirights.model.when import Portion, Precision

DAYS = st.dates()
NEAR = st.dates(dt.date(2010, 1, 1), dt.date(2014, 12, 31))


def when(text: str) -> When:
    return When.from_edtf(text)


def months_from(start: dt.date, count: int, precision: Precision) -> When:
    first = start.replace(day=1)
    index = first.year * 12 + first.month - 1 + count - 1
    year, month = divmod(index, 12)
    last = dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    return When(earliest=first, latest=last, precision=precision)


@st.composite
def whens(draw: st.DrawFn, days: st.SearchStrategy[dt.date] = DAYS) -> When:
    """Draw a time of any precision."""
    start, end = sorted((draw(days), draw(days)))
    precision: Precision = draw(st.sampled_from(["day", "week", "month", "season", "quarter", "year", "decade", "range"]))
    start = min(start, dt.date(9979, 1, 1))
    if precision == "day":
        made = When.day(start)
    elif precision == "week":
        made = When(earliest=start, latest=start + dt.timedelta(days=6), precision="week")
    elif precision == "range":
        made = When(earliest=start, latest=max(start, end), precision="range")
    elif precision in {"year", "decade"}:
        year = max(10, start.year // 10 * 10) if precision == "decade" else start.year
        made = months_from(dt.date(year, 1, 1), 12 if precision == "year" else 120, precision)
    else:
        made = months_from(start, 1 if precision == "month" else 3, precision)
    open_whole = (made.earliest, made.latest) == (dt.date.min, dt.date.max)
    approximate, uncertain = draw(st.booleans()), draw(st.booleans())
    return made if open_whole else attrs.evolve(made, approximate=approximate, uncertain=uncertain)


@given(whens())
def test_edtf_goes_out_and_comes_back(time: When) -> None:
    assert When.from_edtf(time.edtf) == time


@given(whens())
def test_edtf_is_read_alike_by_an_independent_judge(time: When) -> None:
    edtf = pytest.importorskip("edtf", reason="the package edtf, the independent judge, is not installed")
    parsed = edtf.parse_edtf(time.edtf)
    plain = not (time.approximate or time.uncertain or ".." in time.edtf or time.precision == "season")
    if plain:
        assert parsed.lower_strict()[:3] == time.earliest.timetuple()[:3]
        assert parsed.upper_strict()[:3] == time.latest.timetuple()[:3]


@given(whens())
def test_a_time_is_hashable_and_picklable(time: When) -> None:
    assert pickle.loads(pickle.dumps(time)) == time  # noqa: S301 - our own bytes
    assert hash(attrs.evolve(time, expression="x", rule="y")) == hash(time)


@given(whens(NEAR), whens(NEAR))
def test_the_sort_key_agrees_with_certainly_before(one: When, two: When) -> None:
    if one.before(two):
        assert one.sort_key < two.sort_key
    assert one.before(two) is two.after(one)
    if one.before(two) is True:
        assert two.before(one) is False
        assert one.overlaps(two) is False


@given(whens(NEAR), whens(NEAR))
def test_relations_are_thirteen_and_mirror_each_other(one: When, two: When) -> None:
    mirror = {
        "before": "after",
        "meets": "met by",
        "overlaps": "overlapped by",
        "starts": "started by",
        "during": "contains",
        "finishes": "finished by",
        "equal": "equal",
    }
    mirror |= {other: name for name, other in mirror.items()}
    assert two.relation(one) == mirror[one.relation(two)]
    assert (one.relation(two) == "equal") is ((one.earliest, one.latest) == (two.earliest, two.latest))


@given(whens(NEAR), whens(NEAR))
def test_intersection_and_hull_hold_what_they_say(one: When, two: When) -> None:
    both, hull = one.intersection(two), one.hull(two)
    assert (both is None) is (one.relation(two) in {"before", "meets", "met by", "after"})
    for time in (one, two):
        assert hull.earliest <= time.earliest <= time.latest <= hull.latest
        if both:
            assert time.earliest <= both.earliest <= both.latest <= time.latest


@given(whens(NEAR), whens(NEAR), st.randoms(use_true_random=False))
def test_what_is_certain_holds_for_every_day_within(one: When, two: When, random: object) -> None:
    if one.approximate or one.uncertain or two.approximate or two.uncertain:
        return
    choose = random.randint  # type: ignore[attr-defined]
    first = dt.date.fromordinal(choose(one.earliest.toordinal(), one.latest.toordinal()))
    second = dt.date.fromordinal(choose(two.earliest.toordinal(), two.latest.toordinal()))
    before, during = one.before(two), one.during(two)
    assert before is None or before is (first < second)
    assert during is None or during is (two.earliest <= first <= two.latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2012", "2012-01-01", "2012-12-31", "year"),
        ("2012-05", "2012-05-01", "2012-05-31", "month"),
        ("2012-05-03", "2012-05-03", "2012-05-03", "day"),
        ("2012-05-03T10:20:30Z", "2012-05-03", "2012-05-03", "day"),
        ("2012-05-03T10:20:30+02:00", "2012-05-03", "2012-05-03", "day"),
        ("2012-21", "2012-03-01", "2012-05-31", "season"),
        ("2012-24", "2012-12-01", "2013-02-28", "season"),
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "range"),
        ("1XXX", "1000-01-01", "1999-12-31", "range"),
        ("2012-XX", "2012-01-01", "2012-12-31", "year"),
        ("2012-XX-XX", "2012-01-01", "2012-12-31", "year"),
        ("2012-05-XX", "2012-05-01", "2012-05-31", "month"),
        ("2012-05/2012-07", "2012-05-01", "2012-07-31", "range"),
        ("2012/..", "2012-01-01", "9999-12-31", "range"),
        ("../2012", "0001-01-01", "2012-12-31", "range"),
        ("2012/", "2012-01-01", "9999-12-31", "range"),
        ("../..", "0001-01-01", "9999-12-31", "range"),
    ],
)
def test_reads_levels_0_and_1(text: str, earliest: str, latest: str, precision: str) -> None:
    time = when(text)
    assert (time.earliest.isoformat(), time.latest.isoformat(), time.precision) == (
        earliest,
        latest,
        precision,
    )


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2012~", True, False),
        ("2012?", False, True),
        ("2012-05%", True, True),
        ("2012~/2013", True, False),
        ("201X?", False, True),
    ],
)
def test_reads_qualifiers(text: str, *, approximate: bool, uncertain: bool) -> None:
    assert (when(text).approximate, when(text).uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2012-13",
        "2012-00",
        "2012-02-30",
        "0000",
        "12",
        "2012-5",
        "-0044",
        "Y170000002",
        "2012-33",
        "{2012,2013}",
        "[2012..]",
        "2012-05~-03",
        "156X-12-25",
        "XXXX",
        "/",
        "2013/2012",
        "2012/2013/2014",
        "May 2012",
        "2012-05-03T25:00:00Z",
    ],
)
def test_refuses_what_is_no_time_of_levels_0_and_1(text: str) -> None:
    with pytest.raises(InvalidValueError):
        when(text)


def test_errors_say_what_would_be_right() -> None:
    with pytest.raises(InvalidValueError, match="such as '2012'"):
        when("May 2012")
    with pytest.raises(InvalidValueError, match="beyond levels 0 and 1"):
        when("{2012,2013}")
    with pytest.raises(InvalidTypeError, match="takes a str"):
        When.from_edtf(2012)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match=r"datetime\.date bounds"):
        When.day(dt.datetime(2012, 5, 3, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("earliest", "latest", "precision"),
    [
        ("2012-05-02", "2012-05-01", "range"),
        ("2012-05-01", "2012-05-30", "month"),
        ("2012-05-01", "2012-05-02", "day"),
        ("2012-07-01", "2013-06-30", "year"),
        ("2012-05-01", "2012-05-31", "fortnight"),
        ("2012-05-01", "2012-05-08", "week"),
    ],
)
def test_a_wrong_time_cannot_be_made(earliest: str, latest: str, precision: Precision) -> None:
    with pytest.raises(InvalidValueError):
        When(
            earliest=dt.date.fromisoformat(earliest),
            latest=dt.date.fromisoformat(latest),
            precision=precision,
        )


def test_nothing_can_be_approximately_open_at_both_ends() -> None:
    with pytest.raises(InvalidValueError, match="says nothing"):
        attrs.evolve(when("../.."), approximate=True)


def test_an_unknown_part_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidValueError, match="earlier, end, later, middle, start"):
        attrs.evolve(when("2012"), part="dawn")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("2011", "2013", "before"),
        ("2011", "2012", "meets"),
        ("2012-01/2012-06", "2012-04/2012-09", "overlaps"),
        ("2012-04/2012-12", "2012-06/2012-12", "finished by"),
        ("2012", "2012-05", "contains"),
        ("2012-01", "2012", "starts"),
        ("2012", "2012-01/2012-12", "equal"),
        ("2012", "2012-01", "started by"),
        ("2012-05", "2012", "during"),
        ("2012-12", "2012", "finishes"),
        ("2012-04/2012-09", "2012-01/2012-06", "overlapped by"),
        ("2012", "2011", "met by"),
        ("2013", "2011", "after"),
    ],
)
def test_names_allens_relations(one: str, two: str, relation: str) -> None:
    assert when(one).relation(when(two)) == relation


def test_an_approximate_time_is_certain_only_beyond_its_own_length() -> None:
    about = when("2012-05~")
    assert about.before(when("2012-06-15")) is None
    assert about.before(when("2012-07-15")) is True
    assert about.during(when("2012")) is True
    assert about.during(when("2012-05")) is None
    assert when("2012-05-10").during(about) is None
    assert when("2013").during(about) is False


def test_durations_are_ranges() -> None:
    assert when("2012-05-03").duration == (1, 1)
    assert when("2012-05").duration == (1, 31)
    assert when("2012/..").duration == (1, None)


def test_a_scope_is_what_is_meant() -> None:
    time = attrs.evolve(when("2012"), scope=when("2012/2013"))
    assert time.meant == when("2012/2013")
    assert when("2012").meant == when("2012")
    assert time == when("2012")


@pytest.mark.parametrize(
    ("part", "edtf"),
    [
        ("start", "2012-03-01~/2012-03-10~"),
        ("middle", "2012-03-11~/2012-03-21~"),
        ("end", "2012-03-22~/2012-03-31~"),
        ("later", "2012-03"),
        ("", "2012-03"),
    ],
)
def test_a_part_is_cut_by_convention_only_when_asked(part: Portion, edtf: str) -> None:
    assert attrs.evolve(when("2012-03"), part=part).narrowed().edtf == edtf
