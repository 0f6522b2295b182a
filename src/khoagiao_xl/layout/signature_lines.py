"""Who signs for whom (rule TT43): the lines above a name, by the kind of body that issues the document.

data/signature_lines.csv has a row for each pair of lines that is allowed; whoever writes a signature and
whoever checks one reads it here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.shipped_tables import shipped_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE: Final = "signature_lines.csv"
# Academic titles and degrees, which stand before no signer's name (TT44).
_TITLES: Final = (
    r"GS|PGS|TSKH|TS|ThS|Th\.S|BS|BS\.? ?CK ?I{1,2}|DS|KS|CN|LS|NGƯT|NGND|TTƯT"
    r"|(?:phó )?giáo sư|tiến s[ĩỹ]|thạc s[ĩỹ]|bác s[ĩỹ]|dược s[ĩỹ]|kỹ sư|cử nhân"
)
_TITLED: Final = re.compile(rf"\s*(?:{_TITLES})(?:\s*[.,]|\s)", re.IGNORECASE)


class SignatureLine(NamedTuple):
    """One allowed pair of lines. authority: «T/M BAN THƯỜNG VỤ», blank where the head signs in person."""

    issued_by: str
    authority: str
    position: str


@cache
def signature_lines() -> tuple[SignatureLine, ...]:
    """Return every allowed pair of lines."""
    rows = shipped_rows(TABLE)
    lines = []
    for row in rows:
        line = SignatureLine(**row)
        lines.append(line)
    return tuple(lines)


def is_allowed(issued_by: str, authority: str, position: str) -> bool:
    """Whether such a body may sign so; the lines in capitals, as they are printed."""
    wanted = SignatureLine(issued_by, authority, position)
    return wanted in signature_lines()


def is_known_pair(authority: str, position: str) -> bool:
    """Whether some body may sign so: of a document whose issuer is not known."""
    for line in signature_lines():
        is_same_position = line.position == position
        if is_same_position and line.authority == authority:
            return True
    return False


def authorities_for(issued_by: str, position: str) -> list[str]:
    """Return the lines of authority that such a body may put above a position, the usual one first."""
    lines = _lines_of(issued_by)
    return [line.authority for line in lines if line.position == position]


def positions_of(issued_by: str) -> list[str]:
    """Return the positions that sign for such a body, each once."""
    positions = []
    for line in _lines_of(issued_by):
        if line.position not in positions:
            positions.append(line.position)
    return positions


def _lines_of(issued_by: str) -> Iterator[SignatureLine]:
    for line in signature_lines():
        if line.issued_by == issued_by:
            yield line


def body_behind(position: str) -> str:
    """Return the known position that `position` only lengthens by the name of a body (TT42), blank for none.

    «PHÓ BÍ THƯ ĐẢNG ỦY KHỐI» -> «PHÓ BÍ THƯ».
    """
    known = {line.position for line in signature_lines()}
    if position in known:
        return ""
    longest = ""
    for one in known:
        is_begun = position.startswith(f"{one} ")
        if is_begun and len(one) > len(longest):
            longest = one
    return longest


def has_academic_title(name: str) -> bool:
    """Whether a signer's name carries an academic title or degree (TT44)."""
    return _TITLED.match(name) is not None
