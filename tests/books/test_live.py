"""What can befall a master that stands open in a real LibreOffice, and how many calls a table takes."""

from __future__ import annotations

import random
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import khoagiao_xl
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.office_program import office_trouble
from khoagiao_xl.books.office_program.live_book import LiveBook
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.errors import ChangedMeanwhile, MissingFile, NotNow, WrongRequest
from tests.books.uno_counting import Counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.books.base import Row

pytestmark = [pytest.mark.office, pytest.mark.slow]
SOURCE = Path(khoagiao_xl.__file__).parent
HOLIDAY: Row = {"Ngày": date(2024, 4, 30), "Tên": "Ngày Chiến thắng", "Loại": "nghỉ", "Nguồn": None}


class Refused(Exception):
    """What Excel raises for nearly everything."""

    hresult = -2147352567


@pytest.fixture
def opened(open_in_libreoffice: Callable[[Path], Any], master: Path) -> Any:
    """The test's own master as an xlwings Book in LibreOffice."""
    return open_in_libreoffice(master)


@pytest.fixture
def live(opened: Any) -> LiveBook:
    return LiveBook(opened)


def test_a_folder_with_blanks_diacritics_and_signs_is_no_trouble(
    open_in_libreoffice: Callable[[Path], Any], master: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Sổ của 'ta' & %20 100%" / "Sổ 2024.xlsm"
    path.parent.mkdir()
    shutil.copy(master, path)
    book = LiveBook(open_in_libreoffice(path))
    assert book.path == path
    book.write("tblNgayNghi", [HOLIDAY])
    book.save()
    assert _in_file(path) == [HOLIDAY]


def test_the_workbook_in_front_is_another(
    open_in_libreoffice: Callable[[Path], Any], live: LiveBook, tmp_path: Path, built_master: Path
) -> None:
    other = open_in_libreoffice(_copy(built_master, tmp_path / "khac.xlsm"))
    other.activate()
    live.write("tblNgayNghi", [HOLIDAY])
    live.save()
    assert _in_file(live.path) == [HOLIDAY]
    assert LiveBook(other).read("tblNgayNghi") != [HOLIDAY]


def test_a_table_is_found_on_a_sheet_that_was_renamed(opened: Any, live: LiveBook) -> None:
    opened.sheets["Ngày nghỉ"].name = "Nghỉ lễ"
    assert live.read("tblNgayNghi")


def test_a_sheet_that_was_deleted_is_named_with_the_way_back(opened: Any, live: LiveBook) -> None:
    opened.sheets["Ngày nghỉ"].delete()
    with pytest.raises(
        WrongRequest, match=r"thiếu bảng tblNgayNghi .trang «Ngày nghỉ».*Khôi phục"
    ) as refused:
        live.read("tblNgayNghi")
    assert refused.value.code == "MS-01"


def test_a_column_that_was_renamed_is_named_with_the_way_back(opened: Any, live: LiveBook) -> None:
    opened.sheets["Ngày nghỉ"]["B4"].value = "Tên ngày"
    with pytest.raises(WrongRequest, match=r"thiếu cột «Tên».*Đặt lại đúng tên cột") as refused:
        live.write("tblNgayNghi", [HOLIDAY])
    assert refused.value.code == "MS-02"


def test_rows_that_a_filter_hid_are_shown_again(opened: Any, live: LiveBook) -> None:
    cells = opened.sheets["Ngày nghỉ"].tables["tblNgayNghi"].api.ReferredCells
    _filter(cells, "không có")
    assert not cells.Rows.getByIndex(1).IsVisible
    live.write("tblNgayNghi", [HOLIDAY, HOLIDAY])
    live.save()
    assert all(cells.Rows.getByIndex(at).IsVisible for at in range(3))


def test_what_somebody_typed_meanwhile_is_not_overwritten(opened: Any, live: LiveBook) -> None:
    live.write("tblNgayNghi", [HOLIDAY])
    opened.sheets["Ngày nghỉ"]["B5"].value = "gõ thêm"
    with pytest.raises(ChangedMeanwhile):
        live.save()
    assert opened.sheets["Ngày nghỉ"]["B5"].value == "gõ thêm"


def test_a_table_that_was_only_read_may_be_typed_in_meanwhile(opened: Any, live: LiveBook) -> None:
    live.read("tblNgayNghi")
    live.write("tblCauHinh", [{"Khóa": "k", "Giá trị": "v"}])
    opened.sheets["Ngày nghỉ"]["B5"].value = "gõ thêm"
    live.save()
    assert _in_file(live.path)[0]["Tên"] == "gõ thêm"


def test_what_was_typed_in_a_table_between_reading_and_writing_it_is_not_overwritten(
    opened: Any, live: LiveBook
) -> None:
    live.read("tblNgayNghi")
    opened.sheets["Ngày nghỉ"]["B5"].value = "gõ thêm"
    live.write("tblNgayNghi", [HOLIDAY])
    with pytest.raises(ChangedMeanwhile):
        live.save()


def test_a_text_that_is_called_like_an_error_is_a_text(opened: Any, live: LiveBook) -> None:
    opened.sheets["Ngày nghỉ"]["B5"].options(literal=True).value = "#N/A"
    opened.sheets["Ngày nghỉ"]["B6"].formula = "=1/0"
    first, second = live.read("tblNgayNghi")[:2]
    assert (first["Tên"], second["Tên"]) == ("#N/A", None)
    assert live.layout("tblNgayNghi").unread == {"B6": "#DIV/0!"}


def test_what_was_typed_can_be_stored_before_the_copy_is_made(opened: Any, live: LiveBook) -> None:
    opened.sheets["Ngày nghỉ"]["B5"].value = "gõ rồi chưa lưu"
    live.store_typed()
    assert _in_file(live.path)[0]["Tên"] == "gõ rồi chưa lưu"


def test_a_table_does_not_grow_over_what_stands_under_it(opened: Any, live: LiveBook) -> None:
    before = live.read("tblNgayNghi")
    last = 4 + len(before)
    opened.sheets["Ngày nghỉ"].range((last + 2, 2)).value = "ghi chú riêng"
    live.write("tblCauHinh", [{"Khóa": "k", "Giá trị": "v"}])
    live.write("tblNgayNghi", [HOLIDAY] * (len(before) + 5))
    with pytest.raises(WrongRequest, match=f"ô B{last + 2}") as refused:
        live.save()
    assert refused.value.code == "MS-03"
    fresh = LiveBook(opened)
    assert fresh.read("tblNgayNghi") == before
    assert len(fresh.read("tblCauHinh")) > 1, "a table written before the trouble was not put back"


def test_a_shorter_table_leaves_nothing_below_it(opened: Any, live: LiveBook) -> None:
    before = len(live.read("tblNgayNghi"))
    live.write("tblNgayNghi", [HOLIDAY])
    live.save()
    below = opened.sheets["Ngày nghỉ"].range((6, 1), (5 + before, 4)).options(ndim=2).value
    assert not any(value for line in below for value in line)
    assert opened.sheets["Ngày nghỉ"].tables["tblNgayNghi"].range.address == "$A$4:$D$5"


def test_new_rows_look_like_the_first_and_link_like_it(opened: Any, live: LiveBook) -> None:
    live.write("tblLoi", [{"Trang": "Kế hoạch", "Ô": "E5", "Thông báo": f"x{at}"} for at in range(3)])
    live.save()
    sheet = opened.sheets["Lỗi"]
    assert sheet["F7"].formula.startswith("=IF(OR($") or "HYPERLINK" in sheet["F7"].formula
    assert sheet["F7"].value == "mở ô"
    assert sheet["I7"].wrap_text


def test_a_protected_sheet_is_named_and_nothing_is_written(opened: Any, live: LiveBook) -> None:
    before = live.read("tblCauHinh")
    live.write("tblCauHinh", [{"Khóa": "k", "Giá trị": "v"}])
    live.write("tblNgayNghi", [HOLIDAY])
    opened.sheets["Ngày nghỉ"].api.protect("")
    with pytest.raises(NotNow, match="Trang «Ngày nghỉ» đang được bảo vệ") as refused:
        live.save()
    assert refused.value.code == "SO-05"
    assert LiveBook(opened).read("tblCauHinh") == before


def test_a_workbook_that_was_closed_meanwhile_is_one_sentence(opened: Any, live: LiveBook) -> None:
    live.write("tblNgayNghi", [HOLIDAY])
    opened.close()
    with pytest.raises(NotNow, match=r"LibreOffice đã đóng sổ «KhoaGiao-2024\.xlsm»") as refused:
        live.save()
    assert refused.value.code == "SO-04"
    assert HOLIDAY not in _in_file(live.path)[:1]


def test_an_office_that_was_closed_meanwhile_is_one_sentence(master: Path) -> None:
    import xlwings

    from xlwings_libreoffice import register

    app = xlwings.App(impl=register().impl.apps.add(visible=False))
    live, before = LiveBook(app.books.open(str(master))), master.read_bytes()
    live.write("tblNgayNghi", [HOLIDAY])
    app.impl.office.end(by_force=True)
    with pytest.raises(NotNow, match="LibreOffice đã đóng sổ") as refused:
        live.save()
    assert refused.value.code == "SO-04"
    assert master.read_bytes() == before


def test_a_workbook_opened_read_only_is_refused(office: Any, master: Path) -> None:
    book = office.books.open(str(master), read_only=True)
    with pytest.raises(NotNow, match="chỉ đọc") as refused:
        LiveBook(book)
    book.close()
    assert refused.value.code == "SO-02"


def test_a_file_that_was_moved_away_meanwhile_is_named(live: LiveBook) -> None:
    live.write("tblNgayNghi", [HOLIDAY])
    live.path.rename(live.path.with_name("khac.xlsm"))
    with pytest.raises(MissingFile):
        live.save()


def test_a_failed_call_gives_the_tables_back(
    opened: Any, live: LiveBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = live.read("tblCauHinh")
    live.write("tblCauHinh", [{"Khóa": "k", "Giá trị": "v"}])
    live.write("tblNgayNghi", [HOLIDAY])
    put, failing = LiveBook._put, iter([False, True, False, False])

    def fails_once(book: LiveBook, table: str, lines: Any) -> None:
        if next(failing):
            raise Refused("0x800A03EC")
        put(book, table, lines)

    monkeypatch.setattr(LiveBook, "_put", fails_once)
    with pytest.raises(NotNow, match="báo lỗi khi chương trình làm việc") as refused:
        live.save()
    assert refused.value.code == "SO-06"
    assert LiveBook(opened).read("tblCauHinh") == before


def test_a_store_that_fails_gives_the_tables_back(
    opened: Any, live: LiveBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = live.read("tblNgayNghi")
    live.write("tblNgayNghi", [HOLIDAY])

    def is_full(_: LiveBook) -> None:
        raise Refused("0x800A03EC")

    monkeypatch.setattr(LiveBook, "_store", is_full)
    with pytest.raises(NotNow, match="báo lỗi khi chương trình làm việc"):
        live.save()
    assert LiveBook(opened).read("tblNgayNghi") == before


def test_what_is_typed_while_other_tables_are_written_is_not_overwritten(
    opened: Any, live: LiveBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.write("tblCauHinh", [{"Khóa": "k", "Giá trị": "v"}])
    live.write("tblNgayNghi", [HOLIDAY])
    put = LiveBook._put

    def type_then_put(book: LiveBook, table: str, lines: Any) -> None:
        put(book, table, lines)
        opened.sheets["Ngày nghỉ"]["B5"].value = "gõ thêm"

    monkeypatch.setattr(LiveBook, "_put", type_then_put)
    with pytest.raises(ChangedMeanwhile):
        live.save()
    assert opened.sheets["Ngày nghỉ"]["B5"].value == "gõ thêm"
    assert len(LiveBook(opened).read("tblCauHinh")) > 1


def test_the_office_is_itself_again_after_a_failure(
    office: Any, live: LiveBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.write("tblNgayNghi", [HOLIDAY])
    monkeypatch.setattr(office_trouble, "PAUSES", ())
    monkeypatch.setattr(LiveBook, "_put", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        live.save()
    assert (office.screen_updating, office.calculation) == (True, "automatic")


def test_progress_is_shown_and_the_bar_given_back(office: Any, live: LiveBook) -> None:
    with live.showing_progress() as report:
        report("đọc tệp", 1, 92)
        assert office.status_bar == "đọc tệp 1/92"
    assert office.status_bar is False


def test_a_macro_that_is_not_there_is_named(live: LiveBook) -> None:
    with pytest.raises(WrongRequest, match="không có macro KhongCo") as refused:
        live.run_macro("KhongCo")
    assert refused.value.code == "SO-07"


def test_an_error_and_what_stands_around_a_table_are_told(opened: Any, live: LiveBook) -> None:
    sheet = opened.sheets["Ngày nghỉ"]
    sheet["B5"].formula = "=NA()"
    sheet["F6"].value = "bên cạnh"
    assert live.read("tblNgayNghi")[0]["Tên"] is None
    layout = live.layout("tblNgayNghi")
    assert (layout.unread, layout.outside) == ({"B5": "#N/A"}, {"F6": "bên cạnh"})


@pytest.mark.parametrize("action", ["nap_huong_dan", "kiem_tra_ke_hoach"])
def test_a_step_does_the_same_on_an_open_workbook(
    action: str, live: LiveBook, built_master: Path, tmp_path: Path, job: Callable[..., Any]
) -> None:
    closed = FileBook(_copy(built_master, tmp_path / "dong.xlsm"))
    asked = job(source=_guidance(tmp_path))
    for book in (closed, live):
        book.write("tblMienTru", [{"Kỳ": "2024-M13", "Mã đơn vị": "la", "Lý do": " =1+1"}])
        book.save()
    in_file = run_action(action, closed.path, asked)
    in_office = run_action(action, live.path, asked, live)
    assert (in_file.sentence, in_file.counts) == (in_office.sentence, in_office.counts)
    for table in ("tblKeHoach", "tblVanBan", "tblLoi", "tblLichHan", "tblDeXuat"):
        assert live.read(table) == FileBook(closed.path).read(table)


def _guidance(folder: Path) -> Path:
    path = folder / "huong_dan.txt"
    shutil.copy(SOURCE / "data" / "demo" / "huong_dan_2024.txt", path)
    return path


def test_calls_do_not_grow_with_rows(
    office: Any, built_master: Path, tmp_path: Path, open_in_libreoffice: Any
) -> None:
    counts = {}
    for rows in (92, 1104):
        book = open_in_libreoffice(_copy(built_master, tmp_path / f"{rows}.xlsm"))
        counts[rows] = _calls(office, book, rows)
        book.close()  # another one that is open is looked at, too
    assert counts[92] == counts[1104] < MOST_CALLS


def _calls(office: Any, book: Any, rows: int) -> int:
    """Return how many UNO calls it takes to write and read tblSoLieu and a table of days and long texts."""
    counter: list[str] = []
    book.impl.api = Counted(book.impl.api, counter)
    office.impl.office.desktop, desktop = (
        Counted(office.impl.office.desktop, counter),
        office.impl.office.desktop,
    )
    try:
        _prefill(book, rows)
        del counter[:]
        live = LiveBook(book)
        headings = live.headings("tblSoLieu")
        live.write("tblSoLieu", [dict.fromkeys(headings, at) for at in range(rows)])
        live.write("tblNhatKy", [{"Lúc": _moment(at), "Kết quả": "dài " * 30} for at in range(rows)])
        live.save()
        read = LiveBook(book)
        assert len(read.read("tblSoLieu")) == len(read.read("tblNhatKy")) == rows
    finally:
        office.impl.office.desktop = desktop
    return len(counter)


def _prefill(book: Any, rows: int) -> None:
    """Let the tables have as many rows before, with one look, so that only their number differs."""
    live = LiveBook(book)
    live.write("tblSoLieu", [{"Kỳ": "2024-M01"}] * rows)
    live.write("tblNhatKy", [{"Lúc": _moment(0)}] * rows)
    live.save()


def _moment(at: int) -> datetime:
    return datetime(2024, 1, 18, 16, 59, 58) + timedelta(hours=at)  # noqa: DTZ001


MOST_CALLS = 900  # UNO calls to write, check, store and read two tables, of 69 columns and of 5


TEXTS = st.one_of(
    st.text(alphabet="aăâễộưđ Ộ'\"=+-@_x01/#\n\u00a0", min_size=1, max_size=40),
    st.sampled_from(["=1+1", "'", "''x", "0912", "1-2", "TRUE", "12/01/2024", "1e5", "@sum", "_x0041_"]),
)
DAYS = st.dates(date(1901, 1, 1), date(2100, 1, 1))
MOMENTS = st.datetimes(datetime(1901, 1, 1), datetime(2100, 1, 1)).map(lambda m: m.replace(microsecond=0))  # noqa: DTZ001
# LibreOffice stores fifteen digits of a number.
NUMBERS = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.floats(-1e15, 1e15, allow_subnormal=False).map(lambda number: float(f"{number:.14g}")),
)


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@given(rows=st.lists(st.tuples(TEXTS, NUMBERS, DAYS, MOMENTS, st.booleans()), min_size=1, max_size=25))
def test_every_value_comes_back_as_from_a_file(
    rows: list[Any], built_master: Path, tmp_path: Path, open_in_libreoffice: Callable[[Path], Any]
) -> None:
    name = f"{random.getrandbits(64):x}"
    by_file, by_office = (_copy(built_master, tmp_path / f"{name}-{kind}.xlsm") for kind in "ab")
    live = LiveBook(open_in_libreoffice(by_office))
    for book in (FileBook(by_file), live):
        book.write("tblTongHop", [{"Chỉ tiêu": t, "Kỳ này": n, "Lũy kế": b} for t, n, _, _, b in rows])
        book.write("tblThoiHan", [{"Kỳ": t, "Từ ngày": d} for t, _, d, _, _ in rows])
        book.write("tblNhatKy", [{"Lúc": m, "Kết quả": t} for t, _, _, m, _ in rows])
        book.save()
    # The file is open; a copy of what was stored is not.
    expected, seen = FileBook(by_file), FileBook(_copy(by_office, tmp_path / f"{name}-c.xlsm"))
    for table in ("tblTongHop", "tblThoiHan", "tblNhatKy"):
        assert seen.read(table) == expected.read(table)
        assert LiveBook(live._book).read(table) == expected.read(table)
    live._book.close()


def _in_file(path: Path) -> list[Row]:
    """Return the holidays of the stored file; it is open, so not as FileBook would."""
    copy = path.with_name("ban-doc.xlsm")
    shutil.copy(path, copy)
    return FileBook(copy).read("tblNgayNghi")


def _copy(master: Path, path: Path) -> Path:
    shutil.copy(master, path)
    return path


def _filter(cells: Any, text: str) -> None:
    import uno

    field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
    field.Field, field.IsNumeric, field.StringValue = 1, False, text
    field.Operator = uno.Enum("com.sun.star.sheet.FilterOperator", "EQUAL")
    wanted = cells.createFilterDescriptor(True)
    wanted.ContainsHeader = True
    wanted.setFilterFields((field,))
    cells.filter(wanted)
