"""What stands over the codes of «Số liệu»: the section each group belongs to, and the short name of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from khoagiao_xl.building.sheet_styles import INK, MUTED, PAPER
from khoagiao_xl.model.schema import FIGURES, HEADER_ROW
from khoagiao_xl.model.sections import report_heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.building.table_sheets import Drawing

HEIGHT: Final = 48  # pixels of the row of short names
_BANDS: Final = ("#DCE6F1", "#E7F0DD")  # one after the other
_BAND: Final = {"bold": True, "font_size": 9, "valign": "vcenter"}
_NAME: Final = {"font_size": 8, "text_wrap": True, "valign": "bottom", "align": "center", "font_color": INK}
_AT: Final = "MATCH({cell},kgChiTieuMa,0)"
# The short name of tblChiTieu, else its full one.
_SHORT: Final = (
    f'=IFERROR(IF(INDEX(kgChiTieuNgan,{_AT})="",INDEX(kgChiTieuTen,{_AT}),INDEX(kgChiTieuNgan,{_AT})),"")'
)


def draw_heads(drawing: Drawing, sections: Mapping[str, str]) -> None:
    """Write two rows above the headings of tblSoLieu. sections: code of an indicator -> its section."""
    drawing.sheet.set_row_pixels(HEADER_ROW - 2, HEIGHT)
    last, band = "", 0
    for position, column in enumerate(drawing.table.columns):
        if position < len(FIGURES.columns):
            continue
        section = sections.get(column.field, "")
        if section != last:
            band = 1 - band
        title = report_heading(section) if section != last else ""
        colour = _BANDS[band]
        _band(drawing, position, title, colour)
        _name(drawing, position, colour)
        last = section


def _band(drawing: Drawing, position: int, title: str, colour: str) -> None:
    # Not merged: a title runs on over the empty cells at its right.
    look = drawing.styles.get(**_BAND, bg_color=colour, font_color=MUTED)
    if title:
        drawing.sheet.write_string(0, position, title, look)
    else:
        drawing.sheet.write_blank(0, position, None, look)


def _name(drawing: Drawing, position: int, colour: str) -> None:
    look = drawing.styles.get(**_NAME, bg_color=colour, border=1, border_color=PAPER)
    cell = xl_rowcol_to_cell(HEADER_ROW - 1, position)
    formula = _SHORT.format(cell=cell)
    above = HEADER_ROW - 2
    drawing.sheet.write_formula(above, position, formula, look)
