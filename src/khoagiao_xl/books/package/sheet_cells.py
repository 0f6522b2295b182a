"""The cells of a workbook's sheets, each sheet read once."""

from __future__ import annotations

import io
import re
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.sheet_memory import last_known
from khoagiao_xl.errors import NotAWorkbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.books.package.opc import Package
    from khoagiao_xl.books.table_reading import Grid

_BEHIND_ALL: Final = frozenset({"sharedStrings", "styles"})  # what a cell of any sheet may lead to
_ERROR_MARK: Final = b't="e"'
_ERROR: Final = re.compile(
    r'<c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]+\d+)"[^>]*>(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)?<v>([^<]+)</v>'
)


class SheetCells:
    """The cells of a workbook as they lie in its file."""

    def __init__(self, data: bytes, package: Package, name: str) -> None:
        self._data = data
        self._package = package
        self._name = name
        self._workbook: Any = None
        self.grid = cache(self._grid)
        self.errors = cache(self._errors)

    def content(self, sheet: str) -> tuple[bytes, ...]:
        """Return all that the cells of a sheet are told by, deflated as it lies in the file."""
        part = self._sheets.get(sheet, "")
        own = self._package.deflated(part)
        return own, *self._of_all

    @cached_property
    def _sheets(self) -> Mapping[str, str]:
        return parts.sheets(self._package)

    @cached_property
    def _of_all(self) -> tuple[bytes, ...]:
        """What is behind the cells of every sheet: how days are counted, texts, which numbers are days."""
        package = self._package
        main = parts.workbook_part(package)
        hanging = parts.relations(package, main)
        behind = [relation.target for relation in hanging if relation.kind in _BEHIND_ALL]
        names = [main, *behind]
        contents = map(package.deflated, names)
        return tuple(contents)

    def _grid(self, sheet: str) -> Grid:
        """Return the cells of a sheet from A1 on; raise NotAWorkbook when they cannot be read."""
        return last_known(
            key=("cells", sheet),
            content=self.content(sheet),
            make=partial(self._read_grid, sheet),
        )

    def _read_grid(self, sheet: str) -> Grid:
        from python_calamine import CalamineError

        try:
            found = self._open().get_sheet_by_name(sheet)
            grid: Grid = found.to_python(skip_empty_area=False)
        except CalamineError as error:
            reason = f"trang «{sheet}»"
            raise NotAWorkbook(name=self._name, reason=reason) from error
        return grid

    def _open(self) -> Any:
        from python_calamine import CalamineWorkbook

        if self._workbook is None:
            stream = io.BytesIO(self._data)
            self._workbook = CalamineWorkbook.from_filelike(stream)
        return self._workbook

    def _errors(self, part: str) -> Mapping[str, str]:
        """Return address -> error of the cells that show one: python-calamine reads them as blank."""
        return error_cells(self._package.read(part))


def error_cells(xml: bytes) -> Mapping[str, str]:
    """Return address -> error of the cells of a sheet's XML that show one."""
    if _ERROR_MARK not in xml:
        return {}
    found = _ERROR.findall(xml.decode("utf-8"))
    return dict(found)
