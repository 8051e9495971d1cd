"""French dates, in sentences written for this test: the brackets mark what is found, all of it and no more.

The anchor is Wednesday 15 May 2013. Towns and people are invented.
"""

from __future__ import annotations

import re

import pytest

from malirights.find.dates import find_dates

ANCHOR = "2013-05-15"

FULL = [
    ("Le pont d'Orvel a ouvert le [11 décembre 2018].", "2018-12-11"),
    ("Le pont a ouvert le [1er juin 2012].", "2012-06-01"),
    ("Le pont a ouvert le [premier mai 1998].", "1998-05-01"),
    ("Le pont a ouvert [mardi 11 décembre 2018].", "2018-12-11"),
    ("Le pont a ouvert le [mardi 11 décembre 2018].", "2018-12-11"),
    ("Le pont a ouvert le [3 févr. 2012].", "2012-02-03"),
    ("Le pont a ouvert le [03 AOÛT 2012].", "2012-08-03"),
    ("Le pont a ouvert le [3 aout 2012].", "2012-08-03"),
    ("Le pont a ouvert le [5 mai dernier].", "2013-05-05"),
    ("Le pont a ouvert le [22 mars].", "2013-03-22"),
    ("Le pont a ouvert le [28 novembre].", "2012-11-28"),
    ("Le pont ouvrira le [3 juin].", "2013-06-03"),
    ("Le pont ouvrira le [12 janvier prochain].", "2014-01-12"),
    ("Le pont a ouvert [vers le 12 mars].", "2013-03-12~"),
    ("L'accord du [5 mai 2012] a vécu.", "2012-05-05"),
    ("Déposé le [13/05/2012] au greffe.", "2012-05-13"),
    ("Déposé le [2012-05-03] au greffe.", "2012-05-03"),
    ("Déposé le [27.10.89] au greffe.", "1989-10-27"),
    ("Orvel, le [4 mai 2013] – Le conseil s'est réuni.", "2013-05-04"),
    ("Il est né le [29 février 1992].", "1992-02-29"),
    ("Il est né le [9 octobre de l'année dernière].", "2012-10-09"),
    ("Déposé le [2013/06/12] au greffe.", "2013-06-12"),
    ("Déposé le [3-mai-2012] au greffe.", "2012-05-03"),
    ("Il habite l'avenue du [5 juillet 2012].", "2012-07-05"),
]

MONTHS = [
    ("La digue a cédé en [mars 2012].", "2012-03"),
    ("La digue a cédé en [mars].", "2013-03"),
    ("Il a plu en [mai-juin 2012].", "2012-05-01/2012-06-30"),
    ("Il a plu en [janv.-févr. 2013].", "2013-01-01/2013-02-28"),
    ("La digue a cédé en [novembre].", "2012-11"),
    ("La digue a cédé en [janvier dernier].", "2013-01"),
    ("La digue a cédé en [juillet dernier].", "2012-07"),
    ("La digue sera réparée en [juillet prochain].", "2013-07"),
    ("La digue sera réparée en [juin].", "2013-06"),
    ("La digue a cédé [fin mars].", "2013-03"),
    ("La digue a cédé [fin mars 2012].", "2012-03"),
    ("La digue a cédé [début janvier].", "2013-01"),
    ("La digue a cédé à [la mi-juin 2012].", "2012-06"),
    ("La digue a cédé [mi-avril].", "2013-04"),
    ("La digue a cédé au [mois de mai 2012].", "2012-05"),
    ("La digue a cédé au [mois d'avril].", "2013-04"),
    ("La digue a cédé au [début du mois de mars 2012].", "2012-03"),
    ("La digue a cédé à [la fin du mois d'avril].", "2013-04"),
    ("La digue a cédé en [septembre de l'année dernière].", "2012-09"),
    ("Depuis [avril], il pleut.", "2013-04"),
    ("Ils voteront d'ici [août].", "2013-08"),
    ("Les pluies d'[avril] ont fait céder la digue.", "2013-04"),
    ("Les pluies de [mars 2012] ont fait céder la digue.", "2012-03"),
]

