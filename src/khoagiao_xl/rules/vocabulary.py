"""Is every word of a tree known, and is each function given what it takes: said before a rule is used."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.rules.functions import FUNCTIONS, LEAST_HISTORY, MOST_HISTORY, Function, Takes
from khoagiao_xl.rules.placeholders import PLACEHOLDERS
from khoagiao_xl.rules.syntax import Call, Constant, Name, Node, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

INDICATOR: Final = re.compile(r"KG\d{3}", re.ASCII)
MOST_DIGITS: Final = 6


def require_known(tree: Node, text: str) -> None:
    """Raise WrongRequest QT-01 for an unknown word, QT-07 for a function given what it does not take."""
    for node in walk(tree):
        if isinstance(node, Name) and not is_name(node.name):
            raise _unknown(node.name, text)
        if isinstance(node, Call):
            if node.name not in FUNCTIONS:
                raise _unknown(node.name, text)
            _require_arguments(node, FUNCTIONS[node.name], text)


def is_name(name: str) -> bool:
    """Whether `name` is an indicator or a word that stands for several."""
    return bool(INDICATOR.fullmatch(name)) or name in PLACEHOLDERS


def nearest(word: str, known: list[str]) -> str:
    """Return « Có phải ...?» naming the known word most like `word`, or nothing when none is."""
    spelt = {name.casefold(): name for name in known}
    wanted = word.casefold()
    for found in get_close_matches(wanted, list(spelt), 1):
        return f" Có phải «{spelt[found]}»?"
    return ""


def _unknown(word: str, text: str) -> WrongRequest:
    hint = nearest(word, [*FUNCTIONS, *PLACEHOLDERS])
    return WrongRequest(
        "QT-01",
        text=text,
        part=word,
        hint=hint,
    )


def _require_arguments(node: Call, function: Function, text: str) -> None:
    if not _takes_them(function, node.arguments):
        raise WrongRequest(
            "QT-07",
            text=text,
            usage=function.usage,
            meaning=function.meaning,
        )


def _takes_them(function: Function, arguments: Sequence[Node]) -> bool:
    count = len(arguments)
    if not function.least <= count <= len(function.takes):
        return False
    wanted = function.takes[:count]  # what may be left out stands last
    return all(map(_fits, arguments, wanted))


def _fits(argument: Node, takes: Takes) -> bool:
    match takes:
        case Takes.VALUE:
            return True
        case Takes.CHOICE:
            return isinstance(argument, Name) and bool(INDICATOR.fullmatch(argument.name))
        case Takes.COUNT:
            return isinstance(argument, Constant) and _is_count(argument.value)
        case Takes.NUMBER:
            return isinstance(argument, Constant)


def _is_count(value: float) -> bool:
    return isinstance(value, int) and LEAST_HISTORY <= value <= MOST_HISTORY
