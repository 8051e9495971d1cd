"""Quotes whose speaker stands far from them in the sentence: participles, circumstances, asides, other quotations."""

from __future__ import annotations

import pytest

import malirights as mr

PARTICIPLES = [
    ("The senator emailed her friends, saying: “It rained for nine days.”", "senator"),
    ("The senator emailed her friends saying “it rained for nine days”.", "senator"),
    ("Her office put out a statement saying the state “does not count the days of rain”.", "office"),
    (
        "Paul de Winter’s campaign shrugged off Moru’s report, telling reporters, “It rained for nine days.”",
        "Paul de Winter’s campaign",
    ),
    ("Ada Moru went after Paul de Winter, calling him “a man of few wet days”.", "Ada Moru"),
    ("Ada Moru had praised Paul de Winter for years, stating there was “a gift in every rain”.", "Ada Moru"),
    ("Ada Moru tied the rain to the wind, saying the valley helped “thousands of people who had no roof”.", "Ada Moru"),
    ("Nine days later the judge denied it, explaining that she was away because she was “taking a day off”.", "judge"),
    ("The court sat, with Ada Moru telling reporters the rain was “a gift to nobody at all”.", "Ada Moru"),
    ("Ada Moru said the rain was over, adding, “It lasted nine days.”", "Ada Moru"),
    ("The rain will stop this week, Ada Moru said, adding, “It lasted nine days.”", "Ada Moru"),
    ("The paper quoted Ada Moru as saying that “it rained for nine days”.", "Ada Moru"),
    ("Ada Moru was quoted as saying that “it rained for nine days”.", "Ada Moru"),
    ("Ada Moru thanked Paul de Winter and called the rain “a gift that nobody wanted”.", "Ada Moru"),
    ("Ada Moru went on to call the rain “a gift that nobody wanted”.", "Ada Moru"),
    ("The march ended at the court, with many villagers shouting “We want a roof”.", "villagers"),
    ("The film ends with footage of Ada Moru saying in May, “It rained for nine days.”", "Ada Moru"),
    ("The paper rated a third of Zanaran claims as “false and made up”.", "paper"),
    ("Ada Moru said Paul de Winter’s flurry of late-night tweets blaming the dam was “mad, even for him.”", "Ada Moru"),
    ("Paul de Winter was described by Ada Moru as “a man of few wet days.”", "Ada Moru"),
    ("Paul de Winter, described by Ada Moru as “a man of few wet days,” left.", "Ada Moru"),
    ("Ada Moru had said by phone that “nobody came”.", "Ada Moru"),
    ("The villagers shouted “We are Zanara”.", "villagers"),
    ("A villager would now ask: “Where is the dam?”", "villager"),
    ("The judges discussed how the law “was going to sink like a stone”.", "judges"),
    ("Ada Moru condemned the “rain whose cause nobody knew.”", "Ada Moru"),
]

OWNERS = [
    ("Paul de Winter seized on Ada Moru’s claim that there had been “nine days of rain” in the valley.", "Ada Moru"),
    ("The court repeated Ada Moru’s recent warning that “nine more days will come”.", "Ada Moru"),
    ("Paul de Winter spoke of the judge’s promise of “a roof for every family”.", "judge"),
    ("Ada Moru’s answer: “It rained for nine days.”", "Ada Moru"),
    ("Ada Moru ruled the mill’s claim “a heap of wet ash”.", "Ada Moru"),
    ("Moru said that the mill’s ‘green sleeves’ must also answer: “It rained for nine days.”", "Moru"),
]

AHEAD = [
    ("Calling the rain “a gift that nobody had wanted,” Ada Moru left the court.", "Ada Moru"),
    ("Calling the rain “a gift that nobody had wanted”, Ada Moru left the court.", "Ada Moru"),
    ("After saying that her boots were “so wet that nobody could lift them,” Ada Moru was carried home.", "Ada Moru"),
    ("Asked about “a rain without any end,” Ada Moru left.", "Ada Moru"),
]

