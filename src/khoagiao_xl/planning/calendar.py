"""«Lịch hạn»: every deadline of the master in the order of days, whatever table it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.planning.proposals import cell_text
from khoagiao_xl.vietnamese.day_texts import weekday_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.pages import SheetLine
    from khoagiao_xl.office.year import Year

CLOSED: Final = {"xong", schema.DROPPED}
DEADLINES: Final = {
    "unit_due": "Đơn vị nộp báo cáo {period}",
    "report_due": "Gửi báo cáo {period} lên cấp trên",
    "closes": "Khóa kỳ báo cáo {period}",
}
Entry = dict[str, Any]  # a row of tblLichHan: field -> value


def calendar_entries(year: Year) -> list[Entry]:
    """Return the rows of tblLichHan by day; a cell that holds no day is no deadline."""
    reviews = list(_open(year, schema.REVIEWS))
    entries = [
        *_periods(year.page(schema.DEADLINES).lines),
        *_tasks(_open(year, schema.TASKS)),
        *_reviews(reviews),
        *_steps(_open(year, schema.REVIEW_STEPS), reviews),
    ]
    return sorted(entries, key=lambda entry: (entry["day"], entry["kind"], entry["code"]))


def _open(year: Year, table: Table) -> Iterator[SheetLine]:
    for line in year.page(table).lines:
        if _text(line, "status") not in CLOSED:
            yield line


def _text(line: SheetLine, field: str) -> str:
    return cell_text(line.values.get(field))


def _periods(lines: Iterable[SheetLine]) -> Iterator[Entry]:
    for line in lines:
        code = _text(line, "period")
        for field, words in DEADLINES.items():
            day = line.day(field)
            text = words.format(period=_label(code))
            if day:
                yield _entry(day, "Kỳ báo cáo", text, "", code)


def _label(code: str) -> str:
    """Return the name of a period, of what somebody typed instead the text itself."""
    try:
        return Period.parse(code).label
    except WrongRequest:
        return f"kỳ «{code}»"


def _tasks(lines: Iterable[SheetLine]) -> Iterator[Entry]:
    for line in lines:
        day = line.day("due")
        text = _text(line, "text")
        lead = _text(line, "lead")
        if day:
            yield _entry(day, "Nhiệm vụ", text, lead, _text(line, "code"))


def _reviews(lines: Iterable[SheetLine]) -> Iterator[Entry]:
    for line in lines:
        day = line.day("anniversary")
        lead = _text(line, "lead")
        if day:
            yield _entry(day, "Sơ kết, tổng kết", _anniversary(line), lead, _text(line, "code"))


def _anniversary(line: SheetLine) -> str:
    symbol = _text(line, "symbol")
    years = _text(line, "years")
    kind = _text(line, "kind").lower()
    if not years:
        return f"Ngày tròn {symbol}"
    return f"Ngày tròn {years} năm {symbol} ({kind})"


def _steps(lines: Iterable[SheetLine], reviews: Iterable[SheetLine]) -> Iterator[Entry]:
    review_by_code = {_text(line, "code"): line for line in reviews}
    for line in lines:
        day = line.day("due")
        review = review_by_code.get(_text(line, "review"))
        if day and review:
            title = _text(line, "title")
            text = _text(line, "text")
            lead = _text(review, "lead")
            yield _entry(day, "Bước sơ kết, tổng kết", f"{title}: {text}", lead, _text(line, "code"))


def _entry(day: date, kind: str, text: str, lead: str, code: str) -> Entry:
    return {
        "day": day,
        "weekday": weekday_of(day),
        "kind": kind,
        "text": text,
        "lead": lead,
        "code": code,
    }
