"""The macro project as [MS-OVBA] documents it for writing: sources alone, nothing compiled.

What is compiled belongs to one version of Office. A version of 0xFFFF (2.3.4.1) says that there is none, so
that every Excel compiles the sources anew; the workbooks that Excel itself leaves so are opened everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.package.opc import Package

if TYPE_CHECKING:
    from collections.abc import Iterable

PART: Final = "xl/vbaProject.bin"
STORAGE, STREAM = "VBA", "_VBA_PROJECT"
# Reserved1, Version, Reserved2, Reserved3; no performance cache behind them.
HEADER: Final = bytes.fromhex("cc61 ffff 00 0000")


def write_anew(modules: Iterable[Any]) -> None:
    """Have pyOpenVBA write every module from its source, without the compiled code before it."""
    for module in modules:
        if module.text_offset:
            module.dirty = True


def with_plain_header(workbook: bytes) -> bytes:
    """Return a macro workbook whose project says that nothing in it is compiled; the rest as it was."""
    package = Package.parse(workbook)
    plain = _with_header(package.read(PART))
    package.replace(PART, plain)
    return package.to_bytes()


def _with_header(project: bytes) -> bytes:
    from pyopenvba.cfb import CFB

    streams = CFB.from_bytes(project)
    streams.write_stream_in_storage(STORAGE, STREAM, HEADER)
    plain: bytes = streams.to_bytes()
    return plain
