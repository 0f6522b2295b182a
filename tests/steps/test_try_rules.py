"""A trial counts exactly what a recount by hand counts, and changes nothing."""

from __future__ import annotations

import json
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.doors.cli import main
from khoagiao_xl.model.indicators import OverTime
from khoagiao_xl.model.periods import Period, periods_of
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps.try_rules import list_rules, try_rules

if TYPE_CHECKING:
    from pathlib import Path

Kept = dict[tuple[str, str], dict[str, Any]]  # (unit, period) -> what is kept of it
PROFILE = load_profile("2024")
UNITS = [unit.code for unit in PROFILE.units[:8]]
PERIODS = [period for year in (2023, 2024) for period in periods_of(year)]
ADDED = [item for item in PROFILE.indicators if item.is_numeric and item.over_time is OverTime.SUM]


def one_report(chance: Random, period: Period) -> dict[str, Any]:
    """A report with figures at random, often wrong, sometimes blank."""
    asked = [item for item in PROFILE.indicators if item.is_asked(period.kind) and item.type != "lời văn"]
    quiet = chance.random() < 0.15
    figures: dict[str, Any] = {}
    for item in asked:
        if item.is_numeric:
            figures[item.code] = 0 if quiet else chance.choice([None, 0, 0, 1, 2, 3, 7, 30, 90])
    figures |= {item.code: chance.choice(["Có", "Không", None]) for item in asked if item.type == "có/không"}
    return figures


@pytest.fixture(scope="module")
def kept() -> Kept:
    chance = Random("thử quy tắc")
    found: Kept = {}
    for unit in UNITS:
        for period in PERIODS:
            before = found.get((unit, str(period.previous)))
            if chance.random() < 0.85:
                is_copy = before is not None and chance.random() < 0.1
                found[unit, str(period)] = dict(before or {}) if is_copy else one_report(chance, period)
    return found


@pytest.fixture
def tried(master: Path, kept: Kept) -> Path:
    """A master that keeps these reports, of which some were returned after all."""
    book = FileBook(master)
    book.write("tblTiepNhan", [
        {"Kỳ": period, "Mã đơn vị": unit, "Trạng thái": state_of(unit, period)} for unit, period in kept
    ])  # fmt: skip
    book.write(
        "tblSoLieu", [{"Kỳ": period, "Mã đơn vị": unit, **row} for (unit, period), row in kept.items()]
    )
    words = [place for place in kept if Random(str(place)).random() < 0.5]
    book.write("tblThuyetMinh", [
        {"Kỳ": period, "Mã đơn vị": unit, "Mã": "KG603", "Nội dung": "vì sao"} for unit, period in words
    ])  # fmt: skip
    book.save()
    return master


def state_of(unit: str, period: str) -> str:
    return Random(f"{unit}{period}").choice(["đã nhận"] * 8 + ["đã nhận, chờ giải trình", "trả lại"])


def reported(kept: Kept) -> Kept:
    return {place: row for place, row in kept.items() if state_of(*place) != "trả lại"}


# -- the recount: each rule in plain Python, from the words of the directory of rules ----------------------


def r01(_kept: Kept, _unit: str, _period: Period, now: dict[str, Any]) -> bool:
    return None not in (now["KG107"], now["KG108"]) and now["KG108"] > now["KG107"]


def r07(_kept: Kept, _unit: str, _period: Period, now: dict[str, Any]) -> bool:
    meetings, people = now["KG202"], now["KG206"]
    return bool(meetings) and people is not None and not 2 <= people / meetings <= 2000


def r16(kept: Kept, unit: str, period: Period, now: dict[str, Any]) -> bool:
    if period.kind != "Q":
        return False
    months: list[Any] = [
        kept.get((unit, f"{period.year}-M{3 * period.index - 2 + at:02}")) for at in range(3)
    ]
    if None in months:
        return False
    for item in ADDED:
        figures = [month.get(item.code) for month in months]
        if now.get(item.code) is not None and None not in figures and sum(figures) != now[item.code]:
            return True
    return False


def r20(kept: Kept, unit: str, period: Period, now: dict[str, Any]) -> bool:
    before: Any = kept.get((unit, str(period.previous)), {}).get("KG001")
    return None not in (now["KG001"], before) and abs(now["KG001"] - before) > max(5, 0.2 * before)


def r25(kept: Kept, unit: str, period: Period, now: dict[str, Any]) -> bool:
    before = kept.get((unit, str(period.previous)), {}) if period.index > 1 else {}
    return before.get("KG601") == "Có" and now["KG601"] == "Không"


