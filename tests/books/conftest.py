"""A real LibreOffice for the tests of open workbooks: one per worker, on a profile of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.xlwings_libreoffice.conftest import office, open_in_libreoffice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["office", "open_in_excel", "open_in_libreoffice"]


@pytest.fixture(scope="session")
def built_master(small_master: Path) -> Path:
    """A fresh master of eight units: what a workbook does to a few rows it does to many."""
    return small_master


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
