"""HTML as the lines that a reader sees, each with the element that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from malirights.faces.extras import need
from malirights.faces.inputs.nesting import check_nesting

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["Element", "Line", "Lines", "lines_of", "tree"]

_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "output", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_UNSEEN = frozenset({
    "script", "style", "template", "noscript", "head", "title", "iframe", "object", "embed", "applet", "canvas", "svg",
    "math", "audio", "video", "map", "button", "input", "select", "textarea", "datalist", "dialog", "nav", "menu",
    "aside", "footer",
})  # fmt: skip
_UNSEEN_ROLES = frozenset({"navigation", "search", "contentinfo", "complementary", "dialog", "alertdialog", "menu", "menubar"})
_UNSEEN_CLASSES = frozenset({
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible", "skip-link", "hidden",
    "sharedaddy",
})  # fmt: skip
_CHROME = frozenset({
    "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "pager", "pagination", "share", "sharing",
    "social", "menu", "navbar", "sidebar", "related", "comments", "newsletter",
})  # fmt: skip
_WORD = re.compile(r"[a-z]+")
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CONTENT = frozenset({"main", "article", "h1", "time"})
_MOST_NODES = 300
_QUOTES = ("“”", "‘’")


@attrs.define
class Element:
    """An element of the page, and the lines that it holds.

    Attributes:
        tag: Its name, such as "article".
        parent: The element around it, or None.
        first: The number of its first line.
        end: The number after that of its last line.
    """

    tag: str
    parent: Element | None
    first: int
    end: int = 0


@attrs.define
class Line:
    """A line as a reader sees it.

    Attributes:
        text: Its words.
        element: The innermost block that it stands in.
        moment: The `datetime` of the first `time` element in it; "" where there is none.
        moment_alone: Whether the line has no words but those of that element.
        tight: Whether it stands under the line before with no blank line between, after a line break.
    """

    text: str
    element: Element
    moment: str = ""
    moment_alone: bool = False
    tight: bool = False


@attrs.frozen
class Lines:
    """The lines of a page, in order, and its elements of some kinds."""

    lines: list[Line]
    elements: list[Element]


def tree(html: str) -> LexborHTMLParser:
    """Parse HTML, unless it is made to take for ever.

    Raises:
        InvalidValueError: Elements are nested deeper than any page has them.
        MissingExtraError: selectolax is not installed.
    """
    check_nesting(html)
    parser: LexborHTMLParser = need("selectolax.lexbor", extra="html").LexborHTMLParser(html)
    return parser


def lines_of(parser: LexborHTMLParser) -> Lines:
    """Give the lines that a reader sees, menus, scripts and hidden elements left out."""
    writer = _Writer()
    root = parser.body or parser.root
    if root is None:
        return Lines([], [])
    for node, leaving in _walk(root):
        writer.leave(node) if leaving else writer.enter(node)
    writer.end_line()
    return Lines(writer.lines, writer.elements)


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Give every node that is seen, once entering and, where it is an element, once leaving it."""
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    articles = 0
    while stack:
        node, leaving = stack.pop()
        if leaving:
            articles -= node.tag == "article"
            yield node, True
            continue
        if node.is_element_node and node is not root and _unseen(node, in_article=articles > 0):
            continue
        articles += node.tag == "article"
        yield node, False
        if node.is_element_node:
            stack.append((node, True))
            children = []
            child = node.first_child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend((child, False) for child in reversed(children))


class _Writer:
    """Writes lines as it passes the nodes of a page."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self._words: list[str] = []
        self._moment: str | None = None
        self._in_moment: list[str] = []
        self._timing = self._quoting = self._preformatted = 0
        self._tight = False

    def enter(self, node: LexborNode) -> None:
        """Pass into a node."""
        if node.is_text_node:
            self._write(node.text_content or "")
            return
        tag = node.tag or ""
        if tag == "br":
            self._break_line()
        elif tag == "time":
            self._moment = self._moment or node.attributes.get("datetime")
            self._timing += 1
        elif tag == "q":
            self._words.append(_QUOTES[self._quoting % 2][0])
            self._quoting += 1
        elif node.is_element_node and tag not in _INLINE:
            self.end_line()
            self._open.append(Element(tag, self._open[-1] if self._open else None, len(self.lines)))
            self.elements.append(self._open[-1])
            self._preformatted += tag == "pre"

    def leave(self, node: LexborNode) -> None:
        """Pass out of an element."""
        tag = node.tag or ""
        if tag == "time":
            self._timing -= 1
        elif tag == "q":
            self._quoting -= 1
            self._words.append(_QUOTES[self._quoting % 2][1])
        elif tag not in _INLINE and tag != "br":
            self.end_line()
            self._open.pop().end = len(self.lines)
            self._preformatted -= tag == "pre"

    def _write(self, text: str) -> None:
        """Write words on the line."""
        if self._preformatted:
            first, *others = text.split("\n")
            self._words.append(first)
            for other in others:
                self._break_line()
                self._words.append(other)
            return
        self._words.append(text)
        if self._timing:
            self._in_moment.append(text)

    def end_line(self) -> None:
        """End the line; one without words is none, unless it has a date."""
        text = _SPACE.sub(" ", "".join(self._words)).strip(" ")
        if self._open and (text.strip() or self._moment):
            timed = _SPACE.sub(" ", "".join(self._in_moment)).strip(" ")
            self.lines.append(Line(text, self._open[-1], self._moment or "", text == timed, self._tight))
        self._words, self._moment, self._in_moment, self._tight = [], None, [], False

    def _break_line(self) -> None:
        """End the line within its block; a second break in a row parts paragraphs."""
        words = any(word.strip() for word in self._words)
        self.end_line()
        self._tight = words


def _unseen(node: LexborNode, *, in_article: bool) -> bool:
    """Say whether a reader sees nothing of an element, or only what surrounds the page's own words."""
    tag = node.tag or ""
    if tag in _UNSEEN and not (tag == "footer" and in_article):  # the footer of an article is the author's
        return True
    if not (attributes := node.attributes):
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _UNSEEN_ROLES:
        return True
    if _NO_DISPLAY.search(attributes.get("style") or ""):
        return True
    names = (attributes.get("class") or "").lower().split()
    if _UNSEEN_CLASSES.intersection(names):
        return True
    names.append((attributes.get("id") or "").lower())
    chrome = any(not _CHROME.isdisjoint(_WORD.findall(name)) for name in names)
    return chrome and tag not in _CONTENT and _holds_little(node)


def _holds_little(node: LexborNode) -> bool:
    """Say whether an element is small and holds none of the page's own text."""
    return all(count < _MOST_NODES and inner.tag not in _CONTENT for count, inner in enumerate(node.traverse()))
