"""The measure that `python3 run.py lint` holds the tree to: which comprehensions it names, what it counts."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "lint" / "density.py"


@pytest.fixture(scope="module")
def density() -> Any:
    specification = importlib.util.spec_from_file_location("density", SCRIPT)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    sys.modules["density"] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("[a for a in b if a]", ""),
        ("[a if a else 0 for a in b]", ""),
        ("[a for b in c for a in b]", "a comprehension with two loops"),
        ("[a for a in b if a if c]", "a comprehension with two conditions"),
        ("{a: [c for c in a] for a in b}", "a comprehension inside a comprehension"),
        ("[f(a if a else 0) for a in b]", "a conditional inside a call inside a comprehension"),
    ],
)
def test_a_comprehension_is_one_loop_with_one_condition(density: Any, written: str, fault: str) -> None:
    assert density._fault_of(ast.parse(written, mode="eval").body) == fault


def test_docstrings_comments_and_blank_lines_carry_nothing(density: Any) -> None:
    file = density.SOURCE / "khoagiao_xl" / "__init__.py"
    code = density._lines_of_code('"""One."""\n\n# why\nvalue = 1\n')
    assert (density._room_of(file), code) == ("khoagiao_xl", {1, 4})


def test_a_room_above_its_limit_or_without_one_fails(density: Any) -> None:
    rooms = {"model": density.Room(nodes=90, lines=10), "new": density.Room(nodes=10, lines=10)}
    assert list(density._complaints(rooms, {"model": 8.5})) == [
        "model: 9.0 nodes a line, above 8.5",
        "new: no limit in pyproject.toml, [tool.khoagiao_xl.density]",
    ]
