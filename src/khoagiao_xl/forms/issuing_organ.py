"""Whose paper a form is: the two lines of the office at its head, as its documents write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.office.body_lines import lines_of_body

if TYPE_CHECKING:
    from khoagiao_xl.office.settings import Settings


def organ_facts(settings: Settings) -> dict[str, str]:
    """Return the facts «organ_above» and «organ»: the body, and its staff; blank where unset."""
    return {
        "organ_above": _as_head(settings.body),
        "organ": _as_head(settings.staff),
    }


def _as_head(name: str) -> str:
    lines = lines_of_body(name)
    return "\n".join(lines)
