"""A progress bar in the terminal; nothing at all where nobody looks."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from khoagiao_xl.model.results import Progress, in_silence

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def show_progress(*, quiet: bool) -> Iterator[Progress]:
    """Yield the function that steps report to; the bar goes to stderr and vanishes at the end."""
    if quiet or not sys.stderr.isatty():
        yield in_silence
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def report(what: str, done: int, of: int) -> None:
            bar.update(task, description=what, completed=done, total=of)

        yield report
