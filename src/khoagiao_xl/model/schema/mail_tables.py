"""The tables of the mail: every letter with what became of it, and the words that letters are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from khoagiao_xl.model.mail_records import LetterKind, LetterState
from khoagiao_xl.model.schema.columns import PERIOD, UNIT, Cell, Column, Table

LAYOUT: Final = 6  # the first that has these tables
_LETTERS: Final = (
    Column("Loại thư", "kind", width=14, required=True, choices=tuple(LetterKind)),
    replace(PERIOD, required=False),
    replace(UNIT, required=False, advice="Để trống: thư gửi theo danh sách nơi nhận"),
    Column("Bước", "step", width=12),
    Column("Tiêu đề", "subject", Cell.LONG, 40),
    Column("Gửi tới", "to", Cell.LONG, 30),
    Column("Sao gửi", "cc", Cell.LONG, 24),
    Column("Đính kèm", "attachments", Cell.WORDS, 28),
    Column(
        "Trạng thái",
        "state",
        width=13,
        choices=tuple(LetterState),
        advice="Tự gửi bằng hộp thư của mình thì chọn «đã gửi»; thư «không rõ»: hỏi nơi nhận rồi chọn lại",
    ),
    Column("Soạn lúc", "drafted", Cell.MOMENT, 16),
    Column(
        "Gửi lúc",
        "sent",
        Cell.MOMENT,
        16,
        advice="Tự gửi: chương trình ghi lúc nó thấy «đã gửi»; gửi từ hôm trước thì sửa lại",
    ),
    Column("Tệp thư", "file", Cell.LONG, 30),
    Column("Ghi chú", "note", Cell.LONG, 36),
    Column("Message-ID", "message_id", Cell.NAME, 20),
    Column("Mã thư", "code", Cell.HASH, 14, required=True),
    Column("SHA-256", "sha256", Cell.HASH, 14, advice="Chương trình ghi; không sửa"),
)
_WORDS: Final = (
    Column("Loại thư", "kind", width=16, required=True, choices=tuple(LetterKind)),
    Column("Bước", "step", width=14, advice="Chỉ của thư đôn đốc; để trống: mọi bước"),
    Column("Tiêu đề", "subject", Cell.LONG, 44, advice="Để trống: tiêu đề có sẵn của chương trình"),
    Column("Nội dung", "text", Cell.LONG, 100, advice="Để trống: nội dung có sẵn của chương trình"),
)
LETTERS: Final = Table(
    "tblThu",
    "Thư",
    tuple(replace(column, since=LAYOUT) for column in _LETTERS),
    "Mọi thư đã soạn, mỗi thư một dòng, gửi một lần; chỉ cột Trạng thái, Gửi lúc, Ghi chú là để người sửa.",
    last_printed="note",
    grouped_from="message_id",
)
LETTER_WORDS: Final = Table(
    "tblMauThu",
    "Mẫu thư",
    tuple(replace(column, since=LAYOUT) for column in _WORDS),
    "Tiêu đề, nội dung của từng loại thư; chỗ {{ ... }} chương trình điền. Sửa lời tùy ý.",
    typed=True,
)
