"""docs/how-to-add.md promises exactly what a test of this folder follows."""

from __future__ import annotations

import importlib
from pathlib import Path

from tests.how_to_add.tree_copy import HOW_TO_ADD, TOP, promises

MODULES = sorted(path.stem for path in Path(__file__).parent.glob("test_a*_*.py"))


def test_each_promise_of_the_page_has_its_test_and_none_is_made_without() -> None:
    page = (TOP / HOW_TO_ADD).read_text(encoding="utf-8")
    modules = [importlib.import_module(f"tests.how_to_add.{name}") for name in MODULES]
    assert set(promises(page)) == {module.PROMISE for module in modules}
