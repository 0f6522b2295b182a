"""The master as the checks see it: tables whose every value knows its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.workdays import Roll, WorkCalendar
from khoagiao_xl.office.pages import Line, Page
from khoagiao_xl.office.settings import FIRST_YEAR, LAST_YEAR
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from khoagiao_xl.model.schema import Table

# The names among those given that look most like the first argument, best first, at most three.
Nearest = Callable[[str, Sequence[str]], Sequence[str]]


def ask(names: Iterable[str]) -> str:
    """Return the question whether one of these names is meant, with a blank before it; none for no name."""
    offered = " hoặc ".join(f"«{name}»" for name in names)
    return f" Có phải {offered}?" if offered else ""


@dataclass(frozen=True)
class Master:
    """All tables that could be read; `nearest` finds the names that look like a wrong one."""

    pages: Mapping[str, Page]
    nearest: Nearest

    def lines(self, table: Table) -> Iterator[tuple[Page, Line]]:
        """Yield the lines of a table with its page; of a table that is missing, none."""
        page = self.pages.get(table.name)
        for line in page.lines if page else ():
            yield page, line  # type: ignore[misc]  # a line has a page

    def typed(self) -> list[Page]:
        """Return the pages that people fill in, in the order of the sheets."""
        return [page for page in self.pages.values() if page.table.typed]

    def texts(self, table: Table, field: str) -> list[str]:
        """Return the different texts of one column, in the order of its rows."""
        return list(dict.fromkeys(text for _, line in self.lines(table) if (text := line.text(field))))

    def suggest(self, wrong: str, known: Sequence[str]) -> str:
        """Return « Có phải «A» hoặc «B»?» with the names that look like a wrong one; blank for none."""
        return ask(self.near(wrong, known))

    def near(self, wrong: str, known: Sequence[str]) -> Sequence[str]:
        """Return the name that differs from `wrong` in case or marks alone, else what it is the beginning of.

        Where there is neither, the nearest names.
        """
        key = fold(wrong)
        same = [name for name in known if fold(name) == key]
        longer = [name for name in known if fold(name).startswith(f"{key} ")]
        return same[:1] or longer[:3] or self.nearest(wrong, known)

    @cached_property
    def settings(self) -> dict[str, tuple[Page, Line]]:
        """The lines of tblCauHinh by key; of a doubled one the last, which is the one that counts."""
        return {line.text("key"): (page, line) for page, line in self.lines(schema.SETTINGS)}

    def setting(self, key: str) -> str:
        """Return the value of one setting, blank where there is none."""
        return self.settings[key][1].text("value").strip() if key in self.settings else ""

    @cached_property
    def year(self) -> int | None:
        """The year of the master, where the settings name one that can be."""
        text = self.setting("nam")
        return int(text) if text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR else None

    @cached_property
    def roll(self) -> Roll:
        """Where a deadline on a rest day goes by the office's rule."""
        rule = self.setting("quy_tac_ngay_nghi")
        return Roll(rule) if rule in set(Roll) else Roll.FORWARD

    @cached_property
    def rest_days(self) -> dict[date, str]:
        """The days off by tblNgayNghi, with their names."""
        return {day: line.text("name") for day, line in self._days("nghỉ")}

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The days off and the days worked in exchange, by tblNgayNghi."""
        return WorkCalendar.of(self.rest_days, [day for day, _ in self._days("làm bù")])

    def _days(self, kind: str) -> Iterator[tuple[date, Line]]:
        for _, line in self.lines(schema.HOLIDAYS):
            day = line.day("day")
            if day and line.text("kind") == kind:
                yield day, line
