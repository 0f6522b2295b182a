"""An .xlsx or .xlsm file as a package of parts: replace some, and every other part keeps its bytes.

Parts that are not touched are carried over compressed, as they lie in the old file; only what was
replaced is deflated anew. That is also what makes stamping a thousand forms cheap.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from khoagiao_xl.books.package.zip_members import Members, Part, find_part
from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.files.package_faults import BROKEN_PACKAGE


class Package:
    """The parts of a workbook in their order; `to_bytes` puts them together again."""

    def __init__(self, parts: dict[str, Part]) -> None:
        self._parts = parts
        self._fresh: dict[str, bytes] = {}  # new contents, deflated when the file is put together

    @classmethod
    def parse(cls, data: bytes, name: str = "") -> Package:
        """Return the package of the file `data`; raise NotAWorkbook when it is none."""
        parts = {}
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for member in archive.infolist():
                    parts[member.filename] = find_part(data, member)
        except BROKEN_PACKAGE as error:
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
        if name in self._fresh:
            return self._fresh[name]
        try:
            return self._parts[name].content
        except (KeyError, zlib.error) as error:
            raise NotAWorkbook(name=name, reason=f"thiếu hoặc hỏng phần {name}") from error

    def deflated(self, name: str) -> bytes:
        """Return part `name` as it lies in the file that was parsed, blank where it is not there."""
        part = self._parts.get(name)
        return part.raw if part else b""

    def read_text(self, name: str) -> str:
        """Return the content of an XML part as text; raise as `read` does."""
        return self.read(name).decode("utf-8")

    def replace_text(self, name: str, text: str) -> None:
        """Give an XML part new content."""
        self.replace(name, text.encode("utf-8"))

    def replace(self, name: str, content: bytes) -> None:
        """Give part `name` new content, in its old place; a new name goes to the end."""
        if name not in self._parts:
            self._parts[name] = Part.of(name, b"")
        self._fresh[name] = content

    def replace_if_changed(self, name: str, content: bytes) -> bool:
        """Replace a part whose content is another one; say whether it was."""
        if content == self.read(name):
            return False
        self.replace(name, content)
        return True

    def remove(self, name: str) -> None:
        """Take part `name` out, if it is there."""
        self._parts.pop(name, None)
        self._fresh.pop(name, None)

    def copy(self) -> Package:
        """Return a package with the same parts, to be changed on its own."""
        copied = Package(dict(self._parts))
        copied._fresh = dict(self._fresh)
        return copied

    def members(self) -> Members:
        """Return the parts as they are written into the file."""
        whole = [self._whole(name) for name in self._parts]
        return Members().followed_by(whole)

    def _whole(self, name: str) -> Part:
        content = self._fresh.get(name)
        if content is None:
            return self._parts[name]
        return Part.of(name, content)

    def to_bytes(self) -> bytes:
        """Return the whole file."""
        return self.members().to_bytes()
