"""Rules as an office might write them, at random: sums, shares, functions, constants, blanks that count as 0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from khoagiao_xl.model.indicators import Indicator

NUMBERS: Final = ("0", "1", "2", "7", "0,5", "1,5", "100", "0,00001", "1000000")
BOUNDS: Final = ("0..10", "2..2000", "0..0,3", "0,00001..5", "1..1", "0..1000000000000")
COMPARISONS: Final = ("=", "<=", ">=", "cùng có", "trong khoảng", "kéo theo")


class RandomRules:
    """Writes rules over some indicators."""

    def __init__(self, chance: Random, indicators: Sequence[Indicator]) -> None:
        self._chance = chance
        self._codes = [item.code for item in indicators]

    def rules(self, subjects: Sequence[Indicator]) -> list[Rule]:
        """Return a rule that is told at each of these indicators."""
        return [Rule.from_row(self._row(f"X{at}", item.code)) for at, item in enumerate(subjects)]

    def _row(self, code: str, subject: str) -> dict[str, str]:
        comparison = self._chance.choice(COMPARISONS)
        rights = {"trong khoảng": self._chance.choice(BOUNDS), "kéo theo": self._chance.choice(self._codes)}
        return {
            "code": code,
            "left": f"{subject}{self._rest()}",
            "comparison": comparison,
            "right": rights.get(comparison) or self._side(2),
            "blanks": self._chance.choice(("", "coi là 0")),
            "severity": "lỗi",
            "status": "bật",
            "kinds": "",
            "message": f'Số liệu "{code}" chưa khớp & cần xem <lại>',
        }

    def _rest(self) -> str:
        return self._chance.choice(("", f"+{self._side(1)}", f"-{self._side(1)}", f"*{self._side(1)}"))

    def _side(self, depth: int) -> str:
        one, other = self._term(depth), self._term(depth)
        shapes = (
            one,
            f"{one}+{other}",
            f"({one}-{other})*{self._term(0)}",
            f"{one}/{other}",
            f"max({one}; {other})",
            f"min({one}; {other}; {self._term(0)})",
            f"abs({one}-{other})",
            f"round({one}/{other}; 1)",
            f"round({one})",
            f"-{one}",
        )
        return self._chance.choice(shapes)

    def _term(self, depth: int) -> str:
        if depth:
            return f"({self._side(depth - 1)})"
        return self._chance.choice((*self._codes, *NUMBERS))
