"""A year of three units that no workbook holds: what a step decides is looked at as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import Duty, State, Unit
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import Year

NOW = datetime(2024, 1, 22, 8)  # noqa: DTZ001
UNITS = tuple(Unit(code, f"Đơn vị {code}", email=f"{code.lower()}@khoi.example") for code in "ABC")
SETTINGS = {"nam": "2024", "ma_so": "m", "ho_so": "2024", "ban_tham_muu": "Ban Tuyên giáo",
            "thu_muc_tra_lai": "tra-lai/{ky}"}  # fmt: skip
NO_KIND: dict[str, Any] = dict.fromkeys(Kind)


def indicator_rows(profile: str) -> list[dict[str, Any]]:
    """Return tblChiTieu as a new master of a profile has it."""
    items = load_profile(profile).indicators
    return [{**vars(item), **NO_KIND, **dict.fromkeys(item.kinds, "x")} for item in items]


INDICATORS = indicator_rows("2024")
Answers = Mapping[str, Any]  # indicator code -> figure
Reported = Mapping[str, Mapping[str, Answers]]  # period -> unit -> answers


def small_year(reported: Reported, path: Path = Path("KhoaGiao.xlsm"), **tables: Any) -> Year:
    """Return a year in which the units of `reported` have reported, and the others of `UNITS` have not.

    tables: rows of other tables by name; «duties» are states of (period, unit) that differ.
    """
    states = tables.pop("duties", {})
    known = {
        "tblDonVi": UNITS,
        "tblChiTieu": INDICATORS,
        "tblCauHinh": [{"key": key, "value": value} for key, value in SETTINGS.items()],
        "tblThoiHan": [deadline(period) for period in reported],
        "tblTiepNhan": list(_duties(reported, states)),
        "tblSoLieu": list(_figures(reported)),
    }
    return Year.of({**known, **tables}, path)


def deadline(period: str) -> dict[str, Any]:
    """Return a line of tblThoiHan."""
    names = ("starts", "ends", "unit_due", "report_due", "closes")
    days = zip(names, (1, 14, 18, 20, 25), strict=True)
    return {"period": period} | {name: date(2024, 1, day) for name, day in days}


def _duties(reported: Reported, states: Mapping[tuple[str, str], State]) -> Iterator[Duty]:
    for period, units in reported.items():
        for unit in UNITS:
            state = State.ACCEPTED if unit.code in units else State.MISSING
            yield Duty(period, unit.code, states.get((period, unit.code), state), version=1)


def _figures(reported: Reported) -> Iterator[dict[str, Any]]:
    for period, units in reported.items():
        for unit, answers in units.items():
            yield {"period": period, "unit": unit, **answers}


def job(period: str, out: Path | None = None) -> Job:
    """Return what a step is told on 22 January 2024."""
    return Job(NOW, Period.parse(period), out=out)


def row(changes: Changes, table: str, code: str) -> Mapping[str, Any]:
    """Return the newest row of `code` in a table that a step has decided on."""
    rows = [row for row in changes.tables[table] if row["Mã"] == code]
    return rows[-1]