CIRCUMSTANCES = [
    ("Last month, Ada Moru said: “It rained for nine days.”", "Ada Moru"),
    ("Just last week, A.B. Moru, a judge, wrote, “It rained for nine days.”", "A.B. Moru"),
    ("For months, Ada Moru had called the rain “a gift that nobody wanted”.", "Ada Moru"),
    ("Reached by phone, Ada Moru said: “It rained for nine days.”", "Ada Moru"),
    ("Preceded by a band, Ada Moru said: “It rained for nine days.”", "Ada Moru"),
    ("Amid the rain in Velmora, Ada Moru warned that “nine more days will come”.", "Ada Moru"),
    ("Speaking in Orvel, Northern Zanara, Ada Moru went after the court, calling it “a house of rain”.", "Ada Moru"),
    ("In a statement released on Monday, Judge Ada Moru reacted to the rain, saying: “It lasted nine days.”", "Ada Moru"),
    ("In an interview later that day, Moru went even further: “It rained for nine days.”", "Moru"),
    ("Ever since she left the court, Ada Moru has been in Orvel with a plain message: “Do not sell the dam!”", "Ada Moru"),
    ("Following a quickly called, late-night meeting, the court sent a text calling the dam “a danger to us all”.", "court"),
    ("Joined by Paul Orlan, the mill owner, Ada Moru launched into a speech on people “who have no roof left”.", "Ada Moru"),
    ("Note: An article on Monday, based on what guards told, reported that Ada Moru had “talked of the rain”.", "article"),
    ("Ada Moru: A lawyer in Orvel, Paul de Winter, said that “it rained for nine days”.", "Paul de Winter"),
    ("When asked about the rain, a mother of three in Orvel replied, “It rained for nine days.”", "mother of three"),
    ("But Ada Moru, a judge, noted that “it rained for nine days”.", "Ada Moru"),
    ("VELMORA -- Judge Ada Moru, leaving the court on Monday, said it was “a rain for nobody at all”.", "Ada Moru"),
    ("At the end of the week -- nine days late -- Ada Moru said that “it rained for nine days”.", "Ada Moru"),
]

NESTED = [
    ("Ada Moru said she believes “there may be nine more days of rain”.", "Ada Moru"),
    ("Ada Moru said that while she fears comparing one rain to another, “nothing was like these nine days”.", "Ada Moru"),
    ("Ada Moru said that when Paul de Winter railed against the court, “he spoke for all of us”.", "Ada Moru"),
    ("Ada Moru said the yearly talks, which began on Monday, remained “one of the best days of the year”.", "Ada Moru"),
    ("Paul de Winter is so careless, the judge said, that if it rained again, “he would have no roof”.", "judge"),
    (
        "A Feb. 1 letter from the court seen by the Zanara Times warns that “nine more days will come”.",
        "Feb. 1 letter from the court",
    ),
    ("Ada Moru, who left the court on Monday, said the rain “was nobody’s fault but ours”.", "Ada Moru"),
    ("The minister told Radio Velmora that the police had used “a minimum of force”.", "minister"),
    ("Ada Moru called the report “baseless and biased”.", "Ada Moru"),
    ("The letter aims at “a court that keeps the rain out of its files”.", "letter"),
    ("Ada Moru introduced him as “a fighter for dry families”.", "Ada Moru"),
    ("Ada Moru resisted: “It rained for nine days.”", "Ada Moru"),
    ("Moru’s letter makes the case: “It rained for nine days and nobody came.”", "Moru’s letter"),
    ("As Ada Moru put it, “it rained for nine days”.", "Ada Moru"),
    ("As Ada Moru, a professor of law in Orvel, put it, “it rained for nine days”.", "Ada Moru"),
    ("Even Zanara, the only friend of the mill, said “it rained for nine days”.", "Zanara"),
    ("With no hope of an end to be seen - Ada Moru told the court that “it rained for nine days”.", "Ada Moru"),
    ("Ultimately, Ada Moru told the court that “it rained for nine days”.", "Ada Moru"),
    ("Farmers granted Mr. Orlan nine more days for the dam, citing “a rain for nobody at all”.", "Farmers"),
    ("This is all that the court said of “a rain for nobody at all”.", "court"),
    ("Moru fired back: “It rained for nine days.”", "Moru"),
]

