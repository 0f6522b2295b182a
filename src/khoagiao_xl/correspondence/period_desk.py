"""What the letters of a period are made from: its units, what became of their duties, where the files lie."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.mail.covering import Covered
from khoagiao_xl.mail.letter import Attachment
from khoagiao_xl.mail.told_findings import places_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.mail.covering import Facts
    from khoagiao_xl.mail.told_findings import Places
    from khoagiao_xl.model.mail_records import LetterKind
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Duty, Unit
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.year import Year


@dataclass
class PeriodDesk:
    """What the kinds of letters read.

    hidden: the rules of findings that are for the office alone. told: what is said of what is missing.
    """

    year: Year
    period: Period
    job: Job
    hidden: Collection[str] = ()
    told: list[str] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The code of the period."""
        return str(self.period)

    @property
    def today(self) -> date:
        """The day of the letters."""
        return self.job.now.date()

    @cached_property
    def obligations(self) -> Obligations:
        """Who owes the period."""
        return self.year.obligations(self.period)

    @cached_property
    def duties(self) -> Mapping[str, Duty]:
        """Code of a unit -> what became of its duty."""
        found = {}
        for duty in self.year.duties_of(self.period):
            found[duty.unit] = duty
        return found

    @cached_property
    def owing(self) -> Sequence[Unit]:
        """The units that owe the period and stand today, those that were released left out."""
        return [unit for unit in self.obligations.owing if self._is_written_to(unit)]

    def _is_written_to(self, unit: Unit) -> bool:
        if self.obligations.waivers.is_released(unit.code):
            return False
        return unit.is_in_force(self.today)

    @cached_property
    def _places(self) -> Places:
        return places_of(self.year, self.hidden)

    def places(self, unit: str) -> Sequence[str]:
        """Return what is open in the file of a unit, in sentences."""
        return self._places.get((self.code, unit), ())

    def folder(self, setting: str) -> Path:
        """Return a folder of tblCauHinh for the period; raise WrongRequest (CH-01) where none is set."""
        year = self.year
        name = year.settings.folder(setting)
        return year.storage.folder(name, self.code)

    def covered(self, kind: LetterKind, about: str, facts: Facts, unit: Unit | None = None) -> Covered:
        """Return what a letter without a file is written for."""
        usual = {"ky": self.period.label}
        return Covered(
            kind,
            period=self.code,
            about=about,
            told_of={**usual, **facts},
            unit=unit,
        )

    def with_file(
        self, kind: LetterKind, path: Path, about: str, facts: Facts, unit: Unit | None = None
    ) -> Covered:
        """Return what a letter with a file is written for."""
        named = {
            "tep": path.name,
            "tep_kem": path.name,
            **facts,
        }
        covered = self.covered(kind, about, named, unit)
        attachment = Attachment.of(path)
        return replace(covered, attachments=(attachment,))


def numbered(lines: Sequence[str]) -> str:
    """Return lines as a numbered list."""
    told = []
    for at, line in enumerate(lines, 1):
        item = f"{at}. {line}"
        told.append(item)
    return "\n".join(told)
