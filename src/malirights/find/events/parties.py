"""Who is who: noun phrases to actors, lists parted, pronouns resolved to those named before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from malirights.find.events.counts import count_of
from malirights.find.events.memory import Memory, Party
from malirights.find.events.sentence import Phrase, Sentence
from malirights.find.events.word import Word
from malirights.find.parties import party_of, traits_of
from malirights.lexicon import Lexicon
from malirights.model import Actor, Count, Span, Trait

__all__ = ["actor", "count_of_parties", "parties", "speaker_of"]

_ACRONYM = 3
_OPENING = frozenset("“”\"‘’'«»:(–—")
_TRAITS: tuple[Trait, ...] = get_args(Trait)


def parties(sentence: Sentence, phrase: Phrase | None, memory: Memory, *, but: Sequence[Party] = ()) -> tuple[Party, ...]:
    """Give the parties of a noun phrase; a pronoun means others than those given."""
    if phrase is None or sentence.is_duration(phrase):
        return ()
    known = memory.read.get((sentence.start, phrase))
    if known is not None:
        return known
    words = sentence.words
    first, after = behind = _behind(sentence, _whose(sentence, phrase)) or (0, 0)
    if first == after:
        return ()
    low, last = sentence.lows[first], sentence.lows[after - 1]
    some_of = words.owners | words.between
    told_after = sentence.lows[after] in words.grammar.relatives  # "five of those who marched"
    if last in words.pronouns and not told_after and after - first > 1 and sentence.lows[after - 2] in some_of:
        return _some_of(sentence, behind, memory.meant(singular=False, but=but))
    if _counts_antecedent(sentence, behind):
        return _some_of(sentence, behind, parties(sentence, sentence.antecedent(first - 1), memory, but=but))
    if last in words.latter and low in words.definite and after - first == 2:  # noqa: PLR2004 - "ces derniers"
        return _meant(sentence, after - 1, memory, but)
    if low in words.pronouns and not told_after and after - first == 1:
        return _meant(sentence, first, memory, but)
    counted = all(map(sentence.is_number, range(first, after)))  # "three were freed"
    if low in words.nobody or (not counted and words.signs.bare.issuperset(sentence.lows[first:after])):
        return ()
    found = memory.read[sentence.start, phrase] = _parties(sentence, _apposed_name(sentence, behind) or behind)
    return found


def _parties(sentence: Sentence, phrase: Phrase) -> tuple[Party, ...]:
    """Give the parties of a noun phrase that is no pronoun: of a list, each."""
    found = [party for part in _parted(sentence, phrase) if (party := _party(sentence, part))]
    return tuple(found[1:] if _are_named_after(found) else found)


def _are_named_after(found: Sequence[Party]) -> bool:
    """Say whether names tell who those are who are counted before them: "two students, Ada Moru and Ivo Tarn"."""
    counted = found[0].number if len(found) > 1 and not found[0].named else None
    return counted is not None and counted.low == counted.high == len(found) - 1 and all(one.named for one in found[1:])


def _apposed_name(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Give the name that tells who holds an office: Ada Moru in "the ousted mayor, Ada Moru, said"."""
    words, after = sentence.words, phrase[1]
    held = words.signs.held
    of = sentence.first_word(phrase[0] + 1, after, words.owners) or after
    named = sentence.tokens[of - 1].is_capital and sentence.lows[of - 1] not in held
    if named or sentence.lows[after] != "," or not sentence.has_word(phrase[0], of, held):
        return None
    name = sentence.forward(after + 1)
    if name is None or name[0] != after + 1 or name[1] - name[0] < 2:  # noqa: PLR2004 - a lone name may be a place
        return None
    first = name[0] + (sentence.lows[name[0]] in words.leading)
    while first < name[1] - 1 and not sentence.tokens[first].is_capital and sentence.lows[first] in held | words.grammar.titles:
        first += 1
    closed = name[1] >= len(sentence.tokens) or not sentence.tokens[name[1]].is_word
    return name if closed and all(sentence.tokens[number].is_capital for number in range(first, name[1])) else None


