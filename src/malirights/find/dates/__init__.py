"""Dates in prose: found by their words, resolved against the date of the text, never more exact than the words are."""

from malirights.find.dates.finder import find_dates

__all__ = ["find_dates"]
