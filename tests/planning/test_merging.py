"""A document's proposals against a table that people have worked in: a person's word is never overwritten."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.planning.merge_rules import DIRECTIVES, TASKS
from khoagiao_xl.planning.merged_table import Merged
from khoagiao_xl.planning.merging import merge
from khoagiao_xl.planning.proposals import EarlierProposals, Proposal
from khoagiao_xl.wording import SENTENCES

DAY = date(2024, 4, 15)


def task(key: str, **cells: Any) -> Proposal:
    """One proposed task: its key is also the words it was taken from."""
    blank = dict.fromkeys(("section", "text", "lead", "directives", "due"))
    return Proposal(key, {**blank, "source": key, "text": key, **cells})


def told(code: str, cells: str = "") -> str:
    return SENTENCES[code].format(day="15/04/2024", cells=cells)


def first(*proposals: Proposal) -> Merged:
    return merge([], proposals, {}, TASKS, DAY)


def again(before: Merged, *proposals: Proposal) -> Merged:
    return merge(before.rows, proposals, before.proposed, TASKS, DAY)


def test_new_rows_wait_as_proposals_under_codes_of_their_own() -> None:
    merged = first(task("một"), task("hai"))
    assert [(row["code"], row["status"], row["change"]) for row in merged.rows] == [
        ("NV01", "đề xuất", None), ("NV02", "đề xuất", None)
    ]  # fmt: skip
    assert merged.tally["new"] == 2


def test_the_same_again_changes_nothing() -> None:
    before = first(task("một", due=DAY), task("hai"))
    after = again(before, task("một", due=DAY), task("hai"))
    assert (after.rows, after.proposed, after.notes) == (before.rows, before.proposed, [])


def test_a_cell_nobody_touched_follows_the_document_and_says_so() -> None:
    after = again(first(task("một", lead="Sở Y tế")), task("một", lead="Sở Khoa học"))
    assert after.rows[0]["lead"] == "Sở Khoa học"
    assert after.rows[0]["change"] == told("NP-11", "Chủ trì «Sở Y tế» → «Sở Khoa học»")
    assert after.tally["changed"] == 1


def test_a_cell_a_person_changed_stays_and_the_row_says_what_the_document_says() -> None:
    before = first(task("một", lead="Sở Y tế"))
    before.rows[0]["lead"] = "Văn phòng"
    after = again(before, task("một", lead="Sở Khoa học"))
    assert after.rows[0]["lead"] == "Văn phòng"
    assert after.rows[0]["change"] == told("NP-12", "Chủ trì «Sở Y tế» → «Sở Khoa học»")
    assert after.tally["kept"] == 1


def test_a_row_somebody_accepted_is_not_touched_at_all() -> None:
    before = first(task("một", due=date(2024, 6, 30)))
    before.rows[0]["status"] = "nhận"
    after = again(before, task("một", due=date(2024, 5, 31)))
    assert after.rows[0]["due"] == date(2024, 6, 30)
    assert after.rows[0]["change"] == told("NP-24", "Hạn «30/06/2024» → «31/05/2024»")


def test_what_a_person_already_corrected_to_the_same_is_no_difference() -> None:
    before = first(task("một", due=date(2024, 6, 30)))
    before.rows[0]["due"] = "31/05/2024"
    after = again(before, task("một", due=date(2024, 5, 31)))
    assert (after.rows, after.tally["same"]) == (before.rows, 1)


def test_a_note_that_was_read_and_cleared_does_not_come_back() -> None:
    before = first(task("một", lead="a"))
    before.rows[0]["lead"] = "của tôi"
    told = again(before, task("một", lead="b"))
    told.rows[0]["change"] = None
    assert again(told, task("một", lead="b")).rows[0]["change"] is None


def test_a_row_that_a_person_took_out_does_not_come_back() -> None:
    before = first(task("một"), task("hai"))
    del before.rows[0]
    after = again(before, task("một"), task("hai"))
    assert ([row["code"] for row in after.rows], after.tally["dropped"]) == (["NV02"], 1)


def test_what_the_document_no_longer_asks_is_told_once_and_left() -> None:
    gone = again(first(task("một"), task("hai")), task("hai"))
    assert gone.rows[0]["change"] == told("NP-14")
    assert (gone.tally["gone"], again(gone, task("hai")).tally["gone"]) == (1, 0)
    assert again(gone, task("hai")).rows == gone.rows


def test_what_comes_back_into_the_document_is_told() -> None:
    gone = again(first(task("một")))
    back = again(gone, task("một"))
    assert back.rows[0]["change"] == told("NP-15")
    assert not back.proposed["một"].is_gone


def test_what_a_revision_adds_is_marked_as_new() -> None:
    after = again(first(task("một")), task("một"), task("việc khác hẳn"))
    assert [row["change"] for row in after.rows] == [None, told("NP-13")]


def test_a_task_worded_anew_is_the_same_row() -> None:
    old = "Các cấp ủy tổ chức quán triệt Nghị quyết về đội ngũ trí thức trong quý I."
    new = "Các cấp ủy tổ chức quán triệt, triển khai Nghị quyết về đội ngũ trí thức trong quý II."
    after = again(first(task(old, section="II.1")), task(new, section="II.1"))
    assert [(row["code"], row["source"]) for row in after.rows] == [("NV01", new)]


def test_two_reviews_worded_alike_are_not_taken_for_one() -> None:
    words = "Sơ kết 05 năm thực hiện Kết luận số {}-KL/TW của Ban Bí thư"
    before = first(task(words.format(49), directives="49-KL/TW"))
    after = again(before, task(words.format(51), directives="51-KL/TW"))
    assert (after.tally["new"], after.tally["gone"]) == (1, 1)


def directive(**cells: Any) -> Proposal:
    known: Any = {
        "symbol": "11-CT/TW",
        "issued": date(2007, 4, 13),
        "issuer": "Bộ Chính trị",
    }
    return Proposal("11|CT|TW", {**known, **cells})


def test_a_row_typed_by_hand_is_adopted_and_only_its_blanks_are_filled() -> None:
    typed: list[Any] = [{"symbol": "11 - CT/TW", "issued": date(2007, 4, 13), "issuer": None}]
    merged = merge(typed, [directive()], {}, DIRECTIVES, DAY)
    assert [(row["symbol"], row["issuer"], row["code"]) for row in merged.rows] == [
        ("11 - CT/TW", "Bộ Chính trị", "VB01")
    ]


def test_one_number_of_another_year_is_another_directive() -> None:
    typed: list[Any] = [{"symbol": "11-CT/TW", "issued": date(2022, 1, 5)}]
    assert merge(typed, [directive()], {}, DIRECTIVES, DAY).tally["new"] == 1


EDITS = st.dictionaries(
    st.sampled_from(["text", "lead", "due", "status"]), st.sampled_from(["x", "nhận", None])
)
VERSIONS = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from(["Sở A", "Sở B", "Sở C"])),
    max_size=5,
    unique_by=lambda one: one[0],
)


@given(st.lists(st.tuples(VERSIONS, EDITS, st.booleans()), min_size=1, max_size=5))
def test_whatever_comes_a_persons_cells_stay_and_a_second_run_changes_nothing(history: list[Any]) -> None:
    rows: list[Any] = []
    proposed: EarlierProposals = {}
    for version, edits, deletes in history:
        proposals = [task(f"việc {key * 9}", lead=lead) for key, lead in version]
        edited = [{**row, **edits} for row in rows][deletes:]
        merged = merge(edited, proposals, proposed, TASKS, DAY)
        now = {row["code"]: row for row in merged.rows}
        assert [row["code"] for row in edited] == [
            code for code in now if code in {e["code"] for e in edited}
        ]
        for mine in edited:
            assert all(now[mine["code"]][name] == mine[name] for name in edits)
        second = merge(merged.rows, proposals, merged.proposed, TASKS, DAY)
        assert (second.rows, second.proposed, second.notes) == (merged.rows, merged.proposed, [])
        rows, proposed = merged.rows, merged.proposed


def test_of_a_long_text_the_part_that_differs_is_shown() -> None:
    old = "Cấp ủy các chi, đảng bộ cơ sở tổ chức quán triệt nghị quyết về đội ngũ trí thức trước ngày 20/3 tại đơn vị mình"
    after = again(first(task("một", text=old)), task("một", text=old.replace("20/3", "15/4")))
    words = "Nhiệm vụ «…thức trước ngày 20/3 tại đơn vị…» → «…thức trước ngày 15/4 tại đơn vị…»"
    assert after.rows[0]["change"] == told("NP-11", words)


def test_a_citation_without_a_day_means_the_row_that_is_there() -> None:
    before = merge([], [directive()], {}, DIRECTIVES, DAY)
    bare = directive(issued=None, issuer=None)
    assert merge(before.rows, [bare], {}, DIRECTIVES, DAY).tally["new"] == 0


def test_dashes_of_words_make_no_other_task() -> None:
    before = first(task("Tổng kết 10 năm Nghị quyết 36-NQ/TW"))
    assert (
        merge(before.rows, [task("Tổng kết 10 năm Nghị quyết 36 – NQ/TW")], {}, TASKS, DAY).tally["new"] == 0
    )


def test_a_section_that_only_changed_its_number_follows_in_silence() -> None:
    before = first(task("một", section="II.1"), task("hai", section="II.2"))
    before.rows[0]["status"] = "nhận"
    after = again(before, task("một", section="III.1"), task("hai", section="III.2"))
    assert [row["section"] for row in after.rows] == ["III.1", "III.2"]
    assert after.notes == []


def test_blanks_capitals_and_a_full_stop_are_no_news() -> None:
    before = first(task("một", text="Sở Y tế mở hội thi về dinh dưỡng"))
    after = again(before, task("một", text="Sở  Y tế mở Hội thi về dinh dưỡng."))
    assert after.rows[0]["text"] == "Sở  Y tế mở Hội thi về dinh dưỡng."
    assert after.notes == []


def test_each_of_two_changes_in_a_long_text_is_shown() -> None:
    old = "Sở Y tế phối hợp với Tỉnh đoàn mở 05 hội thi về dinh dưỡng hợp lý cho học sinh các trường vùng cao trước ngày 20/3"
    new = old.replace("05", "08").replace("20/3", "15/4")
    after = again(first(task("một", text=old)), task("một", text=new))
    words = (
        "Nhiệm vụ «…Tỉnh đoàn mở 05 hội thi về…» → «…Tỉnh đoàn mở 08 hội thi về…»; "
        "«…cao trước ngày 20/3» → «…cao trước ngày 15/4»"
    )
    assert after.rows[0]["change"] == told("NP-11", words)


def test_a_task_strongly_reworded_is_proposed_as_the_same_and_asked_about() -> None:
    old = "Sở Y tế chủ trì tổ chức hội thi kiến thức dinh dưỡng cho các bà mẹ ở xã vùng cao."
    new = "Phát động, mở cuộc thi tìm hiểu về dinh dưỡng dành cho bà mẹ có con nhỏ tại vùng cao, do Sở Y tế chủ trì."
    other = "Đoàn Thanh niên tổ chức hội trại hè cho thiếu nhi."
    others = [task(f"{other} Lần {turn}.") for turn in ("một", "hai", "ba", "bốn")]
    after = again(first(task(old), *others), task(new), *others)
    assert [row["code"] for row in after.rows] == ["NV01", "NV02", "NV03", "NV04", "NV05"]
    assert str(after.rows[0]["change"]).startswith(told("NP-26"))
    assert (after.tally["new"], after.tally["gone"]) == (0, 0)


def test_another_task_in_the_place_of_one_that_went_is_new() -> None:
    before = first(task("Sở Y tế tổ chức hội thi kiến thức dinh dưỡng cho các bà mẹ.", section="II.1"))
    after = again(before, task("Tỉnh đoàn tổ chức hội trại hè cho thiếu nhi các xã.", section="II.1"))
    assert (after.tally["new"], after.tally["gone"]) == (1, 1)


def test_new_rows_stand_where_the_document_has_them() -> None:
    before = first(task("một"), task("ba"))
    after = again(before, task("mới trước hết"), task("một"), task("hai"), task("ba"), task("bốn"))
    assert [row["source"] for row in after.rows] == ["mới trước hết", "một", "hai", "ba", "bốn"]
    assert [row["code"] for row in after.rows] == ["NV03", "NV01", "NV04", "NV02", "NV05"]
    assert after.places == [None, 0, None, 1, None]


def test_what_a_person_put_into_another_order_stays_so() -> None:
    before = first(task("một"), task("hai"), task("ba"))
    before.rows.reverse()
    after = again(before, task("một"), task("một rưỡi"), task("hai"), task("ba"))
    assert [row["source"] for row in after.rows] == ["ba", "hai", "một", "một rưỡi"]


TEA = "Sở Y tế chủ trì mở 05 lớp tập huấn về an toàn thực phẩm cho bếp ăn trường học{due}."


def second_document(first_one: Merged, *proposals: Proposal) -> Merged:
    """Import another document, which knows what the first has proposed."""
    theirs = {
        old.code: {name: frozenset([text]) for name, text in old.texts.items() if text}
        for old in first_one.proposed.values()
    }
    return merge(first_one.rows, proposals, {}, TASKS, DAY, theirs)


def test_two_documents_that_ask_for_one_thing_are_one_row_whatever_their_days() -> None:
    june, july = date(2024, 6, 14), date(2024, 7, 14)
    before = first(task(TEA.format(due=" trước ngày 15/6"), due=june, due_words="trước ngày 15/6"))
    twice = task(TEA.format(due=" trước ngày 15/7"), due=july, due_words="trước ngày 15/7")
    after = second_document(before, twice)
    assert [(row["code"], row["due"]) for row in after.rows] == [("NV01", june)]
    assert after.rows[0]["change"] == told("NP-25", "Hạn «14/07/2024»")


def test_a_day_that_a_person_typed_is_a_persons_also_beside_two_documents() -> None:
    before = first(task(TEA.format(due=""), due=date(2024, 6, 14)))
    before.rows[0]["due"] = date(2024, 6, 1)
    after = second_document(before, task(TEA.format(due=""), due=date(2024, 7, 14)))
    assert after.rows[0]["change"] == told("NP-12", "Hạn «14/07/2024»")


def test_other_figures_or_other_documents_make_another_task() -> None:
    before = first(task(TEA.format(due="")))
    after = second_document(before, task(TEA.format(due="").replace("05", "10")))
    assert after.tally["new"] == 1


def test_what_only_the_reading_says_is_no_news_and_stays_in_an_accepted_row() -> None:
    before = first(task("một", field="Xã hội", confidence="khá chắc"))
    before.rows[0]["status"] = "nhận"
    after = again(before, task("một", field="Trí thức", confidence="chắc chắn"))
    assert (after.rows, after.notes) == (before.rows, [])
