"""Drawing the template of a form: one for each kind of unit and period, stamped later per unit.

What differs from unit to unit stands in the template as a token; all tokens lie in the shared strings
and the document properties, so that stamping rewrites two small parts and copies the rest.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.package.computed_results import with_results
from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import Canvas, token
from khoagiao_xl.forms.cover_sheet import draw_cover
from khoagiao_xl.forms.details_sheet import draw_details
from khoagiao_xl.forms.figures_sheet import draw_figures
from khoagiao_xl.forms.narrative_sheet import draw_narrative
from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Kind
    from khoagiao_xl.rules.rule import Rule

DRAWN_AT: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # a fixed date: the same input gives the same bytes
PROPERTIES: Final = {"title": texts.DOCUMENT_TITLE, "created": DRAWN_AT}
PASSWORDLESS: Final = {"format_columns": True, "format_rows": True, "select_locked_cells": True}
SAFE: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
SHEETS: Final = {
    form_layout.COVER: draw_cover,
    form_layout.FIGURES: draw_figures,
    form_layout.DETAILS: draw_details,
    form_layout.NARRATIVE: draw_narrative,
}
LIST_COLUMNS: Final = "DEFGHI"  # of «_meta»
A4: Final = 9


def draw_template(
    indicators: Sequence[Indicator],
    rules: Sequence[Rule],
    directives: Sequence[str],
    kind: Kind | None = None,
    reviews: Sequence[str] = (),
) -> bytes:
    """Return the .xlsx template that asks for `indicators`, with what its formulas show while it is empty.

    rules: those switched on for this kind of period. directives: symbols offered for list indicators.
    kind: of the period, None for a form without «Việc cụ thể». reviews: what its rows of reviews are called.
    """
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, SAFE)
    book.set_properties(PROPERTIES)
    canvas = Canvas(
        book=book,
        indicators=indicators,
        rules=rules,
        directives=directives,
        kind=kind,
        reviews=reviews,
    )
    for name, draw in SHEETS.items():
        if name == form_layout.DETAILS and not canvas.details:
            continue
        sheet = book.add_worksheet(name)
        draw(canvas, sheet)
        _finish(sheet)
    meta = book.add_worksheet(form_layout.META)
    _draw_meta(canvas, meta)
    book.close()
    return with_results(stream.getvalue())


def _finish(sheet: Any) -> None:
    sheet.protect("", PASSWORDLESS)
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&F&R&8Trang &P/&N")
    sheet.hide_gridlines(2)


def _draw_meta(canvas: Canvas, sheet: Any) -> None:
    """Draw the very hidden sheet: the form's identity, and the lists behind the drop-downs."""
    draw_identity(canvas, sheet)
    directives = canvas.directives or (texts.NO_DIRECTIVES,)
    lists: dict[str, Sequence[str]] = {
        form_layout.LIST_YES_NO: form_layout.YES_NO,
        form_layout.LIST_YES_NO_NA: form_layout.YES_NO_NA,
        form_layout.LIST_DIRECTIVES: directives,
    }
    if canvas.details:
        lists |= choices()
    for letter, name in zip(LIST_COLUMNS, lists, strict=False):
        area = write_list(sheet, letter, lists[name])
        canvas.book.define_name(name, area)
    sheet.very_hidden()


def draw_identity(canvas: Canvas, sheet: Any) -> None:
    """Write whose form it is: on the hidden sheet, and among the properties of the document."""
    book = canvas.book
    for row, key in enumerate(form_layout.META_KEYS):
        value = token(key)
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
        book.set_custom_property(key, value, "text")


def write_list(sheet: Any, letter: str, values: Sequence[str]) -> str:
    """Write a list under each other; return where it stands."""
    last = 0
    for value in values:
        last += 1
        sheet.write_string(f"{letter}{last}", value)
    area = f"${letter}$1:${letter}${last}"
    return f"='{form_layout.META}'!{area}"
