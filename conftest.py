"""Examples that need an extra, in docstrings and in the documentation, run where it is installed."""

from __future__ import annotations

import re
from importlib.util import find_spec

import pytest
from _pytest.doctest import DoctestItem

from malirights.faces.extras import EXTRAS

_WITH_EXTRA = re.compile(r"# with malirights\[(\w+)\]")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the examples that say `# with malirights[EXTRA]` where a module of that extra is absent."""
    for item in items:
        if not isinstance(item, DoctestItem):
            continue
        text = "".join(example.source for example in item.dtest.examples)
        absent = {module for extra in _WITH_EXTRA.findall(text) for module in EXTRAS[extra] if find_spec(module) is None}
        if absent:
            item.add_marker(pytest.mark.skip(reason=f"this example needs {', '.join(sorted(absent))}"))
