"""Doubts about what no table knows: a lead that is no body, a work without a verb, half a sentence."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.guidance.guidance_records import PlannedTask
from khoagiao_xl.guidance.tasks.lead_places import BEFORE_THE_COLON, IN_A_COLUMN, IN_THE_WORDS
from khoagiao_xl.guidance.tree.item_words import WORK_NAMES
from khoagiao_xl.guidance.words.body_certainty import is_sure_body
from khoagiao_xl.guidance.words.calendar_spans import SchoolYear
from khoagiao_xl.guidance.words.event_days import context_words
from khoagiao_xl.guidance.words.known_bodies import known_names
from khoagiao_xl.guidance.words.name_ends import has_unknown_word
from khoagiao_xl.guidance.words.organs import is_organ_alone, organ_at_start
from khoagiao_xl.guidance.words.roles import LEADS_SURELY
from khoagiao_xl.guidance.words.verbs import HOW, opening_verb
from khoagiao_xl.vietnamese.running_text import plain

_SIGNS: Final = '-+*•("“ '
_COUNT: Final = re.compile(r"^\d+\s+")
_HOW: Final = re.compile(rf"^(?:(?:{HOW})\s+)+")
_FEW_CLAUSES: Final = 2
_BRACKET: Final = re.compile(r"\(([^()]*)\)")
_BARE_DAY: Final = re.compile(r"(?:ngày\s+)?\d[\d/\s,-]*")
_PART: Final = re.compile(r"trong đó,?\s[^.;]*$")
_EVENT: Final = re.compile(context_words("sự kiện"))
_YEAR: Final = re.compile(r"20\d\d|năm (?:sau|tới|kế tiếp)|\d/\d{1,2}/\d\d")


def is_led_by_no_known_body(task: PlannedTask) -> bool:
    """Whether what is said to lead is not the name of a body and nothing else: «Chủ trì: thường trực»."""
    lead = task.record.lead
    if not lead or plain(lead) in known_names():
        return False
    # A column of leads may hold names that are in no table.
    if task.lead_from == IN_A_COLUMN:
        return False
    return not (is_organ_alone(lead) and is_sure_body(lead))


def is_lead_of_unknown_words(task: PlannedTask) -> bool:
    """Whether a word that no table of bodies holds ends the lead, wherever it was found: «Tỉnh đoàn vui»."""
    if task.lead_from == IN_A_COLUMN:
        return False
    return has_unknown_word(task.record.lead)


def names_another_in_brackets(task: PlannedTask) -> bool:
    """Whether a bracket names a body that is not the lead: «Đoàn công tác làm việc (Phòng Khoa giáo)»."""
    lead = plain(task.record.lead)
    helpers = plain(task.record.support)
    for bracket in _BRACKET.findall(task.record.source):
        if lead in plain(bracket):
            continue
        organ, _ = organ_at_start(bracket)
        named = plain(organ)
        if named not in lead and named not in helpers:
            return True
    return False


def begins_inside_a_sentence(task: PlannedTask) -> bool:
    """Whether it begins with a small letter and names nobody: words of the sentence before may be missing."""
    if task.lead_from in (IN_THE_WORDS, IN_A_COLUMN, BEFORE_THE_COLON):
        return False
    first = task.record.source.lstrip(_SIGNS)[:1]
    return first.islower()


def names_no_work(task: PlannedTask) -> bool:
    """Whether neither a known verb nor the name of a work opens its words: «01 lớp chuyên sâu về ...»."""
    if task.lead_from == IN_A_COLUMN or task.is_review:
        return False
    return not any(map(_opens_work, _openings(task)))


def _openings(task: PlannedTask) -> tuple[str, ...]:
    """Return the places at which the work may begin: the text, behind its label, behind who leads."""
    text = _COUNT.sub("", task.record.text)
    lead = task.record.lead or text
    _, _, behind_label = text.partition(": ")
    _, _, behind_lead = text.partition(lead)
    bare = behind_lead.lstrip(" ,:")
    work = _HOW.sub("", bare)
    _, *clauses = text.split(", ")
    first_ones = clauses[:_FEW_CLAUSES]
    return text, behind_label, work, *first_ones


def _opens_work(words: str) -> bool:
    if opening_verb(words):
        return True
    low = plain(words)
    return WORK_NAMES.match(low) is not None or LEADS_SURELY.match(low) is not None


def is_due_on_bare_day(task: PlannedTask) -> bool:
    """Whether a day without words of its own, beside no event, is the deadline: «trồng cây, ngày 24/02»."""
    # A day in a line of its own, or in a column, needs no words.
    if task.record.due is None:
        return False
    if task.due_words not in task.record.source:
        return False
    if task.lead_from == IN_A_COLUMN:
        return False
    words = plain(task.due_words)
    if not _BARE_DAY.fullmatch(words):
        return False
    source = plain(task.record.source)
    return not _EVENT.search(source)


def is_due_of_a_part(task: PlannedTask) -> bool:
    """Whether the day is that of a part only: «Lấy 400 mẫu, trong đó 200 mẫu trong 6 tháng đầu năm»."""
    if not task.due_words:
        return False
    source = plain(task.record.source)
    words = plain(task.due_words)
    if words not in source:
        return False
    before, _, _ = source.partition(words)
    return _PART.search(before) is not None


def is_due_in_unwritten_year(task: PlannedTask, year: int) -> bool:
    """Whether the day lies in another year than that of the work, and no word says so."""
    due = task.record.due
    # The second term of a school year is always of the next one.
    if isinstance(year, SchoolYear):
        return False
    if due is None or due.year == year:
        return False
    words = plain(task.due_words)
    return not _YEAR.search(words)
