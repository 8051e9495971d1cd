"""The command line: `python -m malirights [PAGE …]`, with what to show and which of it as options."""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from malirights.errors import MalirightsError
from malirights.faces.files import sample
from malirights.faces.inputs.many import results
from malirights.faces.inputs.sources import Failure, is_archive
from malirights.faces.options import criteria, parser
from malirights.faces.out.writing import format_of, write
from malirights.faces.plain import to_dict
from malirights.faces.tables import escaped, printable
from malirights.faces.target import put
from malirights.faces.views import across, in_lines, narrowed, of_page
from malirights.model import Page
from malirights.parsing import parse

__all__ = ["main"]

_PATIENCE = 1  # seconds
_PROLOG = "Read saved pages of press statements: who said what, what happened to whom, when and where, and what came of it."
_EPILOG = """\
Without a page, the embedded sample page is read, which is invented from end to end.
On a terminal the output is cut to its width; piped, it is plain text with whole cells.

examples:
  malirights                                                  the sample page
  malirights mali.txt --quotes --speaker mootoo               who said what, a line each
  malirights mali.txt chad.txt --events --kind killing --since 2013
  malirights mali.txt --chronology                            what happened, in its order
  malirights mali.txt --accountability --group violation      what came of it
  malirights mali.txt --json > mali.json                      everything, with the spans that prove it
  malirights mali.txt --events --output events.csv            a table; .jsonl, .geojson, .atom, .ics and .html likewise
  malirights mali.txt --to timelinejs > timeline.json

exit codes: 0 all pages were read; 2 a page could not be read, the output not be written, or the command was mistyped
"""


class _Reading:
    """Goes through the pages of a command, and says what is wrong with each on standard error.

    Attributes:
        code: The exit code so far.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self.code = 0
        self._paths = paths

    def __iter__(self) -> Iterator[tuple[str | None, Page]]:
        """Give each page that can be read, with its path."""
        if not self._paths:
            yield None, self._told("sample", parse(sample()))
            return
        progress = sys.stderr is not None and sys.stderr.isatty() and find_spec("tqdm") is not None
        for result in results(self._paths, progress=progress, patience=_PATIENCE):
            if isinstance(result, Failure):
                _say(f"{result.path}: {result.error}")
                self.code = 2
            else:
                yield result[0], self._told(*result)

    def _told(self, path: str, page: Page) -> Page:
        """Say what a page warns of, and give it."""
        for warning in page.warnings:
            _say(f"{path}{_place(page, warning.span)}: {warning.message}")
        return page


def main(arguments: Sequence[str] | None = None) -> int:
    """Read pages and print what was found.

    Args:
        arguments: The words after the command; None takes those of the process.

    Returns:
        The exit code: 0, or 2 where a page could not be read.

    Examples:
        >>> main(["no-such-page.txt"])
        2
    """
    made = parser(_PROLOG, _EPILOG)
    options = made.parse_args(arguments)
    chosen = criteria(options, made)
    if sys.stdout is None and not options.output:
        return 2  # closed by the shell: there is nowhere to print, nor to complain
    reading = _Reading(options.pages)
    form = options.to or (options.output and format_of(Path(options.output).suffix))
    try:
        if form:
            _write(reading, options, form, chosen)
        elif options.output:
            texts = _shown(reading, options.view, chosen, several=_several(options.pages), terminal=False)
            put((f"{text}\n" for text in texts), options.output)
        else:
            for text in _shown(reading, options.view, chosen, several=_several(options.pages), terminal=sys.stdout.isatty()):
                _print(text)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter flushes once more at exit
    except MalirightsError as error:
        _say(str(error))  # a criterion that cannot be, a file that cannot be written, an extra that is missing
        return 2
    except OSError as error:
        _say(f"cannot write the output: {error.strerror}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return reading.code


def _several(paths: Sequence[str]) -> bool:
    """Say whether the command may read more than one page: a folder, a pattern and an archive stand for many."""
    return len(paths) > 1 or any(not Path(path).is_file() or is_archive(path) for path in paths)


def _write(reading: _Reading, options: argparse.Namespace, form: str, chosen: Mapping[str, Any]) -> None:
    """Write what the options select in a format of another tool, to the file that they name or to the output."""
    source = narrowed([page for _, page in reading], options.view, chosen)
    of = {"of": options.view if options.view in ("statements", "quotes") else "events"} if form in ("csv", "jsonl") else {}
    if options.output:
        write(source, options.output, to=form, **of)
        return
    text = io.StringIO()
    write(source, text, to=form, **of)
    _print(in_lines(text.getvalue()) if sys.stdout.isatty() else text.getvalue().removesuffix("\n"))


def _shown(reading: _Reading, view: str | None, chosen: Mapping[str, Any], *, several: bool, terminal: bool) -> Iterator[str]:
    """Lay the pages out as the options ask: each as soon as it is read, or all together at the end."""
    width = shutil.get_terminal_size().columns if terminal else None
    if view in ("chronology", "accountability"):
        if text := across([page for _, page in reading], view, chosen):
            yield text
        return
    header = True
    for path, page in reading:
        if view == "json":
            text = json.dumps(to_dict(page), ensure_ascii=not _shows_unicode(), indent=2 if terminal else None)
            yield escaped(text) if terminal else text
        else:
            yield of_page(page, view, chosen, path=path if several else None, width=width, header=header)
        header = False


def _shows_unicode() -> bool:
    """Say whether the output can show every character."""
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def _place(page: Page, span: object) -> str:
    """Give line and column of a warning, both from 1, as editors count."""
    start = getattr(span, "start", None)
    if start is None:
        return ""
    before = page.text[:start]
    return f":{before.count(chr(10)) + 1}:{start - before.rfind(chr(10))}"


def _say(text: str) -> None:
    """Say a sentence on standard error."""
    print(f"malirights: {printable(text)}", file=sys.stderr)  # noqa: T201 - the command's voice


def _print(text: str) -> None:
    """Print, in whatever the output can show."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)  # noqa: T201 - the command's voice


if __name__ == "__main__":
    sys.exit(main())
