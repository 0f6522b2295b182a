"""What is ours in a returned copy, for it to be told from the unit's own: sheets, names, notes, colours.

The list is OWN_LIST; MEMORY is the very hidden sheet that remembers what was sent; names of cells begin
with OWN_NAMES; a conditional format of ours speaks of such a name; a note of ours begins as OWN_NOTE says.
"""

from __future__ import annotations

import re
from typing import Final

OWN_LIST: Final = "LỖI CẦN SỬA"
MEMORY: Final = "_tra_lai"
OWN_SHEETS: Final = frozenset({OWN_LIST, MEMORY})
OWN_NAMES: Final = "kgTraLai"
STILL_WRONG: Final = OWN_NAMES  # for each thing found: TRUE while it is not put right
LINE_OF: Final = f"{OWN_NAMES}Dong"  # for each of them: its line of the list
MUST_MEND, MUST_EXPLAIN, TO_KNOW = "PHẢI SỬA", "GIẢI TRÌNH", "ĐỂ BIẾT"
AS_SENT: Final = "Lúc gửi lên: "
# LibreOffice forgets who wrote a note, so ours are known by their words; those of 2024.1 lack the first ones.
OWN_NOTE: Final = re.compile(rf"({AS_SENT})?({MUST_MEND}|{MUST_EXPLAIN}|{TO_KNOW}) \(mã ")
UNIT_NOTE: Final = "\n\nGhi chú của đơn vị: "  # between our words and what the unit itself had written
