"""Word lists as data: one folder a language, one TOML file a subject, merged and compiled once.

A file holds *entry classes*: tables with `words` (plain words and phrases), `patterns` (regular expressions), and for each
class its `source`, `examples` and `counter_examples`, which the tests run. A class may name a `table`: a CSV file beside it,
whose lines become its `rows`.
"""

from __future__ import annotations

import csv
import functools
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeVar

import attrs

from malirights.errors import InvalidTypeError, LexiconError

__all__ = ["Lexicon"]

_Built = TypeVar("_Built")
_Table = dict[str, Any]
_LIMITS = {"latitude": 90, "longitude": 180}


@attrs.frozen(eq=False)
class Lexicon:
    """What the finders know of languages, organisations and page furniture.

    Attributes:
        tables: By language ("en", "fr", or "common" for what no language owns), then by subject ("page", "quotes", …), the
            entry classes as read from the TOML files.

    Examples:
        >>> lexicon = Lexicon.default()
        >>> "said" in lexicon.words("en", "quotes", "said")
        True
    """

    tables: Mapping[str, Mapping[str, _Table]]
    _built: dict[Callable[..., Any], Any] = attrs.field(factory=dict, repr=False, init=False)

    @classmethod
    def default(cls) -> Lexicon:
        """Give the lexicon that the package ships; it is read on first use and kept."""
        return _default()

    @classmethod
    def load(cls, *paths: str | Path) -> Lexicon:
        """Add your own words to the lexicon that the package ships.

        A file names the language, the subject and the entry class: `[en.quotes.said]` with `words = ["whispered"]`. Lists
        are added to those of the package, other values replace them.

        Args:
            paths: TOML files, read in this order.

        Raises:
            InvalidTypeError: A path is none.
            LexiconError: A file is absent, is no TOML, or does not nest language, subject and class.
        """
        tables = {language: dict(subjects) for language, subjects in _default().tables.items()}
        for path in paths:
            if not isinstance(path, str | Path):
                message = f"Lexicon.load takes the paths of TOML files, got {type(path).__name__}"
                raise InvalidTypeError(message)
            tables = _merged(tables, _read_user_file(Path(path)))
        return cls(tables)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it knows, as ISO 639-1 codes."""
        return tuple(language for language in sorted(self.tables) if language != "common")

    def words(self, language: str, subject: str, entry_class: str) -> tuple[str, ...]:
        """Give the words of an entry class; empty where the language has none."""
        return tuple(self._entry(language, subject, entry_class).get("words", ()))

    def patterns(self, language: str, subject: str, entry_class: str) -> tuple[str, ...]:
        """Give the patterns of an entry class; empty where the language has none."""
        return tuple(self._entry(language, subject, entry_class).get("patterns", ()))

    def rows(self, language: str, subject: str) -> Iterator[Mapping[str, str]]:
        """Go through the lines of every table of a subject, each a mapping of the names of its columns."""
        for entry in self.tables.get(language, {}).get(subject, {}).values():
            yield from entry.get("rows", ())

    def everywhere(self, subject: str, entry_class: str) -> tuple[str, ...]:
        """Give the words of an entry class in every language, and those of no language."""
        return tuple(word for language in sorted(self.tables) for word in self.words(language, subject, entry_class))

    def classes(self) -> Iterator[tuple[str, str, str, _Table]]:
        """Go through every entry class, with its language, subject and name."""
        for language, subjects in sorted(self.tables.items()):
            for subject, classes in sorted(subjects.items()):
                for name, entry in classes.items():
                    yield language, subject, name, entry

    def built(self, build: Callable[[Lexicon], _Built]) -> _Built:
        """Give what a finder compiles from the lexicon, compiling it on first use only."""
        if build not in self._built:
            self._built[build] = build(self)
        made: _Built = self._built[build]
        return made

    def __reduce__(self) -> tuple[type[Lexicon], tuple[Mapping[str, Mapping[str, _Table]]]]:
        """Pickle the tables alone: what was compiled from them is compiled again where they arrive."""
        return (type(self), (self.tables,))

    def _entry(self, language: str, subject: str, entry_class: str) -> _Table:
        """Give an entry class, empty where there is none."""
        entry: _Table = self.tables.get(language, {}).get(subject, {}).get(entry_class, {})
        return entry


@functools.cache
def _default() -> Lexicon:
    """Read the data files of the package."""
    tables: dict[str, dict[str, _Table]] = {}
    for folder in resources.files(__package__).iterdir():
        if folder.is_dir() and not folder.name.startswith("_"):
            files = (file for file in folder.iterdir() if file.name.endswith(".toml"))
            tables[folder.name] = {file.name.removesuffix(".toml"): _with_rows(folder, file) for file in files}
    return Lexicon(tables)


def _with_rows(folder: Traversable, file: Traversable) -> _Table:
    """Read a data file of the package, with the tables that it names."""
    classes = tomllib.loads(file.read_text("utf-8"))
    for entry in classes.values():
        if "table" in entry:
            entry["rows"] = _rows((folder / entry["table"]).read_text("utf-8"))
    return classes


def _rows(text: str) -> list[dict[str, str]]:
    """Read the lines of a table; a value that a line lacks is empty."""
    reader = csv.reader(text.splitlines(keepends=True))
    columns = next(reader, [])
    return [dict(zip_longest(columns, line[: len(columns)], fillvalue="")) for line in reader if line]


def _read_user_file(path: Path) -> _Table:
    """Read a user's file, and check its nesting."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        message = f"cannot read the lexicon {str(path)!r}: {error.strerror}"
        raise LexiconError(message, path=str(path)) from error
    except ValueError as error:
        message = f"the lexicon {str(path)!r} is no TOML in UTF-8: {error}"
        raise LexiconError(message, path=str(path)) from error
    for language, subjects in table.items():
        for subject, classes in subjects.items() if isinstance(subjects, dict) else [("", None)]:
            for name, entry in classes.items() if isinstance(classes, dict) else [("", None)]:
                fault = _fault(subject, name, entry)
                if fault:
                    message = f"the lexicon {str(path)!r} at {language}.{subject}.{name}: {fault}"
                    raise LexiconError(message, path=str(path))
                if isinstance(entry, dict) and "table" in entry:
                    entry["rows"] = _user_rows(path.parent / entry["table"])
    return table


