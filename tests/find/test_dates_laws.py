"""What find_dates promises of every text: its laws, its errors, and the examples of the lexicon."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from malirights.errors import InvalidTypeError, InvalidValueError, MalirightsError
from malirights.find.dates import find_dates
from malirights.lexicon import Lexicon

if TYPE_CHECKING:
    from pathlib import Path

ANCHOR = dt.date(2013, 5, 15)
LEXICON = Lexicon.default()
CLASSES = [
    (language, name, entry)
    for language, subject, name, entry in LEXICON.classes()
    if subject == "dates" and ("gives" in entry or name in {"months", "weekdays"})
]
RULES = [(language, name, entry) for language, name, entry in CLASSES if "gives" in entry]
EXAMPLES = [(language, name, example) for language, name, entry in RULES for example in entry["examples"]]
COUNTERS = [(language, name, example) for language, name, entry in RULES for example in entry["counter_examples"]]
FORMS = [
    (language, example) for language, name, entry in CLASSES if name in {"months", "weekdays"} for example in entry["examples"]
]

FRAGMENTS = st.sampled_from(
    [
        "11",
        "31",
        "12 and",
        "2012",
        "1990s",
        "'80s",
        "May",
        "may",
        "March",
        "Sept.",
        "Monday",
        "last",
        "next",
        "this",
        "ago",
        "earlier",
        "later",
        "two",
        "weeks",
        "years",
        "the",
        "of",
        "and",
        "to",
        "between",
        "since",
        "until",
        "early",
        "mid-",
        "quarter",
        "third",
        "today",
        "summer",
        "in",
        "on",
        ",",
        ".",
        "\n",
        "\n\n",
        "\xa0",
        "’s",
        "–",
        "/",
        "12/05/2012",
        "99",
        "0",
        "mai",
        "janvier",
        "il y a",
        "depuis",
        "siècle",
        "XXe",
        "année",
        "İ",
        "ß",
        "999999",
        "century",
        "Easter",
        "Ramadan",
        "9999",
        "1000",
        "a",
        "will",
        "was",
    ]
)
TEXTS = st.lists(FRAGMENTS | st.text(max_size=3), max_size=25).map(" ".join)
ANCHORS = st.none() | st.dates()


def unmarked(example: str) -> str:
    """Give an example without its brackets."""
    return re.sub(r"[\[\]]", "", example)


@given(text=TEXTS, anchor=ANCHORS)
@settings(deadline=None)
def test_spans_prove_themselves_and_times_are_whole(text: str, anchor: dt.date | None) -> None:
    found = find_dates(text, anchor=anchor)
    ends = 0
    for when in found:
        assert when.span is not None
        assert when.span.of(text) == when.expression
        assert when.expression == when.expression.strip(" \n\xa0,;")
        assert when.span.start >= ends
        ends = when.span.end
        assert when.earliest <= when.latest
        assert when.rule


@given(text=st.text(max_size=80), anchor=ANCHORS)
@settings(deadline=None)
def test_no_text_raises(text: str, anchor: dt.date | None) -> None:
    assert isinstance(find_dates(text, anchor=anchor), tuple)


@given(text=TEXTS)
@settings(deadline=None)
def test_the_same_text_gives_the_same_times(text: str) -> None:
    assert find_dates(text, anchor=ANCHOR) == find_dates(text, anchor=ANCHOR.isoformat())


@pytest.mark.parametrize(("language", "name", "example"), EXAMPLES)
def test_a_rule_reads_its_examples(language: str, name: str, example: str) -> None:
    found = find_dates(unmarked(example), anchor=ANCHOR, language=None if language == "common" else language)
    assert set(re.findall(r"\[(.*?)\]", example)) <= {when.expression for when in found}
    assert any(name in when.rule.split("+") for when in found)


@pytest.mark.parametrize(("language", "name", "example"), COUNTERS)
def test_a_rule_leaves_its_counter_examples(language: str, name: str, example: str) -> None:
    found = find_dates(example, anchor=ANCHOR, language=None if language == "common" else language)
    assert name not in {rule for when in found for rule in when.rule.split("+")}


@pytest.mark.parametrize(("language", "example"), FORMS)
def test_the_names_of_months_and_weekdays_are_read(language: str, example: str) -> None:
    (when,) = find_dates(example, language=language)
    assert when.expression == example


def test_without_an_anchor_what_counts_from_it_is_left_out() -> None:
    text = "Last week, in March, they spoke of 3 May 2012 and of the 1990s; two days later they left."
    assert [when.expression for when in find_dates(text)] == ["3 May 2012", "the 1990s", "two days later"]


def test_an_anchor_is_a_date_or_its_iso_form() -> None:
    assert find_dates("today", anchor="2013-05-15")[0].earliest == ANCHOR
    assert find_dates("today", anchor=dt.datetime(2013, 5, 15, 12, tzinfo=dt.UTC))[0].earliest == ANCHOR
    with pytest.raises(InvalidValueError, match="cannot read '15 May' as the anchor; write it as"):
        find_dates("today", anchor="15 May")
    with pytest.raises(InvalidTypeError, match=r"the anchor is a datetime\.date or a str such as"):
        find_dates("today", anchor=2013)  # type: ignore[arg-type]


def test_errors_say_what_would_be_right() -> None:
    with pytest.raises(InvalidTypeError, match="decode bytes first"):
        find_dates(b"today")  # type: ignore[arg-type]
    with pytest.raises(MalirightsError, match="it has en, fr"):
        find_dates("today", language="xx")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("It has rained since January 2012.", "2012-01-01/2013-05-15"),
        ("It will rain until the end of the year.", "2013-05-15/2013-12-31"),
        ("It rained until March 2012.", "../2012-03-31"),
        ("It rained before 3 May 2012.", "../2012-05-02"),
        ("It rained after 3 May 2012.", "2012-05-04/2013-05-15"),
        ("It will last from 3 June 2014.", "2014-06-03/.."),
        ("It rained earlier this month.", "2013-05-01/2013-05-15"),
        ("It will rain later this month.", "2013-05-15/2013-05-31"),
        ("It rained in April and May.", "2013-04-01/2013-05-15"),
        ("It has rained since the flood five months ago.", "2012-12-01/2013-05-15"),
        ("Since the flood five months ago it has rained.", "2012-12-01/2013-05-15"),
        ("Since the flood of March 2012 it has rained.", "2012-03-01/2013-05-15"),
        ("They have been away since the fall of Orvel on 3 May 2012.", "2012-05-03/2013-05-15"),
        ("Since the flood hit them in March 2012 they eat bread.", "2012-03"),
        ("They have been away since, but for a day in March 2012.", "2012-03"),
        ("Depuis la crue de mars 2012, ils sont partis.", "2012-03-01/2013-05-15"),
        ("Il pleut depuis le 11 janvier.", "2013-01-11/2013-05-15"),
        ("Il pleuvra jusqu'en juin 2014.", "2013-05-15/2014-06-30"),
        ("It rained in March 2012.", "2012-03"),
        ("It rained from 2 to 14 March.", "2013-03-02/2013-03-14"),
    ],
)
def test_the_words_around_a_time_give_its_scope(text: str, meant: str) -> None:
    (when,) = find_dates(text, anchor=ANCHOR)
    assert when.meant.edtf == meant


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("early March", "start"),
        ("mid-March", "middle"),
        ("late March", "end"),
        ("fin mars", "end"),
        ("in March", ""),
    ],
)
def test_the_part_of_a_unit_is_told_beside_it(text: str, part: str) -> None:
    (when,) = find_dates(text, anchor=ANCHOR)
    assert (when.part, when.edtf) == (part, "2013-03")


def test_the_language_is_told_by_the_text() -> None:
    assert [when.edtf for when in find_dates("Le pont a ouvert en mars 2012 et le 3 mai.", anchor=ANCHOR)] == [
        "2012-03",
        "2012-05-03",
    ]
    assert find_dates("The planet Mars was seen in the sky of the north.", anchor=ANCHOR) == ()


def test_a_text_in_two_languages_is_read_in_both() -> None:
    english = "The council met on the hill, and the mayor said that it was not for them to pay for the mill. " * 40
    french = "Le conseil est réuni depuis le 3 mai dans la ville, et les maires sont avec lui pour le moulin. " * 8
    assert {when.edtf for when in find_dates(english + french, anchor=ANCHOR)} == {"2013-05-03"}


def test_a_user_adds_words(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text('[en.dates.holiday.values]\n"founders\' day" = "07-09"\n', encoding="utf-8")
    (when,) = find_dates("They met on Founders' Day 2012.", lexicon=Lexicon.load(tmp_path / "my.toml"))
    assert when.edtf == "2012-07-09"


def test_numeric_dates_take_the_order_that_the_text_shows() -> None:
    both: dict[str, Any] = {when.expression: when.edtf for when in find_dates("On 04/05/2012 and on 22/05/2012.")}
    assert both == {"04/05/2012": "2012-05-04", "22/05/2012": "2012-05-22"}
    (open_case,) = find_dates("On 04/05/2012.")
    assert (open_case.edtf, open_case.rule) == ("2012-04-05/2012-05-04", "numeric_date")


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("the 0th century", "2013-06-14"),
        ("last Ramadan", "1979-06-01"),
        ("next Ramadan", "2040-12-01"),
        ("next Ramadan", "2041-06-01"),
        ("last Ramadan", "2042-06-01"),
    ],
)
def test_what_no_calendar_or_table_covers_is_left_out(text: str, anchor: str) -> None:
    assert find_dates(text, anchor=anchor, language="en") == ()


def test_a_range_of_weekdays_does_not_reach_before_the_calendar() -> None:
    times = find_dates("It rained from Thursday to Tuesday.", anchor="0001-01-05", language="en")
    assert [when.edtf for when in times] == ["0001-01-04", "0001-01-02"]


@pytest.mark.parametrize("blank", ["\n\n", "\r\n\r\n", "\n \n", "\n\t\n\n"])
def test_no_date_reaches_over_a_blank_line(blank: str) -> None:
    found = find_dates(f"It rained in May{blank}2012 was dry.", anchor="2013-06-14", language="en")
    assert [when.expression for when in found] == ["May", "2012"]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("The clerk freed Ada Diarra on Monday.", "en", "2013-06-10"),
        ("La cour a libéré Ada Diarra lundi.", "fr", "2013-06-10"),
        ("La garde tira lundi sur les cerfs-volants.", "fr", "2013-06-10"),
        ("The hearing of Ada Mohamed on Monday will be public.", "en", "2013-06-17"),
        ("The court sat on Monday and will rule soon.", "en", "2013-06-10"),
    ],
)
def test_no_name_tells_the_tense(text: str, language: str, day: str) -> None:
    (when,) = find_dates(text, anchor="2013-06-14", language=language)
    assert when.edtf == day


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The trial begins on 3 May 2015, and the verdict is due in June.", ["2015-05-03", "2015-06"]),
        ("In November 2011 the roof fell, and in January the wall.", ["2011-11", "2012-01"]),
        ("The roof fell in 2015, and the wall in March.", ["2015", "2015-03"]),
    ],
)
def test_a_month_takes_the_year_of_its_sentence(text: str, values: list[str]) -> None:
    assert [when.edtf for when in find_dates(text, anchor="2013-06-14", language="en")] == values
