"""A workbook's package read part by part, each once and bounded; what is not read is checked all the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.safety.book_scan import BookScan
from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.cell_styles import read_styles
from khoagiao_xl.intake.safety.drawings import drawings_in
from khoagiao_xl.intake.safety.package_parts import PackageParts, PartRelation
from khoagiao_xl.intake.safety.part_words import words_of, words_of_large
from khoagiao_xl.intake.safety.scanned_sheet import SheetScan
from khoagiao_xl.intake.safety.shared_strings import read_properties, read_strings
from khoagiao_xl.intake.safety.sheet_scan import scan_sheet
from khoagiao_xl.intake.safety.xml_guard import Refused, local, walk
from khoagiao_xl.intake.safety.xml_tree import LARGEST_TREE, loose_tree_of, tree_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from khoagiao_xl.intake.safety.container import Container
    from khoagiao_xl.intake.safety.limits import Limits


_MACROS: Final = frozenset({"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"})
_XML: Final = (".xml", ".rels", ".vml")
_OWNED: Final = frozenset({"worksheet", "chartsheet", "dialogsheet"})  # they hang on the workbook alone


class PackageScan:
    """One package, and the workbook that is found in it."""

    def __init__(self, container: Container, limits: Limits) -> None:
        self.parts = PackageParts(container, limits)
        self.limits = limits
        self.book = BookScan()
        self.sheet_parts: list[tuple[SheetScan, str]] = []

    def scan(self) -> BookScan:
        """Check every part and gather what the workbook says."""
        main = self.parts.main()
        relations = self.parts.relations(main)
        sheets = self._read_workbook(main)
        self._read_tables(relations)
        for scan, number in sheets:
            self._read_sheet(scan, relations.get(number))
        self._read_properties()
        self._check_the_rest()
        return self.book

    # -- reading parts --

    def _read_workbook(self, part: str) -> list[tuple[SheetScan, str]]:
        """Read the workbook's own part; return its sheets, each with the id of its relationship."""
        handler = _WorkbookHandler(self.book)
        walk(
            self.parts.chunks(part),
            part,
            self.limits.depth,
            handler.start,
            handler.end,
            handler.text,
        )
        self.book.sheets = [scan for scan, _ in handler.sheets]
        self._check_sheets([scan.name for scan in self.book.sheets])
        return handler.sheets

    def _check_sheets(self, names: list[str]) -> None:
        if not names:
            raise Refused("TN-21", part="sheet")
        if len(names) > self.limits.sheets:
            raise Refused(
                "TN-20",
                what="trang",
                found=len(names),
                most=self.limits.sheets,
            )
        different = {name.casefold() for name in names}
        if len(different) < len(names):
            raise Refused("TN-22")

    def _read_tables(self, relations: Mapping[str, PartRelation]) -> None:
        """Read the shared strings and the styles, and note what else hangs on the workbook."""
        for relation in relations.values():
            part = self.parts.inside(relation)
            match relation.kind:
                case "sharedStrings" if part:
                    chunks = self.parts.chunks(part)
                    self.book.strings = read_strings(chunks, part, self.limits)
                case "styles" if part:
                    chunks = self.parts.chunks(part)
                    self.book.styles = read_styles(chunks, part, self.limits)
                case "externalLink":
                    self.book.has_external_links = True
                case kind if kind in _MACROS:
                    self.book.has_macros = True

    def _read_sheet(self, scan: SheetScan, relation: PartRelation | None) -> None:
        part = self.parts.inside(relation)
        if part is None or relation is None:
            raise Refused("TN-21", part=scan.name)
        if part in self.parts.seen:
            raise Refused("TN-15", reason="hai trang dùng chung một nội dung")
        self.sheet_parts.append((scan, part))
        name = BookWords(Outside.SHEET, scan.name, "", scan.name)
        self.book.words.append(name)
        if relation.kind != "worksheet":
            self._read_part(part, scan)  # a chart or a macro sheet holds no figures
            return
        scan_sheet(self.parts.chunks(part), part, scan, self.limits)
        self.book.words += scan.words
        total = sum(sheet.values for sheet in self.book.sheets)
        if total > self.limits.cells:
            raise Refused(
                "TN-20",
                what="ô có số liệu",
                found=total,
                most=self.limits.cells,
            )

    def _read_properties(self) -> None:
        for relation in self.parts.relations().values():
            part = self.parts.find(relation.target)
            if part and relation.kind == "custom-properties":
                chunks = self.parts.chunks(part)
                self.book.properties = read_properties(chunks, part, self.limits)
        for name, value in self.book.properties.items():
            words = BookWords(Outside.PROPERTY, "", "", value, name)
            self.book.words.append(words)

    # -- the rest: what hangs on the sheets, then what hangs on nothing --

    def _check_the_rest(self) -> None:
        """Inflate every part not yet read: XML for its words, anything else for its checksum."""
        for scan, part in self.sheet_parts:
            self._read_what_hangs_on(part, scan)
        for name in self.parts.unseen():
            self._read_part(name, None)

    def _read_what_hangs_on(self, part: str, scan: SheetScan) -> None:
        """Read the parts that a sheet leads to, and those that these lead to."""
        waiting = [part]
        while waiting:
            for relation in self.parts.relations(waiting.pop()).values():
                found = self.parts.inside(relation)
                if found and found not in self.parts.seen and relation.kind not in _OWNED:
                    self._read_part(found, scan)
                    waiting.append(found)

    def _read_part(self, name: str, scan: SheetScan | None) -> None:
        """Read a part for its words; `scan`: the sheet that it hangs on."""
        key = name.casefold()
        if not key.endswith(_XML):
            self.parts.drain(name)
            self.book.has_macros |= key.endswith("vbaproject.bin")
            self.book.has_pictures |= "/media/" in key or "/embeddings/" in key
            return
        sheet = scan.name if scan else ""
        data = self.parts.read(name)
        if len(data) > LARGEST_TREE:
            self.book.words += words_of_large(data, name, sheet, self.limits)
            return
        root = self._tree(name, data)
        if root is not None:
            self.book.words += words_of(root, sheet)
            if scan:
                scan.drawings += drawings_in(root)

    def _tree(self, name: str, data: bytes) -> Element | None:
        if name.casefold().endswith(".vml"):
            return loose_tree_of(data, name)
        return tree_of(data, name, self.limits.depth)


class _WorkbookHandler:
    """Gathers the sheets and the defined names while expat walks over the workbook's own part."""

    def __init__(self, book: BookScan) -> None:
        self.book = book
        self.sheets: list[tuple[SheetScan, str]] = []
        self.name: str | None = None  # of the defined name that is being read

    def start(self, name: str, at: Mapping[str, str]) -> None:
        if name == "sheet":
            scan = SheetScan(at.get("name", ""), at.get("state", "visible"))
            self.sheets.append((scan, _relation_id(at)))
        elif name == "definedName":
            is_of_one_sheet = "localSheetId" in at
            self.name = "" if is_of_one_sheet else at.get("name", "")
        elif name == "workbookPr":
            self.book.is_1904 = at.get("date1904", "0") in ("1", "true")

    def end(self, name: str) -> None:
        if name == "definedName":
            self.name = None

    def text(self, data: str) -> None:
        if self.name is not None:
            known = self.book.names.get(self.name, "")
            self.book.names[self.name] = known + data


def _relation_id(at: Mapping[str, str]) -> str:
    """Return the id that stands under a prefix («r:id»); the sheet's own number has none."""
    for key, value in at.items():
        if ":" in key and local(key) == "id":
            return value
    return ""
