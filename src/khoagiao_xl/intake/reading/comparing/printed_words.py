"""What headers and footers of printed pages say, without codes and without what every program writes there."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.intake.reading.secrecy import without_print_codes

_OF_PROGRAMS: Final = re.compile(r"\b(?:page|trang|of|sheet)\b|[\d/.,:|()-]", re.IGNORECASE)


def printed_words(text: str) -> str:
    """Return the words of a header or footer that a person wrote, blank where there are none."""
    plain = without_print_codes(text)
    words = _OF_PROGRAMS.sub(" ", plain).split()
    return " ".join(words)
