"""«Lịch hạn»: every deadline of the master in the order of days, whatever table it stands in."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office import tables
from khoagiao_xl.planning.proposals import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from khoagiao_xl.books.base import Book, Row, Value

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
CLOSED: Final = {"xong", schema.DROPPED}
DEADLINES: Final = {
    "Hạn đơn vị": "Đơn vị nộp báo cáo {period}",
    "Hạn báo cáo": "Gửi báo cáo {period} lên cấp trên",
    "Hạn khóa": "Khóa kỳ báo cáo {period}",
}
Line = dict[str, Any]


def refresh_calendar(book: Book) -> None:
    """Write every open deadline into tblLichHan; a book that lists them already is not touched."""
    rows = [tables.to_row(line, schema.CALENDAR) for line in calendar_lines(book.read)]
    if rows != book.read(schema.CALENDAR.name):
        book.write(schema.CALENDAR.name, rows)


def calendar_lines(read: Callable[[str], list[Row]]) -> list[Line]:
    """Return the lines of tblLichHan (field -> value) by day; `read` gives a table's rows by its name."""
    reviews = {said(row.get("Mã")): row for row in _open(read(schema.REVIEWS.name))}
    lines = [
        *_periods(read(schema.DEADLINES.name)),
        *_tasks(_open(read(schema.TASKS.name))),
        *_reviews(reviews.values()),
        *_steps(_open(read(schema.REVIEW_STEPS.name)), reviews),
    ]
    return sorted(lines, key=lambda line: (line["day"], line["kind"], line["code"]))


def _open(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if said(row.get("Trạng thái")) not in CLOSED]


def _periods(rows: Iterable[Row]) -> Iterator[Line]:
    for row in rows:
        for heading, words in DEADLINES.items():
            period = said(row.get("Kỳ"))
            text = words.format(period=_label(period))
            yield from _line(row.get(heading), "Kỳ báo cáo", text, "", period)


def _label(code: str) -> str:
    """Return the name of a period, of what somebody typed instead the text itself."""
    try:
        return Period.parse(code).label
    except WrongRequest:
        return f"kỳ «{code}»"


def _tasks(rows: Iterable[Row]) -> Iterator[Line]:
    for row in rows:
        words, lead, code = (said(row.get(name)) for name in ("Nhiệm vụ", "Chủ trì", "Mã"))
        yield from _line(row.get("Hạn"), "Nhiệm vụ", words, lead, code)


def _reviews(rows: Iterable[Row]) -> Iterator[Line]:
    for row in rows:
        kind, years, symbol = (said(row.get(name)) for name in ("Loại", "Số năm", "Số, ký hiệu"))
        words = f"Ngày tròn {years} năm {symbol} ({kind.lower()})" if years else f"Ngày tròn {symbol}"
        yield from _line(
            row.get("Ngày tròn"), "Sơ kết, tổng kết", words, said(row.get("Chủ trì")), said(row.get("Mã"))
        )


def _steps(rows: Iterable[Row], reviews: dict[str, Row]) -> Iterator[Line]:
    for row in rows:
        review = reviews.get(said(row.get("Mã cuộc")))
        if review is not None:
            words = f"{said(row.get('Cuộc'))}: {said(row.get('Nội dung'))}"
            yield from _line(
                row.get("Hạn"),
                "Bước sơ kết, tổng kết",
                words,
                said(review.get("Chủ trì")),
                said(row.get("Mã")),
            )


def _line(day: Value, kind: str, text: str, lead: str, code: str) -> Iterator[Line]:
    """Yield the line of a deadline, if there is one: a cell may be blank or hold something else."""
    if isinstance(day, datetime):
        day = day.date()
    if isinstance(day, date):
        facts = {"day": day, "weekday": WEEKDAYS[day.weekday()], "kind": kind}
        yield {**facts, "text": text, "lead": lead, "code": code}
