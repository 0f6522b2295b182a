"""The lines of a quick form made into an issue, and what is to be said of each cell; text stays text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms.quick_layout import QUICK_LINES, QuickKind, QuickLine
from khoagiao_xl.intake.judging.cell_text import shown_formula, text_of
from khoagiao_xl.intake.judging.line_remarks import LineRemarks, short
from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
from khoagiao_xl.model.findings import Finding, Place, asked, wrong
from khoagiao_xl.model.indicators import Indicator, OverTime, OverUnits, Type
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.dates import parse_date
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.ditto_marks import says_nothing
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from datetime import date

OLD_AFTER: Final = 60  # days: what is older is asked about


@dataclass
class QuickAnswers:
    """What a quick form tells, by the field of the issue. arrived: the day it came.

    findings: what is to be said of its cells; a line without an answer that it owes sends it back.
    """

    reading: FileReading
    arrived: date
    findings: list[Finding] = field(default_factory=list)

    def read(self) -> dict[str, Any]:
        """Return field -> what the unit says, blank or None where it says nothing that can be taken."""
        said = {}
        for line in QUICK_LINES:
            said[line.field] = self._answer(line)
        return said

    def _answer(self, line: QuickLine) -> Any:
        nothing = None if line.kind is QuickKind.DAY else ""
        cell = self.reading.answers.get(line.code)
        if cell is None:
            self._tell_missing(line)
            return nothing
        if cell.formula is not None:
            facts = {"label": line.name, "found": shown_formula(cell)}
            self._wrong("NB-62", line, cell, facts)
            return nothing
        return _READERS[line.kind](self, line, cell) or nothing

    def _tell_missing(self, line: QuickLine) -> None:
        told = any(line.code in finding.about for finding in self.reading.findings)
        if not told:
            place = Place(self.reading.name)
            missing = wrong("NB-61", place, about=line.code, label=line.name)
            self.findings.append(missing)

    def _wrong(self, code: str, line: QuickLine, cell: RawCell, facts: Mapping[str, object]) -> None:
        place = self.reading.place(cell)
        found = wrong(code, place, about=line.code, **facts)
        self.findings.append(found)

    def _ask(self, code: str, line: QuickLine, cell: RawCell, facts: Mapping[str, object]) -> None:
        place = self.reading.place(cell)
        found = asked(code, place, about=line.code, **facts)
        self.findings.append(found)

    # -- text ---------------------------------------------------------------------------------------------

    def _text(self, line: QuickLine, cell: RawCell) -> str:
        remarks = LineRemarks(self.reading, _as_indicator(line), self.findings)
        text = _whole_number(cell) or text_of(cell, remarks)
        if not line.is_owed:
            return text
        if says_nothing(text):
            self._wrong("NB-60", line, cell, {"label": line.name})
            return ""
        if text and not any(map(str.isalpha, text)):
            facts = {"label": line.name, "found": short(text)}
            self._wrong("NB-70", line, cell, facts)
            return ""
        return text

    # -- one of a list ------------------------------------------------------------------------------------

    def _choice(self, line: QuickLine, cell: RawCell) -> str:
        text = self._text(line, cell)
        if cell.error:
            return ""
        if says_nothing(text):
            self._ask("NB-64", line, cell, {"label": line.name})
            return ""
        for choice in line.choices:
            if fold(choice) == fold(text):
                return str(choice)
        facts = {
            "label": line.name,
            "found": short(text),
            "known": ", ".join(line.choices),
        }
        self._ask("NB-65", line, cell, facts)
        return ""

    # -- a day --------------------------------------------------------------------------------------------

    def _day(self, line: QuickLine, cell: RawCell) -> date | None:
        if cell.error:
            self._wrong("NB-63", line, cell, {"found": cell.error})
            return None
        if is_blank(cell.value):
            self._wrong("NB-60", line, cell, {"label": line.name})
            return None
        day = parse_date(cell.value)
        if day is None:
            self._wrong("NB-63", line, cell, {"found": short(str(cell.value))})
            return None
        return self._believed(day, line, cell)

    def _believed(self, day: date, line: QuickLine, cell: RawCell) -> date | None:
        """Return a day that may be meant: none that is still to come; a long past one is asked about."""
        facts = {"found": day_text(day), "received": day_text(self.arrived)}
        if day > self.arrived:
            self._wrong("NB-67", line, cell, facts)
            return None
        age = (self.arrived - day).days
        if age > OLD_AFTER:
            self._ask("NB-68", line, cell, {**facts, "days": age})
        return day


_READERS: Final[Mapping[QuickKind, Callable[[QuickAnswers, QuickLine, RawCell], Any]]] = {
    QuickKind.DAY: QuickAnswers._day,  # noqa: SLF001  # of the class above
    QuickKind.CHOICE: QuickAnswers._choice,  # noqa: SLF001
    QuickKind.TEXT: QuickAnswers._text,  # noqa: SLF001
}


def _whole_number(cell: RawCell) -> str:
    """Return a number as it was typed, a telephone number, say; blank for what is none."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return f"{value:.15g}"


def _as_indicator(line: QuickLine) -> Indicator:
    """Return the line as the reading of cells knows lines: a question that is answered in words."""
    return Indicator(
        code=line.code,
        label=line.label,
        unit="",
        type=Type.TEXT,
        section="",
        field="",
        kinds=frozenset(),
        over_time=OverTime.CONCAT,
        over_units=OverUnits.CONCAT,
    )
