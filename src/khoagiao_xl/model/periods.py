"""Reporting periods: 2024-M03, 2024-Q1, 2024-H1, 2024-Y; the kinds of them stand in one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from khoagiao_xl.errors import WrongRequest

MONTHS_OF_A_YEAR: Final = 12


@dataclass(frozen=True)
class KindFacts:
    """What the program knows of a kind of period; every list of kinds is made from it.

    months: how long it is. called: in Vietnamese, as in «báo cáo quý».
    code: what stands behind the year, by its `index`. labels: its name by the index, without its year; a
    single one serves all, with {index} in it. owed: which of the year the units owe; empty for all.
    unit_due, report_due: days of its last month, where no guidance names others.
    is_estimated: reported before it is over, with an estimate for what is left.
    part: the kind that it is made of. compared: the field of a Total that a report sets its
    figures against. report: the report it gets, of report/report_layout.py.
    since: the layout of the master that has its column in tblChiTieu first.
    """

    months: int
    called: str
    code: str
    labels: tuple[str, ...]
    unit_due: int
    report_due: int
    report: str
    owed: tuple[int, ...] = ()
    is_estimated: bool = False
    part: Kind | None = None
    compared: str = "previous"
    since: int = 1


class Kind(StrEnum):
    """The kinds of periods, from the shortest; the value is their letter, the column of tblChiTieu too."""

    MONTH = "M"
    QUARTER = "Q"
    HALF = "H"
    YEAR = "Y"

    @property
    def facts(self) -> KindFacts:
        """What the program knows of it."""
        return KINDS[self]

    @property
    def in_a_year(self) -> int:
        """How many there are in a year."""
        return MONTHS_OF_A_YEAR // self.facts.months

    @property
    def indexes(self) -> range:
        """The numbers of those of a year."""
        return range(1, self.in_a_year + 1)

    def code(self, index: int) -> str:
        """Return what stands behind the year in the code of the period: «M03»."""
        return self.facts.code.format(index=index)

    def label(self, index: int) -> str:
        """Return the name of the period without its year: «tháng 3», «6 tháng đầu», nothing for a year."""
        labels = self.facts.labels
        first, *others = labels
        label = labels[index - 1] if others else first
        return label.format(index=index)


KINDS: Final[Mapping[Kind, KindFacts]] = {
    Kind.MONTH: KindFacts(
        months=1,
        called="tháng",
        code="M{index:02}",
        labels=("tháng {index}",),
        unit_due=18,
        report_due=25,
        report="thang",
    ),
    Kind.QUARTER: KindFacts(
        months=3,
        called="quý",
        code="Q{index}",
        labels=("quý I", "quý II", "quý III", "quý IV"),
        unit_due=17,
        report_due=20,
        report="quy",
        part=Kind.MONTH,
    ),
    Kind.HALF: KindFacts(
        months=6,
        called="6 tháng",
        code="H{index}",
        labels=("6 tháng đầu", "6 tháng cuối"),
        unit_due=16,
        report_due=20,
        report="6-thang",
        owed=(1,),
        part=Kind.QUARTER,
        compared="last_year",
    ),
    Kind.YEAR: KindFacts(
        months=12,
        called="năm",
        code="Y",
        labels=("",),
        unit_due=5,
        report_due=10,
        report="nam",
        is_estimated=True,
        part=Kind.QUARTER,
    ),
}


def _by_code() -> dict[str, tuple[Kind, int]]:
    found = {}
    for kind in Kind:
        for index in kind.indexes:
            code = kind.code(index)
            found[code] = (kind, index)
    return found


_BY_CODE: Final = _by_code()
# One code of each kind, as messages show how a period is written.
KNOWN_CODES: Final = ", ".join(f"2026-{kind.code(1)}" for kind in Kind)
_YEAR_DIGITS: Final = 4
_WITHOUT_YEAR: Final = frozenset({Kind.MONTH, Kind.QUARTER})  # «quý I», but «6 tháng đầu năm»


@dataclass(frozen=True, order=True)
class Period:
    """One reporting period of a year; `index` counts from 1 within its kind."""

    year: int
    kind: Kind
    index: int = 1

    @classmethod
    def parse(cls, code: str) -> Period:
        """Return the period of a code such as «2024-M03»; raise WrongRequest (KY-01) for anything else."""
        plain = code.strip()
        capital = plain.upper()
        year, _, tail = capital.partition("-")
        found = _BY_CODE.get(tail)
        if found is None or not _is_year(year):
            raise WrongRequest("KY-01", code=code, known=KNOWN_CODES)
        kind, index = found
        return cls(int(year), kind, index)

    def __str__(self) -> str:
        code = self.kind.code(self.index)
        return f"{self.year}-{code}"

    @property
    def first_month(self) -> int:
        """Calendar month (1-12) in which the period begins."""
        months = self.kind.facts.months
        before = self.last_month - months
        return before + 1

    @property
    def begins_year(self) -> bool:
        """Whether it begins with the year, so that it is the year to date."""
        return self.first_month == 1

    @property
    def last_month(self) -> int:
        """Calendar month (1-12) in which the period ends."""
        return self.index * self.kind.facts.months

    @property
    def ends(self) -> tuple[int, int]:
        """Year and month in which the period ends: periods that end together compare as equal."""
        return self.year, self.last_month

    @cached_property
    def previous(self) -> Period:
        """The period of the same kind just before this one, in the year before if need be."""
        if self.index > 1:
            return replace(self, index=self.index - 1)
        last = self.kind.in_a_year
        return replace(self.same_last_year, index=last)

    @property
    def next(self) -> Period:
        """The period of the same kind just after this one."""
        index = self.index + 1
        if index in self.kind.indexes:
            return replace(self, index=index)
        year = self.year + 1
        return Period(year, self.kind)

    @property
    def coming(self) -> Period:
        """The period that follows on the calendar: the next of its kind, or of its parts where none fits.

        «quý IV» after «9 tháng đầu», which no second one follows in its year.
        """
        left = MONTHS_OF_A_YEAR - self.last_month
        months = self.kind.facts.months
        if 0 < left < months:
            return self.parts[-1].next
        return self.next

    @cached_property
    def same_last_year(self) -> Period:
        """The same period of the year before."""
        return replace(self, year=self.year - 1)

    @property
    def to_date(self) -> list[Period]:
        """The periods of this kind from the start of the year up to and with this one."""
        found = []
        for index in range(1, self.index + 1):
            period = replace(self, index=index)
            found.append(period)
        return found

    @property
    def parts(self) -> list[Period]:
        """The months of a quarter, the quarters of a half or a year; nothing for a month."""
        part = self.kind.facts.part
        if part is None:
            return []
        months = range(self.first_month, self.last_month + 1)
        found = []
        for index in part.indexes:
            period = Period(self.year, part, index)
            if period.last_month in months:
                found.append(period)
        return found

    def is_over_by(self, other: Period) -> bool:
        """Say whether it ends in the year of another period and no later than that."""
        return self.year == other.year and self.last_month <= other.last_month

    def is_within(self, other: Period) -> bool:
        """Say whether all of its months are months of another period too."""
        return self.is_over_by(other) and self.first_month >= other.first_month

    @property
    def label(self) -> str:
        """Vietnamese name in running text: «tháng 3 năm 2024», «6 tháng đầu năm 2024»."""
        name = self.kind.label(self.index)
        label = f"{name} năm {self.year}"
        return label.lstrip()

    @property
    def short(self) -> str:
        """The label without its year: «tháng 3», «quý I», «6 tháng đầu năm», «năm»."""
        name = self.label.removesuffix(f" {self.year}")
        if self.kind in _WITHOUT_YEAR:
            return name.removesuffix(" năm")
        return name

    @property
    def title(self) -> str:
        """The label as it begins a line: «Tháng 3 năm 2024»."""
        label = self.label
        first = label[:1]
        rest = label[1:]
        return first.upper() + rest


def _is_year(text: str) -> bool:
    return len(text) == _YEAR_DIGITS and text.isdecimal()


def periods_of(year: int) -> list[Period]:
    """Return the periods a unit may owe in `year`: 12 months, 4 quarters, the first half, the year."""
    found = []
    for kind in Kind:
        owed = kind.facts.owed or kind.indexes
        found += [Period(year, kind, index) for index in owed]
    return found