def _counts_antecedent(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase only counts those before a relative pronoun: "les passants, dont deux ont été tués"."""
    related = sentence.lows[phrase[0] - 1] in sentence.words.grammar.relatives
    return related and all(sentence.counts(number) for number in range(*phrase))


def _meant(sentence: Sentence, pronoun: int, memory: Memory, but: Sequence[Party]) -> tuple[Party, ...]:
    """Give those whom a pronoun means: each time the same."""
    low, words, at = sentence.lows[pronoun], sentence.words, sentence.offsets((pronoun, pronoun + 1))[0]
    if low in words.nobody:
        return ()
    if low in words.things:
        own = _own_body(sentence, pronoun if low in words.possessives else sentence.clause_start(pronoun) - 1)
        return own or _named_body(sentence, pronoun) or memory.body()
    if at not in memory.resolved:
        memory.resolved[at] = memory.meant(singular=low in words.singular, but=but)
    return memory.resolved[at]


def _whose(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Give those whose bodies a phrase is about: "soldiers, whose bodies were found"."""
    if (
        sentence.lows[phrase[0] - 1] not in sentence.words.grammar.relatives
        or sentence.lows[phrase[1] - 1] not in sentence.words.bodies
    ):
        return phrase
    return sentence.antecedent(phrase[0] - 1) or phrase


def _behind(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Give those concerned by a phrase that names an act: "the arrest of Ada Moru"; None where it names none of them."""
    held = sentence.held(phrase)
    if held and sentence.lows[sentence.core(held)[1] - 1] in sentence.words.bodies:
        phrase = held  # "a grave with the remains of nine people"
        of_whom = sentence.forward(held[1] + 1) if sentence.lows[held[1]] in sentence.words.owners else None
        if of_whom and sentence.is_human(of_whom):
            return of_whom  # "the remains of | at least nine people"
    if lifeless := sentence.at(phrase[1], sentence.words.lifeless):
        of_whom = sentence.forward(phrase[1] + lifeless + 1)
        if sentence.lows[phrase[1] + lifeless] in sentence.words.owners and of_whom and sentence.is_human(of_whom):
            return of_whom  # "le corps sans vie d'Ada Moru"
    of = sentence.first_word(phrase[0] + 1, phrase[1], sentence.words.owners)
    head = (of or phrase[1]) - 1
    if sentence.lows[head] in sentence.words.bodies:
        return _of_body(sentence, phrase, of) or phrase
    senses = sentence.words.senses.of(sentence.lows[head])
    limb = of is not None and sentence.at(head, sentence.words.limbs) > 0  # "the hands of four men"
    acts = any(sense.is_noun and sense.head == 1 and sense.frame != "sufferers" for sense in senses)
    if not limb and (not acts or not (of or all(sense.is_noun for sense in senses))):
        return phrase
    if of is None and any(sense.kind == "protest" for sense in senses):
        return phrase  # "banned the march"
    return sentence.forward(of + 1) if of else None


def _of_body(sentence: Sentence, phrase: Phrase, of: int | None) -> Phrase | None:
    """Give those whose bodies a phrase is about, unless it counts the bodies: "the bodies of two men", "her arm"."""
    words = sentence.words
    if any(sentence.counts(number) for number in range(phrase[0], of or phrase[1])):
        return None
    if of:
        whose = sentence.forward(of + 1)
        return whose if whose and sentence.is_human(whose) else None
    mark = next((at for at in range(phrase[0] + 1, phrase[1]) if sentence.lows[at] in words.possessive_marks), None)
    if mark is not None:
        return (phrase[0], mark)
    return (phrase[0], phrase[0] + 1) if sentence.lows[phrase[0]] in words.possessives else None


def _some_of(sentence: Sentence, phrase: Phrase, meant: Sequence[Party]) -> tuple[Party, ...]:
    """Give some of those whom a pronoun means: "one of them", "a number of them"."""
    count = count_of(sentence, phrase)
    if count is None and sentence.has_word(*phrase, sentence.words.ones):
        count = Count(low=1, high=1, span=Span(*sentence.offsets(phrase)))
    return tuple(party._replace(number=count, plural=count is None or count.high != 1) for party in meant[:1])


def _own_body(sentence: Sentence, number: int) -> tuple[Party, ...]:
    """Give the body that is the subject of a clause: "the government lifted its blockade", "denied that it has one"."""
    phrase = sentence.subject_of_clause(number) if number >= 0 else None
    party = _party(sentence, phrase) if phrase and not sentence.is_pronoun(phrase[0]) else None
    if party is None or (party.number and party.number.high == 1):
        return ()
    words, last = sentence.words, sentence.lows[phrase[1] - 1] if phrase else ""
    return (party,) if party.named or last in words.people or not last.endswith(words.plural_endings) else ()


def _named_body(sentence: Sentence, before: int) -> tuple[Party, ...]:
    """Give the organisation that a sentence names last before a token."""
    known = sentence.words.grammar.organisation_nouns
    for number in range(before - 1, -1, -1):
        token = sentence.tokens[number]
        if token.is_capital and token.low in known:
            phrase = sentence.backward(number + 1)
            party = _party(sentence, phrase) if phrase else None
            return (party,) if party else ()
    return ()


def _parted(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Part a list at its commas and at "and", where each side is a phrase of its own."""
    if not sentence.has_word(phrase[0] + 1, phrase[1] - 1, sentence.words.signs.lists):
        return [phrase]
    first = phrase[0] + sentence.quantifier(phrase[0])  # "more than 150 women and girls"
    counted = sentence.is_number(first) or sentence.at(first, sentence.words.quantity_index) > 0
    cuts = [
        number
        for number in range(phrase[0] + 1, phrase[1] - 1)
        if (sentence.lows[number] == "," or sentence.lows[number] in sentence.words.grammar.coordinators)
        and not (sentence.is_number(number - 1) and (sentence.is_number(number + 1) or sentence.joined_number(number - 1)))
        and not (sentence.lows[number + 1] in sentence.words.owners and not sentence.is_human((number + 1, phrase[1])))
        and not (counted and _is_bare(sentence, number + 1))
    ]
    pieces, start = [], phrase[0]
    for cut in [*cuts, phrase[1]]:
        if start < cut:
            pieces.append((start, cut))
        start = cut + 1
    return pieces


def _is_bare(sentence: Sentence, number: int) -> bool:
    """Say whether a noun without a determiner, a number or a capital starts at a token: "dozens of men and boys"."""
    number += sentence.quantifier(number)
    opened = sentence.lows[number] in sentence.words.grammar.determiners or sentence.is_number(number)
    return not (opened or sentence.tokens[number].is_capital)


def _party(sentence: Sentence, phrase: Phrase) -> Party | None:
    """Make a party of a noun phrase."""
    first, after = phrase
    while first < after and not sentence.tokens[first].is_word:
        first += 1
    if first >= after:
        return None
    named_from = first
    while named_from < after - 1 and sentence.lows[named_from] in sentence.words.leading:
        named_from += 1
    after = _without_predicates(sentence, named_from, after)
    bounded = sentence.at(named_from, sentence.words.bounds)
    bounds = named_from + bounded < after and sentence.lows[named_from + bounded] not in sentence.words.owners
    named_from += bounded if bounds else 0
    start, end = sentence.offsets((first, after))
    name = " ".join(sentence.shown((named_from, after)).split()).strip("‘’'\"“”., ")
    if not name:
        return None
    of = sentence.first_word(first + 1, after, sentence.words.owners) or after
    core, head = sentence.lows[of - 1], sentence.tokens[of - 1]
    opens = first == 0 or sentence.tokens[first - 1].text in _OPENING
    alone = opens and of == first + 1 and not any(token.is_capital for token in sentence.tokens[first + 1 : after])
    named = head.is_capital and (not alone or (after - first == 1 and _is_lone_name(sentence, head.low)))
    count = count_of(sentence, (first, after))
    if sentence.words.adjectives_follow:  # adjectives follow it
        person = sentence.first_word(first, of, sentence.words.persons)
        core = core if person is None else sentence.lows[person]
    single = core in sentence.words.persons
    plural = not named and not single and (sentence.is_plural(of - 1) or core in sentence.words.quantifiers)
    if count is None and _is_single(sentence, first, after, core, named=named):
        count = Count(low=1, high=1, span=Span(start, end))
    if count is None and core in sentence.words.bodies and of < after:
        count = _count_of_one(sentence, of + 1, after)
    if count and count.low != 1:
        plural = True
    words = sentence.words
    collective = core in words.people | words.grammar.organisation_nouns and not core.endswith(words.plural_endings)
    return Party(
        start=start,
        end=end,
        name=name,
        number=count,
        plural=plural,
        named=named,
        human=sentence.is_human((first, after)),
        body=count is None and (named or collective),
    )


def _count_of_one(sentence: Sentence, first: int, after: int) -> Count | None:
    """Count the one whose body a phrase is about: "the body of Ada Moru"."""
    one = _is_single(sentence, first, after, sentence.lows[after - 1], named=sentence.tokens[after - 1].is_capital)
    return Count(low=1, high=1, span=Span(*sentence.offsets((first, after)))) if one else None


def _without_predicates(sentence: Sentence, first: int, after: int) -> int:
    """Give where a phrase ends, without what becomes of those in it: "three soldiers dead", "held Ada Moru hostage"."""
    told = (at for at in range(first + 1, after) if sentence.lows[at] in sentence.words.predicatives)
    return next((at for at in told if sentence.is_human((first, at)) or sentence.is_plural(at - 1)), after)


def _is_lone_name(sentence: Sentence, low: str) -> bool:
    """Say whether a capital that opens a sentence is a name, and not a noun of people."""
    words = sentence.words
    other = low in words.humans or low in words.quantifiers or low in words.grammar.roles_and_plurals
    return not other and not low.endswith(words.plural_endings)


def _is_single(sentence: Sentence, first: int, after: int, core: str, *, named: bool) -> bool:
    """Say whether a phrase names one person: a noun of one, or a person's name."""
    words = sentence.words
    if core in words.persons or core in words.grammar.roles:
        opener = sentence.lows[first]
        if core.endswith(words.plural_endings):  # "villageois" may be one or many
            return opener in words.grammar.determiners and not opener.endswith(words.plural_endings)
        return opener not in words.distributive
    if core in words.ordinals:
        return True  # "le troisième a été condamné"
    tokens = sentence.tokens[first:after]
    if not named:
        return False
    names = sentence.words.grammar
    if not sentence.words.persons.isdisjoint(token.low for token in tokens[:-1]) or _has_rank(sentence, tokens):
        return not tokens[-1].low.endswith("s") or tokens[-1].is_capital
    if any(token.is_capital and (token.low in names.organisation_nouns or token.low in names.regions) for token in tokens):
        return False
    capitals = [token for token in tokens if token.is_capital]
    return (
        len(capitals) >= 1
        and all(not token.text.isupper() or len(token.text) < _ACRONYM for token in capitals)
        and not tokens[-1].low.endswith("s")
    )


def _has_rank(sentence: Sentence, tokens: Sequence[Word]) -> bool:
    """Say whether a title stands inside a name: "Police Colonel Ada Moru"."""
    titles = sentence.words.grammar.titles
    return any(token.is_capital and token.low.rstrip(".") in titles for token in tokens[1:-1])


def count_of_parties(found: Sequence[Party]) -> Count | None:
    """Add the numbers of several parties, where each has one."""
    counts = [party.number for party in found]
    if not counts or any(count is None for count in counts):
        return None
    known = [count for count in counts if count is not None]
    if len(known) == 1:
        return known[0]
    high = None if any(count.high is None for count in known) else sum(count.high or 0 for count in known)
    return Count(low=sum(count.low for count in known), high=high, approximate=any(count.approximate for count in known))


def actor(party: Party, text: str, lexicon: Lexicon, country: str | None) -> Actor:
    """Make an actor of a party, with what the lexicon knows of it in a text about a country."""
    mention = text[party.start : party.end]
    known = party_of(mention, lexicon, country=country)
    traits = traits_of(mention, lexicon)
    return Actor(
        name=party.name,
        mention=mention,
        span=Span(party.start, party.end),
        known_as=known.name if known and known.known else None,
        type=known.type if known else None,
        traits=tuple(trait for trait in _TRAITS if trait in traits) if traits else (),
    )


def speaker_of(sentence: Sentence, memory: Memory) -> tuple[Party, ...]:
    """Give the organisation that speaks in a sentence: the subject of its verb of saying."""
    announcers = sentence.words.announcers
    if not sentence.has_word(0, len(sentence.tokens), announcers):
        return ()
    for number, token in enumerate(sentence.tokens):
        if token.low in announcers:
            inverted = (
                sentence.forward(number + 1)
                if number + 1 < len(sentence.tokens) and sentence.tokens[number + 1].is_capital
                else None
            )
            near = sentence.backward(number) if number and sentence.tokens[number - 1].is_capital else None
            phrase = inverted or near or sentence.subject(number)
            found = parties(sentence, phrase, memory)
            if found and found[0].named:
                return found[:1]
    return ()
