"""A period chosen on the dashboard of a closed master, as a person does it in the open one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import forget_results
from khoagiao_xl.building.board import VALUES
from khoagiao_xl.building.finishing import DASHBOARD_PART

if TYPE_CHECKING:
    from pathlib import Path


def choose_period(path: Path, period: str) -> Path:
    """Put a period in the place of the formula that finds the one due on the day; return `path`."""
    package = Package.parse(path.read_bytes())
    sheet = package.read(DASHBOARD_PART).decode()
    cell = rf'<c r="B{VALUES}"( s="\d+")[^>]*>.*?</c>'
    chosen = rf'<c r="B{VALUES}"\1 t="inlineStr"><is><t>{period}</t></is></c>'
    package.replace(DASHBOARD_PART, re.sub(cell, chosen, sheet, count=1).encode())
    forget_results(package)  # they were stored for another period
    path.write_bytes(package.to_bytes())
    return path
