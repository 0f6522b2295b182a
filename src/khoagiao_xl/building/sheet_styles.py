"""How the master looks: its colours and cell formats, said once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.records import State
from khoagiao_xl.model.schema import Cell

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT: Final = "Arial"  # has every Vietnamese letter on Windows; Liberation Sans has the same widths elsewhere
INK, MUTED, LINE, PAPER = "#262626", "#6B6B6B", "#D0D0D0", "#FFFFFF"
RED, GOLD = "#9E1B20", "#FFE9A8"
TYPED, FILLED = "#1F4E79", "#5F5F5F"  # sheets people fill in, sheets the program fills in
WRONG: Final = "#FF9C9C"
PAPER_A4: Final = 9  # as XlsxWriter counts sizes of paper
FOOTER: Final = "&L&8&A&R&8Trang &P/&N"

# A fill; the worse a state is the darker, so that a grey print says the same.
COLOURS: Final[dict[str, str]] = {
    State.MISSING: "#5F1218",
    State.UNUSABLE: "#9C3D73",
    State.NOTHING: "#DDEEE9",
    State.ACCEPTED: "#C3E3B8",
    State.QUESTIONED: "#FFE08A",
    State.RETURNED: "#E8836C",
    State.EXTENDED: "#B8D3F0",
    State.WAIVED: "#E4DFEC",
    Severity.ERROR: "#F7A99C",
    Severity.QUESTION: "#FFE08A",
    Severity.NOTE: "#DCE9F5",
    "đề xuất": "#FFF4CC",
    "cần xem": "#FFE08A",
    "nhận": "#B8D3F0",
    "nhận nội dung mới": "#B8D3F0",
    "đang làm": "#FFE08A",
    "xong": "#B5DEA9",
    "bỏ": "#E0E0E0",
    "thử": "#FFE08A",
    "bật": "#B5DEA9",
    "tắt": "#E0E0E0",
    "làm bù": "#FFE08A",
}
# Text on a fill, where dark text would not be readable.
TEXTS: Final[defaultdict[str, str]] = defaultdict(lambda: INK, {State.MISSING: PAPER, State.UNUSABLE: PAPER})
# Bars need more strength than fills.
BARS: Final = {
    "đề xuất": "#D9B84A",
    "nhận": "#4A86C5",
    "đang làm": "#E0A800",
    "xong": "#5BA048",
    "bỏ": "#A6A6A6",
}

# Looks that several pieces of the dashboard share.
HEADING: Final = {"bold": True, "font_color": RED, "bottom": 2, "bottom_color": RED}
NUMBER: Final = {"bold": True, "align": "center", "valign": "vcenter"}
COUNTED: Final = {**NUMBER, "bottom": 4, "bottom_color": LINE}
FRAME: Final = {**NUMBER, "font_size": 13, "border": 1, "border_color": LINE}
TILE: Final = {
    "font_size": 8,
    "valign": "vcenter",
    "border": 1,
    "border_color": PAPER,
}
SMALL: Final = {"font_size": 8, "valign": "vcenter", "text_wrap": True}

# A blank as wide as «)» at the end: without it «10» runs into the text of the next column.
# [$-42A]: as Vietnamese is written, «6.082», whatever language Office speaks.
WHOLE, ONE_DECIMAL = "[$-42A]#,##0_)", "[$-42A]#,##0.0_)"
_BASE: Final[dict[str, Any]] = {"font_name": FONT, "font_size": 10, "font_color": INK}
_BODY: Final[dict[str, Any]] = {"valign": "top", "border": 1, "border_color": LINE}
_CELLS: Final[dict[Cell, dict[str, Any]]] = {
    Cell.TEXT: {"num_format": "@"},  # what is typed stays as typed: «1-2» is no date, «0912» keeps its 0
    Cell.LONG: {"text_wrap": True},
    Cell.WORDS: {"text_wrap": True, "num_format": "@"},
    Cell.NUMBER: {"num_format": WHOLE},
    Cell.DATE: {"num_format": "dd/mm/yyyy", "align": "center"},
    Cell.MOMENT: {"num_format": "dd/mm/yyyy hh:mm", "align": "center"},
    Cell.FLAG: {"align": "center"},
    Cell.MARK: {"align": "center"},
    Cell.NAME: {},
    Cell.HASH: {"num_format": "@", "align": "fill", "font_color": MUTED},  # cut off at the column's end
    Cell.LINK: {"align": "center", "font_color": TYPED, "underline": 1},
}


class Styles:
    """The formats of one workbook; asking twice for the same look gives the same format."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def get(self, **look: Any) -> Format:  # XlsxWriter's own vocabulary
        """Return the format with this look on top of the workbook's font."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format({**_BASE, **look})
        return self._made[key]

    def change(self, **look: Any) -> Format:
        """Return what a conditional format changes: only `look`, no font of its own."""
        return self._workbook.add_format(look)

    def body(self, cell: Cell, **more: Any) -> Format:
        """Return the format of a table's body cell that holds `cell`."""
        look = {
            **_BODY,
            **_CELLS[cell],
            **more,
        }
        return self.get(**look)
