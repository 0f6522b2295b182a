"""A template as an office makes one in Word: a few paragraphs, as XML, in the package of the tool's own."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from khoagiao_xl.report import find_template

MAIN = "word/document.xml"
_BODY = re.compile(r"(<w:body>).*(<w:sectPr.*?</w:sectPr></w:body>)", re.DOTALL)


def words(text: str) -> str:
    """Return a paragraph of one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def own_template(folder: Path, *pieces: str, parts: dict[str, bytes] | None = None) -> Path:
    """Write a template whose text is `pieces` (XML); `parts` replaces others by name."""
    path = folder / "mau.docx"
    body = "".join(pieces)
    with zipfile.ZipFile(find_template("thang")) as before, zipfile.ZipFile(path, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == MAIN:
                data = _BODY.sub(lambda found: found[1] + body + found[2], data.decode()).encode()
            after.writestr(name, (parts or {}).get(name, data))
        for name in (parts or {}).keys() - set(before.namelist()):
            after.writestr(name, (parts or {})[name])
    return path
