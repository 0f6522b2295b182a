"""Verbs that are half of a body's name: «Trung tâm phục vụ hành chính công xã bố trí ...»."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.body_kinds import NEEDS_MORE, OPEN_KINDS, PERSONS
from khoagiao_xl.guidance.words.verbs import VERB, is_verb, is_verb_behind
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import canonical
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, any_of, either

_ROWS = language_rows("verbs_in_names")


def _verbs_of(owner: str) -> re.Pattern[str]:
    verbs: list[str] = []
    for row in _ROWS:
        verb = row["Động từ"]
        if row["Trong tên của"] == owner:
            verbs.append(verb)
    verbs.sort(key=len, reverse=True)
    words = "|".join(verbs)
    return re.compile(f"(?:{words}){LETTERS_END}")


_OF_BODY, _OF_PERSON, _OF_BOARD = map(_verbs_of, ("cơ quan", "người", "ban chỉ đạo"))
# «Phòng Quản lý», «Trung tâm Hỗ trợ» are no whole names: what they manage or support follows.
_WAITING = _verbs_of("chưa đủ tên").pattern
_BEFORE_NAME = either("với | và | cho | của | giao | do | cùng | tại | từ | yêu cầu | đề nghị | phân công")
# «Các phòng tổ chức ...»: many of a kind need no further name.
_BARE_BODY = re.compile(
    rf"(?:^|[,;:(]\s*|(?<![^\W_])(?:{_BEFORE_NAME})\s+)(?:{NEEDS_MORE})\s+(?:{_WAITING}\s+)?$"
)
_BOARD = re.compile(rf"(?<![^\W_])(?:{OPEN_KINDS})\s+$")
_PERSON = re.compile(rf"(?<![^\W_])(?:{PERSONS})\s+$")
# «Phó Chủ tịch UBND tỉnh phụ trách ...»: of which body stands between.
_OFFICE = re.compile(rf"(?<![^\W_])(?:đồng chí |đ/c )?(?:{PERSONS})(?:\s+\w+){{0,10}}\s+$")
_IN_CHARGE = re.compile(r"phụ trách(?=\s+(?!chung|chính|trực tiếp)\w)")
_OWN_BODY = re.compile(r"(?:của|thuộc)\s(?:Ban|Sở|Bộ|Cục|Viện|Trường|Hội)\s$")
# What a true verb governs: «chỉ đạo việc ...», «kiểm tra các ...».
_GOVERNED = re.compile(
    any_of(r"việc | các | những | một | mọi | cho | tốt | nội dung | kế hoạch | \d") + LETTERS_END
)
_STOP = re.compile(r"[,;.:()]")
_JOINTS = (" và ", " - ")
_WORD = re.compile(r"(?<!\S)[^\W\d_]+")
_NEAR, _FAR, _MOST_LETTERS = 40, 90, 60  # letters in front, and of the rest of such a name


def is_named_after(canon: str, place: int) -> bool:
    """Say whether the verb at `place` is what a body of a bare kind is named after: «Tổ in sao đề lập ...».

    It is where the verb of the sentence stands behind it, and not in «Hội đồng chọn 10 bài».
    """
    start = max(0, place - _NEAR)
    before = canon[start:place].lower()
    if not _BARE_BODY.search(before):
        return False
    word = _WORD.match(canon, place)
    if word is None:
        return False
    return _is_followed_by_verb(canon, word.end())


def half_of_name(canon: str, place: int) -> int:
    """Return where the verb at `place` ends if it belongs to the name, else 0.

    It does where bare words stand before it and the verb of the sentence behind it.
    """
    start = max(0, place - _NEAR)
    before = canon[start:place].lower()
    charge = _IN_CHARGE.match(canon, place)
    if charge and _OFFICE.search(canon[max(0, place - _FAR) : place].lower()):
        return charge.end()
    # «Phòng Khoa giáo của Ban | biên soạn ...»: the body is called by its kind alone.
    if _OWN_BODY.search(canon, start, place):
        return 0
    match = _half_behind(before, canon, place)
    if not match:
        return 0
    behind = match.end()
    if _is_followed_by_verb(canon, behind):
        return behind
    return 0


def _is_followed_by_verb(canon: str, behind: int) -> bool:
    """Say whether what ends at `behind` governs nothing itself and the verb of the sentence follows."""
    if governs(canon, behind):
        return False
    return _has_own_verb(canon, behind)


def governs(canon: str, behind: int) -> bool:
    """Say whether behind a verb that ends at `behind` stands what it is done to: «rà soát | các văn bản»."""
    next_word = behind + 1
    low = canon.lower()
    return _GOVERNED.match(low, next_word) is not None


def governed_verb(text: str) -> int:
    """Return where the first verb that governs something begins; the length where none does."""
    canon = canonical(text)
    low = canon.lower()
    for word in _WORD.finditer(canon):
        place = word.start()
        if not canon[place].islower():
            continue
        verb = VERB.match(low, place)
        if verb and is_verb(low, place) and governs(canon, verb.end()):
            return place
    return len(text)


def is_joined_to_name(canon: str, place: int) -> bool:
    """Say whether «và» or a dash joins the verb at `place` to a name: «Phòng Khoa học và đổi mới họp».

    It does where the verb of the sentence stands behind it.
    """
    if not canon.endswith(_JOINTS, 0, place):
        return False
    word = _WORD.match(canon, place)
    if word is None:
        return False
    return _is_followed_by_verb(canon, word.end())


def _half_behind(before: str, canon: str, place: int) -> re.Match[str] | None:
    if _PERSON.search(before):
        return _OF_PERSON.match(canon, place)
    if _BOARD.search(before):
        return _OF_BOARD.match(canon, place)
    if _BARE_BODY.search(before):
        return _OF_BODY.match(canon, place)
    return None


def _has_own_verb(canon: str, behind: int) -> bool:
    """Say whether some words later, and before any stop, stands the verb of the sentence."""
    end = behind + _MOST_LETTERS
    stop = _STOP.search(canon, behind, end)
    if stop:
        end = stop.start()
    low = canon.lower()
    words = _WORD.finditer(canon, behind, end)
    # The first word at least is what the body is named after.
    next(words, None)
    for word in words:
        place = word.start()
        if is_verb_behind(low, place):
            return True
    return False
