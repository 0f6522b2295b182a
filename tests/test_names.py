"""A name stands for one thing: no two files and no two classes of the product share one."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.conftest import TOP

PRODUCT = TOP / "src" / "khoagiao_xl"
FILES = sorted(PRODUCT.rglob("*.py"))
OF_EVERY_PACKAGE = {"__init__.py", "__main__.py"}


def test_no_two_files_of_the_product_share_a_name() -> None:
    names = [path.name for path in FILES if path.name not in OF_EVERY_PACKAGE]
    assert sorted(names) == sorted(set(names))


def test_no_two_classes_of_the_product_share_a_name() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path.name)
    assert not {name: where for name, where in places.items() if len(where) > 1}
