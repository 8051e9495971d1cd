"""Floors for the dates on texts with gold annotation, which stand outside the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from malirights.find.dates import find_dates


def f1(hits: int, predicted: int, wanted: int) -> float:
    return 2 * hits / (predicted + wanted)


def test_news_dates(corpus: Path) -> None:
    wanted = predicted = touched = equal = right = 0
    for line in (corpus / "news-dates-dev.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        targets = [time for time in document["timexes"] if time["type"] == "DATE" and time["interval"]]
        others = [time for time in document["timexes"] if time not in targets]
        wanted += len(targets)
        for found in find_dates(document["text"], anchor=document["date"][:10]):
            assert found.span is not None
            start, end = found.span.start, found.span.end
            hits = [time for time in targets if time["start"] < end and start < time["end"]]
            if hits or not any(time["start"] < end and start < time["end"] for time in others):
                predicted += 1
            for time in hits[:1]:
                touched += 1
                equal += (start, end) == (time["start"], time["end"])
                right += [found.earliest.isoformat(), found.latest.isoformat()] == time["interval"]
    assert f1(touched, predicted, wanted) >= 0.97
    assert f1(equal, predicted, wanted) >= 0.93
    assert f1(right, predicted, wanted) >= 0.88


def spans_of(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give one event for every place where the gold says when."""
    return list({tuple(event["when_span"]): event for event in events if event.get("when_span")}.values())


def test_every_date_of_the_page_on_mali(corpus: Path) -> None:
    page = (corpus / "mali.txt").read_bytes().decode("utf-8")
    annotation = json.loads((corpus / "mali.gold.json").read_text(encoding="utf-8"))
    for event in spans_of(annotation["events"]):
        statement = annotation["statements"][event["statement"]]
        start, end = (offset - statement["start"] for offset in event["when_span"])
        text = page[statement["start"] : statement["end"]]
        accepted = [event["when"], *event.get("accept", {}).get("when", [])]
        values = [
            [value.earliest.isoformat(), value.latest.isoformat()]
            for found in find_dates(text, anchor=statement["date"])
            if found.span and found.span.start < end and start < found.span.end
            for value in (found, found.meant)
        ]
        assert any(value in accepted for value in values), (text[start:end], values)
