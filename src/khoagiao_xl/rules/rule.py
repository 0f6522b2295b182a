"""One rule of tblQuyTac: two sides, how they must compare, what a blank means, how much it weighs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.findings import Severity
from khoagiao_xl.rules.comparisons import COMPARISONS, IMPLIES, NEARLY
from khoagiao_xl.rules.expression import Expression, Number
from khoagiao_xl.rules.placeholders import PLACEHOLDERS
from khoagiao_xl.rules.rule_fields import read_fields

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from khoagiao_xl.model.periods import Kind
    from khoagiao_xl.rules.answers_over_time import AnswersOverTime

ON, TRIAL, OFF = "bật", "thử", "tắt"
BLANK: Final = (None, "")
NOBODY: Final = ("",)  # the subjects of a rule that speaks of the indicators it names


@dataclass(frozen=True)
class Rule:
    """A rule ready to be applied; `kinds` empty means every kind of period."""

    code: str
    left: Expression
    comparison: str
    right: Expression
    severity: Severity
    message: str
    bounds: tuple[Number, Number] | None = None
    blanks_are_zero: bool = False
    status: str = ON
    kinds: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Rule:
        """Return the rule of a row of tblQuyTac; raise WrongRequest QT-.. for the first thing wrong in it."""
        fields, faults = read_fields(row)
        for _, fault in faults:
            raise fault
        return cls(**fields)

    @property
    def answer(self) -> str:
        """The indicator that must be answered, of a rule that compares by «kéo theo»."""
        return self.right.codes[0]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The indicators and placeholders the rule speaks of, the one it is shown at first."""
        both = [*self.left.codes, *self.right.codes]
        different = dict.fromkeys(both)
        return tuple(different)

    @cached_property
    def placeholder(self) -> str:
        """The word that stands for several indicators, empty when it names them itself."""
        for code in self.codes:
            if code in PLACEHOLDERS:
                return code
        return ""

    @property
    def is_of_the_form(self) -> bool:
        """Whether a form alone can tell that it is broken."""
        return self.left.is_of_the_form and self.right.is_of_the_form

    def codes_about(self, subject: str) -> tuple[str, ...]:
        """Return the indicators the rule speaks of when its placeholder stands for `subject`."""
        if not self.placeholder:
            return self.codes
        meant = [subject if code == self.placeholder else code for code in self.codes]
        different = dict.fromkeys(meant)
        return tuple(different)

    def told_at(self, present: Container[str], subject: str = "") -> str:
        """Return the indicator at which it is told: its subject, else the first one that is present."""
        if subject:
            return subject
        for code in self.codes:
            if code in present:
                return code
        return ""

    def subjects(self, groups: Mapping[str, Sequence[str]]) -> Sequence[str]:
        """Return the indicators its placeholder stands for; once nobody, when it has none."""
        if not self.placeholder:
            return NOBODY
        return groups[self.placeholder]

    def is_for(self, kind: Kind) -> bool:
        """Whether it speaks of this kind of period, whatever its state."""
        return not self.kinds or kind in self.kinds

    def applies_to(self, kind: Kind) -> bool:
        """Whether it is switched on for this kind of period: what a form shows to the unit."""
        return self.status == ON and self.is_for(kind)

    def is_looked_at(self, kind: Kind) -> bool:
        """Whether the intake works it out in this kind of period: switched on, or on trial."""
        return self.status in (ON, TRIAL) and self.is_for(kind)

    def is_broken(self, now: AnswersOverTime, subject: str) -> bool | None:
        """Say whether the answers break the rule; None when a side cannot be computed."""
        left = self._worth(self.left, now, subject)
        if left is None:
            return None
        if self.comparison == IMPLIES:
            answer = now.answers.get(self.answer)
            is_blank = answer in BLANK
            return left > 0 and is_blank
        if self.bounds:
            low, high = self.bounds
            return not low - NEARLY <= left <= high + NEARLY
        return self._differs(left, now, subject)

    def _differs(self, left: Number, now: AnswersOverTime, subject: str) -> bool | None:
        right = self._worth(self.right, now, subject)
        holds = COMPARISONS[self.comparison].holds
        if right is None or holds is None:
            return None
        return not holds(left, right)

    def _worth(self, side: Expression, now: AnswersOverTime, subject: str) -> Number | None:
        return side.value(now, subject, blanks_are_zero=self.blanks_are_zero)
