"""Pages saved as HTML: listings and articles, dates of the markup, what a reader does not see, and hostile markup."""

# What is given here is of the wrong type on purpose.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import html
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import malirights as mr

pytest.importorskip("selectolax", reason="HTML is read by selectolax, which is not installed")

DATES = ("May 4, 2016", "December 11, 2018", "3 December 2018", "2019-06-11", "11 juin 2019", "February 30, 2016", "26/07/2019")
LINES = (
    *DATES[:3], "Main menu", "Zanara", "Court frees two & closes", "By Ada Moru, lawyer at Zanara Rights Watch",
    "(Velmora) – The court freed Ada Moru.", "“It rained for nine days,” said Ada Moru.", "Dear Minister,", "12 Harbour Street",
    "At least 30 bakers were arrested by soldiers in Orvel between 3 and 5 May 2012.", "Contact: Ada Moru, +00 555 0100 22",
    "La cour a siégé trois jours.", "a < b & c > d", "“We want\xa0answers", "Subscribe to Zanara", "Next ›",
    "Nobody’s «rain tax»", "© 2018 Zanara Rights Watch",
)  # fmt: skip
PARAGRAPHS = st.lists(st.sampled_from(LINES), min_size=1, max_size=5)
LISTINGS = st.lists(st.tuples(st.sampled_from(DATES), PARAGRAPHS), min_size=1, max_size=5)

# How content-management systems write a listing: what stands around the page, around an entry, and around a paragraph.
SHAPES = {
    "rows": ("<main><div class=content>{}</div></main>", "<div class=views-row>{}</div>", "<div class=field><p>{}</p></div>"),
    "articles": ("<main>{}</main>", "<article class='post'>{}</article>", "<p>{}</p>"),
    "a table": ("<table><tbody>{}</table>", "<tr>{}", "<td>{}"),
    "a list": ("<ul>{}</ul>", "<li>{}", "<div>{}</div>"),
    "flat": ("<div>{}</div>", "{}", "<p><span>{}</span>"),
    "definitions": ("<dl>{}</dl>", "<dt></dt>{}", "<dd>{}"),
    "sections": ("<div id=content>{}</div>", "<section><header></header>{}</section>", "<h3><a href='/x'>{}</a></h3>"),
}  # fmt: skip
NOISE = (
    "", "<script>var a = '<p>May 4, 2016</p>' < 3;</script>", "<style>p { color: red }</style>", "<!-- <p>May 4, 2016</p> -->",
    "<nav><ul><li>Home<li>News</ul></nav>", "<div id=cookie-consent>We use cookies <button>Accept</button></div>",
    "<p hidden>May 4, 2016</p>", "<span class=visually-hidden>Skip</span>", "<div style='display: none'>Hidden</div>",
    "<aside>More news</aside>", "<div class='share-links'><a>Facebook</a></div>", "<template><p>May 4, 2016</p></template>",
    "<noscript>Turn it on</noscript>", "<div role=navigation>1 2 3</div>", "<svg><text>May 4, 2016</text></svg>", "\n\t  ",
)  # fmt: skip


def _listing(entries: list[tuple[str, list[str]]], shape: str, noise: str) -> str:
    """Write a listing as a content-management system does."""
    page, entry, paragraph = SHAPES[shape]
    rows = noise.join(
        entry.format("\n ".join(paragraph.format(html.escape(line)) for line in (date, *lines))) for date, lines in entries
    )
    head = "<head><title>Zanara</title><script>1 < 2</script></head>"
    return f"<!doctype html><html>{head}<body>{noise}{page.format(rows)}{noise}</body></html>"


