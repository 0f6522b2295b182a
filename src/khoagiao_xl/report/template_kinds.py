"""Which other template a tag belongs to, where somebody has put one kind of template in place of another."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from typing import Final

from khoagiao_xl.report.document_shapes import SHAPES
from khoagiao_xl.report.docx_package import MAIN_PART
from khoagiao_xl.report.template import template_folder, template_name
from khoagiao_xl.wording.report_templates import OTHER_KIND

_SHOWN: Final = re.compile(r"\{\{ (\w+) \}\}")


def advice_for_other_kind(word: str) -> str:
    """Return that a tag is one of another template, blank for one of none."""
    for report in SHAPES:
        template = template_name(report)
        if word in _names_in(template):
            return OTHER_KIND.format(template=template)
    return ""


@cache
def _names_in(template: str) -> frozenset[str]:
    """Return the names of the tags that a template of the tool's own shows."""
    with zipfile.ZipFile(template_folder() / template) as package:
        text = package.read(MAIN_PART).decode()
    names = _SHOWN.findall(text)
    return frozenset(names)
