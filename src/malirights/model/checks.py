"""Checks that the records share: each says what was given, and what is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from malirights.errors import InvalidTypeError

__all__ = ["check_type", "tuple_of"]

_Item = TypeVar("_Item")


def check_type(field: str, value: object, *kinds: type) -> None:
    """Refuse a value of another type than those given; `bool` is no `int` here.

    Args:
        field: What the value is for, such as "Quote.text".
        value: The value.
        kinds: The types that will do; `type(None)` for None.

    Raises:
        InvalidTypeError: The value is of none of them.
    """
    if type(value) not in kinds:
        wanted = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)
        message = f"{field} is a {wanted}, got {value!r}"
        raise InvalidTypeError(message)


def tuple_of(field: str, kind: type[_Item]) -> Callable[[Any], tuple[_Item, ...]]:
    """Make a converter that takes any iterable of items of a type, and gives a tuple.

    Args:
        field: What the items are for, such as "Page.statements".
        kind: The type of the items.
    """

    def convert(value: Any) -> tuple[_Item, ...]:  # noqa: ANN401 - whatever a caller may give
        if type(value) is not tuple:
            if isinstance(value, str | bytes) or not isinstance(value, Iterable):
                message = f"{field} takes several {kind.__name__}s, such as a tuple of them, got {value!r}"
                raise InvalidTypeError(message)
            value = tuple(value)
        for item in value:
            if item.__class__ is not kind:
                message = f"{field} holds {kind.__name__}s, got {item!r} among them"
                raise InvalidTypeError(message)
        return value  # type: ignore[no-any-return] - every item was looked at

    return convert
