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
    deadlines = year.page(schema.DEADLINES).lines
    tasks = _open(year, schema.TASKS)
    reviews = _open(year, schema.REVIEWS)
    steps = _open(year, schema.REVIEW_STEPS)
    entries = [
        *_periods(deadlines),
        *_tasks(tasks),
        *_reviews(reviews),
        *_steps(steps, reviews),
    ]
    entries.sort(key=_place_in_the_list)
    return entries


def _place_in_the_list(entry: Entry) -> tuple[Any, ...]:
    return (
        entry["day"],
        entry["kind"],
        entry["code"],
    )


def _open(year: Year, table: Table) -> list[SheetLine]:
    """Return the lines of what is neither done nor dropped."""
    found = []
    for line in year.page(table).lines:
        status = _text(line, "status")
        if status not in CLOSED:
            found.append(line)
    return found


def _text(line: SheetLine, field: str) -> str:
    return cell_text(line.values.get(field))


def _periods(lines: Iterable[SheetLine]) -> Iterator[Entry]:
    for line in lines:
        code = _text(line, "period")
        label = _label(code)
        for field, words in DEADLINES.items():
            day = line.day(field)
            if day:
                text = words.format(period=label)
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
        if day:
            yield _entry(
                day,
                "Nhiệm vụ",
                _text(line, "text"),
                _text(line, "lead"),
                _text(line, "code"),
            )


def _reviews(lines: Iterable[SheetLine]) -> Iterator[Entry]:
    for line in lines:
        day = line.day("anniversary")
        if day:
            yield _entry(
                day,
                "Sơ kết, tổng kết",
                _anniversary(line),
                _text(line, "lead"),
                _text(line, "code"),
            )


def _anniversary(line: SheetLine) -> str:
    symbol = _text(line, "symbol")
    years = _text(line, "years")
    kind = _text(line, "kind").lower()
    if not years:
        return f"Ngày tròn {symbol}"
    return f"Ngày tròn {years} năm {symbol} ({kind})"


def _steps(lines: Iterable[SheetLine], reviews: Iterable[SheetLine]) -> Iterator[Entry]:
    review_by_code = {_text(review, "code"): review for review in reviews}
    for line in lines:
        day = line.day("due")
        review = review_by_code.get(_text(line, "review"))
        if day and review:
            yield _entry(
                day,
                "Bước sơ kết, tổng kết",
                _step(line),
                _text(review, "lead"),
                _text(line, "code"),
            )


def _step(line: SheetLine) -> str:
    title = _text(line, "title")
    text = _text(line, "text")
    return f"{title}: {text}"


def _entry(day: date, kind: str, text: str, lead: str, code: str) -> Entry:
    return {
        "day": day,
        "weekday": weekday_of(day),
        "kind": kind,
        "text": text,
        "lead": lead,
        "code": code,
    }
