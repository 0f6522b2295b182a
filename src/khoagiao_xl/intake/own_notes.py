"""How our notes on the cells of a returned copy begin, for them to be told from the unit's own."""

from __future__ import annotations

import re
from typing import Final

# LibreOffice forgets who wrote a note, so ours are known by their words.
OWN_NOTE: Final = re.compile(r"(PHẢI SỬA|GIẢI TRÌNH|ĐỂ BIẾT) \(mã ")
