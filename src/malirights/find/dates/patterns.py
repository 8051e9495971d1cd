"""Patterns of the lexicon to regular expressions: slots, macros, spaces, and the words they can begin with.

In a pattern, `{name}` stands for a macro or for a slot, which is any word of a class; a slot may bear a
letter more (`{day_b}`) where a pattern has two of it. A space stands for a run of spaces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from malirights.find.alternatives import alternatives

__all__ = [
    "CONTEXT",
    "DIGITS",
    "Language",
    "Values",
    "first_word",
    "language",
    "slot_class",
    "spaced",
    "starts",
]

Values = Mapping[str, Any]
DIGITS = "0"
"""The key of the core words that are numbers: years and dates in digits."""

CONTEXT = frozenset(
    {
        "articles",
        "future",
        "past",
        "auxiliaries",
        "to",
        "through",
        "and",
        "perfect",
        "since_event",
        "numbering",
        "namesake",
    }
)
"""The classes of words that stand around times, not in them."""

_REFERENCE = re.compile(r"\{([a-z]+(?:_[a-z]+)*)\}")
_SUFFIX = re.compile(r"_[bcz]$")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_CAPTURED = frozenset({"year", "day", "yy"})
_NUMBERS = frozenset({"year", "yy"})
_COUNTS = frozenset({"day", "number", "number_tail"})
_TOKEN = re.compile(r"\\d|\\.|\(\?<?[!=]|\(\?P<\w+>|\((?:\?:)?|\)\??|\||\{([a-z_]+)\}(\?)?|\[(?:\\.|[^\]])*\]|[^\W\d_]+|'")
_AROUND = re.compile(r"\(\?<?[!=]")
_RUN = re.compile(r"[^\W_]+")
_WORDS = frozenset({"", "?"})
_ANY = "*"
_BRACKET = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|\((?:\?:)?|\)(?:\?(?![?+]))?")
_JOINED = re.compile(r"[?{\\*+]|\[(?!-)|\((?!\?[!=]|(?:\?:\(?)*\?:[ \[])")
_MONTH_FORMS = {"months": ("month", "mon", 1), "weekdays": ("weekday", "wday", 0)}
_SHORTEST_MONTH = 5
_LONGEST_SHORT = 5
_SHORTEST_NUMBER = 3


@attrs.frozen(eq=False)
class Language:
    """What the patterns of one language are expanded from.

    Attributes:
        slots: By class, what its words mean.
        macros: By name, patterns that other patterns use.
        cores: The core words.
        double: The core words that are also words of a class of other words.
    """

    slots: Mapping[str, Values]
    macros: Mapping[str, str]
    cores: frozenset[str]
    double: frozenset[str]

    def expand(self, pattern: str) -> str:
        """Write a pattern as a regular expression with slots as named groups, numbered from the second on."""

        def replaced(match: re.Match[str]) -> str:
            name = match[1]
            base = _SUFFIX.sub("", name)
            body = self.macros[base] if base in self.macros else alternatives(self.slots[base])
            return f"(?P<{name}>{body})" if base in _CAPTURED or base in self.slots else f"(?:{body})"

        while _REFERENCE.search(pattern):
            pattern = _REFERENCE.sub(replaced, pattern)
        seen: Counter[str] = Counter()

        def numbered(group: re.Match[str]) -> str:
            seen[group[1]] += 1
            return group[0] if seen[group[1]] == 1 else f"(?P<{group[1]}__{seen[group[1]]}>"

        return spaced(_branched(_GROUP.sub(numbered, pattern)))


def language(common: Values, table: Values) -> Language:
    """Collect the slots and macros of a language from its table and the one of every language."""
    slots: dict[str, Values] = {}
    for name, entry in table.items():
        if "gives" in entry or name in CONTEXT or entry.get("lead"):
            continue
        if "values" in entry or "words" in entry:
            slots[name] = entry.get("values") or {word: word for word in entry["words"]}
    for name, (full, every, first) in _MONTH_FORMS.items():
        if name in table:
            forms = [[form.lower() for form in row] for row in table[name]["forms"]]
            slots[full] = {form: index for index, row in enumerate(forms, first) for form in row if _is_full(form, row, name)}
            slots[every] = {
                form + dot: index for index, row in enumerate(forms, first) for form in row for dot in _dots(form, row)
            }
    macros = {**common["macros"]["patterns"], **table.get("macros", {}).get("patterns", {})}
    if "number" in slots:
        macros.update(_numbers(slots["number"]))
    cores = _cores(table, slots)
    mixed = [phrase for words in slots.values() if any(word.rstrip(".") not in cores for word in words) for phrase in words]
    double = cores.intersection(word for phrase in mixed for word in phrase.split())
    return Language(slots=slots, macros=macros, cores=cores, double=double)


def _is_full(form: str, row: list[str], name: str) -> bool:
    """Say whether a form is the full name, or the same without accents."""
    return form == row[0] or (name == "months" and len(form) >= _SHORTEST_MONTH)


def _dots(form: str, row: list[str]) -> tuple[str, ...]:
    """Give the endings of a name: a full stop may follow an abbreviation."""
    return ("",) if form == row[0] or len(form) > _LONGEST_SHORT else ("", ".")


def _numbers(words: Values) -> dict[str, str]:
    """Write the macros for numbers in digits or words, of which a ten and a unit may be joined."""
    tens = alternatives(word for word, value in words.items() if value in range(20, 100, 10))
    units = alternatives(word for word, value in words.items() if value in range(1, 10) and len(word) >= _SHORTEST_NUMBER)
    every = rf"{tens}(?: |[-‐‑]){units}|{alternatives(words)}"
    return {"number": rf"(?P<number>\d{{1,4}}|{every})", "number_tail": rf"(?P<tail>{every})"}


def _cores(table: Values, slots: Mapping[str, Values]) -> frozenset[str]:
    """Give the core words of a language."""
    names = {name for name, entry in table.items() if entry.get("core")}
    names.update(name for pair in _MONTH_FORMS.values() for name in pair[:2] if name in slots)
    return frozenset(word.rstrip(".") for name in names for word in slots[name])


def _branched(pattern: str) -> str:
    """Write every group that may be absent as a choice between it and nothing, which is matched faster than a repeat."""
    plain: list[bool] = []

    def replaced(bracket: re.Match[str]) -> str:
        if bracket[0][0] == "(":
            plain.append(bracket[0] == "(?:")
        elif bracket[0][0] == ")" and plain.pop() and bracket[0] == ")?":
            return "|)"
        return bracket[0]

    return _BRACKET.sub(replaced, pattern)


def slot_class(group: str) -> str:
    """Give the class of a named group: its name without what tells it from another group of the class."""
    name = group.partition("__")[0]
    return "number" if name == "tail" else _SUFFIX.sub("", name)


def spaced(pattern: str) -> str:
    """Let every space of a pattern stand for a run of spaces."""
    return pattern.replace(" ?", " {0,6}").replace(" ", " {1,6}").replace(" {1,6}{0,6}", " {0,6}")


def starts(pattern: str, known: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that can be the first core word of an expression, and those that can be its first word.

    Each of the two sets is empty where that cannot be told.
    """
    while any(_is_macro(name, known) for name in _REFERENCE.findall(pattern)):
        pattern = _REFERENCE.sub(lambda match: known.macros[match[1]] if _is_macro(match[1], known) else match[0], pattern)
    tokens, wanted = list(_tokens(pattern, known)), known.cores | {DIGITS, ""}
    cores = [(mark, words - {""}) for mark, words in tokens if mark not in _WORDS or (words <= wanted and words - {""})]
    firsts = _leading((mark, {_ANY} if "" in words else {first_word(word) for word in words}) for mark, words in tokens)
    return frozenset(_leading(cores)), frozenset() if _ANY in firsts else frozenset(firsts)


