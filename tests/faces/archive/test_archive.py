"""An archive: what goes in comes out, versions, and the same answers as the verbs."""

# Criteria of many types are given here.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Iterator
from typing import Any, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights.faces.archive.criteria import EventCriteria, QuoteCriteria, StatementCriteria

LINES = (
    "May 4, 2016", "11 juin 2019, 16:20 UTC", "June 14, 2013", "Mill burns down", "Posted at 0001 BST 21 August 2014",
    "“It rained for nine days,” said Zoé Moru-Ondal, a lawyer at Zanara Rights Watch.", "“Nobody came,” she added.",
    "« Il a plu neuf jours sur la ville et les champs », a déclaré Élise Karn, avocate à Velmora.",
    "Six bakers were arrested by soldiers in Orvel in May 2012.", "A grave was found behind the mill of Karvane.",
    "According to Paul d’Arvel, “the mill was closed”.", "Two millers may have been killed on 3 May 2013; the army denies it.",
    "The trial of General Askel will open in Velmora on 9 June 2016.", "By Ada Moru, lawyer", "Subscribe to Zanara", "",
)  # fmt: skip
ODD = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(
    ["\0", "\ud83d\ude00", "\ufdd0a\ufdd1", "\ufffd"]
)
PAGES = st.builds(
    lambda lines, publisher, url: mr.parse("\n\n".join(["June 4, 2016", "It rained.", *lines]), publisher=publisher, url=url),
    st.lists(st.sampled_from(LINES) | ODD, max_size=14),
    st.sampled_from([None, "Zanara Rights Watch", "Fédération de Zanara"]) | ODD,
    st.none() | ODD,
)
DAYS = st.sampled_from(["2012", "2013-06", "2016-05-04", "2014/..", dt.date(2016, 6, 4)])
PUBLISHERS = st.sampled_from(["zanara rights watch", "federation de Zanara", ["Nobody", "Zanara Rights Watch"], "\ud800"])
LANGUAGES = st.sampled_from(["en", "FR", ["fr", "en"]])
NAMES = st.sampled_from(["moru", "Zoe Moru-Ondal", "Élise", ["Karn", "d'Arvel"], "she", "nobody"])
TIMES = {"since": DAYS, "until": DAYS, "on": DAYS}
OF_STATEMENTS: dict[str, st.SearchStrategy[Any]] = {
    **TIMES, "contains": st.sampled_from(["GRAVE", ["mill", "pluie"], "ra"]), "speaker": NAMES, "publisher": PUBLISHERS,
    "language": LANGUAGES,
}  # fmt: skip
OF_QUOTES = {
    **OF_STATEMENTS, "role": st.sampled_from(["lawyer", "avocate"]),
    "cue": st.sampled_from(["said", ["added", "according to"]]), "indirect": st.booleans(),
}  # fmt: skip
OF_EVENTS = {
    **TIMES, "kind": st.sampled_from(["arrest", ["killing", "trial"], mr.EventKind.TRIAL]),
    "group": st.sampled_from(["violation", ["accountability", "context"]]), "where": st.sampled_from(["orvel", "Velmora"]),
    "within": st.just("Mali"), "perpetrator": st.sampled_from(["soldiers", "army"]),
    "victim": st.sampled_from(["bakers", "Askel"]),
    "status": st.sampled_from(["reported", ["denied", "planned"]]), "min_count": st.integers(0, 7), "certain": st.booleans(),
}  # fmt: skip
TEXT = "May 4, 2016\n\nMill burns down\n\n{}\n\nMay 3, 2016\n\nThe court sat, and nobody was heard."


def _once(statements: tuple[mr.Statement, ...]) -> tuple[mr.Statement, ...]:
    """Leave out statements with an id that came before."""
    first: dict[str, mr.Statement] = {}
    for statement in statements:
        first.setdefault(statement.id, statement)
    return tuple(first.values())


def _page(words: str = "Nobody was hurt.", **facts: Any) -> mr.Page:
    return mr.parse(TEXT.format(words), **facts)


@pytest.fixture
def archive() -> Iterator[mr.Archive]:
    """Give an empty archive."""
    with mr.Archive(":memory:") as made:
        yield made


