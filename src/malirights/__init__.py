"""Press statements of human-rights organisations as typed, checkable data: who said what, when, and where it stands."""

from malirights.ask.accountability import Road, Step, accountability
from malirights.ask.chronology import Chronology, Period, chronology
from malirights.ask.entries import Entry
from malirights.ask.events import events
from malirights.ask.incidents import incidents, totals
from malirights.ask.origins import Origin, origins
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
from malirights.faces.correcting.brat import Brat, to_brat
from malirights.faces.correcting.corrected import corrected
from malirights.faces.correcting.overlay import Corrections
from malirights.faces.correcting.web import to_web_annotations
from malirights.faces.files import read, read_all, sample
from malirights.faces.plain import from_dict, to_dict
from malirights.faces.redacting.redaction import Redaction, redact
from malirights.find.dates import find_dates
from malirights.find.events import find_events
from malirights.find.quotes import find_quotes
from malirights.lexicon import Lexicon
from malirights.lexicon.aliases import Aliases
from malirights.model import (
    Actor,
    Code,
    Correction,
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
    "Actor", "Aliases", "AliasesError", "Brat", "Chronology", "Code", "Correction", "Corrections", "Count",
    "CriterionError", "DecodeError", "Entry", "Event", "EventKind", "Incident", "InvalidTypeError", "InvalidValueError",
    "Lexicon", "LexiconError", "Link", "MalirightsError", "MissingExtraError", "NoStatementsError", "Origin", "Page",
    "PageWarning", "Part", "Period", "Place", "Quote", "ReadError", "Redaction", "Road", "Role", "Span", "Speaker",
    "Statement", "Step", "StrictError", "Total", "Voice", "When", "accountability", "chronology", "corrected", "events",
    "find_dates", "find_events", "find_quotes", "from_dict", "incidents", "kinds", "origins", "parse", "parse_statement",
    "quotes", "read", "read_all", "redact", "sample", "speakers", "statements", "to_brat", "to_dict", "to_web_annotations",
    "totals",
]
