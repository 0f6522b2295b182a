"""What `--fix` has to know to put a departure right: a new format of runs, paragraphs, a section, rows.

None says that a value stays. Nothing here changes a word. The elements to change are those of the laid parts.
"""

from __future__ import annotations

from dataclasses import dataclass

from khoagiao_xl.layout.laid_document import LaidParagraph, LaidRow, LaidRun, LaidSection


@dataclass(frozen=True)
class SetRuns:
    """A new format of letters. size: points. color: six hexadecimal digits or «auto»."""

    runs: tuple[LaidRun, ...]
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: str | None = None
    color: str | None = None


@dataclass(frozen=True)
class SetParagraphs:
    """A new format of paragraphs. first_line (below 0: hanging), before, after, line: twips."""

    paragraphs: tuple[LaidParagraph, ...]
    alignment: str | None = None
    first_line: int | None = None
    left: int | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    line_rule: str | None = None
    keep_next: bool | None = None


@dataclass(frozen=True)
class SetSection:
    """A new page of a section: twips, as in LaidSection."""

    section: LaidSection
    width: int | None = None
    height: int | None = None
    top: int | None = None
    bottom: int | None = None
    left: int | None = None
    right: int | None = None
    header_distance: int | None = None
    title_page: bool | None = None
    page_number_start: int | None = None


@dataclass(frozen=True)
class SetRows:
    """What rows of a table do at the end of a page."""

    rows: tuple[LaidRow, ...]
    is_header: bool | None = None
    cant_split: bool | None = None


Mend = SetRuns | SetParagraphs | SetSection | SetRows
