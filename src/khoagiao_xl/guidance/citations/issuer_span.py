"""Where a citation names who issued the document: the words of the name in the text."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.citations.citation_words import either_of, words_for
from khoagiao_xl.guidance.words.verbs import is_verb
from khoagiao_xl.vietnamese.running_text import CAPITAL, SMALL, plain
from khoagiao_xl.vietnamese.symbols import NAMED
from khoagiao_xl.vietnamese.word_patterns import WORD_END

Span = tuple[int, int]


# Words of one syllable that are a whole name, or begin one of small letters: «UBND tỉnh».
_ONE_SYLLABLE = re.compile(r"[A-ZĐ][^A-ZĐ\s]*")


def _head(word: str) -> str:
    """Return the pattern of a word that begins a name; «Bộ», «Sở» do so only before a capital."""
    if _ONE_SYLLABLE.fullmatch(word):
        return rf"{word}\s(?=[{CAPITAL}])"
    return word + WORD_END


_BARE = re.compile(r"(?:Ban|Bộ|Sở|Phòng|Cục|Vụ|Viện|Trường|Hội|Đoàn|Ngành|Tỉnh|Xã|Huyện)")
_BARE_AND_ON = re.compile(
    rf"{_BARE.pattern}\s+(?:thì|là|đã|được|trong|để|có|không|sẽ|mà|cho|theo|gửi|nên|tại|vào|với|khi|và){WORD_END}"
)
# «của Bộ Chính trị | dùng trong sinh hoạt»: a name that is whole, before a word in small letters.
_KNOWN_WHOLE = re.compile(
    r"(?P<name>Ban Chấp hành Trung ương|Bộ Chính trị|Ban Bí thư|Thủ tướng Chính phủ|Chính phủ|Quốc hội)"
    rf"(?=\s(?!khóa|khoá|nước|và\s)[{SMALL}])"
)
_HEADS = tuple(map(_head, words_for("đầu tên cơ quan")))
HEAD = either_of(_HEADS)
_NOBODY = rf"{either_of(words_for('không là cơ quan'))}{WORD_END}(?!\s(?:ủy|bộ|đoàn))"
_BY = re.compile(rf"(?:của|do|được)\s+(?=[{CAPITAL}])(?!{_NOBODY})(?!(?:{NAMED})\s)")
# In a heading all in capitals no letter's size says where a name ends: only these are known whole.
_WHOLE = "Ban Chấp hành Trung ương|Bộ Chính trị|Ban Bí thư|Thủ tướng Chính phủ|Chính phủ|Quốc hội"
_IN_CAPITALS = re.compile(rf"CỦA\s+(?P<name>{_WHOLE.upper()}|(?:BAN THƯỜNG VỤ )?(?:TỈNH|THÀNH) ỦY){WORD_END}")
_NAMED_ALONE = re.compile(HEAD)
# A name that stands without «của» is none where a verb follows: there it begins the next clause.
_CLOSES = re.compile(r"\s*(?:[);|.]|,?\s*\(?(?:ngày|khóa|về|V/v|ban hành ngày|ký ngày)\s|$)")
_OPENED = re.compile(r"\(\s*$")
_NOT_OF_NAME = r"(?<!Ban)(?<!Văn)(?<!Hội đồng)(?<!hỉ đạo)(?<!ông tác)"
_STOP = re.compile(
    rf"\s*[;:“”\"()|\n\[]|(?<!TP)(?<!Tp)\s*\.(?!Ư)|\s*,|\s+năm\s+\d|\s+số\s+(?=\d+\s*[-/])"
    rf"|{_NOT_OF_NAME}\s+{either_of(words_for('hết tên cơ quan'))}{WORD_END}"
    rf"|(?<!cơ quan)(?<!sáng tạo)\s+và\s+(?:(?={NAMED})|(?=[{SMALL}])|(?=\d))|\s+-\s+(?=[{SMALL}])|$"
)
# «Sở Văn hóa, Thể thao và Du lịch» is one name.
_GOES_ON = re.compile(
    rf"(?<=Bộ Chính trị),\s+(?=Ban Bí thư)|,\s+{either_of(words_for('giữa tên cơ quan'))}{WORD_END}"
    rf"|\s*,\s+(?!{HEAD})(?!(?:{NAMED})\s)[{CAPITAL}]\w*(?:\s[{SMALL}\w]+){{0,3}}\s+và\s+(?!{HEAD})[{CAPITAL}]"
)
_ONE_MORE = re.compile(rf"\s*,\s+{HEAD}")
_WORD = re.compile(rf"(?<=\s)[{SMALL}]+")
# «Ban chỉ đạo», «Trung tâm phục vụ hành chính công»: what looks like a verb is of the name.
_OF_NAME = re.compile(
    r"(?:Ban|[Pp]hối hợp|[Cc]hỉ đạo|[Cc]ông tác|Tổ|Đội|Trung tâm|Hội đồng|Văn phòng|Ủy ban|Viện|Cục)\s$|,\s$"
)
# «Hội nghị lần thứ tám Ban Chấp hành ...»: which one it is does not end the name.
_WHICH_ONE = re.compile(
    r"(?:Hội nghị|Đại hội)\s+lần\s+thứ\s+\S+(?:\s+(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười))?"
)
_MOST_LETTERS = 130


def issuer_span(canon: str, position: int, *, is_joint: bool = False) -> Span | None:
    """Return the span of the issuer's name at `position` of canonical text, with or without «của».

    is_joint: the document has several, whose names may stand in a list.
    """
    in_capitals = _IN_CAPITALS.match(canon, position)
    if in_capitals:
        return in_capitals.span("name")
    by = _BY.match(canon, position)
    if by:
        start = by.end()
        # «của Ban | thì không phải gửi lại» names nobody.
        if _BARE_AND_ON.match(canon, start):
            return None
        whole = _KNOWN_WHOLE.match(canon, start)
        if whole:
            return whole.span("name")
        end = name_end(canon, start, is_joint=is_joint)
        return _span(canon, start, end)
    if not _NAMED_ALONE.match(canon, position):
        return None
    end = name_end(canon, position, is_joint=is_joint)
    is_opened = _OPENED.search(canon, 0, position)
    if is_opened or _CLOSES.match(canon, end):
        return _span(canon, position, end)
    return None


def _span(canon: str, start: int, end: int) -> Span | None:
    """Return the span of a name; «của Ban», «của Sở» say nothing of which."""
    name = canon[start:end]
    if not name:
        return None
    if _BARE.fullmatch(name):
        return None
    return start, end


def name_end(canon: str, start: int, *, is_joint: bool = False) -> int:
    """Return where the name of a body that begins at `start` ends: at a sign, a word of the table, a verb."""
    limit = min(len(canon), start + _MOST_LETTERS)
    end = limit
    which = _WHICH_ONE.match(canon, start)
    behind = start
    if which:
        behind = which.end()
    for stop in _STOP.finditer(canon, behind, limit):
        place = stop.start()
        if _GOES_ON.match(canon, place):
            continue
        if is_joint and _ONE_MORE.match(canon, place):
            continue
        end = place
        break
    return _before_verb(canon, start, end)


def _before_verb(canon: str, start: int, end: int) -> int:
    low = plain(canon)
    for word in _WORD.finditer(canon, start, end):
        place = word.start()
        if _OF_NAME.search(canon, start, place):
            continue
        if is_verb(low, place):
            return place - 1
    return end
