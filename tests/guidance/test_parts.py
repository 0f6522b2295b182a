"""The small parts of the reading: sections, fields, leads, deadlines, periodic duties, anniversaries."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.guidance.citations.cited_directives import cite
from khoagiao_xl.guidance.citations.document_directives import by_block
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tasks.asked_reviews import find_asked
from khoagiao_xl.guidance.tasks.periodic_reports import find_duties
from khoagiao_xl.guidance.tasks.split_items import pieces
from khoagiao_xl.guidance.tree.lead_ins import is_announcement
from khoagiao_xl.guidance.tree.outline import outline
from khoagiao_xl.guidance.words.due_words import find_due
from khoagiao_xl.guidance.words.field_words import field_of, field_of_work
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.outputs import output_of
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.layout.list_counters import roman
from khoagiao_xl.vietnamese.running_text import canonical, plain


def sections(*lines: str) -> list[str]:
    return [node.section for node in outline([Block(line) for line in lines])]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ("I. NỘI DUNG", "1. Công tác A", "- Làm B.", "a) Việc C.", "II. D"),
            ["I", "I.1", "I.1", "I.1.a", "II"],
        ),
        (("I- Nội dung", "1- Công tác", "4.1. Mục con:", "- Làm B."), ["I", "I.1", "I.4.1", "I.4.1"]),
        (
            ("II. A", "4. Sơ kết", "4.1. Khoa học", "4.2. Giáo dục", "5. Khác"),
            ["II", "II.4", "II.4.1", "II.4.2", "II.5"],
        ),
        (("Phần thứ hai", "NHIỆM VỤ", "I- A", "1- B"), ["Phần 2", "Phần 2", "Phần 2.I", "Phần 2.I.1"]),
        (("II. NỘI DUNG", "THỰC HIỆN", "1. Một", "- Làm."), ["II", "II", "II.1", "II.1"]),
        (("Điều 3. Nhiệm vụ", "1. Làm việc A.", "2. Làm việc B."), ["Điều 3", "Điều 3.1", "Điều 3.2"]),
        (("A. MỤC ĐÍCH", "B. NỘI DUNG", "I. Một"), ["A", "B", "B.I"]),
    ],
)
def test_every_block_knows_its_section(lines: tuple[str, ...], wanted: list[str]) -> None:
    assert sections(*lines) == wanted


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("gửi trước ngày 20/6/2024", date(2024, 6, 19)),
        ("trước ngày 01/3", date(2024, 2, 29)),
        ("chậm nhất ngày 20/6", date(2024, 6, 20)),
        ("chậm nhất là ngày 20 tháng 6 năm 2025", date(2025, 6, 20)),
        ("đến ngày 20/11", date(2024, 11, 20)),
        ("hạn cuối 20/7", date(2024, 7, 20)),
        ("trong tháng 6", date(2024, 6, 30)),
        ("đầu tháng 3", date(2024, 3, 10)),
        ("giữa tháng 3", date(2024, 3, 15)),
        ("cuối tháng 02/2023", date(2023, 2, 28)),
        ("hoàn thành trong quý II", date(2024, 6, 30)),
        ("trong quí 3/2025", date(2025, 9, 30)),
        ("trước quý IV", date(2024, 9, 30)),
        ("chậm nhất ngày 31/6", date(2024, 6, 30)),
        ("trong tháng 4 và tháng 10", date(2024, 10, 31)),
        ("trong quý II và quý IV/2025", date(2025, 12, 31)),
        ("vào cuối năm", date(2024, 12, 31)),
        ("hoàn thành trong năm 2025", date(2025, 12, 31)),
        ("nhân Ngày Môi trường thế giới (05/6)", date(2024, 6, 5)),
        ("trong tháng 4, 15 chi bộ", date(2024, 4, 30)),
        ("thực hiện thường xuyên", None),
        ("kịp thời, theo quy định", None),
        ("trước ngày 20 hằng tháng", None),
        ("Nghị quyết ngày 24/11/2023", None),
    ],
)
def test_words_of_time_become_the_last_day_in_time(words: str, day: date | None) -> None:
    assert find_due(f"Báo cáo kết quả {words}.", 2024).day == day


def test_an_impossible_deadline_is_kept_in_words_and_marked() -> None:
    due = find_due("xong trước ngày 45/3", 2024)
    assert (due.words, due.day, due.is_bad) == ("trước ngày 45/3", None, True)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Định kỳ hàng tháng, quý, 6 tháng, cuối năm báo cáo kết quả", "M- Q- H- Y-"),
        ("Báo cáo tháng trước ngày 20 hằng tháng; báo cáo quý chậm nhất ngày 15 tháng cuối quý", "M19 Q15"),
        ("Trước ngày 20 hằng tháng báo cáo về Đảng ủy", "M19"),
        ("Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/11) báo cáo", "H14/6 Y14/11"),
        ("Báo cáo năm trước ngày 01/12", "Y30/11"),
        ("Gửi báo cáo định kỳ (6 tháng trước ngày 10/6, năm trước ngày 10/11)", "H9/6 Y9/11"),
        ("Báo cáo kết quả tháng 3 năm 2024", ""),
        ("Báo cáo kết quả thực hiện nhiệm vụ năm 2024", ""),
        ("Tổ chức sinh hoạt hằng tháng", ""),
    ],
)
def test_periodic_reports_and_their_days(sentence: str, wanted: str) -> None:
    node = outline([Block(sentence)])[0]
    found = [
        f"{duty.kind}{duty.day or '-'}" + (f"/{duty.month}" if duty.month else "")
        for duty in find_duties(node)
    ]
    assert " ".join(found) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tổng kết việc thực hiện công tác bảo hiểm y tế", "Xã hội"),
        ("Phát huy vai trò đội ngũ trí thức", "Trí thức"),
        ("Đổi mới giáo dục và đào tạo", "Giáo dục và đào tạo, giáo dục nghề nghiệp"),
        ("Ứng phó với biến đổi khí hậu, chuyển đổi số", "Khoa học, công nghệ và môi trường"),
        ("Giáo dục và đào tạo; khoa học và công nghệ; y tế", "Chung"),
        ("Nắm bắt dư luận xã hội", "Chung"),
    ],
)
def test_a_text_belongs_to_exactly_one_field(text: str, wanted: str) -> None:
    assert field_of(text) == wanted


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        (
            "Cấp ủy các chi, đảng bộ cơ sở lãnh đạo chuyên môn xây dựng kế hoạch",
            "Cấp ủy các chi, đảng bộ cơ sở",
            "",
        ),
        (
            "Giao Ban Tổ chức Huyện ủy chủ trì, phối hợp với Văn phòng tham mưu",
            "Ban Tổ chức Huyện ủy",
            "Văn phòng",
        ),
        ("Các chi bộ trường học, trạm y tế rà soát kế hoạch", "Các chi bộ trường học, trạm y tế", ""),
        ("Đề nghị Mặt trận Tổ quốc phối hợp tuyên truyền", "Mặt trận Tổ quốc", ""),
        ("Đoàn Thanh niên chủ trì, Công đoàn phối hợp tổ chức hội thi", "Đoàn Thanh niên", "Công đoàn"),
        ("Các nhà trường trên địa bàn xã triển khai nghị quyết", "Các nhà trường trên địa bàn xã", ""),
        ("TRẠM Y TẾ XÃ TUYÊN TRUYỀN VỀ DÂN SỐ", "TRẠM Y TẾ XÃ", ""),
        ("Tổ chức hội nghị quán triệt nghị quyết", "", ""),
        ("Báo cáo kết quả về Ban Tuyên giáo", "", ""),
        ("Thực hiện chương trình phối hợp với Ban Tuyên giáo", "", ""),
        ("Phòng, chống dịch bệnh ở cơ quan", "", ""),
    ],
)
def test_who_leads_and_who_helps(text: str, lead: str, support: str) -> None:
    assert (leader(text), partners(text)) == (lead, support)


def test_only_what_is_made_is_a_product() -> None:
    assert output_of("Xây dựng chương trình hành động, kế hoạch và các đề án", is_review=False) == (
        "Chương trình hành động; Kế hoạch; Đề án"
    )
    assert output_of("nhiệm vụ đã được cấp ủy ban hành và kế hoạch sơ kết", is_review=False) == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mở 02 lớp bồi dưỡng cho cấp ủy viên", "Lớp"),
        ("Tổ chức ít nhất 01 cuộc hội thảo về trí thức", "Hội thảo"),
        ("Rà soát, lập danh sách gửi Huyện ủy", "Danh sách"),
        ("Tham mưu Ban Thường vụ sơ kết chương trình", "Báo cáo sơ kết"),
        ("Tham mưu kế hoạch sơ kết chương trình", ""),
        ("Tổng hợp kết quả, báo cáo Ban Thường vụ Đảng ủy", "Báo cáo"),
    ],
)
def test_a_product_goes_by_its_own_name(text: str, wanted: str) -> None:
    assert output_of(text, is_review=False) == wanted


def test_the_name_of_a_body_is_no_field_of_its_work() -> None:
    above: tuple[str, ...] = ()
    club = "Trung tâm Văn hóa, Thể thao"
    assert field_of_work(f"{club} duy trì chuyên mục", club, (club,), above, "") == "Chung"
    assert field_of_work("Sở Y tế biên soạn tài liệu", "Sở Y tế", ("Sở Y tế",), above, "") == "Xã hội"


def test_a_sentence_that_only_announces_is_no_task() -> None:
    assert is_announcement("Trong đó, tập trung tham mưu các nội dung sau:")
    assert is_announcement("Năm 2024, các cấp ủy thực hiện tốt một số nhiệm vụ trọng tâm sau:")
    assert not is_announcement("Các cấp ủy tiến hành sơ kết các nghị quyết theo tình hình của cơ sở:")


def test_sub_topics_are_not_tasks_and_a_second_duty_is() -> None:
    one, two = pieces(
        "Tổ chức thực hiện nghị quyết. Trong đó, tập trung: một; hai; ba. Báo cáo kết quả về Đảng ủy."
    )
    assert (one.own_words, one.parts) == ("Tổ chức thực hiện nghị quyết.", ("một", "hai", "ba"))
    assert two.source == "Báo cáo kết quả về Đảng ủy."


def test_spellings_compare_equal_without_changing_length() -> None:
    assert canonical("Uỷ ban hoá, thuý – quý") == "Ủy ban hóa, thúy - quý"
    assert len(plain("“Ðảng”\u00a0uỷ")) == len("“Ðảng”\u00a0uỷ")


def test_roman_figures() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40)] == ["I", "IV", "IX", "XIV", "XL"]


def asked_of(*lines: str) -> list[tuple[str, int, str]]:
    nodes = outline([Block(line, number) for number, line in enumerate(lines)])
    cited = by_block(cite(nodes, ""))
    found = [one for node in nodes for one in find_asked(node, cited.get(node.block.number, []))]
    return [(one.kind, one.years, citation.symbol.text) for one in found for citation in one.citations]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ("Sơ kết 5 năm Kết luận số 49-KL/TW và sơ kết 3 năm Chỉ thị 11-CT/TU",),
            [("Sơ kết", 5, "49-KL/TW"), ("Sơ kết", 3, "11-CT/TU")],
        ),
        (
            ("Tổng kết: 20 năm thực hiện Chỉ thị số 11-CT/TW; 10 năm thực hiện Nghị quyết số 20-NQ/TW",),
            [("Tổng kết", 20, "11-CT/TW"), ("Tổng kết", 10, "20-NQ/TW")],
        ),
        (("1. Công tác sơ kết", "- 05 năm thực hiện Chỉ thị số 06-CT/TW."), [("Sơ kết", 5, "06-CT/TW")]),
        (("Sơ kết, đánh giá hai mươi năm thực hiện Chỉ thị số 11-CT/TW",), [("Sơ kết", 20, "11-CT/TW")]),
        (("Tổng kết Chỉ thị số 40-CT/TW (20 năm)",), [("Tổng kết", 20, "40-CT/TW")]),
        (
            ("Sơ kết 5 năm Kết luận số 49-KL/TW về tiếp tục thực hiện Chỉ thị số 11-CT/TW",),
            [("Sơ kết", 5, "49-KL/TW")],
        ),
        (("Tiến hành sơ kết, tổng kết các nghị quyết theo Hướng dẫn số 04-HD/TU",), []),
        (("Sơ kết công tác năm 2024. Thực hiện Chỉ thị số 06-CT/TW.",), []),
    ],
)
def test_reviews_are_asked_for_in_many_words(
    lines: tuple[str, ...], wanted: list[tuple[str, int, str]]
) -> None:
    assert asked_of(*lines) == wanted


def test_what_is_listed_without_verbs_is_one_task_with_parts() -> None:
    (one,) = pieces(
        "Nội dung tuyên truyền: (1) Các nghị quyết mới; (2) Thành tựu khoa học; (3) Gương người tốt."
    )
    assert one.parts == ("Các nghị quyết mới", "Thành tựu khoa học", "Gương người tốt")
