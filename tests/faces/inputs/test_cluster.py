"""Beyond one machine: a real cluster of processes, a worker that dies, and pages that travel light."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import malirights as mr

_PAGE = "May {}, 2016\n\nCourt frees two\n\nThe court freed Ada Moru in Orvel.\n\n“It rained for {} days,” said Ada Moru.\n"


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Give the client of a cluster of two worker processes on the loopback address."""
    distributed = pytest.importorskip("distributed", reason="the cluster is that of dask.distributed, which is not installed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1", silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Give the paths of several saved pages."""
    made = [tmp_path / f"{number:02}.txt" for number in range(24)]
    for number, path in enumerate(made, start=1):
        path.write_text(_PAGE.format(number, number), "utf-8")
    return made


def test_a_cluster_gives_every_page_in_order(client: Any, paths: list[Path]) -> None:  # noqa: ANN401 - dask has no types
    assert list(mr.read_all(paths, executor=client.get_executor(), ahead=6)) == [mr.read(path) for path in paths]


@pytest.mark.filterwarnings("ignore:.* could not be read")
def test_a_cluster_reports_what_cannot_be_read(client: Any, paths: list[Path]) -> None:  # noqa: ANN401
    paths[3].write_text("no date", "utf-8")
    pages = mr.read_all(paths, executor=client.get_executor())
    assert len(list(pages)) == len(paths) - 1
    (failure,) = pages.failures
    assert failure.path == str(paths[3])
    assert isinstance(failure.error, mr.NoStatementsError)


def test_a_worker_that_dies_loses_no_file(client: Any, paths: list[Path]) -> None:  # noqa: ANN401
    for path in paths:
        path.write_text(path.read_text("utf-8") * 40, "utf-8")  # so that both workers are busy when one dies
    pages = mr.read_all(paths, executor=client.get_executor(), ahead=12)
    first = next(pages)
    victim = next(iter(client.run(os.getpid).values()))
    os.kill(victim, signal.SIGKILL)
    assert [first, *pages] == [mr.read(path) for path in paths]
    assert pages.failures == ()


def test_few_files_are_under_way_on_a_cluster(client: Any, paths: list[Path]) -> None:  # noqa: ANN401
    asked: list[Path] = []

    def watched() -> Iterator[Path]:
        for path in paths:
            asked.append(path)
            yield path

    pages = mr.read_all(watched(), executor=client.get_executor(), ahead=3)
    for number, _ in enumerate(pages):
        assert len(asked) <= number + 3
    assert len(asked) == len(paths)


@pytest.mark.parametrize(
    ("text", "times"),
    [(mr.sample(), 6), (_PAGE.format(4, 9) * 30, 12)],
    ids=["the sample", "an event or a quote in every line"],
)
def test_a_page_travels_in_a_few_times_the_bytes_of_its_text(text: str, times: int) -> None:
    page = mr.parse(text)
    assert len(pickle.dumps(page)) <= times * len(text.encode())
    assert pickle.loads(pickle.dumps(page)) == page  # noqa: S301 - pickled in the line above
