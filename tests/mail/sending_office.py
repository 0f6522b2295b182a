"""An office whose drafts lie in a folder, and its key store: what a step of sending is tried on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from keyring.backend import KeyringBackend

from khoagiao_xl.files import move, sha256_of
from khoagiao_xl.mail.letter import Attachment, Letter, Recipient
from khoagiao_xl.mail.letter_bytes import eml_bytes
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LoggedLetter
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.rows import fields_of, records_of
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps import send_mail
from tests.mail.post_office import ACCOUNT, HOST, PASSWORD
from tests.steps.small_year import SETTINGS, UNITS

NOW = datetime(2024, 1, 22, 8)  # noqa: DTZ001


class KeyStore(KeyringBackend):
    """A key store of a test: it forgets all at its end, and knows one password from the beginning."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    priority: ClassVar[float] = 1
    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return the password, as a key store does."""
        return self.kept.get((service, username)) or {(f"khoagiao {HOST}", ACCOUNT): PASSWORD}.get(
            (service, username)
        )

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password."""
        del self.kept[service, username]


def letter(unit: str, **facts: Any) -> Letter:
    """Return a reminder to a unit."""
    known = {"kind": LetterKind.REMINDER, "unit": unit, "period": "2024-M01", "subject": f"Đôn đốc {unit}",
             "body": "Kính gửi đơn vị.\n.Dòng có chấm ở đầu.\n", "to": (Recipient(f"{unit.lower()}@khoi.example"),)}  # fmt: skip
    return Letter(**{**known, **facts})


@dataclass
class SendingOffice:
    """The sheet «Thư» is `lines`; a run that is not killed stores it there."""

    folder: Path
    port: int = 0
    settings: dict[str, Any] = field(default_factory=dict)
    lines: list[LoggedLetter] = field(default_factory=list)
    journal: list[dict[str, Any]] = field(default_factory=list)

    def drafts(self, *letters: Letter) -> None:
        """Lay drafts into the folder and their lines into the sheet."""
        for one in letters:
            data = eml_bytes(one, ACCOUNT, NOW)
            path = self.folder / "thu-nhap" / f"{one.unit}-{one.code}.eml"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            names = tuple(attachment.ascii_name for attachment in one.attachments)
            line = LoggedLetter(
                one.code, one.kind, one.period, one.unit, subject=one.subject, to="; ".join(map(str, one.to)), attachments=names,
                drafted=NOW, file=f"thu-nhap/{path.name}", message_id=one.message_id, sha256=sha256_of(data),
            )  # fmt: skip
            self.lines.append(line)

    def draft(self, unit: str) -> Path:
        """Return where the draft to a unit lies."""
        (line,) = (line for line in self.lines if line.unit == unit)
        return self.folder / line.file

    def change_draft(self, unit: str, old: bytes, new: bytes) -> None:
        """Let a person edit a draft."""
        path = self.draft(unit)
        data = path.read_bytes()
        assert old in data
        path.write_bytes(data.replace(old, new))

    @property
    def year(self) -> Year:
        typed = {**SETTINGS, "email": ACCOUNT, "cach_gui_thu": "máy chủ thư", "smtp_may_chu": HOST,
                 "smtp_cong": str(self.port), "smtp_bao_mat": "STARTTLS", **self.settings}  # fmt: skip
        tables = {
            "tblDonVi": UNITS,
            "tblCauHinh": [{"key": key, "value": value} for key, value in typed.items()],
            "tblThu": self.lines,
            "tblNhatKy": self.journal,
        }
        return Year.of(tables, self.folder / "KhoaGiao.xlsm")

    def decide(self, **wishes: Any) -> Changes:
        """Run the step and store nothing, as a run that is killed at its very end."""
        job = Job(wishes.pop("now", NOW), out=self.folder / "thu-nhap", **wishes)
        return send_mail.work(self.year, job)

    def send(self, **wishes: Any) -> Outcome:
        """Run the step, a person having agreed, and store the sheet."""
        changes = self.decide(**{"is_sure": True, **wishes})
        self.store(changes)
        return changes.outcome

    def store(self, changes: Changes) -> None:
        """Store what a step decided."""
        for path, place in changes.moved.items():
            move(path, place, NOW)
        rows = changes.tables.get("tblThu")
        if rows is not None:
            self.lines = records_of(schema.LETTERS, fields_of(schema.LETTERS, rows), LoggedLetter)
        if changes.is_logged:
            self.journal.insert(0, {"moment": NOW, "action": "Gửi thư", "result": changes.outcome.sentence})

    def choose(self, unit: str, state: str) -> None:
        """Let a person choose a state in the sheet."""
        self.lines = [replace(line, state=state) if line.unit == unit else line for line in self.lines]

    @property
    def states(self) -> dict[str, str]:
        """Unit -> what the sheet says became of its letter."""
        return {line.unit: str(line.state) for line in self.lines}


def workbook(name: str, data: bytes) -> Attachment:
    """Return an attachment."""
    return Attachment(name, data)
