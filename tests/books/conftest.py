"""A real LibreOffice for the tests of open workbooks: one per worker, on a profile of its own."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def office() -> Iterator[Any]:
    """A LibreOffice as an xlwings App; nothing of it is left at the end."""
    from xlwings_libreoffice import connection, register

    if not shutil.which("soffice") or not connection.can_reach():
        pytest.skip("cần LibreOffice và python3-uno")
    import xlwings

    app = xlwings.App(impl=register().impl.apps.add(visible=False))
    yield app
    app.impl.kill(by_force=False)


@pytest.fixture(scope="session")
def built_master(small_master: Path) -> Path:
    """A fresh master of three units: what a workbook does to a few rows it does to many."""
    return small_master


@pytest.fixture
def open_in_libreoffice(office: Any) -> Iterator[Callable[[Path], Any]]:
    """Open a file anew, as an xlwings Book; whatever is still open is closed at the end."""

    def load(path: Path) -> Any:
        for book in office.books:
            if book.fullname == str(path):
                book.close()
        return office.books.open(str(path))

    yield load
    for book in list(office.books):
        book.close()


@pytest.fixture
def open_in_excel() -> Iterator[Callable[[Path], Any]]:
    """The same in Excel, where there is one; asked for with `-m excel` only."""
    if sys.platform != "win32":
        pytest.skip("cần Excel trên Windows")
    from khoagiao_xl.books.office_program.xlwings_loading import load_xlwings

    app = load_xlwings().App(visible=False, add_book=False)

    def load(path: Path) -> Any:
        for book in app.books:
            book.close()
        return app.books.open(str(path))

    yield load
    app.kill()
