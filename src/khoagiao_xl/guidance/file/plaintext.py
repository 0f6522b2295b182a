"""A .txt of any usual encoding as blocks: UTF-8, UTF-16, Windows-1258, composed or not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.legacy import NEVER_VIETNAMESE
from khoagiao_xl.vietnamese.running_text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 400  # bytes that show whether every second one is empty
# TCVN3 or VNI seen as Windows-1252; a soft hyphen stands in other texts too.
_OLD_LETTERS = NEVER_VIETNAMESE - {"\u00ad"}
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MARKED = re.compile(
    r"\s*(?:[-+*•·●▪■◦–—]\s|[-–]\w|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđA-ZĐ]|[IVXivx]{1,5})\s?(?:[.)/](?!\d)|-\s)"
    r"|(?:Phần|Chương)\s+(?:thứ|[IVX\d])|Điều\s+\d|Nơi nhận|Kính gửi|T/M|TM\.|Số\s*:?\s*\d*\s*-)"
)
_PAGE_NUMBER = re.compile(r"\s*[-–]?\s*\d{1,3}\s*[-–]?\s*")
# Rules of signs, and the number of a page, which would keep a sentence apart from its other half.
_EMPTY = re.compile(r"[-–*_=\s]*(?:\d{1,3}[-–\s]*)?")
_STOPS = (".", ";", ":")
_LONG = 60


def read_text(path: Path) -> list[Block]:
    """Return one block a paragraph; raise WrongRequest for bytes that are no text or an old encoding."""
    text = decode(path.read_bytes(), path.name)
    if _is_legacy(text):
        raise WrongRequest("KH-07", name=path.name)
    blocks: list[Block] = []
    for paragraph in _unwrap(_lines(text)):
        line = clean_line(paragraph)
        if line and not _EMPTY.fullmatch(line):
            blocks.append(Block(line))
    return blocks


def _is_legacy(text: str) -> bool:
    old_letters = filter(_OLD_LETTERS.__contains__, text)
    letters = _VIETNAMESE.findall(text)
    return len(list(old_letters)) > max(3, len(letters))


def _lines(text: str) -> list[str]:
    windows = text.replace("\r\n", "\n")
    one_ending = windows.replace("\r", "\n")
    return one_ending.split("\n")


def decode(data: bytes, name: str) -> str:
    """Return the text of `data` in composed form; raise WrongRequest (KH-04) for what is no text."""
    encoding = _encoding_of(data)
    if encoding:
        return _decode(data, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _older(data)
    if _CONTROL.search(text):
        raise WrongRequest("KH-04", name=name, reason="không phải chữ")
    return unicodedata.normalize("NFC", text)


def _encoding_of(data: bytes) -> str:
    """Return the encoding that the first bytes show: by their mark, or by empty ones between them."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    empty = sample.count(0)
    if empty <= len(sample) // 5:
        return ""
    at_odd_places = sample[1::2].count(0)
    at_even_places = empty - at_odd_places
    return "utf-16-le" if at_odd_places > at_even_places else "utf-16-be"


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise WrongRequest("KH-04", name=name, reason=encoding) from error
    return unicodedata.normalize("NFC", text)


def _older(data: bytes) -> str:
    # Windows-1258 leaves a few bytes undefined; those are where another old encoding shows.
    decoded = data.decode("cp1258", errors="replace")
    text = unicodedata.normalize("NFC", decoded)
    letters = _VIETNAMESE.findall(text)
    if len(letters) > text.count("\ufffd"):
        return text
    return data.decode("cp1252", "replace")


def _unwrap(lines: list[str]) -> list[str]:
    """Return whole paragraphs from lines that were cut at a fixed width; other lines as they are."""
    filled = [line for line in lines if not is_blank(line)]
    width = max(map(len, filled), default=0)
    # Lines cut at a width are all of about that width; paragraphs of one line each are not.
    if not filled:
        return lines
    if width > 2 * _LONG:
        return lines
    cut_at = width if _is_cut(filled, width) else 0
    paragraphs: list[str] = []
    before = ""
    for line in _without_page_numbers(lines):
        if _goes_on(before, line, cut_at):
            paragraphs[-1] += " " + line.strip()
        else:
            paragraphs.append(line)
        before = line
    return paragraphs


def _is_cut(filled: list[str], width: int) -> bool:
    """Say whether many lines of about one width end in the middle of a sentence: the whole text was cut."""
    count = 0
    for line in filled:
        is_full = len(line) > width - 16
        if is_full and not line.rstrip().endswith(_STOPS):
            count += 1
    return count >= max(3, len(filled) // 4)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Say whether `line` goes on with the paragraph before it; width: where all lines were cut, or 0."""
    words = line.split()
    if not words:
        return False
    if len(before) < _LONG:
        return False
    if _MARKED.match(line.strip()):
        return False
    start = before.rstrip()
    if not start.endswith(_STOPS):
        return True
    # After a stop: a word that would still have fitted on the line before begins a new paragraph.
    if not width:
        return False
    first = words[0]
    if first[:1].islower():
        return True
    longer = f"{start} {first}"
    return len(longer) > width


def _without_page_numbers(lines: list[str]) -> list[str]:
    """Return `lines` without the number of a page and the empty lines round it, which cut a sentence."""
    kept: list[str] = []
    after_number = False
    for line in lines:
        if _PAGE_NUMBER.fullmatch(line):
            _drop_empty_end(kept)
            after_number = True
        elif not is_blank(line) or not after_number:
            kept.append(line)
            after_number = False
    return kept


def _drop_empty_end(lines: list[str]) -> None:
    while lines and is_blank(lines[-1]):
        lines.pop()
