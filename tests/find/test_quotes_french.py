"""French quotes."""

from __future__ import annotations

import pytest

import malirights as mr

OPENING = "La cour de Velmora siège sur la pluie dans les villages.\n\n"

NAMED = [
    ("« Il a plu neuf jours », a déclaré Ada Moru.", "Ada Moru", None, "déclaré", "after"),
    ("« Il a plu neuf jours », déclare Ada Moru.", "Ada Moru", None, "déclare", "after"),
    ("« Il a plu neuf jours », a déclaré Ada Moru, avocate à Velmora.", "Ada Moru", "avocate à Velmora", "déclaré", "after"),
    (
        "« Il a plu neuf jours », dit Ada Moru, directrice de la Ligue de Zanara.",
        "Ada Moru",
        "directrice de la Ligue de Zanara",
        "dit",
        "after",
    ),
    ("« Il a plu neuf jours », déclare l’avocate Ada Moru.", "Ada Moru", "avocate", "déclare", "after"),
    (
        "« Il a plu neuf jours », affirme Me Ada Moru, avocate des familles.",
        "Ada Moru",
        "avocate des familles",
        "affirme",
        "after",
    ),
    ("« Il a plu neuf jours », a dit Mme Moru.", "Moru", None, "dit", "after"),
    ("« Il a plu neuf jours », a dit M. Moru.", "Moru", None, "dit", "after"),
    ("« Il a plu neuf jours », a déclaré le président Paul de Winter.", "Paul de Winter", None, "déclaré", "after"),
    ("« Il a plu neuf jours », a déclaré Ada Moru, qui dirige la Ligue.", "Ada Moru", None, "déclaré", "after"),
    ("« Il a plu neuf jours », a déclaré Ada Moru, citée par la radio.", "Ada Moru", None, "déclaré", "after"),
    ("« Il a plu neuf jours », a ensuite déclaré Ada Moru.", "Ada Moru", None, "déclaré", "after"),
    ("« Il a plu neuf jours », a déclaré pour sa part Ada Moru.", "Ada Moru", None, "déclaré", "after"),
    ("« Il a plu neuf jours », a tenu à préciser Ada Moru.", "Ada Moru", None, "préciser", "after"),
    ("« Il a plu neuf jours », s’indigne Ada Moru.", "Ada Moru", None, "indigne", "after"),
    ("« Pourquoi personne ne nous a prévenus ? » demande Ada Moru.", "Ada Moru", None, "demande", "after"),
    ("« Dites-nous la vérité ! », réclame Ada Moru.", "Ada Moru", None, "réclame", "after"),
    ("“Il a plu neuf jours”, a déclaré Ada Moru.", "Ada Moru", None, "déclaré", "after"),
    ('"Il a plu neuf jours", a déclaré Ada Moru.', "Ada Moru", None, "déclaré", "after"),
    ("«Il a plu neuf jours», a déclaré Ada Moru.", "Ada Moru", None, "déclaré", "after"),
    ("«\xa0Il a plu neuf jours\xa0», a déclaré Ada Moru.", "Ada Moru", None, "déclaré", "after"),
    ("«\u202fIl a plu neuf jours\u202f», a déclaré Ada Moru.", "Ada Moru", None, "déclaré", "after"),
    ("« Il a plu neuf jours », alerte ce mardi Ada Moru.", "Ada Moru", None, "alerte", "after"),
    ("« Il a plu neuf jours », a déclaré à la presse Ada Moru.", "Ada Moru", None, "déclaré", "after"),
    ("« Il a plu neuf jours », a déclaré à RFI Ada Moru.", "Ada Moru", None, "déclaré", "after"),
    ("« Il a plu neuf jours », a dit Ada Moru à la presse.", "Ada Moru", None, "dit", "after"),
    ("« Il a plu neuf jours », a poursuivi Ada Moru.", "Ada Moru", None, "poursuivi", "after"),
    ("« Il a plu neuf jours », selon Ada Moru.", "Ada Moru", None, "selon", "source"),
    ("« Il a plu neuf jours » (Ada Moru, avocate)", "Ada Moru", "avocate", None, "signature"),
    ("Ada Moru a déclaré : « Il a plu neuf jours. »", "Ada Moru", None, "déclaré", "before"),
    ("Ada Moru, qui loge à Orvel, s’est dite soulagée : « Il a plu neuf jours. »", "Ada Moru", None, "dite", "before"),
    ("Ada Moru s’est dite très inquiète : « Il a plu neuf jours. »", "Ada Moru", None, "inquiète", "before"),
    ("« Il a plu neuf jours », s’est dite soulagée Ada Moru.", "Ada Moru", None, "dite", "after"),
    (
        "Ada Moru, avocate à Velmora, a expliqué : « Il a plu neuf jours. »",
        "Ada Moru",
        "avocate à Velmora",
        "expliqué",
        "before",
    ),
    (
        "La directrice de la Ligue de Zanara, Ada Moru, a dit : « Il a plu neuf jours. »",
        "Ada Moru",
        "directrice de la Ligue de Zanara",
        "dit",
        "before",
    ),
    ("La loi, a déclaré Ada Moru, « est une honte pour tous les villages ».", "Ada Moru", None, "déclaré", "before"),
    ("Et Ada Moru d’ajouter : « Il a plu neuf jours. »", "Ada Moru", None, "ajouter", "before"),
    ("Ada Moru : « Il a plu neuf jours. »", "Ada Moru", None, None, "transcript"),
    ("Ada Moru a déclaré :\n\n« Il a plu neuf jours. »", "Ada Moru", None, "déclaré", "lead-in"),
]

