"""An .xlsx or .xlsm file as a package of parts: replace some, and every other part keeps its bytes.

Parts that are not touched are carried over compressed, as they lie in the old file; only what was
replaced is deflated anew. That is also what makes stamping a thousand forms cheap.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from dataclasses import replace as changed
from typing import Final

from khoagiao_xl.errors import NotAWorkbook

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_EPOCH: Final = (0, 0x21)  # 1 January 1980, 00:00: the same input gives the same bytes
_UTF8_NAME: Final = 0x800


@dataclass(frozen=True)
class Part:
    """One member as it lies in the file."""

    name: str
    method: int
    crc: int
    size: int
    raw: bytes
    time: int = _EPOCH[0]
    date: int = _EPOCH[1]

    @classmethod
    def of(cls, name: str, content: bytes) -> Part:
        """Return a member with `content`, deflated."""
        deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
        raw = deflate.compress(content) + deflate.flush()
        return cls(name, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content), raw)

    @property
    def content(self) -> bytes:
        """The member inflated."""
        return self.raw if self.method == zipfile.ZIP_STORED else zlib.decompress(self.raw, -15)


class Package:
    """The parts of a workbook in their order; `to_bytes` puts them together again."""

    def __init__(self, parts: dict[str, Part]) -> None:
        self._parts = parts

    @classmethod
    def parse(cls, data: bytes, name: str = "") -> Package:
        """Return the package of the file `data`; raise NotAWorkbook when it is none."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return cls({info.filename: _part(data, info) for info in archive.infolist()})
        except (zipfile.BadZipFile, struct.error, ValueError) as error:
            raise NotAWorkbook(name=name, reason="cấu trúc tệp hỏng") from error

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Return the content of part `name`; raise NotAWorkbook when it is missing or damaged."""
        try:
            return self._parts[name].content
        except (KeyError, zlib.error) as error:
            raise NotAWorkbook(name=name, reason=f"thiếu hoặc hỏng phần {name}") from error

    def replace(self, name: str, content: bytes) -> None:
        """Give part `name` new content, in its old place; a new name goes to the end."""
        self._parts[name] = Part.of(name, content)

    def remove(self, name: str) -> None:
        """Take part `name` out, if it is there."""
        self._parts.pop(name, None)

    def forget_times(self) -> None:
        """Take from every part the moment at which a library has written it."""
        for name, part in self._parts.items():
            self._parts[name] = changed(part, time=_EPOCH[0], date=_EPOCH[1])

    def copy(self) -> Package:
        """Return a package with the same parts, to be changed on its own."""
        return Package(dict(self._parts))

    def to_bytes(self) -> bytes:
        """Return the whole file."""
        body, directory = io.BytesIO(), io.BytesIO()
        for part in self._parts.values():
            _write_part(part, body, directory)
        start, index = body.tell(), directory.getvalue()
        count = len(self._parts)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(index), start, 0)
        return body.getvalue() + index + end


def _part(data: bytes, info: zipfile.ZipInfo) -> Part:
    if info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(info.filename)
    fields = _LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + _LOCAL.size + fields[9] + fields[10]
    raw = data[start : start + info.compress_size]
    return Part(
        info.filename, info.compress_type, info.CRC, info.file_size, raw, time=fields[4], date=fields[5]
    )


def _write_part(part: Part, body: io.BytesIO, directory: io.BytesIO) -> None:
    name = part.name.encode("utf-8")
    flags = 0 if part.name.isascii() else _UTF8_NAME
    offset = body.tell()
    facts = (part.method, part.time, part.date, part.crc, len(part.raw), part.size, len(name), 0)
    body.write(_LOCAL.pack(b"PK\3\4", 20, flags, *facts))
    body.write(name)
    body.write(part.raw)
    directory.write(_CENTRAL.pack(b"PK\1\2", 20, 20, flags, *facts, 0, 0, 0, 0, offset))
    directory.write(name)
