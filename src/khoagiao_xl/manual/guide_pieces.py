"""Blocks of the user guide as pieces of a Word document in the official layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from khoagiao_xl.manual.guide_markdown import Command, Heading, TableBlock, TextBlock
from khoagiao_xl.report.page_values import VALUES
from khoagiao_xl.report.word_drawing import cell, paragraph, row, run, table

_NEW_PAGE: Final = "<w:pageBreakBefore/>"
_KEPT: Final = "<w:keepNext/>"
_STYLES: Final = {2: "KGMucLon", 3: "KGMucNho"}  # by level; the first is the title
_DEEPEST: Final = "KGTieuMuc"
_TEXT: Final = "KGLoiVan"
_BREAK, _BOLD = "<br>", "**"
_WITHIN: Final = {"- ": "+ "}
_NARROWEST: Final = 14  # mm of a column
_WORTH_MORE: Final = 120  # letters: a cell beyond them makes its column no wider, it takes more lines
_LINK: Final = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_LOOKS: Final = re.compile(r"(\*\*.+?\*\*|\*[^*]+\*|`[^`]+`|<br>)")
# A tag would be taken for one that nobody filled: its name stands in the Word document.
_TAG: Final = re.compile(r"\{\{ ?(.+?) ?\}\}|\{%\w* ?(.+?) ?%\}")
_LINE: Final = "<w:r><w:br/></w:r>"
_AS_TYPED: Final = '<w:jc w:val="left"/>'


def heading_piece(heading: Heading, *, is_page: bool = False) -> str:
    """Return a heading; is_page: it begins a page."""
    properties = _NEW_PAGE if is_page else ""
    style = _STYLES.get(heading.level, _DEEPEST)
    words = run(heading.text)
    return paragraph(style, words, properties=properties)


def text_piece(text: TextBlock, *, leads_on: bool = False) -> str:
    """Return a paragraph or an item of a list: «- ...», within it «+ ...», as the Party's documents write.

    leads_on: it stays on one page with what follows.
    """
    mark = text.mark
    if text.depth:
        mark = _WITHIN.get(mark, mark)
    properties = _KEPT if leads_on else ""
    words = mark + text.text
    runs = runs_of(words)
    return paragraph(_TEXT, *runs, properties=properties)


def command_piece(command: Command) -> str:
    """Return a line to be typed: not stretched to the margin, so that its blanks are seen."""
    words = run(command.text)
    return paragraph(_TEXT, words, properties=_AS_TYPED)


def table_piece(shown: TableBlock) -> str:
    """Return a table with its headings on every page."""
    widths = column_widths(shown.rows)
    head, *body = shown.rows
    heading = _cells(head, widths, "KGBangDau")
    rows = [row(heading, is_header=True)]
    for texts in body:
        cells = _cells(texts, widths, "KGBang")
        rows.append(row(cells, align="top"))
    return table(
        widths,
        rows,
        bordered=True,
        name=head[0],
    )


def _cells(texts: Sequence[str], widths: Sequence[float], style: str) -> list[str]:
    cells = []
    for text, width in zip(texts, widths, strict=True):
        runs = runs_of(text)
        content = paragraph(style, *runs)
        cells.append(cell(width, content))
    return cells


def column_widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the widths (mm) of columns that fill the page, each by its longest text."""
    wanted = []
    for column in zip(*rows, strict=True):
        longest = max(map(len, column))
        enough = min(longest, _WORTH_MORE)
        wanted.append(max(enough, _NARROWEST))
    whole = sum(wanted)
    scale = VALUES.text_width / whole
    return [width * scale for width in wanted]


def runs_of(text: str) -> Iterator[str]:
    """Yield the runs of a text: bold as marked, a new line for <br>, commands and links as words."""
    bare = _LINK.sub(r"\1", text)
    named = _TAG.sub(_name_of, bare)
    for part in _LOOKS.split(named):
        if part == _BREAK:
            yield _LINE
        elif part.startswith(_BOLD):
            words = part.strip(_BOLD)
            yield run(words, bold=True)
        elif part:
            yield run(_plain(part))


def _plain(part: str) -> str:
    """Return a part without the marks around it; a star alone is one."""
    for mark in ("`", "*"):
        if part.startswith(mark) and part.endswith(mark):
            return part.strip(mark)
    return part


def _name_of(tag: re.Match[str]) -> str:
    name = tag[1] or tag[2]
    return f"«{name}»"
