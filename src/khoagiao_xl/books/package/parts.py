"""Where a workbook's tables lie: its sheets, their parts, their tables, by the package's own relations."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.model.cell_addresses import Area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from khoagiao_xl.books.package.opc import Package

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class TablePlace:
    """Where a table lies: its sheet, the parts that hold both, its area with the header row.

    In an open workbook there are no parts; their names are blank.
    """

    name: str
    sheet: str
    sheet_part: str
    table_part: str
    area: Area
    headings: tuple[str, ...]


class Relation(NamedTuple):
    """One part that hangs on another; kind: the last word of its type."""

    key: str
    kind: str
    target: str
    is_external: bool = False

    @classmethod
    def of(cls, element: _Element, folder: str) -> Relation:
        """Return the relation that an element tells of, of a part in `folder`."""
        target = element.get("Target", "")
        return cls(
            key=element.get("Id", ""),
            kind=posixpath.basename(element.get("Type", "")),
            target=_resolved(target, folder),
            is_external=element.get("TargetMode") == "External",
        )


def parse_xml(data: bytes, name: str = "") -> _Element:
    """Return the root of an XML part, without entities or network; raise NotAWorkbook when it is broken."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_blank_text=False,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotAWorkbook(name=name, reason=f"XML hỏng ở phần {name}") from error


def relations(package: Package, part: str) -> Iterator[Relation]:
    """Yield the relations of `part`; «» stands for the package itself."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    if source not in package:
        return
    data = package.read(source)
    root = parse_xml(data, source)
    for element in root:
        yield Relation.of(element, folder)


def _resolved(target: str, folder: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    path = posixpath.join(folder, target)
    return posixpath.normpath(path)


def workbook_part(package: Package) -> str:
    """Return the name of the main part; legal files need not call it xl/workbook.xml."""
    for relation in relations(package, ""):
        if relation.kind == "officeDocument":
            return relation.target
    raise NotAWorkbook(name="", reason="không có phần workbook")


def sheets(package: Package) -> dict[str, str]:
    """Return sheet name -> part name, in the order of the tabs."""
    main = workbook_part(package)
    hanging = relations(package, main)
    targets = {relation.key: relation.target for relation in hanging}
    workbook = package.read(main)
    root = parse_xml(workbook, main)
    found = {}
    for sheet in root.iter(f"{MAIN}sheet"):
        key = sheet.get(RELATION_ID, "")
        if key in targets:
            name = sheet.get("name", "")
            found[name] = targets[key]
    return found


def defined_names(package: Package) -> dict[str, str]:
    """Return defined name -> formula, of the names that count in the whole workbook."""
    main = workbook_part(package)
    workbook = package.read(main)
    root = parse_xml(workbook, main)
    found = {}
    for element in root.iter(f"{MAIN}definedName"):
        if element.get("localSheetId") is None:
            name = element.get("name", "")
            found[name] = element.text or ""
    return found


def tables(package: Package) -> dict[str, TablePlace]:
    """Return every table of the workbook by its name."""
    found: dict[str, TablePlace] = {}
    for sheet, sheet_part in sheets(package).items():
        for relation in relations(package, sheet_part):
            if relation.kind == "table":
                place = _table(package, sheet, sheet_part, relation.target)
                found[place.name] = place
    return found


def _table(package: Package, sheet: str, sheet_part: str, table_part: str) -> TablePlace:
    data = package.read(table_part)
    root = parse_xml(data, table_part)
    columns = root.iter(f"{MAIN}tableColumn")
    return TablePlace(
        name=root.get("displayName") or root.get("name") or "",
        sheet=sheet,
        sheet_part=sheet_part,
        table_part=table_part,
        area=Area.parse(root.get("ref", "")),
        headings=tuple(column.get("name", "").strip() for column in columns),
    )
