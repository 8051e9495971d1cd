"""Redaction: no chosen name is left in anything that comes out, and what is left still proves itself."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import io
import json
import pickle
import pickletools
import stat
import unicodedata
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import malirights as mr
from malirights.faces.out.writing import FORMATS

FORMS = (
    "Zoé Kamarin", "Zoe KAMARIN", "ZOÉ KAMARIN", "Kamarin", "KAMARIN", "Zoé", "Z. Kamarin", "Dr. Kamarin", "Kamarin’s",
    "Kamarin's", "Zoe\u0301 Kamarin", "Zo\u00adé Kama\u00adrin", "Zoé\xa0Kamarin", "Zoé\nKamarin", "Kamarin Zoé",
    "Mrs Zoé Kamarin", "the Kamarins", "Paul Kamarin", "#FreeZoéKamarin", "#KamarinMustGo", "z.kamarin@zanara.example",
    "zoekamarin", "kamarin", "Zoé de Kamarin", "Zoé Bel Kamarin",
)  # fmt: skip
SENTENCES = (
    "“It rained for nine days,” said {}, a lawyer at Zanara Rights Watch.",
    "{} was allegedly killed in Orvel in May 2015.",
    "At least six bakers and {} were arrested by soldiers on 3 May 2012.",
    "“{} was never told,” she added. “Nobody told us.",
    "{}",
    "The court freed {} and Ada Moru.",
    "« Il a plu neuf jours », a déclaré {}.",
    "By {}, lawyer",
)
LINES = st.one_of(
    st.builds(str.format, st.sampled_from(SENTENCES), st.sampled_from(FORMS)),
    st.sampled_from(["May 2, 2016", "Ada Moru said: “It rained.”", "Subscribe to Kamarin", "Main menu", ""]),
)
PAGES = st.lists(LINES, max_size=7).map(
    lambda lines: mr.parse(
        "\n".join(["May 4, 2016", "", "“It rained,” said Zoé Kamarin. Zoé Kamarin was killed in Orvel.", *lines]),
        url="https://zanara.example/free-zoe-kamarin",
    )
)
NAMES = ("zoe", "kamarin")


def _letters(text: str) -> str:
    """Give the letters of a text alone, folded, so that nothing hides a name."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalpha())


def _outputs(page: mr.Page) -> Iterable[str]:
    """Give all that comes out of a page."""
    things: list[Any] = [page, *page.statements, *page.warnings]
    for statement in page.statements:
        things += [*statement.quotes, *statement.events, *statement.dates, *statement.parts]
        things += [quote.speaker for quote in statement.quotes if quote.speaker]
    answers = [
        mr.chronology(page),
        *mr.incidents(page),
        *mr.accountability(page),
        *mr.speakers(page),
        *mr.quotes(page, indirect=True),
    ]
    for thing in [*things, *answers, mr.origins(page), mr.Corrections.of(page)]:
        yield repr(thing)
        yield str(thing)
        if show := getattr(thing, "_repr_html_", None):
            yield show()
        yield from (words for _, words, _ in pickletools.genops(pickle.dumps(thing)) if isinstance(words, str))
    for thing in things:
        yield json.dumps(mr.to_dict(thing), ensure_ascii=False)
    for form in FORMATS:
        if form != "report" or find_spec("jinja2"):
            file = io.StringIO()
            mr.write(page, file, to=form)
            yield file.getvalue()
    brat = mr.to_brat(page)
    yield from (brat.text, brat.ann, json.dumps(mr.to_web_annotations(page), ensure_ascii=False))


def _assert_in_order(spans: Sequence[mr.Span]) -> None:
    """Hold spans to follow each other without overlap."""
    assert all(one.end <= other.start for one, other in pairwise(spans))


def _assert_proven(page: mr.Page) -> None:
    """Hold the spans of a page to the words that they stand for."""
    for statement in page.statements:
        text = statement.text
        assert statement.span.of(page.text) == text
        for quote in statement.quotes:
            assert quote.statement_id == statement.id
            assert quote.span.of(text) == quote.text
            speaker = quote.speaker
            assert quote.attribution is None or (speaker and quote.attribution.of(text) == speaker.mention)
            assert speaker is None or speaker.name_span is None or speaker.name_span.of(text) == speaker.name
            assert speaker is None or speaker.role_span is None or speaker.role_span.of(text) == speaker.role
        for event in statement.events:
            assert event.statement_id == statement.id
            assert event.where is None or event.where.span.of(text) == event.where.mention
            assert all(party.span.of(text) == party.mention for party in (*event.perpetrators, *event.victims))


