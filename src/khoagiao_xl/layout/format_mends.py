"""What puts the format of a departure right: of runs, paragraphs, sections and rows of the document in hand.

A field that is None is left as it is. Units as in LaidDocument: twips, and points for sizes of letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from khoagiao_xl.layout.word_formats import (
    GONE,
    PARAGRAPH_ORDER,
    RUN_ORDER,
    SECTION_ORDER,
    format_of,
    put_in_order,
    set_attributes,
    set_font,
    set_value,
    switch,
)

_IN_LETTERS = ("firstLineChars", "hangingChars", "leftChars", "startChars")  # they go before lengths


@dataclass(frozen=True)
class RunMend:
    """The format of a run (w:r). size: points; underline: Word's word; color: six digits or «auto»."""

    element: Any
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    font: str | None = None
    underline: str | None = None
    color: str | None = None

    def apply(self) -> None:
        """Set what is not None."""
        format_ = format_of(self.element, "rPr")
        if self.font is not None:
            set_font(format_, self.font)
        switch(format_, ("b", "bCs"), self.bold)
        switch(format_, ("i", "iCs"), self.italic)
        set_value(format_, ("color",), self.color)
        half_points = None if self.size is None else round(self.size * 2)
        set_value(format_, ("sz", "szCs"), half_points)
        set_value(format_, ("u",), self.underline)
        put_in_order(format_, RUN_ORDER)


@dataclass(frozen=True)
class ParagraphMend:
    """The format of a paragraph (w:p); alignment and line_rule in Word's words."""

    element: Any
    alignment: str | None = None
    first_line: int | None = None
    left: int | None = None
    right: int | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    line_rule: str | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    contextual: bool | None = None

    def apply(self) -> None:
        """Set what is not None."""
        format_ = format_of(self.element, "pPr")
        switch(format_, ("keepNext",), self.keep_next)
        switch(format_, ("keepLines",), self.keep_lines)
        switch(format_, ("contextualSpacing",), self.contextual)
        set_attributes(format_, "spacing", self._spacing())
        set_attributes(format_, "ind", self._indents())
        set_value(format_, ("jc",), self.alignment)
        put_in_order(format_, PARAGRAPH_ORDER)

    def _spacing(self) -> dict[str, Any]:
        spacing: dict[str, Any] = {
            "before": self.before,
            "after": self.after,
            "line": self.line,
            "lineRule": self.line_rule,
        }
        if self.before is not None:
            spacing |= {"beforeAutospacing": "0", "beforeLines": "0"}
        if self.after is not None:
            spacing |= {"afterAutospacing": "0", "afterLines": "0"}
        return spacing

    def _indents(self) -> dict[str, Any]:
        indents: dict[str, Any] = {"left": self.left, "right": self.right}
        if self.first_line is None:
            return indents
        is_hanging = self.first_line < 0
        indents["hanging" if is_hanging else "firstLine"] = abs(self.first_line)
        indents["firstLine" if is_hanging else "hanging"] = GONE
        indents |= dict.fromkeys(_IN_LETTERS, GONE)
        return indents


@dataclass(frozen=True)
class SectionMend:
    """Paper and margins of a section (w:sectPr)."""

    element: Any
    width: int | None = None
    height: int | None = None
    top: int | None = None
    bottom: int | None = None
    left: int | None = None
    right: int | None = None
    header_distance: int | None = None
    title_page: bool | None = None

    def apply(self) -> None:
        """Set what is not None."""
        paper = {"w": self.width, "h": self.height}
        margins = {
            "top": self.top,
            "right": self.right,
            "bottom": self.bottom,
            "left": self.left,
            "header": self.header_distance,
        }
        set_attributes(self.element, "pgSz", paper)
        set_attributes(self.element, "pgMar", margins)
        switch(self.element, ("titlePg",), self.title_page)
        put_in_order(self.element, SECTION_ORDER)


@dataclass(frozen=True)
class RowMend:
    """How a row of a table (w:tr) behaves where a page ends."""

    element: Any
    is_header: bool | None = None
    cant_split: bool | None = None

    def apply(self) -> None:
        """Set what is not None."""
        format_ = format_of(self.element, "trPr")
        switch(format_, ("cantSplit",), self.cant_split)
        switch(format_, ("tblHeader",), self.is_header)
