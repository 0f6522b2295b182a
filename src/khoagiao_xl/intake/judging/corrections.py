"""Words of a unit that correct its own figures: they are no explanation, and no figure is changed by them.

«Ghi nhầm, số đúng là 15» beside 12; «đính chính KG105 là 15» in a report in words;
«số liệu là lũy kế» there speaks of every figure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.coverage_notes import is_coverage_note
from khoagiao_xl.intake.judging.line_remarks import short
from khoagiao_xl.intake.judging.settle_findings import CORRECTED
from khoagiao_xl.intake.reading.locating import CODE
from khoagiao_xl.intake.reading.scale_words import says_a_scale_of_figures, says_the_measure
from khoagiao_xl.model.findings import Finding, asked
from khoagiao_xl.model.indicators import Indicator, Type
from khoagiao_xl.vietnamese.figures import is_number, value_text
from khoagiao_xl.vietnamese.measure_words import is_of_unit
from khoagiao_xl.vietnamese.phrases import Phrases
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.rules.form import Form

CORRECTED_IN_WORDS: Final = "TN-132"
_WHEN, _ALWAYS, _WITH_A_FIGURE = "Khi nào hỏi", "luôn", "kèm số khác"
_CORRECTING: Final = Phrases.of_table("correcting_words", **{_WHEN: _ALWAYS})
_PERHAPS: Final = Phrases.of_table("correcting_words", **{_WHEN: _WITH_A_FIGURE})
_IN_WORDS: Final = Phrases.of_table("correcting_words", **{"Ở thuyết minh": "có"})
_SUBJECTS: Final = Phrases.of_table("form_figure_words", Vế="chủ ngữ")
_SAID_OF_FIGURES: Final = Phrases.of_table("form_figure_words", **{"Vế": "vị ngữ", "Kèm số": ""})
_SAID_WITH_A_FIGURE: Final = Phrases.of_table("form_figure_words", **{"Kèm số": "có"})
_SENTENCES: Final = re.compile(r"[;\n]|[.!?](?=\s|$)")
# A number that may be a figure: no day, no year, no number of a document, of a month or of a code.
_FIGURE: Final = re.compile(
    r"(?<![\w/.,-])(?<!tháng )(?<!năm )(?<!ngày )(?<!quý )(?<!số )"
    r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\w/-]|[.,]\d)",
)
_NO_FAULT: Final = re.compile(
    r"\bkhông (?:(?:bị|hề|có|phải|ghi|nhập|tính) )*(?:nhầm|sai)(?: số| sót| lệch)?\b"
)
_BARE_FIGURE: Final = re.compile(r"(\d[\d.]*(?:,\d+)?)\s*([^\W\d][\w ]*?)\s*[.!]?")
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
    if entry is None:
        return
    said, value = entry.explanation, form.value(item.code)
    if is_coverage_note(said):
        return
    if not _corrects(said, value) and not _is_another_figure(said, value, item.unit):
        return
    shown = value or entry.raw
    figure = short(value_text(shown)) or texts.BLANK
    yield asked(
        CORRECTED,
        form.explained_at(item.code),
        about=item.code,
        found=short(said),
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


def _is_another_figure(said: str, figure: object, unit: str) -> bool:
    """Say whether an explanation is nothing but another figure, in the line's own unit: «14 cuộc»."""
    bare = _BARE_FIGURE.fullmatch(said.strip())
    if not bare or not unit or not is_number(figure):
        return False
    number, words = bare.groups()
    return is_of_unit(fold(words), unit) and _bare(number) != _bare(value_text(figure))


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
    """Say whether a sentence of a report corrects a figure, or says what all figures of the form are."""
    if _speaks_of_figures(sentence) or says_the_measure(sentence):
        return True
    if not _has_digit(sentence):
        return False
    if _IN_WORDS.among(sentence):
        return True
    if not CODE.search(sentence):  # it names no line
        return False
    correcting = _CORRECTING.among(sentence) | _PERHAPS.among(sentence)
    return bool(correcting)


def _speaks_of_figures(sentence: str) -> bool:
    """Say whether a sentence says of figures that they are others: «số liệu trong biểu là lũy kế»."""
    if not _SUBJECTS.among(sentence):
        return False
    if _SAID_OF_FIGURES.among(sentence):
        return True
    return _has_digit(sentence) and bool(_SAID_WITH_A_FIGURE.among(sentence))


def corrects_in_a_letter(sentence: str) -> bool:
    """Say whether a sentence of a letter puts a figure right: «KG201 xin sửa lại là 13»."""
    if not CODE.search(sentence) and not any(_figures(sentence)):
        return False
    return bool(_IN_WORDS.among(sentence))


def _has_digit(sentence: str) -> bool:
    return any(map(str.isdigit, sentence))
