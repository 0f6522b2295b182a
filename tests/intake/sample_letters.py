"""Letters and archives as strangers make them, for the tests of the inbox."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD = b"From: don-vi@example.vn\r\nDate: Mon, 25 Mar 2024 23:30:00 +0700\r\nSubject: bc\r\nMIME-Version: 1.0\r\n"
SECTOR = 512


def letter(
    *attachments: tuple[str, bytes], date: str = "Mon, 25 Mar 2024 23:30:00 +0700", **headers: str
) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "don-vi@example.vn",
        "Báo cáo công tác khoa giáo",
        date,
    )
    for name, value in headers.items():
        message[name] = value
    message.set_content("Kính gửi.")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def multipart(*parts: tuple[bytes, bytes], kind: bytes = b"mixed", head: bytes = HEAD) -> bytes:
    """Return a letter of parts as they stand: (headers of the part, its body)."""
    text = head + b"Content-Type: multipart/" + kind + b'; boundary="B"\r\n\r\n'
    for headers, body in parts:
        text += b"--B\r\n" + headers + b"\r\n\r\n" + body + b"\r\n"
    return text + b"--B--\r\n"


def base64(data: bytes, headers: bytes = b"Content-Type: application/octet-stream") -> tuple[bytes, bytes]:
    from base64 import encodebytes

    return headers + b"\r\nContent-Transfer-Encoding: base64", encodebytes(data)


def nested_parts(levels: int, innermost: bytes) -> bytes:
    """Return a letter whose parts lie in each other."""
    text = HEAD
    for level in range(levels):
        text += f'Content-Type: multipart/mixed; boundary="b{level}"\r\n\r\n--b{level}\r\n'.encode()
    headers, body = base64(innermost)
    text += headers + b"\r\n\r\n" + body
    for level in reversed(range(levels)):
        text += f"\r\n--b{level}--\r\n".encode()
    return text


def zipped(members: Mapping[str, bytes], *, packed: bool = True) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()


def winmail(name: str, data: bytes) -> bytes:
    """Return a winmail.dat (TNEF) with one file, as Outlook packs it."""

    def block(level: int, number: int, kind: int, content: bytes) -> bytes:
        check = sum(content) & 0xFFFF
        sizes = number.to_bytes(2, "little") + kind.to_bytes(2, "little") + len(content).to_bytes(4, "little")
        return bytes([level]) + sizes + content + check.to_bytes(2, "little")

    return (
        b"\x78\x9f\x3e\x22\x01\x00"
        + block(1, 0x9006, 8, (0x10000).to_bytes(4, "little"))
        + block(2, 0x9002, 6, b"\x01\x00" + b"\xff" * 4 + b"\x00" * 8)
        + block(2, 0x8010, 1, name.encode() + b"\0")
        + block(2, 0x800F, 6, data)
    )


def outlook_letter(subject: str, name: str, data: bytes) -> bytes:
    """Return a letter saved from Outlook (.msg) with one attachment: a compound file, a stream a property."""
    inner = "__attach_version1.0_#00000000"
    streams = {
        "__substg1.0_0037001F": subject.encode("utf-16-le").ljust(4096, b"\0"),
        f"{inner}/__substg1.0_3707001F": name.encode("utf-16-le").ljust(4096, b"\0"),
        f"{inner}/__substg1.0_37010102": data,
    }
    return _compound(streams, inner)


def outlook_report(kind: str, body: str, code: str, form: bytes) -> bytes:
    """Return a report of a server as Outlook saves it (.msg): what came back goes along."""
    inner = "__attach_version1.0_#00000000"
    streams = {
        "__substg1.0_001A001F": kind.encode("utf-16-le").ljust(4096, b"\0"),
        "__substg1.0_1000001F": body.encode("utf-16-le").ljust(4096, b"\0"),
        "__substg1.0_1035001F": f"<{code}@khoagiao.invalid>".encode("utf-16-le").ljust(4096, b"\0"),
        f"{inner}/__substg1.0_3707001F": "SYT.xlsx".encode("utf-16-le").ljust(4096, b"\0"),
        f"{inner}/__substg1.0_37010102": form,
    }
    return _compound(streams, inner)


def _compound(streams: Mapping[str, bytes], storage: str) -> bytes:
    """Return a compound file (OLE2) of streams at the top and in one storage, without short streams."""
    entries = [("Root Entry", 5, b""), (storage, 1, b"")]
    entries += [(name.rpartition("/")[2], 2, content) for name, content in streams.items()]
    inside = [at for at, name in enumerate(streams, 2) if "/" in name]
    outside = [1, *(at for at, name in enumerate(streams, 2) if "/" not in name)]
    right = dict([*pairwise(outside), *pairwise(inside)])
    child = {0: outside[0], 1: inside[0]}
    body = b""
    count = -(-len(entries) * 128 // SECTOR)
    chain = [*range(1, count), 0xFFFFFFFE]
    directory = b""
    for at, (name, kind, content) in enumerate(entries):
        start = len(chain) if content else 0xFFFFFFFE
        if content:
            size = -(-len(content) // SECTOR)
            chain += [*range(len(chain) + 1, len(chain) + size), 0xFFFFFFFE]
            body += content.ljust(size * SECTOR, b"\0")
        directory += _entry(name, kind, right.get(at), child.get(at), start, len(content))
    tables = 1
    while tables * 128 < len(chain) + tables:
        tables += 1
    first = len(chain)
    chain += [0xFFFFFFFD] * tables
    fat = b"".join(sector.to_bytes(4, "little") for sector in chain).ljust(tables * SECTOR, b"\xff")
    header = _header(tables, first)
    return header + directory.ljust(count * SECTOR, b"\0") + body + fat


def _entry(name: str, kind: int, right: int | None, child: int | None, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    numbers = (none, none if right is None else right, none if child is None else child)
    links = b"".join(number.to_bytes(4, "little") for number in numbers)
    place = start.to_bytes(4, "little") + size.to_bytes(8, "little")
    return (
        text.ljust(64, b"\0")
        + len(text).to_bytes(2, "little")
        + bytes([kind, 1])
        + links
        + b"\0" * 36
        + place
    )


def _header(tables: int, first: int) -> bytes:
    none = (0xFFFFFFFE).to_bytes(4, "little")
    start = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + bytes.fromhex("3e000300feff09000600") + b"\0" * 10
    )
    sizes = (
        tables.to_bytes(4, "little") + b"\0" * 4 + b"\0" * 4 + b"\0" * 4
    )  # directory at 0, no short streams
    table = b"".join((first + at).to_bytes(4, "little") for at in range(tables))
    return (start + sizes + none + b"\0" * 4 + none + b"\0" * 4 + table).ljust(SECTOR, b"\xff")
