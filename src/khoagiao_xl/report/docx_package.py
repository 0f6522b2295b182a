"""A Word file written so that the same content gives the same bytes: fixed dates, order and owner."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
AS_FILE = 0o644 << 16


def stamp(document: Any, *, title: str, author: str, day: date) -> None:
    """Set the properties that Word shows about a file, and none that tells of this machine or hour."""
    properties = document.core_properties
    moment = datetime.combine(day, time(), UTC)
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.subject = properties.comments = properties.keywords = properties.category = ""
    properties.language, properties.revision = "vi-VN", 1


def packed(document: Any, change: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """Return the bytes of `document`; `change` says for a part's name how its content is changed first."""
    raw, result = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as after:
        for name in _in_order(before.namelist()):
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, AS_FILE, 0
            content = before.read(name)
            after.writestr(entry, change[name](content) if change and name in change else content)
    return result.getvalue()


def _in_order(names: list[str]) -> list[str]:
    """Return the names sorted, the list of content types first as Word writes it."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
