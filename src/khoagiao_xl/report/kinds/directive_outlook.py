"""Sections V to VII of the review of a directive: what is wanting, what is still to do, what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.kinds.directive_organisation import is_review
from khoagiao_xl.report.kinds.directive_words import due_task, not_done, say, step_told, studied_span
from khoagiao_xl.report.kinds.kind_tags import body_names
from khoagiao_xl.report.review_states import days_late
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_causes import kind_of
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts


@dataclass(frozen=True)
class DirectiveOutlook:
    """What is wanting in the work on a directive. review: «sơ kết», «tổng kết»."""

    year: Year
    facts: DirectiveFacts
    review: str

    @property
    def heading(self) -> str:
        """What section V is called: causes are named where somebody has told of one."""
        for _, text in self.facts.answers.words("han_che"):
            if kind_of(text):
                return REVIEW_TEXTS["ten_nguyen_nhan"]
        return REVIEW_TEXTS["ten_han_che"]

    def limits(self) -> Iterator[str]:
        """Yield what is not done of the directive; how far its review is belongs to no review."""
        yield from filter(None, map(not_done, self.facts.figures.totals))
        yield from self._silent()
        yield from self._words("han_che")

    def _silent(self) -> Iterator[str]:
        """Yield who has told of no conference, where others have; that nobody has is told with study."""
        facts = self.facts
        if facts.silent_on_study and facts.answers.study.conferences:
            yield say(
                "chua_neu_han_che",
                count=number(facts.silent_on_study),
                cited=facts.short_name,
                periods=studied_span(facts.answers.studied_in),
            )

    def coming(self) -> Iterator[str]:
        """Yield what is still to be done: of the review, of the plan, and what follows from the limits."""
        yield from self._steps()
        today = self.facts.content.today
        tasks = [due_task(task, today) for task in self.facts.tasks if not is_review(task)]
        still = list(filter(None, tasks))
        if still:
            yield say("nhiem_vu_toi", tasks="; ".join(still))
        if self.facts.silent_on_study:
            yield say("quan_triet_tiep", cited=self.facts.short_name)

    def _steps(self) -> Iterator[str]:
        """Yield the steps that follow the report, those that are late first."""
        told: dict[str, list[str]] = {"buoc_qua_han": [], "buoc_toi": []}
        for step in filter(_follows, self.facts.open_steps):
            late = days_late(step.due, self.facts.content.today)
            phrase = "buoc_qua_han" if late else "buoc_toi"
            text = step_told(step.text, step.due)
            told[phrase].append(text)
        for phrase, steps in told.items():
            if steps:
                joined = "; ".join(steps)
                yield say(phrase, review=self.review, steps=joined)

    def proposals(self) -> Iterator[str]:
        """Yield what units propose about it."""
        yield from self._words("kien_nghi")

    def _words(self, tag: str) -> Iterator[str]:
        names = body_names(self.year)
        for unit, text in self.facts.answers.words(tag):
            name = names.get(unit, unit)
            said = bare(text)
            yield say("loi_don_vi", unit=name, text=f"{said}.")


def _follows(step: ReviewStep) -> bool:
    """Whether a step comes after the review's report: a report gives nobody its own making as a task."""
    if step.due is None:
        return False
    return step.days_before is None or step.days_before < 0
