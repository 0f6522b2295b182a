"""One hot issue of the sample: a unit tells of it at once by quick form, and counts it in its next form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.demo.quick_filling import QuickTold, fill_quick_form
from khoagiao_xl.vietnamese.day_texts import day_text

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.demo.demo_figures import Figures

MONTH_OF_IT: Final = 2
COUNT, WORDS = "KG221", "KG603"
TEXT: Final = (
    "Một số người lao động phản ánh việc chậm thanh toán tiền làm thêm giờ, dự định gửi đơn tập thể."
)


def with_an_issue(figures: Figures) -> Figures:
    """Count the issue where it arose."""
    return {**figures, COUNT: 1}


def words_for_an_issue(figures: Figures) -> dict[str, str]:
    """Return what a unit must write that counts an issue."""
    if not figures.get(COUNT):
        return {}
    return {WORDS: TEXT}


def told_at_once(form: bytes, day: date) -> bytes:
    """Return the quick form of the unit, filled in on the day after it."""
    told = QuickTold(
        day=day_text(day),
        field="Xã hội",
        text=TEXT,
        level="bức xúc",
        proposal="Đề nghị Ban Thường vụ Đảng ủy Khối cho ý kiến chỉ đạo.",
        handler="Cấp ủy, lãnh đạo đơn vị",
    )
    return fill_quick_form(form, told)
