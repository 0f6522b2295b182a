"""The name of an organ: where one begins, and where it ends."""

from __future__ import annotations

import re
from functools import lru_cache

from khoagiao_xl.guidance.words.body_kinds import HEADS, KIND_HERE, MANY, NAMED_ORGAN, guarded
from khoagiao_xl.guidance.words.half_names import half_of_name, is_joined_to_name, is_named_after
from khoagiao_xl.guidance.words.known_bodies import known_at, known_names
from khoagiao_xl.guidance.words.listed_bodies import end_of_list_told
from khoagiao_xl.guidance.words.named_by_work import end_of_named_work, goes_on_with_work
from khoagiao_xl.guidance.words.open_names import end_of_open_name
from khoagiao_xl.guidance.words.verbs import VERB, first_verb, is_verb, is_verb_behind
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import CAPITAL, SMALL, canonical, plain
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, begins_with

WORK_NAMES = "|".join(row["Tên việc"] for row in language_rows("work_names"))
_ASKING = "|".join(row["Lời giao việc"] for row in language_rows("asking_words"))
STARTS = re.compile(rf"(?:(?P<prefix>{_ASKING})\s+)?(?P<organ>{NAMED_ORGAN}{LETTERS_END})")
_PREFIX = re.compile(rf"(?:{_ASKING})\s+{MANY}")
_GOES_ON = re.compile(
    rf"[,;]?\s*(?:và\s+|cùng\s+)?{MANY}"
    rf"(?:{HEADS}|trực thuộc|giúp việc|chi,|huyện|thị(?=,| xã)|thành phố){LETTERS_END}"
)


_WORK = "việc"  # of these only several end a name: «các nội dung», not «Tiểu ban nội dung»


def _words_behind() -> str:
    """Return the pattern of the words that stand behind a name and are no part of it: «một số», «để»."""
    words: list[str] = []
    for row in language_rows("words_behind_names"):
        word = guarded(row, "Từ")
        if row["Loại"] == _WORK:
            word = rf"(?:các|những)\s+{word}"
        words.append(word)
    return "|".join(words)


# «Phòng A - quý II», «Phòng A - 15/6».
_DASH_BEFORE_TIME = r"\s[-–]\s(?=\d|(?:trước|trong|tháng|quý|tuần|ngày|hằng|hàng|năm|từ|đến)\s)"
_ENDS = re.compile(rf"[.:()“”\"|\[\]]|{_DASH_BEFORE_TIME}|(?:{_words_behind()}){LETTERS_END}")
_ONE_MORE_NAME = re.compile(r",\s+(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,8})")
# A capital behind the comma, inside a sentence.
_MORE_OF_NAME = re.compile(rf",\s+(?P<name>[{CAPITAL}][{SMALL}]+\s)")
_NO_NAME = begins_with(
    f"{WORK_NAMES} | chủ đề | nghị quyết | chỉ thị | kết luận | quyết định | luật | cụ thể"
)
_PLACES = re.compile(
    r"các (?:xã|phường|thị trấn|đặc khu|huyện|tỉnh|thôn|bản|trường)\s+(?P<name>\w)[^;:.()]*$"
)
_ONE_MORE = re.compile(r"(?:[,;]|\svà)\s+$")
_WORD = re.compile(r"(?<!\S)\S")
# «Tỉnh đoàn | khảo sát»: no group of inspectors.
_HALF_KIND, _WHOLE_BY = re.compile(r"đoàn\s"), ("ỉnh ", "hành ", "ã ", "uyện ", "uận ")
_OWN_OFFICE = re.compile(r"(?:Sở|Ban|Bộ|Cục|Viện)\s(?=[a-zà-ỹđ])")
_OF_OFFICE = re.compile(r"(?:thuộc|trực thuộc|trong|toàn)\s$")
_MEETING = re.compile(rf"[Gg]iao\s+(?P<board>ban){LETTERS_END}")
MOST_LETTERS = 220  # of a name, and of what is searched behind it
_MOST_MORE_NAMES = 4
_MOST_WORDS_OF_MORE = 10  # of a body behind a semicolon
_MOST_WORDS = 6  # of a list that goes on with names that are not in the table


