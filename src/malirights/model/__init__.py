"""The nouns: frozen records that prove themselves."""

from malirights.model.actors import Actor, Place, Speaker, SpeakerKind
from malirights.model.event import Count, Event, EventStatus
from malirights.model.page import Page
from malirights.model.quote import Quote
from malirights.model.span import Span
from malirights.model.statement import Part, PartKind, Statement
from malirights.model.warning import PageWarning
from malirights.model.when import Precision, When

__all__ = [
    "Actor",
    "Count",
    "Event",
    "EventStatus",
    "Page",
    "PageWarning",
    "Part",
    "PartKind",
    "Place",
    "Precision",
    "Quote",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "When",
]
