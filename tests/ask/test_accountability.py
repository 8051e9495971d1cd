"""Roads from violation to justice: which step answers for which violation, what is missing, and how it is shown."""

# Facts of many types go into the events that are made here.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import pickle
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import malirights as mr
from malirights import Actor, Count, Event, Place, Road, Span, Statement, When

TEXT = "The guild of Orvel & <b>its</b> clerks told it. "


def _event(facts: str, number: int, place: int) -> Event:
    """Make an event of "kind | when | @place | <perpetrators | >victims | #count | !status", in a sentence of a number."""
    kind, *rest = facts.split(" | ")
    given: dict[str, Any] = {}
    for fact in rest:
        sign, words = fact[0], fact[1:]
        if sign in "<>":
            actors = tuple(Actor(name=name, mention=name, span=Span(0, 3)) for name in words.split(", "))
            given["perpetrators" if sign == "<" else "victims"] = actors
        elif sign == "@":
            given["where"] = Place(name=words, mention=words, span=Span(0, 3))
        elif sign == "#":
            given["count"] = Count(low=int(words), high=int(words))
        elif sign == "!":
            given["status"] = words
        else:
            given["when"] = When.from_edtf(fact)
    start = number * len(TEXT)
    trigger = Span(start + 4 + place % 30, start + 9 + place % 30)
    return Event(kind=kind, trigger=trigger, sentence=Span(start, start + len(TEXT) - 1), mentions=(trigger,), **given)


def _statement(day: str, *sentences: str | list[str]) -> Statement:
    """Make a statement of sentences, each of which tells an event or several."""
    date, text = dt.date.fromisoformat(day), TEXT * len(sentences)
    told = [[sentence] if isinstance(sentence, str) else sentence for sentence in sentences]
    events = [_event(one, number, place) for number, facts in enumerate(told) for place, one in enumerate(facts)]
    return Statement(id=f"{day}-0", date=date, text=text, span=Span(0, len(text)), events=tuple(events))


def _steps(*statements: Statement) -> dict[str, list[tuple[str, str]]]:
    """Give, for each road by its kinds, the steps that are found and why."""
    return {
        " ".join(road.kinds): [(str(step.kind), " ".join(step.links[0].reasons)) for step in road.steps]
        for road in mr.accountability(statements)
    }


def _all_steps(*told: Statement) -> list[tuple[mr.Step, ...]]:
    """Give the steps of each road."""
    return [road.steps for road in mr.accountability(told)]


KILLING = "killing | 2012-05-03 | @Orvel | <Paul Moru | >six bakers | #6"
BELONGS = {
    "one sentence": (["charge", "killing | 2012-05-03 | >bakers"], "charge", "act"),
    "one sentence, the accused": (["trial | >Paul Moru", "killing | 2012 | <Paul Moru"], "trial", "act accused"),
    "charged on the day": (["charge | 2012-05-03 | >Moru", "killing | 2012-05-03 | <Paul Moru"], "charge", "act accused"),
    "an inquiry into it": (["investigation", "torture | >detainees"], "investigation", "act"),
    "a grave with them": (["remains_found | >bodies | #3", "abduction | 2012-05 | >bakers"], "remains_found", "act"),
    "a grave on the day": (["remains_found | 2012-05-03", "killing | 2012-05-03 | >bakers"], "remains_found", "act"),
    "an arrest for it": (["arrest | >four soldiers", "killing | <soldiers | >bakers"], "arrest", "act accused"),
}
FOREIGN = {
    "an arrest beside it": ["arrest | >four students", "killing | >bakers"],
    "a release beside it": ["release | >Ada Winter", "killing | <Paul Moru"],
    "another accused": ["charge | >Ada Winter", "killing | <Paul Moru"],
    "a trial on the day": ["trial | 2012-05-03 | >Ada Winter", "killing | 2012-05-03 | >bakers"],
    "a trial before it": ["trial | 2012-05-03", "killing | 2012-05-04 | >bakers"],
    "a grave of others": ["remains_found | >four millers", "killing | >bakers"],
    "a grave after a flogging": ["remains_found | >bodies", "corporal_punishment | >bakers"],
    "held on a charge": ["charge | >Paul Moru", "detention | >Paul Moru"],
    "sentenced to be held": ["sentence | >Paul Moru", "detention"],
    "tortured and tried": ["trial | >Paul Moru", "torture | >Moru"],
    "no step": ["report", "killing | >bakers"],
}


