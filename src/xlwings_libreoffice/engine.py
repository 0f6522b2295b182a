"""The engine's own object: its name, and how single values pass between Python and cells."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from math import isinf
from typing import TYPE_CHECKING, Any, ClassVar, Final

from xlwings_libreoffice.apps import Apps
from xlwings_libreoffice.values import ERRORS
from xlwings_libreoffice.writing import Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

NAME: Final = "libreoffice"


class Engine:
    """What xlwings.Engine wraps."""

    name: ClassVar[str] = NAME
    type: ClassVar[str] = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Mapping[str, Any]) -> Any:
        """Return one value as `Range.raw_value` takes it."""
        import pandas as pd

        if isinstance(value, str):
            return Literal(value) if options.get("literal") else value
        if value is None or value is pd.NA or value is pd.NaT or value != value:  # the last is NaN
            return None
        if isinstance(value, pd.Timestamp):
            return value.to_pydatetime(warn=False)
        if isinstance(value, pd.Timedelta):
            return value.to_pytimedelta()
        if isinstance(value, float) and isinf(value):
            return str(value)  # no cell of Excel's can hold it; as a text it is seen, as pandas does it
        if isinstance(value, bool | int | float | date | time | timedelta):
            return value
        if hasattr(value, "item"):  # a number or a moment of NumPy
            return Engine.prepare_xl_data_element(_of_numpy(value), options)
        return str(value)

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[Any]],
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        """Return what was read, with the dates, numbers, blanks and errors that the options ask for."""

        def clean(value: Any) -> Any:
            if value is None or value == "":
                return empty_as
            if isinstance(value, datetime):
                return datetime_builder(
                    year=value.year, month=value.month, day=value.day, hour=value.hour,
                    minute=value.minute, second=value.second, microsecond=value.microsecond, tzinfo=None,
                )  # fmt: skip
            if isinstance(value, float):
                return number_builder(value) if number_builder else value
            if type(value) is int:  # numbers are floats; only an error comes as Excel's own number
                return ERRORS.get(value) if err_to_str else None
            return value

        return [[clean(value) for value in row] for row in data]


def _of_numpy(value: Any) -> Any:
    import pandas as pd

    as_pandas = {"M": pd.Timestamp, "m": pd.Timedelta}.get(value.dtype.kind)
    return as_pandas(value) if as_pandas else value.item()
