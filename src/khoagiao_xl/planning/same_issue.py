"""The same issue, told anew: a notice that says it corrects one is looked for by words, unit and day.

One that says it is new is the same only where it says the very same: two schools may tell of one day in
nearly the same words, and an issue that is overwritten is lost. What is only alike is named in the row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.office.rows import words_in
from khoagiao_xl.vietnamese.dates import parse_date
from khoagiao_xl.vietnamese.likeness import shared_words
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.model.hot_issues import Issue, QuickNotice

ALIKE: Final = 0.5  # of the words: enough for one that says it corrects another
NEARLY_THE_SAME: Final = 0.8
DAYS_APART: Final = 31  # farther apart the same words tell of another occurrence


@dataclass(frozen=True)
class KnownIssue:
    """An issue that the log knows. texts: field -> what stands in its row; told: what the unit told last.

    key: under which it was proposed, blank for a row that only people typed. is_there: whether its row is.
    """

    code: str
    key: str
    texts: Mapping[str, str]
    told: Mapping[str, str]
    is_there: bool = True

    @property
    def row_code(self) -> str:
        """The code of its row, blank where a person took that out."""
        if self.is_there:
            return self.code
        return ""

    @property
    def hashes(self) -> tuple[str, ...]:
        """The hashes of the quick forms that told of it, each once, the first of them first."""
        told = self.told.get("sha256", "")
        written = self.texts.get("sha256", "")
        both = words_in(f"{told};{written}")
        once = dict.fromkeys(both)
        return tuple(once)

    def says(self, field: str) -> str:
        """Return what the unit told in one field, else what stands in the row."""
        return self.told.get(field) or self.texts.get(field, "")

    def is_of_unit(self, issue: Issue) -> bool:
        """Say whether it is of the same unit."""
        return self.says("unit") == issue.unit

    def days_from(self, issue: Issue) -> int:
        """Return how many days lie between the two; a great many where the row has no day."""
        day = parse_date(self.says("day"))
        if day is None:
            return 100 * DAYS_APART
        apart = issue.day - day
        return abs(apart.days)

    def is_near(self, issue: Issue) -> bool:
        """Say whether it is of the same unit, and of about the same days."""
        if not self.is_of_unit(issue):
            return False
        return self.days_from(issue) <= DAYS_APART

    def likeness(self, issue: Issue) -> float:
        """Return how much of the words the two share, from 0 to 1."""
        own = self.says("text")
        return shared_words(issue.text, own)


def known_issue(notice: QuickNotice, known: Iterable[KnownIssue]) -> KnownIssue | None:
    """Return the issue of the log that a notice tells of anew; None for a new one."""
    issue = notice.issue
    near = [one for one in known if one.is_near(issue)]
    if notice.is_correction:
        return _likest(issue, near) or _only_one_of_its_day(issue, near)
    for one in near:
        if _says_the_same(issue, one):
            return one
    return None


def _likest(issue: Issue, near: Sequence[KnownIssue]) -> KnownIssue | None:
    best = None
    most = ALIKE
    for one in near:
        share = one.likeness(issue)
        if share >= most:
            best = one
            most = share
    return best


def _only_one_of_its_day(issue: Issue, near: Sequence[KnownIssue]) -> KnownIssue | None:
    of_the_day = [one for one in near if one.days_from(issue) == 0]
    if len(of_the_day) != 1:
        return None
    return of_the_day[0]


def _says_the_same(issue: Issue, one: KnownIssue) -> bool:
    if one.days_from(issue):
        return False
    own = one.says("text")
    return fold(issue.text) == fold(own)


def perhaps_the_same(issue: Issue, known: Iterable[KnownIssue]) -> list[str]:
    """Return the codes of the rows that a person should look at beside a new one."""
    found = []
    for one in known:
        if not one.is_there or not one.is_near(issue):
            continue
        is_alike = one.likeness(issue) >= NEARLY_THE_SAME
        if is_alike or one.days_from(issue) == 0:
            found.append(one.code)
    return found
