"""A guidance file of any kind as a list of blocks of clean text, broken sentences joined again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.guidance.file.guidance_text import canonical
from khoagiao_xl.guidance.file.plaintext import read_text
from khoagiao_xl.guidance.file.word_document import read_docx

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.guidance.guidance_records import Block

_ENDS = (".", ";", ":", "!", "?", "”", '"', "…", "/.")
_OPENS_ITEM = re.compile(
    r"\s*(?:[-+*•·●▪■◦–—]\s*\S|\(?\d{1,2}[.)]|\(?[a-zđ](?:\)|/\s|\.\s|-\s|\s-\s)|[IVX]+[.\-/]|\(\d)"
)
_MOST_LETTERS = 12_000
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
# What the file begins with, and what that means: the code, and the kind it is called.
_FOREIGN = {b"%PDF": ("KH-01", ""), b"{\\rtf": ("KH-06", "văn bản RTF"), b"\x89PNG": ("KH-06", "ảnh"),
            b"\xff\xd8\xff": ("KH-06", "ảnh"), b"<html": ("KH-06", "trang web"),
            b"<!DOC": ("KH-06", "trang web"),
            b"Rar!": ("KH-06", "tệp nén"), b"7z\xbc\xaf": ("KH-06", "tệp nén"), b"GIF8": ("KH-06", "ảnh"),
            b"II*\x00": ("KH-06", "ảnh"), b"MM\x00*": ("KH-06", "ảnh"), b"BM": ("KH-06", "ảnh"),
            b"<?xml": ("KH-06", "tệp XML"), b"MIME-Version:": ("KH-06", "trang web")}  # fmt: skip


def read_blocks(path: Path) -> list[Block]:
    """Return the blocks of a .docx or .txt, numbered from 1; else raise KhoaGiaoError with what to do."""
    if not path.is_file():
        raise MissingFile(path=path)
    with path.open("rb") as file:
        head = file.read(64)
    # Some programs put a mark or empty lines in front of what says the kind of the file.
    shown = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(_OLE):
        _refuse_old_word(path)
    for start, (code, kind) in _FOREIGN.items():
        if _begins(shown, start):
            raise WrongRequest(code, name=path.name, kind=kind)
    blocks = read_docx(path) if head.startswith(_ZIP) else read_text(path)
    if not any(re.search(r"[^\W\d_]{2}", block.text) for block in blocks):
        raise WrongRequest("KH-05", name=path.name)
    whole = [piece for block in join_broken(blocks) for piece in _cut(block)]
    return [replace(block, number=number) for number, block in enumerate(whole, 1)]


def _begins(head: bytes, start: bytes) -> bool:
    # «BM» of a picture is followed by bytes that are no text; a text may begin with these letters too.
    if start == b"BM":
        return head.startswith(start) and 0 in head[:16]
    return head.lower().startswith(start.lower())


def _cut(block: Block) -> list[Block]:
    """Return a paragraph of no human length as several: nothing may make the search take minutes."""
    text, pieces = block.text, []
    while len(text) > _MOST_LETTERS:
        end = text.rfind(" ", 1, _MOST_LETTERS) + 1 or _MOST_LETTERS
        pieces.append(replace(block, text=text[:end].strip()))
        text = text[end:]
    return [*pieces, replace(block, text=text)] if text.strip() else pieces


def _refuse_old_word(path: Path) -> None:
    # Office wraps an encrypted .docx in the same container as an old .doc, under this stream name.
    encrypted = "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
    raise WrongRequest("KH-03" if encrypted else "KH-02", name=path.name)


def join_broken(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with sentences that a page break cut in two made whole."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _is_broken(joined[-1], block):
            before = joined.pop()
            joined.append(replace(before, text=f"{before.text} {block.text}"))
        else:
            joined.append(block)
    return joined


def _is_broken(before: Block, after: Block) -> bool:
    if before.kind != "text" or after.kind != "text" or before.text.isupper():
        return False
    starts_low = canonical(after.text)[:1].islower() and not _OPENS_ITEM.match(after.text)
    return starts_low and not before.text.endswith(_ENDS)
