"""Pictures of a sheet: the shapes that show one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from xlwings import base_classes

from xlwings_libreoffice.attributes import InPoints
from xlwings_libreoffice.collection import Collection, Member
from xlwings_libreoffice.gaps import missing, naming_gaps
from xlwings_libreoffice.properties import properties

_PICTURE: Final = "com.sun.star.drawing.GraphicObjectShape"
_READER: Final = "com.sun.star.graphic.GraphicProvider"
_PIXEL: Final = 0.75  # points, at the usual 96 dots per inch
_WIDTH, _HEIGHT = InPoints("Size", "Width"), InPoints("Size", "Height")


@naming_gaps
class Picture(Member, base_classes.Picture):  # type: ignore[misc]  # xlwings is untyped
    """One picture; places and sizes are in points."""

    lock_aspect_ratio = False  # whether a new width brings its height along, and the other way round
    left = InPoints("Position", "X")
    top = InPoints("Position", "Y")

    @property
    def width(self) -> float:
        """How wide it is."""
        return float(_WIDTH.__get__(self))

    @width.setter
    def width(self, points: float) -> None:
        if self.lock_aspect_ratio:
            _HEIGHT.__set__(self, self.height * points / self.width)
        _WIDTH.__set__(self, points)

    @property
    def height(self) -> float:
        """How high it is."""
        return float(_HEIGHT.__get__(self))

    @height.setter
    def height(self, points: float) -> None:
        if self.lock_aspect_ratio:
            _WIDTH.__set__(self, self.width * points / self.height)
        _HEIGHT.__set__(self, points)

    def delete(self) -> None:
        """Take it away."""
        page = self.parent.api.DrawPage
        page.remove(self.api)


@naming_gaps
class Pictures(Collection[Picture], base_classes.Pictures):  # type: ignore[misc]  # xlwings is untyped
    """The pictures of one sheet."""

    kind = Picture

    def _things(self) -> list[Any]:
        return [thing for thing in super()._things() if thing.ShapeType == _PICTURE]

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
        own = graphic.SizePixel
        picture = self._put_in(graphic)
        picture.left = anchor.left if anchor else left or 0
        picture.top = anchor.top if anchor else top or 0
        picture.width = own.Width * _PIXEL if width < 0 else width
        picture.height = own.Height * _PIXEL if height < 0 else height
        return picture

    def _load(self, filename: str) -> Any:
        address = Path(filename).absolute().as_uri()
        office = self.parent.book.app.office
        reader = office.create(_READER)
        graphic = reader.queryGraphic(properties(URL=address))
        if graphic is None:
            raise ValueError(f"{filename} is no picture that LibreOffice can read")
        return graphic

    def _put_in(self, graphic: Any) -> Picture:
        name = self.free_name("Picture ")
        made = self.parent.model.createInstance(_PICTURE)
        made.Graphic = graphic
        self.api.add(made)
        picture = Picture(self.parent, made)
        picture.name = name
        return picture