def organ_at_start(text: str) -> tuple[str, int]:
    """Return the organ with which `text` begins and where the rest begins: ("", 0) where it names none."""
    return _organ_at_start(text, known_names())


# Asked of the same headings and sentences again and again.
@lru_cache(maxsize=4096)
def _organ_at_start(text: str, known: tuple[str, ...]) -> tuple[str, int]:
    if is_meeting(text):
        return "", 0
    low = plain(text)
    start, behind = _first_words(low, known)
    if not behind:
        return "", 0
    end = end_of_organ(text, behind)
    name = text[start:end]
    bare = name.strip(" ,;-")
    return bare, end


def _first_words(low: str, known: tuple[str, ...]) -> tuple[int, int]:
    """Return where the name begins and where its first words end: (0, 0) where none begins."""
    places = [0]
    asked = _PREFIX.match(low)
    if asked:
        places.append(asked.end())
    for place in places:
        end = known_at(low, place, known)
        if end:
            return place, end
    match = STARTS.match(low)
    if match:
        start, end = match.span("organ")
        return start, _end_of_kind_led(low, start, end)
    return (0, 0)


def _end_of_kind_led(low: str, start: int, end: int) -> int:
    """Return where the board ends that «Trưởng Ban» opens: «Trưởng Ban Xây dựng Đảng»."""
    if not low.endswith("trưởng ban", start, end):
        return end
    kind = KIND_HERE.match(low, end - len("ban"))
    return max(end, kind.end()) if kind else end


def is_meeting(text: str) -> bool:
    """Say whether words begin with a regular meeting: «Giao ban báo chí», not «Giao Ban Tổ chức»."""
    canon = canonical(text)
    meeting = _MEETING.match(canon)
    if not meeting:
        return False
    board = meeting.start("board")
    return not KIND_HERE.match(canon, board)


def organ_from(text: str, start: int) -> str:
    """Return the organ whose name begins at `start`, "" where none does."""
    organ, _ = organ_at_start(text[start:])
    return organ


def ends_with_organ(text: str) -> bool:
    """Say whether the last words of `text` are the name of an organ: «phối hợp giữa Sở Y tế»."""
    for word in _WORD.finditer(text):
        start = word.start()
        _, length = organ_at_start(text[start:])
        if start + length == len(text):
            return True
    return False


def is_organ_alone(text: str) -> bool:
    """Say whether `text` is nothing but the name of an organ, as headings of «tổ chức thực hiện» are."""
    organ, end = organ_at_start(text)
    if not organ:
        return False
    rest = text[end:].strip(" .:,")
    if not rest:
        return True
    # «Đảng ủy các xã, phường, làng»: a list may go on with names that are not in the table.
    if text.startswith(";", end):
        return _may_be_more_bodies(rest)
    if not text.startswith(",", end):
        return False
    words = rest.split()
    if len(words) > _MOST_WORDS:
        return False
    verb = first_verb(rest)
    return verb == len(rest)


def _may_be_more_bodies(rest: str) -> bool:
    """Say whether behind a semicolon another name stands alone: «Báo A; | Cổng Thông tin điện tử tỉnh»."""
    if not rest[1:].lstrip()[:1].isupper():
        return False
    names = rest.split()
    return len(names) <= _MOST_WORDS_OF_MORE and first_verb(rest) == len(rest)


def end_of_organ(text: str, position: int) -> int:
    """Return where the run of organs that holds `position` ends: at a verb, a stop or a strange comma."""
    low = plain(text)
    # In a text all in capitals no letter's size says that a word is no name.
    canon = low if text.isupper() else canonical(text)
    furthest = position + MOST_LETTERS
    limit = min(len(text), furthest)
    known = known_names()
    place = position
    while place < limit:
        # A kind or a body known by several words is taken whole, though one of them may be a verb.
        whole = _whole_name_at(canon, low, place, known)
        if whole:
            place = whole
        elif _ends_at(canon, low, place):
            return place
        else:
            place += 1
    return limit


