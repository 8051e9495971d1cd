"""Date lines and release lines, form by form."""

from __future__ import annotations

import datetime as dt

import pytest

from malirights.find.datelines import DateLine, DateLineGrammar, Release, Style
from malirights.lexicon import Lexicon

GRAMMAR = DateLineGrammar(Lexicon.default())
ELEVENTH = dt.date(2018, 12, 11)
THIRD = dt.date(2018, 12, 3)


def _read(line: str, *, day_first: bool = True) -> DateLine | None:
    return GRAMMAR.match(line, 0, len(line), day_first=day_first)


DAYS = [
    ("December 11, 2018", ELEVENTH),
    ("December 11 2018", ELEVENTH),
    ("December 3, 2018", THIRD),
    ("December 03, 2018", THIRD),
    ("December 3rd, 2018", THIRD),
    ("Dec. 3, 2018", THIRD),
    ("Dec 3, 2018", THIRD),
    ("Sept. 3, 2018", dt.date(2018, 9, 3)),
    ("Sep 3, 2018", dt.date(2018, 9, 3)),
    ("DECEMBER 11, 2018", ELEVENTH),
    ("december 11, 2018", ELEVENTH),
    ("11 December 2018", ELEVENTH),
    ("03 December 2018", THIRD),
    ("3rd December 2018", THIRD),
    ("3rd of December 2018", THIRD),
    ("11 December, 2018", ELEVENTH),
    ("11 Dec 2018", ELEVENTH),
    ("11 Dec. 2018", ELEVENTH),
    ("Tuesday, December 11, 2018", ELEVENTH),
    ("Tuesday December 11, 2018", ELEVENTH),
    ("Tuesday 11 December 2018", ELEVENTH),
    ("Tue, 11 Dec 2018", ELEVENTH),
    ("Tue. 11 December 2018", ELEVENTH),
    ("11 décembre 2018", ELEVENTH),
    ("11 decembre 2018", ELEVENTH),
    ("11 DÉCEMBRE 2018", ELEVENTH),
    ("1er juin 2019", dt.date(2019, 6, 1)),
    ("3 févr. 2014", dt.date(2014, 2, 3)),
    ("3 févr 2014", dt.date(2014, 2, 3)),
    ("11 août 2014", dt.date(2014, 8, 11)),
    ("11 aout 2014", dt.date(2014, 8, 11)),
    ("mardi 11 décembre 2018", ELEVENTH),
    ("Mardi, 11 décembre 2018", ELEVENTH),
    ("2018-12-11", ELEVENTH),
    ("11/12/2018", ELEVENTH),
    ("3/12/2018", THIRD),
    ("11.12.2018", ELEVENTH),
    ("December\xa011,\xa02018", ELEVENTH),
    ("December  11,  2018", ELEVENTH),
    ("December 11, 1899", dt.date(1899, 12, 11)),
]


@pytest.mark.parametrize(("line", "day"), DAYS)
def test_a_date_alone_on_its_line(line: str, day: dt.date) -> None:
    found = _read(line)
    assert found
    assert (found.date, found.released, found.follows) == (day, None, "nothing")
    assert line[found.start : found.end] == line


@pytest.mark.parametrize("tail", [".", ":", " –", " |", "  "])
def test_a_mark_after_the_date_is_nothing(tail: str) -> None:
    found = _read(f"December 11, 2018{tail}")
    assert found
    assert (found.date, found.follows, found.end) == (ELEVENTH, "nothing", 17)


