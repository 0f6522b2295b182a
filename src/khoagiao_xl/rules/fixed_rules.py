"""What is checked in every form, whatever tblQuyTac says: blanks, values, documents, the unit's profile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding
from khoagiao_xl.model.indicators import WHOLE, Type
from khoagiao_xl.rules.required_documents import (
    Required,
    check_documents,
    check_reviews,
    check_words,
    codes_requiring,
)
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.yes_no import NO, NOT_APPLICABLE, YES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from khoagiao_xl.model.history import Answer
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.form import Form

_NEED_DOCUMENT: Final = ", ".join(codes_requiring(Required.ON_YES))
_NEED_WORDS: Final = ", ".join(codes_requiring(Required.WORDS_ON_NO))
# The rules of the directory of rules that are no row of tblQuyTac, for the list of rules and the guide.
FIXED_RULES: Final = {
    "R14": "tỷ lệ đơn vị tự ghi nằm trong khoảng 0-100",
    "R15": "số đếm, số người là số nguyên không âm; số tiền không âm",
    "R23": "mỗi cuộc sơ kết, tổng kết hoàn thành có số, ký hiệu, ngày báo cáo, không sau ngày cuối kỳ",
    "R24": f"«Có» ở {_NEED_DOCUMENT} kèm số, ngày văn bản, không sau ngày cuối kỳ",
    "R43": f"«Không» ở {_NEED_WORDS} nêu rõ ở cột Giải trình",
    "R44": "chỉ tiêu có cột «Hỏi khi» không để trống khi chỉ tiêu ghi ở cột ấy lớn hơn 0",
    "R35": "biểu đúng sổ, đúng kỳ, đúng đơn vị, đúng phiên bản",
    "R36": "trả lời «Không thuộc» khớp với cột «Gồm chỉ tiêu» và với kỳ trước của đơn vị",
}  # fmt: skip
# A blank is told by the same words in every cell: code of one blank -> code of many.
_MANY_BLANKS: Final = {"SL-BL": "SL-BL-N", "SL-BC": "SL-BC-N"}


def check_fixed_rules(form: Form) -> Iterator[Finding]:
    """Yield what is wrong with single cells of `form`."""
    for check in _CHECKS:
        yield from check(form)


def _blanks(form: Form) -> Iterator[Finding]:
    if form.nothing_to_report:
        return
    for item in form.asked:
        if is_required(item) and _is_blank(form, item.code):
            yield _blank(form, item)


def is_required(item: Indicator) -> bool:
    """Say whether every unit that is asked owes an answer; lists and narratives may stay blank."""
    if item.is_numeric:
        return not item.formula
    return item.type is Type.YESNO


def _is_blank(form: Form, code: str) -> bool:
    """Say whether nothing is seen there: what could not be read has its own finding."""
    entry = form.entries.get(code)
    if entry is None or entry.value is not None:
        return False
    return is_blank(entry.raw)


def _blank(form: Form, item: Indicator) -> Finding:
    code = "SL-BL"
    if item.type is Type.YESNO:
        code = "SL-BC"
    many = _MANY_BLANKS[code]
    finding = form.wrong(code, item.code, label=item.label)
    return replace(finding, alike=many)


def _asked_when(form: Form) -> Iterator[Finding]:
    """Yield a question at each blank that another figure of the form says is no answer."""
    for item in form.asked:
        other = item.asked_when
        if not other or not _is_blank(form, item.code):
            continue
        count = form.number(other)
        if not count:
            continue
        yield form.asks(
            "R44",
            item.code,
            label=item.label,
            other=other,
            count=count,
        )


def _values(form: Form) -> Iterator[Finding]:
    for item in form.asked:
        value = form.number(item.code)
        if value is None:
            continue
        code = _out_of_range(item, value)
        if code:
            yield form.wrong(code, item.code, value=value)


def _out_of_range(item: Indicator, value: float) -> str:
    """Return the rule that a figure breaks by itself, blank for none."""
    if item.type is Type.PERCENT:
        # A share that the form computes is beyond 100 only because its terms are, and they are told.
        is_sound = bool(item.formula) or 0 <= value <= 100
        return "" if is_sound else "R14"
    if item.is_numeric and value < 0:
        return "R15"
    if item.type in WHOLE and value != int(value):
        return "R15"
    return ""


def _applicability(form: Form) -> Iterator[Finding]:
    """«Không thuộc» against what the office says of the unit, and what the unit itself said before."""
    for item in form.asked:
        code = item.code
        if not item.allows_not_applicable or form.value(code) != NOT_APPLICABLE:
            continue
        earlier = _said_before(form, code)
        if code in form.covers:
            yield form.asks("R36", code)
        elif earlier in (YES, NO):
            yield form.asks("R36-2", code, earlier=earlier)


def _said_before(form: Form, code: str) -> Answer:
    before = form.now.previous
    if before is None:
        return None
    return before.answers.get(code)


_CHECKS: Final[tuple[Callable[[Form], Iterator[Finding]], ...]] = (
    _blanks, _asked_when, _values, check_documents, check_reviews, check_words, _applicability,
)  # fmt: skip
