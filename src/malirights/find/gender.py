"""What a text shows of the gender of those it names: forms of address, nouns that only men or only women bear, given names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from malirights.find.alternatives import alternatives
from malirights.find.grammar import lowered
from malirights.find.people import folded
from malirights.lexicon import Lexicon

__all__ = ["Gender", "Genders", "genders"]

Gender = Literal["feminine", "masculine"]

_EACH: tuple[Gender, Gender] = ("feminine", "masculine")
_NAME = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Genders:
    """The words of one language that show a gender; each set is an entry class of the lexicon."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        """Collect the words."""

        def words(subject: str, entry_class: str) -> frozenset[str]:
            return frozenset(map(lowered, lexicon.words(language, subject, entry_class)))

        self._pronouns = {word: gender for gender in _EACH for word in words("clauses", gender)}
        self._roles = {word: gender for gender in _EACH for word in words("gender", f"{gender}_roles")}
        self._titles = {word: gender for gender in _EACH for word in words("gender", f"{gender}_titles")}
        known = [(_plain(row["name"]), row["gender"]) for row in lexicon.rows("common", "given_names")]
        self._given = {name: gender for name, shown in known for gender in _EACH if shown == gender}
        self.plural, self.definite = words("gender", "plural"), words("gender", "definite")
        self.any_group = words("gender", "any_group")
        self._titled = re.compile(rf"(?<!\w)({alternatives(self._titles)})\.?\s+(?:\w\.\s+)?", re.IGNORECASE)

    def of_pronoun(self, pronoun: str) -> Gender | None:
        """Give the gender of a pronoun; None where it shows none."""
        return self._pronouns.get(lowered(pronoun).removeprefix("t-"))

    def of_noun(self, words: str) -> Gender | None:
        """Give the gender that a role or a noun phrase shows: "spokeswoman", "his wife"; None where it shows none, or both."""
        found = {self._roles[word] for word in _WORD.findall(lowered(words)) if word in self._roles}
        return found.pop() if len(found) == 1 else None

    def of_name(self, name: str) -> Gender | None:
        """Give the gender of a given name; None where it is not known, or the name has one word alone."""
        given, _, rest = name.partition(" ")
        return self._given.get(_plain(given)) if rest else None

    def titled(self, text: str) -> dict[str, Gender | None]:
        """Give the gender of every word that follows a form of address with a gender somewhere in a text: "Ms Moru"."""
        found: dict[str, Gender | None] = {}
        for match in self._titled.finditer(text):
            gender = self._titles[lowered(match[1])]
            at = match.end()
            for _ in range(_NAME):
                name = _WORD.match(text, at)
                if not name or not name[0][0].isupper():
                    break
                known = found.setdefault(_plain(name[0]), gender)
                found[_plain(name[0])] = gender if known == gender else None
                at = name.end() + 1
        return found


def genders(lexicon: Lexicon) -> Mapping[str | None, Genders]:
    """Compile every language; build it with `lexicon.built(genders)`. A text of no known language is read as English."""
    made: dict[str | None, Genders] = {language: Genders(lexicon, language) for language in lexicon.languages}
    made[None] = made["en"]
    return made


def _plain(word: str) -> str:
    """Fold a name: without accents and capitals."""
    return folded(word).casefold()
