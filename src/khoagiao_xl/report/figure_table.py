"""The table of figures of the appendix: a row for each indicator, every figure under its key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.sections import report_heading
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.figure_coverage import usual_coverage
from khoagiao_xl.report.keyed_figures import is_yes_no
from khoagiao_xl.report.shown_figures import ShownFigure, figures_of
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent, WaiverNote

STAR: Final = PHRASES["sao_tam_tinh"]
FIGURE_TAGS: Final = ("ky_nay", "luy_ke", "ky_truoc", "cung_ky")


@dataclass(frozen=True)
class FigureRow:
    """A row of the table of figures, named as the tags; one with `nhom` is the heading of a group.

    so_don_vi: how many units stand behind the figure, blank where it is as many as behind most; «-» in every
    row where it is so in all, so that the column leaves the page.
    """

    nhom: str = ""
    tt: str = ""
    ma: str = ""
    ten: str = ""
    don_vi_tinh: str = ""
    ky_nay: str = ""
    luy_ke: str = ""
    ky_truoc: str = ""
    cung_ky: str = ""
    so_don_vi: str = ""


class FigureTable:
    """The rows of the table, and what is said once for all of them.

    usual: the coverage that the head tells, else that behind most figures, blank where there is none.
    starred: the columns whose figures are all of some units only: the star then stands in their heading, not
    at each of them.
    """

    def __init__(self, content: ReportContent) -> None:
        """Show the totals of `content` in their order."""
        self.content = content
        period = content.period
        self.figures = {total.code: figures_of(total, period) for total in content.totals}
        self.usual = usual_coverage(content.totals) or _usual(content.totals)
        self.starred = [tag for tag in FIGURE_TAGS if self._is_all_partial(tag)]

    def _column(self, tag: str) -> list[ShownFigure]:
        return [figures[tag] for figures in self.figures.values()]

    def _is_all_partial(self, tag: str) -> bool:
        """Whether owing units are missing from every figure of a column that has any."""
        column = self._column(tag)
        shown = [figure for figure in column if figure.text != NONE]
        partial = [figure for figure in shown if figure.is_partial]
        if not shown:
            return False
        return partial == shown

    @cached_property
    def rows(self) -> list[FigureRow]:
        """The rows, with a heading before those of each section."""
        rows: list[FigureRow] = []
        section = None
        no_units = "" if self.units else NONE
        for index, total in enumerate(self.content.totals, 1):
            if total.section != section:
                section = total.section
                heading = report_heading(section) or PHRASES["nhom_khac"]
                rows.append(FigureRow(nhom=heading))
            units = self.units.get(total.code, no_units)
            rows.append(self._row(index, total, units))
        return rows

    def _row(self, index: int, total: Total, units: str) -> FigureRow:
        label = clean_line(self.content.label_of(total))
        marks = _footnote_marks(total.code, self.content.waivers)
        return FigureRow(
            tt=str(index),
            ma=total.code,
            ten=label + marks,
            don_vi_tinh=_measure(total),
            so_don_vi=units,
            **self._cells(total),
        )

    def _cells(self, total: Total) -> dict[str, str]:
        """Return the cells of a row's figures by their tags."""
        cells = {}
        figures = self.figures[total.code]
        for tag, figure in figures.items():
            cells[tag] = figure.text
            if figure.is_partial and tag not in self.starred:
                cells[tag] += STAR
        return cells

    @cached_property
    def units(self) -> dict[str, str]:
        """The units behind the figures that are not those of most, by indicator.

        Where there are any, blank means the usual ones: one that silent units stand in is of more.
        """
        totals = self.content.totals
        apart = [total for total in totals if total.coverage != self.usual]
        if not apart:
            return {}
        carried = [total for total in totals if total.carried_units]
        return {total.code: _units(total) for total in (*apart, *carried)}

    @property
    def heading_stars(self) -> dict[str, str]:
        """The star, or nothing, behind the heading of each column, by its tag: «sao_ky_nay»."""
        stars = {}
        for tag in FIGURE_TAGS:
            stars[f"sao_{tag}"] = STAR if tag in self.starred else ""
        return stars

    @property
    def is_starred(self) -> bool:
        """Whether a star stands anywhere in the table."""
        for tag in FIGURE_TAGS:
            column = self._column(tag)
            if any(figure.is_partial for figure in column):
                return True
        return False

    @property
    def has_gaps(self) -> bool:
        """Whether a cell without a figure stays on the page, in a column that has others."""
        for tag in FIGURE_TAGS:
            column = self._column(tag)
            texts = {figure.text for figure in column}
            if NONE in texts and texts != {NONE}:
                return True
        return False


def _units(total: Total) -> str:
    """Return «77/92», and how many more stand in it with their last known answer: «77/92 (+15)»."""
    if not total.owing:
        return ""
    if not total.carried_units:
        return total.coverage
    return PHRASES["so_don_vi_mang_sang"].format(
        coverage=total.coverage,
        carried=total.carried_units,
    )


def _usual(totals: Sequence[Total]) -> str:
    """Return the coverage behind at least half of the figures that units gave, else nothing."""
    told = [total.coverage for total in totals if total.counted]
    if not told:
        return ""
    shared = Counter(told)
    ((coverage, times),) = shared.most_common(1)
    others = len(told) - times
    if times >= others:
        return coverage
    return ""


def _measure(total: Total) -> str:
    if is_yes_no(total):
        return PHRASES["don_vi_co"]
    return clean_line(total.unit_of_measure)


def _footnote_marks(code: str, waivers: Iterable[WaiverNote]) -> str:
    marks = ""
    for index, waiver in enumerate(waivers, 1):
        if waiver.code == code:
            marks += f" ({index})"
    return marks
