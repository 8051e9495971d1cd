"""Make the gazetteer of Mali and the table of parties from the project's files of facts.

Run it as `python tools/from_facts.py FACTS LEXICON`: FACTS is the folder that holds `places.csv` and `actors.csv`, LEXICON
the folder to write `mali.csv` and `actors.csv` into. What is shipped was made by it, and a test compares the two.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

Row = Mapping[str, str]

PLACE_COLUMNS = (
    "name", "kind", "country", "region", "former_region", "district", "latitude", "longitude", "spellings", "covers", "homonym",
)  # fmt: skip
ACTOR_COLUMNS = ("name", "type", "home", "only_in", "spellings", "never_with")

# Names that are borne by other places of the country, most of them in no table.
HOMONYMS = frozenset(
    {"Bamba", "Dogo", "Farabougou", "Konna", "Koro", "Niono", "Ogossagou", "Sokoura", "Tabankort", "Ningari", "Gangafani"}
)
# The regions that an area is commonly said to have; they tell homonyms apart and are no point on a map.
COVERS = {
    "Central Mali": "Mopti|Bandiagara|Douentza",
    "Azawad": "Tombouctou|Gao|Kidal|Ménaka|Taoudénit",
    "Inner Niger Delta": "Mopti",
    "Adrar des Ifoghas": "Kidal",
}
KINDS = {"district": "region", "locality": "village", "neighbourhood": "village"}

# Names that mean these parties only where the text is about the country.
ONLY_IN_MALI = frozenset(
    {"red_berets", "green_berets", "gendarmerie", "garde_nationale", "plateforme", "islamic_police", "dozo"}
)
# Acronyms that stand in the notes of the facts, and names that other parties bear as well.
MORE_SPELLINGS = {"isgs": ("EIGS",), "jnim": ("JNIM",), "ecowas": ("ECOWAS",), "ohchr": ("OHCHR",), "amdh": ("AMDH",)}
FEWER_SPELLINGS = {"minusma": ("casques bleus",)}
# Ends of long names that texts leave out as well; the name without them is found in both.
LEFT_OUT = " et aux musulmans"
# The country whose forces these are; they are foreign ones elsewhere.
HOMES = {"fama": "Mali", "gendarmerie": "Mali", "garde_nationale": "Mali", "france": "France", "chad_forces": "Chad"}
TYPES = {"gov_ml": "government"}  # authorities are no force
NEVER_WITH = {"ansar_dine": "association|religious|religieuse|haïdara|haidara"}
GENERIC = frozenset({"unidentified_armed"})  # nobody's name


def places(rows: Iterable[Row]) -> list[dict[str, str]]:
    """Give the gazetteer: verified spellings, and a point only where it is verified."""
    return [_place(row) for row in rows]


def _place(row: Row) -> dict[str, str]:
    """Give a row of the gazetteer."""
    name = row["name"].partition(" (")[0]
    spellings = dict.fromkeys(spelling for spelling in row["alt_names"].split("|") if spelling and spelling != name)
    verified = row["coord_status"] == "VERIFIED"
    return {
        "name": name,
        "kind": KINDS.get(row["type"], row["type"]),
        "country": "Mali",
        "region": row["region_2023"],
        "former_region": row["region_pre2016"],
        "district": row["cercle"].removesuffix(" (pre-2023)").partition(" (")[0],
        "latitude": row["lat"] if verified else "",
        "longitude": row["lon"] if verified else "",
        "spellings": "|".join(spellings),
        "covers": COVERS.get(name, ""),
        "homonym": "yes" if name in HOMONYMS else "",
    }


def actors(rows: Iterable[Row]) -> list[dict[str, str]]:
    """Give the parties whose names are verified."""
    return [_actor(row) for row in rows if row["status"] == "VERIFIED" and row["id"] not in GENERIC]


def _actor(row: Row) -> dict[str, str]:
    """Give a row of the table of parties."""
    one = row["id"]
    names = [*MORE_SPELLINGS.get(one, ()), *row["aliases_en"].split("|"), *row["aliases_fr"].split("|")]
    fewer = {"", row["name"], *FEWER_SPELLINGS.get(one, ())}
    return {
        "name": row["name"].partition(" (")[0],
        "type": TYPES.get(one, row["type"]),
        "home": HOMES.get(one, ""),
        "only_in": "Mali" if one in ONLY_IN_MALI else "",
        "spellings": "|".join(dict.fromkeys(name.removesuffix(LEFT_OUT) for name in names if name not in fewer)),
        "never_with": NEVER_WITH.get(one, ""),
    }


def read(path: Path) -> list[dict[str, str]]:
    """Read a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main(facts: Path, lexicon: Path) -> None:
    """Make both tables."""
    write(lexicon / "mali.csv", PLACE_COLUMNS, places(read(facts / "places.csv")))
    write(lexicon / "actors.csv", ACTOR_COLUMNS, actors(read(facts / "actors.csv")))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
