"""Two fields of which the same is to be said: each says it of itself, and no sentence stands twice."""

from __future__ import annotations

from khoagiao_xl.report.alike_in_fields import told_with_fields

NOTHING = "Chưa có đơn vị nào báo cáo: số cuộc tuyên truyền."


def test_what_two_fields_have_in_common_is_told_of_each_by_name() -> None:
    told = told_with_fields({"muc_2_2": [NOTHING], "muc_2_3": ["Đã tổ chức.", NOTHING]})
    assert told["muc_2_2"] == [
        "Về lĩnh vực khoa học, công nghệ và môi trường, chưa có đơn vị nào báo cáo: số cuộc tuyên truyền."
    ]
    assert told["muc_2_3"] == [
        "Đã tổ chức.",
        "Về lĩnh vực xã hội, chưa có đơn vị nào báo cáo: số cuộc tuyên truyền.",
    ]


def test_what_one_field_says_stays() -> None:
    assert told_with_fields({"muc_2_2": [NOTHING], "muc_2_3": []})["muc_2_2"] == [NOTHING]


def test_sections_that_are_no_fields_are_left_alone() -> None:
    assert "muc_1" not in told_with_fields({"muc_1": [NOTHING], "muc_2_3": [NOTHING]})
