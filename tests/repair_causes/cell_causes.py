"""Causes that lie in a cell: the style and the text it names, what it holds, its formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tests.repair_causes.opened_workbook import M, OpenedSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST_TEXT: Final = 32_767
MOST_BREAKS: Final = 253
LONGEST_FORMULA: Final = 8192
LONGEST_LITERAL: Final = 255
DEEPEST: Final = 64
MOST_ARGUMENTS: Final = 255
KINDS: Final = ("b", "d", "e", "inlineStr", "n", "s", "str", None)
_LITERAL: Final = re.compile(r'"((?:[^"]|"")*)"')
_SET_ASIDE: Final = re.compile(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|\{[^}]*\}|\[[^\]]*\]')
_SMALL_EXPONENT: Final = re.compile(r"(?<![\w.])\d+(?:\.\d+)?e[-+]?\d")
_ERRORS: Final = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA")


def styles_there_are_not(sheet: OpenedSheet) -> Iterator[str]:
    known = sheet.book.count_of("cellXfs")
    for holder in (*sheet.cells, *sheet.rows):
        if int(holder.get("s", "0")) >= known:
            yield str(holder.get("r"))
    for column in sheet.root.iter(f"{M}col"):
        if int(column.get("style", "0")) >= known:
            yield f"column {column.get('min')}"


def texts_there_are_not(sheet: OpenedSheet) -> Iterator[str]:
    known = len(sheet.book.texts)
    for cell in sheet.cells:
        number = cell.findtext(f"{M}v") or ""
        if cell.get("t") == "s" and not (number.isdecimal() and int(number) < known):
            yield str(cell.get("r"))


def long_texts(sheet: OpenedSheet) -> Iterator[str]:
    for cell, text in sheet.shown.items():
        if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT or text.count("\n") > MOST_BREAKS:
            yield cell


def values_of_another_kind(sheet: OpenedSheet) -> Iterator[str]:
    for cell in sheet.cells:
        kind, value = cell.get("t"), cell.findtext(f"{M}v")
        is_to_come = value == "" and cell.find(f"{M}f") is not None  # a result that is still to be worked out
        fits = value is None or is_to_come or _fits(kind, value)
        if kind not in KINDS or not fits:
            yield f"{cell.get('r')}: {kind} {value}"


def _fits(kind: str | None, value: str) -> bool:
    if kind == "b":
        return value in ("0", "1")
    if kind == "e":
        return value in _ERRORS
    return kind not in (None, "n") or _is_number(value)


def _is_number(value: str) -> bool:
    try:
        number = float(value)
    except ValueError:
        return False
    return number == number and abs(number) < 1e308


def long_literals(sheet: OpenedSheet) -> Iterator[str]:
    for cell, formula in sheet.formulas:
        if any(len(text.replace('""', '"')) > LONGEST_LITERAL for text in _LITERAL.findall(formula)):
            yield cell


def long_formulas(sheet: OpenedSheet) -> Iterator[str]:
    yield from (cell for cell, formula in sheet.formulas if len(formula) > LONGEST_FORMULA)


def deep_formulas(sheet: OpenedSheet) -> Iterator[str]:
    for cell, formula in sheet.formulas:
        depth, most = measured(formula)
        if depth > DEEPEST or most > MOST_ARGUMENTS:
            yield f"{cell}: {depth} levels, {most} arguments"


def formulas_that_do_not_close(sheet: OpenedSheet) -> Iterator[str]:
    for cell, formula in sheet.formulas:
        bare = _SET_ASIDE.sub("", formula)
        is_open = bare.count("(") != bare.count(")") or bare.count('"')
        if is_open or _SMALL_EXPONENT.search(bare) or bare.startswith("="):
            yield cell


def measured(formula: str) -> tuple[int, int]:
    """Return how deep brackets lie in each other, and the most arguments that one of them holds."""
    counts: list[int] = []
    depth = most = 0
    for letter in _SET_ASIDE.sub("x", formula):
        if letter == "(":
            counts.append(1)
        elif letter == "," and counts:
            counts[-1] += 1
        elif letter == ")" and counts:
            most = max(most, counts.pop())
        depth = max(depth, len(counts))
    return depth, most


CELL_CAUSES: Final[dict[str, Callable[[OpenedSheet], Iterator[str]]]] = {
    "a style that is not there": styles_there_are_not,
    "a shared text that is not there": texts_there_are_not,
    "a text too long for a cell": long_texts,
    "a value that is not of its kind": values_of_another_kind,
    "a literal over 255 letters in a formula": long_literals,
    "a formula over 8,192 letters": long_formulas,
    "a formula over 64 levels or 255 arguments": deep_formulas,
    "a formula that Excel cannot read": formulas_that_do_not_close,
}
