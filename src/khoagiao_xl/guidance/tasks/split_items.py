"""A paragraph of work taken apart: its label, its separate tasks, and the sub-topics of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from khoagiao_xl.guidance.tasks.clauses import Span, split_clauses
from khoagiao_xl.guidance.tasks.statements import asks_for_work, is_announcement, tells_when
from khoagiao_xl.guidance.words.field_words import field_of_label
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.guidance.words.parties import leader, partners
from khoagiao_xl.guidance.words.verbs import first_verb, opening_verb
from khoagiao_xl.vietnamese.running_text import plain, sentences
from khoagiao_xl.vietnamese.word_patterns import either

_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(\d{1,2}\)\s*[.:]?\s*")
_DETAIL = re.compile(
    either("""
    trong đó | cụ thể | chú trọng | bao gồm | gồm | như | nhất là | trọng tâm là |
    nội dung (?:trọng tâm|chính|chủ yếu) | tập trung (?:vào|về) | lưu ý | qua đó | từ đó | đồng thời xem
    """)
)
_TOPICS = re.compile(
    r"(?:trong đó|tập trung|chú trọng|gồm|nội dung|cụ thể|như sau|sau đây|sau|vào|về|trên các mặt|"
    r"trọng tâm)[^:;.]{0,60}:\s*"
)
_LABEL = re.compile(r"[^:;.]{2,110}?:\s+(?=\S)")
_MOST_WORDS_OF_LABEL = 16


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
        return words.strip(" ;,")

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
        return opening_verb(self.own_words) != ""


def label_of(text: str) -> tuple[str, int]:
    """Return the label in front of a colon («Lĩnh vực xã hội», an organ) and where the rest begins."""
    match = _LABEL.match(text)
    if not match:
        return "", 0
    label = match[0].strip(" :")
    if not _is_label(label):
        return "", 0
    return label, match.end()


def _is_label(words: str) -> bool:
    if words.count("(") > words.count(")"):
        return False
    if len(words.split()) > _MOST_WORDS_OF_LABEL:
        return False
    if opening_verb(words):
        return False
    if field_of_label(words):
        return True
    if is_organ_alone(words):
        return True
    return first_verb(words) >= len(words)


def pieces(text: str) -> list[Piece]:
    """Return the tasks of a paragraph; one that only announces the next paragraphs has none."""
    label, start = label_of(text)
    numbered = _numbered_parts(text, start)
    if not numbered:
        tasks = _tasks(text, start, label)
        return _labelled(text, tasks, label)
    parts = [text[first:last] for first, last in numbered]
    if not any(map(asks_for_work, parts)):
        return [_with_topics(text, 0, numbered)]
    if not label and _opens_with_work(text):
        return [_with_topics(text, start, numbered)]
    return _labelled(text, numbered, label)


def _numbered_parts(text: str, start: int) -> list[Span]:
    """Return the spans behind (1), (2) in the paragraph, none where a single one stands inside it."""
    marks = [mark.span() for mark in _NUMBERED.finditer(text, start)]
    if len(marks) == 1 and not _opens(text, start):
        return []
    spans: list[Span] = []
    for (_, first), (last, _) in pairwise([*marks, (len(text), 0)]):
        spans.append((first, last))
    return spans


def _opens(text: str, start: int) -> bool:
    """Say whether a number stands at the beginning of the words."""
    return any(_NUMBERED.match(text, place) for place in (start, start + 1))


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
        if _is_new(text, tasks, sentence, label):
            tasks += _shifted(split_clauses(sentence), first)
        else:
            begin, _ = tasks.pop()
            tasks.append((begin, last))
    return tasks


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
    if tells_when(sentence):
        return False
    if _DETAIL.match(plain(sentence)):
        return False
    if leader(sentence):
        return True
    # Under a label such as «Lĩnh vực xã hội:» all sentences speak of that one topic.
    if field_of_label(label):
        return False
    verb = opening_verb(sentence)
    if not verb:
        return False
    first, last = tasks[-1]
    return verb != opening_verb(text[first:last])


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
    opening = _TOPICS.search(low)
    if not opening:
        return whole
    topics = tuple(_topics(words[opening.end() :]))
    if len(topics) < 2:
        return whole
    main = _main_end(low, opening)
    return replace(whole, main=start + main, parts=topics)


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
