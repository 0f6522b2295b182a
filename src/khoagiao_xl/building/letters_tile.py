"""The letters at the head of the dashboard: how many wait, which nobody is sure of, which came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.building.board import DAYS, LETTERS_FROM, RIGHT
from khoagiao_xl.building.head_tiles import FAIR, POOR
from khoagiao_xl.building.sheet_styles import INK, MUTED
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import SENDABLE, LetterState

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board

_COLUMNS: Final = (LETTERS_FROM, RIGHT)
_LOOK: Final = {
    "font_size": 9,
    "font_color": MUTED,
    "align": "center",
    "valign": "vcenter",
    "shrink": True,
}


def _count(state: str) -> str:
    return f'COUNTIF(kgThuTrangThai,"{state}")'


_WAITING: Final = "+".join(map(_count, sorted(SENDABLE)))
_UNKNOWN, _BOUNCED = _count(LetterState.UNKNOWN), _count(LetterState.BOUNCED)
_NONE: Final = f"{_WAITING}+{_UNKNOWN}+{_BOUNCED}=0"
_COUNTED: Final = f'"Thư: "&({_WAITING})&" chờ gửi, "&{_UNKNOWN}&" không rõ, "&{_BOUNCED}&" bị trả về ►"'
_SHOWN: Final = f'IF({_NONE},"Không có thư nào chờ ►",{_COUNTED})'
_COLOURS: Final = {POOR: f"={_UNKNOWN}+{_BOUNCED}>0", FAIR: f"={_WAITING}>0"}
_TEXT: Final = f"=HYPERLINK(\"#'{schema.LETTERS.sheet}'!A1\",{_SHOWN})"


def draw_letters(board: Board) -> None:
    """Draw the counts; a click leads to sheet «Thư»."""
    board.write(DAYS, _COLUMNS, _TEXT, _LOOK)
    rows = (DAYS, DAYS)
    for colour, when in _COLOURS.items():
        board.colour(rows, _COLUMNS, when, bg_color=colour, font_color=INK)
