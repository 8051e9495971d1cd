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
from malirights.faces.tables import overview, printable, quote_rows, statement_rows, table
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
    code = 0
    for path in options.pages or [None]:
        try:
            page = read(path) if path else parse(sample())
        except MalirightsError as error:
            _say(f"{path}: {error}")
            code = 2
            continue
        for warning in page.warnings:
            _say(f"{path or 'sample'}{_place(page, warning.span)}: {warning.message}")
        if not _print(_shown(page, options)):
            break
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


def _shown(page: Page, options: argparse.Namespace) -> str:
    """Lay a page out as the options ask."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    if options.json:
        return json.dumps(to_dict(page), ensure_ascii=False, indent=2 if terminal else None)
    if options.quotes:
        return table(quote_rows(page), width)
    if options.statements:
        return table(statement_rows(page), width)
    return overview(page, width)


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


def _print(text: str) -> bool:
    """Print, in whatever the output can show; say whether somebody still reads."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "replace").decode(encoding), flush=True)  # noqa: T201 - the command's voice
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter flushes once more at exit
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
