"""Parts of a package opened as XML trees, changed there, and written back; the others keep their bytes."""

from __future__ import annotations

import itertools
import posixpath
import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.parts import Relation, parse_xml, relations
from khoagiao_xl.errors import NotAWorkbook

if TYPE_CHECKING:
    from lxml.etree import _Element

    from khoagiao_xl.books.package.opc import Package

CONTENT_TYPES: Final = "[Content_Types].xml"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_RELATIONS: Final = f'<Relationships xmlns="{RELATIONSHIPS}"/>'
_ROWS: Final = re.compile(rb"<sheetData>.*</sheetData>", re.DOTALL)
_EMPTY: Final = re.compile(rb"<(\w+)></\1>")
_OWN_ID: Final = "rIdKg{number}"


def relations_part(part: str) -> str:
    """Return the name of the part that holds the relations of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class XmlParts:
    """The trees of a package's parts; `save` writes those that were opened for a change."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._roots: dict[str, _Element] = {}
        self._changed: set[str] = set()

    def look(self, part: str) -> _Element:
        """Return the root of a part that stays as it is; raise NotAWorkbook for one missing or broken."""
        if part not in self._roots:
            data = self.package.read(part)
            self._roots[part] = parse_xml(data, part)
        return self._roots[part]

    def open(self, part: str) -> _Element:
        """Return the root of a part to be changed; raise as `look` does."""
        self._changed.add(part)
        return self.look(part)

    def mentions(self, part: str, word: str) -> bool:
        """Say whether the part as it came has a word in it; a look that opens nothing."""
        if part not in self.package:
            return False
        data = self.package.read(part)
        return word.encode() in data

    def create(self, part: str, xml: str, content_type: str) -> _Element:
        """Put a new part into the package; return its root."""
        root = self._put(part, xml)
        self.set_type(part, content_type)
        return root

    def _put(self, part: str, xml: str) -> _Element:
        data = xml.encode("utf-8")
        self._roots[part] = parse_xml(data, part)
        return self.open(part)

    def save(self) -> None:
        """Write every part that was opened for a change into the package."""
        from lxml import etree

        for part, root in self._roots.items():
            if part not in self._changed:
                continue
            body = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
            if part in self.package:
                before = self.package.read(part)
                body = _with_rows_as_they_came(before, body)
            self.package.replace(part, _DECLARATION + body)

    def remove(self, part: str) -> None:
        """Take a part with its relations out of the package."""
        for gone in (part, relations_part(part)):
            self._roots.pop(gone, None)
            self.package.remove(gone)
        for element in self._overrides(part):
            _drop(element)

    def free_name(self, pattern: str) -> str:
        """Return a name for a new part; pattern: with {number}, which counts from 1."""
        names = (*self.package.names, *self._roots)
        taken = {name.casefold() for name in names}
        for number in itertools.count(1):
            name = pattern.format(number=number)
            if name.casefold() not in taken:
                break
        return name

    # -- relations ----------------------------------------------------------------------------------------

    def relations(self, part: str) -> list[Relation]:
        """Return the relations of a part, also those added a moment ago."""
        path = relations_part(part)
        if path not in self._roots:
            return list(relations(self.package, part))
        folder = posixpath.dirname(part)
        elements = self._roots[path]
        return [Relation.of(element, folder) for element in elements]

    def related(self, part: str, kind: str) -> str:
        """Return the first part of a kind that hangs on `part`, blank for none."""
        for relation in self.relations(part):
            if relation.kind == kind:
                return relation.target
        return ""

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation from `part` to `target`; return its id. kind: the last word of its type."""
        root = self._relations_root(part)
        taken = {element.get("Id") for element in root}
        number = 1
        while _OWN_ID.format(number=number) in taken:
            number += 1
        key = _OWN_ID.format(number=number)
        folder = posixpath.dirname(part) or "."
        facts = {
            "Id": key,
            "Type": f"{OFFICE}/{kind}",
            "Target": posixpath.relpath(target, folder),
        }
        _add(root, f"{{{RELATIONSHIPS}}}Relationship", facts)
        return key

    def _relations_root(self, part: str) -> _Element:
        path = relations_part(part)
        if path in self._roots or path in self.package:
            return self.open(path)
        return self._put(path, _NO_RELATIONS)

    def unrelate(self, part: str, key: str) -> None:
        """Take one relation of a part away."""
        for element in list(self._relations_root(part)):
            if element.get("Id") == key:
                _drop(element)

    # -- content types ------------------------------------------------------------------------------------

    def set_type(self, part: str, content_type: str) -> None:
        """Say what kind of content a part has."""
        root = self.open(CONTENT_TYPES)
        facts = {
            "PartName": f"/{part}",
            "ContentType": content_type,
        }
        _add(root, f"{{{TYPES}}}Override", facts)

    def set_default_type(self, ending: str, content_type: str) -> None:
        """Say what kind of content all parts with an ending have, where nothing is said yet."""
        root = self.open(CONTENT_TYPES)
        for element in root:
            if element.get("Extension", "").casefold() == ending:
                return
        facts = {
            "Extension": ending,
            "ContentType": content_type,
        }
        element = _add(root, f"{{{TYPES}}}Default", facts)
        root.insert(0, element)

    def _overrides(self, part: str) -> list[_Element]:
        wanted = f"/{part}".casefold()
        found = []
        for element in self.open(CONTENT_TYPES):
            name = element.get("PartName", "")
            if name.casefold() == wanted:
                found.append(element)
        return found


def _with_rows_as_they_came(before: bytes, after: bytes) -> bytes:
    """Return a sheet with the very bytes of its rows where they say the same: «<v></v>» is «<v/>» to lxml."""
    old = _ROWS.search(before)
    new = _ROWS.search(after)
    if old is None or new is None:
        return after
    as_lxml_writes = _EMPTY.sub(rb"<\1/>", old[0])
    if as_lxml_writes != new[0]:
        return after
    head = after[: new.start()]
    tail = after[new.end() :]
    return head + old[0] + tail


def _add(parent: _Element, tag: str, facts: dict[str, str]) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, tag, facts)


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        raise NotAWorkbook(name="", reason="XML không có gốc")
    parent.remove(element)
