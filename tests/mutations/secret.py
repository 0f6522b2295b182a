"""Marks of secrecy where a person would see them, in many spellings; and words that only look like one."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from tests.intake.secret_documents import letter, word_body, zipped
from tests.mutations.sheet import Sample, Sent, by_openpyxl

if TYPE_CHECKING:
    from collections.abc import Callable

GRADES = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")


def _spelled(sample: Sample) -> str:
    """Return a grade as somebody may have written it."""
    grade = sample.chance.choice(GRADES)
    ways: tuple[Callable[[str], str], ...] = (
        str,
        " ".join,
        "\u200b".join,
        "\u00ad".join,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: f"Độ mật {text.capitalize()}",
        lambda text: f"{text.capitalize()} - khẩn",
        lambda text: text.replace("T", "Т"),  # the Cyrillic letter
        lambda text: f"--- {text.capitalize()} ---",
    )
    return sample.chance.choice(ways)(grade)


def _typed(sample: Sample, sheet: str, cell: str, text: str, *, accepted: bool | None = False) -> Sent:
    def change(book: Any) -> None:
        book[sheet][cell] = text

    return Sent(by_openpyxl(sample.filled(), change), accepted=accepted)


def secret_beside_the_title(sample: Sample) -> Sent:
    return _typed(sample, "Bìa", "H2", _spelled(sample))


def secret_below_the_figures(sample: Sample) -> Sent:
    return _typed(sample, "Số liệu", "B150", _spelled(sample))


def secret_in_an_answer(sample: Sample) -> Sent:
    return Sent(sample.filled(texts={"KG602": f"Đã thực hiện.\n{_spelled(sample)}"}), accepted=False)


def secret_in_the_footer(sample: Sample) -> Sent:
    def change(book: Any) -> None:
        book["Số liệu"].oddFooter.center.text = _spelled(sample)

    return Sent(by_openpyxl(sample.filled(), change), accepted=False)


def secret_in_the_title_of_the_file(sample: Sample) -> Sent:
    def change(book: Any) -> None:
        book.properties.title = _spelled(sample)

    return Sent(by_openpyxl(sample.filled(), change), accepted=False)


def secret_by_its_name(sample: Sample) -> Sent:
    return Sent(sample.filled(), accepted=False, name=f"{sample.unit} (TỐI MẬT).xlsx")


def secret_by_the_letter(sample: Sample) -> Sent:
    data = letter(subject="TOI MAT", name=f"{sample.unit}.xlsx", data=sample.filled())
    return Sent(data, accepted=False, name=f"{sample.unit} thư.eml")


def secret_by_the_archive(sample: Sample) -> Sent:
    return Sent(zipped(a_dot_xlsx=sample.filled()), accepted=False, name=f"{sample.unit} MẬT.zip")


def secret_beside_it_in_the_archive(sample: Sample) -> Sent:
    both = zipped(a_dot_xlsx=sample.filled(), b_dot_docx=word_body(_spelled(sample)))
    return Sent(both, name=f"{sample.unit} hai tệp.zip")


def no_secret_but_the_words(sample: Sample) -> Sent:
    """A unit reports on the care for secrets and on honey: that is no mark."""
    words = (
        "Đã quán triệt Luật Bảo vệ bí mật nhà nước; không có văn bản mật; trồng 5 ha, thu 200 lít mật ong."
    )
    return Sent(sample.filled(texts={"KG602": words}), accepted=None)
