"""How fast quotes are found, as ratios within one run: `python benchmarks/quotes.py [--environment FOLDER] [--model PACKAGE]`.

The other side is textacy's extraction of direct quotations, with spaCy's small English model, on the same invented text.
Neither is installed into this environment: a virtual environment of its own is made for them, in a temporary folder or in the
one that is named, which is kept and used again. Where they cannot be installed, the script says so, and measures the rest.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from measure import Row, best_seconds, report, speed

import malirights as mr

_MODEL = "en_core_web_sm"
_REPEATS = 5
_ROUNDS = 3
_FASTER = 50
_LINEAR = 8
_MEGABYTE = 1_000_000
_SAMPLE = 30_000
_THEIRS = """
import sys, time
import spacy
from textacy import extract
read = spacy.load(sys.argv[1])
text = open(sys.argv[2], encoding="utf-8").read()
found = list(extract.direct_quotations(read(text[:2000])))
start = time.perf_counter()
found = list(extract.direct_quotations(read(text)))
print(time.perf_counter() - start, len(found))
"""
_STORY = """The bakers of Orvel walked up the hill on Monday with flour on their coats. “The mill has stood still since the
flood,” said Ada Moru, who speaks for the guild. “We asked for a new wheel, and we were given a date.”

The mayor, Paul de Winter, told reporters that the town “has no money for wheels of any kind”. He called the march “a matter
for the summer, not for the spring”, and shut the window.

According to the clerk, “the sum was never written down”. A report by the engineers of Velmora, read aloud in the square,
warned: “The wall behind the mill will not see another winter.”

“Bread does not wait,” Moru replied. She added that the guild would pay a third of the price, as it had offered in May, and
that the offer stood. “Nobody has answered our letter,” she said. “Nobody has even said that it came.”

By evening the lamps had been put out one after the other. It had begun to rain, and the river, which everyone in the town
listens to without knowing that they do, was a little louder than the day before. Three carts stood in the yard with their
shafts on the ground. Nobody had come for the flour, and nobody would before the end of the week, when the road to Velmora was
to be opened again.

The wheel was built by a carpenter from the coast in the year of the second bridge. It turned for sixty winters, and was mended
so often that not one of its boards is older than the mayor. In the flood it lost eleven paddles and its upper bearing. The
boards were found in the reeds below the tannery, where children have made a raft of them.

A town with a mill and no wheel buys its flour from others. Since March a sack has cost a third more, and a loaf a fifth. The
school has given up its noon bread; the hospital bakes on two days out of seven. What was a matter of carpenters has become a
matter of the council, which will hear both sides in June.

"""
_FRENCH = """« Le moulin est à l’arrêt depuis la crue, a déclaré Ada Moru, qui parle pour les boulangers. Nous attendons une
roue. » Selon le maire, « la ville n’a pas d’argent ». – Le pain n’attend pas, dit-elle.

