"""Pictures of a sheet: the shapes that show one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from xlwings import base_classes

from xlwings_libreoffice.collection import Collection
from xlwings_libreoffice.gaps import missing, naming_gaps
from xlwings_libreoffice.properties import properties
from xlwings_libreoffice.shapes import PICTURE, Drawn

_PIXEL: Final = 0.75  # points, at the usual 96 dots per inch


def _kept_in_ratio(own: Any, other: Any) -> Any:
    def write(self: Picture, points: float) -> None:
        if self.lock_aspect_ratio:
            other.fset(self, other.fget(self) * points / own.fget(self))
        own.fset(self, points)

    return property(own.fget, write)


@naming_gaps
class Picture(Drawn, base_classes.Picture):  # type: ignore[misc]  # xlwings is untyped
    """One picture."""

    lock_aspect_ratio = False  # whether a new width brings its height along, and the other way round
    width, height = _kept_in_ratio(Drawn.width, Drawn.height), _kept_in_ratio(Drawn.height, Drawn.width)


@naming_gaps
class Pictures(Collection[Picture], base_classes.Pictures):  # type: ignore[misc]  # xlwings is untyped
    """The pictures of one sheet."""

    kind = Picture

    def _things(self) -> list[Any]:
        return [thing for thing in super()._things() if thing.ShapeType == PICTURE]

    def add(
        self,
        filename: str,
        link_to_file: bool = False,
        save_with_document: bool = True,
        left: float | None = None,
        top: float | None = None,
        width: float = -1,
        height: float = -1,
        anchor: Any = None,
    ) -> Picture:
        """Put a picture on the sheet, in its own size (-1) or another; places and sizes are in points."""
        if link_to_file or not save_with_document:
            raise missing("Pictures.add with link_to_file")
        graphic = self._load(filename)
        made = self.parent.model.createInstance(PICTURE)
        made.Graphic = graphic
        self.api.add(made)
        picture = Picture(self.parent, made)
        picture.name = self.free_name("Picture {}")
        picture.left, picture.top = (anchor.left, anchor.top) if anchor else (left or 0, top or 0)
        own = graphic.SizePixel
        picture.width = own.Width * _PIXEL if width < 0 else width
        picture.height = own.Height * _PIXEL if height < 0 else height
        return picture

    def _load(self, filename: str) -> Any:
        address = Path(filename).absolute().as_uri()
        office = self.parent.book.app.office
        graphic = office.create("com.sun.star.graphic.GraphicProvider").queryGraphic(properties(URL=address))
        if graphic is None:
            raise ValueError(f"{filename} is no picture that LibreOffice can read")
        return graphic
