"""The hot issues that nobody has settled yet: they go on, under numbers that say which year they are of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model import schema
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.building.next_year.carried_units import CarriedUnits
    from khoagiao_xl.building.next_year.predecessor import Predecessor
    from khoagiao_xl.model.records import Unit

Row = dict[str, Any]  # field -> value
_OF_A_YEAR: Final = re.compile(r".*-\d{4}")


@dataclass(frozen=True)
class CarriedIssues:
    """rows: of tblVanDe. homeless: how many open ones stay behind, of units that no unit of ours took in."""

    rows: tuple[Row, ...]
    homeless: int

    @property
    def left(self) -> Iterator[str]:
        """What is said of those that stayed behind."""
        if self.homeless:
            yield sentence("NC-27", {"count": self.homeless})


def carry_issues(last: Predecessor, units: CarriedUnits) -> CarriedIssues:
    """Return the open issues of `last`, each at the unit that stands for its own in the year to come."""
    standing = {unit.code for unit in units.units}
    gone = {unit.code: unit for unit in units.gone}
    rows = []
    homeless = 0
    for row in last.rows(schema.ISSUES):
        if row["closed_on"] is not None:
            continue
        home = _home(row["unit"], gone)
        if home in standing:
            code = _code(row["code"], last.number)
            rows.append({**row, "unit": home, "code": code})
        else:
            homeless += 1
    return CarriedIssues(tuple(rows), homeless)


def _home(unit: str, gone: Mapping[str, Unit]) -> str:
    """Return the unit that one became a piece of, through all that became pieces of others meanwhile."""
    seen = set()
    while unit in gone and unit not in seen:
        seen.add(unit)
        unit = gone[unit].merged_into
    return unit


def _code(code: str, year: int) -> str:
    """Return the number of an issue with its year: those of the new year begin at the first again."""
    if not code or _OF_A_YEAR.fullmatch(code):
        return code
    return f"{code}-{year}"
