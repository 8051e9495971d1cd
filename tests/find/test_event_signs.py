"""Passing over the words that decide nothing: whoever looks at every word finds the same events."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights.find.events.words import event_words

DATE = "2016-05-04"
PASSING = (
    "clause", "verbs", "complements", "light", "owning", "agents", "parting", "bounds", "status", "counts", "phrase",
)  # fmt: skip


class _Everything(frozenset[str]):
    """A set that holds every word."""

    def __contains__(self, _: object) -> bool:
        return True

    def isdisjoint(self, _: Iterable[object], /) -> bool:
        return False


def _looking_at_every_word() -> mr.Lexicon:
    lexicon = mr.Lexicon(mr.Lexicon.default().tables)
    for language in ("en", "fr"):
        words = event_words(lexicon, language)
        assert words
        for name in PASSING:
            assert getattr(words.signs, name)
            setattr(words.signs, name, _Everything())
    return lexicon


EVERY_WORD = _looking_at_every_word()

ENGLISH = (
    "soldiers", "bakers", "women and boys", "Ada Moru", "the mayor", "were", "has been", "killed", "killing", "attack on",
    "of", "by", "in Orvel", "the", "at least nine", "more than 30", "dozens of", "two hundred and nine", "and", ",", ".", ";",
    "“", "”", "(", ")", "who", "that", "must not", "will", "allegedly", "is accused of", "denied", "planned to", "today",
    "in May 2012", "arrested", "charged with", "said", "they", "them", "his", "their", "’s", "as", "when", "including",
    "carried out", "aged 13", "handed over to", "fled", "violence", "no", "between 13 and 17", "almost daily",
)  # fmt: skip
FRENCH = (
    "des soldats", "neuf boulangers", "Ada Moru", "la mairesse", "ont été", "a", "tué", "tués", "tuerie", "l’attaque", "de",
    "par", "à Orvel", "les", "au moins neuf", "une dizaine de", "et", ",", ".", "«", "»", "qui", "dont", "doit", "ne", "pas",
    "aurait", "accusés de", "nie", "lundi", "en mai 2012", "arrêtés", "arrêtant", "condamné pour", "a dit", "ils", "les", "son",
    "lorsque", "notamment", "fuient", "violemment", "aucun", "entre 13 et 17 ans", "âgée de 13 ans", "vise à", "d’",
)  # fmt: skip
TEXTS = st.one_of(*(st.lists(st.sampled_from(pieces), min_size=4, max_size=40).map(" ".join) for pieces in (ENGLISH, FRENCH)))


@given(TEXTS, st.sampled_from(["en", "fr"]))
def test_words_passed_over_decide_nothing(text: str, language: str) -> None:
    found = mr.find_events(text, date=DATE, language=language)
    assert found == mr.find_events(text, date=DATE, language=language, lexicon=EVERY_WORD)