AFTER = [
    ("“It rained for nine days,” Judge Ada Moru (R-Orvel) said on Monday.", "Ada Moru"),
    ("“It rained for nine days,” Rain Minister Ada Moru, R-Orv., said.", "Ada Moru"),
    ("“It rained for nine days,” U.Z. Rep. Ada Moru said.", "Ada Moru"),
    ("“It rained for nine days,” Ada Moru, the Zanaran National Rainwoman from Velmora, told ZBC.", "Ada Moru"),
    ("“It rained for nine days” the paper’s editor Ada Moru said.", "Ada Moru"),
    ("“It rained for nine days,” Moru barked and a guard shut the gate.", "Moru"),
    ("“It rained for nine days,” Moru pointed out.", "Moru"),
    ("“Did it rain for nine days?” Moru went on, as if nobody was there.", "Moru"),
    ("“It rained for nine days...” Moru said.", "Moru"),
    ("“It rained for nine days,” Ada Moru is expected to say.", "Ada Moru"),
    ("“It rained for nine days,” Ada Moru can be heard saying.", "Ada Moru"),
    ("“It rained for nine days,” villagers in Orvel say.", "villagers"),
    ("“It rained for nine days,” another said.", "another"),
    ("“It rained for nine days,” ex-president Moru said.", "Moru"),
    ("“It rained for nine days,” Ada Moru, the chief lawyer of Zanara, one of the states on the river, said.", "Ada Moru"),
    ("“It rained for nine days,” as Ada Moru put it.", "Ada Moru"),
    ("The rain is a “lawful source of income,” as a court memo put it.", "court memo"),
    ("The crowd shouted “never sell the dam” as Ada Moru spoke.", "crowd"),
    ("“It rained for nine days,” the court’s narrator says.", "court’s narrator"),
    ("“Promise that you keep your hands dry,” Ada Moru sings to the crowd.", "Ada Moru"),
    ("“It rained for nine days,” said Orvel University’s Ada Moru.", "Ada Moru"),
    ("“It rained for nine days,” ZBC’s Ada Moru told the court.", "Ada Moru"),
    ("“It rained for nine days,” said Republican Ada Moru.", "Ada Moru"),
    ("“It rained for nine days,” said House Speaker Ada Moru.", "Ada Moru"),
    ("“It rained for nine days,” said former Rep. Ada Moru.", "Ada Moru"),
    ("“It rained for nine days,” said retired Army Lt. Gen. Ada Moru.", "Ada Moru"),
    ("“It rained for nine days,” said Orvel spokeswoman Navy Capt. Ada Moru.", "Ada Moru"),
    ("“It rained for nine days,” said a spokesman for Senator Ada Moru.", "spokesman for Senator Ada Moru"),
    ("“It rained for nine days,” said the wife of Judge Paul Orlan.", "wife of Judge Paul Orlan"),
    ("“It rained for nine days,” said Secretary of State Ada Moru.", "Ada Moru"),
    ("“It rained for nine days,” said the court’s head of research and lawyer Ada Moru.", "Ada Moru"),
    ("“It rained for nine days,” the New Orvel native told ZBC.", "New Orvel native"),
    ("“It rained for nine days” is how Ada Moru describes the week.", "Ada Moru"),
    ("“It rained for nine days” is what the group said.", "group"),
    ("“It rained for nine days” – that is what Ada Moru told the court.", "Ada Moru"),
    ("“It rained for nine days,” Ada Moru will tell the court.", "Ada Moru"),
    ("“It rained for nine days,” said the 46-year-old Moru.", "Moru"),
    ("“It rained for nine days,” the 46-year-old miller said.", "46-year-old miller"),
    ("“It rained for nine days,” according to a court document filed by Ada Moru.", "Ada Moru"),
    ('"It rained for nine days,"said Ada Moru.', "Ada Moru"),
    ("“It rained for nine days.”\n— Ada Moru, lawyer", "Ada Moru"),
    ("“It rained for nine days.”\n-- Ada Moru", "Ada Moru"),
    ("“It rained for nine days.” ― Ada Moru.", "Ada Moru"),
    ("“It rained for nine days.”― Ada N. Moru.", "Ada N. Moru"),
    ("“It rained for nine days,” the judge said. Ada Moru agreed.", "judge"),
]

