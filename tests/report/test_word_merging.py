"""The sheet of the office's words when figures change: what nobody touched follows, what a person did stays."""

from __future__ import annotations

import pytest

from khoagiao_xl.model.report_records import ACCEPTED, DROPPED, PROPOSED, OfficeWords, WordsOrigin
from khoagiao_xl.report.proposed_words import ProposedWords, unit_code
from khoagiao_xl.report.word_merging import MergedWords, merge_words

PERIOD = "2024-M03"
CODE = "nhan_dinh.bao_cao"
OLD, NEW = "Có 70 đơn vị báo cáo.", "Có 71 đơn vị báo cáo."


def row(text: str, status: str = PROPOSED, code: str = CODE, origin: str = WordsOrigin.TOOL) -> OfficeWords:
    return OfficeWords(PERIOD, "Nhận định chung", text, origin=origin, status=status, code=code)


def merged(standing: list[OfficeWords], *now: str, before: str | None = OLD) -> MergedWords:
    """Return the sheet after the tool proposes `now` where it had proposed `before`."""
    return merge_words(
        list(enumerate(standing)),
        [ProposedWords("nhan_dinh", CODE, text) for text in now],
        [],
        {CODE: before} if before is not None else {},
        PERIOD,
    )


def told(words: MergedWords) -> list[tuple[str, str]]:
    return [(each.text, each.status) for each in words.words]


def test_a_first_proposal_waits_for_a_person() -> None:
    words = merged([], NEW, before=None)
    assert (told(words), words.undecided, words.earlier) == ([(NEW, PROPOSED)], 1, {CODE: NEW})


def test_an_untouched_proposal_follows_its_figures_without_a_word() -> None:
    words = merged([row(OLD)], NEW)
    assert (told(words), words.notes) == ([(NEW, PROPOSED)], [])


def test_a_proposal_that_stays_the_same_stays_accepted() -> None:
    words = merged([row(OLD, ACCEPTED)], OLD)
    assert (told(words), words.notes, words.undecided) == ([(OLD, ACCEPTED)], [], 0)


def test_an_accepted_proposal_whose_figures_changed_is_put_before_the_person_again() -> None:
    words = merged([row(OLD, ACCEPTED)], NEW)
    assert (told(words), words.undecided) == ([(NEW, PROPOSED)], 1)
    assert f"số đã đổi từ «{OLD}» thành «{NEW}»" in words.notes[0]


WITHIN, OF = "Có 73 trong 92 đơn vị báo cáo.", "Có 73/92 đơn vị báo cáo."


def test_an_accepted_proposal_stays_as_it_stands_when_only_the_words_of_the_program_changed() -> None:
    words = merged([row(WITHIN, ACCEPTED)], OF, before=WITHIN)
    assert (told(words), words.notes, words.rewritten) == ([(WITHIN, ACCEPTED)], [], {CODE: WITHIN})
    again = merged([row(WITHIN, ACCEPTED)], OF, before=words.earlier[CODE])
    assert (told(again), again.notes) == ([(WITHIN, ACCEPTED)], [])


def test_an_edited_proposal_stays_accepted_when_only_the_words_of_the_program_changed() -> None:
    words = merged([row("Có tiến bộ.", ACCEPTED)], OF, before=WITHIN)
    assert (told(words), words.notes) == ([("Có tiến bộ.", ACCEPTED)], [])


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Mới có dưới một nửa số đơn vị báo cáo.", "Phần lớn đơn vị đã báo cáo."),
        ("Có 01 đơn vị chưa gửi: Sở Y tế.", "Có 01 đơn vị chưa gửi: Sở Tư pháp."),
    ],
)
def test_another_verdict_or_another_name_is_asked_about_as_changed_words(before: str, now: str) -> None:
    words = merged([row(before, ACCEPTED)], now, before=before)
    assert told(words) == [(now, PROPOSED)]
    assert f"lời đã đổi từ «{before}» thành «{now}»" in words.notes[0]


@pytest.mark.parametrize("status", [PROPOSED, ACCEPTED])
def test_the_words_of_a_person_stay_whatever_the_figures_say(status: str) -> None:
    words = merged([row("Công tác báo cáo có tiến bộ.", status)], NEW)
    assert told(words) == [("Công tác báo cáo có tiến bộ.", PROPOSED)]
    assert words.rewritten == {CODE: "Công tác báo cáo có tiến bộ."}
    assert f"số đã đổi từ «{OLD}» thành «{NEW}»" in words.notes[0]


