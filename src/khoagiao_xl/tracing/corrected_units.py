"""Units that have sent a figure anew: what it was in the version before, and what counts now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.history import Answer
from khoagiao_xl.office.figure_breaks import is_same

if TYPE_CHECKING:
    from collections.abc import Collection

    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.office.figure_sources import FigureSources
    from khoagiao_xl.office.kept_readings import Judged
    from khoagiao_xl.office.rows import Fields


@dataclass(frozen=True)
class CorrectedAnswer:
    """An answer that a unit's earlier version says otherwise. version: the one that counts."""

    unit: str
    unit_name: str
    code: str
    before: Answer
    after: Answer
    version: int


def corrected_answers(
    sources: FigureSources, period: str, codes: Collection[str]
) -> Iterator[CorrectedAnswer]:
    """Yield what the units say otherwise now than in the sound version before, of these indicators."""
    for duty in sources.counting_reports:
        if duty.period != period or duty.version < 2:
            continue
        before = _entries_before(sources, duty)
        now = sources.entries(duty) or {}
        for code in codes:
            if not is_same(before.get(code), now.get(code)):
                yield CorrectedAnswer(
                    duty.unit,
                    duty.unit_name,
                    code,
                    before.get(code),
                    now.get(code),
                    duty.version,
                )


def _entries_before(sources: FigureSources, duty: Duty) -> Judged:
    """Return what the newest sound version before says; nothing where none is kept."""
    found: Judged = {}
    for row in sources.year.rows(schema.ARRIVALS):
        if _is_before(row, duty):
            kept = sources.year.storage.kept_reading(row["sha256"])
            if kept and kept.entries is not None:
                found = kept.entries
    return found


def _is_before(row: Fields, duty: Duty) -> bool:
    if row["period"] != duty.period:
        return False
    if row["unit"] != duty.unit:
        return False
    version: int = row["version"] or duty.version
    return version < duty.version
