"""Words that say figures are in thousands or millions, where the form as issued says no such thing."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from khoagiao_xl.intake.safety.sheet_scan import address
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.intake.reading.locating import Block
    from khoagiao_xl.model.indicators import Indicator

_SCALE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn|chục|trăm)"
_SMALL = re.compile(rf"\b{_SCALE}\b|[x×*]\s*10*\b|\b1[., ]?000\b|\b10\^\d")  # with a capital it may be a name
_UNIT_OF_MEASURE = re.compile(rf"(?:đvt|đơn vị|tính (?:bằng|theo))\b.*\b{_SCALE}\b", re.DOTALL)
_UNMARKED = re.compile(
    r"\b(?:dvt|don vi(?: tinh)?|tinh (?:bang|theo))\b\W*(?:\w+ ){0,3}(?:nghin|trieu|ngan dong)\b"
)


def scale_in(text: str) -> bool:
    """Say whether `text` names thousands or millions."""
    plain = unicodedata.normalize("NFC", clean(text).text)
    return bool(
        _SMALL.search(plain) or _UNIT_OF_MEASURE.search(plain.casefold()) or _UNMARKED.search(fold(plain))
    )


def scale_faults(reading: FileReading, indicators: Sequence[Indicator]) -> Iterator[Finding]:
    """Return the lines whose words now name a scale, or no longer a unit of measure."""
    for item in (item for item in indicators if item.type is not Type.TEXT):
        label, measure = reading.labels.get(item.code), reading.measures.get(item.code)
        said = str(label.value or "") if label else ""
        facts = {"indicator": item.code, "found": said[:80], "expected": item.label}
        if label and fold(said) != fold(item.label) and scale_in(said) and not scale_in(item.label):
            yield Finding("NB-17", Severity.ERROR, Place(reading.name, label.sheet, label.cell), facts)
        if measure and measure.value is None and item.unit:
            facts = {"indicator": item.code, "found": "", "expected": item.unit}
            yield Finding("NB-09", Severity.ERROR, Place(reading.name, measure.sheet, measure.cell), facts)


def scale_beside(file: str, block: Block, rows: Sequence[Sequence[Any]]) -> Iterator[Finding]:
    """Return the cells around the lines of a form that name a scale for its figures."""
    own = set(block.columns.values())
    lines = set(block.rows.values())
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            is_of_a_line = row in lines and column in own
            if isinstance(value, str) and value and not is_of_a_line and scale_in(value):
                place = Place(file, block.sheet, address(row, column))
                yield Finding("TN-70", Severity.QUESTION, place, {"found": value[:80]})
