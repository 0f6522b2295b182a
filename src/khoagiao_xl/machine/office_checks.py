"""Which office programs there are, and whether Python can speak with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.machine.check_result import broken, notice, sound, unseen
from khoagiao_xl.machine.windows_registry import CLASSES, EVERYBODY, USER

if TYPE_CHECKING:
    from khoagiao_xl.machine.check_result import Seen
    from khoagiao_xl.machine.check_up import CheckUp

APP_PATHS: Final = r"Software\Microsoft\Windows\CurrentVersion\App Paths"
EXCEL_CLASS: Final = r"Excel.Application\CLSID"
_OURS: Final = "excel.exe"  # the file of Microsoft's own
_LIBREOFFICES: Final = ("soffice", "libreoffice")


def office_program(case: CheckUp) -> Seen:
    """What the master can be opened with."""
    excel = excel_path(case)
    libreoffice = libreoffice_path(case)
    if excel:
        return sound("MAY-301", excel=excel)
    if libreoffice:
        return sound("MAY-302", libreoffice=libreoffice)
    return broken("MAY-303")


def excel_path(case: CheckUp) -> str:
    """Return where Excel lies by the registry; blank for none, and where there is no registry."""
    return _registered(case, _OURS)


def libreoffice_path(case: CheckUp) -> str:
    """Return where LibreOffice lies; blank for none."""
    for name in _LIBREOFFICES:
        found = case.machine.find_program(name)
        if found:
            return found
    return _registered(case, "soffice.exe")


def _registered(case: CheckUp, program: str) -> str:
    if case.registry is None:
        return ""
    key = rf"{APP_PATHS}\{program}"
    for root in (USER, EVERYBODY):
        found = case.registry.value(root, key)
        if found:
            return str(found).strip('"')
    return ""


def wps(case: CheckUp) -> Seen:
    """Whether WPS Office has taken the name under which Excel is asked for."""
    if case.registry is None:
        return unseen("MAY-001")
    server = _server_of_excel(case)
    if not server:
        return unseen("MAY-313")
    if _OURS in server.lower():
        return sound("MAY-311")
    return broken("MAY-312", path=server)


def _server_of_excel(case: CheckUp) -> str:
    """Return the command behind «Excel.Application», blank for none."""
    registry: Any = case.registry
    number = registry.value(CLASSES, EXCEL_CLASS)
    if not number:
        return ""
    for server in ("LocalServer32", "InprocServer32"):
        command = registry.value(CLASSES, rf"CLSID\{number}\{server}")
        if command:
            return str(command)
    return ""


def bridge(case: CheckUp) -> Seen:
    """Whether this Python can speak with LibreOffice."""
    if not libreoffice_path(case):
        return unseen("MAY-323")
    path = case.machine.place_of("uno")
    if path is None:
        return notice("MAY-322")
    return sound("MAY-321", path=path)
