"""Macros into a finished workbook: a document module per sheet, the modules of macros/, a Sub per action."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.building.plain_project import with_plain_header, write_anew

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.actions import Action
    from khoagiao_xl.building.standalone import Module


def _macros() -> Path:
    """Return the folder of the macros: beside src/ in a checkout, among the data of the bundle's wheel."""
    here = Path(__file__).resolve()
    tree = here.parents[3]
    if (tree / "pyproject.toml").is_file():
        return tree / "macros"
    return here.parents[1] / "data" / "macros"


MACROS: Final = _macros()
COMMON: Final = (MACROS / "KhoaGiao.bas",)
OWN: Final = {"excel": (), "libreoffice": (MACROS / "libreoffice" / "RunPython.bas",)}
# The line of KhoaGiao.bas in whose place a Sub stands for each action.
BUTTONS: Final = "' [the Subs of the buttons are drawn here when a master is built]\n"
EVENTS: Final = {"libreoffice": MACROS / "libreoffice" / "ThisWorkbook.bas"}  # into the workbook's own module


def add_macros(path: Path, for_office: str, others: Iterable[Module]) -> None:
    """Give the macro workbook `path`, which has no macros yet, those of `for_office` and these others."""
    from pyopenvba import ExcelFile, VBAModuleKind

    with ExcelFile(path) as workbook:
        project = workbook.add_vba_project()
        for source in (*COMMON, *OWN[for_office]):
            project.add_module(*read_module(source))
        if for_office in EVENTS:
            workbook.set_module("ThisWorkbook", EVENTS[for_office].read_text(encoding="ascii"))
        for module in others:
            kind = VBAModuleKind.other if module.is_class else VBAModuleKind.standard
            project.add_module(module.name, module.source, kind=kind)
        write_anew(project.modules)
        workbook.save()
    plain = with_plain_header(path.read_bytes())
    path.write_bytes(plain)


def read_module(source: Path) -> tuple[str, str]:
    """Return the name and the code of an exported module; its first line holds the name."""
    text = source.read_text(encoding="ascii")
    first, code = text.split("\n", 1)
    _, name, *_ = first.split('"')
    subs = _button_subs()
    return name, code.replace(BUTTONS, subs)


def _button_subs() -> str:
    """Return the Sub behind each button: it hands its action to the one launcher."""
    return "\n".join(_button_sub(action) for action in ACTIONS.values())


def _button_sub(action: Action) -> str:
    return f'Public Sub {action.macro}()\n    KG_Run "{action.id}"\nEnd Sub\n'
