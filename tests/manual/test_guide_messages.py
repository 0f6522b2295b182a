"""The table of messages: sentences as they may stand, and for each of them what to do."""

from __future__ import annotations

import re

from khoagiao_xl.manual.guide_tables import GUIDE
from khoagiao_xl.manual.message_tables import (
    TOLD_ELSEWHERE,
    advice,
    as_read,
    families,
    family_of,
    messages_by_family,
    told,
    unexplained,
)
from khoagiao_xl.wording import SENTENCES

# A sentence that says what to do has a word of doing.
SAYS_IT = re.compile(
    r"(?i)\b(sửa|ghi lại|ghi rõ|ghi đủ|ghi một|ghi số|ghi ở|ghi vào|ghi như|ghi đường|ghi nội|chọn|kiểm tra|bấm|đóng|gửi lại|xem|thêm|dùng|đặt|điền|"
    r"chờ|chạy lại|đề nghị|hãy|xóa|mở|bỏ|lưu|viết|tra|đổi|nạp|tạo|hỏi|nhập|chỉ ra|chép|giải nén|rút|xử lý|tách|gõ|"
    r"thử lại|chuyển|tổng hợp|giữ|làm|không phải làm gì)\b"
)


def test_every_code_is_of_a_family_or_of_a_table_of_its_own() -> None:
    assert list(unexplained()) == []


def test_every_message_says_what_to_do_or_the_guide_does() -> None:
    told_so = {code for code, text in SENTENCES.items() if SAYS_IT.search(text)} | advice().keys()
    silent = [code for code in SENTENCES if code not in told_so and not TOLD_ELSEWHERE.match(code)]
    assert silent == [], "a row of data/message_advice.csv says what to do, or where such words stand"


def test_advice_is_for_codes_that_there_are() -> None:
    assert advice().keys() <= SENTENCES.keys()


def test_a_fact_stands_as_it_may_be_read_and_the_advice_below_it() -> None:
    assert as_read("KY-04") == "Kỳ 2027-M03 chưa có số tổng hợp. Bấm «Tổng hợp» cho kỳ này trước."
    assert told("KH-05").endswith("<br>→ *Bản quét thì gõ lại, hoặc xin tệp gốc của nơi ban hành.*")


def test_a_line_of_a_table_stays_one() -> None:
    assert "\n" not in as_read("TTV-10")
    assert as_read("THU-456").count("|") == as_read("THU-456").count("\\|") > 0


def test_every_family_has_an_example_that_anybody_can_read() -> None:
    shown = {family_of(code) for code in SENTENCES if "…" not in as_read(code)}
    assert {name for name in families() if name != "R"} <= shown | {"LV"}


def test_every_family_says_when_it_is_met() -> None:
    text = messages_by_family()
    for family in families().values():
        assert family.met.endswith(".")
        assert f"### {family.title}\n\n{family.met}\n\n| Mã |" in text


def test_every_picture_of_the_guide_is_there() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    shown = re.sub(r"<!--.*?-->", "", text)
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", shown)
    assert pictures
    assert [name for name in pictures if not (GUIDE.parent / name).is_file()] == []
