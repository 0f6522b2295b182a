"""What every unit owes on a day: two hundred random years against a plain reckoning of the same sheets."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from khoagiao_xl.model.records import Duty, State, Unit
from khoagiao_xl.office.led_units import led_by
from khoagiao_xl.office.open_debts import open_debts
from khoagiao_xl.office.year import Year
from tests.steps.small_year import INDICATORS, SETTINGS

FIRST = date(2024, 1, 1)
PERIODS = ("2024-M01", "2024-M02", "2024-M03", "2024-Q1")
CODES = ("A", "B", "C", "D", "E")
Owed = set[tuple[str, str]]  # (unit, what it owes)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def random_sheets(seed: int) -> dict[str, Any]:
    """Return random rows of every table that says who owes what."""
    dice = random.Random(seed)
    sheets: dict[str, Any] = {
        "tblThoiHan": [],
        "tblTiepNhan": [],
        "tblMienTru": [],
        "tblTepNhan": [],
        "tblSoChot": [],
    }
    ends = [None, None, day(dice.randrange(10, 120))]
    sheets["tblDonVi"] = [Unit(code, f"Đơn vị {code}", valid_to=dice.choice(ends)) for code in CODES]
    for at, period in enumerate(PERIODS):
        due = day(18 + 30 * min(at, 2))
        days = {"starts": due - timedelta(35), "ends": due - timedelta(5), "unit_due": due,
                "report_due": due + timedelta(2), "closes": due + timedelta(9)}  # fmt: skip
        sheets["tblThoiHan"].append({"period": period, **days})
        for code in CODES:
            if dice.random() < 0.6:
                sheets["tblTiepNhan"].append(
                    Duty(period, code, dice.choice(list(State)), version=1, file=f"{code}.xlsx")
                )
            if dice.random() < 0.2:
                until = due + timedelta(dice.randrange(-3, 12))
                rule = dice.choice(["GIA-HAN", "MIEN-NOP"])
                waiver = {
                    "period": period,
                    "unit": code,
                    "rule": rule,
                    "reason": "x",
                    "allowed_by": "y",
                    "until": until,
                }
                sheets["tblMienTru"].append(waiver)
            if dice.random() < 0.2:
                verdict = dice.choice(["trả lại", "không dùng được", "đã nhận"])
                arrival = {"period": period, "unit": code, "file": "x.xlsx", "verdict": verdict, "reason": "Hỏng.",
                           "closed": dice.choice(["", "đã có bản mới"])}  # fmt: skip
                sheets["tblTepNhan"].append(arrival)
    sheets["tblKeHoach"] = [random_task(dice, at) for at in range(6)]
    return sheets


def random_task(dice: random.Random, at: int) -> dict[str, Any]:
    lead = dice.choice(["Đơn vị A", "Chi bộ Đơn vị B; Đơn vị C", "Các chi bộ", "", "D"])
    return {"code": f"NV{at}", "section": "I", "field": "Chung", "text": f"Việc {at}", "source": "x", "lead": lead,
            "due": dice.choice([None, day(dice.randrange(0, 120))]),
            "status": dice.choice(["đề xuất", "nhận", "đang làm", "xong", "bỏ"])}  # fmt: skip


LED = {"Đơn vị A": "A", "Chi bộ Đơn vị B; Đơn vị C": "BC", "D": "D"}


def reckoned(sheets: dict[str, Any], today: date) -> Owed:
    """Return who owes what, sheet by sheet, as one would with a pencil."""
    owed: Owed = set()
    states = {(duty.period, duty.unit): duty.state for duty in sheets["tblTiepNhan"]}
    for line in sheets["tblThoiHan"]:
        for unit in sheets["tblDonVi"]:
            owed |= {(unit.code, what) for what in of_unit(sheets, line, unit, states, today)}
    for task in sheets["tblKeHoach"]:
        is_near = task["due"] is not None and task["due"] <= today + timedelta(3)
        if is_near and task["status"] in ("nhận", "đang làm"):
            owed |= {(code, task["text"]) for code in LED.get(task["lead"], "")}
    gone = {unit.code for unit in sheets["tblDonVi"] if unit.valid_to and unit.valid_to < today}
    return {one for one in owed if one[0] not in gone}


def of_unit(sheets: dict[str, Any], line: Any, unit: Unit, states: Any, today: date) -> set[str]:
    period, code = line["period"], unit.code
    if unit.valid_to and unit.valid_to < line["ends"]:
        return set()
    mine = [row for row in sheets["tblMienTru"] if (row["period"], row["unit"]) == (period, code)]
    extensions = [row["until"] for row in mine if row["rule"] == "GIA-HAN"]
    due = max([line["unit_due"], *extensions])
    if any(row["rule"] == "MIEN-NOP" for row in mine):
        return set()
    if due > line["unit_due"] and today <= due:
        return set()
    state = states.get((period, code), State.MISSING)
    found = set()
    if state in (State.MISSING, State.EXTENDED) and today >= due - timedelta(3):
        found.add(f"{period} chưa nộp")
    if state in (State.UNUSABLE, State.RETURNED, State.QUESTIONED):
        found.add(f"{period} {state}")
    for row in sheets["tblTepNhan"]:
        is_open = (row["period"], row["unit"], row["closed"]) == (period, code, "")
        is_useless = row["verdict"] in ("trả lại", "không dùng được")
        if is_open and is_useless and state in (State.ACCEPTED, State.NOTHING, State.QUESTIONED):
            found.add(f"{period} bản sửa chưa dùng được")
    return found


@pytest.mark.parametrize("seed", range(200))
def test_open_debts_are_what_a_pencil_reckons(seed: int) -> None:
    sheets = random_sheets(seed)
    today = day(random.Random(seed).randrange(0, 120))
    settings = [{"key": key, "value": value} for key, value in SETTINGS.items()]
    year = Year.of({"tblChiTieu": INDICATORS, "tblCauHinh": settings, **sheets})
    found = {
        (code, debt.text or f"{debt.period} {debt.kind}")
        for code, own in open_debts(year, today).items()
        for debt in own
    }
    assert found == reckoned(sheets, today)


NAMED = (Unit("SYT", "Sở Y tế", "đảng bộ"), Unit("STP", "Sở Tư pháp", "chi bộ", aliases=("Tư pháp",)))


@pytest.mark.parametrize(
    ("lead", "codes"),
    [
        ("Sở Y tế", ["SYT"]),
        ("Đảng ủy Sở Y tế", ["SYT"]),
        ("Chi bộ Sở Tư pháp và Đảng bộ Sở Y tế", ["SYT", "STP"]),
        ("SYT; Tư pháp", ["SYT", "STP"]),
        ("SỞ Y TẾ.", ["SYT"]),
        ("Các đảng bộ, chi bộ cơ sở", []),
        ("Ban Tuyên giáo", []),
        ("", []),
        ("Sở Y tế tỉnh khác", []),
    ],
)
def test_a_unit_is_led_by_its_name_alone(lead: str, codes: list[str]) -> None:
    assert led_by(lead, NAMED) == codes
