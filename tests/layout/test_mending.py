"""What `--fix` does: only what changes no word; what it writes is read again; what it left is told."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.layout.departures import Departure, Gravity
from khoagiao_xl.layout.document_check import Measure
from khoagiao_xl.layout.document_mending import Mended, mend_document, words_alone
from khoagiao_xl.layout.mends import TextMend
from khoagiao_xl.layout.reading import read_document
from khoagiao_xl.layout.text_checks import check_text
from tests.conftest import TOP
from tests.layout.typed_documents import read_written, typed, written

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.layout.laid_document import LaidDocument

BY_OTHERS = sorted((TOP / "tests" / "layout" / "by_other_hands").glob("*.docx"))


def mended(*pieces: str, tone: str = "") -> Mended:
    """Return a mended document of one paragraph, its text in these runs."""

    def make(document: Any) -> None:
        paragraph = document.add_paragraph()
        for piece in pieces:
            paragraph.add_run(piece)

    def check(document: LaidDocument) -> list[Departure]:
        return check_text(document, tone)

    return mend_document(written(make), "thử.docx", check)


def text_of(result: Mended) -> str:
    document = read_document(result.data, "thử.docx")
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Công tác  khoa giáo.", "Công tác khoa giáo."),
        ("Giáo dục ,y tế.", "Giáo dục, y tế."),
        ("Các đơn vị ( 92 ) đã  nộp .", "Các đơn vị (92) đã nộp."),
        ("Công tác khoa gia\u0301o.", "Công tác khoa giáo."),
        ("Nghị quyết số 45 - NQ/TW.", "Nghị quyết số 45-NQ/TW."),
        ("Tư tưởng- văn hóa.", "Tư tưởng - văn hóa."),
        ("Đạt 98, 4% kế hoạch.", "Đạt 98,4% kế hoạch."),
        (" Đã nộp. ", "Đã nộp."),
    ],
)
def test_spaces_and_codes_of_letters_are_put_right(before: str, after: str) -> None:
    assert text_of(mended(before)) == after


def test_what_lies_in_several_runs_is_put_right_where_it_lies() -> None:
    assert text_of(mended("Công tác ", " khoa gi", "a\u0301o ", ", y tế.")) == "Công tác khoa giáo, y tế."


def test_tones_are_moved_only_where_the_office_has_chosen() -> None:
    mixed = "Đảng uỷ, ĐẢNG UỶ, chi ủy, chi ủy, chi ủy."
    assert text_of(mended(mixed)) == mixed
    assert text_of(mended(mixed, tone="ủy")) == "Đảng ủy, ĐẢNG ỦY, chi ủy, chi ủy, chi ủy."
    assert text_of(mended(mixed, tone="uỷ")) == "Đảng uỷ, ĐẢNG UỶ, chi uỷ, chi uỷ, chi uỷ."


def test_words_figures_and_days_are_left_and_told() -> None:
    result = mended("Ban thường vụ họp ngày 5 tháng 3 năm 2024; tỷ lệ 98.4%.")
    assert result.mended == ()
    assert [departure.rule for departure in result.left] == ["LV41", "LV52", "LV71"]


def test_a_tab_is_never_mended_away() -> None:
    document = read_written(lambda made: made.add_paragraph("Một\tHai"))
    paragraph = document.paragraphs[0]
    TextMend(paragraph, 2, 5, "x").apply()
    assert read_document(document.package.packed(), "thử").paragraphs[0].text == "Một\tHai"


def bare(document: LaidDocument) -> str:
    """Return every letter of a document in one spelling, without a space: what no mend may change."""
    text = "".join(paragraph.text for paragraph in document.paragraphs)
    return re.sub(r"[\s\u200b\xad]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("path", BY_OTHERS, ids=[path.stem for path in BY_OTHERS])
def test_no_word_of_ten_documents_changes(path: Path) -> None:
    data = path.read_bytes()
    result = mend_document(data, path.name, Measure().check)
    assert bare(read_document(result.data, path.name)) == bare(read_document(data, path.name))


def test_the_words_alone_know_a_changed_letter_from_a_moved_tone() -> None:
    moved, changed, first = (
        words_alone(read_written(lambda made, text=text: made.add_paragraph(text)))  # type: ignore[misc]
        for text in ("Đảng  uỷ,", "Đảng úy,", "Đảng ủy ,")
    )
    assert (moved == first, changed == first) == (True, False)


def strict(data: bytes) -> bytes:
    """Return the document as «Strict Open XML» names its elements."""
    usual, other = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(result, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(usual, other))
    return result.getvalue()


def test_a_document_that_can_only_be_read_is_not_mended() -> None:
    data = strict(written(lambda made: made.add_paragraph("Đã  nộp.")))
    with pytest.raises(WrongRequest, match="Strict"):
        mend_document(data, "thử.docx", check_text)


def test_a_mend_that_would_change_a_word_stops_it_all() -> None:
    def check(document: LaidDocument) -> list[Departure]:
        (paragraph,) = document.paragraphs
        mend = TextMend(paragraph, 0, 2, "Chưa")
        told = Departure("X", Gravity.NOTE, "đoạn 1", paragraph.text, "", "", paragraph, mend)
        return [told] if paragraph.text == "Đã nộp." else []

    with pytest.raises(WrongRequest, match="đổi chữ"):
        mend_document(written(lambda made: made.add_paragraph("Đã nộp.")), "thử.docx", check)


def test_of_many_places_six_are_named() -> None:
    lines = [f"Đoạn {number} đã nộp đủ báo cáo." for number in range(9)]
    spaced = [part for text in lines for part in (text, "")]
    (told,) = check_text(typed(*spaced, "Hết."))
    assert told.place.endswith("đoạn 12 và 3 chỗ khác")


def test_a_layout_and_a_tone_that_nobody_knows_are_refused() -> None:
    for measure in (Measure(profile="HD37"), Measure(tone="uy")):
        with pytest.raises(WrongRequest, match="Chọn một trong"):
            measure.refuse_unknown()
