"""Pieces of patterns for XML as programs write it; what they match is XML, letter by letter.

A pattern made of them must cover a stretch to its last letter, else the stretch is read as a tree: so nothing
is taken for less than it is. Quantifiers are possessive: no text makes them go back.
"""

from __future__ import annotations

import re
from typing import Final


class NotPlain(ValueError):
    """What is written otherwise than programs write it."""


def without_groups(pattern: str) -> str:
    """Return `pattern` so that it only matches and gathers nothing."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)


_CONTROLS = "\x00-\x1f\ufffd-\uffff"  # and what stands for bytes that are no letter
_ENTITY = "&(?:([a-z]{2,4})|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));"  # `unescaped` knows which of them there are
_LETTERS = f"[^<>&{_CONTROLS}]*+"
TEXT: Final = f"(?:{_LETTERS}(?:(?:{without_groups(_ENTITY)}|[\n\t]){_LETTERS})*+)"
_NAME = "[A-Za-z][A-Za-z0-9]*+(?::[A-Za-z][A-Za-z0-9]*+)?+"
ATTRIBUTES: Final = f'(?: {_NAME}="[^"<>&{_CONTROLS}]*+")*+'
KEPT_SPACE: Final = '(?: xml:space="preserve")?+'

_ATTRIBUTE = re.compile(' ([\\w:]+)="([^"]*)"')


def written_attributes(text: str) -> dict[str, str]:
    """Return the attributes in `text`, which ATTRIBUTES matched; raise NotPlain where one stands twice."""
    found = _ATTRIBUTE.findall(text)
    told = dict(found)
    if len(told) < len(found):
        raise NotPlain
    return told


def unescaped(text: str) -> str:
    """Return the letters that TEXT matched as they are read; raise NotPlain for an unknown entity."""
    if "&" not in text:
        return text
    return _ONE_ENTITY.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    name, number, hexadecimal = match.groups()
    if name:
        return _named(name)
    code = int(number) if number else int(hexadecimal, 16)
    if not _is_letter(code):
        raise NotPlain
    return chr(code)


def _named(name: str) -> str:
    if name not in _NAMED:
        raise NotPlain
    return _NAMED[name]


def _is_letter(code: int) -> bool:
    """Say whether XML may hold a letter of this number."""
    if code < ord(" "):
        return chr(code) in "\t\n\r"
    return code < 0xD800 or 0xDFFF < code < 0xFFFE or 0xFFFF < code < 0x110000


_NAMED: Final = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_ONE_ENTITY: Final = re.compile(_ENTITY)
