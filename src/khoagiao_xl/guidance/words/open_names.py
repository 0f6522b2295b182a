"""Bodies whose name goes on with what they are for: «Ban Chỉ đạo về chuyển đổi số tỉnh»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khoagiao_xl.guidance.words.body_kinds import OPEN_KINDS
from khoagiao_xl.guidance.words.half_names import governs
from khoagiao_xl.guidance.words.verbs import first_verb, is_verb, is_verb_behind
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import CAPITAL, SMALL
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, WORD_START

_KIND = re.compile(rf"(?<![^\W_])(?:{OPEN_KINDS})\s+$")
_LEVEL = "cấp"
_OPENING = "mở ra"
_ROWS = language_rows("open_names")


def _words(kind: str) -> str:
    words = [row["Từ"] for row in _ROWS if row["Loại"] == kind]
    words.sort(key=len, reverse=True)
    return "|".join(words)


# «Ban Chỉ đạo cuộc vận động ...», «Tổ công tác về ...», but «Tổ công tác về đích sớm».
_OPENS = re.compile(rf"(?:{_words(_OPENING)}){LETTERS_END}")
# «... chuyển đổi số tỉnh | họp»: with the level to which it belongs the name is whole.
_LEVELS = re.compile(rf"{WORD_START}(?:{_words(_LEVEL)})(?:\s+[{CAPITAL}][{SMALL}]*)*")
_STOP = re.compile(r"[.;:()]|,\s+(?:phối hợp|chủ trì)")
# «Tổ công tác của Ủy ban nhân dân tỉnh | về chuyển đổi số».
_ABOUT = re.compile(r"\s+về\s+(?=\w)")
_MOST_LETTERS = 160  # behind the kind
_NEAR = 60


def end_of_open_name(canon: str, place: int) -> int:
    """Return where the name ends that goes on at `place` behind a kind such as «Ban Chỉ đạo », else 0."""
    start = max(0, place - _NEAR)
    before = canon[start:place].lower()
    if not _KIND.search(before):
        return 0
    low = canon.lower()
    opening = _OPENS.match(low, place)
    if not opening:
        return 0
    behind = opening.end()
    # «Tổ công tác rà soát các văn bản của xã» does something.
    if is_verb(low, place) and governs(canon, behind):
        return 0
    for level in _levels(canon, behind):
        end = _end_with_topic(canon, low, level)
        if end:
            return end
    return 0


def _levels(canon: str, place: int) -> Iterator[int]:
    """Yield where the levels end to which a body may belong, in front of what the sentence asks."""
    end = place + _MOST_LETTERS
    stop = _STOP.search(canon, place, end)
    if stop:
        end = stop.start()
    for level in _LEVELS.finditer(canon, place, end):
        yield level.end()


def _end_with_topic(canon: str, low: str, behind: int) -> int:
    """Return where the name ends whose level ends at `behind`, 0 where no verb of a sentence follows it."""
    about = _ABOUT.match(low, behind)
    if about:
        topic = about.end()
        return topic + length_of_topic(canon[topic:])
    rest = canon[behind:]
    words = rest.lstrip(" ")
    place = len(canon) - len(words)
    if is_verb_behind(low, place):
        return behind
    return 0


def length_of_topic(words: str) -> int:
    """Return how long a topic is that may begin with a verb: «chuyển đổi số | kiểm tra 10 xã»."""
    first, blank, rest = words.partition(" ")
    second, _, _ = rest.partition(" ")
    start = len(first) + len(blank) + len(second)
    stop = _STOP.search(words)
    end = len(words)
    if stop:
        end = stop.start()
    return min(start + first_verb(words[start:]), end)
