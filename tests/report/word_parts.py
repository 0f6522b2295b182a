"""What a test looks at in a Word file."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(docx: bytes, name: str = "word/document.xml") -> Any:
    """Return one part of a Word file as an element."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def paragraphs(docx: bytes) -> list[str]:
    """Return the text of every paragraph, those in tables among them."""
    return ["".join(text.text or "" for text in p.iter(f"{W}t")) for p in part(docx).iter(f"{W}p")]
