"""An office that drafts letters into a folder, run after run; its sheet «Thư» is kept in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from khoagiao_xl.files import OLDER
from khoagiao_xl.mail.letter import Letter, Recipient
from khoagiao_xl.mail.mail_desk import LaidOut, MailDesk
from khoagiao_xl.mail.outbox import lay_out
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.changes import Changes, write
from khoagiao_xl.office.year import Year
from tests.steps.small_year import SETTINGS, UNITS

NOW = datetime(2024, 1, 22, 8)  # noqa: DTZ001
DRAFT = "B_don-doc.eml"
STATE, FILE, CODE, NOTE = "Trạng thái", "Tệp thư", "Mã thư", "Ghi chú"


def reminder(
    unit: str = "B", about: str = "2024-01-22", body: str = "Đề nghị gửi báo cáo.", **facts: Any
) -> Letter:
    """Return a reminder to a unit."""
    to = (Recipient(f"{unit.lower()}@khoi.example"),)
    return Letter(LetterKind.REMINDER, "Đôn đốc", body, to, unit=unit, about=about, **facts)


@dataclass
class DraftingOffice:
    """rows: of tblThu, as the sheet has them. now: a minute later at every run."""

    top: Path
    name: str = "KhoaGiao.xlsm"
    folder: Path = Path()
    now: datetime = NOW
    rows: Sequence[dict[str, Any]] = ()
    told: Sequence[str] = ()
    settings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder = self.folder if self.folder != Path() else self.top / "thu-nhap"

    @property
    def year(self) -> Year:
        """What the master says now."""
        typed = {**SETTINGS, "email": "ban@tinh.example", **self.settings}
        tables: dict[str, Any] = {
            "tblDonVi": UNITS,
            "tblCauHinh": [{"key": key, "value": value} for key, value in typed.items()],
        }
        year = Year.of(tables, self.top / self.name)
        rows: list[Any] = list(self.rows)
        return year.with_tables({schema.LETTERS.name: rows})

    def decide(self, *letters: Letter) -> LaidOut:
        """Decide on the letters that are to be written now, and store nothing."""
        self.now += timedelta(minutes=1)
        return lay_out(MailDesk(self.year, self.folder, self.now), letters, lambda _: True)

    def draft(self, *letters: Letter) -> LaidOut:
        """Draft the letters that are to be written now, and store the sheet."""
        laid = self.decide(*letters)
        self.write_files(laid)
        self.rows = laid.rows
        self.told = laid.told
        return laid

    def write_files(self, laid: LaidOut) -> None:
        """Write the files alone, as a run that is killed before the sheet is stored."""
        changes = Changes(Outcome("x"), files=(*laid.files, *laid.notes), aside=tuple(laid.aside))
        write(changes, None, self.now)  # type: ignore[arg-type]  # without tables no book is written to

    def path(self, name: str = DRAFT) -> Path:
        """Return where a draft lies."""
        return self.folder / name

    @property
    def lying(self) -> dict[str, bytes]:
        """Name -> content of each file among the drafts."""
        return {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}

    @property
    def older(self) -> list[bytes]:
        """The contents of what was put aside, the oldest first."""
        return [path.read_bytes() for path in sorted(self.folder.glob(f"{OLDER}/*/*"))]

    def type(self, at: int = 0, **cells: Any) -> None:
        """Let a person type into a row of the sheet: «Trạng_thái» is its column «Trạng thái»."""
        typed = {name.replace("_", " "): value for name, value in cells.items()}
        rows = [dict(row) for row in self.rows]
        rows[at] |= typed
        self.rows = rows

    def column(self, name: str) -> list[Any]:
        """Return a column of the sheet, from the top."""
        return [row[name] for row in self.rows]
