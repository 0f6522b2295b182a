"""Tables of any head: what their columns hold is told by the words of the head and by what stands in the cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, read_guidance
from khoagiao_xl.guidance.file.guidance_file import read_blocks
from khoagiao_xl.guidance.guidance_records import Role, Sure
from khoagiao_xl.guidance.tasks.cell_kinds import CellKind, kind_of
from khoagiao_xl.guidance.tasks.row_parties import parties_of
from khoagiao_xl.guidance.words.column_words import ColumnRole, role_of
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from tests.guidance.guidance_table_samples import ReadTables


def works(guidance: Guidance) -> list[tuple[str, str, str]]:
    """Return (work, lead, due) of every task."""
    return [(one.record.text, one.record.lead, str(one.record.due or "")) for one in guidance.tasks]


def roles(guidance: Guidance) -> list[Role]:
    """Return what the blocks behind the head of the document and its only section were read as."""
    return [block.role for block in guidance.blocks[3:]]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Số TT", ColumnRole.NUMBER),
        ("Nội dung công việc", ColumnRole.TEXT),
        ("Cơ quan, đơn vị chủ trì", ColumnRole.LEAD),
        ("Cơ quan, đơn vị phối hợp", ColumnRole.PARTNER),
        ("Chủ trì / phối hợp", ColumnRole.BOTH),
        ("Thời gian thực hiện", ColumnRole.DUE),
        ("Kết quả thực hiện", ColumnRole.OUTPUT),
        ("Kinh phí thực hiện", ColumnRole.FIGURE),
        ("Lãnh đạo phụ trách", ColumnRole.DIRECTS),
        ("Bao giờ xong", ColumnRole.DUE),
        ("Đơn vị được kiểm tra", ColumnRole.OTHER),
        ("Màu sắc", ColumnRole.UNKNOWN),
    ],
)
def test_the_words_of_a_head_say_what_the_column_is_for(heading: str, role: ColumnRole) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("1.2", CellKind.NUMBER),
        ("x", CellKind.MARK),
        ("12.500.000", CellKind.FIGURE),
        ("Trước ngày 15/3", CellKind.DAY),
        ("Thường xuyên", CellKind.DAY),
        ("Trước ngày khai giảng", CellKind.DAY),
        ("Sở Y tế", CellKind.BODY),
        ("Sở Y tế chủ trì, phối hợp với Tỉnh đoàn", CellKind.BODY),
        ("Chỉ thị số 25-CT/TW", CellKind.SYMBOL),
        ("Sở Y tế biên soạn tờ rơi về dinh dưỡng", CellKind.LONG),
        ("Tổng kết 10 năm Nghị quyết số 24-NQ/TW ngày 03/6/2013", CellKind.LONG),
        ("Ý nghĩa", CellKind.SHORT),
    ],
)
def test_a_cell_reads_as_one_kind(cell: str, kind: CellKind) -> None:
    assert kind_of(cell) is kind


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("Sở Y tế", ("Sở Y tế", "")),
        (
            "Chủ trì: Sở Y tế\nPhối hợp: Tỉnh đoàn, Hội Nông dân tỉnh",
            ("Sở Y tế", "Tỉnh đoàn, Hội Nông dân tỉnh"),
        ),
        ("Sở Y tế chủ trì, phối hợp với Tỉnh đoàn", ("Sở Y tế", "Tỉnh đoàn")),
        ("Sở Y tế (chủ trì), Tỉnh đoàn", ("Sở Y tế", "Tỉnh đoàn")),
        ("Sở Y tế; phối hợp: Tỉnh đoàn", ("Sở Y tế", "Tỉnh đoàn")),
        ("Văn phòng chủ trì; Phòng Khoa giáo phối hợp", ("Văn phòng", "Phòng Khoa giáo")),
    ],
)
def test_a_cell_may_hold_lead_and_partners(cell: str, parties: tuple[str, str]) -> None:
    assert parties_of(cell, holds_both=False) == parties


def test_under_a_head_of_both_a_stroke_parts_lead_and_partners() -> None:
    assert parties_of("Sở Y tế / Tỉnh đoàn", holds_both=True) == ("Sở Y tế", "Tỉnh đoàn")


def test_a_table_of_units_and_their_work_is_a_plan(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "TT | Đơn vị | Nội dung\n1 | Sở Y tế | Biên soạn tờ rơi\n2 | Tỉnh đoàn | Tổ chức hội trại hè"
    )
    assert works(guidance) == [("Biên soạn tờ rơi", "Sở Y tế", ""), ("Tổ chức hội trại hè", "Tỉnh đoàn", "")]


def test_the_cells_are_right_where_the_head_says_something_else(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "Nội dung | Ai lo | Chừng nào\n"
        "Tổ chức ngày hội đọc sách | Thư viện tỉnh | Tháng 4\nMở sàn việc làm cho thanh niên | Tỉnh đoàn | Quý IV"
    )
    assert [work[1:] for work in works(guidance)] == [
        ("Thư viện tỉnh", "2026-04-30"),
        ("Tỉnh đoàn", "2026-12-31"),
    ]


def test_a_table_without_a_head_is_never_certain(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "1 | Tổ chức diễn đàn trẻ em | Tỉnh đoàn | Tháng 6\n2 | Trao học bổng | Hội Khuyến học tỉnh | Tháng 9"
    )
    assert [task.record.lead for task in guidance.tasks] == ["Tỉnh đoàn", "Hội Khuyến học tỉnh"]
    assert Sure.CERTAIN not in {task.confidence for task in guidance.tasks}


def test_the_last_month_with_a_cross_is_due_and_the_others_stay_in_words(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "TT | Nội dung | Chủ trì | Tháng | < | <\n^ | ^ | ^ | 1 | 2 | 3\n"
        "1 | Kiểm tra các xã | Văn phòng | x | | x\n2 | Xây dựng kế hoạch | Phòng Khoa giáo | | x |"
    )
    assert [task.due_words for task in guidance.tasks] == ["tháng 1; tháng 3", "tháng 2"]
    assert [task.record.due for task in guidance.tasks] == [date(2026, 3, 31), date(2026, 2, 28)]


def test_a_cross_in_every_quarter_comes_again(read_tables: ReadTables) -> None:
    head = "Việc | Ai làm | Quý I | Quý II | Quý III | Quý IV\n"
    (task,) = read_tables(f"{head}Biên tập bản tin khoa giáo | Văn phòng | x | x | x | x").tasks
    assert (task.record.recurrence, str(task.record.due)) == ("hằng quý", "None")


def test_work_may_stand_under_the_months_themselves(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "TT | Đơn vị | Quý I | Quý II\n1 | Sở Y tế | Khám sức khỏe người cao tuổi | Kiểm tra bếp ăn bán trú\n"
        "2 | Tỉnh đoàn | Ra quân Tháng Thanh niên | "
    )
    assert [work[1:] for work in works(guidance)] == [
        ("Sở Y tế", "2026-03-31"), ("Sở Y tế", "2026-06-30"), ("Tỉnh đoàn", "2026-03-31")
    ]  # fmt: skip


def test_marks_under_the_names_of_bodies_say_who(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "TT | Nội dung | Sở Y tế | Tỉnh đoàn\n1 | Tư vấn học đường | PH | CT\n2 | Truyền thông dân số | x |"
    )
    assert [(one.record.lead, one.record.support) for one in guidance.tasks] == [
        ("Tỉnh đoàn", "Sở Y tế"), ("Sở Y tế", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "group", ["I | Lĩnh vực y tế | | ", "I | LĨNH VỰC Y TẾ | < | <", "LĨNH VỰC Y TẾ | < | < | <"]
)
def test_a_group_is_a_heading_over_its_rows(read_tables: ReadTables, group: str) -> None:
    guidance = read_tables(f"TT | Việc | Chủ trì | Hạn\n{group}\n1 | Rà soát trạm y tế | Văn phòng | Quý I")
    assert roles(guidance)[1:] == [Role.HEADING, Role.TASK]


def test_a_body_or_a_month_as_group_holds_for_its_rows(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "TT | Nội dung | Ghi chú\nA | Sở Y tế | <\nTháng 9 | < | <\n1 | Kiểm tra bếp ăn bán trú | \n2 | Tập huấn sơ cứu | "
    )
    assert [work[1:] for work in works(guidance)] == [("Sở Y tế", "2026-09-30")] * 2


def test_cells_merged_downwards_hold_for_every_row(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "Thời gian | Nội dung | Chủ trì\nTháng 3 | Lễ phát động | Tỉnh đoàn\n^ | Ra quân trồng cây | ^\n"
        "Tháng 4 | Ngày hội đọc sách | Thư viện tỉnh"
    )
    assert works(guidance)[1] == ("Ra quân trồng cây", "Tỉnh đoàn", "2026-03-31")


def test_rows_under_a_parent_are_its_steps_or_its_topics(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "TT | Nội dung | Chủ trì | Thời gian\n1 | Tổ chức hội thi biển đảo | |\n"
        "a) | Ban hành thể lệ | Văn phòng | Tháng 2\nb) | Chung kết | Tỉnh đoàn | Tháng 6\n"
        "2 | Biên soạn tài liệu | Văn phòng | Quý III\n- | In 500 cuốn | |\n- | Phát về cơ sở | |"
    )
    first, _, last = guidance.tasks
    assert first.record.text == "Tổ chức hội thi biển đảo: Ban hành thể lệ"
    assert last.parts == ("In 500 cuốn", "Phát về cơ sở")


def test_items_in_one_cell_are_each_a_task(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "Tháng | Nội dung | Phụ trách\n3 | - Kiểm tra trạm y tế / - Tọa đàm về dân số | Văn phòng\n"
        "5 | Tổ chức hội thao | Công đoàn"
    )
    assert [work[0] for work in works(guidance)] == [
        "Kiểm tra trạm y tế",
        "Tọa đàm về dân số",
        "Tổ chức hội thao",
    ]
    assert [work[2] for work in works(guidance)] == ["2026-03-31", "2026-03-31", "2026-05-31"]


def test_a_head_repeated_and_a_table_that_goes_on_are_one(read_tables: ReadTables) -> None:
    head = "TT | Việc | Chủ trì | Xong trước"
    guidance = read_tables(
        f"{head}\n1 | Khảo sát thư viện | Sở Y tế | 20/3\n{head}\n2 | Khảo sát trạm xá | Văn phòng | 25/3",
        "3 | Khảo sát nhà văn hóa | Tỉnh đoàn | 30/3",
    )
    assert [work[2] for work in works(guidance)] == ["2026-03-19", "2026-03-24", "2026-03-29"]


def test_a_title_over_the_columns_is_no_head(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "DANH MỤC VIỆC | < | <\nMã | Nhiệm vụ | Tiến độ\nNV01 | Lập quỹ khuyến học cấp xã | Quý IV"
    )
    assert works(guidance) == [("Lập quỹ khuyến học cấp xã", "", "2026-12-31")]


@pytest.mark.parametrize(
    "table",
    [
        "TT | Tên đơn vị | Số lượng\n1 | Sở Y tế | 12\n2 | Tỉnh đoàn | 5",
        "TT | Nội dung chi | Số lượng | Đơn giá\n1 | In tài liệu | 100 | 30.000\n2 | Nước uống | 100 | 20.000",
        "TT | Họ và tên | Chức vụ | Nhiệm vụ\n1 | Đồng chí A | Trưởng ban | Chỉ đạo chung\n2 | Đồng chí B | Phó ban | Giúp việc",
        "TT | Ký hiệu | Trích yếu\n1 | 57-NQ/TW | Về đột phá phát triển khoa học\n2 | 45-NQ/TW | Về đội ngũ trí thức",
    ],
    ids=["units", "budget", "members", "documents"],
)  # fmt: skip
def test_a_table_that_is_no_plan_gives_nothing_and_is_accounted_for(
    read_tables: ReadTables, table: str
) -> None:
    guidance = read_tables(table)
    assert (guidance.tasks, guidance.unread) == ((), ())
    assert set(roles(guidance)) == {Role.FRAME}


def test_a_sentence_that_introduces_a_plan_gives_its_lead_and_is_no_task(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "1. Giao Sở Y tế chủ trì thực hiện các nhiệm vụ sau:",
        "TT | Nội dung | Hạn\n1 | Khảo sát trạm y tế | Quý I\n2 | Tập huấn sơ cứu | Quý III",
    )
    assert [work[1:] for work in works(guidance)] == [("Sở Y tế", "2026-03-31"), ("Sở Y tế", "2026-09-30")]


def test_a_table_not_understood_is_one_line_with_its_head(read_tables: ReadTables) -> None:
    guidance = read_tables("Hình | Màu | Ý\nTròn | Xanh | Đúng\nVuông | Đỏ | Chậm")
    assert [block.text for block in guidance.unread] == ["Hình | Màu | Ý"]


def test_every_row_of_a_plan_is_something(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "TT | Việc | Chủ trì | Hạn\n(1) | (2) | (3) | (4)\nI | Y tế | |\n1 | Tập huấn | Văn phòng | Quý I\nTổng số: 1 | < | < | <"
    )
    assert roles(guidance) == [Role.HEADING, Role.HEADING, Role.HEADING, Role.TASK, Role.FRAME]


def test_a_table_of_a_text_file_is_read_like_one_of_word(tmp_path: Path) -> None:
    lines = (
        "| TT | Việc | Chủ trì |\n|---|---|---|\n| 1 | Tập huấn sơ cứu | Sở Y tế |\n2. Văn phòng theo dõi.\n"
    )
    (tmp_path / "hd.txt").write_text(lines, encoding="utf-8")
    assert [block.kind for block in read_blocks(tmp_path / "hd.txt")] == ["header row", "row", "text"]


def test_the_words_of_heads_stand_once_and_in_small_letters() -> None:
    words = [row["Từ đầu cột"] for row in language_rows("column_words")]
    assert len(words) == len(set(words))
    assert [word for word in words if word != plain(word)] == []


@pytest.mark.parametrize(
    "row",
    ["3 | Xây dựng trung tâm dữ liệu riêng | Sở Y tế | Không thực hiện năm 2026",
     "3 | Khảo sát lập đề tài (tạm dừng, chờ ý kiến) | Sở Y tế | Tháng 5",
     "3 | Đề án bảo tồn chữ cổ | Sở Y tế | Đã ban hành tháng 01/2026",
     "3 | Không mở lớp tin học ở cấp xã | Sở Y tế | Tháng 5"],
)  # fmt: skip
def test_a_row_that_is_called_off_is_no_work(row: str, tmp_path: Path) -> None:
    head = "KẾ HOẠCH\nnăm 2026\nI. NHIỆM VỤ\nTT | Nội dung | Chủ trì | Thời gian\n"
    rows = "1 | Mở lớp tập huấn | Sở Y tế | Tháng 3\n2 | Biên soạn tờ rơi | Tỉnh đoàn | Tháng 4\n"
    (tmp_path / "kh.txt").write_text(head + rows + row, encoding="utf-8")
    texts = [task.record.text for task in read_guidance(tmp_path / "kh.txt").tasks]
    assert texts == ["Mở lớp tập huấn", "Biên soạn tờ rơi"]


def test_a_table_of_places_says_where_the_work_above_it_is_done(tmp_path: Path) -> None:
    lines = "KẾ HOẠCH\nnăm 2026\nI. KHẢO SÁT THƯ VIỆN\nTổ | Đơn vị chủ trì | Đơn vị tham gia | Địa bàn | Thời gian\n"
    rows = "1 | Sở Nội vụ | Tỉnh đoàn | Các xã vùng cao | 03 - 05/8/2026\n2 | Sở Tư pháp | Hội Luật gia tỉnh | Phường An Hòa | 10 - 12/8/2026"
    (tmp_path / "kh.txt").write_text(lines + rows, encoding="utf-8")
    first, _ = read_guidance(tmp_path / "kh.txt").tasks
    assert (first.record.text, first.record.lead) == ("KHẢO SÁT THƯ VIỆN: Các xã vùng cao", "Sở Nội vụ")
