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
SIDES: Final = ("left", "right")
ZERO: Final = "coi là 0"
BLANKS: Final = ("bỏ qua", ZERO)
SEVERITIES: Final = (Severity.ERROR.value, Severity.QUESTION.value)

Fault = tuple[str, WrongRequest]  # the field of tblQuyTac, and why it is refused
Known = Mapping[str, Type]  # how each indicator of tblChiTieu is answered
Texts = Mapping[str, str]  # field of tblQuyTac -> what is typed in its cell
Fields = dict[str, Any]  # field of a Rule -> its value


def read_fields(row: Mapping[str, Any], known: Known | None = None) -> tuple[Fields, tuple[Fault, ...]]:
    """Return the fields of a Rule from a row of tblQuyTac (field -> value), and its faults.

    known: the indicators there are; without them their codes are taken on trust.
    """
    text = _texts(row)
    fields: Fields = {}
    faults: list[Fault] = []
    for name, read in _READERS.items():
        try:
            fields |= read(text)
        except WrongRequest as error:
            faults.append((name, error))
    faults += _about_names(fields, known)
    return fields, tuple(faults)


def _texts(row: Mapping[str, Any]) -> Texts:
    texts = {}
    for name, value in row.items():
        typed = "" if value is None else str(value)
        texts[name] = typed.strip()
    return texts


def _words(text: Texts, name: str) -> str:
    """Return what stands in a cell that must not be blank."""
    if not text[name]:
        raise WrongRequest("QT-06")
    return text[name]


def _code(text: Texts) -> Fields:
    return {"code": _words(text, "code")}


def _left(text: Texts) -> Fields:
    side = _words(text, "left")
    return {"left": Expression.parse(side)}


def _comparison(text: Texts) -> Fields:
    found = _one_spaced(text["comparison"])
    if found not in COMPARISONS:
        raise WrongRequest(
            "QT-02",
            rule=text["code"],
            comparison=text["comparison"],
            known=", ".join(COMPARISONS),
        )
    return {"comparison": found}


def _one_spaced(text: str) -> str:
    words = text.casefold().split()
    return " ".join(words)


def _right(text: Texts) -> Fields:
    right = _words(text, "right")
    comparison = _one_spaced(text["comparison"])
    if comparison == BETWEEN:
        nothing = Expression.parse("0")
        return {"right": nothing, "bounds": _bounds(right)}
    is_indicator = INDICATOR.fullmatch(right.upper())
    if comparison == IMPLIES and not is_indicator:
        raise WrongRequest("QT-03", rule=text["code"], text=right)
    return {"right": Expression.parse(right)}


def _bounds(text: str) -> tuple[Number, Number]:
    first, separator, last = text.partition("..")
    if not separator:
        raise WrongRequest("QT-04", text=text)
    low = _constant(first)
    high = _constant(last)
    if low is None or high is None or low > high:
        raise WrongRequest("QT-04", text=text)
    return low, high


def _constant(text: str) -> Number | None:
    expression = Expression.parse(text)
    return expression.evaluate({})


def _kinds(text: Texts) -> Fields:
    named = text["kinds"].replace(",", ";")
    kinds = set()
    for part in named.split(";"):
        word = part.strip()
        if word:
            kind = _one_of(word, KINDS, text)
            kinds.add(kind)
    return {"kinds": frozenset(kinds)}


def _blanks(text: Texts) -> Fields:
    word = text["blanks"]
    if word:
        word = _one_of(word, BLANKS, text)
    return {"blanks_are_zero": word == ZERO}


def _severity(text: Texts) -> Fields:
    typed = text["severity"]
    word = _one_of(typed, SEVERITIES, text)
    return {"severity": Severity(word)}


def _status(text: Texts) -> Fields:
    typed = text["status"]
    word = _one_of(typed, STATUSES, text)
    return {"status": word}


def _message(text: Texts) -> Fields:
    return {"message": _words(text, "message")}


def _one_of(value: str, known: tuple[str, ...], text: Texts) -> str:
    """Return `value` if it is one of `known`: a rule must never be switched off by a slip of the pen."""
    wanted = value.casefold()
    for word in known:
        if word.casefold() == wanted:
            return word
    raise WrongRequest(
        "QT-05",
        rule=text["code"],
        value=value,
        known=", ".join(known),
    )


_READERS: Final[Mapping[str, Callable[[Texts], Fields]]] = {
    "code": _code,
    "left": _left,
    "comparison": _comparison,
    "right": _right,
    "blanks": _blanks,
    "severity": _severity,
    "status": _status,
    "kinds": _kinds,
    "message": _message,
}


# -- both sides together, and against tblChiTieu ----------------------------------------------------------


def _about_names(fields: Fields, known: Known | None) -> Iterator[Fault]:
    sides: dict[str, Expression] = {name: fields[name] for name in SIDES if name in fields}
    comparison = fields.get("comparison")
    yield from _several_words(sides)
    if not known:
        return
    for name, side in sides.items():
        is_answer = name == "right" and comparison == IMPLIES
        faults = _about_side(side, known, is_answer=is_answer)
        for fault in faults:
            yield name, fault


def _several_words(sides: Mapping[str, Expression]) -> Iterator[Fault]:
    """A rule speaks of the indicators of one kind: which two would belong together cannot be told."""
    words: set[str] = set()
    for side in sides.values():
        words |= side.placeholders
    if len(words) > 1:
        *_, last = sides
        named = ", ".join(sorted(words))
        yield last, WrongRequest("QT-11", words=named)


def _about_side(side: Expression, known: Known, *, is_answer: bool) -> Iterator[WrongRequest]:
    """Yield what is wrong with the indicators it names: each would leave the rule silent for ever."""
    for code in side.codes:
        if code in side.placeholders:
            continue
        if code not in known:
            hint = nearest(code, list(known))
            yield WrongRequest("QT-08", indicator=code, hint=hint)
        elif not is_answer and not _fits(code, side, known):
            yield WrongRequest("QT-09", indicator=code, kind=known[code])


def _fits(code: str, side: Expression, known: Known) -> bool:
    """Whether the indicator is answered in the way in which the side asks for it."""
    kind = known[code]
    if code in side.choices:
        return kind is Type.YESNO
    return kind in NUMERIC
