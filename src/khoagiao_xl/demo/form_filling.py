"""Filling in a form the way a unit does, without any office program: values into the cells, nothing else."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.cell_xml import cell_xml
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.forms import form_layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.books.base import Value

_CELL: Final = r'<c r="{address}"(?P<style> s="\d+")?(?P<type> t="\w+")?(?:/>|>(?P<inside>.*?)</c>)'
_CHECKED: Final = re.compile(r'(<c [^>]*t="str"[^>]*><f>[^<]*</f>)<v>[^<]*</v>')


@dataclass(frozen=True)
class Answers:
    """What a unit types: figures and explanations by indicator, running text, the two ticks."""

    figures: Mapping[str, Value]
    explanations: Mapping[str, Value] = field(default_factory=dict)
    texts: Mapping[str, Value] = field(default_factory=dict)
    nothing: bool = False
    no_secret: bool = True


class Filler:
    """Fills in the forms of one template; the rows of the codes are looked up once."""

    def __init__(self, form: bytes) -> None:
        from python_calamine import CalamineWorkbook

        book = CalamineWorkbook.from_filelike(io.BytesIO(form))
        sheets = (form_layout.FIGURES, form_layout.NARRATIVE)
        grids = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in sheets]
        self._rows = {str(line[0]): at for grid in grids for at, line in enumerate(grid, 1)}

    def fill_in(self, form: bytes, answers: Answers) -> bytes:
        """Return the form with the answers typed in; a computed cell gets the result Excel would store."""
        package = Package.parse(form)
        sheets = parts.sheets(package)
        ticks = {form_layout.TICK_NOTHING: answers.nothing, form_layout.TICK_NO_SECRET: answers.no_secret}
        typed: dict[str, list[tuple[str, Value]]] = {
            form_layout.FIGURES: [*self._at("D", answers.figures), *self._at("E", answers.explanations)],
            form_layout.NARRATIVE: self._at("C", answers.texts),
            form_layout.COVER: [
                (form_layout.COVER_CELLS[name], "x" if ticked else None) for name, ticked in ticks.items()
            ],
        }
        for sheet, cells in typed.items():
            filled = _type_in(package.read(sheets[sheet]).decode(), cells)
            # What the checks said of the empty form is no longer true of the filled one.
            package.replace(sheets[sheet], _CHECKED.sub(r"\1", filled).encode())
        return package.to_bytes()

    def _at(self, column: str, answers: Mapping[str, Value]) -> list[tuple[str, Value]]:
        return [
            (f"{column}{self._rows[code]}", value) for code, value in answers.items() if code in self._rows
        ]


def _type_in(xml: str, cells: Iterable[tuple[str, Value]]) -> str:
    for address, value in cells:
        cell = re.search(_CELL.format(address=address), xml, re.DOTALL)
        if cell:
            xml = xml[: cell.start()] + _cell(cell, address, value) + xml[cell.end() :]
    return xml


def _cell(cell: re.Match[str], address: str, value: Value) -> str:
    formula = re.search(r"<f>.*?</f>", cell["inside"] or "", re.DOTALL)
    if formula:
        result = f"<v>{value!r}</v>" if isinstance(value, int | float) else ""
        return f'<c r="{address}"{cell["style"] or ""}>{formula[0]}{result}</c>'
    return cell_xml(address, cell["style"] or "", value)
