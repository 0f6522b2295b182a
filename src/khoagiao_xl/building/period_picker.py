"""The head of the dashboard: the chosen period, its days, how long is left, how many have reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building import defined_names, tiles
from khoagiao_xl.building.board import CAPTIONS, VALUES, merge
from khoagiao_xl.building.sheet_styles import GOLD, INK, LINE, MUTED, RED
from khoagiao_xl.model.schema import DASHBOARD, HEADER_ROW

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.building.board import Board
    from khoagiao_xl.model.records import Deadline

PICKER, DAYS_LEFT, REPORTED = (1, 2), (9, 10), (15, 16)  # columns
FRAME: Final[dict[str, Any]] = {
    "bold": True,
    "font_size": 13,
    "align": "center",
    "valign": "vcenter",
    "border": 1,
    "border_color": LINE,
}
LATE, SOON, CLOSED = "#F7A99C", "#FFE08A", "#E0E0E0"
SOON_DAYS: Final = 3

# The month that the office is in the middle of: the first one that is not closed yet, after the last one
# the last. A formula, so that a master opened later opens on the month of that day; whoever chooses a period
# puts it in the formula's place, and the master then opens on what was chosen last.
_IS_MONTH: Final = '(MID(dsKy,6,1)="M")'
_FAR: Final = 100_000  # beyond any row of the table
_FIRST_OPEN: Final = f"SUMPRODUCT(MAX((kgHanKhoa>=TODAY())*{_IS_MONTH}*({_FAR}-ROW(dsKy))))"
_LAST_MONTH: Final = f"SUMPRODUCT(MAX({_IS_MONTH}*ROW(dsKy)))"
_ROW: Final = f"IF({_FIRST_OPEN}=0,{_LAST_MONTH},{_FAR}-{_FIRST_OPEN})-{HEADER_ROW}"
DUE_NOW: Final = f'=IFERROR(INDEX(dsKy,{_ROW}),INDEX(dsKy,1)&"")'


def draw_period(board: Board) -> None:
    """Draw the period picker and, beside it, its days."""
    _picker(board)
    _days(board)
    _days_left(board)
    _reported(board)


def _picker(board: Board) -> None:
    look = {**FRAME, "font_size": 15, "bg_color": GOLD, "border_color": RED, "border": 2}
    caption = board.styles.get(font_size=9, bold=True, font_color=RED, align="center")
    merge(board, CAPTIONS, PICKER, "KỲ BÁO CÁO ▼", caption, "")
    merge(board, VALUES, PICKER, DUE_NOW, board.styles.get(**look), board.deadline.period)
    board.workbook.define_name(defined_names.PERIOD, f"='{DASHBOARD}'!$B${VALUES}")
    choice = {
        "validate": "list",
        "source": "=dsKy",
        "error_title": "Không có kỳ này",
        "error_message": "Chọn một kỳ có trong trang «Thời hạn».",
    }
    board.sheet.data_validation(VALUES - 1, 1, VALUES - 1, 1, choice)


def _caption(board: Board, columns: tuple[int, int], text: str) -> None:
    look = board.styles.get(font_size=9, font_color=MUTED, align="center", valign="vcenter")
    merge(board, CAPTIONS, columns, text, look, "")


def _days(board: Board) -> None:
    look = board.styles.get(**FRAME, num_format="dd/mm/yyyy")
    for label, (columns, name, value) in _shown_days(board.deadline).items():
        _caption(board, columns, label)
        merge(board, VALUES, columns, f"={of_the_period(name)}", look, (value - defined_names.EPOCH).days)


def _shown_days(line: Deadline) -> dict[str, tuple[tuple[int, int], str, date]]:
    """Return caption -> columns, name of the column of tblThoiHan, what it holds at first."""
    return {
        "Từ ngày": ((3, 4), "kgHanTuNgay", line.starts),
        "Đến ngày": ((5, 6), "kgHanDenNgay", line.ends),
        "Hạn đơn vị": ((7, 8), "kgHanDonVi", line.unit_due),
        "Hạn báo cáo": ((11, 12), "kgHanBaoCao", line.report_due),
        "Hạn khóa": ((14, 14), "kgHanKhoa", line.closes),
    }


def of_the_period(name: str, otherwise: str = '""') -> str:
    """Return the piece of a formula that gives a day of the chosen period, from a column of tblThoiHan."""
    return f"IFERROR(INDEX({name},MATCH({defined_names.PERIOD},dsKy,0)),{otherwise})"


def _days_left(board: Board) -> None:
    due, closes = f"$H${VALUES}", f"$O${VALUES}"
    to_come = f'IF({due}=TODAY(),"hôm nay","còn "&({due}-TODAY())&" ngày")'
    past = f'IF({closes}<TODAY(),"đã khóa","quá "&(TODAY()-{due})&" ngày")'
    _caption(board, DAYS_LEFT, "Còn lại")
    # No right value can be stored: it changes daily; Excel and LibreOffice work it out when they open.
    formula = f'=IF({due}="","",IF({due}<TODAY(),{past},{to_come}))'
    merge(board, VALUES, DAYS_LEFT, formula, board.styles.get(**FRAME), "")
    owing = f"{tiles.REPORTED}<{defined_names.OWING}"
    _colour_days_left(board, f"{closes}<TODAY()", due, CLOSED)
    _colour_days_left(board, f"{due}<TODAY(),{owing}", due, LATE)
    _colour_days_left(board, f"{due}-TODAY()<={SOON_DAYS},{owing}", due, SOON)


def _colour_days_left(board: Board, condition: str, due: str, colour: str) -> None:
    look = board.styles.change(bg_color=colour, font_color=INK)
    rule = {
        "type": "formula",
        "format": look,
        "criteria": f'=AND({due}<>"",{condition})',
        "stop_if_true": True,
    }
    first, last = DAYS_LEFT
    board.sheet.conditional_format(VALUES - 1, first, VALUES - 1, last, rule)


def _reported(board: Board) -> None:
    _caption(board, REPORTED, "Đã báo cáo")
    formula = f'={tiles.REPORTED}&" / "&{defined_names.OWING}&" đơn vị"'
    at_first = f"0 / {len(board.owing)} đơn vị"
    merge(board, VALUES, REPORTED, formula, board.styles.get(**FRAME), at_first)
