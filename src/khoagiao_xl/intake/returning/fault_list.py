"""The sheet «LỖI CẦN SỬA»: what a unit has to put right, in the order of its form, each line a link to its cell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from khoagiao_xl.books.package.cell_xml import cell_xml, formula_xml, storable
from khoagiao_xl.books.package.row_heights import lines_needed
from khoagiao_xl.intake.judging.settle_findings import fold_alike
from khoagiao_xl.intake.own_notes import LINE_OF, OWN_LIST, STILL_WRONG
from khoagiao_xl.intake.returning import list_looks
from khoagiao_xl.intake.returning.live_status import is_by_look
from khoagiao_xl.intake.returning.places import is_in_a_cell, sort_key
from khoagiao_xl.model.cell_addresses import cell_name, column_name
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.vietnamese.text import clean
from khoagiao_xl.wording import returned_copies as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from khoagiao_xl.books.package.style_table import StyleTable
    from khoagiao_xl.intake.returning.copy_head import CopyHead
    from khoagiao_xl.intake.returning.list_looks import TextLook

HEADER_ROW: Final = 8
NUMBER, BADGE, WHERE, WHAT, FOUND, STATUS, CODE = range(1, 8)  # columns of the list
WIDTHS: Final = tuple(texts.COLUMNS.values())
TITLE_HEIGHT, LINE_HEIGHT, GAP_HEIGHT, HEADING_HEIGHT, HIGHEST = 30, 20, 6, 26, 400
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SPACE: Final = 8  # points above and below the lines of a row
_PER_LINE: Final = 16  # points
_STATUS: Final = 'IF(COUNTIFS({lines},{line},{wrong},TRUE)>0,"{still}","{changed}")'
_COUNT: Final = (
    'IF(COUNTIF({area},"{changed}")={count},"{all_changed}","{before}"&({count}-COUNTIF({area},"{changed}"))&"{after}"'
    '&IF(COUNTIF({area},"{look}")>0,"{look_before}"&COUNTIF({area},"{look}")&"{look_after}",""))'
)


@dataclass(frozen=True)
class Line:
    """One line of the list. number: from 1; found: what stood there; told: the findings that it tells of.

    is_linked: whether its cell is in the workbook.
    """

    number: int
    finding: Finding
    found: str
    told: tuple[Finding, ...]
    is_linked: bool

    @property
    def row(self) -> int:
        """Its row on the sheet."""
        return HEADER_ROW + self.number

    @property
    def is_duty(self) -> bool:
        """Whether it is to be put right or explained, not only to be known."""
        return self.finding.severity is not Severity.NOTE

    @property
    def is_live(self) -> bool:
        """Whether its status follows what the unit does in the cell."""
        return self.is_duty and self.is_linked

    @property
    def status(self) -> str:
        """What is said of it when it is sent; nothing of what is only to be known."""
        if not self.is_duty:
            return ""
        if not self.is_live or any(map(is_by_look, self.told)):
            return texts.LOOK_YOURSELF
        return texts.STILL_WRONG

    @property
    def where(self) -> str:
        """Its place in words."""
        words = (self.finding.place.sheet, self.finding.all_cells)
        return " ".join(filter(None, words)) or texts.WHOLE_FILE


def lines_of(
    findings: Iterable[Finding], sheets: Sequence[str], as_typed: Callable[[Finding], str]
) -> list[Line]:
    """Return the lines of the list: what is alike is one, in the order of the form's sheets and rows.

    as_typed: gives what stands in the cell of a finding that does not say so itself.
    """
    in_order = sorted(findings, key=lambda finding: sort_key(finding, sheets))
    lines = []
    for number, folded in enumerate(fold_alike(in_order), 1):
        told = tuple(finding for finding in in_order if _is_told_by(folded, finding))
        found = folded.found or as_typed(folded)
        is_linked = is_in_a_cell(folded.place) and folded.place.sheet in sheets
        lines.append(Line(number, folded, found, told, is_linked))
    return lines


def _is_told_by(folded: Finding, finding: Finding) -> bool:
    if finding is folded:
        return True
    same = (folded.code, folded.place.sheet) == (finding.code, finding.place.sheet)
    return same and finding.place.cell in folded.cells


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
        return f"'{OWN_LIST}'!$A$1:${column_name(len(WIDTHS) - 1)}${self._last_row}"

    def to_xml(self) -> str:
        """Return the sheet."""
        rows = [*self._heading(), *map(self._row, self._lines)]
        return (
            f'<worksheet xmlns="{_MAIN}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
            '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
            f'<pane ySplit="{HEADER_ROW}" topLeftCell="A{HEADER_ROW + 1}" activePane="bottomLeft" state="frozen"/>'
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
        lines = [*head.lines, "", ""][:2]
        count = self._count_cell()
        return [
            self._text_row(1, OWN_LIST, list_looks.TITLE, TITLE_HEIGHT),
            self._text_row(2, head.owner, list_looks.OWNER, LINE_HEIGHT),
            f'<row r="3" ht="{LINE_HEIGHT}" customHeight="1">{count}</row>',
            *(self._text_row(row, text, list_looks.PLAIN, LINE_HEIGHT) for row, text in enumerate(lines, 4)),
            self._text_row(6, head.advice, list_looks.ADVICE, _height(head.advice, sum(WIDTHS))),
            f'<row r="7" ht="{GAP_HEIGHT}" customHeight="1"/>',
            self._names_row(),
        ]

    def _text_row(self, row: int, text: str, look: TextLook, height: float) -> str:
        cell = self._cell(row, 1, text, look)
        return f'<row r="{row}" ht="{height}" customHeight="1">{cell}</row>'

    def _names_row(self) -> str:
        cells = ""
        for column, name in enumerate(texts.COLUMNS, 1):
            cells += self._cell(HEADER_ROW, column, name, list_looks.HEADING)
        return f'<row r="{HEADER_ROW}" ht="{HEADING_HEIGHT}" customHeight="1">{cells}</row>'

    def _count_cell(self) -> str:
        """Return the cell that says how much is left; what came to be known is counted beside it."""
        style = self._style(list_looks.COUNT)
        counted = Counter(line.status for line in self._lines if line.status)
        total = counted.total()
        summary = self._summary()
        if not total:
            return cell_xml("A3", style, " ".join((texts.NOTHING_TO_MEND, summary)))
        formula = self._count_formula(total, summary)
        return formula_xml(
            "A3", style, escape(formula), _count_text(total, counted[texts.LOOK_YOURSELF], summary)
        )

    def _count_formula(self, total: int, summary: str) -> str:
        letters = column_name(STATUS - 1)
        before, after = texts.LEFT
        look_before, look_after = texts.LEFT_TO_LOOK_AT
        counted = _COUNT.format(
            area=f"${letters}${HEADER_ROW + 1}:${letters}${self._last_row}",
            count=total,
            changed=texts.CHANGED,
            all_changed=texts.ALL_CHANGED.format(count=total),
            before=before,
            after=after.format(count=total),
            look=texts.LOOK_YOURSELF,
            look_before=look_before,
            look_after=look_after,
        )
        return f'{counted}&"{_aside(summary)}"'

    def _summary(self) -> str:
        """Return how many there are of each kind, of those there are any."""
        counts = Counter(line.finding.severity for line in self._lines)
        told = []
        for severity in Severity:
            if counts[severity]:
                told.append(texts.SUMMARY[severity].format(count=counts[severity]))
        return ", ".join(told)

    # -- the lines ----------------------------------------------------------------------------------------

    def _row(self, line: Line) -> str:
        finding = line.finding
        looks = {
            NUMBER: (str(line.number), list_looks.CENTRED),
            BADGE: (list_looks.LOOKS[finding.severity].word, list_looks.BADGES[finding.severity]),
            WHERE: (line.where, list_looks.PLACE if line.is_linked else list_looks.CENTRED),
            WHAT: (finding.message, list_looks.WORDS),
            FOUND: (line.found, list_looks.WORDS),
            STATUS: (line.status, list_looks.CENTRED),
            CODE: (finding.code, list_looks.CENTRED),
        }
        cells, height = "", 0.0
        for column, (text, look) in looks.items():
            cells += self._status_cell(line) if column == STATUS else self._cell(line.row, column, text, look)
            height = max(height, _height(text, WIDTHS[column - 1]))
        return f'<row r="{line.row}" ht="{height}" customHeight="1">{cells}</row>'

    def _status_cell(self, line: Line) -> str:
        style = self._style(list_looks.CENTRED)
        address = cell_name(line.row, STATUS - 1)
        if not line.is_live:
            return cell_xml(address, style, line.status)
        formula = _STATUS.format(
            lines=LINE_OF,
            line=line.number,
            wrong=STILL_WRONG,
            still=line.status,
            changed=texts.CHANGED,
        )
        return formula_xml(address, style, escape(formula), line.status)

    def _cell(self, row: int, column: int, text: str, look: TextLook) -> str:
        """Return a cell of text: what a unit typed never becomes a formula."""
        written = clean(text, keep_lines=True).text
        return cell_xml(cell_name(row, column - 1), self._style(look), written)

    def _style(self, look: TextLook) -> str:
        return f' s="{look.number(self._styles)}"'

    # -- around the cells ---------------------------------------------------------------------------------

    def _merges(self) -> str:
        last = column_name(len(WIDTHS) - 1)
        merges = "".join(f'<mergeCell ref="A{row}:{last}{row}"/>' for row in range(1, HEADER_ROW - 1))
        return f'<mergeCells count="{HEADER_ROW - 2}">{merges}</mergeCells>'

    def _colours(self) -> str:
        """Return the conditional formats: green for what is changed, and for the heading when all is."""
        sound = list_looks.overlay(self._styles, list_looks.SOUND_PAPER, list_looks.SOUND_INK)
        wrong = list_looks.overlay(self._styles, list_looks.LOOKS[Severity.ERROR].badge)
        first = HEADER_ROW + 1
        letters = column_name(STATUS - 1)
        area = f"{letters}{first}:{letters}{max(first, self._last_row)}"
        changed, still = f'{letters}{first}="{texts.CHANGED}"', f'{letters}{first}="{texts.STILL_WRONG}"'
        return (
            f'<conditionalFormatting sqref="{area}">'
            f'<cfRule type="expression" dxfId="{sound}" priority="1"><formula>{changed}</formula></cfRule>'
            f'<cfRule type="expression" dxfId="{wrong}" priority="2"><formula>{still}</formula></cfRule>'
            "</conditionalFormatting>"
        )

    def _links(self) -> str:
        links = ""
        for line in self._lines:
            if not line.is_linked:
                continue
            place = line.finding.place
            quoted = place.sheet.replace("'", "''")
            location = quoteattr(f"'{quoted}'!{place.cell}")
            address = cell_name(line.row, WHERE - 1)
            links += f'<hyperlink ref="{address}" location={location} tooltip="{texts.GO_THERE}"/>'
        return f"<hyperlinks>{links}</hyperlinks>" if links else ""


def _aside(summary: str) -> str:
    return f" ({summary})" if summary else ""


def _count_text(total: int, to_look_at: int, summary: str) -> str:
    """Return what the count says when the copy is sent."""
    before, after = texts.LEFT
    told = f"{before}{total}{after.format(count=total)}"
    if to_look_at:
        look_before, look_after = texts.LEFT_TO_LOOK_AT
        told += f"{look_before}{to_look_at}{look_after}"
    return told + _aside(summary)


def _height(text: str, width: int) -> float:
    """Return the height that a text needs (Times is narrow)."""
    needed = lines_needed(storable(text), width * 1.08, 12)
    return min(_SPACE + _PER_LINE * needed, HIGHEST)
