"""One difference between a form that came back and what was issued: what the unit wrote or did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class DifferenceKind(StrEnum):
    """What has become of a place of the form."""

    STAMPED = "stamped"  # what was stamped for this unit reads otherwise: title, cover, last report
    REWORDED = "reworded"  # words of the template read otherwise
    ADDED = "added"  # something stands where the template has nothing and asks nothing
    LOST = "lost"  # words of the template are gone
    FORMULA = "formula"  # a formula of the template is another one, or a value
    COMMENT = "comment"
    DRAWING = "drawing"  # a text box, a picture, a line drawn by hand
    LINE = "line"  # a line or ink upon cells, which it may cross out
    PRINT = "print"  # header or footer
    OUTSIDE = "outside"  # other words that stand in no cell: prompts, links, properties
    SHEET = "sheet"  # a sheet that is not the form's
    LOOK = "look"  # shown otherwise than what it holds


class Weight(IntEnum):
    """How much a difference may change what the figures mean, the most first."""

    SCALE = 0  # thousands, millions
    ANOTHER_MEANING = 1  # cumulative, another period, a draft, a correction
    WHOSE = 2  # unit, period, window, last report
    HIDDEN = 3  # shown otherwise than it is, crossed out, covered
    QUESTION = 4  # what is asked reads otherwise, or can no longer be read
    FIGURES = 5  # figures where none are asked
    WORDS = 6
    MACHINERY = 7  # formulas, choices


@dataclass(frozen=True)
class Difference:
    """What differs at one place.

    sheet, cell: where; blank for what has no cell. found, expected: as a person sees them, blank for nothing.
    about: the indicator whose line it is in, blank for none. heading: of its column of the table.
    facts: of a stamped cell the names of what was stamped there («unit_name», «before_KG110»).
    cells: of one that stands for several, all their cells.
    """

    kind: DifferenceKind
    sheet: str = ""
    cell: str = ""
    found: str = ""
    expected: str = ""
    weight: Weight = Weight.WORDS
    about: str = ""
    heading: str = ""
    facts: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
