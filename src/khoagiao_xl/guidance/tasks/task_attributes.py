"""A task with what its attributes say: who leads, who helps, until when, what comes out, and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from khoagiao_xl.guidance.guidance_records import PlannedTask, Sure
from khoagiao_xl.guidance.tasks.lead_places import IN_THE_WORDS, OF_THE_TASK_BEFORE
from khoagiao_xl.guidance.tasks.row_parties import names_roles, parties_of
from khoagiao_xl.guidance.tasks.table_rows import LONGEST_PERIOD
from khoagiao_xl.guidance.tree.attribute_records import Attribute, Meaning
from khoagiao_xl.guidance.tree.scopes import Said
from khoagiao_xl.guidance.words.body_certainty import is_sure_body
from khoagiao_xl.guidance.words.due_words import Due, find_due
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.guidance.words.recurrence import comes_often, recurrence_of
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain

_DITTO = "|".join(row["Từ"] for row in language_rows("ditto_words"))
_AS_BEFORE = re.compile(rf"\(\s*(?:{_DITTO})\s*[;,).]")
_HELPING = re.compile(
    r"[\s,;(.]*(?:và\s+)?(?:đơn vị\s+|cơ quan\s+)?phối hợp(?:\s+thực hiện)?(?:\s+(?:với|cùng))*\s*:?\s*"
)
_LEADING = re.compile(
    r"\s*\(?(?:là\s+(?:đơn vị|cơ quan)\s+)?"
    r"(?:chủ trì|đầu mối|(?:phụ trách|theo dõi)(?=[\s)]*(?:$|[,;.)])))(?:\s+thực hiện)?\)?|"
    r"^(?:giao|do)\s+"
    r"|\s+(?:(?:tổ chức|triển khai)\s+)?(?:thực hiện|tham mưu)(?=[\s.;)]*$)"
)
_AROUND = " ,;.()-"


def lead_and_partners(label: str, value: str) -> tuple[str, str]:
    """Return who leads and who helps, of «Phòng A chủ trì, phối hợp với B» and the like."""
    # «Đơn vị thực hiện: A; B» names both, «Chủ trì: A; B» two that lead.
    said = plain(label)
    names_both = holds_both(label)
    parties = parties_of(value, holds_both=names_both or "thực hiện" in said, by_comma=names_both)
    if parties.support:
        return parties
    helping = _HELPING.search(plain(value))
    if not helping:
        return _bare(value), ""
    start, end = helping.span()
    lead = value[:start]
    partner = value[end:]
    if not partner.strip(_AROUND):
        # «Phòng A chủ trì, Văn phòng phối hợp»: who helps stands before the word.
        sign = ";" if ";" in lead else ","
        lead, _, partner = lead.partition(sign)
    return _bare(lead), _bare(partner)


def holds_both(label: str) -> bool:
    """Say whether a label speaks of who leads and of who helps: «Chủ trì, phối hợp: A, B»."""
    said = plain(label)
    return "chủ trì" in said and "phối hợp" in said


def _bare(words: str) -> str:
    """Return the words without those that only say who leads."""
    rest = words
    leading = list(_LEADING.finditer(plain(words)))
    for word in reversed(leading):
        start, end = word.span()
        before = rest[:start]
        behind = rest[end:]
        rest = before + behind
    return rest.strip(_AROUND)


def with_attributes(task: PlannedTask, said: Said, year: int) -> PlannedTask:
    """Return `task` with what is said of it; what its own words say stays."""
    helper = said.get(Meaning.SUPPORT)
    lead = said.get(Meaning.LEAD) or _prepares(helper)
    if lead:
        task = _led(task, lead)
    if helper and helper is not lead:
        task = helped(task, helper.value)
    due = said.get(Meaning.DUE)
    if due:
        task = _dated(task, due, year)
    output = said.get(Meaning.OUTPUT)
    if output:
        record = replace(task.record, output=output.value)
        task = replace(task, record=record)
    return task


def _prepares(helper: Attribute | None) -> Attribute | None:
    """Return who prepares the work, where nobody else leads it: «Cơ quan chuẩn bị: Ban Xây dựng Đảng»."""
    if helper and "chuẩn bị" in plain(helper.label):
        return helper
    return None


def led_as_before(task: PlannedTask, before: PlannedTask) -> PlannedTask:
    """Return `task` with the bodies of the one before it where its brackets say so: «(như trên; quý III)»."""
    if task.record.lead or not before.record.lead:
        return task
    if not _AS_BEFORE.search(plain(task.record.source)):
        return task
    record = replace(task.record, lead=before.record.lead)
    led = replace(
        task,
        record=record,
        lead_from=OF_THE_TASK_BEFORE,
        confidence=Sure.FAIRLY,
    )
    return helped(led, before.record.support)


def with_notes(task: PlannedTask, said: Iterable[Attribute]) -> PlannedTask:
    """Return `task` with place, money and the like among its details, of all that is said of it."""
    notes = filter(_is_note, said)
    words = [note.words for note in notes]
    parts = (*task.parts, *words)
    return replace(task, parts=parts)


def _is_note(attribute: Attribute) -> bool:
    return attribute.meaning is Meaning.NOTE


def _led(task: PlannedTask, attribute: Attribute) -> PlannedTask:
    # No attribute outdoes whom the task itself names.
    if task.lead_from == IN_THE_WORDS:
        return task
    lead, partner = lead_and_partners(attribute.label, attribute.value)
    record = replace(task.record, lead=lead)
    led = replace(
        task,
        record=record,
        lead_from=attribute.label,
        confidence=_sureness(task, attribute, lead),
    )
    return helped(led, partner)


def _sureness(task: PlannedTask, attribute: Attribute, lead: str) -> Sure:
    """Return how sure a lead is that a label names: certain only of a whole name that stands alone."""
    if holds_both(attribute.label) and not names_roles(attribute.value):
        return Sure.FAIRLY
    if not is_sure_body(lead):
        return Sure.FAIRLY
    if not is_organ_alone(lead):
        return Sure.FAIRLY
    # «Phó Hiệu trưởng phụ trách khoa học»: what a person is in charge of is of the office's name.
    if "phụ trách" in plain(attribute.value):
        return Sure.FAIRLY
    if task.due_words and not task.record.due:
        return Sure.FAIRLY
    return Sure.CERTAIN


def helped(task: PlannedTask, partner: str) -> PlannedTask:
    """Return `task` with who helps, where it names nobody."""
    if not partner or task.record.support:
        return task
    record = replace(task.record, support=partner)
    return replace(task, record=record)


def _is_closer(task: PlannedTask, due: Due) -> bool:
    """Say whether a day lies in the month or quarter that only the heading above gave: «Quý IV», «17/10»."""
    if due.day is None or task.record.due is None:
        return False
    own = plain(task.record.source)
    if any(plain(words) in own for words in task.due_words.split("; ")):
        return False
    before = task.record.due - due.day
    return timedelta() < before <= LONGEST_PERIOD


def _dated(task: PlannedTask, attribute: Attribute, year: int) -> PlannedTask:
    due = find_due(attribute.value, year, is_cell=True)
    again = task.record.recurrence or recurrence_of(attribute.value)
    if task.record.due and not _is_closer(task, due):
        record = replace(task.record, recurrence=again)
        return replace(task, record=record)
    if comes_often(task.record.recurrence):
        return task
    start = task.record.start or due.start
    record = replace(task.record, due=due.day, start=start, recurrence=again)
    return replace(task, record=record, due_words=due.words)
