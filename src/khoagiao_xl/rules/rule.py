"""One rule of tblQuyTac: two sides, how they must compare, what a blank means, how much it weighs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.rules.expression import INDICATOR, Expression, Number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from khoagiao_xl.model.periods import Kind

STATUSES: Final = ("thử", "bật", "tắt")
KINDS: Final = ("M", "Q", "H", "Y")
NEARLY: Final = 1e-6  # figures are whole or have one decimal; this only forgives binary fractions
BETWEEN, TOGETHER, IMPLIES = "trong khoảng", "cùng có", "kéo theo"

# How the two sides compare, as Python and as an Excel condition that is TRUE when the rule is broken.
COMPARISONS: Final[dict[str, Callable[[Number, Number], bool]]] = {
    "=": lambda left, right: abs(left - right) <= NEARLY,
    "<=": lambda left, right: left <= right + NEARLY,
    ">=": lambda left, right: left >= right - NEARLY,
    TOGETHER: lambda left, right: (left > 0) == (right > 0),
}
BROKEN_IN_EXCEL: Final = {
    "=": "ABS({left}-({right}))>0.000001",
    "<=": "{left}>({right})+0.000001",
    ">=": "{left}<({right})-0.000001",
    TOGETHER: "({left}>0)<>(({right})>0)",
}


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
    status: str = "bật"
    kinds: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Rule:
        """Return the rule of a row of tblQuyTac; raise WrongRequest QT-.. saying what is wrong in it."""
        comparison, right = str(row["comparison"]).strip(), str(row["right"]).strip()
        if comparison not in {*COMPARISONS, BETWEEN, IMPLIES}:
            raise WrongRequest("QT-02", rule=row["code"], comparison=comparison)
        if comparison == IMPLIES and not INDICATOR.fullmatch(right):
            raise WrongRequest("QT-03", rule=row["code"], text=right)
        return cls(
            code=str(row["code"]),
            left=Expression.parse(str(row["left"])),
            comparison=comparison,
            right=Expression.parse("0" if comparison == BETWEEN else right),
            severity=Severity(row["severity"]),
            message=str(row["message"]),
            bounds=_bounds(right) if comparison == BETWEEN else None,
            blanks_are_zero=row["blanks"] == "coi là 0",
            status=_one_of(str(row["status"]).strip().casefold(), STATUSES, row),
            kinds=frozenset(_one_of(kind, KINDS, row) for kind in _words(str(row["kinds"]))),
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The indicators the rule speaks of, the one it is shown at first."""
        return tuple(dict.fromkeys(self.left.codes + self.right.codes))

    @property
    def carried_pairs(self) -> list[tuple[str, str]]:
        """The pairs of indicators of which the rule needs what earlier periods left over."""
        return self.left.carried_pairs + self.right.carried_pairs

    def applies_to(self, kind: Kind) -> bool:
        """Whether the rule is switched on for this kind of period."""
        return self.status == "bật" and (not self.kinds or kind in self.kinds)

    def is_broken(
        self,
        values: Mapping[str, Number | str | None],
        carried: Mapping[tuple[str, str], Number] | None = None,
    ) -> bool:
        """Say whether `values` break the rule; a side that cannot be computed breaks nothing."""
        figures = {code: self._figure(values.get(code)) for code in self.codes}
        left = self.left.evaluate(figures, carried)
        if left is None:
            return False
        if self.comparison == IMPLIES:
            return left > 0 and values.get(self.right.text) in (None, "")
        if self.bounds:
            return not self.bounds[0] - NEARLY <= left <= self.bounds[1] + NEARLY
        right = self.right.evaluate(figures, carried)
        return right is not None and not COMPARISONS[self.comparison](left, right)

    def _figure(self, value: Number | str | None) -> Number | None:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        return 0 if self.blanks_are_zero and value is None else None

    def broken_in_excel(self, cells: Mapping[str, str]) -> str | None:
        """Return a condition over `cells` that is TRUE when the rule is broken, or None if it cannot be said.

        A rule over earlier periods, or over cells the form does not have, is left to the intake.
        """
        if self.carried_pairs or (self.comparison == IMPLIES and self.right.text not in cells):
            return None
        missing = [code for code in self.codes if code not in cells]
        if missing and not self.blanks_are_zero:
            return None
        cells = {**cells, **dict.fromkeys(missing, "0")}
        left = self.left.to_excel(cells)
        if self.comparison == IMPLIES:
            broken = f"AND({left}>0,LEN(TRIM({cells[self.right.text]}))=0)"
        elif self.bounds:
            broken = f"OR({left}<{self.bounds[0]!r},{left}>{self.bounds[1]!r})"
        else:
            broken = BROKEN_IN_EXCEL[self.comparison].format(left=left, right=self.right.to_excel(cells))
        figures = [code for code in self.codes if self.comparison != IMPLIES or code in self.left.codes]
        asked = ",".join(cells[code] for code in figures)
        complete = "TRUE" if self.blanks_are_zero else f"COUNT({asked})={len(figures)}"
        return f"IF({complete},IFERROR({broken},FALSE),FALSE)"


def _words(text: str) -> list[str]:
    return [word.strip().upper() for word in text.replace(",", ";").split(";") if word.strip()]


def _one_of(value: str, known: tuple[str, ...], row: Mapping[str, Any]) -> str:
    """Return `value` if it is one of `known`: a rule must never be switched off by a slip of the pen."""
    if value not in known:
        raise WrongRequest("QT-05", rule=row["code"], value=value, known=", ".join(known))
    return value


def _bounds(text: str) -> tuple[Number, Number]:
    low, separator, high = text.partition("..")
    sides = [Expression.parse(side).evaluate({}) for side in (low, high)] if separator else []
    if len(sides) != 2 or sides[0] is None or sides[1] is None or sides[0] > sides[1]:
        raise WrongRequest("QT-04", text=text)
    return sides[0], sides[1]
