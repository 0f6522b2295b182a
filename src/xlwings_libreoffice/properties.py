"""Named values as UNO takes them."""

from __future__ import annotations

from typing import Any


def properties(**values: object) -> tuple[Any, ...]:
    """Return named values as a sequence of com.sun.star.beans.PropertyValue."""
    import uno

    made = []
    for name, value in values.items():
        one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)