PARTIAL = [
    ("Ada Moru explique que « la pluie n’a pas cessé depuis neuf jours ».", "Ada Moru", "explique", "woven"),
    ("Ada Moru parle d’une « pluie que personne n’avait demandée ».", "Ada Moru", "parle", "woven"),
    ("Ada Moru dénonce « une pluie que personne n’avait demandée ».", "Ada Moru", "dénonce", "woven"),
    ("Ada Moru parle d’« une pluie que personne n’avait demandée ».", "Ada Moru", "parle", "woven"),
    ("Ada Moru parle d’“une pluie que personne n’avait demandée”.", "Ada Moru", "parle", "woven"),
    ("Ada Moru parle d'\"une pluie que personne n'avait demandée\".", "Ada Moru", "parle", "woven"),
    ("Le ministre de la Pluie, lui, a parlé d’« une pluie ordinaire ».", "ministre de la Pluie", "parlé", "woven"),
    ("La lettre vise « un tribunal qui cache neuf jours de pluie ».", "lettre", None, "subject"),
    ("Selon Ada Moru, « il a plu neuf jours ».", "Ada Moru", "Selon", "source"),
    ("D’après Ada Moru, avocate, « il a plu neuf jours ».", "Ada Moru", "D’après", "source"),
    ("Pour Ada Moru, « il a plu neuf jours ».", "Ada Moru", "Pour", "source"),
    ("Pour Ada Moru, avocate, « il a plu neuf jours ».", "Ada Moru", "Pour", "source"),
]

OTHERS = [
    ("« Il a plu neuf jours », souligne la Ligue de Zanara.", "Ligue de Zanara", "organisation"),
    ("« Il a plu neuf jours », a indiqué le ministère de la Pluie dans un message.", "ministère de la Pluie", "organisation"),
    ("« Il a plu neuf jours », a déclaré le porte-parole du gouvernement.", "porte-parole du gouvernement", "unnamed"),
    ("« Il a plu neuf jours », raconte une habitante de Velmora.", "habitante de Velmora", "unnamed"),
    ("« Il a plu neuf jours », témoigne un berger.", "berger", "unnamed"),
    ("« Il a plu neuf jours », témoigne au téléphone un berger.", "berger", "unnamed"),
    ("« Il a plu neuf jours », a déclaré à la radio un berger.", "berger", "unnamed"),
    ("La loi, a déclaré à la radio un berger, « est une honte pour nous tous ».", "berger", "unnamed"),
]

