"""What is wrong with a packed file (.zip, .docx, .xlsx), in words for the office."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import Final

# What reading a package that is broken, cut off, locked or of a strange kind raises.
BROKEN_PACKAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,  # of which UnicodeError is one
    RuntimeError,  # of which NotImplementedError is one
    OverflowError,
    MemoryError,
)
OTHERWISE: Final = "nội dung bên trong sai"
_WORDS: Final = {
    zipfile.BadZipFile: "cấu trúc nén sai",
    EOFError: "thiếu phần cuối",
    NotImplementedError: "kiểu nén lạ",
    MemoryError: "quá lớn",
}


def fault_of(error: BaseException) -> str:
    """Return in Vietnamese what is wrong with a package, by what reading it raised."""
    for kind, word in _WORDS.items():
        if isinstance(error, kind):
            return word
    return OTHERWISE
