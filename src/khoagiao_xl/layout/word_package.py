"""The parts of a .docx from any program: read safely, found by their relations, written back."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.files.package_faults import BROKEN_PACKAGE, fault_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_BYTES: Final = 100_000_000
_OLE: Final = b"\xd0\xcf\x11\xe0"
# Office wraps an encrypted .docx in the same container as an old .doc, under this stream name.
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_ZIP: Final = b"PK"
_READ: Final = (".xml", ".rels")
_PACKAGE_RELATIONS: Final = "_rels/.rels"
_USUAL_MAIN: Final = "word/document.xml"
# «Strict Open XML» has the same elements under other names.
_STRICT: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
_BROKEN: Final = (*BROKEN_PACKAGE, KeyError)


@dataclass
class WordPackage:
    """A .docx in hand. parts: the roots of the XML that was asked for, by name; main: the name of the text.

    is_strict: written as Strict Open XML, which is read but cannot be written back.
    """

    name: str
    data: bytes = field(repr=False)
    main: str = _USUAL_MAIN
    is_strict: bool = False
    parts: dict[str, _Element] = field(default_factory=dict, repr=False)

    def related(self, kind: str) -> dict[str, str]:
        """Return the parts of a kind («styles», «header») that the text refers to, by their ids."""
        found: dict[str, str] = {}
        relations = self.parts.get(_relations_of(self.main))
        if relations is None:
            return found
        for relation in relations:
            type_ = relation.get("Type", "")
            if type_.endswith(f"/{kind}"):
                name = relation.get("Id", "")
                target = relation.get("Target", "")
                found[name] = _joined(self.main, target)
        return found

    def root_of(self, kind: str) -> _Element | None:
        """Return the one part of a kind, None where the document has none."""
        for name in self.related(kind).values():
            if name in self.parts:
                return self.parts[name]
        return None

    @property
    def document(self) -> _Element:
        """The root of the text."""
        return self.parts[self.main]

    def packed(self) -> bytes:
        """Return the file with its parts as they are now; every part without a change stays byte for byte."""
        result = io.BytesIO()
        source = io.BytesIO(self.data)
        with zipfile.ZipFile(source) as before, zipfile.ZipFile(result, "w") as after:
            for entry in before.infolist():
                content = before.read(entry)
                root = self.parts.get(entry.filename)
                if root is not None:
                    content = _content(root, content)
                after.writestr(entry, content)
        return result.getvalue()


def _content(root: _Element, read: bytes) -> bytes:
    """Return a part as it was read where nothing in it has changed, byte for byte."""
    now = _written(root)
    as_read = _written(_parsed(read))
    return read if now == as_read else now


def _written(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(
        root,
        xml_declaration=True,
        encoding="UTF-8",
        standalone=True,
    )


def open_package(source: Path | bytes, name: str = "") -> WordPackage:
    """Return the parts of a .docx that its layout depends on. name: of bytes, for what is said of them.

    Raises MissingFile, and WrongRequest TTV-01 (no Word document), TTV-02 (an old .doc), TTV-03 (encrypted),
    TTV-04 (broken), TTV-05 (too large when unpacked).
    """
    data, shown = _read(source, name)
    _refuse_foreign(data, shown)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _opened(archive, data, shown)
    except _BROKEN as error:
        raise _is_broken(shown, error) from error
    except SyntaxError as error:  # what lxml raises for XML that is none
        raise _is_broken(shown, error) from error


def _is_broken(name: str, error: Exception) -> WrongRequest:
    reason = fault_of(error)
    return WrongRequest("TTV-04", name=name, reason=reason)


def _read(source: Path | bytes, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "văn bản"
    if not source.is_file():
        raise MissingFile(path=source)
    try:
        return source.read_bytes(), name or source.name
    except OSError as error:
        raise _is_broken(source.name, error) from error


def _refuse_foreign(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        code = "TTV-03" if _ENCRYPTED in data else "TTV-02"
        raise WrongRequest(code, name=name)
    if not data.startswith(_ZIP):
        raise WrongRequest("TTV-01", name=name)


def _opened(archive: zipfile.ZipFile, data: bytes, name: str) -> WordPackage:
    package = WordPackage(name=name, data=data)
    written = set(archive.namelist())
    _refuse_large(archive, name)
    if _PACKAGE_RELATIONS in written:
        package.main = _main_part(archive)
    if package.main not in written:
        raise WrongRequest("TTV-01", name=name)
    _load(archive, package, package.main)
    if not package.document.tag.endswith("}document"):
        raise WrongRequest("TTV-01", name=name)
    relations = _relations_of(package.main)
    if relations in written:
        _load(archive, package, relations)
    for kind in ("styles", "numbering", "settings", "theme", "header", "footer", "footnotes", "endnotes"):
        for part in package.related(kind).values():
            if part in written:
                _load(archive, package, part)
    return package


def _refuse_large(archive: zipfile.ZipFile, name: str) -> None:
    size = 0
    for entry in archive.infolist():
        if entry.filename.endswith(_READ):
            size += entry.file_size
    if size > MOST_BYTES:
        raise WrongRequest("TTV-05", name=name, size=size // 1_000_000)


def _main_part(archive: zipfile.ZipFile) -> str:
    """Return the name of the text: Word on the web calls it document2.xml."""
    relations = _parsed(archive.read(_PACKAGE_RELATIONS))
    for relation in relations:
        type_ = relation.get("Type", "")
        if type_.endswith("/officeDocument"):
            target = relation.get("Target", "")
            return target.lstrip("/")
    return _USUAL_MAIN


def _load(archive: zipfile.ZipFile, package: WordPackage, part: str) -> None:
    data = archive.read(part)
    usual = data
    for strict, name in _STRICT.items():
        usual = usual.replace(strict, name)
    if usual != data:
        package.is_strict = True
    package.parts[part] = _parsed(usual)


def _parsed(data: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def _relations_of(part: str) -> str:
    folder, file = posixpath.split(part)
    name = f"{file}.rels"
    return posixpath.join(folder, "_rels", name)


def _joined(part: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    folder = posixpath.dirname(part)
    path = posixpath.join(folder, target)
    return posixpath.normpath(path)
