"""Who is quoted: laws, over names that fit each other in every way."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Quote, Span, Speaker, Statement, Voice
from voices import statement

# Laws, over names that fit each other in every way.

NAMES = st.sampled_from(
    [
        *("Ada Moru", "Ada MORU", "A. Moru", "Ada Bel Moru", "Ada B. Moru", "Paul Moru", "Moru", "Dr Moru", "Ada de Moru"),
        *("Jean-Paul Winter", "Jean Paul Winter", "Jean Winter", "J.-P. Winter", "Winter", "de Winter", "Paul van Winter"),
        *(
            "Zanara Rights Watch (ZRW)",
            "Zanara Rights Watch",
            "ZRW",
            "government",
            "resident",
            "Ada Moru Jr.",
            "—",
            "ʼ",
            "(",
            "()",
        ),
    ]
) | st.text(min_size=1, max_size=8).filter(lambda name: bool(name.strip()))
ORGANISATIONS = st.sampled_from([None, None, "Zanara Rights Watch", "ZRW", "Velmora Aid", "army"])
SPEAKERS = st.builds(
    lambda name, kind, organisation, mention, at: Speaker(
        name=name,
        mention=mention or name,
        kind=kind,
        role=organisation and f"head of {organisation}",
        organisation=organisation,
        name_span=at,
    ),
    NAMES,
    st.sampled_from(["person", "person", "person", "organisation", "office", "unnamed"]),
    ORGANISATIONS,
    st.sampled_from([None, "she", "Moru"]),
    st.sampled_from([None, Span(1, 2), Span(3, 4)]),
)
SPOKEN = st.lists(st.none() | SPEAKERS, max_size=3)
TEXTS = st.sampled_from(["Ada Moru came.", "Bel Moru came.", "Nobody came."])
STATEMENTS = st.lists(st.tuples(SPOKEN, TEXTS), max_size=8).map(
    lambda spoken: [statement(number, *speakers, words=words) for number, (speakers, words) in enumerate(spoken)]
)
ALIASES = st.builds(
    lambda same, name, into: {"same": same, "split": [{"name": name, "into": into, "on": "2013-06-14/2013-06-16"}]},
    st.lists(st.lists(NAMES, min_size=2, max_size=3), max_size=2),
    NAMES,
    NAMES,
)


def _said(statements: Iterable[Statement]) -> Counter[Quote]:
    return Counter(quote for statement in statements for quote in statement.quotes if quote.speaker)


@given(STATEMENTS, st.none() | ALIASES)
def test_every_quote_with_a_speaker_counts_once(statements: list[Statement], aliases: Any) -> None:
    voices = mr.speakers(statements, aliases=aliases)
    assert Counter(quote for voice in voices for quote in voice.quotes) == _said(statements)
    for voice in voices:
        assert set(voice.dates) == {quote.date for quote in voice.quotes}
        assert {day for role in voice.roles for day in role.dates} <= set(voice.dates)


@given(STATEMENTS, st.none() | ALIASES, st.randoms())
def test_the_order_of_the_statements_makes_no_difference(statements: list[Statement], aliases: Any, chance: Any) -> None:
    shuffled = [*statements]
    chance.shuffle(shuffled)
    assert mr.speakers(shuffled, aliases=aliases) == mr.speakers(statements, aliases=aliases)


@given(STATEMENTS)
def test_statements_given_twice_make_no_difference(statements: list[Statement]) -> None:
    assert mr.speakers([*statements, *statements]) == mr.speakers(statements)


@given(STATEMENTS, st.integers(0, 8))
def test_more_statements_remove_no_quote_and_part_no_name(statements: list[Statement], count: int) -> None:
    fewer, more = mr.speakers(statements[:count]), mr.speakers(statements)
    entry = {quote: voice for voice in more for quote in voice.quotes}
    for voice in fewer:
        parts: dict[str, set[Voice]] = {}
        for quote in voice.quotes:
            assert quote.speaker
            parts.setdefault(quote.speaker.name, set()).add(entry[quote])
        assert all(len(voices) == 1 for voices in parts.values())
        left = {voices.pop() for voices in parts.values()}
        assert len(left) == 1 or sum(not part.may_be for part in left) <= len(left) - 1


@given(STATEMENTS)
def test_a_voice_in_a_question_gives_its_quotes(statements: list[Statement]) -> None:
    for voice in mr.speakers(statements):
        assert set(mr.quotes(statements, speaker=voice)) == set(voice.quotes)


@given(STATEMENTS)
def test_the_order_is_total(statements: list[Statement]) -> None:
    keys = [(-len(voice.quotes), voice.first, voice.name) for voice in mr.speakers(statements)]
    assert keys == sorted(keys)


@given(
    st.recursive(
        st.none() | st.integers() | st.text() | st.dates(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["same", "split", "name", "into", "on", "statements"]) | st.text(), inner)
        ),
    )
)
def test_any_aliases_are_read_or_refused_as_ours(aliases: Any) -> None:
    try:
        mr.speakers([], aliases=aliases)
    except mr.MalirightsError:
        return
    assert aliases is None or set(aliases) <= {"same", "split"}
