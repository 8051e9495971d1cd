"""Pages as files of brat, and marks from such files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from malirights.errors import InvalidTypeError
from malirights.faces.correcting.marks import KINDS, ROLES, VALUES, Drawing, Mark, draw, plain
from malirights.faces.correcting.rebuilding import Given
from malirights.faces.target import put
from malirights.model import EventKind, Page, Span

__all__ = ["Brat", "read_brat", "to_brat"]

_BREAK = re.compile(r"\s*[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]\s*")
_STATUSES = ("reported", "alleged", "planned", "denied")
_NOTE = "AnnotatorNotes"
_FIELDS = 3  # of a line with text behind: id, what it is, text


@attrs.frozen(kw_only=True)
class Brat:
    r"""A page as the three files that brat needs.

    Attributes:
        text: The text to annotate. Its offsets are those of the page's text; a carriage return is a space before a line feed,
            and a line feed elsewhere, so that no program that reads the file shifts them.
        ann: The annotations in brat's stand-off format.
        conf: What may be annotated: the `annotation.conf` of the folder.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe bakers were arrested in Orvel.")
        >>> mr.to_brat(page).ann.splitlines()[:3]
        ['T1\tParty 13 23\tThe bakers', 'T2\tPlace 41 46\tOrvel', 'T3\tarrest 29 37\tarrested']
    """

    text: str = attrs.field(repr=False)
    ann: str = attrs.field(repr=False)
    conf: str = attrs.field(repr=False)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the files in UTF-8: `path` with the endings .txt and .ann, and annotation.conf beside them.

        Args:
            path: Such as "collection/mali"; its folder must be there.

        Raises:
            WriteError: A file cannot be written.
        """
        path = Path(path)
        for file, content in (
            (path.with_suffix(".txt"), self.text),
            (path.with_suffix(".ann"), self.ann),
            (path.with_name("annotation.conf"), self.conf),
        ):
            put(
                [content.encode("utf-8", "replace").decode()], file
            )  # half a surrogate pair has no UTF-8; one sign stands for it


def to_brat(page: Page) -> Brat:
    r"""Write what was found in a page as brat's stand-off annotations, to be looked at and corrected there.

    Quotes with speakers, and events with parties, places, dates and numbers, are events of brat; the status is an attribute;
    all that is normalised (names, roles, days) stands in a note as `name=… | role=…`. Offsets count code points, as brat does.

    Args:
        page: The page.

    Returns:
        The text, the annotations, and the configuration that brat needs to show them.

    Raises:
        InvalidTypeError: The page is none.

    Source: the format is described at https://brat.nlplab.org/standoff.html.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe bakers were arrested in Orvel.")
        >>> [line for line in mr.to_brat(page).ann.splitlines() if line.startswith(("E", "A"))]
        ['E1\tarrest:T3 Victim:T1 Place:T2', 'A1\tstatus E1 reported']
    """
    if not isinstance(page, Page):
        message = f"to_brat takes a Page, got {type(page).__name__}"
        raise InvalidTypeError(message)
    text = page.text.replace("\r\n", " \n").replace("\r", "\n")
    return Brat(text=text, ann="".join(f"{line}\n" for line in _lines(draw(page), text)), conf=_configuration())


def _lines(drawing: Drawing, text: str) -> Iterator[str]:
    """Write the marks, one kind of line after the other."""
    marks = list(drawing)
    for mark in marks:
        pieces = list(_pieces(mark.span, text))
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        yield f"{mark.id}\t{mark.type} {places}\t{' '.join(piece.of(text) for piece in pieces)}"
    events = {mark.id: f"E{number}" for number, mark in enumerate((one for one in marks if _is_event(one)), 1)}
    for mark in marks:
        if mark.id in events:
            yield f"{events[mark.id]}\t{mark.type}:{mark.id}{''.join(f' {role}:{name}' for role, name in _numbered(mark))}"
    statuses = [(mark, value) for mark in marks for name, value in mark.values if name == "status"]
    for number, (mark, status) in enumerate(statuses, 1):
        yield f"A{number}\tstatus {events[mark.id]} {status}"
    notes = [(mark, note) for mark in marks if (note := _note(mark))]
    for number, (mark, note) in enumerate(notes, 1):
        yield f"#{number}\t{_NOTE} {events.get(mark.id, mark.id)}\t{note}"


def _is_event(mark: Mark) -> bool:
    """Say whether brat holds a mark for an event."""
    return mark.type == "Quote" or mark.type in KINDS


def _pieces(span: Span, text: str) -> Iterator[Span]:
    """Cut a span at line ends, which no annotation of brat may hold."""
    start = span.start
    for gap in _BREAK.finditer(text, span.start, span.end):
        if start < gap.start():
            yield Span(start, gap.start())
        start = gap.end()
    if start < span.end or start == span.start:
        yield Span(start, span.end)


def _numbered(mark: Mark) -> Iterator[tuple[str, str]]:
    """Number the roles that come again, from 2, as brat does."""
    seen: dict[str, int] = {}
    for role, name in mark.links:
        seen[role] = seen.get(role, 0) + 1
        yield (role if seen[role] == 1 else f"{role}{seen[role]}"), name


