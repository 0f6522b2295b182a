"""A code beside another line's words or unit of measure: whose figure it is cannot be told.

Words that are no line's are let be: the office may have reworded the line since the form was issued.
So are those that most forms have: what changed since is the master.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.issued_lines import FEWEST, lines_added_since, lines_dropped_since
from khoagiao_xl.intake.judging.measures import IssuedWords
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell

QUOTED: Final = 80  # characters of a cell in a sentence


def issued_words(readings: Sequence[FileReading], measures: Measures) -> IssuedWords:
    """Return what this period's forms were issued with: what more than half of them, at least three, say."""
    ours = {item.identity.unit_code: item for item in readings if _is_ours(item, measures)}
    forms = list(ours.values())
    return IssuedWords(
        labels=_most_common(form.labels for form in forms),
        measures=_most_common(form.measures for form in forms),
        added=lines_added_since(forms, measures),
        dropped=lines_dropped_since(forms, measures),
    )


def _is_ours(reading: FileReading, measures: Measures) -> bool:
    said = reading.identity
    is_of_this_master = said.master_id == measures.master_id
    return reading.is_readable and is_of_this_master and said.period == measures.period_code


def _most_common(columns: Iterable[Mapping[str, RawCell]]) -> dict[str, str]:
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for column in columns:
        for code, cell in column.items():
            said[code][_words(cell)] += 1
    found = {}
    for code, counted in said.items():
        words, times = counted.most_common(1)[0]
        if times >= FEWEST and 2 * times > counted.total():
            found[code] = words
    return found


def moved_lines(reading: FileReading, measures: Measures) -> Iterator[Finding]:
    """Yield the codes that stand beside another line's words, or beside another unit of measure."""
    for item in measures.obligations.indicators:
        label = reading.labels.get(item.code)
        if label and _is_another_line(label, item.code, measures):
            yield _moved(
                reading,
                label,
                item.code,
                "NB-08",
                item.label,
            )
        measure = reading.measures.get(item.code)
        if measure and _is_another_measure(measure, item.code, measures):
            yield _moved(
                reading,
                measure,
                item.code,
                "NB-09",
                item.unit,
            )


def _is_another_line(label: RawCell, code: str, measures: Measures) -> bool:
    said = _words(label)
    is_its_own = said in (measures.own_labels[code], measures.issued.labels.get(code))
    return not is_its_own and said in measures.all_labels


def _is_another_measure(measure: RawCell, code: str, measures: Measures) -> bool:
    if not measure.value:
        return False
    known = (measures.own_measures[code], measures.issued.measures.get(code))
    return _words(measure) not in known


def _words(cell: RawCell) -> str:
    return fold(str(cell.value or ""))


def _moved(reading: FileReading, cell: RawCell, indicator: str, code: str, expected: str) -> Finding:
    return Finding(
        code,
        Severity.ERROR,
        reading.place(cell),
        about=(indicator,),
        found=str(cell.value)[:QUOTED],
        expected=expected,
    )
