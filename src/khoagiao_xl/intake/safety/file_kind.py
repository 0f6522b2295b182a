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
    ARCHIVE = "TN-112"
    WINMAIL = "TN-103"
    SIGNED = "TN-104"
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
    (b"BZh", FileKind.ARCHIVE),
    (b"\xfd7zXZ", FileKind.ARCHIVE),
    (b"\x28\xb5\x2f\xfd", FileKind.ARCHIVE),  # zstd
    (b"MSCF", FileKind.ARCHIVE),
    (b"\x78\x9f\x3e\x22", FileKind.WINMAIL),
    (b"\x09\x08", FileKind.XLS),  # BIFF without its container
    (b"\x09\x04", FileKind.XLS),
    (b"\x09\x00", FileKind.XLS),
)
_HEIC = re.compile(rb"....ftyp(heic|heix|mif1|avif|hevc)", re.DOTALL)
_HTML = re.compile(
    rb"<(!doctype html|html|table|head|body|meta|\?xml[^>]*>\s*<(html|\?mso|[a-z]*:?workbook))", re.IGNORECASE
)
_HEADERS = (
    rb"received|return-path|from|to|cc|subject|date|sent|mime-version|message-id|x-[\w-]+|delivered-to|reply-to|"
    rb"content-type|content-transfer-encoding|authentication-results|dkim-signature"
)
_HEADER = re.compile(rb"^(?:" + _HEADERS + rb"):[ \t\r\n]", re.IGNORECASE | re.MULTILINE)
_FIRST_HEADER = re.compile(rb"(?:From [^\n]{0,200}\n)?[A-Za-z][\w-]{0,70}:[ \t\r\n]")
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# DER: a content that is signed or enveloped (PKCS #7), as smime.p7m holds it.
_PKCS7 = re.compile(rb"\x30[\x80-\x84].{0,4}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07[\x02\x03]", re.DOTALL)
_TAR_MARK = slice(257, 262)
_END_OF_DIRECTORY = b"PK\x05\x06"
_PACKAGE = b"[content_types].xml"
_OPEN_DOCUMENT = b"meta-inf/manifest.xml"
_NAMES_UTF16 = {name: name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo")}
_OUTLOOK = "__substg1.0".encode("utf-16-le")  # how a saved letter of Outlook names its parts
_HEAD = 4096
_LETTER_HEAD = 64 * 1024


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
    if is_letter(data):
        return FileKind.LETTER
    return _sniff_text(data[:_HEAD])


def is_letter(data: bytes) -> bool:
    """Say whether a text begins as letters do, whatever it is called: with two well known headers."""
    start = letter_start(data[:_LETTER_HEAD])
    if not _FIRST_HEADER.match(start):
        return False
    headers = _END_OF_HEADERS.split(start, 1)[0]
    return len(_HEADER.findall(headers)) >= 2


def letter_start(data: bytes) -> bytes:
    """Return a letter from its first header on: without the mark of its code and blank lines before it."""
    if data.startswith(_UTF16_MARKS):
        data = data.decode("utf-16", "replace").encode()
    return data.removeprefix(_UTF8_MARK).lstrip(b" \t\r\n")


def _sniff_text(head: bytes) -> FileKind:
    if _HEIC.match(head):
        return FileKind.PICTURE
    if _HTML.search(head.replace(b"\x00", b"")):
        return FileKind.HTML
    if _PKCS7.match(head):
        return FileKind.SIGNED
    if head[_TAR_MARK] == b"ustar":
        return FileKind.ARCHIVE
    if head.startswith((*_UTF16_MARKS, _UTF8_MARK)):
        return FileKind.TEXT
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if controls == 0:
        return FileKind.TEXT
    return FileKind.OTHER


def is_package(data: bytes) -> bool:
    """Say whether a zip is one document (.xlsx, .docx, .ods), by the list at its end; else it is an archive.

    Of a large one the end is enough.
    """
    end = data.rfind(_END_OF_DIRECTORY)
    told = data[end + 12 : end + 16]  # how long the list is that stands before it
    size = int.from_bytes(told, "little")
    begin = max(end - size, 0)
    names = data[begin:end].lower()
    return _PACKAGE in names or _OPEN_DOCUMENT in names
