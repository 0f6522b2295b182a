"""The lines of the table of speed and what each is held to: aims.csv says them, nothing else does."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("aims.csv")
MET, MISSED, ABSENT, BESIDE = "yes", "NO", "không cài", "-"


@dataclass(frozen=True)
class Aim:
    """One line. figure: what is held against the aim; bound: «most», «least», blank for a line beside."""

    name: str
    work: str
    against: str
    figure: str
    bound: str
    aim: float | None

    @property
    def told(self) -> str:
        """The aim as the table prints it."""
        if self.aim is None:
            return "-"
        sign = "<=" if self.bound == "most" else ">="
        return f"{sign} {self.aim:g}"

    def is_met(self, value: float) -> bool:
        """Say whether a measured value is within the aim; a line beside has none to miss."""
        if self.aim is None:
            return True
        return value <= self.aim if self.bound == "most" else value >= self.aim


@dataclass(frozen=True)
class Measured:
    """What was measured of one line. value: what is held against the aim, None where a peer is missing."""

    aim: Aim
    value: float | None
    ours: str = ""
    theirs: str = ""
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the aim is met, as the table prints it."""
        if self.value is None:
            return ABSENT
        if self.aim.aim is None:
            return BESIDE
        return MET if self.aim.is_met(self.value) else MISSED

    @property
    def is_held(self) -> bool:
        """Whether nothing is wrong with it: an aim that could not be measured is not met."""
        return self.aim.aim is None or self.verdict == MET


def read_aims() -> list[Aim]:
    """Return the lines of aims.csv, in its order."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return [_aim(row) for row in csv.DictReader(stream)]


def _aim(row: dict[str, str]) -> Aim:
    aim = float(row["aim"]) if row["aim"] else None
    return Aim(row["name"], row["work"], row["against"], row["figure"], row["bound"], aim)
