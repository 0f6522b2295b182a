"""A new workbook in a real LibreOffice, as an ordinary xlwings script finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.books.conftest import office, open_in_libreoffice

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["book", "office", "open_in_libreoffice", "sheet"]


@pytest.fixture
def book(office: Any) -> Iterator[Any]:
    made = office.books.add()
    yield made
    made.close()


@pytest.fixture
def sheet(book: Any) -> Any:
    return book.sheets[0]
