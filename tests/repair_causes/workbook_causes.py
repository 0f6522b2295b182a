"""Causes that lie in the workbook as a whole: names of sheets, defined names, the chain of calculation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tests.repair_causes.opened_package import children, doubled
from tests.repair_causes.opened_workbook import M, OpenedWorkbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST_SHEET_NAME: Final = 31
LONGEST_NAME: Final = 255
_LIKE_AN_ADDRESS: Final = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Rr]|[Cc]")
_NAME: Final = re.compile(r"[^\W\d][\w.\\?]*|\\[\w.\\?]*")
_IN_BRACKETS: Final = re.compile(r"[\[\]:*?/\\]")
_SHEET_NAMED: Final = re.compile(r"'((?:[^']|'')+)'!|(?<![\w'.\]])([^\W\d][\w.]*)!")


def sheet_names(book: OpenedWorkbook) -> Iterator[str]:
    for item in book.sheet_entries:
        name = str(item.get("name"))
        wrong = _IN_BRACKETS.search(name) or name.startswith("'") or name.endswith("'")
        if wrong or not name or len(name) > LONGEST_SHEET_NAME or name.casefold() == "history":
            yield name


def sheets_twice(book: OpenedWorkbook) -> Iterator[str]:
    yield from doubled([str(item.get("name")) for item in book.sheet_entries])
    yield from doubled([f"sheetId {item.get('sheetId')}" for item in book.sheet_entries])


def no_sheet_to_show(book: OpenedWorkbook) -> Iterator[str]:
    if all(item.get("state") in ("hidden", "veryHidden") for item in book.sheet_entries):
        yield "every sheet is hidden"
    for view in book.root.iter(f"{M}workbookView"):
        if int(view.get("activeTab", "0")) >= len(book.sheet_entries):
            yield "the active tab is none"


def names_that_are_none(book: OpenedWorkbook) -> Iterator[str]:
    for item in book.names:
        name = str(item.get("name"))
        if name.startswith("_xlnm."):
            continue
        if not _NAME.fullmatch(name) or _LIKE_AN_ADDRESS.fullmatch(name) or len(name) > LONGEST_NAME:
            yield name


def names_twice_in_a_scope(book: OpenedWorkbook) -> Iterator[str]:
    yield from doubled([f"{item.get('name')} ({item.get('localSheetId')})" for item in book.names])


def names_of_nothing(book: OpenedWorkbook) -> Iterator[str]:
    sheets = {str(item.get("name")).casefold() for item in book.sheet_entries}
    for item in book.names:
        text = item.text or ""
        named = {(quoted or plain).replace("''", "'") for quoted, plain in _SHEET_NAMED.findall(text)}
        if not text or "#REF!" in text or any(name.casefold() not in sheets for name in named):
            yield f"{item.get('name')}: {text}"


def names_of_a_sheet_there_is_not(book: OpenedWorkbook) -> Iterator[str]:
    for item in book.names:
        if int(item.get("localSheetId", "0")) >= len(book.sheet_entries):
            yield str(item.get("name"))


def chains_of_other_cells(book: OpenedWorkbook) -> Iterator[str]:
    """The chain of calculation names cells that have no formula."""
    by_id = {str(item.get("sheetId")): str(item.get("name")) for item in book.sheet_entries}
    formulas = {(sheet.name, cell) for sheet in book.sheets for cell, _ in sheet.formulas}
    for part in book.package.related(book.package.main, "calcChain"):
        sheet = ""
        for cell in children(book.package.xml(part)):
            sheet = by_id.get(cell.get("i", ""), sheet)
            if (sheet, str(cell.get("r"))) not in formulas:
                yield f"{sheet}!{cell.get('r')}"


WORKBOOK_CAUSES: Final[dict[str, Callable[[OpenedWorkbook], Iterator[str]]]] = {
    "the name of a sheet": sheet_names,
    "a sheet twice": sheets_twice,
    "no sheet to show": no_sheet_to_show,
    "a defined name that is none": names_that_are_none,
    "a defined name twice": names_twice_in_a_scope,
    "a defined name of nothing": names_of_nothing,
    "a defined name of a sheet that is not there": names_of_a_sheet_there_is_not,
    "a chain of calculation over other cells": chains_of_other_cells,
}
