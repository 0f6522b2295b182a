"""One piece of a guidance's file, and its wording in the one spelling by which texts are compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from khoagiao_xl.vietnamese.running_text import canonical, plain


@dataclass(frozen=True)
class Block:
    """One paragraph or one row of a table.

    kind: text, row, header row, group row, note, quoted.
    cells: (heading, text), of a group row (label, heading).
    level: of a heading in Word's own styles, 1 the outermost, 0 for other text.
    counted_in: the list of Word's that gives it its number, "" where a person typed it.
    continued: the columns whose cell only goes on the one above; opens_table: the first of its table.
    carried: those of these that were blank, and that a reader takes as above.
    """

    text: str
    number: int = 0
    kind: str = "text"
    is_bold: bool = False
    cells: tuple[tuple[str, str], ...] = ()
    continued: tuple[int, ...] = ()
    carried: tuple[int, ...] = ()
    opens_table: bool = False
    level: int = 0
    counted_in: str = ""

    @cached_property
    def canonical(self) -> str:
        """The text in one spelling, every letter in its place."""
        return canonical(self.text)

    @cached_property
    def plain(self) -> str:
        """The text in one spelling and in small letters, every letter in its place."""
        return plain(self.text)

    @cached_property
    def length(self) -> int:
        """How many words it has."""
        words = self.text.split()
        return len(words)

    @property
    def is_text(self) -> bool:
        """Whether it is a paragraph of the text, neither of a table nor a note."""
        return self.kind == "text"
