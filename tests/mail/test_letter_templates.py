"""The words of letters: every tag filled, nothing that must be told left out, nothing of a fact taken for a tag."""

import pytest

from khoagiao_xl.mail.letter_tags import steps_of, tags_of
from khoagiao_xl.mail.letter_templates import AFTER, BEFORE, WEEK_AFTER, LetterTexts, usual_words
from khoagiao_xl.mail.template_faults import faults_of_text
from khoagiao_xl.model.mail_records import LetterKind, LetterWords
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark

REMINDER = LetterKind.REMINDER
FACTS = {
    "don_vi": "Đảng bộ Sở Y tế",
    "ky": "tháng 3 năm 2024",
    "noi_dung": "1. Báo cáo tháng 3",
    "ban": "Ban Tuyên giáo",
}
ALL_WORDS = list(usual_words().values())


def _own(subject: str, text: str, step: str = "") -> LetterTexts:
    words = LetterWords(REMINDER, step, subject, text)
    return LetterTexts({(REMINDER, step): words})


@pytest.mark.parametrize("words", ALL_WORDS, ids=lambda words: f"{words.kind} {words.step}")
def test_the_products_own_words_are_sound(words: LetterWords) -> None:
    faults = [
        *faults_of_text(words.subject, words.kind, "subject"),
        *faults_of_text(words.text, words.kind, "text"),
    ]
    assert faults == []
    assert not bears_mark(words.text, Where.LETTER)


@pytest.mark.parametrize("words", ALL_WORDS, ids=lambda words: f"{words.kind} {words.step}")
def test_a_letter_of_the_products_own_words_tells_all_that_it_must(words: LetterWords) -> None:
    facts = {name: f"<{name}>" for name in tags_of(words.kind)}
    if words.step == BEFORE:
        facts["cham_nhat"] = ""  # nothing is overdue
    filled = LetterTexts({}).fill(words.kind, words.step, facts)
    needed = [tag.name for tag in tags_of(words.kind).values() if tag.addition]
    assert all(facts[name] in filled.body for name in needed)
    assert "{" not in filled.subject + filled.body
    assert filled.told == ()


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_kind_of_letter_has_words_and_something_that_must_be_told(kind: str) -> None:
    filled = LetterTexts({}).fill(
        kind, steps_of(kind)[0] if steps_of(kind) else "", FACTS | {"van_ban": "Báo cáo quý I"}
    )
    assert filled.subject
    assert filled.body.strip()


def test_a_reminder_has_words_for_each_of_its_steps() -> None:
    assert steps_of(REMINDER) == (BEFORE, AFTER, WEEK_AFTER)
    assert {step for kind, step in usual_words() if kind == REMINDER} == set(steps_of(REMINDER))


def test_the_words_of_the_office_take_the_place_of_the_products() -> None:
    filled = _own("Nhắc {{don_vi}}", "Gửi {{ don_vi }}:\n{{ noi_dung }}").fill(REMINDER, AFTER, FACTS)
    assert (filled.subject, filled.body) == (
        "Nhắc Đảng bộ Sở Y tế",
        "Gửi Đảng bộ Sở Y tế:\n1. Báo cáo tháng 3\n",
    )


def test_words_of_a_step_go_before_those_of_every_step() -> None:
    every, late = (
        LetterWords(REMINDER, "", "Mọi bước", "{{ noi_dung }}"),
        LetterWords(REMINDER, AFTER, "Quá hạn", "{{ noi_dung }}"),
    )
    texts = LetterTexts({(REMINDER, ""): every, (REMINDER, AFTER): late})
    assert [texts.fill(REMINDER, step, FACTS).subject for step in steps_of(REMINDER)] == [
        "Mọi bước",
        "Quá hạn",
        "Mọi bước",
    ]


def test_a_subject_of_blank_tags_alone_is_the_products() -> None:
    words = LetterWords(LetterKind.REPORT, "", "{{ so_hieu }}", "{{ van_ban }} {{ noi_dung }}")
    filled = LetterTexts({(LetterKind.REPORT, ""): words}).fill(
        LetterKind.REPORT, "", {"van_ban": "Báo cáo quý I"}
    )
    assert filled.subject == "Báo cáo quý I"


def test_a_blank_subject_or_text_is_the_products() -> None:
    filled = _own(" ", "", AFTER).fill(REMINDER, AFTER, FACTS)
    assert filled == LetterTexts({}).fill(REMINDER, AFTER, FACTS)