@given(LISTINGS, st.sampled_from(sorted(SHAPES)), st.sampled_from(NOISE))
@example([("May 4, 2016", ["Main menu"]), ("February 30, 2016", ["Main menu"])], "articles", "")
@example(
    [("February 30, 2016", ["It sat."]), ("May 4, 2016", ["By Ada Moru, lawyer at Zanara Rights Watch", "May 4, 2016"])],
    "a list",
    "",
)
@example([("May 4, 2016", ["Dear Minister,"]), ("May 4, 2016", ["Zanara", "May 4, 2016"])], "rows", NOISE[4])
def test_a_listing_gives_the_statements_of_its_text(entries: list[tuple[str, list[str]]], shape: str, noise: str) -> None:
    text = "\n\n".join(line for date, lines in entries for line in (date, *lines))
    if shape in {"a table", "definitions"} and noise not in {"", "\n\t  "}:
        noise = ""  # what stands between the rows of a table is put before it
    try:
        plain = mr.parse(text)
    except mr.NoStatementsError:
        with pytest.raises(mr.NoStatementsError):
            mr.parse_html(_listing(entries, shape, noise))
        return
    page = mr.parse_html(_listing(entries, shape, noise))
    assert page.text == text
    assert page.statements == plain.statements
    assert page == plain


@given(LISTINGS, st.sampled_from(["rows", "articles", "a table", "a list"]))
def test_a_date_below_its_title_is_put_above_it(entries: list[tuple[str, list[str]]], shape: str) -> None:
    page_shape, entry, paragraph = SHAPES[shape]
    rows = [
        ("Court frees two", f"<time datetime='2018-12-{28 - number}'>{28 - number} Dec</time>", "The court sat for three days.")
        for number, _ in enumerate(entries)
    ]
    markup = page_shape.format("".join(entry.format("".join(paragraph.format(line) for line in row)) for row in rows))
    text = "\n\n".join(
        f"2018-12-{28 - number}\n\nCourt frees two\n\nThe court sat for three days." for number in range(len(rows))
    )
    page = mr.parse_html(markup)
    if len(rows) > 1 or shape == "articles":
        assert page == mr.parse(text)
    else:
        assert page.statements[0].date == dt.date(2018, 12, 28)


