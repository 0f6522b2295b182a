"""Small members of a zip inflated in one go: most parts of a workbook are, and piece by piece costs twice."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED

from khoagiao_xl.intake.safety.limits import MEGABYTE

if TYPE_CHECKING:
    from zipfile import ZipInfo

_MOST: Final = MEGABYTE
_KEPT: Final = 64  # contents; of a form's fifteen parts ten come back in the next one
_LARGEST_KEPT: Final = MEGABYTE // 16
_SIGNATURE: Final = b"PK\x03\x04"
_HEADER: Final = 30  # bytes before the name
_UTF8_NAME, _ODD_FLAGS = 0x800, 0x20 | 0x40
_NO_ZLIB_HEADER: Final = -15


def small_member(archive: bytes, info: ZipInfo) -> bytes | None:
    """Return the content of a small member; None for a large one, and for whatever is not as it should be.

    Never does it make more than the member is said to hold.
    """
    if info.file_size > _MOST or info.flag_bits & _ODD_FLAGS:
        return None
    packed = _packed(archive, info)
    if packed is None:
        return None
    unpack = _kept_content if info.file_size <= _LARGEST_KEPT else _content
    return unpack(packed, info.compress_type, info.file_size, info.CRC)


def _content(packed: bytes, method: int, size: int, checksum: int) -> bytes | None:
    """Return what was packed, None where it is not what it is said to be."""
    content = _unpacked(packed, method, size)
    is_sound = len(content) == size and zlib.crc32(content) == checksum
    return content if is_sound else None


_kept_content = lru_cache(maxsize=_KEPT)(_content)


def _packed(archive: bytes, info: ZipInfo) -> bytes | None:
    """Return the bytes of a member, None where its own header tells of another."""
    start = info.header_offset
    header = archive[start : start + _HEADER]
    if len(header) < _HEADER or not header.startswith(_SIGNATURE):
        return None
    name_length = int.from_bytes(header[26:28], "little")
    extra_length = int.from_bytes(header[28:30], "little")
    end_of_name = start + _HEADER + name_length
    name = archive[start + _HEADER : end_of_name]
    encoding = "utf-8" if info.flag_bits & _UTF8_NAME else "cp437"
    if name.decode(encoding, errors="replace") != info.orig_filename:
        return None
    begin = end_of_name + extra_length
    return archive[begin : begin + info.compress_size]


def _unpacked(packed: bytes, method: int, size: int) -> bytes:
    if method == ZIP_STORED:
        return packed
    if method != ZIP_DEFLATED:
        return b""
    try:
        return zlib.decompressobj(_NO_ZLIB_HEADER).decompress(packed, size + 1)
    except zlib.error:
        return b""
