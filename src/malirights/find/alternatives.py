"""One regular expression for any of some words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["alternatives"]

_NEVER = r"(?!)"


def alternatives(words: Iterable[str]) -> str:
    """Give an expression for any of the words, the longest first, as a tree of their common beginnings.

    Without words it is one that nothing matches.

    Examples:
        >>> alternatives(["say", "said", "says"])
        'sa(?:id|y(?:s)?)'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(tree) or _NEVER


def _branches(node: Mapping[str, Any]) -> str:
    """Write one node of the tree of beginnings."""
    below = [re.escape(char).replace("\\ ", " ") + _branches(rest) for char, rest in sorted(node.items()) if char]
    if not below:
        return ""
    joined = below[0] if len(below) == 1 and "" not in node else f"(?:{'|'.join(below)})"
    return joined + "?" if "" in node else joined
