"""The tags of a template that somebody may have edited in Word: known, closed, and in their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.wording.report import PHRASES

NEAR: Final = 60  # characters of the template shown around a mistake
_PARAGRAPH: Final = re.compile(r"<w:p([ >])")
_WHOLE_TAG: Final = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_HALF_TAG: Final = re.compile(r"{{|}}|{%|%}|{#|#}")
_XML_TAG: Final = re.compile(r"<[^>]*>")
_UNCLOSED: Final = re.compile(r"innermost block that needs to be closed is '(\w+)'")


def check_tags(source: str, environment: Any, known: Collection[str], name: str) -> None:
    """Raise WrongRequest BC-05 for a tag written wrongly, BC-04 for tags that are not among `known`.

    source: one part of the template as docxtpl hands it to jinja2.
    """
    lines = _PARAGRAPH.sub(r"\n<w:p\1", source)  # a line number then finds a paragraph
    used = _used_tags(lines, environment, name)
    _refuse_half_tags(lines, name)
    unknown = used - set(known)
    if unknown:
        raise unknown_tags(name, unknown, known)


def _used_tags(lines: str, environment: Any, name: str) -> set[str]:
    from jinja2 import TemplateSyntaxError, meta

    try:
        parsed = environment.parse(lines)
        return meta.find_undeclared_variables(parsed)
    except TemplateSyntaxError as error:
        near = _near(lines, error)
        raise WrongRequest("BC-05", name=name, near=near) from error


def _refuse_half_tags(lines: str, name: str) -> None:
    rest = _WHOLE_TAG.sub("", lines)
    for line in rest.splitlines():
        plain = _XML_TAG.sub("", line)
        if _HALF_TAG.search(plain):
            near = _words(line)
            raise WrongRequest("BC-05", name=name, near=near)


def unknown_tags(name: str, unknown: Iterable[str], known: Collection[str]) -> WrongRequest:
    """Return the error that names the unknown tags and, where one is alike, the tag that was meant."""
    tags = sorted(set(unknown))
    alike: list[str] = []
    for tag in tags:
        alike += get_close_matches(tag, known, 1)
    advice = PHRASES["bo_the"]
    if alike:
        meant = sorted(set(alike))
        advice = PHRASES["co_phai"].format(tags=_quoted(meant))
    return WrongRequest(
        "BC-04",
        name=name,
        tags=_quoted(tags),
        advice=advice,
    )


def _near(source: str, error: Any) -> str:
    message = str(error.message or "")
    unclosed = _UNCLOSED.search(message)
    if unclosed:
        return PHRASES["the_chua_dong"].format(tag=unclosed[1])
    lines = source.split("\n")
    last = len(lines)
    number = min(error.lineno, last)
    line = lines[number - 1]
    return _words(line) or message[:NEAR]


def _words(xml: str) -> str:
    plain = _XML_TAG.sub(" ", xml)
    words = plain.split()
    text = " ".join(words)
    return text[:NEAR]


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)
