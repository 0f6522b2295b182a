"""What stands round the work of a table: heads of both, places beside days, parents, totals, tables of figures."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance.guidance_records import Role
from khoagiao_xl.guidance.words.column_words import ColumnRole, role_of
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from tests.guidance.guidance_table_samples import ReadTables

_HEAD = "TT | Nội dung | Chủ trì | Thời gian\n"


@pytest.mark.parametrize(
    "heading", ["Đơn vị thực hiện/Phối hợp", "Thực hiện, phối hợp", "Đơn vị phụ trách / đơn vị phối hợp"]
)
def test_a_head_may_speak_of_lead_and_partners_without_the_usual_word(heading: str) -> None:
    assert role_of(heading) is ColumnRole.BOTH


@pytest.mark.parametrize("heading", ["Đơn vị phối hợp thực hiện", "Cơ quan, đơn vị phối hợp"])
def test_a_head_of_partners_stays_one(heading: str) -> None:
    assert role_of(heading) is ColumnRole.PARTNER


def test_a_place_beside_the_day_hides_it_not_and_is_kept(read_tables: ReadTables) -> None:
    head = "TT | Nội dung | Thời gian, địa điểm | Chuẩn bị\n"
    (task,) = read_tables(
        f"{head}1 | Hội nghị triển khai | 8h00 ngày 15/3, tại Hội trường A | Văn phòng"
    ).tasks
    assert (str(task.record.due), task.parts) == ("2026-03-15", ("8h00 ngày 15/3, tại Hội trường A",))


@pytest.mark.parametrize(
    "total", ["Tổng cộng", "Cộng:", "Tổng kinh phí", "Tổng số: 2 nhiệm vụ", "Bằng chữ: Hai mươi triệu đồng"]
)
def test_a_row_that_adds_up_is_no_work_and_no_part_of_it(read_tables: ReadTables, total: str) -> None:
    guidance = read_tables(
        f"{_HEAD}1 | Mở lớp tập huấn | Sở Y tế | Tháng 3\n2 | Biên soạn tờ rơi | Sở Y tế | Tháng 4\n | {total} | | "
    )
    assert [block.role for block in guidance.blocks[-2:]] == [Role.TASK, Role.FRAME]
    assert guidance.tasks[-1].parts == ()


PARENTS = [
    ("1 | Công tác tuyên truyền | | ", 2),
    ("I | CÔNG TÁC TUYÊN TRUYỀN | Văn phòng | ", 2),
    ("II | Công tác giáo dục | Văn phòng | Quý III", 2),
    ("1 | Tổ chức hội thi | Văn phòng | Tháng 9", 3),
    ("1 | Hội thi biển đảo | Văn phòng | Tháng 9", 3),
]


@pytest.mark.parametrize(("parent", "count"), PARENTS)
def test_a_row_over_others_is_their_group_unless_it_is_work_itself(
    read_tables: ReadTables, parent: str, count: int
) -> None:
    children = "1.1 | Ban hành thể lệ | Sở Y tế | Tháng 5\n1.2 | Tổ chức vòng sơ khảo | Sở Y tế | Tháng 7"
    assert len(read_tables(f"{_HEAD}{parent}\n{children}").tasks) == count


def test_what_a_group_says_holds_for_the_rows_below_it(read_tables: ReadTables) -> None:
    rows = "II | Công tác giáo dục | Sở Y tế | Quý III\n1 | Tổ chức tọa đàm | | \n2 | Rà soát các trường | | Tháng 7"
    records = [task.record for task in read_tables(_HEAD + rows).tasks]
    assert [(one.lead, str(one.due)) for one in records] == [
        ("Sở Y tế", "2026-09-30"),
        ("Sở Y tế", "2026-07-31"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "TT | Chỉ tiêu | Kế hoạch năm 2026 | Đơn vị theo dõi\n1 | Tỷ lệ hộ nghèo còn | 2,5% | Sở Y tế\n2 | Số trường đạt chuẩn | 5 trường | Sở Y tế",
        "TT | Tên chỉ số | Đơn vị tính | 2025 | 2026\n1 | Tỷ lệ bao phủ bảo hiểm y tế | % | 95 | 96\n2 | Số bác sĩ trên vạn dân | người | 9 | 10",
        "TT | Tên đơn vị | Số đảng viên | Số chi bộ\n1 | Đảng bộ xã A | 320 | 14\n2 | Đảng bộ xã B | 250 | 11",
    ],
)
def test_a_table_of_figures_is_no_plan_and_asks_nothing(read_tables: ReadTables, table: str) -> None:
    guidance = read_tables(table)
    assert (guidance.tasks, guidance.unread) == ((), ())


def test_the_words_of_totals_stand_once_and_in_small_letters() -> None:
    words = [row["Lời"] for row in language_rows("total_row_words")]
    assert len(words) == len(set(words))
    assert [word for word in words if word != plain(word)] == []
