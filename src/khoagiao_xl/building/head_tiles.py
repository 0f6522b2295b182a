"""The four tiles at the head of the dashboard: reported, on time, returned, how long is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.building.board import CAPTIONS, SUBS, VALUES
from khoagiao_xl.building.defined_names import OWING, PERIOD
from khoagiao_xl.building.period_picker import CLOSES, DUE, in_words
from khoagiao_xl.building.sheet_styles import INK, MUTED, NUMBER, PAPER
from khoagiao_xl.building.unit_standings import ON_TIME, REPORTED, count_of
from khoagiao_xl.model.closing_records import Frozen
from khoagiao_xl.model.records import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.building.board import Board, Columns

_GROUND: Final = {
    "bg_color": "#F6F0E8",
    "left": 5,
    "left_color": PAPER,
    "align": "center",
    "valign": "vcenter",
}
_CAPTION: Final = {**_GROUND, "font_size": 9, "font_color": MUTED}
_VALUE: Final = {**NUMBER, **_GROUND, "font_size": 18, "shrink": True}
_SUB: Final = {**_CAPTION, "font_color": INK, "shrink": True}
GOOD, FAIR, POOR, OVER = "#C3E3B8", "#FFE08A", "#F7A99C", "#E0E0E0"
_SOON: Final = 3  # days


def share_in_words(part: str, whole: str) -> str:
    """Return the piece of a formula that writes a share as «79,3%», in whatever language Office speaks."""
    return f'SUBSTITUTE(ROUND(100*{part}/MAX(1,{whole}),1)&"",".",",")&"%"'


_RETURNED, _UNUSABLE = f"({count_of(State.RETURNED)})", f"({count_of(State.UNUSABLE)})"
_OPEN: Final = f"({OWING}-{REPORTED})"
_TO_COME: Final = f'IF({DUE}=TODAY(),"hôm nay","còn "&({DUE}-TODAY())&" ngày")'
_LOCKED: Final = f'"đã khóa "&{in_words(CLOSES)}'
_PAST: Final = f'IF({CLOSES}<TODAY(),{_LOCKED},"quá hạn "&(TODAY()-{DUE})&" ngày")'
# Closed more often than reopened.
_TURNS: Final = f'COUNTIFS(kgChotKy,{PERIOD},kgChotLoai,"{{kind}}")'
_IS_CLOSED: Final = f"{_TURNS.format(kind=Frozen.CLOSED)}>{_TURNS.format(kind=Frozen.REOPENED)}"
_SOME_OWE: Final = f"{_OPEN}>0"


@dataclass(frozen=True)
class HeadTile:
    """A tile: what it is of, its formula, a second one below, and colour -> when, the first that holds."""

    caption: str
    columns: Columns
    value: str
    below: str
    colours: Mapping[str, str]


TILES_OF_HEAD: Final = (
    HeadTile(
        "Đã nộp",
        (4, 7),
        f'={REPORTED}&"/"&{OWING}',
        f'=IF({_OPEN}<=0,"đủ các đơn vị","còn "&{_OPEN}&" đơn vị chưa có số")',
        {},
    ),
    HeadTile(
        "Đúng hạn",
        (8, 11),
        f'={ON_TIME}&"/"&{OWING}',
        f'={share_in_words(ON_TIME, OWING)}&" số đơn vị phải nộp"',
        {},
    ),
    HeadTile(
        "Trả lại, chưa dùng được",
        (12, 14),
        f"={_RETURNED}+{_UNUSABLE}",
        f'={_RETURNED}&" trả lại, "&{_UNUSABLE}&" chưa dùng được"',
        {POOR: f"={_RETURNED}+{_UNUSABLE}>0"},
    ),
    HeadTile(
        "Ngày còn lại",
        (15, 18),
        f'=IF({_IS_CLOSED},"đã chốt",IF({DUE}=0,"",IF({DUE}<TODAY(),{_PAST},{_TO_COME})))',
        f'=IF({DUE}=0,"","hạn đơn vị "&{in_words(DUE)})',
        {
            OVER: f"=OR({_IS_CLOSED},AND({DUE}>0,{CLOSES}<TODAY()))",
            POOR: f"=AND({DUE}>0,{DUE}<TODAY(),{_SOME_OWE})",
            FAIR: f"=AND({DUE}>0,{DUE}-TODAY()<={_SOON},{_SOME_OWE})",
        },
    ),
)


def draw_head(board: Board) -> None:
    """Draw the four tiles beside the period."""
    for tile in TILES_OF_HEAD:
        board.write(CAPTIONS, tile.columns, tile.caption, _CAPTION)
        board.write(VALUES, tile.columns, tile.value, _VALUE)
        board.write(SUBS, tile.columns, tile.below, _SUB)
        for colour, when in tile.colours.items():
            board.colour((CAPTIONS, SUBS), tile.columns, when, bg_color=colour, font_color=INK)
