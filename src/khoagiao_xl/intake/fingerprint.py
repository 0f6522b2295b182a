"""What a value is made of as one hash, alike in every run: what was worked out of it holds while it does."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass


def fingerprint(*values: object) -> str:
    """Return a hash of all that these values are made of: records, tables, sets, texts, numbers, days.

    The order of a table or a set says nothing, that of a list does; 1 and 1.0 are not the same.
    """
    told = repr([plain(value) for value in values])
    data = told.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()


def plain(value: object) -> object:
    """Return a value as lists of what stands for itself; what a record only remembers is no part of it."""
    if is_dataclass(value):
        return type(value).__name__, [plain(getattr(value, name)) for name in _names(type(value))]
    if isinstance(value, Mapping):
        pairs = [(plain(key), plain(inner)) for key, inner in value.items()]
        return "table", sorted(pairs, key=repr)
    if isinstance(value, AbstractSet):
        return "set", sorted(map(plain, value), key=repr)
    if isinstance(value, list | tuple):
        return list(map(plain, value))
    return value


def _names(record: type) -> list[str]:
    """Return the fields by which two records of a kind are compared."""
    return [one.name for one in fields(record) if one.compare]
