"""Rule R35: the form must be this master's, for this period, of a unit that owes it; else whose is it?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files.unit_stems import code_key
from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.naming import form_id, is_named_as_before, unit_in_name
from khoagiao_xl.intake.judging.named_otherwise import may_be_called, names_another_period
from khoagiao_xl.model.findings import Finding, Place, wrong
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.model.records import Unit

QUOTED: Final = 80  # characters of the cover in a sentence
# How the cover calls what it says, folded.
UNIT, UNIT_CODE, PERIOD_CODE, TITLE = "don vi", "ma don vi", "ma ki", "ki bao cao:"


@dataclass(frozen=True)
class Contradiction:
    """What contradicts what, and where it stands; the whole file where no sheet that people see is named."""

    facts: Mapping[str, str]
    sheet: str = ""
    cell: str = ""

    def told(self, code: str, file: str) -> Finding:
        """Return it as a finding."""
        place = Place(file, self.sheet, self.cell)
        return wrong(code, place, **self.facts)


FormCheck = Callable[["FileReading", "Measures"], Contradiction | None]
UnitCheck = Callable[["FileReading", "Unit", "Measures"], Contradiction | None]


def owner_of(reading: FileReading, measures: Measures) -> Unit | Finding:
    """Return the unit whose form this is, or the first reason why it is not one that counts here."""
    for code, check in _OF_THE_FORM.items():
        found = check(reading, measures)
        if found:
            return found.told(code, reading.name)
    unit = measures.unit_of(reading)
    if unit is None:
        unknown = Contradiction({"found": reading.identity.unit_code})
        return unknown.told("R35-1", reading.name)
    for code, check_of in _OF_THE_UNIT.items():
        found = check_of(reading, unit, measures)
        if found:
            return found.told(code, reading.name)
    return unit


# -- whatever unit it is of -------------------------------------------------------------------------------


def _of_another_master(reading: FileReading, measures: Measures) -> Contradiction | None:
    found = reading.identity.master_id
    return _unlike(found, measures.master_id)


def _of_another_period(reading: FileReading, measures: Measures) -> Contradiction | None:
    found = reading.identity.period
    return _unlike(found, measures.period_code)


def _unlike(found: str, expected: str) -> Contradiction | None:
    if found == expected:
        return None
    return Contradiction({"found": found, "expected": expected})


def _of_an_unknown_version(reading: FileReading, _: Measures) -> Contradiction | None:
    found = reading.identity.form_version
    if found in form_layout.ACCEPTED_VERSIONS:
        return None
    accepted = ", ".join(sorted(form_layout.ACCEPTED_VERSIONS))
    return Contradiction({"found": found, "accepted": accepted})


_OF_THE_FORM: Final[Mapping[str, FormCheck]] = {
    "R35-3": _of_another_master,
    "R35-2": _of_another_period,
    "R35-4": _of_an_unknown_version,
}


# -- of one unit ------------------------------------------------------------------------------------------


def _of_a_unit_that_owes_nothing(_: FileReading, unit: Unit, measures: Measures) -> Contradiction | None:
    if unit.code in measures.obligations.owing_codes:
        return None
    return Contradiction({"found": unit.code, "expected": measures.period_code})


def _not_as_issued(reading: FileReading, unit: Unit, measures: Measures) -> Contradiction | None:
    said = reading.identity
    issued = form_id(
        measures.master_id,
        measures.period_code,
        unit.code,
        said.form_version,
    )
    if said.form_id == issued:
        return None
    return Contradiction({})


def _named_after_another_unit(reading: FileReading, unit: Unit, measures: Measures) -> Contradiction | None:
    name = reading.name
    named = unit_in_name(name, measures.unit_by_stem)
    if named in ("", unit.code):
        return None
    if is_named_as_before(name, unit.code):
        return None
    facts = {"named": named, "found": unit.code}
    return Contradiction(facts, sheet="")


def _another_on_the_cover(reading: FileReading, unit: Unit, measures: Measures) -> Contradiction | None:
    """Return what «Bìa» says otherwise than the form is; a unit's own name may be written anew."""
    cover = _Cover(reading)
    code, period = unit.code, measures.period_code
    if not cover.agrees(UNIT_CODE, code):
        return cover.contradiction(UNIT_CODE, code)
    if not may_be_called(unit, cover[UNIT], measures):
        return cover.contradiction(UNIT, code)
    if not cover.agrees(PERIOD_CODE, period):
        return cover.contradiction(PERIOD_CODE, period)
    if names_another_period(cover[cover.title], measures):
        return cover.contradiction(cover.title, measures.period.label)
    return None


class _Cover:
    """What the cover of a form says of whose it is: label, folded -> words; blank where it says nothing."""

    def __init__(self, reading: FileReading) -> None:
        self._labels = reading.labels

    def __getitem__(self, label: str) -> str:
        cell = self._labels.get(label)
        said = str(cell.value or "").strip() if cell else ""
        if fold(said) == label:  # a label that nothing stands beside
            return said.partition(":")[2].strip()
        return said

    def agrees(self, label: str, code: str) -> bool:
        """Say whether the cover says nothing else under `label` than `code`."""
        said = self[label]
        if not said:
            return True
        return code_key(said) == code_key(code)

    def contradiction(self, label: str, expected: str) -> Contradiction:
        """Return what stands under `label` as what contradicts the form."""
        cell = self._labels[label]
        said = self[label]
        facts = {"found": said[:QUOTED], "expected": expected}
        return Contradiction(facts, cell.sheet, cell.cell)

    @property
    def title(self) -> str:
        """The heading with the period, folded as all labels are; blank where there is none."""
        for label in self._labels:
            if label.startswith(TITLE):
                return label
        return ""


_OF_THE_UNIT: Final[Mapping[str, UnitCheck]] = {
    "R35-5": _of_a_unit_that_owes_nothing,
    "R35-6": _not_as_issued,
    "R35-7": _named_after_another_unit,
    "R35-8": _another_on_the_cover,
}
