"""A table on the standard output, as wide as the terminal; a reader who has seen enough is no end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.table import Table


class _Output(Console):
    def on_broken_pipe(self) -> None:
        """Tell it: rich itself would end the whole program without a word."""
        raise BrokenPipeError


def print_table(table: Table, piped_width: int) -> None:
    """Print `table`; into a pipe or file `piped_width` letters wide. Raise OSError where nobody takes it."""
    output = _output(piped_width)
    output.print(table)
    sys.stdout.flush()


def print_lines(lines: Iterable[str], piped_width: int) -> None:
    """Print sentences, none of whose words is cut at the edge. Raise OSError where nobody takes them."""
    output = _output(piped_width)
    for line in lines:
        output.print(Text(line))
    sys.stdout.flush()


def _output(piped_width: int) -> _Output:
    # A narrow pipe would cut the Vietnamese words apart.
    width = None if sys.stdout.isatty() else piped_width
    return _Output(width=width)
