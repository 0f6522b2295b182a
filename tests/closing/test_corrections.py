"""What comes after a closing: taken in as usual, also after the period was shut, and told in the ledger."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import write
from khoagiao_xl.steps import close_period, consolidate, reopen_period, take_in
from tests.steps.paper_office import MONTH, NOW, PaperOffice

if TYPE_CHECKING:
    from khoagiao_xl.actions import Step
    from khoagiao_xl.model.results import Outcome

PERIOD = Period.parse(MONTH)
AFTER_SHUTTING = datetime(2024, 5, 6, 9)  # noqa: DTZ001
SOUND: dict[str, Any] = {"KG001": 50, "KG110": 7, "KG205": 100}


class Closed(PaperOffice):
    """SGDDT has reported; March is closed on 20 March, before it is shut."""

    now = NOW

    def __post_init__(self) -> None:
        super().__post_init__()
        self.receive("SGDDT", **SOUND)
        self.close()

    def close(self) -> None:
        self.take_in()
        self.do(consolidate.work)
        self.do(close_period.work)

    def do(self, step: Step, **told: Any) -> Outcome:
        job = Job(self.now, PERIOD, source=self.inbox, out=self.folder / "ra", **told)
        return write(step(self.year, job), self, self.now)  # type: ignore[arg-type]

    def take_in(self) -> Outcome:
        return self.do(take_in.work)

    def ledger(self) -> list[tuple[str, str, str, str]]:
        return [(item.unit, item.code, item.frozen, item.now) for item in self.year.later_changes]


@pytest.fixture
def office(tmp_path: Path) -> Closed:
    return Closed(tmp_path)


def test_a_correction_long_after_the_period_was_shut_counts_and_is_told(office: Closed) -> None:
    office.now = AFTER_SHUTTING
    office.receive("SGDDT", "sua.xlsx", AFTER_SHUTTING, **{**SOUND, "KG110": 9})
    outcome = office.take_in()
    assert office.figure("SGDDT", "KG110") == 9
    assert office.ledger() == [("SGDDT", "KG110", "7", "9")]
    assert outcome.details[-1].startswith("Tháng 3 năm 2024 đã chốt; 1 chỗ khác lúc chốt của 1 đơn vị")


class ClosedLate(Closed):
    """The office closes March after it was shut, a day after a report of STP came."""

    now = datetime(2024, 5, 7, 9)  # noqa: DTZ001


def test_a_file_that_was_shut_out_before_the_closing_stays_out(tmp_path: Path) -> None:
    office = ClosedLate(tmp_path)
    office.receive("STP", at=AFTER_SHUTTING, **SOUND)
    office.take_in()
    assert office.states()["STP"] == "đã gửi, chưa dùng được"
    assert office.ledger() == []


def test_what_counted_after_a_closing_goes_on_when_the_period_is_reopened(office: Closed) -> None:
    office.now = AFTER_SHUTTING
    office.receive("STP", at=AFTER_SHUTTING, **SOUND)
    office.take_in()
    office.do(reopen_period.work, by="Trưởng ban", reason="thêm Sở Tư pháp")
    office.take_in()
    assert office.states()["STP"] == "đã nhận"


def test_the_totals_of_the_closed_period_stand_through_an_intake(office: Closed) -> None:
    before = office.year.totals
    office.now = AFTER_SHUTTING
    office.receive("SGDDT", "sua.xlsx", AFTER_SHUTTING, **{**SOUND, "KG110": 9})
    office.take_in()
    assert office.year.totals == before != ()


def test_a_figure_typed_over_by_hand_stops_a_closing(office: Closed) -> None:
    office.do(reopen_period.work, by="Trưởng ban", reason="sửa")
    table = office.year.figures_table
    rows = [{**row, "KG110": 70} for row in office.year.raw(table)]
    office.write(table.name, rows)
    with pytest.raises(WrongRequest, match="không phải như tệp đơn vị gửi"):
        office.do(close_period.work)
