"""Section III of a review: who was given what to do, what was inspected, how far the units are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.kinds.directive_progress import reviews_told
from khoagiao_xl.report.kinds.directive_words import guided, lowered, say, task_told
from khoagiao_xl.report.kinds.kind_tags import MANY, guidance_names, in_a_sentence, is_review
from khoagiao_xl.report.kinds.review_leads import duty_of_whole, task_of_whole
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.short_citations import shortened
from khoagiao_xl.report.told_lines import bare, listed_works
from khoagiao_xl.wording.told_kinds import PLACES, REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.kinds.directive_naming import DirectiveNaming


@dataclass(frozen=True)
class DirectiveOrganisation:
    """How the work on one directive is organised. naming: after its opening has been told."""

    naming: DirectiveNaming

    def told(self) -> Iterator[str]:
        """Yield the paragraphs of the section."""
        yield from self._reviews_given()
        yield from self._tasks_given()
        yield from self._kindred_tasks()
        yield from self._inspected()
        yield from self._progress()
        yield from reviews_told(self.naming.facts.states, is_draft=self.naming.citations.is_draft)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is known but who leads the review: no task, no inspection, no unit's progress."""
        facts = self.naming.facts
        if facts.figures.inspections or facts.answers.steps_reached:
            return False
        return all(map(is_review, facts.tasks))

    @property
    def place(self) -> str:
        """The place for what the register does not know: what was done at all, or what came of the steps."""
        if any(state.done_steps for state in self.naming.facts.states):
            return REVIEW_TEXTS["bo_sung_buoc"]
        return PLACES["muc_1"]

    def _reviews_given(self) -> Iterator[str]:
        for task in self.naming.facts.tasks:
            if is_review(task):
                yield self._review_given(task)

    def _review_given(self, task: Task) -> str:
        lead = in_a_sentence(task.lead)
        by = self._by()
        phrase = "giao_so_ket" if by else "duoc_giao"
        is_of_units = bare(task.lead).startswith(MANY)
        whole = self._whole if is_of_units else None
        return say(
            phrase if lead else "giao_chung",
            by=by,
            year=self._year,
            lead=lead,
            review=self.naming.with_years,
            cited=self.naming.short,
            level=REVIEW_TEXTS["cap_minh"] if whole else "",
            whole=say("chung_toan", duty=duty_of_whole(whole)) if whole else "",
            due=say("han_giao", day=day_text(task.due)) if task.due else "",
        )

    @property
    def _whole(self) -> Task | None:
        """The task of the plan by which the reviews of the whole committee are prepared, None for none."""
        year = self.naming.year
        staff = year.settings.staff
        return task_of_whole(year.tasks, staff)

    def _tasks_given(self) -> Iterator[str]:
        facts = self.naming.facts
        told = []
        for task in facts.tasks:
            if not is_review(task):
                text = task_told(task)
                told.append(shortened(text, facts.content.directives, self.naming.citations))
        by = self._by()
        opening = say(
            "nhiem_vu_giao" if by else "nhiem_vu_nam",
            by=by,
            year=self._year,
            cited=self.naming.short,
        )
        yield from listed_works(opening, told)

    def _kindred_tasks(self) -> Iterator[str]:
        """Yield the tasks of the year that are about the same and cite no directive."""
        tasks = self.naming.facts.kindred_tasks
        told = list(map(task_told, tasks))
        opening = say(
            "nhiem_vu_gan",
            year=self._year,
            cited=self.naming.short,
        )
        yield from listed_works(opening, told)

    @property
    def _year(self) -> int:
        return self.naming.facts.period.year

    def _by(self) -> str:
        """Return by what the tasks of the year are given, blank where nobody says."""
        names = guidance_names(self.naming.year)
        return guided(names)

    def _inspected(self) -> Iterator[str]:
        rows = self.naming.facts.figures.inspections
        units = {row.unit for row in rows}
        if rows:
            yield say(
                "kiem_tra",
                units=number(len(units)),
                count=number(len(rows)),
                period=self.naming.facts.period.label,
            )

    def _progress(self) -> Iterator[str]:
        parts = []
        for step, units in self.naming.facts.answers.steps_reached.items():
            count = number(len(units))
            parts.append(
                say(
                    "buoc_don_vi",
                    count=count,
                    step=lowered(step),
                )
            )
        if parts:
            joined = "; ".join(parts)
            yield say(
                "buoc",
                review=self.naming.review,
                parts=joined,
            )
