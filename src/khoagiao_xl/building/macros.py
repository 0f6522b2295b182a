"""Macros into a finished workbook: one document module per sheet, and the modules of macros/."""

from __future__ import annotations

from pathlib import Path
from typing import Final

# In the tree beside src/; a checkout is the way the product comes today.
MACROS: Final = Path(__file__).resolve().parents[3] / "macros"
COMMON: Final = (MACROS / "KhoaGiao.bas",)
OWN: Final = {"excel": (), "libreoffice": (MACROS / "libreoffice" / "RunPython.bas",)}
EVENTS: Final = {"libreoffice": MACROS / "libreoffice" / "ThisWorkbook.bas"}  # into the workbook's own module


def add_macros(path: Path, for_office: str) -> None:
    """Give the macro workbook `path`, which has no macros yet, the modules of `for_office`."""
    from pyopenvba import ExcelFile

    with ExcelFile(path) as workbook:
        project = workbook.add_vba_project()
        for source in (*COMMON, *OWN[for_office]):
            project.add_module(*_read_module(source))
        if for_office in EVENTS:
            workbook.set_module("ThisWorkbook", EVENTS[for_office].read_text(encoding="ascii"))
        workbook.save()


def _read_module(source: Path) -> tuple[str, str]:
    """Return the name and the code of an exported module; its first line holds the name."""
    first, code = source.read_text(encoding="ascii").split("\n", 1)
    return first.split('"')[1], code
