"""The check of documents as the office asks for it: from the terminal, from the button."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import docx
import pytest
from openxml_audit import OpenXmlValidator

from khoagiao_xl.doors.cli import main
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.inspection.checked_documents import CheckedFile, changes_of
from khoagiao_xl.layout.document_check import DocumentCheck
from khoagiao_xl.layout.reading import read_document
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.steps.check_layout import work
from tests.conftest import TOP
from tests.layout.typed_documents import written
from tests.steps.small_year import NOW, SETTINGS, small_year

if TYPE_CHECKING:
    from khoagiao_xl.office.changes import Changes

    Said = pytest.CaptureFixture[str]

BY_OTHERS = TOP / "tests" / "layout" / "by_other_hands"
SLIPS = "Công tác  khoa giáo của của Đảng ủy."


def put(folder: Path, text: str = SLIPS, name: str = "bao cao.docx") -> Path:
    path = folder / name
    path.write_bytes(written(lambda document: document.add_paragraph(text)))
    return path


def asked(capsys: Said, *words: object) -> tuple[int, Any]:
    status = main(["format-check", *map(str, words), "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_what_departs_is_told_with_rule_place_and_advice(tmp_path: Path, capsys: Said) -> None:
    _, told = asked(capsys, put(tmp_path))
    departures = {one["rule"]: one for one in told["documents"][0]["departures"]}
    assert {"LV21", "LV72"} <= departures.keys()
    assert departures["LV72"]["place"] == "đoạn 1"
    assert "của của" in departures["LV72"]["found"]


def test_errors_end_with_one_and_everything_else_with_nought(tmp_path: Path, capsys: Said) -> None:
    blank = put(tmp_path, "Kỳ {{ ky }} năm nay.", "a.docx")
    sound = BY_OTHERS / "10_bao_cao_nd30.docx"
    assert asked(capsys, blank)[0] == 1
    assert asked(capsys, sound, "--out", tmp_path)[0] == 0


def test_a_copy_bears_a_comment_at_each_place_and_the_document_stays(tmp_path: Path, capsys: Said) -> None:
    path = put(tmp_path)
    before = path.read_bytes()
    _, told = asked(capsys, path)
    copy = docx.Document(str(tmp_path / "bao cao-soat-the-thuc.docx"))
    assert len(list(copy.comments)) == len(told["documents"][0]["departures"])
    assert path.read_bytes() == before
    assert copy.paragraphs[0].text == SLIPS


def with_another_kind(path: Path, before: bytes, after: bytes) -> Path:
    """Write the package anew with other bytes in its list of parts."""
    renewed = path.with_name("co macro.docx")
    with ZipFile(path) as old, ZipFile(renewed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(before, after)
            new.writestr(name, data)
    return renewed


def test_a_document_with_macros_is_checked_but_gets_no_copy(tmp_path: Path, capsys: Said) -> None:
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    path = with_another_kind(put(tmp_path), usual, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    _, told = asked(capsys, path)
    assert told["documents"][0]["departures"]
    assert any("Không ghi được bản có ghi chú" in line for line in told["details"])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bao cao.docx", "co macro.docx"]


@pytest.mark.parametrize("words", [[], ["--fix"]], ids=["noted", "mended"])
def test_the_copies_of_ten_documents_are_as_sound_as_the_documents(
    tmp_path: Path, capsys: Said, words: list[str]
) -> None:
    for path in BY_OTHERS.glob("*.docx"):
        _, told = asked(capsys, path, "--out", tmp_path, *words)
        for copy in told["paths"]:
            assert faults(Path(copy)) <= faults(path), copy


def faults(path: Path) -> set[str]:
    return {error.description for error in OpenXmlValidator().validate(path).errors}


def test_the_copy_is_the_same_each_time(tmp_path: Path, capsys: Said) -> None:
    path = put(tmp_path)
    asked(capsys, path)
    first = (tmp_path / "bao cao-soat-the-thuc.docx").read_bytes()
    asked(capsys, path)
    assert (tmp_path / "bao cao-soat-the-thuc.docx").read_bytes() == first
    assert not (tmp_path / "ban-cu").exists()


def test_fix_writes_beside_and_says_what_it_mended_and_left(tmp_path: Path, capsys: Said) -> None:
    path = put(tmp_path)
    _, told = asked(capsys, path, "--fix")
    assert (
        docx.Document(str(tmp_path / "bao cao-da-sua.docx"))
        .paragraphs[0]
        .text.startswith("Công tác khoa giáo của của")
    )
    assert "LV21" in [one["rule"] for one in told["documents"][0]["mended"]]
    assert "LV72" in [one["rule"] for one in told["documents"][0]["departures"]]
    assert docx.Document(str(path)).paragraphs[0].text == SLIPS


def test_a_document_with_nothing_left_says_so_and_gets_no_copy(tmp_path: Path) -> None:
    document = read_document(put(tmp_path))
    sound = DocumentCheck("a.docx", document, departures=(), profile="HD36")
    changes = changes_of([CheckedFile(tmp_path / "a.docx", sound, tmp_path / "b", tmp_path / "c")])
    assert "không thấy chỗ nào trái thể thức (HD36)" in changes.outcome.sentence
    assert changes.files == ()


def test_where_only_a_person_can_mend_fix_says_so_and_notes(tmp_path: Path, capsys: Said) -> None:
    mended = tmp_path / "a-da-sua.docx"
    asked(capsys, put(tmp_path, name="a.docx"), "--fix")
    _, told = asked(capsys, mended, "--fix")
    assert told["details"][0].startswith("Không có chỗ nào tự sửa được")
    assert told["paths"] == [str(tmp_path / "a-da-sua-soat-the-thuc.docx")]


def test_out_names_a_folder_or_a_file_but_never_the_document_itself(tmp_path: Path, capsys: Said) -> None:
    path = put(tmp_path)
    asked(capsys, path, "--out", tmp_path / "khac")
    asked(capsys, path, "--out", tmp_path / "ghi chu.docx")
    asked(capsys, path, "--out", path)
    assert (tmp_path / "khac" / "bao cao-soat-the-thuc.docx").exists()
    assert (tmp_path / "ghi chu.docx").exists()
    assert docx.Document(str(path)).paragraphs[0].text == SLIPS


def test_a_document_open_in_word_is_read_and_its_open_copy_gets_a_sister(
    tmp_path: Path, capsys: Said
) -> None:
    path = put(tmp_path)
    (tmp_path / "~$bao cao.docx").write_bytes(b"x")
    (tmp_path / "~$o cao-soat-the-thuc.docx").write_bytes(b"x")
    status, _ = asked(capsys, path)
    assert status < 2
    assert (tmp_path / "bao cao-soat-the-thuc-2.docx").exists()


def test_the_terminal_shows_a_table_the_gravest_first(tmp_path: Path, capsys: Said) -> None:
    main(["format-check", str(put(tmp_path, "Kỳ {{ ky }}  năm nay."))])
    shown = capsys.readouterr().out
    assert shown.index("LV91") < shown.index("LV21")
    assert "nên sửa" in shown


OLE = b"\xd0\xcf\x11\xe0" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không phải văn bản Word"),
        (b"{\\rtf1 }", "không phải văn bản Word"),
        (OLE, "kiểu cũ (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (b"PK\x03\x04 broken", "hỏng"),
    ],
)
def test_what_is_no_document_is_one_sentence(tmp_path: Path, capsys: Said, data: bytes, words: str) -> None:
    path = tmp_path / "la.docx"
    path.write_bytes(data)
    assert main(["format-check", str(path)]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1


def test_a_file_that_is_not_there_a_folder_and_an_empty_document_are_sentences(
    tmp_path: Path, capsys: Said
) -> None:
    blank = tmp_path / "trang.docx"
    blank.write_bytes(written(lambda document: document.add_paragraph(" ")))
    for path, words in (
        (tmp_path / "khong.docx", "Không tìm thấy"),
        (tmp_path, "Không tìm thấy"),
        (blank, "không có chữ nào"),
    ):
        assert main(["format-check", str(path)]) == 2
        assert words in capsys.readouterr().err


def test_a_tone_nobody_knows_is_refused(tmp_path: Path, capsys: Said) -> None:
    with pytest.raises(SystemExit):
        main(["format-check", str(put(tmp_path)), "--tone", "uy"])


def ten_thousand_words(document: Any) -> None:
    for number in range(500):
        document.add_paragraph(
            f"Cấp ủy cơ sở xây dựng chương trình {number}, kế hoạch, xác định rõ nhiệm vụ trọng tâm cả năm  2024."
        )


def test_ten_thousand_words_are_checked_whole(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "dai.docx"
    path.write_bytes(written(ten_thousand_words))
    _, told = asked(capsys, path, "--fix")
    assert [one["rule"] for one in told["documents"][0]["mended"]].count("LV21") == 500
    with ZipFile(tmp_path / "dai-da-sua.docx") as package:
        assert b"2024" in package.read("word/document.xml")


# -- the button -------------------------------------------------------------------------------------------


def clicked(folder: Path, **settings: str) -> Changes:
    """Return what a click decides of the reports of January in a folder."""
    rows = [{"key": key, "value": value} for key, value in {**SETTINGS, **settings}.items()]
    year = small_year({"2024-M01": {}}, tblCauHinh=rows)
    return work(year, Job(NOW, Period.parse("2024-M01"), source=folder))


def test_a_click_checks_the_documents_of_the_period_and_not_its_own_copies(tmp_path: Path) -> None:
    for name in (
        "Bao-cao-2024-M01.docx",
        "Bao-cao-2024-M01-soat-the-thuc.docx",
        "Bao-cao-2024-M02.docx",
        "~$o-cao-2024-M01.docx",
    ):
        put(tmp_path, name=name)
    changes = clicked(tmp_path)
    assert [Path(one["file"]).name for one in changes.outcome.data["documents"]] == ["Bao-cao-2024-M01.docx"]
    assert [file.path.name for file in changes.files] == ["Bao-cao-2024-M01-soat-the-thuc.docx"]


def test_several_documents_are_told_one_by_one_and_together(tmp_path: Path) -> None:
    for name in ("a-2024-M01.docx", "b-2024-M01.docx"):
        put(tmp_path, name=name)
    outcome = clicked(tmp_path).outcome
    assert "2 văn bản" in outcome.sentence
    assert [line[:20] for line in outcome.details if "lưu ý (" in line] == [
        "«a-2024-M01.docx»: 1",
        "«b-2024-M01.docx»: 1",
    ]


def test_the_office_chooses_layout_and_tone_in_its_settings(tmp_path: Path) -> None:
    put(tmp_path, "Đảng uỷ.", "a-2024-M01.docx")
    told = clicked(tmp_path, the_thuc="HD05", dau_thanh="ủy").outcome.data["documents"][0]
    assert told["profile"] == "HD05"
    assert "LV12" in [one["rule"] for one in told["departures"]]


def test_a_period_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongRequest, match="Chưa có văn bản"):
        clicked(tmp_path)
