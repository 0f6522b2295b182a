"""Nothing disappears: what was to be written, held against what stands in the document after filling.

Held are the words of the template outside of conditions, what each section of the report says, and every row
of every table that the template goes through.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.tag_forms import FOR, SHOWN
from khoagiao_xl.report.template_paragraphs import INLINE, OF_ROW, PARAGRAPH, ROW, shortened, texts_of
from khoagiao_xl.wording.report_templates import PLACES

if TYPE_CHECKING:
    from khoagiao_xl.report.template_paragraphs import TemplateParagraph, TemplateTag

    Element = Any  # lxml's own elements

_ENDS: Final = re.compile(r"[\a\n\f]")  # how docxtpl is told to begin a new paragraph or line
OPENS: Final = ("if ", "for ")
CLOSES: Final = frozenset({"endif", "endfor"})


@dataclass(frozen=True)
class Expected:
    """Words that must stand in the document. what: the tag, table or words of the template they come from."""

    text: str
    what: str


@dataclass(frozen=True)
class ExpectedRows:
    """Rows that must stand in the tables of the document, in order, each with all of its words."""

    rows: tuple[tuple[str, ...], ...]
    what: str


class Expectations:
    """What a part of a template is to hold once it is filled."""

    def __init__(self, tags: Mapping[str, Any], always: Collection[str]) -> None:
        self._tags = tags
        self._always = always
        self._open: list[str] = []
        self._loop: tuple[str, str] = ("", "")
        self._fields: list[str] = []
        self._kind = INLINE
        self.words: list[Expected] = []
        self.rows: list[ExpectedRows] = []

    def read(self, paragraphs: Iterable[TemplateParagraph]) -> Expectations:
        """Read what the paragraphs of a part ask for."""
        for paragraph in paragraphs:
            for piece in paragraph.pieces:
                if isinstance(piece, str):
                    self._read_words(piece)
                elif piece.block:
                    self._read_block(piece)
                else:
                    self._read_shown(piece)
        return self

    def _read_words(self, words: str) -> None:
        plain = _plain(words)
        if plain and not self._open:
            self._expect(plain, PLACES["words"])

    def _expect(self, text: str, what: str) -> None:
        expected = Expected(text, what)
        self.words.append(expected)

    def _read_block(self, tag: TemplateTag) -> None:
        loop = FOR.fullmatch(tag.block)
        if tag.block in CLOSES:
            closed = self._open.pop()
            if closed == "for":
                self._end_loop()
        elif tag.block.startswith(OPENS):
            word, *_ = tag.block.split()
            self._open.append(word)
        if loop:
            self._loop = (loop[1], loop[2])
            self._fields = []
            self._kind = tag.kind

    def _read_shown(self, tag: TemplateTag) -> None:
        found = SHOWN.fullmatch(tag.shown)
        if found is None:
            return
        name, field = found[1], found[2]
        row, _ = self._loop
        if field and name == row:
            self._fields.append(field)
            return
        is_conditional = self._open and name not in self._always
        is_as_it_is = tag.shown == name
        value = self._tags.get(name)
        if is_conditional or not is_as_it_is or not isinstance(value, str):
            return
        what = PLACES["tag"].format(tag=name)
        for text in _ENDS.split(value):
            self._expect(_plain(text), what)

    def _end_loop(self) -> None:
        _, table = self._loop
        rows = []
        for row in self._tags[table]:
            cells = _cells(row, self._fields)
            rows.append(tuple(cells))
        what = PLACES["table"].format(tag=table)
        if self._kind == OF_ROW:
            expected = ExpectedRows(tuple(rows), what)
            self.rows.append(expected)
        else:
            self._expect_each(rows, what)
        self._loop = ("", "")

    def _expect_each(self, rows: Iterable[Iterable[str]], what: str) -> None:
        """Expect the words of rows that stand in no table."""
        for cells in rows:
            for text in cells:
                self._expect(text, what)


def _cells(row: Any, fields: Iterable[str]) -> Iterator[str]:
    """Yield what a row has to show; a «-» may leave the page with its empty column."""
    for field in fields:
        value = row.get(field, "") if isinstance(row, Mapping) else getattr(row, field)
        for text in _ENDS.split(str(value)):
            shown = _plain(text)
            if shown and shown != NONE:
                yield shown


def _plain(text: str) -> str:
    return " ".join(text.split())


def refuse_missing(expected: Expectations, root: Element, name: str) -> None:
    """Raise WrongRequest BC-13 for the first words that were to be written and do not stand in the part."""
    texts = {each: _plain(text) for each, text in texts_of(root).items()}
    text = "\n".join(texts.values())
    counts = Counter(expected.words)
    for words, times in counts.items():
        if text.count(words.text) < times:
            raise _missing(words.text, words.what, name)
    standing = _texts_of_rows(root, texts)
    for table in expected.rows:
        _refuse_missing_rows(table, standing, name)


def _refuse_missing_rows(table: ExpectedRows, standing: Sequence[str], name: str) -> None:
    at = 0
    for cells in table.rows:
        found = _find(cells, standing, at)
        if found is None:
            raise _missing(", ".join(cells), table.what, name)
        at = found + 1


def _texts_of_rows(root: Element, texts: Mapping[Element, str]) -> list[str]:
    rows = []
    for row in root.iter(ROW):
        cells = [texts[each] for each in row.iter(PARAGRAPH)]
        rows.append("\n".join(cells))
    return rows


def _find(cells: Sequence[str], standing: Sequence[str], start: int) -> int | None:
    """Return the place of the first row from `start` on that holds all the cells."""
    for at in range(start, len(standing)):
        row = standing[at]
        if all(cell in row for cell in cells):
            return at
    return None


def _missing(words: str, what: str, name: str) -> WrongRequest:
    plain = unmarked(words)
    return WrongRequest(
        "BC-13",
        name=name,
        words=shortened(plain),
        what=what,
    )
