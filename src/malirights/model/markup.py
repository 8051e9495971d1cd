"""What a notebook shows: small tables and marked texts as HTML, in which every word of a statement is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from malirights.model.evidence import Evidence, Piece, pieces_of
from malirights.model.span import Span

__all__ = ["MOST", "STYLE", "marked", "marked_parts", "more", "safe", "table", "visible"]

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
MOST = 60  # rows of a table

# Colours are those of the notebook, thinned, so that light and dark themes are served alike.
STYLE = (
    "<style>"
    ".malirights td,.malirights th{text-align:left!important;vertical-align:top;padding:.15em .6em}"
    ".malirights caption{text-align:left;font-weight:bold}"
    ".malirights mark{color:inherit;background:rgba(255,190,0,.3);border-radius:2px}"
    ".malirights .more td,.malirights .gap td,.malirights .missing td{opacity:.6;font-style:italic}"
    "</style>"
)


def visible(text: str) -> str:
    r"""Write signs that are not seen, or that would turn a line around, as their numbers.

    Examples:
        >>> visible("the \u202egate")
        'the ⟨U+202E⟩gate'
    """
    return _UNSEEN.sub(lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", text)


def safe(text: str) -> str:
    """Escape a text for HTML, hidden signs made visible.

    Examples:
        >>> safe("<b>Ada & Paul</b>")
        '&lt;b&gt;Ada &amp; Paul&lt;/b&gt;'
    """
    return escape(visible(text))


def marked(text: str, stretch: Span, evidence: Iterable[Evidence]) -> str:
    """Give a stretch of a text as HTML, with what proves something marked, and said on hovering.

    Args:
        text: The text that all spans point into.
        stretch: The stretch to show.
        evidence: What to mark.

    Examples:
        >>> marked("Six bakers <left>.", Span(0, 18), [Evidence(Span(4, 10), "target", "e1")])
        'Six <mark title="target">bakers</mark> &lt;left&gt;.'
    """
    (shown,) = marked_parts(text, [stretch], evidence)
    return shown


def marked_parts(text: str, stretches: Iterable[Span], evidence: Iterable[Evidence]) -> Iterator[str]:
    """Give several stretches of a text as `marked` does, in one pass over all evidence.

    Args:
        text: The text that all spans point into.
        stretches: The stretches, in order; none overlaps another.
        evidence: What to mark.

    Yields:
        Each stretch as HTML.

    Examples:
        >>> list(marked_parts("Ada left. She ran.", [Span(0, 9), Span(10, 18)], [Evidence(Span(14, 17), "act", "e1")]))
        ['Ada left.', 'She <mark title="act">ran</mark>.']
    """
    return ("".join(map(_piece, pieces)) for pieces in pieces_of(text, stretches, evidence))


def _piece(piece: Piece) -> str:
    """Mark a piece that shows something."""
    words = safe(piece.text)
    return f'<mark title="{", ".join(piece.shows)}">{words}</mark>' if piece.evidence else words


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, most: int = MOST) -> str:
    """Make a table of the first rows, and say how many more there are.

    Args:
        caption: What it shows, as HTML.
        head: The names of the columns.
        rows: The cells of each row, as HTML.
        most: How many rows are shown.

    Examples:
        >>> table("3 days", ["day"], [["1"], ["2"], ["3"]], most=2).partition("<tbody>")[2]
        '<tr><td>1</td></tr><tr><td>2</td></tr><tr class="more"><td colspan="1">and 1 more</td></tr></tbody></table>'
    """
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows[:most])
    body += more(len(rows) - most, columns=len(head))
    names = "".join(f"<th>{name}</th>" for name in head)
    whole = f"<caption>{caption}</caption><thead><tr>{names}</tr></thead><tbody>{body}</tbody>"
    return f'{STYLE}<table class="malirights">{whole}</table>'


def more(number: int, *, columns: int) -> str:
    """Make the row that says how many rows are not shown, or nothing where all are.

    Examples:
        >>> more(24, columns=3), more(0, columns=3)
        ('<tr class="more"><td colspan="3">and 24 more</td></tr>', '')
    """
    return f'<tr class="more"><td colspan="{columns}">and {number:,} more</td></tr>' if number > 0 else ""
