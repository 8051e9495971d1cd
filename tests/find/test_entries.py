"""Cutting pages at their date lines."""

from __future__ import annotations

import pytest

from malirights.find.entries import Cut, find_entries
from malirights.lexicon import Lexicon

FREED = "The court freed Ada Moru on Monday, after nine days of rain over the villages of Velmora."
SAT = "The court sat for three days, and nobody came to hear what the judges had to say."


def _cut(*lines: str) -> tuple[str, Cut]:
    text = "\n".join(lines)
    return text, find_entries(text, Lexicon.default())


def _entries(text: str, cut: Cut) -> list[list[str]]:
    return [[text[entry.head.start : entry.head.end], *(text[a:b] for a, b in entry.lines)] for entry in cut.entries]


def _furniture(text: str, cut: Cut) -> list[str]:
    return [text[start:end] for start, end in cut.furniture]


def assert_cut(lines: list[str], entries: list[list[str]], furniture: list[str]) -> Cut:
    """Hold the lines of a page to be cut so, under every line end, with nothing lost."""
    for end in ("\n", "\r\n", "\r", "\n\n", " \n\t\n\xa0"):
        text = end.join(lines)
        cut = find_entries(text, Lexicon.default())
        assert _entries(text, cut) == entries
        assert _furniture(text, cut) == furniture
        pieces = sorted([*cut.furniture, *((entry.head.start, entry.end) for entry in cut.entries)])
        assert "".join("".join(text[a:b] for a, b in pieces).split()) == "".join(text.split())
    return _cut(*lines)[1]


def test_furniture_before_and_after() -> None:
    before = ["Main menu", "Search this site", "Facebook Share", "Zanara"]
    after = ["Subscribe to Zanara", "1 2 3 4 next › last »", "© 2018 Zanara Rights Watch. All rights reserved."]
    entries = [["May 4, 2016", FREED], ["May 2, 2016", SAT]]
    cut = assert_cut([*before, *entries[0], *entries[1], *after], entries, before + after)
    assert cut.topic == "Zanara"
    assert cut.warnings == []


FORMS = [
    ("December 11, 2018", "December 3, 2018"),
    ("December 11, 2018", "December 03, 2018"),
    ("11 December 2018", "3 December 2018"),
    ("11 décembre 2018", "1er décembre 2018"),
    ("Dec. 11, 2018", "Dec. 3, 2018"),
    ("11 déc. 2018", "3 déc. 2018"),
    ("Tuesday, December 11, 2018", "Monday, December 3, 2018"),
    ("mardi 11 décembre 2018", "lundi 3 décembre 2018"),
    ("2018-12-11", "2018-12-03"),
    ("11/12/2018", "03/12/2018"),
    ("11 décembre 2018, 16:20 UTC", "3 décembre 2018, 9:05 UTC"),
    ("DECEMBER 11, 2018", "DECEMBER 3, 2018"),
    ("December\xa011, 2018", "December\xa03,\xa02018"),
]


@pytest.mark.parametrize("heads", FORMS, ids=lambda heads: heads[0])
def test_every_form_of_date_line_begins_an_entry(heads: tuple[str, str]) -> None:
    assert_cut([heads[0], FREED, SAT, heads[1], SAT], [[heads[0], FREED, SAT], [heads[1], SAT]], [])


def test_indented_date_lines_begin_entries() -> None:
    text, cut = _cut("  May 4, 2016 ", f"\t{FREED}", "\xa0May 2, 2016", SAT)
    assert _entries(text, cut) == [["May 4, 2016", FREED], ["May 2, 2016", SAT]]


@pytest.mark.parametrize("gap", ["", " – ", " | ", ": ", " "])
def test_words_on_the_date_line_are_the_first_line(gap: str) -> None:
    text, cut = _cut(f"May 4, 2016{gap}Court frees three", FREED, "", f"May 2, 2016{gap}Court sits", SAT)
    assert _entries(text, cut) == [
        ["May 4, 2016", "Court frees three", FREED],
        ["May 2, 2016", "Court sits", SAT],
    ]


def test_two_entries_with_one_date_are_two() -> None:
    entries = [["May 4, 2016", FREED], ["May 4, 2016", SAT], ["May 2, 2016", SAT]]
    assert_cut([line for entry in entries for line in entry], entries, [])