YEARS = [
    ("Le moulin date de [1990].", "1990"),
    ("Le moulin a brûlé en [2012].", "2012"),
    ("Le moulin a brûlé [fin 2012].", "2012"),
    ("Le moulin a brûlé [début 2013].", "2013"),
    ("Le moulin a brûlé à [la fin de 2012].", "2012"),
    ("Le moulin a brûlé [mi-2012].", "2012"),
    ("Depuis [1645], le moulin tourne.", "1645"),
    ("C'était en [l'an 2000].", "2000"),
    ("Durant [l'année 2012], il a plu.", "2012"),
    ("La chapelle fut bâtie [vers 1900].", "1900~"),
    ("Il chantait dans [les années 1990].", "199X"),
    ("Il chantait dans [les années 80].", "198X"),
    ("Il chantait dans [les années soixante-dix].", "197X"),
    ("Il chantait à [la fin des années 1970].", "197X"),
    ("Elle fut bâtie au [XIXe siècle].", "1801-01-01/1900-12-31"),
    ("Elle fut bâtie à [la fin du XIXe siècle].", "1801-01-01/1900-12-31"),
    ("L'année scolaire [2012-2013] fut longue.", "2012-01-01/2013-12-31"),
    ("L'année scolaire [2012/13] fut longue.", "2012-01-01/2013-12-31"),
    ("Il a plu au [premier trimestre 2012].", "2012-01-01/2012-03-31"),
    ("Il a plu au [troisième trimestre de 2012].", "2012-07-01/2012-09-30"),
    ("Il a plu au [premier semestre 2012].", "2012-01-01/2012-06-30"),
    ("Il a plu durant [la seconde moitié de 2012].", "2012-07-01/2012-12-31"),
    ("Il a plu à [l'été 2012].", "2012-22"),
    ("Il a plu au [printemps 2012].", "2012-21"),
    ("[L'hiver dernier] fut long.", "2012-24"),
    ("Ils reviendront [l'été prochain].", "2013-22"),
    ("Ils chantaient à [Noël 2012].", "2012-12-25"),
    ("Ils chantaient à [Noël dernier].", "2012-12-25"),
    ("Ils chantaient à [la Toussaint].", "2012-11-01"),
    ("La ville jeûna pendant [le ramadan 2012].", "2012-07-20/2012-08-18"),
    ("La fête eut lieu [le lundi de Pâques 2013].", "2013-04-01"),
]

DEICTIC = [
    ("Le boulanger a parlé [aujourd'hui].", "2013-05-15"),
    ("Le boulanger a parlé [aujourd’hui].", "2013-05-15"),
    ("[Aujourd'hui], le boulanger se tait.", "2013-05-15"),
    ("Le boulanger a fermé [hier].", "2013-05-14"),
    ("Le boulanger a fermé [hier soir].", "2013-05-14"),
    ("Le boulanger a fermé [avant-hier].", "2013-05-13"),
    ("Le boulanger fermera [demain].", "2013-05-16"),
    ("Le boulanger fermera [après-demain].", "2013-05-17"),
    ("Le boulanger a fermé [ce matin].", "2013-05-15"),
    ("Le boulanger a fermé dans [la nuit dernière].", "2013-05-14"),
    ("Le boulanger a fermé [lundi].", "2013-05-13"),
    ("Le boulanger a fermé [vendredi dernier].", "2013-05-10"),
    ("Le boulanger fermera [vendredi].", "2013-05-17"),
    ("Le boulanger fermera [lundi prochain].", "2013-05-20"),
    ("[La semaine dernière], il a fermé.", "2013-05-06/2013-05-12"),
    ("[La semaine prochaine], il fermera.", "2013-05-20/2013-05-26"),
    ("[Cette semaine], il a fermé.", "2013-05-13/2013-05-19"),
    ("[Le mois dernier], il a fermé.", "2013-04"),
    ("[Le mois prochain], il fermera.", "2013-06"),
    ("[Ce mois], il a fermé.", "2013-05"),
    ("[L'an dernier], il a fermé.", "2012"),
    ("[L'année dernière], il a fermé.", "2012"),
    ("[L'année passée], il a fermé.", "2012"),
    ("[Cette année], il a fermé.", "2013"),
    ("[L'année prochaine], il fermera.", "2014"),
    ("[Le week-end dernier], il a fermé.", "2013-05-11/2013-05-12"),
    ("Il a fermé [ce week-end].", "2013-05-18/2013-05-19"),
    ("Il veut fermer d'ici [la fin de l'année].", "2013"),
    ("Il veut fermer d'ici [la fin du mois].", "2013-05"),
    ("Depuis [le début de l'année], il pleut.", "2013"),
    ("Il a fermé [plus tôt dans la journée].", "2013-05-15"),
]

COUNTED = [
    ("Le moulin a fermé [il y a deux semaines].", "2013-04-29/2013-05-05"),
    ("Le moulin a fermé [il y a cinq mois].", "2012-12"),
    ("Le moulin a fermé [il y a dix jours].", "2013-05-05"),
    ("Le moulin a fermé [il y a un an].", "2012"),
    ("Le moulin a fermé [il y a près de quatre ans].", "2009~"),
    ("Le moulin a fermé [il y a plus de vingt ans].", "1993~"),
    ("Le moulin a fermé [voici trois mois].", "2013-02"),
    ("Le moulin rouvrira [dans deux semaines].", "2013-05-27/2013-06-02"),
    ("Le moulin rouvrira [dans trois mois].", "2013-08"),
    ("Il a plu durant [les sept derniers mois].", "2012-10-15/2013-05-15"),
    ("Il pleuvra durant [les trois prochaines années].", "2013-05-15/2016-05-15"),
    ("Il est absent depuis [plus de sept mois].", "2012-10-15~/2013-05-15~"),
    ("Le [4 mai], il a fui; [trois jours plus tôt], il dormait.", "2013-05-04 2013-05-01"),
    ("Libéré le [4 mai 2010], il est parti [trois jours plus tard].", "2010-05-04 2010-05-07"),
    ("Il est venu le [5 mai] et [le lendemain] il est parti.", "2013-05-05 2013-05-06"),
    ("Il est parti le [5 mai]; [la veille], il dormait.", "2013-05-05 2013-05-04"),
    ("En [2009], il a plu; [l'année suivante] aussi.", "2009 2010"),
    ("En [2009], il a plu, mais pas [l'année précédente].", "2009 2008"),
    ("Il est venu le [5 mai 2011] et [le même jour] il est parti.", "2011-05-05 2011-05-05"),
    ("En [2009], il a plu; [cette année-là] fut bonne.", "2009 2009"),
]

