"""Make the JSON Schema of plain data: `python tools/schema.py > docs/schema.json`."""

from __future__ import annotations

import json
import sys

import malirights as mr


def main() -> None:
    """Write the schema to the standard output."""
    sys.stdout.write(json.dumps(mr.json_schema(), indent=1) + "\n")  # in ASCII, whatever the console takes


if __name__ == "__main__":
    main()
