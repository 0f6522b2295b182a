"""A Word file written so that the same content gives the same bytes: fixed dates, order and owner."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.opc.packuri import PackURI

MAIN_PART: Final = "word/document.xml"
CONTENT_TYPES: Final = "[Content_Types].xml"
ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
AS_FILE: Final = 0o644 << 16
NO_SYSTEM: Final = 0
Element = Any  # lxml's own elements; its stubs do not know the office namespaces
Change = Callable[[bytes], bytes]


def stamp(document: Any, *, title: str, author: str, day: date) -> None:
    """Set the properties that Word shows about a file, and none that tells of this machine or hour."""
    moment = datetime.combine(day, time(), UTC)
    properties = document.core_properties
    properties.title = title
    properties.author = author
    properties.last_modified_by = author
    properties.created = moment.replace(tzinfo=None)
    properties.modified = moment.replace(tzinfo=None)
    properties.language = "vi-VN"
    properties.revision = 1
    for name in ("subject", "comments", "keywords", "category"):
        setattr(properties, name, "")


def packed(document: Any, changes: Mapping[str, Change] | None = None) -> bytes:
    """Return the bytes of `document`; `changes` says for a part's name how its content is changed first."""
    result = io.BytesIO()
    known = changes or {}
    parts = _parts_of(document)
    with zipfile.ZipFile(result, "w") as package:
        for name in _in_order(parts):
            content = parts[name]
            if name in known:
                change = known[name]
                content = change(content)
            entry = _entry(name)
            package.writestr(entry, content)
    return result.getvalue()


class _LooseParts(dict[str, bytes]):
    """Takes the parts by name where python-docx writes into a file: none is compressed to be read again."""

    def write(self, uri: PackURI, content: bytes) -> None:
        """Keep a part; the name is python-docx's for its own writer."""
        self[uri.membername] = content


def _parts_of(document: Any) -> Mapping[str, bytes]:
    """Return the content of every part of a document as python-docx saves it."""
    from docx.opc.pkgwriter import PackageWriter

    package = document.part.package
    parts = package.parts
    for part in parts:
        part.before_marshal()
    writer: Any = PackageWriter  # its public method knows compressed files alone
    loose = _LooseParts()
    writer._write_content_types_stream(loose, parts)  # noqa: SLF001
    writer._write_pkg_rels(loose, package.rels)  # noqa: SLF001
    writer._write_parts(loose, parts)  # noqa: SLF001
    return loose


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, ZIP_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = AS_FILE
    entry.create_system = NO_SYSTEM
    return entry


def _in_order(names: Iterable[str]) -> list[str]:
    """Return the names sorted, the list of content types first as Word writes it."""
    return sorted(names, key=lambda name: (name != CONTENT_TYPES, name))


def read_xml(data: bytes) -> Element:
    """Return the root of a part, read by a parser that fetches nothing and expands nothing."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def to_xml(root: Element) -> bytes:
    """Return a part as Word stores it."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