@pytest.mark.parametrize("case", BELONGS)
def test_a_step_belongs_to_the_act_of_its_sentence(case: str) -> None:
    sentence, kind, reasons = BELONGS[case]
    ((found,),) = _steps(_statement("2013-12-04", sentence)).values()
    assert found == (kind, reasons)


@pytest.mark.parametrize("case", FOREIGN)
def test_a_step_beside_an_act_need_not_belong_to_it(case: str) -> None:
    assert list(_steps(_statement("2013-12-04", FOREIGN[case])).values()) == [[]]


def test_what_a_sentence_mentions_again_is_in_it() -> None:
    told = _statement("2013-12-04", "killing | 2012-05 | >bakers", "conviction | >Paul Moru")
    killing, conviction = told.events
    again = Event(
        kind="killing",
        trigger=killing.trigger,
        sentence=killing.sentence,
        when=killing.when,
        mentions=(killing.trigger, conviction.trigger),
    )
    (road,) = mr.accountability(Statement(id="0", date=told.date, text=told.text, span=told.span, events=(again, conviction)))
    assert road.found == ("conviction",)


def test_in_a_long_list_nothing_tells_which_act_a_step_is_for() -> None:
    acts = [f"killing | >millers of O{number:03}" for number in range(30)]
    assert sum(map(len, _all_steps(_statement("2013-12-04", ["investigation", *acts])))) == 30
    assert sum(map(len, _all_steps(_statement("2013-12-04", ["investigation", *acts, *acts, *acts])))) == 0


@pytest.mark.parametrize("accused", ["Paul Moru", "General Paul MORU", "Moru", "Ada Winter, Paul Moru"])
@pytest.mark.parametrize("kind", ["charge", "arrest", "trial", "conviction", "sentence", "release", "amnesty"])
def test_a_step_against_the_perpetrator_belongs_to_the_act(kind: str, accused: str) -> None:
    told = _statement("2012-06-14", KILLING), _statement("2013-12-04", f"{kind} | 2013-12-03 | >{accused}")
    assert _steps(*told) == {"killing": [(kind, "accused")]}


@pytest.mark.parametrize(
    "step",
    [
        "charge | 2013 | >Ada Winter",
        "charge | 2013 | >Ada Moru",
        "charge | 2012-05-02 | >Paul Moru",
        "charge | >bakers",
        "investigation | >Paul Moru",
        "report | >Paul Moru",
        "detention | >Paul Moru",
    ],
)
def test_what_nothing_ties_to_the_act_is_in_no_road(step: str) -> None:
    assert _steps(_statement("2012-06-14", KILLING), _statement("2013-12-04", step))["killing"] == []


def test_a_name_that_fits_two_acts_needs_more() -> None:
    attack = "armed_attack | 2012-09-03 | @Velmora | <Paul Moru"
    charge = "charge | 2013-01-05 | >Paul Moru"
    apart = _steps(_statement("2012-06-14", KILLING), _statement("2012-09-04", attack), _statement("2013-01-06", charge))
    assert apart == {"killing": [], "armed_attack": []}
    beside = _steps(_statement("2012-06-14", KILLING), _statement("2013-01-06", attack, charge))
    assert beside == {"killing": [], "armed_attack": [("charge", "accused")]}
    early = "charge | 2012-08-05 | >Paul Moru"
    before = _steps(_statement("2012-06-14", KILLING), _statement("2012-09-04", attack), _statement("2012-08-06", early))
    assert before == {"killing": [("charge", "accused")], "armed_attack": []}


@pytest.mark.parametrize(
    ("act", "step", "reasons"),
    [
        ("abduction | 2012 | >Ada Winter", "remains_found | >Ada Winter", "victims"),
        ("killing | 2012 | >Ada Winter", "investigation | >Winter", "victims"),
        ("abduction | 2012 | >Ada Winter", "release | >Ada Winter", "victims"),
        ("torture | 2012 | >Ada Winter", "remains_found | >Ada Winter", None),
        ("killing | 2012 | >Ada Winter", "release | >Ada Winter", None),
        ("abduction | 2012 | >bakers", "remains_found | >bakers", None),
    ],
)
def test_a_step_about_the_victims_belongs_to_what_befell_them(act: str, step: str, reasons: str | None) -> None:
    told = _steps(_statement("2012-06-14", act), _statement("2013-12-04", step))
    assert list(told.values()) == [[(step.partition(" |")[0], reasons)] if reasons else []]


