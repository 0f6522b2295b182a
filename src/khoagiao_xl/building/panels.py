"""The lists at the foot of the dashboard: what falls due next, and what was done last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building.board import JOURNAL, JOURNAL_LINES, LEFT, RIGHT, UPCOMING, UPCOMING_LINES, merge
from khoagiao_xl.building.sheet_styles import LINE, RED
from khoagiao_xl.model import schema

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board


@dataclass(frozen=True)
class Panel:
    """A heading and some lines of a table. first: what stands before the number of the line in the index.

    parts: defined name of a column -> the columns of the dashboard it takes, and its look.
    when_empty: what the last part of the first line says while there is none.
    """

    title: str
    sheet: str
    top: int
    lines: int
    first: str
    parts: Mapping[str, tuple[tuple[int, int], Mapping[str, Any]]]
    when_empty: str = ""


PANELS: Final = (
    Panel(
        "Việc sắp đến hạn ►",
        schema.CALENDAR.sheet,
        UPCOMING,
        UPCOMING_LINES,
        # tblLichHan is kept by day: behind as many lines as lie in the past stand the next ones.
        'COUNTIF(kgLichNgay,"<"&TODAY())+',
        {
            "kgLichNgay": ((1, 2), {"num_format": "dd/mm/yyyy", "align": "left", "bold": True}),
            "kgLichThu": ((3, 3), {}),
            "kgLichLoai": ((4, 6), {}),
            "kgLichViec": ((7, RIGHT), {}),
        },
        "Không còn hạn nào trong sổ này.",
    ),
    Panel(
        "Việc làm gần đây ►",
        schema.JOURNAL.sheet,
        JOURNAL,
        JOURNAL_LINES,
        "",  # tblNhatKy is kept newest first
        {
            "kgNhatKyLuc": ((1, 2), {"num_format": "dd/mm/yyyy hh:mm", "align": "left"}),
            "kgNhatKyThaoTac": ((3, 5), {"bold": True}),
            "kgNhatKyKy": ((6, 6), {"align": "center"}),
            "kgNhatKyKetQua": ((7, RIGHT), {}),
        },
    ),
)


def draw_panels(board: Board) -> None:
    """Draw every list; its heading leads to the sheet it comes from."""
    for panel in PANELS:
        _heading(board, panel)
        for line in range(1, panel.lines + 1):
            _line(board, panel, line)


def _heading(board: Board, panel: Panel) -> None:
    look = board.styles.get(bold=True, font_color=RED, bottom=2, bottom_color=RED)
    merge(board, panel.top, (LEFT, RIGHT), panel.title, look, "")
    target = f"internal:'{panel.sheet}'!A1"
    board.sheet.write_url(panel.top - 1, LEFT, target, look, panel.title)


def _line(board: Board, panel: Panel, line: int) -> None:
    last = next(reversed(panel.parts))
    for name, (columns, look) in panel.parts.items():
        style = board.styles.get(font_size=9, bottom=4, bottom_color=LINE, valign="vcenter", **look)
        empty = panel.when_empty if line == 1 and name == last else ""
        merge(board, panel.top + line, columns, _entry(panel, name, line, empty), style, "")


def _entry(panel: Panel, name: str, line: int, empty: str) -> str:
    """Return the formula of one cell; a line beyond the table's last shows `empty`."""
    at = f"{panel.first}{line}"
    entry = f"INDEX({name},{at})"
    return f'=IF(ROWS({name})<{at},"{empty}",IF({entry}="","",{entry}))'
