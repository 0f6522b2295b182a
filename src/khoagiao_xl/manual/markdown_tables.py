"""A table of the user guide as it stands in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

_RULE: Final = "---"  # of each column, below its heading


def markdown_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the lines of a table, the last one ended too."""
    rule = [_RULE for _ in headings]
    lines = [headings, rule, *rows]
    return "".join(map(_line, lines))


def _line(cells: Sequence[str]) -> str:
    inner = " | ".join(cells)
    return f"| {inner} |\n"
