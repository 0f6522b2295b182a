"""The annexes of a periodic report: the rows of each, and what they are called by where they are named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.appendix_names import Appendices, appendix_names, unbroken
from khoagiao_xl.report.break_notes import break_lists
from khoagiao_xl.report.deserved_praise import with_deserved_praise
from khoagiao_xl.report.figure_table import FigureTable
from khoagiao_xl.report.folded_words import Opinion, Opinions
from khoagiao_xl.report.gathered_proposals import TAG as PROPOSALS
from khoagiao_xl.report.gathered_proposals import ToldProposal, picked_proposals
from khoagiao_xl.report.limits_and_causes import parted
from khoagiao_xl.report.placed_words import picked_opinions
from khoagiao_xl.report.quoted_rows import numbered_rows, opinion_rows
from khoagiao_xl.report.report_sections import corrections_told
from khoagiao_xl.report.reporting_limits import reporting_lists
from khoagiao_xl.report.telling_words import telling
from khoagiao_xl.report.told_causes import told_opinions
from khoagiao_xl.report.told_changes import change_lists
from khoagiao_xl.report.told_deeds import without_told_deeds
from khoagiao_xl.report.told_highlights import highlight_lists
from khoagiao_xl.report.told_minds import mind_lists
from khoagiao_xl.report.told_proposals import proposal_lists, told_proposals
from khoagiao_xl.report.undone_rows import undone_rows
from khoagiao_xl.report.units_list import UnitRow, listed_for, unit_rows
from khoagiao_xl.wording.annex_words import NAME_LISTS

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent

    Row = dict[str, str]


def note_lists(content: ReportContent) -> Iterator[Opinion]:
    """Yield the units that the notes below the figures only count: of corrections, breaks, later changes."""
    correcting = Opinion(content.correcting, corrections_told(content, ""))
    if correcting.is_widely_shared:
        yield correcting
    yield from break_lists(content)
    yield from change_lists(content)


OWN_PLANS: Final = "nhiem_vu"  # what units plan for themselves is told only where the office has picked it
Lists = Mapping[str, Callable[["ReportContent"], Iterable[Opinion]]]
# Heading in the annex of names -> what is listed below it; before and behind the words of units.
BEFORE_WORDS: Final[Lists] = {
    "tu_tuong": mind_lists,
    "noi_bat": highlight_lists,
}
BEHIND_WORDS: Final[Lists] = {
    "bao_cao": reporting_lists,
    "chu_thich": note_lists,
}


@dataclass(frozen=True)
class ReportAnnexes:
    """The annexes of a report, and the units' words that they are a part of."""

    content: ReportContent

    @cached_property
    def opinions(self) -> Opinions:
        """The units' words by tag, those that the office has picked where it has picked some."""
        content = self.content
        said = told_opinions(content)
        known = telling(content, said)
        picked = picked_opinions(content, known)
        told = parted(content, picked)
        deserved = with_deserved_praise(content, told)
        return without_told_deeds(content, deserved)

    @cached_property
    def table(self) -> FigureTable:
        """The table of figures."""
        return FigureTable(self.content)

    @cached_property
    def units(self) -> list[UnitRow]:
        """The units whose report is missing or came late."""
        return unit_rows(self.content)

    @cached_property
    def names(self) -> list[Row]:
        """What units say and who they are, where that is too long for the body."""
        asking = list(proposal_lists(self._proposals))
        return [
            *_listed(BEFORE_WORDS, self.content),
            *opinion_rows(self._quoted),
            *undone_rows(self.content),
            *numbered_rows(NAME_LISTS[PROPOSALS], asking),
            *_listed(BEHIND_WORDS, self.content),
        ]

    @cached_property
    def _proposals(self) -> list[ToldProposal]:
        picked = picked_proposals(self.content, self.opinions)
        return told_proposals(self.content, picked)

    @property
    def _quoted(self) -> Opinions:
        """The words that the body may be too short for: proposals where it does not tell them all."""
        told = {PROPOSALS} if self._proposals else set()
        if not self.content.has_picked(OWN_PLANS):
            told.add(OWN_PLANS)
        return {tag: own for tag, own in self.opinions.items() if tag not in told}

    @cached_property
    def titles(self) -> list[str]:
        """«Phụ lục 1» for each in their order, blank for one without rows."""
        rows: list[Sequence[object]] = [
            self.table.rows,
            self.units,
            self.names,
        ]
        return appendix_names(rows)

    @cached_property
    def called(self) -> Appendices:
        """What running text calls them."""
        figures, units, names = map(unbroken, self.titles)
        return Appendices(
            figures,
            units,
            names,
        )

    @property
    def tags(self) -> dict[str, Any]:
        """What templates have of them: rows and titles."""
        titles = {f"ten_phu_luc_{at}": title for at, title in enumerate(self.titles, 1)}
        return {
            "bang_so_lieu": self.table.rows,
            "chua_bao_cao": self.units,
            "y_kien": self.names,
            "danh_sach_gom": listed_for(self.content),
            **titles,
        }


def _listed(lists: Lists, content: ReportContent) -> list[Row]:
    rows: list[Row] = []
    for heading, listed in lists.items():
        own = list(listed(content))
        title = NAME_LISTS[heading]
        rows += numbered_rows(title, own)
    return rows
