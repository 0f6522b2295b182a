"""README promises exactly what a test of this folder follows."""

from __future__ import annotations

import importlib
from pathlib import Path

from tests.how_to_add.tree_copy import TOP, promises

MODULES = sorted(path.stem for path in Path(__file__).parent.glob("test_a*_*.py"))


def test_each_promise_of_readme_has_its_test_and_none_is_made_without() -> None:
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    modules = [importlib.import_module(f"tests.how_to_add.{name}") for name in MODULES]
    assert set(promises(readme)) == {module.PROMISE for module in modules}