def test_the_sample_as_html_gives_the_statements_of_the_sample() -> None:
    paragraphs = ("<br>".join(map(html.escape, block.strip().splitlines())) for block in mr.sample().split("\n\n"))
    page = mr.parse_html("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))
    plain = mr.parse(mr.sample())
    assert [one.id for one in page.statements] == [one.id for one in plain.statements]
    assert [quote.text for quote in mr.quotes(page)] == [quote.text for quote in mr.quotes(plain)]
    assert [event.kind for event in mr.events(page)] == [event.kind for event in mr.events(plain)]
    assert page.topic == plain.topic


@given(
    st.text(max_size=80),
    st.sampled_from(["{}", "<p>{}</p>", "<p>May 4, 2016<p>{}", "<ul><li>{}<li><time datetime=2018-12-04>{}"]),
)
def test_the_text_of_a_page_is_enough_to_read_it_again(words: str, shape: str) -> None:
    try:
        page = mr.parse_html(shape.replace("{}", words))
    except mr.MalirightsError:
        return
    assert mr.parse(page.text).statements == page.statements


META = {
    "open graph": '<meta property="article:published_time" content="2018-12-04T09:30:00+01:00">',
    "json-ld": '<script type="application/ld+json">{"@type": "Article", "datePublished": "2018-12-04T09:30+01:00"}</script>',
    "json-ld in a graph": '<script type="application/ld+json">{"@graph": [{"@type": ["BlogPosting"], '
    '"datePublished": "2018-12-04T09:30+01:00"}]}</script>',
    "dublin core": '<meta name="DC.date.issued" content="2018-12-04">',
    "dublin core in words": '<meta name="DCTERMS.created" content="4 December 2018">',
    "a plain name": '<meta name="date" content="2018-12-04T12:00:00Z">',
}
ARTICLE = (
    "<html><head>{}</head><body><header>Lantern</header><main><h1>Court frees two</h1><article>{}"
    "<p>The court freed Ada Moru in Orvel.</p><p>“At last,” said Ada Moru.</p></article></main><p>Back to top</p></body></html>"
)


@pytest.mark.parametrize("name", META)
def test_an_article_whose_date_stands_only_in_the_markup_has_it(name: str) -> None:
    page = mr.parse_html(ARTICLE.format(META[name], ""))
    (statement,) = page.statements
    assert statement.date == dt.date(2018, 12, 4)
    exact = "09:30" in META[name]
    assert statement.released == (dt.datetime.fromisoformat("2018-12-04T09:30+01:00") if exact else None)
    assert statement.text.startswith("2018-12-04\n\n")
    assert statement.quotes[0].text == "At last,"
    assert statement.text.endswith("said Ada Moru.")
    assert [span.of(page.text) for span in page.furniture] == ["Lantern", "Back to top"]
    assert statement.headline == ("Court frees two",)


@pytest.mark.parametrize(
    "shown", ["<p>December 4, 2018</p>", "<time datetime='2018-12-04'>Tuesday</time>", "<p><time>4 December 2018</time></p>"]
)
def test_an_article_has_the_id_that_it_has_in_a_listing(shown: str) -> None:
    listing = mr.parse("December 4, 2018\n\nCourt frees two\n\nThe court freed Ada Moru in Orvel.\n\n“At last,” said Ada Moru.")
    page = mr.parse_html(ARTICLE.format(META["open graph"], shown))
    assert [one.id for one in page.statements] == [one.id for one in listing.statements]


def test_the_dates_in_an_article_begin_no_statement() -> None:
    letter = "<p>March 13, 2017</p><p>Dear Minister,</p><p>May 4, 2016</p>"
    page = mr.parse_html(ARTICLE.format(META["open graph"], letter))
    assert [str(one.date) for one in page.statements] == ["2018-12-04"]
    assert "March 13, 2017" in page.statements[0].text


def test_one_article_element_with_one_date_is_an_article() -> None:
    page = mr.parse_html("<div>News</div><article><h1>Court</h1><p><time datetime=2018-12-04>Today</time><p>It sat.</article>")
    assert page.statements[0].headline == ("Court",)
    assert page.text == "News\n\n2018-12-04\n\nCourt\n\nIt sat."


@pytest.mark.parametrize(
    ("value", "day", "released"),
    [
        ("2018-12-04T09:30:00+01:00", "2018-12-04", "2018-12-04T09:30:00+01:00"),
        ("2018-12-04T23:30:00-05:00", "2018-12-04", "2018-12-04T23:30:00-05:00"),
        ("2018-12-04T12:00:00Z", "2018-12-04", None),
        ("2018-12-04T00:00:00Z", "2018-12-04", None),
        ("2018-12-04T09:30:00", "2018-12-04", None),
        ("20181204", "2018-12-04", None),
    ],
)
def test_a_time_of_day_is_known_where_it_has_a_zone_and_is_no_placeholder(value: str, day: str, released: str | None) -> None:
    page = mr.parse_html(f"<ul><li><time datetime='{value}'>yesterday</time><p>It rained.<li><p>May 4, 2016<p>It sat.</ul>")
    first = page.statements[0]
    assert (str(first.date), first.released.isoformat() if first.released else None) == (day, released)


@pytest.mark.parametrize(
    "value", ["2018", "2018-12", "2018-W49", "soon", "", "P3D", "2018-13-04", "14:30", "99999999999999999999"]
)
def test_what_is_no_day_is_no_date(value: str) -> None:
    with pytest.raises(mr.NoStatementsError):
        mr.parse_html(f"<time datetime='{value}'>yesterday</time><p>It rained.")


def test_the_date_that_is_shown_wins() -> None:
    page = mr.parse_html("<time datetime='2018-12-03T23:00:00-04:00'>December 4, 2018</time><p>It rained.")
    assert str(page.statements[0].date) == "2018-12-04"


def test_a_time_in_running_text_begins_no_entry() -> None:
    page = mr.parse_html("<p>May 4, 2016<p>The court sat on <time datetime=2016-05-03>Tuesday</time>.<p>It rained.")
    assert [str(one.date) for one in page.statements] == ["2016-05-04"]
    assert "on Tuesday." in page.text


def test_publisher_address_and_topic_come_from_the_markup() -> None:
    linked = {"@type": "Report", "datePublished": "2018-12-04", "publisher": {"name": "Zanara Rights\nWatch"}, "url": "https://z.example/1",
              "contentLocation": [{"@type": "Country", "name": "Zanara"}]}  # fmt: skip
    page = mr.parse_html(ARTICLE.format(f'<script type="application/ld+json">{json.dumps(linked)}</script>', ""))
    assert (page.publisher, page.url, page.topic) == ("Zanara Rights Watch", "https://z.example/1", "Zanara")
    assert page.statements[0].publisher == "Zanara Rights Watch"
    head = '<link rel="canonical" href="https://l.example/zanara"><meta property="og:site_name" content="Lantern">'
    page = mr.parse_html(f"<head>{head}</head><h1>Zanara</h1><p>Filter</p><p>May 4, 2016</p><p>It rained.</p>")
    assert (page.publisher, page.url, page.topic) == ("Lantern", "https://l.example/zanara", "Zanara")
    given_by_caller = mr.parse_html(f"{head}<p>May 4, 2016</p><p>It rained.</p>", publisher="Z", url="https://z.example")
    assert (given_by_caller.publisher, given_by_caller.url) == ("Z", "https://z.example")


def test_an_address_of_no_web_is_no_address() -> None:
    page = mr.parse_html("<link rel=canonical href='javascript:alert(1)'><p>May 4, 2016<p>It rained.")
    assert page.url is None


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a<br>b", "a\nb"),
        ("a<div>b</div>c", "a\n\nb\n\nc"),
        ("<p> a\n b&nbsp;c <b> d</b> ", "a b\xa0c d"),
        ("a<br><br>b<br>", "a\n\nb"),
        ("<pre>a\n  b\n\nc</pre>", "a\nb\n\nc"),
        ("<q>a <q>b</q></q>", "“a ‘b’”"),
        ("a<wbr>b&shy;c", "ab\xadc"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\n\nb\n\nc"),
        ("<select><option>a</select><button>b</button><img alt=c>d", "d"),
        ("<body class='cookie-consent'><div class=has-sidebar><main>a</main></div>", "a"),
        ("<article>a<footer>b</footer></article><footer>c</footer>", "a\n\nb"),
    ],
)
def test_the_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    page = mr.parse_html(f"<p>May 4, 2016</p><p>It rained.</p>{markup}")
    assert page.text == f"May 4, 2016\n\nIt rained.\n\n{text}"


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.xhtml", "page.txt", "page"])
def test_html_is_known_by_its_suffix_or_its_beginning(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    markup = (
        "<!DOCTYPE html>\n<p>May 4, 2016<p>The court sat."
        if not name.lower().endswith("ml")
        else "<p>May 4, 2016<p>The court sat."
    )
    path.write_text(markup if "htm" not in name.lower() else "<p>May 4, 2016<p>The court sat.", "utf-8")
    page = mr.parse_html(markup)
    assert mr.read(path) == page
    with path.open("rb") as file:
        assert mr.read(file) == page
    assert list(mr.read_all([path])) == [page]


@pytest.mark.parametrize(
    "start",
    ["<html>", "\ufeff <HTML lang=en>", "<?xml version='1.0'?>\n<!DOCTYPE html>", "<!-- saved -->\n<!doctype html>", "<body>"],
)
def test_html_begins_in_several_ways(start: str) -> None:
    assert mr.read(io.StringIO(start + "<p>May 4, 2016<p>It sat.")).text == "May 4, 2016\n\nIt sat."


@pytest.mark.parametrize("text", ["May 4, 2016\n\n<html> is a word.", "May 4, 2016\n\n<p>It sat."])
def test_a_text_with_markup_in_it_is_a_text(text: str) -> None:
    assert mr.read(io.StringIO(text)).text == text


@pytest.mark.parametrize(
    ("declared", "encoding", "codes"),
    [("utf-8", "utf-8", []), ("windows-1251", "windows-1251", ["encoding"]), ("iso-8859-1", "windows-1252", ["encoding"]),
     ("hex", "windows-1252", ["encoding"]), ("nonsense", "windows-1252", ["encoding"]),
     ("iso-8859-2", "iso-8859-2", ["encoding"])],
)  # fmt: skip
def test_the_encoding_that_is_declared_is_used(declared: str, encoding: str, codes: list[str]) -> None:
    word = {"windows-1251": "Вельмора", "iso-8859-2": "Žanara"}.get(encoding, "Zañara’s")
    raw = f"<html><meta charset='{declared}'><p>May 4, 2016<p>It sat in {word}.".encode(encoding)
    page = mr.read(io.BytesIO(raw))
    assert page.text.endswith(f"{word}.")
    assert [warning.code for warning in page.warnings] == codes


@pytest.mark.parametrize("source", [None, 3, b"<p>", object()])
def test_what_is_no_html_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match=r"read\(path\)"):
        mr.parse_html(source)


