"""Selecting: every criterion alone and together, what it folds, and what it says of a question that cannot be read."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Page, Quote, Span, Statement, When

TEXT = """\
December 30, 2014

“A grave was found behind the mill,” said Zoé Moru-Ondal, a lawyer at Zanara Rights Watch.

June 14, 2013

“It rained for nine days,” said Paul d’Arvel, the spokesperson of Velmora Aid.

“Nobody counted the dead,” added Zoé Moru-Ondal, a lawyer at Zanara Rights Watch.

June 1, 2013

According to Ada Winter, a doctor in Velmora, “the mill was closed for the whole of the spring”.

March 3, 2012

The court of Velmora sat behind closed doors, and the families of those who are held were not told.
"""
FRENCH = """\
11 juin 2013

« Il a plu neuf jours sur la ville et sur les champs », a déclaré Élise Karn, avocate à Velmora.
"""
DAYS = [dt.date(2014, 12, 30), dt.date(2013, 6, 14), dt.date(2013, 6, 1), dt.date(2012, 3, 3)]
VERBS: list[Callable[..., tuple[Any, ...]]] = [mr.statements, mr.quotes]


@functools.cache
def _page() -> Page:
    return mr.parse(TEXT, publisher="Zanara Rights Watch")


@functools.cache
def _french() -> Page:
    return mr.parse(FRENCH, publisher="Fédération de Zanara")


def _days(**criteria: Any) -> list[dt.date]:
    """Give the dates of the statements of both pages that meet the criteria."""
    return [statement.date for statement in mr.statements([_page(), _french()], **criteria)]


def _first_words(**criteria: Any) -> list[str]:
    """Give the first two words of the quotes of both pages that meet the criteria."""
    return [" ".join(quote.text.split()[:2]) for quote in mr.quotes([_page(), _french()], **criteria)]


def test_without_criteria_everything_is_selected_in_its_order() -> None:
    assert mr.statements(_page()) == _page().statements
    assert mr.quotes(_page()) == tuple(quote for statement in _page().statements for quote in statement.quotes)
    assert [statement.date for statement in mr.statements(_page())] == DAYS
    assert _first_words() == ["A grave", "It rained", "Nobody counted", "the mill", "Il a"]


@pytest.mark.parametrize("verb", VERBS)
def test_every_kind_of_source_gives_the_same(verb: Callable[..., tuple[Any, ...]]) -> None:
    page = _page()
    found = verb(page)
    assert found
    assert verb([page]) == verb((page,)) == found
    assert verb(page.statements) == verb(list(page.statements)) == found
    assert verb(statement for statement in page.statements) == found
    assert verb([page, page.statements[0]]) == found + verb(page.statements[0])
    assert verb([]) == verb(()) == verb(iter(())) == ()


def test_a_statement_alone_is_a_source() -> None:
    alone = mr.parse_statement("“It rained for nine days,” said Ada Moru.", date="2013-06-14")
    assert mr.statements(alone, on="2013-06-14") == (alone,)
    assert mr.quotes(alone, speaker="Moru") == alone.quotes


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("source", [None, 3, "zanara.txt", b"zanara.txt", dt.date(2013, 6, 14), object()])
def test_what_is_no_source_is_refused(verb: Callable[..., Any], source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match=r"a Page, a Statement or several of them.*read\(path\)"):
        verb(source)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("item", ["May 4, 2016", None, Quote(text="rain", span=Span(0, 4)), []])
def test_what_is_no_source_among_several_is_refused(verb: Callable[..., Any], item: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match=r"parse\(text\)"):
        verb([_page(), item])


def test_criteria_are_named() -> None:
    with pytest.raises(TypeError):
        mr.statements(_page(), "2013")  # type: ignore[call-arg]


JUNE = [dt.date(2013, 6, 14), dt.date(2013, 6, 1), dt.date(2013, 6, 11)]


@pytest.mark.parametrize(
    ("criteria", "days"),
    [
        ({"since": "2013"}, [DAYS[0], *JUNE]),
        ({"since": "2014"}, [DAYS[0]]),
        ({"since": "2013-06-14"}, [DAYS[0], DAYS[1]]),
        ({"since": dt.date(2013, 6, 14)}, [DAYS[0], DAYS[1]]),
        ({"since": dt.datetime(2013, 6, 14, 23, 59, tzinfo=dt.UTC)}, [DAYS[0], DAYS[1]]),
        ({"since": When.day(dt.date(2013, 6, 14))}, [DAYS[0], DAYS[1]]),
        ({"since": "2014-12/.."}, [DAYS[0]]),
        ({"since": "2015"}, []),
        ({"until": "2012"}, [DAYS[3]]),
        ({"until": "2013-06-01"}, [DAYS[2], DAYS[3]]),
        ({"until": "2013-06"}, [DAYS[1], DAYS[2], DAYS[3], JUNE[2]]),
        ({"until": When.from_edtf("2013-06")}, [DAYS[1], DAYS[2], DAYS[3], JUNE[2]]),
        ({"until": "200X"}, []),
        ({"on": "2013"}, JUNE),
        ({"on": "2013-06"}, JUNE),
        ({"on": "2013-06-14"}, [DAYS[1]]),
        ({"on": dt.date(2013, 6, 14)}, [DAYS[1]]),
        ({"on": "2013-06-02/2013-06-13"}, [JUNE[2]]),
        ({"on": "201X"}, [*DAYS, JUNE[2]]),
        ({"on": "2013-06~"}, JUNE),
        ({"since": "2013-06-11", "until": "2013"}, [DAYS[1], JUNE[2]]),
        ({"since": "2014", "until": "2013"}, []),
        ({"on": "2013", "until": "2013-06-01"}, [DAYS[2]]),
    ],
)
def test_times_select(criteria: dict[str, Any], days: list[dt.date]) -> None:
    assert _days(**criteria) == days
    assert {quote.date for quote in mr.quotes([_page(), _french()], **criteria)} == set(days) - {DAYS[3]}


@pytest.mark.parametrize(
    ("criteria", "days"),
    [
        ({"contains": "mill"}, [DAYS[0], DAYS[2]]),
        ({"contains": "MILL"}, [DAYS[0], DAYS[2]]),
        ({"contains": "zoe moru"}, [DAYS[0], DAYS[1]]),
        ({"contains": "d'arvel"}, [DAYS[1]]),
        ({"contains": "déclare Elise"}, [JUNE[2]]),
        ({"contains": "found\n behind"}, [DAYS[0]]),
        ({"contains": ["grave", "dead"]}, [DAYS[0], DAYS[1]]),
        ({"contains": ("closed doors",)}, [DAYS[3]]),
        ({"contains": "nowhere"}, []),
        ({"speaker": "Moru"}, [DAYS[0], DAYS[1]]),
        ({"speaker": ["Winter", "Karn"]}, [DAYS[2], JUNE[2]]),
        ({"speaker": "Zoé Winter"}, []),
        ({"publisher": "zanara rights watch"}, DAYS),
        ({"publisher": "Federation de Zanara"}, [JUNE[2]]),
        ({"publisher": "Zanara"}, []),
        ({"publisher": ["Zanara", "Fédération de Zanara"]}, [JUNE[2]]),
        ({"language": "fr"}, [JUNE[2]]),
        ({"language": "EN"}, DAYS),
        ({"language": ["en", "fr"]}, [*DAYS, JUNE[2]]),
        ({"language": "de"}, []),
    ],
)
def test_words_select_statements(criteria: dict[str, Any], days: list[dt.date]) -> None:
    assert _days(**criteria) == days


@pytest.mark.parametrize(
    ("criteria", "first_words"),
    [
        ({"contains": "MILL"}, ["A grave", "the mill"]),
        ({"contains": "said"}, []),
        ({"contains": ["grave", "plu neuf"]}, ["A grave", "Il a"]),
        ({"speaker": "Moru"}, ["A grave", "Nobody counted"]),
        ({"role": "lawyer"}, ["A grave", "Nobody counted"]),
        ({"role": "Spokesperson"}, ["It rained"]),
        ({"role": ["doctor", "avocate"]}, ["the mill", "Il a"]),
        ({"role": "judge"}, []),
        ({"cue": "added"}, ["Nobody counted"]),
        ({"cue": "according to"}, ["the mill"]),
        ({"cue": ["Added", "ACCORDING TO"]}, ["Nobody counted", "the mill"]),
        ({"cue": "declare"}, ["Il a"]),
        ({"cue": "add"}, []),
        ({"publisher": "Fédération de Zanara"}, ["Il a"]),
        ({"language": "fr"}, ["Il a"]),
        ({"speaker": "Moru", "since": "2014"}, ["A grave"]),
        ({"speaker": "Moru", "role": "lawyer", "cue": "added", "on": "2013", "contains": "dead"}, ["Nobody counted"]),
        ({"speaker": "Moru", "contains": "rained"}, []),
    ],
)
def test_words_select_quotes(criteria: dict[str, Any], first_words: list[str]) -> None:
    assert _first_words(**criteria) == first_words


@pytest.mark.parametrize(
    "spelling",
    [
        "Zoé Moru-Ondal",
        "Zoe Moru-Ondal",
        "Zoĕ Moru Ondal",
        "ZOÉ MORU",
        "moru ondal",
        "Ondal",
        "Ondal, Zoé",
        "Moru‑Ondal",
        "Moru–Ondal",
        " Zoé  Moru ",
        "Zoe\u0301 Moru",
    ],
)
def test_any_spelling_of_a_name_will_do(spelling: str) -> None:
    assert _first_words(speaker=spelling) == ["A grave", "Nobody counted"]


@pytest.mark.parametrize("spelling", ["d’Arvel", "d'Arvel", "Arvel", "paul D’ARVEL"])
def test_any_apostrophe_of_a_name_will_do(spelling: str) -> None:
    assert _first_words(speaker=spelling) == ["It rained"]


@pytest.mark.parametrize("spelling", ["Mor", "oru", "Moruo", "Zoé Arvel", "Zanara"])
def test_part_of_a_name_is_no_name(spelling: str) -> None:
    assert _first_words(speaker=spelling) == []


def test_accents_fold_however_they_are_written() -> None:
    text = "May 4, 2016\n\nThe cafe\u0301 rouge of Velmora was closed, and the café bleu too."
    page = mr.parse(text)
    for words in ("café rouge", "cafe rouge", "cafe\u0301 rouge", "cafe\u0301 bleu", "CAFE BLEU"):
        assert mr.statements(page, contains=words) == page.statements


def test_a_quote_without_a_speaker_is_nobodys() -> None:
    page = mr.parse("May 4, 2016\n\n“It rained for nine days in Velmora.”")
    (quote,) = mr.quotes(page)
    assert quote.speaker is None
    nobodys: list[dict[str, Any]] = [{"speaker": "Moru"}, {"role": "lawyer"}, {"cue": "said"}]
    for criteria in nobodys:
        assert mr.quotes(page, **criteria) == ()


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("criterion", ["since", "until", "on"])
@pytest.mark.parametrize(
    "value", ["", "June 2013", "2013-13", "2013-02-30", "13", "2013 ", "yesterday", 2013, ["2013"], b"2013"]
)
def test_an_unreadable_date_says_what_to_type(verb: Callable[..., Any], criterion: str, value: Any) -> None:
    with pytest.raises(mr.CriterionError, match=f"{criterion}=.*'2013', '2013-06' or '2013-06-14'") as caught:
        verb(_page(), **{criterion: value})
    assert (caught.value.criterion, caught.value.value) == (criterion, value)
    assert isinstance(caught.value, ValueError)


WORD_CRITERIA = [
    (verb, criterion)
    for verb, criteria in [
        (mr.statements, ["contains", "speaker", "publisher", "language"]),
        (mr.quotes, ["contains", "speaker", "role", "cue", "publisher", "language"]),
    ]
    for criterion in criteria
]


@pytest.mark.parametrize(("verb", "criterion"), WORD_CRITERIA)
@pytest.mark.parametrize("value", ["", " \n", [], (), ["rain", ""], ["rain", None], 3, b"rain", [3]])
def test_empty_words_say_what_to_type(verb: Callable[..., Any], criterion: str, value: Any) -> None:
    with pytest.raises(mr.CriterionError, match=f"{criterion}='") as caught:
        verb(_page(), **{criterion: value})
    assert (caught.value.criterion, caught.value.value) == (criterion, value)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("value", ["-", "’", "- –", ["Moru", "-"]])
def test_a_name_without_a_letter_names_nobody(verb: Callable[..., Any], value: Any) -> None:
    with pytest.raises(mr.CriterionError, match="speaker"):
        verb(_page(), speaker=value)


@pytest.mark.parametrize("verb", VERBS)
def test_a_question_is_read_even_where_nothing_is_asked_of(verb: Callable[..., Any]) -> None:
    with pytest.raises(mr.CriterionError):
        verb([], since="June")


@pytest.mark.parametrize("verb", VERBS)
def test_an_unknown_criterion_is_refused(verb: Callable[..., Any]) -> None:
    with pytest.raises(TypeError):
        verb(_page(), author="Moru")


@given(st.permutations(range(4)))
def test_the_order_of_the_source_is_kept(order: list[int]) -> None:
    source = [_page().statements[number] for number in order]
    assert mr.statements(source) == tuple(source)
    kept = mr.statements(source, on="2013")
    assert kept == tuple(statement for statement in source if statement.date.year == 2013)


@given(st.dates(dt.date(2012, 1, 1), dt.date(2015, 1, 1)))
def test_since_and_until_a_day_part_the_page(day: dt.date) -> None:
    before = mr.statements(_page(), until=day - dt.timedelta(days=1))
    after = mr.statements(_page(), since=day)
    assert sorted([*before, *after], key=_page().statements.index) == list(_page().statements)
    assert mr.statements(_page(), on=day) == mr.statements(_page(), since=day, until=day)


@given(st.lists(st.sampled_from(["mill", "rained", "Moru", "doctor", "nowhere"]), min_size=1))
def test_several_words_select_what_any_of_them_selects(words: list[str]) -> None:
    each: set[Statement] = {found for word in words for found in mr.statements(_page(), contains=word)}
    assert set(mr.statements(_page(), contains=words)) == each


def _criteria() -> Iterator[dict[str, str]]:
    """Go through the ways to ask with two criteria."""
    alone = [{"since": "2013-06-02"}, {"contains": "the"}, {"speaker": "moru"}, {"language": "en"}, {"until": "2013"}]
    return ({**one, **two} for one, two in product(alone, alone))


@pytest.mark.parametrize("criteria", list(_criteria()))
@pytest.mark.parametrize("verb", VERBS)
def test_criteria_combine_with_and(verb: Callable[..., tuple[Any, ...]], criteria: dict[str, str]) -> None:
    source = [_page(), _french()]
    each = [set(verb(source, **{name: value})) for name, value in criteria.items()]
    assert set(verb(source, **criteria)) == set.intersection(*each)


INDIRECT = """\
June 14, 2013

