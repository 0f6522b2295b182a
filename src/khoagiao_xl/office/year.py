"""Year: everything a master says, read once into one frozen value with indexes; steps decide on it.

What is wrong in one table stops only the steps that ask for it: a missing table, a missing column or a value
of the wrong kind is kept as data and raised when that table is asked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl import files
from khoagiao_xl.books.base import Book, Row
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.deadlines import Office
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.history import Answer, History
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import REPORTED, Deadline, Directive, Duty, Review, Task, Total, Unit, Waiver
from khoagiao_xl.model.schema import Table
from khoagiao_xl.model.workdays import WorkCalendar
from khoagiao_xl.office.kept_readings import FigureCell, raw_of
from khoagiao_xl.office.obligations import Obligations, Waivers
from khoagiao_xl.office.pages import Cells, Page, page_of, read_pages
from khoagiao_xl.office.rows import Fields, Record, fields_of, records_of, require_columns, to_rows
from khoagiao_xl.office.settings import Settings, read_settings
from khoagiao_xl.office.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.rules.rule import Rule
    from khoagiao_xl.rules.rules_sheet import Line as RuleLine

Reported = Mapping[tuple[str, str], Mapping[str, Answer]]  # (period, unit) -> code -> figure or words


@dataclass(frozen=True)
class Year:
    """path: where the master lies. pages: table name -> how it stands; missing: table name -> why not."""

    path: Path
    pages: Mapping[str, Page]
    missing: Mapping[str, WrongRequest] = field(default_factory=dict)
    _fields: dict[str, list[Fields]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, book: Book) -> Year:
        """Return what the master of `book` says now; nothing of it is read again."""
        return cls(book.path, *read_pages(book))

    @classmethod
    def of(cls, tables: Mapping[str, Iterable[object]], path: Path = Path("KhoaGiao.xlsm")) -> Year:
        """Return the year of a master that no workbook holds: table name -> records, or field -> value.

        Tables that are not named are empty.
        """
        indicators = [_as_indicator(item) for item in tables.get(schema.INDICATORS.name, ())]
        pages = {}
        for table in schema.TABLES:
            shown = schema.figures_table(indicators) if table is schema.FIGURES else table
            pages[table.name] = page_of(shown, tuple(to_rows(tables.get(table.name, ()), shown)))
        return cls(path, pages)

    # -- tables as they stand -----------------------------------------------------------------------------

    def page(self, table: Table) -> Page:
        """Return the table as it stands; raise WrongRequest (MS-01) when the master has it not."""
        if table.name in self.missing:
            raise self.missing[table.name]
        return self.pages[table.name]

    def raw(self, table: Table) -> list[Row]:
        """Return the rows as heading -> value; raise WrongRequest (MS-01, MS-02)."""
        page = self.page(table)
        require_columns(table, page.layout.letters)
        return [dict(row) for row in page.rows]

    def rows(self, table: Table) -> list[Fields]:
        """Return the rows as field -> value; raise WrongRequest (MS-01, MS-02, MS-04)."""
        if table.name not in self._fields:
            self._fields[table.name] = fields_of(table, self.raw(table))
        return self._fields[table.name]

    def records(self, table: Table, record: Callable[..., Record]) -> tuple[Record, ...]:
        """Return the rows as records of the model; raise WrongRequest as `rows` does, and MS-05, MS-06."""
        return tuple(records_of(table, self.rows(table), record))

    def kept(self, table: Table, record: Callable[..., Record]) -> tuple[Record, ...]:
        """Return the records of the rows that nobody has dropped from the plan («bỏ»)."""
        rows = [row for row in self.rows(table) if row["status"] != schema.DROPPED]
        return tuple(records_of(table, rows, record))

    def as_typed(self, table: Table) -> list[Cells]:
        """Return the rows as field -> what stands there, of whatever kind.

        Raise WrongRequest as `raw` does.
        """
        page = self.page(table)
        require_columns(table, page.layout.letters)
        return [dict(line.values) for line in page.lines]

    def holds(self, name: str, rows: Sequence[Row]) -> bool:
        """Say whether the table of this name has exactly these rows."""
        return self.pages[name].rows == tuple(rows)

    def with_tables(self, tables: Mapping[str, Sequence[Row]]) -> Year:
        """Return the year as it will be when these tables (name -> rows, heading -> value) are written."""
        pages = dict(self.pages)
        for name, rows in tables.items():
            pages[name] = page_of(self.pages[name].table, tuple(rows))
        return Year(self.path, pages, self.missing)

    @property
    def unread(self) -> list[Finding]:
        """What was typed below a table, which no step sees: one finding for each row (KT-02, KT-03)."""
        found: list[Finding] = []
        for page in self.pages.values():
            found += _below(page)
        return found

    # -- the office ---------------------------------------------------------------------------------------

    @property
    def storage(self) -> Storage:
        """Where the master keeps originals, backups and logs."""
        return Storage(self.path)

    @cached_property
    def settings(self) -> Settings:
        """The choices of the office; raise WrongRequest (CH-01, CH-02, CH-03)."""
        texts = {row["key"]: row["value"] for row in self.rows(schema.SETTINGS)}
        return read_settings(texts)

    @cached_property
    def day_rules(self) -> Office:
        """How the office counts days: rest days, where a deadline on one goes, when a period closes."""
        calendar = WorkCalendar.of_rows(self.rows(schema.HOLIDAYS))
        return Office(calendar, self.settings.roll, self.settings.close_after_workdays)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The organisations of tblDonVi; raise WrongRequest (MS-07) for a code that stands twice.

        MS-09 for two whose files would bear one name: the form of one would go to the other.
        """
        units = self.records(schema.UNITS, Unit)
        _refuse_doubled(schema.UNITS.sheet, (unit.code for unit in units))
        _refuse_one_file_name(units)
        return units

    @cached_property
    def unit_names(self) -> Mapping[str, str]:
        """Code of a unit -> its name."""
        return {unit.code: unit.name for unit in self.units}

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of tblChiTieu; raise WrongRequest (MS-07) for a code that stands twice."""
        indicators = self.records(schema.INDICATORS, Indicator)
        _refuse_doubled(schema.INDICATORS.sheet, (item.code for item in indicators))
        return indicators

    @cached_property
    def rule_lines(self) -> list[RuleLine]:
        """Every row of tblQuyTac, as a rule or with what is wrong in it."""
        from khoagiao_xl.rules.rules_sheet import lines_of

        layout = self.page(schema.RULES).layout
        return lines_of(self.rows(schema.RULES), layout.rows, layout.letters, self.indicators)

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules of tblQuyTac; raise WrongRequest (QT-12) naming every wrong cell."""
        from khoagiao_xl.rules.rules_sheet import sound_rules

        return sound_rules(self.rule_lines)

    # -- the plan -----------------------------------------------------------------------------------------

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks that nobody has dropped."""
        return self.kept(schema.TASKS, Task)

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """The directives that nobody has dropped."""
        return self.kept(schema.DIRECTIVES, Directive)

    @cached_property
    def reviews(self) -> tuple[Review, ...]:
        """The reviews that nobody has dropped."""
        return self.kept(schema.REVIEWS, Review)

    # -- periods ------------------------------------------------------------------------------------------

    @cached_property
    def deadlines(self) -> Mapping[str, Deadline]:
        """Code of a period -> its window and deadlines; raise WrongRequest (MS-07) for a doubled one."""
        deadlines = self.records(schema.DEADLINES, Deadline)
        _refuse_doubled(schema.DEADLINES.sheet, (line.period for line in deadlines))
        return {line.period: line for line in deadlines}

    @cached_property
    def waivers(self) -> Mapping[str, Waivers]:
        """Code of a period -> the waivers given for it."""
        found: dict[str, list[Waiver]] = defaultdict(list)
        for line in self.records(schema.WAIVERS, Waiver):
            found[line.period].append(line)
        return {period: Waivers(tuple(lines)) for period, lines in found.items()}

    def obligations(self, period: Period) -> Obligations:
        """Return who owes what in `period`; raise WrongRequest (KY-02) when the master has no such period."""
        code = str(period)
        if code not in self.deadlines:
            raise WrongRequest("KY-02", code=code)
        waivers = self.waivers.get(code, Waivers(()))
        return Obligations(period, self.deadlines[code], self.units, self.indicators, waivers)

    # -- what came ----------------------------------------------------------------------------------------

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What became of every duty of every period."""
        return self.records(schema.DUTIES, Duty)

    def duties_of(self, period: Period) -> list[Duty]:
        """Return what became of every unit's duty of `period`; nothing before any intake."""
        code = str(period)
        return [duty for duty in self.duties if duty.period == code]

    @cached_property
    def figures_table(self) -> Table:
        """The schema of tblSoLieu with one column for each of the master's indicators."""
        return schema.figures_table(self.indicators)

    @cached_property
    def reported(self) -> Reported:
        """(period, unit) -> what the unit reported, as it counts now: figures, and words from tblThuyetMinh.

        A blank of a reported period is None; a period that was not reported is not there.
        Raise WrongRequest (MS-08) for a unit with two rows of figures: nobody knows which of them counts.
        """
        counting = {(duty.period, duty.unit) for duty in self.duties if duty.state in REPORTED}
        rows = [row for row in self.rows(self.figures_table) if _place(row) in counting]
        _refuse_two_rows(_place(row) for row in rows)
        return {_place(row): _answers(row) | self._words.get(_place(row), {}) for row in rows}

    @cached_property
    def _words(self) -> dict[tuple[str, str], dict[str, Any]]:
        found: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
        for row in self.rows(schema.NARRATIVES):
            found[_place(row)][row["code"]] = row["text"]
        return found

    def cell_of(self, period: str, unit: str, code: str) -> FigureCell | None:
        """Return the cell of the file that a unit's answer to `code` came from; no workbook is opened for it.

        None where the unit has not reported the period, or nothing is kept of the file that counts.
        Raise WrongRequest as `reported` does.
        """
        answers = self.reported.get((period, unit))
        duty = self._duty_by_place.get((period, unit))
        if answers is None or duty is None:
            return None
        kept = self.storage.kept_reading(duty.sha256)
        cell = kept.cell(code) if kept else None
        if cell is None:
            return None
        return FigureCell(
            file=duty.file,
            sha256=duty.sha256,
            sheet=cell["sheet"],
            cell=cell["cell"],
            raw=raw_of(cell),
            value=answers.get(code),
        )

    @cached_property
    def _duty_by_place(self) -> Mapping[tuple[str, str], Duty]:
        return {(duty.period, duty.unit): duty for duty in self.duties}

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """Code of a unit -> what it reported, by period."""
        periods: dict[str, dict[str, Mapping[str, Answer]]] = defaultdict(dict)
        for (period, unit), answers in self.reported.items():
            periods[unit][period] = answers
        return {unit: History(answers) for unit, answers in periods.items()}

    # -- what was worked out ------------------------------------------------------------------------------

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """The consolidated figures of every period."""
        return self.records(schema.TOTALS, Total)

    def totals_of(self, period: Period) -> list[Total]:
        """Return the consolidated figures of `period`; nothing before it was consolidated."""
        code = str(period)
        return [total for total in self.totals if total.period == code]


