"""Refuses HTML that is made to take for ever.

The time that an HTML parser takes grows with the square of the depth to which elements are nested, of the number of elements
that are never closed and opened again in every paragraph, and of the number of attributes of one tag. This counts them in one
pass, and counts too many rather than too few.
"""

from __future__ import annotations

import re

from malirights.errors import InvalidValueError

__all__ = ["check_nesting"]

_TAG = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z))|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:[^>"'<]++|"[^"]*+"|'[^']*+')*+)""",
    re.DOTALL,
)
_QUOTED = re.compile(r"""("[^"]*+"|'[^']*+')""")
_ATTRIBUTE = re.compile(r"[^\s/=]+")
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_CLOSED_BY_OTHERS = frozenset({
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "html", "head", "body",
})  # fmt: skip
_FORMATTING = frozenset({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
_CLOSED_ALONE = _FORMATTING | {"form"}  # what was opened inside them stays open
_BOUNDARY = frozenset({
    "applet", "caption", "html", "marquee", "math", "object", "svg", "table", "td", "template", "th", "title", "select",
})  # fmt: skip
_RAW = frozenset(
    {"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"}
)  # what is in them is no markup
_FOREIGN = frozenset({"svg", "math"})  # where it is
_DEEPEST = 1000
_MOST_OPTIONS = 5000
_MOST_ATTRIBUTES = 1000
_MOST_REPEATS = 5_000_000
_NEAR = 64


def check_nesting(html: str) -> None:
    """Refuse HTML whose parsing would not end in reasonable time.

    Raises:
        InvalidValueError: Elements are nested deeper than any browser shows them, or a tag has more attributes than any page.
    """
    opened: list[str] = []
    unclosed: set[str] = set()
    formatting = repeats = options = 0
    match = _TAG.search(html)
    while match:
        tag, rest, position = (match["name"] or "").lower(), match["rest"] or "", match.end()
        if match["end"]:
            formatting -= _close(opened, tag)
        elif tag in _RAW and _FOREIGN.isdisjoint(opened):
            end = None if tag in unclosed else re.compile(rf"</{tag}\b", re.IGNORECASE).search(html, position)
            position = end.start() if end else position  # where it has no end, what follows is taken for markup
            unclosed |= set() if end else {tag}
        elif tag:
            if tag not in _VOID and tag not in _CLOSED_BY_OTHERS:
                opened.append(tag)
                formatting += tag in _FORMATTING
            repeats += formatting
            options += tag == "option"
            if len(rest) > _MOST_ATTRIBUTES and len(_ATTRIBUTE.findall(_QUOTED.sub("=", rest))) > _MOST_ATTRIBUTES:
                raise _refusal(match.start(), f"has a tag with more than {_MOST_ATTRIBUTES} attributes")
        if len(opened) > _DEEPEST or repeats > _MOST_REPEATS or options > _MOST_OPTIONS:
            raise _refusal(match.start(), f"leaves more than {_DEEPEST} elements open, or has a list of too many options")
        match = _TAG.search(html, position)


def _close(opened: list[str], tag: str) -> int:
    """Close an element that is open nearby; give how many elements of formatting are closed."""
    for back in range(1, min(_NEAR, len(opened)) + 1):
        if opened[-back] == tag:
            closed = opened[-back:][:1] if tag in _CLOSED_ALONE else opened[-back:]
            del opened[len(opened) - back : len(opened) - back + len(closed)]
            return sum(name in _FORMATTING for name in closed)
        if opened[-back] in _BOUNDARY:
            break
    return 0


def _refusal(offset: int, fault: str) -> InvalidValueError:
    message = f"the HTML {fault}, at character {offset}; save the page again from a browser, or copy its text"
    return InvalidValueError(message, value=offset)
