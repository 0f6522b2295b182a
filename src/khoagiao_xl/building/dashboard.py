"""«Bảng điều khiển»: the period, the buttons in the order of the day, where units stand, the last actions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.actions import ACTIONS, GROUPS
from khoagiao_xl.building import defined_names, macros_off, panels, tiles
from khoagiao_xl.building.board import (
    BUTTONS,
    CAPTIONS,
    GROUP,
    HEIGHTS,
    LEFT,
    NOTICE,
    OFFICE,
    RIGHT,
    STATUS,
    TITLE,
    VALUES,
    WIDTHS,
    merge,
    set_stage,
    setting_formula,
)  # fmt: skip
from khoagiao_xl.building.sheet_styles import GOLD, INK, LINE, MUTED, PAPER, RED
from khoagiao_xl.model.schema import DASHBOARD
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board
    from khoagiao_xl.building.defined_names import Lists

BUTTON_GAP, GROUP_GAP = 6, 18
INDENT: Final = 9  # pixels of one step of a cell's indent
EPOCH: Final = date(1899, 12, 30)  # day 0 of Excel's dates


def draw_board(board: Board, lists: Lists) -> None:
    """Draw everything on the dashboard."""
    set_stage(board)
    _title(board)
    macros_off.draw_box(board)
    _period(board)
    _buttons(board)
    tiles.draw_tiles(board.styles, board.sheet, board.profile.units, board.deadline.period, STATUS)
    tiles.draw_counts(board.workbook, board.styles, board.sheet, len(board.profile.units), STATUS)
    panels.draw_panels(board)
    lists.keep_formula(
        defined_names.PYTHON, f'=IFERROR({setting_formula("python")}&"","")', board.profile.setting("python")
    )
    for name, code in defined_names.SAID_BY_MACROS.items():
        lists.keep_text(name, sentence(code, {}))
    macros_off.ask(lists)


def _title(board: Board) -> None:
    setting = board.profile.setting
    band = {"bg_color": RED, "font_color": PAPER, "valign": "vcenter", "indent": 1}
    big = board.styles.get(**band, bold=True, font_size=18)
    small = board.styles.get(**{**band, "font_color": GOLD}, font_size=11)
    formula = f'="SỔ KHOA GIÁO NĂM "&{setting_formula("nam")}'
    merge(board, TITLE, (LEFT, macros_off.TITLE_ENDS), formula, big, f"SỔ KHOA GIÁO NĂM {setting('nam')}")
    formula = f'={setting_formula("ban_tham_muu")}&"  ·  "&{setting_formula("co_quan")}'
    merge(board, OFFICE, (LEFT, RIGHT), formula, small, f"{setting('ban_tham_muu')}  ·  {setting('co_quan')}")


def _period(board: Board) -> None:
    """Draw the period picker and, beside it, its days."""
    sheet, deadline = board.sheet, board.deadline
    caption = board.styles.get(font_size=9, font_color=MUTED, align="center", valign="vcenter")
    frame = {
        "bold": True,
        "font_size": 13,
        "align": "center",
        "valign": "vcenter",
        "border": 1,
        "border_color": LINE,
    }
    picker = board.styles.get(
        **{**frame, "font_size": 15, "bg_color": GOLD, "border_color": RED, "border": 2}
    )
    day = board.styles.get(**frame, num_format="dd/mm/yyyy")
    sheet.merge_range(VALUES - 1, 1, VALUES - 1, 2, deadline.period, picker)
    board.workbook.define_name(defined_names.PERIOD, f"='{DASHBOARD}'!$B${VALUES}")
    sheet.data_validation(VALUES - 1, 1, VALUES - 1, 1, {
        "validate": "list", "source": "=dsKy",
        "error_title": "Không có kỳ này", "error_message": "Chọn một kỳ có trong trang «Thời hạn».",
    })  # fmt: skip
    days = {
        "Từ ngày": ((3, 4), "kgHanTuNgay", deadline.starts),
        "Đến ngày": ((5, 6), "kgHanDenNgay", deadline.ends),
        "Hạn đơn vị": ((7, 8), "kgHanDonVi", deadline.unit_due),
        "Hạn báo cáo": ((11, 12), "kgHanBaoCao", deadline.report_due),
        "Hạn khóa": ((14, 14), "kgHanKhoa", deadline.closes),
    }
    merge(
        board,
        CAPTIONS,
        (1, 2),
        "KỲ BÁO CÁO ▼",
        board.styles.get(font_size=9, bold=True, font_color=RED, align="center"),
        "",
    )
    for label, (columns, name, value) in days.items():
        merge(board, CAPTIONS, columns, label, caption, "")
        serial = (value - EPOCH).days
        merge(
            board,
            VALUES,
            columns,
            f'=IFERROR(INDEX({name},MATCH({defined_names.PERIOD},dsKy,0)),"")',
            day,
            serial,
        )
    _days_left(board, caption, board.styles.get(**frame))
    merge(board, CAPTIONS, (15, 16), "Đã báo cáo", caption, "")
    total = f'={tiles.REPORTED}&" / "&{tiles.OWING}&" đơn vị"'
    merge(board, VALUES, (15, 16), total, board.styles.get(**frame), f"0 / {len(board.profile.units)} đơn vị")


def _days_left(board: Board, caption: Any, frame: Any) -> None:
    merge(board, CAPTIONS, (9, 10), "Còn lại", caption, "")
    due = f"$H${VALUES}"
    formula = (
        f'=IF({due}="","",IF({due}<TODAY(),"quá "&(TODAY()-{due})&" ngày",'
        f'IF({due}=TODAY(),"hôm nay","còn "&({due}-TODAY())&" ngày")))'
    )
    # No right value can be stored: it changes daily; Excel and LibreOffice work it out when they open.
    merge(board, VALUES, (9, 10), formula, frame, "")
    late = board.styles.change(bg_color="#F7A99C", font_color=INK)
    soon = board.styles.change(bg_color="#FFE08A", font_color=INK)
    where = (VALUES - 1, 9, VALUES - 1, 10)
    owing = f"{tiles.REPORTED}<{tiles.OWING}"
    board.sheet.conditional_format(
        *where, {"type": "formula", "format": late, "criteria": f'=AND({due}<>"",{due}<TODAY(),{owing})'}
    )
    board.sheet.conditional_format(
        *where,
        {
            "type": "formula",
            "format": soon,
            "criteria": f'=AND({due}<>"",{due}-TODAY()<4,{due}>=TODAY(),{owing})',
        },
    )


def _buttons(board: Board) -> None:
    count = sum(len(ids) for ids in GROUPS.values())
    room = sum(WIDTHS[LEFT : RIGHT + 1]) - GROUP_GAP * (len(GROUPS) - 1) - BUTTON_GAP * (count - len(GROUPS))
    width, left, number = room // count, 0, 0
    for caption, ids in GROUPS.items():
        column, within = _column_at(left)
        look = {"font_size": 9, "bold": True, "font_color": RED, "valign": "vcenter"}
        # The caption begins where its first button does, as nearly as an indent can say it.
        caption_look = board.styles.get(**look, indent=within // INDENT)
        board.sheet.write_string(GROUP - 1, column, caption, caption_look)
        for action_id in ids:
            action, number = ACTIONS[action_id], number + 1
            board.sheet.insert_button(BUTTONS - 1, LEFT, {
                "macro": action.macro, "caption": f"{number}. {action.label}", "description": action.help,
                "width": width, "height": HEIGHTS[BUTTONS] - 4, "x_offset": left, "y_offset": 2,
            })  # fmt: skip
            left += width + BUTTON_GAP
        left += GROUP_GAP - BUTTON_GAP
    notice = board.styles.get(font_color=RED, italic=True, valign="vcenter", text_wrap=True)
    merge(board, NOTICE, (LEFT, RIGHT), "", notice, "")
    board.workbook.define_name(defined_names.MESSAGE, f"='{DASHBOARD}'!$B${NOTICE}")


def _column_at(pixels: int) -> tuple[int, int]:
    """Return the column in which this many pixels right of the margin lie, and how many of them within it."""
    column = LEFT
    while pixels >= WIDTHS[column]:
        pixels -= WIDTHS[column]
        column += 1
    return column, pixels
