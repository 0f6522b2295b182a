"""What the engine does not offer, said by its name instead of by a bare NotImplementedError."""

from __future__ import annotations

from inspect import getattr_static
from typing import Any, NoReturn, TypeVar

Class = TypeVar("Class", bound=type)


def naming_gaps(cls: Class) -> Class:
    """Give every member of xlwings' base class that only raises, and is not ours, an error with its name.

    What the class only announces («app: App») its `__init__` sets; the base's property would refuse that.
    """
    announced = cls.__annotations__.keys() - vars(cls).keys()
    for name in announced:
        setattr(cls, name, None)
    for base in cls.__mro__[1:]:
        for name, member in vars(base).items():
            is_ours = getattr_static(cls, name) is not member
            if not is_ours and _only_raises(member):
                gap = _gap(f"{cls.__name__}.{name}", member)
                setattr(cls, name, gap)
    return cls


def missing(what: str) -> NotImplementedError:
    """Return the error of a part that is missing from what else is there."""
    return NotImplementedError(f"the engine for LibreOffice has no {what}")


def _only_raises(member: object) -> bool:
    code = getattr(_function_of(member), "__code__", None)
    return code is not None and "NotImplementedError" in code.co_names


def _function_of(member: object) -> object:
    if isinstance(member, property):
        return member.fget
    return getattr(member, "__func__", member)


def _gap(name: str, member: object) -> Any:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise missing(name)

    if isinstance(member, property):
        return property(refuse, refuse)
    return refuse
