"""Finding the master where it stands open: in Excel, or in a LibreOffice that can be reached."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from khoagiao_xl.books.live_book import LiveBook
from khoagiao_xl.books.office_program.office_trouble import patiently, telling
from khoagiao_xl.books.office_program.programs import program_of
from khoagiao_xl.books.office_program.xlwings_loading import load_xlwings
from khoagiao_xl.errors import NotNow

if TYPE_CHECKING:
    from collections.abc import Iterator


def find_open(path: Path) -> LiveBook | None:
    """Return the master if it is open in an office program that answers, else None.

    It is known by its full path, whichever workbook is in front. Raise NotNow when it is open read-only, or
    straight from OneDrive.
    """
    if sys.platform != "win32" and not path.with_name(f".~lock.{path.name}#").exists():
        return None  # xlwings need not even be imported
    for book in _open_books():
        program = program_of(book)
        with telling(program.name, path.name, lambda: None):
            address = patiently(partial(program.address, book))
        if address and _is_same(address, path):
            return LiveBook(book)
    return None


def _open_books() -> Iterator[Any]:
    xlwings = load_xlwings()
    if "excel" in xlwings.engines.engines_by_name:
        for app in xlwings.engines["excel"].apps:
            yield from app.books
    app = _libreoffice()
    if app is not None:
        yield from app.books


def _libreoffice() -> Any:
    """Return the user's running LibreOffice as an xlwings App, or None."""
    from xlwings_libreoffice import connection, register

    if not connection.can_reach():
        return None
    found = register().impl.apps.reach(connection.usual_pipe(), ask=True)
    return load_xlwings().App(impl=found) if found else None


def _is_same(fullname: str, path: Path) -> bool:
    if "://" in fullname:
        # The folder that OneDrive keeps in step has the same file under a path of its own.
        if unquote(fullname.rsplit("/", 1)[-1]) == path.name:
            raise NotNow("SO-03", address=fullname)
        return False
    try:
        return Path(fullname).samefile(path)
    except OSError:  # never saved, or moved away since: what works in it will miss the file
        return Path(fullname) == path
