"""Slips in spaces: doubled, before a sign, behind a bracket, missing, at the ends of a line."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.layout.text_slips import LETTER, everywhere
from khoagiao_xl.vietnamese.running_text import CAPITAL, SMALL

_GAP: Final = "[ \u00a0]"
_SMALL: Final = f"[{SMALL}]"
_CAPITAL: Final = f"[{CAPITAL}]"
# A blank that is left for a number or a day is no slip, and four spaces are no slip of the finger.
_BLANK_LEFT: Final = r"(?<!số)(?<!Số)(?<!ngày)(?<!tháng)(?<!năm)"
_SIGN: Final = r"[,;:!?)\]»”]"

find_doubled = everywhere(re.compile(rf"(?<=\S){_BLANK_LEFT}{_GAP}{{2,3}}(?=[^\s\-/])"), " ")
find_before_sign = everywhere(
    re.compile(rf"(?<=[^\s(\[{{]) +(?={_SIGN}(?:\s|$|[.,;:)]))|(?<=\w) +(?=\.(?:\s|$))"), ""
)
find_behind_bracket = everywhere(re.compile(rf"(?<=[(\[«“]){_GAP}+(?=\S)"), "")
find_missing_behind_sign = everywhere(
    re.compile(
        rf"(?<={LETTER})([,;!?])(?={LETTER})"
        rf"|(?<=\d)([,;])(?={LETTER})"
        rf"|(?<={LETTER})([,;])(?=\d)"
        rf"|(?<={_SMALL}{{2}})(:)(?={LETTER})"
        rf"|(?<={_SMALL}{{2}})(\.)(?={_CAPITAL}{_SMALL})"
        rf"|(?<={LETTER}{{2}})(\))(?={LETTER})"
    ),
    r"\g<0> ",
)
find_missing_before_bracket = everywhere(re.compile(rf"(?<={LETTER}{{2}})\((?={LETTER}{{2}})"), " (")
find_at_ends = everywhere(re.compile(r"^[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0\t]+$", re.MULTILINE), "")
