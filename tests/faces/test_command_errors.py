"""The command line: pages that it cannot read, commands that are mistyped, and readers that go away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import BAD, VIEWS, bad_page, environment, run
from malirights.__main__ import main

# --- pages that cannot be read ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("view", VIEWS)
def test_bad_page_gives_one_sentence_and_code_2(
    kind: str, view: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = bad_page(kind, tmp_path)
    assert main([str(path), *view]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.startswith(f"malirights: {path}: ")
    assert written.err.count("\n") == 1
    assert written.err.endswith("\n")


@pytest.mark.parametrize("kind", BAD)
def test_bad_page_gives_no_traceback(kind: str, tmp_path: Path) -> None:
    path = bad_page(kind, tmp_path)
    done = run(path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"malirights: {path}: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("absent", "No such file"),
        ("directory", "hold no .txt"),
        ("binary", "binary"),
        ("undecodable", "byte 23"),
        ("empty", "no dated entry"),
        ("without-entry", "no dated entry"),
    ],
)
def test_sentence_says_what_is_wrong(kind: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(bad_page(kind, tmp_path))])
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("place", [0, 1, 2])
def test_other_pages_still_print_where_one_is_bad(
    place: int, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(page), str(page)]
    paths.insert(place, str(bad_page("absent", tmp_path)))
    assert main([*paths, "--statements"]) == 2
    written = capsys.readouterr()
    assert written.out.count("2016-05-04\t") == 2
    assert written.err.count("\n") == 1


def test_several_bad_pages_have_a_sentence_each(tmp_path: Path) -> None:
    done = run(*(bad_page(kind, tmp_path) for kind in BAD))
    assert (done.returncode, done.stdout) == (2, "")
    assert [line.split(".txt: ")[0].rpartition(os.sep)[2] for line in done.stderr.splitlines()] == BAD


# --- the command itself -------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["--no-such-option"], ["--quotes", "--json"]])
def test_mistyped_command_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert "usage: malirights" in written.err


def test_help_names_every_view_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    for word in ("--quotes", "--statements", "--json", "sample", "exit codes"):
        assert word in shown


@pytest.mark.parametrize("view", VIEWS)
def test_module_and_main_agree(view: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (view, [str(page), *view]):
        done = run(*arguments)
        code = main(arguments)
        written = capsys.readouterr()
        assert (done.returncode, done.stdout, done.stderr) == (code, written.out, written.err)


def test_main_without_arguments_takes_those_of_the_process(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["malirights", str(page), "--statements"])
    assert main() == 0
    assert capsys.readouterr().out.count("2016-") == 2


# --- nobody reads on ----------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
@pytest.mark.parametrize("view", VIEWS)
def test_pipe_closed_from_the_start_gives_no_traceback(view: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own arguments
            [sys.executable, "-m", "malirights", *view],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
            env=environment(),
        )
    finally:
        os.close(writing)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
def test_pipe_closed_after_the_first_line_gives_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("May 4, 2016\n\n“It rained for nine days,” said Ada Moru.\n\n" * 4000, encoding="utf-8")
    with subprocess.Popen(  # noqa: S603 - our own interpreter, our own arguments
        [sys.executable, "-m", "malirights", str(path), str(path), "--quotes"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert first == "page\tdate\tspeaker\trole\tquote\n"
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


@pytest.mark.skipif(os.name == "nt", reason="a standard output can only be closed so in a Unix shell")
def test_standard_output_that_is_closed_gives_no_traceback() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m malirights >&-', sys.executable],
        stderr=subprocess.PIPE,
        check=False,
        encoding="utf-8",
        env=environment(),
    )
    assert "Traceback" not in done.stderr
