"""What does not fit between the sheets of figures and the files that they came from, one thing each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.history import Answer
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.vietnamese.text import clean
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

QUOTED: Final = 60  # characters of an answer in a sentence
NOISE: Final = 1e-9  # of a number on its way through a workbook, as a share of it


class BreakKind(StrEnum):
    """What does not fit; the value is the code of its sentence."""

    NO_ROW = "DC-01"  # a unit has reported, and tblSoLieu has no row of it
    NOBODYS_ROW = "DC-02"  # a row of figures, and no report that counts behind it
    EDITED = "DC-03"  # a figure is not what the file says
    ALLOWED = "DC-04"  # the same, and the office has said who allowed it
    EDITED_WORDS = "DC-05"  # words of tblThuyetMinh are not those of the file
    LOST = "DC-06"  # the untouched copy of the file is gone
    CHANGED = "DC-07"  # other bytes stand in its place
    UNKNOWN = "DC-08"  # nothing is kept of what the file was judged to say

    @property
    def needs_a_hand(self) -> bool:
        """Whether somebody has to put something right."""
        return self not in {BreakKind.ALLOWED, BreakKind.EDITED_WORDS, BreakKind.UNKNOWN}


@dataclass(frozen=True)
class FigureBreak:
    """One thing that does not fit; `code`: the indicator, blank where it is a matter of the whole report.

    found: what the sheet has. expected: what the file says. file, sheet, cell: where it says so.
    state: what the unit's duty is, of a row that is nobody's.
    """

    kind: BreakKind
    period: str
    unit: str
    unit_name: str = ""
    code: str = ""
    found: Answer = None
    expected: Answer = None
    file: str = ""
    sheet: str = ""
    cell: str = ""
    state: str = ""

    @property
    def message(self) -> str:
        """The sentence: whose, where, what, and what to do."""
        return sentence(self.kind, self.facts)

    @property
    def facts(self) -> Mapping[str, Any]:
        """What fills the blanks of the sentence."""
        return {
            "period": self.period,
            "unit": self.unit_name or self.unit,
            "indicator": self.code,
            "found": answer_text(self.found),
            "expected": answer_text(self.expected),
            "file": self.file,
            "sheet": self.sheet,
            "cell": self.cell,
            "state": self.state or sentence("DC-10", {}),
        }


def answer_text(value: Answer) -> str:
    """Return an answer as a sentence quotes it: figures the Vietnamese way, a blank by its name."""
    if value is None:
        return sentence("DC-00", {})
    return value_text(value)[:QUOTED]


def is_same(one: object, other: object) -> bool:
    """Whether two answers are one: numbers within what a workbook may do to them, texts by their words."""
    if one == other:
        return True
    if _is_number(one) and _is_number(other):
        return _is_near(one, other)
    return _words(one) == _words(other)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _is_near(one: Any, other: Any) -> bool:
    size = max(1.0, abs(one))
    difference: float = abs(one - other)
    bound: float = NOISE * size
    return difference <= bound


def _words(value: object) -> list[str]:
    if value is None:
        return []
    text = clean(str(value)).text
    return text.split()
