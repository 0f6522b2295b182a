"""One figure in the words of the table of sentences: whose it is, what is 0 of what, how it has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.hot_issues import IssueSource
from khoagiao_xl.model.records import coverage_of
from khoagiao_xl.report.figure_comparisons import is_compared_with_any, is_steady_against_all, trends
from khoagiao_xl.report.figure_coverage import (
    complete_mark,
    coverage_mark,
    is_of_all,
    of_units,
    reports_behind,
    usual_carried_mark,
)
from khoagiao_xl.report.keyed_figures import FullerTotal
from khoagiao_xl.report.less_than_before import more_within
from khoagiao_xl.report.sentences import (
    amount,
    answered,
    counted,
    figure_of,
    keyed,
    measure_behind,
    measure_of,
    number,
    out_of_scope,
    year_to_date,
)
from khoagiao_xl.report.shortfalls import same_units
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.sentence_table import SentencePart

LEFT: Final = "{con}"  # in the words of a part: what is left of its whole
NOTED: Final = "{so}"  # in the words of a figure: how many quick notices the log of issues has
STOCKS: Final = "dac_diem"  # the section of how many there are


class FigureWords:
    """Tells figures that the period asks; `usual` is the coverage («77/92») that need not be repeated."""

    def __init__(self, content: ReportContent, usual: str) -> None:
        self._content = content
        self._totals = content.by_code
        self._usual = usual

    def figure(self, part: SentencePart) -> float | None:
        """Return the figure, None where nobody has given it."""
        return figure_of(self._totals[part.code])

    def bare(self, part: SentencePart) -> str:
        """Return the figure in its words, and nothing more."""
        if not self.figure(part):
            return self.none(part)
        total = self._totals[part.code]
        bare = counted(total)
        with_measure = amount(total)
        text = part.frame.replace("{}", with_measure)
        text = text.replace(LEFT, self._left(part))
        text = text.replace(NOTED, "")
        return text.replace("{n}", bare)

    def _left(self, part: SentencePart) -> str:
        """Return «, còn 89» of a part of a whole that the same units gave; blank where nothing is left."""
        whole = self._totals.get(part.of)
        if whole is None or not same_units(self._totals[part.code], whole):
            return ""
        left = (figure_of(whole) or 0) - (self.figure(part) or 0)
        if left <= 0:
            return ""
        return PHRASES["con_lai"].format(count=number(left))

    def with_remarks(self, part: SentencePart, of_which: str, mark: str) -> str:
        """Return the figure in its words, with its year to date, its parts, whose it is.

        of_which: its parts in words. mark: in brackets whose it is, blank where that is said elsewhere.
        """
        total = self._totals[part.code]
        told = self.bare(part) + self._change(part) + of_which
        text = f"{told} {mark}".replace(") (", "; ")
        remarks = [
            text.rstrip(),
            out_of_scope(total),
        ]
        told = ", ".join(remark for remark in remarks if remark)
        return told + self._noted(part)

    def _noted(self, part: SentencePart) -> str:
        """Return how many quick notices the log has, behind how often units say that they told quickly."""
        content = self._content
        if NOTED not in part.frame or content.deadline is None:
            return ""
        count = 0
        for note in content.issues:
            issue = note.issue
            is_now = content.is_in_window(issue.told_on)
            if is_now and issue.source == IssueSource.NOTICE:
                count += 1
        phrase = "so_tin_nhanh" if count else "so_khong_tin_nhanh"
        return PHRASES[phrase].format(count=number(count))

    def _change(self, part: SentencePart) -> str:
        """Return in brackets how the figure has changed, and what it has come to since the year began."""
        total = self._totals[part.code]
        content = self._content
        if not part.is_compared:
            return self._with_earlier(total)
        remarks = list(self._trends(part, total))
        through = year_to_date(total)
        if through and not content.period.begins_year:
            remarks.append(through)
        if not remarks:
            return ""
        told = "; ".join(remarks)
        return f" ({told})"

    def _with_earlier(self, total: Total) -> str:
        """Return what a figure comes to with units that reported before, where one within it was more."""
        if total.to_date == total.value or more_within(total, self._content) is None:
            return ""
        shown = keyed(total, "luy-ke", total.unit_of_measure)
        measure = measure_behind(total)
        told = PHRASES["tinh_ca_truoc"].format(amount=shown + measure)
        return f" ({told})"

    def _trends(self, part: SentencePart, total: Total) -> Iterator[str]:
        content = self._content
        if part.tag == STOCKS and is_steady_against_all(total, content.period):
            return  # how many there are is told where it changes
        yield from trends(
            total,
            content.period,
            content.compared_from,
            content.usual_units,
        )

    @cached_property
    def _usual_carried(self) -> str:
        return usual_carried_mark(self._content.totals)

    # -- what is 0 ----------------------------------------------------------------------------------------

    def is_worth_telling(self, part: SentencePart) -> bool:
        """Whether there is a figure that is not 0, or a 0 that says something: of a whole, or after more."""
        figure = self.figure(part)
        if figure is None:
            return False
        return figure != 0 or self._is_none_of(part) or self._has_fallen(part)

    def none(self, part: SentencePart) -> str:
        """Return how a figure of 0 is told."""
        if self._is_none_of(part):
            return part.none_of
        total = self._totals[part.code]
        measure = measure_of(total)
        return part.words_for_none(measure)

    def has_whole(self, part: SentencePart) -> bool:
        """Whether the figure is a part of one that is not 0."""
        whole = self._totals.get(part.of)
        if whole is None:
            return False
        return bool(figure_of(whole))

    def _is_none_of(self, part: SentencePart) -> bool:
        return part.none_of != "" and self.has_whole(part)

    def _has_fallen(self, part: SentencePart) -> bool:
        if not part.is_compared:
            return False
        content = self._content
        return is_compared_with_any(
            self._totals[part.code],
            content.period,
            content.compared_from,
        )

    # -- whose it is --------------------------------------------------------------------------------------

    def whole(self, part: SentencePart) -> str:
        """Return whose the figure is: of all units together only where none is missing."""
        total = self._totals[part.code]
        if is_of_all(total) or total.carried_units:
            return self._content.letterhead.whole
        return PHRASES["cac_don_vi"]

    def known(self, part: SentencePart) -> str:
        """Return «theo số liệu của 89/92 đơn vị, » of a state that some units never told; else nothing."""
        total = self._totals[part.code]
        if is_of_all(total) or not total.carried_units:
            return ""
        known = coverage_of(answered(total), total.owing)
        return PHRASES["theo_so_lieu"].format(coverage=known)

    def reports(self, part: SentencePart) -> str:
        """Return in which reports a figure was told: «theo báo cáo tháng 2»."""
        return reports_behind(self._totals[part.code], self._content.last_days)

    def _mark(self, part: SentencePart) -> str:
        total = self._totals[part.code]
        if isinstance(total, FullerTotal) and total.part_units:
            return of_units(total)
        mark = coverage_mark(total)
        if total.carried_units and self._usual_carried:
            return "" if mark == self._usual_carried else of_units(total)
        if self._stands_apart(total):
            return of_units(total)
        if not self._usual or total.carried_units:
            return mark
        if total.coverage == self._usual:
            return ""
        return of_units(total) if mark else complete_mark(total)

    def _stands_apart(self, total: Total) -> bool:
        """Whether no silent unit stands in a state, where the head says that they stand in most of them."""
        if not self._usual_carried or total.carried_units:
            return False
        if total.code not in self._content.state_codes:
            return False
        return not is_of_all(total)

    def marks(self, parts: Sequence[SentencePart]) -> list[str]:
        """Return the mark of each figure of a sentence: whose it is, where that is not said at the head."""
        return [self._mark(part) for part in parts]