def r26(_kept: Kept, unit: str, period: Period, now: dict[str, Any]) -> bool:
    happened = sum(now.get(code) or 0 for code in ("KG221", "KG226", "KG229"))
    return happened > 0 and Random(str((unit, str(period)))).random() >= 0.5


def r32(kept: Kept, unit: str, period: Period, now: dict[str, Any]) -> bool:
    before = kept.get((unit, str(period.previous)))
    if before is None:
        return False
    pairs = [(now.get(item.code), before.get(item.code)) for item in ADDED]
    told = [(one, two) for one, two in pairs if None not in (one, two) and (one or two)]
    return len(told) >= 5 and sum(one == two for one, two in told) >= 0.8 * len(told)


def r33(kept: Kept, unit: str, period: Period, now: dict[str, Any]) -> bool:
    earlier = [period.previous]
    while len(earlier) < 4:
        earlier.append(earlier[-1].previous)
    found = []
    for code, figure in now.items():
        past = [kept.get((unit, str(other)), {}).get(code) for other in earlier]
        known = [one for one in past if isinstance(one, int)]
        if isinstance(figure, int) and len(known) == 4 and code not in SHARES:
            found.append(figure > 20 and figure > 3 * median(known))
    return any(found)


SHARES = {item.code for item in PROFILE.indicators if item.formula}


def r34(_kept: Kept, _unit: str, period: Period, now: dict[str, Any]) -> bool:
    figures = [now[item.code] for item in ADDED if item.code in now]
    return period.kind != "M" and None not in figures and not any(figures)


RECOUNTS = {"R01": r01, "R07": r07, "R16": r16, "R20": r20, "R25": r25, "R26": r26, "R32": r32, "R33": r33,
            "R34": r34}  # fmt: skip


@pytest.mark.parametrize("code", RECOUNTS)
def test_the_counts_of_a_trial_equal_a_recount(tried: Path, kept: Kept, code: str) -> None:
    known = reported(kept)
    truth = {
        (unit, period)
        for (unit, period), now in known.items()
        if RECOUNTS[code](known, unit, Period.parse(period), now)
    }
    rule = next(rule for rule in try_rules(Year.read(FileBook(tried))).data["rules"] if rule["code"] == code)
    found = {(unit, period) for unit, periods in rule["by_unit"].items() for period in periods}
    assert found == truth
    assert rule["failed"] == len(truth) <= rule["looked_at"] <= len(known)


def test_the_random_reports_break_each_of_the_recounted_rules(kept: Kept) -> None:
    known = reported(kept)
    broken = {
        code
        for code, recount in RECOUNTS.items()
        for (unit, period), now in known.items()
        if recount(known, unit, Period.parse(period), now)
    }
    assert broken == RECOUNTS.keys()


def test_a_rule_switched_off_or_on_trial_is_tried_as_well_and_nothing_is_written(tried: Path) -> None:
    book = FileBook(tried)
    states = ("tắt", "thử", "bật")
    rows = book.read("tblQuyTac")
    book.write("tblQuyTac", [{**row, "Trạng thái": states[at % 3]} for at, row in enumerate(rows)])
    book.save()
    before, outcome = tried.read_bytes(), try_rules(Year.read(FileBook(tried)))
    assert tried.read_bytes() == before
    assert all(rule["looked_at"] > 0 for rule in outcome.data["rules"] if rule["code"] in RECOUNTS)


def test_the_verb_prints_a_table_or_one_object_and_leaves_the_master_alone(
    tried: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tried.read_bytes()
    assert main(["rules", str(tried), "--trial"]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("R01", "R37", "Vướng", "luôn xét", "sổ giữ nguyên"))
    assert main(["rules", str(tried), "--trial", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {"code", "cell", "failed", "looked_at", "by_unit", "ok"} <= said["rules"][0].keys()
    assert tried.read_bytes() == before


def test_a_wrong_rule_is_listed_with_its_cell_and_the_others_are_tried(
    tried: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = FileBook(tried)
    rows = book.read("tblQuyTac")
    book.write("tblQuyTac", [{**rows[0], "Vế trái": "trouc(KG001)"}, *rows[1:]])
    book.save()
    listed = list_rules(Year.read(FileBook(tried)))
    assert (listed.status, listed.counts["wrong"], len(listed.details)) == (1, 1, 1)
    assert listed.details[0].startswith("ô B5: Không hiểu «trouc»")
    assert main(["rules", str(tried), "--trial"]) == 1
    assert "VIẾT SAI" in capsys.readouterr().out
