"""What the names of a unit's files begin with: readable, and never what those of another unit begin with."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from khoagiao_xl import files

LONGEST: Final = 40  # characters of a code in a name
CHECK_LENGTH: Final = 10  # hex digits
# A code that is a file name by itself, everywhere and whatever its capitals.
_PLAIN: Final = re.compile(rf"(?=.{{1,{LONGEST}}}\Z)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
_ODD: Final = re.compile(r"[^A-Za-z0-9._-]+")
_CHECKED: Final = re.compile(rf".*-[0-9a-f]{{{CHECK_LENGTH}}}", re.IGNORECASE)


def code_key(code: str) -> str:
    """Return what two codes have in common if they are one code to Excel: it knows no capitals.

    Nor does it matter how a letter is composed, or how many blanks stand in a row.
    """
    composed = unicodedata.normalize("NFC", code)
    small = composed.casefold()
    words = small.split()
    return " ".join(words)


def unit_stem(code: str) -> str:
    """Return what the files of unit `code` begin with: «SYT» -> «SYT», «ĐBD» -> «DBD-» and ten digits.

    The stems of two codes are the same, whatever the file system makes of capitals, only where their
    `code_key` is. So a code that says something in a file name's plain letters is left as it is; of every
    other one a check of the whole code tells what was lost on the way, and no plain code ends like that.
    """
    composed = unicodedata.normalize("NFC", code)
    if _is_plain(composed):
        return composed
    name = files.safe_name(composed)
    readable = _ODD.sub("-", name)
    begun = readable[:LONGEST].strip("-.")
    check = _check(composed)
    return f"{begun or '_'}-{check}"


def _is_plain(code: str) -> bool:
    if not _PLAIN.fullmatch(code):
        return False
    if _CHECKED.fullmatch(code):
        return False
    is_device = files.safe_name(code) != code
    return not is_device


def _check(code: str) -> str:
    key = code_key(code)
    data = key.encode("utf-8", "surrogatepass")
    digits = files.sha256_of(data)
    return digits[:CHECK_LENGTH]
