"""Pages from files: opening, decoding, and reading many at once."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Collection
from importlib import resources
from pathlib import Path
from typing import IO, Any

from malirights.errors import DecodeError, InvalidTypeError, ReadError
from malirights.faces.inputs.sources import HTML_SUFFIXES
from malirights.faces.inputs.webpage import parse_markup
from malirights.lexicon import Lexicon
from malirights.model import Page, PageWarning
from malirights.parsing import FINDINGS, Finding, parse_page

__all__ = ["content_of", "decode", "read", "sample"]

_GLANCE = 1024
_HTML = re.compile(
    r"(?:\ufeff|ï»¿|ÿþ|þÿ)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    r"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*((?:windows|iso|koi8|gb|big5|shift|euc|mac)[\w.-]*)", re.IGNORECASE
)
_LATIN = frozenset({"iso8859-1", "cp1252"})
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read(
    source: str | os.PathLike[str] | IO[Any],
    *,
    publisher: str | None = None,
    url: str | None = None,
    lexicon: Lexicon | None = None,
    find: Collection[Finding] = FINDINGS,
    strict: bool = False,
) -> Page:
    r"""Read a saved listing page, as text or as HTML.

    A file is HTML by its suffix (.html, .htm, .xhtml), or where it begins as HTML does; it is then read as by `parse_html`.

    Bytes are read as UTF-8, with or without a byte order mark, else as UTF-16 where a byte order mark says so, else as
    the encoding that HTML declares, else as Windows-1252; all but plain UTF-8 is said in `page.warnings`. Line ends and white
    space of a text are kept as they are.

    Args:
        source: A path, or an open file in text or binary mode.
        publisher: Who publishes the page; where it is None, the organisation for which most of the quoted people speak.
        url: Where the page was published.
        lexicon: Your own words beside the package's, from `Lexicon.load`.
        find: What to find in each statement, of "quotes", "dates" and "events"; less is faster.
        strict: Whether to raise what could be read around, instead of recording it in `page.warnings`.

    Returns:
        The page, with at least one statement.

    Raises:
        InvalidTypeError: The source is neither a path nor an open file.
        InvalidValueError: Something else is to be found.
        ReadError: The file is absent, a directory, or cannot be opened.
        DecodeError: The bytes are no text.
        MissingExtraError: The file is HTML, and selectolax is not installed.
        NoStatementsError: No line of the text starts with a date that begins an entry.
        StrictError: `strict` is set, and there is something to warn of.

    Examples:
        >>> import io
        >>> read(io.StringIO("May 4, 2016\n\nThe court freed Ada Moru."))
        Page(1 statement, 2016-05-04 to 2016-05-04)
    """
    raw = content_of(source)
    marked_up = _is_html(source, raw)
    text, notices = (raw, ()) if isinstance(raw, str) else decode(raw, declared=_declared(raw) if marked_up else None)
    reader = parse_markup if marked_up else parse_page
    return reader(text, notices, publisher=publisher, url=url, lexicon=lexicon, find=find, strict=strict)


def sample() -> str:
    """Give the text of the embedded sample page, which is invented from end to end.

    Examples:
        >>> sample().startswith("Invented sample page")
        True
    """
    return resources.files("malirights").joinpath("data/sample.txt").read_text("utf-8")


def decode(raw: bytes, *, declared: str | None = None) -> tuple[str, tuple[PageWarning, ...]]:
    r"""Decode the bytes of a page, and say so where they are not plain UTF-8.

    Args:
        raw: The bytes of a file.
        declared: The encoding that the file says it has, tried where it is no UTF-8.

    Returns:
        The text, and the warnings about its encoding.

    Raises:
        DecodeError: The bytes are no text: they hold a NUL, or none of the encodings takes them.

    Examples:
        >>> decode("Velmora, d\u00e9cembre".encode("windows-1252"))
        ('Velmora, décembre', (PageWarning('encoding', 'read as windows-1252: byte 10 is no UTF-8', None),))
    """
    for mark, encoding in _UTF16:
        if raw.startswith(mark):
            try:
                text = raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(error.start + len(mark), (encoding,)) from error
            return text, (PageWarning("encoding", f"read as {encoding}", None),)
    if (offset := raw.find(b"\0")) >= 0:
        message = (
            f"the file is binary: byte {offset} is NUL, which no text in UTF-8 or Windows-1252 holds; give a page saved as text"
        )
        raise DecodeError(message, offset=offset, encodings=("utf-8", "windows-1252"))
    try:
        if raw.startswith(codecs.BOM_UTF8):
            return raw[3:].decode("utf-8"), (PageWarning("encoding", "read as utf-8 with a byte order mark", None),)
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        tried = (*([declared] if declared else []), "windows-1252")
        for encoding in tried:
            try:
                text = raw.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
            return text, (PageWarning("encoding", f"read as {encoding}: byte {error.start} is no UTF-8", None),)
        raise _undecodable(error.start, ("utf-8", *tried)) from error


def _undecodable(offset: int, tried: tuple[str, ...]) -> DecodeError:
    """Say where bytes are no text."""
    message = (
        f"cannot read the file as text: byte {offset} is no {tried[0]}, and the whole no {tried[-1]}; save it again as UTF-8"
    )
    return DecodeError(message, offset=offset, encodings=tried)


def _is_html(source: object, raw: str | bytes) -> bool:
    """Say whether a file is HTML, by its suffix or its beginning."""
    name = source if isinstance(source, str | os.PathLike) else getattr(source, "name", "")
    if isinstance(name, str | os.PathLike) and str(name).lower().endswith(HTML_SUFFIXES):
        return True
    start = raw[:_GLANCE] if isinstance(raw, str) else raw[:_GLANCE].replace(b"\0", b"").decode("latin-1")
    return _HTML.match(start) is not None


def _declared(raw: bytes) -> str | None:
    """Give the encoding that HTML declares; browsers take ISO 8859-1 for Windows-1252 (WHATWG Encoding), and so does this."""
    found = _CHARSET.search(raw[:_GLANCE].decode("latin-1"))
    try:
        known = codecs.lookup(found[1]).name if found else None
    except LookupError:
        return None
    return None if known in _LATIN else known


def content_of(source: object) -> str | bytes:
    """Get the text or the bytes of a path or of an open file.

    Raises:
        InvalidTypeError: The source is neither.
        ReadError: It cannot be read.
        DecodeError: It is a text file that is not in its encoding.
    """
    if isinstance(source, str | os.PathLike):
        return _file_bytes(Path(source))
    reader = getattr(source, "read", None)
    if reader is None:
        message = f"read takes a path or an open file, got {type(source).__name__}; of a text, use parse(text)"
        raise InvalidTypeError(message)
    try:
        content: object = reader()
    except UnicodeDecodeError as error:
        message = f"the open file is not in its encoding: {error}; open it with mode 'rb', and its encoding is found out"
        raise DecodeError(message, offset=error.start, encodings=(error.encoding,)) from error
    except (OSError, ValueError) as error:
        message = f"cannot read the open file: {error}"
        raise ReadError(message, path=str(getattr(source, "name", ""))) from error
    if not isinstance(content, str | bytes):
        message = f"the open file gave {type(content).__name__}, neither str nor bytes"
        raise InvalidTypeError(message)
    return content


def _file_bytes(path: Path) -> bytes:
    """Read a file whole."""
    try:
        with path.open("rb", buffering=0) as file:  # whole at once, so that a buffer would only be one more copy
            return file.readall()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        if path.is_dir():
            reason = "it is a directory; give the path of one page, or use read_all for many"
        message = f"cannot read {str(path)!r}: {reason}"
        raise ReadError(message, path=str(path)) from error
