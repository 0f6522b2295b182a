"""Whatever the action: a copy first, the newest line of the journal on top, rows below a table told."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.building import build_master
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.demo.sample_guidance import write_sample_guidance
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LetterState, LoggedLetter
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.office.year import read_year
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

PERIOD = Period.parse("2024-M01")
BELOW = '<row r="40"><c r="A40" t="inlineStr"><is><t>SMOI</t></is></c></row></sheetData>'
TOLD = "trang «Đơn vị», ô A40: Dòng 40 nằm ngoài bảng nên không được đọc."


@pytest.fixture(scope="module")
def built_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh master with three units and the folders that actions ask for."""
    path = tmp_path_factory.mktemp("small") / "KhoaGiao-2024.xlsm"
    profile = load_profile("2024")
    build_master(path, replace(profile, units=profile.units[:3]))
    (path.parent / "hop-thu-den" / "2024-M01").mkdir(parents=True)
    (path.parent / "huong-dan").mkdir()
    write_sample_guidance(path.parent / "huong-dan" / "hd.docx")
    return path


@pytest.fixture
def small(built_small: Path, tmp_path: Path) -> Path:
    """A copy of the small master, in a folder of its own."""
    shutil.copytree(built_small.parent, tmp_path / "so")
    return tmp_path / "so" / built_small.name


def answer(master: Path) -> None:
    """Send one form that was issued, sound."""
    owed = read_year(master).obligations(PERIOD)
    unit = owed.owing[0]
    name = form_name(unit.code, str(PERIOD))
    form = (master.parent / "bieu-mau" / str(PERIOD) / name).read_bytes()
    figures = figures_of(unit.code, PERIOD, list(owed.asked_of(unit)))
    filled = Filler(form).fill_in(form, Answers(figures, explanations_for(figures, PERIOD)))
    (master.parent / "hop-thu-den" / str(PERIOD) / name).write_bytes(filled)


def act(master: Path, action: str) -> Outcome:
    return run_action(action, master, Job(NOW, PERIOD))


def type_below_the_units(master: Path) -> None:
    place = FileBook(master)._place("tblDonVi")
    package = Package.parse(master.read_bytes())
    sheet = package.read(place.sheet_part).decode()
    package.replace(place.sheet_part, sheet.replace("</sheetData>", BELOW).encode())
    master.write_bytes(package.to_bytes())


BEFORE: dict[str, tuple[str, ...]] = {
    "nap_huong_dan": (),
    "phat_bieu_mau": (),
    "tiep_nhan": (),
    "don_doc": ("tiep_nhan",),
    "tong_hop": ("tiep_nhan",),
    "xuat_bao_cao": ("phat_bieu_mau", "answer", "tiep_nhan", "tong_hop"),
}


@pytest.mark.parametrize(("action", "before"), BEFORE.items())
def test_a_row_typed_below_a_table_is_told_by_every_action(
    small: Path, action: str, before: tuple[str, ...]
) -> None:
    for earlier in before:
        answer(small) if earlier == "answer" else act(small, earlier)
    type_below_the_units(small)
    outcome = act(small, action)
    assert (outcome.status, [line.startswith(TOLD) for line in outcome.details].count(True)) == (1, 1)


def test_the_check_tells_a_row_typed_below_a_table_once(small: Path) -> None:
    type_below_the_units(small)
    outcome = act(small, "kiem_tra_ke_hoach")
    told = [line for line in outcome.details if "nằm ngoài bảng" in line]
    assert (outcome.status, len(told)) == (1, 1)
    assert told[0].startswith("Đơn vị, A40: Dòng 40 nằm ngoài bảng")


def test_without_such_a_row_nothing_is_told(small: Path) -> None:
    assert act(small, "phat_bieu_mau").status == 0


def test_the_newest_line_of_the_journal_stands_on_top_and_names_its_copy(small: Path) -> None:
    act(small, "tiep_nhan")
    act(small, "tong_hop")
    lines = FileBook(small).read("tblNhatKy")
    assert [line["Thao tác"] for line in lines] == ["Tổng hợp", "Tiếp nhận báo cáo"]
    copies = {path.name for path in Storage(small).backups.iterdir()}
    assert {line["Bản trước"] for line in lines} == copies


def test_files_alone_are_no_change_to_go_back_from(small: Path) -> None:
    act(small, "phat_bieu_mau")
    (line,) = FileBook(small).read("tblNhatKy")
    assert (line["Bản trước"], Storage(small).backups.exists()) == (None, False)


def test_a_file_that_cannot_be_written_leaves_the_master_and_no_copy(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = small.read_bytes()
    monkeypatch.setattr("khoagiao_xl.doors.run_action.write", full_disk)
    assert act(small, "tiep_nhan").status == 2
    assert (small.read_bytes(), list(Storage(small).backups.iterdir())) == (before, [])


def full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_master_without_its_journal_is_refused_before_anything_is_written(
    small: Path, retitle: Callable[[Path, str], None]
) -> None:
    retitle(small, "tblNhatKy")
    outcome = act(small, "phat_bieu_mau")
    assert (outcome.status, "tblNhatKy" in outcome.sentence) == (2, True)
    assert not (small.parent / "bieu-mau").exists()


@pytest.fixture
def retitle() -> Callable[[Path, str], None]:
    """Take a table from a master: what Excel leaves when its name is changed."""

    def run(master: Path, table: str) -> None:
        place = FileBook(master)._place(table)
        package = Package.parse(master.read_bytes())
        xml = package.read(place.table_part).decode()
        xml = xml.replace(f'displayName="{table}"', 'displayName="Bang1"')
        package.replace(place.table_part, xml.encode())
        master.write_bytes(package.to_bytes())

    return run


def test_the_next_action_notes_when_a_letter_was_seen_to_be_sent_by_hand(small: Path) -> None:
    letter = LoggedLetter("a" * 24, LetterKind.REMINDER, unit="SYT", state=LetterState.SENT)
    book = FileBook(small)
    book.write(schema.LETTERS.name, to_rows([letter], schema.LETTERS))
    book.save()
    run_action("phat_bieu_mau", small, Job(NOW, PERIOD))
    assert [line.sent for line in read_year(small).letters] == [NOW]
