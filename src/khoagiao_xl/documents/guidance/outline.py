"""The tree of a guidance: every block knows its section («II.4.2») and the headings above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from khoagiao_xl.documents.guidance.records import Block
from khoagiao_xl.documents.guidance.text import canonical, plain
from khoagiao_xl.documents.guidance.verbs import opening_verb

PREAMBLE, APPENDIX = "Mở đầu", "Phụ lục"


class Rank(IntEnum):
    """How deep a marker stands; a smaller one holds a greater one."""

    PART = 1
    LETTER_CAPITAL = 2
    ROMAN = 3
    ARTICLE = 4
    ARABIC = 5
    DOTTED = 6
    LETTER = 8
    DASH = 9
    ROUND = 10
    PLUS = 11
    NONE = 12


_ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_PART = r"(?:phần|chương)\s+(?:thứ\s+)?(?P<label>nhất|hai|ba|tư|bốn|năm|sáu|bảy|[ivx]+|\d+)\b\s*[.:\-]?"
# What opens a block, in the order in which it is tried; `label` is what the section is called by.
_MARKERS: list[tuple[Rank, re.Pattern[str]]] = [
    (Rank.PART, re.compile(_PART, re.IGNORECASE)),
    (Rank.ROMAN, re.compile(r"(?P<label>[IVX]+)\s*(?:[.)/]\s*-?|-)\s*(?=[^\s\d.])")),
    (Rank.ARTICLE, re.compile(r"Điều\s+(?P<label>\d+)\s*[.:\-]?\s*")),
    (Rank.DOTTED, re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)\-]*\s+(?=[^\d\s])")),
    (Rank.DOTTED, re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)\-]+\s*(?=[^\d\s])")),
    (Rank.ARABIC, re.compile(r"(?:Mục\s+)?(?P<label>\d{1,2})\s*[.)/\-]\s*-?\s*(?=[^\W\d])")),
    (Rank.LETTER_CAPITAL, re.compile(r"(?P<label>[A-HĐ])\s*[.)\-]\s*(?=[^\W\d])")),
    (Rank.LETTER, re.compile(r"(?P<label>[a-zđ])\s*[.)/\-]\s*-?\s*(?=[^\W\d])")),
    (Rank.ROUND, re.compile(r"\((?P<label>\d{1,2}|[a-zđ]|[ivx]+)\)\s*[.:\-]?\s*")),
    (Rank.PLUS, re.compile(r"(?P<label>\+)\s*(?=\S)")),
    (Rank.DASH, re.compile(r"(?P<label>[-*•·●▪■◦✓➢])\s*(?=[^\s\d\-]|\d)")),
]
_CAPITALS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class Node:
    """A block in its place. `text` is without its marker; `above`: headings from the outermost inwards."""

    block: Block
    text: str
    rank: Rank
    section: str
    above: tuple[str, ...]
    is_heading: bool = False

    @property
    def quote(self) -> str:
        """The words of the block without its marker: always a piece of the document's text."""
        return self.text


@dataclass(frozen=True)
class _Open:
    rank: Rank
    label: str
    text: str


def marker(text: str) -> tuple[Rank, str, int]:
    """Return rank, label and length of what opens `text`: (Rank.NONE, "", 0) where nothing does."""
    same = canonical(text)
    for rank, pattern in _MARKERS:
        match = pattern.match(same)
        if match:
            label = match["label"]
            return rank, _part_label(label) if rank is Rank.PART else label, match.end()
    return Rank.NONE, "", 0


def _part_label(label: str) -> str:
    low = label.lower().replace("bốn", "tư")
    return f"Phần {_ORDINALS.index(low) + 1 if low in _ORDINALS else label.upper()}"


