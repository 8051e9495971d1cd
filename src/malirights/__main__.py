"""The command line: `python -m malirights [PAGE …] [--quotes | --statements | --json]`."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence

from malirights.errors import MalirightsError
from malirights.faces.files import read, sample
from malirights.faces.plain import to_dict
from malirights.faces.tables import escaped, overview, printable, quote_rows, statement_rows, table
from malirights.model import Page
from malirights.parsing import parse

__all__ = ["main"]

_EPILOG = """\
Without a page, the embedded sample page is read, which is invented from end to end.
On a terminal the output is cut to its width; piped, it is plain text with whole cells.

examples:
  malirights                                the sample page
  malirights mali.txt --quotes              who said what, a line each
  malirights mali.txt --json > mali.json    everything, with the spans that prove it

exit codes: 0 all pages were read; 2 a page could not be read, or the command was mistyped
"""


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
    options = _parser().parse_args(arguments)
    if sys.stdout is None:
        return 2  # closed by the shell: there is nowhere to print, nor to complain
    code, pages = 0, options.pages or [None]
    for number, path in enumerate(pages):
        try:
            page = read(path) if path else parse(sample())
        except MalirightsError as error:
            _say(f"{path}: {error}")
            code = 2
            continue
        for warning in page.warnings:
            _say(f"{path or 'sample'}{_place(page, warning.span)}: {warning.message}")
        several = path if len(pages) > 1 else None
        try:
            _print(_shown(page, options, several, header=not number))
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter flushes once more at exit
            break
        except OSError as error:
            _say(f"cannot write the output: {error.strerror}")
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 2
    return code


def _parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(
        prog="malirights",
        description="Read saved listing pages of press statements: who said what, when.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="a listing page, saved as text")
    view = parser.add_mutually_exclusive_group()
    view.add_argument("--quotes", action="store_true", help="a line for each quote")
    view.add_argument("--statements", action="store_true", help="a line for each statement")
    view.add_argument("--json", action="store_true", help="everything as JSON, one object a page")
    return parser


def _shown(page: Page, options: argparse.Namespace, path: str | None, *, header: bool) -> str:
    """Lay a page out as the options ask, with its path where there are several."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    if options.json:
        text = json.dumps(to_dict(page), ensure_ascii=not _shows_unicode(), indent=2 if terminal else None)
        return escaped(text) if terminal else text
    if not (options.quotes or options.statements):
        return (f"{printable(path)}\n" if path else "") + overview(page, width)
    rows = quote_rows(page) if options.quotes else statement_rows(page)
    if path:
        rows = [("page" if not number else path, *row) for number, row in enumerate(rows)]
    return table(rows, width, header=header)


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
