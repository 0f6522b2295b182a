"""The measures that templates are drawn by, out of the rules of the official layout.

Type is in points, lengths in mm, room between lines in twips. Where a rule leaves a choice, one is made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from khoagiao_xl.layout.layout_profiles import LayoutProfile, Span, profile_named

TWIPS_PER_MM: Final = 1440 / 25.4
TWIPS_PER_POINT: Final = 20
PAGE: Final = (11906, 16838)  # A4, twips
PAGE_SIZE: Final = (210, 297)  # mm
FIRST_LINE: Final = 10  # mm
HEADER: Final = 10  # mm, where the rules name none
TABLE: Final = 12  # points: the rules leave tables to the office


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, Word's own unit."""
    return round(millimetres * TWIPS_PER_MM)


@dataclass(frozen=True)
class PageValues:
    """Sizes and lengths of the documents of one profile, each from the rule that names it."""

    profile: LayoutProfile

    def least(self, rule: str, name: str = "size") -> int:
        """Return the least that a rule allows: most often the size."""
        low, _ = self._span(rule, name)
        return round(low)

    def most(self, rule: str, name: str = "size") -> int:
        """Return the most that a rule allows."""
        _, high = self._span(rule, name)
        return round(high)

    def _span(self, rule: str, name: str) -> Span:
        found = self.profile.rule(rule)
        return found.span(name)

    def is_bold(self, rule: str) -> bool:
        """Say whether a rule wants bold type."""
        found = self.profile.rule(rule)
        wanted = found.text("bold")
        return wanted == "yes"

    @property
    def margins(self) -> dict[str, int]:
        """The margins by Word's name for the side, mm."""
        header = self.profile.rule("TT06")
        return {
            "top": self.least("TT03", "top"),
            "bottom": self.least("TT03", "bottom"),
            "left": self.least("TT04", "left"),
            "right": self.least("TT04", "right"),
            "header": self.least("TT06", "distance") if header.asks("distance") else HEADER,
            "footer": HEADER,
        }

    @property
    def font(self) -> str:
        """The font of every letter."""
        return self.profile.rule("TT10").text("font")

    @property
    def text(self) -> int:
        """The size of the running text."""
        return self.least("TT25")

    @property
    def line(self) -> int:
        """Twips from one line of the running text to the next, exactly."""
        return self.least("TT29", "points") * TWIPS_PER_POINT

    @property
    def before(self) -> int:
        """Twips before a paragraph of the running text."""
        return self.least("TT28", "room") * TWIPS_PER_POINT

    @property
    def first_line(self) -> int:
        """Twips that a paragraph of the running text begins further in."""
        return twips(FIRST_LINE)

    @property
    def text_width(self) -> int:
        """The width of the running text on an upright page, mm."""
        width, _ = PAGE_SIZE
        return width - self._beside

    @property
    def width_across(self) -> int:
        """The width of the running text on a page that lies on its side, mm."""
        _, height = PAGE_SIZE
        return height - self._beside

    @property
    def _beside(self) -> int:
        left = self.least("TT04", "left")
        right = self.least("TT04", "right")
        return left + right


# What Hướng dẫn 05 asks for today keeps Hướng dẫn 36 too, so that one template serves both.
VALUES: Final = PageValues(profile_named("HD05"))
STATE_VALUES: Final = PageValues(profile_named("ND30"))
