"""Origins: every value, and who or what it comes from."""

from __future__ import annotations

import attrs
import pytest

import malirights as mr

STATEMENT = mr.parse_statement(
    "Six bakers were arrested in Orvel on 3 May 2012. “It rained,” said Ada Moru.", date="2016-05-04"
)
EVENT = STATEMENT.events[0]
ALLEGED = attrs.evolve(EVENT, status="alleged")


def _found(statement: mr.Statement, *origin: str) -> list[tuple[str, str, str | None, object]]:
    return [(one.field, one.origin, one.by, one.was) for one in mr.origins(statement, origin=origin)]


def test_every_value_is_listed_also_what_is_not_stated() -> None:
    fields = [(one.of, one.field) for one in mr.origins(STATEMENT)]
    assert fields == [
        *(("Quote", field) for field in ("text", "speaker", "cue")),
        *(("Event", field) for field in ("kind", "when", "where", "perpetrators", "victims", "count", "status")),
        ("When", "edtf"),
    ]
    assert {one.origin for one in mr.origins([STATEMENT, STATEMENT])} == {"extracted"}
    assert all(one.span.of(STATEMENT.text) for one in mr.origins(STATEMENT))


def test_the_last_who_corrected_a_value_is_named() -> None:
    denied = attrs.evolve(ALLEGED, status="denied", where=None)
    corrections = (
        mr.Correction(before=EVENT, after=ALLEGED, by="Neva Orlin"),
        mr.Correction(before=ALLEGED, after=denied, by="Pell Havrin"),
    )
    statement = attrs.evolve(STATEMENT, events=(denied,), corrections=corrections)
    assert _found(statement, "corrected") == [
        ("where", "corrected", "Pell Havrin", EVENT.where),
        ("status", "corrected", "Pell Havrin", "alleged"),
    ]


def test_what_was_added_and_corrected_later_is_both() -> None:
    corrections = (mr.Correction(after=EVENT, by="Neva Orlin"), mr.Correction(before=EVENT, after=ALLEGED))
    statement = attrs.evolve(STATEMENT, events=(ALLEGED,), corrections=corrections)
    assert ("kind", "added", "Neva Orlin", None) in _found(statement, "added")
    assert _found(statement, "corrected") == [("status", "corrected", None, "reported")]


def test_what_was_rejected_is_listed_as_it_was() -> None:
    statement = attrs.evolve(STATEMENT, dates=(), corrections=(mr.Correction(before=STATEMENT.dates[0], by="Neva Orlin"),))
    assert _found(statement, "rejected") == [("edtf", "rejected", "Neva Orlin", None)]


@pytest.mark.parametrize("origin", ["guessed", [], ["extracted", "guessed"]])
def test_an_unknown_origin_is_told_from_the_known_ones(origin: object) -> None:
    with pytest.raises(mr.CriterionError, match="extracted, corrected, added, rejected"):
        mr.origins(STATEMENT, origin=origin)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after"),
    [(None, None), (EVENT, EVENT), (EVENT, STATEMENT.quotes[0]), (None, mr.When.from_edtf("2012"))],
)
def test_a_correction_that_says_nothing_is_refused(
    before: mr.Event | None, after: mr.Event | mr.Quote | mr.When | None
) -> None:
    with pytest.raises(mr.InvalidValueError):
        mr.Correction(before=before, after=after)
    with pytest.raises(mr.InvalidTypeError):
        mr.Correction(before="an event")  # type: ignore[arg-type]
