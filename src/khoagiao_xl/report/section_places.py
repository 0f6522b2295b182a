"""Sections that the text refers to, called as the template numbers them: «I.4»; by their names without."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.files import read_bytes
from khoagiao_xl.report.docx_package import MAIN_PART, read_xml
from khoagiao_xl.report.heading_numbers import NUMBER_OF
from khoagiao_xl.report.later_names import PLACE, with_names
from khoagiao_xl.report.tag_forms import SHOWN
from khoagiao_xl.report.template_mending import mend
from khoagiao_xl.report.template_paragraphs import read_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from khoagiao_xl.report.template_paragraphs import TemplateParagraph

CHAPTER: Final = re.compile(r"([IVX]+)\.\s")


def with_section_numbers(tags: Mapping[str, Any], template: Path) -> dict[str, Any]:
    """Return the tags with the sections that their texts refer to called by their numbers in the template."""
    called = dict(tags)
    referring = [tag for tag, value in tags.items() if _refers(value)]
    if not referring:
        return called
    names = _numbers(tags, template)
    for tag in referring:
        called[tag] = with_names(tags[tag], names)
    return called


def _refers(value: object) -> bool:
    return isinstance(value, str) and PLACE.search(value) is not None


def _numbers(tags: Mapping[str, Any], template: Path) -> dict[str, str]:
    """Return tag of a section -> «I.4», for those whose heading in the template has its counted number."""
    found = {}
    chapter = ""
    for paragraph in _paragraphs(template):
        begun = CHAPTER.match(paragraph.text)
        if begun:
            chapter = begun[1]
        for tag in _counted(paragraph):
            number = tags.get(NUMBER_OF.format(tag=tag))
            if chapter and number:
                found[tag] = f"{chapter}.{number}"
    return found


def _counted(paragraph: TemplateParagraph) -> Iterator[str]:
    """Yield the sections whose counted number a heading shows."""
    before, _, _ = NUMBER_OF.partition("{")
    for tag in paragraph.tags:
        shown = SHOWN.fullmatch(tag.shown)
        if shown and shown[1].startswith(before):
            yield shown[1].removeprefix(before)


def _paragraphs(template: Path) -> Iterator[TemplateParagraph]:
    stream = io.BytesIO(read_bytes(template))
    with zipfile.ZipFile(stream) as package:
        root = read_xml(package.read(MAIN_PART))
    mend(root)
    yield from read_paragraphs(root, MAIN_PART)
