"""Texts, links and ids that are safe in every format, whatever a statement holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

__all__ = ["escaped", "line", "plain_id", "shown", "stable_uuid", "web_link"]

_NAMESPACE = "5b0c2f0e-8a63-5d0b-9d6f-0b7f5a3c1e42"  # of this library alone; a change of it would change every id
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, which XML forbids or a terminal obeys
    "\u202a-\u202e\u2066-\u2069"  # embeddings and overrides of direction, which make text read as what it is not
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # what is no character
    "]"
)
_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def shown(text: str) -> str:
    r"""Give a text that every format can hold: what is no character, steers or reverses is shown as U+FFFD.

    Source: XML 1.0 (fifth edition), production 2, "Char"; Unicode Standard Annex 9, section 2, for the marks of direction.

    Examples:
        >>> shown("It\x00 rained\r\nfor nine \u202edays")
        'It� rained\nfor nine �days'
    """
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", _LINE_END.sub("\n", text))


def line(text: str) -> str:
    r"""Give such a text on one line.

    Examples:
        >>> line("It rained\n  for nine days ")
        'It rained for nine days'
    """
    return " ".join(shown(text).split())


def escaped(text: str) -> str:
    """Give such a text on one line, for HTML.

    Examples:
        >>> escaped("<b>Ada & Paul</b>")
        '&lt;b&gt;Ada &amp; Paul&lt;/b&gt;'
    """
    import html  # noqa: PLC0415 - heavy

    return html.escape(line(text))


def web_link(url: str | None) -> str | None:
    """Give an absolute address of the web as a URI; None where it is none, such as a script.

    Source: RFC 3986; what it does not allow is percent-encoded.

    Examples:
        >>> web_link("https://zanara.example/a b"), web_link("javascript:alert(1)")
        ('https://zanara.example/a%20b', None)
    """
    from urllib.parse import quote, urlsplit  # noqa: PLC0415 - heavy

    try:
        parts = urlsplit((url or "").strip())
        parts.port  # noqa: B018 - it raises where the port is no number
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    brackets = "[]" if "[" in parts.netloc else ""
    whole = quote(parts.geturl(), safe=f":/?#@!$&'()*+,;=%~{brackets}", errors="replace")
    return _LONE_PERCENT.sub("%25", whole)


def stable_uuid(*parts: str) -> UUID:
    """Give the id that some texts always have, as a name-based UUID.

    Source: RFC 9562, section 5.5.

    Examples:
        >>> stable_uuid("statement", "2016-05-04-3f9a1c02")
        UUID('14463ba2-1dfc-5ef4-9f24-5595ec2b01d1')
    """
    import json  # noqa: PLC0415 - heavy
    from uuid import UUID, uuid5  # noqa: PLC0415 - heavy

    return uuid5(UUID(_NAMESPACE), json.dumps(parts))


def plain_id(name: str) -> str:
    """Give a name that every format takes as an id: the name itself, or where it has other signs than most, a UUID made of it.

    Examples:
        >>> plain_id("2016-05-04-3f9a1c02"), plain_id("<b>")
        ('2016-05-04-3f9a1c02', 'bea6637f-4c89-5704-9f24-325991697375')
    """
    return name if _PLAIN.fullmatch(name) else str(stable_uuid("id", name))
