"""«setup»: a staff machine made ready, and told what was done; safe to run again."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.building.new_master import (
    NEXT_YEAR_FROM,
    NewMaster,
    Order,
    make_master,
    master_path,
    working_folders,
)
from khoagiao_xl.doors.doctor_in_terminal import case_of
from khoagiao_xl.doors.shortcut import place_shortcut
from khoagiao_xl.errors import KhoaGiaoError
from khoagiao_xl.installing.ascii_places import choose_place
from khoagiao_xl.installing.bundle_names import OFFICE_FOLDER, PROGRAM
from khoagiao_xl.machine.check_up import CheckUp
from khoagiao_xl.machine.examination import examine
from khoagiao_xl.machine.master_state import MASTERS
from khoagiao_xl.machine.office_checks import excel_path, libreoffice_path
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.building import Office
    from khoagiao_xl.model.results import Outcome

_BROKEN: Final = 2
OPEN_MARK: Final = "~$"  # of Excel, beside a workbook that is open


@dataclass
class _Setup:
    """What is being made ready. told: what was done, in order; paths: what was written."""

    case: CheckUp
    master: Path
    now: datetime
    told: list[str] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)

    def tell(self, code: str, **facts: object) -> None:
        """Say something of the work; `name` is the master's, unless it is another one's."""
        named = {"name": self.master.name, **facts}
        told = sentence(code, named)
        self.told.append(told)


def set_up(folder: Path | None, now: datetime, desktop: Path | None = None) -> Outcome:
    """Make folder, master of this year, working folders and shortcut; what is there already stays.

    folder: None for the one the program was installed in. Raise CannotWrite, WrongRequest (CD-05).
    """
    named = folder or usual_place()
    place = named.absolute()
    files.make_folder(place)
    master = place / master_path(None, now.year)
    case = case_of(master, now, folder=place)
    setup = _Setup(case, master, now)
    if master.exists():
        _keep(setup)
    else:
        _make(setup)
    _place_shortcut(setup, desktop)
    _tell_of_other_years(setup)
    return _examined(setup)


def usual_place() -> Path:
    """Return the folder of the office: that of the installed program, or where one would be installed."""
    python = Path(sys.executable)
    program = python.parent.parent
    if program.name == PROGRAM:
        return program.parent
    if sys.platform == "win32":
        return choose_place("", os.environ)
    return Path.home() / OFFICE_FOLDER


def _make(setup: _Setup) -> None:
    """Make the master of this year with its folders: out of last year's, where that lies there."""
    order = Order(
        path=setup.master,
        year=setup.now.year,
        office=office_of(setup.case),
        python=sys.executable,
    )
    made = _made_from_last_year(setup, order) or _made_of_samples(setup, order)
    setup.paths += [made.path, *made.folders]
    folders = len(made.folders)
    setup.tell("CD-44", count=folders, made=folders)
    setup.told += made.notes


def _made_from_last_year(setup: _Setup, order: Order) -> NewMaster | None:
    """Return the master with last year's units and settings; None, and told why, where there are none."""
    name = master_path(None, setup.now.year - 1)
    last = setup.case.folder / name
    if not last.is_file():
        return None
    today = setup.now.date()
    try:
        made = make_master(replace(order, last=last), today)
    except KhoaGiaoError as error:
        setup.tell("CD-52", last=last.name, reason=error)
        return None
    setup.tell("CD-51", year=order.year, last=last.name, units=len(made.profile.units))
    return made


def _made_of_samples(setup: _Setup, order: Order) -> NewMaster:
    today = setup.now.date()
    made = make_master(order, today)
    setup.tell("CD-41", year=order.year, units=len(made.profile.units))
    return made


def office_of(case: CheckUp) -> Office:
    """Return the office program whose macros a new master gets: Excel, unless only LibreOffice is there."""
    if excel_path(case) or not libreoffice_path(case):
        return "excel"
    return "libreoffice"


def _keep(setup: _Setup) -> None:
    """Leave the master as it is, and make those of its folders that are not there."""
    setup.tell("CD-42")
    year = setup.case.year
    if year is None:
        setup.tell("CD-43", reason=setup.case.refusal)
        return
    settings = year.settings
    named = working_folders(setup.master, settings.folders, settings.year)
    made = 0
    for folder in named:
        if not folder.is_dir():
            files.make_folder(folder)
            setup.paths.append(folder)
            made += 1
    setup.tell("CD-44", count=len(named), made=made)


def _place_shortcut(setup: _Setup, desktop: Path | None) -> None:
    try:
        path = place_shortcut(setup.master, desktop)
    except KhoaGiaoError as error:  # a machine without a desktop
        setup.tell("CD-46", reason=error)
        return
    setup.paths.append(path)
    setup.tell("CD-45", name=path.name, folder=path.parent)


def _tell_of_other_years(setup: _Setup) -> None:
    """Say which other masters lie there, and from October on how next year's is made."""
    others: list[str] = []
    for path in setup.case.folder.glob(MASTERS):
        is_mark = path.name.startswith(OPEN_MARK)
        if path != setup.master and not is_mark:
            others.append(path.name)
    year = setup.now.year
    if others:
        others.sort()
        setup.tell("CD-50", names=", ".join(others), year=year)
    if setup.now.month >= NEXT_YEAR_FROM:
        following = year + 1
        setup.tell("CD-47", year=following)


def _examined(setup: _Setup) -> Outcome:
    """Return what the checks come to after the work, with what was done."""
    seen = examine(setup.case)
    code = "CD-49" if seen.status == _BROKEN else "CD-48"
    facts = {**seen.counts, "folder": setup.case.folder, "name": setup.master.name}
    told = sentence(code, facts)
    return replace(
        seen,
        sentence=told,
        details=(*setup.told, *seen.details),
        paths=tuple(setup.paths),
    )
