"""What was read is kept: no workbook is opened twice, every figure knows its cell, a lost file loses nothing."""

from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl import files
from khoagiao_xl.intake import code_version
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.worker_process import Process
from khoagiao_xl.model import schema
from khoagiao_xl.office.kept_readings import FigureCell
from khoagiao_xl.wording import SENTENCES
from tests.intake.sample_forms import cell_of
from tests.steps.paper_office import ASKED, IN_TIME, MONTH, PaperOffice

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Row

TABLES = (schema.DUTIES, schema.ARRIVALS, schema.FINDINGS, schema.FIGURES, schema.NARRATIVES)


@pytest.fixture
def office(tmp_path: Path) -> PaperOffice:
    return PaperOffice(tmp_path)


def tables_of(office: PaperOffice) -> list[list[Row]]:
    return [office.year.raw(table) for table in TABLES]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often something was asked of the process that opens workbooks; the first time starts it."""
    count: Counter[str] = Counter()
    start = Process.submit

    def counting(self: Process, *what: Any) -> Any:
        count["started"] += 1
        return start(self, *what)

    monkeypatch.setattr(Process, "submit", counting)
    return count


# -- read once --------------------------------------------------------------------------------------------


def test_a_folder_is_taken_in_without_a_workbook(office: PaperOffice) -> None:
    office.receive("SYT", KG110=12)
    outcome = office.collect()
    assert (outcome.counts["reported"], office.states()["SYT"]) == (1, "đã nhận")
    assert (office.figure("SYT", "KG110"), office.figure("STP", "KG110")) == (12, None)


def test_a_second_run_over_the_same_inbox_opens_no_workbook(
    office: PaperOffice, started: Counter[str]
) -> None:
    office.receive("SYT")
    office.receive("STP", KG205="khoảng 5")
    (office.inbox / "ảnh.png").write_bytes(b"\x89PNG")
    (office.inbox / "rỗng.xlsx").write_bytes(b"")
    office.collect()
    before = (tables_of(office), office.everything())
    started.clear()
    office.collect()
    assert ((tables_of(office), office.everything()), started) == (before, {})
    office.empty_the_inbox()
    office.collect()
    assert started == {}
    assert [row["file"] for row in office.rows(schema.ARRIVALS)] == ["STP.xlsx", "SYT.xlsx", "ảnh.png"]


def test_a_returned_copy_is_made_anew_when_it_is_not_as_it_was_made(office: PaperOffice) -> None:
    office.receive("STP", KG205="khoảng 5")
    office.collect()
    (copy,) = (office.folder / "tra-lai").glob("*.xlsx")
    made = copy.read_bytes()
    copy.write_bytes(b"somebody worked in it")
    office.collect()
    (aside,) = (office.folder / "tra-lai" / files.OLDER).rglob("*.xlsx")
    assert (copy.read_bytes(), aside.read_bytes()) == (made, b"somebody worked in it")


def test_a_returned_copy_is_made_anew_when_something_else_is_told(office: PaperOffice) -> None:
    office.receive("STP", KG205=None)
    office.collect()
    (copy,) = (office.folder / "tra-lai").glob("*.xlsx")
    made = copy.read_bytes()
    office.relabel("KG205", "Số buổi khác")
    office.collect()
    assert copy.read_bytes() != made


def test_only_what_is_new_is_opened(office: PaperOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    office.receive("SYT")
    office.collect()
    opened: list[str] = []
    start = Process.submit

    def noting(self: Process, function: Any, *arguments: Any) -> Any:
        opened.append(arguments[1])
        return start(self, function, *arguments)

    monkeypatch.setattr(Process, "submit", noting)
    office.receive("STP")
    office.collect()
    assert opened == ["STP.xlsx"]


def test_another_version_of_the_reader_reads_anew(
    office: PaperOffice, started: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    office.receive("SYT")
    office.collect()
    kept = office.kept("*.json.gz")
    another = replace(code_version.READING, libraries=("openpyxl",))
    monkeypatch.setattr(code_version, "READING", another)
    office.collect()
    assert (started["started"], office.kept("*.json.gz")) == (2, kept)


def test_the_version_of_the_reader_follows_the_limits_but_not_the_time_a_file_may_take() -> None:
    usual = code_version.reader_version(Limits())
    assert code_version.reader_version(Limits(seconds=1)) == usual
    assert code_version.reader_version(Limits(cells=9)) != usual


@pytest.mark.parametrize("damage", [b"", b"no archive", b"\x1f\x8b\x08\x00half"])
def test_a_damaged_reading_is_read_anew(office: PaperOffice, damage: bytes) -> None:
    office.receive("SYT", KG110=12)
    office.collect()
    before = tables_of(office)
    (reading,) = office.kept("*.json.gz")
    sound = reading.read_bytes()
    reading.write_bytes(damage)
    office.empty_the_inbox()
    office.collect()
    assert (tables_of(office), reading.read_bytes()) == (before, sound)


def test_of_a_secret_nothing_is_kept(office: PaperOffice) -> None:
    office.receive("SYT", KG602="TỐI MẬT")
    office.collect()
    assert office.kept("*.xlsx") + office.kept("*.json.gz") == []


def test_bytes_that_are_known_are_refused_under_a_name_that_tells_of_a_secret(office: PaperOffice) -> None:
    known = office.receive("SYT")
    office.collect()
    known.rename(office.inbox / "SYT (MẬT).xlsx")
    office.collect()
    verdicts = {row["file"][:5]: row["verdict"] for row in office.rows(schema.ARRIVALS)}
    assert verdicts == {"(khôn": "không dùng được", "SYT.x": "đã nhận"}


def test_a_file_that_nobody_may_read_is_not_taken_for_an_empty_one(office: PaperOffice) -> None:
    (office.inbox / "a.xlsx").write_bytes(b"")
    locked = office.receive("SYT")
    locked.chmod(0)
    for _ in range(2):
        office.collect()
        told = {(row["file"], row["rule"]) for row in office.rows(schema.FINDINGS)}
        assert ("a.xlsx", "TN-01") in told
        assert ("SYT.xlsx", "TN-01") not in told  # the superuser reads everything, others are told TN-28


# -- the cell of every figure -----------------------------------------------------------------------------


def test_a_figure_is_walked_back_to_its_cell_without_opening_a_workbook(
    office: PaperOffice, started: Counter[str]
) -> None:
    office.receive("SYT", name="báo cáo SYT.xlsx", KG205="1.250")
    office.collect()
    started.clear()
    (duty,) = [duty for duty in office.year.duties if duty.unit == "SYT"]
    found = office.year.cell_of(MONTH, "SYT", "KG205")
    cell = cell_of("KG205", ASKED)
    assert office.figure("SYT", "KG205") == 1250
    assert found == FigureCell("báo cáo SYT.xlsx", duty.sha256, "Số liệu", cell, "1.250", 1250)
    assert started["started"] == 0


def test_words_have_their_cell_too_and_what_was_not_reported_has_none(office: PaperOffice) -> None:
    office.receive("SYT", KG602="Đã quán triệt.")
    office.collect()
    found = office.year.cell_of(MONTH, "SYT", "KG602")
    assert found is not None
    assert (found.sheet, found.value) == ("Thuyết minh", "Đã quán triệt.")
    assert office.year.cell_of(MONTH, "STP", "KG602") is None
    assert office.year.cell_of(MONTH, "SYT", "KG999") is None


# -- the order of one second ------------------------------------------------------------------------------


def two_of_one_second(office: PaperOffice) -> None:
    office.receive("SYT", "a.xlsx", KG110=20)
    office.receive("SYT", "b.xlsx", KG110=10)


def test_a_question_stays_when_its_line_of_the_list_is_deleted(office: PaperOffice) -> None:
    two_of_one_second(office)
    office.collect()
    before = tables_of(office)
    office.write(schema.FINDINGS.name, [])
    office.empty_the_inbox()
    office.collect()
    assert tables_of(office) == before
    assert office.states()["SYT"] == "đã nhận, chờ giải trình"
    assert [row["rule"] for row in office.rows(schema.FINDINGS)] == ["NB-14"]


def test_the_order_that_an_archive_told_is_known_when_the_archive_is_gone(office: PaperOffice) -> None:
    two_of_one_second(office)
    with zipfile.ZipFile(office.inbox / "SYT.zip", "w") as archive:
        for name, minute in (("b.xlsx", 5), ("a.xlsx", 9)):
            member = zipfile.ZipInfo(name, (2024, 3, 1, 10, minute, 0))
            archive.writestr(member, (office.inbox / name).read_bytes())
            (office.inbox / name).unlink()
    office.arrive(office.inbox / "SYT.zip")
    for _ in range(2):
        office.collect()
        assert (office.states()["SYT"], office.figure("SYT", "KG110")) == ("đã nhận", 20)
        office.empty_the_inbox()


# -- originals that are lost or changed -------------------------------------------------------------------


def lost(office: PaperOffice, *patterns: str) -> None:
    """Take in two units, then lose what is kept of the first."""
    office.receive("SYT", KG110=12)
    office.collect()
    for pattern in patterns:
        for path in office.kept(pattern):
            path.unlink()
    office.empty_the_inbox()
    office.receive("STP", KG110=7)


def reason(office: PaperOffice, unit: str) -> str:
    (row,) = [row for row in office.rows(schema.ARRIVALS) if row["unit"] == unit]
    return str(row["reason"])


def test_a_lost_original_counts_by_its_reading_and_is_named(office: PaperOffice) -> None:
    lost(office, "*.xlsx")
    outcome = office.collect()
    told = SENTENCES["NB-18"].format(file="SYT.xlsx")
    assert (outcome.status, outcome.details, reason(office, "SYT")) == (1, (told,), told)
    assert office.states() == {"SGDDT": "chưa nộp", "SYT": "đã nhận", "STP": "đã nhận"}
    assert (office.figure("SYT", "KG110"), office.figure("STP", "KG110")) == (12, 7)
    assert [row["rule"] for row in office.rows(schema.FINDINGS)] == ["NB-18"]


def test_a_file_of_which_nothing_is_kept_stays_as_the_master_notes_it_and_is_named(
    office: PaperOffice,
) -> None:
    lost(office, "*.xlsx", "*.json.gz")
    outcome = office.collect()
    told = SENTENCES["NB-19"].format(file="SYT.xlsx")
    assert (outcome.status, outcome.details, reason(office, "SYT")) == (1, (told,), told)
    assert (office.states()["SYT"], office.figure("SYT", "KG110")) == ("đã nhận", 12)
    assert (office.states()["STP"], office.figure("STP", "KG110")) == ("đã nhận", 7)
    before = tables_of(office)
    office.collect()
    assert tables_of(office) == before


def changed(office: PaperOffice) -> Path:
    lost(office)
    (original,) = office.kept("*.xlsx")
    original.write_bytes(b"PK\x03\x04 other bytes")
    return original


def test_an_original_that_was_changed_never_counts_and_is_named(office: PaperOffice) -> None:
    changed(office)
    outcome = office.collect()
    told = SENTENCES["NB-20"].format(file="SYT.xlsx")
    assert (outcome.status, reason(office, "SYT")) == (1, told)
    assert outcome.details == (f"«SYT.xlsx»: {told}",)
    assert (office.states()["SYT"], office.figure("SYT", "KG110")) == ("đã gửi, chưa dùng được", None)
    assert (office.states()["STP"], office.figure("STP", "KG110")) == ("đã nhận", 7)


def test_a_changed_original_is_put_right_by_the_file_itself(office: PaperOffice) -> None:
    original = changed(office)
    office.collect()
    sent_again = office.receive("SYT", KG110=12)
    office.collect()
    assert original.read_bytes() == sent_again.read_bytes()
    assert (office.states()["SYT"], office.figure("SYT", "KG110")) == ("đã nhận", 12)


def test_a_file_keeps_its_time_of_arrival_whatever_becomes_of_it(office: PaperOffice) -> None:
    lost(office, "*.xlsx")
    office.collect()
    office.receive("SYT", at=datetime(2024, 3, 19, 9), KG110=12)  # noqa: DTZ001
    office.collect()
    (row,) = [row for row in office.rows(schema.ARRIVALS) if row["unit"] == "SYT"]
    assert row["received"] == IN_TIME
