"""A guidance file of any kind as a list of blocks of clean text, broken sentences joined again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.file_kinds import (
    BROKEN,
    LOCKED,
    OLD_WORD,
    OPEN_DOCUMENT,
    PDF,
    RTF,
    TEXT,
    WORD,
    kind_of,
)
from khoagiao_xl.guidance.file.office_program import NotConverted, as_docx
from khoagiao_xl.guidance.file.pdf_document import read_pdf
from khoagiao_xl.guidance.file.plaintext import read_text
from khoagiao_xl.guidance.file.word_document import docx_blocks, read_docx
from khoagiao_xl.vietnamese.blank_text import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENDS = (".", ";", ":", "!", "?", "”", '"', "…", "/.")
_OPENS_ITEM = re.compile(
    r"\s*(?:[-+*•·●▪■◦–—]\s*\S|\(?\d{1,2}[.)]|\(?[a-zđ](?:\)|/\s|\.\s|-\s|\s-\s)|[IVX]+[.\-/]|\(\d)"
)
_A_WORD = re.compile(r"[^\W\d_]{2}")
_MOST_LETTERS = 12_000
_MOST_BYTES = 60_000_000
_READERS: dict[str, Callable[[Path], list[Block]]] = {WORD: read_docx, TEXT: read_text, PDF: read_pdf}
# What LibreOffice makes into .docx first, and what it is called.
_CONVERTED = {
    OLD_WORD: "tệp Word kiểu cũ (.doc)",
    RTF: "văn bản RTF (.rtf)",
    OPEN_DOCUMENT: "văn bản OpenDocument (.odt)",
}


def read_blocks(path: Path) -> list[Block]:
    """Return the blocks of a guidance's file, numbered from 1; else raise KhoaGiaoError with what to do.

    Read are .docx, .txt and PDF with letters; .doc, .rtf and .odt where there is LibreOffice.
    """
    if not path.is_file():
        raise MissingFile(path=path)
    _refuse_large(path)
    kind = kind_of(path)
    blocks = _read(path, kind)
    if not any(map(_has_word, blocks)):
        raise WrongRequest("KH-05", name=path.name)
    whole = join_broken(blocks)
    numbered: list[Block] = []
    for number, block in enumerate(_cut_long(whole), 1):
        one = replace(block, number=number)
        numbered.append(one)
    return numbered


def _refuse_large(path: Path) -> None:
    size = path.stat().st_size
    if size <= _MOST_BYTES:
        return
    megabytes = size // 1_000_000
    raise WrongRequest("KH-12", name=path.name, size=f"{megabytes} MB")


def _read(path: Path, kind: str) -> list[Block]:
    if kind in _READERS:
        return _READERS[kind](path)
    if kind in _CONVERTED:
        return _converted(path, kind)
    if kind == LOCKED:
        raise WrongRequest("KH-03", name=path.name)
    if kind == BROKEN:
        raise WrongRequest("KH-04", name=path.name, reason="không rõ loại")
    raise WrongRequest("KH-06", name=path.name, kind=kind)


def _converted(path: Path, kind: str) -> list[Block]:
    """Return the blocks of what only an office program reads, through LibreOffice."""
    called = _CONVERTED[kind]
    suffix = f".{kind}"
    try:
        made = as_docx(path, suffix)
    except FileNotFoundError as error:
        raise WrongRequest("KH-02", name=path.name, kind=called) from error
    except NotConverted as error:
        raise WrongRequest("KH-13", name=path.name, kind=called) from error
    file = BytesIO(made)
    return docx_blocks(file, path.name)


def _has_word(block: Block) -> bool:
    return _A_WORD.search(block.text) is not None


def _cut_long(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, a paragraph of no human length as several: no search may take minutes."""
    for block in blocks:
        text = block.text
        while len(text) > _MOST_LETTERS:
            end = _end_of_word(text)
            piece = text[:end].strip()
            text = text[end:]
            yield replace(block, text=piece)
        if not is_blank(text):
            yield replace(block, text=text)


def _end_of_word(text: str) -> int:
    """Return where the last word ends that fits into the length of a human paragraph."""
    blank = text.rfind(" ", 1, _MOST_LETTERS)
    if blank > 0:
        return blank + 1
    return _MOST_LETTERS


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
