"""What people changed in the marks of a page, as corrections of its quotes, events and dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import attrs

from malirights.errors import InvalidValueError, MalirightsError
from malirights.faces.correcting.marks import KINDS, ROLES, VALUES, Drawing, Drawn, Mark, Thing
from malirights.model import Actor, Correction, Count, Event, Page, PageWarning, Place, Quote, Span, Speaker, Statement, When
from malirights.model.correction import Item

__all__ = ["Given", "compare"]

_ITEMS = frozenset({"Quote", "Event", "Date"})


@attrs.frozen(kw_only=True)
class Given:
    """The marks that a file gives, and why some of its marks could not be read.

    Attributes:
        marks: The marks, by their ids.
        faults: What is wrong with others, by their ids.
    """

    marks: Mapping[str, Mark]
    faults: Mapping[str, str] = attrs.field(factory=dict)


def compare(page: Page, drawing: Drawing, given: Given) -> tuple[dict[Span, list[Correction]], list[PageWarning]]:
    """Say what a file changes in the marks of a page.

    Returns:
        The corrections of each statement, by its span in the page, and what could not be taken over.

    Raises:
        InvalidValueError: The file was made from another reading of the page.
    """
    _check_reading(drawing, given)
    comparison = _Comparison(page, drawing, given)
    for drawn in drawing.drawn.values():
        if drawn.item is not None:
            comparison.known(drawn, drawn.item)
    for mark in given.marks.values():
        if not comparison.is_known(mark):
            comparison.new(mark)
    for name, fault in given.faults.items():
        comparison.report(name, fault)
    return comparison.corrections, comparison.warnings


def _check_reading(drawing: Drawing, given: Given) -> None:
    """Refuse marks that were drawn from other values: they would all look corrected."""
    for drawn in drawing.drawn.values():
        mark = given.marks.get(drawn.mark.id)
        if isinstance(drawn.thing, Statement) and (mark is None or mark.values != drawn.mark.values):
            message = (
                f"these annotations were made from another reading of the page: {drawn.mark.id} is not the statement "
                f"{drawn.thing.id} as it was read; give the page that they were made from, and then put its "
                "Corrections.of(page) on this one"
            )
            raise InvalidValueError(message, value=drawn.mark.id)


def _class(mark: Mark) -> str:
    """Give what the type of a mark stands for."""
    return "Event" if mark.type in KINDS else mark.type


class _Comparison:
    """A drawing beside what a file gives."""

    def __init__(self, page: Page, drawing: Drawing, given: Given) -> None:
        self.corrections: dict[Span, list[Correction]] = {}
        self.warnings: list[PageWarning] = []
        self._page, self._drawn, self._given = page, drawing.drawn, given
        self._linked = {name for mark in given.marks.values() for _, name in mark.links}

    def is_known(self, mark: Mark) -> bool:
        """Say whether a mark is one that was drawn: under its id, at its place or one that shares words with it."""
        drawn = self._drawn.get(mark.id)
        return drawn is not None and _class(drawn.mark) == _class(mark) and drawn.mark.span.overlaps(mark.span)

    def known(self, drawn: Drawn, item: Item) -> None:
        """Compare an item that was drawn with what the file gives for it."""
        mark = self._given.marks.get(drawn.mark.id)
        if drawn.mark.id in self._given.faults:
            return
        if mark is None or not self.is_known(mark):
            self._correct(drawn.statement, Correction(before=item, by=mark.by if mark else None))
        elif mark != drawn.mark or any(self._differs(name) for _, name in mark.links):
            self._rebuild(drawn.statement, mark, item)

    def new(self, mark: Mark) -> None:
        """Take what the file adds; marks that items link to come with these."""
        kind = _class(mark)
        if kind not in VALUES:
            self.report(mark.id, f"unknown type {mark.type!r}; it is a kind of event, or one of {', '.join(VALUES)}")
        elif kind in _ITEMS and not (kind == "Date" and mark.id in self._linked):
            inside = [statement for statement in self._page.statements if statement.span.contains(mark.span)]
            if inside:
                self._rebuild(inside[0], mark, None)
            else:
                self.report(mark.id, "it stands in no statement")

    def report(self, name: str, fault: str) -> None:
        """Warn of what cannot be taken over."""
        mark = self._given.marks.get(name)
        span = mark.span if mark and mark.span.end <= len(self._page.text) else None
        self.warnings.append(PageWarning("correction-unread", f"the annotation {name} is not taken over: {fault}", span))

    def _differs(self, name: str) -> bool:
        """Say whether a mark that is linked to is not as it was drawn."""
        mark, drawn = self._given.marks.get(name), self._drawn.get(name)
        return mark is None or drawn is None or mark != drawn.mark

    def _rebuild(self, statement: Statement, mark: Mark, before: Item | None) -> None:
        """Make the item that a mark now stands for."""
        try:
            after = _Builder(statement, self._given, self._drawn).item(mark, before)
            if before is None or Correction(before=before, after=after).fields:
                who = mark.by or next((self._given.marks[name].by for _, name in mark.links if self._differs(name)), None)
                self._correct(statement, Correction(before=before, after=after, by=who))
        except MalirightsError as error:
            self.report(mark.id, str(error))

    def _correct(self, statement: Statement, correction: Correction) -> None:
        """Keep a correction."""
        self.corrections.setdefault(statement.span, []).append(correction)


class _Builder:
    """Makes the things of a statement that marks stand for, from what was there before and what the marks now say."""

    def __init__(self, statement: Statement, given: Given, drawn: Mapping[str, Drawn]) -> None:
        self._statement, self._given, self._drawn = statement, given, drawn

    def item(self, mark: Mark, before: Item | None) -> Item:
        """Make a quote, an event or a time."""
        _check_values(mark)
        if mark.type == "Date":
            return self._when(mark, cast("When | None", before))
        if mark.type == "Quote":
            return self._quote(mark, cast("Quote | None", before))
        return self._event(mark, cast("Event | None", before))

    def _quote(self, mark: Mark, before: Quote | None) -> Quote:
        """Make a quote."""
        span, words = self._words(mark)
        fields: dict[str, Any] = {"text": words, "span": span}
        if self._linked_anew(mark, "Speaker"):
            fields |= self._speaker(self._links(mark, "Speaker"), before)
        if self._linked_anew(mark, "Cue"):
            cues = [self._words(cue) for cue in self._links(mark, "Cue")]
            fields |= {"cue": cues[0][1], "cue_span": cues[0][0]} if cues else {"cue": None, "cue_span": None}
        if before is not None:
            return attrs.evolve(before, **fields)
        return Quote(**fields, statement_id=self._statement.id, date=self._statement.date)

    def _speaker(self, marks: list[Mark], quote: Quote | None) -> dict[str, Any]:
        """Make the speaker of a quote; no rule attributes it any more."""
        if not marks:
            return {"speaker": None, "attribution": None, "rule": None}
        mark = marks[0]
        span, words = self._words(mark)
        drawn = self._drawn.get(mark.id)
        before = drawn.thing if drawn and isinstance(drawn.thing, Speaker) else None
        text = self._statement.text
        said = self._said(mark, before, ("name", "kind", "role", "organisation"))
        said["name"] = said["name"] or words
        said["kind"] = said["kind"] or "person"
        said["may_be"] = _listed(mark, "may_be")
        carried = quote is not None and before is not None and quote.attribution is None and mark.span == self._was(mark)
        said["mention"] = before.mention if carried and before else words
        was = {before.name: before.name_span, before.role: before.role_span} if before else {}
        for name in ("name", "role"):
            said[f"{name}_span"] = was.get(said[name]) or _found(said[name], text, span)
        return {"speaker": Speaker(**said), "attribution": None if carried else span, "rule": None}

    def _event(self, mark: Mark, before: Event | None) -> Event:
        """Make an event."""
        span, _ = self._words(mark)
        status = dict(mark.values).get("status", "reported")
        fields: dict[str, Any] = {"kind": mark.type, "trigger": span, "status": status}
        for role, name in (("Perpetrator", "perpetrators"), ("Victim", "victims")):
            if self._linked_anew(mark, role):
                fields[name] = tuple(self._leaf(linked) for linked in self._links(mark, role))
        for role, name in (("Place", "where"), ("Date", "when"), ("Count", "count")):
            if self._linked_anew(mark, role):
                fields[name] = next((self._leaf(linked) for linked in self._links(mark, role)), None)
        if self._linked_anew(mark, "Sign") or (before is not None and before.status != status):
            anew = self._links(mark, "Sign") if self._linked_anew(mark, "Sign") else []
            fields["status_span"] = next((self._words(sign)[0] for sign in anew), None)
        if before is None or span != before.trigger or self._linked_anew(mark, "Mention"):
            others = [self._words(other)[0] for other in self._links(mark, "Mention")]
            fields["mentions"] = tuple(sorted([span, *others]))
        if before is None or not before.sentence.contains(span):
            around = [paragraph for paragraph in self._statement.paragraphs if paragraph.contains(span)]
            fields["sentence"] = around[0] if around else Span(0, len(self._statement.text))
        if before is not None:
            return attrs.evolve(before, **fields)
        return Event(**fields, statement_id=self._statement.id, date=self._statement.date)

    def _leaf(self, mark: Mark) -> Thing:
        """Make what an event links to: the thing as it was where its mark is as it was."""
        _check_values(mark)
        drawn = self._drawn.get(mark.id)
        if drawn is not None and drawn.mark == mark:
            return drawn.thing
        before = drawn.thing if drawn else None
        span, words = self._words(mark)
        if mark.type == "Date":
            return self._when(mark, before if isinstance(before, When) else None)
        if mark.type == "Count":
            return _count(mark, span)
        if mark.type == "Party":
            party = before if isinstance(before, Actor) else None
            said = self._said(mark, party, ("name", "known_as", "type"))
            said["name"] = said["name"] or words
            return Actor(**said, traits=cast("Any", _listed(mark, "traits")), mention=words, span=span)
        place = before if isinstance(before, Place) else None
        said = self._said(mark, place, ("name", "region"))
        said["name"] = said["name"] or words
        if place is not None and place.name == said["name"]:
            return attrs.evolve(place, **said, mention=words, span=span)
        return Place(**said, mention=words, span=span)  # no longer where the gazetteer said that it is

    def _when(self, mark: Mark, before: When | None) -> When:
        """Make a time."""
        span, words = self._words(mark)
        drawn = self._drawn.get(mark.id)
        if before is not None and drawn is not None and drawn.mark.values == mark.values:
            return attrs.evolve(before, expression=words, span=span)
        return attrs.evolve(When.from_edtf(_value(mark, "edtf")), expression=words, span=span)

    def _words(self, mark: Mark) -> tuple[Span, str]:
        """Give where a mark stands in the statement, and its words."""
        if not self._statement.span.contains(mark.span):
            message = f"{mark.id} stands outside of the statement {self._statement.id}"
            raise InvalidValueError(message)
        span = mark.span.shifted(-self._statement.span.start)
        return span, span.of(self._statement.text)

    def _links(self, mark: Mark, role: str) -> list[Mark]:
        """Give the marks that one links to in a role."""
        return [self._linked(name, role) for linked, name in mark.links if linked == role]

    def _linked(self, name: str, role: str) -> Mark:
        """Give a mark that is linked to."""
        mark = self._given.marks.get(name)
        wanted = {**ROLES["Quote"], **ROLES["Event"]}[role]
        if mark is None or mark.type != wanted:
            fault = self._given.faults.get(name, f"{name} is no {wanted}")
            message = f"its {role} cannot be read: {fault}"
            raise InvalidValueError(message)
        return mark

    def _linked_anew(self, mark: Mark, role: str) -> bool:
        """Say whether a mark links in a role to others than were drawn, or to one that has changed."""
        drawn = self._drawn.get(mark.id)
        was = [name for linked, name in drawn.mark.links if linked == role] if drawn else []
        names = [name for linked, name in mark.links if linked == role]
        return names != was or any(
            self._given.marks.get(name) != (self._drawn[name].mark if name in self._drawn else None) for name in names
        )

    def _said(self, mark: Mark, before: Thing | None, names: tuple[str, ...]) -> dict[str, Any]:
        """Give values: as they were where the mark says the same as it did, for a mark says them on one line."""
        drawn = self._drawn.get(mark.id)
        was = dict(drawn.mark.values) if drawn else {}
        now = dict(mark.values)
        kept = {name for name in names if before is not None and name in was and was.get(name) == now.get(name)}
        return {name: getattr(before, name) if name in kept else now.get(name) for name in names}

    def _was(self, mark: Mark) -> Span | None:
        """Give where a mark was drawn."""
        return self._drawn[mark.id].mark.span if mark.id in self._drawn else None


def _check_values(mark: Mark) -> None:
    """Refuse values and roles that marks of this type do not have."""
    kind = _class(mark)
    for name, known in (
        *((name, VALUES[kind]) for name, _ in mark.values),
        *((role, tuple(ROLES.get(kind, ()))) for role, _ in mark.links),
    ):
        if name not in known:
            message = f"{mark.type} has no {name!r}; it has {', '.join(known) or 'none'}"
            raise InvalidValueError(message)


def _value(mark: Mark, name: str) -> str:
    """Give a value that must be there."""
    found = dict(mark.values).get(name)
    if found is None:
        message = f"{mark.id} lacks a value: write {name}=… in its note"
        raise InvalidValueError(message)
    return found


def _listed(mark: Mark, name: str) -> tuple[str, ...]:
    """Give the items of a value that is a list."""
    return tuple(item.strip() for item in dict(mark.values).get(name, "").split(";") if item.strip())


def _count(mark: Mark, span: Span) -> Count:
    """Make a number."""
    values = dict(mark.values)
    for name in ("low", "high"):
        if name in values and not (values[name].isascii() and values[name].isdigit()):
            message = f"{mark.id} has {name}={values[name]!r}; write a whole number in digits"
            raise InvalidValueError(message)
    high = int(values["high"]) if "high" in values else None
    return Count(low=int(_value(mark, "low")), high=high, approximate="approximate" in values, span=span)


def _found(name: str | None, text: str, near: Span) -> Span | None:
    """Find where a name stands, the place nearest to a mention; None where it does not."""
    if not name:
        return None
    return min(_places(name, text), key=lambda span: abs(span.start - near.start), default=None)


def _places(name: str, text: str) -> Iterator[Span]:
    """Give every place where a name stands."""
    start = text.find(name)
    while start >= 0:
        yield Span(start, start + len(name))
        start = text.find(name, start + 1)
