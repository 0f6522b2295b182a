"""A Word document as it lies on paper: every paragraph with its effective format, wherever that was set.

Effective: the run's own format, else its character style's, its paragraph style's and what those are based
on, the table's style, the document's defaults, the theme; what nobody sets is what Word does without.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class LaidRun:
    """A piece of text of one format. size: points. underline: Word's word for it, «none» where there is none.

    font: what the letters of this text are drawn with. color: «auto» or six hexadecimal digits.
    east_font: what East Asian letters would be drawn with, blank where nobody says.
    """

    text: str
    font: str
    size: float
    bold: bool = False
    italic: bool = False
    underline: str = "none"
    color: str = "auto"
    caps: bool = False
    hidden: bool = False
    highlight: str = ""
    struck: bool = False
    east_font: str = ""
    element: Any = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class LaidParagraph:
    """A paragraph. place: where a person finds it: «đoạn 12», «bảng 1, dòng 2, cột 1, đoạn 3».

    alignment: left, center, right, both. first_line (below 0: hanging), left, right, before, after, line:
    twips; line counts in 240ths of a line where `line_rule` is «auto». label: the number Word puts before it.
    has_picture: something is drawn in or at it. section: index of its section. contextual: it leaves no room
    to neighbours of its style (taken off in `before` and `after` already). is_piece: a line of several.
    """

    place: str
    runs: tuple[LaidRun, ...]
    style: str = ""
    alignment: str = "left"
    first_line: int = 0
    left: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    line_rule: str = "auto"
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    label: str = ""
    has_picture: bool = False
    section: int = 0
    contextual: bool = False
    is_piece: bool = False
    element: Any = field(default=None, repr=False, compare=False)

    @cached_property
    def text(self) -> str:
        """Its words as they are read, tabs and line breaks as such; hidden text left out."""
        shown = [run.text for run in self.runs if not run.hidden]
        return "".join(shown)

    @property
    def shown_runs(self) -> tuple[LaidRun, ...]:
        """The runs that put something on the paper."""
        shown = []
        for run in self.runs:
            has_words = run.text.strip()
            if has_words and not run.hidden:
                shown.append(run)
        return tuple(shown)


@dataclass(frozen=True)
class LaidCell:
    """A cell of a table, with the paragraphs directly in it."""

    paragraphs: tuple[LaidParagraph, ...]
    span: int = 1

    @property
    def text(self) -> str:
        """The lines of the cell."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True)
class LaidRow:
    """A row of a table."""

    cells: tuple[LaidCell, ...]
    is_header: bool = False
    cant_split: bool = False
    element: Any = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class LaidTable:
    """A table of the body. place: «bảng 2»."""

    place: str
    rows: tuple[LaidRow, ...]
    is_bordered: bool = False
    section: int = 0
    element: Any = field(default=None, repr=False, compare=False)

    @property
    def paragraphs(self) -> Iterator[LaidParagraph]:
        """Every paragraph of every cell, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.paragraphs


@dataclass(frozen=True)
class LaidSection:
    """A section: paper and margins in twips (the left one with the gutter); what its headers hold.

    A section without headers of its own has those of the section before. first_header, first_footer: count
    only where `title_page` is on; even_header: where the document has `even_headers`.
    """

    width: int
    height: int
    landscape: bool
    top: int
    bottom: int
    left: int
    right: int
    header_distance: int
    title_page: bool = False
    page_number_start: int | None = None
    header: tuple[LaidParagraph, ...] = ()
    first_header: tuple[LaidParagraph, ...] = ()
    footer: tuple[LaidParagraph, ...] = ()
    even_header: tuple[LaidParagraph, ...] = ()
    first_footer: tuple[LaidParagraph, ...] = ()
    even_footer: tuple[LaidParagraph, ...] = ()
    element: Any = field(default=None, repr=False, compare=False)

    def page_parts(self, *, has_even: bool) -> Iterator[LaidParagraph]:
        """Yield the paragraphs of the headers and footers that its pages show."""
        yield from (*self.header, *self.footer)
        if self.title_page:
            yield from (*self.first_header, *self.first_footer)
        if has_even:
            yield from (*self.even_header, *self.even_footer)


@dataclass(frozen=True)
class LaidDocument:
    """A document from top to bottom: `blocks` are paragraphs and tables of the body.

    The text of a box stands before the paragraph it is anchored in, a table in a cell in that cell.
    notes: the paragraphs of footnotes, then of endnotes.
    package: the WordPackage whose elements these are; it writes them back.
    """

    name: str
    blocks: tuple[LaidParagraph | LaidTable, ...]
    sections: tuple[LaidSection, ...]
    mirror_margins: bool = False
    even_headers: bool = False
    notes: tuple[LaidParagraph, ...] = ()
    package: Any = field(default=None, repr=False, compare=False)

    @cached_property
    def paragraphs(self) -> tuple[LaidParagraph, ...]:
        """Every paragraph of the body, those of tables among them, in the order of reading."""
        found: list[LaidParagraph] = []
        for block in self.blocks:
            if isinstance(block, LaidTable):
                found += block.paragraphs
            else:
                found.append(block)
        return tuple(found)

    @cached_property
    def page_parts(self) -> tuple[LaidParagraph, ...]:
        """Every paragraph of the headers and footers, each once: a section takes over those before it."""
        found: dict[int, LaidParagraph] = {}
        for section in self.sections:
            for paragraph in section.page_parts(has_even=self.even_headers):
                found.setdefault(id(paragraph.element), paragraph)
        return tuple(found.values())

    @cached_property
    def all_paragraphs(self) -> tuple[LaidParagraph, ...]:
        """Every paragraph that somebody reads: of the body, of its notes, of headers and footers."""
        return (*self.paragraphs, *self.notes, *self.page_parts)
