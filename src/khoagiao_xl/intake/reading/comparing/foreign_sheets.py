"""Sheets that a unit added to its form: what is in them, and whether their figures are the form's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.own_notes import OWN_LIST
from khoagiao_xl.intake.reading.comparing.cell_words import LONGEST, text_key, told
from khoagiao_xl.intake.reading.comparing.weights import is_figure
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.reading.locating import FIGURE, code_of
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.intake.reading.comparing.issued_template import IssuedSheet, IssuedTemplate
    from khoagiao_xl.intake.reading.form_parts import FormParts
    from khoagiao_xl.intake.safety.scanned_sheet import SheetScan

QUOTED: Final = 4  # cells of a sheet
EXAMPLES: Final = 3  # lines with another figure


def issued_as(parts: FormParts, template: IssuedTemplate) -> dict[str, IssuedSheet]:
    """Return name of a sheet of the form -> the sheet of the template that it was under its own name."""
    names = [scan.name for scan in parts.book.sheets]
    if names == list(template.sheets):
        return dict(template.sheets)
    found: dict[str, IssuedSheet] = {}
    for block in parts.blocks:
        issued = template.sheet_of(block)
        if issued:
            found[block.sheet] = issued
    _add_by_name(found, names, template)
    _add_by_words(found, parts, template)
    return found


def _add_by_name(found: dict[str, IssuedSheet], names: Iterable[str], template: IssuedTemplate) -> None:
    left = _left(found, template)
    by_name = {fold(sheet.name): sheet for sheet in left}
    for name in names:
        key = fold(name)
        if name not in found and key in by_name:
            found[name] = by_name[key]


def _add_by_words(found: dict[str, IssuedSheet], parts: FormParts, template: IssuedTemplate) -> None:
    """Add the sheets that say mostly what one that is missing said."""
    for scan in parts.book.sheets:
        if scan.name in found:
            continue
        said = _words_of(parts, scan)
        for issued in _left(found, template):
            words = set(issued.keys.values())
            same = words & said
            if len(words) < 2 * len(same):
                found[scan.name] = issued
                break


def _words_of(parts: FormParts, scan: SheetScan) -> set[str]:
    """Return what the cells of a sheet say, as it is compared."""
    texts_of_cells = [told(parts.book, cell) for cell in scan.cells.values()]
    return set(map(text_key, texts_of_cells))


def _left(found: Mapping[str, IssuedSheet], template: IssuedTemplate) -> list[IssuedSheet]:
    """Return the sheets of the template that none of the form was found to be."""
    known = {sheet.name for sheet in found.values()}
    left = dict(template.sheets)
    for name in known:
        del left[name]
    return list(left.values())


def renamed_sheets(known: Mapping[str, IssuedSheet]) -> Iterator[Difference]:
    """Yield the sheets whose new name says something."""
    for name, issued in known.items():
        if not _is_name_of(name, issued.name):
            yield Difference(
                DifferenceKind.REWORDED,
                name,
                found=name,
                expected=issued.name,
            )


def _is_name_of(name: str, issued: str) -> bool:
    """Say whether a name says no more than the one issued: «so lieu», «Số liệu (2)» do not."""
    if name == issued:
        return True
    words = fold(name).rstrip("0123456789() _")
    return words.replace("_", " ") == fold(issued).replace("_", " ")


def foreign_sheets(parts: FormParts, known: Mapping[str, IssuedSheet]) -> Iterator[Difference]:
    """Yield the sheets that are none of the form's and hold anything."""
    ours: set[str] = set()
    for sheet in known.values():
        ours.update(sheet.keys.values())
    for scan in parts.book.sheets:
        is_foreign = scan.name not in known and not _is_of_ours(scan)
        if is_foreign and scan.values:
            said = list(_other_figures(parts, scan))
            said += _first_words(parts, scan, ours)
            found = ", ".join(said)
            yield Difference(
                DifferenceKind.SHEET,
                scan.name,
                found=found[:LONGEST],
            )


def _is_of_ours(scan: SheetScan) -> bool:
    """Say whether a sheet of a returned copy is ours: the list, or a hidden one with «_» before its name."""
    if scan.name == OWN_LIST:
        return True
    return scan.is_hidden and scan.name.startswith("_")


def _first_words(parts: FormParts, scan: SheetScan, ours: set[str]) -> list[str]:
    """Return the first words of a sheet that are none of the form's."""
    found: list[str] = []
    for cell in scan.cells.values():
        words = " ".join(told(parts.book, cell).split())
        is_ours = cell.formula is not None or text_key(words) in ours
        if words and not is_ours and not is_figure(words):
            found.append(f"«{words}»")
        if len(found) == QUOTED:
            break
    return found


# -- whether it has other figures -------------------------------------------------------------------------


def _other_figures(parts: FormParts, scan: SheetScan) -> Iterator[str]:
    """Say how many lines of the form stand on the sheet too, and which of them with another figure."""
    lines = _lines(parts, scan)
    if not lines:
        return
    yield texts.LINES_TOO.format(count=len(lines))
    others = []
    for code, own in _figures(parts).items():
        numbers = lines.get(code)
        if numbers and own not in numbers:
            shown = texts.OTHER_FIGURE.format(code=code, found=numbers[0], own=own)
            others.append(shown)
    if others:
        examples = ", ".join(others[:EXAMPLES])
        yield texts.OTHER_FIGURES.format(count=len(others), examples=examples)


def _figures(parts: FormParts) -> dict[str, str]:
    """Return indicator -> the figure that the form itself has."""
    block = parts.figures
    column = block.columns.get(FIGURE) if block else None
    found: dict[str, str] = {}
    if block is None or column is None:
        return found
    cells = parts.scan(block).cells
    for code, row in block.rows.items():
        cell = cells.get((row, column))
        if cell and cell.kind == "n":
            found[code] = told(parts.book, cell)
    return found


def _lines(parts: FormParts, scan: SheetScan) -> dict[str, list[str]]:
    """Return each indicator that the sheet names, with the numbers in its row."""
    codes: dict[int, str] = {}
    numbers: dict[int, list[str]] = defaultdict(list)
    for spot, cell in scan.cells.items():
        row, _ = spot
        words = told(parts.book, cell)
        code = code_of(words)
        if code:
            codes.setdefault(row, code)
        elif cell.kind == "n" and words:
            numbers[row].append(words)
    return {code: numbers[row] for row, code in codes.items()}