TIMES = [
    ("11 juin 2019, 16:20 UTC", "2019-06-11T16:20+00:00"),
    ("11 juin 2019, 16h20 TU", "2019-06-11T16:20+00:00"),
    ("11 juin 2019 à 16h20 TU", "2019-06-11T16:20+00:00"),
    ("11 June 2019 at 4:20 pm GMT", "2019-06-11T16:20+00:00"),
    ("11 June 2019 4pm GMT", "2019-06-11T16:00+00:00"),
    ("11 June 2019 12:00 am GMT", "2019-06-11T00:00+00:00"),
    ("11 June 2019 12:30 pm GMT", "2019-06-11T12:30+00:00"),
    ("June 11, 2019 4:20pm BST", "2019-06-11T16:20+01:00"),
    ("June 11, 2019 | 16:20 GMT+3", "2019-06-11T16:20+03:00"),
    ("June 11, 2019 - 16:20 (UTC)", "2019-06-11T16:20+00:00"),
    ("June 11, 2019 16:20 EST", "2019-06-11T16:20-05:00"),
    ("June 11, 2019 10:30 a.m. EDT", "2019-06-11T10:30-04:00"),
    ("June 11, 2019 16:20 ET", "2019-06-11T16:20-04:00"),
    ("January 11, 2019 16:20 ET", "2019-01-11T16:20-05:00"),
    ("2019-06-11 16:20:30 UTC", "2019-06-11T16:20+00:00"),
    ("2019-06-11 16:20 +02:00", "2019-06-11T16:20+02:00"),
    ("2019-06-11T16:20:00Z", "2019-06-11T16:20+00:00"),
    ("June 11, 2019 16:20", None),
    ("11 juin 2019 à 16h20", None),
    ("June 11, 2019 16:20 CST", None),
    ("June 11, 2019 16:20 local time", None),
]


@pytest.mark.parametrize(("line", "moment"), TIMES)
def test_a_time_of_day_belongs_to_the_date_line(line: str, moment: str | None) -> None:
    found = _read(line)
    assert found
    assert (found.follows, found.end) == ("nothing", len(line))
    assert (found.released and found.released.isoformat(timespec="minutes")) == moment


def test_a_zone_is_read_on_its_own_line_only() -> None:
    line = "June 11, 2019, 16:20 GMT"
    found = GRAMMAR.match(f"{line}\n+3 people walked free", 0, len(line))
    assert found
    assert found.released == dt.datetime(2019, 6, 11, 16, 20, tzinfo=dt.UTC)


FOLLOWED = [
    ("December 11, 2018Court sits", "glued"),
    ("December 11, 2018“We wait,” she said", "glued"),
    ("December 11, 2018«Rien»", "glued"),
    ("December 11, 2018• Court sits", "glued"),
    ("December 11, 2018(Velmora) – The court sat.", "glued"),
    ("December 11, 201865 people held", "glued"),
    ("11 décembre 2018Échec du procès", "glued"),
    ("December 11, 2018 Court sits", "loose"),
    ("December 11, 2018 – Court sits", "loose"),
    ("December 11, 2018: Court sits", "loose"),
    ("December 11, 2018 | Court sits", "loose"),
    ("December 11, 2018 “We wait,” she said", "loose"),
]


@pytest.mark.parametrize(("line", "follows"), FOLLOWED)
def test_words_may_follow_on_the_line(line: str, follows: str) -> None:
    found = _read(line)
    assert found
    assert found.follows == follows
    assert line[: found.end] in ("December 11, 2018", "11 décembre 2018")


NONE = [
    "December 11, 2018 was wet.",
    "December 11, 2018, the day of rain",
    "December 11, 2018 and 2019",
    "December 11-12, 2018",
    "11-12 December 2018",
    "11 to 12 December 2018",
    "December 11, 2018 to December 12, 2018",
    "December 11, 2018 – December 12, 2018",
    "2018-12-11 to 2018-12-12",
    "December 2018",
    "2018",
    "December 11",
    "11 December",
    "Wednesday 4 May",
    "Decem 11, 2018",
    "Marching 11, 2018",
    "11 décembres 2018",
    "Tuesdays 11 December 2018",
    "December 111, 2018",
    "December 11, 1718",
    "2018-12-111",
    "11/12/20181",
    "11/12/18",
    "The 11 December 2018",
    "On December 11, 2018",
    "Posted 11 December 2018",
    "May the court sit in 2018",
    "may 2018",
    "11",
    "11 people, 2018",
    "Court sits",
]


@pytest.mark.parametrize("line", NONE)
def test_running_text_and_ranges_are_no_date_line(line: str) -> None:
    assert _read(line) is None


