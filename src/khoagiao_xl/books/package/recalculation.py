"""Making sure that no stored result of a formula outlives what it was computed from.

Excel computes a workbook anew when its main part asks for it. LibreOffice keeps every stored number, and
stored texts of a file that says Excel wrote it; it computes only what has no stored result.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl import __version__
from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.stored_results import FormulaSheet

if TYPE_CHECKING:
    from khoagiao_xl.books.package.opc import Package

_CALC: Final = re.compile(r"<calcPr\b[^>]*/>|<calcPr\b.*?</calcPr>", re.DOTALL)
_ANEW: Final = '<calcPr calcId="124519" fullCalcOnLoad="1"/>'
_END: Final = "</workbook>"
_WRITTEN_BY: Final = re.compile(rb"<Application>[^<]*</Application>")
# Every program that writes a workbook puts its own name there.
_BY_US: Final = f"<Application>khoagiao_xl/{__version__}</Application>".encode()
_CONTENT_TYPES: Final = "[Content_Types].xml"


def ask_to_recalculate(package: Package) -> None:
    """Make Excel compute every formula when the file is next opened; the stored results stay."""
    main = parts.workbook_part(package)
    workbook = package.read_text(main)
    asking = _asking(workbook)
    package.replace_if_changed(main, asking.encode("utf-8"))
    _sign_as_ours(package)


def _asking(workbook: str) -> str:
    if _CALC.search(workbook):
        return _CALC.sub(_ANEW, workbook, count=1)
    return workbook.replace(_END, _ANEW + _END)


def _sign_as_ours(package: Package) -> None:
    for part in _properties(package):
        properties = package.read(part)
        signed = _WRITTEN_BY.sub(_BY_US, properties)
        package.replace_if_changed(part, signed)


def is_ours(package: Package) -> bool:
    """Whether this version of ours wrote the file: all its results were worked out here, of what it holds."""
    properties = _properties(package)
    for part in properties:
        said = package.read(part)
        if _BY_US in said:
            return True
    return False


def _properties(package: Package) -> list[str]:
    hanging = parts.relations(package, "")
    wanted = "extended-properties"
    return [relation.target for relation in hanging if relation.kind == wanted]


def forget_results(package: Package) -> None:
    """Take out the stored results of all formulas.

    A program that computes nothing then shows a blank rather than a number that is no longer true.
    """
    for part in parts.sheets(package).values():
        xml = package.read(part)
        if b"<f" in xml:
            bare = FormulaSheet.of(xml).with_results({}).xml
            package.replace_if_changed(part, bare.encode("utf-8"))


def drop_calculation_chain(package: Package) -> None:
    """Take out the list of formula cells: Excel makes a new one, and calls a wrong one damage."""
    main = parts.workbook_part(package)
    for relation in list(parts.relations(package, main)):
        if relation.kind == "calcChain":
            package.remove(relation.target)
            _forget(package, main, relation.target)


def _forget(package: Package, main: str, target: str) -> None:
    """Take out what the package says of a part that is gone."""
    folder, name = posixpath.split(main)
    gone = re.escape(posixpath.basename(target))
    mention = re.compile(rf"<(?:Relationship|Override)\b[^>]*{gone}[^>]*/>")
    relations = f"{folder}/_rels/{name}.rels"
    for part in (relations, _CONTENT_TYPES):
        whole = package.read_text(part)
        rest = mention.sub("", whole)
        package.replace_text(part, rest)
