"""One intake: of which master, which period, out of which folder, within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import NotAFolder
from khoagiao_xl.forms.form_printer import FormPrinter
from khoagiao_xl.intake.code_version import reader_version
from khoagiao_xl.intake.inbox.far_files import FarFolder
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.model.hot_issues import QUICK
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.issued_forms import IssuedForms
from khoagiao_xl.office.year import Year

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.results import Progress
    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.storage import Storage


@dataclass(frozen=True)
class Intake:
    """What an intake is of. inbox: the folder that is there, or a place that no path leads to."""

    year: Year
    job: Job
    period: Period
    inbox: Path | FarFolder

    @classmethod
    def of(cls, year: Year, job: Job) -> Intake:
        """Return the intake that `job` asks for; raise NotAFolder when there is no inbox."""
        if job.place:
            return cls(year, job, job.asked_period, FarFolder(job.place))
        inbox = job.source
        if inbox is None or not inbox.is_dir():
            raise NotAFolder(path=inbox)
        return cls(year, job, job.asked_period, inbox)

    @property
    def today(self) -> date:
        """The day of the intake."""
        return self.job.now.date()

    @property
    def progress(self) -> Progress:
        """What is told of every file that was read."""
        return self.job.progress

    @property
    def out(self) -> Path | None:
        """The folder of the copies that go back, None where none are wanted."""
        return self.job.out

    @property
    def is_apart(self) -> bool:
        """Whether the figures are kept apart from the master, as those of a cluster are."""
        return bool(self.job.scheduler)

    @cached_property
    def code(self) -> str:
        """The code of the period, as tables and forms say it."""
        return str(self.period)

    @cached_property
    def limits(self) -> Limits:
        """How much one file may cost."""
        return Limits.of(self.year.settings)

    @cached_property
    def reader(self) -> str:
        """The version of what reads the files, and of what they are held against."""
        return reader_version(self.limits, self.all_issued.version)

    @cached_property
    def issued(self) -> IssuedForms:
        """What was issued for the period; of units of which nothing is kept what the master would issue now.

        What was drawn anew is kept from then on, so that it does not change with the master.
        """
        kept = IssuedForms.read(self.storage, self.code)
        unknown = [unit for unit in self.obligations.owing if unit.code not in kept.units]
        if not unknown:
            return kept
        printer = FormPrinter(self.year, self.obligations)
        redrawn = printer.issued(unknown, is_redrawn=True)
        return kept.joined_with(redrawn)

    @cached_property
    def all_issued(self) -> IssuedForms:
        """The same with the quick forms, which may come into any inbox."""
        quick = IssuedForms.read(self.storage, QUICK)
        return self.issued.joined_with(quick)

    @cached_property
    def measures(self) -> Measures:
        """What the forms are judged by."""
        return Measures.of(self.year, self.period)

    @property
    def obligations(self) -> Obligations:
        """Who owes what."""
        return self.measures.obligations

    @property
    def storage(self) -> Storage:
        """Where the master keeps what came."""
        return self.year.storage
