"""Press statements of human-rights organisations as typed, checkable data: who said what, when, and where it stands."""

from malirights.ask.accountability import Road, Step, accountability
from malirights.ask.chronology import Chronology, Period, chronology
from malirights.ask.entries import Entry
from malirights.ask.events import events
from malirights.ask.incidents import incidents, totals
from malirights.ask.selecting import quotes, statements
from malirights.ask.speakers import speakers
from malirights.errors import (
    AliasesError,
    CriterionError,
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    LexiconError,
    MalirightsError,
    MissingExtraError,
    NoStatementsError,
    ReadError,
    StrictError,
)
from malirights.faces.files import read, sample
from malirights.faces.inputs.feeds import read_feed
from malirights.faces.inputs.many import Pages, read_all
from malirights.faces.inputs.sources import Failure
from malirights.faces.inputs.webpage import parse_html
from malirights.faces.plain import from_dict, to_dict
from malirights.find.dates import find_dates
from malirights.find.events import find_events
from malirights.find.quotes import find_quotes
from malirights.lexicon import Lexicon
from malirights.lexicon.aliases import Aliases
from malirights.model import (
    Actor,
    Code,
    Count,
    Event,
    EventKind,
    Page,
    PageWarning,
    Part,
    Place,
    Quote,
    Span,
    Speaker,
    Statement,
    When,
)
from malirights.model.incident import Incident, Link, Total
from malirights.model.kinds import kinds
from malirights.model.voice import Role, Voice
from malirights.parsing import parse, parse_statement

# fmt: off
__all__ = [
    "Actor", "Aliases", "AliasesError", "Chronology", "Code", "Count", "CriterionError", "DecodeError", "Entry", "Event",
    "EventKind", "Failure", "Incident", "InvalidTypeError", "InvalidValueError", "Lexicon", "LexiconError", "Link",
    "MalirightsError", "MissingExtraError", "NoStatementsError", "Page", "PageWarning", "Pages", "Part", "Period", "Place",
    "Quote", "ReadError", "Road", "Role", "Span", "Speaker", "Statement", "Step", "StrictError", "Total", "Voice", "When",
    "accountability", "chronology", "events", "find_dates", "find_events", "find_quotes", "from_dict", "incidents", "kinds",
    "parse", "parse_html", "parse_statement", "quotes", "read", "read_all", "read_feed", "sample", "speakers", "statements",
    "to_dict", "totals",
]
