"""Each kind of break between a period and its parts, in words, with the units that are behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.break_facts import LACKS_A_PART, LACKS_THE_WHOLE, OTHER, broken_units
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.name_lists import different
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.report.told_standing import is_due, silent_units
from khoagiao_xl.wording.report import BREAK_NOTES

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.break_facts import BrokenUnit
    from khoagiao_xl.report.content import ReportContent

Note = tuple[str, list[str]]  # in words that lack the units, and the names of these
UNITS: Final = "{units}"  # where a note names them
OR: Final = BREAK_NOTES["hoac"]


def notes_by_kind(content: ReportContent) -> Iterator[Note]:
    """Yield each kind of break with its units; nothing for a month."""
    if not content.period.parts:
        return
    notes = (
        *_other_sums(content),
        *_other_states(content),
        *_lacking_parts(content),
        *_lacking_wholes(content),
    )
    for note, names in notes:
        if names:
            yield note, different(names)


def _other_sums(content: ReportContent) -> Iterator[Note]:
    """Yield who has reported other sums than its parts come to."""
    period = content.period
    totals = summed_totals(content)
    units = units_with_break(OTHER, totals, period)
    note = told_of_break(OTHER, period, units=UNITS)
    yield note, _names(units, content)


def _other_states(content: ReportContent) -> Iterator[Note]:
    """Yield who has reported another state than in the last part, with both figures."""
    period = content.period
    *_, last = period.parts
    for total in content.totals:
        if total.code not in content.stock_codes:
            continue
        found = broken_units(OTHER, total, period)
        told = [_both(each, content) for each in found]
        called = clean_line(content.label_of(total))
        label = called.strip("- ")
        note = told_of_break(
            "cuoi_ky",
            period,
            label=capital(label),
            last=last.short,
            units=UNITS,
        )
        yield note, told


def _both(broken: BrokenUnit, content: ReportContent) -> str:
    """Return «Sở Tài chính (158 và 161)»."""
    return BREAK_NOTES["hai_so"].format(
        unit=content.name_of(broken.unit),
        whole=broken.whole,
        parts=broken.parts,
    )


def _lacking_parts(content: ReportContent) -> Iterator[Note]:
    """Yield who lacks a part that is due, and which are not due."""
    period = content.period
    units = units_with_break(LACKS_A_PART, content.totals, period)
    coming = parts_to_come(content)
    due = [part for part in period.parts if part not in coming]
    note = told_of_break(
        LACKS_A_PART,
        period,
        parts=_any_of(due),
        units=UNITS,
    )
    if coming:
        silent = _silent(content, due)
        units = [unit for unit in units if unit in silent]
        called = [part.short for part in coming]
        note += told_of_break("chua_den_han", period, parts=", ".join(called))
    yield f"{note}.", _names(units, content)


def _lacking_wholes(content: ReportContent) -> Iterator[Note]:
    """Yield who has parts without the whole."""
    period = content.period
    units = units_with_break(LACKS_THE_WHOLE, content.totals, period)
    note = told_of_break(LACKS_THE_WHOLE, period, units=UNITS)
    yield note, _names(units, content)


def _silent(content: ReportContent, periods: Iterable[Period]) -> set[str]:
    silent: set[str] = set()
    for period in periods:
        units = silent_units(content, period)
        silent.update(units)
    return silent


def parts_to_come(content: ReportContent) -> list[Period]:
    """Return the parts of the period whose reports are not due yet."""
    return [part for part in content.period.parts if not is_due(content, part)]


def summed_totals(content: ReportContent) -> list[Total]:
    """Return the figures that are sums: not those as of a day."""
    stocks = content.stock_codes
    return [total for total in content.totals if total.code not in stocks]


def units_with_break(kind: str, totals: Iterable[Total], period: Period) -> list[str]:
    """Return the units (codes) behind a kind of break of any of the figures."""
    units: list[str] = []
    for total in totals:
        found = broken_units(kind, total, period)
        units += [each.unit for each in found]
    return units


def _names(units: Iterable[str], content: ReportContent) -> list[str]:
    return list(map(content.name_of, units))


def _any_of(periods: Sequence[Period]) -> str:
    """Return «quý I, quý II hoặc quý III»."""
    called = [period.short for period in periods]
    *before, last = called or [""]
    if not before:
        return last
    listed = ", ".join(before)
    return listed + OR + last


def told_of_break(phrase: str, period: Period, **facts: str) -> str:
    """Return a phrase with what the reports of the period and of its parts are called."""
    *_, part = period.parts
    kind = part.kind.facts
    return BREAK_NOTES[phrase].format(
        whole=period.short,
        part=kind.called,
        **facts,
    )
