"""92 units, each with a damaged form: the right number, or a stated repair, or a refusal; never a wrong one."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.demo.demo_details import details_of
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.naming import form_name, returned_name
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.year import Year
from tests.mutations.kinds import KINDS
from tests.mutations.sheet import UNKNOWN, Sample, Sent
from tests.mutations.typed import TYPED

if TYPE_CHECKING:
    from tests.made_once import MakeOnce

NAME, MONTHS = "KhoaGiao-2024.xlsm", ("2024-M01", "2024-M02")
PERIOD = Period.parse("2024-M01")
BEFORE, AFTER = datetime(2024, 1, 10, 8), datetime(2024, 1, 22, 8)  # noqa: DTZ001
IN_TIME = 1_705_480_000  # 17 January 2024
TEXTS = {"KG602": "Đã quán triệt văn bản mới.", "KG603": "Không.", "KG604": "Tiếp tục thực hiện kế hoạch."}
UNITS = 92
ROUNDS = 2 + len(KINDS) // UNITS  # each with the next kinds, so that a kind meets other units


@dataclass(frozen=True)
class Case:
    """One unit with its damaged form."""

    kind: str
    sample: Sample
    sent: Sent
    file: str


@pytest.fixture(scope="session")
def issued(made_once: MakeOnce, built_master: Path) -> Path:
    """The folder of an office that has issued the forms of two months; copy it before changing it."""

    def issue(folder: Path) -> None:
        master = Path(shutil.copy(built_master, folder / NAME))
        for period in MONTHS:
            assert run_action("phat_bieu_mau", master, Job(BEFORE, Period.parse(period))).status == 0

    return made_once("issued-to-all", issue)


@pytest.fixture
def master(issued: Path, tmp_path: Path) -> Path:
    """The test's own master, with the forms of two months beside it."""
    shutil.copytree(issued, tmp_path, dirs_exist_ok=True)
    return tmp_path / NAME


def make_cases(master: Path, number: int) -> list[Case]:
    """Damage the forms of all units, each in its own kind; a later round shifts the kinds."""
    forms, later = (master.parent / "bieu-mau" / month for month in MONTHS)
    register, names = Year.read(FileBook(master)).obligations(PERIOD), list(KINDS)
    filler = Filler((forms / form_name(register.units[0].code, "2024-M01")).read_bytes())
    cases = []
    for at, unit in enumerate(register.units):
        kind = names[(at + number * UNITS) % len(names)]
        other = register.units[at - 1].code
        others = {
            "unit": (forms / form_name(other, "2024-M01")).read_bytes(),
            "period": (later / form_name(unit.code, "2024-M02")).read_bytes(),
        }
        form = (forms / form_name(unit.code, "2024-M01")).read_bytes()
        chance = Random(f"{unit.code} {number}")
        sample = Sample(unit.code, form, answers_of(unit, register), filler, chance, others)
        sent = KINDS[kind](sample)
        cases.append(Case(kind, sample, sent, sent.name or f"tệp {at:02}.xlsx"))
    return cases


def answers_of(unit: Any, register: Obligations) -> Answers:
    figures = figures_of(unit.code, PERIOD, list(register.asked_of(unit)))
    rows = details_of(unit.code, PERIOD, figures, register.deadline.starts)
    return Answers(figures, explanations_for(figures, PERIOD), TEXTS, details=rows)


def collect(master: Path, files: dict[str, bytes], seconds: int = 0) -> Outcome:
    inbox = master.parent / "hop-thu-den" / "2024-M01"
    inbox.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (inbox / name).write_bytes(data)
        os.utime(inbox / name, (IN_TIME + seconds, IN_TIME + seconds))
    return run_action("tiep_nhan", master, Job(AFTER, PERIOD))


class Book:
    """What the master says after the intake, by unit."""

    def __init__(self, master: Path) -> None:
        book = FileBook(master)
        self.figures = {row["Mã đơn vị"]: row for row in book.read("tblSoLieu")}
        self.states = {row["Mã đơn vị"]: row["Trạng thái"] for row in book.read("tblTiepNhan")}
        self.findings = book.read("tblLoi")
        self.files = Counter(row["Tệp"] for row in book.read("tblTepNhan"))

    def told(self, unit: str, severity: str = "") -> set[object]:
        """Return the cells of the unit's form that bear a finding (of one severity)."""
        return {
            row["Ô"] for row in self.findings if row["Mã đơn vị"] == unit and severity in ("", row["Mức"])
        }

    def words(self, unit: str) -> str:
        """Return all that is asked or said wrong of the unit's form; a note is read by nobody."""
        told = [row for row in self.findings if row["Mã đơn vị"] == unit and row["Mức"] != "ghi nhận"]
        return " ".join(str(row["Thông báo"]) for row in told)


