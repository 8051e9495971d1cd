"""Reading many files: what paths mean, the order, executors with a window, and what could not be read."""

# What is given here is of the wrong type on purpose.
# ruff: noqa: ANN401

from __future__ import annotations

import multiprocessing
import pickle
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import malirights as mr
from malirights.faces.inputs.sources import files_of

TEXT = "May 4, 2016\n\nThe café of Velmora was closed.\n\n“It rained for nine days,” said Ada Moru.\n"
OTHER = "11 juin 2019\n\nLa cour de Velmora a statué sur la pluie.\n"
UNCLOSED = "May 4, 2016\n\nAda Moru said: “It rained for nine days.\n"
BROKEN = b"May 4, 2016\n\n\x8d"

unread = pytest.mark.filterwarnings("ignore:.* could not be read")


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Give the paths of several saved pages."""
    made = []
    for number in range(5):
        made.append(tmp_path / f"{number}.txt")
        made[-1].write_text((TEXT if number % 2 else OTHER) + f"\n{number + 2} people came.\n", "utf-8")
    return made


@pytest.fixture(scope="module")
def executors() -> Iterator[list[Executor | None]]:
    """Give the executors to read with."""
    spawn = multiprocessing.get_context("spawn")
    with ThreadPoolExecutor(3) as threads, ProcessPoolExecutor(2, mp_context=spawn) as processes:
        yield [None, threads, processes]


def _failed(pages: mr.Pages) -> list[tuple[str, str]]:
    """Give the names of the files that failed, and of their errors."""
    return [(Path(failure.path).name, type(failure.error).__name__) for failure in pages.failures]


def test_many_pages_come_in_the_order_of_their_paths(paths: list[Path], executors: list[Executor | None]) -> None:
    pages = [mr.read(path) for path in paths]
    for executor in executors:
        assert list(mr.read_all(paths, executor=executor)) == pages
        assert list(mr.read_all(map(str, reversed(paths)), executor=executor)) == pages[::-1]


def test_many_pages_share_publisher_and_lexicon(paths: list[Path], tmp_path: Path, executors: list[Executor | None]) -> None:
    words = tmp_path / "my.toml"
    words.write_text("[en.page.label]\npatterns = ['the café of velmora was closed\\.']", "utf-8")
    lexicon = mr.Lexicon.load(words)
    for executor in executors:
        pages = list(mr.read_all(paths[:2], executor=executor, publisher="Zanara Rights Watch", lexicon=lexicon))
        assert [page.publisher for page in pages] == ["Zanara Rights Watch"] * 2
        assert "label" in [part.kind for part in pages[1].statements[0].parts]


def test_no_paths_give_no_pages() -> None:
    assert list(mr.read_all([])) == []


def test_what_cannot_be_read_is_reported_and_the_rest_is_read(
    paths: list[Path], tmp_path: Path, executors: list[Executor | None]
) -> None:
    paths[1].write_bytes(BROKEN)
    paths[3].unlink()
    for executor in executors:
        pages = mr.read_all(paths, executor=executor)
        with pytest.warns(UserWarning, match=r"^2 of the files .*1\.txt.*byte 13.*\.failures"):
            assert [page.text for page in pages] == [mr.read(path).text for path in (paths[0], paths[2], paths[4])]
        assert _failed(pages) == [("1.txt", "DecodeError"), ("3.txt", "ReadError")]
        assert list(pages) == []
    assert pickle.loads(pickle.dumps(pages.failures[0])).path == str(tmp_path / "1.txt")  # noqa: S301 - our own bytes


def test_strict_raises_at_the_file_at_fault_in_its_turn(paths: list[Path], executors: list[Executor | None]) -> None:
    paths[1].write_bytes(BROKEN)
    for executor in executors:
        pages = mr.read_all(paths, executor=executor, strict=True)
        assert next(pages) == mr.read(paths[0])
        with pytest.raises(mr.DecodeError) as caught:
            next(pages)
        assert caught.value.offset == 13


def test_strict_raises_the_warnings_of_a_page_too(paths: list[Path], executors: list[Executor | None]) -> None:
    paths[0].write_text(UNCLOSED, "utf-8")
    for executor in executors:
        with pytest.raises(mr.StrictError, match="unclosed-quote"):
            list(mr.read_all(paths[:2], executor=executor, strict=True))


@unread
def test_pages_are_read_when_they_are_asked_for(paths: list[Path]) -> None:
    pages = mr.read_all(iter(paths))
    next(pages)
    paths[1].unlink()
    assert len(list(pages)) == 3
    assert _failed(pages) == [("1.txt", "ReadError")]


class _Counting(Executor):
    """Counts how many tasks are under way or done and not taken."""

    def __init__(self) -> None:
        self.open = self.most = self.cancelled = 0
        self.given: list[Future[Any]] = []

    def submit(self, call: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        """Run a task when its result is asked for."""
        counting = self

        class Late(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:  # noqa: ARG002 - the interface of a future
                counting.open -= 1
                return call(*args, **options)

        self.open += 1
        self.most = max(self.most, self.open)
        self.given.append(Late())
        return self.given[-1]


@pytest.mark.parametrize("ahead", [1, 2, 3])
def test_only_a_window_of_files_is_under_way(paths: list[Path], ahead: int) -> None:
    executor = _Counting()
    endless = (path for _ in range(20) for path in paths)
    pages = mr.read_all(endless, executor=executor, ahead=ahead)
    assert len(list(pages)) == 100
    assert executor.most == ahead


def test_what_is_under_way_is_cancelled_when_nobody_asks_for_more(paths: list[Path]) -> None:
    executor = _Counting()
    pages = mr.read_all(paths, executor=executor, ahead=4)
    next(pages)
    del pages
    assert [future.cancelled() for future in executor.given] == [False, True, True, True]


def test_the_window_follows_the_workers(paths: list[Path]) -> None:
    started = threading.Semaphore(0)

    class Watched(ThreadPoolExecutor):
        def submit(self, *args: Any, **options: Any) -> Future[Any]:
            started.release()
            return super().submit(*args, **options)

    with Watched(1) as executor:
        next(mr.read_all(paths * 10, executor=executor))
    assert started._value == 4  # noqa: SLF001 - a semaphore has no other way to tell


@pytest.mark.parametrize("ahead", [0, -1])
def test_a_window_holds_one_or_more(ahead: int) -> None:
    with pytest.raises(mr.InvalidValueError, match="1 or more"):
        mr.read_all([], ahead=ahead)


def test_an_executor_that_breaks_down_is_no_fault_of_a_file(paths: list[Path]) -> None:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    class Broken(Executor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenProcessPool("a process died"))
            return future

    with pytest.raises(BrokenProcessPool):
        list(mr.read_all(paths, executor=Broken()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with pages, in it and below, and with other files."""
    place = tmp_path / "press"
    for name in ("b.txt", "a.TXT", "2018/d.txt", "2017/c.txt", ".hidden.txt", "logo.png", "2018/notes.json"):
        (place / name).parent.mkdir(exist_ok=True, parents=True)
        (place / name).write_text(f"{TEXT}\n{name}\n", "utf-8")
    return place