@settings(max_examples=30)
@given(PAGES)
def test_no_chosen_name_is_left_in_any_output(page: mr.Page) -> None:
    redaction = mr.redact(page, speakers="Zoe Kamarin", victims="Kamarin", names="Zoé Kamarin")
    for output in (*_outputs(redaction.page), repr(redaction)):
        for name in NAMES:
            assert name not in _letters(output)
    assert any(all(name in _letters(full) for name in NAMES) for full in redaction.key.values())


@settings(max_examples=30)
@given(PAGES)
def test_a_redacted_page_is_whole_and_proves_itself(page: mr.Page) -> None:
    redacted = mr.redact(page, names="Zoé Kamarin").page
    _assert_proven(redacted)
    assert redacted == mr.redact(page, names="Zoé Kamarin").page
    assert mr.from_dict(json.loads(json.dumps(mr.to_dict(redacted)))) == redacted
    for old, new in zip(page.statements, redacted.statements, strict=True):
        assert (old.date, len(old.quotes), len(old.parts)) == (new.date, len(new.quotes), len(new.parts))
        assert [(e.kind, e.status, e.when) for e in old.events] == [(e.kind, e.status, e.when) for e in new.events]
        assert new.warnings == () or all("Zo" not in warning.message for warning in new.warnings)
    pieces = sorted([*redacted.furniture, *(one.span for one in redacted.statements)])
    _assert_in_order(pieces)
    for statement in redacted.statements:
        _assert_in_order([part.span for part in statement.parts])
    left = "".join(
        redacted.text[end:start]
        for end, start in zip(
            [0, *(span.end for span in pieces)], [*(span.start for span in pieces), len(redacted.text)], strict=True
        )
    )
    assert not left.strip()


TEXT = "May 4, 2016\n\n“It rained,” said Ada Moru, a lawyer. {}"


def _redacted(text: str, **chosen: Any) -> str:
    return mr.redact(mr.parse(TEXT.format(text)), **(chosen or {"speakers": True})).page.text.partition("lawyer. ")[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MORU’s roof leaked.", "Person 1’s roof leaked."),
        ("The roof of Ms Ada Moru’s house.", "The roof of Ms Person 1’s house."),
        ("A. Moru wept, Ádá Mörú left.", "Person 1 wept, Person 1 left."),
        ("Ada left.", "Person 1 left."),
        ("Ada Winter left.", "Ada Winter left."),  # somebody else
        ("Paul Moru, her brother, left.", "Person 2, her brother, left."),
        ("Ada Bel Moru left.", "Person 1 left."),
        ("She met Moru. Ada wept.", "She met Person 1. Person 1 wept."),
        ("The Morus left.", "The Person 1 left."),
        ("Write to a.moru@zanara.example.", "Write to Person 1@zanara.example."),
        ("#FreeAdaMoru", "#Person 1"),
        ("The moruga is a pepper.", "The moruga is a pepper."),
    ],
)
def test_names_are_replaced_in_every_form(text: str, expected: str) -> None:
    assert _redacted(text) == expected


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Paul Moru left. Ada Moru stayed. Moru wept."
    assert _redacted(text, names=["Ada Moru", "Paul Moru"]) == "Person 2 left. Person 1 stayed. Person 1 or Person 2 wept."


def test_pseudonyms_of_your_own_and_names_that_stay() -> None:
    text = "“We wait,” said Paul Brevik, a baker."
    assert _redacted(text, speakers=True, keep="Paul Brevik") == text
    assert _redacted(text, speakers=True, replace={"Paul Brevik": "Witness A"}) == "“We wait,” said Witness A, a baker."
    assert _redacted(text, names="Brevik") == "“We wait,” said Person 1, a baker."


def test_a_page_without_named_people_stays_as_it_is() -> None:
    page = mr.parse("May 4, 2016\n\n“It rained,” said a baker.")
    assert mr.redact(page, speakers=True, victims=True).page == page
    named = mr.parse(TEXT.format(""))
    assert mr.redact(named, speakers=True, keep="Ada Moru").page == named


def test_pages_share_the_pseudonyms() -> None:
    pages = [mr.parse(TEXT.format("")), mr.parse("May 5, 2016\n\nThe court freed MORU.")]
    redaction = mr.redact(pages, speakers=True)
    assert redaction.pages[1].text == "May 5, 2016\n\nThe court freed Person 1."
    assert mr.redact(pages, speakers=True) == redaction
    with pytest.raises(mr.InvalidValueError, match=r"use \.pages"):
        _ = redaction.page


def test_dates_are_no_names() -> None:
    page = mr.parse("May 4, 2016\n\n“It rained in May,” said May Winter. May Winter left in May 2015. May wept.")
    assert mr.redact(page, speakers=True).page.text == (
        "May 4, 2016\n\n“It rained in May,” said Person 1. Person 1 left in May 2015. Person 1 wept."
    )


def test_a_pseudonym_that_the_text_has_is_passed_over() -> None:
    assert _redacted("Moru met Person 1.") == "Person 2 met Person 1."


