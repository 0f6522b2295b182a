"""Study by directive: how many units held conferences on it, and the members present of those called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.keyed_figures import PERCENT
from khoagiao_xl.report.sentences import figure_of, keyed, number
from khoagiao_xl.report.told_lines import listed, units_of
from khoagiao_xl.report.told_rows import is_part_of_long, of_list, speaks_for, told_in, told_within
from khoagiao_xl.vietnamese.dates import parse_date
from khoagiao_xl.vietnamese.typed_symbols import named_symbols
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from khoagiao_xl.model.records import Directive, Total
    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

CONFERENCES: Final = "QT"
SEVERAL: Final = 2
MOST: Final = 3  # directives told of a long period
HELD: Final = "KG106"  # how many conferences the units count


@dataclass
class DirectiveStudy:
    """What was done about one directive: by all, or by one unit (`units` -> its own).

    called, present: of the conferences that gave both. first, last: days on which conferences were held.
    """

    symbol: str
    conferences: int = 0
    called: float = 0
    present: float = 0
    first: date | None = None
    last: date | None = None
    units: dict[str, DirectiveStudy] = field(default_factory=dict)

    def add(self, row: ToldRow) -> None:
        """Count a conference, for all and for its unit."""
        own = self.units.setdefault(row.unit, DirectiveStudy(self.symbol))
        for study in (self, own):
            study.count(row)

    def count(self, row: ToldRow) -> None:
        """Count a conference."""
        self.conferences += 1
        if row.first is not None and row.second is not None:
            self.called += row.first
            self.present += row.second
        day = parse_date(row.day)
        if day:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


def studies(rows: Iterable[ToldRow]) -> list[DirectiveStudy]:
    """Return what was done about each directive, the one of most units first.

    A conference on two directives counts for each of them.
    """
    found: dict[str, DirectiveStudy] = {}
    for row in of_list(rows, CONFERENCES):
        text = clean_line(row.text)
        for symbol in named_symbols(text):
            study = found.setdefault(symbol, DirectiveStudy(symbol))
            study.add(row)
    return sorted(found.values(), key=_place)


def _place(study: DirectiveStudy) -> tuple[int, int, str]:
    units = len(study.units)
    return -units, -study.conferences, study.symbol


def in_citing_order(found: Sequence[DirectiveStudy], directives: Iterable[Directive]) -> list[DirectiveStudy]:
    """Return the studies with a directive before those whose subjects name it: it is cited in full first."""
    subjects = {directive.symbol: directive.subject for directive in directives}
    ordered: list[DirectiveStudy] = []
    for study in found:
        subject = subjects.get(study.symbol, "")
        named = named_symbols(subject)
        before = [other for other in found if other.symbol in named]
        for each in (*before, study):
            if each not in ordered:
                ordered.append(each)
    return ordered


def study_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return a line for each directive that was studied; nothing where no unit told of a conference."""
    found = studies(content.details)
    rows = of_list(content.details, CONFERENCES)
    if is_part_of_long(rows, content.period):
        is_most = speaks_for(rows, content.period)
        return list(_summed_up(found[:MOST], content, citations)) if is_most else []
    ordered = in_citing_order(found, content.directives)
    told = [_told(study, citations) for study in ordered]
    phrase = "quan_triet_chung" if _is_shared(content) else "quan_triet"
    opening = TOLD[phrase].format(told_in=_told_in(content))
    return listed(opening, told)


def _summed_up(
    found: Sequence[DirectiveStudy], content: ReportContent, citations: Citations
) -> Iterator[str]:
    """Yield in one sentence what was studied most, where only a part of the period is known by name."""
    if not found:
        return
    ordered = in_citing_order(found, content.directives)
    told = []
    for study in ordered[:MOST]:
        count = number(study.conferences)
        told.append(TOLD["quan_triet_nhieu_mot"].format(cited=citations.cite(study.symbol), count=count))
    rows = of_list(content.details, CONFERENCES)
    yield TOLD["quan_triet_nhieu"].format(
        count=number(len(rows)),
        periods=told_in(rows, content),
        directives=", ".join(told),
    )


def _told_in(content: ReportContent) -> str:
    """Return of how many of all conferences the lines are and of which reports, where those are not all."""
    rows = of_list(content.details, CONFERENCES)
    periods = told_within(rows, content)
    shown = _of_all(
        len(rows),
        content.by_code.get(HELD),
    )
    if not shown and not periods:
        return ""
    told = TOLD["neu_cu_the"].format(count=shown or number(len(rows)))
    if periods:
        told += TOLD["neu_trong"].format(periods=periods)
    return told


def _of_all(count: int, total: Total | None) -> str:
    """Return «117/140», the bare number where the units count fewer; blank for all, and for an unknown."""
    held = figure_of(total) if total else None
    if total is None or held is None or held == count:
        return ""
    if held < count:
        return number(count)
    told = number(count, in_text=False)
    of_all = keyed(
        total,
        "",
        in_text=False,
    )
    return f"{told}/{of_all}"


def _is_shared(content: ReportContent) -> bool:
    """Whether a conference was about several directives, so that the lines do not add up."""
    for row in of_list(content.details, CONFERENCES):
        text = clean_line(row.text)
        if len(named_symbols(text)) >= SEVERAL:
            return True
    return False


def _told(study: DirectiveStudy, citations: Citations) -> str:
    told = TOLD["quan_triet_van_ban"].format(
        cited=citations.cite(study.symbol),
        units=units_of(study.units),
        conferences=number(study.conferences),
    )
    if not study.called:
        return told + TOLD["quan_triet_khong_so"]
    share = study.present / study.called * 100
    figures = TOLD["quan_triet_ty_le"].format(
        present=number(study.present),
        called=number(study.called),
        share=number(share, PERCENT),
    )
    return told + figures
