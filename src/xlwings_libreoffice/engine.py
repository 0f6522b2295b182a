"""The engine's own object: its name, and how single values pass between Python and cells."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from math import isinf, isnan
from typing import TYPE_CHECKING, Any, ClassVar, Final

from xlwings_libreoffice.apps import Apps
from xlwings_libreoffice.values import ERRORS
from xlwings_libreoffice.writing import Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

NAME: Final = "libreoffice"
_PLAIN: Final = (bool, int, date, time, timedelta)


class Engine:
    """What xlwings.Engine wraps."""

    name: ClassVar[str] = NAME
    type: ClassVar[str] = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Mapping[str, Any]) -> Any:
        """Return one value as `Range.raw_value` takes it."""
        if isinstance(value, str):
            return Literal(value) if options.get("literal") else value
        plain = _of_pandas(value)
        if isinstance(plain, float):
            return _writable(plain)
        if plain is None or isinstance(plain, _PLAIN):
            return plain
        return str(plain)

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[Any]],
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        """Return what was read, with the dates, numbers, blanks and errors that the options ask for."""
        clean = partial(
            _clean,
            datetime_builder=datetime_builder,
            empty_as=empty_as,
            number_builder=number_builder,
            err_to_str=err_to_str,
        )
        return [list(map(clean, row)) for row in data]


def _of_pandas(value: Any) -> Any:
    """Return a value of pandas or NumPy as one of Python's; None for what either has for nothing."""
    import pandas as pd

    if value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime(warn=False)
    if isinstance(value, pd.Timedelta):
        return value.to_pytimedelta()
    if isinstance(value, _PLAIN) or not hasattr(value, "item"):
        return value
    match value.dtype.kind:
        case "M":
            return _of_pandas(pd.Timestamp(value))
        case "m":
            return _of_pandas(pd.Timedelta(value))
    return value.item()


def _writable(number: float) -> float | str | None:
    if isnan(number):
        return None
    if isinf(number):
        return str(number)  # no cell of Excel's can hold it; as a text it is seen, as pandas does it
    return number


def _clean(
    value: Any,
    *,
    datetime_builder: Callable[..., Any],
    empty_as: Any,
    number_builder: Callable[[float], Any] | None,
    err_to_str: bool,
) -> Any:
    if value is None or value == "":
        return empty_as
    if isinstance(value, datetime):
        return _built(value, datetime_builder)
    if isinstance(value, float):
        return number_builder(value) if number_builder else value
    if type(value) is int:  # numbers are floats; only an error comes as Excel's own number
        return ERRORS.get(value) if err_to_str else None
    return value


def _built(moment: datetime, builder: Callable[..., Any]) -> Any:
    return builder(
        year=moment.year,
        month=moment.month,
        day=moment.day,
        hour=moment.hour,
        minute=moment.minute,
        second=moment.second,
        microsecond=moment.microsecond,
        tzinfo=None,
    )
