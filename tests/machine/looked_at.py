"""Machines as tests put them before the checks: any system, any registry, any folder."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from khoagiao_xl.building import default_tables
from khoagiao_xl.machine.check_up import CheckUp
from khoagiao_xl.machine.this_machine import Machine
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import Year

NOW = datetime(2024, 3, 1, 8)  # noqa: DTZ001  # the office's clock
HANOI = timedelta(hours=7)
USER, EVERYBODY, CLASSES = "HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE", "HKEY_CLASSES_ROOT"
EXCEL = {
    (EVERYBODY, r"Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe", ""): r"C:\Office\EXCEL.EXE",
    (CLASSES, r"Excel.Application\CLSID", ""): "{1}",
    (CLASSES, r"CLSID\{1}\LocalServer32", ""): r"C:\Office\EXCEL.EXE /automation",
}


@dataclass(frozen=True)
class PaperRegistry:
    """A registry of a test. values: (root, key, name) -> value; locked: keys nobody may look into."""

    values: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    locked: tuple[str, ...] = ()

    def value(self, root: str, key: str, name: str = "") -> Any | None:
        """Return a value as the registry does."""
        if any(part in key for part in self.locked):
            raise PermissionError(13, "Access is denied")
        return self.values.get((root, key, name))

    def keys_below(self, root: str, key: str) -> list[str]:
        """Return the names below a key."""
        begins = f"{key}\\"
        names = [
            known.removeprefix(begins).split("\\")[0]
            for top, known, _ in self.values
            if top == root and known.startswith(begins)
        ]
        return list(dict.fromkeys(names))


def machine(folder: Path, **facts: Any) -> Machine:
    """Return a machine of which everything is well, but for what is said; its TEMP is in `folder`."""
    passing = folder / "TEMP"
    passing.mkdir(exist_ok=True)
    sound = {
        "system": "linux",
        "python": Path(sys.executable),
        "bits": 64,
        "environment": {},
        "registry": None,
        "passing": passing,
        "zone": lambda: HANOI,
        "is_over_network": lambda _: False,
        "find_program": lambda _: None,
    }
    return Machine(**{**sound, **facts})


def windows(folder: Path, values: dict[tuple[str, str, str], Any] | None = None, **facts: Any) -> Machine:
    """Return a Windows with Excel, whose registry also holds `values`."""
    registry = PaperRegistry({**EXCEL, **(values or {})})
    told = {"system": "win32", "registry": registry, "python": Path("C:/KhoaGiao/python.exe"), **facts}
    return machine(folder, **told)


def case(folder: Path, on: Machine | None = None, year: Year | None = None, **facts: Any) -> CheckUp:
    """Return what is looked at: `folder` on a machine, with a master that says `year`."""
    looked = CheckUp(on or machine(folder), folder, NOW, **facts)
    if year:
        looked.__dict__["year"] = year
    return looked


def year_with(folder: Path, **settings: str) -> Year:
    """Return the year of a fresh master in `folder` with these settings."""
    profile = load_profile("2024")
    for key, value in settings.items():
        profile = profile.with_setting(key, value)
    return Year.of(default_tables(profile), folder / "KhoaGiao-2024.xlsm")
