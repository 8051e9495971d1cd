"""Feeds: RSS 2.0 and Atom, with the addresses and the times of their entries, and nothing fetched."""

# What is given here is of the wrong type on purpose.
# ruff: noqa: ANN401

from __future__ import annotations

import io
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import malirights as mr

pytest.importorskip("feedparser", reason="feeds are read by feedparser, which is not installed")
pytest.importorskip("selectolax", reason="the texts of feeds are HTML, which selectolax reads, and it is not installed")

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News</title><link>https://lantern.example/news</link><dc:publisher>Lantern Rights International</dc:publisher>
<item><title>Court frees two &amp; closes</title><link>https://lantern.example/1</link>
  <pubDate>Tue, 04 Dec 2018 00:30:00 +0100</pubDate><description>The court freed …</description>
  <content:encoded><![CDATA[<p>The court freed <b>Ada Moru</b> in Orvel.</p><script>alert(1)</script>
  <p>“It rained for nine days,” said Ada Moru.</p>]]></content:encoded></item>
<item><title>Archive opens</title><link>https://lantern.example/2</link><pubDate>Mon, 03 Dec 2018 10:00:00 GMT</pubDate>
  <description>&lt;p&gt;The archive opened.&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><author><name>Zanara Rights Watch</name></author>
<link href="https://zanara.example/news"/><id>urn:x:1</id><updated>2019-06-12T00:00:00Z</updated>
<entry><title type="html">La cour &lt;i&gt;a statué&lt;/i&gt;</title><link href="https://zanara.example/fr/1"/><id>urn:x:2</id>
  <published>2019-06-11T16:20:00-03:30</published><updated>2019-06-12T00:00:00Z</updated>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>La cour de Velmora a statué sur la pluie.</p></div></content>
</entry>
<entry><title>Only updated</title><link href="https://zanara.example/2"/><id>urn:x:3</id><updated>2019-06-10T08:00:00Z</updated>
  <summary>The court sat.</summary></entry>
