"""The sheet «Quy tắc» as a whole: every row read, every wrong cell named at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.rules.rule import OFF, Rule
from khoagiao_xl.rules.rule_fields import Known, read_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.model.indicators import Indicator


@dataclass(frozen=True)
class Line:
    """One row of tblQuyTac. cell: where its code stands; faults: the wrong cells, each with its reason."""

    cell: str
    row: Mapping[str, Any]
    rule: Rule | None
    faults: tuple[tuple[str, str], ...] = ()

    @property
    def is_off(self) -> bool:
        """Whether the office has switched it off, even half written."""
        return str(self.row["status"]).strip().casefold() == OFF


def lines_of(
    rows: Iterable[Mapping[str, Any]],
    numbers: Iterable[int],
    letters: Mapping[str, str],
    indicators: Iterable[Indicator],
) -> list[Line]:
    """Return every row of tblQuyTac, as a rule or with what is wrong in it.

    rows: field -> value. numbers: of the rows in the sheet. letters: heading -> letter of its column.
    """
    known = {item.code: item.type for item in indicators}
    numbered = zip(numbers, rows, strict=True)
    return [_line(row, number, letters, known) for number, row in numbered]


def sound_rules(lines: Iterable[Line]) -> list[Rule]:
    """Return the rules, without what is wrong in a row that is switched off anyway.

    Raise WrongRequest (QT-12) naming every wrong cell: a rule that is silently left out is a wrong number.
    """
    counting = [line for line in lines if line.rule or not line.is_off]
    faults = [f"ô {cell}: {reason}" for line in counting for cell, reason in line.faults]
    if faults:
        raise WrongRequest("QT-12", sheet=schema.RULES.sheet, count=len(faults), faults=" • ".join(faults))
    return [line.rule for line in counting if line.rule]


def _line(row: Mapping[str, Any], number: int, letters: Mapping[str, str], known: Known) -> Line:
    fields, faults = read_fields(row, known)

    def cell(field: str) -> str:
        return f"{letters[schema.RULES.column_of(field).name]}{number}"

    told = tuple((cell(field), str(fault)) for field, fault in faults)
    return Line(cell("code"), row, None if faults else Rule(**fields), told)
