"""A paragraph of work taken apart: its separate tasks, and the sub-topics of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from khoagiao_xl.guidance.tasks.clauses import Span, behind_refused, clauses_of, split_clauses
from khoagiao_xl.guidance.tasks.delivered_works import brings_result
from khoagiao_xl.guidance.tasks.named_works import named_work
from khoagiao_xl.guidance.tasks.paragraph_labels import label_of
from khoagiao_xl.guidance.tasks.statements import tells_when
from khoagiao_xl.guidance.tasks.work_piece import Piece
from khoagiao_xl.guidance.tree.attributes import is_only_attributes, line_attributes
from khoagiao_xl.guidance.tree.clause_attributes import clause_attributes
from khoagiao_xl.guidance.tree.item_words import WORK_NAMES
from khoagiao_xl.guidance.tree.lead_ins import is_announcement
from khoagiao_xl.guidance.words.attribution import tells_who
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.field_words import field_of_label
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.period_headings import names_period
from khoagiao_xl.guidance.words.requests import asked_by_day, asks_for_work, verb_behind_time
from khoagiao_xl.guidance.words.roles import HELPS
from khoagiao_xl.guidance.words.shared_work import sharers
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain, sentences
from khoagiao_xl.vietnamese.word_patterns import either

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
# «Lập 02 đoàn. Đoàn 1 do ...; Đoàn 2 do ...»: who leads a group does not lead the work.
_GROUPS = re.compile(r"(?<=[.;]\s)(?:đoàn|tổ|nhóm|đội)\s+(?:số\s+|thứ\s+)?(?:\d+|nhất|một)\s+(?:do|gồm)\s")
_ALONE_IN_BRACKETS = re.compile(r"\(([^()]+)\)[\s.;]*")


def pieces(text: str, *, is_led: bool = False) -> list[Piece]:
    """Return the tasks of a paragraph; one that only announces the next paragraphs has none.

    is_led: what stands above it says who leads.
    """
    named = named_work(text)
    if named:
        return [named]
    label, start = label_of(text)
    numbered = _numbered_parts(text, start)
    if not numbered:
        tasks = _tasks(text, start, label, is_led)
        return _labelled(text, tasks, label)
    if not _hold_tasks(text, numbered):
        return [_with_topics(text, 0, numbered)]
    if not label and _opens_with_work(text):
        return [_with_topics(text, start, numbered)]
    return _labelled(text, numbered, label)


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


def _tasks(text: str, start: int, label: str, is_led: bool) -> list[Span]:
    """Return the spans of whole tasks: a sentence that asks for nothing new belongs to the one before it."""
    tasks: list[Span] = []
    for first, last in _sentences(text, start):
        sentence = text[first:last]
        if is_announcement(sentence):
            continue
        if not _is_new(text, tasks, sentence, label) or _delivers_last(text, tasks, sentence, is_led):
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
    if sharers(sentence) or _only_helps(sentence):
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


def _delivers_last(text: str, tasks: list[Span], sentence: str, is_led: bool) -> bool:
    """Say whether the sentence tells who brings the result of the task before it, which nobody leads."""
    if not tasks or is_led:
        return False
    first, last = tasks[-1]
    return brings_result(text[first:last], sentence)


def _only_helps(sentence: str) -> bool:
    """Say whether a sentence names who helps with the task before it: «Văn phòng phối hợp chuẩn bị ...»."""
    organ, end = organ_at_start(sentence)
    if not organ:
        return False
    if not HELPS.match(plain(sentence), end):
        return False
    due = find_due(sentence, ANY_YEAR)
    return due.day is None


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
