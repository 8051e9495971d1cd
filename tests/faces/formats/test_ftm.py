"""FollowTheMoney: validated by its own model."""

from __future__ import annotations

from typing import Any

import pytest

import malirights as mr


def _of(schema: str, entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the properties of the entities of a schema."""
    return [entity["properties"] for entity in entities if entity["schema"] == schema]


def test_its_own_model_takes_every_value(page: mr.Page, hostile: mr.Page) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    for source in (page, mr.incidents(page), mr.events(page), hostile, mr.parse(mr.sample())):
        entities = mr.to_ftm(source)
        known = {entity["id"]: entity["schema"] for entity in entities}
        assert len(known) == len(entities) > 0
        for entity in entities:
            ftm.model.get(entity["schema"]).validate(entity)
            proxy = ftm.model.get_proxy(entity, cleaned=False)
            assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == entity["properties"]
            for prop, value in proxy.itervalues():
                if prop.type.name == "entity":
                    assert ftm.model.get(known[value]).is_a(prop.range)


def test_a_date_is_as_exact_as_it_is_known(page: mr.Page) -> None:
    events = _of("Event", mr.to_ftm(page))
    assert {
        event["location"][0]: [event.get(name, [None])[0] for name in ("date", "startDate", "endDate")] for event in events
    } == {
        "Bamako": ["2012-03", None, None],
        "Orvel": [None, "2012-05-03", "2012-05-05"],
        "Velmora": ["2017-06", None, None],
        "Ostrel": [None, None, None],
    }


def test_speakers_are_persons_and_other_parties_may_be_either(page: mr.Page) -> None:
    entities = mr.to_ftm(page)
    assert [(person["name"], person["position"]) for person in _of("Person", entities)] == [(["Ada Moru"], ["a lawyer"])]
    assert ["Six bakers"] in [party["name"] for party in _of("LegalEntity", entities)]


def test_a_known_party_is_one_in_all_statements_and_any_other_is_not() -> None:
    page = mr.parse(
        "May 9, 2016\n\nThe Malian army freed six bakers in Orvel.\n\n"
        "May 4, 2016\n\nThe Malian army freed six bakers in Ostrel in 2012."
    )
    entities = mr.to_ftm(page)
    assert [body["name"] for body in _of("PublicBody", entities)] == [["Malian Armed Forces", "Malian army"]]
    assert [party["name"] for party in _of("LegalEntity", entities)] == [["six bakers"]] * 2
    assert sorted(link["role"][0] for link in _of("UnknownLink", entities)) == ["perpetrator"] * 2 + ["victim"] * 2


def test_each_mention_is_in_the_article_that_holds_its_words() -> None:
    page = mr.parse(
        "May 9, 2016\n\nSoldiers arrested six bakers in Orvel on 3 May 2016.\n\n"
        "May 4, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016."
    )
    entities = mr.to_ftm(mr.incidents(page))
    texts = {entity["id"]: entity["properties"]["bodyText"][0] for entity in entities if entity["schema"] == "Article"}
    mentions = _of("Mention", entities)
    assert len(mentions) == 3
    assert all(mention["name"][0] in texts[mention["document"][0]] for mention in mentions)
