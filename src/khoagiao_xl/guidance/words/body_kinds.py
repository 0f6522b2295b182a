"""The words that open the name of a body or of a person's office, and the kinds known by several words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, WORD_END

_HEAD, _KIND, _NOT_BEFORE = "Từ đầu của tên", "Loại cơ quan, chức danh", "Không đứng trước"
_HEADS, _KINDS = language_rows("organs"), language_rows("body_kinds")
MANY = (
    r"(?:(?:tất cả|toàn thể|cả)\s+)?(?:các|những|mỗi|từng|(?:hai|ba|bốn|năm|sáu|\d{1,3})(?=\s+[^\W\d]))?\s*"
)


def guarded(row: dict[str, str], column: str) -> str:
    """Return the pattern of the word of a row, unless another word behind it makes it none: «ban hành»."""
    word = row[column]
    others = listed(row[_NOT_BEFORE])
    if not others:
        return word
    behind = "|".join(others)
    return rf"{word}(?!\s*(?:{behind}){LETTERS_END})"


def _longest_first(patterns: Iterable[str]) -> str:
    by_length = sorted(patterns, key=len, reverse=True)
    return "|".join(by_length)


def _marked(rows: Iterable[dict[str, str]], word: str, column: str, mark: str) -> str:
    """Return the pattern of the words in column `word` of the rows that bear `mark` in `column`."""
    words: list[str] = []
    for row in rows:
        marked = row[word]
        if row[column] == mark:
            words.append(marked)
    return _longest_first(words)


HEADS = "|".join(guarded(row, _HEAD) for row in _HEADS)
KINDS = "|".join(guarded(row, _KIND) for row in sorted(_KINDS, key=lambda row: -len(row[_KIND])))
NAMED_ORGAN = f"{MANY}(?:{KINDS}|{HEADS})"
# «Văn phòng», «Đảng ủy» are whole names; «Ban», «Trung tâm» wait for more words.
STANDS_ALONE = _marked(_HEADS, _HEAD, "Đứng một mình", "có")
NEEDS_MORE = _marked(_HEADS, _HEAD, "Đứng một mình", "")
PERSONS = _marked(_HEADS, _HEAD, "Là", "người")
PERSON_HERE = re.compile(rf"(?:{PERSONS}){WORD_END}")
# «Ban Chỉ đạo phòng, chống ...»: what it is for is part of its name.
OPEN_KINDS = _marked(_KINDS, _KIND, "Tên nối tiếp bằng việc", "có")
KIND_HERE = re.compile(f"(?:{KINDS}){LETTERS_END}")
