"""Archives of files: read in memory, whatever their names and sizes say."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

import malirights as mr
from malirights.faces.inputs import zipped

TEXT = "May 4, 2016\n\nThe café of Velmora was closed.\n"

pytestmark = pytest.mark.filterwarnings("ignore:.* could not be read")


def _zip(path: Path, files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
    """Make an archive of some files."""
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return path


def _page(number: int) -> bytes:
    return f"{TEXT}\n{number} people came.\n".encode()


def _reasons(pages: mr.Pages) -> list[str]:
    """Read all, and give why what failed did."""
    list(pages)
    return [str(failure.error) for failure in pages.failures]


@pytest.mark.parametrize("progress", [False, True])
def test_pages_of_an_archive_come_in_its_order(tmp_path: Path, *, progress: bool) -> None:
    if progress:
        pytest.importorskip("tqdm", reason="the bar is that of tqdm, which is not installed")
    path = _zip(
        tmp_path / "press.zip", {"2018/b.txt": _page(2), "a.txt": _page(3), "logo.png": b"\x89PNG", "__MACOSX/._a.txt": b"\0"}
    )
    pages = mr.read_all(path, progress=progress)
    assert [page.text for page in pages] == [_page(2).decode(), _page(3).decode()]
    assert pages.failures == ()
    assert list(tmp_path.iterdir()) == [path]


def test_archives_in_a_folder_are_read_in_their_turn(tmp_path: Path) -> None:
    _zip(tmp_path / "b.zip", {"x.txt": _page(3)})
    (tmp_path / "a.txt").write_bytes(_page(2))
    (tmp_path / "c.txt").write_bytes(_page(4))
    assert [page.text for page in mr.read_all(tmp_path)] == [_page(number).decode() for number in (2, 3, 4)]


@pytest.mark.parametrize(
    "name", ["../../escape.txt", "/etc/escape.txt", "C:\\escape.txt", "..\\escape.txt", "a/../../escape.txt"]
)
def test_names_are_only_labels(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "in" / "deep"
    inside.mkdir(parents=True)
    path = _zip(inside / "press.zip", {name: _page(2), f"{name}.txt": b"no date"})
    pages = mr.read_all(path)
    assert [page.text for page in pages] == [_page(2).decode()]
    assert [failure.path for failure in pages.failures] == [f"{path}/{name}.txt"]
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [path]


def test_a_bomb_is_defused_and_its_neighbours_are_read(tmp_path: Path) -> None:
    path = _zip(tmp_path / "press.zip", {"a.txt": _page(2), "bomb.txt": b"a" * 20_000_000, "b.txt": _page(3)})
    pages = mr.read_all(path)
    assert len(list(pages)) == 2
    assert "100 times its packed size" in str(pages.failures[0].error)
    with pytest.raises(mr.ReadError, match=r"bomb\.txt"):
        list(mr.read_all(path, strict=True))


def test_no_file_and_no_archive_unpacks_to_more_than_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "LARGEST_FILE", 1000)
    monkeypatch.setattr(zipped, "LARGEST_ARCHIVE", 2500)
    size = len(_page(2))
    raw = _page(2) + b"\n" * (900 - size)
    files = {"big.txt": raw * 2, "a.txt": raw, "b.txt": raw, "c.txt": _page(3)}
    first, *others = _reasons(mr.read_all(_zip(tmp_path / "press.zip", files, zipfile.ZIP_STORED)))
    assert "1,000 bytes" in first
    assert ["2,500 bytes" in other for other in others] == [True, True]  # what is left is spent on the first


def test_a_size_that_lies_is_not_believed(tmp_path: Path) -> None:
    path = _zip(tmp_path / "press.zip", {"bomb.txt": b"a" * 20_000_000})
    raw = path.read_bytes()
    path.write_bytes(raw.replace(struct.pack("<I", 20_000_000), struct.pack("<I", 40)))
    (reason,) = _reasons(mr.read_all(path))
    assert "press.zip/bomb.txt" in reason


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", _page(2))
    path = _zip(tmp_path / "press.zip", {"inner.zip": inner.getvalue(), "b.txt": _page(3)})
    pages = mr.read_all(path)
    assert [page.text for page in pages] == [_page(3).decode()]
    assert [(failure.path, "inside an archive" in str(failure.error)) for failure in pages.failures] == [
        (f"{path}/inner.zip", True)
    ]


def test_an_encrypted_page_is_said_to_be_one(tmp_path: Path) -> None:
    path = _zip(tmp_path / "press.zip", {"a.txt": _page(2)}, zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\3\4") + 6] |= 1  # the bit of both headers that says so
    raw[raw.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(raw)
    (reason,) = _reasons(mr.read_all(path))
    assert "encrypted" in reason


def test_a_broken_page_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    path = _zip(tmp_path / "press.zip", {"a.txt": _page(2), "b.txt": _page(3)}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"2 people", b"9 people"))
    pages = mr.read_all(path)
    assert [page.text for page in pages] == [_page(3).decode()]
    assert "the archive is broken here" in str(pages.failures[0].error)


@pytest.mark.parametrize(
    ("raw", "says"),
    [(b"no archive", "cannot be opened"), (b"", "cannot be opened"), (b"PK\5\6" + b"\0" * 18, r"holds no \.txt or \.html")],
)
def test_what_is_no_archive_or_an_empty_one_is_reported(tmp_path: Path, raw: bytes, says: str) -> None:
    path = tmp_path / "press.zip"
    path.write_bytes(raw)
    with pytest.raises(mr.ReadError, match=says):
        list(mr.read_all(path, strict=True))


def test_every_cut_of_an_archive_is_read_or_reported(tmp_path: Path) -> None:
    whole = _zip(tmp_path / "whole.zip", {"a.txt": _page(2), "b.txt": _page(3)}).read_bytes()
    path = tmp_path / "press.zip"
    for end in range(0, len(whole), 7):
        path.write_bytes(whole[:end])
        pages = mr.read_all(path)
        assert list(pages) == []
        assert len(pages.failures) == 1
