"""The grammar of date expressions, compiled from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from malirights.find.alternatives import alternatives
from malirights.find.dates.patterns import (
    CONTEXT,
    DIGITS,
    Language,
    Values,
    first_word,
    language,
    slot_class,
    spaced,
    starts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from malirights.lexicon import Lexicon

__all__ = ["BREAK", "Grammar", "Phrases", "Rule", "core_key", "fold", "grammar_for", "spread"]

Phrases = Mapping[str, tuple[str, ...]]
"""Phrases by their last word: what stands before it in each, which is nothing in a phrase of one word."""

BREAK = "\x1e"
"""What `fold` writes for the two line ends of a paragraph break; no rule matches it."""

_WORD = re.compile(r"[^\W\d_]+")
_SPACES = {"\t": " ", "\xa0": " ", "\u202f": " ", "\u2009": " ", "\r": " ", "’": "'"}
_BLANK = re.compile(r"\n[ \t\r\xa0\n]*\n")
_CORE_DIGITS = (r"(?:1\d|20)\d\d(?!\d)", r"\d{1,2}(?= \d{1,2} \d\d)", r"\d0 ?s(?!\w)")
_MARKS = BREAK + "\"'“”„‘‚«»‹›()[]{}<>-‐‑–—−_/\\|.,;:!?¿¡…•·*=+#@~`^&$€£%°"
_NO_PATTERN = re.compile(r"\\.|\(\?P<\w+>|\(\?!.*?\)|\{\w+\}")
_SHADES = frozenset({"approx", "degree", "end", "open", "part", "vague"})
_CAPITALS = ("month", "mon", "weekday", "wday")


@attrs.frozen(eq=False)
class Rule:
    """One pattern of a rule of the lexicon.

    Attributes:
        name: The rule's name in the lexicon.
        gives: The kind of time that it gives, which names the function that resolves it.
        matches: Matches the expression, with its slots as named groups, at an offset of a folded text.
        entry: The rule's table in the lexicon.
        capitals: The numbers of the groups that must begin with a capital letter.
        not_before: What may not stand just before, or None.
        not_after: Phrases that may not stand just before.
        names_before: Phrases that make a day after them the name of something.
        names_after: Words that do so after the day.
        groups: The name of every group in their order, and what its words mean; nothing where it is no slot.
        shaded: Whether an expression of it can say that it is about a time, a part of one, or open.
    """

    name: str
    gives: str
    matches: Callable[[str, int], re.Match[str] | None]
    entry: Values
    capitals: tuple[int, ...]
    not_before: re.Pattern[str] | None
    not_after: Phrases
    names_before: Phrases
    names_after: Phrases
    groups: tuple[tuple[str, Values], ...]
    shaded: bool


@attrs.frozen(eq=False)
class Grammar:
    """The compiled rules of one or more languages.

    Attributes:
        scan: Finds in a spread text every core word, with the space before it.
        rules: By core word (as `core_key` gives it), the rules to try where an expression begins with it, in
            their order; and by first word, those to try where one begins before it.
        double: The core words that rules also have where they do not count for one.
        words: Every word that can stand in an expression before its core word.
        verbs: Words of the past (-1) and of the future (1).
        verb_pairs: By second and first word, pairs of words of the past and of the future.
        telling: The verbs, and the second words of the pairs.
        endings: The endings of words of the past (-1), of the future (1), and of both (0).
        finals: The last letters of these endings.
        auxiliaries: Words that make a past participle after them one of the future.
        classes: By name, classes of context words that are looked up as they are.
        leads: By last word, the phrases that can stand just before a time, without that word, and the classes
            of each: "since", "until", "between", …
        articles: Words that can stand between such a phrase and the time.
        leading: These words, and the last words of the phrases.
        abbreviations: Words whose full stop ends no sentence.
        years: By name and year, the first and last days of holidays that move.
    """

    scan: re.Pattern[str]
    rules: Mapping[str, tuple[tuple[Rule, ...], Mapping[str, tuple[Rule, ...]]]]
    double: frozenset[str]
    words: frozenset[str]
    verbs: Mapping[str, int]
    verb_pairs: Mapping[str, Mapping[str, int]]
    telling: frozenset[str]
    endings: Mapping[int, tuple[str, ...]]
    finals: frozenset[str]
    auxiliaries: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    leads: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    articles: frozenset[str]
    leading: frozenset[str]
    abbreviations: frozenset[str]
    years: Mapping[str, Mapping[str, Any]]


def fold(text: str) -> str:
    """Give the text in lower case and with plain spaces and apostrophes, every character at its place.

    A single line end becomes a space; the line ends of a blank line become `BREAK`.
    """
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    folded = folded.replace(BREAK, " ")
    if "\n" in folded:
        folded = _BLANK.sub(lambda blank: BREAK * len(blank[0]), folded)
    for old, new in _SPACES.items():
        folded = folded.replace(old, new)
    return folded.replace("\n", " ")


def spread(folded: str) -> str:
    """Give the folded text with a space for every mark and one before it all: each word stands after a space.

    Looking for a word after a space is twice as fast as looking for one at a word boundary.
    """
    for mark in _MARKS:
        folded = folded.replace(mark, " ")
    return f" {folded}"


def core_key(word: str) -> str:
    """Give a core word as it stands in a spread text, after a space and with spaces for marks, or `DIGITS` for a number."""
    return DIGITS if word[0].isdigit() else " ".join(("", *word.replace("'", " ").replace("-", " ").split()))


def grammar_for(lexicon: Lexicon, languages: tuple[str, ...]) -> Grammar:
    """Give the grammar of the languages, compiled on first use."""
    grammars = lexicon.built(_grammars)
    if languages not in grammars:
        grammars[languages] = _compiled(lexicon, ("common", *languages))
    return grammars[languages]


def _grammars(_: Lexicon) -> dict[tuple[str, ...], Grammar]:
    """Give the cache of a lexicon's grammars."""
    return {}


