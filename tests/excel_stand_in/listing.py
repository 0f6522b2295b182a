"""What Excel counts and names: workbooks, sheets, tables, names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.excel_stand_in.com_object import Calls, ComObject, refused


class Listing(ComObject):
    """A collection, from 1 on; its items know their names."""

    def __init__(self, calls: Calls, items: list[Any]) -> None:
        super().__init__(calls)
        self.items = items

    def get_Count(self) -> int:
        return len(self.items)

    def do_Item(self, key: Any) -> Any:
        self.called("Item")
        return self._found(key)

    def __call__(self, key: Any) -> Any:
        self.called("Item")
        return self._found(key)

    def __iter__(self) -> Iterator[Any]:
        for item in list(self.items):
            self.called("Next")
            yield item

    def _found(self, key: Any) -> Any:
        for number, item in enumerate(self.items, 1):
            if key == number or str(key).lower() == item.name.lower():
                return item
        raise refused("Subscript out of range")
