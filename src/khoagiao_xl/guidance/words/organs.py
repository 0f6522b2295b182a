"""The name of an organ: where one begins, and where it ends."""

from __future__ import annotations

import re
from functools import lru_cache

from khoagiao_xl.guidance.words.verbs import VERB, first_verb, is_verb
from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.running_text import canonical, plain
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, any_of


def _head(row: dict[str, str]) -> str:
    """Return the pattern of a word that begins the name of an organ, unless another word makes it none."""
    head = row["Từ đầu của tên"]
    others = listed(row["Không đứng trước"])
    if not others:
        return head
    words = [other for other in others if other != ","]
    guard = rf"(?!\s+(?:{'|'.join(words)}))"
    # «phòng, chống» is no office.
    comma = "(?!,)" if "," in others else ""
    return head + comma + guard


_HEADS = "|".join(_head(row) for row in language_rows("organs"))
_MANY = r"(?:(?:tất cả|toàn thể)\s+)?(?:các|những|mỗi|từng)?\s*"
NAMED_ORGAN = f"{_MANY}(?:{_HEADS})"
_ASKING = r"(?:đề nghị|đối với|yêu cầu|giao|phân công|giao cho)\s+"
STARTS = re.compile(f"(?P<prefix>{_ASKING})?(?P<organ>{NAMED_ORGAN}{LETTERS_END})")
_GOES_ON = re.compile(
    rf"[,;]?\s*(?:và\s+|cùng\s+)?{_MANY}"
    rf"(?:{_HEADS}|trực thuộc|giúp việc|chi,|huyện|thị(?=,| xã)|thành phố){LETTERS_END}"
)
_WORDS_BEHIND = any_of("""
    để | nhằm | trong | theo | về | khi | là | đã | được | sẽ | tại | vào | trên(?! địa bàn) | thì | do |
    qua | định kỳ | gắn | trước | chậm nhất | sinh hoạt | phù hợp | vận dụng | nơi | có
""")
_ENDS = re.compile(rf"[.:(“”\"|]|{_WORDS_BEHIND}{LETTERS_END}")
_ONE_MORE_NAME = re.compile(r",\s+(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,6})")
_WORD = re.compile(r"(?<!\S)\S")
MOST_LETTERS = 220  # of a name, and of what is searched behind it
_MOST_WORDS = 6  # of a list that goes on with names that are not in the table


# Asked of the same headings and sentences again and again.
@lru_cache(maxsize=4096)
def organ_at_start(text: str) -> tuple[str, int]:
    """Return the organ with which `text` begins and where the rest begins: ("", 0) where it names none."""
    match = STARTS.match(plain(text))
    if not match:
        return "", 0
    end = end_of_organ(text, match.end("organ"))
    name = text[match.start("organ") : end]
    return name.strip(" ,;-"), end


def organ_from(text: str, start: int) -> str:
    """Return the organ whose name begins at `start`, "" where none does."""
    organ, _ = organ_at_start(text[start:])
    return organ


def is_organ_alone(text: str) -> bool:
    """Say whether `text` is nothing but the name of an organ, as headings of «tổ chức thực hiện» are."""
    organ, end = organ_at_start(text)
    if not organ:
        return False
    rest = text[end:].strip(" .:,")
    if not rest:
        return True
    # «Đảng ủy các xã, phường, làng»: a list may go on with names that are not in the table.
    if not text.startswith(",", end):
        return False
    if len(rest.split()) > _MOST_WORDS:
        return False
    return first_verb(rest) == len(rest)


def end_of_organ(text: str, position: int) -> int:
    """Return where the run of organs that holds `position` ends: at a verb, a stop or a strange comma."""
    low = plain(text)
    # In a text all in capitals no letter's size says that a word is no name.
    canon = low if text.isupper() else canonical(text)
    limit = min(len(text), position + MOST_LETTERS)
    for place in range(position, limit):
        if _ends_at(canon, low, place):
            return place
    return limit


def _ends_at(canon: str, low: str, place: int) -> bool:
    letter = canon[place]
    if letter in ",;":
        return not _goes_on(canon, low, place)
    if _ENDS.match(canon, place):
        return True
    if not letter.islower():
        return False
    if not _is_word_start(canon, place):
        return False
    return is_verb(canon, place)


def _goes_on(canon: str, low: str, comma: int) -> bool:
    if _GOES_ON.match(low, comma):
        return True
    return _names_one_more(canon, low, comma)


def _names_one_more(canon: str, low: str, comma: int) -> bool:
    """Say whether one more name stands after the comma: «các chi bộ trường học, trạm y tế rà soát»."""
    match = _ONE_MORE_NAME.match(low, comma)
    if not match:
        return False
    start, end = match.span("name")
    if _ENDS.match(canon, start):
        return False
    if VERB.match(low, start):
        return False
    words = _WORD.finditer(low, start, end)
    next(words)
    return any(is_verb(low, word.start()) for word in words)


def _is_word_start(text: str, position: int) -> bool:
    if not text[position].isalpha():
        return False
    if position == 0:
        return True
    return not text[position - 1].isalnum()
