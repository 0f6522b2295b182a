"""What a cell's number format shows a person: the value as it is, or something else than the cell holds.

Only formats known to show the value itself are plain; whatever else a format may do is asked about.
"""

from __future__ import annotations

import operator
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.figures import round_to
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    Section = list[tuple[str, str]]  # of each sign: what it is, what it says

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<tag>[^\]]*)\]'
                    r"|(?P<bare>.)", re.DOTALL)  # fmt: skip
_COLOUR = re.compile(r"(?i)black|blue|cyan|green|magenta|red|yellow|color ?\d+|-|\$-[0-9a-f]{1,4}")
_UNSEEN: Final = frozenset({"white", "color2", "color 2"})
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_DIGITS = re.compile(r"(?P<whole>[#0?]+(?:,[#0?]+)*)(?:\.(?P<part>[#0?]*))?(?P<percent>%?)")
_SPACED = re.compile(r"(#+) (?=##0)")  # «# ##0» groups with blanks
_MOST_DECIMALS = 2  # three behind a sign look like thousands: 12.000
_ROUNDED = Decimal("0.05")  # what the form's own «#,##0.0» may hide of a figure with more decimals
_ALL_SECTIONS = 4  # positive, negative, zero, text
_TEXT_SIGN, _PERCENT_SIGN = ("bare", "@"), ("bare", "%")
_SHOWS_ALL = frozenset({"", "general", "@"})
_SHOWN_AS_TEXT = frozenset({"@", "general"})
_SHOWN = frozenset({"quoted", "escaped", "bare"})
_DRESSING = frozenset({"", "-", "(", ")"})
_COMPARES = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


def shows_itself(code: str, value: object, unit: str = "") -> bool:
    """Say whether a cell of the format `code` shows `value` as a person would write it.

    unit: the line's unit of measure, which alone may stand behind the figure.
    """
    if code.strip().casefold() in _SHOWS_ALL:
        return True
    sections = _sections(code)
    if isinstance(value, str):
        return _shows_text(sections, unit)
    if isinstance(value, bool):
        return True
    if not isinstance(value, int | float):
        return True
    return _shows_number(sections, value, unit)


def _shows_text(sections: list[Section], unit: str) -> bool:
    section = _text_section(sections)
    if section is None:
        return True
    return _body(section, unit) in _SHOWN_AS_TEXT


def _shows_number(sections: list[Section], value: float, unit: str) -> bool:
    numeric = _number_sections(sections)
    if not numeric:
        return _shows_text(sections, unit)
    chosen = _applying(numeric, value)
    is_for_negative = len(numeric) > 1 and value < 0 and not _has_condition(numeric)
    for section in chosen:
        if not _is_plain(section, value, unit, is_for_negative=is_for_negative):
            return False
    return bool(chosen)


def is_percent(code: str, value: float) -> bool:
    """Say whether the format shows `value` a hundredfold with «%» (a quoted one is only a word)."""
    numeric = _sections(code)[:3]
    chosen = _applying(numeric, value)
    return any(_PERCENT_SIGN in section for section in chosen)


def _sections(code: str) -> list[Section]:
    found: list[Section] = [[]]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or ""
        sign = match[kind]
        if kind == "bare" and sign == ";":
            found.append([])
        else:
            found[-1].append((kind, sign))
    return found


def _text_section(sections: list[Section]) -> Section | None:
    """Return the section for text: the fourth, or the last where it has «@»; None where there is none."""
    last = sections[-1]
    if len(sections) == _ALL_SECTIONS:
        return last
    if _TEXT_SIGN in last:
        return last
    return None


def _number_sections(sections: list[Section]) -> list[Section]:
    if len(sections) == _ALL_SECTIONS or _text_section(sections) is None:
        return sections[:3]
    return sections[:-1]


def _has_condition(sections: Sequence[Section]) -> bool:
    return any(_condition(section) for section in sections)


def _condition(section: Section) -> re.Match[str] | None:
    for kind, sign in section:
        found = _CONDITION.fullmatch(sign)
        if kind == "tag" and found:
            return found
    return None


def _holds(condition: re.Match[str], value: float) -> bool:
    compare = _COMPARES[condition[1]]
    limit = float(condition[2])
    return bool(compare(value, limit))


