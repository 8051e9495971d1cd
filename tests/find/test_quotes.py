"""Quotes with their attribution after them; `test_quotes_before.py` and others hold the other forms."""

from __future__ import annotations

import pytest

import malirights as mr

NAMED_AFTER = [
    # the verb first
    ("“It rained for nine days,” said Ada Moru.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” said Moru.", "Moru", None, "said"),
    ("“It rained for nine days,” says Ada Moru.", "Ada Moru", None, "says"),
    ("“It rained for nine days”, said Ada Moru.", "Ada Moru", None, "said"),
    ("“It rained for nine days” said Ada Moru.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” said Ada Moru", "Ada Moru", None, "said"),
    ("“It rained for nine days,” added Ada Moru.", "Ada Moru", None, "added"),
    ("“It rained for nine days,” said Ada Moru, a lawyer in Velmora.", "Ada Moru", "a lawyer in Velmora", "said"),
    (
        "“It rained for nine days,” said Ada Moru, head of Zanara Rights Watch.",
        "Ada Moru",
        "head of Zanara Rights Watch",
        "said",
    ),
    (
        "“It rained for nine days,” said Ada Moru, Director, Zanara Rights Watch.",
        "Ada Moru",
        "Director, Zanara Rights Watch",
        "said",
    ),
    (
        "“It rained for nine days,” said Ada Moru, Zanara Rights Watch’s director.",
        "Ada Moru",
        "Zanara Rights Watch’s director",
        "said",
    ),
    ("“It rained for nine days,” said Ada Moru, a lawyer, on Monday.", "Ada Moru", "a lawyer", "said"),
    ("“It rained for nine days,” said Ada Moru, a lawyer who left Zanara.", "Ada Moru", "a lawyer", "said"),
    ("“It rained for nine days,” said Ada Moru, 43, a farmer.", "Ada Moru", "a farmer", "said"),
    ("“It rained for nine days,” said Ada Moru of Zanara Rights Watch.", "Ada Moru", "of Zanara Rights Watch", "said"),
    ("“It rained for nine days,” said Ada Moru, who works in Velmora.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” said Ada Moru, speaking in Velmora.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” said Ada Moru, adding that she was wet.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” said Ada Moru as she left the court.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” says Ada Moru as it became known that the court had closed.", "Ada Moru", None, "says"),
    ("“It rained for nine days,” said Ada Moru, in a letter to the court.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” said in turn Ada Moru.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” said Ada Moru and Paul de Winter.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” said Ada Moru, a lawyer, and Paul de Winter, a judge.", "Ada Moru", "a lawyer", "said"),
    ("“It rained for nine days,” said Ada Moru, head of the office, and left.", "Ada Moru", "head of the office", "said"),
    # the subject first, with what tells of it before the verb
    ("“It rained for nine days,” Ada Moru, who works in Velmora, told Zanara Rights Watch.", "Ada Moru", None, "told"),
    # roles and titles before the name
    ("“It rained for nine days,” said lawyer Ada Moru.", "Ada Moru", "lawyer", "said"),
    ("“It rained for nine days,” said the lawyer Ada Moru.", "Ada Moru", "lawyer", "said"),
    ("“It rained for nine days,” said a lawyer, Ada Moru.", "Ada Moru", "lawyer", "said"),
    ("“It rained for nine days,” said the group’s director, Ada Moru.", "Ada Moru", "group’s director", "said"),
    ("“It rained for nine days,” said Zanara’s minister of rain, Ada Moru.", "Ada Moru", "Zanara’s minister of rain", "said"),
    (
        "“It rained for nine days,” said Zanara Rights Watch director Ada Moru.",
        "Ada Moru",
        "Zanara Rights Watch director",
        "said",
    ),
    ("“It rained for nine days,” said Paul de Winter’s lawyer, Ada Moru.", "Ada Moru", "Paul de Winter’s lawyer", "said"),
    ("“It rained for nine days,” said Dr. Ada Moru.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” said Ms Moru.", "Moru", None, "said"),
    ("“It rained for nine days,” said Mr. de Winter.", "de Winter", None, "said"),
    ("“It rained for nine days,” said General Paul de Winter, army chief.", "Paul de Winter", "army chief", "said"),
    # forms of names
    ("“It rained for nine days,” said Paul de Winter.", "Paul de Winter", None, "said"),
    ("“It rained for nine days,” said Paul van der Winter, a judge.", "Paul van der Winter", "a judge", "said"),
    ("“It rained for nine days,” said Ada al-Moru.", "Ada al-Moru", None, "said"),
    ("“It rained for nine days,” said Ada Moru-Winter.", "Ada Moru-Winter", None, "said"),
    ("“It rained for nine days,” said Prof. A. B. Moru, a historian.", "A. B. Moru", "a historian", "said"),
    ("“It rained for nine days,” said Sheikh Omo bin Moru.", "Omo bin Moru", None, "said"),
    ("“It rained for nine days,” said Ada O’Moru.", "Ada O’Moru", None, "said"),
    # the name first
    ("“It rained for nine days,” Ada Moru said.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” Ada Moru later said.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” Ada Moru had told the judges.", "Ada Moru", None, "told"),
    ("“It rained for nine days,” Ada Moru has repeatedly warned.", "Ada Moru", None, "warned"),
    ("“It rained for nine days,” Ada Moru, a lawyer in Velmora, said.", "Ada Moru", "a lawyer in Velmora", "said"),
    ("“It rained for nine days,” Ada Moru, 43, a farmer, said.", "Ada Moru", "a farmer", "said"),
    ("“It rained for nine days,” Ada Moru, who works in Velmora, said.", "Ada Moru", None, "said"),
    ("“It rained for nine days,” Ada Moru, of Zanara Rights Watch, said.", "Ada Moru", "of Zanara Rights Watch", "said"),
    ("“It rained for nine days,” Ada Moru wrote on Twitter.", "Ada Moru", None, "wrote"),
    ("“It rained for nine days,” Prime Minister Paul de Winter said.", "Paul de Winter", None, "said"),
    ("“It rained for nine days,” President Paul de Winter told the nation.", "Paul de Winter", None, "told"),
    # other ends of the quote
    ("“Why did nobody tell us?” asked Ada Moru.", "Ada Moru", None, "asked"),
    ("“Tell us the truth!” Ada Moru demanded.", "Ada Moru", None, "demanded"),
    ("“No!” said Ada Moru.", "Ada Moru", None, "said"),
    # other marks
    ('"It rained for nine days," said Ada Moru.', "Ada Moru", None, "said"),
    ("''It rained for nine days,'' said Ada Moru.", "Ada Moru", None, "said"),
    ("‘It rained for nine days,’ said Ada Moru.", "Ada Moru", None, "said"),
    ("«It rained for nine days,» said Ada Moru.", "Ada Moru", None, "said"),
    ('“It rained for nine days," said Ada Moru.', "Ada Moru", None, "said"),
    ("“He told me ‘go home’ and I went,” said Ada Moru.", "Ada Moru", None, "said"),
]