def test_a_link_shows_the_act_that_it_is_about() -> None:
    """Of somebody who is taken and killed, the release answers for the taking, and not for the death told before it."""
    told = _statement("2012-06-14", "killing | 2012-06 | >Ada Winter", "abduction | 2012-06 | >Ada Winter")
    ((step,),) = _all_steps(told, _statement("2013-12-04", "release | 2012-06 | >Ada Winter"))
    assert [link.first.kind for link in step.links] == ["abduction"]


def test_a_telling_number_ties_a_grave_to_those_who_are_gone() -> None:
    gone, grave = "enforced_disappearance | 2012-05 | >21 millers | #21", "remains_found | 2013-12-03 | >21 bodies | #21"
    assert _steps(_statement("2013-12-04", gone, grave)) == {"enforced_disappearance": [("remains_found", "count")]}
    assert _steps(_statement("2012-06-14", gone), _statement("2013-12-04", grave)) == {"enforced_disappearance": []}
    assert _steps(_statement("2013-12-04", gone.replace("21", "20"), grave.replace("21", "20")))["enforced_disappearance"] == []


ONE_CASE = {
    "one hand, one place": (
        "heritage_destruction | 2012 | @Orvel | <Paul Moru | >shrines",
        "heritage_destruction | 2012-06 | @Orvel | <Moru | >old tombs",
    ),
    "one person": ("abduction | 2012-05 | >Ada Winter", "killing | 2012-06 | >Ada Winter"),
    "a telling number": ("abduction | 2012-05 | >21 millers | #21", "killing | 2012-06 | >21 young millers | #21"),
}
ACCUSED = "heritage_destruction | 2012-06 | @Orvel | >old tombs"


def test_the_accused_of_a_sentence_is_the_hand_of_its_act() -> None:
    first = _statement("2016-08-14", "heritage_destruction | 2012 | @Orvel | <Paul Moru | >shrines")
    for step in ("sentence | >Moru", "charge | >Paul Moru", "conviction | 2016-09 | >Moru"):
        (road,) = mr.accountability([first, _statement("2016-09-14", [step, ACCUSED])])
        assert len(road.steps) == 1
    for step in ("arrest | >Moru", "sentence | >Ada Winter", "sentence | 2012-06-01 | >Moru", "report"):
        assert len(mr.accountability([first, _statement("2016-09-14", [step, ACCUSED])])) == 2
    assert len(mr.accountability([first, _statement("2016-09-14", "sentence | >Moru", ACCUSED)])) == 2
    court = [f"{one} | <the court" for one in ("sentence | >Moru", ACCUSED)]
    assert len(mr.accountability([first, _statement("2016-09-14", court)])) == 1


TWO_CASES = {
    "other hands": ("torture | 2012 | @Orvel | <Paul Moru | >Ada Winter", "killing | 2012 | @Orvel | <Oto Karn | >Ada Winter"),
    "another place": ("airstrike | 2012 | @Orvel | <Paul Moru", "airstrike | 2012 | @Velmora | <Paul Moru"),
    "another time": ("airstrike | 2012-05 | @Orvel | <Paul Moru", "airstrike | 2012-06 | @Orvel | <Paul Moru"),
    "years later": ("detention | 2012-05 | >Ada Winter", "killing | 2016-06 | >Ada Winter"),
    "other people": ("abduction | 2012-05 | >bakers | #21", "killing | 2012-06 | >millers | #21"),
    "another number": ("abduction | 2012-05 | >21 millers | #21", "killing | 2012-06 | >23 millers | #23"),
    "no fate": ("repression | 2012-05 | >Ada Winter", "killing | 2012-05 | >Ada Winter"),
}


@pytest.mark.parametrize("case", ONE_CASE)
def test_what_is_one_case_is_one_road(case: str) -> None:
    first, second = ONE_CASE[case]
    assert len(mr.accountability([_statement("2012-07-14", first), _statement("2013-06-14", second)])) == 1


