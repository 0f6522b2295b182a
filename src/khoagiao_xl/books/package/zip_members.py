"""One member of a zip file as it lies there: found, deflated, put down again with its bytes as they are."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_VERSION: Final = 20
_NOTHING_MORE: Final = (0, 0, 0, 0)  # no remark, no disk, no attributes
NO_TIME, FIRST_DAY = 0, 0x21  # 1 January 1980, 00:00: the same input gives the same bytes
_IS_ENCRYPTED: Final = 1
_HAS_UTF8_NAME: Final = 0x800
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BARE: Final = -15  # deflated bytes without a header of their own
_HARD: Final = 6
QUICK: Final = 3  # a form a hundredth larger, deflated in three fifths of the time


@dataclass(frozen=True)
class Part:
    """One member as it lies in the file."""

    name: str
    method: int
    crc: int
    size: int
    raw: bytes
    time: int = NO_TIME
    date: int = FIRST_DAY

    @classmethod
    def of(cls, name: str, content: bytes, level: int = _HARD) -> Part:
        """Return a member with `content`, deflated."""
        return cls(
            name=name,
            method=zipfile.ZIP_DEFLATED,
            crc=zlib.crc32(content),
            size=len(content),
            raw=_deflated(content, level),
        )

    @cached_property
    def content(self) -> bytes:
        """The member inflated: once for a package and its copies."""
        if self.method == zipfile.ZIP_STORED:
            return self.raw
        return zlib.decompress(self.raw, _BARE)


def _deflated(content: bytes, level: int) -> bytes:
    deflate = zlib.compressobj(level, zlib.DEFLATED, _BARE)
    raw = deflate.compress(content)
    return raw + deflate.flush()


@dataclass(frozen=True)
class Members:
    """Some members as the beginning of a file. directory: their entries. count: of members."""

    body: bytes = b""
    directory: bytes = b""
    count: int = 0

    def followed_by(self, parts: Collection[Part]) -> Members:
        """Return these members and more behind them."""
        body = io.BytesIO()
        directory = io.BytesIO()
        body.write(self.body)
        directory.write(self.directory)
        for part in parts:
            write_part(part, body, directory)
        return Members(
            body=body.getvalue(),
            directory=directory.getvalue(),
            count=self.count + len(parts),
        )

    def to_bytes(self) -> bytes:
        """Return the whole file."""
        end = end_of_file(
            count=self.count,
            start=len(self.body),
            size=len(self.directory),
        )
        return b"".join((self.body, self.directory, end))


def end_of_file(count: int, start: int, size: int) -> bytes:
    """Return the end of the file. start, size: where its directory begins, and how long that is."""
    disk = 0
    return _END.pack(
        _END_MARK,
        disk,
        disk,
        count,
        count,
        size,
        start,
        0,
    )


def find_part(data: bytes, member: zipfile.ZipInfo) -> Part:
    """Return a member of the file `data`; raise ValueError for one that Office would not write."""
    is_encrypted = member.flag_bits & _IS_ENCRYPTED
    if is_encrypted or member.compress_type not in _METHODS:
        raise ValueError(member.filename)
    *_, time, date, _, _, _, name_length, extra_length = _LOCAL.unpack_from(data, member.header_offset)
    start = member.header_offset + _LOCAL.size
    start += name_length + extra_length
    return Part(
        name=member.filename,
        method=member.compress_type,
        crc=member.CRC,
        size=member.file_size,
        raw=data[start : start + member.compress_size],
        time=time,
        date=date,
    )


def write_part(part: Part, body: io.BytesIO, directory: io.BytesIO) -> None:
    """Put a member at the end of the body, and its entry at the end of the directory."""
    name = part.name.encode("utf-8")
    flags = 0 if part.name.isascii() else _HAS_UTF8_NAME
    facts = (
        flags,
        part.method,
        part.time,
        part.date,
        part.crc,
        len(part.raw),
        part.size,
        len(name),
        0,
    )
    offset = body.tell()
    local = _LOCAL.pack(_LOCAL_MARK, _VERSION, *facts)
    central = _CENTRAL.pack(_CENTRAL_MARK, _VERSION, _VERSION, *facts, *_NOTHING_MORE, offset)
    body.writelines((local, name, part.raw))
    directory.writelines((central, name))
