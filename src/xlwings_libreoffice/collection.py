"""What a script does with books, sheets, names, tables and pictures alike: list, count, find, look up."""

from __future__ import annotations

import itertools
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator


class Member:
    """One thing of a collection: its UNO object, and what it belongs to."""

    api: Any = None

    def __init__(self, owner: Any, api: Any) -> None:
        self.owner = owner
        self.api = api

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
        self.owner = owner
        self.api = api

    @property
    def parent(self) -> Any:
        """What they belong to, as xlwings calls that."""
        return self.owner

    def _things(self) -> list[Any]:
        """Return the UNO objects in their order."""
        count = self.api.Count
        return [self.api.getByIndex(at) for at in range(count)]

    def _member(self, thing: Any) -> One:
        return self.kind(self.owner, thing)

    def find(self, name: str) -> One | None:
        """Return the member of a name, or None."""
        for one in self:
            if one.name == name:
                return one
        return None

    def is_taken(self, name: str) -> bool:
        """Whether a new member cannot have this name."""
        return name in self

    def free_name(self, before: str, after: str = "", first: int = 1) -> str:
        """Return a name that can still be had: «Table1», with the first free number between the two texts."""
        for number in itertools.count(first):
            name = f"{before}{number}{after}"
            if not self.is_taken(name):
                break
        return name

    def __iter__(self) -> Iterator[One]:
        return map(self._member, self._things())

    def __len__(self) -> int:
        return len(self._things())

    def __contains__(self, name: str) -> bool:
        return self.find(name) is not None

    def __call__(self, key: str | int) -> One:
        """Return a member; KeyError for a name and IndexError for a number that none has."""
        if isinstance(key, int):
            return self._at(key)
        found = self.find(key)
        if found is None:
            raise KeyError(key)
        return found

    def _at(self, number: int) -> One:
        things = self._things()
        if not 1 <= number <= len(things):
            raise IndexError(number)
        return self._member(things[number - 1])


class NamedCollection(Collection[One]):
    """Members that UNO finds by name itself."""

    def find(self, name: str) -> One | None:
        """Return the member of a name, or None."""
        if not self.api.hasByName(name):
            return None
        return self._member(self.api.getByName(name))
