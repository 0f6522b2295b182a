"""A sheet that shows the plan by formulas: its title, the yellow cell of the choice, the list below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from khoagiao_xl.building.board import Board, setting_formula
from khoagiao_xl.building.sheet_styles import (
    COLOURS,
    FOOTER,
    GOLD,
    INK,
    LINE,
    MUTED,
    PAPER,
    PAPER_A4,
    RED,
    TYPED,
)
from khoagiao_xl.building.shown_work import DUE, STATUS, of_place
from khoagiao_xl.building.work_list import KIND, OPEN, REVIEW, STATE
from khoagiao_xl.model.schema import DASHBOARD, WORK_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.building.shown_work import ShownColumn

MOST: Final = 60  # rows of the list
PRINTED: Final = 28  # of them on paper: the whole workbook is not to print pages of blank rows
PLACES: Final = 1_000  # more than the list of work has places
ROW_POINTS: Final = 36
_PICKED_AT: Final = (2, 3)  # columns of the yellow cell
SAID_FROM: Final = 4  # first column of what is said beside it
TAB_COLOUR: Final = "#1F4E79"  # of the sheets of the plan
LATE: Final = "#F7A99C"
TITLE, OFFICE, BACK, CHOICE = range(1, 5)  # Excel rows
_TITLE: Final = {"bold": True, "font_size": 15, "font_color": RED, "valign": "vcenter"}
_SMALL: Final = {"font_color": MUTED, "italic": True}
_BACK: Final = {"font_color": TYPED, "underline": 1}
CAPTION: Final = {"bold": True, "align": "right", "valign": "vcenter"}
PICKED: Final = {
    "bold": True,
    "font_size": 13,
    "align": "center",
    "valign": "vcenter",
    "bg_color": GOLD,
    "border": 2,
    "border_color": RED,
}
SAID: Final = {"valign": "vcenter", "indent": 1, "text_wrap": True}
HEAD: Final = {
    "bold": True,
    "font_color": PAPER,
    "bg_color": TYPED,
    "border": 1,
    "border_color": PAPER,
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
}
BODY: Final = {"valign": "top", "text_wrap": True, "bottom": 4, "bottom_color": LINE, "font_size": 9}
_NUMBER: Final = {**BODY, "align": "center"}


@dataclass(frozen=True)
class ViewList:
    """The list of a sheet. top: the Excel row of its headings. keys: the name of the column of sorting keys,
    from which the rows are taken, the smallest first; a key ends with the place in the list of work.

    groups: what a row is called by the first digit of its key. columns: what is shown beside it.
    is_printed: with the whole workbook; else who needs it on paper prints what is chosen.
    """

    top: int
    keys: str
    groups: Sequence[str]
    columns: Sequence[ShownColumn]
    group_heading: str
    is_printed: bool = True

    @property
    def last(self) -> int:
        """The last Excel row."""
        return self.top + MOST

    @property
    def behind(self) -> int:
        """The hidden column, from 0, with the place of what a row shows."""
        return len(self.columns) + 3


GROUP_UNIT: Final = 100_000_000  # what a group counts in a key; a day counts PLACES


def key(group: int, day: str, place: int) -> str:
    """Return the piece of a formula that gives the key of a piece of work."""
    base = group * GROUP_UNIT + place
    if not day:
        return str(base)
    return f"{base}+{day}*{PLACES}"


def begin(board: Board, title: str, items: ViewList) -> None:
    """Set the page and write what stands above the list."""
    sheet = board.sheet
    sheet.set_tab_color(TAB_COLOUR)
    sheet.hide_gridlines(2)
    sheet.set_row_pixels(TITLE - 1, 30)
    sheet.set_row_pixels(CHOICE - 1, 28)
    board.put(TITLE - 1, 0, title, _TITLE)
    office = f'={setting_formula("ban_tham_muu")}&"  ·  "&{setting_formula("co_quan")}'
    board.put(OFFICE - 1, 0, office, _SMALL)
    sheet.write_url(BACK - 1, 0, f"internal:'{DASHBOARD}'!A1", board.styles.get(**_BACK), f"◄ {DASHBOARD}")
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 14)
    for at, column in enumerate(items.columns, 2):
        sheet.set_column(at, at, column.width)
    sheet.set_column(items.behind, items.behind + 1, None, None, {"hidden": True})
    sheet.freeze_panes(items.top, 0)
    _set_page(board, items)


def _set_page(board: Board, items: ViewList) -> None:
    sheet = board.sheet
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(items.top - 1)
    sheet.set_footer(FOOTER)
    if items.is_printed:
        sheet.print_area(0, 0, items.top + PRINTED - 1, len(items.columns) + 1)
    else:
        beyond = items.behind + 2  # one blank cell
        sheet.print_area(0, beyond, 0, beyond)


def draw_list(board: Board, items: ViewList) -> None:
    """Draw headings, rows and colours of the list."""
    headings = ["TT", items.group_heading, *(column.heading for column in items.columns)]
    board.sheet.set_row_pixels(items.top - 1, 32)
    for at, heading in enumerate(headings):
        board.put(items.top - 1, at, heading, HEAD)
    for number in range(1, MOST + 1):
        _row(board, items, number)
    _colour(board, items)


_SORTED: Final = "=IF(COUNT({keys})<{number},0,SMALL({keys},{number}))"
_PLACE: Final = f"=MOD({{key}},{PLACES})"
_IF_ANY: Final = '=IF({place}=0,"",{shown})'
_IF_GROUP: Final = f'IF(INT({{key}}/{GROUP_UNIT})={{group}},"{{name}}",{{otherwise}})'


def _row(board: Board, items: ViewList, number: int) -> None:
    row = items.top + number - 1
    behind = items.behind
    sorted_key = xl_rowcol_to_cell(row, behind, col_abs=True)
    place = xl_rowcol_to_cell(row, behind + 1, col_abs=True)
    group = _group(items, sorted_key)
    written = {
        behind: _SORTED.format(keys=items.keys, number=number),
        behind + 1: _PLACE.format(key=sorted_key),
        0: _IF_ANY.format(place=place, shown=number),
        1: _IF_ANY.format(place=place, shown=group),
    }
    board.sheet.set_row(row, ROW_POINTS)
    for at, formula in written.items():
        board.put(row, at, formula, BODY if at else _NUMBER)
    for at, column in enumerate(items.columns, 2):
        look = {**BODY, **column.look}
        board.put(row, at, of_place(column, place), look)


def _group(items: ViewList, sorted_key: str) -> str:
    told = '""'
    for group, name in enumerate(items.groups, 1):
        told = _IF_GROUP.format(
            key=sorted_key,
            group=group,
            name=name,
            otherwise=told,
        )
    return told


# An anniversary is no day that can be missed.
_IS_LATE: Final = (
    f'=IF(ISNUMBER({{day}}),AND({{day}}<TODAY(),INDEX({STATE},MAX(1,{{place}}))="{OPEN}",'
    f'INDEX({KIND},MAX(1,{{place}}))<>"{REVIEW.kind}"),FALSE)'
)


def _colour(board: Board, items: ViewList) -> None:
    rows = (items.top + 1, items.last)
    due = _column_of(items, DUE)
    status = _column_of(items, STATUS)
    first = items.top
    day = xl_rowcol_to_cell(first, due, col_abs=True)
    place = xl_rowcol_to_cell(first, items.behind + 1, col_abs=True)
    is_late = _IS_LATE.format(day=day, place=place)
    board.colour(rows, (due, due), is_late, bg_color=LATE, font_color=INK)
    cell = xl_rowcol_to_cell(first, status, col_abs=True)
    for name in WORK_STATUSES:
        board.colour(rows, (status, status), f'={cell}="{name}"', bg_color=COLOURS[name])


def _column_of(items: ViewList, wanted: ShownColumn) -> int:
    return 2 + list(items.columns).index(wanted)


def choose(board: Board, caption: str, formula: str, name: str, sheet: str, choice: dict[str, Any]) -> None:
    """Write the yellow cell, which starts with what a formula gives and has a list to choose from."""
    row = CHOICE - 1
    first, _ = _PICKED_AT
    board.put(row, 1, caption, CAPTION)
    board.write(CHOICE, _PICKED_AT, formula, PICKED)
    board.sheet.data_validation(row, first, row, first, choice)
    cell = xl_range_abs(row, first, row, first)
    board.workbook.define_name(name, f"='{sheet}'!{cell}")
