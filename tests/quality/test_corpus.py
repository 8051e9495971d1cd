"""Floors on the gold files of the pages beside the checkout, held with their own scorers."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import malirights as mr

LISTINGS = ("advisories", "chad", "egypt", "myanmar", "south-sudan", "syria", "turkey")


def _module(folder: Path, name: str) -> ModuleType:
    """Import a script by its path."""
    path = folder / f"{name}.py"
    if not path.is_file():
        pytest.skip(f"the scorers stay outside the repository, and {path} is not there")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _scored(corpus: Path, name: str) -> tuple[dict[str, Any], list[str]]:
    """Score one page of the corpus; give the scores, and what was missed or invented."""
    scripts = corpus.parent / "eval"
    predict, score = _module(scripts, "predict_page"), _module(scripts, "score_page")
    gold = json.loads((corpus / f"{name}.gold.json").read_text("utf-8"))
    source: mr.Page | mr.Statement
    if name.startswith("fr-"):
        text = (corpus / f"{name}.txt").read_bytes().decode("utf-8")
        source = mr.parse_statement(text, date=gold["statements"][0]["date"])
    else:
        source = mr.read(corpus / f"{name}.txt")
    errors: list[str] = []
    scores: dict[str, Any] = score.score(gold, predict.stand_off(source), errors)
    return scores, [error for error in errors if error.startswith("quote")]


def _pooled(results: Iterable[dict[str, Any]], key: str) -> float:
    """Pool an F1 over pages, as score_corpus.sh does."""
    pairs, gold, found = (sum(column) for column in zip(*(result[key]["n"] for result in results), strict=True))
    return float(2 * pairs / (gold + found))


def test_the_page_on_mali_is_read_without_fault(corpus: Path) -> None:
    scores, errors = _scored(corpus, "mali")
    assert errors == []
    assert [scores[key]["f1"] for key in ("statements", "quotes", "attributed")] == [1.0, 1.0, 1.0]
    assert [scores[key] for key in ("released", "headline", "contact")] == [1.0, 1.0, 1.0]
    assert scores["role"] >= 0.95


@pytest.mark.parametrize("name", LISTINGS)
def test_other_listings_are_cut_without_fault(corpus: Path, name: str) -> None:
    scores, _ = _scored(corpus, name)
    assert scores["statements"]["f1"] == 1.0


def test_the_quotes_of_other_listings_pooled(corpus: Path) -> None:
    results, errors = zip(*(_scored(corpus, name) for name in LISTINGS), strict=True)
    assert _pooled(results, "quotes") >= 0.95, errors
    assert _pooled(results, "attributed") >= 0.90, errors


def test_the_quotes_of_french_statements_pooled(corpus: Path) -> None:
    names = sorted(path.name.removesuffix(".gold.json") for path in corpus.glob("fr-*.gold.json"))
    assert names
    results, errors = zip(*(_scored(corpus, name) for name in names), strict=True)
    assert _pooled(results, "quotes") >= 0.95, errors
    assert _pooled(results, "attributed") >= 0.95, errors


@pytest.mark.parametrize(("split", "extracted", "attributed"), [("train", 0.975, 0.940), ("dev", 0.970, 0.875)])
def test_the_quotes_of_news(corpus: Path, split: str, extracted: float, attributed: float) -> None:
    gold = [json.loads(line) for line in (corpus / f"news-quotes-{split}.jsonl").read_text("utf-8").splitlines()]
    found = {document["doc"]: [_news_quote(quote) for quote in mr.find_quotes(document["text"])] for document in gold}
    scores = _module(corpus.parent / "eval", "score_quotes").score(gold, found)
    assert scores["f1"] >= extracted, scores
    assert scores["e2e_f1"] >= attributed, scores


def _news_quote(quote: mr.Quote) -> dict[str, Any]:
    """Give a quote as the scorer of news wants it."""
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "speaker": quote.speaker.name if quote.speaker else None,
        "speaker_span": [quote.attribution.start, quote.attribution.end] if quote.attribution else None,
    }


def test_the_events_of_the_page_on_mali(corpus: Path) -> None:
    scores, _ = _scored(corpus, "mali")
    assert scores["events"]["f1"] >= 0.89
    assert scores["events_with_slots"]["f1"] >= 0.79


def test_the_events_of_other_listings_pooled(corpus: Path) -> None:
    results = [_scored(corpus, name)[0] for name in LISTINGS]
    assert _pooled(results, "events") >= 0.80
    assert _pooled(results, "events_with_slots") >= 0.68


def test_the_events_of_an_annual_report(corpus: Path) -> None:
    scores, _ = _scored(corpus, "chad-niger-2012")
    assert scores["events"]["f1"] >= 0.87
    assert scores["events_with_slots"]["f1"] >= 0.75


def test_the_events_of_french_statements_pooled(corpus: Path) -> None:
    names = sorted(path.name.removesuffix(".gold.json") for path in corpus.glob("fr-*.gold.json"))
    assert names
    results = [_scored(corpus, name)[0] for name in names]
    assert _pooled(results, "events") >= 0.95
    assert _pooled(results, "events_with_slots") >= 0.85
