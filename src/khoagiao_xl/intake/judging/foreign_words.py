"""What stands on a form and was not issued so: one question; where it changes a line, an error of its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.judging.issued_lines import FEWEST
from khoagiao_xl.intake.judging.told_differences import told
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.reading.scale_words import scale_in
from khoagiao_xl.intake.safety.scanned_sheet import Rectangle, address, area
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.reading.form_reading import FileReading

QUESTION: Final = "TN-130"
QUOTED: Final = 80  # characters of a cell in a sentence
TOLD: Final = 10  # differences that the sentence quotes
UNIT_NAME: Final = "unit_name"  # the fact on the cover
NAMED: Final = 40  # cells that the question names
LABEL: Final = form_layout.FIGURES_HEADER[form_layout.LABEL]
MEASURE: Final = form_layout.FIGURES_HEADER[form_layout.MEASURE]


# -- what most forms have in common -----------------------------------------------------------------------


def in_common(forms: Iterable[FileReading]) -> frozenset[Difference]:
    """Return the differences of more than half of a period's forms, at least three: they were issued so.

    Only of forms of which nothing was kept when they were issued: what changed since is the master.
    """
    redrawn = [form for form in forms if not form.is_of_kept_template]
    counted: Counter[Difference] = Counter()
    for reading in redrawn:
        counted.update(set(reading.differences))
    half = len(redrawn) / 2
    common = set()
    for difference, times in counted.items():
        if times >= FEWEST and times > half:
            common.add(difference)
    return frozenset(common)


# -- lines that ask something else ------------------------------------------------------------------------


def changed_lines(reading: FileReading, measures: Measures) -> Iterator[Finding]:
    """Yield the lines with another line's words, with a scale in their own, with another unit of measure."""
    for difference in _unit_s_own(reading, measures):
        code = _fault(difference, measures)
        if code:
            yield Finding(
                code,
                Severity.ERROR,
                reading.place(difference),
                about=(difference.about,),
                found=difference.found[:QUOTED],
                expected=difference.expected,
            )


def _fault(difference: Difference, measures: Measures) -> str:
    if not difference.about:
        return ""
    if difference.heading == MEASURE and _is_changed(difference):
        return "NB-09"
    if difference.heading != LABEL or difference.kind is not DifferenceKind.REWORDED:
        return ""
    if fold(difference.found) in measures.all_labels:
        return "NB-08"
    if scale_in(difference.found) and not scale_in(difference.expected):
        return "NB-17"
    return ""


def _is_changed(difference: Difference) -> bool:
    return difference.kind in (DifferenceKind.REWORDED, DifferenceKind.LOST)


# -- the one question -------------------------------------------------------------------------------------


def foreign_words(reading: FileReading, measures: Measures, others: Iterable[Finding]) -> Iterator[Finding]:
    """Yield one question about everything else that was not issued so, what changes meaning most first.

    others: what is told of the form already; of a cell with its own sentence nothing is said twice.
    """
    spoken_of = {finding.place for finding in others if finding.severity is not Severity.NOTE}
    left = [one for one in _unit_s_own(reading, measures) if not _is_told(reading, one, spoken_of)]
    if not left:
        return
    yield Finding(
        QUESTION,
        Severity.QUESTION,
        reading.place(left[0]),
        {"count": len(left), "told": _told(left)},
        cells=tuple(_cells(left)),
    )


def _unit_s_own(reading: FileReading, measures: Measures) -> Iterator[Difference]:
    unit = reading.identity.unit_code
    for difference in reading.differences:
        if difference in measures.issued_otherwise or _is_of_its_hour(reading, difference):
            continue
        if not _is_own_name(difference, unit, measures):
            yield difference


def _is_of_its_hour(reading: FileReading, difference: Difference) -> bool:
    """Say whether a form may well have been issued so, and nothing was kept that tells.

    The list of directives and the last report are those of the hour of issue, not of today.
    """
    if reading.is_of_kept_template:
        return False
    return difference.sheet == form_layout.META or difference.heading == form_layout.BEFORE_HEADER


def _is_own_name(difference: Difference, unit: str, measures: Measures) -> bool:
    """Say whether the cover calls the unit by another of its names that the office knows."""
    if difference.facts != (UNIT_NAME,):
        return False
    return unit in measures.units_by_name.get(fold(difference.found), ())


def _is_told(reading: FileReading, difference: Difference, spoken_of: set[Place]) -> bool:
    return bool(difference.cell) and reading.place(difference) in spoken_of


def _told(differences: Sequence[Difference]) -> str:
    """Return the differences in words, numbered where there are several."""
    first = differences[0]
    sheet = first.sheet
    if len(differences) == 1:
        return told(first, sheet)
    words = []
    for number, difference in enumerate(differences[:TOLD], 1):
        words.append(f"({number}) {told(difference, sheet)}")
    more = len(differences) - TOLD
    if more > 0:
        words.append(texts.MORE.format(count=more))
    return "; ".join(words)


def _cells(differences: Sequence[Difference]) -> Iterator[str]:
    """Yield the cells, those of another sheet than the first with its name."""
    first = differences[0].sheet
    named: dict[str, None] = {}
    for difference in differences:
        sheet = difference.sheet
        for cell in _as_areas(difference.cells or (difference.cell,)):
            place = cell if sheet == first else f"{sheet}!{cell}"
            if cell:
                named[place] = None
    told = [place for place in named if not _is_within_another(place, named)]
    yield from told[:NAMED]


def _is_within_another(place: str, others: Iterable[str]) -> bool:
    """Say whether a cell lies in an area that is named too: «D23» in «D23:D24»."""
    own = area(place)
    if own is None:
        return False
    for other in others:
        around = area(other)
        if around and other != place and around.holds(own):
            return True
    return False


def _as_areas(cells: Sequence[str]) -> Iterator[str]:
    """Return the cells, those below each other as one area: «B4:B44»."""
    areas: list[list[Rectangle]] = []
    for cell in cells:
        place = area(cell)
        if place is None:
            continue
        if areas and _is_below(place, areas[-1][-1]):
            areas[-1].append(place)
        else:
            areas.append([place])
    return map(_named_area, areas)


def _named_area(places: Sequence[Rectangle]) -> str:
    top, bottom = places[0], places[-1]
    first = address(top.top, top.left)
    last = address(bottom.top, bottom.left)
    if first == last:
        return first
    return f"{first}:{last}"


def _is_below(place: Rectangle, above: Rectangle) -> bool:
    if place.left != above.left:
        return False
    return place.top == above.top + 1
