"""The scripts in `examples/` run as they are, on the sample page and on a page given to them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
SCRIPTS = ["chronology_to_json.py", "who_said_what.py"]
PAGE = """\
May 4, 2016

“It rained for nine days,” said Ada Moru, a lawyer in Velmora. “Nobody came.”

May 2, 2016

“It began on a Sunday,” said Ada Moru.

April 30, 2016

According to Paul de Winter, “the roof was never mended”.
"""


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a user would, with this interpreter."""
    line = [sys.executable, str(EXAMPLES / script), *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(  # noqa: S603 - our own scripts
        line, check=False, capture_output=True, encoding="utf-8", env=environment, timeout=60
    )


@pytest.fixture
def page(tmp_path: Path) -> str:
    """Give the path of a small page."""
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode())
    return str(path)


@pytest.mark.parametrize("script", SCRIPTS)
def test_it_runs_on_the_sample_page(script: str) -> None:
    done = run(script)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Senna Quarrow" in done.stdout


@pytest.mark.parametrize("script", SCRIPTS)
def test_it_says_in_one_line_what_it_cannot_read(script: str, tmp_path: Path) -> None:
    done = run(script, str(tmp_path / "absent.txt"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "absent.txt" in done.stderr


def test_the_table_counts_the_quotes_of_each_speaker(page: str) -> None:
    done = run("who_said_what.py", page)
    assert [line.split() for line in done.stdout.splitlines()] == [
        ["speaker", "quotes", "first", "last"],
        ["Ada", "Moru", "3", "2016-05-02", "2016-05-04"],
        ["Paul", "de", "Winter", "1", "2016-04-30", "2016-04-30"],
    ]


def test_the_chronology_is_in_the_order_of_time_and_proves_itself(page: str) -> None:
    periods = json.loads(run("chronology_to_json.py", page).stdout)
    assert [period["when"] for period in periods] == ["2016-04", "2016-05"]
    april, may = (period["entries"] for period in periods)
    assert [entry["days"] for entry in may if entry["kind"] == "statement"] == ["2016-05-02", "2016-05-04"]
    start, end = april[0]["span"]
    assert PAGE[start:end].startswith("April 30, 2016")
    assert PAGE[start:end].endswith("“the roof was never mended”.")
    assert [entry["speaker"] for entry in april if entry["kind"] == "quote"] == ["Paul de Winter"]


def test_every_script_is_tried_here() -> None:
    assert sorted(path.name for path in EXAMPLES.glob("*.py")) == SCRIPTS
