"""An Excel for the tests that ask for one; they run with `-m excel` only, and have never run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def excel() -> Iterator[Any]:
    """An Excel of our own, visible, with macros allowed for what it opens."""
    if sys.platform != "win32":
        pytest.skip("cần Excel trên Windows")
    from khoagiao_xl.books.office_program.xlwings_loading import load_xlwings

    app = load_xlwings().App(visible=True, add_book=False)
    yield app
    app.kill()
