"""Forms of two units with the very same figures: one of them was filled in with the other's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.last_report import as_shown, telling_of
from khoagiao_xl.vietnamese.figures import is_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.intake.reading.form_reading import FileReading

    Figures = frozenset[tuple[str, str]]  # code and figure, as a person sees it

FEWEST: Final = 8  # figures other than 0 that are the same by no chance


def figures_of(reading: FileReading) -> Figures:
    """Return the figures of a form that tell it from others; nothing where they are too few."""
    values = {}
    for code, cell in reading.cells.items():
        if is_number(cell.value):
            values[code] = cell.value
    shown = as_shown(values)
    telling = telling_of(shown)
    if len(telling) < FEWEST:
        return frozenset()
    return frozenset(telling.items())


def units_by_figures(forms: Mapping[str, FileReading]) -> dict[Figures, tuple[str, ...]]:
    """Return figures -> the codes of the units that sent them; forms: by unit."""
    found: dict[Figures, tuple[str, ...]] = defaultdict(tuple)
    for unit, form in forms.items():
        figures = figures_of(form)
        if figures:
            found[figures] += (unit,)
    return dict(found)


def others_with_the_same(
    reading: FileReading, unit: str, known: Mapping[Figures, Iterable[str]]
) -> list[str]:
    """Return the codes of the other units that sent the very same figures."""
    figures = figures_of(reading)
    units = known.get(figures, ())
    return [code for code in units if code != unit]
