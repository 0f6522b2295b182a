"""What a file really is, by its first bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum


class FileKind(StrEnum):
    """What a file is; the value is the code of the sentence that asks for an .xlsx instead."""

    WORKBOOK_OR_ZIP = ""
    EMPTY = "TN-01"
    XLS = "TN-02"
    ENCRYPTED = "TN-05"
    HTML = "TN-06"
    TEXT = "TN-07"
    PDF = "TN-08"
    PICTURE = "TN-09"
    OTHER = "TN-13"
    LETTER = "TN-29"
    OUTLOOK = "TN-31"
    ARCHIVE = "TN-30"
    TRUNCATED = "TN-10"


_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"PK\x03\x04", FileKind.WORKBOOK_OR_ZIP),
    (b"PK\x05\x06", FileKind.TRUNCATED),  # an archive with nothing in it
    (b"%PDF", FileKind.PDF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"BM", FileKind.PICTURE),
    (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE),
    (b"RIFF", FileKind.PICTURE),
    (b"Rar!", FileKind.ARCHIVE),
    (b"7z\xbc\xaf", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
    (b"\x09\x08", FileKind.XLS),  # BIFF without its container
    (b"\x09\x04", FileKind.XLS),
    (b"\x09\x00", FileKind.XLS),
)
_HEIC = re.compile(rb"....ftyp(heic|heix|mif1|avif|hevc)", re.DOTALL)
_HTML = re.compile(
    rb"<(!doctype html|html|table|head|body|meta|\?xml[^>]*>\s*<(html|\?mso|[a-z]*:?workbook))", re.IGNORECASE
)
_LETTER_HEADER = rb"^(received|return-path|from|to|subject|date|mime-version|x-[\w-]+|delivered-to): "
_LETTER = re.compile(_LETTER_HEADER, re.IGNORECASE | re.MULTILINE)
_NAMES_UTF16 = {name: name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo")}
_OUTLOOK = "__substg1.0".encode("utf-16-le")  # how a saved letter of Outlook names its parts
_HEAD = 4096


def sniff(data: bytes) -> FileKind:
    """Return what `data` is."""
    if not data.strip(b"\x00 \r\n\t"):
        return FileKind.EMPTY
    if data.startswith(_OLE2):
        if _OUTLOOK in data:
            return FileKind.OUTLOOK
        is_encrypted = any(name in data for name in _NAMES_UTF16.values())
        if is_encrypted:
            return FileKind.ENCRYPTED
        return FileKind.XLS
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    return _sniff_text(data[:_HEAD])


def _sniff_text(head: bytes) -> FileKind:
    if _HEIC.match(head):
        return FileKind.PICTURE
    if _HTML.search(head.replace(b"\x00", b"")):
        return FileKind.HTML
    if len(_LETTER.findall(head)) >= 2:
        return FileKind.LETTER
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return FileKind.TEXT
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if controls == 0:
        return FileKind.TEXT
    return FileKind.OTHER
