"""A body named after its work: a capital inside the name, or the verb behind it, says where it ends."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance import Sure
from khoagiao_xl.guidance.words.named_by_work import may_go_on_with_work
from khoagiao_xl.guidance.words.organs import organ_at_start
from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    ("name", "does"),
    [
        ("Hội Xây dựng", "tổ chức phản biện"),
        ("Hội Quy hoạch", "tổ chức hội thảo"),
        ("Hội Kế hoạch hóa gia đình", "vận động hội viên"),
        ("Ban Tư vấn, phản biện", "lập danh mục"),
        ("Phòng Thanh tra, Kiểm tra, giám sát", "lập kế hoạch"),
        ("Phòng Quản lý, khai thác công trình thủy lợi", "lập phương án"),
        ("Tổ kiểm tra, hướng dẫn", "báo cáo kết quả"),
        ("Ban Xây dựng phong trào", "chủ trì"),
        ("Trung tâm Dịch vụ tư vấn", "tổ chức lớp"),
        ("Trung tâm Bảo tồn, phát huy di sản", "biên soạn sách"),
        ("Hội Tư vấn, giám định xã hội", "chủ trì"),
        ("Trung tâm Hướng nghiệp, dạy nghề", "mở lớp"),
        ("Văn phòng Ban", "bố trí phương tiện, kinh phí"),
        ("Sở Xây dựng", "thẩm định hồ sơ"),
        ("Ban Thanh tra", ", giám sát các chi bộ"),
        ("Ban Kiểm tra", ", phối hợp với Văn phòng"),
        ("Tổ kiểm tra", ", giám sát các xã"),
    ],
)
def test_a_name_holds_the_work_it_is_named_after(name: str, does: str) -> None:
    assert organ_at_start(f"{name} {does}")[0] == name


@pytest.mark.parametrize(
    ("name", "behind", "may"),
    [
        ("Viện Quy hoạch", " xây dựng tổ chức lấy ý kiến", True),
        ("Ban Giám sát, đánh giá", " đầu tư cộng đồng giám sát", True),
        ("Ban Kiểm tra", " rà soát danh sách", False),
        ("Ban Kiểm tra", " rà soát các quy chế, sửa đổi", False),
        ("Sở Y tế", " hướng dẫn tổ chức lớp", False),
    ],
)
def test_a_name_may_go_on_where_two_verbs_follow(name: str, behind: str, *, may: bool) -> None:
    assert may_go_on_with_work(name, behind) is may


@pytest.mark.parametrize(
    "line",
    [
        "1. Giao Viện Tư vấn xây dựng tổ chức lấy ý kiến trước ngày 15/4.",
        "1. Trung tâm Mỹ thuật, dạy nhạc mở lớp trước ngày 10/10.",
        "1. Hội Vận động quyên góp quần áo tổ chức đại hội trước ngày 30/6.",
    ],
)
def test_where_a_name_may_go_on_it_is_not_certain(read_plan: ReadPlan, line: str) -> None:
    (task,) = read_plan(line).tasks
    assert task.confidence is not Sure.CERTAIN
