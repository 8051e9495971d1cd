"""The verbs that select: statements and quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from malirights.ask.criteria import Day, Said, Source, Words, any_of, fold, said_by, statements_of, window
from malirights.ask.shown import Shown
from malirights.find.indirect import annotate_indirect, in_order
from malirights.find.language import find_language
from malirights.lexicon import Lexicon
from malirights.model import Quote, Statement

__all__ = ["quotes", "statements"]

_Test = Callable[[Statement], bool]
_ENOUGH = 4_000


def statements(
    source: Source,
    *,
    since: Day | None = None,
    until: Day | None = None,
    on: Day | None = None,
    contains: Words | None = None,
    speaker: Said | None = None,
    publisher: Words | None = None,
    language: Words | None = None,
) -> tuple[Statement, ...]:
    r"""Select statements; every criterion that is given must hold, and of several values any.

    Args:
        source: A page, a statement, or several of either.
        since: On or after the first day of this time: a date, a `When`, or an EDTF text such as "2013" or "2013-06".
        until: On or before the last day of this time.
        on: Within this time.
        contains: These words stand in the text, whatever the case and the accents.
        speaker: This person is quoted, in any spelling: all words given are words of the name; or a `Voice` of `speakers`.
        publisher: Published by this organisation.
        language: In this language, as an ISO 639-1 code.

    Returns:
        The statements, in the order of the source.

    Raises:
        CriterionError: A time cannot be read, or words are missing.
        InvalidTypeError: The source is none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nA grave was found.\n\nMay 2, 2015\n\nThe court sat.")
        >>> [statement.date.isoformat() for statement in mr.statements(page, since="2016", contains="GRAVE")]
        ['2016-05-04']
    """
    tests = _tests(since, until, on, publisher, language)
    if contains is not None:
        words = [fold(word) for word in any_of("contains", contains)]
        tests.append(lambda statement: _holds(statement.text, words))
    if speaker is not None:
        spoken = said_by("speaker", speaker)
        tests.append(lambda statement: any(map(spoken, statement.quotes)))
    return Shown(statement for statement in statements_of(source) if all(test(statement) for test in tests))


def quotes(
    source: Source,
    *,
    since: Day | None = None,
    until: Day | None = None,
    on: Day | None = None,
    contains: Words | None = None,
    speaker: Said | None = None,
    role: Words | None = None,
    cue: Words | None = None,
    publisher: Words | None = None,
    language: Words | None = None,
    indirect: bool = False,
    lexicon: Lexicon | None = None,
) -> tuple[Quote, ...]:
    r"""Select quotes; every criterion that is given must hold, and of several values any.

    Args:
        source: A page, a statement, or several of either.
        since: In a statement on or after the first day of this time.
        until: In a statement on or before the last day of this time.
        on: In a statement within this time.
        contains: These words stand in the quote, whatever the case and the accents.
        speaker: Said by this person, in any spelling: all words given are words of the name ("Moru", "Zoe Moru"). Of a
            `Voice` of `speakers`, its quotes and no others, under whatever name.
        role: These words stand in the speaker's role.
        cue: Attributed by this word ("said", "according to").
        publisher: In a statement published by this organisation.
        language: In a statement in this language, as an ISO 639-1 code.
        indirect: Whether to give reported clauses too ("she said that it had rained"), as quotes with `direct=False`. They
            are looked for when you ask, and `Statement.quotes` never holds them.
        lexicon: Your own words beside the package's, from `Lexicon.load`, by which to look for them.

    Returns:
        The quotes, in the order of the source.

    Raises:
        CriterionError: A time cannot be read, or words are missing.
        InvalidTypeError: The source is none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\n“It rained for nine days,” said Zoé Moru, a lawyer.")
        >>> mr.quotes(page, speaker="moru", role="lawyer")
        (Quote('It rained for nine days,', Zoé Moru),)
        >>> mr.quotes(page, speaker="Zoe Winter")
        ()
        >>> page = mr.parse("May 4, 2016\n\nZoé Moru said that it had rained.")
        >>> mr.quotes(page), mr.quotes(page, indirect=True)
        ((), (Quote('it had rained', Zoé Moru),))
    """
    tests = _tests(since, until, on, publisher, language)
    kept: list[Callable[[Quote], bool]] = []
    if contains is not None:
        words = [fold(word) for word in any_of("contains", contains)]
        kept.append(lambda quote: _holds(quote.text, words))
    if speaker is not None:
        kept.append(said_by("speaker", speaker))
    if role is not None:
        roles = [fold(word) for word in any_of("role", role)]
        kept.append(lambda quote: quote.speaker is not None and _holds(quote.speaker.role or "", roles))
    if cue is not None:
        cues = {fold(word) for word in any_of("cue", cue)}
        kept.append(lambda quote: quote.cue is not None and fold(quote.cue) in cues)
    return Shown(
        quote
        for statement in statements_of(source)
        if all(test(statement) for test in tests)
        for quote in (_with_indirect(statement, lexicon) if indirect else statement.quotes)
        if all(test(quote) for test in kept)
    )


def _with_indirect(statement: Statement, lexicon: Lexicon | None) -> tuple[Quote, ...]:
    """Give the quotes of a statement with the indirect speech of its body."""
    words = lexicon or Lexicon.default()
    body = [(part.span.start, part.span.end) for part in statement.parts if part.kind == "body"]
    language = statement.language or find_language(statement.text[:_ENOUGH], words, fewest=1)
    reported = annotate_indirect(
        statement.text, body, statement.quotes, words, language, statement_id=statement.id, date=statement.date
    )
    return in_order(statement.quotes, reported)


def _tests(
    since: Day | None, until: Day | None, on: Day | None, publisher: Words | None, language: Words | None
) -> list[_Test]:
    """Make the tests of a statement that both verbs have."""
    tests: list[_Test] = []
    if days := window(since, until, on):
        first, last = days
        tests.append(lambda statement: first <= statement.date <= last)
    if publisher is not None:
        publishers = {fold(word) for word in any_of("publisher", publisher)}
        tests.append(lambda statement: fold(statement.publisher or "") in publishers)
    if language is not None:
        languages = {word.casefold() for word in any_of("language", language)}
        tests.append(lambda statement: statement.language in languages)
    return tests


def _holds(text: str, words: Iterable[str]) -> bool:
    """Say whether one of some folded words stands in a text."""
    plain = fold(text)
    return any(word in plain for word in words)