@pytest.mark.parametrize("case", TWO_CASES)
def test_what_may_be_two_cases_is_two_roads(case: str) -> None:
    first, second = TWO_CASES[case]
    assert len(mr.accountability([_statement("2012-07-14", first), _statement("2016-07-14", second)])) == 2


def test_one_statement_tells_of_the_same_people() -> None:
    told = ["abduction | 2012-05 | >millers", "killing | >21 millers | #21", "torture | >people", "detention | >some millers"]
    roads = mr.accountability(_statement("2013-12-04", *told))
    assert [road.kinds for road in roads] == [("abduction", "killing"), ("torture",), ("detention",)]


def _long_road() -> list[Statement]:
    """Tell of a disappearance, and over four years of what came of it."""
    return [
        _statement("2012-06-14", "abduction | 2012-05 | @Orvel | >soldiers"),
        _statement(
            "2013-12-04",
            ["remains_found | 2013-12-03 | >21 bodies | #21", "abduction | 2012-05 | @Orvel | >21 soldiers | #21"],
            "arrest | >General Paul Moru",
            ["charge | >Paul Moru, his men", "enforced_disappearance | >21 young soldiers | #21 | <Paul Moru"],
        ),
        _statement(
            "2016-11-29",
            "trial | 2016-11-30 | >Moru, several soldiers | !planned",
            "enforced_disappearance | 2012-05-01 | >21 soldiers | #21 | <Moru",
        ),
        _statement("2015-02-14", "explosion | 2015-02-13 | @Velmora | <Oto Karn"),
    ]


def test_a_road_goes_over_years_and_statements() -> None:
    roads = mr.accountability(_long_road())
    road = next(road for road in roads if road.steps)
    assert set(road.kinds) == {"abduction", "enforced_disappearance"}
    assert [(step.kind, step.when and step.when.edtf) for step in road.steps] == [
        ("remains_found", "2013-12-03"),
        ("charge", None),
        ("arrest", None),
        ("trial", "2016-11-30"),
    ]
    assert road.found == ("remains_found", "charge", "arrest", "trial")
    assert road.missing == ("investigation", "conviction", "sentence", "release", "amnesty")
    assert road.when
    assert (road.when.edtf, road.where and road.where.name) == ("2012-05", "Orvel")
    assert {actor.name for actor in road.perpetrators} == {"Moru", "Paul Moru"}
    trial = road.steps[-1]
    assert (trial.told.isoformat(), trial.placed.isoformat(), trial.incident.status) == ("2016-11-29", "2016-11-30", "planned")
    for step in road.steps:
        for link in step.links:
            assert link.second in step.incident.events
            assert any(link.first in incident.events for incident in road.incidents)


def test_remains_are_missing_only_where_people_may_be_dead() -> None:
    killing, eviction = mr.accountability(_statement("2013-12-04", "killing | 2012", "forced_eviction | 2013"))
    assert killing.missing[0] == "remains_found"
    assert eviction.missing[0] == "investigation"
    assert (killing.found, eviction.found) == ((), ())


def test_only_violations_have_a_road() -> None:
    assert mr.accountability(_statement("2013-12-04", "trial | >Paul Moru", "coup | 2012", "report")) == ()
    assert mr.accountability([]) == ()


def test_roads_come_by_their_time() -> None:
    roads = mr.accountability(_statement("2013-12-04", "killing", "torture | 2013", "abduction | 2012-05", "airstrike | 2012"))
    assert [road.kinds[0] for road in roads] == ["airstrike", "abduction", "torture", "killing"]


def test_draws_a_road_as_lines() -> None:
    road = next(road for road in mr.accountability(_long_road()) if road.steps)
    first, *steps, last = str(road).split("\n")
    assert first.startswith("enforced_disappearance and abduction · 2012-05 · Orvel · of 21 young soldiers, 21 soldiers")
    assert [line.split()[:2] for line in steps[:1] + steps[-1:]] == [["2013-12-03", "remains_found"], ["2016-11-30", "trial"]]
    assert steps[-1].endswith("(planned)")
    assert last == "  not told: investigation, conviction, sentence, release, amnesty"
    assert repr(road) == "Road('enforced_disappearance and abduction', found: remains_found, charge, arrest, trial)"
    assert repr(road.steps[0]) == "Step('remains_found', '2013-12-03')"


