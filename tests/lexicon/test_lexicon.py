"""Lexicons: the shipped one is read once, your own words change what is found, and a faulty file is named."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest

import malirights as mr
from malirights import Lexicon

SAID = "“It rained for nine days,” zanarised Moru."


def _load(folder: Path, content: str) -> Lexicon:
    path = folder / "my.toml"
    path.write_text(content, "utf-8")
    return Lexicon.load(path)


def test_the_shipped_lexicon_is_read_once() -> None:
    assert Lexicon.default() is Lexicon.default()


def test_the_shipped_lexicon_knows_its_languages() -> None:
    assert set(Lexicon.default().languages) >= {"en", "fr"}
    assert "common" not in Lexicon.default().languages


def test_what_is_not_there_is_empty() -> None:
    lexicon = Lexicon.default()
    assert lexicon.words("en", "quotes", "no such class") == ()
    assert lexicon.patterns("xx", "page", "label") == ()
    assert lexicon.everywhere("no such subject", "said") == ()


def test_everywhere_gives_the_words_of_all_languages() -> None:
    titles = Lexicon.default().everywhere("names", "titles")
    assert {"mrs", "mme"} <= set(titles)


def test_goes_through_every_class() -> None:
    classes = {(language, subject, name) for language, subject, name, _ in Lexicon.default().classes()}
    assert {("en", "quotes", "said"), ("fr", "page", "label"), ("common", "dates", "zones")} <= classes


def test_what_is_compiled_is_kept() -> None:
    made: list[Lexicon] = []

    def build(lexicon: Lexicon) -> int:
        made.append(lexicon)
        return len(made)

    lexicon = Lexicon.load()
    assert (lexicon.built(build), lexicon.built(build)) == (1, 1)
    assert made == [lexicon]


def test_loading_no_file_changes_nothing() -> None:
    assert Lexicon.load().tables == Lexicon.default().tables


def test_your_words_stand_beside_those_of_the_package(tmp_path: Path) -> None:
    lexicon = _load(tmp_path, '[en.quotes.said]\nwords = ["zanarised"]')
    assert {"said", "zanarised"} <= set(lexicon.words("en", "quotes", "said"))
    assert "zanarised" not in Lexicon.default().words("en", "quotes", "said")


def test_several_files_add_up(tmp_path: Path) -> None:
    paths = [tmp_path / "one.toml", tmp_path / "two.toml"]
    paths[0].write_text('[en.quotes.said]\nwords = ["zanarised"]', "utf-8")
    paths[1].write_text('[en.quotes.said]\nwords = ["velmorised"]', "utf-8")
    assert Lexicon.load(*paths).words("en", "quotes", "said")[-2:] == ("zanarised", "velmorised")
    assert Lexicon.load(*map(str, paths)).tables == Lexicon.load(*paths).tables


def test_a_word_changes_what_the_quote_finder_finds(tmp_path: Path) -> None:
    lexicon = _load(tmp_path, '[en.quotes.said]\nwords = ["zanarised"]')
    (before,) = mr.find_quotes(SAID)
    (after,) = mr.find_quotes(SAID, lexicon=lexicon)
    assert before.cue is None
    assert after.cue == "zanarised"
    assert after.speaker
    assert (after.speaker.name, after.speaker.role) == ("Moru", None)


def test_a_word_changes_the_quotes_of_a_page(tmp_path: Path) -> None:
    lexicon = _load(tmp_path, '[en.quotes.said]\nwords = ["zanarised"]')
    text = f"May 4, 2016\n\n{SAID}"
    assert mr.quotes(mr.parse(text), cue="zanarised") == ()
    assert len(mr.quotes(mr.parse(text, lexicon=lexicon), cue="zanarised")) == 1
    assert len(mr.quotes(mr.parse_statement(SAID, date="2016-05-04", lexicon=lexicon), cue="zanarised")) == 1


def test_a_pattern_changes_what_a_line_is(tmp_path: Path) -> None:
    lexicon = _load(tmp_path, "[en.page.label]\npatterns = ['zanara dispatch no\\. \\d+']")
    text = "May 4, 2016\n\nZanara dispatch no. 7\n\nThe court sat on Monday in Velmora, and freed three people."

    def kinds(page: mr.Page) -> list[str]:
        return [part.kind for part in page.statements[0].parts]

    assert "label" not in kinds(mr.parse(text))
    assert kinds(mr.parse(text, lexicon=lexicon)) == ["date", "label", "body"]


def test_a_language_of_your_own_needs_no_code(tmp_path: Path) -> None:
    lexicon = _load(tmp_path, '[zz.dates.months]\nforms = [["velmo"], ["zib", "zb"]]')
    assert "zz" in lexicon.languages
    page = mr.parse("11 zib 2015\n\nThe court sat.\n\n3 zb. 2015\n\nThe court rose.", lexicon=lexicon)
    assert [statement.date for statement in page.statements] == [dt.date(2015, 2, 11), dt.date(2015, 2, 3)]
    with pytest.raises(mr.NoStatementsError):
        mr.parse(page.text)


def test_values_that_are_no_lists_replace_those_of_the_package(tmp_path: Path) -> None:
    lexicon = _load(tmp_path, "[en.page.byline]\nlongest = 3")
    assert lexicon.tables["en"]["page"]["byline"]["longest"] == 3
    assert lexicon.patterns("en", "page", "byline") == Lexicon.default().patterns("en", "page", "byline")


def test_pickles_with_your_words(tmp_path: Path) -> None:
    lexicon = _load(tmp_path, '[en.quotes.said]\nwords = ["zanarised"]')
    before = mr.find_quotes(SAID, lexicon=lexicon)
    again = pickle.loads(pickle.dumps(lexicon))  # noqa: S301 - our own bytes
    assert again.tables == lexicon.tables
    assert mr.find_quotes(SAID, lexicon=again) == before


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "absent.toml"
    with pytest.raises(mr.LexiconError, match="absent") as caught:
        Lexicon.load(path)
    assert caught.value.path == str(path)
    assert isinstance(caught.value, ValueError)


def test_a_directory_is_no_lexicon(tmp_path: Path) -> None:
    with pytest.raises(mr.LexiconError):
        Lexicon.load(tmp_path)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_bytes('[fr.quotes.said]\nwords = ["zanarisé"]'.encode("latin-1"))
    with pytest.raises(mr.LexiconError, match="UTF-8") as caught:
        Lexicon.load(path)
    assert caught.value.path == str(path)


@pytest.mark.parametrize("content", ["[en.quotes.said", "words", '[en.quotes.said]\nwords = ["said"', "a = 1\na = 2"])
def test_a_broken_file_is_named(tmp_path: Path, content: str) -> None:
    with pytest.raises(mr.LexiconError, match=r"my\.toml.*no TOML"):
        _load(tmp_path, content)


@pytest.mark.parametrize(
    "content",
    [
        'words = ["zanarised"]',
        '[en]\nwords = ["zanarised"]',
        '[en.quotes]\nsaid = ["zanarised"]',
        "[en.quotes]\nsaid = 1",
        'en = "English"',
    ],
)
def test_a_file_that_is_nested_otherwise_is_shown_how(tmp_path: Path, content: str) -> None:
    with pytest.raises(mr.LexiconError, match=r"\[en\.quotes\.said\]") as caught:
        _load(tmp_path, content)
    assert caught.value.path == str(tmp_path / "my.toml")


@pytest.mark.parametrize(
    "content",
    [
        '[en.quotes.said]\nwords = "zanarised"',
        "[en.quotes.said]\nwords = [1]",
        '[en.quotes.said]\nwords = [""]',
        '[en.page.label]\npatterns = "zanara dispatch"',
    ],
)
def test_words_and_patterns_are_lists_of_texts(tmp_path: Path, content: str) -> None:
    with pytest.raises(mr.LexiconError):
        mr.parse(f"May 4, 2016\n\n{SAID}", lexicon=_load(tmp_path, content))


def test_a_pattern_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(mr.LexiconError, match="label"):
        mr.parse(f"May 4, 2016\n\n{SAID}", lexicon=_load(tmp_path, "[en.page.label]\npatterns = ['(']"))


TABLE = '[common.gazetteer.world]\ntable = "zanara.csv"'


def test_a_table_beside_your_file_adds_its_lines(tmp_path: Path) -> None:
    (tmp_path / "zanara.csv").write_text('\ufeffname,kind,region\r\n"Velmora, Old Town",town,Orvel\r\n\r\nZanor\r\n', "utf-8")
    rows = list(_load(tmp_path, TABLE).rows("common", "gazetteer"))
    assert rows[-2:] == [
        {"name": "Velmora, Old Town", "kind": "town", "region": "Orvel"},
        {"name": "Zanor", "kind": "", "region": ""},
    ]
    assert len(rows) == len(list(Lexicon.default().rows("common", "gazetteer"))) + 2


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (None, "cannot read the table"),
        (b"name\n\xff\n", "no CSV in UTF-8"),
        (b"kind\ntown\n", "line 2: the column 'name'"),
        (b"name,latitude\nVelmora,1\nOrvel,91\n", "line 3: latitude is in degrees"),
        (b"name,longitude\nVelmora,nan\n", "line 2: longitude is in degrees"),
        (b"name,longitude\nVelmora,east\n", "line 2: longitude is in degrees"),
    ],
)
def test_a_faulty_table_is_named(tmp_path: Path, table: bytes | None, words: str) -> None:
    if table is not None:
        (tmp_path / "zanara.csv").write_bytes(table)
    with pytest.raises(mr.LexiconError, match=words) as caught:
        _load(tmp_path, TABLE)
    assert caught.value.path == str(tmp_path / "zanara.csv")


@pytest.mark.parametrize("content", ["table = 1", "rows = []"])
def test_a_table_is_the_name_of_a_file(tmp_path: Path, content: str) -> None:
    with pytest.raises(mr.LexiconError, match=r"table|rows"):
        _load(tmp_path, f"[common.gazetteer.world]\n{content}")
