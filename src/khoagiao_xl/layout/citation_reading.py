"""The documents that a text cites: each mention with its kind, number, day, issuer, subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.laid_document import LaidParagraph, LaidTable
from khoagiao_xl.layout.line_end_rules import is_item
from khoagiao_xl.layout.text_slips import day_of
from khoagiao_xl.vietnamese.running_text import SMALL
from khoagiao_xl.vietnamese.symbols import NAMED, SYMBOL, TYPES, Symbol, symbol_of
from khoagiao_xl.wording.laid_words import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from khoagiao_xl.layout.text_slips import TextInHand

_KIND_BEFORE: Final = re.compile(
    rf"(?P<kind>{NAMED})(?:(?-i:\s+[{SMALL}]+){{0,2}}?\s+số[:\s]\s*|\s+)$", re.IGNORECASE
)
_DAY: Final = r"(?P<day>\d{1,2})(?:[/.-]|\s+tháng\s+)(?P<month>\d{1,2})(?:[/.-]|\s+năm\s+)(?P<year>\d{4})"
_DAY_BEHIND: Final = re.compile(rf"[,\s(]*\bngày\s+{_DAY}\)?", re.IGNORECASE)
_ISSUER_BEHIND: Final = re.compile(r",?\s+của\s+[^,;.(“\"«]{2,120}", re.IGNORECASE)
# In small letters: «Ủy ban Kiểm tra» is an issuer.
_SUBJECT_VERBS: Final = (
    r"(?-i:tuyên truyền|sơ kết|tổng kết|triển khai|kiểm tra|giám sát|quán triệt|học tập|tổ chức|phối hợp"
    r"|đẩy mạnh|nâng cao|phát triển|xây dựng|đổi mới|phát huy|đôn đốc|kỷ niệm)"
)
_SUBJECT: Final = re.compile(
    r"[,\s]*(?:về|“|\"|«|tiếp tục|quy định|hướng dẫn|phê duyệt|ban hành|sửa đổi|tăng cường|thực hiện)"
    rf"|\s+{_SUBJECT_VERBS}\s"
    # «khảo sát dư luận xã hội về ...»: a few words that say what nobody did, then what it is about.
    rf"|(?:\s+(?!(?:đã|đang|sẽ|được|bị|là|có|do|của|và|thì)\b)(?-i:[{SMALL}]+)){{1,4}}\s+về\s",
    re.IGNORECASE,
)
_SUBJECT_WITHIN: Final = re.compile(
    rf"\s(?:về|tiếp tục|quy định|hướng dẫn|phê duyệt|ban hành|sửa đổi|thực hiện|{_SUBJECT_VERBS})(?:\s|$)",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(rf"(?:{NAMED})\s+(?:số\s+)?[^;.]{{0,60}}(?:,|và|;)\s*(?:số\s+)?$", re.IGNORECASE)
_POINTING: Final = re.compile(
    r"(?:thực hiện|theo|thi hành|triển khai|thay thế|sửa đổi|bổ sung|điều của|tuyên truyền|quán triệt|học tập"
    r"|phổ biến|cụ thể hóa|sơ kết|tổng kết|(?:sơ|tổng) kết (?:0?\d|\d\d) năm)\s+$",
    re.IGNORECASE,
)
_IN_A_ROW: Final = 40  # letters between two numbers of one list
_OF_APPENDIX: Final = re.compile(r"\s*\(kèm theo\b", re.IGNORECASE)
_IN_TABLE: Final = "bảng"  # how the place of a paragraph in a table begins
_HEAD: Final = 16  # paragraphs
_OWN_NUMBER: Final = re.compile(r"\s*Số:?\s[^\t]*?[-/]\s?([A-ZĐ]+)\s*(?:\t|$)", re.MULTILINE)
# A sentence or the line before a list may tell who issued what it names: «Ban Thường vụ đã ban hành:».
_ISSUING: Final = re.compile(r"\bban hành\b")
_SENTENCE_END: Final = re.compile(r"[.;]\s")
# «..., các đơn vị đã quán triệt»: whoever acts there is none of a subject.
_NEW_CLAUSE: Final = re.compile(r",\s(?!và\b)[^,]*\b(?:đã|đang|sẽ|chưa)\s", re.IGNORECASE)


@dataclass(frozen=True)
class CitedPlace:
    """A mention of a document. start, end: of its number; kind: the words before, as they are written.

    is_within: it stands in the subject of another one that the same sentence cites. is_in_note: in a note,
    which is no first mention and may tell everything once more.
    """

    paragraph: LaidParagraph
    start: int
    end: int
    symbol: Symbol
    kind: str = ""
    day: date | None = None
    has_issuer: bool = False
    has_subject: bool = False
    is_listed: bool = False
    is_within: bool = False
    is_in_note: bool = False

    @property
    def key(self) -> str:
        """What is the same for every mention of one document."""
        return self.symbol.key

    @property
    def is_in_table(self) -> bool:
        """Whether it stands in a table."""
        return self.paragraph.place.startswith(_IN_TABLE)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What a document of this number may be called."""
        return TYPES.get(self.symbol.type, ())

    @property
    def missing(self) -> list[str]:
        """What a first mention should tell and this one does not, in the office's words."""
        told = {
            "kind": self.kind,
            "day": self.day,
            "issuer": self.has_issuer,
            "subject": self.has_subject,
        }
        return [name for part, name in PARTS.items() if not told[part]]