def test_draws_a_road_of_nothing_known() -> None:
    (road,) = mr.accountability(_statement("2013-12-04", "airstrike"))
    assert str(road).split("\n")[0] == "airstrike · no date · of not stated · by not stated"
    assert repr(road) == "Road('airstrike', found: none)"


def test_html_shows_all_evidence_and_escapes_everything() -> None:
    road = next(road for road in mr.accountability(_long_road()) if road.steps)
    shown = road._repr_html_()
    assert "<b>" not in shown
    words = re.sub(r"</?mark[^>]*>", "", shown)
    assert "The guild of Orvel &amp; &lt;b&gt;its&lt;/b&gt; clerks" in words
    assert re.search(r'<mark title="[^"]*(act|doer|target)[^"]*">[^<]*guild', shown)
    assert shown.count("<tr>") == 1 + sum(len(one.events) for one in road.incidents) + sum(
        len(one.incident.events) for one in road.steps
    )
    assert shown.count('<tr class="missing">') == len(road.missing)
    assert "one sentence tells both" in shown
    hostile = mr.accountability(_statement("2013-12-04", "killing | @<script>alert(1)</script> | ><i>"))[0]
    assert "<script>" not in hostile._repr_html_()
    assert "<i>" not in hostile._repr_html_()


def test_is_hashable_and_picklable() -> None:
    roads = mr.accountability(_long_road())
    assert len(set(roads)) == len(roads)
    assert pickle.loads(pickle.dumps(roads)) == roads  # noqa: S301 - our own bytes


@pytest.mark.parametrize("source", [None, 3, "zanara.txt", [None]])
def test_what_is_no_source_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError):
        mr.accountability(source)


FACTS = st.builds(
    lambda kind, *facts: " | ".join([kind, *(fact for fact in facts if fact)]),
    st.sampled_from(["killing", "abduction", "heritage_destruction", "arrest", "trial", "remains_found", "release"]),
    st.sampled_from(["", "2012-05-03", "2012-05", "2012", "2012-05-04/.."]),
    st.sampled_from(["", "@Orvel", "@Mali"]),
    st.sampled_from(["", ">Zoé Moru", ">Ada Moru", ">Moru", ">21 bakers", ">bakers"]),
    st.sampled_from(["", "#1", "#6", "#21"]),
    st.sampled_from(["", "<Ansar Dine", "<bakers", "<Zoé Moru"]),
)
STATEMENTS = st.lists(
    st.builds(
        lambda day, sentences: _statement(day.isoformat(), *sentences),
        st.dates(dt.date(2012, 5, 1), dt.date(2012, 5, 9)),
        st.lists(st.lists(FACTS, max_size=3), max_size=3),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


def _shape(roads: tuple[Road, ...]) -> list[tuple[Any, ...]]:
    """Give roads with all that they hold."""
    return [
        (
            [(one.events, one.links) for one in road.incidents],
            [(step.incident.events, set(step.links)) for step in road.steps],
        )
        for road in roads
    ]


@given(STATEMENTS, st.randoms(use_true_random=False))
def test_the_order_of_the_statements_makes_no_difference(told: list[Statement], chance: Any) -> None:
    assert _shape(mr.accountability(chance.sample(told, len(told)))) == _shape(mr.accountability(told))


@given(STATEMENTS)
@example(
    [
        _statement(
            "2012-05-01",
            "killing | 2012-05-04/.. | >Zoé Moru | <Zoé Moru",
            ["abduction | >Zoé Moru", "release | 2012-05-03 | >Zoé Moru"],
        )
    ]
)
def test_every_violation_has_one_road_and_no_step_comes_first(told: list[Statement]) -> None:
    roads = mr.accountability(told)
    violations = [one for one in mr.incidents(told) if one.kind.group == "violation"]
    assert sorted(map(repr, violations)) == sorted(repr(one) for road in roads for one in road.incidents)
    for road in roads:
        assert not set(road.found) & set(road.missing)
        for step in road.steps:
            for link in step.links:
                assert not (link.first.when and link.second.when and link.second.when.before(link.first.when))
        assert str(road).count("\n") == len(road.steps) + bool(road.missing)
