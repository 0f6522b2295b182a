"""The notes on figures since the year began: whose reports they are of, and who stands in them in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.records import coverage_of
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.figure_coverage import lacks_to_date
from khoagiao_xl.report.keyed_figures import FullerTotal
from khoagiao_xl.report.part_reports import added_in_part, kinds_sent_instead, partly_reported
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import NAMED
from khoagiao_xl.wording.annex_words import FULLER_NOTES
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.periods import Kind
    from khoagiao_xl.report.content import ReportContent


def stand_ins(content: ReportContent) -> int:
    """Return how many units stand in the figures with shorter reports than that of the period."""
    if not _fuller_ones(content):
        return 0
    shorter = list(kinds_sent_instead(content))
    return len(shorter)


def fuller_note(content: ReportContent) -> Iterator[str]:
    """Yield of how many units the report of the period counts, and how many stand with shorter ones."""
    fuller = _fuller_ones(content)
    shorter = list(kinds_sent_instead(content))
    if not fuller or not shorter:
        return
    kinds = set.union(*shorter)
    in_order = sorted(kinds, key=_longest_first)
    called = [kind.facts.called for kind in in_order]
    note = FULLER_NOTES["cong_ky_ngan"].format(
        period=content.period.short,
        reported=number(content.reported),
        others=number(len(shorter)),
        called=", ".join(called),
    )
    if any(map(lacks_to_date, fuller)):
        note += FULLER_NOTES["chua_du"] + _added_in_part(content)
    yield note
    yield from _of_a_part(fuller, content)


def _of_a_part(totals: Iterable[FullerTotal], content: ReportContent) -> Iterator[str]:
    """Yield the figures of which some units have told a part alone: «83 đơn vị ..., 05 chỉ có số 6 tháng»."""
    labels: dict[tuple[int, int, str], list[str]] = {}
    for total in totals:
        if total.part_units:
            facts = (total.counted - total.part_units, total.part_units, total.part)
            label = clean_line(content.label_of(total))
            alike = labels.setdefault(facts, [])
            alike.append(PHRASES["ten_chi_tieu"].format(label=label.strip("- ")))
    for (whole, units, part), alike in labels.items():
        yield FULLER_NOTES["chi_mot_phan"].format(
            labels=", ".join(alike),
            period=content.period.short,
            whole=number(whole),
            units=number(units),
            part=part,
        )


def _added_in_part(content: ReportContent) -> str:
    """Return who stands in the sums with some reports alone and is in no number of units; blank for none."""
    where = _added_where(content)
    if not where:
        return ""
    told = []
    for unit, lacking in partly_reported(content):
        periods = [part.short for part in lacking]
        shown = FULLER_NOTES["thieu"].format(
            unit=content.name_of(unit),
            periods=", ".join(periods),
        )
        told.append(shown)
    is_many = len(told) > NAMED
    phrase = "cong_mot_phan_so" if is_many else "cong_mot_phan"
    return FULLER_NOTES[phrase].format(
        where=where,
        units=", ".join(told),
        count=number(len(told)),
    )


def _added_where(content: ReportContent) -> str:
    """Return in which figures units stand with some of their reports; blank for none."""
    fuller = _fuller_ones(content)
    with_parts = [total for total in fuller if added_in_part(total, content)]
    if not with_parts:
        return ""
    found = dict.fromkeys(coverage_of(total.counted, total.owing) for total in with_parts)
    if len(with_parts) == len(fuller):
        return FULLER_NOTES["o_chi_tieu"]
    return FULLER_NOTES["o_so_chi_tieu"].format(coverages=", ".join(found))


def _fuller_ones(content: ReportContent) -> list[FullerTotal]:
    return [total for total in content.totals if isinstance(total, FullerTotal)]


def _longest_first(kind: Kind) -> int:
    facts = kind.facts
    return -facts.months
