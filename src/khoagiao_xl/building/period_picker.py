"""The chosen period: where it is chosen, which one the dashboard opens on, its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.building.board import CAPTIONS, DAYS, LEFT, LETTERS_FROM, SUBS, VALUES
from khoagiao_xl.building.defined_names import PERIOD, PERIOD_ENDS
from khoagiao_xl.building.named_periods import CHOSEN
from khoagiao_xl.building.sheet_styles import FRAME, GOLD, MUTED, RED
from khoagiao_xl.model.schema import HEADER_ROW

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board
    from khoagiao_xl.building.defined_names import Lists

PICKER: Final = (LEFT, LEFT + 2)  # columns
DUE, CLOSES = "kgKyHan", "kgKyKhoa"  # names of the cells with the deadline and the closing day of the period
_WORKED_ON: Final = "kgKyVuaLam"  # where in tblThoiHan the period of the newest journal line stands; 0: none

_CAPTION: Final = {"font_size": 9, "bold": True, "font_color": RED, "align": "center", "valign": "vcenter"}
_PICKED: Final = {**FRAME, "font_size": 15, "bg_color": GOLD, "border_color": RED, "border": 2}
_IN_WORDS: Final = {"font_size": 9, "font_color": RED, "align": "center", "valign": "vcenter"}
_DAYS: Final = {"font_size": 9, "font_color": MUTED, "valign": "vcenter", "shrink": True}
_CHOICE: Final = {
    "validate": "list",
    "source": "=dsKy",
    "error_title": "Không có kỳ này",
    "error_message": "Chọn một kỳ có trong trang «Thời hạn».",
}

# The dashboard opens on the period last worked on while it is open, else on the month that the office is in
# the middle of (`office/period_in_hand`), the first that is not closed yet. When the year is over it is the
# one last worked on, else the last month that was taken in, else the last.
# A formula, so that a master opened later opens on the month of that day; whoever chooses a period puts it in
# the formula's place, and the master then opens on what was chosen last.
_NEWEST: Final = '=IFERROR(MATCH(INDEX(kgNhatKyKy,MATCH("?*",kgNhatKyKy,0)),dsKy,0),0)'
_IS_OPEN: Final = f"IF({_WORKED_ON}=0,FALSE,INDEX(kgHanKhoa,MAX(1,{_WORKED_ON}))>=TODAY())"
_IS_MONTH: Final = '(MID(dsKy,6,1)="M")'
_FAR: Final = 100_000  # beyond any row of the table
_FIRST_OPEN: Final = f"SUMPRODUCT(MAX((kgHanKhoa>=TODAY())*{_IS_MONTH}*({_FAR}-ROW(dsKy))))"
_LAST_MONTH: Final = f"SUMPRODUCT(MAX({_IS_MONTH}*ROW(dsKy)))-{HEADER_ROW}"
_LAST_TAKEN: Final = f"SUMPRODUCT(MAX({_IS_MONTH}*(COUNTIF(kgNhanKy,dsKy)>0)*ROW(dsKy)))-{HEADER_ROW}"
_WHEN_OVER: Final = f"IF({_WORKED_ON}>0,{_WORKED_ON},IF({_LAST_TAKEN}<1,{_LAST_MONTH},{_LAST_TAKEN}))"
_IN_HAND: Final = f"IF({_FIRST_OPEN}=0,{_WHEN_OVER},{_FAR}-{_FIRST_OPEN}-{HEADER_ROW})"
DUE_NOW: Final = f'=IFERROR(INDEX(dsKy,IF({_IS_OPEN},{_WORKED_ON},{_IN_HAND})),INDEX(dsKy,1)&"")'

# What is said of the days, and the name of the column of tblThoiHan.
_SAID: Final = {
    "Số liệu từ ": "kgHanTuNgay",
    " đến ": "kgHanDenNgay",
    "   ·   Hạn đơn vị ": "kgHanDonVi",
    "   ·   Hạn báo cáo ": "kgHanBaoCao",
    "   ·   Khóa số ": "kgHanKhoa",
}


def of_the_period(name: str, otherwise: str = '""') -> str:
    """Return the piece of a formula that gives a day of the chosen period, from a column of tblThoiHan."""
    return f"IFERROR(INDEX({name},MATCH({PERIOD},dsKy,0)),{otherwise})"


def in_words(day: str) -> str:
    """Return the piece of a formula that writes a day as «27/3/2024», in whatever language Office speaks."""
    return f'DAY({day})&"/"&MONTH({day})&"/"&YEAR({day})'


def draw_period(board: Board) -> None:
    """Draw the cell in which the period is chosen, its name below, and the line of its days."""
    first, _ = PICKER
    board.write(CAPTIONS, PICKER, "KỲ BÁO CÁO ▼", _CAPTION)
    board.write(VALUES, PICKER, DUE_NOW, _PICKED)
    board.write(SUBS, PICKER, f"={CHOSEN}", _IN_WORDS)
    board.name_cell(PERIOD, VALUES)
    board.sheet.data_validation(VALUES - 1, first, VALUES - 1, first, _CHOICE)
    across = (LEFT, LETTERS_FROM - 1)
    board.write(DAYS, across, _days_in_words(), _DAYS)


def _days_in_words() -> str:
    """Return the formula that tells the days of the chosen period, nothing while none is chosen."""
    pieces = []
    for words, column in _SAID.items():
        day = of_the_period(column, "0")
        pieces.append(f'"{words}"&{in_words(day)}')
    said = "&".join(pieces)
    return f'=IF({PERIOD_ENDS}=0,"",{said})'


def keep_days(lists: Lists) -> None:
    """Keep what other formulas read of the period."""
    lists.keep_formula(PERIOD_ENDS, f"={of_the_period('kgHanDenNgay', '0')}")
    lists.keep_formula(DUE, f"={of_the_period('kgHanDonVi', '0')}")
    lists.keep_formula(CLOSES, f"={of_the_period('kgHanKhoa', '0')}")
    lists.keep_formula(_WORKED_ON, _NEWEST)
