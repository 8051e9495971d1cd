"""The grammar of date expressions, compiled from the lexicon: which words start a search, and which rules are then tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from malirights.find.dates.patterns import DIGITS, Language, Values, alternatives, first_cores, language, slot_class, spaced
from malirights.lexicon import Lexicon

__all__ = ["BREAK", "Grammar", "Rule", "RuleSet", "fold", "grammar_for"]

BREAK = "\x1e"
"""What `fold` writes for the two line ends of a paragraph break; no rule matches it."""

_WORD = re.compile(r"[^\W\d_]+")
_SPACES = {"\t": " ", "\xa0": " ", "\u202f": " ", "\u2009": " ", "\r": " ", "’": "'", "\x1e": " "}
_CORE_DIGITS = (r"(?:1\d|20)\d\d(?!\d)", r"\d{1,2}[/.-]\d{1,2}[/.-]\d\d", r"\d0'?s(?!\w)")
_NO_PATTERN = re.compile(r"\\.|\(\?P<\w+>|\(\?!.*?\)|\{\w+\}")
_CONTEXT = frozenset({"markers", "quantity", "abbreviations", "articles"})
_CAPITALS = ("month", "mon", "weekday", "wday")


@attrs.frozen(eq=False)
class Rule:
    """One pattern of a rule of the lexicon.

    Attributes:
        name: The rule's name in the lexicon.
        gives: The kind of time that it gives, which names the function that resolves it.
        pattern: The expression with its slots as named groups.
        entry: The rule's table in the lexicon.
        slots: For each named group with a word class, what its words mean.
        capitals: The named groups that must begin with a capital letter.
        not_before: What may not stand just before, or None.
    """

    name: str
    gives: str
    pattern: re.Pattern[str]
    entry: Values
    slots: Mapping[str, Values]
    capitals: tuple[str, ...]
    not_before: re.Pattern[str] | None


@attrs.frozen(eq=False)
class RuleSet:
    """The rules that are tried where one core word stands, in their order.

    Attributes:
        any: One expression for all of them; the number of the group that matched is the number of the rule.
        rules: The rules by that number; None where the number is another group's.
    """

    any: re.Pattern[str]
    rules: tuple[Rule | None, ...]


@attrs.frozen(eq=False)
class Grammar:
    """The compiled rules of one or more languages.

    Attributes:
        scan: Finds every core word.
        sets: By core word, the rules to try; under `DIGITS` those for numbers.
        words: Every word that can stand in an expression before its core word.
        cues: By class, what context words match.
        leads: By phrase that can stand just before a time, its classes: "since", "until", "between", …
        articles: Words that can stand between such a phrase and the time.
        abbreviations: Words whose full stop ends no sentence.
        years: By name and year, the first and last days of holidays that move.
    """

    scan: re.Pattern[str]
    sets: Mapping[str, RuleSet]
    words: frozenset[str]
    cues: Mapping[str, re.Pattern[str]]
    leads: Mapping[str, frozenset[str]]
    articles: frozenset[str]
    abbreviations: frozenset[str]
    years: Mapping[str, Mapping[str, Any]]


def fold(text: str) -> str:
    """Give the text in lower case and with plain spaces and apostrophes, every character at its place.

    A single line end becomes a space; the line ends of a blank line become `BREAK`.
    """
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for old, new in _SPACES.items():
        folded = folded.replace(old, new)
    return folded.replace("\n\n", BREAK + BREAK).replace("\n", " ")


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
    keys: dict[str, set[str]] = {DIGITS: {DIGITS}}
    for known in languages:
        for word, classes in known.cores.items():
            keys.setdefault(word, {f"'{word}'"}).update(classes)
    words = spaced(alternatives(word for word in keys if word != DIGITS))
    return Grammar(
        scan=re.compile(rf"\b(?:(?:{words})(?!\w)|(?=\d)(?:{'|'.join(_CORE_DIGITS)}))"),
        sets=_sets(rules, keys),
        words=frozenset(_vocabulary(tables)),
        cues=_cues(tables),
        leads=_leads(tables),
        articles=_words(tables, "articles"),
        abbreviations=_words(tables, "abbreviations"),
        years={name: entry["years"] for name, entry in tables[0].items() if "years" in entry},
    )


def _rules(table: Values, known: Language) -> Iterator[tuple[Rule, str, frozenset[str]]]:
    """Compile every pattern of every rule; give it with its expression without names, and its first core words."""
    for name, entry in table.items():
        if "gives" not in entry:
            continue
        not_before = entry.get("not_before")
        for pattern in entry["patterns"]:
            compiled = re.compile(known.expand(pattern, named=True) + r"(?!\w)")
            groups = {group.partition("__")[0] for group in compiled.groupindex}
            rule = Rule(
                name=name,
                gives=entry["gives"],
                pattern=compiled,
                entry=entry,
                slots={group: known.slots[slot_class(group)] for group in groups if slot_class(group) in known.slots},
                capitals=tuple(slot for slot in _CAPITALS if entry.get("capital") and slot in groups),
                not_before=re.compile(known.expand(not_before, named=False)) if not_before else None,
            )
            yield rule, known.expand(pattern, named=False), first_cores(pattern, known)


def _sets(rules: list[tuple[Rule, str, frozenset[str]]], keys: Mapping[str, set[str]]) -> dict[str, RuleSet]:
    """Compile for every core word the rules whose first core word it can be; words with the same rules share them."""
    made: dict[tuple[int, ...], RuleSet] = {}
    sets: dict[str, RuleSet] = {}
    for word, classes in keys.items():
        chosen = tuple(number for number, (_, _, firsts) in enumerate(rules) if not firsts or firsts & classes)
        if chosen not in made:
            made[chosen] = _rule_set([rules[number][:2] for number in chosen])
        sets[word] = made[chosen]
    return sets


def _rule_set(chosen: list[tuple[Rule, str]]) -> RuleSet:
    """Compile some rules into one expression."""
    numbered: list[Rule | None] = [None]
    for rule, source in chosen:
        numbered.extend([rule, None] if "(?P<mark>" in source else [rule])
    return RuleSet(any=re.compile("|".join(rf"({source}(?!\w))" for _, source in chosen)), rules=tuple(numbered))


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
            elif ("values" in entry or "words" in entry) and name not in _CONTEXT and not entry.get("lead"):
                for phrase in entry.get("values") or entry["words"]:
                    yield from _WORD.findall(phrase)


def _words(tables: Iterable[Values], name: str) -> frozenset[str]:
    """Give the words of a class in all the languages."""
    return frozenset(word for table in tables for word in table.get(name, {}).get("words", ()))


def _cues(tables: Iterable[Values]) -> dict[str, re.Pattern[str]]:
    """Compile the classes of context words: those with patterns that are no rules."""
    found: dict[str, list[str]] = {}
    for table in tables:
        for name, entry in table.items():
            if isinstance(entry.get("patterns"), list) and "gives" not in entry:
                found.setdefault(name, []).extend(entry["patterns"])
    return {name: re.compile(rf"(?<!\w)(?:{spaced('|'.join(patterns))})(?!\w)") for name, patterns in found.items()}


def _leads(tables: Iterable[Values]) -> dict[str, frozenset[str]]:
    """Collect the phrases that can stand just before a time."""
    found: dict[str, set[str]] = {}
    for table in tables:
        for name, entry in table.items():
            if entry.get("lead"):
                for phrase in entry["words"]:
                    found.setdefault(phrase.replace("'", "' ").strip(), set()).add(name)
    return {phrase: frozenset(names) for phrase, names in found.items()}
