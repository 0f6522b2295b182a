"""The lists of the dashboard: what falls due next, and what was done last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building.board import FOOT, FOOT_LINES, LIST_LINES, LISTS_AT, MIDDLE, RIGHT
from khoagiao_xl.building.sheet_styles import HEADING, LINE, RED, SMALL
from khoagiao_xl.model import schema

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board, Columns

_LINE: Final = {**SMALL, "bottom": 4, "bottom_color": LINE}
_DAY: Final = {"num_format": "dd/mm", "align": "center", "bold": True}
LONGEST, LONGEST_DUTY = 125, 95  # letters that two lines of each list have room for
_SHORTENED: Final = 'IF(LEN({text})>{longest},LEFT({text},{longest})&"…",{text})'


def _shortened(text: str, longest: int) -> str:
    return _SHORTENED.format(text=text, longest=longest)


@dataclass(frozen=True)
class Panel:
    """A heading and some lines of a table.

    name: a defined name of a column that tells how many lines there are. first: what stands before the
    number of the line in the index. parts: columns of the dashboard -> what they show of the line {at}, and
    how. when_empty: what the last part of the first line says while there is none. lines: how many.
    """

    title: str
    sheet: str
    top: int
    name: str
    first: str
    parts: Mapping[Columns, tuple[str, Mapping[str, Any]]]
    when_empty: str
    lines: int = LIST_LINES


_DUE: Final = "INDEX(kgLichNgay,{at})"
_LEFT: Final = f'IF({_DUE}=TODAY(),"hôm nay","còn "&({_DUE}-TODAY())&" ngày")'
_DUTY: Final = 'INDEX(kgLichLoai,{at})&": "&INDEX(kgLichViec,{at})'
_DONE: Final = 'INDEX(kgNhatKyThaoTac,{at})&" "&INDEX(kgNhatKyKy,{at})&": "&INDEX(kgNhatKyKetQua,{at})'
PANELS: Final = (
    Panel(
        "Việc sắp đến hạn ►",
        schema.CALENDAR.sheet,
        LISTS_AT,
        "kgLichNgay",
        # tblLichHan is kept by day: behind as many lines as lie in the past stand the next ones.
        'COUNTIF(kgLichNgay,"<"&TODAY())+',
        {
            (MIDDLE, MIDDLE): (_DUE, _DAY),
            (MIDDLE + 1, MIDDLE + 2): (_LEFT, {"font_color": RED, "bold": True}),
            (MIDDLE + 3, RIGHT): (_shortened(_DUTY, LONGEST_DUTY), {}),
        },
        "Không còn hạn nào trong sổ này.",
    ),
    Panel(
        "Việc làm gần đây ►",
        schema.JOURNAL.sheet,
        FOOT,
        "kgNhatKyLuc",
        "",  # tblNhatKy is kept newest first
        {
            (MIDDLE, MIDDLE + 1): (
                "INDEX(kgNhatKyLuc,{at})",
                {"num_format": "dd/mm hh:mm", "align": "center"},
            ),
            (MIDDLE + 2, RIGHT): (_shortened(_DONE, LONGEST), {}),
        },
        "Chưa có việc nào.",
        FOOT_LINES,
    ),
)


def draw_panels(board: Board) -> None:
    """Draw every list; its heading leads to the sheet it comes from."""
    for panel in PANELS:
        look = {**HEADING, "indent": 1}
        columns = (MIDDLE, RIGHT)
        board.link(panel.top, columns, panel.sheet, panel.title, look)
        for number in range(1, panel.lines + 1):
            _line(board, panel, number)


def _line(board: Board, panel: Panel, number: int) -> None:
    at = f"{panel.first}{number}"
    *_, last = panel.parts
    is_there = f'IF(ROWS({panel.name})<{at},FALSE,INDEX({panel.name},{at})<>"")'
    for columns, (shown, own) in panel.parts.items():
        is_first = number == 1 and columns == last
        empty = panel.when_empty if is_first else ""
        text = shown.format(at=at)
        formula = f'=IF({is_there},{text},"{empty}")'
        look = {**_LINE, **own}
        row = panel.top + number
        board.write(row, columns, formula, look)
