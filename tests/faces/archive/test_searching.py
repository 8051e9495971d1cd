"""Searching an archive: what is found, in which order, and that every hit proves itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import malirights as mr
from malirights import Span

TEXT = """\
May 4, 2016

The mill of Orvel burned, and a mass grave was found behind the mill.

“It rained for nine days,” said Zoé Moru, a lawyer.

May 3, 2016

The graves of Karvane are empty, and the mass was read.

« Il a plu neuf jours sur la ville, et l’archive est fermée », a déclaré Élise Karn.

May 2, 2015

Nobody came.
"""
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
WORDS = st.lists(
    st.sampled_from(
        [
            "mill",
            "Mill,",
            "l’archive",
            "fermée",
            "grave",
            "\0",
            "\ufdd0mill\ufdd1",
            "mill\ud800",
            "\ufffd",
            "\n",
            "moulin\u0301",
        ]
    ),
    max_size=90,
).map(" ".join)
QUERIES = st.one_of(
    ANYTHING,
    st.lists(
        st.sampled_from(["mill", '"', "“mill", "”", "OR", "AND", "NOT", "NEAR(", ")", "*", "gra*", "-", "-mill", "^", "a:"]),
        max_size=9,
    ).map(" ".join),
)  # fmt: skip


@pytest.fixture(scope="module")
def archive() -> Iterator[mr.Archive]:
    """Give an archive of three statements."""
    with mr.Archive(":memory:") as made:
        made.add(mr.parse(TEXT, publisher="Zanara Rights Watch"))
        yield made


def _days(archive: mr.Archive, query: str, **criteria: Any) -> list[str]:  # noqa: ANN401 - criteria of many types
    return [hit.date.isoformat() for hit in archive.search(query, **criteria)]


FIRST, SECOND, THIRD = "2016-05-04", "2016-05-03", "2015-05-02"


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("mill", [FIRST]),
        ("MILL orvel", [FIRST]),
        ("mill karvane", []),
        ("grave", [FIRST]),
        ("grave*", [FIRST, SECOND]),
        ('"mass grave"', [FIRST]),
        ("“mass grave”", [FIRST]),
        ('"grave mass"', []),
        ('"mass gra"*', [FIRST]),
        ("mass", [SECOND, FIRST]),
        ("mass -mill", [SECOND]),
        ("mass NOT mill", [SECOND]),
        ("mass AND mill", [FIRST]),
        ("orvel OR nobody", [THIRD, FIRST]),
        ("mass orvel OR karvane", [FIRST, SECOND]),
        ("fermee", [SECOND]),
        ("FERMÉE", [SECOND]),
        ("ferme\u0301e", [SECOND]),
        ("archive", [SECOND]),
        ("l'archive", [SECOND]),
        ("zoe", [FIRST]),
        ("(mill)", [FIRST]),
        ("text:mill", []),
        ("orvel OR", [FIRST]),
    ],
)
def test_words_are_found(archive: mr.Archive, query: str, days: list[str]) -> None:
    assert sorted(_days(archive, query)) == sorted(days)


@pytest.mark.parametrize(
    ("criteria", "days"),
    [
        ({"since": "2016"}, [FIRST, SECOND]),
        ({"until": "2015"}, [THIRD]),
        ({"on": "2016-05-03"}, [SECOND]),
        ({"speaker": "moru"}, [FIRST]),
        ({"speaker": ["Moru", "Elise Karn"]}, [FIRST, SECOND]),
        ({"publisher": "zanara rights watch"}, [FIRST, SECOND, THIRD]),
        ({"publisher": "Velmora Aid"}, []),
        ({"language": "en", "since": "2016-05-04"}, [FIRST]),
    ],
)
def test_criteria_narrow_a_search(archive: mr.Archive, criteria: dict[str, Any], days: list[str]) -> None:
    assert sorted(_days(archive, "the OR nobody", **criteria)) == sorted(days)


def test_quotes_are_searched_alone(archive: mr.Archive) -> None:
    (hit,) = archive.search("rained OR mill", of="quotes")
    assert (hit.speaker, hit.snippet) == ("Zoé Moru", "It rained for nine days,")
    assert list(archive.search("archive", of="quotes", speaker="Moru")) == []
    assert [hit.speaker for hit in archive.search("archive", of="quotes", speaker="karn", since="2016")] == ["Élise Karn"]


def test_the_best_comes_first_and_no_more_than_asked_for(archive: mr.Archive) -> None:
    hits = list(archive.search("mass OR mill OR grave"))
    scores = [hit.score or 0.0 for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0
    assert hits[0].date.isoformat() == FIRST
    assert list(archive.search("mass OR mill OR grave", limit=1)) == hits[:1]


def test_the_latest_comes_first_where_that_is_asked_for(archive: mr.Archive) -> None:
    hits = list(archive.search("mass OR mill OR nobody", order="latest"))
    assert [hit.date.isoformat() for hit in hits] == [THIRD, SECOND, FIRST]
    assert [hit.score for hit in hits] == [None, None, None]
    assert list(archive.search("mass OR mill OR nobody", order="latest", limit=2)) == hits[:2]
    assert _days(archive, "mass OR nobody", order="latest", since="2016") == [SECOND, FIRST]
    assert _days(archive, "fermee OR rained", of="quotes", order="latest") == [SECOND, FIRST]


@pytest.mark.parametrize("order", ["best", "latest"])
def test_every_hit_comes_once_however_many_there_are(order: Any) -> None:  # noqa: ANN401 - a literal drawn from texts
    with mr.Archive(":memory:") as archive:
        archive.add(mr.parse_statement(f"The mill of Orvel burned {times} times.", date="2016-05-04") for times in range(150))
        hits = list(archive.search("mill", order=order))
        some = list(archive.search("mill", order=order, limit=100))
        added = [statement.id for statement in archive]
    assert [hit.statement_id for hit in hits] == (added if order == "best" else added[::-1])
    assert some == hits[:100]


def test_what_is_added_meanwhile_does_not_disturb_a_search_for_the_latest() -> None:
    with mr.Archive(":memory:") as several:
        several.add(mr.parse(TEXT))
        hits = several.search("mill OR mass OR nobody", order="latest")
        assert next(hits).date.isoformat() == THIRD
        several.add(mr.parse_statement("The mill was built again.", date="2017-05-04"))
        assert [hit.date.isoformat() for hit in hits] == [SECOND, FIRST]
        assert _days(several, "mill", order="latest", limit=1) == ["2017-05-04"]


def test_a_snippet_of_a_long_text_is_where_most_matches_are() -> None:
    text = "The mill. " + "It rained on. " * 200 + "Orvel mill by the mill. " + "It snowed on. " * 200
    with mr.Archive(":memory:") as archive:
        archive.add(mr.parse_statement(text, date="2016-05-04"))
        (hit,) = archive.search("mill orvel")
    assert len(hit.snippet) <= 300
    assert [match.of(text) for match in hit.matches] == ["Orvel", "mill", "mill"]
    assert hit.span.of(text) == hit.snippet == hit.snippet.strip()
    assert text[hit.span.start - 1] == text[hit.span.end] == " "


@given(WORDS, st.sampled_from(["mill", "mill OR archive", '"l archive"', "grave*"]), st.sampled_from(["statements", "quotes"]))
@example("“\0 mill \ud800” said Ada Moru", "mill", "quotes")
def test_hits_prove_themselves(words: str, query: str, of: Any) -> None:  # noqa: ANN401 - a literal drawn from texts
    text = f"The court sat. {words} “It rained on the mill {words},” said Ada Moru."
    with mr.Archive(":memory:") as archive:
        archive.add(mr.parse_statement(text, date="2016-05-04"))
        hits = list(archive.search(query, of=of))
        assert hits or query != "mill" or of == "quotes"
        for hit in hits:
            statement = archive.get(hit.statement_id)
            assert statement
            assert hit.span.of(statement.text) == hit.snippet
            assert hit.matches
            for match in hit.matches:
                assert hit.span.contains(match)
                assert match.of(statement.text).casefold().startswith(("mill", "archive", "l’archive", "grave"))


@given(QUERIES)
@example("a " * 499)
@example("a OR " * 199 + "a")
@example('"' + "a-" * 490 + '"')
@example("-a b " * 200)
def test_no_query_breaks_the_search(archive: mr.Archive, query: str) -> None:
    for of in ("statements", "quotes"):
        with suppress(mr.CriterionError):
            best, latest = (list(archive.search(query, of=of, order=order)) for order in ("best", "latest"))
            assert {hit.statement_id for hit in best} == {hit.statement_id for hit in latest}


@pytest.mark.parametrize("query", ["", " ", '""', "*", "-", "-mill", "OR", "...", "a" * 1001, None, 3, b"mill"])
def test_a_query_without_a_word_is_refused(archive: mr.Archive, query: Any) -> None:  # noqa: ANN401 - of the wrong type
    with pytest.raises(mr.CriterionError, match="search takes"):
        archive.search(query)


@pytest.mark.parametrize(
    ("criteria", "says"),
    [
        ({"of": "pages"}, "statements, quotes"),
        ({"order": "oldest"}, "best, latest"),
        ({"limit": 0}, "limit=10"),
        ({"limit": True}, "limit=10"),
        ({"since": "June"}, "since='June'"),
        ({"speaker": "..."}, "speaker takes names"),
        ({"publisher": ""}, "publisher takes"),
    ],
)
def test_a_criterion_that_cannot_be_read_is_an_error_at_once(archive: mr.Archive, criteria: dict[str, Any], says: str) -> None:
    with pytest.raises(mr.CriterionError, match=says):
        archive.search("mill", **criteria)


def test_a_hit_that_its_spans_disprove_is_refused(archive: mr.Archive) -> None:
    (hit,) = archive.search("orvel")
    facts: dict[str, Any] = {"statement_id": hit.statement_id, "date": hit.date, "snippet": hit.snippet}
    with pytest.raises(mr.InvalidValueError, match="covers exactly its snippet"):
        mr.Hit(**facts, span=Span(0, 3))
    with pytest.raises(mr.InvalidValueError, match="holds all matches"):
        mr.Hit(**facts, span=hit.span, matches=(Span(0, 9_999),))
