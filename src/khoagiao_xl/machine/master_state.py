"""A master: readable, of today's layout, of this year, with the right Python, its folders and its copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.errors import KhoaGiaoError
from khoagiao_xl.files import backups, locks
from khoagiao_xl.machine.check_result import broken, notice, sound, unseen
from khoagiao_xl.office.settings import FOLDER_KEYS

if TYPE_CHECKING:
    from khoagiao_xl.machine.check_result import Seen
    from khoagiao_xl.machine.check_up import CheckUp

MASTERS: Final = "*.xlsm"
_NAMED: Final = 6  # columns in a sentence


def master_file(case: CheckUp) -> Seen:
    """Whether the master can be read, and is of today's layout."""
    if case.master is None:
        return unseen("MAY-002")
    name = case.master.name
    if case.refusal:
        return broken("MAY-602", reason=case.refusal)
    lacking = case.lacking
    if lacking:
        shown = lacking[:_NAMED]
        more = ["…"] if len(lacking) > _NAMED else []
        return notice("MAY-603", name=name, lacking=", ".join([*shown, *more]))
    return sound("MAY-601", name=name)


def year_of_master(case: CheckUp) -> Seen:
    """Whether the master is of the year that runs."""
    if case.year is None:
        return case.without_year
    year = case.year.settings.year
    now = case.now.year
    if year < now:
        name = case.year.path.name
        return notice("MAY-612", year=year, now=now, name=name)
    return sound("MAY-611", year=year)


def python_of_master(case: CheckUp) -> Seen:
    """Whether the buttons of the master start this very Python."""
    if case.year is None:
        return case.without_year
    named = case.year.settings.python
    right = str(case.machine.python)
    if not named:
        return broken("MAY-624", right=right)
    found = case.machine.find_program(named)  # a bare name is looked for where the system looks
    if found is None:
        return broken("MAY-622", path=named, right=right)
    if not Path(found).samefile(case.machine.python):
        return notice("MAY-623", path=found, right=right)
    return sound("MAY-621")


def opened(case: CheckUp) -> Seen:
    """Which masters of the folder are open now: of two years at once, the wrong button is soon pressed."""
    found = [path.name for path in sorted(case.folder.glob(MASTERS)) if locks.is_open(path)]
    names = ", ".join(found)
    if len(found) > 1:
        return notice("MAY-633", count=len(found), names=names)
    if found:
        return sound("MAY-632", names=names)
    return sound("MAY-631")


def copies(case: CheckUp) -> Seen:
    """Whether the newest copy made before an action can be gone back to."""
    if case.year is None:
        return case.without_year
    storage = case.year.storage
    found = backups.backups_of(storage.master, storage.backups)
    if not found:
        return sound("MAY-642")
    newest = found[-1]
    try:
        FileBook(newest, may_be_open=True)
    except (KhoaGiaoError, OSError) as error:
        return broken("MAY-643", name=newest.name, reason=error)
    return sound("MAY-641", count=len(found), name=newest.name)


def folders(case: CheckUp) -> Seen:
    """Whether the folders of «Cấu hình» are there."""
    if case.year is None:
        return case.without_year
    named = folders_of(case)
    lost = [folder.name for folder in named if not folder.is_dir()]
    if lost:
        return notice("MAY-652", names=", ".join(lost))
    return sound("MAY-651", count=len(named))


def folders_of(case: CheckUp) -> list[Path]:
    """Return the folders that the master names, without the ones of each period."""
    year = case.year
    if year is None:
        return []
    found = []
    for key, name in year.settings.folders.items():
        top = name.split("{ky}")[0]
        if key.startswith(FOLDER_KEYS) and top:
            found.append(year.storage.folder(top, ""))
    return found
