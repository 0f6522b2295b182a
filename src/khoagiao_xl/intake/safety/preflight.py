"""Whether a file may be opened at all: zip and XML only, bounded, refused with the reason that decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from khoagiao_xl.intake.safety import file_kind
from khoagiao_xl.intake.safety.book_scan import BookScan
from khoagiao_xl.intake.safety.container import Container
from khoagiao_xl.intake.safety.limits import MEGABYTE, Limits
from khoagiao_xl.intake.safety.package_scan import PackageScan
from khoagiao_xl.intake.safety.xml_guard import Refused
from khoagiao_xl.model.findings import Finding, Place, Severity

_LOCK_FILE = re.compile(
    r"^(~\$|\.~lock\.|\.~|\._)|^~wrl|^(thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|icon\r)$"
    r"|\.(tmp|crdownload|part|partial)$",
    re.IGNORECASE,
)
# Folders of the system and of sharing programs, at any depth.
_SYSTEM_FOLDERS = frozenset({
    "__macosx", "$recycle.bin", "system volume information", ".trashes", ".spotlight-v100", ".fseventsd",
    ".appledouble", "@eadir",
})  # fmt: skip


@dataclass(frozen=True)
class Preflight:
    """The verdict on a file: a refusal, or what its package holds."""

    refusal: Finding | None = None
    book: BookScan | None = None


def is_lock_file(name: str) -> bool:
    """Say whether `name` is what Excel, LibreOffice or the system leaves beside a file, and no submission.

    name: of a file, or its whole path: what lies in a folder of the system is of the system.
    """
    *folders, base = name.replace("\\", "/").split("/")
    if any(folder.casefold() in _SYSTEM_FOLDERS for folder in folders):
        return True
    return bool(_LOCK_FILE.search(base))


def preflight(data: bytes, name: str = "", limits: Limits | None = None) -> Preflight:
    """Return whether `data` may be given to a reader; it never raises for what is in the file."""
    try:
        return Preflight(book=_check(data, limits or Limits()))
    except Refused as refused:
        refusal = Finding(refused.code, Severity.ERROR, Place(name), refused.facts)
        return Preflight(refusal=refusal)


def _check(data: bytes, limits: Limits) -> BookScan:
    if len(data) > limits.file_bytes:
        raise Refused("TN-14", most=limits.file_bytes // MEGABYTE)
    kind = file_kind.sniff(data)
    if kind.value:
        raise Refused(kind.value)
    container = Container(data, limits)
    return PackageScan(container, limits).scan()