def _last_lines(pages: mr.Pages) -> list[str]:
    return [page.text.splitlines()[-1] for page in pages]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("", ["a.TXT", "b.txt", "2017/c.txt", "2018/d.txt"]),
        ("2018", ["2018/d.txt"]),
        ("*.txt", ["b.txt"]),
        ("**/*.txt", ["2017/c.txt", "2018/d.txt", "b.txt"]),
        ("201?", ["2017/c.txt", "2018/d.txt"]),
        ("2018/d.txt", ["2018/d.txt"]),
    ],
)
def test_folders_and_patterns_stand_for_their_pages(folder: Path, pattern: str, found: list[str]) -> None:
    assert _last_lines(mr.read_all(folder / pattern)) == found
    assert _last_lines(mr.read_all([str(folder / pattern)])) == found


def test_a_file_may_have_the_name_of_a_pattern(tmp_path: Path) -> None:
    path = tmp_path / "statement [1].txt"
    path.write_text(TEXT, "utf-8")
    assert [page.text for page in mr.read_all(path)] == [TEXT]


def test_what_a_browser_saves_beside_a_page_is_no_page(folder: Path) -> None:
    (folder / "e.html").write_text(TEXT, "utf-8")
    for name in ("e_files/frame.html", "f_files/g.txt", ".git/h.txt"):
        (folder / name).parent.mkdir()
        (folder / name).write_text(TEXT, "utf-8")
    assert [path.name for path in files_of([folder]) if isinstance(path, Path)] == [
        "a.TXT", "b.txt", "e.html", "c.txt", "d.txt", "g.txt",
    ]  # fmt: skip


def test_a_link_that_leads_back_is_not_followed(folder: Path) -> None:
    (folder / "2018" / "loop").symlink_to(folder)
    assert len(list(mr.read_all(folder))) == 4


@unread
@pytest.mark.parametrize(
    ("path", "says"), [("*.xml", "matches no file"), ("2019", r"hold no \.txt"), ("absent.txt", "No such")]
)
def test_a_mistyped_path_is_no_empty_answer(folder: Path, path: str, says: str) -> None:
    (folder / "2019").mkdir()
    pages = mr.read_all(folder / path)
    assert list(pages) == []
    assert [failure.path for failure in pages.failures] == [str(folder / path)]
    with pytest.raises(mr.ReadError, match=says):
        list(mr.read_all(folder / path, strict=True))


@pytest.mark.parametrize("source", [None, 3, b"a.txt"])
def test_what_is_no_path_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match="read_all takes paths"):
        mr.read_all(source)
    with pytest.raises(mr.InvalidTypeError, match="read_all takes paths"):
        list(mr.read_all([source]))


def test_an_unknown_finding_is_refused_at_once() -> None:
    with pytest.raises(mr.InvalidValueError, match="quotes, dates, events"):
        mr.read_all([], find=["qoutes"])  # type: ignore[list-item]


def test_progress_is_shown_on_standard_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm", reason="the bar is that of tqdm, which is not installed")
    assert len(list(mr.read_all(folder, progress=True))) == 4
    shown = capsys.readouterr()
    assert "4/4" in shown.err
    assert shown.out == ""


def test_progress_without_tqdm_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with pytest.raises(mr.MissingExtraError, match=r"malirights\[progress\]"):
        mr.read_all([], progress=True)
