"""Is every word of a tree known, and is each function given what it takes: said before a rule is used."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.rules.functions import FUNCTIONS, Function, Takes
from khoagiao_xl.rules.functions_of_periods import LEAST_HISTORY, MOST_HISTORY
from khoagiao_xl.rules.placeholders import PLACEHOLDERS
from khoagiao_xl.rules.syntax import Call, Constant, Name, Node, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

INDICATOR: Final = re.compile(r"KG\d{3}", re.ASCII)
MOST_DIGITS: Final = 6


def require_known(tree: Node, text: str) -> None:
    """Raise WrongRequest QT-01 for an unknown word, QT-07 for a function given what it does not take."""
    for node in walk(tree):
        match node:
            case Name(name):
                _require_name(name, text)
            case Call(name, arguments):
                _require_function(name, arguments, text)


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


def _require_name(name: str, text: str) -> None:
    if not is_name(name):
        raise _unknown(name, text)


def _require_function(name: str, arguments: Sequence[Node], text: str) -> None:
    if name not in FUNCTIONS:
        raise _unknown(name, text)
    function = FUNCTIONS[name]
    if not _takes_them(function, arguments):
        raise WrongRequest(
            "QT-07",
            text=text,
            usage=function.usage,
            meaning=function.meaning,
        )


def _unknown(word: str, text: str) -> WrongRequest:
    known = [*FUNCTIONS, *PLACEHOLDERS]
    return WrongRequest(
        "QT-01",
        text=text,
        part=word,
        hint=nearest(word, known),
    )


def _takes_them(function: Function, arguments: Sequence[Node]) -> bool:
    given = len(arguments)
    most = len(function.takes)
    if not function.least <= given <= most:
        return False
    pairs = zip(arguments, function.takes, strict=False)  # what may be left out stands last
    return all(_fits(argument, takes) for argument, takes in pairs)


def _fits(argument: Node, takes: Takes) -> bool:
    match takes, argument:
        case Takes.VALUE, _:
            return True
        case Takes.CHOICE, Name(name):
            return INDICATOR.fullmatch(name) is not None
        case Takes.COUNT, Constant(value):
            return _is_count(value)
        case Takes.NUMBER, Constant():
            return True
    return False


def _is_count(value: float) -> bool:
    if not isinstance(value, int):
        return False
    return LEAST_HISTORY <= value <= MOST_HISTORY
