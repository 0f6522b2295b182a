"""What a file really is, by what it begins with and holds, whatever its name says."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any, Final

from khoagiao_xl.files.package_faults import BROKEN_PACKAGE

_OLE, _ZIP, _BITMAP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"BM"
WORD, TEXT, PDF, OLD_WORD, RTF, OPEN_DOCUMENT = "docx", "txt", "pdf", "doc", "rtf", "odt"
LOCKED, BROKEN = "có mật khẩu", "hỏng"
# What the file begins with, and the kind it is called.
_SIGNS: Final = {
    b"%PDF": PDF,
    b"{\\rtf": RTF,
    b"\x89PNG": "ảnh",
    b"\xff\xd8\xff": "ảnh",
    b"<html": "trang web",
    b"<!DOC": "trang web",
    b"Rar!": "tệp nén",
    b"7z\xbc\xaf": "tệp nén",
    b"GIF8": "ảnh",
    b"II*\x00": "ảnh",
    b"MM\x00*": "ảnh",
    _BITMAP: "ảnh",
    b"<?xml": "tệp XML",
    b"MIME-Version:": "trang web",
}
# What an old container of Office holds, under these names; a locked .docx lies in one too.
_STREAMS: Final = {
    "EncryptedPackage": LOCKED,
    "WordDocument": OLD_WORD,
    "Workbook": "sổ Excel",
    "PowerPoint Document": "tệp trình chiếu",
    "__properties_version1.0": "thư Outlook",
}
_OPEN_TEXT: Final = b"application/vnd.oasis.opendocument.text"
_MANIFEST: Final = "META-INF/manifest.xml"
_MOST_OF_MANIFEST: Final = 1_000_000
_FLAGS_AT, _BEHIND_FLAGS, _IS_LOCKED = 10, 12, 0x0100  # in the first bytes of an old Word document


def kind_of(path: Path) -> str:
    """Return one of the kinds above, or in Vietnamese what else the file is."""
    with path.open("rb") as file:
        head = file.read(64)
    if head.startswith(_OLE):
        return _old_container(path)
    if head.startswith(_ZIP):
        return _package(path)
    # Some programs put a mark or empty lines in front of what says the kind of the file.
    marked = head.removeprefix(b"\xef\xbb\xbf")
    start = marked.lstrip()
    for sign, kind in _SIGNS.items():
        if _begins(start, sign):
            return kind
    return TEXT


def _begins(head: bytes, sign: bytes) -> bool:
    # The sign of a picture is followed by bytes that are no text; a text may begin with these letters too.
    if sign == _BITMAP:
        if not head.startswith(sign):
            return False
        return 0 in head[:16]
    low = head.lower()
    return low.startswith(sign.lower())


def _old_container(path: Path) -> str:
    data = path.read_bytes()
    for name, kind in _STREAMS.items():
        if name.encode("utf-16-le") in data:
            if kind == OLD_WORD and _is_locked(path):
                return LOCKED
            return kind
    return BROKEN


def _is_locked(path: Path) -> bool:
    """Say whether an old Word document asks for a password."""
    from olefile import OleFileIO

    opened: Any = OleFileIO
    try:
        with opened(path) as container, container.openstream("WordDocument") as stream:
            head = stream.read(_BEHIND_FLAGS)
    except (OSError, ValueError, IndexError):  # damaged: the conversion will say so
        return False
    written = head[_FLAGS_AT:]
    flags = int.from_bytes(written, "little")
    lock = flags & _IS_LOCKED
    return lock != 0


def _package(path: Path) -> str:
    """Return what a package of parts is; what is no text of OpenDocument is left to the reader of .docx."""
    try:
        with zipfile.ZipFile(path) as package:
            if not _is_open_text(package):
                return WORD
            if _is_encrypted(package):
                return LOCKED
            return OPEN_DOCUMENT
    except BROKEN_PACKAGE:
        return WORD


def _is_open_text(package: zipfile.ZipFile) -> bool:
    if "mimetype" not in package.namelist():
        return False
    length = len(_OPEN_TEXT)
    with package.open("mimetype") as part:
        kind = part.read(length)
    return kind == _OPEN_TEXT


def _is_encrypted(package: zipfile.ZipFile) -> bool:
    if _MANIFEST not in package.namelist():
        return False
    with package.open(_MANIFEST) as part:
        manifest = part.read(_MOST_OF_MANIFEST)
    return b"encryption-data" in manifest
