"""KINDS: every kind of damage, by the name under which the test reports it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Final

from tests.mutations import built, carried, secret, sent, written
from tests.mutations.sheet import Sample, Sent
from tests.mutations.typed import TYPED, type_in

Damage = Callable[[Sample], Sent]


def _of(module: object) -> dict[str, Damage]:
    """Return the damages of a module: its public functions of one sample."""
    found = inspect.getmembers(module, inspect.isfunction)
    return {
        name: function
        for name, function in found
        if not name.startswith("_") and list(inspect.signature(function).parameters) == ["sample"]
    }


KINDS: Final[Mapping[str, Damage]] = {
    **{name: type_in(name) for name in TYPED},
    **_of(built),
    **_of(sent),
    **_of(carried),
    **_of(secret),
    **_of(written),
    **{name: written.write_at(place) for name, place in written.PLACES.items()},
}
