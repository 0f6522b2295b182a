"""The lines of a form made into entries: one for each indicator asked, and what is to be said of its cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.line_entry import entry_of
from khoagiao_xl.intake.judging.line_remarks import LineRemarks
from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.indicators import Indicator, Type
from khoagiao_xl.model.records import Entry
from khoagiao_xl.rules.check_form import shown
from khoagiao_xl.vietnamese.blank_text import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Lines = Mapping[str, RawCell]

QUOTED: Final = 80  # characters of an answer in a sentence


def to_entries(reading: FileReading, indicators: Sequence[Indicator]) -> tuple[list[Entry], list[Finding]]:
    """Return one entry for each indicator asked, and what is to be said about its cell.

    indicators: those this unit is asked in this period. A line that is missing gives an error and no entry;
    a cell whose value cannot be proven gives an entry without value and an error.
    """
    entries: list[Entry] = []
    findings = list(_missing(reading, indicators))
    for indicator in indicators:
        remarks = LineRemarks(reading, indicator, findings)
        _tell_of_the_other_sheet(remarks)
        lines = _own_lines(reading, indicator)
        code = indicator.code
        if code in lines:
            explanation = reading.explanations.get(code, RawCell())
            entry = entry_of(lines[code], explanation, remarks)
            entries.append(entry)
    asked = {indicator.code for indicator in indicators}
    findings += _unasked(reading, asked)
    return entries, findings


def _own_lines(reading: FileReading, indicator: Indicator) -> Lines:
    """Return the lines of the sheet on which `indicator` is asked."""
    if indicator.type is Type.TEXT:
        return reading.answers
    return reading.cells


def _other_lines(reading: FileReading, indicator: Indicator) -> Lines:
    if indicator.type is Type.TEXT:
        return reading.cells
    return reading.answers


def _tell_of_the_other_sheet(remarks: LineRemarks) -> None:
    """A code on the sheet where it is not asked: whatever stands beside it is not read."""
    indicator = remarks.indicator
    others = _other_lines(remarks.reading, indicator)
    stray = others.get(indicator.code)
    if stray:
        remarks.tell(stray, "TN-69", facts={"sheet": stray.sheet})


def _missing(reading: FileReading, indicators: Sequence[Indicator]) -> Iterator[Finding]:
    """Yield one finding about all lines that are missing, where there are any."""
    codes = tuple(item.code for item in indicators if _is_missing(reading, item))
    if codes:
        facts = {"indicators": ", ".join(codes)}
        yield Finding(
            "TN-49",
            Severity.ERROR,
            Place(reading.name),
            facts,
            about=codes,
        )


def _is_missing(reading: FileReading, indicator: Indicator) -> bool:
    """Say whether a line is missing and nothing tells it: not its doubled code, nor its whole sheet."""
    code = indicator.code
    own = _own_lines(reading, indicator)
    if not own or code in own:
        return False
    if code in _other_lines(reading, indicator):
        return False
    return all(code not in finding.about for finding in reading.findings)


def _unasked(reading: FileReading, asked: set[str]) -> Iterator[Finding]:
    """Yield the lines that this unit was not asked in this period and filled in all the same."""
    for lines in (reading.cells, reading.answers):
        for code, cell in lines.items():
            if code in asked or is_blank(cell.value):
                continue
            yield _answer_to_nothing(reading, code, cell)


def _answer_to_nothing(reading: FileReading, code: str, cell: RawCell) -> Finding:
    found = shown(cell.value)[:QUOTED]
    return Finding(
        "TN-60",
        Severity.QUESTION,
        reading.place(cell),
        about=(code,),
        found=found,
        detail=f"{code} = {found}",
        alike="TN-60-N",
    )
