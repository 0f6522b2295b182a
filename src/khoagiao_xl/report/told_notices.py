"""The notice of each quarter on how units report, where the plan gives it to the office: issued or not.

It is issued where the register of outgoing documents has it: under the key that the tool gave it, or typed
with the quarter in its subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.due_lines import DueLine
from khoagiao_xl.report.plan_rows import ACCEPTED, is_led_by
from khoagiao_xl.report.recurring_tasks import kinds_of, last_day_of
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
    """Yield which quarters' notices were issued in the period, are outstanding, or are still to come."""
    told = []
    for quarter in _owed(content):
        document = _notice(content, quarter)
        if document and _is_news(document, quarter, content):
            line = _issued(quarter, document)
            told.append(line)
    by_phrase = {"thong_bao_chua": _late(content), "thong_bao_se": _to_come(content)}
    for phrase, quarters in by_phrase.items():
        if quarters:
            line = TOLD[phrase].format(quarters=_named(quarters))
            told.append(line)
    if told:
        joined = "; ".join(told)
        yield TOLD["thong_bao_quy"].format(told=joined)


def _is_news(document: OutgoingDocument, quarter: Period, content: ReportContent) -> bool:
    """Whether the report tells of a notice: of a quarter that it is of, or issued in its days."""
    if quarter.is_within(content.period):
        return True
    return content.is_in_window(document.issued)


def late_notices(content: ReportContent) -> Iterator[DueLine]:
    """Yield the notices of quarters that are over by now and that nobody has issued."""
    late = _late(content)
    if late:
        told = TOLD["thong_bao_ngay"].format(
            staff=content.staff,
            quarters=_named(late),
        )
        yield DueLine(
            told,
            says_who=True,
            is_offices=True,
        )


def _owed(content: ReportContent) -> list[Period]:
    """Return the quarters up to the period whose reports are due, where a task asks for their notices."""
    staff = content.staff
    asking = [task for task in content.tasks if asks_for_notices(task, staff)]
    if not asking:
        return []
    year = content.period.year
    kind = Kind.QUARTER
    quarters = [Period(year, kind, index) for index in kind.indexes]
    return [quarter for quarter in quarters if _is_reported_on(content, quarter)]


def asks_for_notices(task: Task, staff: str) -> bool:
    """Whether a task gives the office the notices of quarters."""
    if task.status not in ACCEPTED:
        return False
    if not is_led_by(task, staff):
        return False
    words = task.text.casefold()
    kinds = kinds_of(task.recurrence)
    return WORD in words and Kind.QUARTER in kinds


def _is_reported_on(content: ReportContent, quarter: Period) -> bool:
    code = str(quarter)
    due = content.due_days.get(code)
    if due is None or due >= content.today:
        return False
    return quarter.is_over_by(content.period)


def _outstanding(content: ReportContent) -> list[Period]:
    owed = _owed(content)
    return [quarter for quarter in owed if _notice(content, quarter) is None]


def _late(content: ReportContent) -> list[Period]:
    """Return those that are over: while the reports of a quarter are gathered its notice is not late."""
    return [quarter for quarter in _outstanding(content) if last_day_of(quarter) < content.today]


def _to_come(content: ReportContent) -> list[Period]:
    late = _late(content)
    return [quarter for quarter in _outstanding(content) if quarter not in late]


def _notice(content: ReportContent, quarter: Period) -> OutgoingDocument | None:
    """Return the line of the register for the notice of a quarter, None while it has none."""
    for document in content.outgoing:
        if document.kind != NOTICE or not _is_of(document, quarter):
            continue
        day = document.issued
        if day and day <= content.today:
            return document
    return None


def _is_of(document: OutgoingDocument, quarter: Period) -> bool:
    if document.report:
        return document.report == f"{NOTICE_KEY} {quarter}"
    subject = document.subject.casefold()
    label = quarter.label.casefold()
    return ABOUT in subject and label in subject


def _issued(quarter: Period, document: OutgoingDocument) -> str:
    """Return «quý I đã ban hành (Thông báo số 05-TB/ĐUK, ngày 25/3/2024)»."""
    name = symbol_and_day(document)
    return TOLD["thong_bao_da"].format(
        quarter=quarter.short,
        name=name,
    )


def _named(quarters: Iterable[Period]) -> str:
    names = [quarter.short for quarter in quarters]
    return ", ".join(names)
