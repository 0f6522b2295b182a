"""A paragraph of work taken apart: its label, its separate tasks, and the sub-topics of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from khoagiao_xl.guidance.tasks.clauses import Span, behind_refused, clauses_of, split_clauses
from khoagiao_xl.guidance.tasks.statements import tells_when
from khoagiao_xl.guidance.tree.attribute_records import Attribute
from khoagiao_xl.guidance.tree.attributes import (
    attributes_in,
    is_only_attributes,
    line_attributes,
    without_attributes,
)
from khoagiao_xl.guidance.tree.clause_attributes import clause_attributes
from khoagiao_xl.guidance.tree.item_words import WORK_NAMES
from khoagiao_xl.guidance.tree.lead_ins import group_of_bodies, is_announcement, names_body
from khoagiao_xl.guidance.words.attribution import tells_who
from khoagiao_xl.guidance.words.body_kinds import PERSONS
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.field_words import field_of_label
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.organs import ends_with_organ, is_organ_alone, organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.period_headings import names_period
from khoagiao_xl.guidance.words.requests import asked_by_day, asks_for_work, verb_behind_time
from khoagiao_xl.guidance.words.shared_work import sharers
from khoagiao_xl.guidance.words.verbs import first_verb, opening_verb
from khoagiao_xl.vietnamese.running_text import plain, sentences, without_quoted
from khoagiao_xl.vietnamese.word_patterns import begins_with, either

_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(\d{1,2}\)\s*[.:]?\s*")
_DETAIL = re.compile(
    either("""
    trong đó | cụ thể | chú trọng | bao gồm | gồm | như | nhất là | trọng tâm là |
    nội dung (?:trọng tâm|chính|chủ yếu) | tập trung (?:vào|về) | lưu ý | qua đó | từ đó | đồng thời xem |
    (?:đoàn|tổ|nhóm|lớp|đợt|đội|cụm|khối) (?:số |thứ )?(?:\\d|nhất|hai|một|ba)
    """)
)
_TOPICS = re.compile(
    r"(?:trong đó|tập trung|chú trọng|gồm|nội dung|cụ thể|như sau|sau đây|sau|vào|về|trên các mặt|"
    r"trọng tâm)[^:;.]{0,60}:\s*"
)
# What stands before a colon without naming the work behind it.
_TOPIC = begins_with("""
    về | đối với | công tác | lĩnh vực | nội dung | nhiệm vụ | giải pháp | tuyên truyền | trọng tâm | cụ thể |
    trong đó | ngoài ra | quý | tháng | phân công | trách nhiệm | tổ chức thực hiện | lưu ý | yêu cầu |
    tên gọi | tên việc | tên hoạt động | một là | hai là | ba là | bốn là | năm là | thứ | kinh phí
