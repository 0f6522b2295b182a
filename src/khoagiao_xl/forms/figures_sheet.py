"""The sheet «Số liệu»: a line per indicator, what may be typed there, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import FIRST_ROW, FRAME, INK, LINE, PAPER, RED, Canvas, before_token, token
from khoagiao_xl.forms.form_checks import check_formula, first_message
from khoagiao_xl.model.indicators import WHOLE, Type
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.rules.placeholders import groups_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.rule import Rule

SECTIONS: Final = {
    "(nền)": "SỐ NỀN",
    "II.1": "II.1. TỔ CHỨC THỰC HIỆN NGHỊ QUYẾT, CHỈ THỊ, KẾT LUẬN",
    "II.2": "II.2. TUYÊN TRUYỀN, ĐẤU TRANH PHẢN BÁC",
    "II.3": "II.3. KIỂM TRA, GIÁM SÁT",
    "II.4": "II.4. SƠ KẾT, TỔNG KẾT",
    "II.5": "II.5. CHƯƠNG TRÌNH PHỐI HỢP",
    "III.2": "III. TỔ CHỨC THỰC HIỆN",
}
WIDTHS: Final = (8, 60, 18, 13, 32, 36, 14)
LARGEST: Final = 999_999_999
INPUT: Final = {**FRAME, "locked": False, "bg_color": PAPER}


def draw_figures(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    canvas.title(sheet, "SỐ LIỆU CÔNG TÁC KHOA GIÁO", token("unit_name") + " - " + token("period_label"))
    sheet.write_string("F1", "Tình trạng của biểu", canvas.look(italic=True, align="center"))
    canvas.status(sheet, "F2")
    canvas.header(sheet, (*form_layout.FIGURES_HEADER, form_layout.BEFORE_HEADER))
    sheet.freeze_panes(FIRST_ROW, 2)
    section = ""
    for item in canvas.asked:
        row = canvas.rows[item.code]
        if item.section != section:
            section = item.section
            _section(canvas, sheet, row - 1)
            sheet.write_string(row - 2, 1, SECTIONS.get(section, section), _band(canvas))
        _line(canvas, sheet, item, row)
    letter = chr(ord("A") + form_layout.BEFORE)
    sheet.ignore_errors({"number_stored_as_text": f"{letter}{FIRST_ROW + 1}:{letter}{canvas.last_row}"})
    wrong = canvas.book.add_format({"bg_color": "#F8CBAD", "font_color": RED})
    first, last = FIRST_ROW + 1, canvas.last_row
    criteria = f"=AND(LEN($F{first})>0,LEN($D{first})>0)"
    rule = {"type": "formula", "criteria": criteria, "format": wrong}
    sheet.conditional_format(f"D{first}:D{last}", rule)


def _band(canvas: Canvas) -> Any:
    return canvas.look(bold=True, bg_color="#F3E4C9", font_color=INK, top=1, bottom=1, border_color=LINE)


def _section(canvas: Canvas, sheet: Any, row: int) -> None:
    sheet.set_row(row - 1, 22)
    for column in range(len(WIDTHS)):
        sheet.write_blank(row - 1, column, None, _band(canvas))


def _line(canvas: Canvas, sheet: Any, item: Indicator, row: int) -> None:
    at = row - 1
    # Excel does not fit the height of a row whose sheet is protected: two lines are foreseen here.
    sheet.set_row(at, 34 if len(item.label) > 62 or len(item.unit) > 17 else 20)
    indent = 1 if item.label.startswith(("-", "Trong đó")) else 0
    sheet.write_string(at, form_layout.CODE, item.code, canvas.look(font_color="#808080", **FRAME))
    sheet.write_string(at, form_layout.LABEL, item.label, canvas.look(text_wrap=True, indent=indent, **FRAME))
    sheet.write_string(at, form_layout.MEASURE, item.unit, canvas.look(text_wrap=True, **FRAME))
    _value(canvas, sheet, item, row)
    note = canvas.look(text_wrap=True, num_format="@", **INPUT)
    sheet.write_blank(at, form_layout.EXPLANATION, None, note)
    _check(canvas, sheet, item, row)
    # Text, not a number: it is there to be looked at, and nothing may count it.
    last = canvas.look(font_color="#6B6B6B", align="right", num_format="@", text_wrap=True, **FRAME)
    sheet.write_string(at, form_layout.BEFORE, token(before_token(item.code)), last)


def _check(canvas: Canvas, sheet: Any, item: Indicator, row: int) -> None:
    # A placeholder stands for this line's own indicator, if it stands for it at all.
    cells = canvas.cells | {name: f"D{row}" for name, codes in groups_of([item]).items() if codes}
    shown = [rule for rule in canvas.rules if _is_told_at(rule, item, cells)]
    formula = check_formula(item, row, shown, cells)
    look = canvas.look(text_wrap=True, font_color=RED, font_size=11, **FRAME)
    if formula:
        sheet.write_formula(row - 1, form_layout.CHECK, formula, look, first_message(item))
    else:
        sheet.write_blank(row - 1, form_layout.CHECK, None, look)


def _is_told_at(rule: Rule, item: Indicator, cells: Mapping[str, str]) -> bool:
    return rule.placeholder in cells if rule.placeholder else rule.told_at(cells) == item.code


def _value(canvas: Canvas, sheet: Any, item: Indicator, row: int) -> None:
    place = (row - 1, form_layout.VALUE)
    if item.formula:
        look = canvas.look(bg_color="#EDEDED", num_format="0.0", align="right", **FRAME)
        sheet.write_formula(*place, _share(canvas, item), look, "")
    elif item.is_numeric:
        digits = "#,##0" if item.type in WHOLE else "#,##0.0"
        sheet.write_blank(*place, None, canvas.look(num_format=digits, align="right", **INPUT))
        sheet.data_validation(*place, *place, _number_rule(item))
    else:
        sheet.write_blank(*place, None, canvas.look(num_format="@", text_wrap=True, **INPUT))
        sheet.data_validation(*place, *place, _list_rule(item))


def _share(canvas: Canvas, item: Indicator) -> str:
    """Return the formula of a share, blank while one of its terms is."""
    expression = Expression.parse(item.formula)
    if not expression.is_of_the_form or any(code not in canvas.cells for code in expression.codes):
        return '=""'
    needed = ",".join(canvas.cells[code] for code in expression.codes)
    share = f'IFERROR(ROUND({expression.to_excel(canvas.cells)},1),"")'
    return f'=IF(COUNT({needed})={len(expression.codes)},{share},"")'


def _number_rule(item: Indicator) -> dict[str, Any]:
    advice = item.note or f"Ghi số ({item.unit}); không có thì ghi 0."
    return {
        "validate": "integer" if item.type in WHOLE else "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 100 if item.type is Type.PERCENT else LARGEST,
        "input_title": item.code,
        "input_message": advice[:255],
        "error_title": "Số chưa đúng",
        "error_message": "Ghi một số không âm, không kèm chữ.",
    }


def _list_rule(item: Indicator) -> dict[str, Any]:
    is_choice = item.type is Type.YESNO
    name = "kgCoKhongThuoc" if item.allows_not_applicable else "kgCoKhong"
    return {
        "validate": "list",
        "source": f"={name}" if is_choice else "=kgVanBan",
        # Of directives one can be picked, and several typed.
        "show_error": is_choice,
        "input_title": item.code,
        "input_message": (item.note or "Chọn trong danh sách.")[:255],
        "error_title": "Chưa đúng",
        "error_message": "Chọn một giá trị trong danh sách.",
    }
