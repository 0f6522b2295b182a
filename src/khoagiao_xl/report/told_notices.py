"""The notice of each quarter on how units report, where the plan gives it to the office: issued or not.

It is issued where the register of outgoing documents has it: under the key that the tool gave it, or typed
with the quarter in its subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.due_lines import DueLine
from khoagiao_xl.report.recurring_tasks import kinds_of, last_day_of
from khoagiao_xl.report.task_progress import ACCEPTED, is_led_by
from khoagiao_xl.report.told_documents import symbol_and_day
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.model.report_records import OutgoingDocument
    from khoagiao_xl.report.content import ReportContent

NOTICE, NOTICE_KEY = "Thông báo", "thong-bao"  # what the register calls it, and how its key begins
WORD, ABOUT = "thông báo", "báo cáo"


def notice_paragraphs(content: ReportContent) -> Iterator[str]:
    """Yield which quarters' notices were issued in the period, or are outstanding."""
    issued = []
    for quarter in _owed(content):
        document = _notice(content, quarter)
        if document and (quarter.is_within(content.period) or content.is_in_window(document.issued)):
            issued.append(_issued(quarter, document))
    told = issued
    outstanding = _outstanding(content)
    if outstanding:
        told.append(TOLD["thong_bao_chua"].format(quarters=_named(outstanding)))
    if told:
        yield TOLD["thong_bao_quy"].format(told="; ".join(told))


def late_notices(content: ReportContent) -> Iterator[DueLine]:
    """Yield the notices of quarters that are over by now and that nobody has issued."""
    over = [quarter for quarter in _outstanding(content) if last_day_of(quarter) < content.today]
    if over:
        told = TOLD["thong_bao_ngay"].format(staff=content.staff, quarters=_named(over))
        yield DueLine(told, says_who=True, is_offices=True)


def _owed(content: ReportContent) -> list[Period]:
    """Return the quarters up to the period whose reports are due, where a task asks for their notices."""
    if not any(_asks_for_notices(task, content.staff) for task in content.tasks):
        return []
    quarters = [Period(content.period.year, Kind.QUARTER, index) for index in Kind.QUARTER.indexes]
    return [quarter for quarter in quarters if _is_reported_on(content, quarter)]


def _asks_for_notices(task: Task, staff: str) -> bool:
    if task.status not in ACCEPTED or WORD not in task.text.casefold():
        return False
    return is_led_by(task, staff) and Kind.QUARTER in kinds_of(task.recurrence)


def _is_reported_on(content: ReportContent, quarter: Period) -> bool:
    due = content.due_days.get(str(quarter))
    return due is not None and due < content.today and quarter.is_over_by(content.period)


def _outstanding(content: ReportContent) -> list[Period]:
    return [quarter for quarter in _owed(content) if _notice(content, quarter) is None]


def _notice(content: ReportContent, quarter: Period) -> OutgoingDocument | None:
    """Return the line of the register for the notice of a quarter, None while it has none."""
    for document in content.outgoing:
        is_given = document.issued is not None and document.issued <= content.today
        if document.kind == NOTICE and is_given and _is_of(document, quarter):
            return document
    return None


def _is_of(document: OutgoingDocument, quarter: Period) -> bool:
    if document.report:
        return document.report == f"{NOTICE_KEY} {quarter}"
    subject = document.subject.casefold()
    return ABOUT in subject and quarter.label.casefold() in subject


def _issued(quarter: Period, document: OutgoingDocument) -> str:
    """Return «quý I đã ban hành (Thông báo số 05-TB/ĐUK, ngày 25/3/2024)»."""
    return TOLD["thong_bao_da"].format(quarter=quarter.short, name=symbol_and_day(document))


def _named(quarters: Iterable[Period]) -> str:
    return ", ".join(quarter.short for quarter in quarters)
