"""How sure the name of a body is: a whole name that is known as one, or words that may be anything."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.body_kinds import HEADS, KIND_HERE, MANY, NEEDS_MORE, STANDS_ALONE
from khoagiao_xl.guidance.words.known_bodies import known_names
from khoagiao_xl.guidance.words.verbs import first_verb
from khoagiao_xl.vietnamese.running_text import canonical, plain
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, WORD_END, any_of

_FIRST = re.compile(rf"{MANY}(?:{HEADS}){LETTERS_END}")
_ALONE = re.compile(rf"{MANY}(?:{STANDS_ALONE}){LETTERS_END}")
_BARE = re.compile(rf"(?P<many>{MANY})(?:{NEEDS_MORE}){WORD_END}")
# What stands for nobody in particular: «đơn vị liên quan», «cơ quan nêu trên».
_VAGUE = re.compile(
    any_of(
        "liên quan | nêu trên | nói trên | trên | này | khác | sau | dưới đây | có thẩm quyền | đầu mối | "
        "(?:cơ quan|đơn vị) (?:chủ trì|chuyên môn) | thường trực"
    )
    + r"\s*$"
)
_MOST_WORDS = 25  # of a name or of a list of names that is surely one


def is_sure_body(organ: str) -> bool:
    """Say whether `organ` is surely the whole name of a body, or of an office that a person holds."""
    low = plain(organ).strip()
    if low in known_names():
        return True
    words = low.split()
    if len(words) > _MOST_WORDS:
        return False
    if _VAGUE.search(low):
        return False
    if "%" in low:
        return False
    if _holds_verb(organ):
        return False
    return _is_named(organ, low)


def _holds_verb(organ: str) -> bool:
    """Say whether a verb in small letters stands in the name outside of the kinds that have one."""
    bare = canonical(organ)
    low = plain(organ)
    for kind in KIND_HERE.finditer(low):
        start, end = kind.span()
        before = bare[:start]
        behind = bare[end:]
        length = end - start
        gap = "_" * length
        bare = before + gap + behind
    verb = first_verb(bare)
    return verb < len(bare)


def _is_named(organ: str, low: str) -> bool:
    """Say whether more than a bare head word names it: «Sở Y tế», «các chi bộ», not «Ban», «Hội»."""
    if KIND_HERE.match(low):
        return True
    if _ALONE.match(low):
        return True
    bare = _BARE.match(low)
    if not bare:
        return True
    end = bare.end()
    many = bare["many"].strip()
    rest = low[end:].strip(" ,")
    if not rest:
        return many != ""
    if many:
        return True
    canon = canonical(organ)
    return _goes_on_as_name(canon, end)


def _goes_on_as_name(canon: str, end: int) -> bool:
    """Say whether a capital, a figure or another body's word follows the head: «Trường A», «phòng 5»."""
    rest = canon[end:]
    rest = rest.strip(" ,")
    first = rest[0]
    if not first.islower():
        return True
    low = rest.lower()
    return _FIRST.match(low) is not None
