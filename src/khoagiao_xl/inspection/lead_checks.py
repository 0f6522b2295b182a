"""Who leads: a unit of the list, the office itself or one of its bodies, or all of them together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.inspection.days import SETTLED
from khoagiao_xl.inspection.master_pages import ask
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.inspection.master_pages import Master

Words = tuple[str, ...]
# Whoever begins with these words is more than one unit, and none of the list.
MANY: Final = ("các", "những", "mỗi", "từng", "tất cả", "toàn thể", "cấp ủy các", "cấp ủy cơ sở", "đơn vị")
# A unit's Party organisation is the unit.
OF_A_UNIT: Final = ("đảng bộ", "chi bộ", "đảng ủy", "chi ủy", "cấp ủy", "ban chấp hành đảng bộ", "chi đoàn")
BETWEEN: Final = frozenset({"va", "cung", "voi", "phoi", "hop"})


def leads(master: Master) -> Iterator[Finding]:
    """Leads of tasks and reviews that nobody could be written to, with the nearest names."""
    names = _names(master)
    known, own = _known(master, names), _own_bodies(master)
    for table in (schema.TASKS, schema.REVIEWS):
        for page, line in master.lines(table):
            settled = line.text("status") in SETTLED
            stranger = "" if settled else _stranger(line.text("lead"), known, own)
            if stranger:
                near = dict.fromkeys(names[name] for name in master.near(stranger, list(names)))
                yield page.finding("KT-70", Severity.QUESTION, line, "lead", found=stranger, near=ask(near))


def _names(master: Master) -> dict[str, str]:
    """Return every name and other name, each with the name it is offered by."""
    own = [master.setting(key) for key in ("co_quan", "ban_tham_muu")]
    names = {name: name for name in own if name}
    for _, line in master.lines(schema.UNITS):
        names |= {name: line.text("name") for name in (line.text("name"), *line.words("aliases")) if name}
    return names


def _known(master: Master, names: Iterable[str]) -> set[Words]:
    """Return every known name as folded words, also behind «Đảng bộ», «Chi bộ» and the like."""
    plain = {_words(name) for name in [*names, *master.texts(schema.UNITS, "code")]}
    heads = {_words(head) for head in OF_A_UNIT}
    return plain | heads | {head + name for head in heads for name in plain}


def _own_bodies(master: Master) -> Words:
    """Return the words behind the office's own bodies: «Đảng ủy Khối» in «Ban Tuyên giáo Đảng ủy Khối»."""
    office, staff = _words(master.setting("co_quan")), _words(master.setting("ban_tham_muu"))
    tails = [staff[at:] for at in range(len(staff))]
    return next((tail for tail in tails if len(tail) > 1 and office[: len(tail)] == tail), ())


def _words(text: str) -> Words:
    return tuple(word for raw in text.split() if (word := fold(raw).strip(" ,;.:-–")))


def _stranger(text: str, known: set[Words], own: Words) -> str:
    """Return the first name in the cell that is not known, as written; blank when all are."""
    for part in re.split(r"[;\n]", text):
        if not _is_many(part):
            name = _first_unknown(part.split(), known)
            if name and not (own and _words(" ".join(name))[-len(own) :] == own):
                return " ".join(name).strip(" ,.-")
    return ""


def _is_many(part: str) -> bool:
    words = _words(part)
    return any(words[: len(head)] == head for head in map(_words, MANY))


def _first_unknown(tokens: Sequence[str], known: set[Words]) -> list[str]:
    """Return the first name that is not known: up to where known names go on, else all that is left."""
    rest = _after_known(tokens, known)
    ends = [end for end in range(1, len(rest)) if _is_end(rest, end)]
    return next((rest[:end] for end in ends if not _after_known(rest[end:], known)), rest)


def _after_known(tokens: Sequence[str], known: set[Words]) -> list[str]:
    """Return what is left of the words once the known names at their start are taken off, longest first."""
    rest = list(tokens)
    while rest:
        ends = [end for end in range(len(rest), 0, -1) if _is_end(rest, end)]
        taken = next((end for end in ends if _words(" ".join(rest[:end])) in known), 0)
        if not taken and not set(_words(rest[0])) <= BETWEEN:
            return rest
        rest = rest[taken or 1 :]
    return []


def _is_end(tokens: Sequence[str], end: int) -> bool:
    """Whether a name may end there: «Sở Y tế tỉnh» is not «Sở Y tế» and something else."""
    return end == len(tokens) or tokens[end - 1].endswith(",") or set(_words(tokens[end])) <= BETWEEN
