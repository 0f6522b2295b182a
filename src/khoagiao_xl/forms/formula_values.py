"""What the formulas of a form give, worked out without any office program, for programs that only show files.

It knows what the forms themselves use; of any other formula it says nothing (raises Unknown).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from math import copysign, floor
from typing import Final

from khoagiao_xl.model.cell_addresses import Area, cell_name

Scalar = float | str | bool | None
Values = Scalar | list[Scalar]
CellValue = Callable[
    [str, str], Scalar
]  # sheet and cell -> what stands there; raises Unknown, WorkedOutWrong

_TOKEN: Final = re.compile(
    r"""\s*(?:
    (?P<text>"(?:[^"]|"")*")
    |(?P<array>\{[^}]*\})
    |(?P<area>(?:(?:'(?:[^']|'')*'|\w+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.]))
    |(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    |(?P<name>[^\W\d][\w.]*)
    |(?P<sign><>|<=|>=|[-+*/&=<>(),])
    )""",
    re.VERBOSE,
)
_MAY_BE_A_NUMBER: Final = re.compile(r"[\d.,\s%/:+\-eE()]*\d[\d.,\s%/:+\-eE()]*")
_COMPARE: Final = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_LEVELS: Final = (tuple(_COMPARE), ("&",), ("+", "-"), ("*", "/"))
_DEEPER_BY: Final = {"(": 1, ")": -1}


_HALF: Final = 0.5 + 1e-9  # of a figure that was 2.25 before it became binary


class Unknown(Exception):
    """A formula that says more than the forms do."""


class WorkedOutWrong(Exception):
    """What Excel shows as an error, #VALUE! and its kin."""


Argument = Values | Unknown | WorkedOutWrong


class FormulaValues:
    """Works out formulas. names: defined name -> sheet and cell."""

    def __init__(self, value_of: CellValue, names: Mapping[str, tuple[str, str]]) -> None:
        self._value_of = value_of
        self._names = names

    def value(self, formula: str, sheet: str) -> Scalar:
        """Return what a formula on `sheet` gives; raise Unknown or WorkedOutWrong."""
        reader = _Reader(formula)
        worth = self._level(reader, sheet, 0)
        if reader.kind or isinstance(worth, list):
            raise Unknown(formula)
        return worth

    # -- operators, the weakest first ---------------------------------------------------------------------

    def _level(self, reader: _Reader, sheet: str, level: int) -> Values:
        if level == len(_LEVELS):
            return self._signed(reader, sheet)
        stronger = level + 1
        worth = self._level(reader, sheet, stronger)
        while reader.kind == "sign" and reader.coming in _LEVELS[level]:
            sign = reader.take()
            other = self._level(reader, sheet, stronger)
            operation = _operation(sign)
            worth = _each(operation, worth, other)
        return worth

    def _signed(self, reader: _Reader, sheet: str) -> Values:
        if reader.coming == "-":
            reader.take()
            return _each(_negative, self._signed(reader, sheet))
        return self._atom(reader, sheet)

    def _atom(self, reader: _Reader, sheet: str) -> Values:
        kind, word = reader.kind, reader.take()
        match kind:
            case "text":
                return word[1:-1].replace('""', '"')
            case "number":
                return float(word)
            case "array":
                return _numbers(word[1:-1])
            case "area":
                return self._area(word, sheet)
            case "name":
                return self._named(word, reader, sheet)
        if word != "(":
            raise Unknown(word)
        worth = self._level(reader, sheet, 0)
        reader.expect(")")
        return worth

    def _area(self, token: str, sheet: str) -> Values:
        named, _, cells = token.rpartition("!")
        where = sheet
        if named:
            where = named.strip("'").replace("''", "'")
        bare = cells.replace("$", "")
        if ":" not in bare:
            return self._value_of(where, bare)
        inside = _cells(Area.parse(bare))
        return [self._value_of(where, cell) for cell in inside]

    def _named(self, name: str, reader: _Reader, sheet: str) -> Values:
        if reader.coming == "(":
            return self._call(name.upper(), reader, sheet)
        if name in ("TRUE", "FALSE"):
            return name == "TRUE"
        if name not in self._names:
            raise Unknown(name)
        return self._value_of(*self._names[name])

    def _call(self, name: str, reader: _Reader, sheet: str) -> Values:
        if name not in _LAZY and name not in _FUNCTIONS:
            raise Unknown(name)
        reader.take()
        arguments: list[Argument] = []
        while reader.coming != ")":
            arguments.append(self._argument(reader, sheet))
            if reader.coming == ",":
                reader.take()
        reader.expect(")")
        if name in _LAZY:
            return _LAZY[name](arguments)
        sound = map(_sound, arguments)
        return _FUNCTIONS[name](*sound)

    def _argument(self, reader: _Reader, sheet: str) -> Argument:
        """Return what an argument gives, a failure as a value: a branch not taken may hold one."""
        start = reader.at
        try:
            return self._level(reader, sheet, 0)
        except (WorkedOutWrong, Unknown) as error:
            reader.skip_argument(start)
            return error


class _Reader:
    """The tokens of a formula, one after the other. kind: of the next one, blank at the end."""

    def __init__(self, formula: str) -> None:
        self._tokens = list(_tokens(formula))
        self.at = 0

    @property
    def kind(self) -> str:
        return self._tokens[self.at][0] if self.at < len(self._tokens) else ""

    @property
    def coming(self) -> str:
        return self._tokens[self.at][1] if self.at < len(self._tokens) else ""

    def take(self) -> str:
        token = self.coming
        if not token:
            raise Unknown("")
        self.at += 1
        return token

    def expect(self, token: str) -> None:
        if self.take() != token:
            raise Unknown(token)

    def skip_argument(self, start: int) -> None:
        """Go to the end of the argument that begins at `start`."""
        self.at = start
        depth = 0
        while depth or self.coming not in (",", ")"):
            token = self.take()
            depth += _DEEPER_BY.get(token, 0)


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(formula):
        found = _TOKEN.match(formula, at)
        if found is None:
            raise Unknown(formula[at:])
        kind = found.lastgroup or ""
        yield kind, found[kind]
        at = found.end()


def _numbers(listed: str) -> list[Scalar]:
    try:
        return list(map(float, listed.split(",")))
    except ValueError as error:
        raise Unknown(listed) from error


def _cells(area: Area) -> Iterator[str]:
    for row in area.rows:
        for column in area.columns:
            yield cell_name(row, column)


# -- values -----------------------------------------------------------------------------------------------


def _sound(argument: Argument) -> Values:
    if isinstance(argument, WorkedOutWrong | Unknown):
        raise argument
    return argument


def _each(function: Callable[..., Scalar], *arguments: Values) -> Values:
    """Return the value of a function, for each of a list where an argument is one."""
    lists = [argument for argument in arguments if isinstance(argument, list)]
    if not lists:
        return function(*arguments)
    found: list[Scalar] = []
    for at, _ in enumerate(lists[0]):
        single = [_at(argument, at) for argument in arguments]
        worth = function(*single)
        found.append(worth)
    return found


def _at(argument: Values, at: int) -> Scalar:
    """Return one of a list; what is no list is the same everywhere."""
    if isinstance(argument, list):
        return argument[at]
    return argument


def _number(value: Scalar) -> float:
    if value is None:
        return 0.0
    if isinstance(value, str):
        if _MAY_BE_A_NUMBER.fullmatch(value):
            raise Unknown(value)  # that depends on the machine
        raise WorkedOutWrong
    return float(value)


def _text(value: Scalar) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
    return str(value)


def _negative(value: Scalar) -> Scalar:
    return -_number(value)


def _operation(sign: str) -> Callable[[Scalar, Scalar], Scalar]:
    compare = _COMPARE.get(sign)
    if compare is None:
        return _ARITHMETIC[sign]

    def compared(one: Scalar, other: Scalar) -> Scalar:
        """Compare both as Excel orders them: numbers before texts; a blank is like what it stands beside."""
        first = _ranked(one, other)
        second = _ranked(other, one)
        return bool(compare(first, second))

    return compared


def _ranked(value: Scalar, beside: Scalar) -> tuple[int, float | str]:
    match value:
        case None if isinstance(beside, str):
            return 1, ""
        case None if isinstance(beside, bool):
            return 2, 0.0
        case None:
            return 0, 0.0
        case bool():
            return 2, float(value)
        case str():
            return 1, value.casefold()
    return 0, float(value)


def _divided(one: Scalar, other: Scalar) -> Scalar:
    divisor = _number(other)
    if not divisor:
        raise WorkedOutWrong
    return _number(one) / divisor


_ARITHMETIC: Final[Mapping[str, Callable[[Scalar, Scalar], Scalar]]] = {
    "+": lambda one, other: _number(one) + _number(other),
    "-": lambda one, other: _number(one) - _number(other),
    "*": lambda one, other: _number(one) * _number(other),
    "/": _divided,
    "&": lambda one, other: _text(one) + _text(other),
}


# -- functions --------------------------------------------------------------------------------------------


def _flat(arguments: tuple[Values, ...]) -> Iterator[Scalar]:
    for argument in arguments:
        if isinstance(argument, list):
            yield from argument
        else:
            yield argument


def _is_number(value: Scalar) -> bool:
    return isinstance(value, float) and not isinstance(value, bool)


def _find(wanted: Scalar, text: Scalar) -> Scalar:
    whole = _text(text)
    at = whole.find(_text(wanted))
    if at < 0:
        return None
    return float(at + 1)


def _found(wanted: Values, text: Values) -> Values:
    """Return where a text stands in another; of a list, None for what is not found."""
    found = _each(_find, wanted, text)
    if found is None:
        raise WorkedOutWrong
    return found


def _rounded(value: Values, places: Values = 0.0) -> Scalar:
    number = _number(_one(value))
    kept_places = _number(_one(places))
    shift = pow(10.0, kept_places)
    shifted = abs(number) * shift
    size = floor(shifted + _HALF) / shift
    return copysign(size, number)


def _one(value: Values) -> Scalar:
    if isinstance(value, list):
        raise Unknown("list")
    return value


def _trimmed(value: Scalar) -> Scalar:
    return re.sub(" +", " ", _text(value)).strip(" ")


_FUNCTIONS: Final[Mapping[str, Callable[..., Values]]] = {
    "LEN": lambda value: _each(lambda one: float(len(_text(one))), value),
    "TRIM": lambda value: _each(_trimmed, value),
    "ISNUMBER": lambda value: _each(_is_number, value),
    "NOT": lambda value: not _one(value),
    "AND": lambda *values: all(map(bool, _flat(values))),
    "OR": lambda *values: any(map(bool, _flat(values))),
    "INT": lambda value: float(floor(_number(_one(value)))),
    "ABS": lambda value: abs(_number(_one(value))),
    "ROUND": _rounded,
    "MIN": lambda *values: min(map(_number, _flat(values))),
    "MAX": lambda *values: max(map(_number, _flat(values))),
    "COUNT": lambda *values: float(sum(map(_is_number, _flat(values)))),
    "SUM": lambda *values: sum((value for value in _flat(values) if isinstance(value, float)), 0.0),
    "SUMPRODUCT": lambda value: sum(map(_number, _flat((value,)))),
    "FIND": _found,
}


def _if(arguments: list[Argument]) -> Values:
    condition = _one(_sound(arguments[0]))
    if isinstance(condition, str):
        raise WorkedOutWrong
    if condition:
        return _sound(arguments[1])
    return _sound(arguments[2]) if len(arguments) > 2 else False  # the third may be left out


def _if_error(arguments: list[Argument]) -> Values:
    tried, otherwise = arguments
    if isinstance(tried, WorkedOutWrong):
        return _sound(otherwise)
    return _sound(tried)


def _is_error(arguments: list[Argument]) -> Values:
    tried = arguments[0]
    if isinstance(tried, Unknown):
        raise tried
    return isinstance(tried, WorkedOutWrong)


# Functions that look at an error, or leave one in a branch that is not taken.
_LAZY: Final = {"IF": _if, "IFERROR": _if_error, "ISERROR": _is_error}