""")
_LABEL = re.compile(r"[^:;.(]{2,110}(?:\([^()]*\)\s*)?:\s+(?=\S)")
# «Lập 02 đoàn. Đoàn 1 do ...; Đoàn 2 do ...»: who leads a group does not lead the work.
_GROUPS = re.compile(r"(?<=[.;]\s)(?:đoàn|tổ|nhóm|đội)\s+(?:số\s+|thứ\s+)?(?:\d+|nhất|một)\s+(?:do|gồm)\s")
_MOST_WORDS_OF_LABEL = 18
_ALONE_IN_BRACKETS = re.compile(r"\(([^()]+)\)[\s.;]*")
_WAITS = re.compile(r"\s(?:về|cho|tại|ở|đến|tới|qua|với|là|gồm|của|từ|trên|theo|bởi|và|do)\s*:\s*$")
_SIGNS = " :-–"
_DASH = re.compile(r"\s[-–]\s(?=[^\W\d_])")
_PERSON = re.compile(rf"(?:{PERSONS})\b")


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
        words = self.text[self.start : self.end]
        return words.strip()

    @cached_property
    def own_words(self) -> str:
        """The words of the task without its sub-topics."""
        words = self.text[self.start : self.main]
        own = without_attributes(words)
        return own.strip(" ;,:-–")

    @property
    def title(self) -> str:
        """The words of the task, with the name of the work that stands before its colon."""
        before = self.text[: self.start]
        label = before.strip(" :")
        if not label:
            return self.own_words
        if label != self.label:
            return self.own_words
        if _is_topic(label):
            return self.own_words
        return f"{label}: {self.own_words}"

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """Who, with whom, when and where, as labels in its words and the clauses behind its name say."""
        labelled = attributes_in(self.source)
        if self.parts:
            return labelled
        behind = without_attributes(self.text[self.main : self.end].strip(_SIGNS))
        return (*labelled, *clause_attributes(behind))

    @cached_property
    def leader(self) -> str:
        """Whom its own words name to lead, "" where they name nobody."""
        return leader(self.own_words)

    @cached_property
    def partners(self) -> str:
        """Whom its own words name to help."""
        return partners(self.own_words)

    @cached_property
    def asks(self) -> bool:
        """Whether its own words begin with a verb of request or say who is to do something."""
        if self.leader:
            return True
        return verb_behind_time(self.own_words) != "" or asked_by_day(self.own_words)


def label_of(text: str) -> tuple[str, int]:
    """Return the label in front of a colon («Lĩnh vực xã hội», an organ) and where the rest begins."""
    match = _LABEL.match(text)
    if not match:
        return "", 0
    label = match[0].strip(" :")
    if not _is_label(label):
        return "", 0
    return label, match.end()


def _is_topic(label: str) -> bool:
    """Say whether a label tells of which field, of whom or in general what follows is, and names no work."""
    if names_period(label):
        return True
    low = plain(label)
    if WORK_NAMES.match(low):
        return False
    if _TOPIC.match(low) or names_body(label) or group_of_bodies(label):
        return True
    return field_of_label(label) != "" and not opening_verb(label)


def _is_label(words: str) -> bool:
    if words.count("(") > words.count(")"):
        return False
    if len(words.split()) > _MOST_WORDS_OF_LABEL:
        return False
    if group_of_bodies(words):
        return True
    if opening_verb(words) or leader(words):
        return False
    if field_of_label(words):
        return True
    if is_organ_alone(words):
        return True
    return first_verb(without_quoted(words)) >= len(words)


def pieces(text: str) -> list[Piece]:
    """Return the tasks of a paragraph; one that only announces the next paragraphs has none."""
    named = _named_work(text)
    if named:
        return [named]
    label, start = label_of(text)
    numbered = _numbered_parts(text, start)
    if not numbered:
        tasks = _tasks(text, start, label)
        return _labelled(text, tasks, label)
    if not _hold_tasks(text, numbered):
        return [_with_topics(text, 0, numbered)]
    if not label and _opens_with_work(text):
        return [_with_topics(text, start, numbered)]
    return _labelled(text, numbered, label)


def _named_work(text: str) -> Piece | None:
    """Return the work that is named before a colon or a dash, behind which only who and when stand."""
    for main in _ends_of_name(text):
        if not clause_attributes(without_attributes(text[main:].strip(_SIGNS))):
            continue
        return Piece(
            text,
            start=0,
            end=len(text),
            main=main,
        )
    return None


def _ends_of_name(text: str) -> Iterator[int]:
    """Yield where the words behind the name of a work may begin: behind its colon, or its dash."""
    named = _LABEL.match(text)
    if named and _may_be_named(text, named):
        yield named.end()
    for dash in _DASH.finditer(text):
        name = text[: dash.start()]
        if _may_be_name_of_work(name) and _is_office_behind(name, text[dash.end() :]):
            yield dash.end()


def _may_be_named(text: str, named: re.Match[str]) -> bool:
    # «Gửi văn bản về: Văn phòng»: who stands behind the colon belongs to the words before it.
    name = named[0]
    low = plain(name)
    if _WAITS.search(low):
        return False
    if _is_topic(name):
        return False
    end = named.end()
    return not _is_in_attribute(text, end)


def _is_in_attribute(text: str, place: int) -> bool:
    """Say whether the colon before `place` is that of a label: «Tập huấn ..., cơ quan chuẩn bị: Ban A»."""
    return any(attribute.start < place <= attribute.end for attribute in attributes_in(text))


def _may_be_name_of_work(name: str) -> bool:
    if name.count("(") > name.count(")"):
        return False
    return not _is_topic(name)


def _is_office_behind(name: str, behind: str) -> bool:
    """Say whether a body stands behind a dash that is no second half of «Báo A - Đài B», «Sở A - Sở B»."""
    organ, _ = organ_at_start(behind)
    if not organ:
        return False
    low = plain(behind)
    if _PERSON.match(low):
        return True
    return not ends_with_organ(name)


def _hold_tasks(text: str, spans: Iterable[Span]) -> bool:
    """Say whether one of the numbered parts asks for work itself."""
    parts = [text[first:last] for first, last in spans]
    return any(map(asks_for_work, parts))


def _numbered_parts(text: str, start: int) -> list[Span]:
    """Return the spans behind (1), (2) in the paragraph, none where a single one stands inside it."""
    marks = list(_NUMBERED.finditer(text, start))
    if len(marks) == 1 and not _opens(text, start):
        return []
    spans: list[Span] = []
    last = len(text)
    for mark in reversed(marks):
        first = mark.end()
        spans.append((first, last))
        last = mark.start()
    spans.reverse()
    return spans


def _opens(text: str, start: int) -> bool:
    """Say whether a number stands at the beginning of the words."""
    if _NUMBERED.match(text, start):
        return True
    behind_blank = start + 1
    return _NUMBERED.match(text, behind_blank) is not None


def _opens_with_work(text: str) -> bool:
    """Say whether the words in front of the first number already ask for something."""
    if opening_verb(text):
        return True
    first = _NUMBERED.search(text)
    if first is None:
        return False
    opening = text[: first.start()]
    return leader(opening) != ""


def _with_topics(text: str, start: int, spans: list[Span]) -> Piece:
    """Return the one task whose sub-topics are numbered inside its sentence."""
    topics: list[str] = []
    for first, last in spans:
        topic = text[first:last]
        topics.append(topic.strip(" ;.,"))
    first, _ = spans[0]
    return Piece(
        text=text,
        start=start,
        end=len(text),
        main=text.rfind("(", start, first),
        parts=tuple(topics),
    )


def _labelled(text: str, spans: Iterable[Span], label: str) -> list[Piece]:
    found: list[Piece] = []
    for first, last in spans:
        piece = _piece(text, first, last)
        found.append(replace(piece, label=label))
    return found


def _tasks(text: str, start: int, label: str) -> list[Span]:
    """Return the spans of whole tasks: a sentence that asks for nothing new belongs to the one before it."""
    tasks: list[Span] = []
    for first, last in _sentences(text, start):
        sentence = text[first:last]
        if is_announcement(sentence):
            continue
        if not _is_new(text, tasks, sentence, label):
            begin, _ = tasks.pop()
            tasks.append((begin, last))
            continue
        begin = first + behind_refused(sentence)
        clauses = _works_of_month(text[begin:last], label) or split_clauses(text[begin:last])
        tasks += _shifted(clauses, begin)
    return tasks


def _works_of_month(sentence: str, label: str) -> list[Span]:
    """Return the works of a line of a calendar: «Tháng 3: Kỷ niệm ...; khai mạc ...», none of another."""
    if not names_period(label):
        return []
    spans = clauses_of(sentence)
    if all(names_work(sentence[first:last]) for first, last in spans):
        return spans
    return []


def names_work(words: str) -> bool:
    """Say whether the words begin with a verb of request or with the name of a work: «Kỷ niệm ngày 08/3»."""
    if opening_verb(words):
        return True
    return WORK_NAMES.match(plain(words).strip()) is not None


def _shifted(spans: Iterable[Span], by: int) -> Iterator[Span]:
    for first, last in spans:
        yield first + by, last + by


def _sentences(text: str, start: int) -> Iterator[Span]:
    words = text[start:]
    return _shifted(sentences(words), start)


def _is_new(text: str, tasks: list[Span], sentence: str, label: str) -> bool:
    """Say whether the sentence asks for something else than the task before it."""
    if not tasks:
        return True
    if tells_when(sentence) or tells_who(sentence) or line_attributes(sentence):
        return False
    if is_only_attributes(sentence):
        return False
    # «Ban hành kế hoạch năm. (Chủ nhiệm Ủy ban Kiểm tra)»
    bracket = _ALONE_IN_BRACKETS.fullmatch(sentence)
    if bracket and clause_attributes(bracket[1]):
        return False
    detail = _DETAIL.match(plain(sentence))
    if detail:
        return _is_given_to_one(sentence[detail.end() :])
    if sharers(sentence):
        return False
    if leader(sentence):
        return True
    # Under a label such as «Lĩnh vực xã hội:» all sentences speak of that one topic.
    if field_of_label(label):
        return False
    verb = verb_behind_time(sentence)
    first, last = tasks[-1]
    if not verb:
        return asked_by_day(sentence) and find_due(text[first:last], ANY_YEAR).day is not None
    return verb != verb_behind_time(text[first:last])


def _is_given_to_one(words: str) -> bool:
    """Say whether a detail is a work of its own: «Trong đó, Tỉnh đoàn mở các lớp ... trước 15/8»."""
    bare = words.lstrip(" ,")
    organ, end = organ_at_start(bare)
    if not organ or not opening_verb(bare[end:]):
        return False
    return find_due(bare, ANY_YEAR).day is not None


def _piece(text: str, start: int, end: int) -> Piece:
    words = text[start:end]
    words = words.rstrip(" ;,")
    end = start + len(words)
    whole = Piece(
        text=text,
        start=start,
        end=end,
        main=end,
    )
    low = plain(words)
    group = _GROUPS.search(low)
    if group:
        first = group.start()
        return replace(whole, main=start + first, parts=tuple(_topics(words[first:])))
    opening = _TOPICS.search(low)
    if not opening or _is_in_bracket(low, opening.end()):
        return whole
    topics = tuple(_topics(words[opening.end() :]))
    if len(topics) < 2:
        return whole
    main = _main_end(low, opening)
    return replace(whole, main=start + main, parts=topics)


def _is_in_bracket(low: str, place: int) -> bool:
    """Say whether a bracket is open at `place`: «(cụm 1: 15/10; cụm 2: 22/10)» holds no topics."""
    before = low[:place]
    return before.count("(") > before.count(")")


def _topics(words: str) -> Iterator[str]:
    for part in words.split(";"):
        if part.strip(" .…"):
            yield part.strip(" .")


def _main_end(low: str, opening: re.Match[str]) -> int:
    """Return where the task's own words end before its topics: at the sentence before «Trong đó ...:»."""
    start, end = opening.span()
    before = low[:start]
    stop = max(before.rfind(". "), before.rfind("” "))
    if stop > 0:
        return stop + 1
    comma = before.rfind(",")
    if comma <= 0:
        return end
    between = start - comma
    return comma if between < 4 else end
