"""A small office, and the documents of each kind that it writes, for tests of what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import Duty, State, Unit
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.kinds.kinds_table import KINDS
from khoagiao_xl.report.paragraph_texts import paragraphs_of
from khoagiao_xl.steps import write_report
from tests.steps.small_year import NOW
from tests.steps.small_year import job as small_job
from tests.steps.test_write_report import JANUARY, consolidated

OUT = Path("bao-cao")
UNITS = [
    Unit("A", "Sở Y tế", "đảng bộ"),
    Unit("B", "Sở Du lịch", "chi bộ"),
    Unit("C", "Sở Tư pháp", "đảng bộ"),
]
DIRECTIVES = [
    {"symbol": "49-KL/TW", "kind": "Kết luận", "issued": date(2019, 5, 10), "issuer": "Ban Bí thư",
     "subject": "về tiếp tục thực hiện Chỉ thị số 11-CT/TW", "status": "nhận"},
    {"symbol": "11-CT/TW", "kind": "Chỉ thị", "issued": date(2007, 4, 13), "issuer": "Bộ Chính trị",
     "subject": "về khuyến học", "status": "nhận"},
]  # fmt: skip
REVIEW = {"kind": "Sơ kết", "years": 5, "symbol": "49-KL/TW", "anniversary": date(2024, 5, 10), "code": "ST01",
          "status": "nhận"}  # fmt: skip
STUDIED = {"period": JANUARY, "unit": "A", "list": "QT", "line": "QT001", "text": "49-KL/TW", "day": "05/01/2024",
           "first": 40, "second": 38}  # fmt: skip
DONE = {"period": JANUARY, "unit": "B", "list": "ST", "line": "ST001", "label": "Sơ kết 5 năm 49-KL/TW",
        "choice": "Đã có kế hoạch"}  # fmt: skip
TASK = {"code": "NV01", "section": "II.4.2", "text": "Sơ kết 5 năm thực hiện Kết luận số 49-KL/TW", "status": "nhận",
        "lead": "Các đảng bộ, chi bộ cơ sở", "directives": ("49-KL/TW",), "due": date(2024, 5, 10),
        "output": "Báo cáo"}  # fmt: skip
STAFF = "Ban Tuyên giáo Đảng ủy Khối"
ISSUE = {"code": "VD001", "day": date(2024, 1, 9), "unit": "B", "field": "Xã hội", "text": "Chậm trả lương",
         "level": "bức xúc", "handler": "Cấp ủy", "due": date(2024, 2, 1), "proposal": "cho ý kiến chỉ đạo"}  # fmt: skip


def office(**tables: Any) -> Year:
    """Return an office of three units of which one has reported for January."""
    known = {
        "tblDonVi": UNITS,
        "tblVanBan": DIRECTIVES,
        "tblSoTongKet": [REVIEW],
        "tblViecCuThe": [STUDIED, DONE],
        "tblKeHoach": [TASK],
        "tblVanDe": [ISSUE],
    }
    states = tables.pop("tblTiepNhan", None)
    year = consolidated(**{**known, **tables})
    if states is None:
        return year
    rows = to_rows([vars(duty) for duty in states], schema.DUTIES)
    return year.with_tables({schema.DUTIES.name: rows})


def job(kind: str, now: datetime = NOW, **about: Any) -> Job:
    return replace(small_job(JANUARY, OUT), **{"kind": kind, "now": now, "is_sure": True, **about})


def written(kind: str, year: Year | None = None, **about: Any) -> bytes:
    changes = write_report.work(year or office(), job(kind, **about))
    [file] = changes.files
    return file.bytes()


def words(kind: str, year: Year | None = None, **about: Any) -> list[str]:
    """Return the paragraphs of a document of this kind."""
    return list(paragraphs_of(written(kind, year, **about)))


def text(kind: str, year: Year | None = None, **about: Any) -> str:
    return "\n".join(words(kind, year, **about))


def refused(code: str, kind: str, year: Year | None = None, **about: Any) -> str:
    with pytest.raises(WrongRequest) as stopped:
        write_report.work(year or office(), job(kind, **about))
    assert stopped.value.code == code
    return str(stopped.value)


def duties(**states: Any) -> list[Duty]:
    """Return duties of January: name of a unit -> facts of its duty."""
    return [
        Duty(JANUARY, unit, **{"version": 1, "unit_name": unit, **facts}) for unit, facts in states.items()
    ]


def in_time(**facts: Any) -> dict[str, Any]:
    return {"state": State.ACCEPTED, "on_time": True, "received": datetime(2024, 1, 16, 9), **facts}  # noqa: DTZ001


MISSING = {"state": State.MISSING}
LATE = in_time(on_time=False, days_late=2)


SIX_UNITS = [Unit(f"U{index:02}", f"Sở {index:02}", "đảng bộ") for index in range(6)]


def key_of_review() -> str:
    return f"{KINDS['so_ket'].template} 49-KL/TW {JANUARY}"


def review(year: Year | None = None, **about: Any) -> str:
    return text("so_ket", year, **{"directive": "49-KL/TW", **about})
