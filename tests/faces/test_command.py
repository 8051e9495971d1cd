"""The command line: what it prints where, on a terminal and in a pipe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import malirights as mr
from commands import ESCAPE, HOSTILE, OWN_CODES, VIEWS, run, shown
from malirights.__main__ import main

# --- what is printed ----------------------------------------------------------------------------------------


def test_without_a_page_the_sample_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    output = capsys.readouterr().out
    statements = mr.parse(mr.sample()).statements
    assert [line[:10] for line in output.splitlines() if line[:1].isdigit()] == [
        statement.date.isoformat() for statement in statements
    ]
    for quote in mr.quotes(statements):
        assert f"“{' '.join(quote.text.split())}”" in output


def test_overview_names_speaker_and_role(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(page)])
    lines = capsys.readouterr().out.splitlines()
    assert [line.strip() for line in lines if "“It rained" in line and "—" in line] == [
        "“It rained for nine days,” — Ada Moru, a lawyer in Velmora"
    ]


def test_quotes_are_a_line_each(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(page), "--quotes"])
    assert capsys.readouterr().out.splitlines() == [
        "date\tspeaker\trole\tquote",
        "2016-05-04\tAda Moru\ta lawyer in Velmora\tIt rained for nine days,",
        "2016-05-02\tPaul de Winter\t\tThe river rose,",
    ]


def test_statements_are_a_line_each(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(page), "--statements"])
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [(row[0], row[2]) for row in rows] == [
        ("date", "quotes"),
        ("2016-05-04", "1"),
        ("2016-05-02", "1"),
    ]


def test_statements_of_the_sample_show_release_and_headline(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--statements"])
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert ["2015-06-25", "2015-06-26T00:01+01:00"] in [row[:2] for row in rows]
    assert "Lantern Rights International opens its register of the missing" in [row[3] for row in rows]


def test_piped_cells_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--quotes"])
    header, *rows = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    quotes = mr.quotes(mr.parse(mr.sample()))
    assert {len(row) for row in [header, *rows]} == {4}
    assert [row[3] for row in rows] == [" ".join(quote.text.split()) for quote in quotes]


@pytest.mark.parametrize("view", [[], ["--quotes"], ["--statements"]])
def test_piped_output_has_no_terminal_codes(view: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(view)
    assert "\x1b" not in capsys.readouterr().out


def test_tabs_and_line_ends_in_a_cell_make_no_new_cell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tabs.txt"
    path.write_text("May 4, 2016\n\n“It rained\tfor nine days,” said Ada Moru.\n", encoding="utf-8")
    main([str(path), "--quotes"])
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert rows[1] == ["2016-05-04", "Ada Moru", "", "It rained for nine days,"]


@pytest.mark.parametrize("number", [0, 1])
def test_json_is_the_page(number: int, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, expected = [
        (["--json"], mr.parse(mr.sample())),
        ([str(page), "--json"], mr.read(page)),
    ][number]
    assert main(arguments) == 0
    assert mr.from_dict(json.loads(capsys.readouterr().out)) == expected


def test_json_of_several_pages_is_a_line_each(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(page), str(page), "--json"])
    lines = capsys.readouterr().out.splitlines()
    assert [mr.from_dict(json.loads(line)) for line in lines] == [mr.read(page)] * 2


def test_json_loses_nothing_where_the_output_takes_ascii_only(page: Path) -> None:
    done = run(page, "--json", PYTHONIOENCODING="ascii")
    assert mr.from_dict(json.loads(done.stdout)) == mr.read(page)


@pytest.mark.parametrize("view", VIEWS)
def test_output_that_takes_ascii_only_raises_nothing(view: list[str]) -> None:
    done = run(*view, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_warnings_go_to_standard_error_with_line_and_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "open.txt"
    path.write_text("May 4, 2016\n\nThe court sat.\n\nAda Moru said: “It rained for nine\n", encoding="utf-8")
    assert main([str(path), "--quotes"]) == 0
    written = capsys.readouterr()
    assert written.err.startswith(f"malirights: {path}:5:17: no mark closes the quote")
    assert len(written.out.splitlines()) == 2


# --- a terminal ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("view", [[], ["--quotes"], ["--statements"]])
def test_terminal_cuts_to_its_width(view: list[str], columns: int) -> None:
    lines = ESCAPE.sub("", shown(*view, columns=columns)).splitlines()
    assert lines
    assert max(map(len, lines)) <= columns
    assert any(line.endswith("…") for line in lines) or columns > 80


def test_terminal_that_is_wide_enough_cuts_nothing(page: Path) -> None:
    lines = ESCAPE.sub("", shown(page, "--quotes", columns=500)).splitlines()
    assert [line.split("  ")[-1].strip() for line in lines] == [
        "quote",
        "It rained for nine days,",
        "The river rose,",
    ]


def test_columns_of_a_terminal_stand_under_each_other(page: Path) -> None:
    header, first, second = ESCAPE.sub("", shown(page, "--quotes")).splitlines()
    at = header.index("speaker")
    assert first[at:].startswith("Ada Moru")
    assert second[at:].startswith("Paul de Winter")


def test_json_on_a_terminal_is_still_the_page(page: Path) -> None:
    assert mr.from_dict(json.loads(shown(page, "--json"))) == mr.read(page)


# --- control characters -------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sign", HOSTILE, ids=ascii)
def test_control_characters_of_a_page_do_not_reach_a_terminal(
    sign: str, view: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(
        f"May 4, 2016\n{sign}Court {sign}sits\n\nThe court {sign}sat.\n"
        f"“It {sign}rained for nine days,” said Ada Mo{sign}ru, a law{sign}yer. “The river {sign}rose\n\n"
        f"Soldiers killed Ivo {sign}Tarn, a baker, {sign}on 4 May 2016.\n\n"
        f"May 3, 2016\nPosted at 0900 4 May{sign} 2016\n\nThe court {sign}sat.\n",
        encoding="utf-8",
    )
    output = OWN_CODES.sub("", shown(path, *view))
    assert "2016-05-04" in output
    assert not [mark for mark in sign if not mark.isprintable() and mark in output]
    assert not [mark for mark in sign if not mark.isprintable() and mark in capsys.readouterr().err]


@pytest.mark.parametrize("view", [[], ["--quotes"], ["--statements"]])
@pytest.mark.parametrize("sign", HOSTILE, ids=ascii)
def test_control_characters_of_a_page_do_not_reach_a_pipe_that_may_end_in_a_terminal(
    sign: str, view: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(f"May 4, 2016\n\n“It {sign}rained,” said Ada Mo{sign}ru, lawyer.\n", encoding="utf-8")
    output = run(path, *view).stdout
    assert "2016-05-04" in output
    assert not [mark for mark in sign if not mark.isprintable() and mark in output]


def test_control_characters_in_a_path_do_not_reach_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such\x1b[31m-page.txt"]) == 2
    assert "\x1b" not in capsys.readouterr().err
