"""The letter that brought a form: what its subject and its text say otherwise than the form does.

Told is only what contradicts: another unit in the subject, figures of another period, a figure put right.
Whom the letter is sent to is no other unit, and what the answered letter said is not the sender's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.corrections import corrects_in_a_letter
from khoagiao_xl.intake.judging.named_otherwise import names_another_period
from khoagiao_xl.mail.addresses import address_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.model.records import Unit

_ANSWERED: Final = re.compile(
    r"^(?:>|-{3,} ?\w|_{5,}|From:|Từ:|Vào .*\bđã viết:|On .*\bwrote:).*", re.MULTILINE | re.DOTALL
)
_PARAGRAPHS: Final = re.compile(r"\n\s*\n")
_SENTENCES: Final = re.compile(r"[;!?]|\.(?=\s|$)")
_PERIODS: Final = re.compile(
    r"\b(?:tháng\s+\d{1,2}(?!\s?[/-]\s?\d{1,2}[/-])(?:(?:\s?[/-]\s?|\s+năm\s+)\d{4})?"
    r"|quý\s+(?:iv|i{1,3}|[1-4])(?:(?:\s?[/-]\s?|\s+năm\s+)\d{4})?)(?!\w)",
    re.IGNORECASE,
)
_OF_FIGURES: Final = re.compile(r"\b(?:số liệu|biểu|báo cáo)\b", re.IGNORECASE)
_OF_BEFORE: Final = re.compile(r"\b(?:đã (?:gửi|nộp|báo cáo)|so với|ngày \d{1,2})\b", re.IGNORECASE)


def contradicts(letter: Sequence[str], unit: Unit, measures: Measures, sender: str) -> str:
    """Return the words of a letter that speak of other figures than those of the form; blank for none.

    letter: its subject, then its texts. sender: the address it came from.
    """
    subject = letter[0] if letter else ""
    if _names_another_unit(subject, unit, measures, sender):
        return subject.strip()
    for sentence in _sentences(letter):
        if _is_of_another_period(sentence, measures) or corrects_in_a_letter(sentence):
            return sentence
    return ""


def _names_another_unit(subject: str, unit: Unit, measures: Measures, sender: str) -> bool:
    named = measures.unit_names.of_subject(subject)
    if not named or unit.code in named:
        return False
    address = address_key(sender)
    at_the_address = measures.units_by_address.get(address, {})
    return not named.issubset(at_the_address)


def _sentences(letter: Sequence[str]) -> Iterator[str]:
    """Yield what the sender wrote, sentence by sentence; a line that was only wrapped ends none."""
    for text in letter:
        own = _ANSWERED.sub("", text.replace("\r\n", "\n"))
        for paragraph in _PARAGRAPHS.split(own):
            sentences = map(_on_one_line, _SENTENCES.split(paragraph))
            yield from filter(None, sentences)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _is_of_another_period(sentence: str, measures: Measures) -> bool:
    """Say whether all periods that a sentence about figures names are others than the form's."""
    named = _PERIODS.findall(sentence)
    if not named or _OF_BEFORE.search(sentence) or not _OF_FIGURES.search(sentence):
        return False
    return all(names_another_period(period, measures) for period in named)
