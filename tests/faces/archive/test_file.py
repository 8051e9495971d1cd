"""The file of an archive: killed writers, readers beside writers, older and newer forms, and what is said of other files."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import malirights as mr
from malirights.faces.archive.rows import encoded
from malirights.faces.archive.schema import SCHEMA

PAGE = """\
May 4, 2016

Mill burns down

“It rained for nine days,” said Ada Moru.

May 3, 2016

Six bakers were arrested in Orvel.
"""
KILLED = """
    import os, signal, sys
    import attrs
    import malirights as mr

    statement = mr.parse_statement("“It rained for nine days,” said Ada Moru.", date="2016-05-04")

    def source():
        for number in range(10_000):
            if number == 1_234:
                os.kill(os.getpid(), signal.SIGKILL)
            yield attrs.evolve(statement, id=f"2016-05-04-{number:08x}")

    mr.Archive(sys.argv[1]).add(source())
"""
KILLED_WRITING = """
    import os, signal, sys
    import malirights as mr
    from malirights.faces.archive import adding

    enter, entered = adding._enter, []

    def killed(*given, **named):
        entered.append(enter(*given, **named))
        if len(entered) == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return entered[-1]

    archive = mr.Archive(sys.argv[1])
    archive.add(mr.parse("May 4, 2011\\n\\nThe court sat."))
    entered.clear()
    adding._enter = killed
    archive.add(mr.parse(mr.sample()))
"""
OLD = """
    CREATE TABLE records (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL,
        version INTEGER NOT NULL, record NOT NULL, UNIQUE (document, version));
    CREATE TABLE statements (number INTEGER PRIMARY KEY, id TEXT NOT NULL, text TEXT NOT NULL);
    PRAGMA application_id = 0x6d616c69;
    PRAGMA user_version = 1;
