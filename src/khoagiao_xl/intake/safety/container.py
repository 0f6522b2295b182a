"""The zip around a workbook: every member counted, bounded and checked, none extracted by its name."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from khoagiao_xl.files.package_faults import BROKEN_PACKAGE, fault_of
from khoagiao_xl.intake.safety.limits import MEGABYTE
from khoagiao_xl.intake.safety.small_members import small_member
from khoagiao_xl.intake.safety.xml_guard import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.safety.limits import Limits

CHUNK = 64 * 1024
_END_OF_DIRECTORY = b"PK\x05\x06"
ENCRYPTED = 0x1  # a flag of a member


class Container:
    """A zip whose directory has been checked; raise Refused for one that is not sound."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._data = data
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_PACKAGE as error:
            raise Refused("TN-10", reason=fault_of(error)) from error
        self.members = self._zip.infolist()
        self._check_frame(data)
        self._check_members()
        self.names = {info.filename: info for info in self.members}

    def _check_frame(self, data: bytes) -> None:
        """One archive from the first byte to the last, so that no two readers see two different ones."""
        offsets = [info.header_offset for info in self.members]
        end = data.rfind(_END_OF_DIRECTORY)
        length = data[end + 20 : end + 22]
        comment = int.from_bytes(length, "little")
        starts_late = min(offsets, default=0) != 0
        if starts_late or end + 22 + comment != len(data):
            raise Refused("TN-15", reason="có dữ liệu lạ trước hoặc sau phần nén")

    def _check_members(self) -> None:
        if len(self.members) > self._limits.members:
            raise Refused(
                "TN-20",
                what="tệp con",
                found=len(self.members),
                most=self._limits.members,
            )
        seen: set[str] = set()
        for info in self.members:
            name = info.filename.replace("\\", "/")
            key = posixpath.normpath(name).casefold()
            if _points_outside(name) or "\x00" in info.orig_filename:
                raise Refused("TN-15", reason="tên tệp con chỉ ra ngoài")
            if key in seen:
                raise Refused("TN-15", reason="hai tệp con trùng tên")
            if info.flag_bits & ENCRYPTED:
                raise Refused("TN-05")
            seen.add(key)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the member's content piece by piece; raise Refused when it is damaged or swells too much."""
        info = self.names[name]
        size = 0
        try:
            with self._zip.open(info) as stream:
                for piece in iter(lambda: stream.read(CHUNK), b""):
                    size += len(piece)
                    self._inflated += len(piece)
                    self._check_size(info, size)
                    yield piece
        except BROKEN_PACKAGE as error:
            raise Refused("TN-10", reason=fault_of(error)) from error

    def _check_size(self, info: zipfile.ZipInfo, size: int) -> None:
        limits = self._limits
        most = max(limits.ratio_from, limits.ratio * max(info.compress_size, 1))
        is_too_large = size > min(most, limits.part_bytes)
        if is_too_large or self._inflated > limits.total_bytes:
            told = f"{size // MEGABYTE} MB"
            raise Refused("TN-16", size=told)

    def drain(self, name: str) -> None:
        """Inflate a member that is not looked into, for its checksum and its size."""
        for _ in self.chunks(name):
            pass

    def read(self, name: str) -> bytes:
        """Return the whole content of a member, within the limits."""
        info = self.names[name]
        content = small_member(self._data, info)
        if content is None:
            return b"".join(self.chunks(name))
        self._inflated += len(content)
        self._check_size(info, len(content))
        return content


def _points_outside(name: str) -> bool:
    """Say whether a member would be written somewhere else than where an archive is unpacked."""
    return name.startswith("/") or ":" in name or ".." in name.split("/")