def _applying(sections: Sequence[Section], value: float) -> list[Section]:
    """Return the section that shows `value`; several where programs differ in which one does."""
    if _has_condition(sections):
        return _by_condition(sections, value)
    if value < 0 and len(sections) > 1:
        return [sections[1]]
    # A value that is neither more nor less than nothing, zero or no number, has the third.
    if not value > 0 and len(sections) > 2:
        return [sections[2]]
    return [sections[0]]


def _by_condition(sections: Sequence[Section], value: float) -> list[Section]:
    without: list[Section] = []
    for section in sections:
        condition = _condition(section)
        if condition is None:
            without.append(section)
        elif _holds(condition, value):
            return [*without, section]
    return without


def _body(section: Section, unit: str) -> str | None:
    """Return the section's own signs without what only dresses them; None where it says something more."""
    if any(_disturbs(kind, sign) for kind, sign in section):
        return None
    signs, behind = "", ""
    for kind, sign in section:
        if kind not in _SHOWN:
            continue
        if _is_word(kind, sign, behind):
            behind += sign
        elif not behind or not sign.strip():
            signs += sign
        else:
            return None  # a word before the figure
    if behind and not _is_unit(behind, unit):
        return None
    return signs.strip().casefold()


def _is_word(kind: str, sign: str, behind: str) -> bool:
    """Say whether the piece is a word, or goes on with the word `behind` the figure."""
    if kind == "bare":
        return False
    if behind != "":
        return True
    return sign.strip() not in _DRESSING


def _is_unit(words: str, unit: str) -> bool:
    if fold(words) != fold(unit):
        return False
    return not re.search(r"\d", words)


def _disturbs(kind: str, sign: str) -> bool:
    """Say whether this piece shows a text of its own, or hides the figure."""
    if kind == "fill":
        return sign.strip() != ""
    if kind != "tag":
        return False
    if _CONDITION.fullmatch(sign):
        return False
    is_colour = _COLOUR.fullmatch(sign) is not None
    if not is_colour:
        return True
    return sign.casefold() in _UNSEEN


def _is_plain(section: Section, value: float, unit: str, *, is_for_negative: bool) -> bool:
    body = _body(section, unit)
    if body is not None and is_for_negative:
        body = _without_minus(body)
    if body is None:
        return False
    if body == "general":
        return True
    match = _DIGITS.fullmatch(_SPACED.sub(r"\1,", body))
    if match is None:
        return False
    return _shows_all(match, abs(value))


def _without_minus(body: str) -> str | None:
    """Return the body of a section for negative numbers without its sign; None where it shows none."""
    is_bracketed = body.startswith("(") and body.endswith(")")
    if not body.startswith("-") and not is_bracketed:
        return None
    return body.strip("-() ")


def _shows_all(match: re.Match[str], value: float) -> bool:
    """Say whether these places show the whole of `value`, and nothing that reads as another number."""
    part = match["part"] or ""
    exact = _as_shown(value, is_percent=bool(match["percent"]))
    shown = round_to(exact, len(part))
    hidden = abs(shown - exact)
    if hidden > (_ROUNDED if part else 0):
        return False
    if max(_decimals(shown), _fixed_places(part)) > _MOST_DECIMALS:
        return False
    return _reads_as_itself(match["whole"], int(shown))


def _as_shown(value: float, *, is_percent: bool) -> Decimal:
    factor = 100 if is_percent else 1
    return round(Decimal(repr(value)) * factor, 10)


def _decimals(shown: Decimal) -> int:
    """Return how many decimals the number needs, 0 for none."""
    if not shown:
        return 0
    exponent = shown.normalize().as_tuple().exponent
    return max(0, -int(exponent))


def _fixed_places(part: str) -> int:
    """Return how many decimals are always shown: up to the last place that is no «#»."""
    return len(part.rstrip("#"))


def _reads_as_itself(whole: str, shown: int) -> bool:
    fixed = whole.count("0")
    if shown == 0 and fixed == 0:
        return False
    digits = len(str(shown))
    # 12 must not be shown as 0.012.
    if "," not in whole:
        return True
    return fixed <= digits
