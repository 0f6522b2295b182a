"""What a document has changed in a cell, in short: of a long text only the part that differs."""

from __future__ import annotations

from typing import Final

LONGEST_QUOTE: Final = 60
AROUND: Final = 15  # letters of what is the same that are shown on either side of a change


def in_short(text: str, most: int = LONGEST_QUOTE) -> str:
    """Return a text as one line of at most `most` letters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[: most - 1]}…"


def change_in_words(before: str, now: str) -> str:
    """Return «before» → «now»; of long texts the part that differs, with some letters around it."""
    longest = max(before, now, key=len)
    if len(longest) > LONGEST_QUOTE:
        old, new = _what_differs(before, now)
    else:
        old = in_short(before)
        new = in_short(now)
    return f"«{old}» → «{new}»"


def _what_differs(before: str, now: str) -> tuple[str, str]:
    start = _alike_at_start(before, now)
    end = _alike_at_end(before[start:], now[start:])
    return (
        _around(before, start, end),
        _around(now, start, end),
    )


def _alike_at_start(one: str, other: str) -> int:
    """Return with how many equal letters two texts begin."""
    at = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            return at
        at += 1
    return at


def _alike_at_end(one: str, other: str) -> int:
    backwards = one[::-1]
    return _alike_at_start(backwards, other[::-1])


def _around(text: str, start: int, end: int) -> str:
    """Return the text without what it shares at both ends, but for a few letters of it."""
    head = text[: max(0, start - AROUND)]
    tail_length = max(0, end - AROUND)
    body = text.removeprefix(head)
    piece = body[: len(body) - tail_length]
    shown = in_short(piece, 2 * LONGEST_QUOTE)
    if head:
        shown = f"…{shown}"
    if tail_length:
        shown = f"{shown}…"
    return shown
