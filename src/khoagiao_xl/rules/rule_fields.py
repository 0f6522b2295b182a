"""The cells of one row of tblQuyTac, each read by its own reader; all that is wrong in it is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.indicators import NUMERIC, Type
from khoagiao_xl.rules.comparisons import BETWEEN, COMPARISONS, IMPLIES
from khoagiao_xl.rules.expression import Expression, Number
from khoagiao_xl.rules.vocabulary import INDICATOR, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STATUSES: Final = ("thử", "bật", "tắt")
KINDS: Final = ("M", "Q", "H", "Y")
ZERO: Final = "coi là 0"
BLANKS: Final = ("bỏ qua", ZERO)
SEVERITIES: Final = (Severity.ERROR.value, Severity.QUESTION.value)

Fault = tuple[str, WrongRequest]  # the field of tblQuyTac, and why it is refused
Known = Mapping[str, Type]  # how each indicator of tblChiTieu is answered


def read_fields(
    row: Mapping[str, Any], known: Known | None = None
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Return the fields of a Rule from a row of tblQuyTac (field -> value), and its faults.

    known: the indicators there are; without them their codes are taken on trust.
    """
    text = {name: str("" if value is None else value).strip() for name, value in row.items()}
    fields: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, read in _READERS.items():
        try:
            fields |= read(text)
        except WrongRequest as error:
            faults.append((name, error))
    faults += _about_names(fields, known)
    return fields, tuple(faults)


def _words(name: str) -> Callable[[Mapping[str, str]], dict[str, Any]]:
    def read(text: Mapping[str, str]) -> dict[str, Any]:
        if not text[name]:
            raise WrongRequest("QT-06")
        return {name: text[name]}

    return read


def _left(text: Mapping[str, str]) -> dict[str, Any]:
    return {"left": Expression.parse(_words("left")(text)["left"])}


def _comparison(text: Mapping[str, str]) -> dict[str, Any]:
    found = " ".join(text["comparison"].casefold().split())
    if found not in COMPARISONS:
        known = ", ".join(COMPARISONS)
        raise WrongRequest("QT-02", rule=text["code"], comparison=text["comparison"], known=known)
    return {"comparison": found}


def _right(text: Mapping[str, str]) -> dict[str, Any]:
    right = _words("right")(text)["right"]
    comparison = " ".join(text["comparison"].casefold().split())
    if comparison == BETWEEN:
        return {"right": Expression.parse("0"), "bounds": _bounds(right)}
    if comparison == IMPLIES and not INDICATOR.fullmatch(right.upper()):
        raise WrongRequest("QT-03", rule=text["code"], text=right)
    return {"right": Expression.parse(right)}


def _bounds(text: str) -> tuple[Number, Number]:
    low, separator, high = text.partition("..")
    sides = [Expression.parse(side).evaluate({}) for side in (low, high)] if separator else []
    if len(sides) != 2 or sides[0] is None or sides[1] is None or sides[0] > sides[1]:
        raise WrongRequest("QT-04", text=text)
    return sides[0], sides[1]


def _one_of(value: str, known: tuple[str, ...], rule: str) -> str:
    """Return `value` if it is one of `known`: a rule must never be switched off by a slip of the pen."""
    found = next((word for word in known if word.casefold() == value.casefold()), None)
    if found is None:
        raise WrongRequest("QT-05", rule=rule, value=value, known=", ".join(known))
    return found


def _kinds(text: Mapping[str, str]) -> dict[str, Any]:
    words = [word.strip() for word in text["kinds"].replace(",", ";").split(";") if word.strip()]
    return {"kinds": frozenset(_one_of(word, KINDS, text["code"]) for word in words)}


_READERS: Final[Mapping[str, Callable[[Mapping[str, str]], dict[str, Any]]]] = {
    "code": _words("code"),
    "left": _left,
    "comparison": _comparison,
    "right": _right,
    "blanks": lambda text: {
        "blanks_are_zero": bool(text["blanks"]) and _one_of(text["blanks"], BLANKS, text["code"]) == ZERO
    },
    "severity": lambda text: {"severity": Severity(_one_of(text["severity"], SEVERITIES, text["code"]))},
    "status": lambda text: {"status": _one_of(text["status"], STATUSES, text["code"])},
    "kinds": _kinds,
    "message": _words("message"),
}


# -- both sides together, and against tblChiTieu ----------------------------------------------------------


def _about_names(fields: Mapping[str, Any], known: Known | None) -> Iterator[Fault]:
    sides = {name: fields[name] for name in ("left", "right") if name in fields}
    words = sorted({word for side in sides.values() for word in side.placeholders})
    if len(words) > 1:
        yield "right" if "right" in sides else "left", WrongRequest("QT-11", words=", ".join(words))
    for name, side in sides.items():
        is_answer = name == "right" and fields.get("comparison") == IMPLIES
        for code in side.codes:
            fault = _about(code, side, known, is_answer=is_answer) if known else None
            if fault and code not in side.placeholders:
                yield name, fault


def _about(code: str, side: Expression, known: Known, *, is_answer: bool) -> WrongRequest | None:
    """Return what is wrong with naming `code`: it would leave the rule silent for ever."""
    if code not in known:
        return WrongRequest("QT-08", indicator=code, hint=nearest(code, list(known)))
    is_choice = known[code] is Type.YESNO
    if is_answer or (is_choice if code in side.choices else known[code] in NUMERIC):
        return None
    return WrongRequest("QT-09", indicator=code, kind=known[code])