RUNNING = [
    "May 2, 2016 was a day of rain in the villages, and nobody slept.",
    "May 2, 2016, the day of the verdict, was a day of rain.",
    "On May 2, 2016, it rained.",
    "It rained until",
    "2 May 2016 and the day after saw nothing but rain.",
    "May 2016 was wet.",
    "The verdict of May 2, 2016",
    "2016-05-02 and 2016-05-03 were days of rain.",
    "Le 2 mai 2016, il a plu.",
]


@pytest.mark.parametrize("line", RUNNING)
def test_a_date_in_running_text_begins_nothing(line: str) -> None:
    assert_cut(["May 4, 2016", FREED, line, SAT], [["May 4, 2016", FREED, line, SAT]], [])


LETTERS = {
    "date before the address": ["Open letter", "3 May 2016", "Office of the Prime Minister", "12 Harbour Street"],
    "date under the address": ["Zanara Rights Watch", "12 Harbour Street", "May 3, 2016"],
    "date under a box": ["P.O. Box 55, Velmora", "May 3, 2016"],
    "date alone": ["Open letter", "May 3, 2016"],
    "place and date": ["Open letter", "Velmora, May 3, 2016"],
}


@pytest.mark.parametrize("opening", LETTERS.values(), ids=LETTERS)
def test_the_date_of_a_letter_begins_nothing(opening: list[str]) -> None:
    text = "\n\n".join(["May 4, 2016", "\n".join(opening), "Dear Prime Minister,", FREED, "May 2, 2016", SAT])
    cut = find_entries(text, Lexicon.default())
    assert _entries(text, cut) == [
        ["May 4, 2016", *opening, "Dear Prime Minister,", FREED],
        ["May 2, 2016", SAT],
    ]


def test_a_letter_dated_like_the_page_is_an_entry() -> None:
    entries = [["May 4, 2016", FREED], ["May 2, 2016", "Dear Prime Minister,", SAT]]
    assert_cut([line for entry in entries for line in entry], entries, [])


def test_a_minority_style_in_order_begins_an_entry() -> None:
    entries = [["4 May 2016", FREED], ["May 3, 2016", SAT], ["2 May 2016", SAT], ["1 May 2016", FREED]]
    assert_cut([line for entry in entries for line in entry], entries, [])


def test_a_minority_style_out_of_order_begins_nothing() -> None:
    lines = ["May 4, 2016", FREED, "May 3, 2016", FREED, "12 June 2009", SAT, "May 2, 2016", SAT, "May 1, 2016", SAT]
    entries = [lines[:2], lines[2:6], lines[6:8], lines[8:]]
    assert_cut(lines, entries, [])


def test_a_minority_style_right_under_the_date_line_begins_nothing() -> None:
    lines = ["May 4, 2016", "4 May 2016", FREED, "May 2, 2016", SAT]
    assert_cut(lines, [lines[:3], lines[3:]], [])


@pytest.mark.parametrize("date", ["February 30, 2016", "31 April 2016", "2016-13-01", "0 mai 2016"])
def test_the_lines_of_an_impossible_date_are_furniture(date: str) -> None:
    lines = ["May 4, 2016", FREED, date, "It rained on.", "May 2, 2016", SAT]
    cut = assert_cut(lines, [lines[:2], lines[4:]], lines[2:4])
    (warning,) = cut.warnings
    assert warning.code == "impossible-date"
    assert warning.span
    assert warning.span.of("\n".join(lines)) == date
    assert repr(date) in warning.message


def test_an_entry_without_text_is_furniture() -> None:
    lines = ["May 4, 2016", FREED, "May 3, 2016", "May 2, 2016", SAT]
    cut = assert_cut(lines, [lines[:2], lines[3:]], ["May 3, 2016"])
    (warning,) = cut.warnings
    assert warning.code == "entry-without-text"
    assert warning.span
    assert warning.span.of("\n".join(lines)) == "May 3, 2016"


def test_a_run_of_dates_without_text_is_one_warning() -> None:
    lines = ["May 4, 2016", "May 3, 2016", "May 2, 2016", SAT]
    cut = assert_cut(lines, [lines[2:]], lines[:2])
    assert [warning.code for warning in cut.warnings] == ["entry-without-text"]


