"""Quick information on one issue: what happened where, who deals with it, what nobody knows."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.steps import write_report
from tests.report.kind_documents import ISSUE, job, office, refused, text, words


def test_quick_information_tells_where_when_and_who_deals_with_it() -> None:
    told = words("tin_nhanh", issue="vd001")
    assert "nhanh về vấn đề phát sinh tại Sở Du lịch" in told
    assert "Ngày 09/01/2024, tại Sở Du lịch: Chậm trả lương." in told
    assert "Đơn vị đánh giá vụ việc ở mức bức xúc." in told
    assert any(line.startswith("Cấp ủy đang xử lý; đến ngày ") for line in told)
    assert (
        "Ban Tuyên giáo tham mưu Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh chỉ đạo Chi bộ Sở Du lịch "
        "giải quyết dứt điểm chậm nhất ngày 01/02/2024, báo cáo kết quả về Ban Tuyên giáo; khi có kết quả, Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh "
        "nghiệp tỉnh báo cáo Ban Tuyên giáo Tỉnh ủy." in told
    )
    assert "Chi bộ Sở Du lịch đề nghị cho ý kiến chỉ đạo." in told
    assert not any("trả lời đề nghị" in line for line in told)  # the direction is the answer
    assert any(
        " một vấn đề nổi cộm (lĩnh vực xã hội) phát sinh tại Sở Du lịch như sau:" in line for line in told
    )


def test_what_others_brought_up_concerns_a_unit_and_is_said_to_have_happened_nowhere() -> None:
    heard = {**ISSUE, "source": "dư luận", "field": "Chung"}
    told = words("tin_nhanh", office(tblVanDe=[heard]), issue="VD001")
    assert "nhanh về vấn đề liên quan đến Sở Du lịch" in told
    assert "Ngày 09/01/2024: Chậm trả lương (nguồn tin: dư luận)." in told
    assert any(" một vấn đề nổi cộm liên quan đến Sở Du lịch như sau:" in line for line in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Một số người lao động phản ánh.", "Du lịch, một số người lao động phản ánh."),
        ("Nguyễn Du phản ánh", "Du lịch: Nguyễn Du phản ánh."),
    ],
)
def test_what_happened_goes_on_in_the_sentence_where_it_begins_with_no_name(text: str, told: str) -> None:
    made = words("tin_nhanh", office(tblVanDe=[{**ISSUE, "text": text}]), issue="VD001")
    assert f"Ngày 09/01/2024, tại Sở {told}" in made


def test_what_else_a_unit_asks_for_the_committee_will_answer() -> None:
    asking = {**ISSUE, "proposal": "Đề nghị hỗ trợ kinh phí."}
    told = words("tin_nhanh", office(tblVanDe=[asking]), issue="VD001")
    assert "Chi bộ Sở Du lịch đề nghị hỗ trợ kinh phí." in told
    assert (
        "Ban Tuyên giáo tham mưu Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh trả lời đề nghị của Chi bộ Sở "
        "Du lịch." in told
    )
    settled = {**asking, "closed_on": date(2024, 1, 20)}
    assert "đề nghị" not in text("tin_nhanh", office(tblVanDe=[settled]), issue="VD001")


@pytest.mark.parametrize(
    ("due", "said"),
    [(date(2024, 1, 10), "dứt điểm (hạn xử lý 10/01/2024 đã qua), báo cáo"), (None, "dứt điểm, báo cáo")],
)
def test_a_day_that_is_past_or_unknown_is_no_day_to_keep(due: date | None, said: str) -> None:
    told = words("tin_nhanh", office(tblVanDe=[{**ISSUE, "due": due}]), issue="VD001")
    assert any(f"chỉ đạo Chi bộ Sở Du lịch giải quyết {said}" in line for line in told)


def test_quick_information_goes_to_the_board_above_and_not_to_the_units() -> None:
    told = words("tin_nhanh", issue="VD001")
    assert "- Ban Tuyên giáo Tỉnh ủy;" in told
    assert "- Các đảng bộ, chi bộ cơ sở;" not in told


def test_what_nobody_has_said_of_an_issue_is_told_as_unknown() -> None:
    bare = {key: ISSUE[key] for key in ("code", "day", "unit", "text")}
    told = words("tin_nhanh", office(tblVanDe=[bare]), issue="VD001")
    for line in (
        "Đơn vị chưa đánh giá mức độ.",
        "(Bổ sung cơ quan, người được giao xử lý)",
        "(Bổ sung thời hạn xử lý)",
    ):
        assert line in told


HEARD = {**ISSUE, "source": "tin nhanh", "reported": date(2024, 1, 10)}


def test_a_quick_notice_is_its_own_source_and_names_no_place_of_the_program() -> None:
    told = words("tin_nhanh", office(tblVanDe=[HEARD]), issue="VD001")
    assert "nhanh về vấn đề do Chi bộ Sở Du lịch phản ánh" in told
    assert any("(lĩnh vực xã hội) do Chi bộ Sở Du lịch phản ánh như sau:" in line for line in told)
    (happened,) = [line for line in told if "theo tin nhanh" in line]
    assert happened == (
        "Ngày 09/01/2024 (ngày xảy ra hoặc ngày nắm được): Chậm trả lương (theo tin nhanh của Chi bộ Sở Du lịch, "
        "Ban Tuyên giáo nhận ngày 10/01/2024)."
    )
    assert not any("tại Sở Du lịch" in line for line in told)


def test_what_a_unit_counted_in_its_form_arose_at_no_place_of_the_program_either() -> None:
    counted = {**ISSUE, "source": "biểu kỳ", "text": "Một số người lao động phản ánh."}
    told = words("tin_nhanh", office(tblVanDe=[counted]), issue="VD001")
    assert "Ngày 09/01/2024, một số người lao động phản ánh (nguồn tin: biểu kỳ)." in told
    assert not any("tại Sở Du lịch" in line for line in told)


def test_nobody_is_said_to_have_directed_what_nobody_has() -> None:
    told = text("tin_nhanh", office(tblVanDe=[HEARD]), issue="VD001")
    assert "tham mưu Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh chỉ đạo" in told
    assert "\nBan Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh chỉ đạo" not in told


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("Chậm trả lương.", "nơi xảy ra, số người liên quan"),
        ("Ở xưởng 2 chậm trả lương.", ""),
        ("Chậm trả lương tại nhà máy.", "số người liên quan"),
        ("32 người chậm được trả lương.", "nơi xảy ra"),
    ],
)
def test_the_office_is_told_what_a_quick_notice_does_not_say(told: str, lacks: str) -> None:
    year = office(tblVanDe=[{**HEARD, "text": told}])
    notes = "\n".join(write_report.work(year, job("tin_nhanh", issue="VD001")).outcome.details)
    assert ("chưa thấy nêu" in notes) == bool(lacks)
    assert f"chưa thấy nêu {lacks}" in notes or not lacks


def test_an_issue_that_is_settled_is_told_so() -> None:
    settled = {**ISSUE, "closed_on": date(2024, 1, 20), "result": "Đã trả đủ"}
    told = words("tin_nhanh", office(tblVanDe=[settled]), issue="VD001")
    assert "Vấn đề đã được giải quyết xong ngày 20/01/2024: Đã trả đủ." in told
    assert "Không còn việc phải làm tiếp." in told


def test_an_issue_that_is_not_in_the_log_is_refused() -> None:
    assert "Có phải: VD001" in refused("LVB-04", "tin_nhanh", issue="VD1")
    assert "--issue" in refused("LVB-03", "tin_nhanh")
