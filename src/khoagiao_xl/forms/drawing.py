"""Drawing the template of a form: one for each kind of unit and period, stamped later per unit.

What differs from unit to unit stands in the template as a token; all tokens lie in the shared strings
and the document properties, so that stamping rewrites two small parts and copies the rest.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import layout
from khoagiao_xl.forms.checks import check_formula, first_message
from khoagiao_xl.model.indicators import WHOLE, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.rule import Rule

# What the stamp fills in, and where it stands on «Bìa».
TOKENS: Final = ("unit_name", "unit_code", "period", "period_label", "window", "due", "form_version",
                 "form_id", "master_id", "office", "contact")  # fmt: skip
SECTIONS: Final = {
    "(nền)": "SỐ NỀN",
    "II.1": "II.1. TỔ CHỨC THỰC HIỆN NGHỊ QUYẾT, CHỈ THỊ, KẾT LUẬN",
    "II.2": "II.2. TUYÊN TRUYỀN, ĐẤU TRANH PHẢN BÁC",
    "II.3": "II.3. KIỂM TRA, GIÁM SÁT",
    "II.4": "II.4. SƠ KẾT, TỔNG KẾT",
    "II.5": "II.5. CHƯƠNG TRÌNH PHỐI HỢP",
    "III.2": "III. TỔ CHỨC THỰC HIỆN",
}
HOW_TO: Final = (
    "Chỉ điền các ô nền vàng ở trang «Số liệu» (cột Kỳ này, cột Giải trình) và trang «Thuyết minh».",
    "Không có thì ghi 0; để trống nghĩa là chưa báo cáo. Cả kỳ không có việc gì: đánh dấu x ở ô trên.",
    "Cột «Kiểm tra» báo ngay chỗ sai; sửa cho đến khi ô Tình trạng ghi «HỢP LỆ».",
    "Lưu tệp dạng .xlsx rồi gửi kèm thư. Không đổi mã ở cột A, không gửi ảnh chụp hoặc tệp PDF.",
)
FIRST_ROW: Final = 4  # Excel row of the header of «Số liệu»
DRAWN_AT: Final = datetime(2024, 1, 1)  # noqa: DTZ001  # a fixed date: the same input gives the same bytes
INK, PAPER, RED, LINE = "#7F1D1D", "#FFF8DC", "#C00000", "#BFBFBF"
PASSWORDLESS: Final = {"format_columns": True, "format_rows": True, "select_locked_cells": True}


def token(name: str) -> str:
    """Return the text that stands for fact `name` in the template."""
    return f"{{{{{name}}}}}"


def draw_template(indicators: Sequence[Indicator], rules: Sequence[Rule], directives: Sequence[str]) -> bytes:
    """Return the .xlsx template that asks for `indicators`.

    rules: those switched on for this kind of period. directives: symbols offered for list indicators.
    """
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(stream, {"in_memory": True, **safe})
    book.set_properties({"title": "Biểu số liệu công tác khoa giáo", "created": DRAWN_AT})
    painter = _Painter(book, indicators, rules, directives)
    painter.draw()
    book.close()
    return stream.getvalue()


class _Painter:
    """One workbook being drawn: its sheets, its formats, and where each indicator landed."""

    def __init__(
        self, book: Any, indicators: Sequence[Indicator], rules: Sequence[Rule], directives: Sequence[str]
    ) -> None:
        self.book = book
        self.asked = [item for item in indicators if item.type is not Type.TEXT]
        self.questions = [item for item in indicators if item.type is Type.TEXT]
        self.rules = rules
        self.directives = directives
        self.cover = book.add_worksheet(layout.COVER)
        self.figures = book.add_worksheet(layout.FIGURES)
        self.narrative = book.add_worksheet(layout.NARRATIVE)
        self.meta = book.add_worksheet(layout.META)
        self.rows = self._place_rows()
        self.cells = {code: f"D{row}" for code, row in self.rows.items()} | {
            item.code: f"'{layout.NARRATIVE}'!$C${FIRST_ROW + 1 + at}"
            for at, item in enumerate(self.questions)
        }

    def _place_rows(self) -> dict[str, int]:
        rows, row, section = {}, FIRST_ROW, ""
        for item in self.asked:
            row += 1 + (item.section != section)
            section = item.section
            rows[item.code] = row
        return rows

    def draw(self) -> None:
        """Draw every sheet."""
        self._draw_figures()
        self._draw_narrative()
        self._draw_cover()
        self._draw_meta()
        for sheet in (self.cover, self.figures, self.narrative):
            sheet.protect("", PASSWORDLESS)
            sheet.set_paper(9)
            sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
            sheet.fit_to_pages(1, 0)
            sheet.set_footer("&L&8&F&R&8Trang &P/&N")
            sheet.hide_gridlines(2)

    def _format(self, **properties: Any) -> Any:
        base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
        return self.book.add_format({**base, **properties})

    @property
    def _last(self) -> int:
        return max(self.rows.values(), default=FIRST_ROW)

    # -- «Số liệu» --------------------------------------------------------------------------------------

    def _draw_figures(self) -> None:
        sheet = self.figures
        for column, width in enumerate((8, 60, 18, 13, 32, 36)):
            sheet.set_column(column, column, width)
        sheet.write_string(
            "A1", "SỐ LIỆU CÔNG TÁC KHOA GIÁO", self._format(bold=True, font_size=14, font_color=INK)
        )
        sheet.write_string(
            "A2", token("unit_name") + " - " + token("period_label"), self._format(italic=True)
        )
        self._status(sheet, "F2", "F1")
        header = self._format(
            bold=True, bg_color=INK, font_color="white", border=1, align="center", text_wrap=True
        )
        for column, name in enumerate(layout.FIGURES_HEADER):
            sheet.write_string(FIRST_ROW - 1, column, name, header)
        sheet.freeze_panes(FIRST_ROW, 2)
        sheet.repeat_rows(FIRST_ROW - 1)
        sheet.set_landscape()
        section = ""
        for item in self.asked:
            if item.section != section:
                section = item.section
                self._section(self.rows[item.code] - 1, SECTIONS.get(section, section))
            self._line(item, self.rows[item.code])
        self._colours()

    def _section(self, row: int, title: str) -> None:
        self.figures.set_row(row - 1, 22)
        band = self._format(bold=True, bg_color="#F3E4C9", font_color=INK, top=1, bottom=1, border_color=LINE)
        for column in range(6):
            self.figures.write_blank(row - 1, column, None, band)
        self.figures.write_string(row - 1, 1, title, band)

    def _line(self, item: Indicator, row: int) -> None:
        sheet, at = self.figures, row - 1
        # Excel does not fit the height of a row whose sheet is protected: two lines are foreseen here.
        sheet.set_row(at, 34 if len(item.label) > 62 or len(item.unit) > 17 else 20)
        plain = self._format(border=1, border_color=LINE, text_wrap=True)
        sheet.write_string(
            at, layout.CODE, item.code, self._format(border=1, border_color=LINE, font_color="#808080")
        )
        indent = 1 if item.label.startswith(("-", "Trong đó")) else 0
        label = self._format(border=1, border_color=LINE, text_wrap=True, indent=indent)
        sheet.write_string(at, layout.LABEL, item.label, label)
        sheet.write_string(at, layout.MEASURE, item.unit, plain)
        self._value_cell(item, row)
        note = self._format(border=1, border_color=LINE, text_wrap=True, locked=False, num_format="@")
        sheet.write_blank(at, layout.EXPLANATION, None, note)
        alarm = self._format(border=1, border_color=LINE, text_wrap=True, font_color=RED, font_size=11)
        shown = [rule for rule in self.rules if rule.codes and rule.codes[0] == item.code]
        formula = check_formula(item, row, shown, self.cells)
        if formula:
            sheet.write_formula(at, layout.CHECK, formula, alarm, first_message(item))
        else:
            sheet.write_blank(at, layout.CHECK, None, alarm)

    def _value_cell(self, item: Indicator, row: int) -> None:
        sheet, at, column = self.figures, row - 1, layout.VALUE
        frame: dict[str, Any] = {"border": 1, "border_color": LINE, "locked": False, "bg_color": PAPER}
        if item.formula:
            self._computed(item, row)
        elif item.is_numeric:
            digits = "#,##0" if item.type in WHOLE else "#,##0.0"
            sheet.write_blank(at, column, None, self._format(**frame, num_format=digits, align="right"))
            self._number_check(item, row)
        else:
            sheet.write_blank(at, column, None, self._format(**frame, num_format="@", text_wrap=True))
            self._list_check(item, row)

    def _computed(self, item: Indicator, row: int) -> None:
        from khoagiao_xl.rules.expression import Expression

        grey = self._format(border=1, border_color=LINE, bg_color="#EDEDED", num_format="0.0", align="right")
        expression = Expression.parse(item.formula)
        if any(code not in self.cells for code in expression.codes):
            return
        needed = ",".join(self.cells[code] for code in expression.codes)
        share = f'IFERROR(ROUND({expression.to_excel(self.cells)},1),"")'
        formula = f'=IF(COUNT({needed})={len(expression.codes)},{share},"")'
        self.figures.write_formula(row - 1, layout.VALUE, formula, grey, "")

    def _number_check(self, item: Indicator, row: int) -> None:
        kind = "integer" if item.type in WHOLE else "decimal"
        top = 100 if item.type is Type.PERCENT else 999_999_999
        advice = item.note or f"Ghi số ({item.unit}); không có thì ghi 0."
        self.figures.data_validation(row - 1, layout.VALUE, row - 1, layout.VALUE, {
            "validate": kind, "criteria": "between", "minimum": 0, "maximum": top,
            "input_title": item.code, "input_message": advice[:255],
            "error_title": "Số chưa đúng", "error_message": "Ghi một số không âm, không kèm chữ.",
        })  # fmt: skip

    def _list_check(self, item: Indicator, row: int) -> None:
        if item.type is Type.YESNO:
            name, stop = ("kgCoKhongThuoc" if item.allows_not_applicable else "kgCoKhong"), True
        else:
            name, stop = "kgVanBan", False  # several symbols may be typed, one can be picked
        self.figures.data_validation(row - 1, layout.VALUE, row - 1, layout.VALUE, {
            "validate": "list", "source": f"={name}", "show_error": stop,
            "input_title": item.code, "input_message": (item.note or "Chọn trong danh sách.")[:255],
            "error_title": "Chưa đúng", "error_message": "Chọn một giá trị trong danh sách.",
        })  # fmt: skip

    def _colours(self) -> None:
        first, last = FIRST_ROW + 1, self._last
        wrong = self.book.add_format({"bg_color": "#F8CBAD", "font_color": RED})
        self.figures.conditional_format(f"D{first}:D{last}", {
            "type": "formula", "format": wrong,
            "criteria": f"=AND(LEN($F{first})>0,LEN($D{first})>0)"})  # fmt: skip

    # -- «Thuyết minh» ----------------------------------------------------------------------------------

    def _draw_narrative(self) -> None:
        sheet = self.narrative
        for column, width in enumerate((8, 38, 90)):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.write_string("A1", "THUYẾT MINH", self._format(bold=True, font_size=14, font_color=INK))
        advice = "Viết ngắn gọn, nêu tên đơn vị, không nêu tên cá nhân, không ghi nội dung mật."
        sheet.write_string("A2", advice, self._format(italic=True))
        header = self._format(bold=True, bg_color=INK, font_color="white", border=1, align="center")
        for column, name in enumerate(layout.NARRATIVE_HEADER):
            sheet.write_string(FIRST_ROW - 1, column, name, header)
        sheet.freeze_panes(FIRST_ROW, 0)
        frame = {"border": 1, "border_color": LINE, "text_wrap": True, "valign": "top"}
        for at, item in enumerate(self.questions, FIRST_ROW):
            sheet.set_row(at, 120)
            sheet.write_string(at, 0, item.code, self._format(**frame, font_color="#808080"))
            sheet.write_string(at, 1, item.label, self._format(**frame))
            answer = self._format(**frame, locked=False, num_format="@", bg_color=PAPER)
            sheet.write_blank(at, layout.ANSWER, None, answer)
            sheet.data_validation(at, layout.ANSWER, at, layout.ANSWER, {
                "validate": "length", "criteria": "<=", "value": 1500, "error_type": "warning",
                "error_title": "Quá dài", "error_message": "Nên viết không quá 1.500 ký tự.",
                "input_title": item.code, "input_message": "Không quá 1.500 ký tự."})  # fmt: skip

    # -- «Bìa» ------------------------------------------------------------------------------------------

    def _draw_cover(self) -> None:
        sheet = self.cover
        for column, width in enumerate((3, 36, 64)):
            sheet.set_column(column, column, width)
        sheet.set_row(0, 30)
        sheet.write_string(
            "B1", "BIỂU SỐ LIỆU CÔNG TÁC KHOA GIÁO", self._format(bold=True, font_size=18, font_color=INK)
        )
        sheet.write_string(
            "B2", "Kỳ báo cáo: " + token("period_label"), self._format(bold=True, font_size=14)
        )
        name = self._format(border=1, border_color=LINE, bg_color="#F7F2E8")
        value = self._format(border=1, border_color=LINE, bold=True, text_wrap=True)
        facts = (("Đơn vị", "unit_name"), ("Mã đơn vị", "unit_code"), ("Mã kỳ", "period"),
                 ("Số liệu tính", "window"), ("Hạn nộp", "due"))  # fmt: skip
        for row, (label, fact) in enumerate(facts, 3):
            sheet.set_row(row, 20)
            sheet.write_string(row, 1, label, name)
            sheet.write_string(row, 2, token(fact), value)
        self._ticks(name)
        sheet.write_string("B13", "Tình trạng của biểu", self._format(bold=True, border=1, border_color=LINE))
        self._status(sheet, "C13")
        self._advice()

    def _ticks(self, name: Any) -> None:
        box = self._format(
            border=2,
            border_color=INK,
            bg_color=PAPER,
            locked=False,
            align="center",
            bold=True,
            num_format="@",
        )
        labels = {
            layout.TICK_NOTHING: "Cả kỳ không phát sinh (đánh dấu x)",
            layout.TICK_NO_SECRET: "Biểu không chứa bí mật nhà nước (đánh dấu x)",
        }
        for tick, address in layout.COVER_CELLS.items():
            row = int(address[1:]) - 1
            self.cover.set_row(row, 22)
            self.cover.write_string(row, 1, labels[tick], name)
            self.cover.write_blank(row, 2, None, box)
            self.cover.data_validation(address, {
                "validate": "list", "source": ["x"], "input_title": "Đánh dấu",
                "input_message": "Chọn x hoặc để trống.", "show_error": False})  # fmt: skip
            self.book.define_name(tick, f"='{layout.COVER}'!$C${row + 1}")

    def _advice(self) -> None:
        self.cover.write_string("B15", "CÁCH ĐIỀN", self._format(bold=True, font_color=INK))
        line = self._format(text_wrap=True, valign="top")
        for at, text in enumerate(HOW_TO, 1):
            row = 14 + at
            self.cover.set_row(row, 34)
            self.cover.write_string(row, 1, f"Bước {at}", self._format(align="right", valign="top"))
            self.cover.write_string(row, 2, text, line)
        contact = "Nơi nhận: " + token("office") + token("contact")
        self.cover.write_string("B21", contact, self._format(italic=True))

    def _status(self, sheet: Any, address: str, label: str = "") -> None:
        """One cell that says whether the form may be sent."""
        first, last = FIRST_ROW + 1, self._last
        faults = f"SUMPRODUCT(--(LEN('{layout.FIGURES}'!$F${first}:$F${last})>0))"
        unticked = f"(LEN(TRIM({layout.TICK_NO_SECRET}))=0)"
        count = sum(1 for item in self.asked if first_message(item)) + 1
        formula = f'=IF({faults}+{unticked}=0,"HỢP LỆ","CÒN "&({faults}+{unticked})&" LỖI")'
        bold = self._format(bold=True, border=1, border_color=LINE, align="center", font_size=13)
        sheet.write_formula(address, formula, bold, f"CÒN {count} LỖI")
        if label:
            sheet.write_string(label, "Tình trạng của biểu", self._format(italic=True, align="center"))
        for criteria, colours in (('"HỢP LỆ"', ("#C6E0B4", "#1E5631")), (None, ("#F8CBAD", RED))):
            paint = self.book.add_format({"bg_color": colours[0], "font_color": colours[1]})
            rule = "==" if criteria else "!="
            sheet.conditional_format(
                address, {"type": "cell", "criteria": rule, "value": '"HỢP LỆ"', "format": paint}
            )

    # -- «_meta» ----------------------------------------------------------------------------------------

    def _draw_meta(self) -> None:
        for row, key in enumerate(layout.META_KEYS):
            self.meta.write_string(row, 0, key)
            self.meta.write_string(row, 1, token(key))
            self.book.set_custom_property(key, token(key), "text")
        lists = {"kgCoKhong": [layout.YES, layout.NO],
                 "kgCoKhongThuoc": [layout.YES, layout.NO, layout.NOT_APPLICABLE],
                 "kgVanBan": list(self.directives) or ["(chưa có văn bản)"]}  # fmt: skip
        for column, (name, values) in enumerate(lists.items(), 3):
            for row, value in enumerate(values):
                self.meta.write_string(row, column, value)
            letter = chr(ord("A") + column)
            self.book.define_name(name, f"='{layout.META}'!${letter}$1:${letter}${len(values)}")
        self.meta.very_hidden()
