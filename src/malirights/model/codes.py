"""Codes: what other vocabularies call a kind of event, and how well that fits."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Literal, cast, get_args

import attrs

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.model.checks import check_type
from malirights.model.conditions import CONDITIONS

__all__ = ["SCHEMES", "Code", "Fit", "Scheme", "codes_of", "kinds_of", "scheme_of"]

Scheme = Literal["PLOVER", "CAMEO", "ACLED", "HURIDOCS", "ICCS", "ROME", "CAAC6", "SDG"]
Fit = Literal["exact", "close", "broad", "narrow", "partial", "inverse", "pattern", "added", "conditional"]

SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
_FITS = frozenset(get_args(Fit))
_FOLDED = {scheme.casefold(): scheme for scheme in SCHEMES}


def _known_conditions(_: object, __: object, value: tuple[str, ...]) -> None:
    """Refuse what is no tuple of names of conditions."""
    if type(value) is not tuple or not all(isinstance(name, str) for name in value):
        message = f"Code.conditions is a tuple of names, got {value!r}"
        raise InvalidTypeError(message)
    if unknown := set(value) - CONDITIONS.keys():
        message = f"unknown condition {min(unknown)!r}; it is one of {', '.join(CONDITIONS)}"
        raise InvalidValueError(message)


@attrs.frozen(kw_only=True)
class Code:
    """What another vocabulary has for a kind of event.

    Attributes:
        scheme: The vocabulary: PLOVER, CAMEO, ACLED (event type and sub-event type), HURIDOCS (the micro-thesauri, with the
            number of the list before the colon), ICCS, ROME (articles of the Rome Statute), CAAC6 (the six grave violations
            against children) or SDG (indicators).
        code: The code as the vocabulary writes it.
        name: The label that the vocabulary gives it, or None where the code says it all.
        fit: How well it fits the kind: "exact"; "close"; "broad" and "narrow" where the code means more or less than the
            kind; "partial" where the two overlap; "inverse" where it codes the opposite, such as the denial of what
            happened; "pattern" where it stands for a family of codes; "added" for one to set beside another; "conditional"
            where it fits only under its conditions.
        conditions: What an event must show for the code, all of it; empty where the code follows from the kind alone.
        verified: Whether the code was seen at its source.
        source: Where the code was read, or None where nobody has seen it at its source.
        note: A remark, such as the condition in words, or the contexts that PLOVER adds; or None.

    Raises:
        InvalidTypeError: A field is of the wrong type.
        InvalidValueError: The scheme, the fit or a condition is unknown, or the code is empty.

    Examples:
        >>> Code(scheme="ICCS", code="0301", fit="exact")
        Code('ICCS', '0301', 'exact')
    """

    scheme: Scheme
    code: str
    fit: Fit
    name: str | None = None
    conditions: tuple[str, ...] = attrs.field(default=(), validator=_known_conditions)
    verified: bool = True
    source: str | None = None
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a code that cannot be."""
        for field in ("scheme", "code", "fit"):
            check_type(f"Code.{field}", getattr(self, field), str)
        if self.scheme not in SCHEMES:
            message = f"unknown scheme {self.scheme!r}; it is one of {', '.join(SCHEMES)}"
            raise InvalidValueError(message)
        if self.fit not in _FITS:
            message = f"unknown fit {self.fit!r}; it is one of {', '.join(sorted(_FITS))}"
            raise InvalidValueError(message)
        if not self.code.strip():
            message = f"a code is what a vocabulary writes, such as '0301', got {self.code!r}"
            raise InvalidValueError(message)

    @property
    def conditional(self) -> bool:
        """Whether the code depends on more than the kind of the event."""
        return bool(self.conditions)

    def __repr__(self) -> str:
        """Show the code and its fit."""
        marks = (", conditional" if self.conditional else "") + ("" if self.verified else ", unverified")
        return f"Code({self.scheme!r}, {self.code!r}, {self.fit!r}{marks})"


def scheme_of(name: str) -> Scheme:
    """Read the name of a scheme, in any case.

    Raises:
        InvalidTypeError: The name is no `str`.
        InvalidValueError: There is no such scheme.
    """
    check_type("a scheme", name, str)
    scheme = _FOLDED.get(name.casefold())
    if scheme is None:
        message = f"unknown scheme {name!r}; it is one of {', '.join(SCHEMES)}"
        raise InvalidValueError(message)
    return scheme


def codes_of(kind: str, scheme: str, *, shown: Iterable[str] = (), unverified: bool = False) -> tuple[Code, ...]:
    """Give the codes of a kind in a scheme that hold where some conditions are shown.

    Args:
        kind: The name of the kind.
        scheme: The name of the scheme, in any case.
        shown: The names of the conditions that are shown.
        unverified: Whether to give also codes that nobody has seen at their source.
    """
    given = frozenset(shown)
    found = _table().get((kind, scheme_of(scheme)), ())
    return tuple(code for code in found if given.issuperset(code.conditions) and (unverified or code.verified))


def kinds_of(scheme: str, code: str, *, unverified: bool = False) -> frozenset[str]:
    """Give the names of the kinds that have a code, be it under conditions.

    Args:
        scheme: The name of the scheme, in any case.
        code: The code, as the scheme writes it.
        unverified: Whether codes count that nobody has seen at their source.
    """
    named = scheme_of(scheme)
    pairs = ((kind, own) for (kind, of), codes in _table().items() if of == named for own in codes)
    return frozenset(kind for kind, own in pairs if own.code == code and (unverified or own.verified))


@functools.cache
def _table() -> Mapping[tuple[str, str], tuple[Code, ...]]:
    """Read the codes that the package ships, by kind and scheme."""
    lines = resources.files(__package__).joinpath("codes.csv").read_text("utf-8").splitlines()
    table: dict[tuple[str, str], tuple[Code, ...]] = {}
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        key = (row["kind"], row["scheme"])
        table[key] = (*table.get(key, ()), _code(row))
    return table


def _code(row: Mapping[str, str]) -> Code:
    """Make a code of a row of the file."""
    return Code(
        scheme=scheme_of(row["scheme"]),
        code=row["code"],
        fit=cast("Fit", row["fit"]),
        name=row["name"] or None,
        conditions=tuple(row["conditions"].split()),
        verified=row["verified"] == "yes",
        source=row["source"] or None,
        note=row["note"] or None,
    )
