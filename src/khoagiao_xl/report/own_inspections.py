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
    from collections.abc import Iterator

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
        return self.result is None or content.is_in_window(self.result.issued)


def own_inspection_paragraphs(content: ReportContent) -> Iterator[str]:
    """Yield for each issuer one sentence of its plans of inspection."""
    by_issuer = {COMMITTEE: committee_of(content), BOARD: content.staff or TOLD["ban"]}
    for issuer, body in by_issuer.items():
        found = [one for one in _inspections(content, issuer) if one.is_told(content)]
        told = [_told(one, content) for one in found]
        if told:
            yield TOLD["kiem_tra_cap_uy"].format(body=in_text(body), told="; ".join(told))


def _inspections(content: ReportContent, issuer: str) -> Iterator[OwnInspection]:
    own = [each for each in content.outgoing if (each.issuer or COMMITTEE) == issuer]
    issued = sorted((each for each in own if _is_about(each) and _is_issued(each, content)), key=_day)
    plans = [each for each in issued if each.kind in PLANS]
    for plan in plans:
        following = [each for each in issued if _plan_behind(each, plans) == plan]
        yield OwnInspection(
            plan,
            decision=_first(each for each in following if each.kind == DECISION),
            result=_first(each for each in following if _tells_result(each)),
        )


def _is_about(document: OutgoingDocument) -> bool:
    """Whether a document is of an inspection: its subject begins so, «về việc kiểm tra ...»."""
    words = bare(document.subject).casefold().split()
    beginning = " ".join(words[:BEGINNING])
    return not document.report and any(word in beginning for word in INSPECTION_WORDS)


def _is_issued(document: OutgoingDocument, content: ReportContent) -> bool:
    """Whether it is issued up to the end of the period, as far as anybody knows that."""
    last = content.deadline.ends if content.deadline else content.today
    return document.issued is not None and document.issued <= last


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
    before = [plan for plan in plans if _day(plan) <= _day(document)]
    return before[-1] if before else None


def _tells_result(document: OutgoingDocument) -> bool:
    subject = document.subject.casefold()
    return document.kind in RESULTS and any(word in subject for word in RESULT_WORDS)


def _first(documents: Iterator[OutgoingDocument]) -> OutgoingDocument | None:
    return next(documents, None)


def _told(inspection: OwnInspection, content: ReportContent) -> str:
    plan = _named(inspection.plan, content)
    if inspection.result:
        return TOLD["ke_hoach_co_ket_qua"].format(plan=plan, result=symbol_and_day(inspection.result))
    if inspection.decision:
        return TOLD["ke_hoach_dang_lam"].format(plan=plan, decision=symbol_and_day(inspection.decision))
    return TOLD["ke_hoach_chua_ro"].format(
        plan=plan,
        day=day_text(content.today),
        lacking="" if content.letterhead.number else TOLD["bo_sung_ket_qua"],
    )


def _named(plan: OutgoingDocument, content: ReportContent) -> str:
    """Return a plan by its number where the report names it in full elsewhere."""
    symbol = symbol_of(plan)
    if symbol and content.is_in_window(plan.issued):
        return f"{bare(plan.kind)} số {symbol}"
    return name_document(plan)
