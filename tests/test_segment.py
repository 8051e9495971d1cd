"""Lines, paragraphs and sentences: examples of what a page holds, and laws over any text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from malirights.segment import ends_sentence, last_mark, lines, paragraphs, sentence_breaks, touching

ABBREVIATIONS = frozenset({"dr", "mrs", "no", "art", "mme"})
BREAKS = ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"]
TEXTS = st.lists(
    st.sampled_from(
        [*BREAKS, " ", "\xa0", "\t", "Rain fell", "a", "Ada", "Dr", "Z", "5", ".", "!", "…", "”", "« ", " »", "• ", "-"]
    )
    | st.text(max_size=4)
    | st.just("a line that is long enough to have been wrapped")
).map("".join)


def _said(text: str) -> list[str]:
    """Give the words of the lines of a text."""
    return [text[start:end] for start, end in lines(text)]


def _paragraphs(text: str) -> list[str]:
    """Give the words of the paragraphs of a text."""
    return [text[start:end] for start, end in paragraphs(text, lines(text))]


def _sentences(text: str) -> list[str]:
    """Give the sentences of a text."""
    cuts = [0, *sentence_breaks(text, 0, len(text), ABBREVIATIONS), len(text)]
    return [text[start:end].strip() for start, end in pairwise(cuts)]


@pytest.mark.parametrize("end", BREAKS)
def test_every_mandatory_break_ends_a_line(end: str) -> None:
    assert _said(f"one{end}two{end}{end}three{end}") == ["one", "two", "three"]


def test_white_space_at_both_ends_is_left_out() -> None:
    assert lines(" \tone two \r\n\xa0 three\u3000\n \n") == [(2, 9), (14, 19)]


@pytest.mark.parametrize("text", ["", " ", "\r\n\r\n", "\xa0\t\n \f"])
def test_blank_text_has_no_lines(text: str) -> None:
    assert lines(text) == []
    assert paragraphs(text, []) == []


def test_a_wrapped_block_is_one_paragraph() -> None:
    wrapped = "The court of Velmora ruled on Tuesday that the\nthree people who had been held without a charge\nmust go free."
    assert _paragraphs(wrapped) == [wrapped]
    assert _paragraphs(wrapped.replace("\n", "\r\n")) == [wrapped.replace("\n", "\r\n")]
    assert _paragraphs(wrapped.replace("\n", "\n  ")) == [wrapped.replace("\n", "\n  ")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The court sat.\nNobody came.", 2),
        ("A short line\nthat goes on in lower case", 2),
        ("The court of Velmora ruled on Tuesday that the\n\nthree people must go free.", 2),
        ("The court of Velmora ruled on Tuesday that the\n• three people must go free", 2),
        ("The court of Velmora ruled on Tuesday that the\n1. three people must go free", 2),
        ("The court of Velmora ruled on Tuesday that\nAda Moru and two others must\ngo free.", 3),
        ("The court of Velmora ruled on Tuesday that\nAda Moru and two others, all of them held, must\ngo free.", 1),
    ],
)
def test_other_lines_are_paragraphs_of_their_own(text: str, count: int) -> None:
    assert len(_paragraphs(text)) == count


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The court sat. Nobody came.", ["The court sat.", "Nobody came."]),
        ("Why? Nobody knew! It rained… Ada left.", ["Why?", "Nobody knew!", "It rained…", "Ada left."]),
        ("The court sat.\nNobody came.", ["The court sat.", "Nobody came."]),
        ("The court sat.\xa0Nobody came.", ["The court sat.", "Nobody came."]),
        ("Dr. Moru left. Mrs. Winter stayed.", ["Dr. Moru left.", "Mrs. Winter stayed."]),
        ("DR. Moru left.", ["DR. Moru left."]),
        ("See No. 5. Then go.", ["See No. 5.", "Then go."]),
        ("A. B. Moru left. Paul Z. Winter stayed.", ["A. B. Moru left.", "Paul Z. Winter stayed."]),
        ("The U.N. Council met. It sat.", ["The U.N. Council met.", "It sat."]),
        ("It rained 5.5 days. It stopped.", ["It rained 5.5 days.", "It stopped."]),
        ("That was in 2013. Nobody came.", ["That was in 2013.", "Nobody came."]),
        ("It rained.Nobody came.", ["It rained.", "Nobody came."]),
        ("It rained.”Nobody came.", ["It rained.”", "Nobody came."]),
        ("Visit zanara.org today.", ["Visit zanara.org today."]),
        ("“It rained.” Nobody came.", ["“It rained.”", "Nobody came."]),
        ('"It rained." "Nobody came."', ['"It rained."', '"Nobody came."']),
        ("It rained (for days.) Nobody came.", ["It rained (for days.)", "Nobody came."]),
        ("It rained [sic.] Nobody came.", ["It rained [sic.]", "Nobody came."]),
        ("‘It rained.’ Nobody came.", ["‘It rained.’", "Nobody came."]),
        ("Il a plu. « Il pleut. » Ada part.", ["Il a plu.", "« Il pleut. »", "Ada part."]),
        ("Mme. Moru part. Élise reste.", ["Mme. Moru part.", "Élise reste."]),
        ("“Did it rain?” he asked.", ["“Did it rain?” he asked."]),
        ("It rained... and rained.", ["It rained... and rained."]),
        ("It rained... Nobody came.", ["It rained...", "Nobody came."]),
        ("It rained. 12 people came.", ["It rained.", "12 people came."]),
        ("Nobody came", ["Nobody came"]),
        ("", [""]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert _sentences(text) == sentences


def test_only_the_stretch_between_the_offsets_is_looked_at() -> None:
    text = "One. Two. Three. Four."
    assert sentence_breaks(text, 5, 16, ABBREVIATIONS) == [10]


@pytest.mark.parametrize(
    ("text", "mark"),
    [("(The court ruled.)”", "."), ("Why? » ", "?"), ("Court rules", "s"), ("”)", ""), ("", ""), ("Stop!’", "!")],
)
def test_the_last_mark_stands_before_what_closes(text: str, mark: str) -> None:
    assert last_mark(text, 0, len(text)) == mark


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It rained.", True),
        ("It rained.”", True),
        ("Il a plu… »", True),
        ("Court rules", False),
        ("Ada said:", False),
        ("", False),
    ],
)
def test_tells_what_ends_as_a_sentence(text: str, *, ends: bool) -> None:
    assert ends_sentence(text, 0, len(text)) is ends


@pytest.mark.parametrize(
    ("between", "touches"),
    [
        ("\n", True),
        ("\r\n", True),
        (" \n\t", True),
        ("\xa0\r\n ", True),
        ("\n\n", False),
        ("\r\n\r\n", False),
        ("\n \n", False),
    ],
)
def test_tells_lines_that_touch(between: str, *, touches: bool) -> None:
    assert touching(f"one{between}two", 3, 3 + len(between)) is touches


@given(TEXTS)
@example("\x1c\n\x1d a \x1e")
def test_lines_are_what_stands_between_the_breaks(text: str) -> None:
    cut = re.split("\r\n|[\n\r\v\f\x85\u2028\u2029]", text)
    assert _said(text) == [line.strip() for line in cut if line.strip()]


@given(TEXTS)
def test_lines_cover_every_character_that_is_no_space_once(text: str) -> None:
    covered = [at for start, end in lines(text) for at in range(start, end)]
    assert covered == sorted(set(covered))
    assert set(covered) >= {at for at, sign in enumerate(text) if not sign.isspace()}


@given(TEXTS)
def test_paragraphs_hold_every_line_once_and_in_order(text: str) -> None:
    own = lines(text)
    found = paragraphs(text, own)
    held = [[line for line in own if start <= line[0] and line[1] <= end] for start, end in found]
    assert [line for group in held for line in group] == own
    assert [(group[0][0], group[-1][1]) for group in held] == found


@given(TEXTS)
def test_a_blank_line_parts_paragraphs(text: str) -> None:
    assert not any(re.search(r"\n[ \t\r]*\n", paragraph) for paragraph in _paragraphs(text))


@given(TEXTS, st.integers(0, 9), st.integers(0, 9))
def test_sentences_begin_inside_and_in_order(text: str, before: int, after: int) -> None:
    start, end = min(before, len(text)), max(0, len(text) - after)
    breaks = sentence_breaks(text, start, end, ABBREVIATIONS)
    assert breaks == sorted(set(breaks))
    assert all(start < cut <= end and not text[cut : cut + 1].isspace() for cut in breaks)


@given(TEXTS)
def test_a_sentence_that_another_follows_ends_as_one(text: str) -> None:
    cuts = sentence_breaks(text, 0, len(text), ABBREVIATIONS)
    for start, end in zip([0, *cuts], cuts, strict=False):
        assert ends_sentence(text, start, len(text[:end].rstrip()))


@given(TEXTS)
def test_more_abbreviations_give_no_more_sentences(text: str) -> None:
    assert set(sentence_breaks(text, 0, len(text), ABBREVIATIONS)) <= set(sentence_breaks(text, 0, len(text), ()))