@pytest.mark.parametrize(
    "line", ["February 30, 2016", "31 April 2016", "2016-13-01", "29 février 2015", "32/01/2016", "0 May 2016"]
)
def test_a_day_of_no_calendar_is_a_date_line_without_a_date(line: str) -> None:
    found = _read(line)
    assert found
    assert (found.date, found.follows) == (None, "nothing")


def test_numeric_dates_follow_the_order_of_the_page() -> None:
    found = _read("05/04/2016", day_first=True), _read("05/04/2016", day_first=False)
    assert [line and line.date for line in found] == [dt.date(2016, 4, 5), dt.date(2016, 5, 4)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("05/04/2016", None),
        ("05/05/2016", True),
        ("26/04/2016", True),
        ("04/26/2016", False),
        ("05/04/2016\n04/26/2016\n26/04/2016", False),
        ("The court sat.", True),
    ],
)
def test_the_order_of_day_and_month_is_told_by_a_date_that_has_one(text: str, first: bool | None) -> None:  # noqa: FBT001
    rows, position = [], 0
    for line in text.split("\n"):
        rows.append((position, position + len(line)))
        position += len(line) + 1
    assert GRAMMAR.day_first(text, rows) is first


STYLES = [
    ("December 11, 2018", Style(month_first=True, weekday=False, abbreviated=False, padded=None)),
    ("December 3, 2018", Style(month_first=True, weekday=False, abbreviated=False, padded=False)),
    ("December 03, 2018", Style(month_first=True, weekday=False, abbreviated=False, padded=True)),
    ("Tue 3 Dec. 2018", Style(month_first=False, weekday=True, abbreviated=True, padded=False)),
    ("11 décembre 2018", Style(month_first=False, weekday=False, abbreviated=False, padded=None)),
    ("11 decembre 2018", Style(month_first=False, weekday=False, abbreviated=False, padded=None)),
]


@pytest.mark.parametrize(("line", "style"), STYLES)
def test_the_style_of_a_date_line(line: str, style: Style) -> None:
    found = _read(line)
    assert found
    assert found.style == style


def test_styles_agree_where_the_padding_does_not_show() -> None:
    unsure, padded, plain = (style for _, style in (STYLES[0], STYLES[2], STYLES[1]))
    assert unsure.agrees(padded)
    assert plain.agrees(unsure)
    assert not padded.agrees(plain)
    assert not unsure.agrees(STYLES[4][1])


@pytest.mark.parametrize("line", ["Se", "September", "September 2", "September 2,", "11 Dec", "déc", "11 déc", "3 mai 20"])
def test_the_beginning_of_a_date_line(line: str) -> None:
    assert GRAMMAR.is_cut_off(line)


@pytest.mark.parametrize("line", ["", "11", "Court", "May the", "Mayor", "September 2 2018 and", "Decision"])
def test_what_is_no_beginning_of_a_date_line(line: str) -> None:
    assert not GRAMMAR.is_cut_off(line)


