"""Sheets that a unit added to its form: what is in them, and whether their figures are the form's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.own_notes import OWN_LIST
from khoagiao_xl.intake.reading.comparing.cell_words import LONGEST, text_key, told
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.reading.locating import FIGURE, code_of
from khoagiao_xl.vietnamese.figures import is_number, value_text
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.intake.reading.comparing.issued_template import IssuedSheet, IssuedTemplate
    from khoagiao_xl.intake.reading.oddities import FormParts
    from khoagiao_xl.intake.safety.scanned_sheet import SheetScan

QUOTED: Final = 4  # cells of a sheet
EXAMPLES: Final = 3  # lines with another figure


def issued_as(parts: FormParts, template: IssuedTemplate) -> dict[str, IssuedSheet]:
    """Return name of a sheet of the form -> the sheet of the template that it was under its own name."""
    names = [scan.name for scan in parts.book.sheets]
    if names == list(template.sheets):
        return dict(template.sheets)
    found: dict[str, IssuedSheet] = {}
    for block in (parts.figures, parts.narrative):
        issued = template.sheet_of(block) if block else None
        if block and issued:
            found[block.sheet] = issued
    left = {fold(name): sheet for name, sheet in template.sheets.items() if sheet not in found.values()}
    for scan in parts.book.sheets:
        if scan.name not in found and fold(scan.name) in left:
            found[scan.name] = left.pop(fold(scan.name))
    for scan in parts.book.sheets:
        if scan.name not in found:
            alike = _alike(parts, scan, left)
            if alike:
                found[scan.name] = left.pop(alike)
    return found


def _alike(parts: FormParts, scan: SheetScan, left: Mapping[str, IssuedSheet]) -> str:
    """Return which of the sheets that are missing says mostly what this one says."""
    keys = {text_key(told(parts.book, cell)) for cell in scan.cells.values()}
    for name, sheet in left.items():
        issued = set(sheet.keys.values())
        if issued and 2 * len(keys & issued) > len(issued):
            return name
    return ""


def renamed_sheets(known: Mapping[str, IssuedSheet]) -> Iterator[Difference]:
    """Yield the sheets whose new name says something."""
    for name, issued in known.items():
        if not _is_name_of(name, issued.name):
            yield Difference(DifferenceKind.REWORDED, name, found=name, expected=issued.name)


def _is_name_of(name: str, issued: str) -> bool:
    """Say whether a name says no more than the one issued: «so lieu», «Số liệu (2)» do not."""
    if name == issued:
        return True
    words = fold(name).rstrip("0123456789() _")
    return words.replace("_", " ") == fold(issued).replace("_", " ")


def foreign_sheets(parts: FormParts, known: Mapping[str, IssuedSheet]) -> Iterator[Difference]:
    """Yield the sheets that are none of the form's and hold anything."""
    figures = _figures(parts)
    ours: set[str] = set()
    for sheet in known.values():
        ours.update(sheet.keys.values())
    for scan in parts.book.sheets:
        if scan.name in known or _is_of_ours(scan) or not scan.values:
            continue
        said = [*_other_figures(parts, scan, figures), *_first_words(parts, scan, ours)]
        found = "; ".join(said)[:LONGEST]
        yield Difference(DifferenceKind.SHEET, scan.name, found=found)


def _is_of_ours(scan: SheetScan) -> bool:
    """Say whether a sheet of a returned copy is ours: the list, or a hidden one with «_» before its name."""
    if scan.name == OWN_LIST:
        return True
    return scan.is_hidden and scan.name.startswith("_")


def _figures(parts: FormParts) -> dict[str, Any]:
    """Return indicator -> what the form itself answers."""
    block = parts.figures
    if block is None or FIGURE not in block.columns:
        return {}
    rows = parts.grids[block.sheet]
    column = block.columns[FIGURE]
    found = {}
    for code, row in block.rows.items():
        values = rows[row - 1]
        found[code] = values[column - 1] if column <= len(values) else ""
    return found


def _other_figures(parts: FormParts, scan: SheetScan, figures: Mapping[str, Any]) -> Iterator[str]:
    """Say how many lines of the form stand on the sheet too, and which of them with another figure."""
    lines = dict(_lines(parts, scan))
    if not lines:
        return
    yield texts.LINES_TOO.format(count=len(lines))
    others = []
    for code, numbers in lines.items():
        figure = figures.get(code)
        own = value_text(figure) if is_number(figure) else ""
        if numbers and own and own not in numbers:
            shown = texts.OTHER_FIGURE.format(code=code, found=numbers[0], own=own)
            others.append(shown)
    if others:
        examples = ", ".join(others[:EXAMPLES])
        yield texts.OTHER_FIGURES.format(count=len(others), examples=examples)


def _lines(parts: FormParts, scan: SheetScan) -> Iterator[tuple[str, list[str]]]:
    """Yield each indicator that the sheet names, with the numbers in its row."""
    rows: dict[int, list[str]] = {}
    codes: dict[int, str] = {}
    for (row, _), cell in scan.cells.items():
        text = told(parts.book, cell)
        code = code_of(text) if cell.kind != "n" else ""
        if code:
            codes.setdefault(row, code)
        elif cell.kind == "n" and text:
            rows.setdefault(row, []).append(text)
    for row, code in codes.items():
        yield code, rows.get(row, [])


def _first_words(parts: FormParts, scan: SheetScan, ours: set[str]) -> list[str]:
    """Return the first words of a sheet that are none of the form's."""
    found = []
    for cell in scan.cells.values():
        text = " ".join(told(parts.book, cell).split())
        if text and text_key(text) not in ours and cell.formula is None:
            found.append(f"«{text}»")
        if len(found) == QUOTED:
            break
    return found
