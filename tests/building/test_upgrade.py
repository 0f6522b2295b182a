"""A master of an older layout: refused by every action, upgraded with everything it holds.

older/first-layout.xlsm is a master as it was drawn before units and indicators had days of validity;
older/sixth-layout.xlsm one as it was drawn before the plan said who in the office does what.
"""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import build_master
from khoagiao_xl.building.upgrade_master import upgrade
from khoagiao_xl.doors.cli import main
from khoagiao_xl.errors import OpenElsewhere, WrongRequest
from khoagiao_xl.mail.letter_templates import usual_words
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.model.schema import DASHBOARD, FIRST_LAYOUT, TABLES
from khoagiao_xl.office.pages import read_pages
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import read_year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Collection

    from khoagiao_xl.books.base import Row

FIRST = Path(__file__).with_name("older") / "first-layout.xlsm"
NOW = datetime(2024, 6, 3, 8)  # noqa: DTZ001
HAD = read_pages(FileBook(FIRST))[0]
KEPT = [table for table in TABLES if table.name in HAD]
LATER = [(table, column) for table in KEPT for column in table.columns if column.since > FIRST_LAYOUT]
ADDED = [table.name for table in TABLES if table not in KEPT]
# What a formula works out is held by no older master, and lacking in none.
ADDED += [f"{table.name}[{column.name}]" for table, column in LATER if not column.formula]
FIRST_ADDED = LATER[0][1].name
SIXTH_LAYOUT = 6
SIXTH = [table for table in TABLES if table.since <= SIXTH_LAYOUT]
SINCE_THE_SEVENTH = [
    f"{table.name}[{column.name}]"
    for table in SIXTH
    for column in table.columns
    if column.since > SIXTH_LAYOUT
]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A master of the first layout in use: a unit of the office's own, a task, figures, a setting."""
    path = Path(shutil.copy(FIRST, tmp_path / "So.xlsm"))
    book = FileBook(path)
    book.write("tblDonVi", [*book.read("tblDonVi"), {"Mã": "MOI", "Tên": "Đơn vị mới", "Loại": "chi bộ"}])
    book.write("tblKeHoach", [{"Mã": "NV01", "Nhiệm vụ": "Tọa đàm", "Hạn": date(2024, 6, 28)}])
    book.write("tblSoLieu", [{"Kỳ": "2024-M01", "Mã đơn vị": "SYT", "KG001": 55, "KG109": 98.5}])
    settings = book.read("tblCauHinh")
    book.write(
        "tblCauHinh", [{**row, "Giá trị": "x@y.vn"} if row["Khóa"] == "email" else row for row in settings]
    )
    book.save()
    return path


def tables_of(path: Path) -> dict[str, list[Row]]:
    book = FileBook(path)
    return {table.name: book.read(table.name) for table in KEPT}


def only(row: Row, names: Collection[str]) -> Row:
    return {name: value for name, value in row.items() if name in names}


def offices_own(path: Path, table: schema.Table) -> list[Row]:
    """Return what the office wrote: the words that explain a setting are the program's, new with it."""
    names = [column.name for column in table.columns if (table, column.field) != (schema.SETTINGS, "help")]
    return filled([only(row, names) for row in FileBook(path).read(table.name)])


def filled(rows: list[Row]) -> list[Row]:
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


