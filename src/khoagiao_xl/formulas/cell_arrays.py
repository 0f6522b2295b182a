"""Many values at once: areas of cells and what is worked out of them, one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeGuard

from khoagiao_xl.formulas.formula_scalars import (
    Element,
    ExcelError,
    Scalar,
    Unknown,
    is_number,
    sort_key,
    sound,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Key = tuple[int, float | str]

Shape = tuple[int, int]  # how many rows, how many columns
Places = AbstractSet[int]  # of values in an array, counted from 0
_NOWHERE: Final[Places] = frozenset()
_BLANK: Final = (None, "")


class CellArray:
    """Values in rows and columns, row after row."""

    def __init__(self, shape: Shape, values: Sequence[Element] = ()) -> None:
        self.shape = shape
        self.height, self.width = shape
        self.size = self.height * self.width
        self._given = values

    @cached_property
    def values(self) -> Sequence[Element]:
        """The values, row after row."""
        return self._given

    @property
    def single(self) -> Element:
        """The one value there is; raise Unknown where there are many."""
        if self.size != 1:
            raise Unknown("many")
        return self.values[0]

    @cached_property
    def positions(self) -> Mapping[Key, Places]:
        """Where each value stands: its key -> places counted from 0. Blanks and errors stand nowhere."""
        found: dict[Key, set[int]] = defaultdict(set)
        for at, value in enumerate(self.values):
            if value is None or isinstance(value, ExcelError):
                continue
            key = sort_key(value)
            found[key].add(at)
        return found

    @cached_property
    def blanks(self) -> Places:
        """Where nothing stands, or an empty text."""
        return {at for at, value in enumerate(self.values) if value in _BLANK}

    @cached_property
    def has_no_errors(self) -> bool:
        """Whether none of the values is one of Excel's errors."""
        return not any(isinstance(value, ExcelError) for value in self.values)

    @cached_property
    def has_numbers_only(self) -> bool:
        """Whether each value counts as a number: a number, a truth or a blank."""
        return not any(isinstance(value, str | ExcelError) for value in self.values)

    @cached_property
    def sorted_numbers(self) -> Sequence[float]:
        """The numbers, the smallest first; raise ExcelError where an error stands."""
        values = map(sound, self.values)
        numbers = filter(is_number, values)
        return sorted(numbers)

    @property
    def telling_values(self) -> Iterable[Element]:
        """The values, noughts perhaps only once: what sums and extremes are made of."""
        return self.values

    def value_at(self, place: int) -> Element:
        """Return the value at a place, counted from 0."""
        return self.values[place]

    def at_key(self, value: Scalar) -> Places:
        """Return where a value stands; case is nothing."""
        key = sort_key(value)
        return self.positions.get(key, _NOWHERE)


class FewHits(CellArray):
    """An array of one value but for a few: what «column = text» gives, and products of such.

    hits: place, counted from 0 -> number or truth. rest: FALSE or 0, what stands everywhere else.
    """

    has_numbers_only = True

    def __init__(self, shape: Shape, hits: Mapping[int, Scalar], rest: Scalar) -> None:
        super().__init__(shape)
        self.hits = hits
        self.rest = rest

    @cached_property
    def values(self) -> Sequence[Element]:
        """All of them, row after row."""
        values: list[Element] = [self.rest] * self.size
        for at, value in self.hits.items():
            values[at] = value
        return values

    @property
    def telling_values(self) -> Iterable[Element]:
        """The hits, and what stands everywhere else once."""
        return [self.rest, *self.hits.values()]

    def value_at(self, place: int) -> Element:
        """Return the value at a place, counted from 0."""
        return self.hits.get(place, self.rest)


Values = Scalar | CellArray


def one(value: Values) -> Scalar:
    """Return a single value, that of an area of one cell; raise ExcelError, and Unknown for many."""
    if not isinstance(value, CellArray):
        return value
    return sound(value.single)


def elements(value: Values) -> Sequence[Element]:
    """Return a value as one or many."""
    if isinstance(value, CellArray):
        return value.values
    return (value,)


def each(function: Callable[..., Scalar], *arguments: Values) -> Values:
    """Return what a function gives, for each value of an array where an argument is one.

    Raise Unknown for arrays of different shapes.
    """
    many = list(filter(is_many, arguments))
    if not many:
        single = map(one, arguments)
        return function(*single)
    shapes = {array.shape for array in many}
    if len(shapes) > 1:
        raise Unknown("shapes")
    (first, *_) = many
    columns = [_repeated(argument, first.size) for argument in arguments]
    rows = zip(*columns, strict=True)
    found = [_tried(function, values) for values in rows]
    return CellArray(first.shape, found)


def is_many(value: Values) -> TypeGuard[CellArray]:
    """Whether a value is an array of more than one."""
    return isinstance(value, CellArray) and value.size != 1


def _repeated(argument: Values, times: int) -> Sequence[Element]:
    if is_many(argument):
        return argument.values
    single = one(argument)
    return [single] * times


def _tried(function: Callable[..., Scalar], values: Sequence[Element]) -> Element:
    try:
        return function(*values)
    except ExcelError as error:
        return error
