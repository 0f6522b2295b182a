"""What one unit reported before: the figures that count now, by period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Answer = float | int | str | None


@dataclass(frozen=True)
class History:
    """The reported periods of one unit: period code («2024-M03») -> indicator code -> value.

    A period that was not reported is not in it; a blank of a reported one is None.
    """

    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)

    def without(self, period: str) -> History:
        """Return the reports of other periods than this one."""
        others = {code: answers for code, answers in self.answers.items() if code != period}
        return History(others)


NO_HISTORY = History()