</feed>"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail on any request."""

    def refuse(*_: Any, **__: Any) -> None:
        pytest.fail("a request was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def _facts(page: mr.Page) -> list[tuple[str, str | None, str | None]]:
    return [(str(one.date), one.released.isoformat() if one.released else None, one.url) for one in page.statements]


def test_rss_gives_a_statement_an_entry() -> None:
    page = mr.read_feed(RSS)
    assert _facts(page) == [
        ("2018-12-04", "2018-12-04T00:30:00+01:00", "https://lantern.example/1"),
        ("2018-12-03", "2018-12-03T10:00:00+00:00", "https://lantern.example/2"),
    ]
    assert (page.publisher, page.url, page.warnings) == ("Lantern Rights International", "https://lantern.example/news", ())
    first = page.statements[0]
    assert first.headline == ("Court frees two & closes",)
    assert first.quotes[0].speaker
    assert first.quotes[0].speaker.name == "Ada Moru"
    assert "alert" not in page.text
    assert first.span.of(page.text) == first.text


def test_atom_gives_a_statement_an_entry() -> None:
    page = mr.read_feed(ATOM)
    assert _facts(page) == [
        ("2019-06-11", "2019-06-11T16:20:00-03:30", "https://zanara.example/fr/1"),
        ("2019-06-10", "2019-06-10T08:00:00+00:00", "https://zanara.example/2"),
    ]
    assert page.publisher == "Zanara Rights Watch"
    assert "La cour a statué" in page.statements[0].text
    assert page.statements[0].language == "fr"


def test_an_entry_has_the_id_of_its_words_and_the_text_is_a_listing() -> None:
    page = mr.read_feed(RSS)
    listing = mr.parse("December 03, 2018\n\nArchive opens\nThe archive opened.")
    assert page.statements[1].id == listing.statements[0].id
    assert [one.id for one in mr.parse(page.text).statements] == [one.id for one in page.statements]


def test_a_feed_is_a_text_a_path_or_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(RSS.encode())
    page = mr.read_feed(RSS)
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        assert [mr.read_feed(one) for one in (path, str(path), binary, text, "\n" + RSS)] == [page] * 5
    with pytest.raises(mr.ReadError, match=r"absent\.xml"):
        mr.read_feed(tmp_path / "absent.xml")


def test_a_feed_in_another_encoding_is_read_by_its_declaration() -> None:
    raw = ATOM.replace("utf-8", "iso-8859-1").encode("latin-1")
    assert mr.read_feed(io.BytesIO(raw)) == mr.read_feed(ATOM)
    assert mr.read_feed(raw.decode("latin-1")) == mr.read_feed(ATOM)


def test_an_address_is_no_source() -> None:
    with pytest.raises(mr.ReadError):
        mr.read_feed("https://lantern.example/feed.xml")


@pytest.mark.parametrize(
    ("date", "day", "released"),
    [
        ("Tue, 04 Dec 2018 23:30:00 -0500", "2018-12-04", "2018-12-04T23:30:00-05:00"),
        ("04 Dec 2018 09:00 EST", "2018-12-04", "2018-12-04T09:00:00-05:00"),
        ("Tue, 04 Dec 2018 09:00:00 -0000", "2018-12-04", "2018-12-04T09:00:00+00:00"),
        ("Tue, 04 Dec 2018 09:00:00", "2018-12-04", None),
        ("Tue, 04 Dec 2018 09:00:00 CET", "2018-12-04", None),
        ("2018-12-04", "2018-12-04", None),
        ("2018-12-04T09:00:00+02:00", "2018-12-04", "2018-12-04T09:00:00+02:00"),
    ],
)
def test_no_zone_is_guessed(date: str, day: str, released: str | None) -> None:
    page = mr.read_feed(RSS.replace("Tue, 04 Dec 2018 00:30:00 +0100", date))
    assert _facts(page)[0][:2] == (day, released)


@pytest.mark.parametrize("date", ["", "soon", "Tue, 44 Dec 2018 09:00:00 GMT", "2018"])
def test_an_entry_without_a_date_is_furniture_and_said(date: str) -> None:
    page = mr.read_feed(RSS.replace("Tue, 04 Dec 2018 00:30:00 +0100", date))
    assert [str(one.date) for one in page.statements] == ["2018-12-03"]
    (warning,) = page.warnings
    assert warning.code == "entry-without-date"
    assert warning.span
    assert warning.span.of(page.text).startswith("Court frees two")
    assert page.furniture[0].of(page.text) == "Court frees two & closes"


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    page = mr.read_feed(RSS[: RSS.index("<item><title>Archive")])
    assert len(page.statements) == 1
    assert [warning.code for warning in page.warnings] == ["malformed-feed"]
    with pytest.raises(mr.StrictError, match="malformed-feed"):
        mr.read_feed(RSS[: RSS.index("<item><title>Archive")], strict=True)


@pytest.mark.parametrize("text", ["<html><p>May 4, 2016</p></html>", "<", "<rss", "<opml/>"])
def test_what_is_no_feed_is_refused(text: str) -> None:
    with pytest.raises(mr.InvalidValueError, match="no feed"):
        mr.read_feed(text)


def test_a_feed_without_entries_has_no_statements() -> None:
    with pytest.raises(mr.NoStatementsError):
        mr.read_feed('<rss version="2.0"><channel><title>News</title></channel></rss>')


@pytest.mark.parametrize("source", [None, 3, object()])
def test_what_is_no_source_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError):
        mr.read_feed(source)


def _with_entity(definition: str, use: str = "&x;") -> str:
    return f"<!DOCTYPE rss [{definition}]>{RSS.partition('?>')[2]}".replace("Archive opens", f"Archive {use} opens")


def test_nothing_outside_the_feed_is_included(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", "utf-8")
    for place in (secret.as_uri(), "https://lantern.example/secret"):
        page = mr.read_feed(_with_entity(f'<!ENTITY x SYSTEM "{place}">'))
        assert "a secret" not in page.text


def test_entities_that_multiply_stay_few() -> None:
    lines = "".join(f'<!ENTITY x{number + 1} "{f"&x{number};" * 10}">' for number in range(9))
    page = mr.read_feed(_with_entity(f'<!ENTITY x0 "ha">{lines}', "&x9;"))
    assert len(page.text) < 1000


def test_a_feed_nested_without_end_is_refused() -> None:
    with pytest.raises(mr.InvalidValueError, match="1000"):
        mr.read_feed('<rss version="2.0"><channel>' + "<a>" * 10_000)


@example(31, ";;;;;;")
@given(st.integers(0, len(RSS)), st.text("<>&;/\"' ab\0\ud800]![-", max_size=8))
def test_any_damage_is_read_or_refused_as_ours(place: int, damage: str) -> None:
    try:
        page = mr.read_feed("<" + RSS[1:place] + damage + RSS[place + len(damage) :])
    except mr.MalirightsError:
        return
    assert page.statements
