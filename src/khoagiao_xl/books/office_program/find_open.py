"""Finding the master where it stands open: in Excel, or in a LibreOffice that can be reached."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from khoagiao_xl import files
from khoagiao_xl.books.office_program.live_book import LiveBook
from khoagiao_xl.books.office_program.office_trouble import is_busy, is_foreign, patiently, telling
from khoagiao_xl.books.office_program.programs import PROGRAMS, Program
from khoagiao_xl.books.office_program.xlwings_loading import load_xlwings
from khoagiao_xl.errors import NotNow, OpenElsewhere
from khoagiao_xl.files import locks

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOKS: Final = 3
Refusals = list[Exception]  # of programs that are busy; the master may be open in one of them


def find_open(path: Path) -> LiveBook | None:
    """Return the master if it is open in an office program that answers, else None.

    It is known by its full path, whichever workbook is in front. Raise NotNow when it is open read-only, or
    straight from OneDrive, or when a program is busy that may have it open.
    """
    if sys.platform != "win32" and not _has_mark(path, ".~lock.{}#"):
        return None  # xlwings need not even be imported
    found = _look_for(path)
    if found is None and sys.platform == "win32" and _is_held(path):
        # xlwings goes from window to window, and no further when one of them closes meanwhile.
        return _look_for(path)
    return found


def _look_for(path: Path) -> LiveBook | None:
    refusals: Refusals = []
    for program, book in _open_books(refusals):
        try:
            if _is_open_in(program, book, path):
                return LiveBook(book, program)
        except NotNow as refusal:
            if refusal.code != "SO-01":
                raise
            refusals.append(refusal)
    if refusals and _is_held(path):
        raise NotNow("SO-01", office="Excel", name=path.name) from refusals[0]
    return None


def _is_held(path: Path) -> bool:
    """Whether some program has the master open, as its mark or the system says."""
    try:
        locks.refuse_if_held(path)
    except OpenElsewhere:
        return True
    except OSError:  # it has been moved away: whoever works on it will say so
        return False
    return False


def _has_mark(path: Path, pattern: str) -> bool:
    """Whether the mark of an open file lies beside the master, or beside the file that a link leads to."""
    for place in {path, files.behind_link(path)}:
        name = pattern.format(place.name)
        mark = place.with_name(name)
        if mark.exists():
            return True
    return False


def _is_open_in(program: Program, book: Any, path: Path) -> bool:
    """Whether an xlwings Book is the master."""
    with telling(program.name, path.name, lambda: None):
        address = patiently(partial(program.address, book))
    return _is_same(address, path)


def _is_same(address: str, path: Path) -> bool:
    if "://" in address:
        # The folder that OneDrive keeps in step has the same file under a path of its own.
        _, _, last = address.rpartition("/")
        name = unquote(last)
        if name == path.name:
            raise NotNow("SO-03", address=address)
        return False
    try:
        return Path(address).samefile(path)
    except OSError:  # never saved, or moved away since: what works in it will miss the file
        return Path(address) == path


def _open_books(refusals: Refusals) -> Iterator[tuple[Program, Any]]:
    """Yield every workbook that is open, as an xlwings Book, with the program that has it open."""
    engines = load_xlwings().engines
    if "excel" in engines.engines_by_name:
        for book in _books_in_excel(engines["excel"].apps, refusals):
            yield PROGRAMS["excel"], book
    libreoffice = _libreoffice()
    if libreoffice is not None:
        for book in filter(_answers, libreoffice.books):
            yield PROGRAMS["libreoffice"], book


def _answers(book: Any) -> bool:
    """Whether a workbook of LibreOffice is there: one that is just closing raises, whatever it is asked."""
    try:
        return bool(book.fullname)
    except Exception:  # noqa: BLE001  # one of several kinds, all of which say that it is gone
        return False


def _books_in_excel(apps: Any, refusals: Refusals) -> Iterator[Any]:
    """Yield the workbooks of every Excel that answers.

    Some windows give no workbooks at all: a preview, another program that calls itself Excel, one that ends.
    """
    for app in _running(apps):
        try:
            books = patiently(partial(_books_of, app))
        except Exception as error:
            if is_busy(error):
                refusals.append(error)
            elif not _is_of_windows(error):
                raise
        else:
            yield from books


def _running(apps: Any) -> list[Any]:
    """Return the Excels that have a window, looked for again when one goes while it is looked at."""
    for _ in range(_LOOKS):
        try:
            return list(apps)
        except Exception as error:
            if not _is_of_windows(error):
                raise
    return []


def _is_of_windows(error: Exception) -> bool:
    """Whether Windows or the program behind a window raised it, and not our own code."""
    is_api = hasattr(error, "funcname")  # pywintypes.error
    return isinstance(error, OSError) or is_foreign(error) or is_api


def _books_of(app: Any) -> list[Any]:
    return list(app.books)


def _libreoffice() -> Any:
    """Return the user's running LibreOffice as an xlwings App, or None."""
    from xlwings_libreoffice import connection, register

    if not connection.can_reach():
        return None
    apps = register().impl.apps
    found = apps.reach(connection.usual_pipe(), ask=True)
    if found is None:
        return None
    return load_xlwings().App(impl=found)
