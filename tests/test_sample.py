"""The embedded sample page: what the library gives on it, and that it shows every quirk of a real listing."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest

import malirights as mr

TEXT = mr.sample()
PAGE = mr.parse(TEXT)

LANTERN = "Lantern Rights International"

FRENCH = 7  # the number of the French entry
LETTER = 6  # the number of the open letter
ADVISORY = 3  # the number of the media advisory

DATES = [
    "2018-12-04",
    "2018-10-17",
    "2018-10-17",
    "2018-09-28",
    "2018-03-06",
    "2017-11-27",
    "2017-03-14",
    "2016-06-11",
    "2015-09-12",
    "2015-06-25",
    "2014-11-29",
    "2014-05-19",
    "2014-02-03",
    "2013-10-08",
    "2013-06-05",
    "2012-05-18",
]

HEADLINES = {
    1: (
        "General sentenced to 24 years for the Ostrel abductions",
        "Public register of the missing ordered",
        "Nineteen families named in the verdict",
    ),
    3: ("Verdict expected in the trial of General Borin Askel",),
    4: ("Lantern Rights International opens its register of the missing",),
    6: ("Open letter on the burial of the nineteen",),
    8: (
        "Laboratory completes its work on the grave at Karvane",
        "All nineteen ferry workers identified",
        "Families told before the press",
    ),
}

RELEASED = {
    7: "2016-06-11T16:20:00+00:00",
    9: "2015-06-26T00:01:00+01:00",
    10: "2014-11-30T11:00:00+00:00",
    11: "2014-05-20T00:01:00+00:00",
}

# Parts that are neither date line, nor headline, nor body, by the number of their entry.
OTHER_PARTS = [
    (2, "action", "Sign our letter to the Minister of Justice"),
    (3, "label", "MEDIA ADVISORY"),
    (3, "field", "When: Wednesday 17 October 2018, 10 a.m."),
    (3, "field", "Where: High Court, 3 Lighthouse Square, Velmora"),
    (
        3,
        "field",
        "Spokespeople: Marit Olwen-Dale, Deputy Director for the Lakes; Ilésio Tavarne, Zanara researcher",
    ),
    (
        3,
        "contact",
        "For further details and interviews please contact Runa Selvane, Press Office",
    ),
    (3, "contact", "+000 5550 0199, press@lantern-rights.example"),
    (4, "index", "Index number: ZNR 37/004/2018"),
    (5, "caption", "Relatives wait outside the High Court in Velmora.© I. SABREL/Lantern Pictures"),
    (5, "dateline", "(Velmora) –"),
    (9, "release", "Posted at 0001 BST 26 June 2015"),
    (10, "release", "Released 11:00 am GMT 30 November 2014"),
    (10, "dateline", "Velmora, Zanara –"),
    (11, "release", "Embargoed until 00:01 GMT on Tuesday 20 May 2014"),
    (12, "release", "Posted at 0900hrs 4 February 2014"),
    (14, "byline", "By Ilésio Tavarne, Zanara researcher at Lantern Rights International"),
]


# The speech that is cut off, and the line without a zone.
WARNINGS = [
    ("release-without-zone", "Posted at 0900hrs 4 February 2014"),
    ("unclosed-quote", "Every hour of silence makes it harder to"),
]

# A pattern, read with MULTILINE, for each quirk of a real listing that the sample must show.
QUIRKS = {
    "menu and search lines": r"^Search this site\nMain menu\n",
    "share line": r"^Facebook Share\n",
    "country heading": r"^Zanara\n\n +December",
    "subscription line": r"^Subscribe to Zanara$",
    "footer": r"^© 2018 .* All rights reserved\.$",
    "zero-padded day": r"^ *December 04, 2018$",
    "day without a zero": r"^June\s5, 2013$",
    "indented date line": r"^ {4}December 04, 2018$",
    "date glued to the first words": r"^October 08, 2013A grave",
    "two entries with one date": r"^October 17, 2018\n(?s:.*)^October 17, 2018\n",
    "day before month": r"^3 February 2014$",
    "abbreviated month": r"^12 Sept 2015$",
    "weekday before the date": r"^Friday, September 28, 2018$",
    "French date with a time": r"^11 juin 2016, 16:20 UTC$",
    "letter with its own date and address": r"^12 Harbour Street, Velmora\nMarch 13, 2017\n\nDear ",
    "date in running text at the start of a line": r"^14 May 2012 is a date that ",
    "blank line under a date": r"^June 25, 2015\n\n",
    "no blank line under a date": r"^3 February 2014\n\S",
    "no-break space": r"\u00a0",
    "bullets on lines of their own": r"^12 Sept 2015\n• .*\n• .*\n• ",
    "bullets run together on one line": r"abductions Public register of the missing ordered Nineteen families",
    "title line": r"^Lantern Rights International opens its register of the missing$",
    "caption with a glued credit": r"Velmora\.© I\. SABREL/Lantern Pictures$",
    "dateline in brackets": r"^\(Velmora\) – ",
    "dateline with a country": r"^Velmora, Zanara – ",
    "byline": r"^By Ilésio Tavarne, Zanara researcher",
    "field of time": r"^When: ",
    "field of place": r"^Where: ",
    "field of spokespeople": r"^Spokespeople: ",
    "contact block": r"^For further details .* contact ",
    "index number": r"^Index number: ",
    "call to action": r"^Sign our letter",
    "release with a time before the zone": r"^Posted at 0001 BST 26 June 2015$",
    "release with a half of the day": r"^Released 11:00 am GMT 30 November 2014$",
    "embargo": r"^Embargoed until 00:01 GMT ",
    "release without a zone": r"^Posted at 0900hrs 4 February 2014$",
    "curly marks": r"“[^”\"]*”",
    "straight marks": r'said: "An order is',
    "doubled apostrophes": r"''My name is Alda Brevik",
    "guillemets with spaces": r"«\u00a0Nous .*\u00a0»",
    "guillemets without spaces": r"«Le silence.*ministère»",
    "mixed pair": r"“We were counted twice[^”]*\"",
    "nested quote": r"“They told us, ‘Go home",
    "speech over three paragraphs": r"^“For six[^”\n]*\n+“They[^”\n]*\n+“Two[^”\n]*”$",
    "speech over two paragraphs": r"“We have been[^”\n]*\n+“I told[^”\n]*”$",
    "quote cut off at the end": r"“Every hour [^”\n]* harder to\n\nSubscribe",
    "law in marks": r"''National Quiet Act''",
    "report title in marks": r"The report, “The Empty Landing",
    "nickname in marks": r"known as “the Harbourmaster”",
    "scare quote": r"so-called “night inquiry”",
    "attribution before": r"Judge Pell Havrin said: \"",
    "attribution after": r",” said Ilésio Tavarne, Zanara researcher",
    "attribution in the middle": r",” said Ysolde Kamarin, [^“]*, “so that",
    "lead-in with a colon": r"lawyer, Mara de Quil, said:\n\n“",
    "name, title, said": r"^Odile van Ressen, director of Zanara Rights Watch, said: “",
    "added": r",” added Tavarne\.",
    "says as it": r",” says Senna Quarrow, [^“]*, as it publishes",
    "according to, after": r"”, according to a statement",
    "according to, before": r"According to Ilesio Tavarne, “",
    "carried on": r"Lantern Rights International\. “The state can",
    "without accents": r"Ilesio Tavarne",
    "with accents": r"Ilésio Tavarne",
    "without its hyphen": r"Olwen Dale said",
    "surname with a title": r",” Dr\. Orlin said",
    "name with a particle": r"Odile van Ressen",
    "particle in capitals": r"^Van Ressen added",
    "anonymous witness": r"said a deckhand, who asked not to be named",
}


# --- what the page is ---------------------------------------------------------------------------------------


def test_first_line_says_that_the_page_is_invented() -> None:
    assert TEXT.startswith("Invented sample page")


@pytest.mark.parametrize("quirk", QUIRKS)
def test_page_shows(quirk: str) -> None:
    assert re.search(QUIRKS[quirk], TEXT, re.MULTILINE), f"the sample shows no {quirk}"


def test_page_keeps_the_text_unaltered() -> None:
    assert PAGE.text == TEXT


def test_entries_stand_newest_first() -> None:
    assert all(later.date >= earlier.date for later, earlier in pairwise(PAGE.statements))


# --- statements ---------------------------------------------------------------------------------------------


def test_dates() -> None:
    assert [statement.date.isoformat() for statement in PAGE.statements] == DATES


def test_statements_begin_at_their_date_lines() -> None:
    starts = [statement.text.split("\n")[0][:17] for statement in PAGE.statements]
    assert starts == [
        "December 04, 2018",
        "October 17, 2018",
        "October 17, 2018",
        "Friday, September",
        "March 06, 2018",
        "November 27, 2017",
        "March 14, 2017",
        "11 juin 2016, 16:",
        "12 Sept 2015",
        "June 25, 2015",
        "November 29, 2014",
        "May 19, 2014",
        "3 February 2014",
        "October 08, 2013A",
        "June\u00a05, 2013",
        "May 18, 2012",
    ]


def test_two_entries_with_one_date_have_their_own_ids() -> None:
    assert len({statement.id for statement in PAGE.statements}) == len(DATES)


@pytest.mark.parametrize("entry", range(len(DATES)))
def test_headline(entry: int) -> None:
    assert PAGE.statements[entry].headline == HEADLINES.get(entry, ())


@pytest.mark.parametrize("entry", range(len(DATES)))
def test_released(entry: int) -> None:
    released = PAGE.statements[entry].released
    expected = RELEASED.get(entry)
    assert released == (dt.datetime.fromisoformat(expected) if expected else None)


def test_released_keeps_the_zone_of_the_line() -> None:
    released = PAGE.statements[9].released
    assert released is not None
    assert released.utcoffset() == dt.timedelta(hours=1)


def test_contact_block_stands_in_the_advisory_only() -> None:
    contacts = [statement.contact for statement in PAGE.statements]
    assert contacts.pop(ADVISORY) == (
        "For further details and interviews please contact Runa Selvane, Press Office\n"
        "+000 5550 0199, press@lantern-rights.example"
    )
    assert set(contacts) == {None}


def test_byline() -> None:
    assert PAGE.statements[14].byline == "By Ilésio Tavarne, Zanara researcher at Lantern Rights International"


def test_parts_beside_headline_and_body() -> None:
    parts = [
        (number, part.kind, part.span.of(statement.text))
        for number, statement in enumerate(PAGE.statements)
        for part in statement.parts
        if part.kind not in ("date", "headline", "body") and number != LETTER
    ]
    assert parts == OTHER_PARTS


def test_letter_has_its_own_date_inside_the_entry() -> None:
    letter = PAGE.statements[LETTER]
    assert letter.date == dt.date(2017, 3, 14)
    assert "March 13, 2017" in letter.text
    assert letter.text.endswith("Yours sincerely,\nSenna Quarrow")


def test_languages() -> None:
    languages = [statement.language for statement in PAGE.statements]
    assert languages.pop(FRENCH) == "fr"
    assert set(languages) == {"en"}


def test_publisher_is_the_organisation_that_most_speak_for() -> None:
    assert PAGE.publisher == LANTERN


# --- furniture ----------------------------------------------------------------------------------------------


def test_topic() -> None:
    assert PAGE.topic == "Zanara"


def test_furniture() -> None:
    assert [span.of(TEXT) for span in PAGE.furniture] == [
        TEXT.split("\n")[0],
        "Search this site",
        "Main menu",
        "Facebook Share",
        "Zanara",
        "Subscribe to Zanara",
        "Back to top",
        "Privacy policy",
        "© 2018 Lantern Rights International. All rights reserved.",
    ]


def test_statements_and_furniture_hold_every_line_once() -> None:
    spans = sorted([*PAGE.furniture, *(statement.span for statement in PAGE.statements)], key=lambda span: span.start)
    held = [line.strip() for span in spans for line in span.of(TEXT).split("\n") if line.strip()]
    assert held == [line.strip() for line in TEXT.split("\n") if line.strip()]


# --- warnings -----------------------------------------------------------------------------------------------


def test_warnings() -> None:
    warnings = [(warning.code, warning.span.of(TEXT) if warning.span else "") for warning in PAGE.warnings]
    assert [code for code, _ in warnings] == [code for code, _ in WARNINGS]
    for (_, words), (_, start) in zip(warnings, WARNINGS, strict=True):
        assert words.startswith(start)


def test_quote_that_is_cut_off_costs_nothing_after_it() -> None:
    last = PAGE.statements[-1]
    assert not last.quotes[-1].closed
    assert last.text.endswith("makes it harder to")
    assert PAGE.topic == "Zanara"
