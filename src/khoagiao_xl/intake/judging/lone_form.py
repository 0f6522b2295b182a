"""A form without its master: judged by what it says itself and by the indicators a master begins with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.model.deadlines import plan_deadlines
from khoagiao_xl.model.detail_lists import CODE_LENGTH, detail_lists, made_by
from khoagiao_xl.model.findings import Finding, Place, noted
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import Unit
from khoagiao_xl.office.obligations import Obligations, Waivers
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from datetime import date

    from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.office.profiles import Profile


@dataclass(frozen=True)
class LoneForm:
    """A readable form and what it may be judged by.

    unknown: the codes of its lines that say something else than any indicator of ours, or nothing we know.
    """

    reading: FileReading
    measures: Measures
    unknown: tuple[str, ...]

    @classmethod
    def of(cls, reading: FileReading, profile: Profile, period: Period) -> LoneForm:
        """Return the form with those of its lines that are known; profile: of an office in that year."""
        asked = tuple(_on_the_form(reading, period, profile.indicators))
        known = {item.code for item in asked}
        unknown = [code for code in _codes(reading) if code not in known]
        office = _office_of(reading, profile, period, asked)
        measures = Measures(office, [], reading.identity.master_id)
        return cls(
            _with_lines(reading, known),
            measures,
            tuple(unknown),
        )

    def told(self) -> Iterator[Finding]:
        """Yield a note about the lines that only a master knows."""
        if self.unknown:
            place = Place(self.reading.name)
            codes = ", ".join(self.unknown)
            yield noted("TN-164", place, indicators=codes)


def measures_of_quick(reading: FileReading, today: date) -> Measures:
    """Return what a quick form may be judged by without its master: whose it says it is."""
    profile = load_profile(year=today.year)
    month = Period(today.year, Kind.MONTH, today.month)
    office = _office_of(reading, profile, month, ())
    return Measures(office, [], reading.identity.master_id)


def _office_of(
    reading: FileReading, profile: Profile, period: Period, asked: tuple[Indicator, ...]
) -> Obligations:
    """Return an office whose one unit is that of the form, which owes what stands on it."""
    deadlines = plan_deadlines(period.year, profile.day_rules)
    code = str(period)
    (deadline,) = [line for line in deadlines if line.period == code]
    said = reading.identity.unit_code
    unit = Unit(code=said, name=said)
    return Obligations(period, deadline, (unit,), asked, Waivers(()))


def _on_the_form(reading: FileReading, period: Period, known: Iterable[Indicator]) -> Iterator[Indicator]:
    """Yield the indicators that stand on the form in their own words, as asked of this kind of period."""
    kinds = frozenset({period.kind})
    codes = _codes(reading)
    for item in known:
        if item.code in codes and _is_in_its_words(reading, item):
            yield replace(item, kinds=kinds, valid_from=None, valid_to=None)


def _is_in_its_words(reading: FileReading, item: Indicator) -> bool:
    label = reading.labels.get(item.code)
    if label is None:  # of «Thuyết minh» and of rows only codes and answers are read
        return item.code in reading.answers or item.code in _told_by_rows(reading)
    words = fold(str(label.value))
    return words in (fold(item.question), fold(item.label))  # earlier versions wrote no definition


def _codes(reading: FileReading) -> list[str]:
    return [*reading.cells, *reading.answers, *_told_by_rows(reading)]


def _told_by_rows(reading: FileReading) -> list[str]:
    """Return the indicators that the form does not ask, since its rows tell them."""
    rows = {key[:CODE_LENGTH] for key in reading.details}
    told = made_by(detail_lists())
    found = []
    for code, (each, _) in told.items():
        if each.code in rows and code not in reading.cells:
            found.append(code)
    return found


def _with_lines(reading: FileReading, codes: Container[str]) -> FileReading:
    """Return the reading without the lines that cannot be judged."""
    return replace(
        reading,
        cells=_only(reading.cells, codes),
        answers=_only(reading.answers, codes),
    )


def _only(lines: Mapping[str, RawCell], codes: Container[str]) -> dict[str, RawCell]:
    return {code: cell for code, cell in lines.items() if code in codes}
