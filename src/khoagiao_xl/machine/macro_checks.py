"""Whether Excel lets the macros run, and lets them start Python: as far as it can be read without rights.

Access to the VBA project («AccessVBOM») is not needed: macros are put into the file, not into Excel.
"""

from __future__ import annotations

import os
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from khoagiao_xl.machine.check_result import broken, notice, sound, unseen
from khoagiao_xl.machine.office_checks import excel_path
from khoagiao_xl.machine.windows_registry import EVERYBODY, USER
from khoagiao_xl.wording.machine_checks import ASR_STATES, BY_POLICY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.machine.check_result import Seen
    from khoagiao_xl.machine.check_up import CheckUp

OFFICE: Final = r"Microsoft\Office\16.0"
SECURITY: Final = rf"{OFFICE}\Excel\Security"
BY_OFFICE, BY_PERSON = rf"Software\Policies\{SECURITY}", rf"Software\{SECURITY}"
WARNINGS: Final = "VBAWarnings"
ALL, ASKS, SIGNED, NONE = 1, 2, 3, 4  # what VBAWarnings says
LOCATIONS: Final = r"Trusted Locations"
CMD: Final = (r"Software\Policies\Microsoft\Windows\System", "DisableCMD")
# «Block all Office applications from creating child processes»
RULE: Final = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
GUARD: Final = r"Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
RULES: Final = (rf"SOFTWARE\Policies\Microsoft\{GUARD}", rf"SOFTWARE\Microsoft\{GUARD}")
AUDIT: Final = 2
_MARK: Final = ":Zone.Identifier"  # of the stream in which Windows keeps where a file came from


class _MacroSetting(NamedTuple):
    level: int
    by: str  # blank where the person chose it


def macros(case: CheckUp) -> Seen:
    """Whether the macros of a master in this folder run."""
    if case.registry is None:
        return unseen("MAY-001")
    if not excel_path(case):
        return unseen("MAY-005")
    setting = _macro_setting(case)
    folder = case.folder
    if _is_trusted(case):
        return sound("MAY-402", folder=folder)
    if setting.level == ALL:
        return notice("MAY-405", by=setting.by)
    if setting.level == SIGNED:
        return broken("MAY-404", by=setting.by, folder=folder)
    if setting.level == NONE:
        return broken("MAY-403", by=setting.by, folder=folder)
    return sound("MAY-401")


def _macro_setting(case: CheckUp) -> _MacroSetting:
    registry: Any = case.registry
    for key, by in ((BY_OFFICE, BY_POLICY), (BY_PERSON, "")):
        level = registry.value(USER, key, WARNINGS)
        if level is not None:
            return _MacroSetting(int(level), by)
    return _MacroSetting(ASKS, "")


def _is_trusted(case: CheckUp) -> bool:
    folder = PureWindowsPath(case.folder)
    for place, with_parts in _trusted_places(case):
        is_below = with_parts and folder.is_relative_to(place)
        if folder == place or is_below:
            return True
    return False


def _trusted_places(case: CheckUp) -> Iterator[tuple[PureWindowsPath, bool]]:
    """Yield each trusted folder, and whether those below it are trusted, too."""
    registry: Any = case.registry
    for settings in (BY_OFFICE, BY_PERSON):
        top = rf"{settings}\{LOCATIONS}"
        for name in registry.keys_below(USER, top):
            key = rf"{top}\{name}"
            path = registry.value(USER, key, "Path")
            below = registry.value(USER, key, "AllowSubFolders")
            if path:
                place = os.path.expandvars(path)
                yield PureWindowsPath(place), bool(below)


def web_mark(case: CheckUp) -> Seen:
    """Whether Windows takes the master for something from the network."""
    if not case.machine.is_windows:
        return unseen("MAY-001")
    if case.master is None:
        return unseen("MAY-002")
    stream = Path(f"{case.master}{_MARK}")
    if stream.exists():
        return broken("MAY-432")
    return sound("MAY-431")


def command_line(case: CheckUp) -> Seen:
    """Whether a button may go through cmd, by which xlwings starts Python."""
    if case.registry is None:
        return unseen("MAY-001")
    key, name = CMD
    if case.registry.value(USER, key, name):
        return broken("MAY-412")
    return sound("MAY-411")


def child_processes(case: CheckUp) -> Seen:
    """Whether Defender keeps Office from starting Python, as far as its rules can be read."""
    registry = case.registry
    if registry is None:
        return unseen("MAY-001")
    try:
        found = [registry.value(EVERYBODY, key, RULE) for key in RULES]
    except PermissionError as error:
        return unseen("MAY-004", reason=error.strerror)
    states = [int(value) for value in found if value is not None]
    for state in states:
        if state in ASR_STATES:
            return broken("MAY-422", state=ASR_STATES[state], path=case.machine.python)
    if AUDIT in states:
        return notice("MAY-423")
    return sound("MAY-421")
