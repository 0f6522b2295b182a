"""What is checked in every form, whatever tblQuyTac says: blanks, values, documents, the unit's profile."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.indicators import WHOLE, Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from khoagiao_xl.rules.check_form import Form
    from khoagiao_xl.rules.expression import Number

YES, NO, NOT_APPLICABLE = "Có", "Không", "Không thuộc"
# A document as people write it behind a «Có»: 05-KH/ĐU, 12/BC-SGDĐT, then somewhere its day.
_SYMBOL: Final = re.compile(
    r"\d{1,4}\s*(?:[-–]\s*[A-ZĐ][A-Za-zĐđ]{0,4}\s*/\s*[A-ZĐ]|/\s*(?:\d{4}/)?[A-ZĐ]{1,4}-[A-ZĐ])"
)
_DAY: Final = re.compile(
    r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)|(\d{1,2}) tháng (\d{1,2}) năm (\d{4})"
)
NEEDS_DOCUMENT: Final = frozenset({"KG111", "KG112", "KG113", "KG601"})
REVIEWS_DONE: Final = "KG402"
# The rules of the directory of rules that are no row of tblQuyTac, for the list of rules and the guide.
ALWAYS: Final = {
    "R14": "tỷ lệ đơn vị tự ghi nằm trong khoảng 0-100",
    "R15": "số đếm, số người là số nguyên không âm; số tiền không âm",
    "R23": "mỗi cuộc sơ kết, tổng kết hoàn thành có số, ký hiệu, ngày báo cáo, không sau ngày cuối kỳ",
    "R24": f"«Có» ở {', '.join(sorted(NEEDS_DOCUMENT))} kèm số, ngày văn bản, không sau ngày cuối kỳ",
    "R35": "biểu đúng sổ, đúng kỳ, đúng đơn vị, đúng phiên bản",
    "R36": "trả lời «Không thuộc» khớp với cột «Gồm chỉ tiêu» và với kỳ trước của đơn vị",
}  # fmt: skip


def always_checked(form: Form) -> Iterator[Finding]:
    """Yield what is wrong with single cells of `form`."""
    for check in _CHECKS:
        yield from check(form)


def _blanks(form: Form) -> Iterator[Finding]:
    if form.nothing_to_report:
        return
    for item in form.asked:
        required = (item.is_numeric and not item.formula) or item.type is Type.YESNO
        entry = form.entries.get(item.code)
        # A value that was there and could not be read has its own finding; blanks alone are no value.
        is_blank = entry is not None and entry.value is None and not str(entry.raw or "").strip()
        if required and is_blank:
            code = "SL-BC" if item.type is Type.YESNO else "SL-BL"
            yield form.finding(code, Severity.ERROR, item.code, label=item.label)


def _values(form: Form) -> Iterator[Finding]:
    for item in form.asked:
        value = _number(form, item.code)
        if value is None:
            continue
        # A share that the form computes is beyond 100 only because its terms are, and they are told.
        if item.type is Type.PERCENT and not item.formula and not 0 <= value <= 100:
            yield form.finding("R14", Severity.ERROR, item.code, value=value)
        wrong_count = item.type in WHOLE and (value < 0 or value != int(value))
        if wrong_count or (item.type is Type.MONEY and value < 0):
            yield form.finding("R15", Severity.ERROR, item.code, value=value)


def _number(form: Form, code: str) -> Number | None:
    entry = form.entries.get(code)
    value = entry.value if entry else None
    return value if isinstance(value, int | float) else None


def _documents(form: Form) -> Iterator[Finding]:
    for item in form.asked:
        entry = form.entries.get(item.code)
        if item.code not in NEEDS_DOCUMENT or entry is None or entry.value != YES:
            continue
        if not days_in(entry.explanation) or not _SYMBOL.search(entry.explanation):
            yield form.finding("R24", Severity.ERROR, item.code, year=form.ends.year)
        else:
            yield from _too_late(form, item.code, "R24-2")


def _reviews(form: Form) -> Iterator[Finding]:
    entry = form.entries.get(REVIEWS_DONE)
    done = _number(form, REVIEWS_DONE)
    if entry is None or not done:
        return
    named = min(len(_SYMBOL.findall(entry.explanation)), len(days_in(entry.explanation)))
    if named < done:
        facts = {"value": done, "count": named, "year": form.ends.year}
        yield form.finding("R23", Severity.ERROR, REVIEWS_DONE, **facts)
    else:
        yield from _too_late(form, REVIEWS_DONE, "R23-2")


def _too_late(form: Form, code: str, finding: str) -> Iterator[Finding]:
    latest = max(days_in(form.entries[code].explanation))
    if latest > form.ends:
        facts = {"day": f"{latest:%d/%m/%Y}", "end": f"{form.ends:%d/%m/%Y}"}
        yield form.finding(finding, Severity.ERROR, code, **facts)


def _applicability(form: Form) -> Iterator[Finding]:
    """«Không thuộc» against what the office says of the unit, and what the unit itself said before."""
    before = form.moment.previous.answers if form.moment.previous else {}
    for item in form.asked:
        entry = form.entries.get(item.code)
        if not item.allows_not_applicable or entry is None or entry.value != NOT_APPLICABLE:
            continue
        if item.code in form.covers:
            yield form.finding("R36", Severity.QUESTION, item.code)
        elif before.get(item.code) in (YES, NO):
            yield form.finding("R36-2", Severity.QUESTION, item.code, earlier=before[item.code])


def days_in(text: str) -> list[date]:
    """Return the days named in `text`, day first; what is no day of the calendar is left out."""
    found = []
    for match in _DAY.finditer(text):
        day, month, year = (int(group) for group in match.groups() if group)
        try:
            found.append(date(year + 2000 if year < 100 else year, month, day))
        except ValueError:
            continue
    return found


_CHECKS: Final[tuple[Callable[[Form], Iterator[Finding]], ...]] = (
    _blanks, _values, _documents, _reviews, _applicability,
)  # fmt: skip
