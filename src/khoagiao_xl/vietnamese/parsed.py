"""What reading one typed value gives: the value, what was changed, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Repair:
    """One change made to what was typed; `code` names the sentence that tells it."""

    before: str
    after: str
    code: str


@dataclass(frozen=True)
class Parsed(Generic[Value]):
    """A value read from what was typed.

    value: None when nothing was typed or when nothing can be proven.
    repair: what was changed to get at the value, None when it stood there as it should.
    code: what a person must know or put right, None when nothing; `facts` fill its sentence.
    """

    value: Value | None = None
    repair: Repair | None = None
    code: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


def unread(code: str, **facts: object) -> Parsed[Value]:
    """Return no value, and what is to be asked about what was typed."""
    return Parsed(code=code, facts=facts)


def doubted(value: Value, code: str, **facts: object) -> Parsed[Value]:
    """Return the value, and what a person should confirm of it."""
    return Parsed(value, code=code, facts=facts)


def repaired(value: Value, before: str, after: str, code: str) -> Parsed[Value]:
    """Return the value, and what was changed to get at it."""
    repair = Repair(before, after, code)
    return Parsed(value, repair)
