"""Voices and roles: what they show, and what they refuse."""

# What is given here is of the wrong type on purpose.

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pytest

import malirights as mr
from malirights import Quote, Role, Span, Voice

MAY, JUNE = dt.date(2012, 5, 3), dt.date(2013, 6, 14)
VOICE: dict[str, Any] = {"name": "Ada Moru", "kind": "person", "dates": (MAY, JUNE)}


def test_shows_the_name_the_number_of_quotes_and_the_time() -> None:
    quote = Quote(text="rain", span=Span(0, 4))
    assert repr(Voice(**VOICE)) == "Voice('Ada Moru', 0 quotes, 2012-05-03 to 2013-06-14)"
    assert repr(Voice(**VOICE | {"quotes": (quote,), "dates": (MAY,)})) == "Voice('Ada Moru', 1 quote, 2012-05-03)"
    assert repr(Role(text="lawyer", dates=(MAY,))) == "Role('lawyer', 2012-05-03)"


def test_is_a_record() -> None:
    voice = Voice(**VOICE, roles=(Role(text="lawyer", dates=(MAY,)),))
    assert pickle.loads(pickle.dumps(voice)) == voice  # noqa: S301 - our own
    assert len({voice, voice}) == 1
    assert (voice.first, voice.last, voice.roles[0].first, voice.roles[0].last) == (MAY, JUNE, MAY, MAY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": None},
        {"kind": "ghost"},
        {"kind": ["person"]},
        {"dates": ()},
        {"dates": (JUNE, MAY)},
        {"dates": (MAY, MAY)},
        {"dates": [MAY]},
        {"dates": ("2012-05-03",)},
        {"quotes": ["rain"]},
        {"spellings": "Ada"},
        {"roles": ("lawyer",)},
        {"organisations": (None,)},
        {"may_be": ("Ada", 3)},
    ],
)
def test_refuses_what_cannot_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(mr.MalirightsError):
        Voice(**VOICE | wrong)


@pytest.mark.parametrize("wrong", [{"text": " "}, {"text": None}, {"dates": ()}, {"dates": (JUNE, MAY)}])
def test_a_role_refuses_what_cannot_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(mr.MalirightsError):
        Role(**{"text": "lawyer", "dates": (MAY,)} | wrong)
