"""Every entry class of every lexicon file has a source, examples and counter-examples, and they are true."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import resources
from typing import Any

import pytest

from malirights import Lexicon, find_dates, find_events, find_quotes
from malirights.find.datelines import DateLineGrammar
from malirights.find.events.forms import VerbForms
from malirights.find.gender import genders
from malirights.find.pagelines import PageLines
from malirights.find.parties import party_of, traits_of
from malirights.find.places import find_places
from malirights.find.tokens import tokens

Entry = dict[str, Any]
Holds = Callable[[str, str, str, Entry, str], bool]

CUES = frozenset({"said", "woven", "judging", "phrases"})
REPORTING = frozenset({"saying", "saying_phrases", "bare", "telling", "sources"})
DATE_LINES = frozenset({"months", "weekdays", "zones"})
TRAITS = frozenset({"child", "trade_unionist", "journalist", "human_rights_defender"})
ANCHOR = dt.date(2013, 5, 15)


def _files() -> Iterator[tuple[str, str, Entry]]:
    """Go through the lexicon files, with their language and subject."""
    for folder in resources.files("malirights.lexicon").iterdir():
        for file in folder.iterdir() if folder.is_dir() else ():
            if file.name.endswith(".toml"):
                yield folder.name, file.name.removesuffix(".toml"), tomllib.loads(file.read_text("utf-8"))


CLASSES = sorted((language, subject, name, entry) for language, subject, table in _files() for name, entry in table.items())
EACH_CLASS = pytest.mark.parametrize(
    ("language", "subject", "name", "entry"),
    [pytest.param(*one, id=".".join(one[:3])) for one in CLASSES if one[2] != "macros"],
)


def _is_line(language: str, subject: str, name: str, entry: Entry, example: str) -> bool:
    """Say whether a line is of the class by this entry alone."""
    page = PageLines(Lexicon({language: {subject: {name: entry}}}))
    return page.reader(example).is_a(name, 0, len(example))


def _is_date(language: str, _: str, name: str, __: Entry, example: str) -> bool:
    """Say whether a line is read as a date line in the language, with a weekday where that is the class."""
    tables = Lexicon.default().tables
    grammar = DateLineGrammar(Lexicon({language: tables[language], "common": tables["common"]}))
    found = grammar.match(example, 0, len(example))
    return found is not None and found.date is not None and (name != "weekdays" or found.style.weekday)


def _is_time(language: str, _: str, name: str, entry: Entry, example: str) -> bool:
    """Say whether the rule reads a time in a text; or for words, whether they stand in its brackets or in a time."""
    text = example.replace("[", "").replace("]", "")
    found = find_dates(text, anchor=ANCHOR, language=None if language == "common" else language)
    if "gives" in entry:
        return any(name in when.rule.split("+") for when in found)
    held = re.findall(r"\[(.*?)\]", example) or [when.expression for when in found]
    words = [word for key in ("values", "words", "years") for word in entry.get(key, ())]
    return any(_holds(_low(piece), words, tuple(entry.get("endings", ()))) for piece in held)


def _holds(words: Sequence[str], phrases: Sequence[str], endings: tuple[str, ...]) -> bool:
    """Say whether one of the phrases stands in some words, or one of them has one of the endings."""
    return any(_follow(words, _low(phrase)) for phrase in phrases) or any(word.endswith(endings) for word in words if endings)


def _is_zoned_time(_: str, __: str, ___: str, ____: Entry, example: str) -> bool:
    """Say whether a time and its zone are read, so that only the date is lacking."""
    return Lexicon.default().built(DateLineGrammar).release(example).lacks == "date"


def _is_quote(language: str, _: str, __: str, ___: Entry, example: str) -> bool:
    """Say whether the text gives a quote with a speaker, under a paragraph that shows its language."""
    shown = " ".join(Lexicon.default().words(language, "language", "function_words")[:20])
    return any(quote.speaker for quote in find_quotes(f"{shown}\n\n{example}"))


def _is_event(language: str, _: str, name: str, entry: Entry, example: str) -> bool:
    """Say whether the text tells an event of the kind, in the words between brackets where there are some."""
    before, opened, rest = example.partition("[")
    inside = rest.partition("]")[0]
    found = find_events(example.replace("[", "").replace("]", ""), date=ANCHOR, language=language)
    if "none" in entry:
        return not found
    spans = [span for event in found if event.kind == entry.get("kind", name) for span in event.mentions]
    return any(not opened or (span.start < len(before) + len(inside) and len(before) < span.end) for span in spans)


def _is_reported(language: str, _: str, __: str, ___: Entry, example: str) -> bool:
    """Say whether the text gives indirect speech, under a paragraph that shows its language."""
    shown = " ".join(Lexicon.default().words(language, "language", "function_words")[:20])
    return any(not quote.direct for quote in find_quotes(f"{shown}\n\n{example}", indirect=True))


def _is_given_name(_: str, __: str, ___: str, ____: Entry, example: str) -> bool:
    """Say whether a person's name begins with a given name of the table, which shows a gender."""
    return Lexicon.default().built(genders)["en"].of_name(example) is not None


def _has_word(language: str, subject: str, name: str, entry: Entry, example: str) -> bool:
    """Say whether a text holds one of the words, or a word with one of the endings."""
    words = _low(example)
    verbs = VerbForms(Lexicon.default().tables[language].get(subject, {}))
    if name == "paradigms":
        return len(list(verbs.forms(example))) > 1
    if name.endswith("_endings"):
        return any(word.endswith(tuple(entry["words"])) for word in words)
    if name == "abbreviations":  # "M." is one token, as an initial is
        words = tuple(word.rstrip(".") for word in words)
    forms = (form for verb in entry.get("verbs", ()) for form in verbs.phrases(verb))
    listed = (*entry.get("words", ()), *entry.get("values", ()), *forms)
    return any(_follow(words, phrase) for word in listed for phrase in ((_plain(word),), _low(word)))


