"""A newcomer with the documentation alone: the commands of the first tutorial run as they are printed."""

from __future__ import annotations

import csv
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

_TUTORIAL = Path(__file__).resolve().parents[1] / "docs" / "tutorial-first-page.md"
_BLOCK = re.compile(r"```(console|python)\n(.*?)```", re.DOTALL)


def _commands(text: str) -> list[str]:
    """Give the commands that a page prints, but for the one that installs."""
    lines = [line for kind, block in _BLOCK.findall(text) if kind == "console" for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in lines if " pip install " not in line]


def test_the_commands_as_printed_give_a_chronology_a_table_a_plot_and_a_report(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the plot needs matplotlib")
    pytest.importorskip("jinja2", reason="the report needs jinja2")
    text = _TUTORIAL.read_text("utf-8")
    (tmp_path / "plot.py").write_text(next(block for kind, block in _BLOCK.findall(text) if kind == "python"), encoding="utf-8")
    interpreter = shlex.quote(sys.executable)
    environment = {**os.environ, "MPLBACKEND": "Agg", "PYTHONIOENCODING": "utf-8"}
    printed = []
    for command in _commands(text):
        # The names `python` and `malirights` are those of an activated environment.
        as_run = re.sub(r"^python\b", interpreter, re.sub(r"^malirights\b", f"{interpreter} -m malirights", command))
        done = subprocess.run(  # noqa: S602 - our own documentation
            as_run, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
        printed.append(done.stdout)
    assert any("Senna Quarrow" in output for output in printed)
    assert "arrest" in (tmp_path / "chronology.txt").read_text("utf-8")
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        assert {row["kind"] for row in csv.DictReader(file)} >= {"trial", "conviction", "abduction"}
    assert (tmp_path / "events.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<!doctype html>")
