"""How much one sheet may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Self

    from khoagiao_xl.intake.safety.limits import Limits


class SheetBounds(NamedTuple):
    """The limits that one sheet is held to, as `Limits` names them."""

    depth: int
    rows: int
    cells: int
    box: int
    form_cells: int
    merges: int
    merged_cells: int

    @classmethod
    def of(cls, limits: Limits) -> Self:
        """Return the bounds among all limits."""
        return cls(*(getattr(limits, name) for name in cls._fields))
