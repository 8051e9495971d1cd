"""Libraries that only some faces need: imported when they are used, and asked for by the line to type where they are absent."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

from malirights.errors import MissingExtraError

__all__ = ["EXTRAS", "need"]

# Each extra of the package, with the modules that it brings.
EXTRAS = {
    "html": ("selectolax",),
    "feeds": ("feedparser", "selectolax"),
    "frame": ("pandas",),
    "arrow": ("pyarrow",),
    "plot": ("matplotlib",),
    "report": ("jinja2",),
    "progress": ("tqdm",),
}


def need(module: str, *, extra: str) -> Any:  # noqa: ANN401 - a module has whatever names it has
    """Import a module that an extra brings.

    Args:
        module: The module, such as "pandas" or "matplotlib.pyplot".
        extra: The extra that brings it.

    Returns:
        The module.

    Raises:
        MissingExtraError: It is not installed.

    Examples:
        >>> need("json", extra="frame").dumps([1])
        '[1]'
        >>> need("pandass", extra="frame")
        Traceback (most recent call last):
        malirights.errors.MissingExtraError: this needs pandass, which is not installed: pip install 'malirights[frame]'
    """
    try:
        found: ModuleType = importlib.import_module(module)
    except ModuleNotFoundError as error:
        message = f"this needs {module.partition('.')[0]}, which is not installed: pip install 'malirights[{extra}]'"
        raise MissingExtraError(message, extra=extra, module=module) from error
    return found
