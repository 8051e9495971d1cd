"""Laws that hold for every text: arbitrary ones, and ones woven from the pieces of pages."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import malirights as mr

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=200)

DATES = (
    "May 4, 2016", "December 11, 2018", "December 03, 2018", "11 December 2018", "Tue 11 Dec 2018", "11 décembre 2018",
    "2019-06-11", "26/07/2019", "11 juin 2019, 16:20 UTC", "February 30, 2016", "May 4, 2016Court frees two", "Se", "May 4",
    "May 4, 2016 – The court sat again.", "1er juin 2019", "Dec. 11, 2018",
)  # fmt: skip
FURNITURE = (
    "Main menu", "Facebook Share", "Subscribe to Zanara", "Zanara", "Page 1 of 7", "1 2 3 4 next › last »", "© 2018 Zanara",
    "12 Harbour Street", "All rights reserved", "S'abonner à Zanara", "Search", "News",
)  # fmt: skip
PARTS = (
    "PRESS RELEASE", "Posted at 0001 BST 21 August 2014", "Released 11:00 am", "Embargoed until 00:01 CST on 3 May 2014",
    "• Two people held • New report out", "Court frees three people New report calls for answers",
    "By Ada Moru, lawyer at Zanara Rights Watch", "Par Ada Moru,", "A street in Velmora.© A. MORU/Getty Images",
    "(Velmora) – The court freed Ada Moru.", "Velmora, Zanara", "When: Tuesday, 10 a.m.", "Spokespeople: Ada Moru",
    "Contact: Ada Moru, +00 555 0100 22", "a.moru@zanara.example", "Index number: ZNR 37/001/2014", "TAKE ACTION",
    "Dear Prime Minister,", "The court sat for three days.", "La cour a siégé trois jours.", "-", "•", "1.", "...",
)  # fmt: skip
SPEECH = (
    "It rained for nine days", "We want answers.", "Nobody told us,", "must go", "Il a plu neuf jours", "", " ", "Rain tax",
    "No!", "a gift (that) nobody wanted", "The families wait. They will not go.",
)  # fmt: skip
CUES = (
    " said Ada Moru.", ", said Paul de Winter, director of Zanara Rights Watch (ZRW).", " she added.", " Ada Moru said, ",
    "Ada Moru, a lawyer, told reporters: ", " according to ZRW.", ", a déclaré Ada Moru.", ", a-t-elle ajouté.",
    "Selon l’avocate, ", "Moru: ",
    " – Ada Moru, lawyer", ". He said ", " and called it ", "the “Rain” Act", " said", ":", " (", ")", "Mr. ", "l’",
    ", said the spokesperson for the Ministry of Rain, Dr. A. B. Moru-Winter, who left.",
)  # fmt: skip
MARKS = ("“", "”", '"', "''", "'", "‘", "’", "«", "»", "« ", " »", "„", "«\xa0")
BREAKS = ("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "", "\xa0", "\n \t\n", "\x0b", "\x0c", "\u2028", "\x85")

SPOKEN = st.lists(st.one_of(*(st.sampled_from(words) for words in (MARKS, SPEECH, CUES))), min_size=1, max_size=9).map("".join)
PIECE = st.one_of(
    st.sampled_from(DATES), st.sampled_from(DATES), st.sampled_from(FURNITURE), st.sampled_from(PARTS), SPOKEN, SPOKEN,
    st.text(st.characters(exclude_categories=()), max_size=12),
)  # fmt: skip


def _weave(pieces: Iterable[tuple[str, str]]) -> str:
    return "".join(piece + gap for piece, gap in pieces)


WOVEN = st.lists(st.tuples(PIECE, st.sampled_from(BREAKS)), max_size=16).map(_weave)
PAGES = st.tuples(st.sampled_from(DATES[:10]), WOVEN).map("\n".join)
TEXTS = st.one_of(ANYTHING, WOVEN, PAGES, PAGES)

HOSTILE = {
    "curly marks": "“" * 3000,
    "spaced curly marks": "“ " * 3000,
    "straight marks": '"a" ' * 2000,
    "odd straight marks": '"a ' * 2001,
    "doubled apostrophes": "''a " * 2001,
    "alternating marks": "“a «b " * 1500,
    "guillemets": "« a » " * 1500,
    "closers only": "a” " * 2000,
    "single marks": "‘a’ 'b' " * 1500,
    "brackets": "(" * 3000 + ")" * 3000,
    "bracketed acronyms": "“Yes,” said Zanara (ZRW) " * 500,
    "dates": "May 4, 2016 " * 1500,
    "date lines": "May 4, 2016\n" * 1500,
    "impossible dates": "February 30, 2016\n" * 1500,
    "dates with a word": "May 4, 2016\na\n" * 800,
    "one long word": "a" * 20000,
    "one long name": "Ada Moru " * 2000,
    "commas": "“Yes,” said Ada Moru" + ", a lawyer" * 2000,
    "digits": "9" * 9000,
    "times": "Posted at " + "00:01 " * 1500,
    "zones": "Released " + "GMT " * 1500,
    "bullets": "• a " * 2000,
    "hyphens": "-" * 5000,
    "initials": "A." * 4000,
    "full stops": ". " * 4000,
    "spaces": " " * 9000,
    "line ends": "\r\n\r" * 3000,
    "bare carriage returns": "a\r" * 3000,
    "separators": "a\u2028b\u2029c\x85d\x1ce\x0bf\x0cg" * 200,
    "lone surrogates": "\ud800“\udfff”\udc00 said Ada \ud83d.",
    "NUL": "\x00“\x00 It rained\x00,” said\x00 Ada\x00 Moru.\x00",
    "right-to-left marks": "\u200f“\u202eIt rained for nine days,\u202c”\u200f said\u200e Ada Moru.",
    "zero width": "\ufeff“\u200bIt\u200d rained\u200b,”\u2060 said Ada\u200b Moru.",
    "combining marks": "“I\u0301t rai\u0308ned,” said A\u0300da Mo\u0304ru." + "\u0301" * 2000,
    "letters that grow in lower case": "“İt rained,” said İda Möru, İ İ İ. " * 50 + "İ" * 50 + " said “İ”",
    "digits of other scripts": "May ٤, 2016\n\n“٤ days,” said Ada Moru.\n\n٤ May 2016\n\nMay ², 2016\n²² May 2016",
    "letters without case": "«\u4e00\u4e8c», \u4e00 said \u4e8c. “\u05d0\u05d1” \u05d2",
}  # fmt: skip


def hostile_texts() -> list[str]:
    """Give each hostile text alone, under a date line, and on a date line."""
    return [
        shape.format(text)
        for text in HOSTILE.values()
        for shape in ("{}", "May 4, 2016\n\n{}\n\nMay 2, 2016\n\nThe court sat.", "Zanara\nMay 4, 2016 {}")
    ]


def parsed(text: str) -> mr.Page | None:
    """Parse a page; None where it has no dated entry. Every other error fails the test."""
    try:
        return mr.parse(text)
    except mr.NoStatementsError:
        return None


def assert_proven(text: str, quotes: Sequence[mr.Quote]) -> None:
    """Hold every span of some quotes to the words that it stands for."""
    for quote in quotes:
        assert quote.span.of(text) == quote.text
        assert quote.text == quote.text.strip()
        assert (quote.cue is None) == (quote.cue_span is None)
        if quote.cue_span:
            assert quote.cue_span.of(text) == quote.cue
        speaker = quote.speaker
        if quote.attribution:
            assert speaker
            assert quote.attribution.of(text) == speaker.mention
        if speaker:
            assert quote.rule
            assert speaker.name_span
            assert speaker.name_span.of(text) == speaker.name
            assert (speaker.role is None) == (speaker.role_span is None)
            assert speaker.role_span is None or speaker.role_span.of(text) == speaker.role
            assert speaker.organisation is None or speaker.organisation in (speaker.role or "")
    assert_in_order([quote.span for quote in quotes])


def assert_in_order(spans: Sequence[mr.Span]) -> None:
    """Hold spans to follow each other without overlap."""
    ends = [0, *(span.end for span in spans)]
    assert all(end <= span.start for end, span in zip(ends, spans, strict=False))


def assert_sound(statement: mr.Statement) -> None:
    """Hold the parts, paragraphs, quotes and warnings of a statement to its own text."""
    text = statement.text
    assert text == text.strip()
    assert_proven(text, statement.quotes)
    spans = [part.span for part in statement.parts]
    assert_in_order(spans)
    assert_in_order(statement.paragraphs)
    assert all(0 <= span.start < span.end <= len(text) for span in (*spans, *statement.paragraphs))
    between = "".join(
        text[end:start]
        for end, start in zip([0, *(span.end for span in spans)], [*(span.start for span in spans), len(text)], strict=True)
    )
    assert not any(sign.isalpha() for sign in between), "a word is in no part"
    bodies = [part.span for part in statement.parts if part.kind == "body"]
    for quote in statement.quotes:
        assert quote.statement_id == statement.id
        assert quote.date == statement.date
        assert any(body.overlaps(quote.span) for body in bodies)
    for warning in statement.warnings:
        assert warning.span is None or warning.span.end <= len(text)


def assert_whole(page: mr.Page) -> None:
    """Hold statements and furniture to cover every character that is no space, once and in order."""
    assert_in_order([statement.span for statement in page.statements])
    assert_in_order(page.furniture)
    pieces = sorted([*(statement.span for statement in page.statements), *page.furniture])
    assert_in_order(pieces)
    position = 0
    for piece in pieces:
        assert not page.text[position : piece.start].strip()
        position = piece.end
    assert not page.text[position:].strip()
    for statement in page.statements:
        assert statement.span.of(page.text) == statement.text
        assert_sound(statement)
    starts = [warning.span.start for warning in page.warnings if warning.span]
    assert starts == sorted(starts)
    assert all(warning.span is None or warning.span.end <= len(page.text) for warning in page.warnings)


@given(TEXTS)
def test_a_page_is_covered_and_proves_itself(text: str) -> None:
    page = parsed(text)
    if page:
        assert page.text == text
        assert page.statements
        assert_whole(page)


@given(TEXTS)
def test_found_quotes_prove_themselves(text: str) -> None:
    assert_proven(text, mr.find_quotes(text))


@given(TEXTS)
def test_a_lone_statement_proves_itself(text: str) -> None:
    try:
        statement = mr.parse_statement(text, date="2016-05-04")
    except mr.NoStatementsError:
        assert not text.strip()
    else:
        assert statement.text == text.strip() == statement.span.of(text)
        assert_sound(statement)


@given(PAGES)
def test_reading_twice_gives_equal_objects(text: str) -> None:
    assert parsed(text) == parsed(text)
    assert mr.find_quotes(text) == mr.find_quotes(text)


@given(PAGES)
def test_pages_survive_pickling_and_plain_data(text: str) -> None:
    page = parsed(text)
    if page:
        assert pickle.loads(pickle.dumps(page)) == page  # noqa: S301 - pickled one line before
        assert mr.from_dict(mr.to_dict(page)) == page
        assert mr.from_dict(json.loads(json.dumps(mr.to_dict(page)))) == page
        assert hash(page) == hash(parsed(text))


@given(TEXTS)
def test_strict_reading_raises_just_the_warnings(text: str) -> None:
    page = parsed(text)
    if page is None:
        return
    if not page.warnings:
        assert mr.parse(text, strict=True) == page
        return
    with pytest.raises(mr.StrictError) as caught:
        mr.parse(text, strict=True)
    assert caught.value.warnings == page.warnings


LINES = st.lists(
    st.one_of(st.sampled_from((*DATES, *FURNITURE, *PARTS, "")), SPOKEN.map(lambda words: " ".join(words.split()))), max_size=14
).map(lambda lines: [DATES[0], *lines, "The court sat for three days."])  # fmt: skip


@given(LINES, st.sampled_from(["\r\n", "\r"]), st.sampled_from(["", " ", "\t", "\xa0 "]))
@example([*DATES[:2], "“No", "“Yes,” she said."], "\r\n", " ")
def test_ids_survive_other_line_ends_and_spaces_around_lines(lines: list[str], ends: str, padding: str) -> None:
    plain = parsed("\n".join(lines))
    other = parsed(ends.join(padding + line + padding for line in lines))
    assert (plain is None) == (other is None)
    if not plain or not other:
        return
    assert [one.id for one in plain.statements] == [one.id for one in other.statements]
    assert len(plain.furniture) == len(other.furniture)


@given(st.lists(SPOKEN, min_size=1, max_size=6), st.sampled_from(["  ", "\n", "\n\n", "\t", "\xa0", "\u2003 ", "\r\n"]))
def test_the_id_of_a_lone_statement_survives_any_spacing(words: list[str], gap: str) -> None:
    text = f"The court sat. {' '.join(words)}"
    one = mr.parse_statement(text, date="2016-05-04")
    assert mr.parse_statement(gap.join(text.split(" ")), date="2016-05-04").id == one.id


@pytest.mark.parametrize("text", hostile_texts(), ids=lambda text: ascii(text[:24]))
def test_hostile_text_is_read_like_any_other(text: str) -> None:
    page = parsed(text)
    if page:
        assert_whole(page)
        assert mr.from_dict(mr.to_dict(page)) == page
        assert pickle.loads(pickle.dumps(page)) == page  # noqa: S301 - pickled one line before
    assert_proven(text, mr.find_quotes(text))
    if text.strip():
        assert_sound(mr.parse_statement(text, date="2016-05-04"))
