"""Where in a template something is wrong, in words that let a person find it in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.wording.report_templates import PARTS, PLACES

if TYPE_CHECKING:
    from khoagiao_xl.report.template_paragraphs import TemplateParagraph

OTHER: Final = "other"


def place_of(paragraph: TemplateParagraph) -> str:
    """Return «đoạn 12 «{{ muc_3 }»», with the name of the part where it is not the text itself."""
    number = str(paragraph.number)
    told = PLACES["paragraph"].format(
        number=number,
        text=paragraph.quoted,
    )
    part = part_name(paragraph.part)
    return f"{told}{part}"


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
