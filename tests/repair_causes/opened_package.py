"""A package of Office Open XML laid open: its parts as XML, and what each relates to."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENT_TYPES: Final = "[Content_Types].xml"
RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_ENDINGS: Final = (".xml", ".rels", ".vml")


@dataclass(frozen=True)
class Relation:
    """What a part relates to. target: the name of a part, or an address outside."""

    kind: str
    target: str
    is_external: bool


class OpenedPackage:
    """One .xlsx, .xlsm or .docx."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self._archive.namelist()
        self._known: dict[str, _Element | None] = {}

    def read(self, name: str) -> bytes:
        """Return the bytes of a part."""
        return self._archive.read(name)

    def xml(self, name: str) -> _Element | None:
        """Return the root of a part, None where there is no such part or it is no XML."""
        if name not in self._known:
            self._known[name] = self._parsed(name)
        return self._known[name]

    def _parsed(self, name: str) -> _Element | None:
        if name not in self.names:
            return None
        try:
            return etree.fromstring(self.read(name))
        except etree.XMLSyntaxError:
            return None

    @cached_property
    def written(self) -> list[str]:
        """The parts that are written in XML."""
        return [name for name in self.names if name.endswith(XML_ENDINGS)]

    def relations(self, part: str) -> dict[str, Relation]:
        """Return id -> relation of a part; of the package itself where `part` is blank."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {str(item.get("Id")): _relation(item, folder) for item in root}

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts of a kind that a part relates to: «comments», «styles»."""
        relations = self.relations(part).values()
        return [relation.target for relation in relations if relation.kind == kind]

    @cached_property
    def main(self) -> str:
        """The part that the package is about: its workbook or its document."""
        found = self.related("", "officeDocument")
        return found[0] if found else ""


def _relation(item: _Element, folder: str) -> Relation:
    kind = str(item.get("Type")).rpartition("/")[2]
    target = str(item.get("Target"))
    is_external = item.get("TargetMode") == "External"
    if not is_external:
        whole = target if target.startswith("/") else posixpath.join("/", folder, target)
        target = posixpath.normpath(whole).lstrip("/")
    return Relation(kind, target, is_external)


def children(root: _Element | None) -> list[_Element]:
    """Return the children of a part, none where it is not there."""
    return [] if root is None else list(root)


def local(element: _Element) -> str:
    """Return the name of an element without its namespace, blank for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def doubled(values: list[str]) -> list[str]:
    """Return the values that stand more than once, whatever their case."""
    seen: set[str] = set()
    found = []
    for value in values:
        key = value.casefold()
        if key in seen:
            found.append(value)
        seen.add(key)
    return found
