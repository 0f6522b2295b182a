"""What is checked in every form, whatever tblQuyTac says: blanks, values, documents, the unit's profile."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding
from khoagiao_xl.model.indicators import WHOLE, Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from khoagiao_xl.model.history import Answer
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.form import Form

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
FIXED_RULES: Final = {
    "R14": "tỷ lệ đơn vị tự ghi nằm trong khoảng 0-100",
    "R15": "số đếm, số người là số nguyên không âm; số tiền không âm",
    "R23": "mỗi cuộc sơ kết, tổng kết hoàn thành có số, ký hiệu, ngày báo cáo, không sau ngày cuối kỳ",
    "R24": f"«Có» ở {', '.join(sorted(NEEDS_DOCUMENT))} kèm số, ngày văn bản, không sau ngày cuối kỳ",
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
        if _is_required(item) and _is_blank(form, item.code):
            yield _blank(form, item)


def _is_required(item: Indicator) -> bool:
    is_typed = item.is_numeric and not item.formula
    return is_typed or item.type is Type.YESNO


def _is_blank(form: Form, code: str) -> bool:
    """Say whether nothing stands there: what could not be read has its own finding; blanks are no value."""
    entry = form.entries.get(code)
    if entry is None or entry.value is not None:
        return False
    return not str(entry.raw or "").strip()


def _blank(form: Form, item: Indicator) -> Finding:
    code = "SL-BC" if item.type is Type.YESNO else "SL-BL"
    finding = form.wrong(code, item.code, label=item.label)
    return replace(finding, alike=_MANY_BLANKS[code])


def _values(form: Form) -> Iterator[Finding]:
    for item in form.asked:
        value = form.number(item.code)
        code = "" if value is None else _out_of_range(item, value)
        if code:
            yield form.wrong(code, item.code, value=value)


def _out_of_range(item: Indicator, value: float) -> str:
    """Return the rule that a figure breaks by itself, blank for none."""
    # A share that the form computes is beyond 100 only because its terms are, and they are told.
    if item.type is Type.PERCENT and not item.formula:
        if 0 <= value <= 100:
            return ""
        return "R14"
    if item.type in WHOLE:
        if value >= 0 and value == int(value):
            return ""
        return "R15"
    if item.type is Type.MONEY and value < 0:
        return "R15"
    return ""


def _documents(form: Form) -> Iterator[Finding]:
    for item in form.asked:
        if item.code not in NEEDS_DOCUMENT or form.value(item.code) != YES:
            continue
        explanation = form.entries[item.code].explanation
        if days_in(explanation) and _SYMBOL.search(explanation):
            yield from _too_late(form, item.code, "R24-2")
        else:
            missing = form.wrong("R24", item.code, year=form.ends.year)
            yield _in_explanation(form, missing)


def _reviews(form: Form) -> Iterator[Finding]:
    done = form.number(REVIEWS_DONE)
    if not done:
        return
    explanation = form.entries[REVIEWS_DONE].explanation
    symbols, days = _SYMBOL.findall(explanation), days_in(explanation)
    named = min(len(symbols), len(days))
    if named < done:
        facts = {
            "value": done,
            "count": named,
            "year": form.ends.year,
        }
        yield form.wrong("R23", REVIEWS_DONE, **facts)
    else:
        yield from _too_late(form, REVIEWS_DONE, "R23-2")


def _too_late(form: Form, code: str, finding: str) -> Iterator[Finding]:
    explanation = form.entries[code].explanation
    latest = max(days_in(explanation))
    if latest <= form.ends:
        return
    day = f"{latest:%d/%m/%Y}"
    end = f"{form.ends:%d/%m/%Y}"
    found = form.wrong(finding, code, day=day, end=end)
    yield _in_explanation(form, found)


def _in_explanation(form: Form, finding: Finding) -> Finding:
    """Return a finding about an explanation at the explanation."""
    return replace(finding, place=form.explained_at(finding.indicator))


def _applicability(form: Form) -> Iterator[Finding]:
    """«Không thuộc» against what the office says of the unit, and what the unit itself said before."""
    for item in form.asked:
        if not item.allows_not_applicable or form.value(item.code) != NOT_APPLICABLE:
            continue
        earlier = _said_before(form, item.code)
        if item.code in form.covers:
            yield form.asked("R36", item.code)
        elif earlier in (YES, NO):
            yield form.asked("R36-2", item.code, earlier=earlier)


def _said_before(form: Form, code: str) -> Answer:
    before = form.now.previous
    if before:
        return before.answers.get(code)
    return None


def days_in(text: str) -> list[date]:
    """Return the days named in `text`, day first; what is no day of the calendar is left out."""
    found = []
    for match in _DAY.finditer(text):
        numbers = [int(group) for group in match.groups() if group]
        with suppress(ValueError):
            found.append(_day(*numbers))
    return found


def _day(day: int, month: int, year: int) -> date:
    if year < 100:
        year += 2000
    return date(year, month, day)


_CHECKS: Final[tuple[Callable[[Form], Iterator[Finding]], ...]] = (
    _blanks, _values, _documents, _reviews, _applicability,
)  # fmt: skip
