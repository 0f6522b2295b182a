"""The verbs with which a guidance asks for something, and where a sentence uses them as such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from khoagiao_xl.guidance.words.time_openings import time_opening
from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.running_text import canonical, plain
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, any_of


def _pattern(rows: Iterable[dict[str, str]]) -> str:
    """Return the pattern of the verbs of the table, each with the words that make it no verb around it."""
    verbs: list[str] = []
    for row in rows:
        verb = _not_before(row)
        for word in listed(row["Không đứng sau"]):
            # «Phòng Đổi mới sáng tạo»: a name writes the word before it with a capital.
            verb = f"(?<!(?i:{word}) ){verb}"
        verbs.append(verb)
    return "|".join(verbs)


def _not_before(row: dict[str, str]) -> str:
    """Return the pattern of a verb, unless a word behind it makes it half of a noun: «dự án»."""
    verb = row["Động từ"]
    others = listed(row["Không đứng trước"])
    if not others:
        return verb
    nouns = "|".join(others)
    return rf"{verb}(?!\s+(?:{nouns}){LETTERS_END})"


_ROWS = language_rows("verbs")
# Some of one syllable are read as verbs only where a sentence begins: inside it they may be half of a word.
_INSIDE_ROWS = [row for row in _ROWS if row["Giữa câu"]]
_ANY = "|".join(map(_not_before, _ROWS))
VERB = re.compile(f"(?:{_ANY}){LETTERS_END}")
_VERB_INSIDE = re.compile(f"(?:{_pattern(_INSIDE_ROWS)}){LETTERS_END}")
# «Phòng A soạn bộ câu hỏi»: behind a name they are verbs where something is left for them to do.
_VERB_BEHIND = re.compile(rf"(?:{_pattern(language_rows('verbs_behind_names'))})\s+(?=\w)")
# «mỗi tháng một lần», «hai tuần 01 buổi», «hằng quý ít nhất 02 đợt».
_TIMES = (
    r"(?:(?:ít nhất|tối thiểu|ít nhất là)\s+)?(?:một|hai|ba|bốn|\d{1,2})\s+(?:lần|buổi|đợt|kỳ|số|cuộc|ngày)"
)
_SPAN = r"(?:tuần|tháng|quý|năm|học kỳ|ngày|tối|sáng|chiều|buổi|kỳ|đợt|vụ)"
_RHYTHM = rf"(?:(?:mỗi|hằng|hàng)\s+{_SPAN}(?:\s+{_TIMES})?|(?:một|hai|ba|\d{{1,2}})\s+{_SPAN}\s+{_TIMES})"
# Words that stand before a verb without making the sentence less of a request.
_SOFT = re.compile(
    any_of(rf"""
    {_RHYTHM} |
    (?:hằng|hàng)\s+(?:năm|tháng|quý) |
    trong\s+(?:năm|quý|tháng)\s+[\divx]+(?:[/ ](?:năm\s+)?\d{{4}})? |
    trên cơ sở[^,;.]*(?:,\s(?:đơn vị|địa phương|cơ quan|ngành|nhà trường)(?=,))* |
    (?:trước|chậm nhất|đến)(?:\s+là)?\s+ngày\s+[\d/.-]+
        (?:\s+(?:của\s+)?(?:tháng|quý)\s[^,;.]{{1,25}}(?=,))? |
    định\s+kỳ(?:\s+(?:(?:hằng|hàng|mỗi)\s+)?(?:tuần|tháng|quý|0?[69]\s+tháng|năm)(?:,|\s+và)?)+ |
    định kỳ[^,;.]* | căn cứ[^,;.]* | quý\s+[ivx\d]+ | tháng\s+\d+(?:/\d{{4}})? | đồng thời | trước mắt |
    từng bước | bên cạnh đó | ngoài ra | (?:ngay\s+)?(?:sau\s+|trước\s+)?khi\s[^,;.]*, | nếu\s[^,;.]*, |
    tùy\s[^,;.]*, | trường hợp\s[^,;.]*, | cùng với đó | nhân dịp[^,;.]* | để[^,;.]* | qua đó |
    thông qua[^,;.]*
    """)
    + r"\s*[,:]?\s*"
)
# «Sở Y tế sẽ kịp thời báo cáo»: between a name and its verb.
HOW = "sẽ|cần|phải|tự|trực tiếp|kịp thời|chủ động|khẩn trương|đồng loạt|sớm"
_MOST_SOFT = 3  # that are left aside in front of a verb
_NEAR = 24
# Nouns that look like verbs: «các tổ chức đảng», «cơ quan tham mưu, giúp việc», «công tác kiểm tra».
_NOUN_BEFORE = re.compile(
    any_of("""
    chương trình | kế hoạch | (?<!tổ )(?<!đoàn )công tác | hoạt động | đội ngũ |
    quy chế | hệ thống | các | những | một số |
    phương thức | trách nhiệm | đối tượng | địa | lĩnh vực | mảng | phần việc
    """)
    + r"\s+$"
)


def _organisations() -> Iterator[str]:
    """Yield the patterns of bodies that begin as a verb: «tổ chức hội», but «tổ chức hội thao» holds one."""
    for row in language_rows("organs"):
        name = row["Từ đầu của tên"]
        held = "|".join(listed(row["Không đứng trước"]))
        if name.startswith("tổ chức "):
            yield rf"{name}(?!\s+(?:{held}))" if held else name


_NOUN_AFTER = re.compile(
    rf"{'|'.join(_organisations())}|tổ chức\s+(?:cơ sở\s+)?(?:quần chúng|liên quan|có liên quan)"
)
_LETTER_OF_WORD = re.compile(r"(?<![^\W_])[^\W\d_]")


def is_verb(low: str, position: int) -> bool:
    """Say whether a verb of request stands at `position` of the lower-case text `low`."""
    if not _VERB_INSIDE.match(low, position):
        return False
    if _NOUN_AFTER.match(low, position):
        return False
    start = max(0, position - _NEAR)
    before = low[start:position]
    return not _NOUN_BEFORE.search(before)


def is_verb_behind(low: str, position: int) -> bool:
    """Say whether a verb stands at `position` of `low` if what stands before it is a whole name."""
    if _VERB_BEHIND.match(low, position):
        return True
    return is_verb(low, position)


def opening_verb(text: str) -> str:
    """Return the verb with which `text` begins, after words of time and ground; "" where there is none."""
    low = plain(text).lstrip('“"( ')
    position = time_opening(low)
    for _ in range(_MOST_SOFT):
        soft = _SOFT.match(low, position)
        verb = _verb_at(low, position)
        if not soft:
            return verb
        # «Định kỳ hằng quý báo cáo»: what only says when gives way to the verb behind it.
        position = soft.end()
        if verb and not VERB.match(low, position):
            return verb
    match = VERB.match(low, position)
    if match:
        return match[0]
    return ""


def _verb_at(low: str, position: int) -> str:
    """Return the verb at the beginning of a sentence, "" for a noun that looks like one."""
    if _NOUN_AFTER.match(low, position):
        return ""
    match = VERB.match(low, position)
    if match:
        return match[0]
    return ""


def after_opening_words(text: str) -> int:
    """Return where the sentence begins after words of time and ground: «Hằng quý, », «Căn cứ ..., »."""
    low = plain(text)
    position = time_opening(low)
    while soft := _SOFT.match(low, position):
        position = soft.end()
    return position


def first_verb(text: str) -> int:
    """Return where the first verb of request in small letters begins; the length where there is none."""
    canon = canonical(text)
    for letter in _LETTER_OF_WORD.finditer(canon):
        place = letter.start()
        if letter[0].islower() and is_verb(canon, place):
            return place
    return len(text)
