"""Making sure that no stored result of a formula outlives what it was computed from.

Excel computes a workbook anew when its main part asks for it. LibreOffice keeps every stored number, and
stored texts of a file that says Excel wrote it; it computes only what has no stored result.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package import parts

if TYPE_CHECKING:
    from khoagiao_xl.books.package.opc import Package

_CALC: Final = re.compile(r"<calcPr\b[^>]*/>|<calcPr\b.*?</calcPr>", re.DOTALL)
_ANEW: Final = '<calcPr calcId="124519" fullCalcOnLoad="1"/>'
_RESULT: Final = re.compile(rb"(</f>|<f\b[^>]*/>)<v>[^<]*</v>")
_WRITTEN_BY_EXCEL: Final = b"<Application>Microsoft Excel</Application>"
_WRITTEN_BY_US: Final = b"<Application>khoagiao_xl</Application>"


def recalculate_on_load(package: Package) -> None:
    """Make Excel and LibreOffice compute every formula when the file is next opened."""
    main = parts.workbook_part(package)
    xml = package.read(main).decode("utf-8")
    asked = (
        _CALC.sub(_ANEW, xml, count=1)
        if _CALC.search(xml)
        else xml.replace("</workbook>", f"{_ANEW}</workbook>")
    )
    _replace_if_changed(package, main, asked.encode("utf-8"))
    for _, kind, target in list(parts.relations(package, "")):
        if kind == "extended-properties":
            properties = package.read(target).replace(_WRITTEN_BY_EXCEL, _WRITTEN_BY_US)
            _replace_if_changed(package, target, properties)
    forget_results(package)


def forget_results(package: Package) -> None:
    """Take out the stored results of all formulas.

    A program that computes nothing then shows a blank rather than a number that is no longer true.
    """
    for part in parts.sheets(package).values():
        xml = package.read(part)
        if b"<f" in xml:
            _replace_if_changed(package, part, _RESULT.sub(rb"\1", xml))


def drop_calculation_chain(package: Package) -> None:
    """Take out the list of formula cells: Excel makes a new one, and calls a wrong one damage."""
    for _, kind, target in list(parts.relations(package, parts.workbook_part(package))):
        if kind == "calcChain":
            package.remove(target)
            _forget(package, target)


def _forget(package: Package, target: str) -> None:
    name = re.escape(target.rsplit("/", 1)[-1])
    folder, main = parts.workbook_part(package).rsplit("/", 1)
    for part in (f"{folder}/_rels/{main}.rels", "[Content_Types].xml"):
        xml = package.read(part).decode("utf-8")
        package.replace(part, re.sub(rf"<(?:Relationship|Override)\b[^>]*{name}[^>]*/>", "", xml).encode())


def _replace_if_changed(package: Package, name: str, content: bytes) -> None:
    if content != package.read(name):
        package.replace(name, content)
