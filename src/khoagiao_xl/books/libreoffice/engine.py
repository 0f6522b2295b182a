"""The engine's own object: its name, and how single values pass between Python and cells."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Final

from khoagiao_xl.books.libreoffice.apps import Apps
from khoagiao_xl.books.libreoffice.values import ERRORS, Literal

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
        if isinstance(value, bool | int | float | date):
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

    return pd.Timestamp(value) if value.dtype.kind == "M" else value.item()
