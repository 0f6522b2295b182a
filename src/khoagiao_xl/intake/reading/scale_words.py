"""Words that say figures are in thousands or millions, where the form as issued says no such thing."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.findings import Finding, Severity, asked
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.vietnamese.known_texts import known
from khoagiao_xl.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
    from khoagiao_xl.intake.reading.locating import CodedBlock
    from khoagiao_xl.model.indicators import Indicator

QUOTED: Final = 80  # characters of a cell in a sentence
_SCALE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn|chục|trăm)"
_SMALL = re.compile(rf"\b{_SCALE}\b|[x×*]\s*10*\b|\b1[., ]?000\b|\b10\^\d")  # with a capital it may be a name
_UNIT_OF_MEASURE = re.compile(rf"(?:đvt|đơn vị|tính (?:bằng|theo))\b.*\b{_SCALE}\b", re.DOTALL)
_UNMARKED = re.compile(
    r"\b(?:dvt|don vi(?: tinh)?|tinh (?:bang|theo))\b\W*(?:\w+ ){0,3}(?:nghin|trieu|ngan dong)\b"
)


@known
def scale_in(text: str) -> bool:
    """Say whether `text` names thousands or millions."""
    plain = unicodedata.normalize("NFC", clean(text).text)
    return bool(
        _SMALL.search(plain) or _UNIT_OF_MEASURE.search(plain.casefold()) or _UNMARKED.search(fold(plain)),
    )


def scale_faults(reading: FileReading, indicators: Sequence[Indicator]) -> Iterator[Finding]:
    """Yield the lines whose words now name a scale, or no longer a unit of measure."""
    for item in indicators:
        if item.type is Type.TEXT:
            continue
        label, measure = reading.labels.get(item.code), reading.measures.get(item.code)
        if label and _names_a_scale(str(label.value or ""), item):
            yield _fault(
                reading,
                label,
                "NB-17",
                item,
                item.label,
            )
        if measure and measure.value is None and item.unit:
            yield _fault(
                reading,
                measure,
                "NB-09",
                item,
                item.unit,
            )


def _names_a_scale(said: str, item: Indicator) -> bool:
    if fold(said) == fold(item.label):
        return False
    return scale_in(said) and not scale_in(item.label)


def _fault(reading: FileReading, cell: RawCell, code: str, item: Indicator, expected: str) -> Finding:
    return Finding(
        code,
        Severity.ERROR,
        reading.place(cell),
        about=(item.code,),
        found=str(cell.value or "")[:QUOTED],
        expected=expected,
    )


def scale_beside(block: CodedBlock, rows: Sequence[Sequence[Any]]) -> Iterator[Finding]:
    """Yield the cells around the lines of a form that name a scale for its figures."""
    own = set(block.columns.values())
    lines = set(block.rows.values())
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            is_of_a_line = row in lines and column in own
            if not is_of_a_line and _is_scale(value):
                place = block.place(row, column)
                found = value[:QUOTED]
                yield asked("TN-70", place, found=found)


def _is_scale(value: object) -> bool:
    return isinstance(value, str) and bool(value) and scale_in(value)
