"""The report: one page for a browser that shows what statements tell, and the words that prove it."""

from malirights.faces.report.page import report

__all__ = ["report"]
