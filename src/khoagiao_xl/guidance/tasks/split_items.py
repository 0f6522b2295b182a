"""A paragraph of work taken apart: its label, its separate tasks, and the sub-topics of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from khoagiao_xl.guidance.tasks.clauses import split_clauses
from khoagiao_xl.guidance.words.field_words import field_of_label
from khoagiao_xl.guidance.words.organs import is_organ_alone, leader
from khoagiao_xl.guidance.words.verbs import first_verb, opening_verb
from khoagiao_xl.vietnamese.running_text import plain, sentences

_INLINE = re.compile(r"(?:(?<=\s)|^)\(\d{1,2}\)\s*[.:]?\s*")
_DETAIL = re.compile(
    r"trong đó|cụ thể|chú trọng|bao gồm|gồm|như|nhất là|trọng tâm là|nội dung (?:trọng tâm|chính|chủ "
    r"yếu)|tập trung (?:vào|về)|lưu ý|"
    r"qua đó|từ đó|đồng thời xem"
)
_TOPICS = re.compile(
    r"(?:trong đó|tập trung|chú trọng|gồm|nội dung|cụ thể|như sau|sau đây|sau|vào|về|trên các mặt|"
    r"trọng tâm)[^:;.]{0,60}:\s*"
)
_ANNOUNCES = re.compile(
    r"(?:các|những|một số|tốt|vào|về|mặt|tham mưu|thực hiện|làm|trước)\s+"
    r"(?:nội dung|nhiệm vụ|công việc|công tác|vấn đề|giải pháp|hoạt động|văn bản|điểm|việc|lĩnh vực|mặt)"
    r"(?:\s+(?:trọng tâm|chủ yếu|cụ thể|cơ bản|chính|sau|sau đây|dưới đây|như|là|gồm|và giải pháp|công "
    r"tác|năm \d{4}|khoa giáo)|,)*\s*:$"
)
_FOLLOWS = re.compile(r"(?:như sau|sau đây|dưới đây|theo từng lĩnh vực|bao gồm)\s*:$")
# A sentence that only says until when, or where the result goes, belongs to the task before it.
_TELLS_WHEN = re.compile(
    r"(?:thời (?:gian|hạn)|hạn cuối|(?:phải )?hoàn thành|xong)"
    r"(?:\s+(?:hoàn thành|thực hiện|tổ chức|triển khai|báo cáo|xong|dự kiến))*\s*:?\s*"
    r"(?:trước|trong|chậm nhất|muộn nhất|vào|đến|từ|cuối|tháng|qu[ýí]|ngày|\d)(?![^\W\d_])|"
    r"(?:báo cáo|kết quả|kế hoạch|văn bản)(?:\s+(?:kết quả|thực hiện|tổng kết|sơ kết))*\s+gửi(?![^\W_])"
)
_LABEL = re.compile(r"[^:;.]{2,110}?:\s+(?=\S)")


@dataclass(frozen=True)
class Piece:
    """One task in its paragraph. start, end: its span; main: where its own words end and its topics begin."""

    text: str
    start: int
    end: int
    main: int
    label: str = ""
    parts: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The exact words, sub-topics included."""
        return self.text[self.start : self.end].strip()

    @property
    def own_words(self) -> str:
        """The words of the task without its sub-topics."""
        return self.text[self.start : self.main].strip(" ;,")


def is_announcement(text: str) -> bool:
    """Say whether a sentence only introduces what follows: «... thực hiện các nhiệm vụ sau:»."""
    low, words = plain(text).strip(), len(text.split())
    return bool(words <= 45 and _ANNOUNCES.search(low)) or bool(words <= 25 and _FOLLOWS.search(low))


def tells_when(text: str) -> bool:
    """Say whether a sentence only dates the task before it: «Hoàn thành trước ngày 20/6/2024.»."""
    return _TELLS_WHEN.match(plain(text)) is not None


def label_of(text: str) -> tuple[str, int]:
    """Return the label in front of a colon («Lĩnh vực xã hội», an organ) and where the rest begins."""
    match = _LABEL.match(text)
    if not match:
        return "", 0
    label = match[0].strip(" :")
    if label.count("(") > label.count(")"):
        return "", 0
    is_label = field_of_label(label) or is_organ_alone(label) or not first_verb(label) < len(label)
    if len(label.split()) <= 16 and is_label and not opening_verb(label):
        return label, match.end()
    return "", 0


def pieces(text: str) -> list[Piece]:
    """Return the tasks of a paragraph; one that only announces the next paragraphs has none."""
    label, start = label_of(text)
    inline = list(_INLINE.finditer(text, start))
    if inline and (inline[0].start() <= start + 1 or len(inline) > 1):
        ends = [match.start() for match in inline[1:]] + [len(text)]
        spans = [(match.end(), end) for match, end in zip(inline, ends, strict=True)]
        if not any(opening_verb(text[first:last]) or leader(text[first:last]) for first, last in spans):
            return _whole(text, 0, spans)
        if not label and (opening_verb(text[start:]) or leader(text[start : inline[0].start()])):
            return _whole(text, start, spans)
        return [replace(_piece(text, first, last), label=label) for first, last in spans]
    spans = [(start + first, start + last) for first, last in sentences(text[start:])]
    return [replace(_piece(text, first, last), label=label) for first, last in _grouped(text, spans, label)]


def _whole(text: str, start: int, spans: list[tuple[int, int]]) -> list[Piece]:
    """Return the one task whose sub-topics are numbered inside its sentence."""
    parts = tuple(text[first:last].strip(" ;.,") for first, last in spans)
    opening = text.rfind("(", start, spans[0][0])
    return [Piece(text, start, len(text), opening, "", parts)]


def _grouped(text: str, spans: list[tuple[int, int]], label: str) -> list[tuple[int, int]]:
    """Return the spans of whole tasks: a sentence that asks for nothing new belongs to the one before it."""
    grouped: list[tuple[int, int]] = []
    for first, last in spans:
        sentence = text[first:last]
        if is_announcement(sentence):
            continue
        if grouped and not _is_new(text[slice(*grouped[-1])], sentence, label):
            grouped[-1] = (grouped[-1][0], last)
        else:
            grouped += [(first + start, first + end) for start, end in split_clauses(sentence)]
    return grouped


def _is_new(before: str, sentence: str, label: str) -> bool:
    if _DETAIL.match(plain(sentence)) or tells_when(sentence):
        return False
    verb = opening_verb(sentence)
    # Under a label such as «Lĩnh vực xã hội:» all sentences speak of that one topic.
    if field_of_label(label) and not leader(sentence):
        return False
    return bool(leader(sentence)) or (bool(verb) and verb != opening_verb(before))


def _piece(text: str, start: int, end: int) -> Piece:
    while end > start and text[end - 1] in " ;,":
        end -= 1
    low = plain(text[start:end])
    topics = _TOPICS.search(low)
    if not topics or topics.end() >= len(low):
        return Piece(text, start, end, end)
    parts = tuple(
        part.strip(" .") for part in re.split(r";", text[start + topics.end() : end]) if part.strip(" .…")
    )
    if len(parts) < 2:
        return Piece(text, start, end, end)
    main = _main_end(low, topics.start(), topics.end())
    return Piece(text, start, end, start + main, "", parts)


def _main_end(low: str, start: int, after: int) -> int:
    """Return where the task's own words end before its topics: at the sentence before «Trong đó ...:»."""
    stop = max(low.rfind(". ", 0, start), low.rfind("” ", 0, start))
    if stop > 0:
        return stop + 1
    comma = low.rfind(",", 0, start)
    return comma if comma > 0 and start - comma < 4 else after
