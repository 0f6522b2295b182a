"""What a line is measured with, and how a figure is made of two costs."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from aims import Aim, Measured, read_aims
from running import Cost
from samples import Samples


@dataclass
class Bench:
    """One run of the table. intake: what taking the forms in cost, for the lines that it is held against."""

    samples: Samples
    runs: int = 3
    intake: Cost | None = None
    found: dict[str, Measured] = field(default_factory=dict)
    aims: dict[str, Aim] = field(default_factory=lambda: {aim.name: aim for aim in read_aims()})

    def put(self, name: str, value: float | None, ours: float = 0, theirs: float = 0, note: str = "") -> None:
        """Keep what was measured of a line."""
        told = (f"{ours:.3f}", f"{theirs:.3f}") if value is not None else ("", "")
        line = Measured(self.aims[name], value, *told, note)
        self.found[name] = line
        sys.stderr.write(f"{name}: {value} ({' / '.join(told)}) {line.verdict}\n")


def ratio(ours: float, theirs: float) -> float:
    """Return how many times theirs ours is."""
    return ours / theirs


def times_less(ours: float, theirs: float) -> float:
    """Return how many times ours theirs is."""
    return theirs / ours


def more(ours: float, theirs: float) -> float:
    """Return what ours is above theirs."""
    return ours - theirs


def absent(name: str) -> tuple[str, None]:
    """Return what is kept of a line whose peer is not here."""
    return name, None
