"""The cells of one row of tblQuyTac, each read by its own reader; all that is wrong in it is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.indicators import NUMERIC, Type
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.rules.comparisons import BETWEEN, COMPARISONS, IMPLIES
from khoagiao_xl.rules.expression import Expression, Number
from khoagiao_xl.rules.vocabulary import INDICATOR, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STATUSES: Final = ("thử", "bật", "tắt")
KINDS: Final = tuple(Kind)
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
    text = {name: _typed(value) for name, value in row.items()}
    fields: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, read in _READERS.items():
        try:
            fields |= read(text)
        except WrongRequest as error:
            faults.append((name, error))
    faults += _about_names(fields, known)
    return fields, tuple(faults)


def _typed(value: object) -> str:
    if value is None:
        return ""
    return str(value).strip()


def _words(name: str) -> Callable[[Mapping[str, str]], dict[str, Any]]:
    def read(text: Mapping[str, str]) -> dict[str, Any]:
        if not text[name]:
            raise WrongRequest("QT-06")
        return {name: text[name]}

    return read


def _left(text: Mapping[str, str]) -> dict[str, Any]:
    side = _words("left")(text)["left"]
    return {"left": Expression.parse(side)}


def _comparison(text: Mapping[str, str]) -> dict[str, Any]:
    found = _one_spaced(text["comparison"])
    if found not in COMPARISONS:
        facts = {"rule": text["code"], "comparison": text["comparison"]}
        raise WrongRequest("QT-02", **facts, known=", ".join(COMPARISONS))
    return {"comparison": found}


def _one_spaced(text: str) -> str:
    return " ".join(text.casefold().split())


def _right(text: Mapping[str, str]) -> dict[str, Any]:
    right = _words("right")(text)["right"]
    comparison = _one_spaced(text["comparison"])
    if comparison == BETWEEN:
        return {"right": Expression.parse("0"), "bounds": _bounds(right)}
    if comparison == IMPLIES and not INDICATOR.fullmatch(right.upper()):
        raise WrongRequest("QT-03", rule=text["code"], text=right)
    return {"right": Expression.parse(right)}


def _bounds(text: str) -> tuple[Number, Number]:
    first, separator, last = text.partition("..")
    if not separator:
        raise WrongRequest("QT-04", text=text)
    low = Expression.parse(first).evaluate({})
    high = Expression.parse(last).evaluate({})
    if low is None or high is None or low > high:
        raise WrongRequest("QT-04", text=text)
    return low, high


def _one_of(value: str, known: tuple[str, ...], rule: str) -> str:
    """Return `value` if it is one of `known`: a rule must never be switched off by a slip of the pen."""
    for word in known:
        if word.casefold() == value.casefold():
            return word
    raise WrongRequest(
        "QT-05",
        rule=rule,
        value=value,
        known=", ".join(known),
    )


def _kinds(text: Mapping[str, str]) -> dict[str, Any]:
    words = text["kinds"].replace(",", ";").split(";")
    named = [word.strip() for word in words if word.strip()]
    kinds = [_one_of(word, KINDS, text["code"]) for word in named]
    return {"kinds": frozenset(kinds)}


def _blanks(text: Mapping[str, str]) -> dict[str, Any]:
    if not text["blanks"]:
        return {"blanks_are_zero": False}
    meant = _one_of(text["blanks"], BLANKS, text["code"])
    return {"blanks_are_zero": meant == ZERO}


def _severity(text: Mapping[str, str]) -> dict[str, Any]:
    word = _one_of(text["severity"], SEVERITIES, text["code"])
    return {"severity": Severity(word)}


def _status(text: Mapping[str, str]) -> dict[str, Any]:
    return {"status": _one_of(text["status"], STATUSES, text["code"])}


_READERS: Final[Mapping[str, Callable[[Mapping[str, str]], dict[str, Any]]]] = {
    "code": _words("code"),
    "left": _left,
    "comparison": _comparison,
    "right": _right,
    "blanks": _blanks,
    "severity": _severity,
    "status": _status,
    "kinds": _kinds,
    "message": _words("message"),
}


# -- both sides together, and against tblChiTieu ----------------------------------------------------------


def _about_names(fields: Mapping[str, Any], known: Known | None) -> Iterator[Fault]:
    sides = {name: fields[name] for name in ("left", "right") if name in fields}
    yield from _several_words(sides)
    if not known:
        return
    for name, side in sides.items():
        is_answer = name == "right" and fields.get("comparison") == IMPLIES
        for code in side.codes:
            fault = _about(code, side, known, is_answer=is_answer)
            if fault and code not in side.placeholders:
                yield name, fault


def _several_words(sides: Mapping[str, Expression]) -> Iterator[Fault]:
    """A rule speaks of the indicators of one kind: which two would belong together cannot be told."""
    words: set[str] = set()
    for side in sides.values():
        words |= side.placeholders
    if len(words) > 1:
        last = list(sides)[-1]
        yield last, WrongRequest("QT-11", words=", ".join(sorted(words)))


def _about(code: str, side: Expression, known: Known, *, is_answer: bool) -> WrongRequest | None:
    """Return what is wrong with naming `code`: it would leave the rule silent for ever."""
    kind = known.get(code)
    if kind is None:
        hint = nearest(code, list(known))
        return WrongRequest("QT-08", indicator=code, hint=hint)
    wanted = {Type.YESNO} if code in side.choices else NUMERIC
    if is_answer or kind in wanted:
        return None
    return WrongRequest("QT-09", indicator=code, kind=kind)
