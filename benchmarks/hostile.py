"""Whether hostile pages stay linear: a megabyte of each against a megabyte of ordinary text, as ratios within one run."""

from __future__ import annotations

import contextlib
import sys
from functools import partial

from measure import Row, best_seconds, report, speed

import malirights as mr

_SIZE = 1_000_000
_TARGET = 3
_REPEATS = 3
_DATE = "11 December 2018\n\n"
_PROSE = (
    "The archive of Velmora lost its roof in March, and nine days of rain came in. Nobody was told until the caretaker "
    "opened the east door.\n\n"
    "“The shelves stood in water to the second board,” said Ada Moru, a lawyer in Velmora. “We carried out what we could.”\n\n"
    "The ministry promised pumps and a new roof. Its spokesperson called the damage “a matter of days, not of weeks”, and "
    "left for the coast that evening.\n\n"
    "According to Paul de Winter, who keeps the register, “half of the births of one year are gone”.\n\n"
    "The court will sit again on Tuesday. Moru said: “We want a list of what was lost, and a date.”\n\n"
)
_ENTRY = 3000


def main() -> int:
    """Measure, print a table, and give the exit code."""
    ordinary = ordinary_page()
    hostile, dense = hostile_pages(), dense_pages()
    pages = {"ordinary": ordinary} | hostile | dense
    tasks = {name: partial(parse, text) for name, text in pages.items()}
    seconds = best_seconds(tasks, _REPEATS)
    print(f"ordinary text: {len(ordinary):,} characters, {speed(len(ordinary), seconds['ordinary'])}\n")
    return report(
        [
            Row(name, seconds[name] / seconds["ordinary"], None if name in dense else _TARGET, speed(len(text), seconds[name]))
            for name, text in (hostile | dense).items()
        ]
    )


def ordinary_page() -> str:
    """Write a megabyte of entries with prose and quotes, each about as long as a press statement."""
    entry = _DATE + _PROSE * (_ENTRY // len(_PROSE))
    return filled(entry)


def hostile_pages() -> dict[str, str]:
    """Write the hostile pages, each under one valid date line."""
    bodies = {
        "curly marks, opening": filled("“"),
        "curly marks, open and closed": filled("“”"),
        "straight marks": filled('"'),
        "marks of every kind": filled("“\"«'‘’»”„"),
        "marks that never close": filled("“a "),
        "marks that never open": filled("a” "),
        "date lines": "The court sat.\n" + filled("11 December 2018\n"),
        "one word": filled("a"),
        "one word of capitals": filled("A"),
        "one line": filled(_PROSE.replace("\n\n", " ")),
        "one line of capitalised words": filled("Ada Moru "),
        "one line without full stops": filled("the court sat and "),
        "one line a word": filled("rain\n"),
        "nested brackets": "(" * (_SIZE // 2) + ")" * (_SIZE // 2),
        "nested brackets of every kind": filled("([{<"),
        "one entry of ordinary text": filled(_PROSE),
    }
    return {name: _DATE + body for name, body in bodies.items()}


def dense_pages() -> dict[str, str]:
    """Write pages where a megabyte holds many times more quotes or entries than text does; they are shown, not judged."""
    return {
        "a quote every four characters": _DATE + filled("“a” "),
        "an entry every 22 characters": filled("11 December 2018\nRain\n"),
    }


def filled(piece: str) -> str:
    """Repeat a piece until it fills a megabyte."""
    return (piece * (_SIZE // len(piece) + 1))[:_SIZE]


def parse(text: str) -> None:
    """Parse a page; that it holds no statement is an answer like any other."""
    with contextlib.suppress(mr.NoStatementsError):
        mr.parse(text)


if __name__ == "__main__":
    sys.exit(main())