def _note(mark: Mark) -> str:
    """Write the values that are no attributes."""
    return " | ".join(f"{name}={value}" for name, value in mark.values if name != "status")


def _configuration() -> str:
    """Write what may be annotated."""
    entities = [name for name in VALUES if name not in {"Event", "Quote"}]

    def arguments(kind: str) -> str:
        many = {"Perpetrator", "Victim", "Mention"}
        return ", ".join(f"{role}{'*' if role in many else '?'}:{filler}" for role, filler in ROLES[kind].items())

    events = [f"Quote\t{arguments('Quote')}", *(f"{kind}\t{arguments('Event')}" for kind in EventKind)]
    attribute = f"status\tArg:<EVENT>, Value:{'|'.join(_STATUSES)}"
    sections = {"entities": entities, "events": events, "relations": [], "attributes": [attribute]}
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections.items())


def read_brat(ann: str, page: Page) -> Given:
    """Read marks from the annotations of brat.

    Args:
        ann: The lines of an .ann file.
        page: The page whose text they were made on.

    Returns:
        The marks by the ids of their words, and what is wrong with the others.
    """
    reading = _Reading(page.text.replace("\r\n", " \n").replace("\r", "\n"))
    lines = [line for line in ann.replace("\r\n", "\n").split("\n") if line.strip()]
    for line in sorted(lines, key=lambda line: "TE".find(line[0]) if line[0] in "TE" else len("TE")):
        reading.line(line)
    return Given(marks=reading.marks, faults=reading.faults)


class _Reading:
    """The marks that lines make; words come first, then events, then what is said of either."""

    def __init__(self, text: str) -> None:
        self.marks: dict[str, Mark] = {}
        self.faults: dict[str, str] = {}
        self._text = text
        self._triggers: dict[str, str] = {}

    def line(self, line: str) -> None:
        """Read a line."""
        name, _, rest = line.partition("\t")
        what, _, tail = rest.partition("\t")
        parts = what.split(" ")
        known = {"T": self._words, "E": self._event, "A": self._attribute, "M": self._attribute, "#": self._note_on}
        reader = known.get(name[:1])
        if reader is None or len(parts) < (1 if name[:1] == "E" else 2):
            self.faults[name[:20]] = f"no line of brat that malirights reads: {plain(line)[:60]!r}"
        else:
            reader(name, parts, tail)

    def _words(self, name: str, parts: list[str], tail: str) -> None:
        """Read words that are marked."""
        numbers = re.findall(r"\d+", " ".join(parts[1:]))
        if not numbers or len(numbers) % 2 or max(map(len, numbers)) > len(str(len(self._text))):
            self.faults[name] = f"its place {' '.join(parts[1:])!r} is not on the page"
            return
        places = [int(number) for number in numbers]
        pieces = [(start, end) for start, end in zip(places[::2], places[1::2], strict=True)]
        there = " ".join(self._text[start:end] for start, end in pieces)
        if min(places) != places[0] or places[0] > places[-1] or there.split() != tail.split():
            self.faults[name] = f"the file has {tail!r} at {places[0]} to {places[-1]}, and the page {there!r}"
            return
        self.marks[name] = Mark(id=name, type=parts[0], span=Span(places[0], places[-1]))

    def _event(self, name: str, parts: list[str], _: str) -> None:
        """Read an event; its mark is that of its trigger."""
        kind, _, trigger = parts[0].partition(":")
        self._triggers[name] = trigger
        mark = self.marks.get(trigger)
        if mark is None:
            self.faults.setdefault(trigger or name, f"the event {name} has no trigger {trigger!r}")
            return
        arguments = (part.partition(":") for part in parts[1:] if part)
        links = tuple((role.rstrip("0123456789"), filler) for role, _, filler in arguments)
        self.marks[trigger] = attrs.evolve(mark, type=kind, links=self._kept(links))

    def _kept(self, links: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Point links at the words of events, where events link to events."""
        return tuple((role, self._triggers.get(name, name)) for role, name in links)

    def _attribute(self, name: str, parts: list[str], _: str) -> None:
        """Read an attribute."""
        self._say(name, parts[1], [(parts[0], " ".join(parts[2:]) or "yes")])

    def _note_on(self, name: str, parts: list[str], tail: str) -> None:
        """Read the annotator's note with its values; other notes are remarks of brat itself."""
        if parts[0] != _NOTE:
            return
        pairs = [piece.partition("=") for piece in tail.split("|") if piece.strip()]
        if any(not equals for _, equals, _ in pairs):
            self.faults[name] = f"its note is no value but a remark: {tail!r}"
        values = [(key.strip(), plain(value)) for key, equals, value in pairs if equals]
        self._say(name, parts[1], [(key, value) for key, value in values if value])

    def _say(self, name: str, of: str, values: list[tuple[str, str]]) -> None:
        """Give values to a mark."""
        mark = self.marks.get(self._triggers.get(of, of))
        if mark is not None:
            self.marks[mark.id] = attrs.evolve(mark, values=(*mark.values, *values))
        elif self._triggers.get(of, of) not in self.faults:
            self.faults[name] = f"it says something of {of}, which is not there"
