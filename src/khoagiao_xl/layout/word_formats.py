"""The elements in which Word keeps a format: made where they are missing, set, put in the schema's order."""

from __future__ import annotations

from typing import Any, Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE: Final = object()  # the attribute is taken away
_FONT_PLACES: Final = ("ascii", "hAnsi", "cs", "eastAsia")
_THEMES: Final = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(" ".join(lines).split())


# The order in which the schema wants the parts of a format.
RUN_ORDER: Final = _words(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof",
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText",
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
)
PARAGRAPH_ORDER: Final = _words(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs",
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi",
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection",
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
)
SECTION_ORDER: Final = _words(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType",
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "sectPrChange",
)


def format_of(element: Any, name: str) -> Any:
    """Return the part that holds the format of a run, paragraph or row; made first of all where missing."""
    tag = f"{W}{name}"
    found = element.find(tag)
    if found is None:
        found = element.makeelement(tag)
        exceptions = element.findall(f"{W}tblPrEx")  # of a row come before it
        element.insert(len(exceptions), found)
    return found


def set_value(format_: Any, names: tuple[str, ...], value: object) -> None:
    """Set the value of parts such as «sz»; None leaves them."""
    if value is None:
        return
    for name in names:
        part = _part(format_, name)
        part.set(f"{W}val", str(value))


def switch(format_: Any, names: tuple[str, ...], is_on: bool | None) -> None:
    """Turn parts such as «b» on or off; None leaves them."""
    if is_on is None:
        return
    for name in names:
        part = _part(format_, name)
        if is_on:  # the part alone says so, in every kind of Open XML
            part.attrib.pop(f"{W}val", None)
        else:
            part.set(f"{W}val", "0")


def set_attributes(format_: Any, name: str, values: dict[str, Any]) -> None:
    """Set attributes of a part such as «ind»: None leaves one, GONE takes it away."""
    told = {f"{W}{key}": value for key, value in values.items() if value is not None}
    if not told:
        return
    part = _part(format_, name)
    for key, value in told.items():
        if value is GONE:
            part.attrib.pop(key, None)
        else:
            part.set(key, str(value))


def set_font(format_: Any, font: str) -> None:
    """Set the font of all letters; a font of the theme gives way."""
    names: dict[str, Any] = dict.fromkeys(_FONT_PLACES, font)
    themes = dict.fromkeys(_THEMES, GONE)
    values = names | themes
    set_attributes(format_, "rFonts", values)


def put_in_order(format_: Any, order: tuple[str, ...]) -> None:
    """Put the parts in the order of the schema."""
    tags = [f"{W}{name}" for name in order]

    def place(part: Any) -> int:
        if part.tag in tags:
            return tags.index(part.tag)
        return len(tags)

    parts = sorted(format_, key=place)
    format_[:] = parts


def _part(format_: Any, name: str) -> Any:
    tag = f"{W}{name}"
    found = format_.find(tag)
    if found is None:
        found = format_.makeelement(tag)
        format_.append(found)
    return found
