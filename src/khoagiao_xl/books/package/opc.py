"""An .xlsx or .xlsm file as a package of parts: replace some, and every other part keeps its bytes.

Parts that are not touched are carried over compressed, as they lie in the old file; only what was
replaced is deflated anew. That is also what makes stamping a thousand forms cheap.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, replace
from typing import Final

from khoagiao_xl.errors import NotAWorkbook

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_VERSION: Final = 20
_NOTHING_MORE: Final = (0, 0, 0, 0)  # no remark, no disk, no attributes
_NO_TIME, _FIRST_DAY = 0, 0x21  # 1 January 1980, 00:00: the same input gives the same bytes
_IS_ENCRYPTED: Final = 1
_HAS_UTF8_NAME: Final = 0x800
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BARE: Final = -15  # deflated bytes without a header of their own


@dataclass(frozen=True)
class Part:
    """One member as it lies in the file."""

    name: str
    method: int
    crc: int
    size: int
    raw: bytes
    time: int = _NO_TIME
    date: int = _FIRST_DAY

    @classmethod
    def of(cls, name: str, content: bytes) -> Part:
        """Return a member with `content`, deflated."""
        deflate = zlib.compressobj(6, zlib.DEFLATED, _BARE)
        raw = deflate.compress(content)
        raw += deflate.flush()
        return cls(
            name=name,
            method=zipfile.ZIP_DEFLATED,
            crc=zlib.crc32(content),
            size=len(content),
            raw=raw,
        )

    @property
    def content(self) -> bytes:
        """The member inflated."""
        if self.method == zipfile.ZIP_STORED:
            return self.raw
        return zlib.decompress(self.raw, _BARE)


class Package:
    """The parts of a workbook in their order; `to_bytes` puts them together again."""

    def __init__(self, parts: dict[str, Part]) -> None:
        self._parts = parts

    @classmethod
    def parse(cls, data: bytes, name: str = "") -> Package:
        """Return the package of the file `data`; raise NotAWorkbook when it is none."""
        parts = {}
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for member in archive.infolist():
                    parts[member.filename] = _part(data, member)
        except (zipfile.BadZipFile, struct.error, ValueError) as error:
            raise NotAWorkbook(name=name, reason="cấu trúc tệp hỏng") from error
        return cls(parts)

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

    def read_text(self, name: str) -> str:
        """Return the content of an XML part as text; raise as `read` does."""
        return self.read(name).decode("utf-8")

    def replace_text(self, name: str, text: str) -> None:
        """Give an XML part new content."""
        self.replace(name, text.encode("utf-8"))

    def replace(self, name: str, content: bytes) -> None:
        """Give part `name` new content, in its old place; a new name goes to the end."""
        self._parts[name] = Part.of(name, content)

    def replace_if_changed(self, name: str, content: bytes) -> bool:
        """Replace a part whose content is another one; say whether it was."""
        if content == self.read(name):
            return False
        self.replace(name, content)
        return True

    def remove(self, name: str) -> None:
        """Take part `name` out, if it is there."""
        self._parts.pop(name, None)

    def forget_times(self) -> None:
        """Take from every part the moment at which a library has written it."""
        for name, part in self._parts.items():
            timeless = replace(part, time=_NO_TIME, date=_FIRST_DAY)
            self._parts[name] = timeless

    def copy(self) -> Package:
        """Return a package with the same parts, to be changed on its own."""
        return Package(dict(self._parts))

    def to_bytes(self) -> bytes:
        """Return the whole file."""
        body = io.BytesIO()
        directory = io.BytesIO()
        for part in self._parts.values():
            _write_part(part, body, directory)
        start = body.tell()
        body.write(directory.getvalue())
        body.write(_end(len(self._parts), start, directory.tell()))
        return body.getvalue()


def _end(count: int, start: int, size: int) -> bytes:
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


def _part(data: bytes, member: zipfile.ZipInfo) -> Part:
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


def _write_part(part: Part, body: io.BytesIO, directory: io.BytesIO) -> None:
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
