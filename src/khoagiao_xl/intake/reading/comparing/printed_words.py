"""What headers and footers of printed pages say, without codes and without what programs write there."""

from __future__ import annotations

import re
from typing import Final

_CODES: Final = re.compile(r'&(?:[LCRDTPNFAGZ]|"[^"]*"|K[0-9A-F]{6}|[BIUSEXY]|\d+)')
_OF_PROGRAMS: Final = re.compile(r"\b(?:page|trang|of|sheet)\b|[\d/.,:|()-]", re.IGNORECASE)


def without_codes(text: str) -> str:
    """Return a header or footer without Excel's codes («&C&B NHÁP» -> «NHÁP»)."""
    plain = _CODES.sub(" ", text)
    return " ".join(plain.split())


def printed_words(text: str) -> str:
    """Return the words of a header or footer that a person wrote, blank where there are none."""
    words = _OF_PROGRAMS.sub(" ", without_codes(text))
    return " ".join(words.split())