def _as_indicator(item: object) -> Indicator:
    return item if isinstance(item, Indicator) else Indicator.from_row(item)  # type: ignore[arg-type]


def _below(page: Page) -> list[Finding]:
    code = "KT-02" if page.table.typed else "KT-03"
    return [page.finding(Severity.ERROR, code, cell, row=row) for row, cell in page.below.items()]


def _place(row: Fields) -> tuple[str, str]:
    return row["period"], row["unit"]


def _answers(row: Fields) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("period", "unit")}


def _refuse_doubled(sheet: str, codes: Iterable[str]) -> None:
    for code, count in Counter(codes).items():
        if count > 1:
            raise WrongRequest("MS-07", sheet=sheet, code=code, count=count)


def _refuse_one_file_name(units: Iterable[Unit]) -> None:
    first: dict[str, str] = {}
    for unit in units:
        other = first.setdefault(files.name_key(unit.code), unit.code)
        if other != unit.code:
            raise WrongRequest("MS-09", code=unit.code, other=other, sheet=schema.UNITS.sheet)


def _refuse_two_rows(places: Iterable[tuple[str, str]]) -> None:
    for (period, unit), count in Counter(places).items():
        if count > 1:
            raise WrongRequest("MS-08", period=period, unit=unit, count=count)


def read_year(path: Path) -> Year:
    """Return the year of the closed master at `path`; one that is open elsewhere as it was stored last."""
    from khoagiao_xl.books.file_book import FileBook

    return Year.read(FileBook(path, may_be_open=True))
