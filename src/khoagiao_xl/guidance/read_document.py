"""The reading of a guidance from end to end: file, outline, then directives, reviews, tasks, duties."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance.citations.cited_directives import (
    Cited,
    cite,
    directive_of,
    gather,
    question_directive,
)
from khoagiao_xl.guidance.citations.issuers import places
from khoagiao_xl.guidance.citations.known_directives import Register, load_register
from khoagiao_xl.guidance.file.guidance_file import read_blocks
from khoagiao_xl.guidance.guidance_records import CitedDirective, Guidance, PeriodicDuty, PlannedReview
from khoagiao_xl.guidance.tasks.asked_reviews import Asked, by_node, find_asked, plan_review, question_review
from khoagiao_xl.guidance.tasks.issuer_and_audience import (
    addressees_of,
    audience_of,
    issuer_of,
    letterhead_of,
)
from khoagiao_xl.guidance.tasks.periodic_reports import best_of_each_kind, find_duties, question_duty
from khoagiao_xl.guidance.tasks.read_tasks import TaskReader
from khoagiao_xl.guidance.tasks.task_leads import Leads
from khoagiao_xl.guidance.tree.document_frame import Frame, split_frame, year_of
from khoagiao_xl.guidance.tree.document_head import is_secret
from khoagiao_xl.guidance.tree.outline import Node, outline
from khoagiao_xl.guidance.tree.work_sections import work_nodes
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.findings import Place as FindingPlace


def read_guidance(
    path: Path, *, otherwise_year: int | None = None, register: Register | None = None
) -> Guidance:
    """Return what the guidance at `path` (.docx, .txt) asks for; what is odd is a finding, not corrected.

    otherwise_year: the plan's year where the document names none. register: the known directives, those
    that ship with the product if None. Raises MissingFile, or WrongRequest KH-01 to KH-10
    with what to do: a PDF, an old .doc, an encrypted, broken, empty or secret file, no year to be found.
    """
    blocks = read_blocks(path)
    if is_secret(blocks):
        raise WrongRequest("KH-10", name=path.name)
    frame = split_frame(blocks)
    plan_year = year_of(frame) or otherwise_year
    if plan_year is None:
        raise WrongRequest("KH-08", name=path.name)
    text = "\n".join(block.text for block in blocks)
    reading = _Reading(frame, plan_year, text, load_register() if register is None else register)
    place = FindingPlace(file=path.name)
    return Guidance(
        title=frame.title,
        own_symbol=frame.own_symbol,
        year=plan_year,
        issuer=issuer_of(frame),
        directives=tuple(reading.directives.values()),
        reviews=tuple(reading.reviews),
        tasks=tuple(reading.reader.tasks),
        duties=tuple(reading.duties),
        findings=tuple(replace(finding, place=place) for finding in reading.findings()),
        unread=tuple(reading.reader.unread),
        text=text,
        letterhead=letterhead_of(frame),
        addressees=addressees_of(frame),
    )


CLOSING = "Lời kết"


class _Reading:
    """One document on its way from nodes to the plan."""

    def __init__(self, frame: Frame, year: int, text: str, register: Register) -> None:
        self.year, self.register = year, register
        self.nodes = [*outline(list(frame.body))]
        head = [node for node in outline(list(frame.head)) if node.block.text not in {"", frame.own_symbol}]
        closing = [replace(node, section=CLOSING) for node in outline(list(frame.closing))]
        everywhere = [*head, *self.nodes, *closing]
        self.cited = [one for one in cite(everywhere, frame.own_symbol) if not _is_own(one, frame)]
        self.groups = gather(self.cited)
        self.key_of = {id(one.citation): key for key, group in self.groups.items() for one in group}
        known_places = places(text)
        self.directives: dict[str, CitedDirective] = {
            key: directive_of(key, group, known_places, self.register) for key, group in self.groups.items()
        }
        self.work = work_nodes(self.nodes)
        self.by_node = by_node(self.cited)
        self.asked = self._asked()
        self.reader = TaskReader(year, self._cites, self.asked, Leads(audience_of(frame)))
        self.reader.read(self.work)
        self.reviews: list[PlannedReview] = []
        self.review_questions: list[Finding] = []
        self._plan_reviews()
        self.duties = self._duties()

    def _asked(self) -> dict[int, list[Asked]]:
        found = {node.block.number: find_asked(node, self.by_node.get(node.block.number, []))
                 for node in self.work if not node.is_heading}  # fmt: skip
        return {number: asked for number, asked in found.items() if asked}

    def _cites(self, node: Node, words: str) -> tuple[tuple[str, ...], str]:
        """Return the symbols that a task serves, from its own words and its headings, and their subjects."""
        own = [one for one in self.by_node.get(node.block.number, []) if one.quote[:25] in words]
        headed = [one for one in self.cited if one.node.is_heading and one.node.text in node.above]
        found = [self.directives[self.key_of[id(one.citation)]] for one in (own or headed)]
        symbols = dict.fromkeys(directive.record.symbol for directive in found)
        return tuple(symbols), " ".join(
            directive.official_title or directive.record.subject for directive in found
        )

    def _plan_reviews(self) -> None:
        leads = {
            (task.record.section, task.record.directives): task.record.lead
            for task in self.reader.tasks
            if task.is_review
        }
        for asked in (one for group in self.asked.values() for one in group):
            for citation in asked.citations:
                directive = self.directives[self.key_of[id(citation)]]
                lead = leads.get((asked.node.section, (citation.symbol.text,)), "")
                review = plan_review(asked, citation, directive, self.year, lead)
                self.reviews.append(review)
                self.review_questions += question_review(review, asked.years, self.year)

    def _duties(self) -> list[PeriodicDuty]:
        found = [duty for node in self.work if not node.is_heading for duty in find_duties(node)]
        return best_of_each_kind(found)

    def findings(self) -> list[Finding]:
        """Return what a person should look at, in the order directives, reviews, duties, tasks, the rest."""
        found = [
            finding
            for key, directive in self.directives.items()
            for finding in question_directive(directive, self.groups[key], self.year, self.register)
        ]
        found += self.review_questions
        found += [finding for duty in self.duties for finding in question_duty(duty)]
        for section, words in self.reader.bad_dues:
            found.append(Finding("KH-42", Severity.QUESTION, facts={"section": section, "words": words}))
        if self.reader.unread:
            found.append(Finding("KH-51", Severity.QUESTION, facts={"count": len(self.reader.unread)}))
        for what, have in (("văn bản", self.directives), ("nhiệm vụ", self.reader.tasks)):
            if not have:
                found.append(Finding("KH-52", Severity.QUESTION, facts={"what": what}))
        return found


def _is_own(one: Cited, frame: Frame) -> bool:
    """Say whether a citation is the document's own number in its letterhead: «Số 15-HD/ĐUK»."""
    in_head = any(one.node.block is block for block in frame.head)
    is_line = re.fullmatch(r"Số\s*:?\s*\S+", one.node.block.text) is not None
    return (in_head or is_line) and not one.citation.named and one.citation.start == 0
