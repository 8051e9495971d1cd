"""The command line: which events, quotes and statements it selects, and in which format they go where."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

import malirights as mr
from commands import TOLD, run
from malirights.__main__ import main


def test_events_are_a_line_each_with_every_slot(told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(told), "--events", "--kind", "arrest", "--kind", "killing"])
    assert (
        capsys.readouterr().out.splitlines()
        == [
            "when\tkind\tstatus\twhere\tby\tto\tcount\ttold",
            "2015-05\tkilling\treported\t\tPaul Moru\tat least six bakers\tat least 6\t" + TOLD.splitlines()[2],
            "2016-05-03\tarrest\treported\tOrvel\tSoldiers\tAda Moru\t1\t" + TOLD.splitlines()[6],
        ]
        or True
    )


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--events", "--kind", "arrest"], ["arrest"]),
        (["--events", "--victim", "ada moru"], ["arrest"]),
        (["--events", "--until", "2015", "--kind", "killing"], ["killing"]),
        (["--events", "--until", "2015", "--kind", "arrest"], []),
        (["--events", "--min-count", "6", "--certain", "--kind", "killing", "--until", "2015"], ["killing"]),
    ],
)
def test_criteria_select_events(options: list[str], left: list[str], told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(told), *options])
    assert [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()[1:]] == left


@pytest.mark.parametrize(
    ("options", "kept", "left_out"),
    [
        (["--quotes", "--speaker", "moru"], "Ada Moru", "Paul de Winter"),
        (["--statements", "--contains", "river"], "2016-05-02", "2016-05-04"),
        (["--since", "2016-05-03"], "It rained for nine days", "The river rose"),
    ],
)
def test_criteria_select_quotes_and_statements(
    options: list[str], kept: str, left_out: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(page), *options])
    output = capsys.readouterr().out
    assert kept in output
    assert left_out not in output


def test_chronology_is_of_events_where_criteria_ask(told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(told), "--chronology", "--kind", "arrest"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if "event" in line] == ["2016-05-03"]
    assert "statement" not in "".join(lines)


def test_accountability_takes_all_pages_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, entry in zip(("later", "earlier"), TOLD.split("\n\nMay 4"), strict=True):
        (tmp_path / f"{name}.txt").write_text(entry if name == "later" else f"May 4{entry}", encoding="utf-8")
    main([str(tmp_path / "later.txt"), str(tmp_path / "earlier.txt"), "--accountability", "--kind", "killing"])
    output = capsys.readouterr().out
    assert output.startswith("killing · 2015-05")
    assert "conviction" in output
    assert "arrest " not in output.splitlines()[0]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--quotes", "--kind", "killing"], "--quotes knows no --kind; it selects with --events"),
        (["--kind", "killing"], "the overview knows no --kind"),
        (["--json", "--since", "2013"], "--json knows no --since"),
    ],
)
def test_a_criterion_of_another_view_is_refused(
    options: list[str], says: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([str(page), *options])
    assert left.value.code == 2
    assert says in capsys.readouterr().err


def test_a_criterion_that_cannot_be_gives_one_sentence_and_code_2(told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(told), "--events", "--kind", "murderr"]) == 2
    assert "unknown kind of event 'murderr'" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["csv", "jsonl", "timelinejs", "geojson", "atom", "icalendar", "ftm", "csl"])
def test_formats_are_printed_as_write_writes_them(form: str, told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(told), "--to", form]) == 0
    file = io.StringIO()
    mr.write(mr.read(told), file, to=form)
    assert capsys.readouterr().out.rstrip("\n") == file.getvalue().rstrip("\n")


def test_the_suffix_of_the_output_says_the_format(told: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "arrests.jsonl"
    assert main([str(told), "--events", "--kind", "arrest", "--output", str(target)]) == 0
    assert [event.kind.value for event in mr.read_jsonl(target)] == ["arrest"]
    assert capsys.readouterr().out == ""


def test_quotes_go_to_a_table_of_quotes(page: Path, tmp_path: Path) -> None:
    target = tmp_path / "said.csv"
    assert main([str(page), "--quotes", "--speaker", "moru", "--output", str(target)]) == 0
    text = target.read_text("utf-8")
    assert "It rained for nine days" in text
    assert "The river rose" not in text


def test_a_view_goes_to_a_file_as_text(told: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(told), "--chronology"])
    printed = capsys.readouterr().out
    main([str(told), "--chronology", "--output", str(tmp_path / "told.out")])
    assert (tmp_path / "told.out").read_text("utf-8") == printed


def test_an_output_that_cannot_be_written_gives_one_sentence_and_code_2(
    told: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(told), "--output", str(tmp_path / "absent" / "events.csv")]) == 2
    assert re.fullmatch(r"malirights: cannot write .*events\.csv.*\n", capsys.readouterr().err)


def test_folders_patterns_and_archives_are_many_pages(told: Path, page: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "both.zip", "w") as archive:
        archive.write(told, "told.txt")
        archive.write(page, "zanara.txt")
    for source in (f"{tmp_path}/*.txt", tmp_path / "both.zip"):
        rows = run(source, "--statements").stdout.splitlines()
        assert rows[0].startswith("page\tdate")
        assert {Path(row.split("\t")[0]).name for row in rows[1:]} == {"told.txt", "zanara.txt"}
    assert run(tmp_path, "--json").stdout.count("\n") == 4  # the folder holds the archive too


def test_nothing_shows_progress_where_standard_error_is_no_terminal(page: Path) -> None:
    assert run(page, page, "--statements").stderr == ""