def _compiled(lexicon: Lexicon, names: tuple[str, ...]) -> Grammar:
    """Compile the rules of the languages, and those of no language before them."""
    tables = [lexicon.tables.get(name, {}).get("dates", {}) for name in names]
    languages = [language(tables[0], table) for table in tables]
    rules = [rule for table, known in zip(tables, languages, strict=True) for rule in _rules(table, known)]
    verbs, pairs = _verbs(tables)
    past, future = _endings(tables, "past"), _endings(tables, "future")
    words, leads, articles = frozenset(_vocabulary(tables)), _leads(tables), _words(tables, "articles")
    cores = frozenset(word for known in languages for word in known.cores)
    return Grammar(
        scan=_scan({core_key(word)[1:] for word in cores}),
        rules=_index(rules, cores | {DIGITS}, words),
        double=frozenset(core_key(word) for known in languages for word in known.double),
        words=words,
        verbs=verbs,
        verb_pairs=pairs,
        telling=frozenset((*verbs, *pairs)),
        endings={-1: past, 1: future, 0: past + future},
        finals=frozenset(ending[-1] for ending in past + future),
        auxiliaries=_words(tables, "auxiliaries"),
        classes={name: _words(tables, name) for name in ("to", "through", "and", "perfect", "since_event")},
        leads=leads,
        articles=articles,
        leading=articles.union(leads),
        abbreviations=frozenset(word for name in names for word in lexicon.words(name, "names", "abbreviations")),
        years={name: entry["years"] for name, entry in tables[0].items() if "years" in entry},
    )


def _scan(cores: set[str]) -> re.Pattern[str]:
    """Compile what finds the core words: a look at two letters spares most words the way through the alternatives."""
    letters = sorted({core[0] for core in cores})
    begin, second = (re.escape("".join(each)) for each in (letters, sorted({core[1:2] for core in cores})))
    branches = [spaced(alternatives(core for core in cores if core[0] == letter)) + r"(?!\w)" for letter in letters]
    branches.append(rf"(?=\d)(?:{'|'.join(_CORE_DIGITS)})")
    return re.compile(rf" (?=[{begin}\d][{second}\d ])(?:{'|'.join(branches)})")


