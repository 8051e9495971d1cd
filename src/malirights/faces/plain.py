"""Objects to and from plain data, such as JSON holds."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from types import GenericAlias
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

from malirights.ask.accountability import Road, Step
from malirights.errors import InvalidTypeError, InvalidValueError, MalirightsError
from malirights.model import (
    Actor,
    Code,
    Correction,
    Count,
    Event,
    EventKind,
    Page,
    PageWarning,
    Part,
    Place,
    Quote,
    Span,
    Speaker,
    Statement,
    When,
)
from malirights.model.correction import Item
from malirights.model.incident import Incident, Link, Total
from malirights.model.voice import Role, Voice

if TYPE_CHECKING:
    from cattrs import BaseConverter, Converter

__all__ = ["CLASSES", "SHOWN", "Thing", "from_dict", "to_dict"]

Thing = (
    Actor
    | Code
    | Correction
    | Count
    | Event
    | Incident
    | Link
    | Page
    | PageWarning
    | Part
    | Place
    | Quote
    | Road
    | Role
    | Span
    | Speaker
    | Statement
    | Step
    | Total
    | Voice
    | When
)
CLASSES: dict[str, type[Thing]] = {cls.__name__: cls for cls in get_args(Thing)}
# What the plain data of a class shows beside its fields, which imply it; it is not read back.
SHOWN: dict[type[Thing], tuple[str, ...]] = {
    Statement: ("headline", "byline", "contact"),
    Incident: ("kind", "when", "where", "count", "status", "perpetrators", "victims", "sentences"),
    Step: ("kind", "when", "told"),
    Road: ("kinds", "when", "where", "perpetrators", "victims", "found", "missing"),
}


def to_dict(thing: Thing) -> dict[str, Any]:
    r"""Turn an object of the model into plain data: dictionaries, lists, text, numbers, None.

    The dictionary says under "class" which class it is. Spans are pairs of numbers, days and times ISO 8601 texts. What
    follows from the fields is shown too where a reader would miss it: the headline, byline and contact of a statement, the
    kind, time, place, number, people and sentences of an incident, what an accountability road has and lacks.

    Args:
        thing: A `Page`, `Statement`, `Quote`, `Incident`, or any other object of the model.

    Raises:
        InvalidTypeError: The object is no such thing.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe court freed Ada Moru.")
        >>> plain = mr.to_dict(page.statements[0])
        >>> plain["date"], plain["span"], plain["headline"]
        ('2016-05-04', [0, 38], [])
        >>> mr.from_dict(plain) == page.statements[0]
        True
    """
    name = type(thing).__name__
    if CLASSES.get(name) is not type(thing):
        message = f"to_dict takes an object of the model, such as a Page or a Quote, got {name}"
        raise InvalidTypeError(message)
    plain = _converter().unstructure(thing)
    return {"class": name, "span": plain} if isinstance(thing, Span) else {"class": name, **plain}


def from_dict(plain: dict[str, Any]) -> Any:  # noqa: ANN401 - the class that the data names
    """Make the object that `to_dict` turned into plain data; `from_dict(to_dict(x)) == x`.

    Args:
        plain: The data, with the name of the class under "class". What is shown beside the fields of a class is not read.

    Raises:
        InvalidTypeError: The data is no dictionary.
        InvalidValueError: The class is unknown, or fields are missing, wrong or too many; the message gives the path of each.

    Examples:
        >>> from_dict({"class": "Span", "span": [3, 9]})
        Span(3, 9)
        >>> from_dict({"class": "Part", "kind": "byline"})
        Traceback (most recent call last):
        ...
        malirights.errors.InvalidValueError: this is no Part: the field 'span' is missing @ $.span
    """
    from cattrs import BaseValidationError, transform_error  # noqa: PLC0415 - only who converts pays for it

    if not isinstance(plain, dict):
        message = f"from_dict takes a dictionary as to_dict gives it, got {type(plain).__name__}"
        raise InvalidTypeError(message)
    name = plain.get("class")
    cls = CLASSES.get(name) if isinstance(name, str) else None
    if cls is None:
        message = f"unknown class {name!r}; it is one of {', '.join(sorted(CLASSES))}"
        raise InvalidValueError(message)
    data = plain.get("span") if cls is Span else {key: value for key, value in plain.items() if key != "class"}
    try:
        return _converter().structure(data, cls)
    except BaseValidationError as error:
        faults = "; ".join(transform_error(error, format_exception=_fault))
        message = f"this is no {cls.__name__}: {faults}"
        raise InvalidValueError(message) from error
    except (TypeError, ValueError, KeyError) as error:
        message = f"this is no {cls.__name__}: {error}"
        raise InvalidValueError(message) from error


@functools.cache
def _converter() -> Converter:
    """Make the converter, on first use."""
    from cattrs import Converter  # noqa: PLC0415 - only who converts pays for it

    converter = Converter(unstruct_collection_overrides={tuple: list}, forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(float, lambda value, _: float(_exactly(int, float)(value, float)))
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, lambda pair, _: Span(*_exactly(list)(pair, list)))
    converter.register_unstructure_hook(EventKind, str)
    converter.register_structure_hook(EventKind, lambda name, _: EventKind(_exactly(str)(name, str)))
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_structure_hook(dt.datetime, lambda text, _: dt.datetime.fromisoformat(_exactly(str)(text, str)))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.date, lambda text, _: dt.date.fromisoformat(_exactly(str)(text, str)))
    converter.register_structure_hook_factory(_is_tuple, _items)
    converter.register_unstructure_hook_func(_is_item, _unstructured_item(converter))
    converter.register_structure_hook_func(_is_item, _structured_item(converter))
    for cls, names in SHOWN.items():
        _show(converter, cls, names)
    return converter


def _show(converter: Converter, cls: type[Thing], names: tuple[str, ...]) -> None:
    """Let the plain data of a class show some properties, and its reader pass over them."""
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn  # noqa: PLC0415 - only who converts pays for it

    fields = make_dict_unstructure_fn(cls, converter)
    make = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def shown(thing: Thing) -> dict[str, Any]:
        return fields(thing) | {name: converter.unstructure(getattr(thing, name)) for name in names}

    converter.register_unstructure_hook(cls, shown)
    converter.register_structure_hook(
        cls, lambda plain, kind: make({key: plain[key] for key in plain if key not in names}, kind)
    )


def _is_tuple(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    """Say whether an annotation is that of a tuple."""
    origin: object = get_origin(kind)
    return origin is tuple


def _items(kind: Any, converter: BaseConverter) -> Callable[[Any, Any], tuple[Any, ...]]:  # noqa: ANN401 - any annotation
    """Make a hook for a tuple, which is a list in plain data, and nothing else."""
    items = converter.get_structure_hook(GenericAlias(list, (get_args(kind)[0],)))

    def take(value: object, _: object) -> tuple[Any, ...]:
        return tuple(items(_exactly(list)(value, list), list))

    return take


def _is_item(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    """Say whether an annotation is that of what a correction is about."""
    return bool(kind == Item | None)


def _unstructured_item(converter: BaseConverter) -> Callable[[Item | None], dict[str, Any] | None]:
    """Make a hook for what a correction is about, which names its class."""
    return lambda item: None if item is None else {"class": type(item).__name__, **converter.unstructure(item)}


def _structured_item(converter: BaseConverter) -> Callable[[Any, Any], Item | None]:
    """Make a hook that reads what a correction is about."""

    def take(value: object, _: object) -> Item | None:
        if value is None:
            return None
        plain = dict(_exactly(dict)(value, dict))
        name = plain.pop("class", None)
        cls = next((cls for cls in get_args(Item) if cls.__name__ == name), None)
        if cls is None:
            message = f"a correction is about a Quote, an Event or a When, got {value!r}"
            raise InvalidValueError(message)
        return cast("Item", converter.structure(plain, cls))

    return take


def _exactly(*kinds: type) -> Callable[[Any, Any], Any]:
    """Make a hook that takes values of some types as they are, and no other: "5" is no number, 1 is no truth."""

    def take(value: object, _: object) -> object:
        if type(value) not in kinds:
            message = f"{value!r} is no {' or '.join(kind.__name__ for kind in kinds)}"
            raise InvalidTypeError(message)
        return value

    return take


def _fault(error: BaseException, kind: type | None) -> str:
    """Say what is wrong with one value."""
    if isinstance(error, KeyError):
        return f"the field {error.args[0]!r} is missing"
    if isinstance(error, MalirightsError):
        return str(error)
    return f"{error}" if kind is None else f"{error}, where {getattr(kind, '__name__', kind)} is wanted"
