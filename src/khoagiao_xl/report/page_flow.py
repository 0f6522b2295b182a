"""Paragraphs that belong together stay on one page: an opening that ends with «:» and what it opens."""

from __future__ import annotations

from typing import Any

from khoagiao_xl.report.figure_controls import W

OPENING_END = ":"


def keep_openings(body: Any) -> None:
    """Tie every paragraph of the running text that ends with «:» to the next one."""
    from lxml import etree

    for paragraph in body.iterfind(f"{{{W}}}body/{{{W}}}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{{{W}}}t"))
        properties = paragraph.find(f"{{{W}}}pPr")
        if not text.rstrip().endswith(OPENING_END) or properties is None:
            continue
        if properties.find(f"{{{W}}}keepNext") is None:
            # The schema wants it right after the name of the style.
            after_style = int(properties.find(f"{{{W}}}pStyle") is not None)
            properties.insert(after_style, etree.Element(f"{{{W}}}keepNext"))
