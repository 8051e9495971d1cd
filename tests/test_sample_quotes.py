"""The quotes of the embedded sample page: every one that it holds, and nothing else in marks."""

from __future__ import annotations

from typing import NamedTuple

import pytest

import malirights as mr

PAGE = mr.parse(mr.sample())


LANTERN = "Lantern Rights International"
TAVARNE = "Ilésio Tavarne"
KAMARIN = "Ysolde Kamarin"
QUARROW = "Senna Quarrow"
OLWEN_DALE = "Marit Olwen-Dale"
DE_QUIL = "Mara de Quil"


class Row(NamedTuple):
    """A quote as the table of this page shows it; `words` are its first three and its last two."""

    entry: int
    words: str
    speaker: str
    role: str | None
    cue: str | None


QUOTES = [
    Row(0, "turning a page … have read", "Ministry of Justice", None, "according to"),
    Row(
        0,
        "Families who waited … to forget,",
        OLWEN_DALE,
        "Lantern Rights International’s Deputy Director for the Lakes",
        "said",
    ),
    Row(0, "It can only … stop listening,", OLWEN_DALE, None, "said"),
    Row(
        1,
        "Nineteen names were … this morning,",
        TAVARNE,
        "Zanara researcher at Lantern Rights International",
        "said",
    ),
    Row(1, "The state can … know them.", TAVARNE, "Zanara researcher at Lantern Rights International", None),
    Row(1, "We still have … that night,", TAVARNE, None, "added"),
    Row(1, "An order is … could see.", "Pell Havrin", None, "said"),
    Row(2, "For six years … was answered.", DE_QUIL, "families’ lawyer", "said"),
    Row(2, "They asked for … a judge.", DE_QUIL, "families’ lawyer", None),
    Row(2, "Two of them … the days.", DE_QUIL, "families’ lawyer", None),
    Row(4, "A state that … hiding something,", QUARROW, "head of Lantern Rights International", "says"),
    Row(4, "a tale told … by strangers", "government", None, "called"),
    Row(5, "I came with … his photograph,", KAMARIN, "mother of the ferry pilot Tomas Kamarin", "said"),
    Row(5, "so that somebody … at him.", KAMARIN, "mother of the ferry pilot Tomas Kamarin", "said"),
    Row(5, "They told us, … the gate,", KAMARIN, "mother of the ferry pilot Tomas Kamarin", "said"),
    Row(
        7,
        "Nous ne demandons … chaque tombe",
        "Ilesio Tavarne",
        "chercheur sur le Zanara à Lantern Rights International",
        "déclaré",
    ),
    Row(
        7,
        "Le silence de … du ministère",
        "Ilesio Tavarne",
        "chercheur sur le Zanara à Lantern Rights International",
        "ajouté",
    ),
    Row(8, "Each family heard … a newspaper,", "Neva Orlin", None, "said"),
    Row(9, "Every month without … grow afraid,", TAVARNE, "Lantern Rights International’s Zanara researcher", "said"),
    Row(9, "the file has … opened once", TAVARNE, None, "According to"),
    Row(10, "We were counted … of us,", "deckhand", None, "said"),
    Row(11, "This arrest came … to all.", "Odile van Ressen", "director of Zanara Rights Watch", "said"),
    Row(11, "Nobody rowed those … boats alone.", "Odile van Ressen", None, "added"),
    Row(12, "We brought flowers … our permits,", KAMARIN, None, "said"),
    Row(12, "We have been … from us.", KAMARIN, None, None),
    Row(12, "I told the … flowers through.", KAMARIN, None, None),
    Row(13, "If these are … sent away,", QUARROW, "Secretary General of Lantern Rights International", "said"),
    Row(13, "older than this … the war", "Idrin Vanter", "army’s spokesperson", "told"),
    Row(14, "I heard the … the river,", "fisherman", None, "told"),
    Row(14, "Nobody stops there.", "fisherman", None, None),
    Row(14, "My name is … a question,", "sister", None, "said"),
    Row(15, "The authorities must … their families,", QUARROW, None, "said"),
    Row(15, "Every hour of … harder to", QUARROW, None, None),
]

# What stands in marks and quotes nobody: laws, titles, nicknames, so-called things, words inside another quote.
NO_QUOTES = [
    "''National Quiet Act''",
    "“The Empty Landing: six years of waiting in Ostrel”",
    "“the Harbourmaster”",
    "“night inquiry”",
    "‘green sleeves’",
    "‘Go home, nobody of that name is here,’",
]


