"""Forms worked out by a real LibreOffice: one run for many of them."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from python_calamine import CalamineWorkbook

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import forget_results

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SOFFICE: Final = shutil.which("soffice")
Shown = dict[str, dict[str, object]]  # sheet -> address -> what the cell shows


def worked_out(forms: Sequence[bytes], folder: Path) -> list[Shown]:
    """Return what each form shows once LibreOffice has worked out every formula anew."""
    paths = []
    for at, form in enumerate(forms):
        package = Package.parse(form)
        forget_results(package)  # it works out only what has no stored result
        path = folder / f"{at}.xlsx"
        path.write_bytes(package.to_bytes())
        paths.append(path)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=600)
    return [_shown(folder / "out" / path.name) for path in paths]


def shown(data: bytes) -> Shown:
    """Return what every cell of a workbook shows."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found: Shown = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        cells = found.setdefault(name, {})
        for row, line in enumerate(rows, 1):
            for column, value in enumerate(line):
                cells[f"{chr(65 + column)}{row}"] = value
    return found


def _shown(path: Path) -> Shown:
    return shown(path.read_bytes()) if path.exists() else {}
