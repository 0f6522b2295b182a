"""Lines that the office added or dropped after the forms went out: they are no fault of a unit.

Of a form whose issue was kept the lines are known; else that most forms of those who are asked have no line
for an indicator tells that none of them could have.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.lines_of_versions import lines_gone_since, lines_lacking
from khoagiao_xl.intake.judging.measures import IssuedLines
from khoagiao_xl.model.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.model.indicators import Indicator

FEWEST: Final = 3  # forms that must agree before what they say counts as issued
UNASKED: Final = "TN-60"  # an answer to what is not asked
ADDED_SINCE, DROPPED_SINCE = "TN-160", "TN-161"


def issued_lines(forms: Sequence[FileReading], measures: Measures) -> IssuedLines:
    """Return what this period's forms say of the lines they were issued with; one form of each unit."""
    return IssuedLines(
        added=_added(forms, measures),
        dropped=_dropped(forms, measures),
    )


def _added(forms: Sequence[FileReading], measures: Measures) -> frozenset[str]:
    """Return the codes that most forms of the units they are asked of have no line for."""
    asked: Counter[str] = Counter()
    lacking: Counter[str] = Counter()
    for form in forms:
        codes = set(measures.asked_codes_of(form))
        asked.update(codes)
        lacking.update(codes - _codes(form))
    found = set()
    for code, times in lacking.items():
        half = asked[code] / 2
        if times >= FEWEST and times > half:
            found.add(code)
    return frozenset(found)


def _dropped(forms: Sequence[FileReading], measures: Measures) -> frozenset[str]:
    """Return the codes that forms have a line for and nobody is asked any more."""
    counted: Counter[str] = Counter()
    for form in forms:
        counted.update(_codes(form))
    for item in measures.obligations.asked:
        del counted[item.code]
    issued = {code for code, times in counted.items() if times >= FEWEST}
    return frozenset(issued)


def _codes(form: FileReading) -> set[str]:
    return {*form.cells, *form.answers}


def added_since(reading: FileReading, asked: Iterable[Indicator], measures: Measures) -> tuple[str, ...]:
    """Return the codes that are asked now and that this form was issued without."""
    own = _codes(reading)
    missing = {item.code for item in asked} - own
    if reading.issued_lines:
        added = missing.difference(reading.issued_lines)
    else:
        older = lines_lacking(reading.identity.form_version)
        added = missing & (measures.issued.added | older)
    return tuple(sorted(added))


def told_of_added(reading: FileReading, codes: tuple[str, ...]) -> Iterator[Finding]:
    """Yield one note about all of them."""
    if codes:
        place = Place(reading.name)
        facts = {"indicators": ", ".join(codes)}
        yield Finding(ADDED_SINCE, Severity.NOTE, place, facts, about=codes)


def as_issued(findings: Iterable[Finding], reading: FileReading, measures: Measures) -> Iterator[Finding]:
    """Yield the findings; of an answer on a line that was issued and is asked no more only a note."""
    gone = lines_gone_since(reading.identity.form_version)
    issued = set(reading.issued_lines) or measures.issued.dropped | gone
    for finding in findings:
        if finding.code == UNASKED and finding.indicator in issued:
            alike = f"{DROPPED_SINCE}-N"
            yield replace(finding, code=DROPPED_SINCE, severity=Severity.NOTE, alike=alike)
        else:
            yield finding
