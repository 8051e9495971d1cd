"""Aliases: what you know of names and the texts do not say, as a small TOML file."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import attrs

from malirights.errors import AliasesError, InvalidTypeError, InvalidValueError
from malirights.model import When

__all__ = ["Aliases", "Split"]

_SAME = 'same = [["Ada Moru", "Ada Winter"]]'
_SPLIT = 'name = "Ada Moru", into = "Ada Moru (judge)", on = "2013-06"'
_KEYS = ("name", "into", "on", "statements")


@attrs.frozen(kw_only=True)
class Split:
    """A name that is somebody else's, in all statements or in some.

    Attributes:
        name: The name as the texts have it.
        into: Under which name it is to be listed there.
        on: Only in statements of these times; empty for any time.
        statements: Only in statements of these ids; empty for any statement.
    """

    name: str
    into: str
    on: tuple[When, ...] = ()
    statements: frozenset[str] = frozenset()

    def holds(self, statement_id: str, date: dt.date) -> bool:
        """Say whether the name is somebody else's in a statement."""
        if self.statements and statement_id not in self.statements:
            return False
        return not self.on or any(when.earliest <= date <= when.latest for when in self.on)


@attrs.frozen(kw_only=True)
class Aliases:
    """Which names are one, and which name is two.

    Attributes:
        same: Lists of names, each list of one person or organisation; the first name is the one to show.
        split: Names that are somebody else's, in all statements or in some; of several that fit, the first counts.

    Examples:
        >>> aliases = Aliases.of({"same": [["Ada Moru", "Ada Winter"]]})
        >>> aliases.same
        (('Ada Moru', 'Ada Winter'),)
    """

    same: tuple[tuple[str, ...], ...] = ()
    split: tuple[Split, ...] = ()

    @classmethod
    def of(cls, table: Mapping[str, object]) -> Aliases:
        """Make aliases from a mapping with the keys of an alias file.

        Args:
            table: Under "same" a list of lists of names; under "split" a list of mappings with "name" and "into" and, where
                it holds for some statements alone, "on" (a date, or an EDTF text such as "2013-06") and "statements" (their
                ids). For "on" and "statements" one value will do, or a list.

        Raises:
            InvalidTypeError: It is no mapping.
            AliasesError: Something else stands there; the message says what to write.
        """
        if not isinstance(table, Mapping):
            message = (
                f"aliases are a mapping such as {{'same': [['Ada Moru', 'Ada Winter']]}}, got {type(table).__name__}; "
                "of a file, write Aliases.load('aliases.toml')"
            )
            raise InvalidTypeError(message)
        return _read(table, "")

    @classmethod
    def load(cls, *paths: str | Path) -> Aliases:
        """Read alias files.

        Args:
            paths: TOML files with the keys that `of` takes; what they say is added up.

        Raises:
            InvalidTypeError: A path is none.
            AliasesError: A file is absent, is no TOML, or says something else; the message says where, and what to write.
        """
        same: tuple[tuple[str, ...], ...] = ()
        split: tuple[Split, ...] = ()
        for path in paths:
            if not isinstance(path, str | Path):
                message = f"Aliases.load takes the paths of TOML files, got {type(path).__name__}"
                raise InvalidTypeError(message)
            read = _read(_table(path), str(path))
            same, split = same + read.same, split + read.split
        return cls(same=same, split=split)


def _table(path: str | Path) -> Mapping[str, object]:
    """Read a TOML file."""
    try:
        return tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        message = f"cannot read the aliases {str(path)!r}: {error.strerror}"
        raise AliasesError(message, path=str(path)) from error
    except ValueError as error:
        message = f"the aliases {str(path)!r} are no TOML in UTF-8: {error}"
        raise AliasesError(message, path=str(path)) from error


def _read(table: Mapping[str, object], path: str) -> Aliases:
    """Read a table of aliases."""
    if unknown := [key for key in table if key not in {"same", "split"}]:
        raise _fault(path, str(unknown[0]), f"no such key; there are same, as in {_SAME}, and split, as in [[split]] {_SPLIT}")
    same, split = table.get("same", []), table.get("split", [])
    if not isinstance(same, list | tuple):
        raise _fault(path, "same", f"a list of lists of names, such as {_SAME}, got {same!r}")
    if not isinstance(split, list | tuple):
        raise _fault(path, "split", f"a list of tables, each under a line [[split]] and such as {_SPLIT}, got {split!r}")
    return Aliases(
        same=tuple(_names(names, f"same[{number}]", path) for number, names in enumerate(same)),
        split=tuple(_split(entry, f"split[{number}]", path) for number, entry in enumerate(split)),
    )


def _names(names: object, where: str, path: str) -> tuple[str, ...]:
    """Read a list of names of one person or organisation."""
    if not isinstance(names, list | tuple) or len(names) < 2 or not all(map(_is_name, names)):  # noqa: PLR2004 - one is the same as itself
        raise _fault(path, where, f"two names or more of one person or organisation, as in {_SAME}, got {names!r}")
    return tuple(names)


def _split(entry: object, where: str, path: str) -> Split:
    """Read a name that is somebody else's."""
    if not isinstance(entry, Mapping):
        raise _fault(path, where, f"a table such as {_SPLIT}, got {entry!r}")
    if unknown := [key for key in entry if key not in _KEYS]:
        raise _fault(path, f"{where}.{unknown[0]}", f"no such key; there are {', '.join(_KEYS)}, as in {_SPLIT}")
    for key in ("name", "into"):
        if not _is_name(entry.get(key)):
            raise _fault(path, f"{where}.{key}", f"a name, as in {_SPLIT}, got {entry.get(key)!r}")
    ids = [value for value in _several(entry.get("statements", ())) if isinstance(value, str)]
    if len(ids) != len(_several(entry.get("statements", ()))):
        wanted = f"ids of statements, such as '2013-06-14-3f9a1c02', got {entry['statements']!r}"
        raise _fault(path, f"{where}.statements", wanted)
    on = tuple(_when(value, f"{where}.on", path) for value in _several(entry.get("on", ())))
    return Split(name=entry["name"], into=entry["into"], on=on, statements=frozenset(ids))


def _when(value: object, where: str, path: str) -> When:
    """Read a time."""
    try:
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return When.day(value)
        return value if isinstance(value, When) else When.from_edtf(cast("str", value))  # it refuses other types
    except (InvalidTypeError, InvalidValueError) as error:
        raise _fault(path, where, f"a time such as '2013', '2013-06' or '2013-06-14', got {value!r}") from error


def _several(value: object) -> tuple[object, ...]:
    """Give the items of a list, or one value as the only one."""
    return tuple(value) if isinstance(value, list | tuple | set | frozenset) else (value,)


def _is_name(value: object) -> bool:
    """Say whether something is a text with words."""
    return isinstance(value, str) and bool(value.strip())


def _fault(path: str, where: str, wanted: str) -> AliasesError:
    """Make the error that says what is wanted at a place."""
    return AliasesError(f"the aliases{f' {path!r}' if path else ''} at {where}: {wanted}", path=path)
