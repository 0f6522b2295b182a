"""The labels under which something is said of a task, and what each means (`attribute_labels.csv`)."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.tree.attribute_records import Meaning
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END

_BEHIND = "đi sau"  # words that only lengthen a label
_CONTENT = "nội dung"  # opens more words about a task
_ROWS = language_rows("attribute_labels")
_LENGTHEN = "|".join(row["Nhãn"] for row in _ROWS if row["Nghĩa"] == _BEHIND)
_CONTENTS = "|".join(row["Nhãn"] for row in _ROWS if row["Nghĩa"] == _CONTENT)
_NAME_OF_WORK = "tên việc"  # only in tables
_SAYING = [row for row in _ROWS if row["Nghĩa"] not in {_BEHIND, _CONTENT, _NAME_OF_WORK}]
_MEANINGS = {row["Nhãn"]: Meaning(row["Nghĩa"]) for row in _SAYING}
_NAMING = frozenset(row["Nhãn"] for row in _ROWS if row["Chỉ nêu tên"])
_LABELS = "|".join(sorted(_MEANINGS, key=len, reverse=True))
_FREE = "|".join(row["Nhãn"] for row in _ROWS if row["Kéo dài"])
_MOST_MORE = 4  # words
_AND = r"\s*(?:,|-|&|/|và|,\s*và)\s*"
# «Thời gian, địa điểm tổ chức», «Thời gian nhận bài dự thi», «Thành phần (dự kiến)».
_LIST = rf"(?:{_LABELS}){WORD_END}(?:{_AND}(?:{_LABELS}){WORD_END})*(?:\s+(?:{_LENGTHEN}){WORD_END})*"
_LONGER = rf"(?:{_FREE})(?:\s+[^\W\d_]+){{1,{_MOST_MORE}}}"
_NAME = rf"(?:{_LIST}|{_LONGER})(?:\s*\([^()]*\))?"
# «Đơn vị chủ trì cả hai giai đoạn: ...», «Thời gian cho tất cả các lớp trên: ...».
_OF_ALL = (
    r"(?:\s+(?:(?:cho|của)\s+(?=cả|tất|toàn|các|mọi))?"
    r"(?:cả|chung|toàn bộ|tất cả|các|mọi)(?:\s+[^\W_]+){0,5})?"
)
# «Khai trương sàn. Trách nhiệm của Trung tâm A.»: behind a work it is no heading.
_OF_BODY = (
    r"(?:(?<=[.;,]\s)|(?<=\())(?P<of>(?:thuộc )?trách nhiệm(?: chính| chủ trì| thực hiện| tham mưu)?)\s+"
    r"(?:của|thuộc về|thuộc)\s+"
)
_START = r"(?:^|(?<=[.;,(\[])\s*|(?<=[.;,]\s)|(?<=”\s))(?:[-+*•]\s*)?"
LABELLED = re.compile(rf"{_START}(?P<name>{_NAME}{_OF_ALL})\s*:(?!//)\s*|{_OF_BODY}")
_ANY_LABEL = re.compile(rf"(?:{_LABELS}){WORD_END}")
_OPENS_DETAIL = re.compile(rf"(?:{_CONTENTS})\s*:")
_LABEL_ALONE = re.compile(rf"{_NAME}\s*[:.]?")
# «đơn vị, cơ quan phối hợp»: alone these would name who leads.
_KINDS_OF_BODIES = frozenset({"đơn vị", "cơ quan", "bộ phận"})
_FIRST = (Meaning.DUE, Meaning.LEAD, Meaning.OUTPUT, Meaning.SUPPORT, Meaning.NOTE)


def meaning_of(name: str) -> Meaning:
    """Return what a label of several means: when, before who, before what else it tells."""
    labels = _ANY_LABEL.findall(name)
    telling = [label for label in labels if label not in _KINDS_OF_BODIES]
    meanings = [_MEANINGS[label] for label in telling or labels]
    return min(meanings, key=_FIRST.index)


def only_names(label: str) -> bool:
    """Say whether behind the label nothing but names may stand: «Đơn vị chủ trì», not «Trách nhiệm»."""
    labels = _ANY_LABEL.findall(label)
    return any(map(_NAMING.__contains__, labels))


def opens_detail(text: str) -> bool:
    """Say whether a line only tells more of a task: «Yêu cầu: …», «Nội dung cụ thể:»."""
    return _OPENS_DETAIL.match(plain(text)) is not None


def label_alone(text: str) -> Meaning | None:
    """Return the meaning of a line that is only a label, whose value stands below: «Thành phần:»."""
    match = _LABEL_ALONE.fullmatch(plain(text))
    if not match:
        return None
    meaning = meaning_of(match[0])
    # «1. Kết quả đạt được» without a colon stands over what has been.
    if meaning is Meaning.OUTPUT and not text.rstrip().endswith(":"):
        return None
    return meaning