def _user_rows(path: Path) -> list[dict[str, str]]:
    """Read a user's table, and check that it names something."""
    try:
        rows = _rows(path.read_text("utf-8-sig"))
    except OSError as error:
        message = f"cannot read the table {str(path)!r}: {error.strerror}"
        raise LexiconError(message, path=str(path)) from error
    except (ValueError, csv.Error) as error:
        message = f"the table {str(path)!r} is no CSV in UTF-8: {error}"
        raise LexiconError(message, path=str(path)) from error
    for number, row in enumerate(rows, start=2):
        if not row.get("name", "").strip():
            message = f"the table {str(path)!r} at line {number}: the column 'name' is empty or missing"
            raise LexiconError(message, path=str(path))
        for column, limit in _LIMITS.items():
            if row.get(column) and not _is_within(row[column], limit):
                message = f"the table {str(path)!r} at line {number}: {column} is in degrees, such as 14.5, got {row[column]!r}"
                raise LexiconError(message, path=str(path))
    return rows


def _is_within(degrees: str, limit: int) -> bool:
    """Say whether a text is a number of degrees within a limit on both sides of zero."""
    try:
        return -limit <= float(degrees) <= limit
    except ValueError:
        return False


def _fault(subject: str, name: str, entry: object) -> str | None:
    """Say what is wrong with an entry class of a user's file."""
    if not isinstance(entry, dict):
        return "here a table [language.subject.class] is wanted, such as [en.quotes.said]"
    classes = [(known_name, table) for _, known_subject, known_name, table in _default().classes() if known_subject == subject]
    known = {known_name for known_name, _ in classes}
    if name not in known:
        return f"no class of that name; of {subject!r} there are {', '.join(sorted(known)) or 'none'}"
    keys = {key for _, table in classes for key in table if key != "rows"}
    if unknown := entry.keys() - keys:
        return f"no key {min(unknown)!r}; there are {', '.join(sorted(keys))}"
    if not isinstance(entry.get("table", ""), str):
        return f"table is the name of a CSV file beside this one, got {entry['table']!r}"
    for key in ("words", "patterns"):
        values = entry.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
            return f"{key} is a list of texts, such as {key} = ['whispered'], got {values!r}"
    return None


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Merge two nested tables: lists are joined, other values replaced."""
    result = dict(old)
    for key, value in new.items():
        before = result.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            result[key] = _merged(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            result[key] = _joined(before, value)
        else:
            result[key] = value
    return result


def _joined(old: list[Any], new: list[Any]) -> list[Any]:
    """Join two lists; lists of forms, such as those of the months, place by place."""
    if old and all(isinstance(item, list) for item in (*old, *new)):
        nothing: list[Any] = []
        return [[*before, *after] for before, after in zip_longest(old, new, fillvalue=nothing)]
    return [*old, *new]
