"""The sheet «Bìa»: whose form it is, the two ticks, whether it may be sent, and how to fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import FRAME, INK, PAPER, token

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import Canvas

FACTS: Final = {
    "Đơn vị": "unit_name",
    "Mã đơn vị": "unit_code",
    "Mã kỳ": "period",
    "Số liệu tính": "window",
    "Hạn nộp": "due",
}
TICKS: Final = {
    form_layout.TICK_NOTHING: "Cả kỳ không phát sinh (đánh dấu x)",
    form_layout.TICK_NO_SECRET: "Biểu không chứa bí mật nhà nước (đánh dấu x)",
}
HOW_TO: Final = (
    "Chỉ điền các ô nền vàng ở trang «Số liệu» (cột Kỳ này, cột Giải trình) và trang «Thuyết minh».",
    "Không có thì ghi 0; để trống nghĩa là chưa báo cáo. Cả kỳ không có việc gì: đánh dấu x ở ô trên.",
    "Cột «Kiểm tra» báo ngay chỗ sai; sửa cho đến khi ô Tình trạng ghi «HỢP LỆ».",
    "Lưu tệp dạng .xlsx rồi gửi kèm thư. Không đổi mã ở cột A, không gửi ảnh chụp hoặc tệp PDF.",
)
FIRST_FACT, FIRST_STEP = 4, 16  # Excel rows


def draw_cover(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    for column, width in enumerate((3, 36, 64)):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 30)
    big = canvas.look(bold=True, font_size=18, font_color=INK)
    sheet.write_string("B1", "BIỂU SỐ LIỆU CÔNG TÁC KHOA GIÁO", big)
    sheet.write_string("B2", "Kỳ báo cáo: " + token("period_label"), canvas.look(bold=True, font_size=14))
    for row, (label, fact) in enumerate(FACTS.items(), FIRST_FACT):
        sheet.set_row(row - 1, 20)
        sheet.write_string(row - 1, 1, label, canvas.look(bg_color="#F7F2E8", **FRAME))
        sheet.write_string(row - 1, 2, token(fact), canvas.look(bold=True, text_wrap=True, **FRAME))
    _ticks(canvas, sheet)
    sheet.write_string("B13", "Tình trạng của biểu", canvas.look(bold=True, **FRAME))
    canvas.status(sheet, "C13")
    _advice(canvas, sheet)


def _ticks(canvas: Canvas, sheet: Any) -> None:
    box = canvas.look(border=2, border_color=INK, bg_color=PAPER, locked=False, align="center",
                      bold=True, num_format="@")  # fmt: skip
    for tick, address in form_layout.COVER_CELLS.items():
        row = int(address[1:]) - 1
        sheet.set_row(row, 22)
        sheet.write_string(row, 1, TICKS[tick], canvas.look(bg_color="#F7F2E8", **FRAME))
        sheet.write_blank(row, 2, None, box)
        sheet.data_validation(address, {
            "validate": "list", "source": ["x"], "show_error": False,
            "input_title": "Đánh dấu", "input_message": "Chọn x hoặc để trống."})  # fmt: skip
        canvas.book.define_name(tick, f"='{form_layout.COVER}'!$C${row + 1}")


def _advice(canvas: Canvas, sheet: Any) -> None:
    sheet.write_string(FIRST_STEP - 2, 1, "CÁCH ĐIỀN", canvas.look(bold=True, font_color=INK))
    for at, text in enumerate(HOW_TO, 1):
        row = FIRST_STEP - 2 + at
        sheet.set_row(row, 34)
        sheet.write_string(row, 1, f"Bước {at}:", canvas.look(align="right", valign="top"))
        sheet.write_string(row, 2, text, canvas.look(text_wrap=True, valign="top", indent=1))
    contact = "Nơi nhận: " + token("office") + token("contact")
    sheet.write_string(FIRST_STEP + len(HOW_TO), 1, contact, canvas.look(italic=True))
