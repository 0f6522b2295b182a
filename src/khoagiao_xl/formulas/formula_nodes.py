"""A formula's shape understood: what it gives at a place, as a tree of functions of that place."""

from __future__ import annotations

from functools import lru_cache

from khoagiao_xl.formulas.array_constants import constant
from khoagiao_xl.formulas.cell_arrays import Values
from khoagiao_xl.formulas.formula_functions import function_of
from khoagiao_xl.formulas.formula_place import FormulaPlace, Node
from khoagiao_xl.formulas.formula_scalars import Unknown
from khoagiao_xl.formulas.formula_shapes import MOST_KEPT
from khoagiao_xl.formulas.formula_signs import LEVELS, negative, operation_of
from khoagiao_xl.formulas.formula_tokens import TokenReader, sheet_of

_TRUTHS = {"TRUE": True, "FALSE": False}


@lru_cache(MOST_KEPT)
def understood(shape: str) -> Node:
    """Return what works out a shape; raise Unknown for what it holds beyond our own formulas."""
    reader = TokenReader(shape)
    node = _level(reader, 0)
    if reader.kind:
        raise Unknown(shape)
    return node


def _level(reader: TokenReader, level: int) -> Node:
    if level == len(LEVELS):
        return _signed(reader)
    stronger = level + 1
    node = _level(reader, stronger)
    while reader.kind == "sign" and reader.coming in LEVELS[level]:
        sign = reader.take()
        other = _level(reader, stronger)
        node = _between(sign, node, other)
    return node


def _between(sign: str, left: Node, right: Node) -> Node:
    operation = operation_of(sign)

    def between(place: FormulaPlace) -> Values:
        first = left(place)
        second = right(place)
        return operation(first, second)

    return between


def _signed(reader: TokenReader) -> Node:
    if reader.coming == "-":
        reader.take()
        node = _signed(reader)
        return lambda place: negative(node(place))
    return _spanned(reader)


def _spanned(reader: TokenReader) -> Node:
    node = _atom(reader)
    while reader.coming == ":":
        reader.take()
        node = _span(node, _atom(reader))
    return node


def _span(first: Node, last: Node) -> Node:
    def span(place: FormulaPlace) -> Values:
        begin = first(place)
        end = last(place)
        return place.book.spanned(begin, end)

    return span


def _atom(reader: TokenReader) -> Node:
    kind, word = reader.kind, reader.take()
    match kind:
        case "text":
            return _always(word[1:-1].replace('""', '"'))
        case "number":
            return _number(reader.next_parameter())
        case "array":
            return _always(constant(word))
        case "sheet":
            sheet = sheet_of(word)
            return _cells(reader.kind, reader.take(), reader, sheet)
        case "cell" | "area" | "columns":
            return _cells(kind, word, reader)
        case "name":
            return _named(word, reader)
    if word != "(":
        raise Unknown(word)
    node = _level(reader, 0)
    reader.expect(")")
    return node


def _always(value: Values) -> Node:
    return lambda _: value


def _number(at: int) -> Node:
    return lambda place: place.parameters[at]  # type: ignore[return-value]


def _cells(kind: str, word: str, reader: TokenReader, sheet: str = "") -> Node:
    """Return the cells of a sheet, of the formula's own where none is named."""
    match kind:
        case "cell":
            return _area(sheet, reader.next_parameter())
        case "area":
            first = _area(sheet, reader.next_parameter())
            last = _area(sheet, reader.next_parameter())
            return _span(first, last)
        case "columns":
            return lambda place: place.book.columns(sheet or place.sheet, word)
    raise Unknown(word)


def _area(sheet: str, at: int) -> Node:
    def cell(place: FormulaPlace) -> Values:
        corner = place.parameters[at]
        where = sheet or place.sheet
        return place.book.area(where, corner)  # type: ignore[arg-type]

    return cell


def _named(name: str, reader: TokenReader) -> Node:
    if reader.coming == "(":
        return _call(name, reader)
    if name.upper() in _TRUTHS:
        return _always(_TRUTHS[name.upper()])
    return lambda place: place.book.named(name)


def _call(name: str, reader: TokenReader) -> Node:
    function = function_of(name.upper())
    reader.take()
    arguments: list[Node] = []
    while reader.coming != ")":
        arguments.append(_level(reader, 0))
        if reader.coming != ")":
            reader.expect(",")
    reader.expect(")")
    return lambda place: function(place, arguments)
