"""Whom a pronoun or a short form beside a quote means: by gender, number, office and kind, and what is left open."""

from __future__ import annotations

import pytest

import malirights as mr

FRENCH = "Ce que la cour a dit des familles et de la ville.\n\n"
QUOTE = "“It rained for nine days,”"

BY_GENDER = [
    (f"Paul Orvel left. Ada Moru is a judge. {QUOTE} he said.", "Paul Orvel"),
    (f"Paul Orvel left. Ada Moru is a judge. {QUOTE} she said.", "Ada Moru"),
    (f"Ada Moru met Paul Orvel. {QUOTE} he said.", "Paul Orvel"),
    (f"Mr Karn left the court. Ms Lund stayed. {QUOTE} he said.", "Karn"),
    (f"Ms Karn left the court. Mr. Lund stayed. {QUOTE} she said.", "Karn"),
    (f"Zed Karn, a spokeswoman, left. Zed Lund, a spokesman, stayed. {QUOTE} she said.", "Zed Karn"),
    (f"His wife left. His uncle stayed. {QUOTE} she said.", "wife"),
    ("“We wait,” said Ada Moru. “Nobody came here,” said Paul Orvel. “It rained,” she said.", "Ada Moru"),
    (f"Zed Karn is a judge. {QUOTE} she said.", "Zed Karn"),
    (f"Paul Orvel stayed in Velmora. Zed Karn, the lawyer of his wife, left. {QUOTE} he said.", "Zed Karn"),
    (FRENCH + "Paul Orvel est parti. Ada Moru est juge. « Il a plu neuf jours », dit-il.", "Paul Orvel"),
    (FRENCH + "Mme Karn est là. M. Lund est parti. « Il a plu neuf jours », a-t-elle dit.", "Karn"),
]

BY_NUMBER = [
    (f"The villagers left. Ada Moru stayed. {QUOTE} they said.", "villagers"),
    (f"Paul Orvel stayed. The villagers left. {QUOTE} he said.", "Paul Orvel"),
    (f"Ada Moru left. {QUOTE} they said.", "they"),
]

BY_OFFICE = [
    ("“It rained here,” said Ada Moru, the rain minister. “We wait for it,” the minister said.", "Ada Moru"),
    ("Rain Minister Ada Moru left. “We wait for it,” the minister said.", "Ada Moru"),
    ("Rain Minister Ada Moru met Paul Orvel, the mill minister. “We wait for it,” the mill minister said.", "Paul Orvel"),
    ("Rain Minister Ada Moru left. “We wait for it,” a minister said.", "minister"),
    ("“We wait for it,” the minister said. Rain Minister Ada Moru left.", "minister"),
    ("Rain Minister Ada Moru left. “We wait for it,” the minister’s aide said.", "minister's aide"),
    ("Rain Minister Ada Moru left. “We wait for it,” the mill minister said.", "mill minister"),
    (FRENCH + "Ada Moru, directrice de la Ligue, est là. « Nous attendons », dit la directrice.", "Ada Moru"),
    (FRENCH + "La directrice Ada Moru est là. « Nous attendons », a ajouté la directrice.", "Ada Moru"),
]

BY_KIND = [
    ("“It rained,” said Ada Moru of Zanara Rights Watch. “We wait for it,” the group said.", "Zanara Rights Watch"),
    ("“It rained,” Zanara Rights Watch said. “We wait for it,” the organization said.", "Zanara Rights Watch"),
    ("The Supreme Court of Zanara sat. “We wait for it,” the court said.", "Supreme Court of Zanara"),
    ("The St. Ada City Council met on Monday. “We wait for it,” the council said.", "St. Ada City Council"),
    ("The court sat. “We wait for it,” the court said.", "court"),
    (
        FRENCH
        + "« Il a plu ici », dit Ada Moru, directrice de la Ligue de Zanara. « Nous attendons », a ajouté l’organisation.",
        "Ligue de Zanara",
    ),
    (FRENCH + "« Il a plu ici », a dit la Ligue de Zanara. « Nous attendons », a ajouté l’ONG.", "Ligue de Zanara"),
]

OPEN = [
    (
        "Rain Minister Ada Moru met Paul Orvel, the mill minister. “We wait for it,” the minister said.",
        "minister",
        ("Ada Moru", "Paul Orvel"),
    ),
    (
        "“Rain,” said Ada Moru of Zanara Rights Watch. “No,” said Paul Orvel of Velmora Mill Watch. “We wait,” the group said.",
        "group",
        ("Zanara Rights Watch", "Velmora Mill Watch"),
    ),
    (
        "Four men stopped the car of Ada Moru and the bike of Zoé Karn.\n\n“There were four of them” she said.",
        "she",
        ("Ada Moru", "Zoé Karn"),
    ),
    (
        "The Supreme Court of Zanara and the Rain Court of Orvel sat. “We wait for it,” the court said.",
        "court",
        ("Supreme Court of Zanara", "Rain Court of Orvel"),
    ),
]


def _last(text: str) -> mr.Speaker:
    """Give the speaker of the last quote of a text."""
    speaker = mr.find_quotes(text)[-1].speaker
    assert speaker
    return speaker


@pytest.mark.parametrize(("text", "name"), [*BY_GENDER, *BY_NUMBER, *BY_OFFICE, *BY_KIND])
def test_means_the_one_who_fits(text: str, name: str) -> None:
    speaker = _last(text)
    assert (speaker.name.replace("’", "'"), speaker.may_be) == (name, ())


@pytest.mark.parametrize(("text", "mention", "names"), OPEN)
def test_stays_itself_where_several_fit_and_says_so(text: str, mention: str, names: tuple[str, ...]) -> None:
    speaker = _last(text)
    assert (speaker.name, speaker.mention, speaker.may_be) == (mention, mention, names)
    assert mr.from_dict(mr.to_dict(speaker)) == speaker


def test_the_short_form_of_a_person_is_the_role() -> None:
    text = "Rain Minister Ada Moru left. “We wait for it,” the minister said."
    speaker = _last(text)
    assert (speaker.kind, speaker.mention, speaker.role) == ("person", "minister", "minister")
    assert speaker.role_span
    assert speaker.role_span.of(text) == "minister"
    assert speaker.name_span
    assert speaker.name_span.of(text) == "Ada Moru"


def test_each_pronoun_is_resolved_for_itself() -> None:
    text = f"Paul Orvel left. {QUOTE} he said.\n\nYao Lund stayed in Orvel. {QUOTE} he said."
    assert [quote.speaker and quote.speaker.name for quote in mr.find_quotes(text)] == ["Paul Orvel", "Yao Lund"]


def test_a_capital_pronoun_after_a_cry_begins_another_sentence() -> None:
    (quote,) = mr.find_quotes("Paul Orvel greeted Ada Moru and told her, “You are wet!” She replied that it had rained.")
    assert quote.speaker
    assert quote.speaker.name == "Paul Orvel"


def test_whom_it_may_be_is_a_tuple_of_names() -> None:
    for wrong in (["Ada Moru"], ("Ada Moru", 3), "Ada Moru"):
        with pytest.raises(mr.MalirightsError):
            mr.Speaker(name="she", mention="she", kind="unnamed", may_be=wrong)  # type: ignore[arg-type]
