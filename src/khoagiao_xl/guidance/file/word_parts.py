"""The parts of a .docx that are read, of whatever program and dialect, and what is no .docx."""

from __future__ import annotations

import re
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
# «Strict Open XML» has the same elements under another name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W.strip("{}").encode()
# What another kind of package holds, and what it is called.
_OTHERS = {"xl/": "sổ Excel", "ppt/": "tệp trình chiếu", "content.xml": "văn bản OpenDocument"}
_NUMBERED = re.compile(r"^(word/\w*?)\d+(\.xml)$")


def read_parts(package: zipfile.ZipFile, name: str) -> dict[str, _Element]:
    """Return the parts by their usual names.

    Raises WrongRequest for another kind of package (KH-06) and one too large to read (KH-09); XMLSyntaxError.
    """
    found = _usual_names(package)
    if DOCUMENT not in found:
        raise WrongRequest("KH-06", name=name, kind=_kind_of(package))
    wanted = [part for part in _PARTS if part in found]
    size = 0
    for part in wanted:
        info = package.getinfo(found[part])
        size += info.file_size
    if size > _MOST_BYTES:
        raise WrongRequest("KH-09", name=name, size=size // 1_000_000)
    parts: dict[str, _Element] = {}
    for part in wanted:
        data = package.read(found[part])
        parts[part] = _parsed(data)
    return parts


def _usual_names(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the parts' names by their usual ones: Word on the web calls the main part document2.xml."""
    names: dict[str, str] = {}
    written = set(package.namelist())
    for name in sorted(written, reverse=True):
        usual = _NUMBERED.sub(r"\1\2", name)
        names[usual] = name
    return names


def _kind_of(package: zipfile.ZipFile) -> str:
    names = "\n".join(["", *package.namelist()])
    for start, kind in _OTHERS.items():
        if f"\n{start}" in names:
            return kind
    return "tệp nén"


def _parsed(data: bytes) -> _Element:
    import lxml.etree as etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    usual = data.replace(_STRICT, _USUAL)
    return etree.fromstring(usual, parser)
