"""A guidance file of any kind as a list of blocks of clean text, broken sentences joined again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.guidance.file.plaintext import read_text
from khoagiao_xl.guidance.file.word_document import read_docx
from khoagiao_xl.vietnamese.blank_text import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from khoagiao_xl.guidance.file.block import Block

_ENDS = (".", ";", ":", "!", "?", "”", '"', "…", "/.")
_OPENS_ITEM = re.compile(
    r"\s*(?:[-+*•·●▪■◦–—]\s*\S|\(?\d{1,2}[.)]|\(?[a-zđ](?:\)|/\s|\.\s|-\s|\s-\s)|[IVX]+[.\-/]|\(\d)"
)
_A_WORD = re.compile(r"[^\W\d_]{2}")
_MOST_LETTERS = 12_000
_OLE, _ZIP, _BITMAP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"BM"
# Office wraps an encrypted .docx in the same container as an old .doc, under this stream name.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What the file begins with, and what that means: the code, and the kind it is called.
_FOREIGN = {
    b"%PDF": ("KH-01", ""),
    b"{\\rtf": ("KH-06", "văn bản RTF"),
    b"\x89PNG": ("KH-06", "ảnh"),
    b"\xff\xd8\xff": ("KH-06", "ảnh"),
    b"<html": ("KH-06", "trang web"),
    b"<!DOC": ("KH-06", "trang web"),
    b"Rar!": ("KH-06", "tệp nén"),
    b"7z\xbc\xaf": ("KH-06", "tệp nén"),
    b"GIF8": ("KH-06", "ảnh"),
    b"II*\x00": ("KH-06", "ảnh"),
    b"MM\x00*": ("KH-06", "ảnh"),
    _BITMAP: ("KH-06", "ảnh"),
    b"<?xml": ("KH-06", "tệp XML"),
    b"MIME-Version:": ("KH-06", "trang web"),
}


def read_blocks(path: Path) -> list[Block]:
    """Return the blocks of a .docx or .txt, numbered from 1; else raise KhoaGiaoError with what to do."""
    if not path.is_file():
        raise MissingFile(path=path)
    head = _head_of(path)
    _refuse_foreign(path, head)
    read = read_docx if head.startswith(_ZIP) else read_text
    blocks = read(path)
    if not any(map(_has_word, blocks)):
        raise WrongRequest("KH-05", name=path.name)
    whole = join_broken(blocks)
    numbered: list[Block] = []
    for number, block in enumerate(_cut_long(whole), 1):
        one = replace(block, number=number)
        numbered.append(one)
    return numbered


def _has_word(block: Block) -> bool:
    return _A_WORD.search(block.text) is not None


def _head_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(64)


def _refuse_foreign(path: Path, head: bytes) -> None:
    if head.startswith(_OLE):
        _refuse_old_word(path)
    # Some programs put a mark or empty lines in front of what says the kind of the file.
    marked = head.removeprefix(b"\xef\xbb\xbf")
    start = marked.lstrip()
    for sign, (code, kind) in _FOREIGN.items():
        if _begins(start, sign):
            raise WrongRequest(code, name=path.name, kind=kind)


def _begins(head: bytes, sign: bytes) -> bool:
    # The sign of a picture is followed by bytes that are no text; a text may begin with these letters too.
    if sign == _BITMAP:
        if not head.startswith(sign):
            return False
        return 0 in head[:16]
    low = head.lower()
    return low.startswith(sign.lower())


def _refuse_old_word(path: Path) -> None:
    is_encrypted = _ENCRYPTED in path.read_bytes()
    code = "KH-03" if is_encrypted else "KH-02"
    raise WrongRequest(code, name=path.name)


def _cut_long(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, a paragraph of no human length as several: no search may take minutes."""
    for block in blocks:
        text = block.text
        while len(text) > _MOST_LETTERS:
            end = _end_of_word(text)
            piece = text[:end]
            text = text[end:]
            yield replace(block, text=piece.strip())
        if not is_blank(text):
            yield replace(block, text=text)


def _end_of_word(text: str) -> int:
    """Return where the last word ends that fits into the length of a human paragraph."""
    blank = text.rfind(" ", 1, _MOST_LETTERS)
    return blank + 1 if blank > 0 else _MOST_LETTERS


def join_broken(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with sentences that a page break cut in two made whole."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _is_broken(joined[-1], block):
            before = joined.pop()
            text = f"{before.text} {block.text}"
            whole = replace(before, text=text)
            joined.append(whole)
        else:
            joined.append(block)
    return joined


def _is_broken(before: Block, after: Block) -> bool:
    if not (before.is_text and after.is_text):
        return False
    if before.text.isupper():
        return False
    if before.text.endswith(_ENDS):
        return False
    if _OPENS_ITEM.match(after.text):
        return False
    return after.canonical[:1].islower()
