"""One expression for some words: it takes each of them whole, and nothing else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from malirights.find.alternatives import alternatives

WORDS = st.lists(st.text("abc. -", min_size=1, max_size=5), max_size=8)


@given(WORDS, st.text("abc. -", max_size=5))
def test_takes_the_words_and_no_other(words: list[str], other: str) -> None:
    pattern = re.compile(alternatives(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert bool(pattern.fullmatch(other)) == (other in words)


@given(WORDS, st.text("abc. -", max_size=8))
def test_prefers_the_longest(words: list[str], text: str) -> None:
    found = re.match(alternatives(words), text)
    assert (found[0] if found else None) == max(filter(text.startswith, words), key=len, default=None)
