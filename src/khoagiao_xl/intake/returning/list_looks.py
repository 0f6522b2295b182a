"""How the list and the marks look: cell styles beside the unit's own, overlays of conditional formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.own_notes import MUST_EXPLAIN, MUST_MEND, TO_KNOW
from khoagiao_xl.model.findings import Severity

if TYPE_CHECKING:
    from khoagiao_xl.books.package.style_table import StyleTable

FONT, INK, LINE, LINK, WHITE, BLACK = "Times New Roman", "7F1D1D", "BFBFBF", "0563C1", "FFFFFF", "000000"
SOUND_INK, SOUND_PAPER = "1E5631", "C6E0B4"


@dataclass(frozen=True)
class SeverityLook:
    """How a finding is shown: its word, the colours of its badge and of the text on it, and of the cell."""

    word: str
    badge: str
    ink: str
    cell: str  # blank: the cell stays as it is


LOOKS: Final = {
    Severity.ERROR: SeverityLook(MUST_MEND, "F8CBAD", "9C0006", "FF9999"),
    Severity.QUESTION: SeverityLook(MUST_EXPLAIN, "FFE699", "7F6000", "FFD966"),
    Severity.NOTE: SeverityLook(TO_KNOW, "E2EFDA", "375623", ""),
}


@dataclass(frozen=True)
class TextLook:
    """How a cell of the list looks. size: points; paper: colour of its fill, blank for none."""

    size: int = 12
    marks: str = ""  # of «b», «i», «u»
    ink: str = BLACK
    paper: str = ""
    is_framed: bool = False
    across: str = "left"
    down: str = "center"

    def number(self, styles: StyleTable) -> int:
        """Return the number of the style in a workbook, added where it is not there."""
        pieces = {"fontId": self._font()}
        if self.paper:
            pieces["fillId"] = filling(self.paper)
        if self.is_framed:
            pieces["borderId"] = _FRAME
        indent = ""
        if self.is_framed and self.across == "left":
            indent = ' indent="1"'
        alignment = f'<alignment horizontal="{self.across}" vertical="{self.down}" wrapText="1"{indent}/>'
        return styles.cell_style(pieces, alignment)

    def _font(self) -> str:
        marks = "".join(f"<{mark}/>" for mark in self.marks)
        return (
            f'<font>{marks}<sz val="{self.size}"/><color rgb="FF{self.ink}"/>'
            f'<name val="{FONT}"/><family val="1"/></font>'
        )


_FILL: Final = (
    '<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/>'
    "<bgColor {behind}/></patternFill></fill>"
)
_SIDE: Final = f'style="thin"><color rgb="FF{LINE}"/>'
_FRAME: Final = (
    f"<border><left {_SIDE}</left><right {_SIDE}</right><top {_SIDE}</top><bottom {_SIDE}</bottom>"
    "<diagonal/></border>"
)
TITLE: Final = TextLook(18, "b", INK)
OWNER: Final = TextLook(13, "b")
COUNT: Final = TextLook(13, "b", LOOKS[Severity.ERROR].ink)
PLAIN: Final = TextLook(12)
ADVICE: Final = TextLook(12, "i", down="top")
HEADING: Final = TextLook(12, "b", WHITE, INK, is_framed=True, across="center")
CENTRED: Final = TextLook(is_framed=True, across="center")
WORDS: Final = TextLook(is_framed=True)
PLACE: Final = TextLook(12, "u", LINK, is_framed=True, across="center")
BADGES: Final = {
    severity: TextLook(12, "b", look.ink, look.badge, is_framed=True, across="center")
    for severity, look in LOOKS.items()
}


def filling(colour: str) -> str:
    """Return a fill of one colour, as XML."""
    return _FILL.format(colour=colour, behind='indexed="64"')


def overlay(styles: StyleTable, paper: str, ink: str = "") -> int:
    """Return the number of an overlay for conditional formats."""
    font = ""
    if ink:
        font = f'<font><color rgb="FF{ink}"/></font>'
    fill = _FILL.format(
        colour=paper,
        behind=f'rgb="FF{paper}"',
    )
    xml = f"<dxf>{font}{fill}</dxf>"
    return styles.number("dxfs", xml)
