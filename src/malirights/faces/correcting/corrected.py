"""Corrections in: from files of brat, Web Annotations, and saved overlays."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import attrs

from malirights.errors import InvalidTypeError, StrictError
from malirights.faces.correcting.brat import Brat, read_brat
from malirights.faces.correcting.marks import draw
from malirights.faces.correcting.overlay import Corrections, file_text, overlaid, plain_of, put_on
from malirights.faces.correcting.rebuilding import Given, compare
from malirights.faces.correcting.web import read_web_annotations
from malirights.model import Page

__all__ = ["corrected"]

Annotations = str | os.PathLike[str] | Brat | Corrections | Mapping[str, Any] | list[Any]


def corrected(page: Page, annotations: Annotations, *, by: str | None = None, strict: bool = False) -> Page:
    r"""Put what people corrected on a page.

    What came out of `to_brat` or `to_web_annotations` and was changed elsewhere is compared with the page: what was changed is
    corrected, what was deleted is rejected, what is new is added, and everything else stays as it was extracted. `origins`
    says so for each value, and `Corrections.of` takes the corrections off the page, to be put on it when it is read again.

    Args:
        page: The page that the annotations were made from; of `Corrections`, also one that was read again from the same text.
        annotations: An .ann file of brat or its text; Web Annotations as plain data, JSON text, or a file; or `Corrections`.
        by: Who made the corrections, where the annotations themselves do not say.
        strict: Whether to raise what could not be taken over, instead of recording it in `page.warnings`.

    Returns:
        The page with the corrected values. Its warnings have what could not be taken over, as `correction-unread` where an
        annotation cannot be read, and as `correction-lost` where what a correction is about is no longer there.

    Raises:
        InvalidTypeError: The page or the annotations are none.
        InvalidValueError: The annotations are in no form that is known here, or were made from another reading of the page.
        ReadError: The file cannot be opened.
        StrictError: `strict` is set, and something could not be taken over.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe bakers were arrested in Orvel.")
        >>> ann = mr.to_brat(page).ann.replace("status E1 reported", "status E1 alleged")
        >>> better = mr.corrected(page, ann, by="Neva Orlin")
        >>> mr.origins(better, origin="corrected")
        (Origin('Event', 'status', 'alleged', 'corrected', by='Neva Orlin'),)
    """
    if not isinstance(page, Page):
        message = f"corrected takes a Page and annotations, got {type(page).__name__}"
        raise InvalidTypeError(message)
    given = _given(page, annotations)
    result = overlaid(page, given) if isinstance(given, Corrections) else _compared(page, given, by)
    new = result.warnings[len(page.warnings) :]
    if strict and new:
        listed = "; ".join(warning.message for warning in new)
        message = f"{len(new)} correction(s) not taken over with strict=True: {listed}"
        raise StrictError(message, warnings=new)
    return result


def _compared(page: Page, given: Given, by: str | None) -> Page:
    """Put what annotations change on the page that they were made from."""
    corrections, warnings = compare(page, draw(page), given)
    statements = [
        put_on(statement, [attrs.evolve(one, by=one.by or by) for one in corrections.get(statement.span, ())])[0]
        for statement in page.statements
    ]
    return attrs.evolve(page, statements=tuple(statements), warnings=(*page.warnings, *warnings))


def _given(page: Page, annotations: object) -> Given | Corrections:
    """Tell the forms of annotations apart, and read them."""
    if isinstance(annotations, Corrections):
        return annotations
    if isinstance(annotations, Brat):
        return read_brat(annotations.ann, page)
    if isinstance(annotations, Mapping | list):
        return _plain(page, annotations)
    if not isinstance(annotations, str | os.PathLike):
        message = f"annotations are a path, a text, plain data or Corrections, got {type(annotations).__name__}"
        raise InvalidTypeError(message)
    written = annotations if isinstance(annotations, str) else ""
    is_text = annotations == "" or "\t" in written or written.lstrip()[:1] in {"{", "["}
    text = str(annotations) if is_text else file_text(annotations)
    if text.lstrip()[:1] not in {"{", "["}:
        return read_brat(text, page)
    return _plain(page, plain_of(text))


def _plain(page: Page, data: Mapping[str, Any] | list[Any]) -> Given | Corrections:
    """Read plain data."""
    if isinstance(data, Mapping) and data.get("class") == "Corrections":
        return Corrections.from_plain(dict(data))
    return read_web_annotations(dict(data) if isinstance(data, Mapping) else data, page)
