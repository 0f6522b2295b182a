"""The reviews in a piece of a paragraph, as work: one a directive, each with the words that date it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khoagiao_xl.guidance.tasks.asked_reviews import Asked
from khoagiao_xl.guidance.tasks.statements import tells_when
from khoagiao_xl.guidance.tasks.task_of_piece import PieceWork
from khoagiao_xl.guidance.tasks.work_piece import Piece
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.vietnamese.running_text import plain, sentences

_NAMES_REVIEW = re.compile(r"(?:sơ|tổng) kết")


def review_works(node: Node, piece: Piece, asked: list[Asked]) -> Iterator[PieceWork]:
    """Yield the reviews among `asked` that stand in `piece`, one a directive."""
    mine = list(_in_piece(node, piece, asked))
    is_only_one = _count_directives(mine) == 1
    for one in mine:
        source = piece.source
        until = source
        if not is_only_one:
            source = one.source
            until = _reach(node, piece, mine, one)
        text = _with_kind(source, one.kind)
        for citation in one.citations:
            symbol = citation.symbol.text
            yield PieceWork(
                node=node,
                piece=piece,
                text=text if len(one.citations) == 1 else f"{text} ({symbol})",
                source=source,
                symbols=(symbol,),
                review_until=until,
            )


def _count_directives(asked: list[Asked]) -> int:
    return sum(len(one.citations) for one in asked)


def _with_kind(words: str, kind: str) -> str:
    """Return the words with «Sơ kết» or «Tổng kết» in front where they do not say it."""
    if _NAMES_REVIEW.search(plain(words)):
        return words
    return f"{kind} {words}"


def _in_piece(node: Node, piece: Piece, asked: list[Asked]) -> Iterator[Asked]:
    offset = _offset(node)
    for one in asked:
        start = one.start - offset
        if piece.start <= start < piece.end:
            yield one


def _offset(node: Node) -> int:
    """Return how many characters of the block stand in front of the node's text."""
    return node.block.text.find(node.text)


def _reach(node: Node, piece: Piece, mine: list[Asked], one: Asked) -> str:
    """Return the words of one of several reviews up to the next one: its deadline stands there."""
    text = node.block.text
    end = _next_start(mine, one)
    if not end:
        end = piece.end + _offset(node)
        return text[one.start : end]
    own = text[one.start : end]
    # A last sentence that only says until when dates all that stands before it.
    last = _last_sentence(piece.source)
    if tells_when(last):
        return f"{own} {last}"
    return own


def _next_start(mine: list[Asked], one: Asked) -> int:
    """Return where the next of several reviews begins, 0 where none follows."""
    starts = [other.start for other in mine]
    later = [start for start in starts if start > one.start]
    return min(later, default=0)


def _last_sentence(text: str) -> str:
    *_, last = sentences(text)
    start, end = last
    return text[start:end]
