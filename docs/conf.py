"""How Sphinx builds the documentation: `python -m sphinx -W -b html docs docs/_build/html`."""

from __future__ import annotations

import base64
from doctest import NORMALIZE_WHITESPACE, DocTestParser, DocTestRunner
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import malirights as mr

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "malirights"
author = "The malirights contributors"
project_copyright = author
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "_generated"]
html_theme = "furo"
html_title = "malirights"
html_extra_path = ["schema.json"]

default_role = "code"  # docstrings mark code with single backticks
myst_heading_anchors = 3
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

nitpicky = True
# The documentation is built without a network, and so without the inventory of Python's own.
nitpick_ignore_regex = [
    (r"py:.*", r"(collections|concurrent|datetime|os|pathlib|typing|dt)\..*"),
    (r"py:.*", r"(Executor|IO|Any|Iterable|Iterator|Mapping|Path|PathLike|Callable|_Table|Thing|Of|Only|_Built|Lexicon\._.*)"),
    (r"py:.*", r"(By|Day|EventStatus|Finding|Fit|Group|PartKind|Portion|Precision|Reason|Relation|Scheme)"),
    (r"py:.*", r"(Axes|PeriodLength|Side|Source|SpeakerKind|Told|Trait|Words)"),
    (r"py:.*", r"malirights\.(ask|lexicon|faces)\..*\._?[A-Z]\w*"),
]

_PAGE = """September 28, 2016

Paul Moru was convicted by the court of Velmora on 27 September 2016. He was sentenced to nine years in prison.

August 22, 2016

The trial of Paul Moru opened in Velmora on 22 August 2016.

December 4, 2013

The remains of 21 bakers were found near Orvel on 3 December 2013. The 21 bakers were abducted in May 2012 by Paul Moru.

June 14, 2012

Armed men abducted 21 bakers in Orvel on 12 May 2012. At least six millers were killed in Karvane on 3 June 2012.
"""  # the page of the tutorial on accountability


_PLOTS = {
    "events": "Events in rows along a time axis: dots for days, bars for times that are known less exactly.",
    "counts": "Stacked bars of events for each year, with a colour for each kind.",
    "actors": "A matrix with perpetrators as rows, kinds of events as columns, and numbers in its cells.",
    "statements": "Two pictures on one time axis: events by year and kind, and statements by year.",
}  # what those see who do not see the pictures of the how-to on plots


def setup(app: Sphinx) -> None:
    """Draw the pictures, and tell Sphinx where the types of signatures are documented."""
    _draw(Path(app.srcdir, "_generated"))
    _plot(Path(app.srcdir, "howto", "plots.md"), Path(app.srcdir, "_generated"))
    app.connect("missing-reference", _public)
    app.connect("autodoc-process-docstring", _whole, priority=400)


def _draw(folder: Path) -> None:
    """Write what a notebook shows, of the sample page, so that the pages show what the code draws."""
    folder.mkdir(exist_ok=True)
    statements = mr.statements(mr.parse(mr.sample()), until="2014", contains="ostrel")
    drawn = mr.chronology(statements, by="year", silence=90)
    folder.joinpath("chronology.html").write_text(drawn._repr_html_(), "utf-8")
    road = mr.accountability(mr.parse(_PAGE))[0]
    folder.joinpath("road.html").write_text(road._repr_html_(), "utf-8")


def _plot(page: Path, folder: Path) -> None:
    """Run the how-to on plots, and keep the pictures that it saves; without matplotlib, the page says that they are missing."""
    names: dict[str, Path] = {}
    if find_spec("matplotlib"):
        test = DocTestParser().get_doctest(page.read_text("utf-8"), {}, page.name, str(page), 0)
        DocTestRunner(optionflags=NORMALIZE_WHITESPACE).run(test, clear_globs=False)
        names = test.globs
    for name, seen in _PLOTS.items():
        shown = "<p><em>This picture is drawn where matplotlib is installed.</em></p>"
        if "folder" in names:
            picture = base64.b64encode((names["folder"] / f"{name}.svg").read_bytes()).decode("ascii")
            shown = f'<img alt="{seen}" src="data:image/svg+xml;base64,{picture}">'
        folder.joinpath(f"plot-{name}.html").write_text(shown, "utf-8")


def _public(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement) -> nodes.Element | None:
    """Resolve a class by its public name: signatures name the module that defines it, the reference the package."""
    if node.get("refdomain") != "py":
        return None
    name = "malirights." + node["reftarget"].rpartition(".")[2]
    if name == node["reftarget"]:
        return None
    domain = env.get_domain("py")
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", name, node, content)


def _whole(app: Sphinx, what: str, name: str, thing: object, options: object, lines: list[str]) -> None:  # noqa: ARG001, PLR0917 - as Sphinx calls it
    """Keep a property's first line whole: Napoleon takes the words before a colon in it for a type."""
    if what == "property" and lines:
        lines[0] = lines[0].replace(": ", " – ", 1)
