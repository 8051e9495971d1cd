"""The grammar of date expressions, compiled from the lexicon: rules, slots, and the words that start a search.

A rule's patterns are regular expressions over the folded text (see `fold`) in which `{name}` stands for a slot or a macro and a
space for a run of spaces. All rules of a language, in the order of its file, form one expression, of which the scanner asks
only at the few places where a core word stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from malirights.lexicon import Lexicon

__all__ = ["BREAK", "Grammar", "Rule", "fold", "grammar_for"]

BREAK = "\x1e"
"""What `fold` writes for the two line ends of a paragraph break; no rule matches it."""

_REFERENCE = re.compile(r"\{([a-z]+(?:_[a-z]+)*)\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_WORD = re.compile(r"[^\W\d_]+")
_SPACES = {"\t": " ", "\xa0": " ", "\u202f": " ", "\u2009": " ", "\r": " ", "’": "'", "\x1e": " "}
_CAPTURED = frozenset({"year", "day", "yy"})
_SUFFIX = re.compile(r"_[bcz]$")
_CORE_DIGITS = (r"(?:1\d|20)\d\d(?!\d)", r"\d{1,2}[/.-]\d{1,2}[/.-]\d\d", r"\d0'?s(?!\w)")
_Values = Mapping[str, Any]


@attrs.frozen(eq=False)
class Rule:
    """One pattern of a rule of the lexicon.

    Attributes:
        name: The rule's name in the lexicon.
        gives: The kind of time that it gives, which names the function that resolves it.
        pattern: The expression with its slots as named groups; a name used again has a number after two underscores.
        entry: The rule's table in the lexicon.
        slots: For each named group with a word class, what its words mean.
        capitals: The named groups that must begin with a capital letter.
        not_before: What may not stand just before, or None.
        language: The language of the rule.
    """

    name: str
    gives: str
    pattern: re.Pattern[str]
    entry: _Values
    slots: Mapping[str, _Values]
    capitals: tuple[str, ...]
    not_before: re.Pattern[str] | None
    language: str


@attrs.frozen(eq=False)
class Grammar:
    """The compiled rules of one or more languages.

    Attributes:
        scan: Finds every core word.
        master: All rules in order; the number of the group that matched is the number of the rule.
        rules: The rules, by that number.
        words: Every word that can stand in an expression before its core word.
        cues: Compiled patterns of the classes of context words (tense, since, until, …).
        leads: The same, where they stand at the end of what comes before a time.
        abbreviations: Words whose full stop ends no sentence.
        years: The tables of holidays that move: by name and year, their first and last days.
    """

    scan: re.Pattern[str]
    master: re.Pattern[str]
    rules: tuple[Rule | None, ...]
    words: frozenset[str]
    cues: Mapping[str, re.Pattern[str]]
    leads: Mapping[str, re.Pattern[str]]
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
        grammars[languages] = _compiled(lexicon, languages)
    return grammars[languages]


def _grammars(_: Lexicon) -> dict[tuple[str, ...], Grammar]:
    """Give the cache of a lexicon's grammars."""
    return {}


@attrs.frozen(eq=False)
class _Language:
    """The slots and macros of one language, from which its patterns are expanded."""

    slots: Mapping[str, _Values]
    macros: Mapping[str, str]

    def expand(self, pattern: str, *, named: bool) -> str:
        """Replace every `{name}` and every space of a pattern.

        Args:
            pattern: As it stands in the lexicon.
            named: Whether to make the slots named groups.
        """

        def replaced(match: re.Match[str]) -> str:
            name = match[1]
            base = _SUFFIX.sub("", name)
            body = self.macros[base] if base in self.macros else _alternatives(self.slots[base])
            if named and (base in _CAPTURED or base in self.slots):
                return f"(?P<{name}>{body})"
            return f"(?:{body})"

        while _REFERENCE.search(pattern):
            pattern = _REFERENCE.sub(replaced, pattern)
        if not named:
            return _GROUP.sub(lambda group: group[0] if group[1] == "mark" else "(?:", pattern)
        seen: Counter[str] = Counter()

        def numbered(group: re.Match[str]) -> str:
            seen[group[1]] += 1
            return group[0] if seen[group[1]] == 1 else f"(?P<{group[1]}__{seen[group[1]]}>"

        return _GROUP.sub(numbered, pattern)


