"""Rule R35: the form must be this master's, for this period, of a unit that owes it; else whose is it?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.naming import form_id, unit_in_name
from khoagiao_xl.model.findings import Finding, Place, wrong
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.reading.form_reading import FileReading

Facts = Mapping[str, str]
QUOTED: Final = 80  # characters of the cover in a sentence
# How the cover calls what it says, folded.
UNIT, UNIT_CODE, PERIOD_CODE, TITLE = "don vi", "ma don vi", "ma ki", "ki bao cao:"


def strangeness(reading: FileReading, measures: Measures) -> Finding | None:
    """Return the first reason why a form is not one that counts here, None for one that is."""
    for code, check in _CHECKS.items():
        facts = check(reading, measures)
        if facts is not None:
            place = Place(reading.name, form_layout.META)
            return wrong(code, place, **facts)
    return None


def _of_another_master(reading: FileReading, measures: Measures) -> Facts | None:
    found = reading.identity.master_id
    expected = measures.master_id
    if found == expected:
        return None
    return {"found": found, "expected": expected}


def _of_another_period(reading: FileReading, measures: Measures) -> Facts | None:
    found = reading.identity.period
    expected = measures.period_code
    if found == expected:
        return None
    return {"found": found, "expected": expected}


def _of_an_unknown_unit(reading: FileReading, measures: Measures) -> Facts | None:
    found = reading.identity.unit_code
    if found in measures.obligations.unit_by_code:
        return None
    return {"found": found}


def _of_an_old_version(reading: FileReading, _: Measures) -> Facts | None:
    found = reading.identity.form_version
    if found in form_layout.ACCEPTED_VERSIONS:
        return None
    return {"found": found}


def _of_a_unit_that_owes_nothing(reading: FileReading, measures: Measures) -> Facts | None:
    found = reading.identity.unit_code
    if found in measures.obligations.owing_codes:
        return None
    return {"found": found, "expected": measures.period_code}


def _not_as_issued(reading: FileReading, measures: Measures) -> Facts | None:
    said = reading.identity
    issued = form_id(
        measures.master_id,
        measures.period_code,
        said.unit_code,
        said.form_version,
    )
    if said.form_id == issued:
        return None
    return {}


def _named_after_another_unit(reading: FileReading, measures: Measures) -> Facts | None:
    found = reading.identity.unit_code
    named = unit_in_name(reading.name, measures.obligations.unit_by_code)
    if named in ("", found):
        return None
    return {"named": named, "found": found}


def _another_on_the_cover(reading: FileReading, measures: Measures) -> Facts | None:
    """Return what «Bìa» says otherwise than the form is; a unit's own name may be written anew."""
    unit = reading.identity.unit_code
    period = measures.period_code
    cover = _Cover(reading)
    if not cover.agrees(UNIT_CODE, unit):
        return _contradiction(cover[UNIT_CODE], unit)
    if not _may_be_called(unit, cover[UNIT], measures):
        return _contradiction(cover[UNIT], unit)
    if not cover.agrees(PERIOD_CODE, period):
        return _contradiction(cover[PERIOD_CODE], period)
    if cover.title in measures.other_periods:
        return _contradiction(cover.title, measures.period.label)
    return None


def _may_be_called(unit: str, name: str, measures: Measures) -> bool:
    """Say whether a unit may be called so: by any name that is not another unit's."""
    owners = measures.units_by_name.get(fold(name))
    return owners is None or unit in owners


def _contradiction(found: str, expected: str) -> Facts:
    return {"found": found[:QUOTED], "expected": expected}


class _Cover:
    """What the cover of a form says of whose it is: label, folded -> words; blank where it says nothing."""

    def __init__(self, reading: FileReading) -> None:
        self._labels = reading.labels

    def __getitem__(self, label: str) -> str:
        cell = self._labels.get(label)
        if cell:
            return str(cell.value or "").strip()
        return ""

    def agrees(self, label: str, code: str) -> bool:
        """Say whether the cover says nothing else under `label` than `code`."""
        said = self[label].upper()
        return said in ("", code.upper())

    @property
    def title(self) -> str:
        """The period in the heading, folded as all labels are."""
        for label in self._labels:
            if label.startswith(TITLE):
                return label.removeprefix(TITLE).strip()
        return ""


_CHECKS: Final[Mapping[str, Callable[[FileReading, Measures], Facts | None]]] = {
    "R35-3": _of_another_master,
    "R35-2": _of_another_period,
    "R35-1": _of_an_unknown_unit,
    "R35-4": _of_an_old_version,
    "R35-5": _of_a_unit_that_owes_nothing,
    "R35-6": _not_as_issued,
    "R35-7": _named_after_another_unit,
    "R35-8": _another_on_the_cover,
}
