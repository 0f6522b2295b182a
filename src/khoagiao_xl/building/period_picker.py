"""The head of the dashboard: the chosen period, its days, how long is left, how many have reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building.board import CAPTIONS, VALUES
from khoagiao_xl.building.defined_names import OWING, PERIOD
from khoagiao_xl.building.sheet_styles import FRAME, GOLD, INK, MUTED, RED
from khoagiao_xl.building.state_counts import REPORTED
from khoagiao_xl.model.schema import HEADER_ROW

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board

_PICKER, _DAYS_LEFT, _REPORTED = (1, 2), (9, 10), (15, 16)  # columns
_CAPTION: Final = {"font_size": 9, "font_color": MUTED, "align": "center", "valign": "vcenter"}
_PICKER_CAPTION: Final = {**_CAPTION, "bold": True, "font_color": RED}
_PICKED: Final = {**FRAME, "font_size": 15, "bg_color": GOLD, "border_color": RED, "border": 2}
_CHOICE: Final = {
    "validate": "list",
    "source": "=dsKy",
    "error_title": "Không có kỳ này",
    "error_message": "Chọn một kỳ có trong trang «Thời hạn».",
}
# Caption -> columns, and the name of the column of tblThoiHan.
_DAYS: Final = {
    "Từ ngày": ((3, 4), "kgHanTuNgay"),
    "Đến ngày": ((5, 6), "kgHanDenNgay"),
    "Hạn đơn vị": ((7, 8), "kgHanDonVi"),
    "Hạn báo cáo": ((11, 12), "kgHanBaoCao"),
    "Hạn khóa": ((14, 14), "kgHanKhoa"),
}

# The month that the office is in the middle of (`office/month_in_hand`): the first that is not closed yet;
# when the year is over the last one that was taken in, for that is what is looked at then, else the last.
# A formula, so that a master opened later opens on the month of that day; whoever chooses a period puts it in
# the formula's place, and the master then opens on what was chosen last.
_IS_MONTH: Final = '(MID(dsKy,6,1)="M")'
_FAR: Final = 100_000  # beyond any row of the table
_FIRST_OPEN: Final = f"SUMPRODUCT(MAX((kgHanKhoa>=TODAY())*{_IS_MONTH}*({_FAR}-ROW(dsKy))))"
_LAST_MONTH: Final = f"SUMPRODUCT(MAX({_IS_MONTH}*ROW(dsKy)))"
_LAST_TAKEN: Final = f"SUMPRODUCT(MAX({_IS_MONTH}*(COUNTIF(kgNhanKy,dsKy)>0)*ROW(dsKy)))"
_WHEN_OVER: Final = f"IF({_LAST_TAKEN}=0,{_LAST_MONTH},{_LAST_TAKEN})"
_ROW: Final = f"IF({_FIRST_OPEN}=0,{_WHEN_OVER},{_FAR}-{_FIRST_OPEN})-{HEADER_ROW}"
DUE_NOW: Final = f'=IFERROR(INDEX(dsKy,{_ROW}),INDEX(dsKy,1)&"")'

_DUE, _CLOSES = f"$H${VALUES}", f"$O${VALUES}"  # the cells of «Hạn đơn vị» and «Hạn khóa»
_TO_COME: Final = f'IF({_DUE}=TODAY(),"hôm nay","còn "&({_DUE}-TODAY())&" ngày")'
_PAST: Final = f'IF({_CLOSES}<TODAY(),"đã khóa","quá "&(TODAY()-{_DUE})&" ngày")'
_LEFT: Final = f'=IF({_DUE}="","",IF({_DUE}<TODAY(),{_PAST},{_TO_COME}))'
_SOME_OWE: Final = f"{REPORTED}<{OWING}"
_SOON: Final = 3  # days
# Colour of what is left -> when, the first that holds.
_LEFT_COLOURS: Final = {
    "#E0E0E0": f'=AND({_DUE}<>"",{_CLOSES}<TODAY())',
    "#F7A99C": f'=AND({_DUE}<>"",{_DUE}<TODAY(),{_SOME_OWE})',
    "#FFE08A": f'=AND({_DUE}<>"",{_DUE}-TODAY()<={_SOON},{_SOME_OWE})',
}


def draw_period(board: Board) -> None:
    """Draw the period picker and, beside it, its days."""
    _picker(board)
    for label, (columns, name) in _DAYS.items():
        formula = f"={of_the_period(name)}"
        _captioned(board, columns, label, formula, num_format="dd/mm/yyyy")
    _captioned(board, _DAYS_LEFT, "Còn lại", _LEFT)
    for colour, when in _LEFT_COLOURS.items():
        board.colour((VALUES, VALUES), _DAYS_LEFT, when, bg_color=colour, font_color=INK)
    total = f'={REPORTED}&" / "&{OWING}&" đơn vị"'
    _captioned(board, _REPORTED, "Đã báo cáo", total)


def _picker(board: Board) -> None:
    first, _ = _PICKER
    board.write(CAPTIONS, _PICKER, "KỲ BÁO CÁO ▼", _PICKER_CAPTION)
    board.write(VALUES, _PICKER, DUE_NOW, _PICKED)
    board.name_cell(PERIOD, VALUES)
    board.sheet.data_validation(VALUES - 1, first, VALUES - 1, first, _CHOICE)


def _captioned(board: Board, columns: tuple[int, int], label: str, formula: str, **look: Any) -> None:
    board.write(CAPTIONS, columns, label, _CAPTION)
    board.write(VALUES, columns, formula, {**FRAME, **look})


def of_the_period(name: str, otherwise: str = '""') -> str:
    """Return the piece of a formula that gives a day of the chosen period, from a column of tblThoiHan."""
    return f"IFERROR(INDEX({name},MATCH({PERIOD},dsKy,0)),{otherwise})"
