"""The tags that a text of tblMauThu may hold, by kind of letter: data/letter_tags.csv, whose columns are

Loại thư  the kind of letter; blank: every kind
Thẻ       what stands between the braces
Bước      of the first row of a kind alone: the steps that its letters have
Câu thêm  what is put at the end of a text that leaves the tag out; blank where it may be left out
Nghĩa     what the office reads it as
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from khoagiao_xl.office.default_rows import words
from khoagiao_xl.shipped_tables import shipped_rows

FILE: Final = "letter_tags.csv"


@dataclass(frozen=True)
class LetterTag:
    """One tag. addition: the sentence that tells it where a text leaves it out, blank where it may."""

    kind: str
    name: str
    addition: str
    meaning: str

    @property
    def must_be_told(self) -> bool:
        """Whether a letter may not leave it out."""
        return bool(self.addition)


def tags_of(kind: str) -> dict[str, LetterTag]:
    """Return name -> tag of those that a letter of a kind may hold."""
    known = {}
    for tag in all_tags():
        is_of_kind = tag.kind in ("", kind)
        if is_of_kind:
            known[tag.name] = tag
    return known


@cache
def steps_of(kind: str) -> tuple[str, ...]:
    """Return the steps that letters of a kind have; none for most."""
    for row in shipped_rows(FILE):
        if row["Loại thư"] == kind and row["Bước"]:
            return words(row["Bước"])
    return ()


@cache
def all_tags() -> tuple[LetterTag, ...]:
    """Return every tag, those of every kind of letter first."""
    tags = []
    for row in shipped_rows(FILE):
        tag = LetterTag(
            kind=row["Loại thư"],
            name=row["Thẻ"],
            addition=row["Câu thêm"],
            meaning=row["Nghĩa"],
        )
        tags.append(tag)
    return tuple(tags)
