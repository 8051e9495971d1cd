"""The date finder: one pass for core words, and the grammar only where one stands."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from malirights.errors import InvalidValueError
from malirights.find.dates import context, ranges
from malirights.find.dates.found import Found, Match, State, phrase_before
from malirights.find.dates.grammar import BREAK, Rule, core_key, fold, grammar_for, spread
from malirights.find.dates.patterns import DIGITS, Values
from malirights.find.dates.relative import RELATIVES
from malirights.find.dates.resolve import DATES
from malirights.find.language import function_words_in
from malirights.lexicon import Lexicon
from malirights.model.checks import day_of

if TYPE_CHECKING:
    from malirights.model import When

__all__ = ["times"]

_Tried = tuple[Rule, ...]
_RESOLVERS = {**DATES, **RELATIVES}
_LONGEST = 64
_MOST_WORDS = 8
_WINDOW = 12
_NEXT = re.compile(r"\s{1,3}([^\W\d_]+)")
_RUN = re.compile(r"[^\W_]+")
_JOINTS = re.compile(r"[-‐‑–']")
_WHOLE = frozenset({"date"})
_EDGES = " ,.-‐‑–'"
_ENOUGH = 4
_SAMPLE = 100
_SAMPLE_EVERY = 1000
_SHORT = 3
_SAMPLES = 80


def times(text: str, anchor: dt.date | str | None, lexicon: Lexicon | None, language: str | None) -> tuple[When, ...]:
    """Do what `find_dates` does, for a text that is a `str`."""
    lexicon = lexicon or Lexicon.default()
    folded = fold(text)
    grammar = grammar_for(lexicon, _languages(folded, lexicon, language))
    if isinstance(anchor, dt.datetime):
        anchor = anchor.date()
    day = None if anchor is None else day_of("the anchor", anchor)
    since = tuple([word for word in grammar.classes["since_event"] if word in folded])
    state = State(raw=text, text=folded, grammar=grammar, anchor=day, found=[], since=since)
    _read(text, state)
    return tuple([context.finished(text, state, found) for found in ranges.joined(state)])


def _languages(folded: str, lexicon: Lexicon, language: str | None) -> tuple[str, ...]:
    """Give the languages to read the text in: those whose function words it has in numbers."""
    known = lexicon.built(_known_languages)
    if language is not None:
        if language not in known:
            message = f"the lexicon has no dates of the language {language!r}; it has {', '.join(known)}"
            raise InvalidValueError(message, value=language)
        return (language,)
    step = max(_SAMPLE, min(_SAMPLE_EVERY, len(folded) // _SHORT), len(folded) // _SAMPLES)
    sample = "".join([folded[start : start + _SAMPLE] for start in range(0, len(folded), step)])
    counts = function_words_in(sample, lexicon)
    most = max([counts[name] for name in known], default=0)
    return tuple([name for name in known if counts[name] * _ENOUGH >= most])


def _known_languages(lexicon: Lexicon) -> tuple[str, ...]:
    """Give the languages whose dates the lexicon has."""
    return tuple(name for name in lexicon.languages if "dates" in lexicon.tables[name])


def _read(text: str, state: State) -> None:
    """Go through the core words of the text, and keep what the rules make of them.

    An expression that holds a core word was tried when that word came, so no later one begins before it; but
    for a word that is a core word of some rules and not of others, such as "later".
    """
    index, double, done = state.grammar.rules, state.grammar.double, 0
    for core in state.grammar.scan.finditer(spread(state.text)):
        place = core.start()
        if place < done:
            continue
        word = core[0]
        own, rules = index.get(word) or index[core_key(word[1:])]
        for start, tried in _starts(state, place, done, own, rules):
            found = _first_found(text, state, tried, start, place)
            if found is not None:
                state.found += found
                done = found[-1].end if found else state.past
                break
        else:
            if word not in double:
                done = core.end() - 1


def _starts(state: State, core: int, floor: int, own: _Tried, rules: Mapping[str, _Tried]) -> list[tuple[int, _Tried]]:
    """Give the places where an expression with this core word can begin, leftmost first, and their rules.

    The core word itself comes last, with its own rules.
    """
    folded, words = state.text, state.grammar.words
    starts = [(core, own)]
    floor, count = max(floor, core - _LONGEST), 0
    end = core - 1 if folded[core - 1] == " " else core
    while end > floor and count < _MOST_WORDS:
        begin = folded.rfind(" ", floor, end) + 1 or floor
        token = folded[begin:end]
        if token in rules:
            starts.append((begin, rules[token]))
        elif token.isdigit():
            starts.append((begin, rules.get(DIGITS, ())))
        elif token and token not in words:
            if token.isalpha():
                break
            if BREAK in token:
                begin, floor = begin + token.rindex(BREAK) + 1, end
            word = folded[begin:end].strip(_EDGES)
            if word and not _is_known(word, words):
                break
            if word or folded[end - 1] == "'":
                place = folded.index(word or "'", begin)
                starts.append((place, _rules_at(folded, place, rules)))
        end, count = begin - 1, count + 1
    starts.reverse()
    return starts


def _is_known(word: str, words: frozenset[str]) -> bool:
    """Say whether a token can stand in an expression: a word, a number, or such words joined."""
    return word in words or (word[0].isdigit() and word[-1] != "s") or all(part in words for part in _JOINTS.split(word))


def _rules_at(folded: str, place: int, rules: Mapping[str, _Tried]) -> _Tried:
    """Give the rules whose expressions can begin with the word at the place."""
    run = _RUN.match(folded, place)
    word = run[0] if run else folded[place]
    return rules.get(DIGITS if word[0].isdigit() else word, ())


def _first_found(text: str, state: State, rules: _Tried, start: int, core: int) -> list[Found] | None:
    """Give what the first rule that matches at the start, and that the words around allow, makes of it.

    Nothing at all is the name of a street, or a day that no calendar has: no time is in these words.
    """
    folded = state.text
    for rule in rules:
        raw = rule.matches(folded, start)
        if raw is not None and raw.end() > core and (match := _match(text, rule, raw)):
            try:
                found = [] if rule.names_before and _is_name(text, match) else _RESOLVERS[rule.gives](state, match)
            except (ValueError, OverflowError):  # no such day in the calendar: 31 April, or a thousand centuries ago
                found = [] if rule.gives in _WHOLE else None
            if found is not None:
                state.past = match.end
                return found
    return None


def _match(text: str, rule: Rule, raw: re.Match[str]) -> Match | None:
    """Read the slots of a rule that matched; None where a capital is missing or something before forbids the rule."""
    start = raw.start()
    for number in rule.capitals:
        if raw.start(number) >= 0 and text[raw.start(number)].islower():
            return None
    if rule.not_before is not None and rule.not_before.search(raw.string, max(0, start - _WINDOW), start):
        return None
    if rule.not_after and phrase_before(rule.not_after, raw.string, start) is not None:
        return None
    slots: dict[str, Any] = {}
    for (name, values), words in zip(rule.groups, raw.groups(), strict=True):
        if words:
            slots[name] = values[words] if words in values else int(words) if words.isdecimal() else _meaning(values, words)
    match = Match(rule, start, raw.end(), slots, raw)
    if "ambiguous" in rule.entry and raw["month"] in rule.entry["ambiguous"]:
        return match if match.preceded(rule.entry["ambiguous_before"]) else None
    return match


def _is_name(text: str, match: Match) -> bool:
    """Say whether a day without a year names something: the 14 July Bridge, the Movement of 23 March."""
    rule = match.rule
    if "year" in match.slots or "yy" in match.slots:
        return False
    after = _NEXT.match(text, match.end) if rule.names_after else None
    if after and after[1].lower() in rule.names_after and after[1][0].isupper():
        return True
    place = phrase_before(rule.names_before, match.raw.string, match.start)
    return place is not None and (text[place].isupper() or not rule.entry.get("names_capital"))


def _meaning(values: Values, value: str) -> Any:  # noqa: ANN401 - as the lexicon has it
    """Give what words that are not in a class as they stand mean: words with more spaces, joined ones, or themselves."""
    if not values:
        return value
    plain = " ".join(value.split())
    if plain in values:
        return values[plain]
    return sum(values[part] for part in _JOINTS.split(plain.replace(" ", "-")))
