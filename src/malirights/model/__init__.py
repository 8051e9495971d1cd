"""The nouns: frozen records that prove themselves."""

from malirights.model.actors import Actor, Place, Speaker, SpeakerKind, Trait
from malirights.model.codes import Code, Fit, Scheme
from malirights.model.correction import Correction
from malirights.model.event import Count, Event, EventStatus
from malirights.model.kinds import EventKind, Group
from malirights.model.page import Page
from malirights.model.quote import Quote
from malirights.model.span import Span
from malirights.model.statement import Part, PartKind, Statement
from malirights.model.warning import PageWarning
from malirights.model.when import Precision, When

__all__ = [
    "Actor",
    "Code",
    "Correction",
    "Count",
    "Event",
    "EventKind",
    "EventStatus",
    "Fit",
    "Group",
    "Page",
    "PageWarning",
    "Part",
    "PartKind",
    "Place",
    "Precision",
    "Quote",
    "Scheme",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "Trait",
    "When",
]
