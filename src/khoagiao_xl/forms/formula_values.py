"""What the formulas of a form give, worked out without any office program, for programs that only show files.

It knows what the forms themselves use; of any other formula it says nothing (raises Unknown).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from khoagiao_xl.forms.formula_functions import FUNCTIONS, LAZY
from khoagiao_xl.forms.formula_scalars import (
    LEVELS,
    Argument,
    Scalar,
    Unknown,
    Values,
    WorkedOutWrong,
    each,
    negative,
    operation_of,
    sound_of,
)
from khoagiao_xl.forms.formula_tokens import TokenReader
from khoagiao_xl.model.cell_addresses import Area, cell_name

# Sheet and cell -> what stands there; raises Unknown, WorkedOutWrong.
CellValue = Callable[[str, str], Scalar]


class FormulaValues:
    """Works out formulas. names: defined name -> sheet and cell."""

    def __init__(self, value_of: CellValue, names: Mapping[str, tuple[str, str]]) -> None:
        self._value_of = value_of
        self._names = names

    def value(self, formula: str, sheet: str) -> Scalar:
        """Return what a formula on `sheet` gives; raise Unknown or WorkedOutWrong."""
        reader = TokenReader(formula)
        worth = self._level(reader, sheet, 0)
        if reader.kind or isinstance(worth, list):
            raise Unknown(formula)
        return worth

    # -- operators, the weakest first ---------------------------------------------------------------------

    def _level(self, reader: TokenReader, sheet: str, level: int) -> Values:
        if level == len(LEVELS):
            return self._signed(reader, sheet)
        stronger = level + 1
        worth = self._level(reader, sheet, stronger)
        while reader.kind == "sign" and reader.coming in LEVELS[level]:
            sign = reader.take()
            other = self._level(reader, sheet, stronger)
            operation = operation_of(sign)
            worth = each(operation, worth, other)
        return worth

    def _signed(self, reader: TokenReader, sheet: str) -> Values:
        if reader.coming == "-":
            reader.take()
            return each(negative, self._signed(reader, sheet))
        return self._atom(reader, sheet)

    def _atom(self, reader: TokenReader, sheet: str) -> Values:
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

    def _named(self, name: str, reader: TokenReader, sheet: str) -> Values:
        if reader.coming == "(":
            return self._call(name.upper(), reader, sheet)
        if name in ("TRUE", "FALSE"):
            return name == "TRUE"
        if name not in self._names:
            raise Unknown(name)
        return self._value_of(*self._names[name])

    def _call(self, name: str, reader: TokenReader, sheet: str) -> Values:
        if name not in LAZY and name not in FUNCTIONS:
            raise Unknown(name)
        reader.take()
        arguments: list[Argument] = []
        while reader.coming != ")":
            arguments.append(self._argument(reader, sheet))
            if reader.coming == ",":
                reader.take()
        reader.expect(")")
        if name in LAZY:
            return LAZY[name](arguments)
        sound = map(sound_of, arguments)
        return FUNCTIONS[name](*sound)

    def _argument(self, reader: TokenReader, sheet: str) -> Argument:
        """Return what an argument gives, a failure as a value: a branch not taken may hold one."""
        start = reader.at
        try:
            return self._level(reader, sheet, 0)
        except (WorkedOutWrong, Unknown) as error:
            reader.skip_argument(start)
            return error


def _numbers(listed: str) -> list[Scalar]:
    try:
        return list(map(float, listed.split(",")))
    except ValueError as error:
        raise Unknown(listed) from error


def _cells(area: Area) -> Iterator[str]:
    for row in area.rows:
        for column in area.columns:
            yield cell_name(row, column)