def _whole_name_at(canon: str, low: str, place: int, known: tuple[str, ...]) -> int:
    """Return where words end that are part of the name as a whole, 0 where none begin at `place`."""
    if canon[place] == ",":
        return goes_on_with_work(canon, place)
    if not _is_word_start(low, place):
        return 0
    end = known_at(low, place, known) or end_of_open_name(canon, place) or end_of_list_told(low, place)
    if end:
        return end
    kind = KIND_HERE.match(low, place)
    if kind and not _is_no_kind(canon, place):
        return kind.end()
    if canon[place].islower():
        return half_of_name(canon, place)
    return end_of_named_work(canon, place)


def _is_no_kind(canon: str, place: int) -> bool:
    """Say whether what looks like a kind of body is not: its words belong to what stands around it."""
    if _is_verb_of_sentence(canon, place):
        return True
    if _HALF_KIND.match(canon, place) and canon.endswith(_WHOLE_BY, 0, place):
        return True
    # «Các phòng thuộc Sở | xây dựng kế hoạch»: the body is called by its kind alone.
    own = _OWN_OFFICE.match(canon, place)
    if not own or not _OF_OFFICE.search(canon, 0, place):
        return False
    return is_verb(canon, own.end())


def _is_verb_of_sentence(canon: str, place: int) -> bool:
    """Say whether what may be a body is what the one before it does: «Đảng ủy | lãnh đạo Ủy ban ...»."""
    if _ONE_MORE.search(canon, 0, place):
        return False
    return is_verb(canon, place)


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
    if is_joined_to_name(canon, place):
        return False
    if is_verb(canon, place):
        return True
    if not is_verb_behind(low, place):
        return False
    return not is_named_after(canon, place)


def _goes_on(canon: str, low: str, comma: int) -> bool:
    if _GOES_ON.match(low, comma):
        return True
    if _names_one_more_place(canon, low, comma):
        return True
    if _goes_on_in_capitals(canon, low, comma):
        return True
    return _names_one_more(canon, low, comma)


def _names_one_more_place(canon: str, low: str, comma: int) -> bool:
    """Say whether a list of places goes on behind the comma: «Đảng ủy các xã Sơn Hà, An Phú, Tân Lập»."""
    name = _ONE_MORE_NAME.match(canon, comma)
    places = _PLACES.search(canon, 0, comma)
    if not name:
        return False
    if not places:
        return False
    next_name = name["name"]
    first_letter = next_name[0]
    if not first_letter.isupper():
        return False
    if not places["name"].isupper():
        return False
    start = name.start("name")
    return not STARTS.match(low, start)


def _goes_on_in_capitals(canon: str, low: str, comma: int) -> bool:
    """Say whether the name itself goes on: «Phòng Khoa giáo, Văn hóa - Văn nghệ tham mưu»."""
    name = _MORE_OF_NAME.match(canon, comma)
    if not name:
        return False
    start = name.start("name")
    if STARTS.match(low, start) or _NO_NAME.match(low, start):
        return False
    return not VERB.match(low, start)


def _names_one_more(canon: str, low: str, comma: int) -> bool:
    """Say whether one more name stands after the comma: «các chi bộ trường học, trạm y tế rà soát»."""
    for _ in range(_MOST_MORE_NAMES):
        match = _ONE_MORE_NAME.match(low, comma)
        if not match:
            return False
        start, comma = match.span("name")
        if not _may_be_name(canon, low, start):
            return False
        if _holds_verb(low, start, comma):
            return True
        # «các trường đại học, cao đẳng, trung cấp ký kết»: the verb may stand behind the last of several.
        if not low.startswith(",", comma):
            return False
    return False


def _may_be_name(canon: str, low: str, start: int) -> bool:
    if _ENDS.match(canon, start):
        return False
    return not VERB.match(low, start)


def _holds_verb(low: str, start: int, end: int) -> bool:
    """Say whether a verb stands behind the first word."""
    words = _WORD.finditer(low, start, end)
    next(words)
    for word in words:
        place = word.start()
        if is_verb(low, place):
            return True
    return False


def _is_word_start(text: str, position: int) -> bool:
    if not text[position].isalpha():
        return False
    if position == 0:
        return True
    before = text[position - 1]
    return not before.isalnum()
