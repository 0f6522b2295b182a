"""What a script does with books, sheets, names, tables and shapes alike: list, count, find, look up."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator


class Member:
    """One thing of a collection: its UNO object, and what it belongs to."""

    api: Any = None

    def __init__(self, owner: Any, api: Any) -> None:
        self.owner, self.api = owner, api

    @property
    def parent(self) -> Any:
        """What it belongs to, as xlwings calls that."""
        return self.owner

    @property
    def name(self) -> str:
        """The name it is found by."""
        return str(self.api.Name)

    @name.setter
    def name(self, name: str) -> None:
        with suppress(Exception):  # LibreOffice raises without a word, or keeps the old name without one
            self.api.Name = name
        if self.api.Name != name:
            raise unusable(name)


def unusable(name: str) -> ValueError:
    """Return the error of a name that LibreOffice did not take."""
    return ValueError(f"LibreOffice cannot use the name «{name}»: taken, or not allowed")


One = TypeVar("One", bound=Member)


class Collection(Generic[One]):
    """The members of one owner, by name or by number, counted from 1."""

    api: Any = None
    kind: type[One]

    def __init__(self, owner: Any, api: Any) -> None:
        self.owner, self.api = owner, api

    @property
    def parent(self) -> Any:
        """What they belong to, as xlwings calls that."""
        return self.owner

    def _things(self) -> list[Any]:
        """Return the UNO objects in their order."""
        return [self.api.getByIndex(at) for at in range(self.api.Count)]

    def _member(self, thing: Any) -> One:
        return self.kind(self.owner, thing)

    def find(self, name: str) -> One | None:
        """Return the member of a name, or None."""
        return next((one for one in self if one.name == name), None)

    def __iter__(self) -> Iterator[One]:
        return (self._member(thing) for thing in self._things())

    def __len__(self) -> int:
        return len(self._things())

    def __contains__(self, name: str) -> bool:
        return self.find(name) is not None

    def __call__(self, key: str | int) -> One:
        """Return a member; KeyError for a name and IndexError for a number that none has."""
        if isinstance(key, int):
            things = self._things()
            if not 1 <= key <= len(things):
                raise IndexError(key)
            return self._member(things[key - 1])
        found = self.find(key)
        if found is None:
            raise KeyError(key)
        return found

    def free_name(self, pattern: str) -> str:
        """Return the first name such as «Table{}» that is not taken yet."""
        number = 1
        while (name := pattern.format(number)) in self:
            number += 1
        return name


class NamedCollection(Collection[One]):
    """Members that UNO finds by name itself."""

    def find(self, name: str) -> One | None:
        """Return the member of a name, or None."""
        return self._member(self.api.getByName(name)) if self.api.hasByName(name) else None
