"""Answers of yes, no and «not for us», in all the ways a form comes back with them."""

from __future__ import annotations

from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.ditto_marks import is_ditto
from khoagiao_xl.vietnamese.figures import fact_text
from khoagiao_xl.vietnamese.number_words import NO_WORDS, NOT_APPLICABLE_WORDS, YES_WORDS
from khoagiao_xl.vietnamese.parsed import Parsed, repaired, unread
from khoagiao_xl.vietnamese.text import clean, fold

YES, NO, NOT_APPLICABLE = "Có", "Không", "Không thuộc"
# In the order in which an answer is looked for.
_WORDS = {
    NOT_APPLICABLE: NOT_APPLICABLE_WORDS,
    YES: YES_WORDS | {"1"},
    NO: NO_WORDS,
}


def parse_yes_no(raw: object, *, allows_not_applicable: bool = False) -> Parsed[str]:
    """Return «Có», «Không» or «Không thuộc»; a blank is no answer, never «Không».

    SL-61 when it only points at another line, SL-34 when it is none of them,
    SL-35 for «Không thuộc» where the indicator does not offer it.
    """
    if is_blank(raw):
        return Parsed()
    if isinstance(raw, str) and raw in (YES, NO):
        return Parsed(raw)
    text = _as_text(raw)
    key = fold(text).strip(" .,;:!")
    answer = _answer(key)
    if answer is None:
        code = "SL-61" if is_ditto(text) else "SL-34"
        return unread(code, found=text)
    if answer == NOT_APPLICABLE and not allows_not_applicable:
        return unread("SL-35", found=text)
    if text == answer:
        return Parsed(answer)
    return repaired(answer, text, answer, "SL-36")


def _as_text(raw: object) -> str:
    if isinstance(raw, bool):
        return "1" if raw else "0"
    return clean(fact_text(raw)).text


def _answer(key: str) -> str | None:
    for answer, words in _WORDS.items():
        if key in words:
            return answer
    return None
