"""The parts of a workbook, found by following relationships from the root, each read once and bounded."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from khoagiao_xl.intake.returning.fault_list import OWN_NOTE
from khoagiao_xl.intake.safety.cell_styles import Styles, read_styles
from khoagiao_xl.intake.safety.shared_strings import SharedStrings, read_properties, read_strings
from khoagiao_xl.intake.safety.sheet_scan import SheetScan, scan_sheet
from khoagiao_xl.intake.safety.xml_guard import Refused, local, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.safety.container import Container
    from khoagiao_xl.intake.safety.limits import Limits
    from khoagiao_xl.intake.safety.sheet_scan import ScannedCell

_CONTENT_TYPES = "[Content_Types].xml"
_WRONG_MAIN = {  # a word in the main part's content type -> code of the sentence
    "sheet.binary": "TN-03",
    "macroenabled": "TN-11",
    "wordprocessingml": "TN-12",
    "presentationml": "TN-12",
    "ms-excel.addin": "TN-11",
}


@dataclass
class BookScan:
    """What the package of a workbook holds, as far as intake needs it."""

    sheets: list[SheetScan] = field(default_factory=list)
    strings: SharedStrings = field(default_factory=SharedStrings)
    styles: Styles = field(default_factory=Styles)
    names: dict[str, str] = field(default_factory=dict)  # defined name -> what it refers to
    properties: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)  # of drawings, comments and document properties
    comments: int = 0
    is_1904: bool = False
    has_external_links: bool = False
    has_macros: bool = False
    has_pictures: bool = False

    def text_of(self, cell: ScannedCell) -> str:
        """Return what the cell holds, a shared string as its text."""
        is_shared = cell.kind == "s" and cell.raw.isdigit() and int(cell.raw) < len(self.strings.texts)
        return self.strings.texts[int(cell.raw)] if is_shared else cell.raw


@dataclass(frozen=True)
class _Relation:
    kind: str  # the last word of the relationship's type
    target: str
    is_external: bool


class PackageScan:
    """The parts of a workbook, found by following relationships from the root."""

    def __init__(self, container: Container, limits: Limits) -> None:
        self.zip, self.limits = container, limits
        self.by_key = {name.casefold(): name for name in container.names}
        self.seen: set[str] = set()
        self.book = BookScan()

    def scan(self) -> BookScan:
        """Check every part and gather what the workbook says."""
        main = self._main_part()
        relations = self._relations(main)
        sheets = self._read_workbook(main)
        self._read_tables(relations)
        for scan, number in sheets:
            self._read_sheet(scan, relations.get(number))
        for relation in self._relations("").values():
            if relation.kind == "custom-properties" and (part := self._find(relation.target)):
                self.book.properties = read_properties(self._chunks(part), part, self.limits)
        self._check_the_rest()
        return self.book

    # -- finding parts --

    def _find(self, target: str) -> str | None:
        return self.by_key.get(target.casefold())

    def _chunks(self, part: str) -> Iterator[bytes]:
        self.seen.add(part)
        return self.zip.chunks(part)

    def _relations(self, part: str) -> dict[str, _Relation]:
        """Return the relationships of `part` by their id; of the whole package for an empty name."""
        folder, base = posixpath.split(part)
        path = self._find(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, _Relation] = {}
        if path is None:
            return found

        def start(name: str, at: Mapping[str, str]) -> None:
            if name == "Relationship":
                found[at.get("Id", "")] = _relation(at, folder)

        walk(self._chunks(path), path, self.limits.depth, start)
        return found

    def _main_part(self) -> str:
        kinds = self._content_types()
        root = self._relations("")
        main = next((relation.target for relation in root.values() if relation.kind == "officeDocument"), "")
        part = self._find(main)
        if part is None:
            self._refuse_by_content()
        kind = kinds.get("/" + (part or "").casefold(), "") or kinds.get(
            (part or "").rpartition(".")[2].casefold(), ""
        )
        for word, code in _WRONG_MAIN.items():
            if word in kind.casefold():
                raise Refused(code)
        return part or ""

    def _content_types(self) -> dict[str, str]:
        found: dict[str, str] = {}
        part = self._find(_CONTENT_TYPES)
        if part is None:
            self._refuse_by_content()

        def start(_: str, at: Mapping[str, str]) -> None:
            found[(at.get("PartName") or at.get("Extension", "")).casefold()] = at.get("ContentType", "")

        walk(self._chunks(part or ""), _CONTENT_TYPES, self.limits.depth, start)
        return found

    def _refuse_by_content(self) -> None:
        """A zip that is no workbook: say which other thing it is."""
        if (mimetype := self._find("mimetype")) and b"opendocument" in self.zip.read(mimetype):
            raise Refused("TN-04")
        if any(name.endswith((".xlsx", ".xls", ".xlsm")) for name in self.by_key):
            raise Refused("TN-30")
        raise Refused("TN-21", part="xl/workbook.xml")

    # -- reading parts --

    def _read_workbook(self, part: str) -> list[tuple[SheetScan, str]]:
        sheets: list[tuple[SheetScan, str]] = []
        name_now: list[str] = []

        def start(name: str, at: Mapping[str, str]) -> None:
            if name == "sheet":
                number = next((value for key, value in at.items() if local(key) == "id" and ":" in key), "")
                sheets.append((SheetScan(at.get("name", ""), at.get("state", "visible")), number))
            elif name == "definedName":
                name_now[:] = [at.get("name", "")] if "localSheetId" not in at else [""]
            elif name == "workbookPr":
                self.book.is_1904 = at.get("date1904", "0") in ("1", "true")

        def end(name: str) -> None:
            if name == "definedName":
                name_now.clear()

        def text(data: str) -> None:
            if name_now:
                self.book.names[name_now[0]] = self.book.names.get(name_now[0], "") + data

        walk(self._chunks(part), part, self.limits.depth, start, end, text)
        self._check_sheets([scan.name for scan, _ in sheets])
        self.book.sheets = [scan for scan, _ in sheets]
        return sheets

    def _check_sheets(self, names: list[str]) -> None:
        if not names:
            raise Refused("TN-21", part="sheet")
        if len(names) > self.limits.sheets:
            raise Refused("TN-20", what="trang", found=len(names), most=self.limits.sheets)
        if len({name.casefold() for name in names}) < len(names):
            raise Refused("TN-22")

    def _read_tables(self, relations: Mapping[str, _Relation]) -> None:
        """Read the shared strings and the styles, and note what else hangs on the workbook."""
        for relation in relations.values():
            part = None if relation.is_external else self._find(relation.target)
            if relation.kind == "sharedStrings" and part:
                self.book.strings = read_strings(self._chunks(part), part, self.limits)
            elif relation.kind == "styles" and part:
                self.book.styles = read_styles(self._chunks(part), part, self.limits)
            elif relation.kind == "externalLink":
                self.book.has_external_links = True
            elif relation.kind in ("vbaProject", "xlMacrosheet", "xlIntlMacrosheet"):
                self.book.has_macros = True

    def _read_sheet(self, scan: SheetScan, relation: _Relation | None) -> None:
        part = None if relation is None or relation.is_external else self._find(relation.target)
        if part is None or relation is None:
            raise Refused("TN-21", part=scan.name)
        if part in self.seen:
            raise Refused("TN-15", reason="hai trang dùng chung một nội dung")
        if relation.kind != "worksheet":
            return  # a chart or a macro sheet holds no figures; it is checked with the rest
        scan_sheet(self._chunks(part), part, scan, self.limits)
        total = sum(sheet.values for sheet in self.book.sheets)
        if total > self.limits.cells:
            raise Refused("TN-20", what="ô có số liệu", found=total, most=self.limits.cells)

    def _check_the_rest(self) -> None:
        """Inflate every part not yet read: XML is walked, anything else counted and its checksum verified."""
        for name in self.zip.names:
            if name in self.seen:
                continue
            key = name.casefold()
            if key.endswith((".xml", ".rels")):
                self._read_other_xml(name)
                continue
            self.zip.drain(name)
            self.book.has_macros |= key.endswith("vbaproject.bin")
            self.book.has_pictures |= "/media/" in key or "/embeddings/" in key

    def _read_other_xml(self, name: str) -> None:
        words: list[str] = []
        is_read = re.search(r"drawing|comment|docprops", name, re.IGNORECASE) is not None
        first_word = 0

        def start(element: str, _: Mapping[str, str]) -> None:
            nonlocal first_word
            if element == "comment":
                first_word = len(words)

        def end(element: str) -> None:
            if element == "comment":
                self.book.comments += not OWN_NOTE.match("".join(words[first_word:]).strip())

        walk(self._chunks(name), name, self.limits.depth, start, end, words.append if is_read else None)
        self.book.texts.extend(word for word in words if word.strip())


def _relation(at: Mapping[str, str], folder: str) -> _Relation:
    target = unquote(at.get("Target", ""))
    whole = (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )
    is_external = at.get("TargetMode", "").casefold() == "external"
    return _Relation(at.get("Type", "").rpartition("/")[2], whole, is_external)
