"""Where a child belongs in a part of a workbook: Excel calls children in another order damage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.parts import MAIN
from khoagiao_xl.errors import NotAWorkbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# As ECMA-376 lists them (CT_Worksheet, CT_Workbook, CT_Stylesheet).
_OF_WORKSHEET: Final = """
    sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
    scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr
    conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter
    rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing
    legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst
"""
_OF_WORKBOOK: Final = """
    fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups
    externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr
    smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst
"""
_OF_STYLES: Final = """
    numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst
"""
_ORDERS: Final = {
    "worksheet": _OF_WORKSHEET.split(),
    "workbook": _OF_WORKBOOK.split(),
    "styleSheet": _OF_STYLES.split(),
}


def local_name(element: _Element) -> str:
    """Return the name of an element without its namespace, blank for a comment."""
    tag = element.tag
    if isinstance(tag, str):
        return tag.rpartition("}")[2]
    return ""


def require_root(root: _Element, name: str) -> _Element:
    """Return the root if it is that of such a part; raise NotAWorkbook otherwise, as in Strict Open XML."""
    if root.tag != f"{MAIN}{name}":
        raise NotAWorkbook(name="", reason=f"phần {name} viết theo chuẩn khác")
    return root


def children(root: _Element, name: str) -> Iterator[_Element]:
    """Yield the children of that name."""
    yield from root.iterchildren(f"{MAIN}{name}")


def insert_in_order(root: _Element, element: _Element, *, first: bool = False) -> None:
    """Put a new child where it belongs. first: in front of those of its own name, not behind them.

    What only newer programs understand has no place in the order, and is passed over.
    """
    order = _ORDERS[local_name(root)]
    highest = order.index(local_name(element)) - first
    before = None
    for child in root:
        name = local_name(child)
        if name in order and order.index(name) <= highest:
            before = child
    if before is None:
        root.insert(0, element)
    else:
        before.addnext(element)


def child_in_order(root: _Element, name: str) -> _Element:
    """Return the child of that name, a new one where there is none."""
    from lxml import etree

    found = root.find(f"{MAIN}{name}")
    if found is None:
        found = etree.Element(f"{MAIN}{name}")
        insert_in_order(root, found)
    return found
