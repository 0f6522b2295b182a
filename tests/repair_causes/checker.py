"""All causes looked for in one file, and in the workbooks that lie inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.repair_causes.cell_causes import CELL_CAUSES
from tests.repair_causes.document_causes import DOCUMENT_CAUSES
from tests.repair_causes.drawing_causes import DRAWING_CAUSES
from tests.repair_causes.entry_causes import ENTRY_CAUSES
from tests.repair_causes.opened_package import OpenedPackage
from tests.repair_causes.opened_workbook import OpenedWorkbook
from tests.repair_causes.package_causes import PACKAGE_CAUSES
from tests.repair_causes.sheet_causes import SHEET_CAUSES
from tests.repair_causes.style_causes import STYLE_CAUSES
from tests.repair_causes.table_causes import TABLE_CAUSES, TABLES_TOGETHER
from tests.repair_causes.workbook_causes import WORKBOOK_CAUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

EMBEDDED: Final = ".xlsx"
EVERY_CAUSE: Final = (
    *PACKAGE_CAUSES,
    *DRAWING_CAUSES,
    *WORKBOOK_CAUSES,
    *STYLE_CAUSES,
    *TABLES_TOGETHER,
    *SHEET_CAUSES,
    *CELL_CAUSES,
    *ENTRY_CAUSES,
    *TABLE_CAUSES,
    *DOCUMENT_CAUSES,
)


def causes_in(data: bytes) -> list[str]:
    """Return what would make Excel or Word mend the file: «cause: where»."""
    package = OpenedPackage(data)
    found = [*_asked(PACKAGE_CAUSES, [package]), *_asked(DRAWING_CAUSES, [package])]
    if package.main.startswith("xl/"):
        found += _in_workbook(OpenedWorkbook(package))
    else:
        found += _asked(DOCUMENT_CAUSES, [package])
    for name in package.names:
        if name.endswith(EMBEDDED):
            found += [f"{name}: {cause}" for cause in causes_in(package.read(name))]
    return found


def _in_workbook(book: OpenedWorkbook) -> Iterator[str]:
    of_book = (WORKBOOK_CAUSES, STYLE_CAUSES, TABLES_TOGETHER)
    of_sheets = (SHEET_CAUSES, CELL_CAUSES, ENTRY_CAUSES)
    for group in of_book:
        yield from _asked(group, [book])
    for causes in of_sheets:
        yield from _asked(causes, book.sheets)
    yield from _asked(TABLE_CAUSES, book.tables)


def _asked(causes: Mapping[str, Callable[[Any], Iterator[str]]], things: Iterable[Any]) -> Iterator[str]:
    for thing in things:
        where = getattr(thing, "name", "")
        for cause, look in causes.items():
            yield from (f"{cause}: {where} {at}" for at in look(thing))
