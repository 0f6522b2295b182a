"""Who: the organ a sentence names first, and those it is to work with."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.verbs import VERB, after_opening_words, first_verb, is_verb
from khoagiao_xl.vietnamese.running_text import canonical, plain

_HEADS = (
    r"cấp ủy|đảng ủy|đảng bộ|đảng đoàn|ban cán sự|chi bộ|chi ủy|chi,|tỉnh ủy|thành ủy|huyện ủy|thị ủy|"
    r"quận ủy|"
    r"ban(?!\s+(?:hành|đầu|bí thư trung))|thường trực|văn phòng|ủy ban|ubnd|hđnd|ubmttq|mttq|mặt trận|"
    r"đoàn thể|"
    r"đoàn(?!\s+kết)|tỉnh đoàn|công đoàn|liên đoàn|liên hiệp|hội(?!\s+(?:nghị|thảo|thi|nhập))|sở|"
    r"phòng(?!,|\s+(?:chống|ngừa|tránh))|"
    r"trung tâm|trường(?!\s+hợp)|báo(?!\s+(?:cáo|đảm|chí|động))|đài|bệnh viện|công ty|tổng công ty|"
    r"tập đoàn|cơ "
    r"quan|đơn vị|"
    r"doanh nghiệp|tổ chức\s+(?:cơ sở\s+)?(?:đảng|đoàn(?!\s+(?:kiểm|công tác|giám sát|khảo sát|"
    r"đi))|hội(?!\s+(?:nghị|thảo|thi|trại|diễn|chợ))|chính trị)|bí thư|"
    r"(?:đội ngũ |lực lượng )?(?:báo cáo|tuyên truyền|cộng tác) viên|bộ phận|"
    r"ngành|tổ\s+(?:công tác|giúp việc|công nghệ|cộng tác|truyền thông)|"
    r"xã|phường|thanh tra|ủy viên|đồng chí|đ/c|học viện|viện|cục|chi "
    r"cục|kho bạc|"
    r"trạm|khoa(?!\s+(?:học|giáo))|phân hiệu|hợp tác xã|câu lạc bộ|chính quyền|"
    r"nhà (?:trường|văn hóa|xuất bản)|"
    r"chi nhánh|công an|bưu điện|viễn thông|thư viện|bảo tàng|tạp chí|hạt kiểm lâm|"
    r"bảo hiểm xã hội|ngân hàng|tòa án|cơ sở giáo dục|địa phương|lực lượng|chuyên môn|đặc khu|thôn|tổ dân phố"
)
_PREFIX = r"(?:đề nghị|đối với|yêu cầu|giao|phân công|giao cho)\s+"
_MANY = r"(?:(?:tất cả|toàn thể)\s+)?(?:các|những|mỗi|từng)?\s*"
_STARTS = re.compile(rf"(?P<prefix>{_PREFIX})?(?P<organ>{_MANY}(?:{_HEADS})(?![^\W\d_]))")
_GOES_ON = re.compile(
    rf"[,;]?\s*(?:và\s+|cùng\s+)?{_MANY}(?:{_HEADS}|trực thuộc|giúp việc|chi,|"
    r"huyện|thị(?=,| xã)|thành phố)(?![^\W\d_])"
)
_ENDS = re.compile(
    r"[.:(“”\"|]|(?:để|nhằm|trong|theo|về|khi|là|đã|được|sẽ|tại|vào|trên(?! địa bàn)|thì|do|qua|định kỳ|gắn|"
    r"trước|"
    r"chậm nhất|sinh hoạt|"
    r"phù hợp|vận dụng|nơi|có)(?![^\W\d_])"
)
_TOGETHER = re.compile(
    r"(?<!chương trình )(?<!kế hoạch )(?<!trách nhiệm )(?<!quy chế )(?<!công tác )"
    r"phối hợp(?:\s+(?:chặt chẽ|thường xuyên|tốt|hiệu quả))*\s*(?P<with>với|cùng với|cùng)?\s+"
)
_NAME = re.compile(r",\s+(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,6})")
_FAR = 220


def organ_at_start(text: str) -> tuple[str, int]:
    """Return the organ with which `text` begins and where the rest begins: ("", 0) where it names none."""
    match = _STARTS.match(plain(text))
    if not match:
        return "", 0
    start = match.start("organ")
    end = _end(text, match.end("organ"))
    return text[start:end].strip(" ,;-"), end


def is_organ_alone(text: str) -> bool:
    """Say whether `text` is nothing but the name of an organ, as headings of «tổ chức thực hiện» are."""
    organ, end = organ_at_start(text)
    rest = text[end:].strip(" .:,")
    # «Đảng ủy các xã, phường, làng»: a list may go on with names that are not in the table.
    goes_on = text[end : end + 1] == "," and len(rest.split()) < 7 and first_verb(rest) == len(rest)
    return bool(organ) and (not rest or goes_on)


def _end(text: str, position: int) -> int:
    """Return where the run of organs that holds `position` ends: at a verb, a stop or a strange comma."""
    low = plain(text)
    # In a text all in capitals no letter's size says that a word is no name.
    same = low if text.isupper() else canonical(text)
    limit = min(len(text), position + _FAR)
    while position < limit:
        if same[position] in ",;":
            if not _GOES_ON.match(low, position) and not _one_more(same, low, position):
                return position
            position += 1
        elif _ENDS.match(same, position) or (
            _is_word_start(same, position) and same[position].islower() and is_verb(same, position)
        ):
            return position
        else:
            position += 1
    return limit


def _one_more(same: str, low: str, comma: int) -> bool:
    """Say whether one more name stands after the comma: «các chi bộ trường học, trạm y tế rà soát»."""
    name = _NAME.match(low, comma)
    if not name or _ENDS.match(same, name.start("name")) or VERB.match(low, name.start("name")):
        return False
    starts = [match.start() for match in re.finditer(r"(?<!\S)\S", name["name"])]
    return any(is_verb(low, name.start("name") + start) for start in starts[1:])


def _is_word_start(text: str, position: int) -> bool:
    return text[position].isalpha() and not (position and text[position - 1].isalnum())


def partners(text: str) -> str:
    """Return who is to work together with the lead, as written; several are joined by «; »."""
    found: list[str] = []
    low = plain(text)
    # «Đoàn Thanh niên chủ trì, Công đoàn phối hợp tổ chức ...»: named in front of the word.
    for match in re.finditer(r"chủ trì\s*[,;]\s*(?=\S)", low):
        organ, end = organ_at_start(text[match.end() :])
        if organ and re.match(r"\s*(?:cùng )?phối hợp(?!\s+(?:với|cùng))", low[match.end() + end :]):
            found.append(organ)
    for match in _TOGETHER.finditer(low):
        start = match.end()
        named = _STARTS.match(low, start)
        if not named or named["prefix"]:
            continue
        found.append(text[start : _end(text, named.end())].strip(" ,;"))
    return "; ".join(dict.fromkeys(found))


def _words_after(text: str, end: int) -> list[str]:
    """Return what is left of the sentence from each of its words on."""
    rest = text[end:]
    return [rest[match.start() :] for match in re.finditer(r"(?<![^\W_])[^\W\d_]", rest[:_FAR])]


def leader(text: str) -> str:
    """Return the organ that `text` itself says takes the lead, as its subject or by «giao ... chủ trì»."""
    start = after_opening_words(text)
    organ, end = organ_at_start(text[start:])
    end += start
    if organ and any(VERB.match(plain(word)) for word in _words_after(text, end)):
        return organ
    named = re.search(rf"(?:giao|phân công|do)\s+(?=({_MANY}(?:{_HEADS})))", plain(text))
    if not named or "chủ trì" not in plain(text)[named.end() :]:
        return ""
    return organ_at_start(text[named.end() :])[0]


def names_in(text: str) -> tuple[str, ...]:
    """Return the organs that `text` names as lead, as partners, or as those to be told."""
    told = [
        organ_at_start(text[match.end() :])[0]
        for match in re.finditer(r"(?<![^\W_])(?:chỉ đạo|hướng dẫn|đề nghị|yêu cầu)\s+(?=\S)", plain(text))
    ]
    return tuple(filter(None, [leader(text), *partners(text).split("; "), *told]))
