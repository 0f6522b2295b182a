"""What each picture was made from, so that a stale one is noticed on a machine that cannot make pictures.

A sheet goes by how its builder draws it in a workbook that nobody has worked in: texts, looks, widths. What
has no such workbook goes by the files that draw it. Figures of the demo may change, and no picture is stale.
"""

from __future__ import annotations

import ast
import hashlib
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pictures.catalogue import ALL, BLANK, FAULTY, IMAGES, TOP, SheetPicture, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl import Workbook

    from pictures.catalogue import PagePicture, WindowPicture

    Any_Picture = SheetPicture | PagePicture | WindowPicture

RECORD: Final = IMAGES / "made-from.json"
LENGTH: Final = 16
LIKE_A_FORM: Final = (BLANK, FAULTY)
MOST_ROWS: Final = 60  # of a sheet, what a picture can show and a bit more
_OF_THE_MACHINE: Final = re.compile(r"[\\/]")  # a value with a path in it


def made_from() -> dict[str, str]:
    """Return picture -> the mark of what it would be made from now."""
    return {picture.name: _mark(picture) for picture in ALL}


def stale() -> list[str]:
    """Return the pictures that lack, or were made from something else, or that nobody lists any more."""
    kept = recorded()
    now = made_from()
    changed = [name for name, mark in now.items() if kept.get(name) != mark or not path_of(name).is_file()]
    gone = kept.keys() - now.keys()
    return [*changed, *sorted(gone)]


def recorded() -> dict[str, str]:
    """Return what was written when the pictures were made."""
    if not RECORD.is_file():
        return {}
    known: dict[str, str] = json.loads(RECORD.read_text(encoding="utf-8"))
    return known


def record() -> None:
    """Write what the pictures are made from now."""
    text = json.dumps(made_from(), indent=1)
    RECORD.write_text(f"{text}\n", encoding="utf-8")


def _mark(picture: Any_Picture) -> str:
    parts = _sources(picture.sources)
    if isinstance(picture, SheetPicture) and not picture.sources:
        parts = _drawn(picture)
    seen = "\n".join(parts)
    return hashlib.sha256(seen.encode()).hexdigest()[:LENGTH]


# -- by the files that draw -------------------------------------------------------------------------------


def _sources(patterns: Sequence[str]) -> Iterator[str]:
    """Yield what the files say: of Python without comments and line breaks, of others every byte."""
    for pattern in patterns:
        for path in sorted(TOP.glob(pattern)):
            data = path.read_bytes()
            yield path.name
            yield ast.dump(ast.parse(data)) if path.suffix == ".py" else hashlib.sha256(data).hexdigest()


# -- by what is drawn -------------------------------------------------------------------------------------


def _drawn(picture: SheetPicture) -> Iterator[str]:
    """Yield every cell of the sheet with its look, and the widths and heights."""
    sheet = _workbook(picture.workbook)[picture.sheet]
    for row in sheet.iter_rows(max_row=MOST_ROWS):
        for cell in row:
            if cell.has_style or cell.value is not None:
                yield f"{cell.coordinate} {_told(cell.value)} {_look(cell)}"
    for column, size in sorted(sheet.column_dimensions.items()):
        yield f"{column} {size.width} {size.hidden}"
    for at, line in sorted(sheet.row_dimensions.items())[:MOST_ROWS]:
        yield f"{at} {line.height}"


def _told(value: object) -> str:
    told = str(value)
    return "" if _OF_THE_MACHINE.search(told) and " " not in told else told


def _look(cell: Any) -> str:
    """Return how a cell looks, without the numbers under which the workbook keeps its looks."""
    font, fill, edge, way = cell.font, cell.fill, cell.border, cell.alignment
    parts = (
        (font.name, font.sz, font.b, font.i, font.color and font.color.rgb),
        fill.fgColor.rgb,
        (edge.top.style, edge.bottom.style, edge.left.style, edge.right.style),
        (way.horizontal, way.vertical, way.wrap_text, way.indent),
        cell.number_format,
    )
    return str(parts)


@cache
def _workbook(kind: str) -> Workbook:
    from openpyxl import load_workbook

    data = _form() if kind in LIKE_A_FORM else _master()
    return load_workbook(io.BytesIO(data))


@cache
def _form() -> bytes:
    """Return the template of a month's form."""
    from khoagiao_xl.forms.draw_form import draw_template
    from khoagiao_xl.model.periods import Kind
    from khoagiao_xl.office.profiles import load_profile

    profile = load_profile()
    asked = [item for item in profile.indicators if Kind.MONTH in item.kinds]
    return draw_template(asked, [], [], Kind.MONTH)


@cache
def _master() -> bytes:
    """Return a master in which nobody has worked."""
    import tempfile

    from khoagiao_xl.building import build_master
    from khoagiao_xl.office.profiles import load_profile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "master.xlsm"
        build_master(path, load_profile())
        return path.read_bytes()
