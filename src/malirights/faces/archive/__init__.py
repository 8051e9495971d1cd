"""An archive: statements kept in one SQLite file, each version of each text, to be searched and asked like pages."""

from malirights.faces.archive.adding import Addition
from malirights.faces.archive.archive import Archive
from malirights.faces.archive.hits import Hit

__all__ = ["Addition", "Archive", "Hit"]
