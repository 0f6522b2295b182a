"""How the office of a master counts days: from its holidays and settings as they stand today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.deadlines import Office
from khoagiao_xl.model.workdays import Roll, WorkCalendar
from khoagiao_xl.office import tables

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Book
    from khoagiao_xl.office.tables import Settings

MOST_WORKDAYS: Final = 60


def read_office(book: Book) -> Office:
    """Return the office's rest days, its rule for deadlines on them, and when a period closes.

    Raise WrongRequest CH-02 or CH-03 for a setting that is no number or none of the rules.
    """
    settings = tables.read_settings(book)
    calendar = WorkCalendar.of_rows(tables.read_rows(book, schema.HOLIDAYS))
    return Office(calendar, _roll(settings), int(settings.number("ngay_khoa", 5, most=MOST_WORKDAYS)))


def _roll(settings: Settings) -> Roll:
    value = settings.get("quy_tac_ngay_nghi", "").strip().casefold() or Roll.FORWARD
    if value not in tuple(Roll):
        raise WrongRequest("CH-03", key="quy_tac_ngay_nghi", value=value, known=", ".join(Roll))
    return Roll(value)
