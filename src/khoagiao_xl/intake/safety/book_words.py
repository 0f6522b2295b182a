"""Words of a workbook that stand outside its cells: each with its kind and with where a person sees it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from khoagiao_xl.intake.own_notes import OWN_NOTE


class Outside(StrEnum):
    """What kind of thing bears words that are in no cell."""

    COMMENT = "comment"
    THREADED = "threaded"  # comments that answer each other
    PERSON = "person"  # who wrote threaded comments
    DRAWING = "drawing"  # text boxes, shapes, form controls, watermarks, SmartArt
    ALT = "alt"  # what a picture is said to show
    CHART = "chart"
    PRINT = "print"  # headers and footers, with Excel's codes
    PROPERTY = "property"  # of the document
    SHEET = "sheet"  # the name of one
    VALIDATION = "validation"  # prompts and error texts of data validations
    NAME = "name"  # what is said of a defined name
    LINK = "link"  # what a link shows under the mouse
    SCENARIO = "scenario"
    OTHER = "other"  # in a part that we know nothing of


@dataclass(frozen=True)
class BookWords:
    """Words outside the cells.

    cell: where a comment belongs, where a drawing begins; empty where there is none.
    name: of the property or the shape.
    """

    kind: Outside
    sheet: str
    cell: str
    text: str
    name: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether it is a note of ours in a returned copy."""
        return self.kind is Outside.COMMENT and bool(OWN_NOTE.match(self.text.strip()))

    @property
    def is_comment(self) -> bool:
        """Whether it is a comment of the unit."""
        return self.kind in (Outside.COMMENT, Outside.THREADED) and not self.is_ours
