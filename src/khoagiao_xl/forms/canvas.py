"""What all sheets of a form share while they are drawn: where each indicator lands, the looks, the tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.cell_addresses import cell_name, column_name
from khoagiao_xl.model.detail_lists import DetailList, lists_asked, made_by
from khoagiao_xl.model.indicators import Indicator, Type
from khoagiao_xl.model.periods import Kind

if TYPE_CHECKING:
    from khoagiao_xl.rules.rule import Rule

# What the stamp fills in for each unit.
TOKENS: Final = (
    "unit_name",
    "unit_code",
    "period",
    "period_label",
    "window",
    "due",
    "form_version",
    "form_id",
    "master_id",
    form_layout.TEMPLATE_ID,
    "office",
    "contact",
    "organ_above",
    "organ",
)
FIRST_ROW: Final = 4  # Excel row of the header of «Số liệu» and «Thuyết minh»
Look = Mapping[str, Any]  # properties of a cell format, as XlsxWriter names them
INK, PAPER, RED, LINE, GREY = "#7F1D1D", "#FFF8DC", "#C00000", "#BFBFBF", "#808080"
FAULTY_COLOURS: Final = {"bg_color": "#F8CBAD", "font_color": RED}
FRAME: Final = {"border": 1, "border_color": LINE}
INPUT: Final = {**FRAME, "locked": False, "bg_color": PAPER}
TEXT: Final = {"text_wrap": True, "num_format": "@"}
BAND: Final = {
    "bold": True,
    "bg_color": "#F3E4C9",
    "font_color": INK,
    "top": 1,
    "bottom": 1,
    "border_color": LINE,
}
CODE_LOOK: Final = {**FRAME, "font_color": GREY}
EVERY_CELL: Final = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
TITLE_LOOK: Final = {"bold": True, "font_size": 14, "font_color": INK}
HEADER: Final = {
    "bold": True,
    "bg_color": INK,
    "font_color": "white",
    "border": 1,
    "align": "center",
    "text_wrap": True,
}
ANSWER_CELL: Final = f"'{form_layout.NARRATIVE}'!${column_name(form_layout.ANSWER)}${{row}}"


def before_token(code: str) -> str:
    """Return the name of the fact that holds what the unit reported last for an indicator."""
    return f"before_{code}"


def token(name: str) -> str:
    """Return the text that stands for fact `name` in the template."""
    return f"{{{{{name}}}}}"


@dataclass(frozen=True)
class ListLine:
    """One row of «Việc cụ thể». row: its Excel row."""

    of: DetailList
    code: str
    label: str
    row: int


@dataclass(frozen=True)
class Canvas:
    """One template being drawn. `directives`: symbols offered for list indicators.

    kind: of the period, None for a form without lists of single things. reviews: those of the year, each as
    its row is called.
    """

    book: Any
    indicators: Sequence[Indicator]
    rules: Sequence[Rule]
    directives: Sequence[str]
    kind: Kind | None = None
    reviews: Sequence[str] = ()
    _looks: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    # -- where things land --------------------------------------------------------------------------------

    @cached_property
    def asked(self) -> list[Indicator]:
        """The indicators of «Số liệu»."""
        in_rows = made_by(self.lists)
        found = []
        for item in self.indicators:
            is_figure = item.type is not Type.TEXT
            if is_figure and item.code not in in_rows:
                found.append(item)
        return found

    @cached_property
    def lists(self) -> list[DetailList]:
        """The lists of «Việc cụ thể»."""
        if self.kind is None:
            return []
        return lists_asked(self.kind, self.indicators)

    @cached_property
    def details(self) -> list[ListLine]:
        """The rows of «Việc cụ thể»; two rows of headings stand above each list."""
        found = []
        row = FIRST_ROW
        for each in self.lists:
            row += 2
            for code, label in self._rows_of(each):
                row += 1
                found.append(ListLine(each, code, label, row))
        return found

    def _rows_of(self, each: DetailList) -> Iterator[tuple[str, str]]:
        codes = each.codes(self.kind) if self.kind else []
        if not each.label:
            yield from zip(codes, self.reviews, strict=False)
            return
        for number, code in enumerate(codes, 1):
            yield code, each.label.format(number)

    @cached_property
    def questions(self) -> list[Indicator]:
        """The indicators of «Thuyết minh»."""
        return [item for item in self.indicators if item.type is Type.TEXT]

    @cached_property
    def rows(self) -> dict[str, int]:
        """Indicator code -> Excel row on «Số liệu»; a heading stands above each section."""
        rows = {}
        row, section = FIRST_ROW, ""
        for item in self.asked:
            if item.section != section:
                section = item.section
                row += 1
            row += 1
            rows[item.code] = row
        return rows

    @cached_property
    def cells(self) -> dict[str, str]:
        """Indicator code -> address of its answer, as a formula on «Số liệu» writes it."""
        cells = {}
        for code, row in self.rows.items():
            cells[code] = cell_name(row, form_layout.VALUE)
        row = FIRST_ROW
        for item in self.questions:
            row += 1
            cells[item.code] = ANSWER_CELL.format(row=row)
        return cells

    @property
    def last_row(self) -> int:
        """The last Excel row of «Số liệu»."""
        return max(self.rows.values(), default=FIRST_ROW)

    # -- how things look ----------------------------------------------------------------------------------

    def look(self, **properties: Any) -> Any:
        """Return the cell format with these properties; equal ones are one format."""
        whole = {**EVERY_CELL, **properties}
        in_order = sorted(whole.items())
        key = tuple(in_order)
        known = self._looks
        if key not in known:
            known[key] = self.book.add_format(whole)
        return known[key]

    def set_widths(self, sheet: Any, widths: Sequence[float]) -> None:
        """Give each column from the first its width."""
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)

    def write_texts(self, sheet: Any, at: int, cells: Mapping[int, tuple[str, Look]]) -> None:
        """Write the texts of a row: column -> the text and how it looks; row and column from 0."""
        for column, cell in cells.items():
            text, properties = cell
            look = self.look(**properties)
            sheet.write_string(at, column, text, look)

    def title(self, sheet: Any, text: str, below: str) -> None:
        """Write the two lines at the head of a sheet."""
        large = self.look(**TITLE_LOOK)
        small = self.look(italic=True)
        sheet.write_string("A1", text, large)
        sheet.write_string("A2", below, small)

    def header(self, sheet: Any, names: Sequence[str]) -> None:
        """Write a table's header, which stays in sight and on every printed page."""
        look = self.look(**HEADER)
        at = FIRST_ROW - 1
        for column, name in enumerate(names):
            sheet.write_string(at, column, name, look)
        sheet.repeat_rows(at)
        sheet.set_landscape()
