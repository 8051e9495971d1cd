"""The kinds of events: their groups and definitions, and their codes in other vocabularies."""

from __future__ import annotations

import csv
import pickle
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Actor, Event, EventKind, Span
from malirights.model import Group, Scheme, Trait
from malirights.model.codes import SCHEMES, codes_of
from malirights.model.conditions import CONDITIONS, conditions_shown

ROOT = Path(__file__).parents[2]
SHIPPED = resources.files("malirights.model")
ENTRIES = tomllib.loads(SHIPPED.joinpath("kinds.toml").read_text("utf-8"))
CONTEXT = """coup mutiny clash territory_capture military_intervention peacekeeping protest election legislation
             service_disruption agreement"""
TYPES = [None, "armed_group", "civilians", "foreign_force", "peacekeeping", "self_defence_militia", "state_force"]
TRAITS: tuple[Trait, ...] = get_args(Trait)

ACTORS = st.builds(
    Actor,
    name=st.just("they"),
    mention=st.just("they"),
    span=st.just(Span(0, 4)),
    type=st.sampled_from(TYPES),
    traits=st.lists(st.sampled_from(TRAITS), unique=True, max_size=3).map(tuple),
)
EVENTS = st.builds(
    Event,
    kind=st.sampled_from(EventKind),
    trigger=st.just(Span(0, 4)),
    sentence=st.just(Span(0, 9)),
    perpetrators=st.lists(ACTORS, max_size=2).map(tuple),
    victims=st.lists(ACTORS, max_size=2).map(tuple),
)


def _actor(described: str) -> Actor:
    """Make an actor of its type and traits, as in "civilians child"; "-" is no type."""
    kind, *words = described.split()
    traits = tuple(trait for trait in TRAITS if trait in words)
    assert len(traits) == len(words)
    return Actor(name="they", mention="they", span=Span(0, 4), type=None if kind == "-" else kind, traits=traits)


def _event(kind: str, by: str = "", on: str = "") -> Event:
    """Make an event of the descriptions of its parties, with "," between two."""
    perpetrators, victims = (tuple(_actor(one) for one in described.split(",") if one) for described in (by, on))
    return Event(kind=kind, trigger=Span(0, 4), sentence=Span(0, 9), perpetrators=perpetrators, victims=victims)


def _written(codes: tuple[mr.Code, ...]) -> list[str]:
    return [code.code for code in codes]


def test_there_are_forty_one_kinds() -> None:
    assert len(mr.kinds()) == len(set(mr.kinds())) == 41
    assert mr.kinds() == tuple(EventKind)
    assert list(ENTRIES) == [str(kind) for kind in EventKind]


@pytest.mark.parametrize("kind", EventKind)
def test_a_kind_is_plain_text_and_says_what_it_is(kind: EventKind) -> None:
    assert kind == kind.value == str(kind)
    assert EventKind[kind.upper()] is EventKind(kind.value) is kind
    assert pickle.loads(pickle.dumps(kind)) is kind  # noqa: S301 - our own bytes
    assert kind.group in get_args(Group)
    assert re.fullmatch(r"[A-Z][^.]+\.", kind.definition)


@pytest.mark.parametrize("kind", EventKind)
def test_a_definition_names_other_kinds_rightly(kind: EventKind) -> None:
    named = re.findall(r"`(\w+)`", kind.definition)
    assert set(named) <= set(EventKind) - {kind}


@pytest.mark.parametrize("kind", EventKind)
def test_a_counter_example_is_of_a_kind_that_the_definition_sets_apart(kind: EventKind) -> None:
    entry = ENTRIES[kind]
    assert set(entry) == {"group", "definition", "example", "counter_example"}
    assert set(entry["counter_example"]) == {"text", "instead"}
    assert entry["example"] != entry["counter_example"]["text"]
    other = entry["counter_example"]["instead"]
    assert other in set(EventKind) - {kind}
    assert f"`{other}`" in kind.definition or f"`{kind}`" in EventKind(other).definition