def test_what_a_text_leaves_out_though_it_must_be_told_ends_it() -> None:
    filled = _own("Nhắc", "Gửi báo cáo ngay.").fill(REMINDER, AFTER, FACTS)
    assert filled.body == "Gửi báo cáo ngay.\n\n1. Báo cáo tháng 3\n"
    assert filled.told == (
        "Mẫu thư đôn đốc (quá hạn) không có thẻ {{ noi_dung }}: nội dung ấy được ghi ở cuối thư.",
    )


def test_a_line_of_blank_tags_and_brackets_around_them_are_left_out() -> None:
    filled = _own("", "Một\n\n{{ tep }}\n\nHai (kèm {{ tep }}), ba (không thẻ).\n{{ noi_dung }}").fill(
        REMINDER, "", FACTS
    )
    assert filled.body == "Một\n\nHai, ba (không thẻ).\n1. Báo cáo tháng 3\n"


@pytest.mark.parametrize(
    "value",
    [
        "{{ ban }}",
        "{{ noi_dung }}",
        "{% for x in y %}",
        "{{ don_vi.__class__ }}",
        "{0}",
        "%s",
        "\\1",
        "\\g<0>",
        "$ban",
        "{{{{",
    ],
)
def test_a_fact_is_never_read_as_a_tag(value: str) -> None:
    filled = _own("{{ don_vi }}", "{{ don_vi }}\n{{ noi_dung }}").fill(
        REMINDER, "", FACTS | {"don_vi": value}
    )
    assert filled.subject == value
    assert filled.body.startswith(f"{value}\n")


@pytest.mark.parametrize(
    "sign", ["\r\nBcc: x", "\nBcc: x", "\rBcc: x", "\u2028Bcc: x", "\x00Bcc: x", "\x0bBcc: x", "\u202eBcc: x"]
)
def test_a_subject_is_one_line(sign: str) -> None:
    filled = _own("{{ don_vi }}", "{{ noi_dung }}").fill(REMINDER, "", FACTS | {"don_vi": f"Sở{sign}"})
    assert filled.subject == "Sở Bcc: x"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ don_vj }}", "THU-21"), ("{{ Đơn vị }}", "THU-21"), ("{{ DON_VI }}", "THU-21"), ("{{ ten_don_vi }}", "THU-21"),
        ("{{ ma_bam }}", "THU-21"), ("{{ don_vi }", "THU-22"), ("{ don_vi }}", "THU-22"), ("{don_vi}", "THU-22"),
        ("{{ don_vi", "THU-22"), ("don_vi }}", "THU-22"), ("{{{ don_vi }}}", "THU-22"), ("{% if x %}", "THU-22"),
        ("{{ don_vi\n}}", "THU-22"), ("{{ don_vi|upper }}", "THU-23"), ("{{ don_vi.ten }}", "THU-23"), ("{{ f() }}", "THU-23"),
        ("{{ 1 + 1 }}", "THU-23"), ("{{ }}", "THU-23"), ("{{ don_vi['x'] }}", "THU-23"), ("{# x #}", "THU-22"),
    ],
)  # fmt: skip
def test_what_no_letter_can_be_made_of_is_told(text: str, code: str) -> None:
    codes = [fault.code for fault in faults_of_text(text, REMINDER, "text")]
    assert codes == [code]


@pytest.mark.parametrize("written", ["don_vj", "Đơn vị", "DON_VI", "donvi", "don-vi"])
def test_the_tag_that_is_meant_is_offered(written: str) -> None:
    (fault,) = faults_of_text(f"Gửi {{{{ {written} }}}}", REMINDER, "text")
    assert fault.facts["near"] == " Có phải {{ don_vi }}?"


def test_where_no_tag_is_near_all_are_named() -> None:
    (fault,) = faults_of_text("{{ xyz }}", REMINDER, "text")
    assert "noi_dung" in str(fault.facts["near"])


@pytest.mark.parametrize(
    "text", ["{{don_vi}}", "{{  don_vi  }}", "{{\xa0don_vi\xa0}}", "không thẻ", "«{{ ban }}», {{ ky }}"]
)
def test_a_sound_text_has_nothing_to_be_said_of(text: str) -> None:
    assert list(faults_of_text(text, REMINDER, "text")) == []
