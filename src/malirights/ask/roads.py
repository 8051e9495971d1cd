"""Roads from violation to justice as text and as HTML: what is told, with its evidence, and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from malirights.ask.entries import around, shortened
from malirights.model.evidence import evidence_of
from malirights.model.markup import STYLE, marked, safe

if TYPE_CHECKING:
    from malirights.ask.accountability import Road
    from malirights.model import Actor, Event, Statement
    from malirights.model.incident import Incident

__all__ = ["as_html", "as_text"]

_SHOWN = 60


def as_text(road: Road) -> str:
    """Draw a road as lines: the violation, each step with its days, its first statement and its words, and what is not told."""
    days = [step.when.edtf if step.when else "" for step in road.steps]
    width, kinds = max(map(len, days), default=0), max((len(step.kind) for step in road.steps), default=0)
    lines = [_title(road)]
    for step, day in zip(road.steps, days, strict=True):
        event, statement = step.incident.events[0], step.incident.statements[0]
        words = around(event.sentence.of(statement.text), event.trigger.shifted(-event.sentence.start), _SHOWN)
        lines.append(f"  {day:{width}}  {step.kind:{kinds}}  {statement.date}  {words}{_doubt(step.incident)}")
    if road.missing:
        lines.append(f"  not told: {', '.join(road.missing)}")
    return "\n".join(lines)


def as_html(road: Road) -> str:
    """Draw a road as a table with a row for each telling; all text of the statements is escaped."""
    head = "".join(f"<th>{name}</th>" for name in ("what", "when", "told", "evidence", "why"))
    rows = [row for incident in road.incidents for row in _rows(incident, {})]
    for step in road.steps:
        rows += _rows(step.incident, {link.second: str(link) for link in step.links})
    rows += [f'<tr class="missing"><td>{kind}</td><td colspan="4">not told</td></tr>' for kind in road.missing]
    caption = f"<caption>{safe(_title(road))}</caption>"
    return f'{STYLE}<table class="malirights">{caption}<thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _title(road: Road) -> str:
    """Say in one line what was done, when, where, to whom and by whom."""
    facts = [" and ".join(road.kinds), road.when.edtf if road.when else "no date"]
    if road.where:
        facts.append(road.where.name)
    facts.append(f"of {_names(road.victims)}")
    facts.append(f"by {_names(road.perpetrators)}")
    return " · ".join(facts)


def _names(actors: Sequence[Actor]) -> str:
    """Give the names of parties on one line."""
    return shortened(", ".join(actor.name for actor in actors), _SHOWN) if actors else "not stated"


def _doubt(incident: Incident) -> str:
    """Say the status of what is not simply reported."""
    return "" if incident.status == "reported" else f" ({incident.status})"


def _rows(incident: Incident, why: Mapping[Event, str]) -> Iterator[str]:
    """Give a row for each telling of an incident, the first with its days."""
    for number, (event, statement) in enumerate(zip(incident.events, incident.statements, strict=True)):
        cells = (
            f"{incident.kind}{_doubt(incident)}" if number == 0 else "",
            safe(event.when.meant.edtf) if event.when else "",
            f"{statement.date}",
            _marked(event, statement),
            why.get(event, ""),
        )
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _marked(event: Event, statement: Statement) -> str:
    """Give the sentence of an event with its evidence marked."""
    return marked(statement.text, event.sentence, evidence_of(event, ""))
