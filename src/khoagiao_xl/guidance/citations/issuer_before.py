"""Who issued a document where the citation stands behind it: «Bộ Chính trị ban hành Nghị quyết số ...»."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from khoagiao_xl.guidance.citations.citation_words import CALLED
from khoagiao_xl.guidance.citations.issue_days import DAY, issue_days
from khoagiao_xl.guidance.citations.issuer_span import HEAD, name_end
from khoagiao_xl.vietnamese.running_text import CAPITAL

_MOST_LETTERS = 240
_TERM = r"(?:\s*,?\s*\(?khóa\s+[IVX\d]+\)?)?"
_COUNT = r"(?:(?:\d{1,3}|các|những|một số)\s+)?"
_DAY_BEFORE = re.compile(rf"ngày\s+(?P<day>{DAY})\s*,\s*$", re.IGNORECASE)
_BODY = re.compile(HEAD)
_MADE = re.compile(
    rf"(?P<by>[^,;:.()]*?){_TERM}\s+(?:(?:đã|vừa|cũng)\s+)?(?:ký\s+ban hành|ban hành|ký|ra|có)\s+"
    rf"{_COUNT}(?P<kind>(?i:{CALLED})[^.;]*[(:][^.;]*|(?:kèm\s+)?theo\s+)?$"
)
# «theo chỉ đạo của Ủy ban nhân dân tỉnh tại Công văn số ...», «Sở Tư pháp tại Tờ trình số ...».
_SAID_IN = re.compile(r"(?P<by>[^,;:.()]+?)\s+(?:tại|qua)\s+(?:các\s+)?$")
# «Nghị quyết của Bộ Chính trị về ... (số ...»: its number and day stand behind its subject.
_NAMED_ABOVE = re.compile(
    rf"(?i:{CALLED})\s+của\s+(?P<by>[{CAPITAL}][^;:()]*?){_TERM}\s+(?:về|“)[^;:()]*\(\s*(?:số\s*)?$"
)
_CENTRAL = re.compile(r"Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|BCH Trung ương|Trung ương|Hội nghị")


class Maker(NamedTuple):
    """Who made a document, and on which day where that is said: «Ngày 22/8/2025, Bộ Chính trị ...»."""

    name: str = ""
    issued: date | None = None


_NOBODY = Maker()


def maker_before(canon: str, position: int, kind: str, letters: str) -> Maker:
    """Return who made what is cited at `position`; the name is "" where nobody is said to have.

    kind: of the document; letters: of its symbol, for a body below the centre issues nothing in its name.
    """
    sentence = _sentence_before(canon, position)
    made = _made(sentence, kind) or _said(sentence) or _NOBODY
    if letters == "TW" and not _CENTRAL.match(made.name):
        return _NOBODY
    return made


def _sentence_before(canon: str, position: int) -> str:
    start = max(0, position - _MOST_LETTERS)
    before = canon[start:position]
    full_stop = before.rfind(". ")
    semicolon = before.rfind(";")
    last = max(full_stop, semicolon)
    return before[last + 1 :]


def _made(sentence: str, kind: str) -> Maker | None:
    for body in _BODY.finditer(sentence):
        match = _MADE.match(sentence, body.start())
        if not match:
            continue
        if not _is_name(sentence, match):
            continue
        if _is_of_kind(match["kind"], kind):
            issued = _day_before(sentence, body.start())
            return Maker(match["by"], issued)
    return None


def _is_of_kind(made: str | None, kind: str) -> bool:
    """Say whether what was made, as the words behind «ban hành» tell it, is what is cited."""
    if not made:
        return True
    words = made.lower()
    return words.startswith((kind.lower(), "văn bản", "theo", "kèm"))


def _day_before(sentence: str, start: int) -> date | None:
    """Return the day in «Ngày 22/8/2025, Bộ Chính trị ...», where the name begins at `start`."""
    written = _DAY_BEFORE.search(sentence, 0, start)
    if not written:
        return None
    place = written.start("day")
    found = issue_days(sentence, place)
    if not found:
        return None
    if not found.days:
        return None
    return found.days[0]


def _said(sentence: str) -> Maker | None:
    for body in _BODY.finditer(sentence):
        match = _SAID_IN.match(sentence, body.start())
        if not match:
            continue
        if _is_name(sentence, match):
            return Maker(match["by"])
    above = _NAMED_ABOVE.search(sentence)
    if above and _is_name(sentence, above):
        return Maker(above["by"])
    return None


def _is_name(sentence: str, match: re.Match[str]) -> bool:
    """Say whether the words are nothing but a name: «Sở Y tế tham mưu» is none."""
    start = match.start("by")
    end = name_end(sentence, start)
    return end >= match.end("by")
