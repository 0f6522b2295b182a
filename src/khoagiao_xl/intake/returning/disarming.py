"""Nothing of a stranger reaches out of a returned copy: links, macros, connections, formulas that fetch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.child_order import local_name
from khoagiao_xl.books.package.parts import MAIN, RELATION_ID, relations
from khoagiao_xl.books.package.xml_parts import CONTENT_TYPES
from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.forms.excel_limits import broken_limit
from khoagiao_xl.vietnamese.text import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from khoagiao_xl.books.package.sheet_tabs import SheetTabs
    from khoagiao_xl.books.package.style_table import StyleTable
    from khoagiao_xl.books.package.xml_parts import XmlParts

# What reaches outside the workbook: functions and addresses, whatever stands around them.
_FETCHES: Final = re.compile(
    r"https?:|\\\\|\b(WEBSERVICE|HYPERLINK|RTD|CALL|REGISTER|EXEC|DDE|FILTERXML|IMAGE|IMPORT\w*|STOCKHISTORY"
    r"|CUBE\w+|SQL\.REQUEST)\b",
    re.IGNORECASE,
)
# Other files and programs, outside texts: «[1]Trang!A1», «cmd|'/c calc'!A0». A column of a table is neither.
_LEADS_OUT: Final = re.compile(r"\[\d+\][^,()]*!|\.xl\w*\]|\|", re.IGNORECASE)
_TEXT: Final = re.compile(r'"(?:[^"]|"")*"')
# Kinds of parts that are taken out of the workbook.
_TAKEN_OUT: Final = frozenset({"externalLink", "vbaProject", "connections", "attachedToolbars"})
_OF_THE_PACKAGE: Final = frozenset({"origin", "customUI", "extensibility", "webextensiontaskpanes"})
_SIGNATURES: Final = "_xmlsignatures/"
# Kinds that cannot be taken out without a hole: such a workbook does not go back.
_NOT_SENT: Final = frozenset(
    {"oleObject", "package", "control", "activeXControlBinary", "ctrlProp", "queryTable", "xlMacrosheet"}
    | {"xlIntlMacrosheet", "dialogsheet", "webExtension", "externalLinkPath", "frame"}
)
_FORMULAS_OF_RULES: Final = ("{*}formula", "{*}formula1", "{*}formula2", "{*}f")
_HOLDERS: Final = ("cfRule", "dataValidation", "c")  # what a formula belongs to
_LISTS: Final = ("hyperlinks", "conditionalFormatting", "dataValidations")  # go when nothing is left in them
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ >]|<(?:\w+:)?formula[12]?>|<(?:\w+:)?hyperlink\b")


def reaches_out(formula: str) -> bool:
    """Say whether a formula fetches something from outside its workbook."""
    if _FETCHES.search(formula):
        return True
    bare = _TEXT.sub('""', formula)
    return bool(_LEADS_OUT.search(bare))


def disarm(parts: XmlParts, tabs: SheetTabs, styles: StyleTable) -> None:
    """Take out of a workbook what reaches outside; raise NotAWorkbook where that leaves a hole."""
    _take_out(parts, tabs)
    tabs.drop_names_that(reaches_out)
    for part in tabs.worksheets.values():
        if _FORMULA.search(parts.package.read(part)):
            _SheetDisarmed(parts, part, styles).disarm()
    _require_harmless(parts)


def _take_out(parts: XmlParts, tabs: SheetTabs) -> None:
    for relation in parts.relations(tabs.main):
        if relation.kind in _TAKEN_OUT:
            parts.unrelate(tabs.main, relation.key)
            parts.remove(relation.target)
            _drop_references(tabs.root, relation.key)
    for relation in parts.relations(""):
        if relation.kind in _OF_THE_PACKAGE:
            parts.unrelate("", relation.key)
    for name in parts.package.names:
        if name.startswith(_SIGNATURES):
            parts.remove(name)


def _drop_references(workbook: _Element, key: str) -> None:
    references = workbook.find(f"{MAIN}externalReferences")
    if references is None:
        return
    for reference in list(references):
        if reference.get(RELATION_ID) == key:
            references.remove(reference)
    if not len(references):
        workbook.remove(references)


def _require_harmless(parts: XmlParts) -> None:
    """Raise NotAWorkbook for a package in which something still reaches out."""
    for name in parts.package.names:
        if not _may_have_relations(name):
            continue
        for relation in parts.relations(name):
            if relation.kind in _NOT_SENT or relation.is_external:
                raise NotAWorkbook(name=name, reason="có phần nối ra ngoài")
    of_package = relations(parts.package, "")
    if any(relation.is_external for relation in of_package):
        raise NotAWorkbook(name="", reason="có phần nối ra ngoài")


def _may_have_relations(part: str) -> bool:
    """Say whether a part is neither a folder nor one that only tells of others."""
    if part.endswith("/") or part == CONTENT_TYPES:
        return False
    return "/_rels/" not in f"/{part}"


class _SheetDisarmed:
    """One sheet whose formulas and links are looked at."""

    def __init__(self, parts: XmlParts, part: str, styles: StyleTable) -> None:
        self._parts = parts
        self._part = part
        self._styles = styles
        self._root = parts.look(part)

    def _open(self) -> None:
        """Let the sheet be written: something in it is changed."""
        self._parts.open(self._part)

    def disarm(self) -> None:
        """Make text of what fetches, and take links and rules away that lead outside."""
        shared = set()
        for formula in list(self._root.iter(f"{MAIN}f")):
            text = formula.text or ""
            if broken_limit(text):
                raise NotAWorkbook(name=self._part, reason="có công thức mà Excel không nhận")
            cell = formula.getparent()
            if cell is None or local_name(cell) != "c":
                continue
            if reaches_out(text):
                if formula.get("t") == "shared":
                    shared.add(formula.get("si"))
                self._make_text(cell, text)
        self._keep_results(shared)
        for rule in list(self._rules_that_reach_out()):
            self._open()
            _remove(rule)
        self._drop_links()

    def _make_text(self, cell: _Element, formula: str) -> None:
        from lxml import etree

        self._open()
        for child in list(cell):
            cell.remove(child)
        holder = etree.SubElement(cell, f"{MAIN}is")
        text = etree.SubElement(holder, f"{MAIN}t")
        written = f"={formula}"
        text.text = written[:LONGEST_TEXT]
        number = cell.get("s", "0")
        style = self._styles.with_text(int(number))
        cell.set("s", str(style))
        cell.set("t", "inlineStr")

    def _keep_results(self, shared: set[str | None]) -> None:
        """Leave of cells that share a formula which is gone what they had worked out."""
        if not shared:
            return
        for formula in list(self._root.iter(f"{MAIN}f")):
            if formula.get("si") in shared:
                _remove(formula)

    def _rules_that_reach_out(self) -> Iterator[_Element]:
        for formula in self._root.iter(*_FORMULAS_OF_RULES):
            if not reaches_out(formula.text or ""):
                continue
            holder = _holder_of(formula)
            if holder is not None and local_name(holder) != "c":
                yield holder

    def _drop_links(self) -> None:
        outside = set()
        for relation in self._parts.relations(self._part):
            if relation.is_external and relation.kind == "hyperlink":
                outside.add(relation.key)
        for link in list(self._root.iter(f"{MAIN}hyperlink")):
            key = link.get(RELATION_ID)
            if key in outside:
                self._open()
                _remove(link)
        for key in outside:
            self._parts.unrelate(self._part, key)


def _holder_of(formula: _Element) -> _Element | None:
    """Return the rule or the cell to which a formula belongs."""
    holder = formula.getparent()
    while holder is not None:
        if local_name(holder) in _HOLDERS:
            return holder
        holder = holder.getparent()
    return None


def _remove(element: _Element) -> None:
    """Take an element out, and what held nothing else."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    name = local_name(parent)
    left = len(parent)
    if name in _LISTS and not left:
        _remove(parent)
    elif name == "dataValidations":
        parent.set("count", str(left))
