"""How a programme calls who directs and who is in charge: «đồng chí Trưởng Ban Tuyên giáo Đảng ủy Khối».

The office types «Trưởng ban», a name, a specialist's work or a room. Of what board a head is, the text says
in full once; in a cell «đồng chí Trưởng ban» is enough.
"""

from __future__ import annotations

from typing import Final

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import saying
from khoagiao_xl.report.told_lines import capital, small
from khoagiao_xl.wording.told_kinds import PROGRAMME_TEXTS, ROOMS_BEGIN, SPECIALISTS_BEGIN

say = saying(PROGRAMME_TEXTS)
BOARD: Final = "Ban "
HEAD: Final = "trưởng ban"
LETTERS: Final = len("ban")  # of what the name of the board takes the place of
COMRADE: Final = PROGRAMME_TEXTS["dong_chi"]


def in_cell(name: str) -> str:
    """Return who stands by itself in a cell: «Đồng chí Trưởng ban», «Chuyên viên phụ trách giáo dục»."""
    cleaned = clean_line(name)
    return capital(_called(cleaned))


def in_sentence(name: str, staff: str) -> str:
    """Return who stands in a sentence: «đồng chí Trưởng Ban Tuyên giáo Đảng ủy Khối», «chuyên viên ...»."""
    cleaned = clean_line(name)
    whole = _of_board(cleaned, staff)
    told = _called(whole)
    is_room = told.startswith(ROOMS_BEGIN)
    return told if is_room else small(told)


def _called(name: str) -> str:
    if name.startswith((*ROOMS_BEGIN, *SPECIALISTS_BEGIN)):
        return name
    words = name.casefold()
    if words.startswith(COMRADE):
        return name
    return say("dong_chi_ai", name=name)


def _of_board(name: str, staff: str) -> str:
    """Return «Phó Trưởng Ban Tuyên giáo Đảng ủy Khối» of «Phó Trưởng ban»; any other name as it is."""
    words = name.casefold()
    if not staff.startswith(BOARD) or not words.endswith(HEAD):
        return name
    title = name[:-LETTERS]
    return f"{title}{staff}"
