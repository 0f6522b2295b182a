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

    Lines = Mapping[str, SheetLine]


class CheckContext:
    """A year under inspection. Unlike the year's own properties, nothing here raises for a wrong value."""

    def __init__(self, year: Year) -> None:
        self.of_year = year
        self._first_lines: dict[object, Lines] = {}

    @cached_property
    def pages(self) -> Sequence[Page]:
        """The pages that the master has, in the order of the sheets."""
        return list(self.of_year.pages.values())

    @cached_property
    def typed_pages(self) -> Sequence[Page]:
        """The pages that people fill in, in the order of the sheets."""
        return [page for page in self.pages if page.table.typed]

    def lines(self, table: Table) -> Sequence[SheetLine]:
        """Return the lines of a table; of one that is missing, none."""
        page = self.of_year.pages.get(table.name)
        if page:
            return page.lines
        return ()

    @property
    def tasks(self) -> Sequence[SheetLine]:
        """The lines of tblKeHoach."""
        return self.lines(schema.TASKS)

    @property
    def directives(self) -> Sequence[SheetLine]:
        """The lines of tblVanBan."""
        return self.lines(schema.DIRECTIVES)

    @property
    def reviews(self) -> Sequence[SheetLine]:
        """The lines of tblSoTongKet."""
        return self.lines(schema.REVIEWS)

    @property
    def review_steps(self) -> Sequence[SheetLine]:
        """The lines of tblBuoc."""
        return self.lines(schema.REVIEW_STEPS)

    @property
    def deadlines(self) -> Sequence[SheetLine]:
        """The lines of tblThoiHan."""
        return self.lines(schema.DEADLINES)

    @property
    def units(self) -> Sequence[SheetLine]:
        """The lines of tblDonVi."""
        return self.lines(schema.UNITS)

    @property
    def indicators(self) -> Sequence[SheetLine]:
        """The lines of tblChiTieu."""
        return self.lines(schema.INDICATORS)

    @property
    def rules(self) -> Sequence[SheetLine]:
        """The lines of tblQuyTac."""
        return self.lines(schema.RULES)

    @property
    def waivers(self) -> Sequence[SheetLine]:
        """The lines of tblMienTru."""
        return self.lines(schema.WAIVERS)

    @property
    def issues(self) -> Sequence[SheetLine]:
        """The lines of tblVanDe."""
        return self.lines(schema.ISSUES)

    def texts(self, table: Table, field: str) -> Lines:
        """Return the different texts of one column in the order of its rows, each with its first line."""
        key = (table.name, field)
        if key not in self._first_lines:
            lines = self.lines(table)
            self._first_lines[key] = _first_of_each(lines, field)
        return self._first_lines[key]

    # -- the office's own choices -------------------------------------------------------------------------

    @cached_property
    def settings(self) -> Lines:
        """The lines of tblCauHinh by key; of a doubled one the last, which is the one that counts."""
        lines = self.lines(schema.SETTINGS)
        return {line.text("key"): line for line in lines}

    def setting(self, key: str) -> str:
        """Return the value of one setting, blank where there is none."""
        line = self.settings.get(key)
        if line is None:
            return ""
        return line.text("value").strip()

    @cached_property
    def year(self) -> int | None:
        """The year of the master, where the settings name one that can be."""
        text = self.setting("nam")
        if not text.isdecimal():
            return None
        year = int(text)
        if FIRST_YEAR <= year <= LAST_YEAR:
            return year
        return None

    @cached_property
    def roll(self) -> Roll:
        """Where a deadline on a rest day goes by the office's rule."""
        rule = self.setting("quy_tac_ngay_nghi")
        if rule in set(Roll):
            return Roll(rule)
        return Roll.FORWARD

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
            if line.text("kind") != kind:
                continue
            day = line.day("day")
            if day:
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


def _first_of_each(lines: Sequence[SheetLine], field: str) -> Lines:
    found: dict[str, SheetLine] = {}
    for line in lines:
        text = line.text(field)
        if text:
            found.setdefault(text, line)
    return found
