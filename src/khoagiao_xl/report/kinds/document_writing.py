"""A document asked for by a job, whatever its kind: its key, its head, its bytes and where it goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.document_heading import heading_tags
from khoagiao_xl.report.gathering import gather
from khoagiao_xl.report.issuing import letterhead_of
from khoagiao_xl.report.kinds.document_order import DocumentOrder, order_of
from khoagiao_xl.report.kinds.draft_notes import notes_on
from khoagiao_xl.report.kinds.kinds_table import KINDS
from khoagiao_xl.report.letterheads import REPORT
from khoagiao_xl.report.report_files import report_bytes, report_path
from khoagiao_xl.report.template import find_template
from khoagiao_xl.report.write_word import render_tags

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.letterheads import Letterhead

ALL = 0  # who receives the reports


@dataclass(frozen=True)
class AskedDocument:
    """What a job asks for. order: None for the report of a period, `report` its body where that is told."""

    year: Year
    job: Job
    order: DocumentOrder | None = None

    @classmethod
    def of(cls, year: Year, job: Job) -> AskedDocument:
        """Return what `job.kind` names; raise WrongRequest as `order_of` does."""
        kind = KINDS.get(job.kind)
        if kind is None:
            return cls(year, job)
        order = order_of(kind, year, job)
        return cls(year, job, order)

    @property
    def key(self) -> str:
        """What the register has in column «Báo cáo»."""
        if self.order:
            return self.order.key
        parts = [self.job.kind, str(self.job.asked_period)]
        return " ".join(filter(None, parts))

    @property
    def kind(self) -> str:
        """What it is: «Báo cáo», «Công văn»."""
        return self.order.kind.document if self.order else REPORT

    @property
    def period(self) -> Period | None:
        """The period it is of, None for what is of an issue or of the year."""
        if self.order:
            return self.order.period
        return self.job.asked_period

    @property
    def can_wait(self) -> bool:
        """Whether it is asked about before its period is over."""
        return self.order.kind.can_wait if self.order else True

    @property
    def tells_figures(self) -> bool:
        """Whether it tells figures of «Tổng hợp»."""
        return self.order.kind.tells_figures if self.order else True

    @property
    def path(self) -> Path:
        """Where it goes."""
        out = self.job.out or self.year.path.parent
        if self.order:
            return self.order.path(out)
        return report_path(out, self.job.asked_period, self.job.kind)

    def head(self) -> Letterhead:
        """Return its head as settings and register have it; raise as `letterhead_of` does."""
        today = self.job.now.date()
        head = letterhead_of(self.year, today, self.key, self.kind)
        most = self.order.kind.receivers if self.order else ALL
        if most == ALL:
            return head
        first = head.recipients[:most]
        return replace(head, recipients=first)

    def subject(self) -> str:
        """Return what it is about, as its head says."""
        tags = self._tags() if self.order else heading_tags(self.content())
        words = str(tags["trich_yeu"]).split()
        return " ".join(words)

    def content(self) -> ReportContent:
        """Return what the report of a period is made from; raise BC-08 when nobody has reported."""
        period = self.job.asked_period
        gathered = gather(self.year, period, self.job.now.date())
        content = replace(gathered, asked_report=self.job.kind, letterhead=self.head())
        if not content.reported:
            raise WrongRequest("BC-08", period=period.label)
        return content

    def document_bytes(self) -> bytes:
        """Return the Word file of a kind of KINDS; raise what its function raises, and as `render` does."""
        if self.order is None:
            return report_bytes(self.content(), self.year.path)
        head = self.head()
        template = find_template(self.order.kind.template, self.year.path, is_state=head.is_of_state)
        return render_tags(
            self._tags(),
            template,
            author=head.author,
            day=head.day or self.order.today,
        )

    def notes(self) -> list[str]:
        """Return what the office is told beside a document of another kind than the report of a period."""
        if self.order:
            return list(notes_on(self.year, self._dated(self.order)))
        return []

    def _tags(self) -> dict[str, Any]:
        if self.order is None:
            return {}
        order = self._dated(self.order)
        tell = order.kind.load()
        return tell(self.year, order, self.head())

    def _dated(self, order: DocumentOrder) -> DocumentOrder:
        """Return the order on the day that the document bears: its facts are those of that day."""
        day = self.head().day or order.today
        return replace(order, today=day)
