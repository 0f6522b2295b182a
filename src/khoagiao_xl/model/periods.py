"""Reporting periods: 2024-M03, 2024-Q1, 2024-H1, 2024-Y."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from khoagiao_xl.errors import WrongRequest

_CODE = re.compile(r"(\d{4})-(?:M(0[1-9]|1[0-2])|Q([1-4])|H([12])|(Y))")


class Kind(StrEnum):
    """Kind of period; the value is the column of tblChiTieu that says whether an indicator is asked."""

    MONTH = "M"
    QUARTER = "Q"
    HALF = "H"
    YEAR = "Y"


MONTHS = {Kind.MONTH: 1, Kind.QUARTER: 3, Kind.HALF: 6, Kind.YEAR: 12}


@dataclass(frozen=True, order=True)
class Period:
    """One reporting period of a year; `index` counts from 1 within its kind."""

    year: int
    kind: Kind
    index: int = 1

    @classmethod
    def parse(cls, code: str) -> Period:
        """Return the period of a code such as «2024-M03»; raise WrongRequest (KY-01) for anything else."""
        match = _CODE.fullmatch(code.strip().upper())
        if not match:
            raise WrongRequest("KY-01", code=code)
        year, month, quarter, half, _ = match.groups()
        for kind, index in ((Kind.MONTH, month), (Kind.QUARTER, quarter), (Kind.HALF, half)):
            if index:
                return cls(int(year), kind, int(index))
        return cls(int(year), Kind.YEAR)

    def __str__(self) -> str:
        tail = {Kind.MONTH: f"M{self.index:02}", Kind.YEAR: "Y"}
        return f"{self.year}-{tail.get(self.kind, f'{self.kind}{self.index}')}"

    @property
    def first_month(self) -> int:
        """Calendar month (1-12) in which the period begins."""
        return (self.index - 1) * MONTHS[self.kind] + 1

    @property
    def last_month(self) -> int:
        """Calendar month (1-12) in which the period ends."""
        return self.index * MONTHS[self.kind]

    @property
    def previous(self) -> Period:
        """The period of the same kind just before this one, in the year before if need be."""
        if self.index > 1:
            return Period(self.year, self.kind, self.index - 1)
        return Period(self.year - 1, self.kind, 12 // MONTHS[self.kind])

    @property
    def next(self) -> Period:
        """The period of the same kind just after this one."""
        if self.index < 12 // MONTHS[self.kind]:
            return Period(self.year, self.kind, self.index + 1)
        return Period(self.year + 1, self.kind, 1)

    @property
    def same_last_year(self) -> Period:
        """The same period of the year before."""
        return Period(self.year - 1, self.kind, self.index)

    @property
    def to_date(self) -> list[Period]:
        """The periods of this kind from the start of the year up to and with this one."""
        return [Period(self.year, self.kind, index) for index in range(1, self.index + 1)]

    @property
    def parts(self) -> list[Period]:
        """The months of a quarter, the quarters of a half or a year; nothing for a month."""
        if self.kind is Kind.MONTH:
            return []
        part = Kind.MONTH if self.kind is Kind.QUARTER else Kind.QUARTER
        first, last = (self.first_month - 1) // MONTHS[part] + 1, self.last_month // MONTHS[part]
        return [Period(self.year, part, index) for index in range(first, last + 1)]

    @property
    def label(self) -> str:
        """Vietnamese name in running text: «tháng 3 năm 2024», «6 tháng đầu năm 2024»."""
        match self.kind:
            case Kind.MONTH:
                return f"tháng {self.index} năm {self.year}"
            case Kind.QUARTER:
                return f"quý {('I', 'II', 'III', 'IV')[self.index - 1]} năm {self.year}"
            case Kind.HALF:
                return f"6 tháng {'đầu' if self.index == 1 else 'cuối'} năm {self.year}"
        return f"năm {self.year}"

    @property
    def short(self) -> str:
        """The label without its year: «tháng 3», «quý I», «6 tháng đầu năm», «năm»."""
        name = self.label.removesuffix(f" {self.year}")
        return name.removesuffix(" năm") if self.kind in {Kind.MONTH, Kind.QUARTER} else name

    @property
    def title(self) -> str:
        """The label as it begins a line: «Tháng 3 năm 2024»."""
        return self.label[:1].upper() + self.label[1:]


def periods_of(year: int) -> list[Period]:
    """Return the 18 periods a unit may owe in `year`: 12 months, 4 quarters, the first half, the year."""
    months = [Period(year, Kind.MONTH, index) for index in range(1, 13)]
    quarters = [Period(year, Kind.QUARTER, index) for index in range(1, 5)]
    return [*months, *quarters, Period(year, Kind.HALF, 1), Period(year, Kind.YEAR)]
