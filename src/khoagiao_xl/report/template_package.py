"""The file of a template: opened, or refused with what it is; nothing that acts by itself comes along."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.docx_package import read_xml
from khoagiao_xl.report.figure_controls import W
from khoagiao_xl.report.template_paragraphs import FIELD_CODE
from khoagiao_xl.report.template_places import part_name
from khoagiao_xl.wording.report_templates import CARRIED

Part = Any  # python-docx's own parts
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
STRICT: Final = b"purl.oclc.org/ooxml"  # «Strict Open XML»: the same names in other words
MAIN: Final = "word/document"  # Word on the web calls it document2.xml
MACROS: Final = "vbaProject"
MACRO_ENABLED: Final = b"macroEnabled"
CONTENT_TYPES: Final = "[Content_Types].xml"
HYPERLINK: Final = "/hyperlink"
FOOTNOTES: Final = "footnotes+xml"
FILLED: Final = ("document.main+xml", "header+xml", "footer+xml", FOOTNOTES)
# Other files that lie within the file; a chart has its figures in a «package», which is none of these.
EMBEDDED: Final = ("/oleObject", "/aFChunk", "/control")
FETCHING: Final = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON|RD|EMBED)\b",
    re.IGNORECASE,
)
SIMPLE_FIELD, INSTRUCTION, FIELD_MARK = f"{W}fldSimple", f"{W}instr", f"{W}fldChar"
_XML_TAG: Final = re.compile(r"<[^>]*>")
_HALF_TAG: Final = re.compile(r"\{[{%#]")


def refuse_unreadable(data: bytes, name: str) -> None:
    """Raise WrongRequest for what is no .docx (BC-03): old (BC-19), locked (BC-18), with macros (BC-17)."""
    if data.startswith(OLE):
        code = "BC-18" if ENCRYPTED in data else "BC-19"
        raise WrongRequest(code, name=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            has_macros = any(MACROS in each for each in names)
            types = package.read(CONTENT_TYPES)
            is_strict = _is_strict(package)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise WrongRequest("BC-03", name=name) from error
    if is_strict:
        raise WrongRequest("BC-03", name=name)
    if has_macros or MACRO_ENABLED in types:
        raise WrongRequest(
            "BC-17",
            name=name,
            what=CARRIED["macros"],
        )


def _is_strict(package: zipfile.ZipFile) -> bool:
    for name in package.namelist():
        if not name.startswith(MAIN):
            continue
        text = package.read(name)
        if STRICT in text:
            return True
    return False


def refuse_links(parts: list[Part], name: str) -> None:
    """Raise WrongRequest BC-17 for what comes from outside of the file, but plain links, and for what acts.

    That are other files within, and fields that fetch or start something when the report is opened.
    """
    for part in parts:
        for link in part.rels.values():
            is_plain = link.reltype.endswith(HYPERLINK)
            is_outside = link.is_external and not is_plain
            if is_outside or link.reltype.endswith(EMBEDDED):
                raise _carried(link.target_ref, name)
    for _, root in roots_of(parts):
        for field in _fields(root):
            asked = FETCHING.match(field)
            if asked:
                raise _carried(asked[1].upper(), name)


def _carried(what: str, name: str) -> WrongRequest:
    return WrongRequest(
        "BC-17",
        name=name,
        what=what,
    )


def _fields(root: Any) -> Iterator[str]:
    """Yield what the fields of a part ask for, of each in a paragraph the words together."""
    for field in root.iter(SIMPLE_FIELD):
        yield field.get(INSTRUCTION, "")
    begun = ""
    for mark in root.iter(FIELD_MARK, FIELD_CODE):
        if mark.tag == FIELD_CODE:
            begun += mark.text or ""
            continue
        yield begun
        begun = ""


def refuse_tags_elsewhere(parts: list[Part], name: str) -> None:
    """Raise WrongRequest BC-14 for a tag in a part that is not filled: an end note, a chart, a comment."""
    for part in parts:
        if is_filled(part) or not part.partname.endswith(".xml"):
            continue
        text = _XML_TAG.sub("", part.blob.decode("utf-8", "replace"))
        if _HALF_TAG.search(text):
            place = part_name(part.partname)
            raise WrongRequest(
                "BC-14",
                name=name,
                place=place.strip(),
            )


def is_filled(part: Part) -> bool:
    """Say whether the tags of a part are filled: the text, headers, footers, footnotes."""
    kind: str = part.content_type
    return kind.endswith(FILLED)


def roots_of(parts: list[Part]) -> Iterator[tuple[Part, Any]]:
    """Yield each part that is filled, with its root; python-docx has not read that of the footnotes."""
    for part in parts:
        if is_filled(part):
            element = getattr(part, "element", None)
            yield part, read_xml(part.blob) if element is None else element