@pytest.mark.parametrize(
    ("group", "kinds"),
    [
        ("reporting", "report mission"),
        ("accountability", "remains_found investigation charge arrest trial conviction release amnesty sentence"),
        ("context", CONTEXT),
        (["reporting"], "report mission"),
    ],
)
def test_kinds_of_a_group(group: Any, kinds: str) -> None:  # noqa: ANN401 - one or several
    assert mr.kinds(group=group) == tuple(kinds.split())


def test_every_kind_has_one_group() -> None:
    groups = [set(mr.kinds(group=group)) for group in get_args(Group)]
    assert sum(map(len, groups)) == len(set().union(*groups)) == 41
    assert mr.kinds(group=iter(get_args(Group))) == mr.kinds()


@pytest.mark.parametrize(
    ("criteria", "says"),
    [
        ({"group": "crime"}, "'crime'.*violation, context, accountability, reporting"),
        ({"group": ["context", "crime"]}, "'crime'"),
        ({"group": []}, "violation, context"),
        ({"group": 3}, "violation, context"),
        ({"code": ("ACME", "1")}, "'ACME'.*PLOVER, CAMEO"),
        ({"code": ("ACLED", "Looting")}, "'Looting' of ACLED"),
        ({"code": ("ICCS", "11011")}, "'11011' of ICCS"),
        ({"code": ("ICCS", 301)}, "a pair"),
        ({"code": "ICCS"}, "a pair"),
    ],
)
def test_a_question_for_kinds_names_what_it_can_be(criteria: dict[str, Any], says: str) -> None:
    with pytest.raises(mr.CriterionError, match=says) as caught:
        mr.kinds(**criteria)
    assert caught.value.criterion in criteria


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("kiling", "did you mean 'killing'"),
        ("Forced eviction", "did you mean 'forced_eviction'"),
        ("KILLING", "did you mean 'killing'"),
        ("", "one of killing, .*, sentence"),
        ("x" * 10**6, "one of killing"),
    ],
)
def test_an_unknown_kind_is_told_from_the_known_ones(name: str, says: str) -> None:
    with pytest.raises(mr.InvalidValueError, match=says):
        EventKind(name)


