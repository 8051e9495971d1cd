"""The errors that the library raises, each also the builtin error that a caller would expect.

A message says what was wrong, where, what was found and what to do; the same facts stand on the error as attributes.
Every error survives pickling, and so reaches the caller of a worker process whole.
"""

from __future__ import annotations

__all__ = [
    "AliasesError",
    "ArchiveError",
    "CriterionError",
    "DecodeError",
    "InvalidTypeError",
    "InvalidValueError",
    "LexiconError",
    "MalirightsError",
    "MissingExtraError",
    "NoStatementsError",
    "ReadError",
    "StrictError",
    "WriteError",
]


class MalirightsError(Exception):
    """The base of every error that malirights raises on purpose.

    Args:
        message: One sentence for the reader: what, where, what was got, what to do.
        facts: What the message says, as attributes of the error.
    """

    def __init__(self, message: str, **facts: object) -> None:
        """Keep the message, and each fact as an attribute."""
        super().__init__(message)
        self.__dict__.update(facts)


class InvalidTypeError(MalirightsError, TypeError):
    """A value is of the wrong type; the message names the right one."""


class InvalidValueError(MalirightsError, ValueError):
    """A value cannot be: a span that ends before it starts, a month that does not fill its interval."""


class CriterionError(MalirightsError, ValueError):
    """A question was asked with an unreadable date or an unknown name.

    Attributes:
        criterion: The name of the criterion, such as `since`.
        value: What was given for it.
    """

    criterion: str
    value: object


class NoStatementsError(MalirightsError, ValueError):
    """The text has no dated entry, so there is nothing to cut into statements.

    Attributes:
        length: The length of the text in code points.
    """

    length: int


class DecodeError(MalirightsError, ValueError):
    """The bytes of a page are no text in any encoding that was tried.

    Attributes:
        offset: The offset of the first byte that could not be read.
        encodings: The names of the encodings that were tried, in order.
    """

    offset: int
    encodings: tuple[str, ...]


class ReadError(MalirightsError, OSError):
    """A page could not be opened: absent, a directory, or closed to this user.

    Attributes:
        path: The path as given.
    """

    path: str


class WriteError(MalirightsError, OSError):
    """A file could not be written.

    Attributes:
        path: The path as given; of an open file, its name, or "".
    """

    path: str


class LexiconError(MalirightsError, ValueError):
    """A lexicon file is not what the loader expects.

    Attributes:
        path: The file, or "" where it is the lexicon as a whole.
    """

    path: str = ""


class AliasesError(MalirightsError, ValueError):
    """Aliases are not what `speakers` expects.

    Attributes:
        path: The file, or "" where they come from none.
    """

    path: str = ""


class ArchiveError(MalirightsError, OSError):
    """An archive cannot be opened, read or written: no archive, made by a newer version, read-only, closed, locked, damaged.

    Attributes:
        path: The path of the archive, as text.
    """

    path: str


class StrictError(MalirightsError, ValueError):
    """A page that was read with `strict=True` had something to warn of.

    Attributes:
        warnings: Every `PageWarning` of the page, in the order of the text.
    """

    warnings: tuple[object, ...]


class MissingExtraError(MalirightsError, ImportError):
    """What was asked for needs a library that is not installed; the message gives the line to type.

    Attributes:
        extra: The extra of malirights that brings the library, such as "html".
        module: The module that could not be imported.
    """

    extra: str
    module: str
