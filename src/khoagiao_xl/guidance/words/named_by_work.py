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
_NEXT_WORK = re.compile(rf",\s+(?P<work>{_TWO_WORDS.pattern})")
_STOP = re.compile(r"[,;:.()]")
_NEAR = 70  # letters in front that may hold the head and its works


def end_of_named_work(canon: str, place: int) -> int:
    """Return where two words of work end that begin with a capital at `place`: «Hội Xây dựng», else 0.

    The capital says that they are of the name, and the second may be a verb by itself: «dựng».
    """
    if not canon[place].isupper():
        return 0
    words = _TWO_WORDS.match(canon, place)
    if words is None:
        return 0
    work = words[0].lower()
    # «Văn phòng Ban | bố trí ...» is no «ban bố».
    if _IS_HEAD.match(work) or work not in _VERBS:
        return 0
    return words.end()


def goes_on_with_work(canon: str, comma: int) -> int:
    """Return where the next work of a name ends: «Ban Tư vấn, phản biện | lập danh mục», 0 where none does.

    Work in small letters is of the name where the verb of the sentence, or nothing, stands behind it.
    """
    named = _works_before(canon, comma)
    if not named:
        return 0
    work = _NEXT_WORK.match(canon, comma)
    if work is None:
        return 0
    start, end = work.span("work")
    if not _is_work(canon, start, work["work"]):
        return 0
    if canon[start].isupper():
        return end
    if governs(canon, end):
        return 0
    if _ends_name(canon, end, is_capital=named[0].isupper()):
        return end
    return 0


def _works_before(canon: str, comma: int) -> str:
    """Return the work that the head in front of the comma is named after, "" where it is not."""
    start = max(0, comma - _NEAR)
    head = _HEAD.search(canon, start, comma)
    if head is None:
        return ""
    work = head["work"]
    if work.lower() in _VERBS:
        return work
    return ""


def _is_work(canon: str, start: int, work: str) -> bool:
    low = canon.lower()
    if LEADS_SURELY.match(low, start):
        return False
    if HELPS.match(low, start):
        return False
    return work.lower() in _VERBS


def _ends_name(canon: str, place: int, *, is_capital: bool) -> bool:
    """Say whether the name may end behind its last work: at a verb, a role, or a stop."""
    clause = _clause(canon[place:])
    if not clause:
        return is_capital
    if is_verb_behind(clause.lower(), 0):
        return True
    verb = first_verb(clause)
    return is_capital and verb < len(clause)


def _clause(text: str) -> str:
    """Return the words up to the next stop."""
    clause, *_ = _STOP.split(text, maxsplit=1)
    return clause.strip()


def may_go_on_with_work(name: str, behind: str) -> bool:
    """Say whether the words `behind` a name may be part of it: «Hội Quy hoạch | phát triển đô thị mở lớp».

    It is so where the name ends with its own work, a verb follows, and another verb stands behind that one.
    """
    canon = canonical(name)
    if not _works_before(canon, len(canon)):
        return False
    clause = _clause(canonical(behind))
    low = clause.lower()
    first = _TWO_WORDS.match(clause)
    if first is None:
        return False
    end = first.end()
    if not is_verb(low, 0):
        return False
    if governs(clause, end):
        return False
    rest = clause[end:]
    return first_verb(rest) < len(rest)
