"""Rules of text that look at more than one paragraph, or at what only Word's own XML holds."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.shared import Mm

from khoagiao_xl.layout.laid_document import LaidDocument, LaidParagraph, LaidRun
from khoagiao_xl.layout.text_checks import check_text
from tests.layout.typed_documents import A4, found, line, read_written, rules_of, table, typed

IN_FULL = "Kết luận số 49-KL/TW, ngày 10/5/2019 của Ban Bí thư về công tác khuyến học"
LONG = "Cấp ủy cơ sở xây dựng chương trình, kế hoạch, xác định rõ nhiệm vụ trọng tâm của cả năm."


# -- citations --------------------------------------------------------------------------------------------


def test_a_second_mention_in_full_is_told() -> None:
    assert found(f"Thực hiện {IN_FULL}.", f"Tiếp tục thực hiện {IN_FULL} và xây dựng xã hội học tập.") == [
        "LV61"
    ]


def test_a_short_second_mention_is_right() -> None:
    assert found(f"Thực hiện {IN_FULL}.", "Tổng kết Kết luận 49-KL/TW.") == []


def test_one_document_of_two_days_is_an_error() -> None:
    assert "LV62" in found(f"Thực hiện {IN_FULL}.", "Tổng kết Kết luận số 49-KL/TW, ngày 11/5/2019.")


def test_a_document_younger_than_the_text_is_an_error() -> None:
    assert "LV63" in found("Lào Cai, ngày 20 tháng 3 năm 2019", f"Thực hiện {IN_FULL}.")


def test_a_number_inside_the_subject_of_another_need_not_be_in_full() -> None:
    told = "Kế hoạch số 20-KH/TW, ngày 28/11/2023 của Bộ Chính trị về thực hiện Nghị quyết số 45-NQ/TW."
    assert found(told) == []


def test_an_abbreviation_behind_its_words_is_introduced() -> None:
    assert found("Giáo dục nghề nghiệp (GDNN) phát triển.", "Các cơ sở GDNN đã báo cáo.") == []


# -- repeats ----------------------------------------------------------------------------------------------


def test_a_paragraph_that_stands_twice_is_told_with_its_first_place() -> None:
    (told,) = check_text(typed(LONG, "Đã thực hiện.", LONG))
    assert (told.rule, told.place) == ("LV73", "đoạn 3")
    assert "đoạn 1" in told.found


def test_a_sentence_that_stands_twice_is_told() -> None:
    assert found(f"Một là, như sau. {LONG}", f"Hai là, cũng vậy. {LONG} Kết quả tốt.") == ["LV74"]


NO_SENTENCES = [
    ("Nộp báo cáo quý II; tổng hợp, báo cáo cấp trên trước ngày 20/6/2024.",
     "Nộp báo cáo 6 tháng; tổng hợp, báo cáo cấp trên trước ngày 20/6/2024."),
    ("Chưa báo cáo: Đảng bộ Sở Khoa học và Công nghệ, Đảng bộ Tòa án nhân dân tỉnh;",
     "Làm việc với: Đảng bộ Sở Khoa học và Công nghệ, Đảng bộ Tòa án nhân dân tỉnh;"),
]  # fmt: skip
SENTENCES = [
    ("Sở Y tế: Một số người lao động phản ánh việc chậm trả lương, đề nghị xem xét;",
     "Đơn vị nêu, Sở Y tế: Một số người lao động phản ánh việc chậm trả lương, đề nghị xem xét;"),
    ("- Các chi bộ đã tổ chức học tập, quán triệt đầy đủ. Kết quả tốt;",
     "- Các chi bộ đã tổ chức học tập, quán triệt đầy đủ. Còn hai nơi chậm;"),
    ("Sở Y tế: Các trạm y tế xã thiếu thuốc và vật tư tiêu hao kéo dài.",
     "Tồn tại; Các trạm y tế xã thiếu thuốc và vật tư tiêu hao kéo dài. Cần xử lý."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), NO_SENTENCES)
def test_a_clause_or_a_list_of_names_may_come_again(one: str, other: str) -> None:
    assert "LV74" not in found(one, other)


@pytest.mark.parametrize(("one", "other"), SENTENCES)
def test_a_sentence_in_another_setting_is_the_same(one: str, other: str) -> None:
    assert "LV74" in found(one, other)


def test_a_heading_twice_under_one_heading_is_told_but_not_under_two() -> None:
    heads = ["I. KẾT QUẢ", "1. Ưu điểm", "2. Ưu điểm", "II. NHIỆM VỤ", "1. Ưu điểm"]
    lines = tuple(line(text, bold=True, keep_next=True, place=text) for text in heads)
    assert rules_of(LaidDocument("thử", lines, (A4,))) == ["LV75"]


# -- numbering and lists ----------------------------------------------------------------------------------


def test_a_gap_a_double_and_a_step_back_are_told() -> None:
    for numbers in ("I II IV", "I II II", "I III II"):
        assert "LV81" in found(*(f"{number}. Nội dung" for number in numbers.split()))


def test_the_right_number_is_said() -> None:
    (told,) = check_text(typed("1. Một.", "2. Hai.", "4. Bốn."))
    assert (told.rule, told.expected) == ("LV81", "3")


def test_a_second_one_right_below_the_first_is_a_double_but_a_new_list_is_none() -> None:
    assert "LV81" in found("II. Hai", "1. Một ý.", "1. Ý nữa.")
    assert "LV81" in found("I. Một", "Đã thực hiện.", "I. Hai")
    assert found("1. Một ý.", "Ngoài ra còn có:", "1. Ý khác.") == []


def test_what_is_no_roman_figure_is_told_with_the_right_one() -> None:
    (told,) = check_text(typed("I. Một", "II. Hai", "III. Ba", "IIII. Bốn"))
    assert (told.rule, told.expected) == ("LV81", "IV")


def test_each_part_begins_anew_and_under_it_each_list() -> None:
    assert found("I. Một", "1. Một.", "a) Một.", "b) Hai.", "2. Hai.", "a) Một.", "II. Hai", "1. Một.") == []


def test_letters_follow_the_vietnamese_alphabet() -> None:
    assert found("a) Một.", "b) Hai.", "c) Ba.", "d) Bốn.", "đ) Năm.", "e) Sáu.", "g) Bảy.") == []
    assert found("a) Một.", "b) Hai.", "c) Ba.", "d) Bốn.", "e) Năm.") == ["TT35"]


def test_a_number_under_another_parent_is_told() -> None:
    assert found("1. Một.", "2. Hai.", "3.1. Ba.") == ["LV82"]


def test_two_ways_to_end_a_mark_are_told_once() -> None:
    assert found("I. Một", "II. Hai", "III- Ba") == ["TT36"]


def test_the_items_of_a_list_end_with_a_semicolon_and_the_last_with_a_stop() -> None:
    assert found("- Một ý;", "- Hai ý;", "- Ba ý.") == []
    assert found("- Một ý.", "- Hai ý.", "- Ba ý.") == []
    assert found("- Một ý;", "- Hai ý", "- Ba ý;") == ["LV84"]


def test_dashes_before_items_are_one_kind() -> None:
    assert found("- Một ý;", "– Hai ý;", "- Ba ý.") == ["LV33"]


def test_running_text_ends_with_a_sign() -> None:
    assert found(LONG.rstrip(".")) == ["LV85"]


def test_a_paragraph_begins_with_a_capital() -> None:
    assert found("Đã thực hiện.", "các đơn vị báo cáo đúng hạn.") == ["LV88"]


# -- left over --------------------------------------------------------------------------------------------


def test_an_old_font_is_told() -> None:
    run = LaidRun("§¶ng bé", ".VnTime", 14)
    document = LaidDocument("thử", (LaidParagraph("đoạn 1", (run,)),), (A4,))
    assert "LV09" in rules_of(document)


def tracked(document: Any) -> None:
    paragraph = document.add_paragraph("Đã sửa ")
    inserted = OxmlElement("w:ins")
    inserted.append(paragraph.add_run("chữ.")._r)
    paragraph._p.append(inserted)


def commented(document: Any) -> None:
    paragraph = document.add_paragraph("Xem lại.")
    document.add_comment(paragraph.runs, text="?")


def hidden(document: Any) -> None:
    document.add_paragraph("Đã có. ").add_run("mật").font.hidden = True


def highlighted(document: Any) -> None:
    document.add_paragraph().add_run("Chờ số.").font.highlight_color = WD_COLOR_INDEX.YELLOW


def struck(document: Any) -> None:
    document.add_paragraph().add_run("Bỏ đi.").font.strike = True


def test_what_was_left_from_the_making_is_told() -> None:
    makers = {"LV94": tracked, "LV95": commented, "LV96": hidden, "LV97": highlighted, "LV98": struck}
    for rule, make in makers.items():
        assert rule in rules_of(read_written(make)), rule


# -- room and pages ---------------------------------------------------------------------------------------


def test_empty_paragraphs_are_told_once() -> None:
    assert found("Một.", "", "Hai.", "", "Ba.") == ["LV102"]


def test_an_indent_that_was_typed_is_told() -> None:
    assert found(f"\t{LONG}") == ["LV103"]


def test_a_line_break_in_stretched_text_is_told() -> None:
    assert "LV104" in found(f"{LONG}\n{LONG}")


def test_a_heading_that_may_stay_behind_is_told() -> None:
    document = LaidDocument("thử", (line("1. Kết quả", bold=True), line(LONG)), (A4,))
    assert rules_of(document) == ["LV105"]


def wide(document: Any) -> None:
    made = document.add_table(7, 2, style="Table Grid")
    for cell in made.rows[0].cells:
        cell.paragraphs[0].add_run("Chỉ tiêu").bold = True
    for column in made.columns:
        column.width = Mm(120)


def test_a_table_wider_than_the_text_is_told() -> None:
    assert "LV109" in rules_of(read_written(wide))


# -- citations as others write them -----------------------------------------------------------------------

RIGHT_CITATIONS = [
    "Các Nghị quyết số 71-NQ/TW, ngày 22/8/2025, số 72-NQ/TW, ngày 09/9/2025 của Bộ Chính trị về giáo dục, y tế.",
    "Chương trình công tác số 12-CTr/TU, ngày 05/01/2026 của Tỉnh ủy về các nhiệm vụ trọng tâm.",
    "Nghị định số 154/2020/NĐ-CP ngày 31/12/2020 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 34/2016/NĐ-CP.",
    "Các đơn vị thực hiện Kế hoạch số 08-KH/TU, ngày 25/01/2024 của Tỉnh ủy tuyên truyền về đội ngũ trí thức.",
    "Các đơn vị thực hiện Kế hoạch số 09-KH/TU, ngày 25/01/2024 của Tỉnh ủy khảo sát dư luận xã hội về y tế.",
    "Các đơn vị thực hiện Kế hoạch số 10-KH/TU, ngày 25/01/2024 của Tỉnh ủy đẩy mạnh chuyển đổi số.",
    "Các đơn vị thực hiện Kế hoạch số 11-KH/TU, ngày 25/01/2024 của Tỉnh ủy kỷ niệm 94 năm Ngày thành lập Đảng.",
    "Kế hoạch số 25-KH/TU, ngày 30/11/2016 của Tỉnh ủy thực hiện Kết luận số 100-KL/TW.",
]


@pytest.mark.parametrize("text", RIGHT_CITATIONS)
def test_a_full_citation_is_known_however_it_is_put(text: str) -> None:
    assert found(text) == []


OWN_PLAN = "Kế hoạch số 08-KH/ĐUK, ngày 25/01/2024 của Ban Thường vụ Đảng ủy Khối về"
WITHIN = [
    f"- {OWN_PLAN} tuyên truyền Nghị quyết 45-NQ/TW;",
    f"- {OWN_PLAN} sơ kết 03 năm thực hiện Chỉ thị 07-CT/TU;",
    f"- {OWN_PLAN} sơ kết 03 năm Chỉ thị 07-CT/TU;",
    f"- {OWN_PLAN} tổng kết Nghị quyết số 29-NQ/TW;",
    f"- {OWN_PLAN} quán triệt, học tập Kết luận số 91-KL/TW;",
    f"- {OWN_PLAN} phổ biến Chỉ thị số 25-CT/TW;",
]
NOT_WITHIN = [
    f"{OWN_PLAN} y tế cơ sở; các đơn vị quán triệt Chỉ thị 25-CT/TW.",
    f"{OWN_PLAN} y tế cơ sở. Các đơn vị quán triệt Chỉ thị 25-CT/TW.",
    f"Thực hiện {OWN_PLAN} y tế cơ sở, các đơn vị đã quán triệt Chỉ thị 25-CT/TW.",
    f"Thực hiện {OWN_PLAN} y tế cơ sở, 12 chi bộ chưa triển khai Chỉ thị 25-CT/TW.",
    f"{OWN_PLAN} y tế cơ sở và Chỉ thị 25-CT/TW.",
]


@pytest.mark.parametrize("text", WITHIN)
def test_what_the_subject_of_another_document_names_is_no_first_mention(text: str) -> None:
    assert "TT37" not in found(text)
    assert "TT37" in found(text, "Các đơn vị đã triển khai Kết luận 99-KL/TW.")


@pytest.mark.parametrize("text", NOT_WITHIN)
def test_what_stands_behind_the_subject_is_a_first_mention(text: str) -> None:
    assert found(text).count("TT37") == 1


WITHOUT_SUBJECT = [
    "Thực hiện Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Trung ương, các đơn vị đã báo cáo.",
    "Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Trung ương, đã được báo cáo về tỉnh.",
    "Thực hiện Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Trung ương, tổ chức 05 hội nghị.",
    "Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Trung ương.",
    "Thực hiện Hướng dẫn số 05-HD/TW, ngày 24/11/2023 của Ban Tổ chức Trung ương.",
    "Thực hiện Hướng dẫn số 06-HD/TU, ngày 24/11/2023 của Ủy ban Kiểm tra Tỉnh ủy.",
]


@pytest.mark.parametrize("text", WITHOUT_SUBJECT)
def test_what_is_said_of_a_document_is_not_its_subject(text: str) -> None:
    assert "TT37" in found(text)


def test_who_issued_stands_in_the_line_before_a_list_or_in_the_number_of_the_document() -> None:
    own = ["Số 12-BC/ĐUK", "Kế hoạch số 08-KH/ĐUK, ngày 25/01/2024 về tuyên truyền."]
    led = ["Ban Tuyên giáo đã ban hành:", "- Công văn số 18-CV/BTG, ngày 27/02/2024 về việc báo cáo."]
    assert (found(*own), found(*led)) == ([], [])


def test_a_table_of_the_running_text_is_read_in_its_place() -> None:
    (full,), (short,) = typed(f"{IN_FULL}.").blocks, typed("Sơ kết Kết luận 49-KL/TW.").blocks
    assert isinstance(full, LaidParagraph)
    assert rules_of(LaidDocument("thử", (table([full.text]), short), (A4,))) == []


def test_an_appendix_names_its_document_as_the_layout_asks() -> None:
    assert found("(Kèm theo Báo cáo số 07-BC/ĐUK, ngày 20/3/2024 của Ban Thường vụ)") == []


def test_a_title_is_no_first_mention_and_a_table_may_repeat_the_day() -> None:
    title = line("sơ kết 05 năm thực hiện Kết luận số 49-KL/TW", alignment="center")
    first, again = line(f"Thực hiện {IN_FULL}."), line("Sơ kết Kết luận 49-KL/TW.")
    assert (
        rules_of(
            LaidDocument("thử", (title, first, table(["Kết luận số 49-KL/TW, ngày 10/5/2019"]), again), (A4,))
        )
        == []
    )


def test_a_programme_is_no_chapter() -> None:
    assert found("I. Một", "Chương trình công tác gồm các việc sau.", "II. Hai") == []
