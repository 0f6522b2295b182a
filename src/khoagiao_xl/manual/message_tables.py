"""The messages of the user guide: every code with a sentence as it may stand, and what to do about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from khoagiao_xl.manual.markdown_tables import markdown_table
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.wording import SENTENCES

# The name of one fact in a sentence; a pair of braces around it is one that is shown.
_FACT: Final = re.compile(r"(?<!\{)\{(\w+)\}(?!\})|(?<=\{\{ )\{(\w+)\}(?= \}\})")
_FIGURES: Final = re.compile(r"(\d+)")
_LONGEST: Final = 5  # figures of a code
_HEADINGS: Final = ("Mã", "Thông báo và cách xử lý")
_UNKNOWN: Final = "…"
_EVERYWHERE: Final = ""
_RULE: Final = "{message} ({left} {comparison} {right})."
ADVICE: Final = {
    Severity.ERROR: "Sửa các số liên quan cho khớp.",
    Severity.QUESTION: "Nếu số đúng, ghi lý do ở cột Giải trình; nếu sai, sửa lại.",
}
# What is looked for in a text is told in a table of its own, with what is right and how to mend it.
TOLD_ELSEWHERE: Final = re.compile(r"LV\d|TT\d")


@dataclass(frozen=True)
class Family:
    """Codes that begin alike. title: what they are about; met: when and where the office meets them."""

    name: str
    title: str
    met: str


@cache
def families() -> Mapping[str, Family]:
    """Return the families in the order of the guide; codes of no family are no messages."""
    found = {}
    for row in shipped_rows("message_families.csv"):
        name = row["family"]
        found[name] = Family(name, row["title"], row["met"])
    return found


@cache
def advice() -> Mapping[str, str]:
    """Return, by code, what to do where the sentence itself does not say it, or where its words stand."""
    return {row["code"]: row["advice"] for row in shipped_rows("message_advice.csv")}


@cache
def _examples() -> Mapping[tuple[str, str], str]:
    """Return examples of facts by (code, family or blank; name of the fact)."""
    return {(row["scope"], row["fact"]): row["example"] for row in shipped_rows("message_examples.csv")}


def messages_by_family() -> str:
    """Return every message, family by family, as Markdown."""
    rows = _rows_by_family()
    parts = []
    for family in families().values():
        told = rows[family.name]
        if told:
            table = markdown_table(_HEADINGS, told)
            part = f"### {family.title}\n\n{family.met}\n\n{table}"
            parts.append(part)
    return "\n".join(parts)


def _rows_by_family() -> Mapping[str, list[tuple[str, str]]]:
    messages = _rules()
    messages |= _sentences()
    rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for code in sorted(messages, key=_in_order):
        row = (code, messages[code])
        name = family_of(code)
        rows[name].append(row)
    return rows


def _in_order(code: str) -> list[str]:
    """Return what codes are sorted by: KT-12 before KT-110."""
    parts = []
    for part in _FIGURES.split(code):
        padded = part.zfill(_LONGEST) if part.isdigit() else part
        parts.append(padded)
    return parts


def _sentences() -> dict[str, str]:
    found = {}
    for code in SENTENCES:
        if not TOLD_ELSEWHERE.match(code):
            found[code] = told(code)
    return found


def told(code: str) -> str:
    """Return a sentence with likely facts in it, and what to do where it does not say so itself."""
    text = as_read(code)
    known = advice()
    if code not in known:
        return text
    return f"{text}<br>→ *{known[code]}*"


def as_read(code: str) -> str:
    """Return a sentence with likely facts in it, as a cell of a table."""
    text = with_examples(code)
    one_line = text.strip().replace("\n", "<br>")
    return one_line.replace("|", "\\|")


def with_examples(code: str) -> str:
    """Return a sentence as it may stand; «…» for a fact of which no example is written."""
    example = partial(_example, code)
    text = _FACT.sub(example, SENTENCES[code])
    opened = text.replace("{{", "{")
    return opened.replace("}}", "}")


def _example(code: str, fact: re.Match[str]) -> str:
    name = fact[1] or fact[2]
    examples = _examples()
    family = family_of(code)
    for scope in (code, family, _EVERYWHERE):
        if (scope, name) in examples:
            return examples[scope, name]
    return _UNKNOWN


def _rules() -> dict[str, str]:
    """Return the default rules by code; rows that share a code share its entry."""
    sentences: dict[str, list[str]] = defaultdict(list)
    last: dict[str, str] = {}
    for row in load_profile().rules:
        code = row["code"]
        rule = _RULE.format(**row)
        sentences[code].append(rule)
        severity = row["severity"]
        last.setdefault(code, ADVICE[severity])
    found = {}
    for code, said in sentences.items():
        parts = (*said, last[code])
        found[code] = " ".join(parts)
    return found


def family_of(code: str) -> str:
    """Return the family of a code: its letters, or with its figures where these make one («R35»)."""
    prefix, _, _ = code.partition("-")
    if prefix in families():
        return prefix
    return re.sub(r"\d+$", "", prefix)


def unexplained() -> Iterator[str]:
    """Yield the codes that belong to no family of the guide and to no table of its own."""
    known = families()
    for code in SENTENCES:
        has_family = family_of(code) in known
        if not has_family and not TOLD_ELSEWHERE.match(code):
            yield code
