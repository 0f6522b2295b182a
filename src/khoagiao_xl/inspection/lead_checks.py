"""Who leads: a unit of the list, the office itself or one of its bodies, or all of them together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.inspection.days import SETTLED
from khoagiao_xl.inspection.nearest_names import near, question
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.inspection.check_context import CheckContext

Words = tuple[str, ...]
# Whoever begins with these words is more than one unit, and none of the list.
MANY: Final = ("các", "những", "mỗi", "từng", "tất cả", "toàn thể", "cấp ủy các", "cấp ủy cơ sở", "đơn vị")
OF_A_UNIT: Final = ("đảng bộ", "chi bộ", "đảng ủy", "chi ủy", "cấp ủy", "ban chấp hành đảng bộ", "chi đoàn")
BETWEEN: Final = frozenset({"va", "cung", "voi", "phoi", "hop"})


def leads(context: CheckContext) -> Iterator[Finding]:
    """Leads of tasks and reviews that nobody could be written to, with the nearest names."""
    names = _names(context)
    known = _known(context, names)
    own = _own_bodies(context)
    for line in (*context.tasks, *context.reviews):
        if line.text("status") in SETTLED:
            continue
        lead = line.text("lead")
        stranger = _stranger(lead, known, own)
        if stranger:
            offered = _offered(stranger, names)
            yield line.question("KT-70", "lead", found=stranger, near=offered)


def _offered(stranger: str, names: dict[str, str]) -> str:
    spellings = near(stranger, names)
    offered = dict.fromkeys(names[spelling] for spelling in spellings)
    return question(offered)


def _names(context: CheckContext) -> dict[str, str]:
    """Return every name and other name, each with the name it is offered by."""
    names = {}
    for key in ("co_quan", "ban_tham_muu"):
        own = context.setting(key)
        names[own] = own
    for line in context.units:
        name = line.text("name")
        for spelling in (name, line.text("former_name"), *line.words("aliases")):
            names[spelling] = name
    names.pop("", None)
    return names


def _known(context: CheckContext, names: Iterable[str]) -> set[Words]:
    """Return every known name as folded words, also behind «Đảng bộ», «Chi bộ» and the like."""
    codes = context.texts(schema.UNITS, "code")
    plain = set(map(_words, (*names, *codes)))
    known = set(plain)
    for head in _HEADS_OF_A_UNIT:
        known.add(head)
        for name in plain:
            known.add(head + name)
    return known


def _own_bodies(context: CheckContext) -> Words:
    """Return the words behind the office's own bodies: «Đảng ủy Khối» in «Ban Tuyên giáo Đảng ủy Khối»."""
    office = _words(context.setting("co_quan"))
    staff = _words(context.setting("ban_tham_muu"))
    for at in range(len(staff) - 1):
        tail = staff[at:]
        if office[: len(tail)] == tail:
            return tail
    return ()


def _words(text: str) -> Words:
    words = []
    for raw in text.split():
        word = fold(raw).strip(" ,;.:-–")
        if word:
            words.append(word)
    return tuple(words)


# A unit's Party organisation is the unit.
_HEADS_OF_A_UNIT: Final = [_words(head) for head in OF_A_UNIT]
_HEADS_OF_MANY: Final = [_words(head) for head in MANY]


def _stranger(text: str, known: set[Words], own: Words) -> str:
    """Return the first name in the cell that is not known, as written; blank when all are."""
    for part in re.split(r"[;\n]", text):
        if _is_many(part):
            continue
        name = " ".join(_first_unknown(part.split(), known))
        if name and not _ends_with(name, own):
            return name.strip(" ,.-")
    return ""


def _is_many(part: str) -> bool:
    words = _words(part)
    for head in _HEADS_OF_MANY:
        length = len(head)
        if words[:length] == head:
            return True
    return False


def _ends_with(name: str, own: Words) -> bool:
    if not own:
        return False
    words = _words(name)
    return words[-len(own) :] == own


def _first_unknown(tokens: Sequence[str], known: set[Words]) -> Sequence[str]:
    """Return the first name that is not known: up to where known names go on, else all that is left."""
    rest = _after_known(tokens, known)
    for end in range(1, len(rest)):
        if _is_end(rest, end) and not _after_known(rest[end:], known):
            return rest[:end]
    return rest


def _after_known(tokens: Sequence[str], known: set[Words]) -> Sequence[str]:
    """Return what is left of the words once the known names at their start are taken off, longest first."""
    rest = tokens
    while rest:
        taken = _longest_known(rest, known)
        if not taken and not _is_between(rest[0]):
            return rest
        rest = rest[taken or 1 :]
    return ()


def _longest_known(tokens: Sequence[str], known: set[Words]) -> int:
    """Return how many words at the start are a known name, 0 where none is."""
    for end in range(len(tokens), 0, -1):
        if _is_end(tokens, end) and _words(" ".join(tokens[:end])) in known:
            return end
    return 0


def _is_end(tokens: Sequence[str], end: int) -> bool:
    """Whether a name may end there: «Sở Y tế tỉnh» is not «Sở Y tế» and something else."""
    if end == len(tokens) or tokens[end - 1].endswith(","):
        return True
    return _is_between(tokens[end])


def _is_between(token: str) -> bool:
    return BETWEEN.issuperset(_words(token))