SEVERAL = [
    ("The rain was “long and hard” as people saw how a “wet and windy year” went by, Ada Moru said.", ["Ada Moru", "Ada Moru"]),
    ("Ada Moru, star of “Nine Days of Rain”, said the court was “always kind and generous”.", ["Ada Moru"]),
    ("“It rained,” Ada Moru said. Paul de Winter agreed. “We have had nine days of it.”", ["Ada Moru", "Paul de Winter"]),
    ("“It rained,” Ada Moru said. The court sat. “We have had nine days of it.”", ["Ada Moru", "Ada Moru"]),
    ("''It rained,'' said Ada Moru. She holds two offices. ''I have had nine days of it.''", ["Ada Moru", "Ada Moru"]),
    ("“It rained,” Moru said.\n\nAda Moru studied with Moru at Velmora Law.", ["Ada Moru"]),
    ("“It rained for nine days” but “the dam held,” Ada Moru said.", ["Ada Moru", "Ada Moru"]),
    ("Moru said the rain “was over by then” and de Winter, she said, “was at home.”", ["Moru", "Moru"]),
    ("Orlan echoed the judge, saying the rain “never touched the mill” and Moru, he said, “never saw it.”", ["Orlan", "Orlan"]),
    ("“It rained,” said Ada Moru, a miller. Orlan “slept through most of it. He saw no rain.”", ["Ada Moru", "Ada Moru"]),
    ("“It rained,” said Ada Moru. The court “condemns the rain and all who made it.”", ["Ada Moru", "court"]),
    ("Moru closed the gate. “As a judge,” she wrote, “I know of nine days.”", ["Moru", "Moru"]),
]

NAMES = [
    "The army entered the “zone of the nine hills” at night.",
    "The “rain tax of the nine days” was lifted on Monday.",
    "The report, “The Rain: nine days in Velmora”, came out.",
    "Ada Moru spoke on “Meet the Rain.”",
    "Ada Moru told “Rain and Friends” about it.",
    "Ada Moru was asked on ZBC’s “Face the Rain,” and left.",
    "He was held for “insulting the rain of Zanara”.",
    "The villagers sang “We Are the Rain” at the gate.",
    "In her 2003 book, “How to Make a Dam,” Ada Moru suggested building it of clay.",
    "At the end of the anthem “A Rain Is Gonna Come,” she waved and added a word.",
    "Paul Orlan’s commentary, “Ada, sell us your mill,” is very thoughtful.",
    "Ada Moru had been trying to oust him with a “defeat the dam” theme of her own.",
    "The court sent its “national dam reporter” Paul Orlan to Orvel.",
]


@pytest.mark.parametrize(("text", "name"), [*PARTICIPLES, *OWNERS, *AHEAD, *CIRCUMSTANCES, *NESTED, *AFTER])
def test_the_speaker_is_the_subject_wherever_it_stands(text: str, name: str) -> None:
    (quote,) = mr.find_quotes(text)
    assert quote.speaker
    assert quote.speaker.name == name
    assert quote.span.of(text) == quote.text


