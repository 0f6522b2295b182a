"""The house stays in order: imports go down or stay, steps never meet, heavy things stay where they belong."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "khoagiao_xl"
FLOORS = (
    ("errors", "files", "wording", "vietnamese"),
    ("model",),
    ("package", "tables", "books", "storage", "profiles", "duties"),
    ("rules", "documents", "mail", "forms", "intake", "adding", "planning", "inspection"),
    ("steps", "building", "actions"),
    (
        "answer",
        "outcome",
        "progress",
        "manual",
        "rule_tables",
        "cli",
        "buttons",
        "demo",
        "opening",
        "window",
        "desk",
        "shortcut",
        "__main__",
        "__init__",
    ),
)
FLOOR = {name: floor for floor, names in enumerate(FLOORS) for name in names}
FILES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names]
                if node.module == "khoagiao_xl"
                else []
            )
            found += names or [node.module]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_down_or_stay(path: Path) -> None:
    own = FLOOR[room(path)]
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "khoagiao_xl" and len(parts) > 1 and parts[1] in FLOOR:
            assert FLOOR[parts[1]] <= own, f"{path.name} imports {name} from a higher floor"


@pytest.mark.parametrize("path", sorted((SOURCE / "steps").glob("*.py")), ids=lambda path: path.name)
def test_a_step_imports_no_other_step(path: Path) -> None:
    assert not [name for name in imports(path) if name.startswith("khoagiao_xl.steps")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_model_and_the_rules_need_nothing_but_the_standard_library(path: Path) -> None:
    if room(path) in {"model", "rules", "vietnamese", "wording"}:
        foreign = {name.split(".")[0] for name in imports(path)} - {"khoagiao_xl"} - sys.stdlib_module_names
        assert not foreign


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_books_and_buttons_may_know_xlwings_and_nothing_its_paid_part(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert room(path) in {"books", "buttons"} or not any(
        name.split(".")[0] == "xlwings" for name in imports(path)
    )
    for forbidden in ("xlwings.pro", "xlwings.reports", "render_template("):
        assert forbidden not in text


def test_every_room_of_the_house_has_a_floor() -> None:
    rooms = {room(path) for path in FILES}
    assert rooms <= FLOOR.keys()
