"""What a form is called and known by: file names help people, only the form's id is ever relied on."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import safe_name
from khoagiao_xl.forms.form_layout import FORM_VERSION

if TYPE_CHECKING:
    from collections.abc import Collection

ID_LENGTH: Final = 16
_ISSUED: Final = re.compile(r"([A-Z0-9-]+)_(\d{4}-(?:M\d\d|[QH]\d|Y))(?![0-9])")


def form_name(unit: str, period: str) -> str:
    """Return the file name under which a unit's form is issued."""
    return f"{safe_name(unit)}_{period}.xlsx"


def returned_name(unit: str, period: str, version: int) -> str:
    """Return the file name of the copy that goes back to a unit."""
    return f"{safe_name(unit)}_{period}_v{version}_tra-lai.xlsx"


def form_id(master_id: str, period: str, unit: str, version: str = FORM_VERSION) -> str:
    """Return the form's own id: the same for the same unit, period and version, however often issued."""
    facts = [master_id, period, unit, version]
    whole = "|".join(facts)
    data = whole.encode()
    digest = hashlib.sha256(data)
    digits = digest.hexdigest()
    return digits[:ID_LENGTH]


def unit_in_name(file_name: str, units: Collection[str]) -> str:
    """Return the unit that a file is named after in the way forms are issued, or «»."""
    *_, name = file_name.rsplit("/", 1)
    match = _ISSUED.match(name)
    if match is None:
        return ""
    unit = match[1]
    if unit not in units:
        return ""
    return unit
