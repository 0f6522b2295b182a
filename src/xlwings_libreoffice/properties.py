"""Named values as UNO takes them."""

from __future__ import annotations

from typing import Any, Final

_VALUE: Final = "com.sun.star.beans.PropertyValue"


def properties(**values: object) -> tuple[Any, ...]:
    """Return named values as a sequence of com.sun.star.beans.PropertyValue."""
    import uno

    made = []
    for name, value in values.items():
        one = uno.createUnoStruct(_VALUE)
        one.Name = name
        one.Value = value
        made.append(one)
    return tuple(made)
