"""The measures that templates are drawn by: type in points, lengths in mm, room between lines in twips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TWIPS_PER_MM: Final = 1440 / 25.4
FONT: Final = "Times New Roman"
PAGE: Final = (11906, 16838)  # A4, twips
PAGE_SIZE: Final = (210, 297)  # mm


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, Word's own unit."""
    return round(millimetres * TWIPS_PER_MM)


@dataclass(frozen=True)
class PageValues:
    """Sizes and lengths of a document of the Party: they keep Hướng dẫn 36 and Hướng dẫn 05 alike.

    line: exact twips from one line of the running text to the next, 18 points; HD05 allows 18 to 22.
    """

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    header: float = 10
    footer: float = 10
    text: int = 14
    line: int = 360
    before: int = 120
    first_line: int = 567  # twips
    title: int = 15
    kind: int = 16
    subject: int = 14
    table: int = 12
    recipients: int = 12
    page_number: int = 14

    @property
    def margins(self) -> dict[str, float]:
        """The margins by Word's name for the side, mm."""
        sides = ("top", "bottom", "left", "right", "header", "footer")
        return {side: getattr(self, side) for side in sides}

    @property
    def text_width(self) -> float:
        """The width of the running text on an upright page, mm."""
        width, _ = PAGE_SIZE
        return width - self.left - self.right

    @property
    def width_across(self) -> float:
        """The width of the running text on a page that lies on its side, mm."""
        _, height = PAGE_SIZE
        return height - self.left - self.right


VALUES: Final = PageValues()
