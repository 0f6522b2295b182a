"""The tree of a guidance: every block knows its section («II.4.2») and the headings above it."""

from __future__ import annotations

from dataclasses import dataclass

from khoagiao_xl.guidance.guidance_records import Block
from khoagiao_xl.guidance.tree.headings import is_appendix, opens_section
from khoagiao_xl.guidance.tree.markers import Rank, marker

PREAMBLE, APPENDIX = "Mở đầu", "Phụ lục"


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
        if is_appendix(block):
            stack = [_Open(Rank.PART, APPENDIX, block.text)]
            nodes.append(Node(block, block.text, Rank.PART, APPENDIX, (), is_heading=True))
            continue
        if nodes and stack and _goes_on_heading(nodes[-1], block, rank):
            # «Phần thứ hai» alone on its line, or a heading of two lines: the capitals below belong to it.
            stack[-1] = _Open(stack[-1].rank, stack[-1].label, f"{stack[-1].text} {block.text}".strip())
            above = tuple(entry.text for entry in stack[:-1])
            nodes.append(Node(block, stack[-1].text, stack[-1].rank, path(stack), above, is_heading=True))
            continue
        heads = opens_section(block, rank, text, following)
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
