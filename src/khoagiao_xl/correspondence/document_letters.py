"""The letters that the report goes with to the list of recipients, and the notice to the units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import read_bytes, sha256_of
from khoagiao_xl.mail.addresses import read_recipients
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.report.citing import about, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.issuing import issued_as
from khoagiao_xl.report.kinds.document_writing import AskedDocument
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.correspondence.period_desk import PeriodDesk
    from khoagiao_xl.mail.covering import Covered
    from khoagiao_xl.model.records import Unit

FOLDER: Final = "thu_muc_bao_cao"


@dataclass(frozen=True)
class SentDocument:
    """A kind of document that is mailed. word: of `report --kind`.

    named, cited: the sentences that name it without its number, and with it.
    """

    kind: LetterKind
    word: str
    named: str
    cited: str


REPORT: Final = SentDocument(LetterKind.REPORT, "", "THU-327", "THU-330")
NOTICE: Final = SentDocument(LetterKind.NOTICE, "thong_bao", "THU-328", "THU-331")


def report_letters(desk: PeriodDesk) -> Iterator[Covered]:
    """Yield the letter with the report to the list of recipients; raise THU-304 to THU-306."""
    mail = desk.year.settings.mail
    recipients = read_recipients(mail.report_recipients, mail.domains)
    for fault in recipients.faults:
        told = sentence("THU-307", {"fault": fault})
        desk.told.append(told)
    if not recipients.sound:
        raise WrongRequest("THU-306")
    yield _letter(desk, REPORT, None)


def notice_letters(desk: PeriodDesk) -> Iterator[Covered]:
    """Yield a letter with the notice on reporting to each unit; raise THU-304, THU-305."""
    for unit in desk.owing:
        yield _letter(desk, NOTICE, unit)


def _letter(desk: PeriodDesk, sent: SentDocument, unit: Unit | None) -> Covered:
    """Return a letter with a document that lies in the folder and has its number."""
    out = desk.folder(FOLDER)
    job = replace(desk.job, kind=sent.word, out=out)
    asked = AskedDocument.of(desk.year, job)
    path = asked.path
    name = sentence(sent.named, {"period": desk.period.label})
    if not path.exists():
        raise WrongRequest("THU-304", document=name, folder=out.name)
    head = asked.head()
    if not head.number:
        raise WrongRequest("THU-305", document=asked.kind, period=desk.period.label)
    symbol = f"{head.number.zfill(2)}-{head.symbol}"
    day = day_text(head.day or desk.today)
    numbered = {"document": asked.kind, "number": symbol, "day": day}
    full = sentence("THU-329", numbered)
    facts = {
        "van_ban": _cited(desk, sent, asked, full),
        "noi_ban_hanh": clean_line(head.author),
        "so_hieu": symbol,
        "ngay_van_ban": day,
    }
    data = read_bytes(path)
    return desk.with_file(
        sent.kind,
        path,
        sha256_of(data),
        facts,
        unit,
    )


def _cited(desk: PeriodDesk, sent: SentDocument, asked: AskedDocument, full: str) -> str:
    """Return the document with its number and what it is about, as the register has it."""
    registered = issued_as(desk.year, asked.key)
    subject = registered.subject.strip() if registered else ""
    if subject:
        facts = {"full": full, "about": about(subject)}
        return sentence("THU-334", facts)
    facts = {"full": full, "period": desk.period.label}
    return sentence(sent.cited, facts)
