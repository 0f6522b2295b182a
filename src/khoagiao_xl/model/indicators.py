"""Indicators: what is asked of the units, of what kind, how it adds up over time and over units."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from khoagiao_xl.model.periods import Kind


class Type(StrEnum):
    """Kind of answer an indicator takes (column «Kiểu» of tblChiTieu)."""

    COUNT = "count"  # a whole number of things
    PEOPLE = "people"  # a whole number of people or attendances
    MONEY = "money"  # million đồng, one decimal
    PERCENT = "percent"  # 98.5 means 98,5 %
    YESNO = "yesno"
    LIST = "list"  # symbols of directives, separated by «;»
    TEXT = "text"


NUMERIC = frozenset({Type.COUNT, Type.PEOPLE, Type.MONEY, Type.PERCENT})
WHOLE = frozenset({Type.COUNT, Type.PEOPLE})


@dataclass(frozen=True)
class Indicator:
    """One line of tblChiTieu. `kinds`: the kinds of period in which it is asked."""

    code: str
    label: str
    unit: str
    type: Type
    section: str
    field: str
    kinds: frozenset[Kind]
    over_time: str  # sum | last | computed | distinct | cumulative | concat
    over_units: str  # sum | computed | distinct | count yes | weighted by KG002 | concat
    note: str = ""

    @property
    def is_numeric(self) -> bool:
        """Whether the answer is a figure that can be added or divided."""
        return self.type in NUMERIC

    @property
    def allows_not_applicable(self) -> bool:
        """Whether «không thuộc» is an answer besides yes and no."""
        return self.type is Type.YESNO and "không thuộc" in self.unit
