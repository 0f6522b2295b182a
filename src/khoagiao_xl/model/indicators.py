"""Indicators: what is asked of the units, of what kind, how it adds up over time and over units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from khoagiao_xl.model.periods import Kind
from khoagiao_xl.model.validity import is_in_force

if TYPE_CHECKING:
    from collections.abc import Mapping


class Type(StrEnum):
    """Kind of answer an indicator takes; the values are what column «Kiểu» of tblChiTieu shows."""

    COUNT = "số đếm"  # a whole number of things
    PEOPLE = "số người"  # a whole number of people or attendances
    MONEY = "số tiền"  # million đồng, one decimal
    PERCENT = "tỷ lệ"  # 98.5 means 98,5 %
    YESNO = "có/không"
    LIST = "danh mục"  # symbols of directives, separated by «;»
    TEXT = "lời văn"


class OverTime(StrEnum):
    """How the periods of a year make one figure (column «Theo thời gian»)."""

    SUM = "cộng"
    LAST = "lấy cuối kỳ"
    MOMENT = "không mang sang"  # as of the period's end too, but what was so then says nothing of later
    CUMULATIVE = "đã lũy kế"  # every report already counts from the start of the year
    COMPUTED = "tính lại"
    DISTINCT = "hợp danh mục"
    CONCAT = "ghép"


STANDING = frozenset({OverTime.LAST, OverTime.CUMULATIVE})  # stands until the unit says otherwise
STOCKS = STANDING | {OverTime.MOMENT}  # as of the period's end, never added


class OverUnits(StrEnum):
    """How the units make one figure (column «Theo đơn vị»)."""

    SUM = "cộng"
    COMPUTED = "tính lại"  # a ratio of sums, never a mean of percentages
    WEIGHTED = "bình quân theo KG002"
    COUNT_YES = "đếm số «Có»"
    DISTINCT = "hợp danh mục"
    CONCAT = "ghép"


NUMERIC = frozenset({Type.COUNT, Type.PEOPLE, Type.MONEY, Type.PERCENT})
WHOLE = frozenset({Type.COUNT, Type.PEOPLE})


@dataclass(frozen=True)
class Indicator:
    """One line of tblChiTieu. `kinds`: the kinds of period in which it is asked.

    formula: how a percentage is computed from other indicators, such as «KG108/KG107*100»; else empty.
    valid_from, valid_to: it is asked of the periods whose last day lies between them, both included.
    short: its name at the head of a column. definition: one sentence on the form that says what counts.
    asked_when: code of the indicator that must be above 0 for a blank here to be a missing answer.
    plan: code of the indicator that holds the year's plan of it.
    over_year: whether a state at the end of a period still holds in the year after, where a unit is silent.
    report_label: what a report calls it; blank: its label. sentence: how it tells it.
    """

    code: str
    label: str
    unit: str
    type: Type
    section: str
    field: str
    kinds: frozenset[Kind]
    over_time: OverTime
    over_units: OverUnits
    formula: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    short: str = ""
    definition: str = ""
    asked_when: str = ""
    plan: str = ""
    over_year: bool = False
    report_label: str = ""
    sentence: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Indicator:
        """Return the indicator of a row of tblChiTieu (field -> value)."""
        kinds = [kind for kind in Kind if row[kind]]
        return cls(
            code=row["code"],
            label=row["label"],
            unit=row["unit"],
            type=Type(row["type"]),
            section=row["section"],
            field=row["field"],
            kinds=frozenset(kinds),
            over_time=OverTime(row["over_time"]),
            over_units=OverUnits(row["over_units"]),
            formula=row["formula"],
            note=row["note"],
            valid_from=row["valid_from"],
            valid_to=row["valid_to"],
            short=row["short"],
            definition=row["definition"],
            asked_when=row["asked_when"],
            plan=row["plan"],
            over_year=bool(row["over_year"]),
            report_label=row["report_label"],
            sentence=row["sentence"],
        )

    @property
    def question(self) -> str:
        """What a form says beside its cell: its name, and below it what counts."""
        if self.definition:
            return f"{self.label}\n{self.definition}"
        return self.label

    def is_in_force(self, day: date) -> bool:
        """Whether it is asked of a period that ends on `day`."""
        return is_in_force(day, self.valid_from, self.valid_to)

    def is_asked(self, kind: Kind, covers: frozenset[str] = frozenset()) -> bool:
        """Whether a unit that covers `covers` (empty: all) answers it in this kind of period."""
        if covers and self.code not in covers:
            return False
        return kind in self.kinds

    @property
    def is_numeric(self) -> bool:
        """Whether the answer is a figure that can be added or divided."""
        return self.type in NUMERIC

    @property
    def allows_not_applicable(self) -> bool:
        """Whether «không thuộc» is an answer besides yes and no."""
        if self.type is not Type.YESNO:
            return False
        return "không thuộc" in self.unit
