"""Filling in a form as a person does, without any office program: values into the cells, nothing else."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.cell_xml import cell_xml
from khoagiao_xl.books.package.computed_results import with_results
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.cell_addresses import cell_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.books.base import Value

Typed = tuple[str, "Value"]
_CELL: Final = r'<c r="{address}"(?P<style> s="\d+")?(?P<type> t="\w+")?(?:/>|>(?P<inside>.*?)</c>)'


@dataclass(frozen=True)
class Answers:
    """What a unit types: figures and explanations by indicator, running text, the two ticks.

    details: code of a row of «Việc cụ thể» -> heading -> what stands under it.
    nothing, no_secret: the two ticks; None leaves one to a person, as it stands.
    """

    figures: Mapping[str, Value]
    explanations: Mapping[str, Value] = field(default_factory=dict)
    texts: Mapping[str, Value] = field(default_factory=dict)
    details: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    nothing: bool | None = False
    no_secret: bool | None = True


class Filler:
    """Fills in the forms of one template; the rows of the codes are looked up once."""

    def __init__(self, form: bytes) -> None:
        from python_calamine import CalamineWorkbook

        stream = io.BytesIO(form)
        book = CalamineWorkbook.from_filelike(stream)
        self._rows: dict[str, int] = {}
        ours = (*form_layout.ANSWERED_UNDER, form_layout.DETAILS)
        for name in book.sheet_names:
            if name in ours:
                sheet = book.get_sheet_by_name(name)
                self._rows |= _rows_by_code(sheet)

    def fill_in(self, form: bytes, answers: Answers) -> bytes:
        """Return the form with the answers typed in, and what its formulas then show."""
        package = Package.parse(form)
        sheets = parts.sheets(package)
        for sheet, cells in self._typed(answers).items():
            if not cells:
                continue
            part = sheets[sheet]
            xml = package.read(part).decode()
            filled = type_in(xml, cells)
            package.replace(part, filled.encode())
        return with_results(package.to_bytes())

    def _typed(self, answers: Answers) -> dict[str, list[Typed]]:
        """Return sheet -> address and value of everything that is typed into it."""
        figures = self._at(form_layout.VALUE, answers.figures)
        explanations = self._at(form_layout.EXPLANATION, answers.explanations)
        texts = self._at(form_layout.ANSWER, answers.texts)
        return {
            form_layout.FIGURES: [*figures, *explanations],
            form_layout.NARRATIVE: texts,
            form_layout.DETAILS: self._details(answers),
            form_layout.COVER: _ticks(answers),
        }

    def _details(self, answers: Answers) -> list[Typed]:
        found = []
        for heading in form_layout.DETAIL_INPUTS:
            column = form_layout.DETAILS_HEADER.index(heading)
            under = {}
            for code, row in answers.details.items():
                if heading in row:
                    under[code] = row[heading]
            found += self._at(column, under)
        return found

    def _at(self, column: int, answers: Mapping[str, Value]) -> list[Typed]:
        found = []
        for code, value in answers.items():
            row = self._rows.get(code)
            if row is not None:
                address = cell_name(row, column)
                found.append((address, value))
        return found


def _rows_by_code(sheet: Any) -> dict[str, int]:
    """Return code -> Excel row of a sheet whose first column holds codes."""
    rows = {}
    grid = sheet.to_python(skip_empty_area=False)
    for number, line in enumerate(grid, 1):
        code = str(line[0])
        rows[code] = number
    return rows


def _ticks(answers: Answers) -> list[Typed]:
    ticks = {
        form_layout.TICK_NOTHING: answers.nothing,
        form_layout.TICK_NO_SECRET: answers.no_secret,
    }
    found: list[Typed] = []
    for name, ticked in ticks.items():
        if ticked is None:
            continue
        address = form_layout.COVER_CELLS[name]
        mark = "x" if ticked else None
        found.append((address, mark))
    return found


def type_in(xml: str, cells: Iterable[Typed]) -> str:
    """Return the XML of a sheet with these values in its cells; a formula stays."""
    for address, value in cells:
        pattern = _CELL.format(address=address)
        cell = re.search(pattern, xml, re.DOTALL)
        if cell is None:
            continue
        before = xml[: cell.start()]
        after = xml[cell.end() :]
        filled = _cell(cell, address, value)
        xml = before + filled + after
    return xml


def _cell(cell: re.Match[str], address: str, value: Value) -> str:
    inside = cell["inside"] or ""
    if "<f>" in inside:
        return cell[0]
    style = cell["style"] or ""
    return cell_xml(address, style, value)
