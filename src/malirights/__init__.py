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
    ArchiveError,
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
    WriteError,
)
from malirights.faces.archive import Addition, Archive, Hit
from malirights.faces.correcting.brat import Brat, to_brat
from malirights.faces.correcting.corrected import corrected
from malirights.faces.correcting.overlay import Corrections
from malirights.faces.correcting.web import to_web_annotations
from malirights.faces.files import read, sample
from malirights.faces.formats.atom import to_atom
from malirights.faces.formats.csl import to_csl
from malirights.faces.formats.ftm import to_ftm
from malirights.faces.formats.geojson import to_geojson
from malirights.faces.formats.icalendar import to_icalendar
from malirights.faces.formats.timelinejs import to_timelinejs
from malirights.faces.inputs.feeds import read_feed
from malirights.faces.inputs.many import Pages, read_all
from malirights.faces.inputs.sources import Failure
from malirights.faces.inputs.webpage import parse_html
from malirights.faces.out.frames import to_arrow, to_frame
from malirights.faces.out.jsonlines import read_jsonl
from malirights.faces.out.plainschema import json_schema
from malirights.faces.out.writing import write
from malirights.faces.plain import from_dict, to_dict
from malirights.faces.plots import plot_actors, plot_counts, plot_events, plot_statements
from malirights.faces.redacting.redaction import Redaction, redact
from malirights.faces.report import report
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
    "Actor", "Addition", "Aliases", "AliasesError", "Archive", "ArchiveError", "Brat", "Chronology", "Code", "Correction",
    "Corrections", "Count", "CriterionError", "DecodeError", "Entry", "Event", "EventKind", "Failure", "Hit", "Incident",
    "InvalidTypeError", "InvalidValueError", "Lexicon", "LexiconError", "Link", "MalirightsError", "MissingExtraError",
    "NoStatementsError", "Origin", "Page", "PageWarning", "Pages", "Part", "Period", "Place", "Quote", "ReadError", "Redaction",
    "Road", "Role", "Span", "Speaker", "Statement", "Step", "StrictError", "Total", "Voice", "When", "WriteError",
    "accountability", "chronology", "corrected", "events", "find_dates", "find_events", "find_quotes", "from_dict", "incidents",
    "json_schema", "kinds", "origins", "parse", "parse_html", "parse_statement", "plot_actors", "plot_counts", "plot_events",
    "plot_statements", "quotes", "read", "read_all", "read_feed", "read_jsonl", "redact", "report", "sample", "speakers",
    "statements", "to_arrow", "to_atom", "to_brat", "to_csl", "to_dict", "to_frame", "to_ftm", "to_geojson", "to_icalendar",
    "to_timelinejs", "to_web_annotations", "totals", "write",
]
