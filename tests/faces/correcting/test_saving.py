"""Corrections and annotations as files: what cannot be written is an error of ours, and what stood there stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import malirights as mr

PAGE = mr.parse("May 4, 2016\n\n“It rained for nine days,” said Ada Moru.\n")


@pytest.mark.parametrize(
    "save",
    [
        lambda path: mr.to_brat(PAGE).save(path),
        lambda path: mr.Corrections.of(PAGE).save(path),
        lambda path: mr.write(PAGE, path),
    ],
)
def test_a_file_that_cannot_be_written_is_an_error_of_ours(save: Callable[[Path], None], tmp_path: Path) -> None:
    with pytest.raises(mr.WriteError, match=r"cannot write '.*absent"):
        save(tmp_path / "absent" / "zanara.csv")
