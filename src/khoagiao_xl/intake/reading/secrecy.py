"""Marks of state secrets: a file that carries one is refused, without its words being kept."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.findings import Finding

SECRET: Final = "TN-59"  # noqa: S105  # no password: the code of what is said of a mark of secrecy
_GRADE = "(?:TUYỆT MẬT|TỐI MẬT|MẬT)"
_WHOLE = re.compile(rf"[\W_\d]*{_GRADE}[\W_\d]*", re.IGNORECASE)
_HIGH = re.compile(r"\b(?:TUYỆT|TỐI) MẬT\b")
_BRACKETED = re.compile(rf"[(\[«\"“]\s*{_GRADE}\s*[)\]»\"”]")
_DECLARED = re.compile(
    rf"\b(?:độ|mức độ|dấu|chỉ mức|loại)\s*(?:khẩn\s*,?\s*)?mật\s*[:：]\s*{_GRADE}\b", re.IGNORECASE
)
_STAMPED = re.compile(rf"\b(?:đóng|có) dấu\s+[«\"“']?{_GRADE}\b")
_WITHOUT_MARKS = frozenset({"toi mat", "tuyet mat"})
# «mật» in any case and encoding: a quick look before the text is cleaned.
_PERHAPS = re.compile("m.{1,4}t", re.IGNORECASE)
_PRINT_CODES = re.compile(r'&(?:[LCRDTPNFAGZ]|"[^"]*"|K[0-9A-F]{6}|[BIUSEXY]|\d+)')


@lru_cache(maxsize=4096)  # the labels of a form come back in every file
def secret_mark(text: str) -> str | None:
    """Return the mark of secrecy in `text`, None when there is none.

    A mark stands by itself («TỐI MẬT»), in brackets, in capitals, or after «Độ mật:»; the words «bí mật nhà
    nước» of the tick, «bảo mật», or honey («nuôi ong lấy mật») are no mark.
    """
    if not _PERHAPS.search(text):
        return None
    words = clean(text).text
    if _WHOLE.fullmatch(words) or fold(words).strip(" .()[]*-") in _WITHOUT_MARKS:
        return words.strip()[:40]
    for pattern in (_HIGH, _BRACKETED, _DECLARED, _STAMPED):
        if match := pattern.search(words):
            return match.group()
    return None


def first_mark(texts: Iterable[str]) -> str | None:
    """Return the first mark of secrecy among `texts`."""
    for text in texts:
        mark = secret_mark(text)
        if mark:
            return mark
    return None


def is_secret(findings: Iterable[Finding]) -> bool:
    """Say whether a mark of secrecy was found: nothing of such a file may be kept or sent around."""
    return any(finding.code == SECRET for finding in findings)


def without_print_codes(text: str) -> str:
    """Return a page header or footer without Excel's codes («&C&B MẬT» -> « MẬT»)."""
    return _PRINT_CODES.sub(" ", text)
