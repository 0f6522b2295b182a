"""A .txt of any usual encoding as blocks: UTF-8, UTF-16, Windows-1258, composed or not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.old_letters import in_unicode, is_old, old_table
from khoagiao_xl.guidance.file.plain_tables import parts_of
from khoagiao_xl.guidance.file.word_tables import table_blocks
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.running_text import CAPITAL, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 400  # bytes that show whether every second one is empty
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
MARKED = re.compile(
    r"\s*(?:[-+*•·●▪■◦–—]\s|[-–]\w|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđA-ZĐ]|[IVXivx]{1,5})\s?(?:[.)/](?!\d)|-\s)"
    r"|(?:Phần|Chương)\s+(?:thứ|[IVX\d])|Điều\s+\d|Nơi nhận|Kính gửi|T/M|TM\.|Số\s*:?\s*\d*\s*-)"
)
_PAGE_NUMBER = re.compile(r"\s*[-–]?\s*\d{1,3}\s*[-–]?\s*")
# Rules of signs, and the number of a page, which would keep a sentence apart from its other half.
_EMPTY = re.compile(r"[-–*_=\s]*(?:\d{1,3}[-–\s]*)?")
_STOPS = (".", ";", ":")
_BEGINS = re.compile(rf"\s*[“\"(]?[{CAPITAL}]")
_LONG = 60
_LONGEST_WORD = 16  # letters that may be missing in a line that was cut at a width


def read_text(path: Path) -> list[Block]:
    """Return one block a paragraph; raise WrongRequest for bytes that are no text or an old encoding."""
    return text_blocks(path.read_bytes(), path.name)


def text_blocks(data: bytes, name: str) -> list[Block]:
    """Return the blocks of a text in bytes. name: of its file, for the sentence that refuses it."""
    lines = lines_in_unicode(_lines(decode(data, name)), name)
    blocks: list[Block] = []
    for plain, rows in parts_of(lines):
        blocks += _paragraphs(plain)
        if rows:
            blocks += table_blocks(rows)
    return blocks


def _paragraphs(lines: list[str]) -> Iterator[Block]:
    for paragraph in _unwrap(lines):
        line = clean_line(paragraph)
        if not line:
            continue
        if not _EMPTY.fullmatch(line):
            yield Block(line)


def lines_in_unicode(lines: list[str], name: str) -> list[str]:
    """Return the lines, an old font read by its table; raise WrongRequest (KH-07) where none fits."""
    text = "\n".join(lines)
    table = old_table(text)
    is_unreadable = is_old(text) and not table
    if is_unreadable:
        raise WrongRequest("KH-07", name=name)
    return [in_unicode(line, table) for line in lines]


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
    if at_odd_places > at_even_places:
        return "utf-16-le"
    return "utf-16-be"


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise WrongRequest("KH-04", name=name, reason=encoding) from error
    return unicodedata.normalize("NFC", text)


def _older(data: bytes) -> str:
    western = data.decode("cp1252", "replace")
    if old_table(western):
        return western
    # Windows-1258 leaves a few bytes undefined; those are where another old encoding shows.
    decoded = data.decode("cp1258", errors="replace")
    text = unicodedata.normalize("NFC", decoded)
    letters = _VIETNAMESE.findall(text)
    if len(letters) > text.count("\ufffd"):
        return text
    return western


def _unwrap(lines: list[str]) -> list[str]:
    """Return whole paragraphs from lines that were cut at a fixed width; other lines as they are."""
    filled = [line for line in lines if not is_blank(line)]
    if not filled:
        return lines
    lengths = map(len, filled)
    width = max(lengths)
    # Lines cut at a width are all of about that width; paragraphs of one line each are not.
    if width > 2 * _LONG:
        return lines
    cut_at = 0
    if _is_cut(filled, width):
        cut_at = width
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
    nearly_full = width - _LONGEST_WORD
    for line in filled:
        if len(line) <= nearly_full:
            continue
        words = line.rstrip()
        if not words.endswith(_STOPS):
            count += 1
    many = len(filled) // 4
    return count >= max(3, many)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Say whether `line` goes on with the paragraph before it; width: where all lines were cut, or 0."""
    words = line.split()
    if not words:
        return False
    if len(before) < _LONG:
        return False
    if MARKED.match(line.strip()):
        return False
    start = before.rstrip()
    if not start.endswith(_STOPS):
        return bool(width) or not _BEGINS.match(line)
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
