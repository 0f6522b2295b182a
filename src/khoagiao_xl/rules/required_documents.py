"""Answers that must name a document, its symbol and its day: which they are, and what is wrong with them.

data/required_documents.csv has a row for each such indicator.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding
from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.rules.form import Form

TABLE: Final = "required_documents.csv"
# A document as people write it behind a «Có»: 05-KH/ĐU, 12/BC-SGDĐT, then somewhere its day.
_SYMBOL: Final = re.compile(
    r"\d{1,4}\s*(?:[-–]\s*[A-ZĐ][A-Za-zĐđ]{0,4}\s*/\s*[A-ZĐ]|/\s*(?:\d{4}/)?[A-ZĐ]{1,4}-[A-ZĐ])"
)
_DAY: Final = re.compile(
    r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)|(\d{1,2}) tháng (\d{1,2}) năm (\d{4})"
)


class Required(StrEnum):
    """When an answer must name documents, as column «Kèm văn bản» of the file says."""

    ON_YES = "khi trả lời «Có»"
    EACH = "mỗi cuộc"  # as many as the figure counts
    WORDS_ON_NO = "nêu rõ khi trả lời «Không»"  # no document: in words what is not in order


@cache
def required_documents() -> Mapping[str, Required]:
    """Return indicator code -> when its answer must name documents."""
    rows = shipped_rows(TABLE)
    found = {}
    for row in rows:
        code, when = row["Mã"], row["Kèm văn bản"]
        found[code] = Required(when)
    return found


def codes_requiring(when: Required) -> Iterator[str]:
    """Yield the indicators whose answer must name documents in this case, as the file lists them."""
    for code, required in required_documents().items():
        if required is when:
            yield code


def check_documents(form: Form) -> Iterator[Finding]:
    """Yield what is wrong with the documents behind a «Có» (R24)."""
    for code in _asked(form, Required.ON_YES):
        answer = form.value(code)
        if answer == YES:
            yield from _document(form, code)


def _document(form: Form, code: str) -> Iterator[Finding]:
    explanation = form.entries[code].explanation
    symbol = _SYMBOL.search(explanation)
    if symbol and days_in(explanation):
        yield from _too_late(form, code, "R24-2")
        return
    year = form.ends.year
    missing = form.wrong("R24", code, year=year)
    yield _in_explanation(form, missing)


def check_reviews(form: Form) -> Iterator[Finding]:
    """Yield what is wrong with the reports of the reviews that a figure counts (R23)."""
    for code in _asked(form, Required.EACH):
        done = form.number(code)
        if done:
            yield from _review_reports(form, code, done)


def _review_reports(form: Form, code: str, done: float) -> Iterator[Finding]:
    explanation = form.entries[code].explanation
    symbols = _SYMBOL.findall(explanation)
    days = days_in(explanation)
    named = min(len(symbols), len(days))
    if named >= done:
        yield from _too_late(form, code, "R23-2")
        return
    yield form.wrong(
        "R23",
        code,
        value=done,
        count=named,
        year=form.ends.year,
    )


def check_words(form: Form) -> Iterator[Finding]:
    """Yield each «Không» that says not in words what is not in order (R43)."""
    for code in _asked(form, Required.WORDS_ON_NO):
        if form.value(code) != NO or _is_explained(form, code):
            continue
        missing = form.wrong("R43", code)
        yield _in_explanation(form, missing)


def _is_explained(form: Form, code: str) -> bool:
    entry = form.entries.get(code)
    return bool(entry and entry.explanation)


def _asked(form: Form, when: Required) -> Iterator[str]:
    """Yield the indicators of the form whose answer must name documents in this case, in its order."""
    codes = set(codes_requiring(when))
    for item in form.asked:
        if item.code in codes:
            yield item.code


def _too_late(form: Form, code: str, finding: str) -> Iterator[Finding]:
    explanation = form.entries[code].explanation
    latest = max(days_in(explanation))
    if latest <= form.ends:
        return
    found = form.wrong(
        finding,
        code,
        day=day_text(latest),
        end=day_text(form.ends),
    )
    yield _in_explanation(form, found)


def _in_explanation(form: Form, finding: Finding) -> Finding:
    """Return a finding about an explanation at the explanation."""
    place = form.explained_at(finding.indicator)
    return replace(finding, place=place)


def days_in(text: str) -> list[date]:
    """Return the days named in `text`, day first; what is no day of the calendar is left out."""
    found = []
    for match in _DAY.finditer(text):
        groups = match.groups()
        numbers = [int(group) for group in groups if group]
        with suppress(ValueError):
            day = _day(*numbers)
            found.append(day)
    return found


def _day(day: int, month: int, year: int) -> date:
    if year < 100:
        year += 2000
    return date(year, month, day)