def outline(blocks: list[Block]) -> list[Node]:
    """Return the blocks of the body as nodes, each with its section."""
    nodes: list[Node] = []
    stack: list[_Open] = []
    group = ""
    for index, block in enumerate(blocks):
        if block.kind in {"header row", "group row", "row"}:
            # A heading between the rows of a table stands above the rows that follow it.
            group = block.cells[0][1] if block.kind == "group row" else group if block.kind == "row" else ""
            above = (*(entry.text for entry in stack), *([group] if group else []))
            is_heading = block.kind == "group row"
            nodes.append(Node(block, block.text, Rank.NONE, path(stack), above, is_heading=is_heading))
            continue
        rank, label, length = marker(block.text) if block.kind == "text" else (Rank.NONE, "", 0)
        text = block.text[length:].strip()
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if _is_appendix(block):
            stack = [_Open(Rank.PART, APPENDIX, block.text)]
            nodes.append(Node(block, block.text, Rank.PART, APPENDIX, (), is_heading=True))
            continue
        if nodes and stack and _goes_on_heading(nodes[-1], block, rank):
            # «Phần thứ hai» alone on its line, or a heading of two lines: the capitals below belong to it.
            stack[-1] = _Open(stack[-1].rank, stack[-1].label, f"{stack[-1].text} {block.text}".strip())
            above = tuple(entry.text for entry in stack[:-1])
            nodes.append(Node(block, stack[-1].text, stack[-1].rank, path(stack), above, is_heading=True))
            continue
        heads = _opens_section(block, rank, text, following)
        if rank < Rank.DASH or heads:
            rank = Rank.LETTER_CAPITAL if rank is Rank.NONE and block.text.isupper() else rank
            level = Rank.LETTER if rank is Rank.NONE else rank
            stack = [entry for entry in stack if _holds(entry, level, label)]
            above = tuple(entry.text for entry in stack)
            stack.append(_Open(level, label, text))
            nodes.append(Node(block, text, level, path(stack), above, is_heading=heads))
        else:
            nodes.append(Node(block, text, rank, path(stack), tuple(entry.text for entry in stack)))
    return nodes


def _goes_on_heading(before: Node, block: Block, rank: Rank) -> bool:
    is_open = before.is_heading and (before.text.isupper() or not before.text)
    return is_open and rank is Rank.NONE and block.kind == "text" and block.text.isupper()


def _holds(entry: _Open, rank: Rank, label: str) -> bool:
    """Say whether the open section still holds a block of `rank`: 4.1 lies in 4, not in 3."""
    if entry.rank >= Rank.ARABIC and rank is Rank.DOTTED and entry.rank <= Rank.DOTTED:
        return label.startswith(f"{entry.label}.")
    return entry.rank < rank


def path(stack: list[_Open]) -> str:
    """Return the section's name from its open parts: II, 4 and 4.2 make «II.4.2»."""
    labels: list[str] = []
    for entry in stack:
        if entry.rank is Rank.DOTTED and labels and entry.label.startswith(f"{labels[-1]}."):
            labels.pop()
        if entry.label:
            labels.append(f"Điều {entry.label}" if entry.rank is Rank.ARTICLE else entry.label)
        elif entry.rank is Rank.LETTER_CAPITAL:
            labels.append(entry.text[:40].capitalize())
    return ".".join(labels) or PREAMBLE


def _opens_section(block: Block, rank: Rank, text: str, following: Block | None) -> bool:
    """Say whether the block is a heading: short, unfinished, and something deeper comes after it."""
    if block.kind != "text" or not _CAPITALS.search(text or block.text):
        return rank is Rank.PART
    if rank <= Rank.ROMAN or (rank is Rank.NONE and text.isupper() and len(text.split()) > 1):
        return len(text.split()) <= 40 and not text.endswith((";",))
    if len(text.split()) > 35 or text.endswith((";", ",", "./.")) or following is None:
        return False
    next_rank = marker(following.text)[0]
    if rank is Rank.NONE:
        return block.is_bold and not text.endswith(".") and next_rank is not Rank.ROMAN
    if rank >= Rank.DASH:
        return False
    return next_rank > rank and following.kind != "note" and not _is_sentence_alone(text, next_rank)


def _is_sentence_alone(text: str, next_rank: Rank) -> bool:
    # «1. Tổ chức quán triệt ... trong quý I.» before plain text is a task of its own, not a heading.
    words = len(text.split())
    is_request = words > 4 and bool(opening_verb(text))
    return text.endswith(".") and next_rank is Rank.NONE and (words > 12 or is_request)


def _is_appendix(block: Block) -> bool:
    return (
        bool(re.match(r"(phụ lục|phụ biểu|danh mục)\b", plain(block.text)))
        and len(block.text.split()) < 30
        and (block.text.split()[0].isupper() or block.is_bold or block.text.startswith("Phụ"))
    )
