"""Sections V to VII of the review of a directive: what is wanting, what is still to do, what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.kinds.directive_sections import is_review
from khoagiao_xl.report.kinds.directive_words import due_task, not_done, say, step_told, studied_span
from khoagiao_xl.report.kinds.kind_tags import body_names
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_causes import kind_of
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.report.told_reviews import days_late
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts


@dataclass(frozen=True)
class DirectiveOutlook:
    """What is wanting in the work on a directive. cited: it, by kind and number; review: «sơ kết»."""

    year: Year
    facts: DirectiveFacts
    cited: str
    review: str

    @property
    def heading(self) -> str:
        """What section V is called: causes are named where somebody has told of one."""
        told = [text for _, text in self.facts.words("han_che")]
        has_cause = any(map(kind_of, told))
        return REVIEW_TEXTS["ten_nguyen_nhan" if has_cause else "ten_han_che"]

    def limits(self) -> Iterator[str]:
        """Yield what is not done of the directive; how far its review is belongs to no review."""
        yield from filter(None, map(not_done, self.facts.figures.totals))
        silent = self.facts.silent_on_study
        if silent > 0 and self.facts.study.conferences:
            periods = studied_span(self.facts.studied_in)
            yield say("chua_neu_han_che", count=number(silent), cited=self.cited, periods=periods)
        yield from self._words("han_che")

    def coming(self) -> Iterator[str]:
        """Yield what is still to be done: of the review, of the plan, and what follows from the limits."""
        today = self.facts.content.today
        steps = [step for step in self.facts.open_steps if step.due and _follows(step)]
        late = [step for step in steps if days_late(step.due, today)]
        coming = [step for step in steps if step not in late]
        for phrase, own in {"buoc_qua_han": late, "buoc_toi": coming}.items():
            told = [step_told(step.text, step.due) for step in own]
            if told:
                yield say(phrase, review=self.review, steps="; ".join(told))
        tasks = [due_task(task, today) for task in self.facts.tasks if not is_review(task)]
        still = list(filter(None, tasks))
        if still:
            yield say("nhiem_vu_toi", tasks="; ".join(still))
        if self.facts.silent_on_study > 0 and self.facts.studied_in:
            yield say("quan_triet_tiep", cited=self.cited)

    def proposals(self) -> Iterator[str]:
        """Yield what units propose about it."""
        yield from self._words("kien_nghi")

    def _words(self, tag: str) -> Iterator[str]:
        names = body_names(self.year)
        for unit, text in self.facts.words(tag):
            name = names.get(unit, unit)
            yield say("loi_don_vi", unit=name, text=f"{bare(text)}.")


def _follows(step: ReviewStep) -> bool:
    """Whether a step comes after the review's report: a report gives nobody its own making as a task."""
    return step.days_before is None or step.days_before < 0