@pytest.mark.parametrize("verb", ["forms", "collect", "remind", "mail", "send", "consolidate", "report"])
def test_an_older_layout_is_refused_with_the_verb_that_upgrades_it(
    verb: str, older: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = older.read_bytes()
    (older.parent / "hop-thu-den" / "2024-M01").mkdir(parents=True)
    assert main([verb, str(older), "--period", "2024-M01"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Sổ làm theo bố cục cũ: bảng tbl")
    assert "«khoagiao upgrade»" in told
    assert older.read_bytes() == before


def test_the_check_of_an_older_layout_names_the_verb_too(older: Path) -> None:
    assert main(["check", str(older)]) == 1
    told = [str(row["Thông báo"]) for row in FileBook(older).read("tblLoi")]
    assert sentence("KT-06", {"column": FIRST_ADDED}) in told


def test_everything_that_the_tables_held_stands_in_the_new_layout(older: Path) -> None:
    before = tables_of(older)
    done = upgrade(older, NOW)
    after = tables_of(older)
    assert sorted(done.added) == sorted(ADDED)
    for table in KEPT:
        if table not in (schema.JOURNAL, schema.SETTINGS):
            had = [row.keys() for row in before[table.name]]
            kept = [only(row, names) for row, names in zip(after[table.name], had, strict=True)]
            assert filled(kept) == filled(before[table.name]), table.name
    values = {row["Khóa"]: row["Giá trị"] for row in after["tblCauHinh"]}
    for row in before["tblCauHinh"]:  # keys that came since stand beside them
        assert values[row["Khóa"]] == row["Giá trị"]


def test_a_plan_of_the_sixth_layout_keeps_every_cell_beside_the_columns_of_the_programme(
    tmp_path: Path,
) -> None:
    path = Path(shutil.copy(FIRST.with_name("sixth-layout.xlsm"), tmp_path / "So.xlsm"))
    book = FileBook(path)
    for table in (schema.TASKS, schema.REVIEWS, schema.REVIEW_STEPS):
        book.write(table.name, [_filled(table, number) for number in range(1, 41)])
    book.save()
    before = {table.name: offices_own(path, table) for table in TABLES if table in SIXTH}
    done = upgrade(path, NOW)
    assert sorted(done.added) == sorted(["tblPhuTrach", *SINCE_THE_SEVENTH])
    after = {table.name: offices_own(path, table) for table in TABLES if table in SIXTH}
    assert [name for name in before if before[name] != after[name]] == [
        "tblNhatKy"
    ]  # it tells of the upgrade
    assert after["tblNhatKy"][1:] == before["tblNhatKy"]


def _filled(table: schema.Table, number: int) -> Row:
    """Return a row of the sixth layout with something in every column."""
    row: Row = {}
    for column in table.columns:
        if column.since > SIXTH_LAYOUT:
            continue
        if column.cell is schema.Cell.DATE:
            row[column.name] = date(2024, 1 + number % 12, 9)
        elif column.cell is schema.Cell.NUMBER:
            row[column.name] = number
        else:
            row[column.name] = column.choices[-1] if column.choices else f"{column.name} {number}"
    return row


def test_an_older_master_gets_the_words_of_letters_that_a_new_one_has(older: Path) -> None:
    upgrade(older, NOW)
    assert read_year(older).letter_words == tuple(usual_words().values())


def test_a_question_of_the_older_master_means_to_the_totals_what_it_means_today(older: Path) -> None:
    book = FileBook(older)
    rows = book.read("tblChiTieu")
    own = {"Theo thời gian": "cộng", "Theo đơn vị": "cộng"}
    book.write("tblChiTieu", [{**row, **own} if row["Mã"] == "KG223" else row for row in rows])
    book.save()
    upgrade(older, NOW)
    meant = {row["Mã"]: row for row in FileBook(older).read("tblChiTieu")}
    assert (meant["KG105"]["Hỏi khi"], meant["KG302"]["Kế hoạch ở"]) == ("KG106", "KG301")
    assert (meant["KG001"]["Mang sang năm"], meant["KG223"]["Mang sang năm"]) == ("x", None)


def test_the_older_master_is_kept_and_going_back_brings_it_again(older: Path) -> None:
    before, tables = older.read_bytes(), tables_of(older)
    done = upgrade(older, NOW)
    assert done.backup is not None
    assert done.backup.read_bytes() == before
    assert FileBook(older).read("tblNhatKy")[0]["Thao tác"] == sentence("NC-00", {})
    assert main(["restore", str(older)]) == 0
    again = tables_of(older)
    line, *journal = again.pop("tblNhatKy")  # going back leaves a line
    assert (journal, again) == (tables.pop("tblNhatKy"), tables)
    assert "nâng cấp sổ" in str(line["Kết quả"])


def test_the_upgraded_master_works(older: Path) -> None:
    assert main(["upgrade", str(older)]) == 0
    assert main(["check", str(older)]) == 0
    assert main(["forms", str(older), "--period", "2024-M01"]) == 0
    assert (older.parent / "bieu-mau" / "2024-M01" / "MOI_2024-M01.xlsx").exists()


def test_the_upgraded_master_has_the_words_of_letters_and_drafts_each_letter_once(older: Path) -> None:
    assert main(["upgrade", str(older)]) == 0
    assert {row["Loại thư"] for row in FileBook(older).read("tblMauThu")} == set(LetterKind)
    assert "Sao gửi" in FileBook(older).read("tblDonVi")[0]
    main(["remind", str(older), "--period", "2024-M01"])
    drafted = FileBook(older).read("tblThu")
    assert {row["Trạng thái"] for row in drafted} == {"đã soạn"}
    main(["remind", str(older), "--period", "2024-M01"])
    assert FileBook(older).read("tblThu") == drafted


def test_a_master_of_todays_layout_is_left_as_it_is(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = master.read_bytes()
    assert main(["upgrade", str(master)]) == 0
    assert capsys.readouterr().out.strip() == sentence("NC-03", {"name": master.name})
    assert master.read_bytes() == before


def test_what_stood_beside_the_tables_is_named_as_left_in_the_copy(
    older: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _add_a_sheet(older)
    assert main(["upgrade", str(older)]) == 0
    assert sentence("NC-02", {"left": "trang «Của tôi»"}) in capsys.readouterr().out


def _add_a_sheet(path: Path) -> None:
    import openpyxl

    book: Any = openpyxl.load_workbook(path, keep_vba=True)
    book.create_sheet("Của tôi")
    book.save(path)


def test_a_master_that_is_open_or_lacks_its_settings_is_left_as_it_is(older: Path) -> None:
    before = older.read_bytes()
    lock = older.with_name(f"~${older.name}")
    lock.write_bytes(b"x")
    with pytest.raises(OpenElsewhere):
        upgrade(older, NOW)
    lock.unlink()
    book = FileBook(older)
    book.write("tblCauHinh", [row for row in book.read("tblCauHinh") if row["Khóa"] != "nam"])
    book.save()
    blank = older.read_bytes()
    with pytest.raises(WrongRequest) as refused:
        upgrade(older, NOW)
    assert (refused.value.code, older.read_bytes()) == ("CH-01", blank)
    assert blank != before


@pytest.mark.parametrize("office", ["excel", "libreoffice"])
def test_the_macros_are_those_of_the_program_that_the_master_was_made_for(
    office: Any, tmp_path: Path
) -> None:
    from khoagiao_xl.building.upgrade_master import _Older

    build_master(tmp_path / "So.xlsm", load_profile(), for_office=office, with_xlwings=office == "excel")
    older = _Older(tmp_path / "So.xlsm")
    assert (older.office, older.starts_python_itself) == (office, office == "excel")


def test_the_upgraded_master_opens_on_a_dashboard_that_is_filled_in(older: Path) -> None:
    upgrade(older, NOW)
    board = openpyxl.load_workbook(older, data_only=True)[DASHBOARD]
    assert board["B1"].value == "SỔ KHOA GIÁO NĂM 2024"
    assert board["E5"].value.endswith("/93")  # the office's own unit too
