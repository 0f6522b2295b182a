"""Whose form a file is: the hidden sheet, the document's properties, the cover and its two ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.form_layout import COVER_LABEL, COVER_VALUE
from khoagiao_xl.forms.quick_layout import QUICK_SHEET, QUICK_TICK_CELL
from khoagiao_xl.intake.reading.form_reading import Identity, RawCell
from khoagiao_xl.intake.safety.scanned_sheet import area
from khoagiao_xl.model.cell_addresses import cell_name
from khoagiao_xl.model.findings import Finding, Place, Severity, asked, wrong
from khoagiao_xl.vietnamese.figures import typed_text
from khoagiao_xl.vietnamese.text import clean, fold
from khoagiao_xl.vietnamese.yes_no import YES, parse_yes_no
from khoagiao_xl.wording.form_sheets import contact_labels as asked_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.intake.safety.book_scan import BookScan

    Rows = Sequence[Sequence[Any]]

ERROR, NOTE = Severity.ERROR, Severity.NOTE
COVER_ROWS: Final = 12  # of the cover that say whose form it is


class IdentityReader:
    """A workbook asked whose form it is; what is to be said of the answers is gathered on the way."""

    def __init__(self, file: str, book: BookScan, grids: Mapping[str, Rows]) -> None:
        self.file = file
        self.book = book
        self.grids = grids
        self.of_identity: list[Finding] = []
        self.of_ticks: list[Finding] = []

    def identity(self) -> Identity:
        """Return the identity of the hidden sheet, checked against the document's properties."""
        inside = self._meta()
        beside = self._properties()
        self.of_identity += self._contradictions(inside, beside)
        said = Identity(**{**beside, **inside})
        if not said.unit_code or not said.period:
            self._tell("TN-40", ERROR)
        elif "unit_code" not in inside:
            self._tell("TN-42", NOTE)
        return said

    def _tell(self, code: str, severity: Severity) -> None:
        whole = Place(self.file)
        self.of_identity.append(Finding(code, severity, whole))

    def _properties(self) -> dict[str, str]:
        known = self.book.properties
        return {key: clean(known.get(key, "")).text for key in form_layout.META_KEYS}

    def _contradictions(self, inside: Mapping[str, str], beside: Mapping[str, str]) -> Iterator[Finding]:
        for key in form_layout.META_KEYS:
            one = inside.get(key, "")
            other = beside[key]
            if one and other and one != other:
                facts = {
                    "key": key,
                    "inside": one,
                    "beside": other,
                }
                yield wrong("TN-41", Place(self.file), **facts)

    def _meta(self) -> dict[str, str]:
        """Return what the hidden sheet says: key -> value, blank ones left out."""
        found = {}
        for row in self._rows_of_meta():
            key = str(row[0]).strip() if len(row) > 1 else ""
            value = clean(typed_text(row[1])).text if key in form_layout.META_KEYS else ""
            if value:
                found[key] = value
        return found

    def _rows_of_meta(self) -> Rows:
        for name, rows in self.grids.items():
            if fold(name) == form_layout.META:
                return rows
        return []

    def cover(self) -> dict[str, RawCell]:
        """Return what the cover says of whose form it is: each label, folded, with the cell beside it."""
        found = {}
        rows = self.grids.get(form_layout.COVER, [])
        for at, row in enumerate(rows[:COVER_ROWS], 1):
            label, column, value = _label_and_value(row)
            if label:
                cell = RawCell(form_layout.COVER, cell_name(at, column), value)
                found[fold(label)] = cell
            if ":" in str(value or ""):  # words that bear their label with them, beside the letterhead
                words = RawCell(form_layout.COVER, cell_name(at, column), value)
                found.setdefault(fold(str(value)), words)
        return found

    def contacts(self) -> dict[str, RawCell]:
        """Return who stands behind the form, by the keys of the lines; nothing for a line left blank."""
        found = {}
        for code, where in form_layout.CONTACT_CELLS.items():
            label = self._value(form_layout.COVER, f"B{where[1:]}")
            value = self._value(form_layout.COVER, where)
            if value not in (None, "") and label in asked_in(code):
                key = form_layout.contact_key(code)
                found[key] = RawCell(form_layout.COVER, where, value)
        return found

    def tick(self, name: str) -> bool | None:
        """Return whether a box of the cover is ticked; a text that is neither is asked about."""
        sheet, where = self._place_of(name)
        value = self._value(sheet, where)
        answer = parse_yes_no(value)
        if not answer.code:
            return answer.value == YES
        found = str(answer.facts.get("found", ""))
        place = Place(self.file, sheet, where)
        self.of_ticks.append(asked("TN-62", place, found=found))
        return None

    def _value(self, sheet: str, where: str) -> object:
        cell = area(where)
        rows = self.grids.get(sheet, [])
        if cell is None or cell.top > len(rows):
            return ""
        values = rows[cell.top - 1]
        if cell.left <= len(values):
            return values[cell.left - 1]
        return ""

    def _place_of(self, name: str) -> tuple[str, str]:
        """Return sheet and cell of a defined name; where it was lost, the place it is drawn at."""
        named, _, where = self.book.names.get(name, "").rpartition("!")
        sheet = named.strip("'").replace("''", "'")
        cell = where.replace("$", "")
        if self.book.has_sheet(sheet) and area(cell):
            return sheet, cell
        if self.book.has_sheet(QUICK_SHEET):
            return QUICK_SHEET, QUICK_TICK_CELL
        return form_layout.COVER, form_layout.COVER_CELLS[name]


def _label_and_value(row: Sequence[Any]) -> tuple[str, int, object]:
    """Return what a line of the cover says, and in which column.

    A label that nothing stands beside says itself.
    """
    if len(row) <= COVER_LABEL or not row[COVER_LABEL]:
        return "", COVER_LABEL, None
    label = row[COVER_LABEL]
    beside = row[COVER_VALUE] if len(row) > COVER_VALUE else None
    if beside in (None, ""):
        return str(label), COVER_LABEL, label
    return str(label), COVER_VALUE, beside
