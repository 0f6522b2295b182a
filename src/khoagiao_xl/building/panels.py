"""The lists at the foot of the dashboard: what falls due next, and what was done last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building.board import JOURNAL, JOURNAL_LINES, LEFT, RIGHT, UPCOMING, UPCOMING_LINES
from khoagiao_xl.building.sheet_styles import HEADING, LINE
from khoagiao_xl.model import schema

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board

_LINE: Final = {"font_size": 9, "bottom": 4, "bottom_color": LINE, "valign": "vcenter"}
# A line of a panel; one beyond the table's last shows `empty`.
_ENTRY: Final = '=IF(ROWS({name})<{at},"{empty}",IF(INDEX({name},{at})="","",INDEX({name},{at})))'


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
        for number in range(1, panel.lines + 1):
            _line(board, panel, number)


def _heading(board: Board, panel: Panel) -> None:
    board.write(panel.top, (LEFT, RIGHT), panel.title, HEADING)
    look = board.styles.get(**HEADING)
    target = f"internal:'{panel.sheet}'!A1"
    board.sheet.write_url(panel.top - 1, LEFT, target, look, panel.title)


def _line(board: Board, panel: Panel, number: int) -> None:
    row = panel.top + number
    at = f"{panel.first}{number}"
    *_, last = panel.parts
    for name, (columns, own) in panel.parts.items():
        empty = panel.when_empty if number == 1 and name == last else ""
        formula = _ENTRY.format(
            name=name,
            at=at,
            empty=empty,
        )
        board.write(row, columns, formula, {**_LINE, **own})
