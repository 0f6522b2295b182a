"""The tags of a template that somebody may have edited in Word: known, closed, and in their place."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Collection

NEAR = 60  # characters of the template shown around a mistake
_WHOLE_TAG = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_HALF_TAG = re.compile(r"{{|}}|{%|%}|{#|#}")
_XML_TAG = re.compile(r"<[^>]*>")
_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")


def check_tags(source: str, environment: Any, known: Collection[str], name: str) -> None:
    """Raise WrongRequest BC-05 for a tag written wrongly, BC-04 for tags that are not among `known`.

    source: one part of the template as docxtpl hands it to jinja2.
    """
    from jinja2 import TemplateSyntaxError, meta

    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", source)  # a line number then finds a paragraph
    try:
        unknown = meta.find_undeclared_variables(environment.parse(lines)) - set(known)
    except TemplateSyntaxError as error:
        raise WrongRequest("BC-05", name=name, near=_near(lines, error)) from error
    for line in _WHOLE_TAG.sub("", lines).splitlines():
        if _HALF_TAG.search(_XML_TAG.sub("", line)):
            raise WrongRequest("BC-05", name=name, near=_words(line))
    if unknown:
        raise unknown_tags(name, unknown, known)


def unknown_tags(name: str, unknown: Collection[str], known: Collection[str]) -> WrongRequest:
    """Return the error that names the unknown tags and, where one is alike, the tag that was meant."""
    alike = [match for tag in sorted(unknown) for match in get_close_matches(tag, known, 1)]
    advice = PHRASES["co_phai"].format(tags=_quoted(alike)) if alike else PHRASES["bo_the"]
    return WrongRequest("BC-04", name=name, tags=_quoted(unknown), advice=advice)


def _near(source: str, error: Any) -> str:
    unclosed = _UNCLOSED.search(error.message or "")
    if unclosed:
        return PHRASES["the_chua_dong"].format(tag=unclosed[1])
    lines = source.split("\n")
    return _words(lines[min(error.lineno, len(lines)) - 1]) or str(error.message)[:NEAR]


def _words(xml: str) -> str:
    return " ".join(_XML_TAG.sub(" ", xml).split())[:NEAR]


def _quoted(names: Collection[str]) -> str:
    return ", ".join(f"«{name}»" for name in sorted(set(names)))