RELEASES = [
    ("Posted at 0001 BST 21 August 2014", "2014-08-21T00:01+01:00"),
    ("Posted at 0001hrs GMT  7 June 2013", "2013-06-07T00:01+00:00"),
    ("Posted at 0001 hrs GMT 7 June 2013", "2013-06-07T00:01+00:00"),
    ("Released 11:00 am GMT 29 November 2013", "2013-11-29T11:00+00:00"),
    ("Released at 11 am GMT, 30 November 2013", "2013-11-30T11:00+00:00"),
    ("Released 11am GMT on 30 November 2013", "2013-11-30T11:00+00:00"),
    ("Released November 30, 2013 at 11:00 GMT", "2013-11-30T11:00+00:00"),
    ("Released on 30 November 2013 GMT 11:00", "2013-11-30T11:00+00:00"),
    ("Embargoed until 00:01 GMT on Friday 9 October 2015", "2015-10-09T00:01+00:00"),
    ("Embargoed for 00.01 GMT, 16 October 2015", "2015-10-16T00:01+00:00"),
    ("EMBARGO: 16 October 2015, 00:01 GMT", "2015-10-16T00:01+00:00"),
    ("Strictly embargoed until 16 October 2015 at 0001 hours BST", "2015-10-16T00:01+01:00"),
    ("Published 16 October 2015 at 10:30 EST", "2015-10-16T10:30-05:00"),
    ("Published 16 July 2015 at 10:30 ET", "2015-07-16T10:30-04:00"),
    ("Published 16 January 2015 at 10:30 ET", "2015-01-16T10:30-05:00"),
    ("Published 16 July 2015 10:30 PT", "2015-07-16T10:30-07:00"),
    ("Published 16 January 2015 10:30 CT", "2015-01-16T10:30-06:00"),
    ("Published 16 October 2015 at 10:30 GMT+3", "2015-10-16T10:30+03:00"),
    ("Published 16 October 2015 at 10:30 UTC-5", "2015-10-16T10:30-05:00"),
    ("Published 16 October 2015 at 10:30 UTC−5", "2015-10-16T10:30-05:00"),
    ("Published 16 October 2015 at 10:30 UTC+05:30", "2015-10-16T10:30+05:30"),
    ("Published 16 October 2015 at 10:30 +0200", "2015-10-16T10:30+02:00"),
    ("Published 16 October 2015 at 10:30 (GMT)", "2015-10-16T10:30+00:00"),
    ("Published 16 October 2015 at 10:30 Velmora time (GMT-3)", "2015-10-16T10:30-03:00"),
    ("Published 16 October 2015 at 10:30 GMT / 11:30 BST", "2015-10-16T10:30+00:00"),
    ("Published: 2014-08-21T00:01:00+01:00", "2014-08-21T00:01+01:00"),
    ("Published: 2014-08-21T00:01Z", "2014-08-21T00:01+00:00"),
    ("Publié le 11 juin 2019 à 16h20 TU", "2019-06-11T16:20+00:00"),
    ("Embargo jusqu’au 3 mai 2014 à 00h01 GMT", "2014-05-03T00:01+00:00"),
    ("Posted at 12:00 pm GMT 3 May 2014", "2014-05-03T12:00+00:00"),
    ("Posted at 12:00 am GMT 3 May 2014", "2014-05-03T00:00+00:00"),
    ("Posted at 4.30 p.m. GMT 3 May 2014", "2014-05-03T16:30+00:00"),
    ("Posted at 0001 BST 21/08/2014", "2014-08-21T00:01+01:00"),
    ("Posted at 0001 BST Thursday, August 21, 2014", "2014-08-21T00:01+01:00"),
    ("Posted at 0001 NPT 21 August 2014", "2014-08-21T00:01+05:45"),
]


@pytest.mark.parametrize(("line", "moment"), RELEASES)
def test_a_release_line_that_is_exact(line: str, moment: str) -> None:
    found = GRAMMAR.release(line)
    assert found == Release(dt.datetime.fromisoformat(moment), None)
    assert found.moment
    assert found.moment.isoformat(timespec="minutes") == moment


LACKING = [
    ("Posted 21 August 2014", "time"),
    ("Posted at BST 21 August 2014", "time"),
    ("Posted at noon GMT 21 August 2014", "time"),
    ("Posted at 25:00 GMT 21 August 2014", "time"),
    ("Posted at 0001 21 August 2014", "zone"),
    ("Posted at 0001 XYZ 21 August 2014", "zone"),
    ("Released 11:00 am local time 30 November 2013", "zone"),
    ("Posted at 0001 CST 21 August 2014", "ambiguous"),
    ("Posted at 0001 IST 21 August 2014", "ambiguous"),
    ("Posted at 0001 BST", "date"),
    ("Posted at 0001 BST 31 June 2014", "date"),
    ("Posted at 0001 BST on Thursday", "date"),
]


@pytest.mark.parametrize(("line", "lacks"), LACKING)
def test_a_release_line_that_is_not_exact(line: str, lacks: str) -> None:
    assert GRAMMAR.release(line) == Release(None, lacks)


def test_moments_keep_a_fixed_distance_from_greenwich() -> None:
    moment = GRAMMAR.release("Published 16 July 2015 at 10:30 ET").moment
    assert moment
    assert moment.tzinfo == dt.timezone(dt.timedelta(hours=-4))
