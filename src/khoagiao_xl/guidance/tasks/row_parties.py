"""A cell that holds who leads and who helps: «Chủ trì: A; phối hợp: B», «A (chủ trì), B», «A / B»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from khoagiao_xl.guidance.words.organs import is_organ_alone, organ_from
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

# «Chủ trì: A», «- Phối hợp: B»: the word stands before the names.
_LABEL = re.compile(
    rf"{WORD_START}(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận)\s*(?:,\s*đơn vị)?\s+)?"
    rf"(?P<role>chủ trì|chủ động|phối hợp|phụ trách|thực hiện|tham mưu|chuẩn bị|phục vụ|ct|ph)"
    r"(?:\s+(?:chính|thực hiện))?\s*:\s*"
)
# «A chủ trì, phối hợp với B», «A (chủ trì); B (phối hợp)»: the word stands behind the names.
_LEADS = re.compile(rf"\s*[(,\-]?\s*(?:là\s+)?(?:chủ trì|ct){WORD_END}\s*(?:thực hiện|tham mưu)?\s*\)?")
_HELPS_BEFORE = re.compile(rf"[,;.\n(]?\s*(?:và\s+)?phối hợp{WORD_END}(?:\s+(?:với|cùng))*\s*:?\s*")
_HELPS_BEHIND = re.compile(
    rf"\s*[(,\-]?\s*(?:cùng\s+)?(?:phối hợp|ph|phục vụ|tham gia|hỗ trợ){WORD_END}"
    r"\s*(?:thực hiện)?\s*\)?\s*[.;]?\s*$"
)
# «Đoàn phường (các chi đoàn trường học phối hợp)», «Phòng A (cùng Phòng B)»
_HELPER_IN_BRACKETS = re.compile(
    r"\s*\((?:(?:cùng|cùng với|với)\s+(?P<beside>[^();:]+)|"
    r"(?P<helper>[^();:]+?)\s+(?:cùng\s+)?(?:phối hợp|hỗ trợ|phục vụ|tham gia))\)\s*$"
)
_BETWEEN_NAMES = re.compile(r"(?:\s*[,+&]|\s+(?:và|cùng))\s+(?=\S)")
_PARTED = re.compile(r"[;\n]")
_HELPING_ROLES = frozenset({"phối hợp", "ph", "phục vụ"})
_PREPARING = "chuẩn bị"  # helps whom the cell names before it, else leads
_OF_WHOM = re.compile(
    r"^(?:(?:thuộc\s+)?trách nhiệm(?:\s+(?:chính|thực hiện))?\s+(?:của|thuộc(?:\s+về)?)|"
    r"giao(?:\s+cho)?|do)\s+(?=\S)",
    re.IGNORECASE,
)
_EDGES = " ,;:.-–+•*()\n/"


class Parties(NamedTuple):
    """Who leads and who helps, as written; "" where nobody is named."""

    lead: str
    support: str


def parties_of(cell: str, *, holds_both: bool, by_comma: bool = False) -> Parties:
    """Return who leads and who helps by a cell.

    holds_both: its head speaks of both; by_comma: and of nobody else, so a comma parts them too.
    """
    labelled = list(_labelled(cell))
    if labelled:
        return _by_label(cell, labelled)
    by_words = _by_bracket(cell) or _by_words(cell)
    if by_words:
        return by_words
    by_order = _by_order(cell) if holds_both else None
    if by_order:
        return by_order
    by_list = _by_list(cell) if by_comma else None
    if by_list:
        return by_list
    return _by_dash(cell)


def names_roles(cell: str) -> bool:
    """Say whether words of the cell tell who leads and who helps, not only the order of the names."""
    if list(_labelled(cell)):
        return True
    return _by_words(cell) is not None


def _by_bracket(cell: str) -> Parties | None:
    """Return the body in the bracket behind the lead as who helps, None where there is none."""
    bracket = _HELPER_IN_BRACKETS.search(cell)
    if bracket is None:
        return None
    lead = _tidy(cell[: bracket.start()])
    helper = bracket["helper"] or bracket["beside"]
    return Parties(lead, _tidy(helper)) if lead else None


def _by_dash(cell: str) -> Parties:
    """Return the first of two whole names round a dash as the lead: not of «Phòng Văn hóa - Xã hội»."""
    first, _, second = cell.partition(" - ")
    lead = _tidy(first)
    helper = _tidy(second)
    if is_organ_alone(lead) and is_organ_alone(helper):
        return Parties(lead, helper)
    return Parties(_tidy(cell), "")


def _labelled(cell: str) -> Iterator[tuple[str, str]]:
    """Yield (role, names) of a cell that names its roles before the bodies."""
    labels = _LABEL.finditer(plain(cell))
    role, start = "", 0
    for label in labels:
        first, behind = label.span()
        if role:
            yield role, _tidy(cell[start:first])
        role = label["role"]
        start = behind
    if role:
        yield role, _tidy(cell[start:])


def _by_label(cell: str, labelled: list[tuple[str, str]]) -> Parties:
    leads: list[str] = []
    helpers: list[str] = []
    for role, names in labelled:
        if role in _HELPING_ROLES or (role == _PREPARING and leads):
            helpers.append(names)
        else:
            leads.append(names)
    if not leads:
        unnamed = _before_labels(cell)
        leads += filter(None, [unnamed])
    return Parties("; ".join(leads), "; ".join(helpers))


def _before_labels(cell: str) -> str:
    """Return whom a cell names before its first label."""
    first = _LABEL.search(plain(cell))
    if first is None:
        return ""
    start = first.start()
    return _tidy(cell[:start])


def _by_words(cell: str) -> Parties | None:
    low = plain(cell)
    leads = _LEADS.search(low)
    if leads and leads.start() > 0:
        start, end = leads.span()
        return _round_lead(cell[:start], cell[end:])
    helps = _HELPS_BEFORE.search(low)
    if not helps:
        return _with_helper_last(cell)
    start, end = helps.span()
    lead = cell[:start]
    helpers = cell[end:]
    if not lead:
        return None
    if not helpers.strip(_EDGES):
        return None
    return Parties(_tidy(lead), _tidy(helpers))


def _with_helper_last(cell: str) -> Parties | None:
    """Return the parties of «Phó Giám đốc; Văn phòng phục vụ»."""
    lead, sign, last = cell.rpartition(";")
    if not sign:
        return None
    low = plain(last)
    if not _HELPS_BEHIND.search(low):
        return None
    leading = _tidy(lead)
    helping = _helpers(last)
    return Parties(leading, helping)


def _round_lead(before: str, behind: str) -> Parties:
    """Return the name right before «chủ trì» as the lead; others before and behind it help."""
    *others, lead = _PARTED.split(before)
    others.append(_helpers(behind))
    joined = "\n".join(others)
    return Parties(
        _tidy(lead),
        _tidy(joined),
    )


def _helpers(rest: str) -> str:
    low = plain(rest)
    opening = _HELPS_BEFORE.match(low)
    if opening:
        rest = rest[opening.end() :]
    ending = _HELPS_BEHIND.search(plain(rest))
    if ending:
        rest = rest[: ending.start()]
    return _tidy(rest)


def _by_order(cell: str) -> Parties | None:
    """Return the first named as the lead where a cell of both has «/», «;» or lines between them."""
    for sign in ("/", "\n", ";"):
        first, _, others = cell.partition(sign)
        lead = _tidy(first)
        if others and is_organ_alone(lead):
            return Parties(lead, _helpers(others))
    return None


def _by_list(cell: str) -> Parties | None:
    """Return the first of a list of whole names as the lead: of «Sở Y tế, Hội Chữ thập đỏ»."""
    for sign in _BETWEEN_NAMES.finditer(cell):
        start, end = sign.span()
        lead = _tidy(cell[:start])
        others = cell[end:]
        # «Các chi bộ, các đoàn thể» are one as much as the other.
        if plain(lead).startswith("các "):
            return None
        if is_organ_alone(lead) and _begins_name(others):
            return Parties(lead, _tidy(others))
    return None


def _begins_name(words: str) -> bool:
    """Say whether a name of its own begins here: not in «Đảng ủy các xã, phường», «Văn hóa và Thể thao»."""
    if words[0].islower() and not words.startswith("các "):
        return False
    return organ_from(words, 0) != ""


def _tidy(names: str) -> str:
    """Return names on one line, without the signs that part them from others."""
    lines: list[str] = []
    for line in names.split("\n"):
        bare = _OF_WHOM.sub("", line.strip(_EDGES))
        lines += filter(None, [bare])
    joined = "; ".join(lines)
    if joined.count("(") > joined.count(")"):
        return joined + ")"
    return joined
