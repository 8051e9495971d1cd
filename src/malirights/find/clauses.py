"""The content clauses of one sentence: what is said to have been said, by which verb, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from malirights.find.attribution import inverted_pronoun
from malirights.find.mentions import is_participle, mention_after, mention_before, opens_circumstance
from malirights.find.nouns import Mention, Tokens, is_role, stretch
from malirights.find.reports import QUOTED, Opening, Reports
from malirights.find.subjects import is_plausible, speaker_of, subject_of
from malirights.find.tokens import Token

__all__ = ["Clause", "ClauseReader"]

_BACK = 90
_SUBJECT = 24
_NEAR = 8
_FEWEST = 2
_EDGES = frozenset(",;:.!?…–—-/*•")


class Clause(NamedTuple):
    """A clause that somebody is said to have said.

    Attributes:
        start: The offset of its first character.
        end: The offset after its last one.
        mention: The words that name the speaker.
        cue: Start and end of the verb or phrase that reports it.
        rule: The name of the rule.
    """

    start: int
    end: int
    mention: Mention
    cue: tuple[int, int]
    rule: str


class ClauseReader:
    """Reads the content clauses of one sentence, from left to right."""

    def __init__(self, words: Tokens, reports: Reports, quoting: Mapping[tuple[int, int], int]) -> None:
        """Keep the words of the sentence.

        Args:
            words: The tokens of the sentence, each quotation one of them.
            reports: The words of the language.
            quoting: The cues of direct quotes, and where these quotes start.
        """
        self._words, self._reports, self._grammar, self._quoting = words, reports, reports.grammar, quoting
        self._done = 0  # the number of the first token that belongs to no clause yet

    def clauses(self) -> Iterator[Clause]:
        """Give the clauses in order; one inside another is not split off."""
        words = self._words
        if not words or words[-1].text == "?":
            return
        at = 0
        while at < len(words):
            length = self._reports.source(words, at)
            if length:
                yield from self._by_source(at, length)
            elif length := self._reports.cue(words, at):
                yield from self._by_verb(at, length)
            elif "-" in words[at].text and at and words[at - 1].text == ",":
                yield from self._by_inverted_pronoun(at)
            at = max(at + 1, self._done)

    def _by_verb(self, cue: int, length: int) -> Iterator[Clause]:
        """Read the clause after a verb, else the one before it: "X said that …", "…, X said"."""
        words, reports = self._words, self._reports
        if not reports.is_asserted(words, cue):
            return
        quoted = self._quoting.get(self._span(cue, length))
        opening = reports.opening(words, cue, length)
        if opening and not opening.marked and (self._has_object(cue, quoted) or self._is_inverted(cue)):
            opening = None
        if opening:
            yield from self._after_verb(cue, length, opening)
        elif quoted is None and not is_participle(words[cue], self._grammar):
            yield from self._before_verb(cue, length)

    def _has_object(self, cue: int, quoted: int | None) -> bool:
        """Say whether the object of a verb is the quote before it already."""
        return quoted is not None and quoted < self._words[cue].start

    def _is_inverted(self, cue: int) -> bool:
        """Say whether a verb stands after the comma that ends a clause, before its subject: "It rained, said Ada Moru"."""
        words, first = self._words, self._done
        if cue <= first or words[cue - 1].text != "," or is_participle(words[cue], self._grammar):
            return False
        starts = [first, *(number + 1 for number in range(first, cue - 1) if words[number].text == ",")]
        return any(
            words[start].low not in self._grammar.relatives
            and words[start].low not in self._grammar.subordinators
            and any(self._reports.is_finite(words, number) for number in range(start + 1, stop))
            for start, stop in zip(starts, [*starts[1:], cue - 1], strict=True)
        )

    def _after_verb(self, cue: int, length: int, opening: Opening) -> Iterator[Clause]:
        """Read a clause that follows its verb."""
        words, grammar, reports = self._words, self._grammar, self._reports
        end, low = self._end(opening.at), max(0, cue - _BACK)
        participle = is_participle(words[cue], grammar)
        if participle and cue and (reports.is_finite(words, cue - 1) and words[cue - 1].low not in grammar.auxiliaries):
            return  # "it means saying that"
        mention = speaker_of(words[low : cue + length], cue - low, cue + length - low, grammar)
        if mention is None and participle and cue <= low + _FEWEST:
            comma = self._next_comma(opening.at, end)
            mention = subject_of(words, comma + 1, len(words), grammar) if comma else None
            end = comma or end
        if mention is None or not self._speaks(mention, cue) or not (participle or self._reaches(mention, cue)):
            return
        if not participle and self._is_subordinate(mention, cue):
            end = self._first_break(opening.at, end)
        yield from self._made(opening.at, end, mention, self._span(cue, length), "that" if opening.marked else "clause")

    def _reaches(self, mention: Mention, cue: int) -> bool:
        """Say whether no other verb of speech stands between a subject and a verb that is not joined to it."""
        words, grammar = self._words, self._grammar
        at = cue - 1
        while at > 0 and (words[at].low in grammar.between or words[at].low in grammar.auxiliaries):
            at -= 1
        if not words[at].is_word or words[at].low in grammar.coordinators or words[at].end <= mention.end:
            return True
        between = range(max(0, cue - _BACK), cue)
        return not any(words[number].start > mention.end and self._reports.cue(words, number) for number in between)

    def _first_break(self, first: int, stop: int) -> int:
        """Give the number of the comma that ends a clause, past that of a circumstance which opens it; else that of its end."""
        comma = self._next_comma(first, stop)
        if comma and opens_circumstance(self._words, first, self._grammar):
            comma = self._next_comma(comma + 1, stop)
        return comma or stop

    def _next_comma(self, first: int, stop: int) -> int | None:
        """Give the number of the first comma between two tokens."""
        return next((number for number in range(first, stop) if self._words[number].text == ","), None)

    def _is_subordinate(self, mention: Mention, cue: int) -> bool:
        """Say whether a verb stands in a clause that a comma ends: "When X said that …, …", "X, who said that …, …"."""
        words, grammar = self._words, self._grammar
        comma = next((number for number in range(cue - 1, max(-1, cue - _SUBJECT), -1) if words[number].text == ","), None)
        if comma is not None and words[comma + 1].low in grammar.relatives:
            return True
        before = self._before(mention, cue)
        return before is not None and before.low in grammar.subordinators

    def _before(self, mention: Mention, cue: int) -> Token | None:
        """Give the token before a mention, its role, determiners and titles passed over."""
        words, grammar = self._words, self._grammar
        first = min(mention.start, mention.role[0] if mention.role else mention.start)
        at = cue - 1
        while at >= 0 and (
            words[at].end > first
            or words[at].low in grammar.determiners
            or words[at].low in grammar.titles
            or words[at].text == "."
        ):
            at -= 1
        return words[at] if at >= 0 else None

    def _speaks(self, mention: Mention, cue: int) -> bool:
        """Say whether a mention can be the subject of a verb of speech, in a saying that is not only supposed."""
        words, grammar, reports = self._words, self._grammar, self._reports
        before = self._before(mention, cue)
        if before and before.low in reports.hypothetical:
            return False
        inside = [word for word in words[max(0, cue - _BACK) : cue + _BACK] if mention.start <= word.start < mention.end]
        if not inside:
            return False
        evidence, noun = words[cue].low in reports.evidence, words[cue].low in reports.nouns
        if mention.kind is None:
            return not (evidence and inside[0].low in grammar.impersonal)
        if evidence and inside[-1].low in reports.facts:
            return False
        if mention.kind != "unnamed":
            return True
        if noun and words[cue].low.endswith("s") == inside[-1].low.endswith("s"):
            return False  # "a false claim that"
        if any(is_role(word, grammar) or word.low in reports.humans for word in inside):
            return True
        return not evidence and is_plausible(words, mention, grammar)

    def _before_verb(self, cue: int, length: int) -> Iterator[Clause]:
        """Read a clause that its verb follows or interrupts, between commas: "…, X said", "…, said X, …"."""
        words, grammar = self._words, self._grammar
        lead = cue
        while lead > self._done and words[lead - 1].low in grammar.inverting:
            lead -= 1
        stop = cue + length
        told = words[cue].low in self._reports.telling
        if lead > self._done and words[lead - 1].text == "," and not told:
            read = mention_after(words[: cue + _BACK], stop, grammar)
            if not read or read[0].kind is None:
                return
            mention, comma, stop = read[0], lead - 1, read[1]
        else:
            low = max(self._done, cue - _SUBJECT)
            found = mention_before(words[low:cue], cue - low, 0, grammar) if low < cue else None
            opened = self._comma_before(found, low) if found and self._is_next(found, cue) else None
            if found is None or opened is None:
                opened = next((number for number in range(cue - 1, low, -1) if words[number].text == ","), None)
                found = self._heavy_subject(opened, cue) if opened else None
            if found is None or opened is None:
                return
            mention, comma = found, opened
        stop = self._reports.after_noun_phrase(words, stop) if told else stop
        stop = self._reports.after_circumstances(words, stop)
        if stop < len(words) and words[stop].text not in ",.!…;–—-" and not self._only_marks(stop):
            return
        if self._speaks(mention, cue):
            yield from self._around(comma, stop, mention, self._span(cue, length), "aside")

    def _is_next(self, mention: Mention, cue: int) -> bool:
        """Say whether a mention, or its apposition, ends right before a verb."""
        at = cue - 1
        while (
            at > 0
            and (words := self._words)
            and (words[at].low in self._grammar.between or words[at].low in self._grammar.auxiliaries)
        ):
            at -= 1
        return at >= 0 and (self._words[at].end <= mention.end or self._words[at].text in ",–—")

    def _heavy_subject(self, comma: int, cue: int) -> Mention | None:
        """Read a subject with much behind it, between a comma and its verb: "people near the court said"."""
        if any(self._reports.is_finite(self._words, number) for number in range(comma + 1, cue)):
            return None
        return subject_of(self._words, comma + 1, cue, self._grammar)

    def _comma_before(self, mention: Mention, low: int) -> int | None:
        """Give the number of the comma right before a mention, its determiner, title, role and "as" passed over."""
        words, grammar = self._words, self._grammar
        first = min(mention.start, mention.role[0] if mention.role and mention.role[0] < mention.start else mention.start)
        at = next((number for number in range(low, len(words)) if words[number].start >= first), low) - 1
        while at >= low and (
            words[at].low in grammar.determiners
            or words[at].low in grammar.titles
            or words[at].text == "."
            or words[at].low in grammar.quoting_as
        ):
            at -= 1
        return at if at > self._done and words[at].text == "," else None

    def _only_marks(self, at: int) -> bool:
        """Say whether no word follows."""
        return not any(word.is_word or word.text == QUOTED for word in self._words[at:])

    def _by_source(self, at: int, length: int) -> Iterator[Clause]:
        """Read the clause beside "according to X"."""
        words, grammar = self._words, self._grammar
        opens = self._is_opening(at)
        comma = next((number for number in range(at, min(at + _SUBJECT, len(words))) if words[number].text == ","), None)
        read = mention_after(words[: comma if opens and comma else at + _BACK], at + length, grammar)
        if not read or self._span(at, length) in self._quoting:
            return
        mention, stop = read
        inside = [word for word in words[at + length : stop + 1] if mention.start <= word.start < mention.end]
        if mention.kind == "unnamed" and not is_plausible(words[at + length : stop], mention, grammar):
            return
        head = takewhile(lambda word: word.low not in grammar.connectives and word.low not in grammar.prepositions, inside)
        if any(word.low in self._reports.no_source for word in head):
            return
        if opens:
            if comma:
                mention, first = self._with_role(mention, comma)
                yield from self._made(first, self._end(first), mention, self._span(at, length), "source")
            return
        yield from self._around(at, stop, mention, self._span(at, length), "source")

    def _with_role(self, mention: Mention, comma: int) -> tuple[Mention, int]:
        """Add the role between commas after the name of a source, and give where the clause starts."""
        words, after = self._words, comma + 1
        close = next((number for number in range(after, min(after + _SUBJECT, len(words))) if words[number].text == ","), None)
        told = mention.kind == "person" and any(is_role(word, self._grammar) for word in words[after : after + _NEAR])
        if close is None or not told or any(self._reports.is_finite(words, number) for number in range(after, close)):
            return mention, after
        return mention._replace(role=stretch(words, after, close)), close + 1

    def _by_inverted_pronoun(self, at: int) -> Iterator[Clause]:
        """Read the clause before "a-t-elle ajouté"."""
        words = self._words
        found = inverted_pronoun(words, at, self._grammar)
        if not found or not found.mention or not found.cue or found.cue in self._quoting:
            return
        start, end = found.cue
        cue = next(number for number in range(at, len(words)) if words[number].start <= start < words[number].end)
        if words[cue].low[: end - start] in self._reports.saying:
            yield from self._around(at - 1, cue + 1, found.mention, found.cue, "aside")

    def _is_opening(self, at: int) -> bool:
        """Say whether nothing but conjunctions stands before a token in what is left of its sentence."""
        return all(not word.is_word or word.low in self._grammar.coordinators for word in self._words[self._done : at])

    def _around(self, before: int, after: int, mention: Mention, cue: tuple[int, int], rule: str) -> Iterator[Clause]:
        """Read a clause that an attribution ends or interrupts; in two pieces where the first is no clause yet."""
        words, reports, first = self._words, self._reports, self._done
        while first < before and (not words[first].is_word or words[first].low in self._grammar.coordinators):
            if words[first].text == QUOTED:
                break
            first += 1
        colon = [number for number in range(first, before) if words[number].text in ";:"]
        first = colon[-1] + 1 if colon else first
        if first >= before or self._quotes(first, before):
            return
        whole = reports.is_clause(words[:before], first)
        parted = after < len(words) and words[after].text == ","
        if whole or (parted and not opens_circumstance(words[:before], first, self._grammar)):
            yield from self._made(first, before, mention, cue, rule, piece=not whole)
        self._done = max(self._done, after)
        if parted and not whole:
            yield from self._made(after + 1, self._end(after + 1), mention, cue, rule)

    def _quotes(self, first: int, stop: int) -> bool:
        """Say whether some tokens are a quotation and the words that attribute it: "“…,” X said, according to Y"."""
        words = self._words
        said = any(self._reports.cue(words, number) for number in range(first, stop))
        return said and words[first].text == QUOTED

    def _end(self, opening: int) -> int:
        """Give the number of the token after the clause that starts at one: where the one who tells goes on."""
        words, grammar, reports = self._words, self._grammar, self._reports
        aside = self._next_comma(opening + 1, len(words)) if opening < len(words) and words[opening].text == "," else None
        for at in range(aside or opening, len(words))[1:]:
            word = words[at]
            if word.text == ";":
                return at
            if word.text == "," and self._ends_clause(at + 1):
                return at
            if reports.source(words, at) or (word.low in grammar.coordinators and self._goes_on(at + 1)):
                return at
            if word.text in "–—-:" and at + 1 < len(words) and words[at + 1].text == QUOTED:
                return at
        return len(words)

    def _goes_on(self, at: int) -> bool:
        """Say whether the speaker's next verb of speech stands at a token: "… and said that"."""
        length = self._reports.cue(self._words, at) if at < len(self._words) else 0
        return bool(length) and self._reports.opening(self._words, at, length) is not None

    def _ends_clause(self, at: int) -> bool:
        """Say whether what follows a comma is told, not said: a participle or another verb of speech, or its subject."""
        words, grammar, reports = self._words, self._grammar, self._reports
        if at >= len(words):
            return False
        if reports.source(words, at):
            return True
        joined = words[at].low in reports.breaks
        if words[at].low in reports.contrasts and reports.opens_clause(words, at + 1):
            return True
        limit = min(at + _NEAR, len(words))
        for number in range(at, limit):
            word = words[number]
            if word.text in ",;:" or word.text == QUOTED:
                return False
            if word.low in reports.complementizers and number > at:
                return False
            length = reports.cue(words, number)
            if not length and number == at and word.low in grammar.cues and is_participle(word, grammar):
                return True
            if length:
                following = words[number + length].text if number + length < len(words) else ","
                return number == at or joined or following in ",." or is_participle(word, grammar)
        return False

    def _made(
        self, first: int, stop: int, mention: Mention, cue: tuple[int, int], rule: str, *, piece: bool = False
    ) -> Iterator[Clause]:
        """Make the clause of some tokens, marks at its ends left out, where it has words of its own."""
        words = self._words
        while first < stop and words[first].text in _EDGES:
            first += 1
        while stop > first and words[stop - 1].text in _EDGES and words[stop - 1].text != QUOTED:
            stop -= 1
        own = sum(word.is_word for word in words[first:stop])
        if own < (1 if piece else _FEWEST):
            return
        self._done = max(self._done, stop)
        yield Clause(words[first].start, words[stop - 1].end, mention, cue, rule)

    def _span(self, at: int, length: int) -> tuple[int, int]:
        """Give the offsets of some tokens."""
        return self._words[at].start, self._words[at + length - 1].end
