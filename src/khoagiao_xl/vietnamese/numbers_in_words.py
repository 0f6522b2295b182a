"""Numbers written in words: «mười lăm», «hai mươi mốt», «một nghìn không trăm linh năm».

Only the full way of saying a number is read: «trăm hai» (120), «nghìn rưỡi», «hai lăm» are left to a person.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from khoagiao_xl.vietnamese.figures import Number, from_digits
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.text import fold


class NumberWord(NamedTuple):
    """A word of a number. role: one letter, what it does in the number."""

    role: str
    value: int


_DIGIT, _LAST, _TEN, _TIMES_TEN, _HUNDRED, _ODD, _SCALE = "đcmMtls"
# «muoi», typed without its marks, is ten or times ten: what stands before it tells.
_BARE_TEN: Final = "u"
_ROLES: Final = {
    "số": _DIGIT,
    "số cuối": _LAST,
    "mười": _TEN,
    "mươi": _TIMES_TEN,
    "trăm": _HUNDRED,
    "lẻ": _ODD,
    "bậc": _SCALE,
}
_TENS: Final = "[mu][đc]?|đ[Mu][đc]?"
_HUNDREDS: Final = f"đt(?:lđ|{_TENS})?"
_ALONE: Final = re.compile(f"{_HUNDREDS}|{_TENS}|đ")
_BEFORE_A_SCALE: Final = re.compile(f"{_HUNDREDS}|{_TENS}|lđ|đ")
# A lone digit there may be of any place: «một nghìn hai» is 1.200 to most.
_BEHIND_A_SCALE: Final = re.compile(f"{_HUNDREDS}|{_TENS}|lđ")
_POINTS: Final = (" phẩy ", " phay ")
_ZERO: Final = "kh"  # «phẩy không năm»: its noughts would be lost
_MOST_WORDS: Final = 25


def _words_by_spelling() -> dict[str, NumberWord]:
    found = {}
    for row in language_rows("number_words"):
        role = _ROLES[row["Loại"]]
        value = int(row["Giá trị"])
        found[row["Từ"]] = NumberWord(role, value)
    return found


def _words_without_marks() -> dict[str, NumberWord]:
    found: dict[str, NumberWord] = {}
    for spelling, word in _WORDS.items():
        bare = fold(spelling)
        found.setdefault(bare, word)
    found["muoi"] = NumberWord(_BARE_TEN, 10)
    return found


_WORDS: Final = _words_by_spelling()
_BARE_WORDS: Final = _words_without_marks()


def number_in_words(text: str) -> Number | None:
    """Return the number that `text` says in words, with or without their marks; None where it says none."""
    whole, point, part = _parted(text)
    number = _whole_number(whole)
    if number is None or not point:
        return number
    decimals = _whole_number(part)
    if decimals is None or part.casefold().startswith(_ZERO):
        return None
    return from_digits(f"{number}.{decimals}")


def _parted(text: str) -> tuple[str, str, str]:
    """Return the words before «phẩy», the word itself and those behind it."""
    for point in _POINTS:
        before, found, behind = text.partition(point)
        if found:
            return before, found, behind.strip()
    return text, "", ""


def _whole_number(text: str) -> int | None:
    known = _BARE_WORDS if text.isascii() else _WORDS
    spoken = text.casefold().split()
    if not spoken or len(spoken) > _MOST_WORDS:
        return None
    words = []
    for word in spoken:
        if word not in known:
            return None
        words.append(known[word])
    return _number(words)


def _number(words: list[NumberWord]) -> int | None:
    """Return the sum of the groups, each times its scale; the scales come down from group to group."""
    total, above = 0, 0
    group: list[NumberWord] = []
    for word in words:
        if word.role != _SCALE:
            group.append(word)
            continue
        scale = word.value
        if above and scale >= above:
            return None
        times = _group(group, _BEFORE_A_SCALE)
        if not times:
            return None
        total += times * scale
        above = scale
        group = []
    rest = _rest(group, is_behind_a_scale=above > 0)
    if rest is None:
        return None
    return total + rest


def _rest(group: list[NumberWord], *, is_behind_a_scale: bool) -> int | None:
    """Return what the words behind the last scale say, 0 for no words; without any scale they are all."""
    if not is_behind_a_scale:
        return _group(group, _ALONE)
    if not group:
        return 0
    return _group(group, _BEHIND_A_SCALE)


def _group(words: list[NumberWord], grammar: re.Pattern[str]) -> int | None:
    """Return a number below a thousand."""
    roles = "".join(word.role for word in words)
    if not grammar.fullmatch(roles):
        return None
    value = 0
    digit: int | None = None
    for word in words:
        if word.role in (_DIGIT, _LAST):
            digit = word.value
        elif word.role != _ODD:
            times = 1 if digit is None else digit
            value += times * word.value
            digit = None
    return value + (digit or 0)
