"""Dates in prose: found by their words, and never more exact than the words are."""

from malirights.find.dates.finder import find_dates

__all__ = ["find_dates"]
