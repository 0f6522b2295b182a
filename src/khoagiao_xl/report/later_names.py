"""A section of the body that a text refers to before its number is known.

A place for it stands in the text, between characters that no unit can send, until the template is filled: how
the headings are numbered depends on which of them stay, and on the template.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.section_names import section_names

if TYPE_CHECKING:
    from collections.abc import Mapping

_BEGIN, _END = "\ue014", "\ue015"  # private use, as in figure_keys.py
PLACE: Final = re.compile(f"{_BEGIN}(\\w+){_END}")


def named_later(tag: str) -> str:
    """Return the place for the number of the section of that tag."""
    return f"{_BEGIN}{tag}{_END}"


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Return a text with what the sections are called at their places.

    names: tag -> «I.4»; a section that is not among them goes by its name.
    """
    return PLACE.sub(lambda place: names.get(place[1]) or _plain_name(place[1]), text)


def _plain_name(tag: str) -> str:
    """Return «Sơ kết, tổng kết các văn bản của Đảng», without the number that the list of sections has."""
    name = section_names()[tag]
    return name.lstrip("0123456789. ")
