"""The forms of verbs, spelled out or made after a pattern, both as the lexicon writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

__all__ = ["VerbForms"]

_FORMS = ("base", "finite", "ing", "past", "participle")
_NONE = "-"


class VerbForms:
    """How one language writes its verbs.

    A verb is written as its forms in the order of the language, parted by spaces: "kill kills killing killed", where a
    participle like the past is left out. A language that has an order of its own (class `forms`) parts the ways to write one
    form by "/", its words by "_", and writes "-" where there is none; and a verb of one form there goes after a pattern (class
    `paradigms`), the longest that it fits. What must follow stands after " + ".
    """

    def __init__(self, table: Mapping[str, Mapping[str, Any]]) -> None:
        """Read the order of the forms and the patterns from the words around acts."""
        self._order: Sequence[str] = table.get("forms", {}).get("words", ())
        paradigms: Mapping[str, str] = table.get("paradigms", {}).get("values", {})
        longest_first = sorted(paradigms.items(), key=lambda item: len(item[0]), reverse=True)
        self._paradigms = [(*pattern.partition("*")[::2], forms) for pattern, forms in longest_first]

    def forms(self, verb: str) -> Iterator[tuple[str, frozenset[str], str]]:
        """Go through the forms of a verb: the words, what forms they can be, and what must follow.

        Args:
            verb: A verb as the lexicon writes it.
        """
        written, _, tail = verb.partition(" + ")
        found: dict[str, set[str]] = {}
        for form, words in self._spelled(written) if self._order else _plain(written):
            found.setdefault(words, set()).add(form)
        tails = [" ".join(ways) for ways in product(*(word.split("/") for word in tail.split()))]
        for words, names in found.items():
            for following in tails:
                yield words, frozenset(names), following

    def phrases(self, verb: str) -> Iterator[str]:
        """Go through the forms of a verb, each with what must follow."""
        return (f"{words} {tail}".strip() for words, _, tail in self.forms(verb))

    def _spelled(self, verb: str) -> Iterator[tuple[str, str]]:
        """Part the forms of a verb, made after a pattern where only one is written."""
        for form, ways in zip(self._order, (self._made(verb) if " " not in verb else verb).split(), strict=False):
            for way in ways.split("/"):
                if way != _NONE:
                    yield form, way.replace("_", " ")

    def _made(self, verb: str) -> str:
        """Make the forms of a verb after the longest pattern that it fits."""
        for before, after, forms in self._paradigms:
            if verb.startswith(before) and verb.endswith(after) and len(verb) >= len(before) + len(after):
                return forms.replace("*", verb[len(before) : len(verb) - len(after)])
        return verb


def _plain(verb: str) -> Iterator[tuple[str, str]]:
    """Part four or five forms of as many words each."""
    words = verb.split()
    size = len(words) // (len(_FORMS) if len(words) % len(_FORMS) == 0 and len(words) % 4 else 4)
    written = [" ".join(words[start : start + size]) for start in range(0, len(words), size)]
    return zip(_FORMS, [*written, *written[-1:]], strict=False)
