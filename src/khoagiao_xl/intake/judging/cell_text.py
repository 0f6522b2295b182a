"""The text of a cell in one spelling: every change told, what cannot be read told as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.line_remarks import NOTE, QUESTION, LineRemarks, short
from khoagiao_xl.intake.reading.form_reading import RawCell
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.vietnamese.legacy import convert
from khoagiao_xl.vietnamese.text import Cleaned, clean, lacks_diacritics, looks_like_formula

if TYPE_CHECKING:
    from collections.abc import Sequence


def text_of(cell: RawCell, remarks: LineRemarks) -> str:
    """Return the cleaned text of a cell; a formula's text and an error's name are no text of the unit."""
    if cell.error:
        remarks.tell(cell, "SL-23", cell.error, severity=QUESTION)
        return ""
    if not cell.is_calculated:
        remarks.tell(cell, "SL-25", shown_formula(cell), severity=QUESTION)
        return ""
    if cell.value is None:
        return ""
    _tell_odd_letters(cell, remarks)
    if not isinstance(cell.value, str):
        return shown(cell.value)
    cleaned = _cleaned(cell, cell.value, remarks)
    _tell_what_is_odd(cell, cleaned, remarks)
    return cleaned.text


def _tell_odd_letters(cell: RawCell, remarks: LineRemarks) -> None:
    paper = cell.paper
    runs = [run.text for run in cell.runs if not run.look.counts_on(paper)]
    odd = " ".join(runs)
    is_plain = cell.look.counts_on(paper)
    if is_plain and not odd:
        return
    found = odd or shown(cell.value)
    remarks.tell(cell, "VB-12", short(found))


def _cleaned(cell: RawCell, text: str, remarks: LineRemarks) -> Cleaned:
    if not cell.pieces:
        return clean(text, cell.font, keep_lines=True)
    converted = _converted(cell.pieces)
    if converted != text:
        facts = {"after": short(converted)}
        remarks.tell(
            cell,
            "VB-01",
            short(text),
            severity=NOTE,
            facts=facts,
        )
    return clean(converted, keep_lines=True)


def _converted(pieces: Sequence[tuple[str, str]]) -> str:
    """Return the runs of a cell in Unicode, each by its own font, with the blanks at its ends."""
    texts = []
    for font, text in pieces:
        found = convert(text, font)
        texts.append(found[0] if found else text)
    return "".join(texts)


def _tell_what_is_odd(cell: RawCell, cleaned: Cleaned, remarks: LineRemarks) -> None:
    text = cleaned.text
    found = short(text)
    for repair in cleaned.repairs:
        remarks.tell_repair(cell, repair)
    for code in cleaned.codes:
        remarks.tell(cell, code, found)
    is_prose = remarks.indicator.type is Type.TEXT
    is_whole = not cleaned.codes
    if is_prose and is_whole and lacks_diacritics(text):
        remarks.tell(cell, "VB-09", found)
    is_a_dash = text.startswith(("- ", "+ "))
    if looks_like_formula(text) and not is_a_dash:
        remarks.tell(cell, "VB-11", found)


def shown(value: object) -> str:
    """Return what stands in a cell as a sentence quotes it."""
    return short(value_text(value))


def shown_formula(cell: RawCell) -> str:
    """Return the formula of a cell as a sentence quotes it."""
    if cell.formula:
        return short("=" + cell.formula)
    return "công thức dùng chung"