def wrongs(case: Case, book: Book) -> list[str]:
    """Return what is wrong with the handling of one case; nothing, if it was fair."""
    unit, found = case.sample.unit, []
    row = book.figures.get(unit)
    state = book.states.get(unit)
    counted = state in ("đã nhận", "đã nhận, chờ giải trình", "không phát sinh")
    if case.sent.accepted is not None and counted != case.sent.accepted:
        found.append(f"trạng thái «{state}»")
    if counted != (row is not None):
        found.append("trạng thái và số liệu không khớp")
    for code, meant in {**case.sample.answers.figures, **case.sent.truth}.items():
        value = row.get(code) if row else None
        if row and meant is UNKNOWN and value not in (None, ""):
            found.append(f"{code}: lấy {value!r} cho điều không rõ")
        if row and meant is not UNKNOWN and value != meant:
            found.append(f"{code}: lấy {value!r}, đúng là {meant!r}")
    untold = [code for code in case.sent.told if case.sample.cell(code) not in book.told(unit)]
    found += [f"{code}: không nói gì về ô {case.sample.cell(code)}" for code in untold]
    unseen = [words for words in case.sent.foreign if words not in book.words(unit)]
    found += [f"không ai được đọc «{words}»" for words in unseen]
    return [f"{case.kind} ({unit}): {text}" for text in found]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(ROUNDS))
def test_no_damage_makes_a_wrong_number_pass(
    number: int, master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = make_cases(master, number)
    outcome = collect(master, {case.file: case.sent.data for case in cases})
    book = Book(master)
    assert outcome.status == 1, outcome.sentence
    assert len(book.states) == UNITS
    assert not list(master.parent.glob("*-luu-tru/nhat-ky/loi.*"))
    found = [text for case in cases for text in wrongs(case, book)]
    with capsys.disabled():
        kinds = len({case.kind for case in cases})
        sys.stdout.write(
            f"\nvòng {number}: {kinds} kiểu hư hại, {len(book.figures)} biểu được nhận, số sai lọt: {len(found)}"
        )
    assert found == []


def test_there_are_at_least_forty_kinds_and_the_rounds_reach_them_all() -> None:
    reached = {names for number in range(ROUNDS) for names in _names_of(number)}
    assert len(KINDS) >= 40
    assert reached == set(KINDS)


def _names_of(number: int) -> set[str]:
    names = list(KINDS)
    return {names[(at + number * UNITS) % len(names)] for at in range(UNITS)}


def mark_of(cell: Any) -> bool:
    return cell.comment is not None and "PHẢI SỬA" in cell.comment.text


@pytest.mark.slow
def test_a_returned_form_is_marked_at_its_fault_and_sound_after_one_correction(master: Path) -> None:
    from openpyxl import load_workbook

    cases = [case for case in make_cases(master, 0) if case.kind in TYPED and case.sent.truth]
    collect(master, {case.file: case.sent.data for case in cases})
    book, corrected = Book(master), {}
    for case in cases:
        if book.states[case.sample.unit] != "trả lại":
            continue
        ((code, _),) = case.sent.truth.items()
        copy = load_workbook(
            master.parent / "tra-lai" / "2024-M01" / returned_name(case.sample.unit, "2024-M01", 1)
        )
        marked = [cell.coordinate for row in copy["Số liệu"].iter_rows() for cell in row if mark_of(cell)]
        assert marked == [case.sample.cell(code)], case.kind
        copy["Số liệu"][marked[0]].value = 4
        stream = io.BytesIO()
        copy.save(stream)
        corrected[f"sửa {case.file}"] = (stream.getvalue(), case.sample.unit, code)
    assert len(corrected) >= 20
    collect(master, {name: data for name, (data, _, _) in corrected.items()}, seconds=3600)
    after = Book(master)
    assert {after.states[unit] for _, unit, _ in corrected.values()} == {"đã nhận"}
    assert {after.figures[unit][code] for _, unit, code in corrected.values()} == {4}
