"""What departs from the layout of a document, as a table in the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.doors.terminal_table import print_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.results import Outcome

COLUMNS: Final = {"Mức": "gravity", "Quy tắc": "rule", "Chỗ": "place", "Thấy": "found", "Đúng là": "expected",
                  "Cách sửa": "advice"}  # fmt: skip
PIPED_WIDTH: Final = 160  # letters, where no terminal says how wide it is


def print_documents(outcome: Outcome) -> Outcome:
    """Print the table of each document; return the outcome without the lines that the tables hold."""
    shown = 0
    for document in outcome.data["documents"]:
        departures = document["departures"]
        shown += len(departures)
        if departures:
            _print(departures)
    kept = len(outcome.details) - shown
    return replace(outcome, details=outcome.details[:kept])


def _print(departures: list[Mapping[str, Any]]) -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table(show_lines=True)
    for name in COLUMNS:
        table.add_column(name, overflow="fold")
    for departure in departures:
        cells = [escape(departure[name]) for name in COLUMNS.values()]
        table.add_row(*cells)
    print_table(table, PIPED_WIDTH)
