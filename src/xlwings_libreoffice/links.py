"""Links in cells: LibreOffice keeps them as fields of the cell's text."""

from __future__ import annotations

from xlwings_libreoffice.cells import Cells

_FIELD = "com.sun.star.text.TextField.URL"


class Links(Cells):
    """Cells that can lead elsewhere."""

    @property
    def hyperlink(self) -> str:
        """The address that the first cell leads to."""
        fields = self.api.getCellByPosition(0, 0).TextFields
        if not fields.Count:
            raise ValueError(f"no link in {self.address}")
        return str(fields.getByIndex(0).URL)

    def add_hyperlink(self, address: str, text_to_display: str, screen_tip: str) -> None:
        """Let the first cell show a text that leads to an address; LibreOffice has no tip of its own."""
        _ = screen_tip
        cell = self.api.getCellByPosition(0, 0)
        cell.setString("")
        field = self.sheet.model.createInstance(_FIELD)
        field.URL, field.Representation = address, text_to_display
        cell.insertTextContent(cell.createTextCursor(), field, False)
