"""A .txt of any usual encoding as blocks: UTF-8, UTF-16, Windows-1258, composed or not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance.file.guidance_text import clean
from khoagiao_xl.guidance.guidance_records import Block

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Letters that never occur in Vietnamese Unicode: TCVN3 or VNI seen as Windows-1252.
_LEGACY = re.compile("[¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹»¼½¾ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþ]")
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]", re.IGNORECASE)
_MARKED = re.compile(
    r"\s*(?:[-+*•·●▪■◦–—]\s|[-–]\w|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđA-ZĐ]|[IVXivx]{1,5})\s?(?:[.)/](?!\d)|-\s)"
    r"|(?:Phần|Chương)\s+(?:thứ|[IVX\d])|Điều\s+\d|Nơi nhận|Kính gửi|T/M|TM\.|Số\s*:?\s*\d*\s*-)"
)
_PAGE_NUMBER = re.compile(r"\s*[-–]?\s*\d{1,3}\s*[-–]?\s*")
# Rules of signs, and the number of a page, which would keep a sentence apart from its other half.
_EMPTY = re.compile(r"[-–*_=\s]*(?:\d{1,3}[-–\s]*)?")
_LONG = 60


def read_text(path: Path) -> list[Block]:
    """Return one block a paragraph; raise WrongRequest for bytes that are no text or an old encoding."""
    text = decode(path.read_bytes(), path.name)
    if len(_LEGACY.findall(text)) > max(3, len(_VIETNAMESE.findall(text))):
        raise WrongRequest("KH-07", name=path.name)
    lines = [clean(line) for line in _unwrap(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))]
    return [Block(line) for line in lines if line and not _EMPTY.fullmatch(line)]


def decode(data: bytes, name: str) -> str:
    """Return the text of `data` in composed form; raise WrongRequest (KH-04) for what is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding, name)
    if data[:400].count(0) > len(data[:400]) // 5:
        odd, even = data[1:400:2].count(0), data[:400:2].count(0)
        return _decode(data, "utf-16-le" if odd > even else "utf-16-be", name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _older(data)
    if re.search(r"[\x00-\x08\x0e-\x1f]", text):
        raise WrongRequest("KH-04", name=name, reason="không phải chữ")
    return unicodedata.normalize("NFC", text)


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return unicodedata.normalize("NFC", data.decode(encoding))
    except UnicodeDecodeError as error:
        raise WrongRequest("KH-04", name=name, reason=encoding) from error


def _older(data: bytes) -> str:
    # Windows-1258 leaves a few bytes undefined; those are where another old encoding shows.
    text = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    return text if len(_VIETNAMESE.findall(text)) > text.count("\ufffd") else data.decode("cp1252", "replace")


def _unwrap(lines: list[str]) -> list[str]:
    """Return whole paragraphs from lines that were cut at a fixed width; other lines as they are."""
    filled = [line for line in lines if line.strip()]
    # Lines cut at a width are all of about that width; paragraphs of one line each are not.
    if not filled or max(map(len, filled)) > 2 * _LONG:
        return lines
    lines, width = _without_page_numbers(lines), max(map(len, filled))
    # Many lines of about one width that end in the middle of a sentence: the whole text was cut.
    full = [line for line in filled if len(line) > width - 16 and not line.rstrip().endswith((".", ";", ":"))]
    is_cut = len(full) >= max(3, len(filled) // 4)
    paragraphs: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        if (
            line.strip()
            and len(before) >= _LONG
            and _goes_on(before.rstrip(), line.strip(), width if is_cut else 0)
        ):
            paragraphs[-1] += " " + line.strip()
        else:
            paragraphs.append(line)
    return paragraphs


def _goes_on(before: str, line: str, width: int) -> bool:
    """Say whether `line` goes on with the paragraph before it; width: where all lines were cut, or 0."""
    if _MARKED.match(line):
        return False
    if not before.endswith((".", ";", ":", "./.")):
        return True
    # After a stop: a word that would still have fitted on the line before begins a new paragraph.
    return bool(width) and (line[:1].islower() or len(before) + 1 + len(line.split(maxsplit=1)[0]) > width)


def _without_page_numbers(lines: list[str]) -> list[str]:
    """Return `lines` without the number of a page and the empty lines round it, which cut a sentence."""
    kept: list[str] = []
    after_number = False
    for line in lines:
        if line.strip() and _PAGE_NUMBER.fullmatch(line):
            while kept and not kept[-1].strip():
                kept.pop()
            after_number = True
        elif line.strip() or not after_number:
            kept.append(line)
            after_number = False
    return kept
