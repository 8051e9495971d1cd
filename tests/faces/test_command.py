"""The command line: what it prints where, and what it says of pages that it cannot read."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import malirights as mr
from malirights.__main__ import main

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
OWN_CODES = re.compile(r"\x1b\[[012]m")  # bold, dim and plain, which the command itself writes
TWO_QUOTES = (
    "May 4, 2016\n\n“It rained for nine days,” said Ada Moru, a lawyer in Velmora.\n\n"
    "May 2, 2016\n\n“The river rose,” said Paul de Winter.\n"
)
NO_ENTRY = "The court sat all day and ruled on nothing.\n"
# What could steer a terminal: colours, window titles, C1 control sequences, overwriting, right-to-left override.
HOSTILE = ["\x1b[31m", "\x1b]0;title\x07", "\x9b31m", "\x08\x08", "\x7f", "\u202e"]
VIEWS = [[], ["--quotes"], ["--statements"], ["--events"], ["--chronology"], ["--accountability"], ["--json"]]


class Terminal(io.StringIO):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Give a good page."""
    path = tmp_path / "zanara.txt"
    path.write_text(TWO_QUOTES, encoding="utf-8")
    return path


def shown(*arguments: str | Path, columns: int = 80) -> str:
    """Run the command on a terminal, and give what it shows."""
    output = Terminal()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(output):
        patch.setenv("COLUMNS", str(columns))
        main([str(argument) for argument in arguments])
    return output.getvalue()


def environment(**changes: str) -> dict[str, str]:
    """Give an environment in which a new interpreter finds this package, and speaks UTF-8."""
    source = str(Path(mr.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": source, "PYTHONIOENCODING": "utf-8", **changes}


def run(*arguments: str | Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m malirights` in a new interpreter."""
    return subprocess.run(  # noqa: S603 - our own interpreter, our own arguments
        [sys.executable, "-m", "malirights", *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment(**changes),
    )


def bad_page(kind: str, folder: Path) -> Path:
    """Make a page that cannot be read."""
    path = folder / f"{kind}.txt"
    if kind == "directory":
        path.mkdir()
    elif kind != "absent":
        content = {
            "binary": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe",
            "undecodable": b"May 4, 2016\n\nThe court \x81 sat.",
            "empty": b"",
            "blank": b" \n\n\t\n",
            "without-entry": NO_ENTRY.encode(),
            "with-impossible-date-only": b"February 30, 2016\n\nThe court sat.\n",
        }
        path.write_bytes(content[kind])
    return path


BAD = [
    "absent",
    "directory",
    "binary",
    "undecodable",
    "empty",
    "blank",
    "without-entry",
    "with-impossible-date-only",
]


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


TOLD = (
    "May 9, 2016\n\nPaul Moru was convicted in Velmora of the killing of at least six bakers in May 2015.\n\n"
    "May 4, 2016\n\nSoldiers arrested Ada Moru in Orvel on 3 May 2016.\n"
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Give a page that tells of events."""
    path = tmp_path / "told.txt"
    path.write_text(TOLD, encoding="utf-8")
    return path


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