def _is_macro(name: str, known: Language) -> bool:
    """Say whether a reference is to a macro that is not a number of the calendar."""
    return name in known.macros and name not in _NUMBERS and name not in _COUNTS


@attrs.define(eq=False)
class _Branch:
    """One alternative of a pattern, read from the left: the words that can come first, and whether one of them must."""

    words: set[str] = attrs.field(factory=set)
    sure: bool = False

    def take(self, words: set[str], *, sure: bool) -> None:
        """Read on, where what was read so far may be absent."""
        if not self.sure:
            self.words |= words
            self.sure = sure


def _leading(tokens: Iterable[tuple[str, set[str]]]) -> set[str]:
    """Collect the words of which one comes before all others."""
    opened = [[_Branch()]]
    for mark, words in tokens:
        if mark == "(":
            opened.append([_Branch()])
        elif mark == "|":
            opened[-1].append(_Branch())
        elif mark.startswith(")"):
            branches = opened.pop()
            sure = mark == ")" and all(branch.sure for branch in branches)
            opened[-1][-1].take(set().union(*(branch.words for branch in branches)), sure=sure)
        else:
            opened[-1][-1].take(words, sure=not mark)
    return set().union(*(branch.words for branch in opened[0]))


def first_word(phrase: str) -> str:
    """Give the first word of a phrase as the finder looks it up: `DIGITS` for a number, and a mark as it is."""
    run = _RUN.match(phrase)
    return phrase[:1] if run is None else DIGITS if run[0][0].isdigit() else run[0]


def _is_whole(pattern: str, token: re.Match[str]) -> bool:
    """Say whether the letters of a token are a whole word, joined to nothing but a space or a hyphen."""
    return _JOINED.match(pattern, token.end()) is None


def _tokens(pattern: str, known: Language) -> Iterator[tuple[str, set[str]]]:
    """Go through the brackets, bars and words of a pattern, look-arounds left out.

    Words have no mark, or "?" where they may be absent; the closing bracket of a group that may be absent has one too.
    """
    depth, around = 0, 0
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if text[0] == "(":
            depth += 1
            around = around or (depth if _AROUND.match(text) else 0)
        if not around:
            if text[0] in "(|)":
                yield text if text[0] == ")" else text[0], set()
            elif (words := _token_words(pattern, token, known)) is not None:
                yield token[2] or "", words
        if text[0] == ")":
            around = 0 if depth == around else around
            depth -= 1


def _token_words(pattern: str, token: re.Match[str], known: Language) -> set[str] | None:
    """Give the words that a token of a pattern stands for, or None where it stands for none."""
    text, name = token[0], _SUFFIX.sub("", token[1] or "")
    if name in _COUNTS:
        return {"1", *(known.slots["number"] if name != "day" else ())}
    if name in known.slots:
        return {word.rstrip(".") for word in known.slots[name]}
    if name or text == "\\d":
        return {DIGITS}
    if text[0].isalpha():
        return {text} if _is_whole(pattern, token) else {text, ""}
    if text == "'":
        return {text}
    return {""} if text[0] == "[" and re.search(r"\w", text) else None
