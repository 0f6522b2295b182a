"""A workbook's package read part by part, each once and bounded; what is not read is checked all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.safety.book_scan import BookScan
from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.cell_styles import read_styles
from khoagiao_xl.intake.safety.outside_parts import OLD_DRAWING, read_outside
from khoagiao_xl.intake.safety.package_parts import PackageParts, PartRelation
from khoagiao_xl.intake.safety.scanned_sheet import SheetScan
from khoagiao_xl.intake.safety.shared_strings import read_strings
from khoagiao_xl.intake.safety.sheet_bounds import SheetBounds
from khoagiao_xl.intake.safety.sheet_scan import scan_sheet
from khoagiao_xl.intake.safety.workbook_part import read_workbook
from khoagiao_xl.intake.safety.xml_guard import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.intake.safety.container import Container
    from khoagiao_xl.intake.safety.limits import Limits
    from khoagiao_xl.intake.safety.workbook_part import ToldSheet

_MACROS: Final = frozenset({"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"})
_XML: Final = (".xml", ".rels", OLD_DRAWING)
_SHEETS: Final = frozenset({"worksheet", "chartsheet", "dialogsheet"})  # they hang on the workbook alone


class PackageScan:
    """One package, and the workbook that is found in it."""

    def __init__(self, container: Container, limits: Limits) -> None:
        self.parts = PackageParts(container, limits)
        self.limits = limits
        self.bounds = SheetBounds.of(limits)
        self.book = BookScan()
        self.sheet_parts: list[tuple[SheetScan, str]] = []

    def scan(self) -> BookScan:
        """Check every part and gather what the workbook says."""
        main = self.parts.main()
        relations = self.parts.relations(main)
        sheets = self._read_workbook(main)
        self._read_tables(relations.values())
        for sheet in sheets:
            self._read_sheet(sheet, relations.get(sheet.relation))
        self._read_properties()
        self._read_the_rest()
        return self.book

    # -- reading parts --

    def _read_workbook(self, part: str) -> list[ToldSheet]:
        """Read the workbook's own part; return its sheets."""
        told = read_workbook(self.parts.read(part), part, self.limits.depth)
        self.book.names = told.names
        self.book.is_1904 = told.is_1904
        self.book.words += told.words
        self._check_sheets([sheet.name for sheet in told.sheets])
        return told.sheets

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

    def _read_tables(self, relations: Iterable[PartRelation]) -> None:
        """Read the shared strings and the styles, and note what else hangs on the workbook."""
        for relation in relations:
            part = self.parts.inside(relation)
            match relation.kind:
                case "sharedStrings" if part:
                    data = self.parts.read(part)
                    self.book.strings = read_strings(data, part, self.limits.depth, self.limits.string_slack)
                case "styles" if part:
                    data = self.parts.read(part)
                    self.book.styles = read_styles(data, part, self.limits.depth)
                case "externalLink":
                    self.book.has_external_links = True
                case kind if kind in _MACROS:
                    self.book.has_macros = True

    def _read_sheet(self, told: ToldSheet, relation: PartRelation | None) -> None:
        part = self.parts.inside(relation)
        if part is None or relation is None:
            raise Refused("TN-21", part=told.name)
        if part in self.parts.seen:
            raise Refused("TN-15", reason="hai trang dùng chung một nội dung")
        scan = SheetScan(told.name)
        if relation.kind == "worksheet":
            data = self.parts.read(part)
            scan = scan_sheet(data, part, told.name, self.bounds)
        own = replace(scan, state=told.state, drawings=[])  # what was read is shared by many files
        self._take(own, part)
        if relation.kind != "worksheet":
            self._read_part(part, own)  # a chart or a macro sheet holds no figures

    def _take(self, scan: SheetScan, part: str) -> None:
        self.book.sheets.append(scan)
        self.sheet_parts.append((scan, part))
        self.book.words.append(BookWords(Outside.SHEET, scan.name, "", scan.name))
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
        """Read the properties that a document has of its own, by name."""
        for relation in self.parts.relations().values():
            part = self.parts.find(relation.target)
            if part and relation.kind == "custom-properties":
                for word in self._read_part(part):
                    self.book.properties[word.name] = word.text

    # -- the rest: what hangs on the sheets, then what hangs on nothing --

    def _read_the_rest(self) -> None:
        """Inflate every part not yet read: XML for its words, anything else for its checksum."""
        for scan, part in self.sheet_parts:
            self._read_what_hangs_on(part, scan)
        for name in self.parts.unseen():
            self._read_part(name)

    def _read_what_hangs_on(self, part: str, scan: SheetScan) -> None:
        """Read the parts that a sheet leads to, and those that these lead to."""
        waiting = [part]
        while waiting:
            for relation in self.parts.relations(waiting.pop()).values():
                found = self.parts.inside(relation)
                if found and found not in self.parts.seen and relation.kind not in _SHEETS:
                    self._read_part(found, scan)
                    waiting.append(found)

    def _read_part(self, name: str, scan: SheetScan | None = None) -> Sequence[BookWords]:
        """Read a part and return its words; `scan`: the sheet that it hangs on."""
        key = name.casefold()
        if not key.endswith(_XML):
            self._drain(name)
            return ()
        found = read_outside(self.parts.read(name), name, scan.name if scan else "", self.limits.depth)
        self.book.words += found.words
        if scan:
            scan.drawings += found.drawings
        return found.words

    def _drain(self, name: str) -> None:
        key = name.casefold()
        self.parts.drain(name)
        self.book.has_macros |= key.endswith("vbaproject.bin")
        self.book.has_pictures |= "/media/" in key or "/embeddings/" in key
