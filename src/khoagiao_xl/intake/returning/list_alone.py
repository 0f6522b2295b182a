"""A small workbook that holds only the list, for a file that cannot go back in any form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.sheet_tabs import SheetTabs
from khoagiao_xl.books.package.style_table import StyleTable
from khoagiao_xl.books.package.xml_parts import CONTENT_TYPES, OFFICE, RELATIONSHIPS, TYPES, XmlParts
from khoagiao_xl.intake.own_notes import OWN_LIST
from khoagiao_xl.intake.returning.copy_head import CopyHead
from khoagiao_xl.intake.returning.fault_list import FaultList, lines_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.findings import Finding

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SPREADSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORKBOOK, _STYLES = "xl/workbook.xml", "xl/styles.xml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BLANK: Final = {  # a workbook that has no sheet yet
    CONTENT_TYPES: f'<Types xmlns="{TYPES}">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/{_WORKBOOK}" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
    f'<Override PartName="/{_STYLES}" ContentType="{_SPREADSHEET}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="{_WORKBOOK}"/></Relationships>',
    _WORKBOOK: f'<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView/></bookViews>'
    "<sheets/></workbook>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    _STYLES: f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
    '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def list_alone(findings: Sequence[Finding], head: CopyHead) -> bytes:
    """Return the workbook; what `head` advises of colours and links is not said."""
    package = Package({})
    for name, xml in _BLANK.items():
        package.replace_text(name, _DECLARATION + xml)
    parts = XmlParts(package)
    tabs = SheetTabs(parts)
    styles = StyleTable(parts.open(_STYLES))
    told = CopyHead(head.owner, head.lines, sentence("TN-178", {}))
    fault_list = FaultList(lines_of(findings, (), _nothing), told, styles)
    tabs.add(OWN_LIST, fault_list.to_xml(), in_front=True)
    tabs.name_cells("_xlnm.Print_Area", fault_list.print_area, of_sheet=0)
    tabs.name_cells("_xlnm.Print_Titles", fault_list.print_titles, of_sheet=0)
    tabs.recalculate_on_load()
    parts.save()
    return package.to_bytes()


def _nothing(_: Finding) -> str:
    return ""
