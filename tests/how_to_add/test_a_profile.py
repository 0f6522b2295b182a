"""A kind of office: its row, its units, its names, its letterhead."""

from __future__ import annotations

from tests.how_to_add.test_an_indicator import words_of
from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A kind of office"
DATA = "src/khoagiao_xl/data"
UNITS = """Mã,Tên,Loại,Email
VPHU,Văn phòng Huyện ủy,đảng bộ,vphu@huyen.example
XNAM,Xã Nậm Mòn,đảng bộ,nammon@huyen.example
"""
LETTERHEAD = (
    "huyen,cấp ủy,2018-01-01,,Đảng,ĐẢNG BỘ TỈNH LÀO CAI,HUYỆN ỦY|BẮC HÀ,Bắc Hà,HU,T/M BAN THƯỜNG VỤ,PHÓ BÍ THƯ,"
    "Ban Thường vụ Huyện ủy Bắc Hà,Đảng bộ huyện,Ban Tuyên giáo Tỉnh ủy,Văn phòng Huyện ủy"
)


def test_three_rows_and_a_list_of_units_make_a_kind_of_office(tree: TreeCopy) -> None:
    tree.add_row(f"{DATA}/profiles.csv", "huyen,Huyện ủy,,2025,units_huyen.csv,2024")
    tree.write(f"{DATA}/units_huyen.csv", UNITS)
    tree.add_row(
        f"{DATA}/settings_of_profiles.csv",
        "huyen,co_quan,Huyện ủy Bắc Hà\nhuyen,ban_tham_muu,Ban Tuyên giáo Huyện ủy",
    )
    tree.add_row(f"{DATA}/letterheads.csv", LETTERHEAD)
    tree.put("tests/building/test_profiles.py", '"huyen": 2, ', before='"2026": 89')
    assert not tree.fails("tests/building/test_profiles.py", "-k", "huyen")

    assert tree.khoagiao("new", "So.xlsm", "--year", "2024", "--profile", "huyen")["counts"] == {"units": 2}
    settings = {row["Khóa"]: row for row in tree.table("tblCauHinh")}
    assert settings["co_quan"]["Giá trị"] == "Huyện ủy Bắc Hà"
    assert "huyen" in settings["ho_so"]["Giải thích"]
    assert tree.khoagiao("check", "So.xlsm")["status"] == 0
    tree.khoagiao("forms", "So.xlsm", "--period", "2024-M01")
    tree.send("VPHU", "2024-M01")
    for verb in ("collect", "consolidate", "report"):
        made = tree.khoagiao(verb, "So.xlsm", "--period", "2024-M01")
    assert "HUYỆN ỦY" in words_of(made["paths"][0], tree)