@given(PAGES)
def test_what_goes_in_comes_out_equal(page: mr.Page) -> None:
    with mr.Archive(":memory:") as archive:
        done = archive.add(page)
        once = _once(page.statements)
        assert tuple(archive) == once
        assert len(archive) == len(once) == len(done.added)
        assert [archive.get(statement.id) for statement in once] == list(once)
        assert all(statement in archive and statement.id in archive for statement in once)
        assert [mr.to_dict(kept) for kept in archive] == [mr.to_dict(given) for given in once]
        again = archive.add(page)
        assert (len(again.kept), again.added, again.changed) == (len(page.statements), (), ())
        assert tuple(archive) == once


@pytest.mark.parametrize(
    ("name", "criteria"),
    [("statements", OF_STATEMENTS), ("quotes", OF_QUOTES), ("events", OF_EVENTS)],
    ids=lambda x: str(x)[:10],
)
def test_every_verb_gives_the_same_answers(name: str, criteria: dict[str, st.SearchStrategy[Any]]) -> None:
    verb: Callable[..., tuple[Any, ...]] = getattr(mr, name)

    @given(PAGES, st.fixed_dictionaries({}, optional=criteria))
    def answers(page: mr.Page, asked: dict[str, Any]) -> None:
        with mr.Archive(":memory:") as archive:
            archive.add(page)
            wanted = verb(_once(page.statements), **asked)
            assert tuple(getattr(archive, name)(**asked)) == wanted
            assert verb(archive, **asked) == wanted

    answers()


@pytest.mark.parametrize(
    ("verb", "criteria"), [(mr.statements, StatementCriteria), (mr.quotes, QuoteCriteria), (mr.events, EventCriteria)]
)
def test_an_archive_knows_every_criterion_of_the_verbs(verb: Callable[..., Any], criteria: type) -> None:
    assert {"source", *get_type_hints(criteria)} == set(inspect.signature(verb).parameters)


def test_a_criterion_that_can_be_read_once_is_read_once(archive: mr.Archive) -> None:
    page = mr.parse("May 4, 2016\n\n“It rained for nine days,” said Ada Moru.\n\nMay 3, 2016\n\nThe court sat.")
    archive.add(page)
    assert list(archive.quotes(speaker=iter(["Nobody", "Moru"]))) == list(page.statements[0].quotes)
    (voice,) = mr.speakers(page)
    assert list(archive.quotes(speaker=voice)) == list(page.statements[0].quotes)


def test_a_question_that_cannot_be_read_is_an_error_at_once(archive: mr.Archive) -> None:
    for ask in (archive.statements, archive.quotes, archive.events):
        with pytest.raises(mr.CriterionError, match="since='June'"):
            ask(since="June")
    with pytest.raises(TypeError, match="poem"):
        archive.statements(poem="x")  # type: ignore[call-arg]


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(archive: mr.Archive) -> None:
    first, later = _page(), _page("Two people were hurt.")
    assert archive.add(first) == mr.Addition(added=tuple(statement.id for statement in first.statements))
    done = archive.add(later)
    old, new = first.statements[0], later.statements[0]
    assert (done.changed, done.kept, done.added) == ((new.id,), (later.statements[1].id,), ())
    assert {one.id for one in archive} == {one.id for one in later.statements}
    assert archive.versions(old.id) == archive.versions(new.id) == (old, new)
    assert archive.get(old.id) == old
    assert len(archive) == 2
    assert set(archive.statements(every_version=True)) == {*first.statements, new}
    assert [hit.statement_id for hit in archive.search("hurt")] == [new.id]
    assert {hit.statement_id for hit in archive.search("hurt", every_version=True)} == {old.id, new.id}
    assert archive.add([first, later]).changed == ()
    assert archive.versions(new.id) == (old, new)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (TEXT.format("a"), TEXT.format("b").replace("burns", "burned")),
        (TEXT.format("a"), TEXT.format("b").replace("May 4", "May 5")),
        ("May 4, 2016\n\nThe mill burned.", "May 4, 2016\n\nThe mill did not burn."),
    ],
)
def test_what_has_another_date_or_headline_or_none_is_another_statement(archive: mr.Archive, first: str, later: str) -> None:
    assert archive.add([mr.parse(first), mr.parse(later)]).changed == ()


