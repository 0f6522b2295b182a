"""A paper office whose units have quick forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.demo.quick_filling import QuickTold, fill_quick_form
from khoagiao_xl.forms.quick_printer import QuickPrinter
from khoagiao_xl.model import schema
from khoagiao_xl.model.hot_issues import QUICK
from khoagiao_xl.model.records import Unit
from tests.steps.paper_office import IN_TIME, PaperOffice

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.model.hot_issues import Issue
    from khoagiao_xl.office.issued_forms import IssuedForms

COUNTED = ("KG001", "KG220", "KG221", "KG222", "KG502", "KG603")
TEXT = "Học sinh trường THCS Bản Lầu nghỉ học tập thể vì thiếu nước sinh hoạt"
TOLD = QuickTold(day="12/03/2024", field="Xã hội", text=TEXT, level="bức xúc")


def quick_form(unit: str = "SYT", master: str = "m-1") -> bytes:
    """Return the blank quick form of a unit."""
    return _printer(master).form(Unit(unit, f"Đơn vị {unit}"))


def _printer(master: str) -> QuickPrinter:
    from khoagiao_xl.office.settings import Settings

    return QuickPrinter(Settings(2024, master_id=master))


def issued_quick_forms() -> IssuedForms:
    """Return what is kept of the quick forms of the master «m-1»."""
    units = [Unit(code, f"Đơn vị {code}") for code in ("SGDDT", "SYT", "STP")]
    return _printer("m-1").issued(units)


class QuickOffice(PaperOffice):
    """Three units that count their hot issues, each with its quick form."""

    def __post_init__(self) -> None:
        super().__post_init__()
        for new in issued_quick_forms().files(self.year.storage, QUICK):
            new.path.parent.mkdir(parents=True, exist_ok=True)
            new.path.write_bytes(new.bytes())

    def send(self, unit: str = "SYT", name: str = "", at: datetime = IN_TIME, told: QuickTold = TOLD) -> Path:
        """Put a filled quick form of a unit into the inbox."""
        return self.put(fill_quick_form(quick_form(unit), told), name or f"Tin-nhanh_{unit}.xlsx", at)

    def put(self, data: bytes, name: str, at: datetime = IN_TIME) -> Path:
        path = self.inbox / name
        path.write_bytes(data)
        return self.arrive(path, at)

    @property
    def issues(self) -> tuple[Issue, ...]:
        return self.year.issues

    def verdicts(self) -> dict[str, str]:
        return {row["file"]: row["verdict"] for row in self.rows(schema.ARRIVALS)}

    def rules(self) -> set[str]:
        """Return what tblLoi names, notes left out."""
        rows = self.rows(schema.FINDINGS)
        return {row["rule"] for row in rows if row["severity"] != "ghi nhận"}

    def edit(self, code: str, **cells: Any) -> None:
        """Let a person write into the row of an issue, by heading."""
        rows = [
            {**row, **_headed(cells)} if row["Mã"] == code else row for row in self.year.raw(schema.ISSUES)
        ]
        self.write(schema.ISSUES.name, rows)

    def drafts(self) -> list[Path]:
        return sorted((self.folder / "thu-nhap").rglob("*.eml"))


def _headed(cells: dict[str, Any]) -> dict[str, Any]:
    return {schema.ISSUES.column_of(name).name: value for name, value in cells.items()}
