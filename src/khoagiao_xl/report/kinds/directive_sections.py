"""Sections I to IV of the review of a directive: who led it, who studied it, what is organised, what came."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.report_records import BOARD
from khoagiao_xl.report.citing import Citations, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.directive_words import (
    coverage_told,
    days_told,
    guided,
    lowered,
    presence,
    say,
    studied_span,
    task_told,
    unknown_told,
)
from khoagiao_xl.report.kinds.kind_tags import basis, guidance_names, in_a_sentence
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.short_citations import shortened
from khoagiao_xl.report.told_basis import GUIDANCE
from khoagiao_xl.report.told_documents import name_document
from khoagiao_xl.report.told_lines import listed
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.model.report_records import OutgoingDocument
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
    from khoagiao_xl.report.letterheads import Letterhead

REVIEWS_SECTION: Final = "II.4"  # of the guidance: how every review is done


@dataclass(frozen=True)
class DirectiveSections:
    """What is told of one directive. kind: «so_ket» or «tong_ket»; appendix: what its table is called."""

    year: Year
    facts: DirectiveFacts
    head: Letterhead
    kind: str
    appendix: str = ""

    @property
    def review(self) -> str:
        """«sơ kết», «tổng kết»."""
        return REVIEW_TEXTS[self.kind]

    @property
    def review_named(self) -> str:
        """«sơ kết 05 năm», without the years where nobody says them."""
        if not self.facts.years:
            return self.review
        return say("ten_gon", review=self.review, years=self.facts.years)

    @property
    def author(self) -> str:
        """Who reports."""
        return clean_line(self.head.author)

    @cached_property
    def citations(self) -> Citations:
        """What has been cited so far."""
        return Citations(self.facts.content.directives)

    @cached_property
    def opening(self) -> str:
        """The first sentence, which cites the directive in full."""
        said = basis(self.year, self.citations)
        author = self.author
        return say(
            "mo_dau",
            basis=said,
            author=author if said else author[0].upper() + author[1:],
            review=self.review_named,
            cited=self.citations.cite(self.facts.symbol),
        )

    @property
    def short(self) -> str:
        """The directive as it is cited after that."""
        _ = self.opening
        return self.citations.cite(self.facts.symbol)

    @property
    def title(self) -> str:
        """What the document is about, below its name."""
        return say("trich_yeu", review=self.review_named, cited=self.facts.name)

    @property
    def closing(self) -> str:
        """The last sentence."""
        return say("ket_thuc", review=self.review_named, cited=self.short, author=self.author)

    # -- what led it --------------------------------------------------------------------------------------

    def grounds(self) -> Iterator[str]:
        """Yield by what the review is done, what is related, and what the office issued to lead the work."""
        _ = self.opening
        cited = [self.citations.cite(symbol) for symbol in self._procedures()]
        if self.facts.tasks:
            cited += guidance_names(self.year)
        if cited:
            yield say("can_cu", review=self.review, cited=guided(cited))
        yield from listed(REVIEW_TEXTS["lien_quan"], self._related())
        yield from self._issued()

    def _procedures(self) -> Iterator[str]:
        """Yield the guidances from above by which reviews are done, as the year's guidance cites them."""
        for directive in self.year.directives:
            if directive.section == REVIEWS_SECTION and directive.kind == GUIDANCE:
                yield directive.symbol

    def _related(self) -> list[str]:
        """Return the directives about it and those it is about, that are not cited within it already."""
        symbols = [one.symbol for one in self.facts.related if not self.citations.has_cited(one.symbol)]
        return [self.citations.cite(symbol) for symbol in symbols]

    def _issued(self) -> Iterator[str]:
        """Yield what each body issued; the board of the committee signs for itself."""
        by_body: dict[str, list[OutgoingDocument]] = {}
        for document in self.facts.outgoing:
            body = self._body(document)
            by_body.setdefault(body, []).append(document)
        for body, documents in by_body.items():
            yield from listed(say("da_ban_hanh", author=body), list(map(name_document, documents)))

    def _body(self, document: OutgoingDocument) -> str:
        content = self.facts.content
        if document.issuer == BOARD:
            return content.staff or REVIEW_TEXTS["ban"]
        is_own = document.issuer in ("", self.head.issued_by)
        return self.author if is_own or not content.body else content.body

    # -- who studied it -----------------------------------------------------------------------------------

    def studied(self) -> list[str]:
        """Return the conferences on it, and of which reports and years nothing is known."""
        study = self.facts.study
        if not study.conferences:
            return [self._not_studied()]
        told = say(
            "quan_triet",
            days=days_told(study.first or self.facts.starts, study.last or self.facts.ends),
            units=number(len(study.units)),
            count=number(study.conferences),
            cited=self.short,
            present=presence(study),
            appendix=f" ({self.appendix})" if self.appendix else "",
        )
        return [told, *self._unknown_study()]

    def _unknown_study(self) -> Iterator[str]:
        silent = self.facts.silent_on_study
        facts = self.facts
        unknown = unknown_told(facts.studied_in, facts.period, facts.years_before)
        if silent > 0:
            periods = studied_span(facts.studied_in)
            yield say("chua_neu", count=number(silent), periods=periods, cited=self.short, unknown=unknown)
        elif unknown:
            yield say("khong_so_lieu", unknown=unknown)

    def _not_studied(self) -> str:
        facts = self.facts
        unknown = unknown_told(facts.studied_in, facts.period, facts.years_before)
        if not facts.studied_in:
            return say("khong_hoi", cited=self.short)
        periods = studied_span(facts.studied_in)
        return say("chua_quan_triet", cited=self.short, periods=periods, unknown=unknown)

    # -- how it is organised ------------------------------------------------------------------------------

    def organised(self) -> Iterator[str]:
        """Yield who was given what to do, what was inspected, how far the units are with their reviews."""
        yield from self._tasks()
        yield from self._inspected()
        steps = self.facts.steps_reached
        if steps:
            parts = [
                say("buoc_don_vi", count=number(len(units)), step=lowered(step))
                for step, units in steps.items()
            ]
            yield say("buoc", review=self.review, parts="; ".join(parts))

    def _tasks(self) -> Iterator[str]:
        others = []
        for task in self.facts.tasks:
            if is_review(task):
                yield self._review_given(task)
            else:
                others.append(self._cited_shorter(task_told(task)))
        opening = say("nhiem_vu_giao", given=self._given(), cited=self.short)
        yield from listed(opening, others)

    def _review_given(self, task: Task) -> str:
        return say(
            "giao_so_ket",
            given=self._given(),
            lead=in_a_sentence(task.lead) or REVIEW_TEXTS["chua_giao"],
            review=self.review_named,
            cited=self.short,
            due=say("han", day=day_text(task.due)) if task.due else "",
        )

    def _given(self) -> str:
        """Return by what the tasks of the year are given."""
        names = guidance_names(self.year)
        if names:
            return guided(names)
        return say("nhiem_vu_nam", year=self.facts.period.year)

    def _cited_shorter(self, text: str) -> str:
        return shortened(text, self.facts.content.directives, self.citations)

    def _inspected(self) -> Iterator[str]:
        rows = self.facts.figures.inspections
        if not rows:
            return
        units = {row.unit for row in rows}
        yield say(
            "kiem_tra", units=number(len(units)), count=number(len(rows)), period=self.facts.period.label
        )

    # -- what came of it ----------------------------------------------------------------------------------

    def results(self) -> Iterator[str]:
        """Yield the figures about it with their period and units; that no form asks any, where none does."""
        figures = self.facts.figures
        if not figures.totals:
            yield say("khong_chi_tieu", period=self.facts.period.label, cited=self.short)
        else:
            yield self._whose_figures()
            yield from figures.told(self.citations)
        yield from figures.events()

    def _whose_figures(self) -> str:
        before = self.facts.years_before
        return say(
            "so_lieu",
            period=self.facts.period.label,
            coverage=coverage_told(self.facts.figures),
            unknown=say("nam_truoc", years=before) if before else "",
        )


def is_review(task: Task) -> bool:
    """Whether a task is the review itself."""
    text = task.text.casefold()
    return text.startswith((REVIEW_TEXTS["so_ket"], REVIEW_TEXTS["tong_ket"]))
