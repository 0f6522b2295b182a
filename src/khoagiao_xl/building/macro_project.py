"""Macros into a finished workbook: one document module per sheet, and the modules of macros/."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.building.standalone import Module

# In the tree beside src/; a checkout is the way the product comes today.
MACROS: Final = Path(__file__).resolve().parents[3] / "macros"
COMMON: Final = (MACROS / "KhoaGiao.bas",)
OWN: Final = {"excel": (), "libreoffice": (MACROS / "libreoffice" / "RunPython.bas",)}
EVENTS: Final = {"libreoffice": MACROS / "libreoffice" / "ThisWorkbook.bas"}  # into the workbook's own module


def add_macros(path: Path, for_office: str, others: Iterable[Module] = ()) -> None:
    """Give the macro workbook `path`, which has no macros yet, those of `for_office` and these others."""
    from pyopenvba import ExcelFile, VBAModuleKind

    with ExcelFile(path) as workbook:
        project = workbook.add_vba_project()
        for source in (*COMMON, *OWN[for_office]):
            project.add_module(*_read_module(source))
        if for_office in EVENTS:
            workbook.set_module("ThisWorkbook", EVENTS[for_office].read_text(encoding="ascii"))
        for module in others:
            kind = VBAModuleKind.other if module.is_class else VBAModuleKind.standard
            project.add_module(module.name, module.source, kind=kind)
        workbook.save()


def _read_module(source: Path) -> tuple[str, str]:
    """Return the name and the code of an exported module; its first line holds the name."""
    first, code = source.read_text(encoding="ascii").split("\n", 1)
    return first.split('"')[1], code
