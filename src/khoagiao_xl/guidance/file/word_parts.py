"""The parts of a .docx that are read, of whatever program and dialect, and what is no .docx."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.layout.word_xml import W

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element

_MOST_BYTES = 100_000_000
DOCUMENT, LISTS, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_PARTS = (DOCUMENT, LISTS, STYLES, *NOTES)
# A whole document put into the text as it was; Word takes its letters over when the file is saved anew.
_INSERTED = "/aFChunk"
# «Strict Open XML» has the same elements under another name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W.strip("{}").encode()
# What another kind of package holds, and what it is called.
_OTHERS = {"xl/": "sổ Excel", "ppt/": "tệp trình chiếu", "content.xml": "văn bản OpenDocument"}
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_MOST_PACKED = 200  # bytes for one packed: no text is so poor
_PACKED_FROM = 10_000_000
_NUMBERED = re.compile(r"^(word/\w*?)\d+(\.xml)$")


@dataclass(frozen=True)
class WordParts:
    """What is read of a .docx.

    trees: by the parts' usual names; inserted: other documents, by their relation;
    margins: heads and feet of pages.
    """

    trees: dict[str, _Element]
    inserted: dict[str, bytes]
    margins: list[_Element]


def read_parts(package: zipfile.ZipFile, name: str) -> WordParts:
    """Return the parts by their usual names.

    Raises WrongRequest for another kind of package (KH-06) and one too large to read (KH-09); XMLSyntaxError.
    """
    found = _usual_names(package)
    if DOCUMENT not in found:
        kind = _kind_of(package)
        raise WrongRequest("KH-06", name=name, kind=kind)
    wanted = {part: found[part] for part in _PARTS if part in found}
    relations = _relations_of(found[DOCUMENT])
    targets = _inserted(package, relations)
    names = package.namelist()
    margins = list(filter(_MARGIN.fullmatch, names))
    every_part = [*wanted.values(), *targets.values(), *margins]
    refuse_large(package, every_part, name)
    trees: dict[str, _Element] = {}
    for part, written in wanted.items():
        data = package.read(written)
        trees[part] = _parsed(data)
    inserted: dict[str, bytes] = {}
    for relation, target in targets.items():
        inserted[relation] = package.read(target)
    heads: list[_Element] = []
    for part in margins:
        data = package.read(part)
        heads.append(_parsed(data))
    return WordParts(trees, inserted, heads)


def refuse_large(package: zipfile.ZipFile, parts: Iterable[str], name: str) -> None:
    """Raise WrongRequest (KH-09) where the parts are too large together, or one swells beyond all measure."""
    size = 0
    is_bomb = False
    for part in parts:
        info = package.getinfo(part)
        size += info.file_size
        swells = info.file_size > info.compress_size * _MOST_PACKED
        if swells and info.file_size > _PACKED_FROM:
            is_bomb = True
    if is_bomb or size > _MOST_BYTES:
        raise WrongRequest("KH-09", name=name, size=size // 1_000_000)


def _relations_of(document: str) -> str:
    folder, part = posixpath.split(document)
    return f"{folder}/_rels/{part}.rels"


def _inserted(package: zipfile.ZipFile, relations: str) -> dict[str, str]:
    """Return which parts other documents lie in, by the names of the relations to them."""
    names = set(package.namelist())
    if relations not in names:
        return {}
    targets: dict[str, str] = {}
    listed = package.read(relations)
    for relation in _parsed(listed):
        written = relation.get("Target", "")
        target = _in_package(written)
        kind = relation.get("Type", "")
        key = relation.get("Id", "")
        if not kind.endswith(_INSERTED):
            continue
        if target in names:
            targets[key] = target
    return targets


def _in_package(target: str) -> str:
    """Return the name in the package of what a relation of the document points to."""
    if target.startswith("/"):
        return target.removeprefix("/")
    return posixpath.normpath(f"word/{target}")


def _usual_names(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the parts' names by their usual ones: Word on the web calls the main part document2.xml."""
    names: dict[str, str] = {}
    written = set(package.namelist())
    for name in sorted(written, reverse=True):
        usual = _NUMBERED.sub(r"\1\2", name)
        names[usual] = name
    return names


def _kind_of(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    for start, kind in _OTHERS.items():
        if any(name.startswith(start) for name in names):
            return kind
    return "tệp nén"


def _parsed(data: bytes) -> _Element:
    import lxml.etree as etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    usual = data.replace(_STRICT, _USUAL)
    return etree.fromstring(usual, parser)
