"""What the files of drafts are called, for whoever writes or looks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import safe_name
from khoagiao_xl.files.unit_stems import unit_stem
from khoagiao_xl.model.mail_records import LetterKind

if TYPE_CHECKING:
    from khoagiao_xl.mail.letter import Letter

ENDINGS: Final = {
    LetterKind.FORMS: "gui-bieu",
    LetterKind.RETURNS: "tra-lai",
    LetterKind.RECEIPTS: "giay-nhan",
    LetterKind.REPORT: "gui-bao-cao",
    LetterKind.NOTICE: "thong-bao",
    LetterKind.REMINDER: "don-doc",
    LetterKind.ALERT: "tin-nhanh",
}
EVERYBODY: Final = "Noi-nhan"


def letter_name(letter: Letter) -> str:
    """Return the file name of a letter's draft: whose, of which period, what for."""
    stem = EVERYBODY
    if letter.unit:
        stem = unit_stem(letter.unit)
    parts = [stem]
    if letter.period:
        period = safe_name(letter.period)
        parts.append(period)
    ending = ENDINGS[letter.kind]
    named = "_".join([*parts, ending])
    return f"{named}.eml"
