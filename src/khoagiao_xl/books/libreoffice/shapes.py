"""Shapes of a sheet: buttons, pictures and drawings, their names, places and sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xlwings import base_classes

from khoagiao_xl.books.libreoffice.gaps import naming_gaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.books.libreoffice.sheets import Sheet

POINT: Final = 2540 / 72  # hundredths of a millimetre
_KINDS: Final = {
    "com.sun.star.drawing.ControlShape": "form_control",
    "com.sun.star.drawing.GraphicObjectShape": "picture",
    "com.sun.star.drawing.OLE2Shape": "embedded_ole_object",
    "com.sun.star.drawing.TextShape": "text_box",
    "com.sun.star.drawing.LineShape": "line",
    "com.sun.star.drawing.GroupShape": "group",
}


@naming_gaps
class Shape(base_classes.Shape):  # type: ignore[misc]  # xlwings is untyped
    """One shape; places and sizes are in points."""

    parent: Sheet
    api: Any

    def __init__(self, sheet: Sheet, api: Any) -> None:
        self.parent, self.api = sheet, api

    @property
    def name(self) -> str:
        """The name."""
        return str(self.api.Name)

    @name.setter
    def name(self, name: str) -> None:
        self.api.Name = name

    @property
    def type(self) -> str:
        """What kind of shape it is."""
        return _KINDS.get(self.api.ShapeType, "auto_shape")

    @property
    def left(self) -> float:
        """The distance from the left edge of the sheet."""
        return float(self.api.Position.X / POINT)

    @property
    def top(self) -> float:
        """The distance from the upper edge of the sheet."""
        return float(self.api.Position.Y / POINT)

    @property
    def width(self) -> float:
        """The width."""
        return float(self.api.Size.Width / POINT)

    @property
    def height(self) -> float:
        """The height."""
        return float(self.api.Size.Height / POINT)

    @property
    def text(self) -> str:
        """The text on it."""
        return str(self.api.Control.Label if self.type == "form_control" else self.api.String)

    def delete(self) -> None:
        """Take it away."""
        self.parent.api.DrawPage.remove(self.api)


@naming_gaps
class Shapes(base_classes.Collection):  # type: ignore[misc]  # xlwings is untyped
    """The shapes of one sheet."""

    parent: Sheet
    api: Any

    def __init__(self, sheet: Sheet) -> None:
        self.parent, self.api = sheet, sheet.api.DrawPage

    def __call__(self, key: str | int) -> Shape:
        """Return a shape by its name or by its number, counted from 1."""
        if isinstance(key, int):
            return Shape(self.parent, self.api.getByIndex(key - 1))
        return next(shape for shape in self if shape.name == key)

    def __len__(self) -> int:
        return int(self.api.Count)

    def __iter__(self) -> Iterator[Shape]:
        return (Shape(self.parent, self.api.getByIndex(at)) for at in range(len(self)))

    def __contains__(self, name: str) -> bool:
        return any(shape.name == name for shape in self)
