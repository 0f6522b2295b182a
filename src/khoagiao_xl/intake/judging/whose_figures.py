"""Signs that a form's figures are another unit's or another period's, though the form is the right one.

A sheet pasted from another form brings its title along, and the column of what that unit reported last; a
letter may bring the form of somebody else. One sign is asked about, two that name one other unit are certain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.judging.copied_figures import others_with_the_same
from khoagiao_xl.intake.judging.last_report import LastReport, last_report
from khoagiao_xl.intake.judging.letter_words import contradicts
from khoagiao_xl.intake.judging.named_otherwise import another_unit_in, names_another_period
from khoagiao_xl.mail.addresses import address_key
from khoagiao_xl.model.findings import Finding, Place, asked, noted, wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
    from khoagiao_xl.model.records import Unit

QUOTED: Final = 80  # characters of a cell in a sentence


def whose_figures(
    reading: FileReading, unit: Unit, measures: Measures, sender: str, letter: Sequence[str] = ()
) -> list[Finding]:
    """Return what speaks of another unit or period.

    sender: the address of the letter it came in, blank for none. letter: its subject and texts.
    """
    signs = Signs(reading, unit, measures, sender, letter)
    found: list[Finding] = []
    for check in _CHECKS:
        found += check(signs)
    return found


def names_another(reading: FileReading, measures: Measures) -> bool:
    """Say whether titles or the column of the last report speak of another unit."""
    unit = measures.unit_of(reading)
    if unit is None:
        return False
    signs = Signs(reading, unit, measures)
    return bool(signs.titled or signs.last_report.unit)


@dataclass(frozen=True)
class Signs:
    """A form that is the right one by its identity, with all else that says whose it is."""

    reading: FileReading
    unit: Unit
    measures: Measures
    sender: str = ""
    letter: Sequence[str] = ()

    @cached_property
    def titled(self) -> frozenset[str]:
        """The other units that titles name."""
        named = set()
        for cell in self.reading.titles:
            words = str(cell.value)
            other = another_unit_in(words, self.unit, self.measures)
            if other:
                named.add(other)
        return frozenset(named)

    @cached_property
    def last_report(self) -> LastReport:
        """What the column of the last report shows otherwise than the unit reported, and whose it is."""
        measures = self.measures
        history = measures.history_of(self.unit.code)
        return last_report(
            self.reading.last_report,
            history,
            measures.reported_last,
        )

    @property
    def other(self) -> str:
        """The name of the other unit whose last report the column is, else the other period of it."""
        column = self.last_report
        unit = self.measures.obligations.unit_by_code.get(column.unit)
        return unit.name if unit else column.period

    @property
    def facts(self) -> dict[str, str]:
        """Whose form it is and for when, as sentences say it."""
        return {
            "unit": self.unit.name,
            "period": self.measures.period.label,
        }


def _titles(signs: Signs) -> Iterator[Finding]:
    """A title that names another unit or another period."""
    for cell in signs.reading.titles:
        words = str(cell.value)
        other = another_unit_in(words, signs.unit, signs.measures)
        if other or names_another_period(words, signs.measures):
            place = signs.reading.place(cell)
            quoted = words[:QUOTED]
            yield asked("R35-9", place, found=quoted, **signs.facts)


def _last_report_of_another(signs: Signs) -> Iterator[Finding]:
    """The column of the last report as another unit has it, or as another period had it; told as one."""
    column = signs.last_report
    if not column.unit and not column.period:
        return
    code = "R35-10" if column.unit else "R35-11"
    is_certain = column.unit in signs.titled
    tell = wrong if is_certain else asked
    other, facts = signs.other, signs.facts
    for cell in column.differing.values():
        place = signs.reading.place(cell)
        told = tell(code, place, other=other, last=column.period, **facts)
        yield replace(told, text=told.message, alike=code)


def _last_report_changed(signs: Signs) -> Iterator[Finding]:
    """Single cells of the column of the last report that are not what the unit reported."""
    column = signs.last_report
    if column.unit or column.period:
        return
    # Of a unit that sent its last report anew the form may show what it had sent before.
    reading = signs.reading
    is_told_by_issue = reading.is_of_kept_template
    was_revised = signs.unit.code in signs.measures.revised
    tell = noted if was_revised and not is_told_by_issue else asked
    for code, cell in column.differing.items():
        if is_told_by_issue and not _was_stamped_otherwise(reading, cell):
            continue
        place = reading.place(cell)
        found = column.shown[code]
        expected = column.reported.get(code, "trống")
        change = tell("R35-12", place, found=found, expected=expected, indicator=code)
        yield replace(change, detail=f"{code}: {found}", alike="R35-12-N")


def _was_stamped_otherwise(reading: FileReading, cell: RawCell) -> bool:
    place = reading.place(cell)
    return any(reading.place(one) == place for one in reading.differences)


def letter_of_another(signs: Signs) -> Iterator[Finding]:
    """A letter from the address of another unit; one that is no unit's says nothing."""
    key = address_key(signs.sender)
    owners = signs.measures.units_by_address.get(key)
    if not owners:
        return
    if signs.unit.code in owners:
        return
    place = Place(signs.reading.name)
    names = ", ".join(owners.values())
    yield asked("R35-13", place, found=signs.sender, other=names, **signs.facts)


def _letter_otherwise(signs: Signs) -> Iterator[Finding]:
    """A letter whose own words name another unit or period, or put a figure right."""
    found = contradicts(signs.letter, signs.unit, signs.measures, signs.sender)
    if found:
        place = Place(signs.reading.name)
        yield asked("R35-15", place, found=found[:QUOTED], **signs.facts)


def _figures_of_another(signs: Signs) -> Iterator[Finding]:
    """Figures that another unit sent for this period, the very same in every cell that is not 0."""
    reading, measures = signs.reading, signs.measures
    others = others_with_the_same(reading, signs.unit.code, measures.figures)
    if not others:
        return
    units = measures.obligations.unit_by_code
    names = [units[code].name for code in others if code in units]
    named = ", ".join(names)
    place = Place(reading.name, form_layout.FIGURES)
    yield asked("R35-14", place, other=named, **signs.facts)


_CHECKS: Final[Sequence[Callable[[Signs], Iterator[Finding]]]] = (
    _titles,
    _last_report_of_another,
    _last_report_changed,
    _figures_of_another,
    letter_of_another,
    _letter_otherwise,
)
