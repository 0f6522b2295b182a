"""The register of outgoing numbers: numbers given twice, numbers that are missing, days out of order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.office.settings import TERM
from khoagiao_xl.report.number_register import term_start
from khoagiao_xl.vietnamese.dates import parse_date
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.figures import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine


@dataclass(frozen=True)
class _Numbered:
    """One line of the register that bears a number."""

    number: int
    line: SheetLine

    @property
    def day(self) -> date | None:
        return self.line.day("issued")

    def facts(self) -> dict[str, object]:
        """Return what every sentence names."""
        return {
            "number": f"{self.number:02}",
            "kind": self.line.text("kind"),
            "issuer": self.line.text("issuer") or "-",
        }


Series = list[_Numbered]


def doubled(context: CheckContext) -> Iterator[Finding]:
    """Numbers that two documents of one kind, issuer and term bear."""
    for series in _series(context).values():
        for before, after in pairwise(series):
            if before.number != after.number:
                continue
            first = before.line.cell("number")
            facts = after.facts()
            yield after.line.error("SVB-12", "number", row=first, **facts)


def same_report(context: CheckContext) -> Iterator[Finding]:
    """Numbered lines that say they are the same report: nobody knows which of them its number is."""
    for report, own in _by_report(context).items():
        symbols = [_symbol(line) for line in own]
        listed = ", ".join(symbols)
        _, *others = own
        for line in others:
            yield line.error("SVB-30", "report", key=report, symbols=listed)


def _by_report(context: CheckContext) -> Mapping[str, list[SheetLine]]:
    lines: dict[str, list[SheetLine]] = defaultdict(list)
    for line in context.lines(schema.OUTGOING):
        report = line.text("report")
        number = line.values["number"]
        if report and is_number(number):
            lines[report].append(line)
    return lines


def _symbol(line: SheetLine) -> str:
    number = line.values["number"]
    letters = line.text("symbol")
    return f"{number:02.0f}-{letters}"


def missing(context: CheckContext) -> Iterator[Finding]:
    """Numbers that no line bears, once for each series: they may be of documents about something else."""
    for series in _series(context).values():
        gaps = list(_gaps(series))
        if gaps:
            *_, last = series
            listed = ", ".join(gaps)
            facts = last.facts()
            yield last.line.finding(
                Severity.NOTE,
                "SVB-10",
                "number",
                missing=listed,
                **facts,
            )


def days(context: CheckContext) -> Iterator[Finding]:
    """Numbers whose day lies before that of the number before them."""
    for series in _series(context).values():
        dated = [one for one in series if one.day]
        for before, after in pairwise(dated):
            if before.day and after.day and after.day < before.day:
                day = day_text(after.day)
                earlier = day_text(before.day)
                previous = f"{before.number:02}"
                facts = after.facts()
                yield after.line.question(
                    "SVB-11",
                    "issued",
                    day=day,
                    earlier=earlier,
                    previous=previous,
                    **facts,
                )


def _gaps(series: Series) -> Iterator[str]:
    """Yield «03», «05-07» for the numbers that no line bears."""
    expected = 1
    for one in series:
        first = f"{expected:02}"
        last = f"{one.number - 1:02}"
        if one.number == expected + 1:
            yield first
        elif one.number > expected:
            yield f"{first}-{last}"
        expected = one.number + 1


def _series(context: CheckContext) -> Mapping[tuple[object, ...], Series]:
    """Return the numbered lines of the running term by kind, issuer and first day, each series by number."""
    found: dict[tuple[object, ...], Series] = defaultdict(list)
    term_from = parse_date(context.setting(TERM))
    for line in context.lines(schema.OUTGOING):
        number = line.values["number"]
        if not is_number(number) or number < 1:
            continue
        issuer = line.text("issuer")
        day = line.day("issued")
        starts = term_from
        if day:
            starts = term_start(issuer, term_from, day)
        if day is None or starts is None or day >= starts:
            kind = line.text("kind")
            own = found[kind, issuer, starts]
            numbered = _Numbered(int(number), line)
            own.append(numbered)
    for series in found.values():
        series.sort(key=_by_number)
    return found


def _by_number(one: _Numbered) -> int:
    return one.number
