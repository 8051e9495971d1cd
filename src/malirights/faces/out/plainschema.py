"""The JSON Schema of plain data, made from the classes themselves."""

from __future__ import annotations

import datetime as dt
import inspect
import re
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from malirights.faces.plain import CLASSES, SHOWN
from malirights.model import EventKind, Span
from malirights.model.kinds import kinds

__all__ = ["json_schema"]

_NOTHING_ELSE = {"unevaluatedProperties": False}
_TYPES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dt.date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    dt.datetime: {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d{2}-\d{2}T.*[+-]\d{2}:\d{2}"},
}


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of what `to_dict` gives, and so of each line that `write(…, to="jsonl")` writes.

    `$defs` has each class by its name; the whole schema takes an object of any of them, told by its "class". What the data
    shows beside the fields of a class is marked `readOnly`. Some things that `from_dict` refuses no schema can tell, such as
    a quote whose span is not as long as its words.

    Source: JSON Schema, draft 2020-12, Core and Validation.

    Returns:
        The schema, as plain data.

    Examples:
        >>> schema = json_schema()
        >>> schema["$defs"]["Count"]["required"], schema["$defs"]["Count"]["properties"]["low"]["type"]
        (['low', 'high'], 'integer')
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An object of malirights as plain data",
        "type": "object",
        "required": ["class"],
        "properties": {"class": {"enum": sorted(CLASSES)}},
        "allOf": [_whole(name) for name in sorted(CLASSES)],
        **_NOTHING_ELSE,
        "$defs": {"EventKind": _kinds(), **{name: _definition(CLASSES[name]) for name in sorted(CLASSES)}},
    }


def _whole(name: str) -> dict[str, Any]:
    """Say what an object is that names its class."""
    own = {"properties": {"span": _of(Span)}, "required": ["span"]} if name == "Span" else {"$ref": f"#/$defs/{name}"}
    return {"if": {"properties": {"class": {"const": name}}}, "then": own}


def _kinds() -> dict[str, Any]:
    """Describe the kinds of events."""
    return {"description": _first_line(EventKind), "type": "string", "enum": [str(kind) for kind in kinds()]}


def _definition(cls: type) -> dict[str, Any]:
    """Describe a class by its fields, as `from_dict` takes them."""
    if cls is Span:
        offset = {"type": "integer", "minimum": 0}
        return {
            "description": _first_line(cls),
            "type": "array",
            "prefixItems": [offset, offset],
            "items": False,
            "minItems": 2,
        }
    meanings, hints = _meanings(cls), get_type_hints(cls)
    fields = attrs.fields(cls)
    described = {field.name: {"description": meanings[field.name], **_of(hints[field.name])} for field in fields}
    return {
        "description": _first_line(cls),
        "type": "object",
        "properties": described | {name: _shown(cls, name) for name in SHOWN.get(cls, ())},
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
    }


def _shown(cls: type, name: str) -> dict[str, Any]:
    """Describe what the data shows beside the fields."""
    getter = vars(cls)[name].fget
    return {"description": _first_line(getter), **_of(get_type_hints(getter)["return"]), "readOnly": True}


def _of(hint: Any) -> dict[str, Any]:  # noqa: ANN401 - any annotation
    """Describe the values of an annotation."""
    if hint in _TYPES:
        return dict(_TYPES[hint])
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        several = sum(attrs.has(one) for one in inner) > 1
        return {"anyOf": [_named(one) if several and attrs.has(one) else _of(one) for one in inner]}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _of(inner[0])}
    reference = {"$ref": f"#/$defs/{hint.__name__}"}
    return reference if hint in {Span, EventKind} else reference | _NOTHING_ELSE


def _named(cls: type) -> dict[str, Any]:
    """Describe an object that says which class it is, where it may be of several."""
    return _of(cls) | {"properties": {"class": {"const": cls.__name__}}, "required": ["class"]}


def _first_line(thing: Any) -> str:  # noqa: ANN401 - a class or a function
    """Give the first sentence of a docstring."""
    return (thing.__doc__ or "").strip().partition("\n")[0]


def _meanings(cls: type) -> dict[str, str]:
    """Read what the fields of a class mean from its docstring, which says it under "Attributes:"."""
    section = inspect.cleandoc(cls.__doc__ or "").partition("Attributes:\n")[2].partition("\n\n")[0]
    entries = re.findall(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", section, re.MULTILINE)
    found = {name: " ".join(words.split()) for name, words in entries}
    return {field.name: found.get(field.name, "") for field in attrs.fields(cls)}