@pytest.mark.parametrize(("text", "names"), SEVERAL)
def test_several_quotations_in_a_row(text: str, names: list[str]) -> None:
    found = [quote.speaker for quote in mr.find_quotes(text)]
    assert [speaker and speaker.name for speaker in found] == names


@pytest.mark.parametrize("text", NAMES)
def test_names_between_marks_are_no_quotes(text: str) -> None:
    assert mr.find_quotes(text) == ()


def test_a_sentence_without_a_verb_of_speech_has_a_rule_of_its_own() -> None:
    (quote,) = mr.find_quotes("The letter aims at “a court that keeps the rain out of its files”.")
    assert (quote.rule, quote.cue, quote.partial) == ("subject", None, True)


def test_a_heading_between_single_marks_is_no_quote() -> None:
    text = "“It rained for nine days,” said Ada Moru.\n\n‘A very long rain.’\n\nThe court sat."
    assert [quote.text for quote in mr.find_quotes(text)] == ["It rained for nine days,"]


def test_a_quote_that_opens_with_a_bracket_is_one() -> None:
    (quote,) = mr.find_quotes("“[The rain] was long, and nobody told the families why.”")
    assert quote.text.startswith("[The rain]")


def test_lines_of_a_transcript_name_their_speaker_inside_the_marks() -> None:
    text = (
        "Ada Moru met Paul Orlan on ZBC.\n\n“MORU: It rained.\n\n“ORLAN: For nine days?\n\n“MORU: For nine.\n\n“Nobody came."
        "\n\n“WATCH: The dam of Orvel.”"
    )
    found = [(quote.speaker and quote.speaker.name, quote.rule) for quote in mr.find_quotes(text)]
    heard = [(name, "transcript") for name in ("Ada Moru", "Paul Orlan", "Ada Moru")]
    assert found == [*heard, ("Ada Moru", "carried-on"), ("Ada Moru", "carried-on")]


def test_words_in_capitals_before_a_colon_need_not_be_a_name() -> None:
    (quote,) = mr.find_quotes("“BREAKING: It rained for nine days,” tweeted Ada Moru.")
    assert (quote.speaker and quote.speaker.name, quote.rule) == ("Ada Moru", "after")
    (quote,) = mr.find_quotes("The court sat.\n\n“BREAKING: It rained for nine days.”")
    assert quote.speaker is None


ABOVE = [
    ("Ada Moru, a judge, praised the guards of the dam.\n\n“We need somebody who keeps it.”", "Ada Moru"),
    ("“It rained,” said Paul Orlan.\n\nAda Moru, a judge, did not agree and criticized him.\n\n“It was dry.”", "Ada Moru"),
    ("“It rained,” said Paul Orlan.\n\nAda Moru, a judge, was arrested on Monday.\n\n“It was dry.”", "Paul Orlan"),
    ("Ada Moru, a judge, was accused on Monday.\n\n“We need somebody who keeps it.”", None),
    ("On “Face the Rain,” Rep. Ada Moru, who lost in May, named the dam. “The young are tired of the rain.”", "Ada Moru"),
]


@pytest.mark.parametrize(("text", "name"), ABOVE)
def test_a_paragraph_of_a_quote_alone_is_of_whoever_speaks_above_it(text: str, name: str | None) -> None:
    quote = mr.find_quotes(text)[-1]
    assert (quote.speaker.name if quote.speaker else None) == name


WITHOUT_SPEAKER = [
    "The matter is shown by this finding: “27 towns had 16,389 days of rain in all.”",
]


@pytest.mark.parametrize("text", WITHOUT_SPEAKER)
def test_quotes_of_nobody(text: str) -> None:
    (quote,) = mr.find_quotes(text)
    assert quote.speaker is None


def test_a_bracket_after_a_sentence_makes_no_name_of_it() -> None:
    (quote,) = mr.find_quotes("Moru said nothing because “nobody knows that it rained.” (The judges know.)")
    assert quote.text == "nobody knows that it rained."
