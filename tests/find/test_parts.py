"""What each stretch of an entry is."""

from __future__ import annotations

import datetime as dt

import pytest

from malirights.find.parts import Parts, find_parts
from malirights.lexicon import Lexicon
from malirights.model import Span
from malirights.segment import lines

BODY = "The court freed Ada Moru on Monday, after nine days of rain over the villages of Velmora."
TITLE = "Court frees three"


def _read(text: str) -> Parts:
    return find_parts(text, lines(text), Lexicon.default())


def _shown(text: str) -> list[tuple[str, str]]:
    return [(part.kind, part.span.of(text)) for part in _read(text).parts]


BEFORE_THE_BODY = [
    ("label", "PRESS RELEASE"),
    ("label", "For immediate release"),
    ("label", "Media advisory"),
    ("label", "Public statement"),
    ("label", "Open letter"),
    ("label", "Communiqué de presse"),
    ("label", "Pour diffusion immédiate"),
    ("release", "Posted at 0001 BST 21 August 2014"),
    ("release", "Released 11:00 am GMT 29 November 2013"),
    ("release", "Posted at 0001hrs GMT  7 June 2013"),
    ("release", "Embargoed until 00:01 GMT on Friday 9 October 2015"),
    ("release", "Publié le 11 juin 2019 à 16h20 TU"),
    ("release", "11 juin 2019, 16:20 UTC"),
    ("byline", "By Ada Moru, lawyer at Zanara Rights Watch"),
    ("byline", "By Paul de Winter"),
    ("byline", "BY ADA MORU"),
    ("byline", "By Dr. Ada Moru | Velmora"),
    ("byline", "Par Ada Moru, avocate"),
    ("byline", "Ada Moru, head of Zanara Rights Watch, blogs from Velmora, Zanara."),
    ("caption", "A street in Velmora.© A. MORU/Getty Images"),
    ("caption", "A street in Velmora. © Ada Moru/Zanara Rights Watch"),
    ("caption", "Photo: a street in Velmora"),
    ("caption", "Crédit photo : A. Moru"),
    ("dateline", "Velmora, Zanara"),
    ("dateline", "Velmora, le 4 mai 2016"),
    ("field", "When: Tuesday, 10 a.m."),
    ("field", "Where: the court of Velmora"),
    ("field", "Spokespeople: Ada Moru, head of Zanara Rights Watch"),
    ("field", "Quand : mardi à 10 heures"),
    ("index", "Index number: ZNR 37/001/2014"),
    ("index", "AI Index: ZNR 37/001/2014"),
    ("action", ">>SIGN NOW"),
    ("action", "TAKE ACTION"),
    ("action", "Signez la pétition"),
]


@pytest.mark.parametrize(("kind", "line"), BEFORE_THE_BODY)
@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n", "\r"])
def test_a_line_between_headline_and_body(kind: str, line: str, end: str) -> None:
    shown = _shown(end.join([TITLE, line, BODY]))
    assert shown == [("headline", TITLE), (kind, line), ("body", BODY)]


AFTER_THE_BODY = [
    ("contact", "For more information or an interview please contact Ada Moru"),
    ("contact", "Media contact: Ada Moru, +00 555 0100 22"),
    ("contact", "To arrange an interview, call Ada Moru on +00 555 0100 22."),
    ("contact", "Contact: Ada Moru"),
    ("contact", "Pour plus d'informations, contactez Ada Moru au +00 555 0100 22"),
    ("contact", "Contact presse : Ada Moru"),
    ("index", "Index number: ZNR 37/001/2014"),
    ("action", "Sign our petition"),
    ("action", "Read the full report"),
    ("action", "Please share this story"),
    ("caption", "A street in Velmora. © Ada Moru/Zanara Rights Watch"),
    ("field", "Notes to editors: the rain began on 4 May."),
]


@pytest.mark.parametrize(("kind", "line"), AFTER_THE_BODY)
def test_a_line_under_the_body(kind: str, line: str) -> None:
    assert _shown(f"{BODY}\n\n{line}") == [("body", BODY), (kind, line)]


BODIES = [
    "By Monday, the court had ruled.",
    "By the river people sat for nine days.",
    "Par ailleurs, la cour a statué.",
    "Contact between the two had ended.",
    "For months they had no contact.",
    "Signs of change were seen in Velmora.",
    "Share prices fell as the rain went on.",
    "“Sign this petition,” said Ada Moru.",
    "Released prisoners sat in court for three days.",
    "When the court ruled, she wept.",
    "A photograph of him was shown.",
    "Index of all prisoners of Velmora, she wrote.",
]


@pytest.mark.parametrize("line", BODIES)
def test_sentences_that_open_like_another_part_are_body(line: str) -> None:
    assert _shown(f"{BODY}\n{line}") == [("body", BODY), ("body", line)]


