"""What the files of drafts are called, for whoever writes or looks for one."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import safe_name
from khoagiao_xl.files.unit_stems import unit_stem
from khoagiao_xl.model.mail_records import LetterKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from khoagiao_xl.mail.letter import Letter

ENDINGS: Final = {
    LetterKind.FORMS: "gui-bieu",
    LetterKind.RETURNS: "tra-lai",
    LetterKind.RECEIPTS: "giay-nhan",
    LetterKind.REPORT: "gui-bao-cao",
    LetterKind.NOTICE: "thong-bao",
    LetterKind.REMINDER: "don-doc",
    LetterKind.ALERT: "tin-nhanh",
    LetterKind.WORK: "nhac-viec",
}
EVERYBODY: Final = "Noi-nhan"
_ENDED: Final = re.compile(rf".+_({'|'.join(ENDINGS.values())})(-\d+)?\.eml", re.IGNORECASE)


def letter_name(letter: Letter) -> str:
    """Return the file name of a letter's draft: whose, of which period, what for."""
    stem = EVERYBODY
    if letter.unit:
        stem = unit_stem(letter.unit)
    elif letter.named:
        stem = safe_name(letter.named)
    parts = [stem]
    if letter.period:
        period = safe_name(letter.period)
        parts.append(period)
    ending = ENDINGS[letter.kind]
    named = "_".join([*parts, ending])
    return f"{named}.eml"


def is_draft_name(name: str) -> bool:
    """Say whether a file is called as drafts are."""
    return _ENDED.fullmatch(name) is not None


def numbered(path: Path) -> Iterator[Path]:
    """Yield a path, then others like it: «SYT_don-doc.eml», «SYT_don-doc-2.eml», …."""
    yield path
    for number in count(2):
        yield path.with_stem(f"{path.stem}-{number}")
