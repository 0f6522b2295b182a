"""What was written on an archive and on its members: like a letter's words, it is of all that lies in it."""

from __future__ import annotations

import contextlib
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

CODES: Final = ("utf-8", "cp1258")  # what archives of Vietnamese Windows are written in


def archive_comments(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the comment of an archive, and those of its members."""
    members = [info.comment for info in archive.infolist()]
    for comment in filter(None, (archive.comment, *members)):
        yield _decoded(comment)


def _decoded(raw: bytes) -> str:
    for code in CODES:
        with contextlib.suppress(UnicodeError):
            return unicodedata.normalize("NFC", raw.decode(code))
    return raw.decode("latin-1")
