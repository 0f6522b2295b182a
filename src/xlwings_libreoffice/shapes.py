"""Shapes of a sheet: buttons, pictures and drawings, their names, places and sizes."""

from __future__ import annotations

from typing import Final

from xlwings import base_classes

from xlwings_libreoffice.attributes import in_points
from xlwings_libreoffice.collection import Collection, Member
from xlwings_libreoffice.gaps import naming_gaps

PICTURE: Final = "com.sun.star.drawing.GraphicObjectShape"
_KINDS: Final = {
    "com.sun.star.drawing.ControlShape": "form_control",
    PICTURE: "picture",
    "com.sun.star.drawing.OLE2Shape": "embedded_ole_object",
    "com.sun.star.drawing.TextShape": "text_box",
    "com.sun.star.drawing.LineShape": "line",
    "com.sun.star.drawing.GroupShape": "group",
}


class Drawn(Member):
    """Anything that lies on a sheet; places and sizes are in points."""

    left, top = in_points("Position", "X"), in_points("Position", "Y")
    width, height = in_points("Size", "Width"), in_points("Size", "Height")

    def delete(self) -> None:
        """Take it away."""
        self.parent.api.DrawPage.remove(self.api)


@naming_gaps
class Shape(Drawn, base_classes.Shape):  # type: ignore[misc]  # xlwings is untyped
    """One shape."""

    @property
    def type(self) -> str:
        """What kind of shape it is."""
        return _KINDS.get(self.api.ShapeType, "auto_shape")

    @property
    def text(self) -> str:
        """The text on it."""
        return str(self.api.Control.Label if self.type == "form_control" else self.api.String)

    @text.setter
    def text(self, text: str) -> None:
        if self.type == "form_control":
            self.api.Control.Label = text
        else:
            self.api.String = text


@naming_gaps
class Shapes(Collection[Shape], base_classes.Collection):  # type: ignore[misc]  # xlwings is untyped
    """The shapes of one sheet."""

    kind = Shape