RANGES = [
    ("Il a plu entre le [30 avril et le 1er mai 2012].", "2012-04-30/2012-05-01"),
    ("Il a plu du [3 au 5 mai 2012].", "2012-05-03/2012-05-05"),
    ("Il a plu les [11 et 12 janvier].", "2013-01-11/2013-01-12"),
    ("Il a plu les [11, 12 et 13 janvier].", "2013-01-11/2013-01-13"),
    ("Il a plu les [11] et [14 janvier].", "2013-01-11 2013-01-14"),
    ("Il a plu entre le [11 et le 14 janvier].", "2013-01-11/2013-01-14"),
    ("Il a plu entre [avril et juin 2012].", "2012-04-01/2012-06-30"),
    ("Il a plu de [janvier à avril 2012].", "2012-01-01/2012-04-30"),
    ("Il a plu du [12 mars au 3 avril].", "2013-03-12/2013-04-03"),
    ("Il a plu du [12 mars 2011 au 3 avril 2012].", "2011-03-12/2012-04-03"),
    ("Il a plu de [2009 à 2011].", "2009-01-01/2011-12-31"),
    ("Il a plu entre [1985 et 1987].", "1985-01-01/1987-12-31"),
    ("Il a plu entre le [3 mars 2012, et le 5 mars 2012].", "2012-03-03/2012-03-05"),
    ("Il a plu entre [novembre 2012 et maintenant].", "2012-11-01/2013-05-15"),
    ("Il a plu de [2010 à maintenant].", "2010-01-01/2013-05-15"),
    ("[L'hiver 2012-2013] fut rude.", "2012-24"),
    ("Il a plu durant [l'hiver 2012/13].", "2012-24"),
    ("Il dansait dans [les années 1980] et [90].", "198X 199X"),
    ("Il dansait dans [les années 1980] et [1990].", "198X 199X"),
    ("L'incendie a eu lieu en [mai 2012]; le moulin avait fermé [trois semaines plus tôt].", "2012-05 2012-04-10~/2012-05-10~"),
    ("Il a plu en [mai et juin 2012].", "2012-05-01/2012-06-30"),
]

NONE = [
    "La planète Mars est rouge.",
    "Monsieur Avril est parti.",
    "Il a été vu en ville.",
    "Ils ont été libérés.",
    "Il court tous les lundis.",
    "Il paie chaque mardi.",
    "Quelque 2000 réfugiés ont fui.",
    "1984 soldats sont venus.",
    "Il en coûte 1 984 francs.",
    "La résolution 1973 fut adoptée.",
    "La loi n° 2001 s'applique.",
    "Il a marché pendant deux heures.",
    "Un plan de cinq ans a échoué.",
    "Il est arrivé à 16 h 20.",
    "Il est parti il y a longtemps.",
    "Mais il est mort.",
    "Un siècle de pluie a suivi.",
    "La veille de la bataille, il dormait.",
    "Le premier venu a parlé.",
    "Il y a deux maisons.",
    "Il habite l'avenue du 5-Juillet.",
    "Ils dansent sur le pont du 14 juillet.",
    "Le Mouvement populaire du 22 février a parlé.",
    "Le Parti du 5 mai a gagné.",
    "La gare du 5 mai est fermée.",
    "Appelez le 2012 34 56.",
    "Il est arrivé le 31 avril 2012.",
    "Trois jours plus tard, il fut libéré.",
    "Le lendemain, il est parti.",
    "C'est maintenant ou jamais.",
]

ROWS = [*FULL, *MONTHS, *YEARS, *DEICTIC, *COUNTED, *RANGES]


@pytest.mark.parametrize(("sentence", "values"), ROWS, ids=[row[0] for row in ROWS])
def test_finds_and_resolves(sentence: str, values: str) -> None:
    found = find_dates(re.sub(r"[\[\]]", "", sentence), anchor=ANCHOR, language="fr")
    assert [(when.expression, when.edtf) for when in found] == list(
        zip(re.findall(r"\[(.*?)\]", sentence), values.split(), strict=True)
    )


@pytest.mark.parametrize("sentence", NONE)
def test_leaves_alone_what_is_no_date(sentence: str) -> None:
    assert find_dates(sentence, anchor=ANCHOR, language="fr") == ()


def test_the_tables_are_large_enough() -> None:
    assert len(ROWS) + len(NONE) >= 120
