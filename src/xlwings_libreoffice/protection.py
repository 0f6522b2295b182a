"""A protected sheet: LibreOffice often leaves its cells as they are without a word; Excel refuses aloud."""

from __future__ import annotations

from typing import Any


def changeable(cells: Any) -> Any:
    """Return a UNO range that is going to be changed; PermissionError when its sheet is protected."""
    sheet = cells.Spreadsheet
    if sheet.isProtected() and cells.CellProtection.IsLocked:
        raise PermissionError(f"the sheet «{sheet.Name}» is protected")
    return cells
