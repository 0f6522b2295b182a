"""One figure as a tag, for sentences of the office's own: {{ KG201 }}, {{ KG201.luy_ke }}.

Every figure stands under its key, so that it is traced like those in the sentences of the tool.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import State
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.figure_keys import key_of, mark
from khoagiao_xl.report.sentences import counted, has_answer, keyed, measure_of, number
from khoagiao_xl.wording.report_templates import NO_FIGURE, NO_UNIT

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent


@dataclass(frozen=True)
class FigureTag:
    """The figure of one indicator in one period; None: asked, or known to the office, but without a total."""

    period: Period
    total: Total | None = None

    def __bool__(self) -> bool:
        if self.total is None:
            return False
        return has_answer(self.total)

    def __str__(self) -> str:
        if not self.total or not self:
            return NO_FIGURE
        return counted(self.total)

    @property
    def luy_ke(self) -> str:
        """The figure from the beginning of the year."""
        total = self.total
        if not total or total.to_date is None:
            return NO_FIGURE
        return keyed(total, "luy-ke", total.unit_of_measure)

    @property
    def ky_truoc(self) -> str:
        """The figure of the period before."""
        total = self.total
        previous = total.previous if total else None
        return self._other(previous, self.period.previous)

    @property
    def cung_ky(self) -> str:
        """The figure of the same period of last year."""
        total = self.total
        last_year = total.last_year if total else None
        return self._other(last_year, self.period.same_last_year)

    @property
    def don_vi_tinh(self) -> str:
        """What is counted."""
        if self.total:
            return clean_line(measure_of(self.total))
        return ""

    @property
    def so_don_vi(self) -> str:
        """How many units stand behind the figure, of how many that owe it: «77/92»."""
        if not self.total or not self.total.owing:
            return NO_FIGURE
        return self.total.coverage

    def _other(self, value: float | None, period: Period) -> str:
        total = self.total
        if value is None or not total:
            return NO_FIGURE
        shown = number(value, total.unit_of_measure)
        key = key_of(total.code, period)
        return mark(shown, key)


FIGURE_FIELDS: Final = frozenset({"luy_ke", "ky_truoc", "cung_ky", "don_vi_tinh", "so_don_vi"})


def figure_tags(content: ReportContent) -> Mapping[str, FigureTag]:
    """Return a tag for every indicator of the year, those without a figure in this period too."""
    period = content.period
    unknown = FigureTag(period)
    tags = dict.fromkeys(content.known_codes, unknown)
    for total in content.totals:
        tags[total.code] = FigureTag(period, total)
    return tags


def unit_tags(content: ReportContent) -> Mapping[str, str]:
    """Return the tags about who has reported: how many, how many owe, the names of those in each state."""
    tags = {
        "so_da_bao_cao": number(content.reported),
        "so_phai_bao_cao": number(content.expected),
    }
    tags.update(_names(content))
    return tags


STATE_TAGS: Final[Mapping[str, State]] = {
    "don_vi_chua_nop": State.MISSING,
    "don_vi_chua_dung_duoc": State.UNUSABLE,
    "don_vi_tra_lai": State.RETURNED,
    "don_vi_gia_han": State.EXTENDED,
    "don_vi_khong_phat_sinh": State.NOTHING,
}


def _names(content: ReportContent) -> Iterator[tuple[str, str]]:
    for tag, state in STATE_TAGS.items():
        units = content.units(state)
        cleaned = map(clean_line, units)
        names = ", ".join(cleaned)
        yield tag, names or NO_UNIT
