"""The live check of a row of «Việc cụ thể»: what a row that says anything lacks, or says too much of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.excel_limits import text_literal
from khoagiao_xl.forms.form_layout import DETAIL_INPUTS, DETAILS_HEADER
from khoagiao_xl.model.cell_addresses import cell_name
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import ListLine

NOTHING = '""'


def row_check(line: ListLine) -> str:
    """Return the formula; an empty row says nothing."""
    told = NOTHING
    faults = _faults(line)
    for condition, message in reversed(faults):
        said = text_literal(message)
        told = f"IF({condition},{said},{told})"
    first_heading, *_, last_heading = DETAIL_INPUTS
    first = _cell(line, first_heading)
    last = _cell(line, last_heading)
    filled = f"SUMPRODUCT(--(LEN({first}:{last})>0))"
    is_empty = f"{filled}=0"
    return f"=IF({is_empty},{NOTHING},{told})"


def _faults(line: ListLine) -> list[tuple[str, str]]:
    ticked = f"LEN(TRIM({form_layout.TICK_NOTHING}))>0"
    faults = [(ticked, texts.TICKED_YET_FILLED_IN)]
    for column in line.of.columns:
        cell = _cell(line, column.column)
        if column.is_required:
            lacks = f"LEN(TRIM({cell}))=0"
            message = texts.ROW_LACKS.format(title=column.title)
            faults.append((lacks, message))
        if column.at_most:
            most = _cell(line, column.at_most)
            exceeds = f"AND(ISNUMBER({cell}),ISNUMBER({most}),N({cell})>N({most}))"
            message = texts.ROW_EXCEEDS.format(title=column.title)
            faults.append((exceeds, message))
    return faults


def _cell(line: ListLine, heading: str) -> str:
    column = DETAILS_HEADER.index(heading)
    return cell_name(line.row, column)