MEANT = [
    ("Mandatée par la Ligue, Ada Moru a assisté au procès. « Je n’ai vu aucun témoin », rapporte-t-elle.", ["Ada Moru"]),
    ("Ada Moru est avocate. « Il a plu neuf jours », a-t-elle dit.", ["Ada Moru"]),
    ("Ada Moru est avocate. « Il a plu neuf jours », dit-elle.", ["Ada Moru"]),
    ("Ada Moru est avocate. « Il a plu neuf jours », ajoute-t-elle.", ["Ada Moru"]),
    ("« Il a plu neuf jours », a dit Ada Moru. Elle a ajouté : « Personne ne vient. »", ["Ada Moru"] * 2),
    ("« Il a plu », explique Ada Moru, « pendant neuf jours ».", ["Ada Moru"] * 2),
    ("« Il a plu neuf jours », a déclaré Ada Moru. « Personne ne nous a prévenus. »", ["Ada Moru"] * 2),
    ("« Il a plu neuf jours », a déclaré Ada Moru.\n\n« Personne ne nous a prévenus. »", ["Ada Moru"] * 2),
    ("« La pluie n’est pas finie, et les familles attendent une réponse. »", [None]),
]

NO_QUOTES = [
    "La « taxe de pluie » est levée.",
    "Il était détenu en vertu de la loi « sur la pluie de Zanara ».",
    "Elle est poursuivie pour « atteinte à la sûreté de la pluie ».",
    "Le rapport intitulé « Neuf jours sous la pluie » est paru.",
    "Intitulé « Ils nous tiraient dessus comme sur des lapins », ce document s’appuie sur neuf récits.",
    "Le film « Il pleut sur Velmora » est primé.",
    "Paul « la Pluie » de Winter est libre.",
    "L’avocate d’Ada Moru n’a pas parlé aujourd’hui.",
]


@pytest.mark.parametrize(("sentence", "name", "role", "cue", "rule"), NAMED)
def test_a_french_quote_of_a_person(sentence: str, name: str, role: str | None, cue: str | None, rule: str) -> None:
    (quote,) = mr.find_quotes(OPENING + sentence)
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.kind) == (name, role, "person")
    assert (quote.cue, quote.rule, quote.partial) == (cue, rule, False)


@pytest.mark.parametrize(("sentence", "name", "cue", "rule"), PARTIAL)
def test_a_french_quote_woven_into_a_sentence(sentence: str, name: str, cue: str, rule: str) -> None:
    (quote,) = mr.find_quotes(OPENING + sentence)
    assert quote.speaker
    assert (quote.speaker.name, quote.cue, quote.rule) == (name, cue, rule)
    assert quote.partial or rule == "source"


@pytest.mark.parametrize(("sentence", "name", "kind"), OTHERS)
def test_a_french_quote_of_another_speaker(sentence: str, name: str, kind: str) -> None:
    (quote,) = mr.find_quotes(OPENING + sentence)
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.kind) == (name, None, kind)


@pytest.mark.parametrize(("text", "names"), MEANT)
def test_whom_french_quotes_mean(text: str, names: list[str | None]) -> None:
    found = [quote.speaker for quote in mr.find_quotes(OPENING + text)]
    assert [speaker and speaker.name for speaker in found] == names


@pytest.mark.parametrize("text", NO_QUOTES)
def test_french_names_of_things_are_no_quotes(text: str) -> None:
    assert mr.find_quotes(OPENING + text) == ()


def test_one_french_sentence_alone_is_read_as_french() -> None:
    (quote,) = mr.find_quotes("« Il a plu neuf jours », a déclaré Ada Moru, avocate à Velmora.")
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.role) == ("Ada Moru", "avocate à Velmora")
