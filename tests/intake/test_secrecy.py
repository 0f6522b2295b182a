"""A mark of secrecy anywhere in a file, whatever kind it is of: the file is refused, in words that quote nothing."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from khoagiao_xl.intake.inbox.arrival import Arrival
from khoagiao_xl.intake.inbox.withheld_names import withheld
from khoagiao_xl.intake.reading.other_documents import is_marked
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.secrecy import names_a_secret
from tests.intake.sample_forms import filled
from tests.intake.secret_documents import KINDS, letter, word_body, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[Any], None]


def told(data: bytes) -> list[str]:
    """Return the codes of what is said of a file."""
    return [finding.code for finding in read_form(data, "SYT.xlsx").findings]


def in_cells(**cells: object) -> Change:
    """Return the change that writes into cells of the cover."""

    def change(book: Any) -> None:
        for cell, value in cells.items():
            book["Bìa"][cell] = value

    return change


# -- files of other kinds --


@pytest.mark.parametrize("text", ["TỐI MẬT", "MẬT", "Độ mật: Mật"])
@pytest.mark.parametrize("name", KINDS)
def test_a_mark_is_found_in_a_file_of_any_kind(name: str, text: str) -> None:
    assert is_marked(KINDS[name](text), Limits())


@pytest.mark.parametrize("name", KINDS)
def test_other_words_are_no_mark_in_any_kind_of_file(name: str) -> None:
    assert not is_marked(KINDS[name]("Không chứa bí mật nhà nước"), Limits())


def test_what_is_cut_off_is_read_as_far_as_it_goes() -> None:
    whole = word_body("TỐI MẬT")
    assert is_marked(whole[:-40], Limits())


def test_a_letter_is_marked_by_its_subject_and_by_what_it_brings() -> None:
    assert is_marked(letter(subject="TỐI MẬT"), Limits())
    assert is_marked(letter(name="cong van mat.bin"), Limits())
    assert is_marked(letter(data=zipped(a_dot_docx=word_body("MẬT"))), Limits())
    assert not is_marked(letter(), Limits())


def test_a_refused_file_says_first_that_it_is_secret() -> None:
    assert told(word_body("TỐI MẬT")) == ["TN-120"]
    assert told(word_body("Báo cáo")) == ["TN-12"]


# -- workbooks --


def _header(book: Any) -> None:
    book["Số liệu"].oddHeader.center.text = '&"Times New Roman,Bold"&14MẬT'


def _comment(book: Any) -> None:
    book["Số liệu"]["D17"].comment = Comment("Độ mật: mật", "x")


def _title(book: Any) -> None:
    book.properties.title = "Báo cáo mật"


def _name_of_a_sheet(book: Any) -> None:
    book.create_sheet("Báo cáo mật")


def _number_format(book: Any) -> None:
    book["Số liệu"]["H3"] = 1
    book["Số liệu"]["H3"].number_format = '"TỐI MẬT"'


def _hidden_sheet(book: Any) -> None:
    sheet = book.create_sheet("x")
    sheet["A1"], sheet.sheet_state = "TUYỆT MẬT", "veryHidden"


def _large_sheet(book: Any) -> None:
    sheet = book.create_sheet("to")
    for row in range(1, 252):
        sheet.append([row] * 200)
    sheet["A1"] = "TỐI MẬT"


def _defined_name(book: Any) -> None:
    book.defined_names["TOI_MAT"] = DefinedName("TOI_MAT", attr_text="'Bìa'!$A$1")


PLACES: dict[str, Change] = {
    "a cell": in_cells(H2="TỐI MẬT"),
    "label and grade in two cells": in_cells(G2="Độ mật", H2="Mật"),
    "label and sign in two cells": in_cells(G2="Độ mật:", H2="C"),
    "the sign below its label": in_cells(H2="ĐỘ MẬT", H3="A"),
    "its letters in cells": in_cells(G2="M", H2="Ậ", I2="T"),
    "its letters in cells, parted": in_cells(G2="T", H2="Ố", I2="I", K2="M", L2="Ậ", M2="T"),
    "its letters one below the other": in_cells(H2="M", H3="Ậ", H4="T"),
    "the header": _header,
    "a comment": _comment,
    "the title": _title,
    "the name of a sheet": _name_of_a_sheet,
    "a number format": _number_format,
    "a hidden sheet": _hidden_sheet,
    "a sheet too large for a form": _large_sheet,
    "a defined name": _defined_name,
}


@pytest.mark.parametrize("place", PLACES)
def test_a_mark_is_found_wherever_a_workbook_bears_it(place: str) -> None:
    reading = read_form(filled(change=PLACES[place]), "SYT.xlsx")
    assert [finding.code for finding in reading.findings] == ["TN-120"]
    assert not reading.cells


NO_MARKS: dict[str, Change] = {
    "a table that counts by grade": in_cells(G2="Tuyệt mật", H2="Tối mật", I2="Mật", G3=0, H3=0, I3=2),
    "a label without a grade": in_cells(G2="Độ mật", H2="Độ khẩn"),
    "a label that denies": in_cells(G2="Độ mật", H2="Không"),
    "letters without marks": in_cells(G2="M", H2="A", I2="T"),
}


@pytest.mark.parametrize("cells", NO_MARKS)
def test_cells_that_only_look_like_a_mark_are_none(cells: str) -> None:
    assert "TN-120" not in told(filled(change=NO_MARKS[cells]))


def test_a_workbook_that_may_not_be_opened_is_searched_too() -> None:
    marked = filled(change=in_cells(H2="TỐI MẬT"))
    assert told(marked[:-30]) == ["TN-120"]
    assert told(marked + b"zz") == ["TN-120"]


def test_only_a_sheet_of_ours_is_named() -> None:
    (ours,) = read_form(filled(change=in_cells(H2="TỐI MẬT")), "SYT.xlsx").findings
    (other,) = read_form(filled(change=_hidden_sheet), "SYT.xlsx").findings
    assert (ours.place.sheet, ours.place.cell, other.place.sheet) == ("Bìa", "H2", "")


# -- names, and what is around a file --


@pytest.mark.parametrize(
    "name", ["SYT (MẬT).xlsx", "TỐI MẬT/SYT.xlsx", "mật", "cong van mat.pdf", "a.MẬT.xlsx"]
)
def test_a_name_or_a_folder_marks(name: str) -> None:
    assert names_a_secret(name)


@pytest.mark.parametrize("name", ["SYT_2024-M03.xlsx", "Bao mat/SYT.xlsx", "mật ong.xlsx"])
def test_other_names_do_not(name: str) -> None:
    assert not names_a_secret(name)


def arrival(name: str = "SYT.xlsx", container: str = "", *around: str) -> Arrival:
    return Arrival(name, b"", datetime(2024, 3, 15, 9), container, around=around)  # noqa: DTZ001


@pytest.mark.parametrize("around", [
    ("Báo cáo mật tháng 3",), ("TOI MAT",), ("Báo cáo", "Kính gửi Ban.\nĐơn vị gửi kèm tài liệu tối mật.\n"),
    ("TUYỆT MẬT.zip",),
])  # fmt: skip
def test_a_letter_or_an_archive_that_bears_a_mark_marks_all_in_it(around: tuple[str, ...]) -> None:
    kept = withheld(arrival("bieu thang 3.xlsx", "thu 15-3.eml", *around), "0123456789abcdef")
    assert (kept.is_secret, kept.name) == (True, "(không ghi tên) 01234567.xlsx")
    assert (kept.container, kept.around) == ("thu 15-3.eml", ())


def test_a_marked_container_is_not_named() -> None:
    kept = withheld(arrival("a.xlsx", "thư.eml › TỐI MẬT.zip"), "ff" * 32)
    assert (kept.name, kept.container) == ("(không ghi tên) ffffffff.xlsx", "thư.eml › (không ghi tên)")


def test_a_container_is_not_named_whose_name_only_a_letter_would_call_secret() -> None:
    kept = withheld(
        arrival("a.xlsx", "thu.eml › Gửi kèm tài liệu mật", "thu.eml", "Gửi kèm tài liệu mật"), "ff" * 32
    )
    assert kept.container == "thu.eml › (không ghi tên)"


def test_the_comment_of_an_archive_marks_it() -> None:
    marked = zipped(a_dot_txt=b"x")[:-2] + len("MẬT".encode()).to_bytes(2, "little") + "MẬT".encode()
    assert is_marked(marked, Limits())


def test_what_is_around_an_ordinary_file_marks_nothing() -> None:
    plain = arrival(
        "SYT.xlsx", "thư.eml", "Biểu số liệu tháng 3", "Biểu không chứa bí mật nhà nước.\nMật khẩu: 12\n"
    )
    assert withheld(plain, "ff") is plain


def test_pictures_and_what_has_a_password_are_not_looked_into() -> None:
    assert not is_marked(b"\xff\xd8\xff\xe0" + "TỐI MẬT".encode("utf-16-le"), Limits())


def test_a_bomb_costs_no_more_than_its_bounds() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for at in range(30):
            archive.writestr(f"{at}.xml", b"<a>" + b" " * 20_000_000)
    assert not is_marked(stream.getvalue(), Limits())


def test_the_sentences_of_secrecy_are_tried() -> None:
    assert {"TN-120", "TN-121", "TN-122"} <= set(Path(__file__).read_text(encoding="utf-8").split('"'))