OTHERS_AFTER = [
    ("“It rained for nine days,” said Zanara Rights Watch.", "Zanara Rights Watch", "organisation", "said"),
    ("“It rained for nine days,” ZRW said.", "ZRW", "organisation", "said"),
    ("“It rained for nine days,” the Ministry of Rain said in a statement.", "Ministry of Rain", "organisation", "said"),
    (
        "“It rained for nine days,” said a spokesperson for the Ministry of Rain.",
        "spokesperson for the Ministry of Rain",
        "unnamed",
        "said",
    ),
    ("“It rained for nine days,” the court’s spokesperson said.", "court’s spokesperson", "unnamed", "said"),
    ("“It rained for nine days,” the president’s office said.", "president’s office", "office", "said"),
    ("“It rained for nine days,” the Prime Minister said.", "Prime Minister", "office", "said"),
    ("“It rained for nine days,” said the minister of rain.", "minister of rain", "unnamed", "said"),
    ("“It rained for nine days,” a farmer from Velmora told the court.", "farmer from Velmora", "unnamed", "told"),
    ("“It rained for nine days,” villagers told Zanara Rights Watch.", "villagers", "unnamed", "told"),
    ("“It rained for nine days,” one witness said.", "witness", "unnamed", "said"),
    ("“It rained for nine days,” one lawyer, who asked not to be named, said.", "lawyer", "unnamed", "said"),
    ("“It rained for nine days,” a lawyer whose name is withheld told reporters.", "lawyer", "unnamed", "told"),
    ("“It rained for nine days,” a farmer of 34 who left Velmora told Zanara Rights Watch.", "farmer of 34", "unnamed", "told"),
    ("“It rained for nine days,” a woman in her forties told Zanara Rights Watch.", "woman", "unnamed", "told"),
    ("“It rained for nine days,” said a guard.", "guard", "unnamed", "said"),
    ("“It rained for nine days,” said a woman who asked not to be named.", "woman", "unnamed", "said"),
    ("“It rained for nine days,” said the mother of three children.", "mother of three children", "unnamed", "said"),
    ("“It rained for nine days,” said one of the farmers.", "one of the farmers", "unnamed", "said"),
]

