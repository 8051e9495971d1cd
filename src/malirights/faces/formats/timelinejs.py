"""Timelines for TimelineJS3, as its own JSON."""

from __future__ import annotations

from typing import Any

from malirights.faces.formats.sources import Evidence, Happening, Told, happenings
from malirights.faces.formats.times import Parts, bounds, day_words, time_words
from malirights.faces.formats.words import escaped, web_link

__all__ = ["to_timelinejs"]

_UNITS = ("year", "month", "day")


def to_timelinejs(source: Told) -> dict[str, Any]:
    r"""Make the data of a TimelineJS3 timeline of what a source tells.

    A date has the year, the month and the day only as far as they are known, and `display_date` says in words how exactly. Of
    what is known between two days, both are given. An end that is open is left out: TimelineJS shows the other end, and the
    words say which it is. Events without a time cannot stand on a timeline; the title slide counts and lists them. Events
    are in groups by what they are: violation, context, accountability, reporting.

    Source: TimelineJS3, "JSON data format" of its documentation.

    Args:
        source: A page, a statement, an event, an incident, or several of them.

    Returns:
        Plain data for `json.dump`. All texts are escaped HTML, with the words of the text and a reference to its statement.

    Raises:
        InvalidTypeError: The source is none.
        InvalidValueError: An event is of no statement.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested in Orvel in March 2012.")
        >>> slide, = mr.to_timelinejs(page)["events"]
        >>> slide["start_date"], slide["display_date"], slide["text"]["headline"]
        ({'year': 2012, 'month': 3}, 'some time in March 2012', 'Arrest, Orvel: Six bakers')
    """
    found = happenings(source)
    untimed = [happening for happening in found if not happening.days]
    timeline: dict[str, Any] = {"events": [_slide(happening) for happening in found if happening.days]}
    return {"title": _title(untimed), **timeline} if untimed else timeline


def _slide(happening: Happening) -> dict[str, Any]:
    """Make the slide of a happening that has a time."""
    assert happening.days is not None  # noqa: S101 - what has none is on the title slide
    first, last = bounds(happening.days)
    start = first or last
    assert start is not None  # noqa: S101 - days that are open at both ends are none
    ends = {"end_date": _date(last)} if first and last and last != first else {}
    return {
        "unique_id": happening.id,
        "start_date": _date(start),
        **ends,
        "display_date": time_words(happening.days),
        "group": happening.told.kind.group,
        "text": {"headline": escaped(happening.label), "text": f"{_facts(happening)}{_proof(happening)}"},
    }


def _date(parts: Parts) -> dict[str, int]:
    """Write a date as far as it is known."""
    return dict(zip(_UNITS, parts, strict=False))


def _title(untimed: list[Happening]) -> dict[str, Any]:
    """Make the title slide, which lists what has no time."""
    number = f"{len(untimed)} event{'s' if len(untimed) != 1 else ''} without a stated time"
    items = "".join(f"<li><b>{escaped(happening.label)}</b>{_proof(happening)}</li>" for happening in untimed)
    return {"text": {"headline": number, "text": f"<p>Told, but not when:</p><ul>{items}</ul>"}}


def _facts(happening: Happening) -> str:
    """Write who did it, to whom, and how many they were."""
    told = happening.told
    facts = {
        "By": "; ".join(actor.name for actor in told.perpetrators),
        "To": "; ".join(actor.name for actor in told.victims),
        "How many": str(told.count) if told.count else "",
        "Status": told.status,
    }
    return f"<p>{'<br>'.join(f'{name}: {escaped(value)}' for name, value in facts.items() if value)}</p>"


def _proof(happening: Happening) -> str:
    """Write the words that tell it, each with its statement."""
    return "".join(_told(evidence) for evidence in happening.evidence)


def _told(evidence: Evidence) -> str:
    """Write one sentence, with the words that name the act in bold, and its statement."""
    date = f" of {day_words(evidence.date)}" if evidence.date else ""
    publisher = f", {escaped(evidence.publisher)}" if evidence.publisher else ""
    name = f"Statement {escaped(evidence.statement_id)}{date}{publisher}"
    link = web_link(evidence.url)
    reference = f'<a href="{escaped(link)}">{name}</a>' if link else name
    where = f"characters {evidence.sentence.start} to {evidence.sentence.end}"
    return f"{_sentence(evidence)}<p><small>{reference}, {where}</small></p>"


def _sentence(evidence: Evidence) -> str:
    """Write the words of the text; nothing for a lone event, which does not hold them."""
    if evidence.around is None:
        return ""
    before, act, after = evidence.around
    spaces = [" " if text[-1:].isspace() else "" for text in (before, act)]
    lead = " " if after[:1].isspace() else ""
    words = f"{escaped(before)}{spaces[0]}<b>{escaped(act)}</b>{spaces[1]}{lead}{escaped(after)}"
    return f"<blockquote>{words}</blockquote>"
