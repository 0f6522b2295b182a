"""Finding the master where it stands open: in Excel, or in a LibreOffice that can be reached."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from khoagiao_xl import files
from khoagiao_xl.books.office_program.live_book import LiveBook
from khoagiao_xl.books.office_program.office_trouble import is_busy, is_foreign, patiently, telling
from khoagiao_xl.books.office_program.programs import program_of
from khoagiao_xl.books.office_program.xlwings_loading import load_xlwings
from khoagiao_xl.errors import NotNow

if TYPE_CHECKING:
    from collections.abc import Iterator

Refusals = list[Exception]  # of programs that are busy; the master may be open in one of them


def find_open(path: Path) -> LiveBook | None:
    """Return the master if it is open in an office program that answers, else None.

    It is known by its full path, whichever workbook is in front. Raise NotNow when it is open read-only, or
    straight from OneDrive, or when a program is busy that may have it open.
    """
    if sys.platform != "win32" and not _has_mark(path, ".~lock.{}#"):
        return None  # xlwings need not even be imported
    refusals: Refusals = []
    for book in _open_books(refusals):
        if _is_open_in(book, path, refusals):
            return LiveBook(book)
    if refusals and _has_mark(path, "~${}"):
        raise NotNow("SO-01", office="Excel", name=path.name) from refusals[0]
    return None


def _has_mark(path: Path, pattern: str) -> bool:
    """Whether the mark of an open file lies beside the master, or beside the file that a link leads to."""
    for place in {path, files.behind_link(path)}:
        name = pattern.format(place.name)
        mark = place.with_name(name)
        if mark.exists():
            return True
    return False


def _is_open_in(book: Any, path: Path, refusals: Refusals) -> bool:
    """Whether an xlwings Book is the master."""
    program = program_of(book)
    try:
        with telling(program.name, path.name, lambda: None):
            address = patiently(partial(program.address, book))
    except NotNow as refusal:
        if refusal.code != "SO-01":
            raise
        refusals.append(refusal)
        return False
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


def _open_books(refusals: Refusals) -> Iterator[Any]:
    """Yield every workbook that is open, as an xlwings Book."""
    engines = load_xlwings().engines
    if "excel" in engines.engines_by_name:
        yield from _books_in_excel(engines["excel"].apps, refusals)
    libreoffice = _libreoffice()
    if libreoffice is not None:
        yield from filter(_answers, libreoffice.books)


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
    for app in apps:
        try:
            books = patiently(partial(_books_of, app))
        except Exception as error:
            if is_busy(error):
                refusals.append(error)
            elif not isinstance(error, OSError) and not is_foreign(error):
                raise
        else:
            yield from books


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
