"""The documents that the committee and its board issued in the period, by kind, number, day and subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.report_records import BOARD, COMMITTEE
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, listed, small
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.report_records import OutgoingDocument
    from khoagiao_xl.report.content import ReportContent

LETTER, REPORT, PROGRAMME, ABOUT = "Công văn", "Báo cáo", "Chương trình", "về "
FIRST_WORDS: Final = 3


def issued_in_window(content: ReportContent, issuer: str) -> list[OutgoingDocument]:
    """Return what an issuer issued in the window of the period by day.

    Of what the tool made the programme alone leads; reports, letters and notices are the office's own work.
    """
    found = _issued(content, issuer)
    return sorted(found, key=_place)


def _issued(content: ReportContent, issuer: str) -> Iterator[OutgoingDocument]:
    for document in content.outgoing:
        own = document.issuer or COMMITTEE
        is_by_tool = document.report and document.kind != PROGRAMME
        if own != issuer or is_by_tool:
            continue
        if content.is_in_window(document.issued):
            yield document


def _place(document: OutgoingDocument) -> tuple[object, ...]:
    number_given = document.number or 0
    return document.issued, document.kind, number_given


def committee_documents(content: ReportContent) -> list[str]:
    """Return what the committee issued to lead; a report leads nobody, and is told where its work is."""
    issued = issued_in_window(content, COMMITTEE)
    found = [each for each in issued if each.kind != REPORT]
    opening = TOLD["van_ban_cap_uy"].format(
        body=committee_of(content),
        count=number(len(found)),
    )
    names = [_name(document, content) for document in found]
    return listed(opening, names)


def committee_of(content: ReportContent) -> str:
    """Return who signs for the committee: as the letterhead has it, where it is the committee's own."""
    if content.body and content.letterhead.issued_by == COMMITTEE:
        return content.letterhead.author
    return content.body or TOLD["cap_uy"]


def _name(document: OutgoingDocument, content: ReportContent) -> str:
    """Return a document in full, but the guidance with which the report has begun by its number alone."""
    symbol = symbol_of(document)
    for source in content.sources:
        if source.symbol == symbol:
            kind = bare(document.kind)
            return f"{kind} số {symbol}"
    return name_document(document)


def board_documents(content: ReportContent) -> list[str]:
    """Return what the committee's board issued."""
    found = issued_in_window(content, BOARD)
    opening = TOLD["van_ban_ban"].format(
        staff=content.staff or TOLD["ban"],
        count=number(len(found)),
    )
    names = list(map(name_document, found))
    return listed(opening, names)


def name_document(document: OutgoingDocument) -> str:
    """Return «Kế hoạch số 15-KH/ĐUK, ngày 20/02/2024 về ...»; one without a number has the place for it."""
    about = _about(document)
    return f"{symbol_and_day(document)} {about}"


def symbol_and_day(document: OutgoingDocument) -> str:
    """Return «Kế hoạch số 15-KH/ĐUK, ngày 20/02/2024»."""
    name = bare(document.kind)
    symbol = symbol_of(document)
    if symbol:
        name += f" số {symbol}"
    else:
        name += TOLD["chua_co_so"]
    if document.issued:
        day = day_text(document.issued)
        name += f", ngày {day}"
    return name


def _about(document: OutgoingDocument) -> str:
    bare_subject = bare(document.subject)
    subject = small(bare_subject)
    if subject.startswith(ABOUT):
        return subject
    if document.kind != LETTER and ABOUT.strip() in subject.split()[:FIRST_WORDS]:
        return subject  # «tuyên truyền về đội ngũ trí thức» says itself what it is about
    phrase = "ve_viec" if document.kind == LETTER else "ve"
    return TOLD[phrase].format(subject=subject)


def symbol_of(document: OutgoingDocument) -> str:
    """Return «05-KH/ĐUK», blank while the document has no number."""
    if document.number is None:
        return ""
    shown = number(document.number)
    letters = bare(document.symbol)
    if not letters:
        return shown
    return f"{shown}-{letters}"
