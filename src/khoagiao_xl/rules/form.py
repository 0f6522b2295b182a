"""One form to be checked: what the unit answers, what was asked, what it reported before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model.findings import Finding, Place, asked, wrong
from khoagiao_xl.model.history import NO_HISTORY, Answer, History
from khoagiao_xl.rules.answers_over_time import AnswersOverTime
from khoagiao_xl.rules.placeholders import WHOLE_FORM, groups_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Entry


@dataclass(frozen=True)
class Form:
    """One form to be checked: its entries by code, what was asked, what the unit reported before.

    ends: the last day of the period. covers: what the office says the unit is asked, empty for everything.
    file: the name under which the findings speak of it.
    """

    entries: Mapping[str, Entry]
    asked: Sequence[Indicator]
    period: Period
    ends: date
    file: str = ""
    nothing_to_report: bool = False
    history: History = field(default=NO_HISTORY)
    covers: frozenset[str] = frozenset()

    @cached_property
    def now(self) -> AnswersOverTime:
        """The form as the rules see it."""
        answers = self._answers()
        counted: Sequence[str] = self.counted
        if self.nothing_to_report:
            # The unit says that nothing happened: its blanks are zeros, and are held against its months.
            for code in counted:
                if answers[code] is None:
                    answers[code] = 0
            counted = ()
        return AnswersOverTime(answers, self.period, self.history, counted)

    def _answers(self) -> dict[str, Answer]:
        answers = {}
        for code, entry in self.entries.items():
            answers[code] = entry.value
        return answers

    @cached_property
    def groups(self) -> dict[str, list[str]]:
        """Placeholder -> the indicators of this form that it stands for."""
        present = self._present()
        return groups_of(present)

    def _present(self) -> Iterator[Indicator]:
        """Yield the indicators that were asked and have a cell in the form."""
        for item in self.asked:
            if item.code in self.entries:
                yield item

    @property
    def counted(self) -> list[str]:
        """The codes of the cells that the rules over the whole form look at."""
        return self.groups[WHOLE_FORM]

    def value(self, code: str) -> Answer:
        """Return what the unit answers to `code`, None for nothing."""
        entry = self.entries.get(code)
        if entry is None:
            return None
        return entry.value

    def number(self, code: str) -> float | int | None:
        """Return the figure of `code`, None where it is none."""
        value = self.value(code)
        if isinstance(value, int | float):
            return value
        return None

    def place(self, code: str) -> Place:
        """Return where the value of `code` stands in the file."""
        entry = self.entries.get(code)
        if entry is None:
            return Place(self.file)
        return Place(self.file, entry.sheet, entry.cell)

    def explained_at(self, code: str) -> Place:
        """Return where `code` is explained in the file, the place of its value where nothing tells."""
        place = self.place(code)
        entry = self.entries.get(code)
        if entry is None or not entry.explained_in:
            return place
        return replace(place, cell=entry.explained_in)

    def wrong(self, code: str, at: str, **facts: object) -> Finding:
        """Return a finding that sends the form back, at the cell of indicator `at`."""
        place = self.place(at)
        return wrong(code, place, about=at, **facts)

    def asks(self, code: str, at: str, **facts: object) -> Finding:
        """Return a question at the cell of indicator `at`."""
        place = self.place(at)
        return asked(code, place, about=at, **facts)
