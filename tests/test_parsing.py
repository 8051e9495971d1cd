"""One page to statements, and one statement alone."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import malirights as mr
from malirights.parsing import FINDINGS, parse_page

FREED = "The court freed Ada Moru on Monday, after nine days of rain over the villages of Velmora."
SPOKEN = "“It rained for nine days,” said Ada Moru, head of Zanara Rights Watch."
PAGE = f"Zanara\n\nMay 4, 2016\n\n{FREED}\n\n{SPOKEN}\n\nMay 2, 2016\n\nThe court sat for three days.\n\nSubscribe to Zanara\n"


def test_a_page_is_cut_into_statements_and_furniture() -> None:
    page = mr.parse(PAGE)
    assert page.text is PAGE
    assert [statement.date for statement in page.statements] == [dt.date(2016, 5, 4), dt.date(2016, 5, 2)]
    assert page.statements[1].text == "May 2, 2016\n\nThe court sat for three days."
    assert [span.of(PAGE) for span in page.furniture] == ["Zanara", "Subscribe to Zanara"]
    assert page.topic == "Zanara"
    assert page.warnings == ()


def test_a_statement_keeps_its_own_proof() -> None:
    statement = mr.parse(PAGE).statements[0]
    (quote,) = statement.quotes
    assert quote.span.of(statement.text) == quote.text == "It rained for nine days,"
    assert quote.statement_id == statement.id
    assert quote.date == statement.date == dt.date(2016, 5, 4)
    assert [span.of(statement.text) for span in statement.paragraphs] == [FREED, SPOKEN]
    assert [part.kind for part in statement.parts] == ["date", "body", "body"]


def test_each_statement_knows_its_language() -> None:
    text = (
        "May 4, 2016\nWhat the court said to the families was not for them.\n"
        "2 mai 2016\nLa cour a statué sur les familles, et elle a entendu leur avocate dans la ville.\n"
        "May 1, 2016\nZanara, Velmora, 1, 2, 3.\n"
    )
    assert [statement.language for statement in mr.parse(text).statements] == ["en", "fr", None]


def test_the_url_is_kept() -> None:
    page = mr.parse(PAGE, url="https://zanara.example/news")
    assert page.url == "https://zanara.example/news"
    assert {statement.url for statement in page.statements} == {"https://zanara.example/news"}


def test_the_publisher_that_is_given_wins() -> None:
    page = mr.parse(PAGE, publisher="League of Velmora")
    assert page.publisher == "League of Velmora"
    assert {statement.publisher for statement in page.statements} == {"League of Velmora"}


PUBLISHERS = [
    ([SPOKEN, SPOKEN], "Zanara Rights Watch"),
    ([SPOKEN], None),
    ([SPOKEN, SPOKEN, "“It will stop,” said Paul de Winter, head of the Rain Office."], "Zanara Rights Watch"),
    ([SPOKEN, "“It will stop,” said Paul de Winter, head of the Rain Office."], None),
    (["“It rained for nine days,” said Ada Moru.", "“It stopped then,” said Paul de Winter, a judge."], None),
]


@pytest.mark.parametrize(("spoken", "publisher"), PUBLISHERS)
def test_the_publisher_is_the_organisation_that_speaks_most(spoken: list[str], publisher: str | None) -> None:
    page = mr.parse("\n".join(["May 4, 2016", FREED, *spoken, "May 2, 2016", FREED]))
    assert page.publisher == publisher
    assert {statement.publisher for statement in page.statements} == {publisher}


SAME = [
    PAGE.replace("\n", "\r\n"),
    PAGE.replace("\n", "\r"),
    PAGE.replace("\n\n", "\n"),
    PAGE.replace("\n\n", "\n\n\n \n"),
    PAGE.replace(" ", "\xa0"),
    PAGE.replace(" ", "  "),
    PAGE.replace("The court", " \tThe  court"),
    PAGE.replace("May 4, 2016", "4 May 2016").replace("May 2, 2016", "2 May 2016"),
    PAGE.replace("May 4, 2016", "May 04, 2016").replace("May 2, 2016", "May 02, 2016"),
    PAGE.replace("May 4, 2016", "2016-05-04").replace("May 2, 2016", "2016-05-02"),
    PAGE.replace("May 4, 2016\n\n", "4 mai 2016\n").replace("May 2, 2016", "2 mai 2016"),
    PAGE.replace("May 4, 2016\n\n", "May 4, 2016").replace("May 2, 2016\n\n", "May 2, 2016"),
    f"Another page\n{PAGE}\nApril 30, 2016\nIt rained.",
]


@pytest.mark.parametrize("text", SAME)
def test_ids_survive_spacing_line_ends_and_date_forms(text: str) -> None:
    ids = [statement.id for statement in mr.parse(PAGE).statements]
    assert [statement.id for statement in mr.parse(text).statements][:2] == ids


def test_ids_differ_for_other_words_and_other_dates() -> None:
    texts = [
        "May 4, 2016\nThe court sat.",
        "May 4, 2016\nThe court sat",
        "May 4, 2016\nThe court met.",
        "May 4, 2016\nthe court sat.",
        "May 5, 2016\nThe court sat.",
        "May 4, 2016\nThe court sat. It rained.",
    ]
    assert len({mr.parse(text).statements[0].id for text in texts}) == len(texts)


def test_an_id_names_the_date() -> None:
    assert mr.parse(PAGE).statements[0].id.startswith("2016-05-04-")


def test_a_lone_statement_has_the_id_of_the_same_words_on_a_page() -> None:
    on_page = mr.parse(f"May 4, 2016\n\n{FREED}\n\n{SPOKEN}").statements[0]
    assert mr.parse_statement(f"\n{FREED}\r\n{SPOKEN} ", date="2016-05-04").id == on_page.id


def test_no_dated_entry_is_an_error_that_shows_one() -> None:
    text = "The court sat on May 4, 2016."
    with pytest.raises(mr.NoStatementsError) as caught:
        mr.parse(text)
    assert caught.value.length == len(text)
    message = str(caught.value)
    assert message.startswith("no dated entry in these 29 characters;")
    assert "'December 11, 2018'" in message
    assert "parse_statement(text, date=" in message


@pytest.mark.parametrize("text", ["", "\n \r\n", "Zanara", "May 4, 2016", "February 30, 2016\nIt rained."])
def test_a_text_with_nothing_dated_has_no_statements(text: str) -> None:
    with pytest.raises(mr.NoStatementsError):
        mr.parse(text)


@pytest.mark.parametrize("text", [None, b"May 4, 2016\nIt rained.", 7, ["May 4, 2016"]])
def test_what_is_no_text_is_refused(text: object) -> None:
    kind = type(text).__name__
    with pytest.raises(mr.InvalidTypeError, match=f"parse takes the text as a str, got {kind}; to read a file, use read"):
        mr.parse(text)  # type: ignore[arg-type]
    with pytest.raises(mr.InvalidTypeError, match=f"parse_statement takes the text as a str, got {kind}"):
        mr.parse_statement(text, date="2016-05-04")  # type: ignore[arg-type]


WARNINGS = [
    ("May 4, 2016\nIt rained.\nFebruary 30, 2016\nIt stopped.", "impossible-date", "February 30, 2016"),
    ("May 4, 2016\nMay 3, 2016\nIt rained.", "entry-without-text", "May 4, 2016"),
    ("Zanara\nMay 4, 2016\nAda Moru said: “It rained for nine days.", "unclosed-quote", "It rained for nine days."),
    ("May 4, 2016\nPosted at 0001 4 May 2016\nIt rained.", "release-without-zone", "Posted at 0001 4 May 2016"),
    ("May 4, 2016\nReleased GMT 4 May 2016\nIt rained.", "release-without-time", "Released GMT 4 May 2016"),
    ("May 4, 2016\nPosted at 0001 BST\nIt rained.", "release-without-date", "Posted at 0001 BST"),
    ("May 4, 2016\nPosted at 0001 CST 4 May 2016\nIt rained.", "ambiguous-zone", "Posted at 0001 CST 4 May 2016"),
]


@pytest.mark.parametrize(("text", "code", "words"), WARNINGS)
def test_what_is_read_around_is_a_warning_with_its_words(text: str, code: str, words: str) -> None:
    (warning,) = mr.parse(text).warnings
    assert warning.code == code
    assert warning.span
    assert warning.span.of(text) == words


def test_warnings_of_a_statement_count_from_its_own_start() -> None:
    text = "Zanara\nMay 4, 2016\nAda Moru said: “It rained for nine days."
    page = mr.parse(text)
    (own,) = page.statements[0].warnings
    assert own.span
    assert own.span.of(page.statements[0].text) == "It rained for nine days."
    assert page.warnings[0].span == own.span.shifted(page.statements[0].span.start)


def test_warnings_stand_in_the_order_of_the_text_after_notices() -> None:
    notice = mr.PageWarning("encoding", "read as windows-1252, not UTF-8", None)
    text = (
        "May 4, 2016\nIt rained: “The rain fell on and on.\nFebruary 30, 2016\nIt rained.\nMay 3, 2016\nMay 2, 2016\nIt rained."
    )
    page = parse_page(text, [notice], publisher=None, url=None, lexicon=None, find=FINDINGS, strict=False)
    assert [warning.code for warning in page.warnings] == [
        "encoding",
        "unclosed-quote",
        "impossible-date",
        "entry-without-text",
    ]


def test_strict_raises_all_warnings_at_once() -> None:
    text = "May 4, 2016\nIt rained: “The rain fell on and on.\nFebruary 30, 2016\nIt rained."
    with pytest.raises(mr.StrictError) as caught:
        mr.parse(text, strict=True)
    assert caught.value.warnings == mr.parse(text).warnings
    assert str(caught.value).startswith("2 warning(s) with strict=True: unclosed-quote at Span(")
    assert mr.parse(PAGE, strict=True) == mr.parse(PAGE)


def test_a_lone_statement_leaves_out_the_space_around_it() -> None:
    statement = mr.parse_statement(f"\r\n  {FREED}\n\n{SPOKEN}\n ", date="2019-06-11")
    assert statement.date == dt.date(2019, 6, 11)
    assert statement.span == mr.Span(4, 4 + len(statement.text))
    assert statement.text == f"{FREED}\n\n{SPOKEN}"
    assert [part.kind for part in statement.parts] == ["body", "body"]


def test_date_lines_in_a_lone_statement_begin_nothing() -> None:
    text = f"{FREED}\n\nMay 2, 2016\n\nThe court sat for three days."
    assert mr.parse_statement(text, date="2019-06-11").text == text


def test_the_date_line_of_a_lone_statement_is_its_release() -> None:
    statement = mr.parse_statement(f"11 juin 2019, 16:20 UTC\n\n{FREED}", date="2019-06-11")
    assert statement.released == dt.datetime(2019, 6, 11, 16, 20, tzinfo=dt.UTC)
    assert [part.kind for part in statement.parts] == ["release", "body"]
    assert statement.warnings == ()


def test_the_time_on_a_date_line_of_a_page_is_the_release() -> None:
    (statement,) = mr.parse(f"11 juin 2019, 16:20 UTC\n\n{FREED}").statements
    assert statement.released == dt.datetime(2019, 6, 11, 16, 20, tzinfo=dt.UTC)


@pytest.mark.parametrize("date", ["2019-06-11", "20190611", dt.date(2019, 6, 11)])
def test_the_day_of_a_lone_statement_may_be_a_date_or_iso(date: dt.date | str) -> None:
    assert mr.parse_statement("The court sat.", date=date).date == dt.date(2019, 6, 11)


@pytest.mark.parametrize("date", ["", "2019", "2019-06", "11 June 2019", "2019-02-30", "2019-06-11T10:00", "today"])
def test_another_text_is_no_day(date: str) -> None:
    with pytest.raises(mr.InvalidValueError) as caught:
        mr.parse_statement("The court sat.", date=date)
    assert str(caught.value) == f"cannot read {date!r} as the date of a statement; write it as '2019-06-11'"


@pytest.mark.parametrize("date", [None, 20190611, dt.datetime(2019, 6, 11, tzinfo=dt.UTC), (2019, 6, 11)])
def test_another_object_is_no_day(date: object) -> None:
    with pytest.raises(mr.InvalidTypeError, match=r"the date of a statement is a datetime\.date or a str such as"):
        mr.parse_statement("The court sat.", date=date)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t\xa0"])
def test_a_lone_statement_has_words(text: str) -> None:
    with pytest.raises(mr.NoStatementsError, match="the text of a statement has no words"):
        mr.parse_statement(text, date="2019-06-11")


def test_a_lone_statement_takes_publisher_url_and_strict() -> None:
    statement = mr.parse_statement(FREED, date="2019-06-11", publisher="Zanara Rights Watch", url="https://zanara.example")
    assert (statement.publisher, statement.url) == ("Zanara Rights Watch", "https://zanara.example")
    assert mr.parse_statement(f"{SPOKEN}\n{SPOKEN}", date="2019-06-11").publisher == "Zanara Rights Watch"
    with pytest.raises(mr.StrictError, match="unclosed-quote"):
        mr.parse_statement("It rained: “The rain fell on and on.", date="2019-06-11", strict=True)


def test_added_words_are_used() -> None:
    tables = dict(mr.Lexicon.default().tables)
    tables["en"] = {**tables["en"], "dates": {"months": {"forms": [["Wet"], *[[f"Month{n}"] for n in range(11)]]}}}
    lexicon = mr.Lexicon(tables)
    assert mr.parse("Wet 4, 2016\nThe court sat.", lexicon=lexicon).statements[0].date == dt.date(2016, 1, 4)


def test_a_statement_has_the_dates_of_its_text_counted_from_its_own() -> None:
    text = "June 14, 2013\n\nPosted at 0001 GMT 15 June 2013\n\nThe mill burned last night, and three days earlier the barn.\n"
    (statement,) = mr.parse(text).statements
    assert [(when.expression, when.edtf) for when in statement.dates] == [
        ("15 June 2013", "2013-06-15"),
        ("last night", "2013-06-13"),
        ("three days earlier", "2013-06-10"),
    ]
    assert all(when.span and when.span.of(statement.text) == when.expression for when in statement.dates)


def test_today_is_the_day_of_the_date_line_even_where_the_release_is_later() -> None:
    text = "June 14, 2013\n\nPosted at 0001 GMT 15 June 2013\n\nThe mill burned today.\n"
    assert mr.parse(text).statements[0].dates[-1].edtf == "2013-06-14"


@pytest.mark.parametrize(
    ("text", "edtf", "codes"),
    [
        ("The mill burned on 03/05/2012.", "2012-03-05/2012-05-03", ["ambiguous-date"]),
        ("The mill burned on 03/05/2012, the barn on 25/12/2011.", "2012-05-03", []),
        ("The mill burned on 05/05/2012.", "2012-05-05", []),
    ],
)
def test_a_date_in_figures_that_nothing_settles_is_both_days_and_a_warning(text: str, edtf: str, codes: list[str]) -> None:
    statement = mr.parse_statement(text, date="2013-01-01")
    assert statement.dates[0].edtf == edtf
    assert [warning.code for warning in statement.warnings] == codes
    assert all(warning.span and warning.span.of(text) == "03/05/2012" for warning in statement.warnings)


@pytest.mark.parametrize(
    ("find", "quotes", "dates"), [((), 0, 0), (("quotes",), 1, 0), (["dates"], 0, 1), ({"quotes", "dates"}, 1, 1)]
)
def test_finds_what_is_asked_for(find: Any, quotes: int, dates: int) -> None:
    text = "“The mill burned last night,” said Ada Moru."
    page = mr.parse(f"June 14, 2013\n\n{text}", find=find)
    for statement in (page.statements[0], mr.parse_statement(text, date="2013-06-14", find=find)):
        assert (len(statement.quotes), len(statement.dates)) == (quotes, dates)


@pytest.mark.parametrize("find", ["quotes", ("quote",), None, 3, ([],)])
def test_what_no_finder_finds_is_refused(find: Any) -> None:
    with pytest.raises(mr.InvalidValueError, match="quotes, dates"):
        mr.parse("June 14, 2013\n\nThe mill burned.", find=find)
    with pytest.raises(mr.InvalidValueError, match="quotes, dates"):
        mr.parse_statement("The mill burned.", date="2013-06-14", find=find)