"""


def _run_killed(script: str, path: Path) -> None:
    """Run a script that kills itself."""
    ran = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", dedent(script), str(path)], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (-9, "")


def _sound(path: Path) -> None:
    """Hold a file to be sound, its indexes too."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("statements_fts", "quotes_fts"):
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - our words
    connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of an archive that holds a page."""
    path = tmp_path / "zanara?# 100%.db"
    with mr.Archive(path) as archive:
        archive.add(mr.parse(PAGE))
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_killed_while_its_source_reads_on_leaves_what_it_had_written(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    _run_killed(KILLED, path)
    with mr.Archive(path) as archive:
        assert len(archive) == 1_000
        assert len(list(archive)) == len(list(archive.search("rained", of="quotes"))) == 1_000
        assert archive.add(archive.statements()).added == ()
    _sound(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_killed_in_the_middle_of_a_page_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    _run_killed(KILLED_WRITING, path)
    page = mr.parse(mr.sample())
    with mr.Archive(path) as archive:
        assert [statement.date.year for statement in archive] == [2011]
        assert len(archive.add(page).added) == len(page.statements)
        assert tuple(archive)[1:] == page.statements
    _sound(path)


def test_a_writing_that_was_cut_short_is_put_right_by_the_next_who_may_write(path: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE records SET record = zeroblob(100000)")
    connection.execute("DELETE FROM statements_fts_data")
    shutil.copy(path, cut)
    shutil.copy(f"{path}-journal", f"{cut}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    with pytest.raises(mr.ArchiveError, match="cut short; open it once without read_only=True"):
        mr.Archive(cut, read_only=True)
    with mr.Archive(cut) as archive:
        assert tuple(archive) == mr.parse(PAGE).statements
    _sound(cut)


def test_a_batch_that_fails_is_not_there_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with mr.Archive(path) as archive:
        monkeypatch.setattr("malirights.faces.archive.adding.show", full)
        with pytest.raises(KeyboardInterrupt):
            archive.add(mr.parse(mr.sample()))
        monkeypatch.undo()
        assert len(archive) == 2
        assert archive.add(mr.parse(mr.sample())).added
    _sound(path)


def test_readers_read_on_while_somebody_writes(path: Path) -> None:
    with mr.Archive(path) as writer, mr.Archive(path, read_only=True) as one, mr.Archive(path, read_only=True) as other:
        reading = iter(one)
        first = next(reading)
        with writer._store.transaction():  # noqa: SLF001 - there is no other way to stop in the middle
            writer._store.run("DELETE FROM statements")  # noqa: SLF001 - as above
            assert len(one) == len(other) == 2
        writer.add(mr.parse(mr.sample()), replace=True)
        assert [first, *reading] == list(mr.parse(PAGE).statements)
        assert len(list(other.search("grave"))) > 0


def test_a_second_writer_waits_no_longer_than_its_patience(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("malirights.faces.archive.store._PATIENCE", 0.0)
    with mr.Archive(path) as one, mr.Archive(path) as other:
        with one._store.transaction(), pytest.raises(mr.ArchiveError, match="another process is writing"):  # noqa: SLF001
            other.add(mr.parse(mr.sample()))
        assert other.add(mr.parse(mr.sample())).added


def test_reading_alone_changes_no_byte_and_leaves_no_file(path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o444)
    with mr.Archive(path, read_only=True) as archive:
        assert tuple(archive) == mr.parse(PAGE).statements
        assert list(archive.search("rained"))
        with pytest.raises(mr.ArchiveError, match="reading alone; open it without read_only=True"):
            archive.add(mr.parse(PAGE))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def _old(path: Path) -> None:
    """Make an archive of the first form, which did not know statements again by their headings, and showed less."""
    connection = sqlite3.connect(path)
    connection.executescript(OLD)
    for number, statement in enumerate(mr.parse(PAGE).statements, start=1):
        row = (number, statement.id, number, 1, encoded(statement))
        connection.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?)", row)
        connection.execute("INSERT INTO statements VALUES (?, ?, ?)", (number, statement.id, statement.text))
    connection.commit()
    connection.close()


def test_an_older_form_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    _old(path)
    with pytest.raises(mr.ArchiveError, match="older form; open it once without read_only=True"):
        mr.Archive(path, read_only=True)
    with mr.Archive(path) as archive:
        assert tuple(archive) == mr.parse(PAGE).statements
        assert [hit.speaker for hit in archive.search("rained", of="quotes")] == ["Ada Moru"]
        assert [str(event.kind) for event in archive.events(kind="arrest")] == ["arrest"]
        assert archive.add(mr.parse(PAGE)).added == ()
        assert archive.add(mr.parse(PAGE.replace("nine days", "ten days"))).changed
    with mr.Archive(path, read_only=True) as archive:
        assert len(archive) == 2
    _sound(path)


def test_an_older_form_stays_as_it_was_where_it_cannot_be_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    _old(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE records SET record = '{}' WHERE number = 2")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(mr.ArchiveError, match="a record that is no statement"):
        mr.Archive(path)
    assert path.read_bytes() == before


def _database(path: Path, script: str) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    return path


def test_a_newer_form_is_left_alone(path: Path) -> None:
    _database(path, f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(mr.ArchiveError, match=rf"form {SCHEMA + 1}.*up to {SCHEMA}; update it: pip install") as caught:
        mr.Archive(path)
    assert caught.value.path == str(path)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = _database(tmp_path / "other.db", "CREATE TABLE poems (words); PRAGMA user_version = 2;")
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(mr.ArchiveError, match="database of another program"):
            mr.Archive(path, read_only=read_only)
    assert path.read_bytes() == before


def test_what_is_no_file_of_ours_is_told(tmp_path: Path) -> None:
    text = tmp_path / "page.txt"
    text.write_text(PAGE * 9, "utf-8")
    calls: list[tuple[Callable[[], Any], str]] = [
        (lambda: mr.Archive(text), "no SQLite database"),
        (lambda: mr.Archive(tmp_path), "a directory"),
        (lambda: mr.Archive(tmp_path / "absent" / "mali.db"), "its folder"),
        (lambda: mr.Archive(tmp_path / "absent.db", read_only=True), "no such file"),
        (lambda: mr.Archive(":memory:", read_only=True), "is empty"),
        (lambda: mr.Archive("a\0b"), "NUL"),
    ]
    for call, says in calls:
        with pytest.raises(mr.ArchiveError, match=says):
            call()
    assert text.read_text("utf-8") == PAGE * 9
    assert not (tmp_path / "absent.db").exists()


def test_a_closed_archive_says_so(path: Path) -> None:
    archive = mr.Archive(path)
    reading = iter(archive)
    archive.close()
    archive.close()
    asks: list[Callable[[], Any]] = [
        lambda: len(archive), lambda: archive.get("x"), lambda: archive.add(mr.parse(PAGE)), lambda: next(reading),
        lambda: archive.search("mill"), archive.statements,
    ]  # fmt: skip
    for ask in asks:
        with pytest.raises(mr.ArchiveError, match=r"is closed; open it again with Archive\("):
            ask()


@pytest.mark.parametrize("record", ["{", "{}", '{"class": "Span", "span": [0, 1]}', b"\xff", 3, ""])
def test_a_record_that_somebody_has_changed_is_told(path: Path, record: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE records SET record = ?", (record,))
    connection.commit()
    connection.close()
    with mr.Archive(path) as archive, pytest.raises(mr.ArchiveError, match="a record that is no statement"):
        list(archive)
