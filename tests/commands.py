"""The command line, run in this process as on a terminal, or in a new one; and pages to run it on."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import malirights as mr
from malirights.__main__ import main

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
OWN_CODES = re.compile(r"\x1b\[[012]m")  # bold, dim and plain, which the command itself writes
TWO_QUOTES = (
    "May 4, 2016\n\n“It rained for nine days,” said Ada Moru, a lawyer in Velmora.\n\n"
    "May 2, 2016\n\n“The river rose,” said Paul de Winter.\n"
)
NO_ENTRY = "The court sat all day and ruled on nothing.\n"
TOLD = (
    "May 9, 2016\n\nPaul Moru was convicted in Velmora of the killing of at least six bakers in May 2015.\n\n"
    "May 4, 2016\n\nSoldiers arrested Ada Moru in Orvel on 3 May 2016.\n"
)
# What could steer a terminal: colours, window titles, C1 control sequences, overwriting, right-to-left override.
HOSTILE = ["\x1b[31m", "\x1b]0;title\x07", "\x9b31m", "\x08\x08", "\x7f", "\u202e"]
VIEWS = [[], ["--quotes"], ["--statements"], ["--events"], ["--chronology"], ["--accountability"], ["--json"]]


class Terminal(io.StringIO):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(*arguments: str | Path, columns: int = 80) -> str:
    """Run the command on a terminal, and give what it shows."""
    output = Terminal()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(output):
        patch.setenv("COLUMNS", str(columns))
        main([str(argument) for argument in arguments])
    return output.getvalue()


def environment(**changes: str) -> dict[str, str]:
    """Give an environment in which a new interpreter finds this package, and speaks UTF-8."""
    source = str(Path(mr.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": source, "PYTHONIOENCODING": "utf-8", **changes}


def run(*arguments: str | Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m malirights` in a new interpreter."""
    return subprocess.run(  # noqa: S603 - our own interpreter, our own arguments
        [sys.executable, "-m", "malirights", *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment(**changes),
    )


def bad_page(kind: str, folder: Path) -> Path:
    """Make a page that cannot be read."""
    path = folder / f"{kind}.txt"
    if kind == "directory":
        path.mkdir()
    elif kind != "absent":
        content = {
            "binary": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe",
            "undecodable": b"May 4, 2016\n\nThe court \x81 sat.",
            "empty": b"",
            "blank": b" \n\n\t\n",
            "without-entry": NO_ENTRY.encode(),
            "with-impossible-date-only": b"February 30, 2016\n\nThe court sat.\n",
        }
        path.write_bytes(content[kind])
    return path


BAD = [
    "absent",
    "directory",
    "binary",
    "undecodable",
    "empty",
    "blank",
    "without-entry",
    "with-impossible-date-only",
]
