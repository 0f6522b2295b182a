"""Texts in files that are no packages: plain text in any encoding, RTF, web pages, runs of letters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree, html

from khoagiao_xl.intake.reading.package_texts import tree_text

_BOMS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# Letters of two bytes as Office writes them: Latin, Vietnamese, marks apart, quotes and blanks.
_WIDE: Final = re.compile(
    rb"(?:[\x07\x09-\x0d\x20-\x7e\xa0-\xff]\x00"
    rb"|[\x02\x03\x10\x11\x28\x29\x68\x69\xa0\xa1\xaf\xb0]\x01|[\x00-\xff][\x03\x04\x1e\x20]){3,}"
)
_NARROW: Final = re.compile(rb"[\x07\x09-\x0d\x20-\x7e\x80-\xff]{7,}")
_IS_PROSE: Final = 0.6  # of the bytes are letters and blanks: what is less is no text
_LETTER_OF_PROSE: Final = re.compile(rb"[A-Za-z \r\n]")
_RTF_SIGN: Final = re.compile(
    rb"\\u(-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|\?)?|\\'([0-9a-fA-F]{2})|\\(par|line|cell|row|tab|sect|page)\b ?"
    rb"|\\[a-zA-Z]{1,32}-?\d{0,10} ?|\\([^a-zA-Z])|[{}\r\n]"
)
_RTF_SKIPPED: Final = re.compile(
    rb"\{\\(?:fonttbl|colortbl|stylesheet|\*\\(?:datastore|themedata|latentstyles))[^{}]*(?:\{[^{}]*\}[^{}]*)*\}"
)


def plain_text(data: bytes) -> Iterator[str]:
    """Yield what a file of text says, in each of the encodings that it may be in."""
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            yield data.decode(encoding, "replace")
            return
    if b"\x00" in data[:200]:
        yield data.decode("utf-16-le", "replace")
        yield data.decode("utf-16-be", "replace")
    try:
        yield data.decode("utf-8")
    except UnicodeDecodeError:
        # Old fonts are text of cp1252; Windows in Vietnam writes cp1258.
        yield data.decode("cp1252", "replace")
        yield data.decode("cp1258", "replace")


def rtf_text(data: bytes) -> Iterator[str]:
    """Yield the text of an RTF, without its commands."""
    bare = _RTF_SKIPPED.sub(b"", data)
    letters = _RTF_SIGN.sub(_rtf_letter, bare)
    yield letters.decode("utf-8", "replace")


def _rtf_letter(match: re.Match[bytes]) -> bytes:
    number, byte, break_, sign = match.groups()
    if number is not None:
        return chr(int(number) % 0x10000).encode("utf-8", "replace")
    if byte is not None:
        return bytes.fromhex(byte.decode()).decode("cp1252", "replace").encode()
    if break_ is not None:
        return b"\t" if break_ in (b"tab", b"cell") else b"\n"
    if sign is None or sign in b"*-":
        return b""
    return sign.replace(b"~", b" ")


def web_text(data: bytes) -> Iterator[str]:
    """Yield the text of a web page, and as plain text where it is none."""
    for text in plain_text(data):
        yield web_page_text(text)


def web_page_text(page: str) -> str:
    """Return what is seen of a web page, line by line."""
    try:
        parser = html.HTMLParser(encoding="utf-8")
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return page
    return tree_text(root)


def letters_in(data: bytes) -> Iterator[str]:
    """Yield the runs of letters in any other file (.doc, .xls, .ppt, .msg), as Office stores them."""
    for run in _WIDE.finditer(data):
        text = run[0].decode("utf-16-le", "replace")
        yield from _with_and_without_ends(text)
    for run in _NARROW.finditer(data):
        if _is_prose(run[0]):
            text = run[0].decode("cp1252", "replace")
            yield from _with_and_without_ends(text)


def _is_prose(run: bytes) -> bool:
    letters = _LETTER_OF_PROSE.findall(run)
    return len(letters) >= _IS_PROSE * len(run)


def _with_and_without_ends(run: str) -> Iterator[str]:
    """Yield a run; and without its first and last sign, which may be a length that looks like a letter."""
    told = run.replace("\x07", "\t")
    yield told
    yield told[1:]
    yield told[:-1]
