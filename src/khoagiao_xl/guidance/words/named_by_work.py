"""Bodies named after what they do: «Hội Xây dựng», «Ban Tư vấn, phản biện», «Tổ kiểm tra, hướng dẫn»."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.body_kinds import NEEDS_MORE
from khoagiao_xl.guidance.words.half_names import governs
from khoagiao_xl.guidance.words.roles import HELPS, LEADS_SURELY
from khoagiao_xl.guidance.words.verbs import first_verb, is_verb, is_verb_behind
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import canonical

_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+(?![^\W_])")
_VERBS = frozenset(row["Động từ"] for row in language_rows("verbs"))
# «Ban Tư vấn» in front of «, phản biện»: the head and no more than two words of work.
_HEAD = re.compile(
    rf"(?:^|[,;:(]\s*|\s)(?:{NEEDS_MORE})\s(?P<work>[^\W\d_]+ [^\W\d_]+)(?:, [^,;:.()]+)?$",
    re.IGNORECASE,
)
_IS_HEAD = re.compile(rf"(?:{NEEDS_MORE}) (?!chức)")
_COMMA = re.compile(r",\s+(?=[^\W\d_])")
_STOP = re.compile(r"[,;:.()]")
_NEAR = 70  # letters in front that may hold the head and its works


def end_of_named_work(canon: str, place: int) -> int:
    """Return where two words of work end that begin with a capital at `place`: «Hội Xây dựng», else 0.

    The capital says that they are of the name, and the second may be a verb by itself: «dựng».
    """
    if not canon[place].isupper():
        return 0
    words = _TWO_WORDS.match(canon, place)
    # «Văn phòng Ban | bố trí ...» is no «ban bố».
    if words is None or _IS_HEAD.match(words[0].lower()):
        return 0
    return words.end() if words[0].lower() in _VERBS else 0


def goes_on_with_work(canon: str, comma: int) -> int:
    """Return where the next work of a name ends: «Ban Tư vấn, phản biện | lập danh mục», 0 where none does.

    Work in small letters is of the name where the verb of the sentence, or nothing, stands behind it.
    """
    named = _works_before(canon, comma)
    behind = _COMMA.match(canon, comma)
    if not (named and behind):
        return 0
    work = _TWO_WORDS.match(canon, behind.end())
    if work is None or not _is_work(canon, work):
        return 0
    end = work.end()
    if work[0][0].isupper():
        return end
    if governs(canon, end):
        return 0
    is_capital = named[0].isupper()
    return end if _ends_name(canon, end, is_capital=is_capital) else 0


def _works_before(canon: str, comma: int) -> str:
    """Return the work that the head in front of the comma is named after, "" where it is not."""
    start = max(0, comma - _NEAR)
    before = canon[start:comma]
    head = _HEAD.search(before)
    if head is None:
        return ""
    work = head["work"]
    return work if work.lower() in _VERBS else ""


def _is_work(canon: str, work: re.Match[str]) -> bool:
    low = canon.lower()
    if LEADS_SURELY.match(low, work.start()) or HELPS.match(low, work.start()):
        return False
    return work[0].lower() in _VERBS


def _ends_name(canon: str, place: int, *, is_capital: bool) -> bool:
    """Say whether the name may end behind its last work: at a verb, a role, or a stop."""
    rest = canon[place:]
    stop = _STOP.search(rest)
    clause = rest[: stop.start()] if stop else rest
    words = clause.strip()
    if not words:
        return is_capital
    start = place + 1
    if is_verb_behind(canon.lower(), start):
        return True
    return is_capital and first_verb(words) < len(words)


def may_go_on_with_work(name: str, behind: str) -> bool:
    """Say whether the words `behind` a name may be part of it: «Hội Quy hoạch | phát triển đô thị mở lớp».

    It is so where the name ends with its own work, a verb follows, and another verb stands behind that one.
    """
    canon = canonical(f"{name} ")
    head = _works_before(canon, len(name))
    rest = canonical(behind).strip(" ,")
    if not head or not is_verb(rest.lower(), 0):
        return False
    first = _TWO_WORDS.match(rest)
    if first is None or governs(rest, first.end()):
        return False
    stop = _STOP.search(rest)
    clause = rest[first.end() : stop.start()] if stop else rest[first.end() :]
    return first_verb(clause) < len(clause)
