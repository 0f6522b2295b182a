"""Inspections of the office's own by a plan that it has issued: what came of them, as its register says.

The register knows the plan («Kế hoạch ... về kiểm tra ...»), the decision that begins it and the document
with its result. Where it has none of these nobody knows, and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.report_records import BOARD, COMMITTEE
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.told_documents import (
    PROGRAMME,
    committee_of,
    name_document,
    symbol_and_day,
    symbol_of,
)
from khoagiao_xl.report.told_lines import bare, in_text
from khoagiao_xl.wording.told_sections import INSPECTION_WORDS, RESULT_WORDS, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.report_records import OutgoingDocument
    from khoagiao_xl.report.content import ReportContent

PLANS: Final = ("Kế hoạch", PROGRAMME)
DECISION: Final = "Quyết định"
RESULTS: Final = ("Báo cáo", "Thông báo", "Kết luận")
BEGINNING: Final = 5  # words of a subject: «thông báo kết quả kiểm tra»


@dataclass(frozen=True)
class OwnInspection:
    """A plan of inspection, the decision by which it has begun and the document with its result."""

    plan: OutgoingDocument
    decision: OutgoingDocument | None
    result: OutgoingDocument | None

    def is_told(self, content: ReportContent) -> bool:
        """Whether the report tells of it: until its result is known, and in the period of the result."""
        if self.result is None:
            return True
        return content.is_in_window(self.result.issued)


def own_inspection_paragraphs(content: ReportContent) -> Iterator[str]:
    """Yield for each issuer one sentence of its plans of inspection."""
    by_issuer = {
        COMMITTEE: committee_of(content),
        BOARD: content.staff or TOLD["ban"],
    }
    for issuer, body in by_issuer.items():
        own = _inspections(content, issuer)
        told = [_told(one, content) for one in own if one.is_told(content)]
        if told:
            yield TOLD["kiem_tra_cap_uy"].format(
                body=in_text(body),
                told="; ".join(told),
            )


def _inspections(content: ReportContent, issuer: str) -> Iterator[OwnInspection]:
    issued = list(_issued(content, issuer))
    issued.sort(key=_day)
    plans = [each for each in issued if each.kind in PLANS]
    for plan in plans:
        following = [each for each in issued if _plan_behind(each, plans) == plan]
        decisions = [each for each in following if each.kind == DECISION]
        results = list(filter(_tells_result, following))
        yield OwnInspection(
            plan,
            _first(decisions),
            _first(results),
        )


def _issued(content: ReportContent, issuer: str) -> Iterator[OutgoingDocument]:
    """Yield what an issuer has issued about inspections up to the end of the period."""
    deadline = content.deadline
    last = deadline.ends if deadline else content.today
    for document in content.outgoing:
        own = document.issuer or COMMITTEE
        if own != issuer or not _is_about(document):
            continue
        day = document.issued
        if day and day <= last:
            yield document


def _is_about(document: OutgoingDocument) -> bool:
    """Whether a document is of an inspection: its subject begins so, «về việc kiểm tra ...»."""
    if document.report:
        return False
    subject = bare(document.subject)
    words = subject.casefold().split()
    beginning = " ".join(words[:BEGINNING])
    return any(word in beginning for word in INSPECTION_WORDS)


def _day(document: OutgoingDocument) -> date:
    return document.issued or date.min


def _plan_behind(document: OutgoingDocument, plans: list[OutgoingDocument]) -> OutgoingDocument | None:
    """Return the plan that a decision or a result is of: the one it names, else the last one before it."""
    if document.kind in PLANS:
        return None
    for plan in plans:
        symbol = symbol_of(plan)
        if symbol and symbol in document.subject:
            return plan
    day = _day(document)
    before = [plan for plan in plans if _day(plan) <= day]
    return before[-1] if before else None


def _tells_result(document: OutgoingDocument) -> bool:
    if document.kind not in RESULTS:
        return False
    subject = document.subject.casefold()
    return any(word in subject for word in RESULT_WORDS)


def _first(documents: Sequence[OutgoingDocument]) -> OutgoingDocument | None:
    return documents[0] if documents else None


def _told(inspection: OwnInspection, content: ReportContent) -> str:
    plan = _named(inspection.plan, content)
    if inspection.result:
        result = symbol_and_day(inspection.result)
        return TOLD["ke_hoach_co_ket_qua"].format(
            plan=plan,
            result=result,
        )
    if inspection.decision:
        decision = symbol_and_day(inspection.decision)
        return TOLD["ke_hoach_dang_lam"].format(
            plan=plan,
            decision=decision,
        )
    return TOLD["ke_hoach_chua_ro"].format(
        plan=plan,
        day=day_text(content.today),
        lacking=TOLD["bo_sung_ket_qua"] if content.letterhead.is_draft else "",
    )


def _named(plan: OutgoingDocument, content: ReportContent) -> str:
    """Return a plan by its number where the report names it in full elsewhere."""
    symbol = symbol_of(plan)
    is_told = content.is_in_window(plan.issued)
    if not symbol or not is_told:
        return name_document(plan)
    kind = bare(plan.kind)
    return f"{kind} số {symbol}"
