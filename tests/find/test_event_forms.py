"""The forms of verbs: spelled out, made after a pattern, and with what must follow."""

from __future__ import annotations

import pytest

from malirights.find.events.forms import VerbForms

PLAIN = VerbForms({})
PATTERNED = VerbForms(
    {
        "forms": {"words": ["infinitive", "finite", "ing", "past", "participle"]},
        "paradigms": {
            "values": {
                "*er": "*er *e/*ent *ant *a *é/*ée",
                "*ger": "*ger *ge/*gent *geant *gea *gé/*gée",
                "s'*er": "s'*er s'*e s'*ant s'*a/s'est_*é -",
            }
        },
    }
)


def _written(forms: VerbForms, verb: str) -> dict[str, set[str]]:
    return {f"{words} {tail}".strip(): set(names) for words, names, tail in forms.forms(verb)}


@pytest.mark.parametrize(
    ("verb", "written"),
    [
        (
            "kill kills killing killed",
            {"kill": {"base"}, "kills": {"finite"}, "killing": {"ing"}, "killed": {"past", "participle"}},
        ),
        (
            "beat beats beating beat beaten",
            {"beat": {"base", "past"}, "beats": {"finite"}, "beating": {"ing"}, "beaten": {"participle"}},
        ),
        (
            "go goes going went gone + off",
            {
                f"{form} off": {name}
                for form, name in zip(
                    ("go", "goes", "going", "went", "gone"), ("base", "finite", "ing", "past", "participle"), strict=True
                )
            },
        ),
    ],
)
def test_reads_forms_written_in_a_row(verb: str, written: dict[str, set[str]]) -> None:
    assert _written(PLAIN, verb) == written


@pytest.mark.parametrize(
    ("verb", "some"),
    [
        ("tuer", {"tuer": {"infinitive"}, "tue": {"finite"}, "tuent": {"finite"}, "tuée": {"participle"}}),
        ("héberger", {"hébergeant": {"ing"}, "hébergea": {"past"}}),
        ("s'emparer + de/du", {"s'est emparé de": {"past"}, "s'est emparé du": {"past"}, "s'empare du": {"finite"}}),
        ("fuir fuit/fuient - - fui", {"fuir": {"infinitive"}, "fuient": {"finite"}, "fui": {"participle"}}),
    ],
)
def test_makes_forms_after_the_longest_pattern(verb: str, some: dict[str, set[str]]) -> None:
    written = _written(PATTERNED, verb)
    assert {words: written.get(words) for words in some} == some
    assert "-" not in written


def test_a_verb_of_no_pattern_is_its_own_form() -> None:
    assert _written(PATTERNED, "courir") == {"courir": {"infinitive"}}


def test_gives_phrases() -> None:
    assert {"s'empare de", "s'est emparé de"} <= set(PATTERNED.phrases("s'emparer + de"))
