"""The parts of an official Party document on paper, found by what they say and where they stand."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import dropwhile
from typing import Final

from tests.report.effective_format import Line, WordFile

LISTED: Final = re.compile(r"(?:[IVX]+|\d+(?:\.\d+)*)\. |[a-zđ]\) ")
APPENDIX: Final = re.compile(r"Phụ lục( \d+)?")
CAPTION: Final = re.compile(r"(Biểu đồ|Bảng|Hình) \d+\. ")
SEPARATOR: Final = "-----"
FULL_STOPS: Final = (".", ";", ":", ",")


class Page:
    """A document as its reader sees it: letterhead, title, running text, signature, appendices."""

    def __init__(self, docx: bytes) -> None:
        self.file = WordFile(docx)
        self.lines = self.file.lines
        self.left = self._cell(0, 0, 0)
        self.right = self._cell(0, 0, 1)
        self.number = self._cell(0, 1, 0)
        self.place = self._cell(0, 1, 1)

    def _cell(self, table: int, row: int, column: int) -> list[Line]:
        where = (table, row, column)
        return [
            line
            for line in self.lines
            if line.cell and (line.cell.table, line.cell.row, line.cell.column) == where
        ]

    @cached_property
    def sign_table(self) -> int:
        """Which table of the body holds the recipients and the signature."""
        for line in self.lines:
            if line.cell and line.text.startswith("Nơi nhận"):
                return line.cell.table
        raise AssertionError("no line «Nơi nhận»")

    @property
    def recipients(self) -> list[Line]:
        return self._cell(self.sign_table, 0, 0)

    @property
    def signed(self) -> list[Line]:
        return self._cell(self.sign_table, 0, 1)

    @cached_property
    def before_sign(self) -> list[Line]:
        """Lines outside tables, from the name of the kind to the signature."""
        found: list[Line] = []
        for line in self.lines:
            if line.cell and line.cell.table == self.sign_table:
                return found
            if line.cell is None and line.text.strip():
                found.append(line)
        return found

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn, which has no name of a kind."""
        return self.before_sign[0].text.startswith("Kính gửi")

    @property
    def kind(self) -> Line:
        return self.before_sign[0]

    @property
    def subject(self) -> Line:
        """What it is about: under the name of the kind, of a công văn under its number."""
        return self.number[-1] if self.is_letter else self.before_sign[1]

    @cached_property
    def text(self) -> list[Line]:
        """The running text with its headings, without the title or the addressees."""
        lines = self.before_sign
        if self.is_letter:
            return list(dropwhile(is_of_addressees, lines))
        texts = [line.text for line in lines]
        return lines[texts.index(SEPARATOR) + 1 :]

    @cached_property
    def prose(self) -> list[Line]:
        return [line for line in self.text if not is_heading(line) and not CAPTION.match(line.text)]

    @cached_property
    def headings(self) -> list[Line]:
        return [line for line in self.text if is_heading(line)]

    @cached_property
    def after_sign(self) -> list[Line]:
        seen = [n for n, line in enumerate(self.lines) if line.cell and line.cell.table == self.sign_table]
        return [line for line in self.lines[seen[-1] + 1 :] if line.text.strip()]

    @property
    def appendix_heads(self) -> list[Line]:
        return [line for line in self.after_sign if line.cell is None and APPENDIX.fullmatch(line.text)]


def is_of_addressees(line: Line) -> bool:
    """«Kính gửi:» of a letter, and the bodies below it, one a line."""
    return line.text.startswith(("Kính gửi", "- "))


def is_heading(line: Line) -> bool:
    """A numbered line in bold that is no sentence, or a part («Phần») in the middle."""
    bold = all("b" in look for look in line.looks)
    ends = line.text.rstrip().endswith(FULL_STOPS)
    return bold and not ends and (line.centred or LISTED.match(line.text) is not None)