N = 10_000
HOSTILE = {
    "deep": "<div>" * N,
    "deep behind what closes nothing": "<div><object></div></object>" * N,
    "deep behind forms": "<form><div></form>" * N,
    "deep behind links": "<a><div></a>" * N,
    "formatting that is never closed": "".join(f"<p><b id={number}>" for number in range(N)),
    "tables in tables": "<table><tr><td>" * N,
    "attributes": "<p " + " ".join(f"a{number}" for number in range(N)) + ">x",
    "options": "<select>" + "<option>a</option>" * N,
    "hidden behind a script": "<script></script>" * 9 + "<textarea><script></textarea>" + "<div>" * N + "</script>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_markup_that_would_take_for_ever_is_refused(name: str) -> None:
    with pytest.raises(mr.InvalidValueError, match="character"):
        mr.parse_html(f"<p>May 4, 2016<p>It sat.{HOSTILE[name]}")


@pytest.mark.parametrize(
    "markup",
    ["<p>x" * N, "<script>" * N, "<!--" * N, "&amp;" * N, "<" * N, "</p>" * N, "<p><b>x</b>" * N,
     "<script>if(a<b){}</script>" * N,
     "<div><p>y</div>" * N, "<a '" * 900, "<div class=share>" * 900 + "x",
     "<div>" * 900 + "<footer>x</footer>" * N, "<article><p>x" * 900 + "<p>y" * N, "<time datetime=2016-05-03></time>" * 900],
    ids=lambda markup: markup[:20],
)  # fmt: skip
def test_much_markup_is_read(markup: str) -> None:
    page = mr.parse_html(f"<p>May 4, 2016<p>It sat.<div>{markup}</div>")
    assert page.statements[0].date == dt.date(2016, 5, 4)


@pytest.mark.parametrize(
    "data",
    ["{", "[" * 50_000, '{"@type": 3, "datePublished": []}', "null", '{"@type": "Article", "datePublished": {"a": 1}}', ""],
)
def test_linked_data_that_is_broken_is_passed_over(data: str) -> None:
    page = mr.parse_html(f'<script type="application/ld+json">{data}</script><p>May 4, 2016<p>It sat.')
    assert len(page.statements) == 1


@given(st.text(st.sampled_from("<>/=\"'& abhip!-\n\0\ud800é"), max_size=60))
def test_any_markup_is_read_or_refused_as_ours(markup: str) -> None:
    try:
        page = mr.parse_html(f"<p>May 4, 2016<p>It sat.{markup}")
    except mr.MalirightsError:
        return
    assert page.statements
