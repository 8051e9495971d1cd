"""The date finder: one pass for core words, and the grammar only where one stands."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.find.dates import context, ranges
from malirights.find.dates.found import Found, Match, State
from malirights.find.dates.grammar import BREAK, Rule, RuleSet, fold, grammar_for
from malirights.find.dates.patterns import DIGITS
from malirights.find.dates.relative import RELATIVES
from malirights.find.dates.resolve import DATES
from malirights.lexicon import Lexicon
from malirights.model import When

__all__ = ["find_dates"]

_RESOLVERS = {**DATES, **RELATIVES}
_LONGEST = 64
_MOST_WORDS = 9
_WINDOW = 24
_JOINTS = re.compile(r"[-‐‑–']")
_EDGES = " ,.-‐‑–'"
_ENOUGH = 4
_SAMPLE = 1000
_SAMPLES = 20


def find_dates(
    text: str,
    *,
    anchor: dt.date | str | None = None,
    lexicon: Lexicon | None = None,
    language: str | None = None,
) -> tuple[When, ...]:
    """Find the dates of a text, and say which days they mean.

    Every time carries the minimal span of its words, and the value is what these words say: "early March" is the month of March
    with the part "start". What the words around it make of it, as in "since 2012", is its `scope`.

    Args:
        text: Any prose. Spans are offsets into it.
        anchor: The date of the text, as a date or in ISO form. Without it, expressions that count from that date ("last week",
            "in March") are left out rather than guessed.
        lexicon: Your own words, or None for those of the package.
        language: The language of the text, as a code such as "fr"; None to tell it from the text's own words.

    Returns:
        The times in the order of the text; none overlap.

    Raises:
        InvalidTypeError: The text is no `str`, or the anchor is neither a date nor a `str`.
        InvalidValueError: The anchor is no ISO date, or the lexicon has no such language.

    Examples:
        >>> first, second = find_dates("The coup of March 2012 was told again last night.", anchor="2013-12-04")
        >>> first.edtf, first.expression
        ('2012-03', 'March 2012')
        >>> second.earliest, second.expression
        (datetime.date(2013, 12, 3), 'last night')
    """
    if not isinstance(text, str):
        message = f"find_dates takes a str, got {type(text).__name__}; decode bytes first"
        raise InvalidTypeError(message)
    lexicon = lexicon or Lexicon.default()
    folded = fold(text)
    grammar = grammar_for(lexicon, _languages(folded, lexicon, language))
    state = State(text=folded, grammar=grammar, anchor=_anchor(anchor), found=[])
    _read(text, state)
    return tuple(context.finished(text, state, found) for found in ranges.joined(state))


def _anchor(anchor: dt.date | str | None) -> dt.date | None:
    """Read the date of the text."""
    if anchor is None or type(anchor) is dt.date:
        return anchor
    if isinstance(anchor, dt.datetime):
        return anchor.date()
    if not isinstance(anchor, str):
        message = f"an anchor is a date such as datetime.date(2012, 5, 3) or '2012-05-03', got {anchor!r}"
        raise InvalidTypeError(message)
    try:
        return dt.date.fromisoformat(anchor)
    except ValueError as error:
        message = f"cannot read the anchor {anchor!r}; write an ISO date such as '2012-05-03'"
        raise InvalidValueError(message, value=anchor) from error


def _languages(folded: str, lexicon: Lexicon, language: str | None) -> tuple[str, ...]:
    """Give the languages to read the text in: those whose function words it has in numbers."""
    known = tuple(name for name in lexicon.languages if "dates" in lexicon.tables[name])
    if language is not None:
        if language not in known:
            message = f"the lexicon has no dates of the language {language!r}; it has {', '.join(known)}"
            raise InvalidValueError(message, value=language)
        return (language,)
    step = max(_SAMPLE, len(folded) // _SAMPLES)
    sample = " ".join(folded[start : start + _SAMPLE] for start in range(0, len(folded), step))
    counts = {name: sum(sample.count(f" {word} ") for word in lexicon.words(name, "dates", "markers")) for name in known}
    most = max(counts.values(), default=0)
    return tuple(name for name in known if counts[name] * _ENOUGH >= most)


def _read(text: str, state: State) -> None:
    """Go through the core words of the text, and keep what the rules make of them."""
    sets, done = state.grammar.sets, 0
    for core in state.grammar.scan.finditer(state.text):
        if core.start() < done:
            continue
        word = core[0]
        rules = sets.get(DIGITS if word[0].isdigit() else word) or sets[" ".join(word.split())]
        for start in _starts(state.text, core.start(), done, state.grammar.words):
            if found := _rule_at(text, state, rules, start, core.start()):
                state.found += found
                done = found[-1].end
                break


def _starts(folded: str, core: int, floor: int, words: frozenset[str]) -> Iterator[int]:
    """Give the places at which an expression with this core word can begin, the longest expression first."""
    window = folded[max(floor, core - _LONGEST) : core].rpartition(BREAK)[2]
    starts = [core]
    place = core
    if window[-1:] == "'":
        starts.append(core - 1)
    for token in reversed(window.split(" ")):
        word = token.strip(_EDGES)
        if word and not (word in words or (word[0].isdigit() and word[-1] != "s") or all(part in words for part in _JOINTS.split(word))):
            break
        place -= len(token)
        if word:
            starts.append(place + len(token) - len(token.lstrip(_EDGES)))
            if len(starts) > _MOST_WORDS:
                break
        place -= 1
    return reversed(starts)


def _rule_at(text: str, state: State, rules: RuleSet, start: int, core: int) -> list[Found] | None:
    """Give what the first rule that matches there, and that the words around allow, makes of the words up to the core word or on."""
    raw = rules.any.match(state.text, start)
    if raw is None or raw.end() <= core:
        return None
    first = raw.lastindex or 0
    for rule in rules.rules[first:]:
        if rule is None or (match := _match(state.text, rule, start)) is None or match.end <= core:
            continue
        if not _allowed(text, state.text, match):
            return None
        if found := _resolved(state, match):
            return found
    return None


def _resolved(state: State, match: Match) -> list[Found] | None:
    """Give the days that a match means, or None where the words around it or the calendar say that it is no date."""
    try:
        return _RESOLVERS[match.rule.gives](state, match)
    except (ValueError, OverflowError):
        return None  # no such day in the calendar: 31 April, or a thousand centuries ago


def _match(folded: str, rule: Rule, start: int) -> Match | None:
    """Match a rule, and read its slots."""
    raw = rule.pattern.match(folded, start)
    if raw is None:
        return None
    spans = {name.partition("__")[0]: raw.span(name) for name in rule.pattern.groupindex if raw.start(name) >= 0}
    groups = {name: folded[first:last] for name, (first, last) in spans.items()}
    meant = {name: _meaning(rule, name, value) for name, value in groups.items() if name in rule.slots or value.isdecimal()}
    return Match(rule=rule, start=start, end=raw.end(), text=folded, spans=spans, groups=groups, meant=meant)


def _meaning(rule: Rule, name: str, value: str) -> object:
    """Give what the words of a slot mean."""
    values = rule.slots.get(name)
    if values is None or value.isdecimal():
        return int(value)
    if value in values:
        return values[value]
    plain = " ".join(value.split())
    if plain in values:
        return values[plain]
    return sum(values[part] for part in re.split(r"[ -]+|[‐‑]", plain))


def _allowed(text: str, folded: str, match: Match) -> bool:
    """Say whether capitals stand where they must, and nothing before that forbids the rule."""
    rule, start = match.rule, match.start
    for name in rule.capitals:
        if name in match.spans and text[match.spans[name][0]].islower():
            return False
    if rule.not_before is not None and rule.not_before.search(folded[max(0, start - _WINDOW) : start]):
        return False
    if "ambiguous" in rule.entry and match.groups["month"] in rule.entry["ambiguous"]:
        return match.preceded(rule.entry["ambiguous_before"])
    return True
