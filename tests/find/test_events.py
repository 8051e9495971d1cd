"""Events: triggers, parties, counts, times, places and status, sentence by sentence; and what is no event."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import malirights as mr
from malirights import Event

DATE = "2016-05-04"


def _events(text: str) -> tuple[Event, ...]:
    return mr.find_events(text, date=DATE, language="en")


def _named(event: Event) -> tuple[list[str], list[str]]:
    return [actor.name for actor in event.perpetrators], [actor.name for actor in event.victims]


PARTIES = [
    ("Soldiers killed three herders near Orvel.", "killing", ["Soldiers"], ["three herders"]),
    ("Three herders were killed by soldiers near Orvel.", "killing", ["soldiers"], ["Three herders"]),
    ("Three herders, killed by soldiers near Orvel, were buried.", "killing", ["soldiers"], ["Three herders"]),
    ("The killing of three herders by soldiers shocked Velmora.", "killing", ["soldiers"], ["three herders"]),
    ("The army’s killing of three herders shocked Velmora.", "killing", ["army"], ["three herders"]),
    ("Soldiers carried out an attack on a village near Orvel.", "armed_attack", ["Soldiers"], ["village"]),
    ("An attack on the village, carried out by armed men, shocked Velmora.", "armed_attack", ["armed men"], ["village"]),
    ("Nine bakers, including two women, were abducted by armed men.", "abduction", ["armed men"], ["Nine bakers"]),
    ("Ada Moru, a lawyer in Velmora, was arrested by gendarmes.", "arrest", ["gendarmes"], ["Ada Moru"]),
    ("One of the bakers, a 15-year-old girl, was beaten by guards.", "torture", ["guards"], ["15-year-old girl"]),
    ("Bakers who had marched in Velmora were detained by soldiers.", "detention", ["soldiers"], ["Bakers"]),
    ("Two women and their driver were kidnapped near Orvel.", "abduction", [], ["Two women", "driver"]),
    (
        "Ada Moru, Paul de Winter and Senna Quarrow were arrested.",
        "arrest",
        [],
        ["Ada Moru", "Paul de Winter", "Senna Quarrow"],
    ),
    ("The ousted president fled to Niger.", "coup", [], ["ousted president"]),
    ("The army’s attack on the mill killed nine people.", "killing", ["army"], ["nine people"]),
    ("Nine people were killed when soldiers opened fire in Orvel.", "killing", ["soldiers"], ["Nine people"]),
    ("A court in Velmora sentenced Ada Moru to nine years.", "sentence", ["court"], ["Ada Moru"]),
    ("Ada Moru will be tried by the Assize Court in May.", "trial", ["Assize Court"], ["Ada Moru"]),
    ("The police arrested Ada Moru. She was beaten in her cell.", "torture", [], ["Ada Moru"]),
    ("Three teachers were arrested by soldiers. They were released on Friday.", "release", [], ["Three teachers"]),
    ("Ada Moru was charged with the murder of two bakers.", "killing", ["Ada Moru"], ["two bakers"]),
    ("The shepherd was handed over to the gendarmerie in Velmora.", "detention", ["gendarmerie"], ["shepherd"]),
    ("Children joined an armed group near Orvel.", "child_recruitment", ["armed group"], ["Children"]),
    ("Zanara Rights Watch published a report today.", "report", ["Zanara Rights Watch"], []),
]


@pytest.mark.parametrize(("text", "kind", "doers", "victims"), PARTIES)
def test_who_does_it_to_whom(text: str, kind: str, doers: list[str], victims: list[str]) -> None:
    found = [_named(event) for event in _events(text) if event.kind == kind]
    assert found == [(doers, victims)]


COUNTS = [
    ("21 soldiers were killed in Orvel.", (21, 21)),
    ("Twenty-one soldiers were killed in Orvel.", (21, 21)),
    ("At least six civilians were killed in Orvel.", (6, None)),
    ("More than 214,000 people were killed in Orvel.", (214_000, None)),
    ("Up to nine civilians were killed in Orvel.", (0, 9)),
    ("Between 13 and 17 people were killed in Orvel.", (13, 17)),
    ("Dozens of people were killed in Orvel.", (24, None)),
    ("Hundreds of civilians were killed in Orvel.", (200, None)),
    ("Several bakers were killed in Orvel.", (3, None)),
    ("A dozen bakers were killed in Orvel.", (12, None)),
    ("A 15-year-old shepherd was killed in Orvel.", (1, 1)),
    ("Ada Moru was killed in Orvel.", (1, 1)),
    ("Several bakers and their driver were killed in Orvel.", (4, None)),
    ("Bakers were killed in Orvel.", None),
    ("People aged 17 were killed in Orvel.", None),
    ("Two hundred and nine bakers were killed in Orvel.", (209, 209)),
]


@pytest.mark.parametrize(("text", "bounds"), COUNTS)
def test_how_many(text: str, bounds: tuple[int, int | None] | None) -> None:
    (event,) = _events(text)
    assert (event.count and (event.count.low, event.count.high)) == bounds


TOLD = [
    ("Soldiers killed a baker in Orvel.", "reported"),
    ("A baker was reportedly killed in Orvel.", "reported"),
    ("A baker was allegedly killed in Orvel.", "alleged"),
    ("Soldiers appear to have killed a baker in Orvel.", "alleged"),
    ("A baker could have been killed in Orvel.", "alleged"),
    ("The army denied that soldiers had killed a baker in Orvel.", "denied"),
    ("The army denies killing a baker in Orvel.", "denied"),
    ("Ada Moru will be tried in Velmora on 30 June.", "planned"),
    ("Ada Moru is due to be tried in Velmora.", "planned"),
    ("The trial of Ada Moru in Velmora is scheduled for June.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), TOLD)
def test_how_it_is_told(text: str, status: str) -> None:
    (event,) = _events(text)
    assert event.status == status
    if status in {"alleged", "denied"}:
        assert event.status_span
        assert event.status_span.of(text) in text


NO_EVENTS = [
    "The government must release nine bakers.",
    "Soldiers should not kill bakers in Orvel.",
    "The guild called on the army to free Ada Moru.",
    "Zanara Rights Watch urges the government to investigate.",
    "Bakers may be killed in Orvel.",
    "Nobody was killed in Orvel.",
    "No baker was arrested in Orvel.",
    "Soldiers did not kill the bakers of Orvel.",
    "If bakers are arrested, the guild will protest.",
    "Torture is prohibited under international law.",
    "Attacks on schools are war crimes.",
    "“Enforced disappearance” means that nobody knows.",
    "The law prohibits arbitrary arrest.",
    "There is an arrest warrant.",
    "They tried to leave Orvel.",
    "The death penalty is cruel.",
    "The figures demonstrate that it rained.",
    "In March it rained in May.",
    "May Day in Orvel.",
    "Release the bakers of Orvel!",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_is_no_event(text: str) -> None:
    assert _events(text) == ()


TIMES = [
    ("On 3 May 2012 soldiers killed a baker and burned ninety houses.", ["2012-05-03", "2012-05-03"]),
    ("Soldiers killed a baker on 3 May 2012 and burned ninety houses on 5 May 2012.", ["2012-05-03", "2012-05-05"]),
    ("Soldiers murdered, tortured and raped bakers in May 2012.", ["2012-05", "2012-05", "2012-05"]),
    ("Zanara Rights Watch said today that soldiers had killed a baker.", [None]),
    ("Today’s conviction of Ada Moru came late.", ["2016-05-04"]),
    ("A baker was killed during an attack by soldiers on 3 May 2012.", ["2012-05-03", "2012-05-03"]),
    ("A baker was killed when soldiers attacked Orvel on 3 May 2012.", ["2012-05-03", "2012-05-03"]),
    ("Soldiers attacked Orvel on 3 May 2012, killing a baker.", ["2012-05-03", "2012-05-03"]),
]


@pytest.mark.parametrize(("text", "whens"), TIMES)
def test_when(text: str, whens: list[str | None]) -> None:
    assert [event.when and event.when.edtf for event in _events(text)] == whens


PLACES = [
    ("Soldiers killed a baker in Timbuktu.", ["Timbuktu"]),
    ("In Timbuktu, soldiers killed a baker.", ["Timbuktu"]),
    ("Bakers in Orvel were arrested by soldiers.", ["Orvel"]),
    ("Soldiers killed a baker in Gao and burned houses in Kidal.", ["Gao", "Kidal"]),
    ("The French army bombed a mill.", [None]),
    ("A baker was arrested in Niger’s capital, Niamey.", ["Niamey"]),
]


@pytest.mark.parametrize(("text", "wheres"), PLACES)
def test_where(text: str, wheres: list[str | None]) -> None:
    assert [event.where and event.where.name for event in _events(text)] == wheres


JOINED = [
    ("Nine bakers were arrested in Orvel. The arrests shocked the guild.", 1),
    ("Soldiers killed nine bakers in Orvel.\n\nThe killing of the nine bakers shocked Velmora.", 1),
    ("Nine bakers were arrested in Gao.\n\nTen tailors were arrested in Kidal.", 2),
    ("Ada Moru was arrested on 3 May 2012.\n\nAda Moru was arrested on 5 June 2013.", 2),
]


@pytest.mark.parametrize(("text", "count"), JOINED)
def test_mentions_of_one_happening_are_one_event(text: str, count: int) -> None:
    found = [event for event in _events(text) if event.kind in {"arrest", "killing"}]
    assert len(found) == count
    assert sum(len(event.mentions) for event in found) == 2


def test_a_list_of_acts_shares_its_victims() -> None:
    found = _events("Murder, rape and torture of civilians have been committed in Mali since 2012.")
    assert [event.kind.value for event in found] == ["killing", "sexual_violence", "torture"]
    assert {tuple(_named(event)[1]) for event in found} == {("civilians",)}


def test_the_country_is_the_topic_of_the_page() -> None:
    page = mr.parse("Main menu\n\nMay 4, 2016\n\nSoldiers killed nine bakers in the country.\n\nSubscribe to Niger\n")
    (event,) = page.statements[0].events
    assert event.where
    assert event.where.name == "Niger"


@pytest.mark.parametrize(("date", "where"), [("2015-12-20", "Bujumbura"), ("2022-12-20", "Gitega")])
def test_the_capital_is_that_of_the_day(date: str, where: str) -> None:
    text = "A baker was arrested in the capital. Nine others sell bread in Gitega, and nine in Bujumbura."
    (event,) = mr.find_events(text, date=date)
    assert event.where
    assert event.where.name == where


def test_statements_have_their_events() -> None:
    text = "“Soldiers killed a baker in Orvel last night,” said Ada Moru."
    (statement,) = mr.parse(f"May 4, 2016\n\n{text}").statements
    (event,) = statement.events
    assert (event.kind, event.statement_id, event.date) == ("killing", statement.id, statement.date)
    assert event.when
    assert event.when.edtf == "2016-05-03"
    assert event.trigger.of(statement.text) == "killed"
    assert mr.parse_statement(text, date=DATE, find=()).events == ()


@pytest.mark.parametrize("text", [None, 3, b"It rained."])
def test_what_is_no_text_is_refused(text: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match="find_events"):
        mr.find_events(text)


@pytest.mark.parametrize("date", ["yesterday", "2016-02-30"])
def test_what_is_no_day_is_refused(date: str) -> None:
    with pytest.raises(mr.InvalidValueError):
        mr.find_events("It rained.", date=date)


PIECES = (
    "soldiers", "bakers", "Ada Moru", "were", "was", "has been", "killed", "killing", "attack", "attacks on", "of", "by",
    "in", "Orvel", "Mali", "the", "a", "nine", "at least", "dozens", "and", ",", ".", ":", ";", "“", "”", "(", ")", "–",
    "who", "that", "which", "must", "not", "will", "today", "May 2012", "arrested", "charged with", "murder", "rape",
    "torture", "said", "released", "report", "published", "their", "he", "they", "it", "his", "trial", "tried", "to",
    "denied", "if", "when", "after", "including", "in prison", "between 13 and 17", "’s", "-", "whose bodies",
    "one of them", "as well as", "carried out",
)  # fmt: skip
WOVEN = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
TEXTS = st.text(max_size=200) | WOVEN


@given(TEXTS, st.sampled_from([None, DATE]), st.sampled_from([None, "en", "fr"]))
@example("NInE MURDER", None, None)  # a number of victims alone
def test_events_prove_themselves(text: str, date: str | None, language: str | None) -> None:
    for event in mr.find_events(text, date=date, language=language):
        assert event.sentence.contains(event.trigger)
        assert event.trigger in event.mentions
        anchors = event.when, event.where, event.perpetrators, event.victims, event.count
        assert any(anchors) or event.kind == "explosion"
        for actor in (*event.perpetrators, *event.victims):
            assert actor.span.of(text) == actor.mention
        if event.where:
            assert event.where.span.of(text) == event.where.mention
        if event.count and event.count.span:
            assert event.count.span.of(text).strip()
        if event.status_span:
            assert event.status_span.of(text).strip()


@given(TEXTS)
def test_finding_twice_gives_equal_events(text: str) -> None:
    assert mr.find_events(text, date=DATE) == mr.find_events(text, date=DATE)


@given(st.lists(WOVEN, max_size=3))
def test_a_page_holds_what_its_statements_tell(texts: list[str]) -> None:
    page = (
        "".join(f"May {number + 1}, 2016\n\nBakers. {text}\n\n" for number, text in enumerate(texts))
        + "May 9, 2016\n\nIt rained."
    )
    for statement in mr.parse(page).statements:
        for event in statement.events:
            assert event.statement_id == statement.id
            assert event.sentence.of(statement.text).strip()