The mill burned for nine days

Ada Moru, a lawyer, said that the mill had burned. “Nobody came,” she added.

According to Paul de Winter, nobody counted the dead.

June 1, 2013

Le ministre a annoncé que les juges étaient partis de la ville avec les lettres de la cour.
"""


def test_indirect_speech_is_given_where_it_is_asked_for() -> None:
    page = mr.parse(INDIRECT)
    assert [quote.text for quote in mr.quotes(page)] == ["Nobody came,"]
    found = mr.quotes(page, indirect=True)
    assert [(quote.direct, quote.speaker and quote.speaker.name) for quote in found] == [
        (False, "Ada Moru"),
        (True, "Ada Moru"),
        (False, "Paul de Winter"),
        (False, "ministre"),
    ]
    by_id = {statement.id: statement for statement in page.statements}
    for quote in found:
        statement = by_id[quote.statement_id or ""]
        assert quote.span.of(statement.text) == quote.text
        assert quote.date == statement.date
    assert all(quote.direct for statement in page.statements for quote in statement.quotes)


def test_the_criteria_hold_for_indirect_speech_too() -> None:
    page = mr.parse(INDIRECT)
    (moru, _) = mr.quotes(page, indirect=True, speaker="moru")
    assert (moru.text, moru.cue) == ("the mill had burned", "said")
    assert mr.quotes(page, indirect=True, role="lawyer", contains="MILL") == (moru,)
    assert [quote.text for quote in mr.quotes(page, indirect=True, cue="According to")] == ["nobody counted the dead"]
    assert mr.from_dict(mr.to_dict(moru)) == moru


def test_words_of_ones_own_report_too(tmp_path: Path) -> None:
    page = mr.parse("May 4, 2016\n\nAda Moru chirruped that the mill had burned.")
    assert mr.quotes(page, indirect=True) == ()
    own = tmp_path / "own.toml"
    own.write_text('[en.indirect.saying]\nwords = ["chirruped"]\n', "utf-8")
    (quote,) = mr.quotes(page, indirect=True, lexicon=mr.Lexicon.load(own))
    assert quote.cue == "chirruped"
