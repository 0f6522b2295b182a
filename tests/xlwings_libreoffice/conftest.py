"""A real LibreOffice, one per worker on a profile of its own, as an ordinary xlwings script finds it."""

from __future__ import annotations

import shutil
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
def book(office: Any) -> Iterator[Any]:
    made = office.books.add()
    yield made
    made.close()


@pytest.fixture
def sheet(book: Any) -> Any:
    return book.sheets[0]
