"""Sources: what is taken, each statement and event once, and ids that stay."""

# What is given here is of the wrong type on purpose.
# ruff: noqa: ANN401

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

import malirights as mr
from malirights.faces.formats.sources import gathered, happenings

FORMATS: list[Callable[[Any], object]] = [
    mr.to_csl,
    mr.to_ftm,
    mr.to_geojson,
    mr.to_icalendar,
    mr.to_timelinejs,
    lambda source: mr.to_atom(source, title="News"),
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("wrong", [None, 3, "page.txt", [None], [3]])
def test_what_is_no_source_is_refused(form: Callable[[Any], object], wrong: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match="a source"):
        form(wrong)


@pytest.mark.parametrize("form", FORMATS)
def test_a_page_its_statements_and_an_iterator_of_them_are_one(form: Callable[[Any], object], page: mr.Page) -> None:
    assert form(page) == form(list(reversed(page.statements))) == form(iter([*page.statements, page]))


def test_a_copy_is_told_once_and_the_one_with_an_address_is_kept(page: mr.Page) -> None:
    bare = [attrs.evolve(statement, url=None, publisher=None) for statement in page.statements]
    assert [item["URL"] for item in mr.to_csl([*bare, page])] == ["https://zanara.example/news?a=1&b=2"] * 2
    assert mr.to_geojson([*bare, page]) == mr.to_geojson([page, *bare]) == mr.to_geojson(page)


def test_an_event_alone_has_the_same_id_and_refers_to_its_statement(page: mr.Page) -> None:
    (of_page,) = [one for one in happenings(page) if one.told.kind == "killing"]
    (alone,) = happenings(mr.events(page, kind="killing"))
    assert (alone.id, alone.evidence[0].statement_id) == (of_page.id, of_page.evidence[0].statement_id)
    assert (alone.evidence[0].words, of_page.evidence[0].words) == (None, "Three shepherds were allegedly killed in Ostrel.")
    assert happenings([page, *mr.events(page)]) == happenings(page)


def test_an_event_of_a_bare_text_is_refused() -> None:
    with pytest.raises(mr.InvalidValueError, match="parse_statement"):
        happenings(mr.find_events("Six bakers were arrested in Orvel.", date="2016-05-04"))


def test_events_of_one_verb_have_ids_of_their_own(page: mr.Page) -> None:
    statement = page.statements[1]
    event = statement.events[0]
    other = attrs.evolve(event, where=None)
    both = [happening.id for happening in happenings(attrs.evolve(statement, events=(event, other)))]
    assert both == [happening.id for happening in happenings(attrs.evolve(statement, events=(other, event)))]
    assert len(set(both)) == 2


def test_an_incident_shows_each_statement_that_tells_it() -> None:
    page = mr.parse(
        "May 9, 2016\n\nSoldiers arrested six bakers in Orvel on 3 May 2016.\n\n"
        "May 4, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016."
    )
    statements, (told,) = gathered(mr.incidents(page))
    assert statements == [page.statements[1], page.statements[0]]
    assert [one.words for one in told.evidence] == [
        "Six bakers were arrested in Orvel on 3 May 2016.",
        "Soldiers arrested six bakers in Orvel on 3 May 2016.",
    ]
    assert told.id == f"incident-{happenings(page.statements[1])[0].id}"


def test_an_id_with_signs_that_a_format_may_not_take_becomes_a_plain_one(page: mr.Page) -> None:
    odd = [attrs.evolve(page.statements[1], id=name) for name in ('"><script>', "\x00", "\x01")]
    ids = {feature["id"] for feature in mr.to_geojson(odd)["features"]}
    assert len(ids) == 3
    assert all(name.replace("-", "").isalnum() for name in ids)
