"""What figures show to be left undone, as data: in which words it is a limit, and a task of the coming time.

data/report_shortfalls.csv has a row for each figure that may fall short:

code        the indicator: the part that is done, or the units that said yes
of          the indicator of the whole that it is done of; blank where the units that answered are the whole
task_words  words by which a task of the plan is known that the figure counts; blank: by its directive
limit       its words among the limits: {left} is «29/89», {vb} the directive that its label names
task        its words among the tasks of the coming time, {count} is what is left; blank where it is none
done        what the units that said yes have done; blank: the task, where nothing else is asked of them
also        words by which a task asks more than that, «gửi»
untold      that no figure tells of that, «chưa có số liệu về ngày gửi»
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import named_in
from khoagiao_xl.report.keyed_figures import LEFT, TO_DATE, keyed_figure, left_of
from khoagiao_xl.report.sentences import answered, fraction, has_answer, keyed, number
from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent

TABLE: Final = "report_shortfalls.csv"


@dataclass(frozen=True)
class Shortfall:
    """One row of the table."""

    code: str
    of: str
    task_words: str
    limit: str
    task: str
    done: str
    also: str
    untold: str

    def as_limit(self, total: Total, left: str) -> str:
        """Return how it is told among the limits."""
        directive = named_in(total.label)
        return self.limit.format(
            left=left,
            vb=directive,
        )

    def as_done(self, total: Total) -> str:
        """Return what the units that said yes have done: what was asked of them, not the whole of a task."""
        directive = named_in(total.label)
        return self.done.format(vb=directive)


@cache
def shortfalls() -> tuple[Shortfall, ...]:
    """Return the rows of the table."""
    rows = shipped_rows(TABLE)
    return tuple(Shortfall(**row) for row in rows)


@dataclass(frozen=True)
class PartLeft:
    """What is left of a whole: «50/94» in the period, «106/189» since the year began; blank for nothing.

    Of a period that begins the year the two are one, and `to_date` is blank.
    """

    row: Shortfall
    left: str
    to_date: str
    measure: str
    begins_year: bool

    @property
    def limit(self) -> str:
        """How it is told among the limits: what of a period alone is left is not all that is."""
        told = self.row.limit.format(left=self.left or self.to_date)
        if self.begins_year:
            return told
        phrase = "con_trong_ky" if self.left else "con_chi_luy_ke"
        if self.left and self.to_date:
            phrase = "con_ca_hai"
        return TOLD[phrase].format(
            told=told,
            to_date=self.to_date,
            measure=self.measure,
        )

    @property
    def count(self) -> str:
        """How much is left to be done of all that is known."""
        shown = self.to_date or self.left
        count, _, _ = shown.partition("/")
        return count


def parts_left(content: ReportContent) -> Iterator[PartLeft]:
    """Yield what is left of each whole; nothing where other units stand behind the two figures."""
    begins_year = content.period.begins_year
    for row in shortfalls():
        part = content.by_code.get(row.code)
        whole = content.by_code.get(row.of)
        if part is None or whole is None:
            continue
        through = "" if begins_year else _left_to_date(part, whole)
        found = PartLeft(
            row,
            left=_left_now(part, whole),
            to_date=through,
            measure=whole.unit_of_measure,
            begins_year=begins_year,
        )
        if found.left or found.to_date:
            yield found


def _left_now(part: Total, whole: Total) -> str:
    if not same_units(part, whole):
        return ""
    return _left(part, whole, "")


def _left_to_date(part: Total, whole: Total) -> str:
    if part.to_date_counted != whole.to_date_counted:
        return ""
    return _left(part, whole, TO_DATE)


def _left(part: Total, whole: Total, what: str) -> str:
    done = keyed_figure(part, what)
    of_all = keyed_figure(whole, what)
    if done is None or of_all is None or done >= of_all:
        return ""
    left = number(of_all - done, in_text=False)
    shown = keyed(
        whole,
        what,
        in_text=False,
    )
    return f"{left}/{shown}"


def same_units(part: Total, whole: Total) -> bool:
    """Whether a part and its whole are both known, and of as many units."""
    if not has_answer(part) or not has_answer(whole):
        return False
    return answered(part) == answered(whole)


def units_left(total: Total, too_early: int = 0) -> str:
    """Return «29/89»: how many of the units that answered said no; blank where none did.

    too_early: how many of those said so too early to count, and nothing since.
    """
    if not has_answer(total):
        return ""
    count = (left_of(total) or 0) - too_early
    if count <= 0:
        return ""
    left = number(count, in_text=False) if too_early else keyed(total, LEFT, in_text=False)
    return fraction(left, answered(total) - too_early)
