"""What the units reported, as it counts now: figures and words together, by period and unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.history import Answer, History
from khoagiao_xl.model.records import REPORTED
from khoagiao_xl.office.doubled_rows import refuse_two_rows
from khoagiao_xl.office.kept_readings import FigureCell, raw_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.office.rows import Fields
    from khoagiao_xl.office.storage import Storage

Answers = Mapping[str, Answer]  # code -> figure or words
PeriodAndUnit = tuple[str, str]
AnswersByPeriod = dict[str, Answers]
Reported = Mapping[PeriodAndUnit, Answers]
_NO_FIGURES = ("period", "unit", "unit_name")
_NO_WORDS: Final[Fields] = {}


def rows_that_count(duties: Iterable[Duty], figures: Iterable[Fields]) -> list[Fields]:
    """Return the rows of tblSoLieu (field -> value) of the units and periods that were reported.

    Raise WrongRequest (MS-08) for a unit with two such rows in one period.
    """
    counting = counting_of(duties)
    rows = [row for row in figures if _key(row) in counting]
    keys = map(_key, rows)
    refuse_two_rows(keys)
    return rows


def answers_of(rows: Iterable[Fields], narratives: Iterable[Fields]) -> Reported:
    """Return (period, unit) -> its figures, with its words from the rows of tblThuyetMinh."""
    words = _words(narratives)
    found = {}
    for row in rows:
        key = _key(row)
        answers = _figures(row)
        said = words.get(key, _NO_WORDS)
        answers.update(said)
        found[key] = answers
    return found


def counting_of(duties: Iterable[Duty]) -> set[PeriodAndUnit]:
    """Return the period and unit of each report that counts."""
    found = set()
    for duty in duties:
        if duty.state in REPORTED:
            found.add((duty.period, duty.unit))
    return found


def _key(row: Fields) -> PeriodAndUnit:
    return row["period"], row["unit"]


def _figures(row: Fields) -> Fields:
    found = dict(row)
    for name in _NO_FIGURES:
        found.pop(name, None)
    return found


def _words(narratives: Iterable[Fields]) -> Mapping[PeriodAndUnit, Fields]:
    found: dict[PeriodAndUnit, Fields] = defaultdict(dict)
    for row in narratives:
        code = row["code"]
        key = _key(row)
        found[key][code] = row["text"]
    return found


def histories_of(reported: Reported) -> Mapping[str, History]:
    """Return code of a unit -> what it reported, by period."""
    by_unit: dict[str, AnswersByPeriod] = defaultdict(dict)
    for (period, unit), answers in reported.items():
        own = by_unit[unit]
        own[period] = answers
    histories = {}
    for unit, own in by_unit.items():
        histories[unit] = History(own)
    return histories


def figure_cell(duty: Duty, answers: Answers, code: str, storage: Storage) -> FigureCell | None:
    """Return the cell that a unit's answer to `code` came from, as it was kept when the file was read.

    duty: names the file that counts. None when nothing is kept of it, or not this cell.
    """
    kept = storage.kept_reading(duty.sha256)
    if kept is None:
        return None
    cell = kept.cell(code)
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
