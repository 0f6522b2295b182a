"""The cells of «Việc cụ thể» made into entries: one for each that says something, else a finding.

An entry is called by row and column: «QT001 Ngày».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.form_layout import DETAIL_INPUTS, DETAIL_LABEL, detail_key
from khoagiao_xl.intake.judging.cell_text import shown
from khoagiao_xl.intake.judging.line_entry import entry_of
from khoagiao_xl.intake.judging.line_remarks import LineRemarks, short
from khoagiao_xl.intake.reading.form_reading import RawCell
from khoagiao_xl.model.detail_lists import Answer, choices
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.indicators import Indicator, OverTime, OverUnits, Type
from khoagiao_xl.rules.required_documents import days_in
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.model.detail_lists import DetailColumn, DetailList
    from khoagiao_xl.model.records import Entry

    Value = float | int | str | None

# How a cell is read: as that of an indicator of this type.
TYPES: Final = {
    Answer.TEXT: Type.TEXT,
    Answer.CHOICE: Type.TEXT,
    Answer.DAY: Type.TEXT,
    Answer.SYMBOLS: Type.LIST,
    Answer.PEOPLE: Type.PEOPLE,
    Answer.COUNT: Type.COUNT,
}
QUESTION: Final = Severity.QUESTION
# Characters of a cell: what is longer is not worth the time to read it.
LONGEST: Final = dict.fromkeys(Answer, 200) | {Answer.TEXT: 2_000, Answer.SYMBOLS: 2_000}
TOO_LONG: Final = "SL-50"


@dataclass(frozen=True)
class DetailRow:
    """One row that says something. entries: heading -> what stands under it. label: what the row is for."""

    of: DetailList
    code: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    label: str = ""

    def value(self, heading: str) -> Value:
        """Return what stands under a heading, None for nothing."""
        entry = self.entries.get(heading)
        return entry.value if entry else None

    def number(self, heading: str) -> float | int:
        """Return the figure under a heading, 0 for none."""
        value = self.value(heading)
        return value if isinstance(value, int | float) else 0


def rows_of(
    reading: FileReading, each: DetailList, codes: Sequence[str], findings: list[Finding]
) -> Iterator[DetailRow]:
    """Yield the rows of a list that say anything; what is to be said of their cells goes to `findings`."""
    for code in codes:
        entries = {}
        for heading in DETAIL_INPUTS:
            cell = reading.details.get(detail_key(code, heading), RawCell())
            if _says_nothing(cell):
                continue
            column = each.column(heading)
            remarks = LineRemarks(reading, _as_indicator(code, column), findings)
            if column is None:
                remarks.tell(cell, "SL-83", short(shown(cell.value)), severity=QUESTION)
                continue
            if _is_too_long(cell, column):
                facts = {"most": LONGEST[column.answer]}
                remarks.tell(cell, TOO_LONG, str(len(str(cell.value))), facts=facts)
                continue
            entries[heading] = _entry(cell, heading, column, remarks)
        if entries:
            label = reading.details.get(detail_key(code, DETAIL_LABEL), RawCell())
            yield DetailRow(each, code, entries, str(label.value or ""))


def _says_nothing(cell: RawCell) -> bool:
    return is_blank(cell.value) and not cell.error and cell.formula is None


def _is_too_long(cell: RawCell, column: DetailColumn) -> bool:
    if not isinstance(cell.value, str):
        return False
    return len(cell.value) > LONGEST[column.answer]


def _as_indicator(code: str, column: DetailColumn | None) -> Indicator:
    kind = TYPES[column.answer] if column else Type.TEXT
    return Indicator(
        code=code,
        label=column.title if column else "",
        unit="",
        type=kind,
        section="",
        field="",
        kinds=frozenset(),
        over_time=OverTime.CONCAT,
        over_units=OverUnits.CONCAT,
    )


def _entry(cell: RawCell, heading: str, column: DetailColumn, remarks: LineRemarks) -> Entry:
    known = len(remarks.findings)
    entry = entry_of(_as_text(cell, column), RawCell(), remarks)
    read = _READERS.get(column.answer)
    if read and entry.value is not None:
        value = read(str(entry.value), column, cell, remarks)
        entry = replace(entry, value=value)
    if entry.value is None and len(remarks.findings) == known:
        remarks.tell(cell, "SL-60", severity=QUESTION)
    return replace(entry, code=detail_key(entry.code, heading), raw=cell.error or cell.value)


def _as_text(cell: RawCell, column: DetailColumn) -> RawCell:
    """Return a cell of a day in words: those that Excel knows as days and texts are read alike."""
    if column.answer is not Answer.DAY or cell.value is None:
        return cell
    day = shown(cell.value)
    if isinstance(cell.value, date | datetime):
        day = day_text(cell.value)
    return cell._replace(value=f"ngày {day}", number_format="")


def _day(typed: str, _: DetailColumn, cell: RawCell, remarks: LineRemarks) -> Value:
    days = days_in(typed)
    if len(days) == 1:
        return day_text(days[0])
    remarks.tell(cell, "SL-81", short(typed), severity=QUESTION)
    return None


def _choice(typed: str, column: DetailColumn, cell: RawCell, remarks: LineRemarks) -> Value:
    """Return the answer that was meant; other words stay as they are, and are asked about."""
    for answer in choices()[column.choices]:
        if fold(answer) == fold(typed):
            return answer
    facts = {"title": column.title}
    remarks.tell(cell, "SL-80", short(typed), severity=QUESTION, facts=facts)
    return typed


_READERS: Final[Mapping[Answer, Callable[[str, DetailColumn, RawCell, LineRemarks], Value]]] = {
    Answer.DAY: _day,
    Answer.CHOICE: _choice,
}