def test_the_words_of_a_person_with_a_figure_that_is_none_any_more_wait_outside_the_report() -> None:
    words = merged([row("Đã có 70 đơn vị báo cáo, tiến bộ.", ACCEPTED)], NEW)
    assert (words.rewritten, words.left_out) == ({}, {CODE})
    assert "(70), tạm để ngoài báo cáo" in words.notes[1]


def test_once_accepted_again_the_words_of_a_person_stand() -> None:
    words = merged([row("Đã có 70 đơn vị báo cáo, tiến bộ.", ACCEPTED)], NEW, before=NEW)
    assert (words.rewritten, words.left_out, words.notes) == (
        {CODE: "Đã có 70 đơn vị báo cáo, tiến bộ."},
        set(),
        [],
    )


def test_what_was_dropped_is_never_proposed_again() -> None:
    words = merged([row(OLD, DROPPED)], NEW)
    assert (told(words), words.left_out, words.undecided) == ([(OLD, DROPPED)], {CODE}, 0)


def test_a_row_that_a_person_took_out_does_not_come_back() -> None:
    words = merged([], NEW)
    assert (told(words), words.left_out, words.earlier) == ([], {CODE}, {CODE: NEW})
    assert merged([], before=OLD).earlier == {CODE: OLD}


def test_a_proposal_that_the_figures_bear_no_more_goes_away() -> None:
    assert told(merged([row(OLD)])) == []
    words = merged([row(OLD, ACCEPTED)])
    assert (told(words), f"«{OLD}» không còn đúng theo số liệu" in words.notes[0]) == ([], True)


def test_the_words_of_a_person_about_what_is_gone_are_asked_about() -> None:
    words = merged([row("Đã có 70 đơn vị.", ACCEPTED)])
    assert (told(words), words.left_out) == ([("Đã có 70 đơn vị.", PROPOSED)], {CODE})


def test_what_the_office_typed_is_left_alone() -> None:
    own = OfficeWords(PERIOD, "Bài học kinh nghiệm", "Phải bám cơ sở.")
    assert merged([own]).rows == [(0, own)]


# -- words of units -----------------------------------------------------------------------------------------

SAID = "Kinh phí cho công tác khoa giáo hạn hẹp."


def of_units(standing: list[OfficeWords], *said: tuple[str, str]) -> MergedWords:
    now = [ProposedWords("han_che", unit_code("han_che", text), text, units) for text, units in said]
    return merge_words(list(enumerate(standing)), [], now, {}, PERIOD)


def said_row(text: str = SAID, status: str = PROPOSED, units: str = "Đảng bộ A") -> OfficeWords:
    code = unit_code("han_che", SAID)
    return OfficeWords(PERIOD, "Hạn chế, khó khăn", text, units, WordsOrigin.UNIT, status, code)


def test_words_of_units_are_offered_once_with_all_who_said_them() -> None:
    words = of_units([], (SAID, "Đảng bộ A; Đảng bộ B")).words
    assert [(each.text, each.units, each.origin) for each in words] == [
        (SAID, "Đảng bộ A; Đảng bộ B", WordsOrigin.UNIT)
    ]


def test_a_picked_text_keeps_its_tick_when_another_unit_says_the_same() -> None:
    (kept,) = of_units([said_row(status=ACCEPTED)], (SAID, "Đảng bộ A; Đảng bộ B")).words
    assert (kept.status, kept.units) == (ACCEPTED, "Đảng bộ A; Đảng bộ B")


def test_a_picked_text_that_comes_in_nearly_the_same_words_is_the_same() -> None:
    (kept,) = of_units([said_row(status=ACCEPTED)], ("Kinh phí công tác khoa giáo còn hạn hẹp.", "B")).words
    assert (kept.status, kept.text, kept.units) == (ACCEPTED, SAID, "B")


def test_a_picked_text_that_no_unit_says_any_more_is_asked_about() -> None:
    words = of_units([said_row(status=ACCEPTED)])
    assert [each.status for each in words.words] == [PROPOSED]
    assert "đơn vị (Đảng bộ A) không còn nêu" in words.notes[0]


def test_a_text_nobody_picked_goes_when_no_unit_says_it_any_more() -> None:
    assert of_units([said_row()]).words == ()
    assert len(of_units([said_row(status=DROPPED)]).words) == 1
    assert len(of_units([said_row("Kinh phí của cơ quan hạn hẹp")]).words) == 1
