"""Sections V to VIII of a review: what is wanting and why, what is still to do, what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import filterfalse, groupby
from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.gathered_proposals import ToldProposal
from khoagiao_xl.report.kinds.directive_opinions import opinions_about, quoted
from khoagiao_xl.report.kinds.directive_progress import reviews_late
from khoagiao_xl.report.kinds.directive_words import due_task, lowered, not_done, say, step_told, studied_span
from khoagiao_xl.report.kinds.kind_tags import is_review
from khoagiao_xl.report.lagging_figures import falls, plan_lags
from khoagiao_xl.report.plan_rows import days_late
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.step_words import is_sending
from khoagiao_xl.report.told_causes import KINDS, LIMITS, kind_of
from khoagiao_xl.report.told_lines import capital, listed
from khoagiao_xl.report.told_proposals import by_addressee_told
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.folded_words import Opinion
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts

TASKS, PROPOSALS = "nhiem_vu", "kien_nghi"


@dataclass(frozen=True)
class DirectiveOutlook:
    """What is wanting in the work on a directive, and what follows from it."""

    facts: DirectiveFacts

    def limits(self) -> Iterator[str]:
        """Yield what is not done of the directive, and how late its review is."""
        yield from filter(None, map(not_done, self.facts.figures.totals))
        yield from self._silent()
        yield from self._lagging()
        yield from reviews_late(self.facts.states)
        for opinion in self._said(LIMITS):
            if not kind_of(opinion.text):
                yield self._quoted(opinion)

    def _silent(self) -> Iterator[str]:
        """Yield who has told of no conference, where others have; that nobody has is told with study.

        A unit that held none in some months may have held its own in a year of which nothing is known.
        """
        facts = self.facts
        if self._is_silence_known and facts.answers.study.conferences:
            yield say(
                "chua_neu_han_che",
                told=number(len(facts.owing) - facts.silent_on_study, in_text=False),
                owing=number(len(facts.owing), in_text=False),
                cited=facts.short_name,
                periods=studied_span(facts.answers.studied_in),
            )

    def _lagging(self) -> Iterator[str]:
        """Yield its figures that are behind the plan of the year, or fell like for like."""
        content = self.facts.figures.content
        for tell in (plan_lags, falls):
            for _, text in tell(content):
                yield capital(text) + "."

    def causes(self) -> Iterator[str]:
        """Yield the causes that units name, with a line above each kind."""
        named = [opinion for opinion in self._said(LIMITS) if kind_of(opinion.text)]
        named.sort(key=_place)
        for kind, own in groupby(named, key=_kind):
            yield TOLD[kind]
            yield from map(self._quoted, own)

    def coming(self) -> Iterator[str]:
        """Yield what is still to be done: of the review, of the plan, and what follows from the limits."""
        yield from self._steps()
        yield from self._tasks()
        yield from self._study()
        told = []
        for opinion in self._said(TASKS):
            text = self._quoted(opinion)
            told.append(text.rstrip("."))
        opening = REVIEW_TEXTS["nhiem_vu_don_vi"]
        yield from listed(opening, told)

    @property
    def is_late_alone(self) -> bool:
        """Whether the lateness of its review is all that the master knows to be wanting."""
        late = list(reviews_late(self.facts.states))
        if not late:
            return False
        limits = list(self.limits())
        return limits == late

    @property
    def is_without_plan(self) -> bool:
        """Whether the plan gives nothing about it that is still to be done."""
        return not any(self._tasks())

    def _tasks(self) -> Iterator[str]:
        today = self.facts.content.today
        others = filterfalse(is_review, self.facts.tasks)
        told = [due_task(task, today) for task in others]
        still = list(filter(None, told))
        if still:
            yield say("nhiem_vu_toi", tasks="; ".join(still))

    @property
    def _is_silence_known(self) -> bool:
        if self.facts.silent_on_study <= 0:
            return False
        return not self.facts.unknown_study

    def _study(self) -> Iterator[str]:
        """Yield what follows from who is silent; of others a general word would ask nothing of anybody."""
        if self._is_silence_known:
            yield say(
                "quan_triet_tiep",
                count=number(self.facts.silent_on_study),
                cited=self.facts.short_name,
            )

    def _steps(self) -> Iterator[str]:
        """Yield what follows the report, what is late with its day, as the period's report tells it."""
        told = []
        for step in filter(_follows, self.facts.open_steps):
            words = self._step(step)
            told.append(words)
        if told:
            author = clean_line(self.facts.content.letterhead.author)
            yield say(
                "sau_so_ket",
                author=author,
                cited=self.facts.short_name,
                steps="; ".join(told),
            )

    def _step(self, step: ReviewStep) -> str:
        today = self.facts.content.today
        late = days_late(step.due, today)
        if step.due is None or not late:
            return step_told(step.text, step.due)
        return say(
            "buoc_qua",
            step=lowered(step.text),
            day=day_text(step.due),
            days=number(late),
        )

    def proposals(self) -> Iterator[str]:
        """Yield what units propose about it, by whom they ask."""
        yield from by_addressee_told(map(ToldProposal.of, self._said(PROPOSALS)), self._appendix)

    @property
    def _appendix(self) -> str:
        return self.facts.content.appendices.units

    def _quoted(self, opinion: Opinion) -> str:
        return quoted(opinion, self._appendix)

    def _said(self, tag: str) -> Iterator[Opinion]:
        return opinions_about(self.facts, tag)


def _kind(opinion: Opinion) -> str:
    return kind_of(opinion.text)


def _place(opinion: Opinion) -> int:
    kind = kind_of(opinion.text)
    return KINDS.index(kind)


def _follows(step: ReviewStep) -> bool:
    """Whether a step comes after the review's report: none gives its own making, or sending, as a task."""
    if step.due is None or is_sending(step):
        return False
    if step.days_before is None:
        return True
    return step.days_before < 0
