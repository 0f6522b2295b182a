"""What the office is asked before a document is written or given its number, in one sentence, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from khoagiao_xl.files import OLDER
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.asked_again import PATIENCE, is_asked_again
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.report.issuing import issued_as
from khoagiao_xl.report.told_documents import symbol_of
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_writing import AskedDocument

ASKED = 1  # status of an outcome that waits for an answer


def asking(year: Year, job: Job, name: str, reasons: Iterable[str]) -> Changes | None:
    """Return the question that stands in the way, None where there is none or it has been answered.

    name: of the document that is asked for: a «yes» to one is no «yes» to another.

    Nothing is written but a line of the journal, by which a second click is known as the answer.
    """
    told = " ".join(reasons)
    if not told or job.is_sure:
        return None
    minutes = int(PATIENCE.total_seconds()) // 60
    question = sentence("SVB-07", {"name": name, "reasons": told, "minutes": minutes})
    if is_asked_again(year, question, job.now):
        return None
    return Changes(Outcome(question, ASKED), logs=True)


def asked_before(asked: AskedDocument, data: bytes) -> Changes | None:
    """Return what the office is asked before a document is written as `data`, None for nothing."""
    reasons = [*unfinished(asked), *written_over(asked, data)]
    name = asked.path.name
    return asking(
        asked.year,
        asked.job,
        name,
        reasons,
    )


def asked_over(asked: AskedDocument, changes: Changes) -> Changes | None:
    """Return the question whether the file of `changes` may take the place of a numbered document."""
    [file] = changes.files
    data = file.bytes()
    name = file.path.name
    reasons = written_over(asked, data)
    return asking(
        asked.year,
        asked.job,
        name,
        reasons,
    )


def unfinished(asked: AskedDocument) -> Iterator[str]:
    """Yield why the period of a document is not over: its window still runs, or its reports are not due."""
    period = asked.period
    if period is None or not asked.can_wait:
        return
    deadline = asked.year.obligations(period).deadline
    today = asked.job.now.date()
    if today <= deadline.ends:
        yield sentence("SVB-04", {"period": period.title, "ends": day_text(deadline.ends)})
    elif today <= deadline.unit_due:
        yield sentence("SVB-05", {"period": period.label, "due": day_text(deadline.unit_due)})


def written_over(asked: AskedDocument, data: bytes) -> Iterator[str]:
    """Yield that a document with a number lies there and is another one than `data`.

    What bears a number may have been signed and sent: it makes way for another text only when somebody says
    so. A draft is asked nothing; whatever lay there is kept in a folder of its own by who writes.
    """
    given = issued_as(asked.year, asked.key)
    path = asked.path
    if given is None or not path.is_file():
        return
    if path.read_bytes() != data:
        yield sentence("SVB-31", {"symbol": symbol_of(given), "folder": OLDER})