@lru_cache(maxsize=4)
def mentions_of(text: TextInHand) -> tuple[CitedPlace, ...]:
    """Return every mention in the body in the order of reading, then those of notes."""
    found: list[CitedPlace] = []
    own = _own_issuer(text)
    is_led = False
    for paragraph in _running(text):
        is_issuing = _ISSUING.search(paragraph.text) is not None
        for mention in _with_shared_parts(list(_mentions_in(paragraph))):
            is_own = mention.symbol.issuer == own
            is_told = is_led or is_issuing or is_own
            # In a table the office's own document needs no more than its number and day.
            is_short = is_own and mention.is_in_table
            known = replace(
                mention,
                has_issuer=mention.has_issuer or is_told,
                has_subject=mention.has_subject or is_short,
            )
            found.append(known)
        if not is_item(paragraph):
            is_led = is_issuing and paragraph.text.rstrip().endswith(":")
    return (*found, *_noted_mentions(text))


def _noted_mentions(text: TextInHand) -> Iterator[CitedPlace]:
    for paragraph in text.notes:
        for mention in _mentions_in(paragraph):
            yield replace(mention, is_in_note=True)


def _running(text: TextInHand) -> Iterator[LaidParagraph]:
    """Yield the running text, with the tables of data in it, up to where the next section begins."""
    for block in text.document.blocks:
        if isinstance(block, LaidParagraph) and block.alignment != "center":  # no title
            yield block
        elif isinstance(block, LaidTable) and _is_of_text(block):
            yield from block.paragraphs


def _is_of_text(table: LaidTable) -> bool:
    return table.is_bordered and table.section == 0


def _with_shared_parts(mentions: list[CitedPlace]) -> list[CitedPlace]:
    """Return the mentions with what stands behind the last of a list told of them all."""
    found: list[CitedPlace] = []
    following: CitedPlace | None = None
    for mention in reversed(mentions):
        following = _shared(mention, following)
        found.append(following)
    return found[::-1]


def _shared(mention: CitedPlace, following: CitedPlace | None) -> CitedPlace:
    if following is None or not following.is_listed:
        return mention
    gap = following.start - mention.end
    if gap >= _IN_A_ROW:
        return mention
    has_issuer = mention.has_issuer or following.has_issuer
    has_subject = mention.has_subject or following.has_subject
    return replace(mention, has_issuer=has_issuer, has_subject=has_subject)


def _own_issuer(text: TextInHand) -> str:
    """Return the letters of the body whose document this is: «ĐUK» of «Số 12-BC/ĐUK»."""
    for paragraph in text.paragraphs[:_HEAD]:
        found = _OWN_NUMBER.match(paragraph.text)
        if found:
            return found[1]
    return ""


def _mentions_in(paragraph: LaidParagraph) -> Iterator[CitedPlace]:
    text = paragraph.text
    earlier: CitedPlace | None = None
    if _OWN_NUMBER.match(text) or _OF_APPENDIX.match(text):
        return
    for match in SYMBOL.finditer(text):
        mention = _mention(paragraph, match, earlier)
        yield mention
        earlier = mention


def _mention(paragraph: LaidParagraph, match: re.Match[str], earlier: CitedPlace | None) -> CitedPlace:
    text = paragraph.text
    before = text[: match.start()]
    behind = text[match.end() :]
    named = _KIND_BEFORE.search(before)
    day = _DAY_BEHIND.match(behind)
    rest = behind[day.end() :] if day else behind
    issuer = _ISSUER_BEHIND.match(rest)
    after_issuer = rest[issuer.end() :] if issuer else rest
    return CitedPlace(
        paragraph=paragraph,
        start=match.start(),
        end=match.end(),
        symbol=symbol_of(match),
        kind=named["kind"] if named else "",
        day=day_of(day["day"], day["month"], day["year"]) if day else None,
        has_issuer=issuer is not None,
        has_subject=_has_subject(issuer, after_issuer),
        is_listed=_LISTED.search(before) is not None,
        is_within=_is_within(earlier, match, text),
    )


def _has_subject(issuer: re.Match[str] | None, behind: str) -> bool:
    if _SUBJECT.match(behind):
        return True
    return issuer is not None and _SUBJECT_WITHIN.search(issuer[0]) is not None


def _is_within(earlier: CitedPlace | None, match: re.Match[str], text: str) -> bool:
    """Whether the number belongs to what an earlier document of the same sentence is about."""
    if earlier is None:
        return False
    between = text[earlier.end : match.start()]
    if _SENTENCE_END.search(between) or _NEW_CLAUSE.search(between):
        return False
    bare = _KIND_BEFORE.sub("", between)
    return _POINTING.search(bare) is not None
