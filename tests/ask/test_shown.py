"""What a notebook shows of pages, statements and answers: every word escaped, the evidence marked, and no more than fits."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

import malirights as mr
from malirights.ask.shown import Shown
from malirights.model.markup import visible
from strategies import pages

PAGE = mr.parse(
    "May 9, 2016\n\nPaul Moru was convicted in Velmora of the killing of six bakers in Orvel in May 2015.\n\n"
    "May 4, 2016\n\n“It <b>rained</b> & rained,” said Ada Moru, a lawyer at Zanara Rights Watch.\n"
)
HOSTILE = mr.parse(
    "May 4, 2016\n\n“It <script>alert(1)</script>\u202erained,” said Ada <u>Moru.\n\nSix bakers were arrested in <u>Orvel.\n"
)


class Reader(HTMLParser):
    """Reads the tags, the words and the marked words of some HTML; the style is left out."""

    def __init__(self, html: str) -> None:
        """Read it whole."""
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.words = ""
        self.marked: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open.append(tag)
        if tag == "mark":
            assert dict(attrs).keys() <= {"title"}
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words += data
            if "mark" in self._open:
                self.marked[-1] += data


def drawn(thing: Any) -> str:  # noqa: ANN401 - anything that a notebook shows
    """Give what a notebook asks for."""
    html: str = thing._repr_html_()
    return html


ANSWERS: dict[str, Any] = {
    "page": lambda page: page,
    "statement": lambda page: page.statements[0],
    "statements": mr.statements,
    "quotes": mr.quotes,
    "events": mr.events,
    "speakers": mr.speakers,
    "incidents": mr.incidents,
    "accountability": mr.accountability,
    "chronology": mr.chronology,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_markup_and_overrides_of_a_text_are_shown_and_not_obeyed(name: str) -> None:
    reader = Reader(drawn(ANSWERS[name](HOSTILE)))
    assert {"script", "u"}.isdisjoint(reader.tags)
    assert "\u202e" not in reader.words


@pytest.mark.parametrize(
    ("name", "proven"),
    [
        ("statement", ["convicted", "killing", "Paul Moru", "six bakers", "May 2015"]),
        ("events", ["convicted", "killing", "six bakers", "May 2015"]),
        ("incidents", ["convicted", "killing", "six bakers"]),
        ("accountability", ["killing", "convicted"]),
    ],
)
def test_the_words_that_prove_are_marked(name: str, proven: list[str]) -> None:
    marked = " | ".join(Reader(drawn(ANSWERS[name](PAGE))).marked)
    whole = marked.replace(" | ", "")
    assert [words for words in proven if words not in marked and words.replace(" ", "") not in whole.replace(" ", "")] == []


@settings(max_examples=40)
@given(pages())
def test_a_statement_shows_all_its_words_once_and_in_order(page: mr.Page) -> None:
    for thing in (page, *page.statements):
        Reader(drawn(thing))
    for statement in mr.parse(mr.sample()).statements[:3]:
        shown = Reader(drawn(statement)).words
        words = "".join(visible(part.span.of(statement.text)) for part in statement.parts)
        assert shown.endswith(words)


def test_long_answers_say_how_many_more_there_are() -> None:
    days = [f"May {day}, {year}" for year in range(2011, 2015) for day in range(30, 9, -1)]
    page = mr.parse("\n\n".join(f"{day}\n\nThe court sat." for day in days))
    assert "and 24 more" in Reader(drawn(mr.statements(page))).words


def test_a_long_chronology_says_how_many_more_there_are() -> None:
    page = mr.parse("\n\n".join(f"May {day}, {year}\n\nThe court sat." for year in range(2011, 2015) for day in range(1, 22)))
    reader = Reader(drawn(mr.chronology(page)))
    assert reader.words.count("The court sat.") == 60
    assert reader.words.endswith("and 24 more")


def test_the_words_marked_are_those_of_the_own_copy() -> None:
    sentence = "bakers were arrested in Orvel on 3 May 2016."
    narrow, wide = (mr.parse(f"May 4, 2016\n\n{gap}Six{gap}{sentence}") for gap in (" ", "     "))
    assert narrow.statements[0].id == wide.statements[0].id
    marked = Reader(drawn(mr.events([narrow, wide]))).marked
    assert marked.count("arrested") == marked.count("Orvel") == marked.count("3 May 2016") == 2


@pytest.mark.parametrize(
    "made",
    [
        lambda statement: attrs.evolve(statement, quotes=mr.quotes(statement)),
        lambda statement: attrs.evolve(statement, events=mr.events(statement)),
        lambda statement: mr.from_dict(mr.to_dict(attrs.evolve(statement, events=mr.events(statement)))),
    ],
)
def test_answers_go_where_tuples_go(made: Callable[[mr.Statement], mr.Statement]) -> None:
    for statement in PAGE.statements:
        again = made(statement)
        assert again == statement
        assert pickle.loads(pickle.dumps(again)) == statement  # noqa: S301 - our own bytes


@pytest.mark.parametrize("sign", ["\xad", "\u061c", "\u200b", "\u200f", "\u202e", "\u2060", "\ud800", "\U000e0041"])
def test_signs_that_are_not_seen_are_written_as_numbers(sign: str) -> None:
    assert visible(f"a{sign}b") == f"a⟨U+{ord(sign):04X}⟩b"


def test_an_answer_is_a_tuple_in_every_respect() -> None:
    answer = mr.events(PAGE)
    assert isinstance(answer, Shown)
    assert answer == tuple(answer)
    assert hash(answer) == hash(tuple(answer))
    assert repr(answer) == repr(tuple(answer))
    again = pickle.loads(pickle.dumps(answer))  # noqa: S301 - our own bytes
    assert again == answer
    assert "told" in Reader(drawn(again)).words
    assert type(answer[:1]) is tuple


def test_an_empty_answer_is_shown_as_such() -> None:
    assert Reader(drawn(Shown())).words == "()"
