"""Why a period is not the sum of its parts, told once below the table of figures: the units behind it.

A reader of the report wants to know who, not forty times. A figure as of a day is no sum: it is held against
the last of the parts alone, and both figures are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.break_facts import LACKS_A_PART, LACKS_THE_WHOLE, OTHER, broken_units, has_other_sum
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.name_lists import different, names_or_list
from khoagiao_xl.report.quoting import Opinion
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, capital
from khoagiao_xl.report.told_standing import is_due, silent_units
from khoagiao_xl.wording.report import BREAK_NOTES

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.break_facts import BrokenUnit
    from khoagiao_xl.report.content import ReportContent

    Note = tuple[str, list[str]]  # in words that lack the units, and the names of these

UNITS: Final = "{units}"  # where a note names them
ONE_SIDED: Final = (LACKS_A_PART, LACKS_THE_WHOLE)


def break_notes(content: ReportContent) -> Iterator[str]:
    """Yield a note for each kind of break, with the units that are behind it in any indicator."""
    for note, units in _notes(content):
        yield note.format(units=names_or_list(units, content.appendices.units))


def break_lists(content: ReportContent) -> Iterator[Opinion]:
    """Yield for the annex of names each kind of break of more units than a note names."""
    for note, units in _notes(content):
        said, _, _ = note.partition(UNITS)
        listed = Opinion(
            tuple(units),
            f"{bare(said)}.",
        )
        if listed.is_widely_shared:
            yield listed


def break_count(content: ReportContent) -> Iterator[str]:
    """Yield how many sums of the period are others than those of its parts, and what that comes from.

    While a part is still to come it has what no part has told yet: then nothing is wrong.
    """
    period = content.period
    if not period.parts or not all(is_due(content, part) for part in period.parts):
        return
    apart = [total for total in _summed(content) if has_other_sum(total, period)]
    why = list(_causes(apart, period))
    if why:
        yield BREAK_NOTES["so_chi_tieu"].format(
            count=number(len(apart)),
            why=BREAK_NOTES["hoac"].join(why),
            **_called(period),
        )


def _causes(apart: Iterable[Total], period: Period) -> Iterator[str]:
    """Yield what stands behind sums that differ: a side is missing, or a unit contradicts itself."""
    totals = list(apart)
    found = set()
    for kind in (*ONE_SIDED, OTHER):
        if any(_broken(kind, totals, period)):
            found.add(kind)
    if not found.isdisjoint(ONE_SIDED):
        yield BREAK_NOTES["do_thieu"].format(**_called(period))
    if OTHER in found:
        yield BREAK_NOTES["do_khac"].format(**_called(period))


# -- each kind ----------------------------------------------------------------------------------------------


def _notes(content: ReportContent) -> Iterator[Note]:
    """Yield each kind of break with its units; nothing for a month."""
    if not content.period.parts:
        return
    for note, names in (*_others(content), *_one_sided(content)):
        if names:
            yield note, different(names)


def _others(content: ReportContent) -> Iterator[Note]:
    """Yield who has reported other sums than its parts come to, then who another state than the last part."""
    period = content.period
    *_, last = period.parts
    names = [content.name_of(each.unit) for each in _broken(OTHER, _summed(content), period)]
    yield BREAK_NOTES[OTHER].format(units=UNITS, **_called(period)), names
    for total in content.totals:
        if total.code not in content.stock_codes:
            continue
        told = [_both(each, content) for each in broken_units(OTHER, total, period)]
        label = capital(clean_line(content.label_of(total)).strip("- "))
        note = BREAK_NOTES["cuoi_ky"].format(label=label, last=last.short, units=UNITS, **_called(period))
        yield note, told


def _both(broken: BrokenUnit, content: ReportContent) -> str:
    """Return «Sở Tài chính (158 và 161)»."""
    return BREAK_NOTES["hai_so"].format(
        unit=content.name_of(broken.unit),
        whole=broken.whole,
        parts=broken.parts,
    )


def _one_sided(content: ReportContent) -> Iterator[Note]:
    """Yield who lacks a part that is due, and who the whole."""
    period = content.period
    lacking = [each.unit for each in _broken(LACKS_A_PART, content.totals, period)]
    due = [part for part in period.parts if is_due(content, part)]
    coming = [part for part in period.parts if part not in due]
    if coming:
        silent: set[str] = set()
        for part in due:
            silent.update(silent_units(content, part))
        lacking = [unit for unit in lacking if unit in silent]
    note = BREAK_NOTES[LACKS_A_PART].format(parts=_any_of(due), units=UNITS, **_called(period))
    if coming:
        note += BREAK_NOTES["chua_den_han"].format(parts=_listed(coming))
    yield f"{note}.", list(map(content.name_of, lacking))
    without = [content.name_of(each.unit) for each in _broken(LACKS_THE_WHOLE, content.totals, period)]
    yield BREAK_NOTES[LACKS_THE_WHOLE].format(units=UNITS, **_called(period)), without


def _broken(kind: str, totals: Iterable[Total], period: Period) -> Iterator[BrokenUnit]:
    for total in totals:
        yield from broken_units(kind, total, period)


def _summed(content: ReportContent) -> list[Total]:
    return [total for total in content.totals if total.code not in content.stock_codes]


def _called(period: Period) -> dict[str, str]:
    """Return what the reports of the period and of its parts are called."""
    *_, part = period.parts
    return {"whole": period.short, "part": part.kind.facts.called}


def _any_of(periods: Iterable[Period]) -> str:
    """Return «quý I, quý II hoặc quý III»."""
    *before, last = [period.short for period in periods] or [""]
    return BREAK_NOTES["hoac"].join([", ".join(before), last]) if before else last


def _listed(periods: Iterable[Period]) -> str:
    return ", ".join(period.short for period in periods)
