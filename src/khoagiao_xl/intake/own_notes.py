"""What is ours in a returned copy, for it to be told from the unit's own: the list, the notes on cells."""

from __future__ import annotations

import re
from typing import Final

OWN_LIST: Final = "LỖI CẦN SỬA"
MUST_MEND, MUST_EXPLAIN, TO_KNOW = "PHẢI SỬA", "GIẢI TRÌNH", "ĐỂ BIẾT"
# LibreOffice forgets who wrote a note, so ours are known by their words.
OWN_NOTE: Final = re.compile(rf"({MUST_MEND}|{MUST_EXPLAIN}|{TO_KNOW}) \(mã ")
UNIT_NOTE: Final = "\n\nGhi chú của đơn vị: "  # stands before what the unit itself had noted at a cell