OTHER_RULES = [
    (
        "“It rained for nine days,” said Zanara Rights Watch’s Director for Eastern Europe Ada Moru.",
        "Ada Moru",
        "Zanara Rights Watch’s Director for Eastern Europe",
        "said",
        "after",
    ),
    ("“It rained for nine days,” according to Ada Moru, a lawyer.", "Ada Moru", "a lawyer", "according to", "source"),
    ("“It rained for nine days,” according to the letter signed by Ada Moru.", "Ada Moru", None, "according to", "source"),
    ("“It rained for nine days,” according to Zanara Rights Watch.", "Zanara Rights Watch", None, "according to", "source"),
    ("“It rained for nine days” – Ada Moru, lawyer", "Ada Moru", "lawyer", None, "signature"),
    ("“It rained for nine days” – priest, Velmora", "priest", None, None, "signature"),
    ("“It rained for nine days.” – Ada Moru", "Ada Moru", None, None, "signature"),
    (
        "“It rained for nine days” – Ada Moru, head of Zanara Rights Watch",
        "Ada Moru",
        "head of Zanara Rights Watch",
        None,
        "signature",
    ),
    ("“It rained for nine days”: Ada Moru, lawyer", "Ada Moru", "lawyer", None, "signature"),
    (
        "The rain was “neither sudden nor strange nor in any way new” for the villages, said Ada Moru.",
        "Ada Moru",
        None,
        "said",
        "late",
    ),
    (
        "The rain was “neither sudden nor strange nor in any way new” for the villages, Ada Moru said.",
        "Ada Moru",
        None,
        "said",
        "late",
    ),
]


def _one(sentence: str) -> tuple[mr.Quote, mr.Speaker]:
    (quote,) = mr.find_quotes(sentence)
    assert quote.speaker
    assert quote.span.of(sentence) == quote.text
    return quote, quote.speaker


@pytest.mark.parametrize(("sentence", "name", "role", "cue"), NAMED_AFTER)
def test_a_person_after_the_quote(sentence: str, name: str, role: str | None, cue: str) -> None:
    quote, speaker = _one(sentence)
    assert (speaker.name, speaker.role, speaker.kind) == (name, role, "person")
    assert (quote.cue, quote.rule, quote.partial) == (cue, "after", False)


@pytest.mark.parametrize(("sentence", "name", "kind", "cue"), OTHERS_AFTER)
def test_another_speaker_after_the_quote(sentence: str, name: str, kind: str, cue: str) -> None:
    quote, speaker = _one(sentence)
    assert (speaker.name, speaker.role, speaker.kind) == (name, None, kind)
    assert (quote.cue, quote.rule, quote.partial) == (cue, "after", False)


@pytest.mark.parametrize(("sentence", "name", "role", "cue", "rule"), OTHER_RULES)
def test_other_attributions_after_the_quote(sentence: str, name: str, role: str | None, cue: str | None, rule: str) -> None:
    quote, speaker = _one(sentence)
    assert (speaker.name, speaker.role, quote.cue, quote.rule) == (name, role, cue, rule)


def test_the_organisation_is_taken_out_of_the_role() -> None:
    _, speaker = _one("“It rained for nine days,” said Ada Moru, Deputy Director at Zanara Rights Watch.")
    assert speaker.organisation == "Zanara Rights Watch"
    _, speaker = _one("“It rained for nine days,” said Zanara Rights Watch’s Velmora director, Ada Moru.")
    assert speaker.organisation == "Zanara Rights Watch"
    _, speaker = _one("“It rained for nine days,” said Ada Moru, a lawyer in Velmora.")
    assert speaker.organisation is None


def test_spans_count_from_the_start_of_the_text() -> None:
    text = "\ufeff  Zanara\r\n\r\n“It rained for nine days,” said Ada Moru, a lawyer.\r\n"
    quote, speaker = _one(text)
    assert quote.span == mr.Span(14, 38)
    assert quote.attribution
    assert quote.cue_span
    assert speaker.role_span
    assert quote.attribution.of(text) == "Ada Moru"
    assert quote.cue_span.of(text) == "said"
    assert speaker.role_span.of(text) == "a lawyer"
    assert speaker.name_span == quote.attribution


def test_a_bare_text_gives_no_statement_and_no_date() -> None:
    quote, _ = _one("“It rained for nine days,” said Ada Moru.")
    assert quote.statement_id is None
    assert quote.date is None


@pytest.mark.parametrize("text", ["", " \n\r\n\t", "The rain fell on Velmora.", "“”", "“ ”", "…", "''''"])
def test_a_text_without_quotes_has_none(text: str) -> None:
    assert mr.find_quotes(text) == ()


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(mr.InvalidTypeError, match="find_quotes takes a text as a str, got bytes"):
        mr.find_quotes(b"rain")  # type: ignore[arg-type]


def test_added_words_attribute() -> None:
    lexicon = mr.Lexicon({
        **mr.Lexicon.default().tables,
        "en": {
            **mr.Lexicon.default().tables["en"],
            "quotes": {**mr.Lexicon.default().tables["en"]["quotes"], "said": {"words": ["hollered"]}},
        },
    })  # fmt: skip
    (quote,) = mr.find_quotes("“It rained for nine days,” hollered Ada Moru.", lexicon=lexicon)
    assert quote.cue == "hollered"
