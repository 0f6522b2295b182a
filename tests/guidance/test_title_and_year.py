"""What a document is called and for which year: type and title in one line, signed before its year begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, read_guidance

HEAD = ("ĐẢNG BỘ TỈNH A", "ĐẢNG ỦY XÃ B", "*", "B, ngày 30 tháng 12 năm 2025", "Số 05-CTr/ĐU")
WORK = ("I. NHIỆM VỤ", "1. Văn phòng Đảng ủy gửi báo cáo trước ngày 15/3.")


def read(folder: Path, *lines: str) -> Guidance:
    path = folder / "van-ban.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_guidance(path)


TITLES = {
    ("CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026", "của Ban Chấp hành Đảng bộ xã"): (
        "CÔNG TÁC NĂM 2026 của Ban Chấp hành Đảng bộ xã"
    ),
    ("KẾ HOẠCH HOẠT ĐỘNG NĂM 2026",): "HOẠT ĐỘNG NĂM 2026",
    ("KẾ HOẠCH", "hoạt động năm 2026"): "hoạt động năm 2026",
    ("HƯỚNG DẪN CÔNG TÁC KHOA GIÁO", "NĂM 2026"): "CÔNG TÁC KHOA GIÁO NĂM 2026",
    ("THÔNG BÁO KẾT LUẬN", "về nhiệm vụ năm 2026"): "về nhiệm vụ năm 2026",
}


@pytest.mark.parametrize("lines", TITLES)
def test_the_title_stands_behind_its_type_or_below_it(lines: tuple[str, ...], tmp_path: Path) -> None:
    guidance = read(tmp_path, *HEAD, *lines, "Đảng ủy xã ban hành như sau:", *WORK)
    (task,) = guidance.tasks
    assert (guidance.title, guidance.year) == (TITLES[lines], 2026)
    assert str(task.record.due) == "2026-03-14"


def test_of_a_title_without_a_year_the_day_of_signing_tells(tmp_path: Path) -> None:
    assert read(tmp_path, *HEAD, "HƯỚNG DẪN", "công tác khoa giáo", "Thực hiện như sau:", *WORK).year == 2025


def test_signed_in_december_for_what_it_calls_the_next_year(tmp_path: Path) -> None:
    preamble = "Đảng ủy hướng dẫn nhiệm vụ khoa giáo năm 2026 như sau:"
    assert read(tmp_path, *HEAD, "HƯỚNG DẪN", "công tác khoa giáo", preamble, *WORK).year == 2026


def test_signed_in_december_with_a_look_back_it_stays_in_its_year(tmp_path: Path) -> None:
    preamble = "Kết quả năm 2025 tốt hơn mục tiêu năm 2025; chuẩn bị cho năm 2026, thực hiện như sau:"
    assert read(tmp_path, *HEAD, "HƯỚNG DẪN", "công tác khoa giáo", preamble, *WORK).year == 2025


def test_signed_in_spring_the_next_year_is_only_spoken_of(tmp_path: Path) -> None:
    head = (*HEAD[:3], "B, ngày 10 tháng 3 năm 2025", HEAD[4])
    preamble = "Chuẩn bị cho năm 2026, Đảng ủy hướng dẫn như sau:"
    assert read(tmp_path, *head, "HƯỚNG DẪN", "công tác khoa giáo", preamble, *WORK).year == 2025


ROW = "1. Văn phòng Đảng ủy gửi báo cáo trước ngày 15/3 (đã làm năm 2025)."
ALONE = ("PHỤ LỤC 2", "thực hiện Nghị quyết số 71-NQ/TW, ngày 22/8/2025 của Bộ Chính trị")


@pytest.mark.parametrize("title", ["BẢNG GIAO VIỆC NĂM 2026", "TỔNG HỢP ĐẦU VIỆC, TIẾN ĐỘ NĂM 2026"])
def test_a_title_of_no_known_type_tells_the_year_too(title: str, tmp_path: Path) -> None:
    assert read(tmp_path, ALONE[0], title, ALONE[1], ROW).year == 2026


@pytest.mark.parametrize(
    "line",
    [
        "(Kèm theo Kế hoạch số 36-KH/ĐU, ngày 12/01/2026 của Đảng ủy Trường Đại học A)",
        "(Ban hành kèm theo Quyết định số 12/QĐ-SGDĐT ngày 05/01/2026 của Sở Giáo dục và Đào tạo)",
        "Kèm theo Công văn số 5-CV/BTG, ngày 09-01-2026",
    ],
)
def test_an_appendix_alone_is_for_the_year_of_what_it_comes_with(line: str, tmp_path: Path) -> None:
    assert read(tmp_path, *ALONE, line, ROW).year == 2026
