"""The notebooks in `examples/` are valid, hold no outputs, and run from the first cell to the last."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="notebooks are read with nbformat: pip install 'malirights[clients]'")

EXAMPLES = Path(__file__).parent.parent / "examples"
# For each notebook, words that its outputs must hold.
NOTEBOOKS = {
    "chronology-of-one-case.ipynb": ["one happening, because of: the same days", "nothing for", "not told: investigation"],
    "first-look.ipynb": ["Page('Zanara', 16 statements", "because of: said", "Fort Ardane"],
    "speakers-and-words.ipynb": ["Ilésio Tavarne 7", "2018-03-06 | head of Lantern Rights International", "families"],
}
NEEDED = ("nbmake", "ipykernel", "matplotlib")


def cells(path: Path) -> list[Any]:
    """Read the cells of a notebook that hold code."""
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_every_notebook_is_tried_here() -> None:
    assert sorted(path.name for path in EXAMPLES.glob("*.ipynb")) == sorted(NOTEBOOKS)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_is_valid_and_stores_no_outputs(name: str) -> None:
    nbformat.validate(nbformat.read(EXAMPLES / name, as_version=nbformat.NO_CONVERT))
    stored = [(cell.outputs, cell.execution_count) for cell in cells(EXAMPLES / name)]
    assert stored
    assert stored == [([], None)] * len(stored)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with all notebooks as they are after a run by nbmake, in kernels of their own."""
    if absent := [module for module in NEEDED if find_spec(module) is None]:
        pytest.skip(f"running notebooks needs {', '.join(absent)}: pip install 'malirights[plot,clients]'")
    folder = tmp_path_factory.mktemp("notebooks")
    paths = [shutil.copy(EXAMPLES / name, folder) for name in NOTEBOOKS]
    line = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(folder), "--nbmake", "--overwrite", *paths]
    done = subprocess.run(  # noqa: S603 - our own notebooks
        line, check=False, capture_output=True, encoding="utf-8", cwd=folder, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_runs_and_shows_what_it_tells_of(name: str, ran: Path) -> None:
    outputs = [output for cell in cells(ran / name) for output in cell.outputs]
    shown = "\n".join(output.get("text") or output.data.get("text/plain", "") for output in outputs)
    assert [words for words in NOTEBOOKS[name] if words not in shown] == []
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert not [output for output in outputs if output.get("name") == "stderr"]
