"""What the checks ask of a master again and again; what is wrong in one of its cells stops none of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.workdays import Roll, WorkCalendar
from khoagiao_xl.office.settings import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.pages import Page, SheetLine
    from khoagiao_xl.office.year import Year


class CheckContext:
    """A year under inspection. Unlike the year's own properties, nothing here raises for a wrong value."""

    def __init__(self, year: Year) -> None:
        self.of_year = year
        self.pages: Sequence[Page] = list(year.pages.values())
        self.typed_pages: Sequence[Page] = [page for page in self.pages if page.table.typed]
        self._texts: dict[tuple[str, str], Mapping[str, SheetLine]] = {}

    def lines(self, table: Table) -> Sequence[SheetLine]:
        """Return the lines of a table; of one that is missing, none."""
        page = self.of_year.pages.get(table.name)
        return page.lines if page else ()

    def texts(self, table: Table, field: str) -> Mapping[str, SheetLine]:
        """Return the different texts of one column in the order of its rows, each with its first line."""
        key = table.name, field
        if key not in self._texts:
            self._texts[key] = self._first_lines(table, field)
        return self._texts[key]

    def _first_lines(self, table: Table, field: str) -> Mapping[str, SheetLine]:
        found: dict[str, SheetLine] = {}
        for line in self.lines(table):
            text = line.text(field)
            if text:
                found.setdefault(text, line)
        return found

    # -- the office's own choices -------------------------------------------------------------------------

    @cached_property
    def settings(self) -> Mapping[str, SheetLine]:
        """The lines of tblCauHinh by key; of a doubled one the last, which is the one that counts."""
        return {line.text("key"): line for line in self.lines(schema.SETTINGS)}

    def setting(self, key: str) -> str:
        """Return the value of one setting, blank where there is none."""
        line = self.settings.get(key)
        return line.text("value").strip() if line else ""

    @cached_property
    def year(self) -> int | None:
        """The year of the master, where the settings name one that can be."""
        text = self.setting("nam")
        if not text.isdecimal():
            return None
        year = int(text)
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    @cached_property
    def roll(self) -> Roll:
        """Where a deadline on a rest day goes by the office's rule."""
        rule = self.setting("quy_tac_ngay_nghi")
        return Roll(rule) if rule in set(Roll) else Roll.FORWARD

    # -- days ---------------------------------------------------------------------------------------------

    @cached_property
    def rest_days(self) -> Mapping[date, str]:
        """The days off by tblNgayNghi, with their names."""
        return dict(self._holidays("nghỉ"))

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The days off and the days worked in exchange, by tblNgayNghi."""
        worked = dict(self._holidays("làm bù"))
        return WorkCalendar.of(self.rest_days, worked)

    def _holidays(self, kind: str) -> Iterator[tuple[date, str]]:
        for line in self.lines(schema.HOLIDAYS):
            day = line.day("day")
            if day and line.text("kind") == kind:
                yield day, line.text("name")

    @cached_property
    def issue_days(self) -> Mapping[str, date]:
        """Symbol of a directive -> the day of its issue, of those that have one."""
        found = {}
        for line in self.lines(schema.DIRECTIVES):
            day = line.day("issued")
            if day:
                found[line.text("symbol")] = day
        return found
