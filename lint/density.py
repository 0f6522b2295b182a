"""One thought a line: how much a line carries, room by room, and comprehensions that hide a loop.

Measured are syntax nodes (of the `ast` module) a line of code in the bodies of functions, without docstrings,
comments and blank lines. pyproject.toml names what each room has reached; more fails. A comprehension has
one `for` and at most one `if`, holds no other one, and no conditional inside a call.

    python lint/density.py            fails where a room is above what it has reached
    python lint/density.py --show     also lists the densest functions of each room
"""

from __future__ import annotations

import ast
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = Path(__file__).resolve().parents[1]
SOURCE = TOP / "src"
PRODUCT = "khoagiao_xl"
DENSEST_SHOWN = 5
Function = ast.FunctionDef | ast.AsyncFunctionDef
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


@dataclass
class Room:
    """What was counted in a folder. functions: nodes a line, and where, of those of several lines."""

    nodes: int = 0
    lines: int = 0
    functions: list[tuple[float, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def density(self) -> float:
        """Syntax nodes a line, to two decimals; 0 where there is no function."""
        return round(self.nodes / self.lines, 2) if self.lines else 0.0


def main(words: list[str]) -> int:
    """Print what is above the limits; return the exit status."""
    limits = _limits()
    rooms = _measured()
    complaints = list(_complaints(rooms, limits))
    if "--show" in words:
        _show(rooms)
    for complaint in complaints:
        print(complaint)
    _print_summary(rooms)
    return 1 if complaints else 0


def _limits() -> dict[str, float]:
    text = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    limits: dict[str, float] = tomllib.loads(text)["tool"][PRODUCT]["density"]
    return limits


# -- counting ---------------------------------------------------------------------------------------------


def _measured() -> dict[str, Room]:
    rooms: dict[str, Room] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        room = rooms.setdefault(_room_of(path), Room())
        _count(path, room)
    return rooms


def _room_of(path: Path) -> str:
    """Return the folder of the product, the product itself for its files of no folder, or another package."""
    package, *rest = path.relative_to(SOURCE).parts
    is_in_a_room = package == PRODUCT and len(rest) > 1
    return rest[0] if is_in_a_room else package


def _count(path: Path, room: Room) -> None:
    text = path.read_text(encoding="utf-8")
    code = _lines_of_code(text)
    name = path.relative_to(SOURCE)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            _count_function(node, code, room, f"{name}:{node.lineno} {node.name}")
        elif isinstance(node, Comprehension):
            fault = _fault_of(node)
            if fault:
                room.faults.append(f"{name}:{node.lineno} {fault}")


def _lines_of_code(text: str) -> set[int]:
    found = set()
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare and not bare.startswith("#"):
            found.add(number)
    return found


def _count_function(node: Function, code: set[int], room: Room, place: str) -> None:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    if not body:
        return
    nodes = sum(_size(statement) for statement in body)
    own = range(body[0].lineno, _last_line(body[-1]) + 1)
    lines = len(code.intersection(own))
    room.nodes += nodes
    room.lines += lines
    if lines > 1:
        room.functions.append((nodes / lines, place))


def _size(node: ast.AST) -> int:
    return sum(1 for _ in ast.walk(node))


def _last_line(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


# -- comprehensions ---------------------------------------------------------------------------------------


def _fault_of(node: Comprehension) -> str:
    """Return how a comprehension breaks the rule, blank where it does not."""
    conditions = sum(len(loop.ifs) for loop in node.generators)
    made = [part for result in _results(node) for part in ast.walk(result)]
    if len(node.generators) > 1:
        return "a comprehension with two loops"
    if conditions > 1:
        return "a comprehension with two conditions"
    if any(isinstance(part, Comprehension) for part in made):
        return "a comprehension inside a comprehension"
    if any(_has_conditional_argument(part) for part in made):
        return "a conditional inside a call inside a comprehension"
    return ""


def _results(node: Comprehension) -> list[ast.expr]:
    if isinstance(node, ast.DictComp):
        return [node.key, node.value]
    return [node.elt]


def _has_conditional_argument(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    return any(isinstance(part, ast.IfExp) for part in ast.walk(node))


# -- telling ----------------------------------------------------------------------------------------------


def _complaints(rooms: dict[str, Room], limits: dict[str, float]) -> Iterator[str]:
    for name, room in rooms.items():
        yield from room.faults
        if name not in limits:
            yield f"{name}: no limit in pyproject.toml, [tool.{PRODUCT}.density]"
        elif room.density > limits[name]:
            yield f"{name}: {room.density} nodes a line, above {limits[name]}"
    for name in limits.keys() - rooms.keys():
        yield f"{name}: a limit in pyproject.toml, but no such room"


def _show(rooms: dict[str, Room]) -> None:
    for name, room in rooms.items():
        print(f"{name}: {room.density}")
        densest = sorted(room.functions, reverse=True)
        for density, place in densest[:DENSEST_SHOWN]:
            print(f"    {density:5.1f}  {place}")


def _print_summary(rooms: dict[str, Room]) -> None:
    nodes = sum(room.nodes for room in rooms.values())
    lines = sum(room.lines for room in rooms.values())
    print(f"{nodes / lines:.2f} nodes a line on the whole tree")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
