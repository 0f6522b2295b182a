"""The words of a whole master: a row that no letter can be made of stops the drafting, and says which."""

from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.letter_templates import LetterTexts, common_facts, usual_words
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.office.settings import Settings
from tests.fresh_year import fresh_year

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row

WORDS = schema.LETTER_WORDS.name


def test_a_new_master_has_the_products_words_in_its_sheet() -> None:
    assert fresh_year().letter_words == tuple(usual_words().values())


def test_a_faulty_row_is_named_with_its_tag_and_the_nearest_name() -> None:
    row: Row = {
        "Loại thư": "giấy nhận",
        "Bước": None,
        "Tiêu đề": "Đã nhận {{ tepp }}",
        "Nội dung": "{{ noi_dung }}",
    }
    with pytest.raises(WrongRequest) as told:
        LetterTexts.of(fresh_year().with_tables({WORDS: [row]}))
    assert str(told.value).startswith("Mẫu thư ở dòng ")
    assert "cột «Tiêu đề»: Thẻ «{{ tepp }}» không có trong thư «giấy nhận». Có phải {{ tep }}?" in str(
        told.value
    )


def test_a_master_without_words_drafts_with_the_products() -> None:
    texts = LetterTexts.of(fresh_year().with_tables({WORDS: []}))
    assert (
        texts.fill(LetterKind.RECEIPTS, "", {"ky": "tháng 3"}).subject
        == "Đã nhận báo cáo công tác khoa giáo tháng 3:"
    )


@pytest.mark.parametrize(
    ("phone", "email", "said"),
    [
        (
            "0214",
            "ban@laocai.example",
            "Cần trao đổi thêm, xin liên hệ số điện thoại 0214 hoặc thư ban@laocai.example.",
        ),
        ("0214", "", "Cần trao đổi thêm, xin liên hệ số điện thoại 0214."),
        ("", "ban@laocai.example", "Cần trao đổi thêm, xin liên hệ thư ban@laocai.example."),
        ("", "", ""),
    ],
)
def test_a_letter_says_whom_to_ask(phone: str, email: str, said: str) -> None:
    day = fresh_year().deadlines["2024-M01"].starts
    assert common_facts(Settings(2024, phone=phone, email=email), day)["lien_he"] == said