DATELINES = [
    "(Velmora) –",
    "(Velmora)",
    "(Velmora, May 4, 2016) –",
    "(Velmora/New Moru) —",
    "VELMORA –",
    "VELMORA, Zanara –",
    "Velmora, Zanara –",
    "Velmora, May 4, 2016 –",
    "Velmora, le 4 mai 2016 –",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_before_the_first_sentence(dateline: str) -> None:
    assert _shown(f"{dateline} {BODY}") == [("dateline", dateline), ("body", BODY)]
    assert _shown(f"{TITLE}\n{dateline} {BODY}")[1:] == [("dateline", dateline), ("body", BODY)]


def test_a_dash_in_the_first_sentence_is_no_dateline() -> None:
    line = "Ada Moru was freed – after nine days of rain – by the court of Velmora."
    assert _shown(line) == [("body", line)]


BLOCKS = [
    ("byline", ["By Ada Moru,", "lawyer at Zanara Rights Watch, Velmora"]),
    ("byline", ["Par Ada Moru,", "avocate à la Ligue de Zanara, Velmora"]),
    ("field", ["Spokespeople:", "Ada Moru, head of Zanara Rights Watch"]),
    ("field", ["Spokespeople:", "Ada Moru, head of Zanara Rights Watch", "Paul de Winter, judge"]),
    ("contact", ["Contact:", "Ada Moru", "+00 555 0100 22", "a.moru@zanara.example", "12 Harbour Street"]),
    ("contact", ["For more information contact:", "Ada Moru (English): +00 555 0100 22", "Paul de Winter (French)"]),
]


@pytest.mark.parametrize(("kind", "block"), BLOCKS)
def test_blocks_of_lines_are_one_kind(kind: str, block: list[str]) -> None:
    assert _shown("\n".join([*block, "", BODY])) == [*((kind, line) for line in block), ("body", BODY)]


def test_the_body_goes_on_after_a_contact_block() -> None:
    shown = _shown(f"{BODY}\n\nContact: Ada Moru\n+00 555 0100 22\n\nThe rain went on for three days more.")
    assert [kind for kind, _ in shown] == ["body", "contact", "contact", "body"]


def test_a_letter_opens_its_body_with_the_salutation() -> None:
    shown = _shown(f"Open letter on the rain in Velmora\n\nDear Prime Minister,\n\n{BODY}")
    assert [kind for kind, _ in shown] == ["headline", "body", "body"]


def test_a_date_before_a_title_on_one_line_is_set_apart() -> None:
    shown = _shown(f"date 2022-04 Zanara – Court sits\n{BODY}")
    assert shown == [("release", "date 2022-04"), ("headline", "Zanara – Court sits"), ("body", BODY)]


def test_a_media_advisory() -> None:
    text = f"Media advisory\nTalk on the rain\nWhat: A talk\nWhen: Tuesday\nWhere: Velmora\nSpokespeople: Ada Moru\n{BODY}"
    assert [kind for kind, _ in _shown(text)] == ["label", "headline", *["field"] * 4, "body"]


RELEASES = [
    ("Posted at 0001 BST 21 August 2014", "2014-08-21T00:01+01:00", None, ""),
    ("21 August 2014, 00:01 GMT", "2014-08-21T00:01+00:00", None, ""),
    ("Posted at 0001 21 August 2014", None, "release-without-zone", "states no time zone"),
    ("Posted 21 August 2014", None, "release-without-time", "states no time of day"),
    ("Posted at 0001 BST", None, "release-without-date", "states no date"),
    ("Posted at 0001 CST 21 August 2014", None, "ambiguous-zone", "names a time zone that means several"),
]


@pytest.mark.parametrize(("line", "moment", "code", "lacks"), RELEASES)
def test_release_lines(line: str, moment: str | None, code: str | None, lacks: str) -> None:
    text = f"{TITLE}\n{line}\n{BODY}"
    found = _read(text)
    assert found.released == (dt.datetime.fromisoformat(moment) if moment else None)
    assert [warning.code for warning in found.warnings] == ([code] if code else [])
    for warning in found.warnings:
        assert warning.message == f"the release line {line!r} {lacks}; released is None"
        assert warning.span
        assert warning.span.of(text) == line


def test_the_first_exact_release_line_counts() -> None:
    found = _read(f"Posted at 0001\nReleased 11:00 GMT 3 May 2014\nReleased 12:00 GMT 4 May 2014\n{BODY}")
    assert found.released == dt.datetime(2014, 5, 3, 11, tzinfo=dt.UTC)
    assert len(found.warnings) == 1


def test_a_release_line_in_the_body_is_none() -> None:
    text = f"{BODY}\nReleased 11:00 am GMT 29 November 2013"
    assert _read(text).released is None


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "The court freed Ada Moru on Monday, after nine days of rain\nover the villages of Velmora.\n\nIt sat."
    found = _read(text)
    assert [span.of(text) for span in found.paragraphs] == [text[:89], "It sat."]
    assert [(part.kind, part.span) for part in found.parts] == [("body", Span(0, 89)), ("body", Span(91, 98))]
