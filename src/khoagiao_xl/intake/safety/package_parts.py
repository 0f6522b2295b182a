"""The parts of a package, found by following relationships from the root, handed out bounded."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn
from urllib.parse import unquote

from khoagiao_xl.intake.safety.remembered import remembered
from khoagiao_xl.intake.safety.xml_guard import Refused
from khoagiao_xl.intake.safety.xml_tree import attributes_of, descendants, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.safety.container import Container
    from khoagiao_xl.intake.safety.limits import Limits

_CONTENT_TYPES: Final = "[Content_Types].xml"
_WORKBOOKS: Final = (".xlsx", ".xls", ".xlsm")
# A word in the content type of the main part -> code of the sentence.
_WRONG_MAIN: Final = {
    "sheet.binary": "TN-03",
    "macroenabled": "TN-11",
    "wordprocessingml": "TN-12",
    "presentationml": "TN-12",
    "ms-excel.addin": "TN-11",
}


@dataclass(frozen=True)
class PartRelation:
    """From one part to another. kind: the last word of the relationship's type."""

    kind: str
    target: str
    is_external: bool

    @classmethod
    def of(cls, at: Mapping[str, str], folder: str) -> PartRelation:
        """Return the relationship that an element of a part in `folder` tells of."""
        target = unquote(at.get("Target", ""))
        if target.startswith("/"):
            whole = target.lstrip("/")
        else:
            whole = posixpath.normpath(posixpath.join(folder, target))
        kind = at.get("Type", "").rpartition("/")[2]
        mode = at.get("TargetMode", "").casefold()
        return cls(kind, whole, mode == "external")


class PackageParts:
    """The parts of a package; `seen` are those that were handed out."""

    def __init__(self, container: Container, limits: Limits) -> None:
        self.zip = container
        self.limits = limits
        self.by_key = {name.casefold(): name for name in container.names}
        self.seen: set[str] = set()

    def find(self, target: str) -> str | None:
        """Return the part of that name, however it is spelled; None when there is none."""
        return self.by_key.get(target.casefold())

    def inside(self, relation: PartRelation | None) -> str | None:
        """Return the part that a relationship leads to, None for one that leads out of the package."""
        if relation is None or relation.is_external:
            return None
        return self.find(relation.target)

    def read(self, part: str) -> bytes:
        """Return the whole content of a part."""
        self.seen.add(part)
        return self.zip.read(part)

    def drain(self, part: str) -> None:
        """Inflate a part that is not looked into, for its checksum and its size."""
        self.seen.add(part)
        self.zip.drain(part)

    def unseen(self) -> Iterator[str]:
        """Yield the parts that nobody has asked for."""
        for name in self.zip.names:
            if name not in self.seen:
                yield name

    def relations(self, part: str = "") -> Mapping[str, PartRelation]:
        """Return the relationships of `part` by their id; of the whole package for an empty name."""
        folder, base = posixpath.split(part)
        target = posixpath.join(folder, "_rels", f"{base}.rels")
        path = self.find(target)
        if path is None:
            return {}
        return _relations(self.read(path), path, folder, self.limits.depth)

    def main(self) -> str:
        """Return the part of the workbook itself; raise Refused for what is no workbook we may read."""
        kinds = self._content_types()
        part = self.find(self._main_target())
        if part is None:
            self._refuse_by_content()
        kind = self._kind(part, kinds)
        for word, code in _WRONG_MAIN.items():
            if word in kind:
                raise Refused(code)
        return part

    def _main_target(self) -> str:
        for relation in self.relations().values():
            if relation.kind == "officeDocument":
                return relation.target
        return ""

    def _kind(self, part: str, kinds: Mapping[str, str]) -> str:
        """Return the content type of a part: its own, else that of its ending."""
        key = part.casefold()
        ending = key.rpartition(".")[2]
        kind = kinds.get(f"/{key}") or kinds.get(ending, "")
        return kind.casefold()

    def _content_types(self) -> Mapping[str, str]:
        part = self.find(_CONTENT_TYPES)
        if part is None:
            self._refuse_by_content()
        return _content_types(self.read(part), self.limits.depth)

    def _refuse_by_content(self) -> NoReturn:
        """A zip that is no workbook: say which other thing it is."""
        mimetype = self.find("mimetype")
        if mimetype and b"opendocument" in self.zip.read(mimetype):
            raise Refused("TN-04")
        if any(name.endswith(_WORKBOOKS) for name in self.by_key):
            raise Refused("TN-30")
        raise Refused("TN-21", part="xl/workbook.xml")


@remembered
def _relations(data: bytes, part: str, folder: str, depth: int) -> Mapping[str, PartRelation]:
    """Return the relationships that a part of them tells, those of a part in `folder`."""
    root = tree_of(data, part, depth)
    told = descendants(root, "Relationship")
    return {relation.get("Id", ""): PartRelation.of(attributes_of(relation), folder) for relation in told}


@remembered
def _content_types(data: bytes, depth: int) -> Mapping[str, str]:
    """Return the content types by the part or the ending that they are told of."""
    found = {}
    for told in tree_of(data, _CONTENT_TYPES, depth).iter("*"):
        name = told.get("PartName", "") or told.get("Extension", "")
        found[name.casefold()] = told.get("ContentType", "")
    return found
