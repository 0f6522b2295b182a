"""What the files of a unit are called, for whoever writes or looks for one, and what a form is known by.

Names help people; only the form's id is ever relied on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import safe_name, sha256_of
from khoagiao_xl.files.unit_stems import unit_stem
from khoagiao_xl.forms.form_layout import FORM_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

ID_LENGTH: Final = 16
_PERIOD: Final = re.compile(r"_\d{4}-(?:M\d\d|[QH]\d|Y)(?![0-9])", re.IGNORECASE)
_REMINDER: Final = "don-doc.eml"
_QUICK: Final = "Tin-nhanh"
_SEPARATORS: Final = re.compile(r"[ _(.]")  # a mail program puts « (1)» behind a name, we «_tra-lai»


def form_name(unit: str, period: str) -> str:
    """Return the file name under which a unit's form is issued."""
    stem = unit_stem(unit)
    return f"{stem}_{period}.xlsx"


def returned_name(unit: str, period: str, version: int) -> str:
    """Return the file name of the copy that goes back to a unit."""
    stem = unit_stem(unit)
    return f"{stem}_{period}_v{version}_tra-lai.xlsx"


def quick_name(unit: str) -> str:
    """Return the file name under which a unit's quick form is issued."""
    stem = unit_stem(unit)
    return f"{_QUICK}_{stem}.xlsx"


def returned_quick_name(unit: str, sha256: str) -> str:
    """Return the file name of the copy of a quick form that goes back; sha256: of what had come."""
    stem = unit_stem(unit)
    mark = sha256[:6]
    return f"{_QUICK}_{stem}_{mark}_tra-lai.xlsx"


def unit_in_quick_name(file_name: str, by_stem: Mapping[str, str]) -> str:
    """Return the unit whose quick form a file is named after, or «»; by_stem: see `unit_by_stem`."""
    *_, name = file_name.rsplit("/", 1)
    begins, _, rest = name.partition("_")
    if begins.casefold() != _QUICK.casefold():
        return ""
    plain = rest.casefold()
    for stem in _from_the_longest(plain):
        if stem in by_stem:
            return by_stem[stem]
    return ""


def _from_the_longest(text: str) -> Iterator[str]:
    """Yield what stands before each separator, the longest piece first: a code may hold one itself."""
    separators = _SEPARATORS.finditer(text)
    ends = [separator.start() for separator in separators]
    for end in reversed(ends):
        yield text[:end]


def reminders_in(folder: Path, period: str) -> set[Path]:
    """Return the reminders of a period that lie in a folder, under names of earlier versions too."""
    pattern = f"*_{period}_{_REMINDER}"
    found = folder.glob(pattern)
    return set(found)


def form_id(master_id: str, period: str, unit: str, version: str = FORM_VERSION) -> str:
    """Return the form's own id: the same for the same unit, period and version, however often issued."""
    facts = [master_id, period, unit, version]
    whole = "|".join(facts)
    data = whole.encode()
    digits = sha256_of(data)
    return digits[:ID_LENGTH]


def unit_by_stem(units: Iterable[str]) -> dict[str, str]:
    """Return what files may begin with, in small letters -> the code of the unit they are of."""
    by_stem = {}
    for unit in units:
        stem = unit_stem(unit)
        by_stem[stem.casefold()] = unit
    return by_stem


def unit_in_name(file_name: str, by_stem: Mapping[str, str]) -> str:
    """Return the unit that a file is named after in the way forms are issued, or «».

    by_stem: see `unit_by_stem`.
    """
    found = ""
    for stem in _stems(file_name):
        found = by_stem.get(stem, found)  # a code may itself look like a code and a period
    return found


def is_named_as_before(file_name: str, unit: str) -> bool:
    """Say whether a file may have the name that earlier versions of this program gave the files of `unit`."""
    name = safe_name(unit)
    before = name.casefold()
    return before in _stems(file_name)


def _stems(file_name: str) -> Iterator[str]:
    *_, name = file_name.rsplit("/", 1)
    for period in _PERIOD.finditer(name):
        end = period.start()
        stem = name[:end]
        yield stem.casefold()
