"""A zip that is the same, byte for byte, whenever it is made of the same things."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows
_RIGHTS: Final = 0o644 << 16
_PACKED: Final = (".whl", ".zip", ".docx", ".xlsm", ".png")  # these become no smaller


def zip_of(members: Mapping[str, bytes]) -> bytes:
    """Return a zip of `members` (name -> content) in their order."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in members.items():
            member = ZipInfo(name, _MOMENT)
            member.external_attr = _RIGHTS
            member.create_system = 3  # whatever made it
            member.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
            archive.writestr(member, data)
    return stream.getvalue()
