"""A unit as a document of the Party calls it."""

from __future__ import annotations

import pytest

from khoagiao_xl.model.records import Unit


@pytest.mark.parametrize(
    ("name", "kind", "called"),
    [
        ("Sở Y tế", "đảng bộ", "Đảng bộ Sở Y tế"),
        ("Thư viện tỉnh", "chi bộ", "Chi bộ Thư viện tỉnh"),
        ("Sở Nội vụ", "đảng bộ cơ sở", "Đảng bộ Sở Nội vụ"),
        ("Công ty cổ phần Cấp nước tỉnh", "đảng bộ", "Đảng bộ Công ty cổ phần Cấp nước tỉnh"),
        ("BIDV chi nhánh tỉnh", "Đảng bộ", "Đảng bộ BIDV chi nhánh tỉnh"),
        ("Xã Bảo Thắng", "đảng bộ", "Đảng bộ xã Bảo Thắng"),
        ("Các cơ quan Đảng tỉnh", "đảng bộ", "Đảng bộ các cơ quan Đảng tỉnh"),
        ("Đảng bộ Sở Y tế", "đảng bộ", "Đảng bộ Sở Y tế"),
        ("Chi bộ 3", "đảng bộ", "Chi bộ 3"),
        ("Đảng ủy Công an tỉnh", "đảng bộ", "Đảng ủy Công an tỉnh"),
        ("Sở Y tế", "", "Sở Y tế"),
        ("Sở Y tế", "tổ chức khác", "Sở Y tế"),
    ],
)
def test_a_unit_is_called_as_the_party_body_it_is(name: str, kind: str, called: str) -> None:
    assert Unit("X", name, kind).party_name == called
