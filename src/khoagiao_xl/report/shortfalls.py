"""What figures show to be left undone, as data: in which words it is a limit, and a task of the coming time.

data/report_shortfalls.csv has a row for each figure that may fall short:

code        the indicator: the part that is done, or the units that said yes
of          the indicator of the whole that it is done of; blank where the units that answered are the whole
task_words  words by which a task of the plan is known that the figure counts; blank: by its directive
limit       its words among the limits: {left} is «29/89», {vb} the directive that its label names
task        its words among the tasks of the coming time, {count} is what is left; blank where it is none
done        what the units that said yes have done, where that is less than the words of the task
also        words by which a task asks more than that, «gửi»
untold      that no figure tells of that, «chưa có số liệu về ngày gửi»
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import named_in
from khoagiao_xl.report.keyed_figures import LEFT, left_of
from khoagiao_xl.report.sentences import answered, fraction, has_answer, keyed, number
from khoagiao_xl.shipped_tables import shipped_rows

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
        return self.limit.format(left=left, vb=directive)


@cache
def shortfalls() -> tuple[Shortfall, ...]:
    """Return the rows of the table."""
    rows = shipped_rows(TABLE)
    return tuple(Shortfall(**row) for row in rows)


def parts_left(content: ReportContent) -> Iterator[tuple[Shortfall, str]]:
    """Yield what is left of a whole, «255/488»; nothing where other units stand behind the two figures."""
    for row in shortfalls():
        part = content.by_code.get(row.code)
        whole = content.by_code.get(row.of)
        if part is None or whole is None or not same_units(part, whole):
            continue
        left = (whole.value or 0) - (part.value or 0)
        if left > 0:
            shown = keyed(whole, "", in_text=False)
            yield row, f"{number(left, in_text=False)}/{shown}"


def same_units(part: Total, whole: Total) -> bool:
    """Whether a part and its whole are both known, and of as many units."""
    if not has_answer(part) or not has_answer(whole):
        return False
    return answered(part) == answered(whole)


def units_left(total: Total, unheard: int = 0) -> str:
    """Return «29/89»: how many of the units that answered said no; blank where none did.

    unheard: how many of those said so too early to count, and nothing since.
    """
    if not has_answer(total):
        return ""
    count = (left_of(total) or 0) - unheard
    if count <= 0:
        return ""
    left = number(count, in_text=False) if unheard else keyed(total, LEFT, in_text=False)
    return fraction(left, answered(total) - unheard)