def brief(words: str) -> str:
    """Show the first three and the last two words, or all where they are few."""
    split = words.split()
    return words if len(split) < 5 else " ".join([*split[:3], "…", *split[-2:]])


def found(entry: int) -> list[Row]:
    """Give the quotes of an entry as rows."""
    return [
        Row(
            entry,
            brief(quote.text),
            quote.speaker.name if quote.speaker else "",
            quote.speaker.role if quote.speaker else None,
            quote.cue,
        )
        for quote in PAGE.statements[entry].quotes
    ]


def quote_of(words: str) -> mr.Quote:
    """Give the quote that the table shows so."""
    return next(quote for quote in mr.quotes(PAGE) if brief(quote.text) == words)


@pytest.mark.parametrize("row", QUOTES, ids=lambda row: f"{row.entry}-{row.words}")
def test_quote(row: Row) -> None:
    assert row in found(row.entry)


def test_no_other_quotes() -> None:
    words = [row.words for entry in range(len(PAGE.statements)) for row in found(entry)]
    assert words == [row.words for row in QUOTES]


def test_quotes_prove_themselves() -> None:
    for statement in PAGE.statements:
        for quote in statement.quotes:
            speaker = quote.speaker
            assert speaker is not None
            assert quote.span.of(statement.text) == quote.text
            assert quote.attribution is None or quote.attribution.of(statement.text) == speaker.mention
            assert quote.cue_span is None or quote.cue_span.of(statement.text) == quote.cue
            assert speaker.name_span is None or speaker.name_span.of(statement.text) == speaker.name
            assert speaker.role_span is None or speaker.role_span.of(statement.text) == speaker.role
            assert (quote.statement_id, quote.date) == (statement.id, statement.date)


@pytest.mark.parametrize("marked", NO_QUOTES)
def test_no_quote(marked: str) -> None:
    assert PAGE.text.count(marked) == 1
    inner = marked.strip("'“”‘’,")
    assert not any(quote.text.strip(",") == inner for quote in mr.quotes(PAGE))


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("Families who waited … to forget,", LANTERN),
        ("Nineteen names were … this morning,", LANTERN),
        ("A state that … hiding something,", LANTERN),
        ("Nous ne demandons … chaque tombe", LANTERN),
        ("This arrest came … to all.", "Zanara Rights Watch"),
        ("For six years … was answered.", None),
    ],
)
def test_organisation_is_taken_out_of_the_role(words: str, organisation: str | None) -> None:
    speaker = quote_of(words).speaker
    assert speaker is not None
    assert speaker.organisation == organisation


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        ("It can only … stop listening,", "Olwen Dale"),
        ("We still have … that night,", "Tavarne"),
        ("They told us, … the gate,", "she"),
        ("Le silence de … du ministère", "il"),
        ("Each family heard … a newspaper,", "Orlin"),
        ("the file has … opened once", "Ilesio Tavarne"),
        ("Nobody rowed those … boats alone.", "Van Ressen"),
    ],
)
def test_mention_stays_as_it_is_written(words: str, mention: str) -> None:
    speaker = quote_of(words).speaker
    assert speaker is not None
    assert speaker.mention == mention


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("turning a page … have read", "office"),
        ("An order is … could see.", "person"),
        ("We were counted … of us,", "unnamed"),
        ("I heard the … the river,", "unnamed"),
    ],
)
def test_kind_of_speaker(words: str, kind: str) -> None:
    speaker = quote_of(words).speaker
    assert speaker is not None
    assert speaker.kind == kind


def test_carried_on_quotes_have_no_attribution_of_their_own() -> None:
    carried = [row.words for row in QUOTES if row.cue is None]
    assert [quote_of(words).attribution for words in carried] == [None] * len(carried)


def test_partial_quotes_are_those_woven_into_a_sentence() -> None:
    partial = {brief(quote.text) for quote in mr.quotes(PAGE) if quote.partial}
    assert partial == {"a tale told … by strangers", "older than this … the war"}


def test_one_person_is_found_by_any_spelling() -> None:
    by_spelling = [mr.quotes(PAGE, speaker=name) for name in ("Ilésio Tavarne", "Ilesio Tavarne", "tavarne", "TAVARNE")]
    assert len(by_spelling[0]) == 7
    assert by_spelling == [by_spelling[0]] * 4