def _alternatives(words: Iterable[str]) -> str:
    """Give an expression for any of the words, the longest first, as a tree of their common beginnings."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: Mapping[str, Any]) -> str:
    """Write one node of the tree of beginnings."""
    alternatives = [re.escape(char).replace("\\ ", " ") + _branches(below) for char, below in sorted(node.items()) if char]
    if not alternatives:
        return ""
    joined = alternatives[0] if len(alternatives) == 1 and "" not in node else f"(?:{'|'.join(alternatives)})"
    return joined + "?" if "" in node else joined


def _spaced(pattern: str) -> str:
    """Let every space of a pattern stand for a run of spaces."""
    return pattern.replace(" ?", " {0,6}").replace(" ", " {1,6}").replace(" {1,6}{0,6}", " {0,6}")


def _compiled(lexicon: Lexicon, languages: tuple[str, ...]) -> Grammar:
    """Compile the rules of the languages, and those of no language before them."""
    names = ("common", *languages)
    tables = {name: lexicon.tables.get(name, {}).get("dates", {}) for name in names}
    rules: list[Rule | None] = [None]
    parts: list[str] = []
    for name in names:
        language = _language(tables["common"], tables[name])
        for rule, source in _rules(name, tables[name], language):
            rules.extend([rule, None] if "(?P<mark>" in source else [rule])
            parts.append(f"({source}(?!\\w))")
    cues = _cues(tables.values())
    return Grammar(
        scan=re.compile(rf"\b(?:{'|'.join(_cores(tables.values()))})"),
        master=re.compile("|".join(parts)),
        rules=tuple(rules),
        words=frozenset(_vocabulary(tables)),
        cues={name: re.compile(rf"(?<!\w)(?:{cue})(?!\w)") for name, cue in cues.items()},
        leads={name: re.compile(rf"(?<!\w)(?:{cue})(?: {{1,6}}(?:the|le|la|les) {{1,6}}|[' ]{{1,6}})$") for name, cue in cues.items()},
        abbreviations=frozenset(word for table in tables.values() for word in table.get("abbreviations", {}).get("words", ())),
        years={name: entry["years"] for name, entry in tables["common"].items() if "years" in entry},
    )


def _language(common: _Values, table: _Values) -> _Language:
    """Collect the slots and macros of a language."""
    slots: dict[str, _Values] = {}
    for name, entry in table.items():
        if "gives" not in entry and ("values" in entry or "words" in entry):
            slots[name] = entry.get("values") or {word: word for word in entry["words"]}
    macros = {**common["macros"]["patterns"], **table.get("macros", {}).get("patterns", {})}
    if "months" in table:
        forms = [[form.lower() for form in forms] for forms in table["months"]["forms"]]
        slots["month"] = {form: index for index, names in enumerate(forms, 1) for form in names if len(form) > 4 or form == names[0]}
        slots["mon"] = {form + dot: index for index, names in enumerate(forms, 1) for form in names for dot in _dots(form, names)}
    if "weekdays" in table:
        forms = [[form.lower() for form in forms] for forms in table["weekdays"]["forms"]]
        slots["weekday"] = {names[0]: index for index, names in enumerate(forms)}
        slots["wday"] = {form + dot: index for index, names in enumerate(forms) for form in names for dot in _dots(form, names)}
    if "number" in slots:
        macros.update(_numbers(slots["number"]))
    return _Language(slots=slots, macros=macros)


def _dots(form: str, forms: list[str]) -> tuple[str, ...]:
    """Give the endings of a name: a full stop may follow an abbreviation."""
    return ("",) if form == forms[0] or len(form) > 5 else ("", ".")  # noqa: PLR2004 - "thurs." is the longest


def _numbers(words: _Values) -> dict[str, str]:
    """Write the macros for numbers in digits or words, of which a ten and a unit may be joined."""
    tens = _alternatives(word for word, value in words.items() if value in range(20, 100, 10))
    units = _alternatives(word for word, value in words.items() if value in range(1, 10) and len(word) > 2)
    every = rf"{tens}(?: |[-‐‑]){units}|{_alternatives(words)}"
    return {"number": rf"(?P<number>\d{{1,4}}|{every})", "number_tail": rf"(?P<tail>{every})"}


def _rules(name: str, table: _Values, language: _Language) -> Iterator[tuple[Rule, str]]:
    """Compile every pattern of every rule, and give it with its source without names."""
    for rule_name, entry in table.items():
        if "gives" not in entry:
            continue
        not_before = entry.get("not_before")
        for pattern in entry["patterns"]:
            compiled = re.compile(_spaced(language.expand(pattern, named=True)) + r"(?!\w)")
            rule = Rule(
                name=rule_name,
                gives=entry["gives"],
                pattern=compiled,
                entry=entry,
                slots=_meanings(compiled, language),
                capitals=tuple(slot for slot in ("month", "mon", "weekday", "wday") if entry.get("capital") and slot in compiled.groupindex),
                not_before=re.compile(_spaced(language.expand(not_before, named=False))) if not_before else None,
                language=name,
            )
            yield rule, _spaced(language.expand(pattern, named=False))


def _meanings(pattern: re.Pattern[str], language: _Language) -> dict[str, _Values]:
    """Give the word class of each named group that has one."""
    names = {name.partition("__")[0] for name in pattern.groupindex}
    classes = {name: "number" if name == "tail" else _SUFFIX.sub("", name) for name in names}
    return {name: language.slots[known] for name, known in classes.items() if known in language.slots}


def _cores(tables: Iterable[_Values]) -> list[str]:
    """Give the expressions of the core words, of which every date expression has one."""
    words: set[str] = set()
    for table in tables:
        for name, entry in table.items():
            if entry.get("core"):
                words.update(entry.get("values") or entry["words"])
            elif name in {"months", "weekdays"}:
                words.update(form.lower() for forms in entry["forms"] for form in forms)
    return [*_CORE_DIGITS, f"(?:{_spaced(_alternatives(words))})(?!\\w)"]


def _vocabulary(tables: Mapping[str, _Values]) -> Iterator[str]:
    """Give every word that can stand in an expression."""
    for table in tables.values():
        for name, entry in table.items():
            if "gives" in entry or name == "macros":
                patterns = entry["patterns"]
                for pattern in patterns.values() if isinstance(patterns, dict) else patterns:
                    yield from _WORD.findall(_REFERENCE.sub(" ", re.sub(r"\\.|\(\?P<\w+>|\(\?!.*?\)", " ", pattern)))
            elif name in {"months", "weekdays"}:
                yield from (form.lower() for forms in entry["forms"] for form in forms)
            elif "values" in entry or "words" in entry:
                for phrase in entry.get("values") or entry["words"]:
                    yield from _WORD.findall(phrase)


def _cues(tables: Iterable[_Values]) -> dict[str, str]:
    """Join the patterns of the classes of context words: those with patterns that are no rules."""
    found: dict[str, list[str]] = {}
    for table in tables:
        for name, entry in table.items():
            if isinstance(entry.get("patterns"), list) and "gives" not in entry:
                found.setdefault(name, []).extend(entry["patterns"])
    return {name: _spaced("|".join(patterns)) for name, patterns in found.items()}
