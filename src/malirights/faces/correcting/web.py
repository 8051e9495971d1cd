"""Pages as W3C Web Annotations, and marks from such annotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.faces.correcting.marks import Mark, draw, plain
from malirights.faces.correcting.rebuilding import Given
from malirights.model import Page, Span

__all__ = ["read_web_annotations", "to_web_annotations"]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_URN = "urn:malirights:"
_AROUND = 32


def to_web_annotations(page: Page) -> dict[str, Any]:
    r"""Write what was found in a page as W3C Web Annotations, to be looked at and corrected elsewhere.

    Each quote, speaker, event, party, place, date and number is an annotation. Its bodies are what it is (`purpose`
    "classifying"), what is said of it (a `label` such as "status" or "name", and the value), and what it links to ("linking",
    with the role as `label` and the id of the other annotation as `source`). Its target is the stretch of the page, by its
    place in code points and by the words with those around it.

    Args:
        page: The page; its `url` is the source of the targets.

    Returns:
        An AnnotationPage in JSON-LD, ready for `json.dump`.

    Raises:
        InvalidTypeError: The page is none.

    Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017, https://www.w3.org/TR/annotation-model/.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe bakers were arrested in Orvel.")
        >>> annotation = mr.to_web_annotations(page)["items"][0]
        >>> annotation["body"][0]["value"], annotation["target"]["selector"][1]["exact"]
        ('Party', 'The bakers')
    """
    if not isinstance(page, Page):
        message = f"to_web_annotations takes a Page, got {type(page).__name__}"
        raise InvalidTypeError(message)
    source = page.url or f"{_URN}page"
    return {
        "@context": _CONTEXT,
        "id": f"{_URN}annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_annotation(mark, page.text, source) for mark in draw(page)],
    }


def _annotation(mark: Mark, text: str, source: str) -> dict[str, Any]:
    """Write a mark."""
    start, end = mark.span.start, mark.span.end
    return {
        "id": _URN + mark.id,
        "type": "Annotation",
        "motivation": "linking" if mark.links else "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": mark.type},
            *(
                {"type": "TextualBody", "purpose": "describing", "label": name, "value": value, "format": "text/plain"}
                for name, value in mark.values
            ),
            *(
                {"type": "SpecificResource", "purpose": "linking", "label": role, "source": _URN + name}
                for role, name in mark.links
            ),
        ],
        "target": {
            "type": "SpecificResource",
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(start - _AROUND, 0) : start],
                    "suffix": text[end : end + _AROUND],
                },
            ],
        },
    }


def read_web_annotations(data: object, page: Page) -> Given:
    """Read marks from Web Annotations.

    Args:
        data: An AnnotationPage, or an AnnotationCollection with its first page inside, or a list of annotations, or one.
        page: The page that they are about.

    Returns:
        The marks, and what is wrong with others. Where an annotation's words do not stand at its place, they are looked for
        with the words around them.

    Raises:
        InvalidValueError: The data holds no annotations.
    """
    marks: dict[str, Mark] = {}
    faults: dict[str, str] = {}
    for number, annotation in enumerate(_items(data), 1):
        name = _id_of(annotation, number)
        try:
            marks[name] = _mark(name, annotation, page.text)
        except (KeyError, TypeError, AttributeError) as error:
            faults[name] = f"it lacks what malirights reads in an annotation: {error}"
        except InvalidValueError as error:
            faults[name] = str(error)
    return Given(marks=marks, faults=faults)


def _items(data: object) -> list[object]:
    """Give the annotations of what holds them."""
    held = data
    if isinstance(held, dict) and isinstance(held.get("first"), dict):
        held = held["first"]
    if isinstance(held, dict):
        held = [held] if "target" in held else held.get("items")
    if not isinstance(held, list):
        message = "these are no Web Annotations: an AnnotationPage has its annotations under 'items'"
        raise InvalidValueError(message)
    return held


def _id_of(annotation: object, number: int) -> str:
    """Give the id of an annotation: ours, or another, or a number where there is none."""
    name = annotation.get("id") if isinstance(annotation, dict) else None
    return name.removeprefix(_URN) if isinstance(name, str) else f"annotation {number}"


def _mark(name: str, annotation: Any, text: str) -> Mark:  # noqa: ANN401 - data of any kind, from a file
    """Read one annotation."""
    bodies = list(_listed(annotation["body"]))
    types = [body["value"] for body in bodies if body.get("purpose") == "classifying" and "label" not in body]
    if len(types) != 1 or not isinstance(types[0], str):
        message = f"it says {len(types)} times what it is; give it one body with the purpose 'classifying'"
        raise InvalidValueError(message)
    links = [(body["label"], body["source"].removeprefix(_URN)) for body in bodies if body.get("purpose") == "linking"]
    values = [(body["label"], plain(body["value"])) for body in bodies if "label" in body and body.get("purpose") != "linking"]
    creator = next(_listed(annotation.get("creator", [])), None)
    by = creator.get("name", creator.get("id")) if isinstance(creator, dict) else creator
    return Mark(
        id=name,
        type=types[0],
        span=_place(annotation["target"], text),
        values=tuple((label, value) for label, value in values if value),
        links=tuple(links),
        by=by if isinstance(by, str) else None,
    )


def _listed(value: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Give one or several values as several, as JSON-LD writes either."""
    yield from value if isinstance(value, list) else [value]


def _place(target: Any, text: str) -> Span:  # noqa: ANN401 - as above
    """Find the words of a target: at the place that it gives, else where they stand with the words around them."""
    selectors = {selector["type"]: selector for selector in _listed(target["selector"])}
    quote, position = selectors.get("TextQuoteSelector"), selectors.get("TextPositionSelector")
    if position is not None:
        span = Span(position["start"], position["end"])
        if quote is None or text[span.start : span.end] == quote["exact"]:
            span.of(text)
            return span
    if quote is None:
        message = "its target has neither a TextPositionSelector nor a TextQuoteSelector"
        raise InvalidValueError(message)
    before, exact, after = quote.get("prefix", ""), quote["exact"], quote.get("suffix", "")
    start = text.find(before + exact + after)
    if not exact or start < 0 or text.find(before + exact + after, start + 1) >= 0:
        message = f"its words {exact!r} do not stand at its place, nor just once with those around them"
        raise InvalidValueError(message)
    return Span(start + len(before), start + len(before) + len(exact))
