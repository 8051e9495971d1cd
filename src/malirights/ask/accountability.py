"""Accountability: for each violation, what is told to have come of it, and what is not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce

import attrs

from malirights.ask import roads
from malirights.ask.cases import cases_of
from malirights.ask.criteria import Source
from malirights.ask.incidents import by_time, joined
from malirights.ask.profiles import Profile
from malirights.ask.shown import Shown
from malirights.ask.steps import STEPS, Answers, with_accused
from malirights.ask.tellings import Telling, tellings_of
from malirights.model import Actor, EventKind, Place, When
from malirights.model.checks import tuple_of
from malirights.model.incident import Incident, Link

__all__ = ["Road", "Step", "accountability"]

_WITH_REMAINS = frozenset({"killing", "extrajudicial_execution", "enforced_disappearance", "abduction"})


@attrs.frozen(kw_only=True)
class Step:
    r"""A step that followed a violation.

    Attributes:
        incident: What happened, in all its tellings; its `kind`, `when` and `status` are those of the step.
        links: What ties it to the violation: `link.first` is the violation, `link.second` the step.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nPaul Moru was convicted of the killing of six bakers in Orvel on 3 May 2015.")
        >>> [step.kind for step in mr.accountability(page)[0].steps]
        [<EventKind.CONVICTION: 'conviction'>]
    """

    incident: Incident
    links: tuple[Link, ...] = attrs.field(validator=tuple_of("Step.links", Link))

    @property
    def kind(self) -> EventKind:
        """Which step it is."""
        return self.incident.kind

    @property
    def when(self) -> When | None:
        """When it was, or None where no text tells."""
        return self.incident.when

    @property
    def told(self) -> dt.date:
        """The date of the first statement that tells it."""
        return min(statement.date for statement in self.incident.statements)

    @property
    def placed(self) -> dt.date:
        """The day that it is placed on: the first that it can have been on; where no text tells, that of the statement."""
        return self.told if self.when is None or self.when.earliest == dt.date.min else self.when.earliest

    def __repr__(self) -> str:
        """Show which step it is, and when."""
        return f"Step({str(self.kind)!r}, {self.when.edtf if self.when else None!r})"


@attrs.frozen(kw_only=True)
class Road:
    r"""A violation, and the steps that followed it. It prints as lines, and shows as a table in a notebook.

    Attributes:
        incidents: The violation: one incident, or several that are one case, such as people who were abducted and then killed.
        steps: What followed, in the order of time; a step without a time stands at the date of its statement.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nPaul Moru was convicted of the killing of six bakers in Orvel on 3 May 2015.")
        >>> road, = mr.accountability(page)
        >>> road, road.found
        (Road('killing', found: conviction), (<EventKind.CONVICTION: 'conviction'>,))
        >>> road.steps[0].incident.sentences
        ('Paul Moru was convicted of the killing of six bakers in Orvel on 3 May 2015.',)
    """

    incidents: tuple[Incident, ...] = attrs.field(validator=tuple_of("Road.incidents", Incident))
    steps: tuple[Step, ...] = attrs.field(default=(), validator=tuple_of("Road.steps", Step))

    @property
    def kinds(self) -> tuple[EventKind, ...]:
        """The kinds of the violation, each once."""
        return tuple(dict.fromkeys(incident.kind for incident in self.incidents))

    @property
    def when(self) -> When | None:
        """The days from the first to the last on which the violation can have been; None where no text tells."""
        times = [incident.when for incident in self.incidents if incident.when]
        return times[0].hull(*times[1:]) if times else None

    @property
    def where(self) -> Place | None:
        """The place that its incidents name first, or None."""
        return next((incident.where for incident in self.incidents if incident.where), None)

    @property
    def perpetrators(self) -> tuple[Actor, ...]:
        """Who did it, each name once."""
        return tuple({actor.name: actor for incident in self.incidents for actor in incident.perpetrators}.values())

    @property
    def victims(self) -> tuple[Actor, ...]:
        """To whom, each name once."""
        return tuple({actor.name: actor for incident in self.incidents for actor in incident.victims}.values())

    @property
    def found(self) -> tuple[EventKind, ...]:
        """The steps that are told, in the order of the road."""
        return tuple(kind for kind in STEPS if any(step.kind == kind for step in self.steps))

    @property
    def missing(self) -> tuple[EventKind, ...]:
        """The steps that are not told here, in the order of the road, which does not say that they were not taken.

        Remains are missing only where people were killed or have gone.
        """
        expected = STEPS if _WITH_REMAINS.intersection(self.kinds) else STEPS[1:]
        return tuple(kind for kind in expected if kind not in self.found)

    def __repr__(self) -> str:
        """Show the violation and the steps that are told."""
        return f"Road({' and '.join(self.kinds)!r}, found: {', '.join(self.found) or 'none'})"

    def __str__(self) -> str:
        """Draw the road, a line for each step."""
        return roads.as_text(self)

    def _repr_html_(self) -> str:
        """Draw the road as a table for a notebook; all text is escaped."""
        return roads.as_html(self)


def accountability(source: Source) -> tuple[Road, ...]:
    r"""Follow each violation to what came of it, from the grave and the inquiry to the verdict, the release and the amnesty.

    A step belongs to a violation where one sentence tells both, where the one acted on is named as its perpetrator, or where
    it is about its victims: people of one name, or of a number that is rarely met twice. It must not surely come before the
    violation, and where a name fits several violations, the statement of the step must tell which. What nothing ties to a
    violation is in no road.

    Args:
        source: A page, a statement, or several of either.

    Returns:
        A road for each violation, by its time, those without a time at the end; also where no step is told. The order of the
        statements makes no difference.

    Raises:
        InvalidTypeError: The source is none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse(
        ...     "May 4, 2016\n\nThe trial of Paul Moru opened in Velmora on 4 May 2016.\n\n"
        ...     "May 4, 2015\n\nPaul Moru was charged with the killing of six bakers in Orvel on 3 May 2015."
        ... )
        >>> print(mr.accountability(page)[0])
        killing · 2015-05-03 · Orvel · of six bakers · by Paul Moru
                      charge  2015-05-04  Paul Moru was charged with the killing of six bakers in Orv…
          2016-05-04  trial   2016-05-04  The trial of Paul Moru opened in Velmora on 4 May 2016.
          not told: remains_found, investigation, arrest, conviction, sentence, release, amnesty
    """
    tellings = tellings_of(source)
    found = joined(tellings)
    tellings = with_accused(tellings)
    acts = [(incident, [tellings[one] for one in own]) for incident, own in found if incident.kind.group == "violation"]
    cases = cases_of([_whole([telling.profile for telling in own]) for _, own in acts])
    answers = Answers((telling, case) for case, numbers in enumerate(cases) for one in numbers for telling in acts[one][1])
    steps: dict[int, list[Step]] = defaultdict(list)
    for incident, own in found:
        if incident.kind in STEPS:
            for case, links in _links([tellings[one] for one in own], answers).items():
                steps[case].append(Step(incident=incident, links=tuple(links)))
    laid_out = [_road([acts[one][0] for one in numbers], steps[case]) for case, numbers in enumerate(cases)]
    return Shown(sorted(laid_out, key=_by_time))


def _links(tellings: Iterable[Telling], answers: Answers) -> dict[int, list[Link]]:
    """Give what ties the tellings of a step to the cases that it answers for."""
    links: dict[int, list[Link]] = defaultdict(list)
    for telling in tellings:
        for case, link in answers.of(telling):
            links[case].append(link)
    return links


def _road(incidents: Iterable[Incident], steps: Iterable[Step]) -> Road:
    """Make a road, all in the order of time."""
    return Road(incidents=tuple(sorted(incidents, key=by_time)), steps=tuple(sorted(steps, key=_by_day)))


def _whole(profiles: Sequence[Profile]) -> Profile:
    """Give what is known of an incident by its tellings."""
    told = frozenset[int]().union(*(profile.statements for profile in profiles))
    return attrs.evolve(reduce(Profile.joined, profiles), statements=told)


def _by_day(step: Step) -> tuple[dt.date, int]:
    """Order steps by their days, then as they follow each other."""
    return step.placed, STEPS.index(step.kind)


def _by_time(road: Road) -> tuple[bool, dt.date, dt.date]:
    """Order roads by the time of the violation."""
    told = min(statement.date for incident in road.incidents for statement in incident.statements)
    return road.when is None, road.when.earliest if road.when else told, told
