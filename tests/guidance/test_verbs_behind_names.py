"""A verb of one syllable ends the name before it; half of a word, and what a body is named after, does not."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance.words.parties import leader


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Phòng Khoa giáo soạn cuốn sổ tay hướng dẫn người dân phân loại rác.", "Phòng Khoa giáo"),
        ("Phòng Khoa giáo soạn bộ câu hỏi.", "Phòng Khoa giáo"),
        ("Hội Nông dân xã nhận giấy khen tại hội trường.", "Hội Nông dân xã"),
        ("Văn phòng in tờ rơi.", "Văn phòng"),
        ("Hội Nhà báo tỉnh viết loạt bài.", "Hội Nhà báo tỉnh"),
        ("Sở Tài chính cấp thêm kinh phí.", "Sở Tài chính"),
        ("Hội đồng chọn 10 bài.", "Hội đồng"),
        ("Hội Chữ thập đỏ thu quỹ.", "Hội Chữ thập đỏ"),
        ("Ban Dân vận nhận đơn.", "Ban Dân vận"),
        ("Thư viện tỉnh đặt báo.", "Thư viện tỉnh"),
        ("Chi cục Thuế thu thuế.", "Chi cục Thuế"),
        ("Ban Quản lý chợ xã thu phí và dọn vệ sinh.", "Ban Quản lý chợ xã"),
    ],
)
def test_a_verb_of_one_syllable_ends_a_name(sentence: str, lead: str) -> None:
    assert leader(sentence) == lead


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Phòng Quản lý phát triển đô thị lập sơ đồ.", "Phòng Quản lý phát triển đô thị"),
        ("Trung tâm Giới thiệu việc làm mở phiên giao dịch.", "Trung tâm Giới thiệu việc làm"),
        ("Báo và Phát thanh, Truyền hình tỉnh in phụ trương.", "Báo và Phát thanh, Truyền hình tỉnh"),
        ("Trường Trung cấp nghề nhận học viên.", "Trường Trung cấp nghề"),
        ("Ủy ban nhân dân các cấp bố trí kinh phí.", "Ủy ban nhân dân các cấp"),
        ("Tổ in sao đề lập biên bản.", "Tổ in sao đề"),
        ("Hợp tác xã trồng nấm Tân Phú mở lớp.", "Hợp tác xã trồng nấm Tân Phú"),
        ("Phòng Văn thư lưu trữ lưu hồ sơ.", "Phòng Văn thư lưu trữ"),
    ],
)
def test_half_of_a_word_ends_no_name(sentence: str, lead: str) -> None:
    assert leader(sentence) == lead