def _plain(word: str) -> str:
    """Fold a word as tokens are folded."""
    return word.lower().replace("’", "'")


def _low(text: str) -> tuple[str, ...]:
    """Give the tokens of a text in lower case."""
    return tuple(token.low for token in tokens(text, 0, len(text)))


def _follow(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Say whether the words of a phrase stand one after the other."""
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words)))


def _is_place(_: str, __: str, name: str, entry: Entry, example: str) -> bool:
    """Say whether the table, as the only one of the gazetteer, knows a place of the text."""
    tables = Lexicon.default().tables
    loaded = tables["common"]["gazetteer"][name]
    assert loaded["table"] == entry["table"]
    lexicon = Lexicon({**tables, "common": {**tables["common"], "gazetteer": {name: loaded}}})
    return any(place.known for place in find_places(example, [(0, len(example))], lexicon))


def _is_party(_: str, __: str, name: str, ___: Entry, example: str) -> bool:
    """Say whether the noun phrase names a party of the type of the class, or people with its trait."""
    lexicon = Lexicon.default()
    if name in TRAITS:
        return name in traits_of(example, lexicon)
    party = party_of(example, lexicon)
    if name == "actors":
        return party is not None and party.known
    return party is not None and party.type == ("state_force" if name == "ranks" else name)


def _judge(subject: str, name: str) -> Holds:
    """Give the test that an example of a class passes and a counter-example does not."""
    if subject == "page":
        return _is_line
    if subject == "dates":
        return _is_time if name not in DATE_LINES else _is_zoned_time if name == "zones" else _is_date
    if subject == "events":
        return _is_event
    if subject == "gazetteer":
        return _is_place
    if subject == "parties" and name not in {"collectives", "stops"}:
        return _is_party
    if subject == "given_names":
        return _is_given_name
    if subject == "indirect" and name in REPORTING:
        return _is_reported
    return _is_quote if subject == "quotes" and name in CUES else _has_word


def _wrong(judged: Iterable[tuple[str, bool]], *, wanted: bool) -> list[str]:
    """Give the examples that are not judged as they should be."""
    return [example for example, verdict in judged if verdict is not wanted]


def test_the_loader_gives_every_class_of_every_file() -> None:
    loaded = sorted(Lexicon.default().classes(), key=lambda one: one[:3])
    assert [(*one[:3], {key: one[3][key] for key in one[3] if key != "rows"}) for one in loaded] == CLASSES


@EACH_CLASS
def test_has_a_source_examples_and_counter_examples(language: str, subject: str, name: str, entry: Entry) -> None:
    where = f"[{language}.{subject}.{name}]"
    assert entry.get("source", "").strip(), f"{where} has no source"
    for kind in ("examples", "counter_examples"):
        assert entry.get(kind), f"{where} has no {kind}"
        assert all(isinstance(example, str) and example.strip() for example in entry[kind])


@EACH_CLASS
def test_examples_are_true(language: str, subject: str, name: str, entry: Entry) -> None:
    holds = _judge(subject, name)
    judged = [(example, holds(language, subject, name, entry, example)) for example in entry["examples"]]
    assert _wrong(judged, wanted=True) == []


@EACH_CLASS
def test_counter_examples_are_true(language: str, subject: str, name: str, entry: Entry) -> None:
    holds = _judge(subject, name)
    judged = [(example, holds(language, subject, name, entry, example)) for example in entry["counter_examples"]]
    assert _wrong(judged, wanted=False) == []


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(entry, id=f"{language}.{name}")
        for language, subject, name, entry in CLASSES
        if subject == "quotes" and name in CUES
    ],
)
def test_examples_of_cues_need_no_other_text_around_them(entry: Entry) -> None:
    judged = [(text, any(quote.speaker for quote in find_quotes(text))) for text in entry["examples"]]
    assert _wrong(judged, wanted=True) == []


@pytest.mark.parametrize(
    ("language", "name", "entry"),
    [
        pytest.param(language, name, entry, id=f"{language}.{name}")
        for language, subject, name, entry in CLASSES
        if subject == "page"
    ],
)
def test_counter_examples_of_lines_are_true_in_every_language(language: str, name: str, entry: Entry) -> None:
    assert language in Lexicon.default().languages
    page = Lexicon.default().built(PageLines)
    judged = [(line, page.reader(line).is_a(name, 0, len(line))) for line in entry["counter_examples"]]
    assert _wrong(judged, wanted=False) == []


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        pytest.param(name, entry, id=f"{language}.{name}")
        for language, subject, name, entry in CLASSES
        if subject == "page" and entry.get("openings")
    ],
)
def test_examples_start_with_an_opening_of_their_class(name: str, entry: Entry) -> None:
    contains = entry.get("contains", ())
    without = [
        example
        for example in entry["examples"]
        if _low(example)[0] not in entry["openings"] and not any(part in example for part in contains)
    ]
    assert without == [], name


@EACH_CLASS
def test_no_word_stands_twice(language: str, subject: str, name: str, entry: Entry) -> None:
    words = entry.get("words", [])
    assert sorted({word for word in words if words.count(word) > 1}) == [], f"[{language}.{subject}.{name}]"
    assert all(word == word.strip() and word for word in words)