"""
_HOSTILE = {  # what a text begins with, and what then fills it
    "English prose": ("", _STORY),
    "French prose": ("", _FRENCH),
    "prose without a quote": ("", _STORY.replace("“", "").replace("”", "")),
    "prose in one line": ("", _STORY.replace("\n", " ")),
    "opening marks": ("", "“"),
    "marks open and closed": ("", "“”"),
    "straight marks": ("", '"'),
    "marks of every kind": ("", "“\"«'‘’»”„"),
    "quotes of a word": ("", "“a” "),
    "marks that never close": ("", "“a "),
    "names behind a quote": ("“Rain,” ", "Ada Moru "),
    "names and quotes": ("", "Ada Moru “a b c d” "),
    "verbs behind a quote": ("“Rain,” ", "said "),
    "sources behind a quote": ("“Rain,” ", "according to Ada "),
    "names before a colon": ("", "Ada Moru, a judge, said: “Rain.” "),
    "commas in a French quote": ("« Il est dans le puits", ", a"),
    "incises in a French quote": ("« Il est dans le puits", ", dit Ada, le puits"),
    "incises behind dashes": ("", "– Le puits est vide, dit Ada.\n"),
}


def main() -> int:
    """Measure, print a table, and give the exit code."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--environment", type=Path, help="where to make the virtual environment for textacy, and keep it")
    options.add_argument("--model", help="a package that holds spaCy's small English model, where spaCy cannot fetch its own")
    chosen = options.parse_args()
    text = (_STORY * (_SAMPLE // len(_STORY) + 1))[:_SAMPLE]
    with tempfile.TemporaryDirectory() as folder:
        rows = textacy_rows(text, Path(folder), chosen.environment or Path(folder, "environment"), chosen.model)
    return report([words_row(text), *rows, *(hostile_row(name, *made) for name, made in _HOSTILE.items())])


def words_row(text: str) -> Row:
    """Measure against one pass of a regular expression."""
    seconds = best_seconds({"words": partial(re.findall, r"\w+", text), "quotes": partial(mr.find_quotes, text)}, _REPEATS)
    note = f"{len(text):,} characters, {speed(len(text), seconds['quotes'])}"
    return Row("find_quotes / one pass of \\w+", seconds["quotes"] / seconds["words"], None, note)


def textacy_rows(text: str, folder: Path, environment: Path, package: str | None) -> list[Row]:
    """Measure against textacy, in turn; the time of its start and of loading its model does not count."""
    python = installed(environment, package)
    if python is None:
        return []
    sample = folder / "sample.txt"
    sample.write_text(text, "utf-8")
    model = re.split(r"[=<>~! @]", package)[0].replace("-", "_") if package else _MODEL
    ours, theirs, found = float("inf"), float("inf"), "0"
    for _ in range(_ROUNDS):
        ours = min(ours, best_seconds({"ours": partial(mr.find_quotes, text)}, 1)["ours"])
        done = run([str(python), "-c", _THEIRS, model, str(sample)])
        if done is None:
            print("textacy is installed, but does not run with this model; it is not measured\n")
            return []
        seconds, found = done.split()
        theirs = min(theirs, float(seconds))
    print(f"{len(mr.find_quotes(text))} quotes found here, {found} by textacy\n")
    note = f"{theirs / ours:,.0f} times as fast; textacy: {len(text) / theirs:,.0f} characters/s"
    return [Row(f"{_FASTER} * find_quotes / textacy", _FASTER * ours / theirs, 1, note)]


def installed(environment: Path, package: str | None) -> Path | None:
    """Make a virtual environment with textacy, spaCy and the model, and give its interpreter; None where that cannot be."""
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        print(f"textacy and spaCy are installed into {environment}, and nowhere else; this takes a minute")
        if run([sys.executable, "-m", "venv", str(environment)]) is None:
            print("no virtual environment could be made; textacy is not measured\n")
            return None
    pip = [str(python), "-m", "pip", "install", "--quiet"]
    if run([str(python), "-c", "import textacy"]) is None and run([*pip, "textacy", "spacy"]) is None:
        print("textacy and spaCy could not be installed; textacy is not measured\n")
        return None
    if package:
        fetched = run([*pip, package])
    else:
        known = run([str(python), "-c", f"import {_MODEL}"])
        fetched = run([str(python), "-m", "spacy", "download", _MODEL]) if known is None else known
    if fetched is None:
        print(f"the model {package or _MODEL} could not be installed; textacy is not measured (see --model)\n")
        return None
    return python


def run(command: list[str]) -> str | None:
    """Run a command, and give what it prints; None where it fails."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own commands
    return done.stdout if done.returncode == 0 else None


def hostile_row(name: str, opening: str, unit: str) -> Row:
    """Measure a megabyte of one thing against a quarter of it: four times as long where time is linear."""
    text = (opening + unit * (_MEGABYTE // len(unit) + 1))[:_MEGABYTE]
    tasks = {"part": partial(mr.find_quotes, text[: _MEGABYTE // 4]), "whole": partial(mr.find_quotes, text)}
    seconds = best_seconds(tasks, 2)
    return Row(
        f"a megabyte of {name} / a quarter", seconds["whole"] / seconds["part"], _LINEAR, speed(len(text), seconds["whole"])
    )


if __name__ == "__main__":
    sys.exit(main())
