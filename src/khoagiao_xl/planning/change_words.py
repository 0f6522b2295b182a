"""What a document has changed in a cell, so that it is seen: of a long text each part that differs."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.running_text import squash

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Opcode = tuple[str, int, int, int, int]  # difflib's: what, from and to in the old, in the new

LONGEST_QUOTE: Final = 60
LONGEST_PIECE: Final = 400
AROUND: Final = 3  # words of what is the same that are shown on either side of a change
MOST_PIECES: Final = 4  # a text with more changes than this is another text, and shown as a whole
LONGEST_WHOLE: Final = 400


def in_short(text: str, most: int = LONGEST_QUOTE) -> str:
    """Return a text as one line of at most `most` letters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[: most - 1]}…"


def say_the_same(before: str, now: str) -> bool:
    """Say whether two texts differ in blanks, dashes, capitals and the marks at their end at most."""
    return _bare(before) == _bare(now)


def _bare(text: str) -> str:
    return squash(text).strip(" .;,:")


def change_in_words(before: str, now: str) -> str:
    """Return «before» → «now»; of long texts each part that differs, with some words around it."""
    shorter = min(before, now, key=len)
    longer = max(before, now, key=len)
    if not shorter or len(longer) <= LONGEST_QUOTE:
        return _whole(before, now)
    old = before.split()
    new = now.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pieces = list(matcher.get_grouped_opcodes(AROUND))
    if len(pieces) > MOST_PIECES:
        return _whole(before, now)
    told = _told(pieces, old, new)
    return "; ".join(told)


def _whole(before: str, now: str) -> str:
    new = in_short(now, LONGEST_WHOLE)
    if not before:
        return f"«{new}»"
    old = in_short(before, LONGEST_WHOLE)
    return _arrow(old, new)


def _told(pieces: Sequence[Sequence[Opcode]], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    for piece in pieces:
        _, old_start, _, new_start, _ = piece[0]
        _, _, old_end, _, new_end = piece[-1]
        before = _quote(old, old_start, old_end)
        now = _quote(new, new_start, new_end)
        yield _arrow(before, now)


def _quote(words: Sequence[str], start: int, end: int) -> str:
    """Return some words of a text, with an ellipsis on the sides where there are more."""
    piece = " ".join(words[start:end])
    shown = in_short(piece, LONGEST_PIECE)
    if start:
        shown = f"…{shown}"
    if end < len(words):
        shown = f"{shown}…"
    return shown


def _arrow(before: str, now: str) -> str:
    return f"«{before}» → «{now}»"
