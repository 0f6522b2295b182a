"""Words of a unit that correct its own figures: they are no explanation, and no figure is changed by them.

«Ghi nhầm, số đúng là 15» beside 12; «đính chính KG105 là 15» in a report in words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.line_remarks import short
from khoagiao_xl.intake.judging.settle_findings import CORRECTED
from khoagiao_xl.intake.reading.locating import CODE
from khoagiao_xl.intake.reading.scale_words import says_a_scale_of_figures
from khoagiao_xl.model.findings import Finding, asked
from khoagiao_xl.model.indicators import Indicator, Type
from khoagiao_xl.vietnamese.figures import is_number, value_text
from khoagiao_xl.vietnamese.phrases import Phrases
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.rules.form import Form

CORRECTED_IN_WORDS: Final = "TN-132"
_WHEN, _ALWAYS, _WITH_A_FIGURE = "Khi nào hỏi", "luôn", "kèm số khác"
_CORRECTING: Final = Phrases.of_table("correcting_words", **{_WHEN: _ALWAYS})
_PERHAPS: Final = Phrases.of_table("correcting_words", **{_WHEN: _WITH_A_FIGURE})
_IN_WORDS: Final = Phrases.of_table("correcting_words", **{"Ở thuyết minh": "có"})
_SENTENCES: Final = re.compile(r"[;\n]|[.!?](?=\s|$)")
# A number that may be a figure: no day, no year, no number of a document, of a month or of a code.
_FIGURE: Final = re.compile(
    r"(?<![\w/.,-])(?<!tháng )(?<!năm )(?<!ngày )(?<!quý )(?<!số )"
    r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\w/-]|[.,]\d)",
)
_NO_FAULT: Final = re.compile(
    r"\bkhông (?:(?:bị|hề|có|phải|ghi|nhập|tính) )*(?:nhầm|sai)(?: số| sót| lệch)?\b"
)
_NAMED_FIGURE: Final = re.compile(r"(?<!\w)(?:số|là)\s+(\d[\d.]*)(?![\w/-]|[.,]\d)")


def corrections(form: Form) -> Iterator[Finding]:
    """Yield the explanations and the answers in words that correct a figure."""
    for item in form.asked:
        if item.type is Type.TEXT:
            yield from _in_words(form, item)
        else:
            yield from _in_explanation(form, item)


def _in_explanation(form: Form, item: Indicator) -> Iterator[Finding]:
    entry = form.entries.get(item.code)
    if entry is None or not _corrects(entry.explanation, form.value(item.code)):
        return
    shown = form.value(item.code) or entry.raw
    figure = short(value_text(shown)) or texts.BLANK
    yield asked(
        CORRECTED,
        form.explained_at(item.code),
        about=item.code,
        found=short(entry.explanation),
        figure=figure,
    )


def _corrects(said: str, figure: object) -> bool:
    """Say whether an explanation says that the figure beside it is not the right one."""
    doubtful = _NO_FAULT.sub("", said.casefold())
    if _CORRECTING.among(doubtful) or says_a_scale_of_figures(said):
        return True
    if not _PERHAPS.among(doubtful):
        return False
    if not is_number(figure):
        return False
    own = _bare(value_text(figure))
    others = [text for text in _figures(said) if text != own]
    return bool(others)


def _figures(said: str) -> Iterator[str]:
    for text in (*_FIGURE.findall(said), *_NAMED_FIGURE.findall(said)):
        yield _bare(text)


def _bare(text: str) -> str:
    """Return a number without the signs that group its thousands, and without zeros before it."""
    return text.replace(".", "").lstrip("0") or "0"


def _in_words(form: Form, item: Indicator) -> Iterator[Finding]:
    said = form.value(item.code)
    for sentence in _SENTENCES.split(said) if isinstance(said, str) else ():
        if _corrects_in_words(sentence):
            found = short(sentence.strip())
            yield asked(CORRECTED_IN_WORDS, form.place(item.code), about=item.code, found=found)
            return


def _corrects_in_words(sentence: str) -> bool:
    """Say whether a sentence of a report corrects a figure: it says so, and names one."""
    has_figure = any(map(str.isdigit, sentence))
    if not has_figure:
        return False
    if _IN_WORDS.among(sentence):
        return True
    if not CODE.search(sentence):  # it names no line
        return False
    correcting = _CORRECTING.among(sentence) | _PERHAPS.among(sentence)
    return bool(correcting)
