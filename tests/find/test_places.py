"""Places in a text: names that the gazetteer knows, names shown by the words around them, common nouns that stand for one."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from malirights.find.gazetteer import adjective_of, capital_of
from malirights.find.places import FoundPlace, find_places
from malirights.lexicon import Lexicon

LEXICON = Lexicon.default()
ROOT = Path(__file__).parents[2]


def found(text: str) -> list[FoundPlace]:
    """Find the places of a text of one paragraph."""
    return find_places(text, [(0, len(text))], LEXICON)


def shown(text: str) -> list[tuple[str, str, str | None]]:
    """Give the words, the kind and the relation of each place."""
    return [(text[place.start : place.end], place.kind, place.relation) for place in found(text)]


NAMES = [
    # of the gazetteer
    ("They met in Douentza.", [("Douentza", "town", "in")]),
    ("They met in Tenenkou.", [("Tenenkou", "town", "in")]),
    ("They met in Timbuktu region.", [("Timbuktu", "region", "in")]),
    ("They met in the Douentza cercle.", [("Douentza", "cercle", "in")]),
    ("They met in the region of Gao.", [("Gao", "region", "in")]),
    ("Ils se sont vus dans la région de Gao.", [("Gao", "region", "in")]),
    ("Ils se sont vus à Tombouctou.", [("Tombouctou", "town", "in")]),
    ("Ils se sont vus près d’Ansongo.", [("Ansongo", "town", "near")]),
    ("They met in Nioro du Sahel.", [("Nioro du Sahel", "town", "in")]),
    ("They met in Bamako.", [("Bamako", "capital", "in")]),
    # of the world
    ("They met in Chad.", [("Chad", "country", "in")]),
    ("CHAD\xa0", [("CHAD", "country", None)]),
    ("They met in N’Djamena, Chad.", [("N’Djamena", "capital", "in"), ("Chad", "country", "in")]),
    ("They fled to Côte d’Ivoire.", [("Côte d’Ivoire", "country", "to")]),
    ("Ils ont fui vers la Côte d'Ivoire.", [("Côte d'Ivoire", "country", "to")]),
    ("They met in Darfur.", [("Darfur", "region", "in")]),
    ("Ils se sont vus au Tchad.", [("Tchad", "country", "in")]),
    ("They met in the Republic of Chad.", [("Chad", "country", None)]),
    ("They met in Chad and Niger.", [("Chad", "country", "in"), ("Niger", "country", "in")]),
    ("They met in the Central African Republic.", [("Central African Republic", "country", "in")]),
    # of no list
    ("They met in Velmora.", [("Velmora", "unknown", "in")]),
    ("In Velmora they met.", [("Velmora", "unknown", "in")]),
    ("They met near Sidi Velmora.", [("Sidi Velmora", "unknown", "near")]),
    ("They met in the town of Velmora.", [("Velmora", "town", "in")]),
    ("They met in the old northern town of Velmora.", [("Velmora", "town", "in")]),
    ("The village of Orvel was burnt.", [("Orvel", "village", None)]),
    ("Ils se sont vus dans le village d’Orvel.", [("Orvel", "village", "in")]),
    ("Ils se sont vus près de Velmora.", [("Velmora", "unknown", "near")]),
    ("They met in the Orvel district.", [("Orvel", "cercle", "in")]),
    ("They met in Orvel State.", [("Orvel State", "region", "in")]),
    ("They met 40km north of Orvel.", [("Orvel", "unknown", "near")]),
    ("They met in Orvel, Zanor and Velmora.", [(name, "unknown", "in") for name in ("Orvel", "Zanor", "Velmora")]),
    ("They met near the capital Velmora.", [("Velmora", "capital", "near")]),
    # sites
    ("They were held in Orvel prison.", [("Orvel prison", "site", "in")]),
    ("They were moved to Orvel prison.", [("Orvel prison", "site", "to")]),
    ("They were held at the Orvel Military Training Center.", [("Orvel Military Training Center", "site", "in")]),
    ("They were taken from the Douentza Military Camp.", [("Douentza Military Camp", "site", "to")]),
    ("They were held in a camp (Orvel Camp) in Velmora.", [("Orvel Camp", "site", None), ("Velmora", "unknown", "in")]),
    ("They were held at Camp 2.", [("Camp 2", "site", "in")]),
    ("Ils sont détenus à la prison de Velmora.", [("prison de Velmora", "site", "in")]),
    ("Ils sont au camp militaire d’Orvel.", [("camp militaire d’Orvel", "site", "in")]),
    ("Ils sont à la Maison centrale d’arrêt de Velmora.", [("Maison centrale d’arrêt de Velmora", "site", "in")]),
    # parts
    ("They met in northern Chad.", [("northern Chad", "part", "in")]),
    ("They met in the north of Chad.", [("north of Chad", "part", "in")]),
    ("Ils se sont vus dans le nord du Tchad.", [("nord du Tchad", "part", "in")]),
    ("Un village du centre du Tchad.", [("centre du Tchad", "part", "in")]),
    ("They met in the north.", [("north", "part", "in")]),
    ("They met in the south of the country.", [("south of the country", "part", "in")]),
    ("They met in the northern Gao region.", [("Gao", "region", "in")]),
    # common nouns that stand for a place
    ("They met in the country.", [("country", "anaphor", "in")]),
    ("They met in the country’s capital.", [("country’s capital", "anaphor", "in")]),
    ("They met near the capital.", [("capital", "anaphor", "near")]),
    ("Ils se sont vus dans le pays.", [("pays", "anaphor", "in")]),
    ("They met in Niamey, the capital.", [("Niamey", "capital", "in")]),
    ("They met in the Chadian capital.", [("Chadian capital", "capital", "in")]),
    ("Ils se sont vus dans la capitale tchadienne.", [("capitale", "capital", "in")]),
    ("They reached the Chadian border.", [("Chadian border", "area", "to")]),
]


@pytest.mark.parametrize(("text", "places"), NAMES, ids=[text for text, _ in NAMES])
def test_places(text: str, places: list[tuple[str, str, str | None]]) -> None:
    assert shown(text) == places


NO_PLACES = [
    "They met in May.",
    "They met in February-March.",
    "Ils se sont vus en Janvier.",
    "It says so in Article 5.",
    "It says so in Resolution 2100.",
    "She is a lawyer at Orvel Partners.",
    "She works at Zanara Rights Watch.",
    "She works at the Velmora Rights Network (VRN).",
    "He believed in Ada Moru’s word.",
    "It was told in Tamasheq.",
    "The friends of Orvel met.",
    "A letter from Ada Moru came.",
    "A letter was sent to Orvel.",
    "Il a dit à Moru de venir.",
    "They met in the Orvel.",
    "The Chadian authorities met.",
    "Les autorités tchadiennes ont répondu.",
    "They met in President Moru.",
    "They met in Zanor-held areas.",
    "They met in Moru’s Hall.",
    "She teaches at the Velmora School of Medicine.",
    "Less than half of Ada Moru’s friends came.",
    "A capital offence.",
    "le centre de santé",
    "They spoke in French.",
    "Dire warnings were given.",
    "",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_no_places(text: str) -> None:
    assert shown(text) == []


INSIDE_NAMES = [
    ("The President of Chad spoke.", True),
    ("The Ministry of Justice of Chad spoke.", True),
    ("the Union des syndicats du Tchad spoke", True),
    ("the army of Chad", True),
    ("The UN Mission in Chad spoke.", True),
    ("Authorities in Chad spoke.", False),
    ("Zanara Rights Chad spoke.", True),
    ("Chad’s National Assembly met.", True),
    ("Chad’s capital", False),
    ("Chad’s long conflict", False),
    ("the Chad researcher at Zanara Rights Watch", True),
    ("four Chad nationals", True),
    ("They signed up to the Douentza agreement.", True),
    ("They were held by order of the court in the Chad army.", True),
    ("They died in the Chad conflict.", False),
    ("the Douentza Court of Appeal", True),
    ("a Douentza-based station", True),
    ("a researcher on Chad", True),
    ("la directrice pour le Tchad", True),
    ("le responsable Tchad", True),
    ("In Chad soldiers met.", False),
    ("They visited Chad.", False),
]


@pytest.mark.parametrize(("text", "inside"), INSIDE_NAMES)
def test_names_inside_other_names_are_marked(text: str, inside: bool) -> None:  # noqa: FBT001 - a column of the table
    (place,) = found(text)
    assert place.inside_name is inside


def test_a_place_of_the_gazetteer_has_region_and_point() -> None:
    (place,) = found("They met in Ménaka.")
    assert (place.name, place.region, place.former_region, place.country, place.known) == (
        "Ménaka",
        "Ménaka",
        "Gao",
        "Mali",
        True,
    )
    assert place.latitude == pytest.approx(15.9, abs=0.1)
    assert place.longitude == pytest.approx(2.4, abs=0.1)


def test_a_place_of_no_list_is_not_known() -> None:
    (place,) = found("They met in Velmora.")
    assert place == FoundPlace(12, 19, "Velmora", relation="in")


def test_a_point_that_is_not_sure_is_left_out() -> None:
    (place,) = found("They met in Essouk.")
    assert (place.region, place.latitude, place.known) == ("Kidal", None, True)


HOMONYMS = [
    ("They met in Dogo.", None),
    ("They met in Dogo, in the Bougouni region.", "Bougouni"),
    ("They met in Dogo, in the Mopti region.", "Mopti"),
    ("They met in central Mali. The village of Dogo was burnt.", "Mopti"),
    ("They met in Dogo, not far from Youwarou.", "Mopti"),
    ("They met in Konna.", None),
    ("They met in Konna, near Mopti.", "Mopti"),
    ("They met in Koro, in the Kayes region.", None),
    ("They met in Dogo. " + "Nothing more is known of that. " * 20 + "They met in Mopti.", None),
]


@pytest.mark.parametrize(("text", "region"), HOMONYMS)
def test_homonyms_are_settled_by_what_is_named_beside_them(text: str, region: str | None) -> None:
    places = [place for place in found(text) if place.name in {"Dogo", "Konna", "Koro"}]
    assert [place.region for place in places] == [region]
    assert (places[0].latitude is None) is (region is None)


def test_a_name_of_two_countries_has_none() -> None:
    (place,) = found("They met in Congo.")
    assert (place.country, place.known) == (None, True)
    place = found("They met in Congo, near Kinshasa.")[0]
    assert place.country == "Democratic Republic of the Congo"


def test_a_site_lies_in_the_region_of_its_place() -> None:
    (place,) = found("They were held in Douentza prison.")
    assert (place.name, place.kind, place.region, place.latitude) == ("Douentza prison", "site", "Douentza", None)


def test_no_name_goes_across_two_stretches() -> None:
    text = "They met in Sierra Leone."
    cut = text.index("Leone")
    assert [text[place.start : place.end] for place in find_places(text, [(0, cut), (cut, len(text))], LEXICON)] == ["Sierra"]


def test_line_breaks_apostrophes_and_accents_make_no_difference() -> None:
    for text in ("in Burkina\nFaso", "in Burkina\xa0Faso", "in Ne\u0301ma\xa0or Burkina Faso"):
        assert found(text)[-1].country == "Burkina Faso"
    assert found("à Te\u0301nenkou")[0].name == "Ténenkou"


ADJECTIVES = [
    ("Malian", "Mali"), ("Malians", "Mali"), ("malienne", "Mali"), ("Chadian", "Chad"), ("tchadiennes", "Chad"),
    ("French", "France"), ("Nigerien", "Niger"), ("Nigerian", "Nigeria"), ("nigérien", "Niger"),
    ("South Sudanese", "South Sudan"),
    ("US", "United States"), ("us", None), ("Congolese", None), ("Korean", None), ("Zanaran", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("word", "country"), ADJECTIVES)
def test_adjectives_speak_of_a_country(word: str, country: str | None) -> None:
    assert adjective_of(word, LEXICON) == country


def test_a_capital_is_known_by_its_country() -> None:
    capital = capital_of("Mali", LEXICON)
    assert capital is not None
    assert (capital.name, capital.latitude) == ("Bamako", 12.61)
    assert capital_of("Zanara", LEXICON) is None


def test_a_user_adds_places_in_a_table(tmp_path: Path) -> None:
    (tmp_path / "zanara.csv").write_text(
        "name,kind,country,region,latitude,longitude,spellings\nVelmora,capital,Zanara,Orvel,1.5,2.5,Velmore|Wélmora\n", "utf-8"
    )
    (tmp_path / "zanara.toml").write_text('[common.gazetteer.world]\ntable = "zanara.csv"\n', "utf-8")
    lexicon = Lexicon.load(tmp_path / "zanara.toml")
    text = "They met in Welmora, and in Douentza."
    first, second = find_places(text, [(0, len(text))], lexicon)
    assert (first.name, first.kind, first.country, first.region, first.latitude) == (
        "Velmora",
        "capital",
        "Zanara",
        "Orvel",
        1.5,
    )
    assert second.known


def test_the_tables_are_those_made_from_the_facts(facts: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "tools" / "from_facts.py"), str(facts), str(tmp_path)], check=True)  # noqa: S603 - our own
    shipped = ROOT / "src" / "malirights" / "lexicon" / "common"
    for table in ("mali.csv", "actors.csv"):
        assert (tmp_path / table).read_bytes() == (shipped / table).read_bytes(), (
            f"run tools/from_facts.py to make {table} again"
        )


def test_the_tables_are_whole() -> None:
    folder = ROOT / "src" / "malirights" / "lexicon" / "common"
    for name in ("countries.csv", "world.csv", "mali.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert all(None not in row and None not in row.values() and row["name"] for row in rows), name
    countries = [row["name"] for row in LEXICON.tables["common"]["gazetteer"]["countries"]["rows"]]
    assert len(countries) == len(set(countries))
    assert {row["country"] for row in LEXICON.tables["common"]["gazetteer"]["world"]["rows"]} <= {"", *countries}


PIECES = st.sampled_from(
    ["in", "near", "the", "north of", "Mali", "Chad", "Dogo", "Velmora", "Orvel prison", "d’", "’s", ",", ".", "and", "(",
     "Camp", "of", "Ministry", "\n", "\xa0", "the capital", "Koro", "Mopti", "de", "à", "la", "US", "I", "-", "du pays"]
)  # fmt: skip


@example(["in", "Camp", "d’", "Mali"], " ")
@given(st.lists(PIECES, max_size=25), st.sampled_from(["", " "]))
@example(["in", "Camp", "of", "Mali"], " ")
def test_places_lie_in_the_text_in_order_and_apart(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    end = 0
    for place in found(text):
        assert end <= place.start < place.end <= len(text)
        end = place.end


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert all(text[place.start : place.end].strip() for place in found(text))
