"""Checks that the records share: each says what was given, and what is wanted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from malirights.errors import InvalidTypeError, InvalidValueError

__all__ = ["check_type", "day_of", "tuple_of"]


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


def tuple_of(field: str, kind: type) -> Callable[[object, object, tuple[object, ...]], None]:
    """Make a validator for a tuple of items of one type.

    Args:
        field: What the items are for, such as "Page.statements".
        kind: The type of the items.
    """
    only = frozenset({kind})

    def check(_: object, __: object, value: tuple[object, ...]) -> None:
        if not isinstance(value, tuple):  # the answers of the verbs are tuples of a class of their own
            message = f"{field} is a tuple of {kind.__name__}s, got {value!r}; of a list, write tuple(…)"
            raise InvalidTypeError(message)
        if value and not only.issuperset(map(type, value)):
            other = next(item for item in value if type(item) is not kind)
            message = f"{field} holds {kind.__name__}s, got {other!r} among them"
            raise InvalidTypeError(message)

    return check


def day_of(name: str, value: object) -> dt.date:
    """Read a day that a user gives.

    Args:
        name: What the day is, such as "the date of a statement".
        value: The day, as a `datetime.date` or such as "2019-06-11".

    Raises:
        InvalidTypeError: The value is neither a `datetime.date` nor a `str`.
        InvalidValueError: The value is no day of the calendar.
    """
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if not isinstance(value, str):
        message = f"{name} is a datetime.date or a str such as '2019-06-11', got {value!r}"
        raise InvalidTypeError(message)
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        message = f"cannot read {value!r} as {name}; write it as '2019-06-11'"
        raise InvalidValueError(message, value=value) from error
