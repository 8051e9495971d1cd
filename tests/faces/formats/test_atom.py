"""Atom: read back with feedparser."""

# What is given here is of the wrong type on purpose.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import malirights as mr

MOMENT = dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))


@pytest.fixture(scope="module")
def feedparser() -> Any:
    return pytest.importorskip("feedparser", reason="the extra feeds is not installed")


def test_a_reader_takes_it(feedparser: Any, page: mr.Page) -> None:
    read = feedparser.parse(mr.to_atom(page, title="News & more", self_url="https://zanara.example/feed.xml"))
    assert (read.bozo, read.version, read.feed.title) == (False, "atom10", "News & more")
    assert read.feed.links[0].rel == "self"
    assert [entry.published for entry in read.entries] == ["2016-05-09T00:00:00Z", "2016-05-04T00:00:00Z"]
    first = read.entries[0]
    assert (first.title, first.link, first.author) == ("Court to open the bakers’ trial", page.url, "Zanara Rights Watch")
    assert [tag.term for tag in first.tags] == ["arrest", "killing", "trial"]
    assert "<p>Six bakers were arrested by soldiers in Orvel" in first.content[0].value
    assert first.content[0].language == "en"


def test_ids_are_urns_that_stay(feedparser: Any, page: mr.Page) -> None:
    one, two = (feedparser.parse(mr.to_atom(source, title="News")) for source in (page, page.statements[0]))
    assert one.entries[0].id == two.entries[0].id
    assert one.feed.id == two.feed.id
    assert one.entries[0].id.startswith("urn:uuid:")


def test_hostile_words_show_as_text(feedparser: Any, hostile: mr.Page) -> None:
    written = mr.to_atom(hostile, title="<b>News\x00</b>")
    read = feedparser.parse(written, sanitize_html=False)
    assert read.bozo is False
    assert "links" not in read.entries[0]
    assert "<script" not in read.entries[0].content[0].value
    assert "&lt;img src=x onerror=&quot;" in read.entries[0].content[0].value


def test_a_release_is_the_moment_of_its_entry(feedparser: Any) -> None:
    page = mr.parse("21 August 2014\n\nPosted at 0001 BST 21 August 2014\n\nThe court sat.")
    assert page.statements[0].released is not None
    read = feedparser.parse(mr.to_atom(page, title="News"))
    assert read.entries[0].updated == read.feed.updated == "2014-08-20T23:01:00Z"


def test_the_caller_may_say_when_it_was_updated() -> None:
    assert "<updated>2020-01-02T02:04:05Z</updated>" in mr.to_atom([], title="News", updated=MOMENT)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"title": 3}, mr.InvalidTypeError),
        ({"title": " "}, mr.InvalidValueError),
        ({"title": "News", "self_url": 3}, mr.InvalidTypeError),
        ({"title": "News", "self_url": "feed.xml"}, mr.InvalidValueError),
        ({"title": "News", "updated": "2016"}, mr.InvalidTypeError),
        ({"title": "News", "updated": dt.datetime(2016, 5, 4)}, mr.InvalidTypeError),  # noqa: DTZ001 - that is the fault
        ({"title": "News"}, mr.InvalidValueError),
    ],
)
def test_what_makes_no_feed_is_refused(given: dict[str, Any], error: type[mr.MalirightsError]) -> None:
    with pytest.raises(error, match=r"title|self_url|updated"):
        mr.to_atom([], **given)