def test_another_publisher_is_another_statement(archive: mr.Archive) -> None:
    pages = [_page(publisher="Zanara Rights Watch"), _page("Two were hurt.", publisher="Velmora Aid")]
    assert archive.add(pages).changed == ()
    assert archive.add(_page("Nine were hurt.", publisher="VELMORA aid")).changed


def test_statements_of_one_page_are_never_versions_of_each_other(archive: mr.Archive) -> None:
    text = "May 4, 2016\n\nBackground\n\nIt rained.\n\nMay 4, 2016\n\nBackground\n\nIt snowed."
    page = mr.parse(text, url="https://zanara.example/news")
    assert archive.add(page).changed == archive.add(page, by="url").changed == ()
    assert len(archive) == 2


def test_a_url_may_tell_that_a_text_is_the_same(archive: mr.Archive) -> None:
    url = "https://zanara.example/mill"
    old = mr.parse_statement("The mill burned.", date="2016-05-04", url=url)
    new = mr.parse_statement("The mill of Orvel burned.", date="2016-05-05", url=url)
    other = mr.parse_statement("The court sat.", date="2016-05-05")
    assert archive.add(old, by="url").added == (old.id,)
    assert archive.add([new, other], by="url") == mr.Addition(added=(other.id,), changed=(new.id,))
    assert archive.versions(new.id) == (old, new)


def test_other_findings_in_the_same_words_replace_only_when_asked(archive: mr.Archive) -> None:
    bare = mr.parse(mr.sample(), find=())
    full = mr.parse(mr.sample())
    archive.add(bare)
    assert archive.add(full).kept
    assert tuple(archive) == bare.statements
    done = archive.add(full, replace=True)
    assert set(done.replaced) | set(done.kept) == {statement.id for statement in full.statements}
    assert tuple(archive) == full.statements
    assert tuple(archive.quotes()) == mr.quotes(full)
    hits = list(archive.search("grave", of="quotes"))
    assert hits
    assert len(hits) == len(set(hits))
    assert archive.add(full, replace=True).replaced == ()


def test_an_old_version_that_is_replaced_stays_old(archive: mr.Archive) -> None:
    first, later = _page(), _page("Two people were hurt.")
    archive.add([first, later])
    archive.add([attrs.evolve(first.statements[0], language="fr")], replace=True)
    assert {one.id for one in archive} == {one.id for one in later.statements}
    assert archive.versions(later.statements[0].id)[0].language == "fr"


def test_a_changed_rest_of_a_source_that_fails_is_not_there(archive: mr.Archive) -> None:
    def source() -> Iterator[mr.Page]:
        yield _page()
        raise KeyError

    with pytest.raises(KeyError):
        archive.add(source())
    assert len(archive) == 0
    assert archive.add(_page()).added


def test_an_archive_goes_into_another(archive: mr.Archive) -> None:
    page = mr.parse(mr.sample())
    archive.add(page)
    with mr.Archive(":memory:") as other:
        other.add(archive)
        assert tuple(other) == tuple(archive)
        assert archive.add(archive).added == ()
        assert mr.chronology(other) == mr.chronology(page)


@pytest.mark.parametrize("source", [None, 3, "zanara.txt", ["zanara.txt"], [None]])
def test_what_is_no_source_is_refused(archive: mr.Archive, source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match=r"source (is|holds)"):
        archive.add(source)


def test_a_way_to_know_statements_again_that_is_none_is_refused(archive: mr.Archive) -> None:
    with pytest.raises(mr.CriterionError, match=r"by='words'.*headline, url"):
        archive.add([], by="words")  # type: ignore[arg-type]


def test_what_is_not_there_is_not_given(archive: mr.Archive) -> None:
    assert archive.get("2016-05-04-00000000") is None
    assert archive.versions("2016-05-04-00000000") == ()
    assert "2016-05-04-00000000" not in archive
    assert 3 not in archive


def test_numbers_that_no_table_holds_are_kept(archive: mr.Archive) -> None:
    statement = mr.parse_statement("Six bakers were arrested in Orvel.", date="2016-05-04")
    many = mr.Count(low=10**30, high=None)
    statement = attrs.evolve(statement, events=tuple(attrs.evolve(event, count=many) for event in statement.events))
    archive.add(statement)
    assert list(archive.events(min_count=10**29)) == list(statement.events)
