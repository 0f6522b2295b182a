"""What the office keeps beside its plan in the sample: documents sent out, how far the reviews are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.report_records import BOARD, COMMITTEE

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row
    from khoagiao_xl.books.file_book import FileBook

EDUCATION, SOCIETY = "Giáo dục và đào tạo, giáo dục nghề nghiệp", "Xã hội"
# Kind, number, letters of the kind, month, day, issuer, subject, field.
SENT: Final = (
    ("Hướng dẫn", 12, "HD", 1, 15, COMMITTEE, "nhiệm vụ công tác khoa giáo năm {year}", "Chung"),
    (
        "Kế hoạch",
        8,
        "KH",
        1,
        25,
        COMMITTEE,
        "tuyên truyền về đội ngũ trí thức trong tình hình mới",
        "Trí thức",
    ),
    ("Công văn", 41, "CV", 2, 20, COMMITTEE, "tăng cường tuyên truyền về y tế cơ sở", SOCIETY),
    ("Công văn", 18, "CV", 2, 27, BOARD, "nắm tình hình dư luận xã hội sau Tết", "Chung"),
    ("Báo cáo", 3, "BC", 2, 28, COMMITTEE, "sơ kết 03 năm thực hiện Chỉ thị số 07-CT/TU", SOCIETY),
    (
        "Kế hoạch",
        11,
        "KH",
        3,
        5,
        COMMITTEE,
        "sơ kết 03 năm thực hiện Chỉ thị số 11-CT/TU về khuyến học, khuyến tài",
        EDUCATION,
    ),
    (  # by the day on which the step of this review is done
        "Kế hoạch",
        13,
        "KH",
        3,
        22,
        COMMITTEE,
        "sơ kết 05 năm thực hiện Kết luận số 49-KL/TW về khuyến học, khuyến tài",
        EDUCATION,
    ),
    (
        "Kế hoạch",
        15,
        "KH",
        4,
        18,
        COMMITTEE,
        "kiểm tra việc thực hiện các nghị quyết, chỉ thị về khoa giáo",
        "Chung",
    ),
    ("Công văn", 30, "CV", 5, 22, BOARD, "cung cấp tài liệu tuyên truyền về bảo hiểm y tế", SOCIETY),
)
BODY: Final = "ĐU"  # letters of a committee whose guidance bears no number
BOARD_LETTERS: Final = "BTG"
REPORTED: Final = "07-CT/TU"  # the review that is done, and its report
REPORT_NUMBER, REPORTED_IN, REPORTED_DAY = "03-BC/{body}", 2, 28
WITHOUT_DAYS: Final = 1  # step that is done of a review whose steps have no days
IN_WORK: Final = timedelta(10)  # so long a step is in work after its day
DONE, DOING = "xong", "đang làm"


def type_the_register(book: FileBook, today: date) -> None:
    """Type what was sent out up to `today`, which steps of reviews are done, the report of one."""
    body = _letters(book)
    sent = _sent(book, body, today)
    book.write(schema.OUTGOING.name, sent)
    before = book.read(schema.REVIEWS.name)
    reviews = [_reviewed(row, body, today) for row in before]
    book.write(schema.REVIEWS.name, reviews)
    planned = book.read(schema.REVIEW_STEPS.name)
    steps = [_stepped(row, today) for row in planned]
    book.write(schema.REVIEW_STEPS.name, steps)


def _letters(book: FileBook) -> str:
    """Return the letters of the committee, as the number of its guidance ends: «ĐUK»."""
    for row in book.read(schema.SOURCES.name):
        _, _, letters = str(row["Số, ký hiệu"] or "").partition("/")
        if letters:
            return letters
    return BODY


def _sent(book: FileBook, body: str, today: date) -> list[Row]:
    """Return the rows of the register with what has been sent out since."""
    rows = book.read(schema.OUTGOING.name)
    known = {(row["Loại"], row["Số"], row["Cơ quan ban hành"]) for row in rows}
    for kind, number, letters, month, day, issuer, subject, field in SENT:
        issued = date(today.year, month, day)
        if issued > today or (kind, number, issuer) in known:
            continue
        own = body if issuer == COMMITTEE else BOARD_LETTERS
        row: Row = dict.fromkeys(schema.OUTGOING.headings)
        row |= {
            "Loại": kind,
            "Số": number,
            "Ký hiệu": f"{letters}/{own}",
            "Ngày ban hành": issued,
            "Cơ quan ban hành": issuer,
            "Trích yếu": subject.format(year=today.year),
            "Lĩnh vực": field,
        }
        rows.append(row)
    return rows


def _reviewed(row: Row, body: str, today: date) -> Row:
    reported = date(today.year, REPORTED_IN, REPORTED_DAY)
    if row["Số, ký hiệu"] != REPORTED or reported > today:
        return row
    return {
        **row,
        "Trạng thái": DONE,
        "Số báo cáo": REPORT_NUMBER.format(body=body),
        "Ngày báo cáo": reported,
    }


def _stepped(row: Row, today: date) -> Row:
    due = row["Hạn"]
    if row["Mã cuộc"] == schema.SAMPLE_REVIEW:
        return row
    if not isinstance(due, date):
        return {**row, "Trạng thái": DONE} if row["Bước"] == WITHOUT_DAYS else row
    if due + IN_WORK < today:
        return {**row, "Trạng thái": DONE}
    if due < today:
        return {**row, "Trạng thái": DOING}
    return row
