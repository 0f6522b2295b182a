"""The forms that the demo's units sent say of themselves, in a real office program, what the intake said of them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.forms.cover_sheet import STATUS_ROW
from khoagiao_xl.forms.form_layout import COVER, FIGURES
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.rule import Rule
from khoagiao_xl.wording import form_sheets as texts
from tests.forms.libreoffice_forms import SOFFICE, Shown, worked_out
from tests.forms.test_checks import INTAKE_ONLY

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Row

pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(not SOFFICE, reason="no LibreOffice on this machine"),
]
TAKEN: Final = ("đã nhận", "đã nhận, chờ giải trình", "trả lại")
RULES: Final = [Rule.from_row(row) for row in load_profile("2024").rules]
# Rules that look at earlier periods, or at the form as a whole.
BEYOND_THE_FORM: Final = {rule.code for rule in RULES if not rule.is_of_the_form} | INTAKE_ONLY
SOUND_FORMS: Final = 16  # beside those of which something is told
STATUS: Final = f"C{STATUS_ROW}"


@pytest.fixture(scope="module")
def book(demo: Path) -> FileBook:
    return FileBook(demo / "KhoaGiao-2024.xlsm")


@pytest.fixture(scope="module")
def told(book: FileBook) -> dict[tuple[str, str], list[Row]]:
    """What the intake told of each file: (period, name) -> lines of tblLoi about figures."""
    found = defaultdict(list)
    for row in book.read("tblLoi"):
        if row["Trang"] == FIGURES:
            found[str(row["Kỳ"]), str(row["Tệp"])].append(row)
    return found


@pytest.fixture(scope="module")
def forms(demo: Path, book: FileBook, told: Any, tmp_path_factory: Any) -> dict[tuple[str, str], Shown]:
    """What the forms show, those of which something was told and some others, once they are worked out."""
    keys = [(str(row["Kỳ"]), str(row["Tệp"])) for row in book.read("tblTepNhan") if row["Kết quả"] in TAKEN]
    others = [key for key in keys if key not in told]
    chosen = [key for key in keys if key in told] + others[:: len(others) // SOUND_FORMS]
    paths = {key: demo / "hop-thu-den" / key[0] / key[1] for key in chosen}
    there = {key: path for key, path in paths.items() if path.suffix == ".xlsx" and path.is_file()}
    shown = worked_out([path.read_bytes() for path in there.values()], tmp_path_factory.mktemp("forms"))
    return {key: sheets for key, sheets in zip(there, shown, strict=True) if FIGURES in sheets}


def rows_of(cells: str) -> set[int]:
    return {int(row) for row in re.findall(r"[A-Z]+(\d+)", cells)}


def filled_rows(shown: Shown, column: str) -> set[int]:
    """Return the rows below the heading in which a column of «Số liệu» shows anything."""
    return {row for row in range(5, 200) if shown[FIGURES].get(f"{column}{row}")}


def test_where_the_intake_found_fault_the_form_shows_it(forms: Any, told: Any) -> None:
    for key, shown in forms.items():
        hard = [row for row in told.get(key, []) if row["Mức"] != "ghi nhận"]
        known = [str(row["Ô"]) for row in hard if row["Quy tắc"] not in BEYOND_THE_FORM]
        assert set().union(*map(rows_of, known)) <= filled_rows(shown, "F"), key


def test_where_the_form_shows_a_fault_the_intake_told_it_or_the_unit_explained_it(
    forms: Any, told: Any
) -> None:
    for key, shown in forms.items():
        known = set().union(*(rows_of(str(row["Ô"])) for row in told.get(key, [])))
        assert filled_rows(shown, "F") <= known | filled_rows(shown, "E"), key


def test_a_form_that_shows_no_fault_says_that_it_may_be_sent(forms: Any) -> None:
    sound = [key for key, shown in forms.items() if not filled_rows(shown, "F")]
    assert len(sound) >= SOUND_FORMS
    said = {forms[key][COVER][STATUS] for key in sound}
    left, to_fill = texts.STATUS_BLANKS
    assert said <= {texts.STATUS_SOUND, f"{left}1{to_fill}"}  # one that lacks only its tick


def test_a_form_that_shows_a_fault_says_how_many(forms: Any) -> None:
    faulty = [shown for shown in forms.values() if filled_rows(shown, "F")]
    assert len(faulty) > 20
    for shown in faulty:
        said = str(shown[COVER][STATUS])
        assert str(len(filled_rows(shown, "F"))) in said, said