def test_a_last_entry_without_text_is_furniture() -> None:
    lines = ["May 4, 2016", FREED, "May 2, 2016"]
    cut = assert_cut(lines, [lines[:2]], lines[2:])
    assert [warning.code for warning in cut.warnings] == ["entry-without-text"]


@pytest.mark.parametrize("end", ["Ma", "May", "April 2", "Apr", "11 Dec", "11 déc"])
def test_a_page_that_breaks_off_in_a_date_line_ends_before_it(end: str) -> None:
    lines = ["May 4, 2016", FREED, "May 2, 2016", SAT]
    assert_cut([*lines, end], [lines[:2], lines[2:]], [end])


def test_a_page_that_breaks_off_in_a_sentence_keeps_it() -> None:
    lines = ["May 4, 2016", FREED, "May 2, 2016", SAT, "The judges had heard for three days what the"]
    assert_cut(lines, [lines[:2], lines[2:]], [])


FOOTERS = [
    ["Subscribe to Zanara"],
    ["S'abonner à Zanara"],
    ["1 2 3 4 next › last »"],
    ["« first ‹ previous 1 2 3"],
    ["Page 1 of 7"],
    ["Share this page", "Follow us on Twitter"],
    ["Page 1 of 7", "12 Harbour Street", "P.O. Box 55, Velmora"],
    ["Privacy policy", "Contact us", "Zanara Rights Watch", "12 Harbour Street", "Velmora"],
    ["Contact us", "Zanara Rights Watch", "12 Harbour Street", "Velmora", "+00 555 0100"],
    ["© 2018 Zanara Rights Watch", "12 Harbour Street, Velmora", "Registered as a charity in Velmora."],
    ["Copyright 2018 Zanara Rights Watch. All rights reserved."],
    ["Tous droits réservés"],
    ["Lire la suite", "Mentions légales"],
    ["Subscribe to Zanara", "A view from Velmora", "Everything that we publish is free to share."],
]


@pytest.mark.parametrize("footer", FOOTERS, ids=lambda footer: footer[0])
def test_footers_belong_to_no_entry(footer: list[str]) -> None:
    lines = ["May 4, 2016", FREED, "May 2, 2016", SAT]
    assert_cut([*lines, *footer], [lines[:2], lines[2:]], footer)


def test_share_lines_between_entries_belong_to_none() -> None:
    lines = ["May 4, 2016", FREED, "Share this page", "Read more", "May 2, 2016", SAT]
    assert_cut(lines, [lines[:2], lines[4:]], lines[2:4])


TOPICS = [
    (["Zanara"], [], "Zanara"),
    (["News", "Zanara and Velmora"], [], "Zanara and Velmora"),
    (["Zanara", "Main menu"], [], None),
    (["Welcome to our page."], [], None),
    ([], [], None),
    ([], ["Subscribe to Zanara"], "Zanara"),
    (["News"], ["Subscribe to Refugee. Zanara"], "Refugee. Zanara"),
    (["Zanara news and more"], ["Subscribe to Zanara"], "Zanara"),
    ([], ["Subscribe to our newsletter"], None),
    ([], ["S’abonner à Zanara"], "Zanara"),
    ([], ["Subscribe\xa0to Zanara"], "Zanara"),
    (["Subscribe to Zanara"], [], "Zanara"),
]


@pytest.mark.parametrize(("before", "after", "topic"), TOPICS)
def test_the_topic(before: list[str], after: list[str], topic: str | None) -> None:
    _, cut = _cut(*before, "May 4, 2016", FREED, *after)
    assert cut.topic == topic


@pytest.mark.parametrize("text", ["", " \n", "Zanara", f"Zanara\n{FREED}", "May 2016\nIt rained.", "4 May\nIt rained."])
def test_a_text_without_date_lines_is_furniture(text: str) -> None:
    cut = find_entries(text, Lexicon.default())
    assert cut.entries == []
    assert _furniture(text, cut) == [line for line in text.split("\n") if line.strip()]


def test_the_order_of_day_and_month_is_that_of_the_page() -> None:
    _, cut = _cut("05/04/2016", FREED, "26/03/2016", SAT)
    assert [str(entry.head.date) for entry in cut.entries] == ["2016-04-05", "2016-03-26"]
    _, cut = _cut("05/04/2016", FREED, "03/26/2016", SAT)
    assert [str(entry.head.date) for entry in cut.entries] == ["2016-05-04", "2016-03-26"]
