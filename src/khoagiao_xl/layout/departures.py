"""What departs from the rules of the layout: which rule, where, what is found, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.mends import Mend


class Gravity(StrEnum):
    """How grave a departure is; the values are what people read."""

    ERROR = "lỗi"
    WARNING = "nên sửa"
    NOTE = "lưu ý"


@dataclass(frozen=True)
class FoundText:
    """Where a departure stands in a paragraph's text, from `start` to `end`."""

    paragraph: LaidParagraph
    start: int
    end: int


@dataclass(frozen=True)
class Departure:
    """One departure. rule: its id («TT25»). place: as LaidParagraph.place, «trang, lề», «cả văn bản».

    found, expected, advice: for people, in Vietnamese. paragraph: where a note is to stand in a copy; None
    for one of the whole document. mend: what `--fix` would have to know; None where no program may mend it.
    texts: what was found at one or several places, where that is known.
    """

    rule: str
    weight: Gravity
    place: str
    found: str
    expected: str
    advice: str
    paragraph: LaidParagraph | None = None
    mend: Mend | None = None
    texts: tuple[FoundText, ...] = ()

    @property
    def is_mendable(self) -> bool:
        """Whether it can be put right without a change of words."""
        return self.mend is not None
