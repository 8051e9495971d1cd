"""What the command takes: its views, its criteria, and which criteria each view knows."""

from __future__ import annotations

import argparse
from typing import Any

from malirights.faces.out.writing import FORMATS

__all__ = ["CRITERIA", "VIEWS", "criteria", "parser"]

_TIME = ("since", "until", "on")
_OF_STATEMENTS = (*_TIME, "contains", "speaker", "publisher", "language")
_OF_QUOTES = (*_OF_STATEMENTS, "role", "cue")
_OF_EVENTS = (*_TIME, "kind", "group", "where", "within", "perpetrator", "victim", "status", "min_count", "certain")

# Each view with what it shows, and the criteria that it knows.
VIEWS: dict[str, tuple[str, tuple[str, ...]]] = {
    "statements": ("a line for each statement", _OF_STATEMENTS),
    "quotes": ("a line for each quote", _OF_QUOTES),
    "events": ("a line for each event: who did what to whom, when and where", _OF_EVENTS),
    "chronology": (
        "what happened, in its order, with the uncertainty of each date; of events alone where criteria ask",
        _OF_EVENTS,
    ),
    "accountability": ("each violation, and the steps towards justice that are told", _OF_EVENTS),
    "json": ("everything as JSON, one object a page", ()),
}
_OVERVIEW = _OF_STATEMENTS

CRITERIA: dict[str, str] = {
    "since": "not before: 2013, 2013-06, 2013-06-14 or any EDTF string",
    "until": "not after, written likewise",
    "on": "on this day, or in this month or year",
    "contains": "holds these words, in whatever case and accents",
    "speaker": "this speaker, in any spelling",
    "role": "the speaker's role holds these words",
    "cue": "this verb of speech",
    "publisher": "this publisher",
    "language": "this language, such as en",
    "kind": "this kind of event, such as killing",
    "group": "violation, context, accountability or reporting",
    "where": "at this place",
    "within": "inside this region or country",
    "perpetrator": "done by",
    "victim": "done to",
    "status": "reported, alleged, planned or denied",
    "min_count": "at least so many people",
    "certain": "only what surely falls inside the time asked for",
}


def parser(prolog: str, epilog: str) -> argparse.ArgumentParser:
    """Describe the command line.

    Args:
        prolog: What the command is for.
        epilog: What the help closes with: examples and exit codes.
    """
    made = argparse.ArgumentParser(
        prog="malirights", description=prolog, epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument(
        "pages", nargs="*", metavar="PAGE", help="a saved page, a folder, a zip file, or a pattern such as 'pages/*.txt'"
    )
    views = made.add_argument_group("what to show").add_mutually_exclusive_group()
    for name, (shows, _) in VIEWS.items():
        views.add_argument(f"--{name}", dest="view", action="store_const", const=name, help=shows)
    out = made.add_argument_group("where it goes")
    out.add_argument("--to", choices=FORMATS, metavar="FORMAT", help=f"write a file of another tool: {', '.join(FORMATS)}")
    out.add_argument("--output", metavar="FILE", help="write to a file; its suffix may say the format")
    chosen = made.add_argument_group("which of them; an option may be given several times, and means any of its values")
    for name, means in CRITERIA.items():
        option = f"--{name.replace('_', '-')}"
        if name == "certain":
            chosen.add_argument(option, action="store_true", default=None, help=means)
        elif name == "min_count":
            chosen.add_argument(option, type=int, metavar="N", help=means)
        elif name in _TIME:
            chosen.add_argument(option, metavar="DATE", help=means)
        else:
            chosen.add_argument(option, action="append", metavar="WORDS", help=means)
    return made


def criteria(options: argparse.Namespace, made: argparse.ArgumentParser) -> dict[str, Any]:
    """Give the criteria that were typed, by their names in Python; refuse one that the view does not know.

    Args:
        options: What was typed.
        made: The parser, which says what is wrong and leaves with exit code 2.
    """
    given = {name: value for name in CRITERIA if (value := getattr(options, name)) is not None}
    known = VIEWS[options.view][1] if options.view else _OVERVIEW
    for name in given:
        if name not in known:
            views = " or ".join(f"--{view}" for view, (_, takes) in VIEWS.items() if name in takes)
            shown = f"--{options.view}" if options.view else "the overview"
            made.error(f"{shown} knows no --{name.replace('_', '-')}; it selects with {views}")
    return given
