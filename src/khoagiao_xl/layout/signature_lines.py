"""Who signs for whom (rule TT43): the lines above a name, by the kind of body that issues the document.

data/signature_lines.csv has a row for each pair of lines that is allowed; whoever writes a signature and
whoever checks one reads it here.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

TABLE: Final = "data/signature_lines.csv"
# Academic titles and degrees, which stand before no signer's name (TT44).
_TITLES: Final = r"GS|PGS|TSKH|TS|ThS|Th\.S|BS|DS|KS|CN|LS|NGƯT|NGND|TTƯT"
_TITLED: Final = re.compile(rf"\s*(?:{_TITLES})\s*[.,]", re.IGNORECASE)


class SignatureLine(NamedTuple):
    """One allowed pair of lines. authority: «T/M BAN THƯỜNG VỤ», blank where the head signs in person."""

    issued_by: str
    authority: str
    position: str


@cache
def signature_lines() -> tuple[SignatureLine, ...]:
    """Return every allowed pair of lines."""
    table = files("khoagiao_xl") / TABLE
    text = table.read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(SignatureLine(**row) for row in rows)


def is_allowed(issued_by: str, authority: str, position: str) -> bool:
    """Whether such a body may sign so; the lines in capitals, as they are printed."""
    wanted = SignatureLine(issued_by, authority, position)
    return wanted in signature_lines()


def is_known_pair(authority: str, position: str) -> bool:
    """Whether some body may sign so: of a document whose issuer is not known."""
    pairs = {(line.authority, line.position) for line in signature_lines()}
    return (authority, position) in pairs


def authorities_for(issued_by: str, position: str) -> list[str]:
    """Return the lines of authority that such a body may put above a position, the usual one first."""
    wanted = (issued_by, position)
    return [line.authority for line in signature_lines() if (line.issued_by, line.position) == wanted]


def positions_of(issued_by: str) -> list[str]:
    """Return the positions that sign for such a body, each once."""
    found = [line.position for line in signature_lines() if line.issued_by == issued_by]
    return list(dict.fromkeys(found))


def body_behind(position: str) -> str:
    """Return the known position that `position` only lengthens by the name of a body (TT42), blank for none.

    «PHÓ BÍ THƯ ĐẢNG ỦY KHỐI» -> «PHÓ BÍ THƯ».
    """
    known = {line.position for line in signature_lines()}
    begun = [one for one in known if position.startswith(f"{one} ") and position not in known]
    return max(begun, key=len, default="")


def has_academic_title(name: str) -> bool:
    """Whether a signer's name carries an academic title or degree (TT44)."""
    return _TITLED.match(name) is not None
