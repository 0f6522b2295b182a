"""What starts Python from an Excel master: xlwings' own modules, and the sheet where they look for Python.

Nothing of it lies in the tree: the modules are read from the xlwings installed where the master is made, the
same two that `xlwings quickstart --standalone` gives.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.building.defined_names import PYTHON
from khoagiao_xl.errors import MissingPart

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from khoagiao_xl.building.sheet_styles import Styles

SOURCES: Final = ("xlwings.bas", "addin/Dictionary.cls")  # the second stands in for what a Mac lacks
_NAME: Final = re.compile(r'^Attribute VB_Name = "(\w+)"$', re.MULTILINE)

SHEET: Final = "xlwings.conf"  # xlwings knows it by this name, and reads keys and values from A1 on
INTERPRETER: Final = ("INTERPRETER_WIN", "INTERPRETER_MAC")
# xlwings takes the first answer it meets: this sheet, a file beside the master, the user's own settings.
# What those others may say for other workbooks must not change how this one runs; a blank is an answer.
FIXED: Final = {
    # Our code is found by the interpreter itself: a stray file beside the master must not stand in for it,
    # and xlwings stops at once where it cannot tell which folder a OneDrive address means.
    "ADD_WORKBOOK_TO_PYTHONPATH": "False",
    "PYTHONPATH": "",
    "CONDA PATH": "",
    "USE UDF SERVER": "False",
    # Where passing files lie, as the shell knows it: VBA itself loses letters beyond the code page.
    "TEMP DIR": "%TEMP%",
    "SHOW_ERROR_POPUPS": "True",  # else an error becomes a sheet of the master
}


class Module(NamedTuple):
    """A VBA module as it was exported."""

    name: str
    source: str
    is_class: bool


def read_modules() -> list[Module]:
    """Return xlwings' modules word for word; raise MissingPart for one that is not there or not readable."""
    return [_read_module(name) for name in SOURCES]


def _read_module(name: str) -> Module:
    # Found, not imported: xlwings would connect to Excel.
    package = find_spec("xlwings")
    try:
        source = (Path(str(package and package.origin)).parent / name).read_text(encoding="ascii")
    except (OSError, UnicodeError) as error:
        raise MissingPart(name=name) from error
    found = _NAME.search(source)
    if not found:
        raise MissingPart(name=name)
    return Module(found[1], source, name.endswith(".cls"))


def draw_settings(workbook: Workbook, styles: Styles, interpreter: str) -> None:
    """Add the sheet that tells xlwings which Python to start: the one that stands in «Cấu hình»."""
    sheet, look = workbook.add_worksheet(SHEET), styles.get()
    sheet.very_hidden()
    for row, key in enumerate(INTERPRETER):
        sheet.write_string(row, 0, key, look)
        sheet.write_formula(row, 1, f"={PYTHON}", look, interpreter)
    for row, (key, value) in enumerate(FIXED.items(), len(INTERPRETER)):
        sheet.write_string(row, 0, key, look)
        if value:
            sheet.write_string(row, 1, value, look)
