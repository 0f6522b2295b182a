"""The sheets of a workbook as its main part lists them: one more in front or at the end, one taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.child_order import child_in_order, children, require_root
from khoagiao_xl.books.package.parts import MAIN, RELATION_ID, workbook_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from khoagiao_xl.books.package.xml_parts import XmlParts

WORKSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_NEW_PART: Final = "xl/worksheets/sheet{number}.xml"
_OWNED: Final = ("comments", "vmlDrawing", "drawing", "printerSettings")  # what goes with its sheet
_OF_ONE_SHEET: Final = "localSheetId"


class SheetTabs:
    """The tabs of a workbook. Raise NotAWorkbook where the main part is none of Excel's usual ones."""

    def __init__(self, parts: XmlParts) -> None:
        self._parts = parts
        self.main = workbook_part(parts.package)
        root = parts.open(self.main)
        self.root = require_root(root, "workbook")

    @property
    def _sheets(self) -> list[_Element]:
        parent = child_in_order(self.root, "sheets")
        return list(children(parent, "sheet"))

    @property
    def names(self) -> list[str]:
        """The names of the sheets in their order."""
        return [sheet.get("name", "") for sheet in self._sheets]

    @property
    def worksheets(self) -> dict[str, str]:
        """The sheets of cells: name -> part, in their order."""
        targets = {}
        for relation in self._parts.relations(self.main):
            if relation.kind == "worksheet":
                targets[relation.key] = relation.target
        found = {}
        for sheet in self._sheets:
            key = sheet.get(RELATION_ID, "")
            if key in targets:
                name = sheet.get("name", "")
                found[name] = targets[key]
        return found

    def add(self, name: str, xml: str, *, in_front: bool = False, state: str = "") -> str:
        """Add a sheet with the content `xml`; return its part. state: veryHidden, or blank."""
        part = self._parts.free_name(_NEW_PART)
        self._parts.create(part, xml, WORKSHEET)
        key = self._parts.relate(self.main, "worksheet", part)
        parent = child_in_order(self.root, "sheets")
        number = self._free_id()
        facts = {"name": name, "sheetId": str(number)}
        if state:
            facts["state"] = state
        facts[RELATION_ID] = key
        sheet = _child(parent, "sheet", facts)
        if in_front:
            parent.insert(0, sheet)
            self._move_names(0, 1)
        return part

    def _free_id(self) -> int:
        used = [int(sheet.get("sheetId", "0")) for sheet in self._sheets]
        return 1 + max(used, default=0)

    def remove(self, name: str) -> None:
        """Take a sheet out, with what hangs on it and the names that belong to it alone."""
        for at, sheet in enumerate(self._sheets):
            if sheet.get("name") == name:
                self._remove(at, sheet)
                return

    def _remove(self, at: int, sheet: _Element) -> None:
        key = sheet.get(RELATION_ID, "")
        parent = child_in_order(self.root, "sheets")
        parent.remove(sheet)
        self._move_names(at, -1)
        for relation in self._parts.relations(self.main):
            if relation.key == key:
                self._remove_part(relation.target)
        self._parts.unrelate(self.main, key)

    def _remove_part(self, part: str) -> None:
        for relation in self._parts.relations(part):
            if relation.kind in _OWNED and not relation.is_external:
                self._parts.remove(relation.target)
        self._parts.remove(part)

    # -- names --------------------------------------------------------------------------------------------

    def _move_names(self, at: int, by: int) -> None:
        """Let names that belong to one sheet follow it; those of a sheet that goes are dropped."""
        for name in self._names():
            told = name.get(_OF_ONE_SHEET)
            if told is None or int(told) < at:
                continue
            place = int(told)
            if by < 0 and place == at:
                self._drop_name(name)
            else:
                name.set(_OF_ONE_SHEET, str(place + by))

    def _names(self) -> list[_Element]:
        parent = self.root.find(f"{MAIN}definedNames")
        if parent is None:
            return []
        return list(parent)

    def name_cells(self, name: str, refers_to: str, *, of_sheet: int | None = None) -> None:
        """Give cells a name; of_sheet: the place of the only sheet that knows it."""
        facts = {"name": name}
        if of_sheet is not None:
            facts[_OF_ONE_SHEET] = str(of_sheet)
        parent = child_in_order(self.root, "definedNames")
        element = _child(parent, "definedName", facts)
        element.text = refers_to

    def drop_names(self, beginning: str) -> None:
        """Take out the names that begin so."""
        for name in self._names():
            text = name.get("name", "")
            if text.startswith(beginning):
                self._drop_name(name)

    def drop_names_that(self, is_unwanted: Callable[[str], bool]) -> None:
        """Take out the names that refer to something unwanted."""
        for name in self._names():
            if is_unwanted(name.text or ""):
                self._drop_name(name)

    def _drop_name(self, name: _Element) -> None:
        parent = child_in_order(self.root, "definedNames")
        parent.remove(name)
        if not len(parent):
            self.root.remove(parent)

    # -- how it opens -------------------------------------------------------------------------------------

    def show_first(self) -> None:
        """Let the workbook open at its first sheet, and that one alone be selected."""
        views = child_in_order(self.root, "bookViews")
        view = views.find(f"{MAIN}workbookView")
        if view is None:
            view = _child(views, "workbookView", {})
        for attribute in ("activeTab", "firstSheet"):
            view.attrib.pop(attribute, "")
        parts = list(self.worksheets.values())
        for part in parts[1:]:
            if self._parts.mentions(part, "tabSelected"):
                self._deselect(part)

    def _deselect(self, part: str) -> None:
        root = self._parts.open(part)
        for view in root.iter(f"{MAIN}sheetView"):
            view.attrib.pop("tabSelected", "")

    def recalculate_on_load(self) -> None:
        """Make Excel compute every formula when it opens the workbook; stored results stay for previews."""
        calculation = child_in_order(self.root, "calcPr")
        calculation.set("fullCalcOnLoad", "1")


def _child(parent: _Element, name: str, facts: dict[str, str]) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, f"{MAIN}{name}", facts)
