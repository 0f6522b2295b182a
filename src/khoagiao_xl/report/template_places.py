"""Where in a template something is wrong, in words that let a person find it in Word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.near_tags import near_names
from khoagiao_xl.wording.report_templates import PARTS, PLACES

if TYPE_CHECKING:
    from khoagiao_xl.report.template_paragraphs import TemplateParagraph, TemplateTag

OTHER: Final = "other"
HIDDEN: Final = "hidden"  # the part of what no reader sees: it has no number
_BETWEEN: Final = re.compile(r"[\W_]+")


def place_of(paragraph: TemplateParagraph) -> str:
    """Return «đoạn 12 «{{ muc_3 }»», with the name of the part where it is not the text itself."""
    number = str(paragraph.number)
    kind = HIDDEN if paragraph.part == HIDDEN else "paragraph"
    told = PLACES[kind].format(
        number=number,
        text=paragraph.quoted,
    )
    part = part_name(paragraph.part)
    return f"{told}{part}"


def misspelt_tag(
    tag: TemplateTag, paragraph: TemplateParagraph, known: Iterable[str], name: str
) -> WrongRequest:
    """Return the error BC-05 of a tag that is no name, with the one it comes near: «nhiem vu», «nhiem-vu»."""
    letters = _BETWEEN.sub("_", tag.shown)
    place = place_of(paragraph)
    for near in near_names(letters, known)[:1]:
        place = PLACES["near"].format(place=place, tag=near)
    return WrongRequest("BC-05", name=name, place=place)


def part_name(part: str) -> str:
    """Return « ở đầu trang»; blank for the text itself."""
    file = part.rpartition("/")[2]
    for start, told in PARTS.items():
        if file.startswith(start):
            return told
    return PARTS[OTHER]


def wrong_tag(code: str, paragraph: TemplateParagraph, name: str) -> WrongRequest:
    """Return the error of a tag written wrongly (BC-05), misplaced (BC-06) or forbidden (BC-07)."""
    return WrongRequest(
        code,
        name=name,
        place=place_of(paragraph),
    )
