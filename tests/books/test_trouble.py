"""Excel that is busy, gone or elsewhere: told in one sentence, without an Excel to try it on."""

from __future__ import annotations

import atexit
import sys
import types
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.cell_values import as_value
from khoagiao_xl.books.office_program import find_open, live_book, office_trouble, still_screen
from khoagiao_xl.books.office_program.live_book import LiveBook
from khoagiao_xl.books.office_program.programs import PROGRAMS
from khoagiao_xl.books.office_program.xlwings_loading import ATTEMPTS, load_xlwings
from khoagiao_xl.books.package import text_stays_text
from khoagiao_xl.errors import NotNow
from xlwings_libreoffice.books import _is_workbook

if TYPE_CHECKING:
    from pathlib import Path


class ComError(Exception):
    """What pywin32 raises."""

    def __init__(self, hresult: int, inside: tuple[object, ...] | None = None) -> None:
        self.hresult, self.excepinfo = hresult, inside


REJECTED = ComError(-2147418111)
IGNORED = ComError(-2147352567, (0, "Microsoft Excel", None, None, 0, -2146777998))
REFUSED = ComError(-2147352567, (0, "Microsoft Excel", "1004", None, 0, -2146827284))


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_trouble, "PAUSES", (0.0, 0.0))


def fake_excel_book(**api: object) -> Any:
    excel = types.SimpleNamespace(name="excel")
    app = types.SimpleNamespace(
        engine=excel, screen_updating=True, display_alerts=True, calculation="automatic"
    )
    facts = {"FullName": r"C:\so\So.xlsm", "ReadOnly": False, "Saved": True, **api}
    return types.SimpleNamespace(app=app, api=types.SimpleNamespace(**facts), sheets=[])


@pytest.mark.parametrize("error", [REJECTED, IGNORED])
def test_a_cell_being_edited_is_waited_for_and_then_told(error: ComError) -> None:
    asked: list[int] = []

    def refuses() -> None:
        asked.append(1)
        raise error

    with (
        pytest.raises(NotNow, match=r"Bấm Esc trong Excel") as told,
        office_trouble.telling("Excel", "a", lambda: 0),
    ):
        office_trouble.patiently(refuses)
    assert (told.value.code, len(asked)) == ("SO-01", 3)


def test_an_excel_that_ended_is_told_and_another_refusal_too() -> None:
    def ended() -> None:
        raise ComError(-2147023174)

    with pytest.raises(NotNow) as told, office_trouble.telling("Excel", "a", ended):
        raise REFUSED
    assert told.value.code == "SO-04"
    with pytest.raises(NotNow) as told, office_trouble.telling("Excel", "a", lambda: 0):
        raise REFUSED
    assert told.value.code == "SO-06"


def test_a_mistake_of_our_own_is_not_taken_for_excels() -> None:
    with pytest.raises(ZeroDivisionError), office_trouble.telling("Excel", "a", lambda: 0):
        _ = 1 / 0


def test_a_workbook_straight_from_onedrive_is_refused() -> None:
    with pytest.raises(NotNow, match=r"ngoài OneDrive") as refused:
        LiveBook(fake_excel_book(FullName="https://d.docs.live.net/1/So.xlsm"))
    assert refused.value.code == "SO-03"


def test_a_workbook_that_excel_holds_read_only_is_refused() -> None:
    with pytest.raises(NotNow) as refused:
        LiveBook(fake_excel_book(ReadOnly=True))
    assert refused.value.code == "SO-02"


def test_the_master_in_onedrive_is_not_taken_for_closed(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    books = [fake_excel_book(FullName=f"https://d.docs.live.net/1/{master.name}")]
    monkeypatch.setattr(find_open, "_open_books", lambda _: [(PROGRAMS["excel"], book) for book in books])
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(NotNow) as refused:
        find_open.find_open(master)
    assert refused.value.code == "SO-03"


def test_a_master_that_is_not_open_is_not_looked_for(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find_open, "_open_books", lambda _: pytest.fail("looked for"))
    assert find_open.find_open(master) is None


def test_the_hook_that_kills_other_excels_is_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def cleanup() -> None:
        raise AssertionError("would end every Excel without a window")

    windows = types.SimpleNamespace(cleanup=cleanup, N_COM_ATTEMPTS=0)
    fake = types.ModuleType("xlwings")
    fake._xlwindows = windows  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "xlwings", fake)
    removed: list[object] = []
    monkeypatch.setattr(atexit, "unregister", removed.append)
    assert load_xlwings() is fake
    assert removed == [cleanup]
    assert windows.N_COM_ATTEMPTS == ATTEMPTS > 0


def test_nothing_that_is_paid_for_is_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XLWINGS_LICENSE_KEY", raising=False)
    assert load_xlwings().__pro__ is False


def test_screen_questions_and_calculation_are_given_back_after_an_error() -> None:
    app = fake_excel_book().app
    seen: list[tuple[object, ...]] = []

    def work() -> None:
        with still_screen.quiet(app):
            seen.append((app.screen_updating, app.display_alerts, app.calculation))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    assert seen == [(False, False, "manual")]
    assert (app.screen_updating, app.display_alerts, app.calculation) == (True, True, "automatic")