def test_ids_tell_nothing_of_what_was_replaced() -> None:
    one, two = (mr.parse(f"May 4, 2016\n\n“It rained,” said {name}.") for name in ("Ada Moru", "Neva Orlin"))
    redacted = [mr.redact(page, speakers=True).page for page in (one, two)]
    assert one.statements[0].id != two.statements[0].id
    assert redacted[0] == redacted[1]
    assert redacted[0].statements[0].id == mr.parse(redacted[0].text).statements[0].id


def test_what_people_corrected_and_urls_are_left_out() -> None:
    page = mr.parse(TEXT.format("Six bakers were arrested."), url="https://zanara.example/moru")
    page = mr.corrected(page, mr.to_brat(page).ann.replace("reported", "alleged"), by="Ada Moru")
    redacted = mr.redact(page, speakers=True).page
    assert (redacted.url, redacted.statements[0].url, redacted.statements[0].corrections) == (None, None, ())
    assert redacted.statements[0].events[0].status == "alleged"


def test_victims_are_chosen_by_name_or_all() -> None:
    page = mr.parse("May 4, 2016\n\nPaul Brevik was killed in Orvel in May 2015. Six bakers were arrested.")
    for chosen in (True, "Brevik"):
        assert "Person 1 was killed" in mr.redact(page, victims=chosen).page.text
    with pytest.raises(mr.CriterionError, match="none of the victims is called 'Moru'"):
        mr.redact(page, victims="Moru")


def test_the_key_is_kept_apart(tmp_path: Path) -> None:
    redaction = mr.redact(mr.parse(TEXT.format("")), speakers=True)
    assert repr(redaction) == "Redaction(1 page, 1 pseudonym)"
    redaction.save_key(tmp_path / "key.json")
    assert json.loads((tmp_path / "key.json").read_text()) == {"Person 1": "Ada Moru"}
    assert stat.S_IMODE((tmp_path / "key.json").stat().st_mode) & 0o077 == 0
    with pytest.raises(mr.WriteError, match="File exists"):
        redaction.save_key(tmp_path / "key.json")


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"speakers": "Nobody"},
        {"speakers": False},
        {"speakers": []},
        {"names": "…"},
        {"names": 3},
        {"replace": {"Ada Moru": "Moru’s daughter"}},
        {"replace": {"Ada Moru": ""}},
        {"replace": "Ada Moru"},
    ],
)
def test_choices_that_would_leave_names_are_refused(chosen: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        mr.redact(mr.parse(TEXT.format("")), **chosen)


@pytest.mark.parametrize("thing", [None, 3, "text", [], [3]])
def test_only_pages_are_redacted(thing: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match=r"takes a Page or several"):
        mr.redact(thing, speakers=True)


def test_a_name_joined_to_one_word_is_hidden_whichever_name_stands_first() -> None:
    page = mr.parse(
        "May 4, 2016\n\n“It rained,” said Zoé Kamarin. “It rained,” said Kamarin Zoé. Free zoekamarin, #KamarinZoe!\n"
    )
    redaction = mr.redact(page, speakers="Zoé Kamarin")
    assert "amarin" not in redaction.page.text.lower()


def test_a_piece_of_a_name_that_a_party_took_is_replaced_by_the_whole() -> None:
    page = mr.parse("May 4, 2016\n\nZo\xadé Kama\xadrin was allegedly killed in Orvel in May 2015.\n")
    redacted = mr.redact(page, names="Zoé Kamarin").page
    parties = [actor.name for event in redacted.statements[0].events for actor in (*event.victims, *event.perpetrators)]
    assert parties
    assert all("Zo" not in name and "é" not in name for name in parties)


def test_no_chosen_name_is_left_in_an_archive_or_a_table(tmp_path: Path) -> None:
    page = mr.parse(
        "May 4, 2016\n\nFree Zoé Kamarin\n\n"
        "“It rained,” said Zoé Kamarin, a lawyer. Soldiers arrested Ms Kamarin in Orvel on 3 May 2016.\n",
        url="https://zanara.example/free-zoe-kamarin",
    )
    redacted = mr.redact(page, names="Zoé Kamarin").page
    with mr.Archive(tmp_path / "kept.db") as archive:
        archive.add(redacted)
        assert list(archive.search("kamarin")) == []
        assert len(list(archive.search("Person"))) == 1
    kept = [str(path.read_bytes(), "utf-8", "ignore") for path in tmp_path.iterdir()]
    tables = []
    if find_spec("pandas"):
        tables = [mr.to_frame(redacted, of=of).to_csv() for of in ("statements", "quotes", "events", "incidents")]
    for output in (*kept, *tables):
        assert "kamarin" not in output.lower()
        assert "zoé" not in output.lower()
