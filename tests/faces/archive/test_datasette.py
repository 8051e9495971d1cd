"""An archive in the real Datasette: its tables and views answer over HTTP, and its search finds."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import malirights as mr

pytest.importorskip("datasette", reason="this needs Datasette, of the extra 'clients': pip install 'malirights[clients]'")

PAGE = """\
May 4, 2016

Mill burns down

“It rained for nine days,” said Zoé Moru, a lawyer.

May 3, 2016

Six bakers were arrested by soldiers in Orvel in May 2012.
"""
_PATIENCE = 60.0


def _get(address: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Fetch JSON from the loopback address, past any proxy."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(address, timeout=20) as answer:
        return json.load(answer)


def _until_it_answers(server: subprocess.Popen[bytes], address: str) -> None:
    """Wait for a server that is starting."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            _get(f"{address}/-/versions.json")
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    pytest.fail("Datasette does not answer")


@pytest.fixture(scope="module")
def datasette(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a Datasette that serves an archive."""
    path: Path = tmp_path_factory.mktemp("datasette") / "zanara.db"
    with mr.Archive(path) as archive:
        archive.add([mr.parse(PAGE), mr.parse(PAGE.replace("nine", "ten"))])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "datasette", "serve", str(path), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own line
        address = f"http://127.0.0.1:{port}"
        try:
            _until_it_answers(server, address)
            yield f"{address}/zanara"
        finally:
            server.terminate()


def _rows(datasette: str, table: str, **query: str) -> list[dict[str, Any]]:
    """Ask for the rows of a table or a view."""
    found = _get(f"{datasette}/{table}.json?{urllib.parse.urlencode({'_shape': 'array', **query})}")
    assert isinstance(found, list)
    return found


def test_its_tables_and_views_are_there(datasette: str) -> None:
    shown = _get(f"{datasette}.json")
    assert {table["name"] for table in shown["tables"] if not table["hidden"]} == {
        "records", "statements", "quotes", "events", "parties",
    }  # fmt: skip
    assert {view["name"] for view in shown["views"]} == {
        "current_statements",
        "who_said_what",
        "what_happened",
        "changed_statements",
    }
    assert all(table["fts_table"] for table in shown["tables"] if table["name"] in {"statements", "quotes"})


def test_a_table_answers(datasette: str) -> None:
    (quote,) = _rows(datasette, "quotes", text__contains="ten days")
    assert (quote["speaker"], quote["role"], quote["kind"]) == ("Zoé Moru", "a lawyer", "person")
    (event,) = _rows(datasette, "events", kind="arrest")
    assert (event["earliest"], event["latest"], event["place"]) == ("2012-05-01", "2012-05-31", "Orvel")
    assert (event["count_low"], event["count_high"]) == (6, 6)


def test_a_view_answers(datasette: str) -> None:
    (said,) = _rows(datasette, "who_said_what")
    assert (said["date"], said["speaker"], said["quote"]) == ("2016-05-04", "Zoé Moru", "It rained for ten days,")
    (arrest,) = _rows(datasette, "what_happened", kind="arrest")
    assert (arrest["when"], arrest["perpetrators"], arrest["victims"]) == ("2012-05", "soldiers", "Six bakers")
    assert {row["headline"] for row in _rows(datasette, "current_statements")} == {"Mill burns down", None}
    assert [row["version"] for row in _rows(datasette, "changed_statements")] == [1, 2]


def test_its_search_finds_with_accents_folded(datasette: str) -> None:
    assert {row["headline"] for row in _rows(datasette, "statements", _search="zoe")} == {"Mill burns down"}
    assert len(_rows(datasette, "quotes", _search="RAINED")) == 2
