"""What a person sees in a package of XML parts (Word, PowerPoint, OpenDocument, broken workbooks): lines."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree

from khoagiao_xl.files.package_faults import BROKEN_PACKAGE
from khoagiao_xl.intake.safety.archive_comments import archive_comments
from khoagiao_xl.intake.safety.limits import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.safety.limits import Limits

LARGEST_PART: Final = 10 * MEGABYTE
LARGEST_PACKAGE: Final = 60 * MEGABYTE
_XML: Final = (".xml", ".rels", ".vml", ".fodt", ".fods")
# Elements within a line: what follows them goes on with the same word.
_IN_LINE: Final = frozenset(
    {"t", "r", "span", "a", "hyperlink", "smartTag", "ins", "moveTo", "fldSimple", "sdt", "sdtContent",
     "customXml", "rPr", "pPr", "s", "tab", "br", "cr", "line-break", "softHyphen", "noBreakHyphen",
     "rubyBase", "ruby", "b", "i", "u", "strong", "em", "font", "sup", "sub"}
)  # fmt: skip
_UNSEEN: Final = frozenset({"instrText", "delInstrText", "binData", "script", "style"})
_SPACES: Final = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "-"}
# Attributes that a person reads.
_TOLD: Final = frozenset(
    {"title", "descr", "alt", "caption", "prompt", "promptTitle", "error", "errorTitle", "tooltip", "string",
     "displayName", "formatCode", "comment", "name", "subject", "content", "label"}
)  # fmt: skip
_HEADER: Final = b"PK\x03\x04"  # before each member
_HEADER_SIZE: Final = 30
_SIZES_AT: Final = 26  # where a header says how long the name and what is beside it are
_CHUNK: Final = 4096


def members(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the members of a zip, as far as they can be read within the bounds.

    One that was cut off has lost its directory; then each member is found by its own header.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()[: limits.members]
    except BROKEN_PACKAGE:
        yield from islice(_members_by_headers(data), limits.members)
        return
    left = LARGEST_PACKAGE
    for info in infos:
        content = _member(archive, info, min(left, LARGEST_PART))
        left -= len(content)
        yield info.filename, content


def comments(data: bytes) -> list[str]:
    """Return the comments of an archive and its members; none of one that is broken."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN_PACKAGE:
        return []
    return list(archive_comments(archive))


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return the beginning of a member, nothing of one that cannot be read."""
    try:
        with archive.open(info) as stream:
            return stream.read(most)
    except BROKEN_PACKAGE:
        return b""


def _members_by_headers(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the members of a zip whose list is lost, each found by the header before it."""
    left = LARGEST_PACKAGE
    for at in _headers(data):
        if left <= 0:
            return
        name, packed = _packed_member(data, at)
        most = min(left, LARGEST_PART)
        content = _inflated(packed, most)
        left -= len(content)
        yield name, content


def _headers(data: bytes) -> Iterator[int]:
    last = len(data) - _HEADER_SIZE
    at = data.find(_HEADER)
    while 0 <= at <= last:
        yield at
        at = data.find(_HEADER, at + len(_HEADER))


def _packed_member(data: bytes, at: int) -> tuple[str, bytes]:
    """Return the name that follows a header, and all the bytes that come after it."""
    name_size, extra_size = struct.unpack_from("<HH", data, at + _SIZES_AT)
    begin = at + _HEADER_SIZE
    end = begin + name_size
    name = data[begin:end].decode("utf-8", "replace")
    return name, data[end + extra_size :]


def _inflated(packed: bytes, most: int) -> bytes:
    """Return as much as can be read of packed bytes whose end is not known."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    try:
        for start in range(0, min(len(packed), most), _CHUNK):
            pieces.append(inflater.decompress(packed[start : start + _CHUNK], most))
            if inflater.eof:
                break
    except zlib.error:
        pass  # what was read before is seen all the same
    return b"".join(pieces)[:most]


def is_xml(name: str, content: bytes) -> bool:
    """Say whether a member is a part of XML."""
    return name.casefold().endswith(_XML) or content[:100].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml")


def xml_text(content: bytes) -> str:
    """Return what is seen in a part: its lines, and the attributes that a person reads, a line each."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    return "" if root is None else tree_text(root)


def tree_text(root: etree._Element) -> str:
    """Return what is seen of a tree of XML or HTML; see `xml_text`."""
    lines = _Lines()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        if event == "start":
            lines.begin(name, element)
        else:
            lines.end(name, element)
    return "".join((*lines.pieces, "\n", "\n".join(lines.told)))


class _Lines:
    """Gathers the letters of a part."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.told: list[str] = []
        self._is_new = True  # nothing stands on this line yet

    def begin(self, name: str, element: etree._Element) -> None:
        self._add(_SPACES.get(name, ""))
        if name not in _UNSEEN:
            self._add(element.text or "")
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2] in _TOLD:
                self.told.append(str(value))

    def end(self, name: str, element: etree._Element) -> None:
        if name not in _IN_LINE and not self._is_new:
            self.pieces.append("\n")
            self._is_new = True
        self._add(element.tail or "")

    def _add(self, letters: str) -> None:
        if letters:
            self.pieces.append(letters)
            self._is_new = False
