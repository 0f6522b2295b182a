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
class RuleLine:
    """One row of tblQuyTac. cell: where its code stands; faults: the wrong cells, each with its reason."""

    cell: str
    row: Mapping[str, Any]
    rule: Rule | None
    faults: tuple[tuple[str, str], ...] = ()

    @property
    def is_off(self) -> bool:
        """Whether the office has switched it off, even half written."""
        status = str(self.row["status"])
        word = status.strip()
        return word.casefold() == OFF

    @property
    def told(self) -> list[str]:
        """What is wrong in it, each with its cell."""
        return [f"ô {cell}: {reason}" for cell, reason in self.faults]


def lines_of(
    rows: Iterable[Mapping[str, Any]],
    numbers: Iterable[int],
    letters: Mapping[str, str],
    indicators: Iterable[Indicator],
) -> list[RuleLine]:
    """Return every row of tblQuyTac, as a rule or with what is wrong in it.

    rows: field -> value. numbers: of the rows in the sheet. letters: heading -> letter of its column.
    """
    known = {item.code: item.type for item in indicators}
    lines = []
    numbered = zip(numbers, rows, strict=True)
    for number, row in numbered:
        cells = _cells(number, letters)
        line = _line(row, cells, known)
        lines.append(line)
    return lines


def sound_rules(lines: Iterable[RuleLine]) -> list[Rule]:
    """Return the rules, without what is wrong in a row that is switched off anyway.

    Raise WrongRequest (QT-12) naming every wrong cell: a rule that is silently left out is a wrong number.
    """
    faults: list[str] = []
    rules = []
    for line in lines:
        if line.rule:
            rules.append(line.rule)
        elif not line.is_off:
            faults += line.told
    if faults:
        raise WrongRequest(
            "QT-12",
            sheet=schema.RULES.sheet,
            count=len(faults),
            faults=" • ".join(faults),
        )
    return rules


def _cells(number: int, letters: Mapping[str, str]) -> dict[str, str]:
    """Return field of tblQuyTac -> its address in row `number`."""
    cells = {}
    for column in schema.RULES.columns:
        letter = letters.get(column.name)
        if letter:
            cells[column.field] = f"{letter}{number}"
    return cells


def _line(row: Mapping[str, Any], cells: Mapping[str, str], known: Known) -> RuleLine:
    at = cells["code"]
    fields, faults = read_fields(row, known)
    if not faults:
        rule = Rule(**fields)
        return RuleLine(at, row, rule)
    told = []
    for field, fault in faults:
        reason = str(fault)
        told.append((cells[field], reason))
    return RuleLine(at, row, None, tuple(told))
