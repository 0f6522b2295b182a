"""Slips in spaces: doubled, before a sign, behind a bracket, missing, at the ends of a line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import LETTER, everywhere, matches_in
from khoagiao_xl.vietnamese.running_text import CAPITAL, SMALL

if TYPE_CHECKING:
    from khoagiao_xl.layout.text_slips import Slip, Slips, TextInHand

_GAP: Final = "[ \u00a0]"
_SMALL: Final = f"[{SMALL}]"
_CAPITAL: Final = f"[{CAPITAL}]"
# A blank that is left for a number or a day is no slip, and four spaces are no slip of the finger.
_BLANK_LEFT: Final = r"(?<!số)(?<!Số)(?<!ngày)(?<!tháng)(?<!năm)"
_SIGN: Final = r"[,;:!?)\]»”]"

_MISSING_BEHIND: Final = re.compile(
    rf"(?<={LETTER})([,;!?])(?={LETTER})"
    rf"|(?<=\d)([,;])(?={LETTER})"
    rf"|(?<={LETTER})([,;])(?=\d)"
    rf"|(?<={_SMALL}{{2}})(:)(?={LETTER})"
    rf"|(?<={_SMALL}{{2}})(\.)(?={_CAPITAL}{_SMALL})"
    rf"|(?<={LETTER}{{2}})(\))(?={LETTER})"
)
_AT_ENDS: Final = re.compile(r"^[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0\t]+$", re.MULTILINE)
_ADDRESS: Final = re.compile(r"\S*(?:://|www\.|@)\S*")  # has signs of its own

find_doubled = everywhere(
    re.compile(rf"(?<=\S)(?:{_GAP}{{2,3}}(?=\d)|{_BLANK_LEFT}{_GAP}{{2,3}}(?=[^\s\d\-/]))"), " "
)
find_before_sign = everywhere(
    re.compile(rf"(?<=[^\s(\[{{]) +(?={_SIGN}(?:\s|$|[.,;:)]|{LETTER}))|(?<=\w) +(?=\.(?:\s|$))"), ""
)
find_behind_bracket = everywhere(re.compile(rf"(?<=[(\[«“]){_GAP}+(?=\S)"), "")
find_missing_before_bracket = everywhere(re.compile(rf"(?<={LETTER}{{2}})\((?={LETTER}{{2}})"), " (")


def find_at_ends(text: TextInHand) -> Slips:
    """Yield the blanks at the ends of lines; the one between the number of a note and its text is none."""
    notes = set(map(id, text.notes))
    for slip in matches_in(text.outside_page_parts, _AT_ENDS, ""):
        is_behind_number = slip.start == 0 and id(slip.paragraph) in notes
        if not is_behind_number:
            yield slip


def find_missing_behind_sign(text: TextInHand) -> Slips:
    """Yield the signs that the next word follows at once."""
    for slip in matches_in(text.paragraphs, _MISSING_BEHIND):
        if not _is_in_address(slip):
            yield replace(slip, new=f"{slip.words} ")


def _is_in_address(slip: Slip) -> bool:
    for match in _ADDRESS.finditer(slip.paragraph.text):
        start, end = match.span()
        if start <= slip.start < end:
            return True
    return False