class FakeCells:
    """An xlwings Range of one number format, as far as `literal` asks."""

    def __init__(self, number_format: str) -> None:
        self.number_format = number_format

    def __getitem__(self, _: object) -> FakeCells:
        return self


STRANGE = ["=1+1", "+1", "-2", "@x", "0912", "1-2", "TRUE", "12/01/2024", "'x", "#N/A", "1e5"]


def test_in_a_column_of_texts_a_text_is_written_bare() -> None:
    lines = [[text] for text in STRANGE]
    assert text_stays_text.guarded(FakeCells("@"), lines) == lines


def test_elsewhere_a_text_that_excel_would_take_for_something_else_gets_an_apostrophe() -> None:
    lines = [[text] for text in [*STRANGE, "Tết Nguyên đán", "a1"]]
    written = [line[0] for line in text_stays_text.guarded(FakeCells("General"), lines)]
    assert written == [*(f"'{text}" for text in STRANGE), "Tết Nguyên đán", "'a1"]


def test_a_number_among_texts_stays_a_number() -> None:
    cells = FakeCells("@")
    assert text_stays_text.guarded(cells, [["0912"], [5]]) == [["'0912"], [5]]
    assert cells.number_format == "General"


def test_a_text_too_long_for_a_block_is_written_alone_and_a_big_number_as_excel_keeps_it() -> None:
    block, alone = text_stays_text.parted([["a", "b" * 9000], [2**31, True]])
    assert block == [["a", None], [2.0**31, True]]
    assert (alone, type(block[1][0])) == ({(0, 1): "b" * 9000}, float)


def test_a_sum_of_money_in_a_currency_format_is_a_number() -> None:
    assert [as_value(Decimal(1250)), as_value(Decimal("1250.5"))] == [1250, 1250.5]


class BusyExcel:
    """An xlwings App, or the COM object of a workbook, of an Excel where a cell is being edited."""

    @property
    def books(self) -> Any:
        raise REJECTED

    FullName = books


class NoExcel:
    """An xlwings App of a window that gives no object model."""

    @property
    def books(self) -> Any:
        raise OSError(-2147467259)


def look_in(monkeypatch: pytest.MonkeyPatch, *apps: Any) -> None:
    """Let the Excels that run be these xlwings Apps, on Windows, without a LibreOffice."""

    class Engines(dict[str, Any]):
        engines_by_name = ("excel",)

    engines = Engines(excel=types.SimpleNamespace(apps=apps))
    monkeypatch.setattr(find_open, "load_xlwings", lambda: types.SimpleNamespace(engines=engines))
    monkeypatch.setattr(find_open, "_libreoffice", lambda: None)
    monkeypatch.setattr(sys, "platform", "win32")


def holding(master: Path) -> Any:
    """An xlwings App of an Excel in which the master is open."""
    return types.SimpleNamespace(books=[fake_excel_book(FullName=str(master))])


def test_an_excel_that_is_busy_while_the_master_is_looked_for_is_told(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = fake_excel_book()
    book.api = BusyExcel()
    master.with_name(f"~${master.name}").touch()
    for busy in (BusyExcel(), types.SimpleNamespace(books=[book])):
        look_in(monkeypatch, NoExcel(), busy)
        with pytest.raises(NotNow, match="Bấm Esc trong Excel") as told:
            find_open.find_open(master)
        assert told.value.code == "SO-01"


def test_another_excel_that_is_busy_or_gives_no_workbooks_is_passed_over(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_in(monkeypatch, BusyExcel(), NoExcel(), holding(master))
    found = find_open.find_open(master)
    assert found is not None
    assert found.path == master


def test_a_busy_excel_does_not_hold_a_master_that_no_sign_says_is_open(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_in(monkeypatch, BusyExcel())
    assert find_open.find_open(master) is None


class UnoError(Exception):
    """What pyuno raises."""

    Message = Context = ""


def test_a_document_that_is_just_closing_is_no_workbook_and_not_the_master(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Closing:
        """Answers nothing, whatever it is asked."""

        def __getattr__(self, name: str) -> Any:
            raise UnoError(name)

    assert not _is_workbook(Closing())
    master.with_name(f".~lock.{master.name}#").touch()
    app = types.SimpleNamespace(books=[Closing()])
    monkeypatch.setattr(find_open, "_libreoffice", lambda: app)
    assert find_open.find_open(master) is None


def test_xlwings_is_not_imported_before_it_is_needed() -> None:
    assert "xlwings" not in vars(live_book)
    assert "xlwings" not in vars(find_open)


def test_a_macro_of_a_workbook_with_an_apostrophe_in_its_name_is_found_in_excel() -> None:
    book = SimpleNamespace(name="Sổ 'ta'.xlsm", app=SimpleNamespace(macro=lambda name: name))
    assert PROGRAMS["excel"].macro(book, "KG_ShowAnswer") == "'Sổ ''ta''.xlsm'!KG_ShowAnswer"
