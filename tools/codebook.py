"""Make the codebook from the data of the package: `python tools/codebook.py > docs/codebook.md`."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import malirights as mr
from malirights.model.codes import SCHEMES, codes_of
from malirights.model.conditions import CONDITIONS

INTRO = """\
# Codebook

<!-- Made by tools/codebook.py from src/malirights/model/kinds.toml and codes.csv; do not edit. -->

What happened is told in {count} kinds of events. Each has a definition, an example and a counter-example, which are invented
from end to end, and its counterparts in eight other vocabularies.

```pycon
>>> import malirights as mr
>>> kind = mr.EventKind("abduction")
>>> kind.group, kind.codes("ACLED")
('violation', (Code('ACLED', 'Violence against civilians/Abduction/forced disappearance', 'exact'),))
>>> [str(kind) for kind in mr.kinds(group="violation", code=("CAMEO", "1712"))]
['heritage_destruction', 'forced_eviction', 'property_destruction']

```

The kind follows the act and its result, not the means: people killed by a bomb are a `killing`. Two acts are two events: who is
found guilty and given twelve years in one sentence is in a `conviction` and in a `sentence`.

## How to read the codes

`kind.codes(scheme)` gives the codes that follow from the kind alone. A code with something under "only where" depends on more,
and comes only from `event.codes(scheme)`, where the event's parties show it:

```pycon
>>> kind.codes("CAAC6")
()
>>> girl = mr.Actor(name="girl", mention="a girl of nine", span=mr.Span(0, 14), traits=("child",))
>>> event = mr.Event(kind="abduction", trigger=mr.Span(19, 27), sentence=mr.Span(0, 28), victims=(girl,))
>>> event.codes("CAAC6")
(Code('CAAC6', 'abduction', 'conditional', conditional),)

```

What an event must show is read from the `type` and the `traits` of its actors. Where a person must judge, no event ever has
the code: it is listed for whoever codes by hand. An empty answer means that the vocabulary has nothing for the kind, or nothing
that is known to hold. A code marked "unverified" was not seen at its source, and comes only with `unverified=True`.

Parties that fight in armed conflicts show no more than that. Where soldiers shoot people dead in a country at peace, the code
for deaths in a conflict comes too, and is yours to drop. Nor do the codes of the Rome Statute say that the act was part of an
attack on civilians (article 7), or of an armed conflict (article 8; "NIAC" is one that is not international): a court does.

| fit | what the code means |
| --- | --- |
| exact | the same as the kind |
| close | nearly the same |
| broad | the kind and more |
| narrow | a part of the kind; whether the event is in that part, its reader decides |
| partial | something that overlaps with the kind |
| inverse | the opposite, such as the denial of what happened |
| pattern | an instance of a family of codes, of which the right at stake chooses |
| added | something to code beside another code |
| conditional | the same as the kind where something more holds |

| scheme | vocabulary | read in |
| --- | --- | --- |
"""
OUTRO = """\

Of every vocabulary the package holds codes and labels, which are facts, and no prose. PLOVER is licensed CC BY-SA, and
OpenEvSys, in which the HURIDOCS lists were read, under the AGPL. `code.source` says for each code where it was read.
"""
VOCABULARIES = {
    "PLOVER": "Political Language Ontology for Verifiable Event Records, 2.0: event type and mode; the note names its contexts",
    "CAMEO": "Conflict and Mediation Event Observations",
    "ACLED": "Armed Conflict Location & Event Data: event type and sub-event type",
    "HURIDOCS": "HURIDOCS micro-thesauri, with the number of the list before the colon",
    "ICCS": "International Classification of Crime for Statistical Purposes",
    "ROME": "Rome Statute of the International Criminal Court, articles 7 and 8",
    "CAAC6": "the six grave violations against children in armed conflict",
    "SDG": "indicators of the Sustainable Development Goals",
}
GROUPS = {
    "violation": "Violations",
    "context": "Context",
    "accountability": "Accountability",
    "reporting": "Reporting",
}


def main() -> None:
    """Write the page to the standard output."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # the console's own may be another
    sys.stdout.writelines(f"{line}\n" for line in page())


def page() -> Iterator[str]:
    """Give the lines of the page."""
    entries = tomllib.loads(resources.files("malirights.model").joinpath("kinds.toml").read_text("utf-8"))
    yield INTRO.format(count=len(mr.kinds())).rstrip("\n")
    for scheme in SCHEMES:
        yield f"| {scheme} | {VOCABULARIES[scheme]} | {'; '.join(_sources(scheme))} |"
    yield OUTRO.rstrip("\n")
    for group, title in GROUPS.items():
        yield f"\n## {title}"
        for kind in mr.kinds(group=group):
            yield from _kind(kind, entries[kind])


def _sources(scheme: str) -> list[str]:
    """Name where the codes of a scheme were read, each once."""
    codes = (code for kind in mr.kinds() for code in _all_codes(kind, scheme))
    return list(dict.fromkeys(code.source for code in codes if code.source))


def _all_codes(kind: mr.EventKind, scheme: str) -> tuple[mr.Code, ...]:
    """Give the codes of a kind with those that depend on more, and those that are not verified."""
    return codes_of(kind, scheme, shown=CONDITIONS, unverified=True)


def _kind(kind: mr.EventKind, entry: dict[str, Any]) -> Iterator[str]:
    """Give the lines of a kind."""
    other = entry["counter_example"]
    yield f"\n### `{kind}`\n"
    yield re.sub(r"`(\w+)`", r"[`\1`](#\1)", kind.definition)
    yield f"\n- Is: “{entry['example']}”"
    yield f"- Is not: “{other['text']}” That is [`{other['instead']}`](#{other['instead']})."
    yield "\n| scheme | code | label | fit | only where | note |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for scheme in SCHEMES:
        for code in _all_codes(kind, scheme):
            yield _row(code)
    if without := [scheme for scheme in SCHEMES if not _all_codes(kind, scheme)]:
        yield f"\nNo counterpart: {', '.join(without)}."


def _row(code: mr.Code) -> str:
    """Give the row of a code."""
    fit = code.fit if code.verified else f"{code.fit}, unverified"
    conditions = [CONDITIONS[name] for name in code.conditions if name != "judgement"]
    note = code.note or ""
    if "judgement" in code.conditions:
        conditions.append(f"a person judges that {note.partition('; ')[0]}")
        note = note.partition("; ")[2]
    cells = (code.scheme, f"`{code.code}`", code.name or "", fit, "; ".join(conditions), note)
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