def _rules(table: Values, known: Language) -> Iterator[tuple[Rule, frozenset[str], frozenset[str]]]:
    """Compile every pattern of every rule; give it with the words that can begin it."""
    for name, entry in table.items():
        if "gives" not in entry:
            continue
        not_before = entry.get("not_before")
        for pattern in entry["patterns"]:
            compiled = re.compile(known.expand(pattern) + r"(?!\w)")
            groups = tuple(name.partition("__")[0] for name in compiled.groupindex)
            rule = Rule(
                name=name,
                gives=entry["gives"],
                matches=compiled.match,
                entry=entry,
                capitals=tuple(n for n, name in enumerate(groups, 1) if entry.get("capital") and name in _CAPITALS),
                not_before=re.compile(known.expand(not_before)) if not_before else None,
                not_after=_phrases(entry.get("not_after", ()), table),
                names_before=_phrases(entry.get("names_before", ()), table),
                names_after=_phrases(entry.get("names_after", ()), table),
                groups=tuple((name, known.slots.get(slot_class(name), {})) for name in groups),
                shaded=not _SHADES.isdisjoint(groups),
            )
            yield rule, *starts(pattern, known)


def _phrases(phrases: Iterable[str], table: Values) -> Phrases:
    """Index phrases by their last words; one that names a class stands for a phrase of each of its words."""
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        name, brace, mark = phrase.removeprefix("{").partition("}")
        for each in table[name]["words"] if brace else (phrase,):
            before, _, last = (each + mark).rpartition(" ")
            found.setdefault(last, set()).add(before)
    return {last: tuple(sorted(before)) for last, before in found.items()}


def _index(
    rules: list[tuple[Rule, frozenset[str], frozenset[str]]], cores: frozenset[str], words: frozenset[str]
) -> dict[str, tuple[tuple[Rule, ...], dict[str, tuple[Rule, ...]]]]:
    """Index the rules by the core words and the first words that their expressions can have."""
    every = words | {DIGITS, "'"}
    index: dict[str, dict[str, list[Rule]]] = {core: {} for core in cores}
    for rule, rule_cores, firsts in rules:
        for core in rule_cores or cores:
            for word in firsts or every:
                index[core].setdefault(word, []).append(rule)
    shared: dict[tuple[Rule, ...], tuple[Rule, ...]] = {}
    kept = {
        core: {word: shared.setdefault(tuple(chosen), tuple(chosen)) for word, chosen in firsts.items()}
        for core, firsts in index.items()
    }
    return {core_key(core): (firsts.get(first_word(core), ()), firsts) for core, firsts in kept.items()}


def _vocabulary(tables: Iterable[Values]) -> Iterator[str]:
    """Give every word that can stand in an expression."""
    for table in tables:
        for name, entry in table.items():
            if "gives" in entry or name == "macros":
                patterns = entry["patterns"]
                for pattern in patterns.values() if isinstance(patterns, dict) else patterns:
                    yield from _WORD.findall(_NO_PATTERN.sub(" ", pattern))
            elif "forms" in entry:
                yield from (form.lower() for forms in entry["forms"] for form in forms)
            elif (
                ("values" in entry or "words" in entry) and name not in CONTEXT and name != "quantity" and not entry.get("lead")
            ):
                for phrase in entry.get("values") or entry["words"]:
                    yield from _WORD.findall(phrase)


def _words(tables: Iterable[Values], name: str) -> frozenset[str]:
    """Give the words of a class in all the languages."""
    return frozenset(word for table in tables for word in table.get(name, {}).get("words", ()))


def _verbs(tables: Iterable[Values]) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Collect the words and pairs that tell the tense; in "is|are to" the bar joins words of one place."""
    single: dict[str, int] = {}
    pairs: dict[str, dict[str, int]] = {}
    for name, speaks in (("future", 1), ("past", -1)):
        for phrase in (phrase for table in tables for phrase in table.get(name, {}).get("words", ())):
            first, _, second = phrase.rpartition(" ")
            for word in second.split("|"):
                if first:
                    pairs.setdefault(word, {}).update((before, speaks) for before in first.split("|"))
                else:
                    single[word] = speaks
    return single, pairs


def _endings(tables: Iterable[Values], name: str) -> tuple[str, ...]:
    """Give the endings of words of a class."""
    return tuple(ending for table in tables for ending in table.get(name, {}).get("endings", ()))


def _leads(tables: Iterable[Values]) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Collect the phrases that can stand just before a time, by their last word."""
    classes: dict[str, set[str]] = {}
    for table in tables:
        for name, entry in table.items():
            if entry.get("lead"):
                for phrase in entry["words"]:
                    classes.setdefault(phrase, set()).add(name)
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for phrase, names in classes.items():
        before, _, last = phrase.rpartition(" ")
        found.setdefault(last, []).append((before, frozenset(names)))
    return {last: tuple(phrases) for last, phrases in found.items()}
