"""What a file really is, by its first bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
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
    (b"PK\x03\x04", Kind.WORKBOOK_OR_ZIP),
    (b"PK\x05\x06", Kind.TRUNCATED),  # an archive with nothing in it
    (b"%PDF", Kind.PDF),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"BM", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
    (b"RIFF", Kind.PICTURE),
    (b"Rar!", Kind.ARCHIVE),
    (b"7z\xbc\xaf", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
    (b"\x09\x08", Kind.XLS),  # BIFF without its container
    (b"\x09\x04", Kind.XLS),
    (b"\x09\x00", Kind.XLS),
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


def sniff(data: bytes) -> Kind:
    """Return what `data` is."""
    if not data.strip(b"\x00 \r\n\t"):
        return Kind.EMPTY
    if data.startswith(_OLE2):
        if _OUTLOOK in data:
            return Kind.OUTLOOK
        is_encrypted = any(name in data for name in _NAMES_UTF16.values())
        if is_encrypted:
            return Kind.ENCRYPTED
        return Kind.XLS
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    return _sniff_text(data[:_HEAD])


def _sniff_text(head: bytes) -> Kind:
    if _HEIC.match(head):
        return Kind.PICTURE
    if _HTML.search(head.replace(b"\x00", b"")):
        return Kind.HTML
    if len(_LETTER.findall(head)) >= 2:
        return Kind.LETTER
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return Kind.TEXT
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if controls == 0:
        return Kind.TEXT
    return Kind.OTHER
