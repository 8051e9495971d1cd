"""CSL JSON: set by a real processor, and with no field or type that the standard does not have."""

from __future__ import annotations

import json
import warnings

import pytest

import malirights as mr

# Of the data schema of CSL 1.0.2, what we write.
STRINGS = {"id", "genre", "title", "publisher", "URL", "language"}
TYPES = {"webpage", "document"}


def test_items_have_only_what_the_schema_has(page: mr.Page, hostile: mr.Page) -> None:
    items = [*mr.to_csl(page), *mr.to_csl(hostile)]
    for item in items:
        assert set(item) <= STRINGS | {"type", "issued"}
        assert item["type"] in TYPES
        assert all(isinstance(item[name], str) and item[name] for name in STRINGS & set(item))
        assert [len(parts) for parts in item["issued"]["date-parts"]] == [3]


def test_a_processor_sets_it(page: mr.Page) -> None:
    reader = pytest.importorskip("citeproc", reason="the processor of citations is not installed")
    source = pytest.importorskip("citeproc.source.json")
    items = mr.to_csl(page)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the processor's own
        read = source.CiteProcJSON(json.loads(json.dumps(items)))
        style = reader.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = reader.CitationStylesBibliography(style, read, reader.formatter.plain)
        for item in items:
            bibliography.register(reader.Citation([reader.CitationItem(item["id"])]))
        printed = [str(entry) for entry in bibliography.bibliography()]
    assert any("Court to open the bakers’ trial" in entry and "2016" in entry for entry in printed)
    assert all("https://zanara.example/news" in entry for entry in printed)


def test_without_a_headline_the_first_words_are_the_title(page: mr.Page) -> None:
    first, _ = mr.to_csl(page)
    assert first["title"] == "Elections were held in Bamako in March 2012."


def test_what_is_no_address_of_the_web_is_left_out(hostile: mr.Page) -> None:
    (item,) = mr.to_csl(hostile)
    assert (item["type"], "URL" in item) == ("document", False)
