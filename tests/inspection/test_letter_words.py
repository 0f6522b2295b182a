"""The words that the office has for its letters, as `check` looks at them: each slip at its cell."""

from tests.inspection.conftest import Look


def test_a_tag_that_nobody_knows_is_told_with_the_one_that_is_meant(look: Look) -> None:
    (found,) = look("tblMauThu", """
        | Loại thư | Bước    | Tiêu đề         | Nội dung       |
        | đôn đốc  | quá hạn | Gửi {{ donvi }} | {{ noi_dung }} |
    """)  # fmt: skip
    assert found == "C5 THU-21: Thẻ «{{ donvi }}» không có trong thư «đôn đốc». Có phải {{ don_vi }}?"


def test_a_kind_and_step_that_stand_there_twice_are_told(look: Look) -> None:
    (found,) = look("tblMauThu", """
        | Loại thư | Bước    | Tiêu đề | Nội dung       |
        | đôn đốc  | quá hạn | Một     | {{ noi_dung }} |
        | đôn đốc  |         | Hai     | {{ noi_dung }} |
        | đôn đốc  | quá hạn | Ba      | {{ noi_dung }} |
    """)  # fmt: skip
    assert found == "A7 THU-24: Loại thư và bước này đã có ở dòng 5. Xóa một trong hai dòng."


def test_a_step_that_no_reminder_has_is_told_with_those_that_there_are(look: Look) -> None:
    (found,) = look("tblMauThu", """
        | Loại thư | Bước    | Tiêu đề | Nội dung       |
        | đôn đốc  | lần hai | Một     | {{ noi_dung }} |
    """)  # fmt: skip
    known = "«trước hạn», «quá hạn», «quá hạn một tuần»"
    assert found == f"B5 THU-26: Thư đôn đốc không có bước «lần hai». Chọn một trong: {known}, hoặc để trống."


def test_blank_words_are_the_products_and_no_slip(look: Look) -> None:
    assert look("tblMauThu", """
        | Loại thư  | Bước | Tiêu đề | Nội dung |
        | giấy nhận |      |         |          |
    """) == []  # fmt: skip


def test_a_letter_that_has_no_steps_is_given_none(look: Look) -> None:
    (found,) = look("tblMauThu", """
        | Loại thư  | Bước    | Tiêu đề | Nội dung       |
        | giấy nhận | quá hạn | Một     | {{ noi_dung }} |
    """)  # fmt: skip
    assert found == "B5 THU-27: Thư giấy nhận không có bước. Để trống ô này."
