"""The pages in a zip archive, read without anything being written to disk.

Names in an archive are labels, never paths. What an archive says of its sizes is not believed: bytes are counted as they are
unpacked, and unpacking stops at a limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from malirights.errors import ReadError
from malirights.faces.inputs.sources import Failure, is_archive, is_page, no_page

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

__all__ = ["LARGEST_ARCHIVE", "LARGEST_FILE", "Member", "members"]

LARGEST_FILE = 64 * 2**20
"""The most bytes that one file of an archive may unpack to."""

LARGEST_ARCHIVE = 2**30
"""The most bytes that the files of one archive may unpack to, together."""

_RATIO = 100  # text packs five to ten times, the most repetitive page some thirty times
_ANY_RATIO = 2**20  # below this size, a file harms nobody
_ENCRYPTED = 1


@attrs.define
class _Budget:
    """How much of an archive may still be unpacked."""

    left: int


@attrs.frozen(eq=False)
class Member:
    """A page in an archive.

    Attributes:
        label: The archive's path, a slash and the name in the archive.
    """

    label: str
    _archive: ZipFile = attrs.field(alias="archive")
    _info: ZipInfo = attrs.field(alias="info")
    _budget: _Budget = attrs.field(alias="budget")

    def unpacked(self) -> bytes:
        """Unpack the page into memory.

        Raises:
            ReadError: It is encrypted, broken, or larger than it may be.
        """
        if self._info.flag_bits & _ENCRYPTED:
            reason = "it is encrypted; unpack it with its password first"
            raise self._fault(reason)
        limit, excess = self._limit()
        try:
            with self._archive.open(self._info) as file:
                raw = file.read(limit + 1)
        except Exception as error:  # a broken archive breaks zipfile in many ways, and none may stop the others
            reason = f"the archive is broken here: {error}"
            raise self._fault(reason) from error
        self._budget.left -= min(len(raw), limit)
        if len(raw) > limit:
            reason = f"it unpacks to more than {excess}; if it is to be trusted, unpack it first"
            raise self._fault(reason)
        return raw

    def _limit(self) -> tuple[int, str]:
        """Give the most bytes that the page may unpack to, and what is exceeded by more."""
        return min(
            (LARGEST_FILE, f"{LARGEST_FILE:,} bytes, the most for one page"),
            (self._budget.left, f"is left of {LARGEST_ARCHIVE:,} bytes, the most for one archive"),
            (max(_ANY_RATIO, _RATIO * self._info.compress_size), f"{_RATIO} times its packed size, as no page does"),
        )

    def _fault(self, reason: str) -> ReadError:
        return ReadError(f"cannot read {self.label!r}: {reason}", path=self.label)


def members(path: Path) -> Iterator[Member | Failure]:
    """Give the pages of an archive, in its order.

    Args:
        path: Where the archive lies.

    Yields:
        Each page, and each fault: an archive that is broken or holds no page, or one inside it.
    """
    import zipfile  # noqa: PLC0415 - costs some milliseconds

    try:
        archive = zipfile.ZipFile(path)  # closed with the last of its members
    except Exception as error:  # noqa: BLE001 - as above
        yield no_page(str(path), f"the archive cannot be opened: {getattr(error, 'strerror', None) or error}")
        return
    budget, nothing = _Budget(LARGEST_ARCHIVE), True
    for info in archive.infolist():
        label = f"{path}/{info.filename}"
        if is_archive(info.filename):
            nothing = False
            yield no_page(label, "it is an archive inside an archive; unpack the outer one first")
        elif is_page(info.filename):
            nothing = False
            yield Member(label, archive=archive, info=info, budget=budget)
    if nothing:
        yield no_page(str(path), "the archive holds no .txt or .html file")