@pytest.mark.parametrize("name", [None, 3, ["killing"]])
def test_a_kind_is_a_text(name: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with pytest.raises(mr.InvalidTypeError, match="'arrest'"):
        EventKind(name)


@pytest.mark.parametrize(
    ("kind", "scheme", "codes"),
    [
        ("killing", "ACLED", "Violence against civilians/Attack"),
        ("killing", "ICCS", "0101"),
        ("killing", "CAAC6", ""),
        ("killing", "SDG", ""),
        ("enforced_disappearance", "ROME", "7(1)(i)"),
        ("sexual_violence", "iccs", "0301|03011"),
        ("child_recruitment", "Caac6", "recruitment"),
        ("heritage_destruction", "rome", "8(2)(e)(iv)"),
        ("airstrike", "CAMEO", "195"),
        ("conviction", "PLOVER", "SANCTION/convict"),
        ("sentence", "HURIDOCS", ""),
        ("trial", "ACLED", ""),
        ("election", "PLOVER", ""),
        ("explosion", "ICCS", "09"),
        ("territory_capture", "ACLED", ""),
    ],
)
def test_codes_that_follow_from_the_kind(kind: str, scheme: str, codes: str) -> None:
    assert _written(EventKind(kind).codes(scheme)) == list(filter(None, codes.split("|")))


def test_codes_that_nobody_has_verified_carry_a_mark_and_come_when_asked_for() -> None:
    assert _written(EventKind.TORTURE.codes("ICCS")) == ["020111"]
    codes = EventKind.TORTURE.codes("ICCS", unverified=True)
    assert [(code.code, code.verified, code.source is None) for code in codes] == [
        ("11011", False, True),
        ("020111", True, False),
    ]
    assert mr.kinds(code=("ICCS", "11011"), unverified=True) == ("torture",)


@pytest.mark.parametrize(
    ("scheme", "error"), [("ACME", mr.InvalidValueError), ("", mr.InvalidValueError), (3, mr.InvalidTypeError)]
)
def test_an_unknown_scheme_is_told_from_the_known_ones(scheme: Any, error: type[Exception]) -> None:  # noqa: ANN401 - wrong on purpose
    for ask in (EventKind.KILLING.codes, _event("killing").codes):
        with pytest.raises(error, match="scheme"):
            ask(scheme)
    assert get_args(Scheme) == SCHEMES


CONDITIONAL = [
    ("abduction", "", "- child", "CAAC6", "abduction"),
    ("abduction", "", "-,- child", "CAAC6", "abduction"),
    ("abduction", "- child", "-", "CAAC6", ""),
    ("airstrike", "", "- child", "CAAC6", "killing/maiming"),
    ("property_destruction", "", "- school", "CAAC6", "attack_on_schools/attack_on_hospitals"),
    ("property_destruction", "", "- hospital", "CAAC6", "attack_on_schools/attack_on_hospitals"),
    ("property_destruction", "", "- child", "CAAC6", ""),
    ("killing", "armed_group", "-", "SDG", "16.1.2"),
    ("killing", "", "peacekeeping", "SDG", "16.1.2"),
    ("killing", "", "civilians", "SDG", ""),
    ("killing", "foreign_force", "- journalist", "SDG", "16.1.2|16.10.1"),
    ("airstrike", "foreign_force", "civilians", "SDG", ""),
    ("airstrike", "foreign_force", "civilians killed", "SDG", "16.1.2"),
    ("torture", "", "- trade_unionist", "SDG", "16.10.1"),
    ("torture", "", "- human_rights_defender", "SDG", "16.10.1"),
    ("detention", "", "- trade_unionist", "SDG", ""),
    ("killing", "self_defence_militia", "", "ICCS", "0101|0107"),
    ("armed_attack", "", "civilians", "ACLED", "Violence against civilians/Attack"),
    ("armed_attack", "armed_group", "state_force", "ACLED", "Battles/Armed clash"),
    (
        "arrest",
        "armed_group",
        "-",
        "ACLED",
        "Strategic developments/Arrests|Violence against civilians/Abduction/forced disappearance",
    ),
    ("arrest", "state_force", "-", "ACLED", "Strategic developments/Arrests"),
    ("detention", "armed_group,state_force", "-", "ACLED", ""),
    ("territory_capture", "state_force,foreign_force", "", "ACLED", "Battles/Government regains territory"),
    ("territory_capture", "armed_group", "state_force", "ACLED", "Battles/Non-state actor overtakes territory"),
    ("territory_capture", "armed_group,state_force", "", "ACLED", ""),
    ("airstrike", "foreign_force", "civilians", "ROME", "8(2)(e)(i)"),
    ("airstrike", "", "civilians", "ROME", ""),
    ("clash", "", "state_force killed", "HURIDOCS", "04:010103010000"),
    ("clash", "", "state_force,civilians killed", "HURIDOCS", "04:010103030000"),
    ("explosion", "", "- killed", "HURIDOCS", "04:010105020000|05:040300000000"),
    ("sentence", "", "- child", "HURIDOCS", ""),
]


@pytest.mark.parametrize(("kind", "by", "on", "scheme", "codes"), CONDITIONAL)
def test_codes_that_depend_on_the_parties(kind: str, by: str, on: str, scheme: str, codes: str) -> None:
    assert _written(_event(kind, by, on).codes(scheme)) == list(filter(None, codes.split("|")))


def test_every_condition_is_shown_by_some_event_but_for_what_a_person_judges() -> None:
    events = [_event(kind, by, on) for kind, by, on, *_ in CONDITIONAL]
    shown = frozenset().union(*(conditions_shown(event.perpetrators, event.victims) for event in events))
    assert shown == CONDITIONS.keys() - {"judgement"}


@given(EVENTS, st.sampled_from(SCHEMES), st.booleans())
def test_an_event_has_the_codes_of_its_kind_and_those_that_it_shows(event: Event, scheme: str, unverified: bool) -> None:  # noqa: FBT001 - drawn
    of_kind = event.kind.codes(scheme, unverified=unverified)
    of_event = event.codes(scheme, unverified=unverified)
    assert not any(code.conditional for code in of_kind)
    assert [code for code in of_event if not code.conditional] == list(of_kind)
    shown = conditions_shown(event.perpetrators, event.victims)
    assert all(set(code.conditions) <= shown for code in of_event)
    assert unverified or all(code.verified for code in of_event)


@given(EVENTS, st.sampled_from(SCHEMES), ACTORS)
def test_one_more_victim_takes_no_code_away(event: Event, scheme: str, victim: Actor) -> None:
    more = attrs.evolve(event, victims=(*event.victims, victim))
    assert set(event.codes(scheme)) <= set(more.codes(scheme))


@given(EVENTS, st.sampled_from(SCHEMES))
def test_a_code_leads_back_to_the_kind(event: Event, scheme: str) -> None:
    for code in event.codes(scheme, unverified=True):
        assert event.kind in mr.kinds(code=(scheme.lower(), code.code), unverified=True)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_kinds_of_a_code_all_have_it(scheme: str) -> None:
    everything = frozenset(CONDITIONS)
    have = defaultdict(list)
    for kind in EventKind:
        for code in codes_of(kind, scheme, shown=everything):
            have[code.code].append(kind)
    assert have
    for written, kinds in have.items():
        assert mr.kinds(code=(scheme, written)) == tuple(kinds)


def _facts(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def test_the_shipped_codes_are_those_of_the_facts(facts: Path) -> None:
    """Hold every row against what the package gives, without the script that made the file."""
    everything = frozenset(CONDITIONS)
    rows = [row for row in _facts(facts / "kinds.csv") if row["code"] != "(none)"]
    given = {
        (kind, scheme, code.code, code.fit, code.verified)
        for kind in EventKind
        for scheme in SCHEMES
        for code in codes_of(kind, scheme, shown=everything, unverified=True)
    }
    mapped = [row for row in rows if row["status"] != "NO_MAPPING"]
    assert given == {(row["kind"], row["scheme"], row["code"], row["fit"], row["status"] == "VERIFIED") for row in mapped}
    assert len(given) == len(mapped)


def test_the_shipped_kinds_are_those_of_the_facts(facts: Path) -> None:
    groups = {row["kind"]: row["group"] for row in _facts(facts / "kinds.csv")}
    assert [(kind, kind.group) for kind in EventKind] == list(groups.items())


def test_what_the_facts_call_conditional_never_follows_from_the_kind(facts: Path) -> None:
    for row in _facts(facts / "kinds.csv"):
        if row["fit"] == "conditional":
            assert row["code"] not in _written(EventKind(row["kind"]).codes(row["scheme"], unverified=True))


def _output(*command: str) -> str:
    ran = subprocess.run([sys.executable, *command], check=True, capture_output=True, encoding="utf-8", cwd=ROOT)  # noqa: S603 - our own scripts
    return ran.stdout


def test_the_file_of_codes_is_what_its_script_makes(facts: Path) -> None:
    assert SHIPPED.joinpath("codes.csv").read_text("utf-8") == _output("tools/codes.py", str(facts / "kinds.csv"))


def test_the_codebook_is_what_its_script_makes() -> None:
    assert (ROOT / "docs" / "codebook.md").read_text("utf-8") == _output("tools/codebook.py")
