"""A table on the standard output, as wide as the terminal; a reader who has seen enough is no end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from rich.table import Table


class _Output(Console):
    def on_broken_pipe(self) -> None:
        """Tell it: rich itself would end the whole program without a word."""
        raise BrokenPipeError


def print_table(table: Table, piped_width: int) -> None:
    """Print `table`; into a pipe or file `piped_width` letters wide. Raise OSError where nobody takes it."""
    # A narrow pipe would cut the Vietnamese words apart.
    width = None if sys.stdout.isatty() else piped_width
    output = _Output(width=width)
    output.print(table)
    sys.stdout.flush()
