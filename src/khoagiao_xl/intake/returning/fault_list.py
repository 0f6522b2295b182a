"""The sheet «LỖI CẦN SỬA»: what a unit has to put right, in the order of its form, with links."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_xml import cell_xml, formula_xml, storable
from khoagiao_xl.books.package.row_heights import lines_needed
from khoagiao_xl.books.package.xml_text import escape
from khoagiao_xl.intake.own_notes import OWN_LIST
from khoagiao_xl.intake.returning import list_looks
from khoagiao_xl.intake.returning.list_status import (
    all_is_changed,
    count_formula,
    count_text,
    is_changed,
    is_still_wrong,
    status_formula,
    summary,
)
from khoagiao_xl.model.cell_addresses import cell_name, column_name
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.vietnamese.text import clean
from khoagiao_xl.wording import returned_forms as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.package.sheet_tabs import SheetTabs
    from khoagiao_xl.books.package.style_table import StyleTable
    from khoagiao_xl.intake.returning.copy_head import CopyHead
    from khoagiao_xl.intake.returning.list_lines import Line
    from khoagiao_xl.intake.returning.list_looks import TextLook

HEADER_ROW: Final = 8
NUMBER, BADGE, WHERE, WHAT, FOUND, STATUS, CODE = range(1, 8)  # columns of the list
WIDTHS: Final = tuple(texts.COLUMNS.values())
TITLE_HEIGHT, LINE_HEIGHT, GAP_HEIGHT, HEADING_HEIGHT, HIGHEST = 30, 20, 6, 26, 400
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROW: Final = '<row r="{row}" ht="{height}" customHeight="1">{cells}</row>'
_SPACE: Final = 8  # points above and below the lines of a row
_PER_LINE: Final = 16  # points


class FaultList:
    """The sheet, written as XML with styles of the workbook it goes into."""

    def __init__(self, lines: Sequence[Line], head: CopyHead, styles: StyleTable) -> None:
        self._lines = lines
        self._head = head
        self._styles = styles
        self._last_row = HEADER_ROW + len(lines)

    @property
    def print_titles(self) -> str:
        """The rows that stand on every printed page, as a name refers to them."""
        return f"'{OWN_LIST}'!${HEADER_ROW}:${HEADER_ROW}"

    @property
    def print_area(self) -> str:
        """What is printed."""
        letters = column_name(len(WIDTHS) - 1)
        return f"'{OWN_LIST}'!$A$1:${letters}${self._last_row}"

    def add_to(self, tabs: SheetTabs) -> None:
        """Put the sheet in front of the others of its workbook, with what is printed of it."""
        xml = self.to_xml()
        tabs.add(OWN_LIST, xml, in_front=True)
        tabs.name_cells("_xlnm.Print_Area", self.print_area, of_sheet=0)
        tabs.name_cells("_xlnm.Print_Titles", self.print_titles, of_sheet=0)

    def to_xml(self) -> str:
        """Return the sheet."""
        rows = self._heading()
        rows += map(self._row, self._lines)
        first = HEADER_ROW + 1
        return (
            f'<worksheet xmlns="{_MAIN}"><sheetPr><tabColor rgb="FFC00000"/>'
            '<pageSetUpPr fitToPage="1"/></sheetPr>'
            '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
            f'<pane ySplit="{HEADER_ROW}" topLeftCell="A{first}" activePane="bottomLeft" state="frozen"/>'
            '<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
            f"{self._columns()}<sheetData>{''.join(rows)}</sheetData>"
            '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
            f"{self._merges()}{self._colours()}{self._links()}"
            '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
            f"<headerFooter><oddFooter>&amp;R{escape(texts.FOOTER)}</oddFooter></headerFooter></worksheet>"
        )

    def _columns(self) -> str:
        columns = ""
        for at, width in enumerate(WIDTHS, 1):
            columns += f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        return f"<cols>{columns}</cols>"

    # -- the heading --------------------------------------------------------------------------------------

    def _heading(self) -> list[str]:
        head = self._head
        lines = (*head.lines, "", "")
        first, second, *_ = lines
        whole_width = sum(WIDTHS)
        advice_height = _height(head.advice, whole_width)
        return [
            self._text_row(1, OWN_LIST, list_looks.TITLE, TITLE_HEIGHT),
            self._text_row(2, head.owner, list_looks.OWNER, LINE_HEIGHT),
            _ROW.format(row=3, height=LINE_HEIGHT, cells=self._count_cell()),
            self._text_row(4, first, list_looks.PLAIN, LINE_HEIGHT),
            self._text_row(5, second, list_looks.PLAIN, LINE_HEIGHT),
            self._text_row(6, head.advice, list_looks.ADVICE, advice_height),
            _ROW.format(row=7, height=GAP_HEIGHT, cells=""),
            self._names_row(),
        ]

    def _text_row(self, row: int, text: str, look: TextLook, height: float) -> str:
        cells = self._cell(row, 1, text, look)
        return _ROW.format(
            row=row,
            height=height,
            cells=cells,
        )

    def _names_row(self) -> str:
        cells = ""
        for column, name in enumerate(texts.COLUMNS, 1):
            cells += self._cell(HEADER_ROW, column, name, list_looks.HEADING)
        return _ROW.format(
            row=HEADER_ROW,
            height=HEADING_HEIGHT,
            cells=cells,
        )

    def _count_cell(self) -> str:
        """Return the cell that says how much is left."""
        style = self._style(list_looks.COUNT)
        if not any(line.is_live for line in self._lines):
            counted = summary(self._lines)
            return cell_xml("A3", style, counted)
        formula = count_formula(self._lines, self._statuses)
        return formula_xml(
            "A3",
            style,
            formula=escape(formula),
            result=count_text(self._lines),
        )

    @property
    def _statuses(self) -> str:
        """The cells of the statuses."""
        letters = column_name(STATUS - 1)
        first = HEADER_ROW + 1
        last = max(first, self._last_row)
        return f"${letters}${first}:${letters}${last}"

    # -- the lines ----------------------------------------------------------------------------------------

    def _row(self, line: Line) -> str:
        row = HEADER_ROW + line.number
        cells = ""
        heights = []
        for column, shown in self._texts(line).items():
            text, look = shown
            if column == STATUS:
                cells += self._status_cell(line, row)
            else:
                cells += self._cell(row, column, text, look)
            width = WIDTHS[column - 1]
            heights.append(_height(text, width))
        return _ROW.format(
            row=row,
            height=max(heights),
            cells=cells,
        )

    def _texts(self, line: Line) -> dict[int, tuple[str, TextLook]]:
        """Return column -> what stands there and how it looks."""
        finding = line.finding
        word = list_looks.LOOKS[finding.severity].word
        place = list_looks.PLACE if line.is_linked else list_looks.CENTRED
        return {
            NUMBER: (str(line.number), list_looks.CENTRED),
            BADGE: (word, list_looks.BADGES[finding.severity]),
            WHERE: (line.where, place),
            WHAT: (finding.message, list_looks.WORDS),
            FOUND: (line.found, list_looks.WORDS),
            STATUS: (line.status, list_looks.CENTRED),
            CODE: (finding.code, list_looks.CENTRED),
        }

    def _status_cell(self, line: Line, row: int) -> str:
        style = self._style(list_looks.CENTRED)
        address = cell_name(row, STATUS - 1)
        if not line.is_live:
            return cell_xml(address, style, line.status)
        formula = status_formula(line)
        return formula_xml(
            address,
            style,
            formula=escape(formula),
            result=line.status,
        )

    def _cell(self, row: int, column: int, text: str, look: TextLook) -> str:
        """Return a cell of text: what a unit typed never becomes a formula."""
        written = clean(text, keep_lines=True).text
        address = cell_name(row, column - 1)
        style = self._style(look)
        return cell_xml(address, style, written)

    def _style(self, look: TextLook) -> str:
        number = look.number(self._styles)
        return f' s="{number}"'

    # -- around the cells ---------------------------------------------------------------------------------

    def _merges(self) -> str:
        """Let the lines of the heading run over all columns."""
        last = column_name(len(WIDTHS) - 1)
        merges = ""
        for row in range(1, HEADER_ROW - 1):
            merges += f'<mergeCell ref="A{row}:{last}{row}"/>'
        return f'<mergeCells count="{HEADER_ROW - 2}">{merges}</mergeCells>'

    def _colours(self) -> str:
        """Return the conditional formats: green for what is changed, and for the heading when all is."""
        sound, wrong = self._overlays()
        area = self._statuses.replace("$", "")
        first, _, _ = area.partition(":")
        of_lines = (
            _rule(1, sound, is_changed(first)),
            _rule(2, wrong, is_still_wrong(first)),
        )
        all_changed = all_is_changed("$A$3")
        of_heading = _rule(3, sound, all_changed)
        return _formatting(area, *of_lines) + _formatting("A3", of_heading)

    def _overlays(self) -> tuple[int, int]:
        """Return the numbers of the overlays: of what is changed, of what is still wrong."""
        colour = list_looks.LOOKS[Severity.ERROR].badge
        sound = list_looks.overlay(
            self._styles,
            paper=list_looks.SOUND_PAPER,
            ink=list_looks.SOUND_INK,
        )
        wrong = list_looks.overlay(self._styles, colour)
        return sound, wrong

    def _links(self) -> str:
        links = ""
        for line in self._lines:
            if not line.is_linked:
                continue
            place = line.finding.place
            quoted = place.sheet.replace("'", "''")
            location = html.escape(f"'{quoted}'!{place.cell}")
            row = HEADER_ROW + line.number
            address = cell_name(row, WHERE - 1)
            links += f'<hyperlink ref="{address}" location="{location}" tooltip="{texts.GO_THERE}"/>'
        if not links:
            return ""
        return f"<hyperlinks>{links}</hyperlinks>"


def _formatting(area: str, *rules: str) -> str:
    inside = "".join(rules)
    return f'<conditionalFormatting sqref="{area}">{inside}</conditionalFormatting>'


def _rule(priority: int, overlay: int, formula: str) -> str:
    """Return a rule of a conditional format."""
    escaped = escape(formula)
    return (
        f'<cfRule type="expression" dxfId="{overlay}" priority="{priority}">'
        f"<formula>{escaped}</formula></cfRule>"
    )


def _height(text: str, width: int) -> float:
    """Return the height that a text needs (Times is narrow)."""
    needed = lines_needed(
        storable(text),
        width * 1.08,
        size=12,
    )
    height = _SPACE + _PER_LINE * needed
    return min(height, HIGHEST)
