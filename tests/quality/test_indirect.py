"""Floors for indirect speech on a hundred sentences of news, whose text stays outside the repository.

`indirect.jsonl` has a line for each sentence, drawn with a seed from those of `news-quotes-train.jsonl` that have a verb of
speech, or "according to", outside quotation marks: the first digits of the SHA-256 of the document's text, where the sentence
stands in it, and under "said" what is told there as somebody's words: the spans that are right, and where the speaker is named.
What may be read either way is under "optional", and counts for nothing. The sentences were labelled before the
finder was run; one span that was cut short by mistake was set right afterwards.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import malirights as mr

LABELS = Path(__file__).with_name("indirect.jsonl")
OVERLAP = 0.8

Stretch = tuple[int, int]


def _overlap(one: Stretch, other: Stretch) -> float:
    """Give the share of two stretches that both have, as the scorer of quotes does."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _covers(said: dict[str, Any], span: Stretch) -> bool:
    """Say whether a span is one of those that are right."""
    return any(_overlap(span, tuple(right)) >= OVERLAP for right in said["spans"])


def _names(said: dict[str, Any], quote: mr.Quote) -> bool:
    """Say whether a quote is attributed by the words that name its speaker."""
    start, end = said["speaker"]
    return quote.attribution is not None and quote.attribution.start < end and start < quote.attribution.end


def test_precision_and_recall_of_indirect_speech(corpus: Path) -> None:
    lines = (corpus / "news-quotes-train.jsonl").read_text("utf-8").splitlines()
    texts = {hashlib.sha256(text.encode()).hexdigest()[:12]: text for text in (json.loads(line)["text"] for line in lines)}
    labelled = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    assert len(labelled) == 100
    quotes = {
        document: [quote for quote in mr.find_quotes(texts[document], indirect=True) if not quote.direct]
        for document in {one["document"] for one in labelled}
    }
    found = right = wanted = 0
    wrong = []
    for one in labelled:
        start, end = one["sentence"]
        wanted += len(one["said"])
        for quote in (quote for quote in quotes[one["document"]] if start <= quote.span.start < end):
            span = quote.span.start, quote.span.end
            if any(_covers(said, span) for said in one["optional"]):
                continue
            found += 1
            if any(_covers(said, span) and _names(said, quote) for said in one["said"]):
                right += 1
            else:
                wrong.append((one["document"], span))
    assert right / found >= 0.85, wrong
    assert right / wanted >= 0.80, (right, wanted)
