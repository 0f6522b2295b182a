"""The reading of a guidance from end to end: file, outline, then directives, reviews, tasks, duties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance.citations.cited_directives import Cited, cite
from khoagiao_xl.guidance.citations.document_directives import DocumentDirectives
from khoagiao_xl.guidance.citations.issuers import places
from khoagiao_xl.guidance.citations.known_directives import Register, load_register
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.guidance_file import read_blocks
from khoagiao_xl.guidance.guidance_records import Guidance, PeriodicDuty, ReadBlock, Role
from khoagiao_xl.guidance.tasks.asked_reviews import Asked, AskedReviews, find_asked, without_known
from khoagiao_xl.guidance.tasks.doubts import with_doubts
from khoagiao_xl.guidance.tasks.issuer_and_audience import (
    addressees_of,
    audience_of,
    issuer_of,
    letterhead_of,
)
from khoagiao_xl.guidance.tasks.periodic_reports import best_of_each_kind, find_duties, question_duty
from khoagiao_xl.guidance.tasks.planned_reviews import ReviewPlan, plan_reviews
from khoagiao_xl.guidance.tasks.read_tasks import TaskReader
from khoagiao_xl.guidance.tasks.task_leads import Leads
from khoagiao_xl.guidance.tree.document_frame import Frame, split_frame
from khoagiao_xl.guidance.tree.document_head import is_secret
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.tree.outline import outline
from khoagiao_xl.guidance.tree.quotations import QUOTED, mark_quoted
from khoagiao_xl.guidance.tree.work_sections import work_nodes
from khoagiao_xl.guidance.tree.year_of_document import year_of
from khoagiao_xl.guidance.words.known_bodies import knowing
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.findings import Place as FindingPlace

CLOSING = "Lời kết"
_MOST_LETTERS_SHOWN = 300
_OWN_NUMBER = re.compile(r"Số\s*:?\s*\S+")


def read_guidance(
    path: Path,
    *,
    otherwise_year: int | None = None,
    register: Register | None = None,
    bodies: Iterable[str] = (),
) -> Guidance:
    """Return what the guidance at `path`, a file of any kind, asks for; what is odd is a finding.

    otherwise_year: the plan's year where the document names none. register: the known directives, those
    that ship with the product if None. bodies: names that the office knows, each taken whole.
    Raises MissingFile, or WrongRequest KH-01 to KH-13 with what to do: a scan, a .doc without LibreOffice,
    an encrypted, broken, huge, empty or secret file, no year to be found.
    """
    blocks = read_blocks(path)
    if is_secret(blocks):
        raise WrongRequest("KH-10", name=path.name)
    frame = split_frame(blocks)
    year = year_of(frame) or otherwise_year
    if year is None:
        raise WrongRequest("KH-08", name=path.name)
    lines = [block.text for block in blocks]
    text = "\n".join(lines)
    if register is None:
        register = load_register()
    with knowing([*bodies, *letterhead_of(frame)]):
        reading = _read(frame, year, text, register)
    findings = _placed(reading.findings(), path.name)
    read = tuple(reading.read_as(blocks))
    return Guidance(
        title=frame.title,
        own_symbol=frame.own_symbol,
        year=year,
        issuer=issuer_of(frame),
        directives=tuple(reading.directives.all),
        reviews=tuple(reading.plan.reviews),
        tasks=tuple(with_doubts(reading.reader.tasks, year)),
        duties=tuple(reading.duties),
        findings=tuple(findings),
        text=text,
        letterhead=letterhead_of(frame),
        addressees=addressees_of(frame),
        blocks=read,
    )


def _placed(findings: Iterable[Finding], file: str) -> Iterator[Finding]:
    """Yield the findings as of this file."""
    place = FindingPlace(file=file)
    for finding in findings:
        yield replace(finding, place=place)


@dataclass
class _Reading:
    """What was read of one document."""

    year: int
    directives: DocumentDirectives
    reader: TaskReader
    body: list[Node]
    plan: ReviewPlan
    duties: list[PeriodicDuty]

    def findings(self) -> Iterator[Finding]:
        """Yield what a person should look at, in the order directives, reviews, duties, tasks, the rest."""
        yield from self.directives.questions(self.year)
        yield from self.plan.questions
        for duty in self.duties:
            yield from question_duty(duty)
        for section, words in self.reader.bad_dues:
            yield _ask("KH-42", section=section, words=words)
        roles = list(self.reader.roles.values())
        if Role.UNREAD in roles:
            yield _ask("KH-51", count=roles.count(Role.UNREAD))
        yield from self._unread()
        if not self.directives.all:
            yield _ask("KH-52", what="số, ký hiệu văn bản")
        if not self.reader.tasks:
            yield _ask("KH-52", what="nhiệm vụ")

    def _unread(self) -> Iterator[Finding]:
        """Yield a note for each line or sentence that became no task, so that the office reads it."""
        for node in self.body:
            role = self.reader.roles.get(node.number)
            if role is Role.UNREAD:
                yield _left(node.section, node.block.text)
        for section, words in self.reader.left_out:
            yield _left(section, words)

    def read_as(self, blocks: Iterable[Block]) -> Iterator[ReadBlock]:
        """Yield what every block was read as: outside the sections that ask for work it is the frame."""
        roles = self.reader.roles
        sections = {node.number: node.section for node in self.body}
        for block in blocks:
            number = block.number
            role = roles.get(number, Role.FRAME)
            section = sections.get(number, "")
            yield ReadBlock(role, section, block.text)


def _left(section: str, words: str) -> Finding:
    facts = {"section": section, "text": words[:_MOST_LETTERS_SHOWN]}
    return Finding("KH-53", Severity.NOTE, facts=facts)


def _ask(code: str, **facts: object) -> Finding:
    return Finding(code, Severity.QUESTION, facts=facts)


def _read(frame: Frame, year: int, text: str, register: Register) -> _Reading:
    """Read the parts of the document in the order in which each needs the one before."""
    blocks = mark_quoted(frame.body)
    body = outline(blocks)
    cited = list(_cited(frame, body))
    full_names = places(text)
    directives = DocumentDirectives(cited, full_names, register)
    work = work_nodes(body)
    asked = _asked_reviews(work, directives)
    leads = Leads(audience_of(frame))
    reader = TaskReader(
        year=year,
        served=directives.served,
        reviews=asked,
        leads=leads,
    )
    reader.read(work)
    reader.roles.update((node.number, Role.QUOTATION) for node in body if node.block.kind == QUOTED)
    return _Reading(
        year=year,
        directives=directives,
        reader=reader,
        body=body,
        plan=plan_reviews(asked, directives, reader.tasks, year),
        duties=_duties(work),
    )


def _cited(frame: Frame, body: list[Node]) -> Iterator[Cited]:
    """Yield every citation of the document, of its head and its closing words too, but its own number."""
    head = _head(frame)
    closing = _closing(frame)
    nodes = [*head, *body, *closing]
    for one in cite(nodes, frame.own_symbol):
        if not _is_own(one, frame):
            yield one


def _head(frame: Frame) -> Iterator[Node]:
    for node in outline(frame.head):
        if node.block.text != frame.own_symbol:
            yield node


def _closing(frame: Frame) -> Iterator[Node]:
    for node in outline(frame.closing):
        yield replace(node, section=CLOSING)


def _is_own(one: Cited, frame: Frame) -> bool:
    """Say whether a citation is the document's own number in its letterhead: «Số 15-HD/ĐUK»."""
    if one.citation.named:
        return False
    if one.citation.start > 0:
        return False
    block = one.node.block
    if any(block is other for other in frame.head):
        return True
    return _OWN_NUMBER.fullmatch(block.text) is not None


def _asked_reviews(work: list[Node], directives: DocumentDirectives) -> AskedReviews:
    """Return the reviews that are asked for, by the number of the block.

    A heading asks for one where no item does: «1. Về sơ kết 03 năm thực hiện Chỉ thị số 28-CT/TW».
    """
    items = [node for node in work if not node.is_heading]
    headings = [node for node in work if node.is_heading]
    asked = dict(_asked_in(items, directives))
    for number, found in _asked_in(headings, directives):
        more = without_known(found, asked)
        if more:
            asked[number] = more
    return dict(sorted(asked.items()))


def _asked_in(nodes: list[Node], directives: DocumentDirectives) -> Iterator[tuple[int, list[Asked]]]:
    for node in nodes:
        cited = directives.in_block(node)
        found = find_asked(node, cited)
        if found:
            yield node.number, found


def _duties(work: list[Node]) -> list[PeriodicDuty]:
    duties: list[PeriodicDuty] = []
    for node in work:
        if not node.is_heading:
            duties += find_duties(node)
    return best_of_each_kind(duties)
